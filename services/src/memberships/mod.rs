//! Memberships: an organization in a network, step by step, with who, when and by which decision.

mod page;
mod steps;

use chrono::NaiveDate;
use domain::{
    access::{Action, Scope},
    ids::{CollegeId, NetworkId, OrganizationId},
    memberships::Status,
};
use entities::{memberships::membership, organizations::organization};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Error, Services, Viewer,
    networks::{Network, network_by_id},
};

pub use page::{MemberPage, NetworkMention, StepTaken};
pub use steps::{NewMember, NewMemberForm, StepForm};

/// A membership as it stands.
#[derive(Clone, Debug)]
pub struct Membership {
    /// Which.
    pub id: Uuid,
    /// Where it stands.
    pub status: Status,
    /// Since when.
    pub since: NaiveDate,
    /// In which college.
    pub college: Option<CollegeId>,
    /// Counts changes.
    pub version: i32,
}

impl Services {
    /// The networks of an organization with its status in each, for those who run it.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn memberships_of(
        &self,
        viewer: &Viewer,
        organization: OrganizationId,
    ) -> Result<Vec<(Network, Membership)>, Error> {
        viewer.require(Action::ManageOrganization, Scope::Organization(organization))?;
        let database = self.store().read();
        let rows = membership::Entity::find()
            .filter(membership::Column::OrganizationId.eq(organization.0))
            .all(database)
            .await?;
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            found.push((network_by_id(database, row.network_id).await?, stored(&row)?));
        }
        found.sort_by(|a, b| a.0.slug.cmp(&b.0.slug));
        Ok(found)
    }
}

pub(super) fn stored(row: &membership::Model) -> Result<Membership, Error> {
    Ok(Membership {
        id: row.id,
        status: row.status.parse()?,
        since: row.status_since,
        college: row.college_id.map(CollegeId),
        version: row.version,
    })
}

pub(super) async fn find_membership(
    database: &impl ConnectionTrait,
    network: NetworkId,
    organization: Uuid,
) -> Result<Option<membership::Model>, Error> {
    let query = membership::Entity::find()
        .filter(membership::Column::NetworkId.eq(network.0))
        .filter(membership::Column::OrganizationId.eq(organization));
    Ok(query.one(database).await?)
}

pub(super) async fn find_member(
    database: &impl ConnectionTrait,
    network: NetworkId,
    slug: &str,
) -> Result<(membership::Model, organization::Model), Error> {
    let organization = organization::Entity::find().filter(organization::Column::Slug.eq(slug)).one(database).await?;
    let organization = organization.ok_or(Error::NotFound)?;
    let row = find_membership(database, network, organization.id).await?.ok_or(Error::NotFound)?;
    Ok((row, organization))
}
