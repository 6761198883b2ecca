//! What a bundle tells of tellers: who they were, what two of them signed off, and what became of papers.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{Line, Unsound, read};
use crate::{
    ids::{OrganizationId, PersonId, PollId},
    polls::Choice,
    tellers::{Way, urn::Urn},
};

/// The tellers of the assembly at a line.
#[derive(Default)]
pub(super) struct Tellers(BTreeSet<PersonId>);

#[derive(Deserialize)]
struct Appointed {
    person: PersonId,
}

/// Votes on paper or by raised hands.
#[derive(Deserialize)]
pub(super) struct Signed {
    pub poll: PollId,
    pub way: Way,
    pub tellers: [PersonId; 2],
    pub votes: BTreeMap<OrganizationId, Choice>,
}

/// What became of the papers of a secret poll.
#[derive(Deserialize)]
pub(super) struct Settled {
    pub poll: PollId,
    pub urn: Urn,
}

/// The papers of a secret poll, as the lines tell of them.
#[derive(Default)]
pub(super) struct Papers {
    pub urn: Option<Urn>,
    /// They were settled twice, or by others than two tellers.
    pub unsettled: bool,
}

impl Papers {
    pub(super) fn settle(&mut self, urn: Urn, discarded: bool, tellers: &Tellers) {
        let read = match urn.tellers.as_slice() {
            [] => discarded,
            [first, second] => tellers.are([*first, *second]),
            _ => false,
        };
        self.unsettled |= self.urn.is_some() || !read || !urn.is_sound();
        self.urn = Some(urn);
    }
}

impl Tellers {
    pub(super) fn appoint(&mut self, line: &Line) -> Result<(), Unsound> {
        self.0.insert(read::<Appointed>(line)?.person);
        Ok(())
    }

    pub(super) fn dismiss(&mut self, line: &Line) -> Result<(), Unsound> {
        self.0.remove(&read::<Appointed>(line)?.person);
        Ok(())
    }

    /// Whether two people are tellers, and two.
    pub(super) fn are(&self, [first, second]: [PersonId; 2]) -> bool {
        first != second && self.0.contains(&first) && self.0.contains(&second)
    }

    /// Whether a sheet is one of two tellers, with what can be said in its way.
    pub(super) fn may_sign(&self, signed: &Signed) -> bool {
        self.are(signed.tellers) && signed.votes.values().all(|choice| signed.way.choices().contains(choice))
    }
}
