//! What is voted on in secret, as its papers meet it: an election, or a motion or amendment.

use domain::{
    assemblies::ItemKind,
    ballots::{Answer, Carries, Stamp},
    colleges::RollEntry,
    elections::{Marking, Name, Paper},
    ids::PollId,
    tellers::urn::{Reading, Urn, answers},
};
use entities::{
    Unit,
    assemblies::{item, poll},
};
use sea_orm::ConnectionTrait;

use crate::{
    Error, Refusal,
    ballots::{form_of, secret_majority},
    elections::{Election, of_items, secrecy},
};

/// What stands on a paper before it is marked.
#[derive(Clone, Debug)]
pub enum Printed {
    /// Names, in their order, to be marked in this way.
    Names(Marking, Vec<Name>),
    /// [`domain::tellers::urn::ANSWERS`].
    Answers,
}

impl Printed {
    /// What a line of a teller says; `None` where no such paper does.
    pub(super) fn read(&self, line: &str) -> Option<Reading> {
        match self {
            Self::Names(marking, names) => Reading::read(*marking, names, line),
            Self::Answers => Reading::read_answer(line),
        }
    }
}

/// What is voted on in secret.
pub(super) enum Asked {
    /// Who is elected.
    Election(Box<Election>),
    /// A motion or an amendment, with what its ballots carry.
    Question(Carries),
}

impl Asked {
    /// Under a poll. A vote by name has no urn.
    pub async fn of(database: &impl ConnectionTrait, row: &poll::Model, found: &item::Model) -> Result<Self, Error> {
        let kind: ItemKind = found.kind.parse()?;
        if kind == ItemKind::Election {
            let election = of_items(database, &[found.id]).await?.remove(&found.id).ok_or(Error::NotFound)?;
            return Ok(Self::Election(Box::new(election)));
        }
        let majority = secret_majority(row, kind, form_of(database, PollId(row.id)).await?)?;
        Ok(Self::Question(Carries::of(&majority)))
    }

    /// That an organization votes on it: in an election of one college, its own do.
    ///
    /// # Errors
    /// A refusal with the college that elects.
    pub fn may_vote(&self, entry: &RollEntry) -> Result<(), Refusal> {
        match self {
            Self::Election(election) => election.elects(entry),
            Self::Question(_) => Ok(()),
        }
    }

    /// What stands on its papers.
    pub fn printed(&self) -> Printed {
        match self {
            Self::Election(election) => Printed::Names(election.rules.marking(), election.paper.clone()),
            Self::Question(_) => Printed::Answers,
        }
    }

    /// What the ballot of an organization carries.
    pub fn stamp(&self, entry: &RollEntry) -> Stamp {
        match self {
            Self::Election(election) => Stamp { weight: election.rules.weight(entry), college: None },
            Self::Question(carries) => carries.stamp(entry),
        }
    }

    /// Puts the papers that two tellers signed off into the box. Null papers of a question count as such; in an election
    /// they are no ballots.
    pub async fn pour(&self, unit: &Unit, poll: PollId, papers: &[Paper], urn: &Urn) -> Result<(), Error> {
        let Stamp { weight, college } = urn.stamp;
        match self {
            Self::Election(_) => secrecy::pour(unit, poll, papers, weight).await,
            Self::Question(_) => {
                let said = answers(papers, urn.null).into_iter().map(|choice| Answer { choice, college });
                secrecy::pour(unit, poll, &said.collect::<Vec<_>>(), weight).await
            }
        }
    }
}
