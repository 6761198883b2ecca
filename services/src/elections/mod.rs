//! Elections of persons in an assembly: candidacies, the vote by secret ballot, the result.
//!
//! What an election is, and what a ballot says, is in `domain::elections`; how ballots are kept apart from their voters is
//! in [`secrecy`], and nowhere else.

mod candidacies;
mod casting;
mod lists;
mod opening;
pub(crate) mod secrecy;
mod sheet;
mod ties;
mod voting;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use domain::{
    colleges::RollEntry,
    elections::{
        CollegeSeats, Declared, Electorate, METHODS, Method, Name, ReservationRefused, Rules, TieRule, parity,
    },
    ids::OrganizationId,
    quorum::Unit,
};
use entities::elections::{candidacy, election, list};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict,
};
use uuid::Uuid;

pub use candidacies::NewCandidacy;
pub(crate) use casting::{SecretBallots, gathering};
pub use lists::OnList;
pub use voting::SecretCast;

use crate::{Error, FieldError, FieldProblem, Refusal};

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
    /// Seats that the candidates of some colleges get at least.
    pub reserved: Vec<CollegeSeats>,
    /// What a list has to be, where lists share the seats.
    pub parity: Option<parity::Rule>,
    /// The college that elects, from among its own; everybody where `None`.
    pub electorate: Option<Electorate>,
}

impl NewElection {
    pub(crate) fn check(&self, errors: &mut Vec<FieldError>) {
        if !METHODS.contains(&self.method) || (self.method == Method::Irv && self.seats > 1) {
            errors.push(FieldError::new("method", FieldProblem::NotAChoice));
        }
        if self.seats == 0 || self.seats > SEATS {
            errors.push(FieldError::new("seats", FieldProblem::NotANumber));
        }
        match self.rules().may_reserve() {
            Ok(()) => {}
            Err(ReservationRefused::Method) => {
                errors.push(FieldError::new("reserved", FieldProblem::NotWithThisMethod));
            }
            Err(ReservationRefused::OneCollege) => {
                errors.push(FieldError::new("reserved", FieldProblem::NotWithOneCollege));
            }
            Err(ReservationRefused::TooMany { seats, .. }) => {
                errors.push(FieldError::new("reserved", FieldProblem::MoreThan { most: seats }));
            }
        }
        if self.parity.is_some() && !self.rules().by_lists() {
            errors.push(FieldError::new("parity", FieldProblem::NotWithThisMethod));
        }
    }

    fn rules(&self) -> Rules {
        Rules {
            method: self.method,
            seats: self.seats,
            ties: self.ties,
            unit: self.unit,
            seed: None,
            reserved: self.reserved.iter().filter(|of| of.seats > 0).cloned().collect(),
            parity: self.parity,
            electorate: self.electorate.clone(),
        }
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
    /// The lists of candidates, by name, where lists share the seats.
    pub lists: Vec<CandidateList>,
    /// The item of the election whose tie this one decides.
    pub runoff_of: Option<Uuid>,
    /// The item of the run-off that decides the tie of this one.
    pub runoff: Option<Uuid>,
}

impl Election {
    /// That an organization votes, and that candidates may come from it.
    ///
    /// # Errors
    /// A refusal with the college that elects.
    pub(crate) fn elects(&self, entry: &RollEntry) -> Result<(), Refusal> {
        match &self.rules.electorate {
            Some(electorate) if !self.rules.elects(entry) => {
                Err(Refusal::OtherCollege { college: electorate.name.clone() })
            }
            _ => Ok(()),
        }
    }

    /// Those on a list who have not withdrawn, in its order.
    pub fn on_list(&self, list: Uuid) -> impl Iterator<Item = &Candidacy> {
        let mut people: Vec<&Candidacy> = self
            .candidacies
            .iter()
            .filter(|candidacy| candidacy.list == Some(list) && candidacy.withdrawn_at.is_none())
            .collect();
        people.sort_by_key(|candidacy| candidacy.list_place);
        people.into_iter()
    }
}

/// A list of candidates.
#[derive(Clone, Debug)]
pub struct CandidateList {
    /// Which.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// Who proposed it, and puts it in order.
    pub proposed_by: Uuid,
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
    /// On which list.
    pub list: Option<Uuid>,
    /// At which place of it; the lowest is the first.
    pub list_place: i32,
    /// What they declare for a rule of parity. For the rule alone: no page shows it to others than themselves and those
    /// who keep the list.
    pub side: Option<parity::Side>,
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
            list: row.list_id,
            list_place: row.list_place.unwrap_or_default(),
            side: row.side.as_deref().and_then(lists::side),
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
        runoff_of: Set(None),
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

/// How an election is held, where there is one under an item.
pub(crate) async fn rules_of(database: &impl ConnectionTrait, item: Uuid) -> Result<Option<Rules>, Error> {
    let row = election::Entity::find_by_id(item).one(database).await?;
    Ok(row.map(|row| serde_json::from_value(row.rules)).transpose()?)
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
        let lists = lists_of(database, row.item_id).await?;
        found.insert(row.item_id, stored(row, candidacies, lists)?);
    }
    let runoffs = election::Entity::find().filter(election::Column::RunoffOf.is_in(items.iter().copied()));
    for runoff in runoffs.all(database).await? {
        // One that came to nothing, for want of a quorum or of candidates, leaves the tie as it was.
        let came_to_nothing =
            runoff.declared.as_ref().is_some_and(|told| told.get("count").is_none_or(serde_json::Value::is_null));
        if let Some(first) = runoff.runoff_of.filter(|_| !came_to_nothing).and_then(|first| found.get_mut(&first)) {
            first.runoff = Some(runoff.item_id);
        }
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

async fn lists_of(database: &impl ConnectionTrait, item: Uuid) -> Result<Vec<CandidateList>, Error> {
    let rows = list::Entity::find().filter(list::Column::ItemId.eq(item)).all(database).await?;
    let list = |row: list::Model| CandidateList { id: row.id, name: row.name, proposed_by: row.proposed_by };
    let mut found: Vec<CandidateList> = rows.into_iter().map(list).collect();
    found.sort_by_cached_key(|list| crate::text::fold(&list.name));
    Ok(found)
}

fn stored(row: election::Model, candidacies: Vec<Candidacy>, lists: Vec<CandidateList>) -> Result<Election, Error> {
    let lines: Vec<sheet::Line> = row.paper.map(serde_json::from_value).transpose()?.unwrap_or_default();
    let paper = sheet::names(&lines, &candidacies, &lists);
    Ok(Election {
        rules: serde_json::from_value(row.rules)?,
        candidacies_until: row.candidacies_until,
        paper,
        candidacies,
        declared: row.declared.map(serde_json::from_value).transpose()?,
        voted: Vec::new(),
        lists,
        runoff_of: row.runoff_of,
        runoff: None,
    })
}
