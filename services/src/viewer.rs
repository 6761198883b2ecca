//! Who is looking: a person with the mandates that are valid today, or nobody.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    access::{Action, Actor, Scope},
    ids::{NetworkId, OrganizationId, PersonId},
    locale::Locale,
    memberships::Status,
    people::{Holder, Mandate},
};
use entities::{
    memberships::membership,
    people::{mandate, person},
};
use sea_orm::{
    ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult,
    sea_query::{Expr, Query, SelectStatement},
};
use uuid::Uuid;

use crate::{Error, day_in, time_zone};

/// The person who asks, and what they may do.
#[derive(Clone, Debug, Default)]
pub struct Viewer {
    /// Person, mandates and where they lead.
    pub actor: Actor,
    /// Their name; empty for nobody.
    pub name: String,
    /// The language that they chose; `None` for nobody.
    pub locale: Option<Locale>,
    /// Hash of their session's identifier, when they have one.
    pub session: Option<String>,
}

impl Viewer {
    /// Someone who has not signed in.
    #[must_use]
    pub fn anonymous() -> Self {
        Self::default()
    }

    /// Loads a person with what they may do at a time. `None` when there is no such person.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn load(
        database: &impl ConnectionTrait,
        id: PersonId,
        now: DateTime<Utc>,
    ) -> Result<Option<Self>, Error> {
        let mut query = Query::select();
        query.from(person::Entity).and_where(column(person::Entity, person::Column::Id).eq(id.0));
        know(&mut query);
        let rows = Known::find_by_statement(database.get_database_backend().build(&query)).all(database).await?;
        Self::stored(&rows, now)
    }

    /// A person from the rows that [`know`] asks for. `None` when there is none.
    pub(crate) fn stored(rows: &[Known], now: DateTime<Utc>) -> Result<Option<Self>, Error> {
        let Some(first) = rows.first() else { return Ok(None) };
        // Mandates are dated by days; the day is that of the networks, which lie in one time zone or nearly.
        let today = day_in(time_zone("Europe/Paris"), now);
        // Each mandate stands beside each of its memberships.
        let (mut mandates, mut memberships) = (BTreeMap::new(), BTreeMap::new());
        for row in rows {
            if let Some((id, mandate)) = row.mandate()? {
                mandates.insert(id, mandate);
            }
            if let (Some(organization), Some(network), Some(status)) =
                (row.member_organization_id, row.member_network_id, &row.member_status)
            {
                let status: Status = status.parse()?;
                memberships.insert((organization, network), (OrganizationId(organization), NetworkId(network), status));
            }
        }
        Ok(Some(Self {
            actor: Actor::new(PersonId(first.person_id), mandates.into_values(), memberships.into_values(), today),
            name: first.name.clone(),
            locale: Some(first.locale.parse()?),
            session: None,
        }))
    }

    /// The person, or the word that one has to sign in.
    ///
    /// # Errors
    /// [`Error::SignInFirst`].
    pub fn person(&self) -> Result<PersonId, Error> {
        self.actor.person().ok_or(Error::SignInFirst)
    }

    /// Checks a permission.
    ///
    /// # Errors
    /// [`Error::SignInFirst`], [`Error::NotFound`] for what they may not even see, or
    /// [`Error::NotAllowed`].
    pub fn require(&self, action: Action, scope: Scope) -> Result<(), Error> {
        Ok(self.actor.may(action, scope)?)
    }

    /// Whether a button is worth showing.
    #[must_use]
    pub fn may(&self, action: Action, scope: Scope) -> bool {
        self.actor.may(action, scope).is_ok()
    }
}

/// A person beside one of their mandates and one of the memberships to which it leads: those of the
/// person's organizations, and those in the person's networks.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Known {
    person_id: Uuid,
    name: String,
    locale: String,
    mandate_id: Option<Uuid>,
    role: Option<String>,
    network_id: Option<Uuid>,
    organization_id: Option<Uuid>,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    member_organization_id: Option<Uuid>,
    member_network_id: Option<Uuid>,
    member_status: Option<String>,
}

impl Known {
    fn mandate(&self) -> Result<Option<(Uuid, Mandate)>, Error> {
        let (Some(id), Some(role), Some(starts_on)) = (self.mandate_id, &self.role, self.starts_on) else {
            return Ok(None);
        };
        Ok(Some((id, mandate_of(id, role, (self.network_id, self.organization_id), starts_on, self.ends_on)?)))
    }
}

/// Asks for people with all that they may do, in the one statement with which every page begins. Where
/// the people come from stands in the query already: SQLite follows the order of outer joins.
pub(crate) fn know(query: &mut SelectStatement) {
    let (mandate_of, member_of) = (|of| column(mandate::Entity, of), |of| column(membership::Entity, of));
    query
        .expr_as(column(person::Entity, person::Column::Id), "person_id")
        .expr_as(column(person::Entity, person::Column::Name), "name")
        .expr_as(column(person::Entity, person::Column::Locale), "locale")
        .expr_as(mandate_of(mandate::Column::Id), "mandate_id")
        .expr_as(mandate_of(mandate::Column::Role), "role")
        .expr_as(mandate_of(mandate::Column::NetworkId), "network_id")
        .expr_as(mandate_of(mandate::Column::OrganizationId), "organization_id")
        .expr_as(mandate_of(mandate::Column::StartsOn), "starts_on")
        .expr_as(mandate_of(mandate::Column::EndsOn), "ends_on")
        .expr_as(member_of(membership::Column::OrganizationId), "member_organization_id")
        .expr_as(member_of(membership::Column::NetworkId), "member_network_id")
        .expr_as(member_of(membership::Column::Status), "member_status")
        .left_join(
            mandate::Entity,
            mandate_of(mandate::Column::PersonId).eq(column(person::Entity, person::Column::Id)),
        )
        .left_join(
            membership::Entity,
            member_of(membership::Column::OrganizationId)
                .eq(mandate_of(mandate::Column::OrganizationId))
                .or(member_of(membership::Column::NetworkId).eq(mandate_of(mandate::Column::NetworkId))),
        );
}

/// A column with its table.
pub(crate) fn column<E: EntityTrait>(entity: E, column: E::Column) -> Expr {
    Expr::col((entity, column))
}

/// A mandate from its row.
///
/// # Errors
/// [`Error::Stored`] when the row holds what no rule would have let in.
pub fn stored_mandate(row: &mandate::Model) -> Result<Mandate, Error> {
    mandate_of(row.id, &row.role, (row.network_id, row.organization_id), row.starts_on, row.ends_on)
}

fn mandate_of(
    id: Uuid,
    role: &str,
    holder: (Option<Uuid>, Option<Uuid>),
    starts_on: NaiveDate,
    ends_on: Option<NaiveDate>,
) -> Result<Mandate, Error> {
    let holder = match holder {
        (Some(network), None) => Holder::Network(NetworkId(network)),
        (None, Some(organization)) => Holder::Organization(OrganizationId(organization)),
        _ => return Err(Error::Stored(format!("mandate {id} is held nowhere or twice"))),
    };
    Mandate::new(role.parse()?, holder, starts_on, ends_on)
        .map_err(|refused| Error::Stored(format!("mandate {id}: {refused}")))
}
