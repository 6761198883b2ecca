//! What a person sees of themselves: sessions, identities, mandates, language.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    locale::Locale,
    people::{Holder, Role},
    sign_in::ConnectionState,
};
use entities::{
    people::person,
    sign_in::{connection, identity, session},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::{Organization, organization_by_id, today};
use crate::{Error, Services, Viewer, networks::network_by_id};

/// A session of one's own.
#[derive(Clone, Debug)]
pub struct SessionLine {
    /// Names it in the form that ends it; it opens nothing.
    pub id: String,
    /// Whether it is the one that is looked through.
    pub current: bool,
    /// `oidc`, `link` or `passkey`.
    pub method: String,
    /// What the browser calls itself.
    pub user_agent: String,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// The latest visit, to the hour.
    pub seen_at: DateTime<Utc>,
}

/// An identity by which one signs in.
#[derive(Clone, Debug)]
pub struct LinkedIdentity {
    /// Whose provider.
    pub organization: Organization,
    /// The address that it gave.
    pub email: Option<String>,
    /// When it was used last.
    pub used_at: DateTime<Utc>,
}

/// A mandate that one holds today.
#[derive(Clone, Debug)]
pub struct HeldMandate {
    /// The role.
    pub role: Role,
    /// In which network or organization.
    pub place: String,
    /// The organization, where it is one, and its own pages.
    pub organization: Option<String>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
}

/// Everything that the account page shows.
#[derive(Clone, Debug)]
pub struct Account {
    /// The person's name.
    pub name: String,
    /// Their address.
    pub email: Option<String>,
    /// The language in which they are written to.
    pub locale: Locale,
    /// Open sessions, the one looked through first.
    pub sessions: Vec<SessionLine>,
    /// Identities.
    pub identities: Vec<LinkedIdentity>,
    /// Organizations whose provider can still be attached.
    pub linkable: Vec<Organization>,
    /// Mandates valid today.
    pub mandates: Vec<HeldMandate>,
}

impl Services {
    /// The viewer's own account.
    ///
    /// # Errors
    /// [`Error::SignInFirst`], [`Error::Database`].
    pub async fn account(&self, viewer: &Viewer, locale: Locale) -> Result<Account, Error> {
        let id = viewer.person()?;
        let database = self.store().read();
        let today = today(self.now());
        let person = person::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        let rows = session::Entity::find()
            .filter(session::Column::PersonId.eq(id.0))
            .filter(session::Column::ExpiresAt.gt(self.now()))
            .order_by_desc(session::Column::LastSeenAt)
            .all(database)
            .await?;
        let mut sessions: Vec<SessionLine> = rows
            .into_iter()
            .map(|row| SessionLine {
                current: viewer.session.as_deref() == Some(row.id_hash.as_str()),
                id: row.id_hash,
                method: row.method,
                user_agent: row.user_agent,
                opened_at: row.created_at,
                seen_at: row.last_seen_at,
            })
            .collect();
        sessions.sort_by_key(|session| !session.current);
        let rows = identity::Entity::find()
            .filter(identity::Column::PersonId.eq(id.0))
            .order_by_asc(identity::Column::CreatedAt)
            .all(database)
            .await?;
        let mut identities = Vec::with_capacity(rows.len());
        for row in rows {
            let connection = connection::Entity::find_by_id(row.connection_id).one(database).await?;
            let organization = connection.ok_or(Error::NotFound)?.organization_id;
            let organization = organization_by_id(database, organization, today).await?;
            identities.push(LinkedIdentity { organization, email: row.email, used_at: row.last_used_at });
        }
        let mut mandates = Vec::new();
        let mut own = Vec::new();
        for mandate in viewer.actor.mandates() {
            let (place, organization) = match mandate.holder {
                Holder::Network(network) => (network_by_id(database, network.0).await?.name(locale).to_owned(), None),
                Holder::Organization(organization) => {
                    own.push(organization.0);
                    let organization = organization_by_id(database, organization.0, today).await?;
                    (organization.name, Some(organization.slug))
                }
            };
            let (role, from, until) = (mandate.role, mandate.from, mandate.until);
            mandates.push(HeldMandate { role, place, organization, from, until });
        }
        let connected = connection::Entity::find()
            .filter(connection::Column::OrganizationId.is_in(own))
            .filter(connection::Column::State.eq(ConnectionState::Active.as_str()))
            .all(database)
            .await?;
        let mut linkable = Vec::new();
        for row in connected {
            let attached = |identity: &LinkedIdentity| identity.organization.id.0 == row.organization_id;
            if !identities.iter().any(attached) {
                linkable.push(organization_by_id(database, row.organization_id, today).await?);
            }
        }
        let locale = person.locale.parse()?;
        Ok(Account { name: person.name, email: person.email, locale, sessions, identities, linkable, mandates })
    }

    /// Keeps the language that a person chose.
    ///
    /// # Errors
    /// [`Error::SignInFirst`], [`Error::Database`].
    pub async fn choose_language(&self, viewer: &Viewer, locale: Locale) -> Result<(), Error> {
        let id = viewer.person()?;
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    let person = person::Entity::find_by_id(id.0).one(unit.read()).await?.ok_or(Error::NotFound)?;
                    let mut person = person.into_active_model();
                    person.locale = Set(locale.to_string());
                    person::Entity::update(person).exec(unit.write()).await?;
                    Ok(())
                })
            })
            .await
    }
}
