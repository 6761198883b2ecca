//! Seats reserved for groups of candidates, such as the colleges of a federation.
//!
//! Votes are counted as without reserved seats, within two bounds (I. D. Hill, STV with constraints, Voting matters 9,
//! 1998): nobody takes a seat that the groups still need, and whoever could only take such a seat is excluded; nobody is
//! excluded whom a group needs to fill its seats. Where the bounds do not bite, the count is the same as without them.

use crate::{Election, Options, Refusal, State};

/// Seats that a group of candidates gets at least, see [`crate::Candidate::group`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reservation {
    /// The group.
    pub group: String,
    /// How many seats at least.
    pub at_least: usize,
}

/// The reserved seats of one election.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reserved {
    /// The group of each candidate, as a position in `at_least`.
    group: Vec<Option<usize>>,
    names: Vec<String>,
    at_least: Vec<usize>,
}

impl Reserved {
    /// No reserved seats.
    pub(crate) fn none(election: &Election) -> Self {
        Self { group: vec![None; election.candidates().len()], ..Self::default() }
    }

    /// # Errors
    /// When more seats are reserved than there are, or more for a group than candidates of it stand.
    pub(crate) fn new(election: &Election, options: &Options) -> Result<Self, Refusal> {
        let mut reserved = Self::none(election);
        for Reservation { group, at_least } in options.reserved.iter().filter(|reservation| reservation.at_least > 0) {
            let known = reserved.names.iter().position(|name| name == group);
            let at = known.unwrap_or_else(|| {
                reserved.names.push(group.clone());
                reserved.at_least.push(0);
                reserved.names.len() - 1
            });
            reserved.at_least[at] = reserved.at_least[at].max(*at_least);
        }
        for (candidate, group) in election.candidates().iter().zip(&mut reserved.group) {
            *group = reserved.names.iter().position(|name| candidate.group.as_ref() == Some(name));
        }
        for (at, (name, &seats)) in reserved.names.iter().zip(&reserved.at_least).enumerate() {
            let standing =
                election.standing().iter().filter(|&&candidate| reserved.group[candidate] == Some(at)).count();
            if standing < seats {
                return Err(Refusal::TooFewInGroup { group: name.clone(), reserved: seats, standing });
            }
        }
        let sum = reserved.at_least.iter().sum();
        if sum > election.seats() {
            return Err(Refusal::TooManyReserved { reserved: sum, seats: election.seats() });
        }
        Ok(reserved)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The name of a candidate's group, if seats are reserved for it.
    pub(crate) fn group(&self, candidate: usize) -> Option<&String> {
        self.group[candidate].map(|group| &self.names[group])
    }

    fn in_state(&self, group: usize, state: &[State], wanted: State) -> usize {
        (0..state.len()).filter(|&candidate| self.group[candidate] == Some(group) && state[candidate] == wanted).count()
    }

    /// The seats that a group has not got yet.
    fn missing(&self, group: usize, state: &[State]) -> usize {
        self.at_least[group].saturating_sub(self.in_state(group, state, State::Elected))
    }

    /// The seats that are left for anybody.
    pub(crate) fn free(&self, state: &[State], seats_left: usize) -> usize {
        let missing: usize = (0..self.names.len()).map(|group| self.missing(group, state)).sum();
        seats_left - missing
    }

    /// Whether this candidate can take one of the seats that are left.
    pub(crate) fn can_be_elected(&self, candidate: usize, state: &[State], seats_left: usize) -> bool {
        self.free(state, seats_left) > 0 || self.group[candidate].is_some_and(|group| self.missing(group, state) > 0)
    }

    /// Whether the candidate's group can do without this candidate.
    pub(crate) fn can_be_excluded(&self, candidate: usize, state: &[State]) -> bool {
        self.group[candidate]
            .is_none_or(|group| self.in_state(group, state, State::Hopeful) > self.missing(group, state))
    }
}
