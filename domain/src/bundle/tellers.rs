//! What a bundle tells of tellers: who they were, and what two of them signed off.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{Line, Unsound, read};
use crate::{
    ids::{OrganizationId, PersonId, PollId},
    polls::Choice,
    tellers::Way,
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
