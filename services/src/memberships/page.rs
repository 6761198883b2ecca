//! What the page of a member shows.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    access::{Action, Scope},
    ids::NetworkId,
    locale::{Locale, Localized},
    memberships::{Status, Step},
};
use entities::{
    memberships::{membership, membership_step},
    networks::{college, network},
    people::person,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Membership, find_member, stored};
use crate::{
    Error, Services, Viewer,
    networks::Network,
    organizations::{self, Organization},
    people::{PersonInOrganization, name_for},
};

/// A step that was taken.
#[derive(Clone, Debug)]
pub struct StepTaken {
    /// Which.
    pub step: Step,
    /// Where the membership stood afterwards.
    pub status: Status,
    /// From which day it counts.
    pub on: NaiveDate,
    /// The decision on which it rests.
    pub decision: Option<String>,
    /// Who wrote it down; `None` where nobody is known.
    pub by: Option<String>,
}

/// A network by name, where one is mentioned on the page of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkMention {
    /// Stands in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// An organization as a member of a network: what its page there shows.
#[derive(Clone, Debug)]
pub struct MemberPage {
    /// The organization.
    pub organization: Organization,
    /// Its membership.
    pub membership: Membership,
    /// Name of its college.
    pub college: Option<String>,
    /// The steps that led here, in the order in which they were taken.
    pub steps: Vec<StepTaken>,
    /// Its people, as this viewer may know them.
    pub people: Vec<PersonInOrganization>,
    /// Networks that it carries: through it they are members here.
    pub carries: Vec<NetworkMention>,
    /// Other networks of which it is a member and that the viewer may see.
    pub elsewhere: Vec<NetworkMention>,
}

impl Services {
    /// An organization as a member of a network, whatever its status.
    ///
    /// # Errors
    /// Of permission, [`Error::NotFound`] where it never was a member, or [`Error::Database`].
    pub async fn member(
        &self,
        viewer: &Viewer,
        network: &Network,
        slug: &str,
        locale: Locale,
    ) -> Result<MemberPage, Error> {
        viewer.require(Action::ViewNetwork, Scope::Network(network.id))?;
        let database = self.store().read();
        let (row, found) = find_member(database, network.id, slug).await?;
        let organization = organizations::whole(database, found).await?;
        let college = match row.college_id {
            Some(id) => college::Entity::find_by_id(id).one(database).await?,
            None => None,
        };
        let college = college
            .map(|row| serde_json::from_value::<Localized>(row.names))
            .transpose()?
            .map(|names| names.text(locale, network.locale).to_owned());
        let steps = steps_of(database, row.id, viewer.may(Action::ViewPeople, Scope::Network(network.id))).await?;
        let people = self.people_of(viewer, Scope::Member(network.id, organization.id), organization.id).await?;
        let (carries, elsewhere) = mentions(database, viewer, network, &organization, locale).await?;
        Ok(MemberPage { membership: stored(&row)?, organization, college, steps, people, carries, elsewhere })
    }
}

async fn steps_of(
    database: &impl ConnectionTrait,
    membership: Uuid,
    true_names: bool,
) -> Result<Vec<StepTaken>, Error> {
    let rows = membership_step::Entity::find()
        .filter(membership_step::Column::MembershipId.eq(membership))
        .order_by_asc(membership_step::Column::Position)
        .all(database)
        .await?;
    let people: Vec<Uuid> = rows.iter().filter_map(|row| row.recorded_by).collect();
    let people: HashMap<Uuid, person::Model> = if people.is_empty() {
        HashMap::new()
    } else {
        let found = person::Entity::find().filter(person::Column::Id.is_in(people)).all(database).await?;
        found.into_iter().map(|row| (row.id, row)).collect()
    };
    let name = |row: &person::Model| name_for(row, true_names);
    rows.into_iter()
        .map(|row| {
            Ok(StepTaken {
                step: row.step.parse()?,
                status: row.status.parse()?,
                on: row.effective_on,
                decision: row.decision,
                by: row.recorded_by.and_then(|id| people.get(&id)).map(name),
            })
        })
        .collect()
}

/// The networks that the organization carries, and the others that the viewer may see it in.
async fn mentions(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    here: &Network,
    organization: &Organization,
    locale: Locale,
) -> Result<(Vec<NetworkMention>, Vec<NetworkMention>), Error> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(organization.id.0))
        .filter(membership::Column::Status.is_in([Status::Admitted.as_str(), Status::Suspended.as_str()]))
        .all(database)
        .await?;
    let visible: Vec<Uuid> = rows
        .iter()
        .map(|row| row.network_id)
        .filter(|id| *id != here.id.0 && viewer.may(Action::ViewNetwork, Scope::Network(NetworkId(*id))))
        .collect();
    let networks = network::Entity::find()
        .filter(
            sea_orm::Condition::any()
                .add(network::Column::HostOrganizationId.eq(organization.id.0))
                .add(network::Column::Id.is_in(visible.iter().copied())),
        )
        .order_by_asc(network::Column::Slug)
        .all(database)
        .await?;
    let (mut carries, mut elsewhere) = (Vec::new(), Vec::new());
    for row in networks {
        let hosted = row.host_organization_id == Some(organization.id.0);
        let id = row.id;
        let network = Network::stored(row)?;
        let mention = NetworkMention { name: network.name(locale).to_owned(), slug: network.slug };
        if hosted && id != here.id.0 {
            carries.push(mention.clone());
        }
        if visible.contains(&id) {
            elsewhere.push(mention);
        }
    }
    Ok((carries, elsewhere))
}
