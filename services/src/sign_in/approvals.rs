//! People whom a provider vouches for, and whom an administrator has yet to let in.

use chrono::{DateTime, Utc};
use domain::{locale::Locale, people::Role};
use entities::{
    Unit,
    people::{mandate, person},
    sign_in::{approval, connection, identity},
};
use i18n::t;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use super::{
    Organization,
    admission::{create_identity, create_person, grant},
    connections, network_of, today,
};
use crate::{
    Error, Refusal, Services, Viewer,
    mail::{self, Letter},
};

const WAITING: &str = "waiting";
const GRANTED: &str = "granted";
const REFUSED: &str = "refused";

/// Someone who waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which request.
    pub id: Uuid,
    /// The name that the provider gave.
    pub name: String,
    /// The address that it vouches for.
    pub email: Option<String>,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// What is noted of someone unknown.
pub(super) struct Request {
    pub connection: Uuid,
    pub issuer: String,
    pub subject: String,
    pub email: Option<String>,
    pub name: String,
}

/// Notes a request, once, and writes to the administrators.
pub(super) async fn ask(
    unit: &Unit,
    organization: &Organization,
    request: Request,
) -> Result<Result<(), Refusal>, Error> {
    let before = approval::Entity::find()
        .filter(approval::Column::ConnectionId.eq(request.connection))
        .filter(approval::Column::Issuer.eq(&request.issuer))
        .filter(approval::Column::Subject.eq(&request.subject))
        .one(unit.read())
        .await?;
    if let Some(before) = before {
        let refused = before.state == REFUSED;
        return Ok(if refused { Err(Refusal::Named("approval-refused")) } else { Ok(()) });
    }
    let network = network_of(unit.read(), organization.id.0).await?;
    let row = approval::ActiveModel {
        id: Set(unit.id()),
        connection_id: Set(request.connection),
        issuer: Set(request.issuer),
        subject: Set(request.subject),
        email: Set(request.email),
        name: Set(request.name.clone()),
        state: Set(WAITING.to_owned()),
        created_at: Set(unit.now()),
        decided_at: Set(None),
        decided_by: Set(None),
    };
    approval::Entity::insert(row).exec_without_returning(unit.write()).await?;
    unit.record("", network, "approval_asked", json!({ "organization": organization.id }));
    for administrator in administrators(unit, organization).await? {
        let Some(address) = administrator.email.clone() else { continue };
        let l: Locale = administrator.locale.parse()?;
        let letter = Letter {
            network,
            person: Some(administrator.id),
            to_address: address,
            to_name: administrator.name.clone(),
            subject: t!(l, "sign-in-letter-approval-subject", organization = &organization.name),
            body: t!(
                l,
                "sign-in-letter-approval-body",
                name = &administrator.name,
                organization = &organization.name,
                person = &request.name
            ),
            calendar: None,
            kind: "approval_asked",
        };
        mail::enqueue(unit, letter).await?;
    }
    Ok(Ok(()))
}

async fn administrators(unit: &Unit, organization: &Organization) -> Result<Vec<person::Model>, Error> {
    let today = today(unit.now());
    let mut people: Vec<Uuid> = mandate::Entity::find()
        .filter(mandate::Column::OrganizationId.eq(organization.id.0))
        .filter(mandate::Column::Role.eq(Role::OrganizationAdministrator.as_str()))
        .all(unit.read())
        .await?
        .into_iter()
        .filter(|row| row.starts_on <= today && row.ends_on.is_none_or(|end| end >= today))
        .map(|row| row.person_id)
        .collect();
    people.sort_unstable();
    people.dedup();
    Ok(person::Entity::find().filter(person::Column::Id.is_in(people)).all(unit.read()).await?)
}

