//! Elections of persons in an assembly: candidacies, the vote by secret ballot, the result.
//!
//! What an election is, and what a ballot says, is in `domain::elections`; how ballots are kept apart from their voters is
//! in [`secrecy`], and nowhere else.

mod candidacies;
pub(crate) mod secrecy;
mod voting;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use domain::{
    elections::{Declared, METHODS, Method, Name, Rules, TieRule},
    ids::OrganizationId,
    quorum::Unit,
};
use entities::elections::{candidacy, election};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict,
};
use uuid::Uuid;

pub use candidacies::NewCandidacy;
pub use voting::SecretCast;

use crate::{Error, FieldError, FieldProblem};

/// Most seats of one election.
const SEATS: usize = 100;

/// What a form says of an election.
#[derive(Clone, Debug)]
pub struct NewElection {
    /// How ballots become seats.
    pub method: Method,
    /// How many are elected.
    pub seats: usize,
    /// What breaks a tie.
    pub ties: TieRule,
    /// Whether each organization counts one, or its voices.
    pub unit: Unit,
    /// The last day on which candidacies are taken; until the vote opens where `None`.
    pub candidacies_until: Option<NaiveDate>,
}

impl NewElection {
    pub(crate) fn check(&self, errors: &mut Vec<FieldError>) {
        if !METHODS.contains(&self.method) || (self.method == Method::Irv && self.seats > 1) {
            errors.push(FieldError::new("method", FieldProblem::NotAChoice));
        }
        if self.seats == 0 || self.seats > SEATS {
            errors.push(FieldError::new("seats", FieldProblem::NotANumber));
        }
    }

    fn rules(&self) -> Rules {
        Rules { method: self.method, seats: self.seats, ties: self.ties, unit: self.unit, seed: None }
    }
}

/// An election with who stands, and what it came to.
#[derive(Clone, Debug)]
pub struct Election {
    /// How it is held.
    pub rules: Rules,
    /// The last day on which candidacies are taken.
    pub candidacies_until: Option<NaiveDate>,
    /// Who stands or was proposed, by name.
    pub candidacies: Vec<Candidacy>,
    /// The ballot paper, from the opening on.
    pub paper: Vec<Name>,
    /// What it came to, once closed.
    pub declared: Option<Declared>,
    /// Who voted, by name, once closed.
    pub voted: Vec<String>,
}

/// Somebody who stands, or was proposed.
#[derive(Clone, Debug)]
pub struct Candidacy {
    /// Which.
    pub id: Uuid,
    /// Who.
    pub name: String,
    /// Of which organization.
    pub organization: OrganizationId,
    /// How it was called then.
    pub organization_name: String,
    /// The candidate's account, where they said so themselves.
    pub person: Option<Uuid>,
    /// What they say.
    pub statement: String,
    /// Who proposed them.
    pub proposed_by: Uuid,
    /// Since when they consent.
    pub consented_at: Option<DateTime<Utc>>,
    /// Whether the consent was given on paper, and recorded by whoever runs the assembly.
    pub on_paper: bool,
    /// Since when they do not stand any more.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

impl Candidacy {
    /// Whether they are on the ballot paper when the vote opens now.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.consented_at.is_some() && self.withdrawn_at.is_none()
    }
}

impl From<candidacy::Model> for Candidacy {
    fn from(row: candidacy::Model) -> Self {
        Self {
            id: row.id,
            name: row.name,
            organization: OrganizationId(row.organization_id),
            organization_name: row.organization_name,
            person: row.person_id,
            statement: row.statement,
            proposed_by: row.proposed_by,
            consented_at: row.consented_at,
            on_paper: row.consent.as_deref() == Some(ON_PAPER),
            withdrawn_at: row.withdrawn_at,
        }
    }
}

/// Consent given by the candidate.
const OWN: &str = "own";
/// Consent given on paper.
const ON_PAPER: &str = "paper";

/// Writes down how an election is held, in place of what stood there.
pub(crate) async fn store(database: &impl ConnectionTrait, item: Uuid, new: &NewElection) -> Result<(), Error> {
    let row = election::ActiveModel {
        item_id: Set(item),
        rules: Set(serde_json::to_value(new.rules())?),
        candidacies_until: Set(new.candidacies_until),
        paper: Set(None),
        declared: Set(None),
    };
    let again = OnConflict::column(election::Column::ItemId)
        .update_columns([election::Column::Rules, election::Column::CandidaciesUntil])
        .to_owned();
    election::Entity::insert(row).on_conflict(again).exec_without_returning(database).await?;
    Ok(())
}

/// Forgets an election of a draft, where there is one: nobody stands yet.
pub(crate) async fn forget(database: &impl ConnectionTrait, item: Uuid) -> Result<(), Error> {
    election::Entity::delete_by_id(item).exec(database).await?;
    Ok(())
}

/// Whether there is an election under an item.
pub(crate) async fn held(database: &impl ConnectionTrait, item: Uuid) -> Result<bool, Error> {
    Ok(election::Entity::find_by_id(item).one(database).await?.is_some())
}

/// The elections under these items, without who voted.
pub(crate) async fn of_items(
    database: &impl ConnectionTrait,
    items: &[Uuid],
) -> Result<HashMap<Uuid, Election>, Error> {
    if items.is_empty() {
        return Ok(HashMap::new());
    }
    let rows =
        election::Entity::find().filter(election::Column::ItemId.is_in(items.iter().copied())).all(database).await?;
    let mut found = HashMap::new();
    for row in rows {
        let candidacies = candidacies_of(database, row.item_id).await?;
        found.insert(row.item_id, stored(row, candidacies)?);
    }
    Ok(found)
}

async fn candidacies_of(database: &impl ConnectionTrait, item: Uuid) -> Result<Vec<Candidacy>, Error> {
    let rows = candidacy::Entity::find()
        .filter(candidacy::Column::ItemId.eq(item))
        .order_by_asc(candidacy::Column::Id)
        .all(database)
        .await?;
    let mut found: Vec<Candidacy> = rows.into_iter().map(Into::into).collect();
    found.sort_by_cached_key(|candidacy| crate::text::fold(&candidacy.name));
    Ok(found)
}

fn stored(row: election::Model, candidacies: Vec<Candidacy>) -> Result<Election, Error> {
    let order: Vec<Uuid> = row.paper.map(serde_json::from_value).transpose()?.unwrap_or_default();
    let on_paper = |id: &Uuid| candidacies.iter().find(|candidacy| candidacy.id == *id);
    let paper = order
        .iter()
        .filter_map(on_paper)
        .map(|candidacy| Name { name: candidacy.name.clone(), withdrawn: candidacy.withdrawn_at.is_some() })
        .collect();
    Ok(Election {
        rules: serde_json::from_value(row.rules)?,
        candidacies_until: row.candidacies_until,
        paper,
        candidacies,
        declared: row.declared.map(serde_json::from_value).transpose()?,
        voted: Vec::new(),
    })
}
