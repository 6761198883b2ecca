//! Ranked ballots in piles, each under the candidate for whom it counts.

use crate::{Ranking, Rankings, Turnout};

/// Which candidates stand, by position.
pub(crate) fn stands(candidates: usize, standing: &[usize]) -> Vec<bool> {
    let mut stands = vec![false; candidates];
    for &candidate in standing {
        stands[candidate] = true;
    }
    stands
}

/// How many of the ballots have a first preference that can be read.
pub(crate) fn turnout(rankings: &Rankings, stands: &[bool], mut valid: impl FnMut(usize, usize, usize)) -> Turnout {
    let mut turnout = Turnout { blank: rankings.blank(), ..Turnout::default() };
    for (ballot, ranking) in rankings.iter().enumerate() {
        match next_preference(ranking, 0, stands, |_| true) {
            Next::Candidate { candidate, position } => {
                turnout.valid += ranking.weight;
                valid(ballot, candidate, position);
            }
            Next::Shared => turnout.invalid += ranking.weight,
            Next::None => turnout.blank += ranking.weight,
        }
    }
    turnout
}

/// The piles of a count. Six bytes a ballot beside the ballots themselves.
pub(crate) struct Piles<'a> {
    rankings: &'a Rankings,
    stands: Vec<bool>,
    position: Vec<u16>,
    piles: Vec<Vec<u32>>,
}

impl<'a> Piles<'a> {
    /// Sorts the ballots by their first preferences among those who stand.
    pub(crate) fn new(rankings: &'a Rankings, candidates: usize, standing: &[usize]) -> (Self, Turnout) {
        let stands = stands(candidates, standing);
        let mut position = vec![0; rankings.different()];
        let mut piles = vec![Vec::new(); candidates];
        let turnout = turnout(rankings, &stands, |ballot, candidate, at| {
            position[ballot] = at as u16;
            piles[candidate].push(ballot as u32);
        });
        (Self { rankings, stands, position, piles }, turnout)
    }

    /// The ballots that count for this candidate, with their weights.
    pub(crate) fn pile(&self, candidate: usize) -> impl Iterator<Item = (usize, u64)> {
        self.piles[candidate].iter().map(|&ballot| (ballot as usize, self.rankings.get(ballot as usize).weight))
    }

    /// Moves every ballot of a pile to the next candidate that is `continuing`, and tells `moved` of each: the ballot,
    /// its weight and where it went.
    pub(crate) fn transfer(
        &mut self,
        from: usize,
        continuing: impl Fn(usize) -> bool,
        mut moved: impl FnMut(usize, u64, Option<usize>),
    ) {
        for ballot in std::mem::take(&mut self.piles[from]) {
            let ranking = self.rankings.get(ballot as usize);
            let start = usize::from(self.position[ballot as usize]) + 1;
            match next_preference(ranking, start, &self.stands, &continuing) {
                Next::Candidate { candidate, position } => {
                    self.position[ballot as usize] = position as u16;
                    self.piles[candidate].push(ballot);
                    moved(ballot as usize, ranking.weight, Some(candidate));
                }
                Next::Shared | Next::None => moved(ballot as usize, ranking.weight, None),
            }
        }
    }
}

/// Where a ballot goes.
pub(crate) enum Next {
    /// To this candidate, who stands at this position of the ballot.
    Candidate {
        /// Who.
        candidate: usize,
        /// The position of the preference.
        position: usize,
    },
    /// Nowhere: two candidates share the next place. As in the Scottish order, whose article 2 makes a paper
    /// non-transferable where two candidates, continuing or not, have the same figure.
    Shared,
    /// Nowhere: there are no more preferences.
    None,
}

/// The next preference from `start` on. Candidates who do not stand are read as if they were not on the ballot. After a
/// candidate that was counted, the rest of its place, if any, does not stand.
pub(crate) fn next_preference(
    ranking: Ranking<'_>,
    start: usize,
    stands: &[bool],
    continuing: impl Fn(usize) -> bool,
) -> Next {
    let mut found: Option<(usize, usize)> = None;
    for position in start..ranking.len() {
        let Some(preference) = ranking.get(position) else { break };
        if !preference.shared
            && let Some((candidate, position)) = found.take()
            && continuing(candidate)
        {
            return Next::Candidate { candidate, position };
        }
        if stands[preference.candidate] {
            if found.is_some() {
                return Next::Shared;
            }
            found = Some((preference.candidate, position));
        }
    }
    match found {
        Some((candidate, position)) if continuing(candidate) => Next::Candidate { candidate, position },
        _ => Next::None,
    }
}