impl Services {
    /// Who waits to be let in, the longest first.
    ///
    /// # Errors
    /// Of permission, [`Error::Database`].
    pub async fn waiting(&self, viewer: &Viewer, slug: &str) -> Result<(Organization, Vec<Waiting>), Error> {
        let organization = self.administered(viewer, slug).await?;
        let database = self.store().read();
        let Some(connection) = connections::of(database, organization.id.0).await? else {
            return Ok((organization, Vec::new()));
        };
        let rows = approval::Entity::find()
            .filter(approval::Column::ConnectionId.eq(connection.id))
            .filter(approval::Column::State.eq(WAITING))
            .order_by_asc(approval::Column::CreatedAt)
            .all(database)
            .await?;
        let line =
            |row: approval::Model| Waiting { id: row.id, name: row.name, email: row.email, since: row.created_at };
        Ok((organization, rows.into_iter().map(line).collect()))
    }

    /// Lets someone in as staff, or not.
    ///
    /// # Errors
    /// Of permission; [`Error::NotFound`]; [`Error::Conflict`] when another administrator decided.
    pub async fn decide_approval(&self, viewer: &Viewer, slug: &str, id: Uuid, grant: bool) -> Result<(), Error> {
        let organization = self.administered(viewer, slug).await?;
        let by = viewer.person()?;
        let locale = viewer.locale.unwrap_or_default();
        let base = self.settings().public_url.clone();
        self.store()
            .write(move |unit| {
                let (organization, base) = (organization.clone(), base.clone());
                Box::pin(async move {
                    let row = approval::Entity::find_by_id(id).one(unit.read()).await?.ok_or(Error::NotFound)?;
                    let connection = connection::Entity::find_by_id(row.connection_id).one(unit.read()).await?;
                    connection
                        .filter(|connection| connection.organization_id == organization.id.0)
                        .ok_or(Error::NotFound)?;
                    if row.state != WAITING {
                        return Err(Error::Conflict);
                    }
                    decide(unit, &organization, row, grant, (by, locale), &base).await
                })
            })
            .await
    }
}

async fn decide(
    unit: &Unit,
    organization: &Organization,
    row: approval::Model,
    let_in: bool,
    (by, locale): (domain::ids::PersonId, Locale),
    base: &str,
) -> Result<(), Error> {
    let network = network_of(unit.read(), organization.id.0).await?;
    let mut decided = row.clone().into_active_model();
    decided.state = Set(if let_in { GRANTED } else { REFUSED }.to_owned());
    decided.decided_at = Set(Some(unit.now()));
    decided.decided_by = Set(Some(by.0));
    approval::Entity::update(decided).exec(unit.write()).await?;
    let kind = if let_in { "approval_granted" } else { "approval_refused" };
    unit.record(by, network, kind, json!({ "organization": organization.id, "request": row.id }));
    if !let_in {
        return Ok(());
    }
    let known = identity::Entity::find()
        .filter(identity::Column::ConnectionId.eq(row.connection_id))
        .filter(identity::Column::Issuer.eq(&row.issuer))
        .filter(identity::Column::Subject.eq(&row.subject))
        .one(unit.read())
        .await?;
    // Attached meanwhile from an open session of theirs: nothing is left to do.
    if known.is_some() {
        return Ok(());
    }
    let person = create_person(unit, &row.name, row.email.clone(), locale).await?;
    create_identity(unit, person, (row.connection_id, &row.issuer, &row.subject), row.email.clone()).await?;
    grant(unit, person, organization.id, Role::Staff, "decision", Some(by)).await?;
    if let Some(address) = row.email {
        let link = format!("{base}/sso/{}", organization.slug);
        let letter = Letter {
            network,
            person: Some(person.0),
            to_address: address,
            to_name: row.name.clone(),
            subject: t!(locale, "sign-in-letter-granted-subject", organization = &organization.name),
            body: t!(
                locale,
                "sign-in-letter-granted-body",
                name = &row.name,
                organization = &organization.name,
                link = link
            ),
            calendar: None,
            kind: "approval_granted",
        };
        mail::enqueue(unit, letter).await?;
    }
    Ok(())
}
