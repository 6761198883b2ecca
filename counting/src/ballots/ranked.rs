//! Ballots with candidates in order of preference.

use super::{BallotError, Marks, entry};
use crate::sheets::{Merge, Sheets};

/// The bit of an entry that says "as good as the one before".
const SHARED: u16 = 1 << 15;

/// A candidate at its place on a ranked ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preference {
    /// The position of the candidate in the election.
    pub candidate: usize,
    /// Ranked as high as the candidate before it on the ballot.
    pub shared: bool,
}

/// Ranked ballots.
#[derive(Clone, Debug, Default)]
pub struct Rankings {
    candidates: usize,
    sheets: Sheets,
    blank: u64,
    shares: bool,
}

/// One ranked ballot with the number of voters, or voices, that cast it.
#[derive(Clone, Copy, Debug)]
pub struct Ranking<'a> {
    entries: &'a [u16],
    /// How often it was cast: the sum of the weights.
    pub weight: u64,
}

impl<'a> Ranking<'a> {
    /// The preferences, best first. Candidates that are not on the ballot do not appear.
    pub fn preferences(self) -> impl Iterator<Item = Preference> + Clone + 'a {
        self.entries
            .iter()
            .map(|&entry| Preference { candidate: usize::from(entry & !SHARED), shared: entry & SHARED != 0 })
    }

    /// How many candidates stand on the ballot.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "an empty ballot is counted as blank and never kept")]
    pub fn len(self) -> usize {
        self.entries.len()
    }

    /// The preference at this position.
    #[must_use]
    pub fn get(self, position: usize) -> Option<Preference> {
        let entry = *self.entries.get(position)?;
        Some(Preference { candidate: usize::from(entry & !SHARED), shared: entry & SHARED != 0 })
    }
}

impl Rankings {
    /// For how many candidates the ballots are.
    #[must_use]
    pub fn candidates(&self) -> usize {
        self.candidates
    }

    /// Takes ballots for so many candidates.
    #[must_use]
    pub fn builder(candidates: usize) -> RankingsBuilder {
        RankingsBuilder {
            candidates,
            merge: Merge::default(),
            scratch: Vec::new(),
            marks: Marks::new(candidates),
            blank: 0,
            shares: false,
        }
    }

    /// The different ballots.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Ranking<'_>> {
        self.sheets.iter().map(|(entries, weight)| Ranking { entries, weight })
    }

    /// The ballot at this position, in the order of [`Rankings::iter`].
    #[must_use]
    pub fn get(&self, ballot: usize) -> Ranking<'_> {
        let (entries, weight) = self.sheets.get(ballot);
        Ranking { entries, weight }
    }

    /// How many different ballots there are.
    #[must_use]
    pub fn different(&self) -> usize {
        self.sheets.len()
    }

    /// The weight of all ballots that rank somebody.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.sheets.total()
    }

    /// The weight of the blank ballots, which rank nobody.
    #[must_use]
    pub fn blank(&self) -> u64 {
        self.blank
    }

    /// Whether some ballot ranks two candidates equal.
    #[must_use]
    pub fn has_shared_places(&self) -> bool {
        self.shares
    }

    /// Whether some ballot names more than one candidate.
    #[must_use]
    pub fn has_second_preferences(&self) -> bool {
        self.iter().any(|ranking| ranking.len() > 1)
    }
}

/// Takes ranked ballots one by one.
#[derive(Debug)]
pub struct RankingsBuilder {
    candidates: usize,
    merge: Merge,
    scratch: Vec<u16>,
    marks: Marks,
    blank: u64,
    shares: bool,
}

impl RankingsBuilder {
    /// Adds a ballot of this weight. An empty one is blank; one of weight zero counts for nothing.
    ///
    /// # Errors
    /// When a candidate does not exist or is ranked twice, or the weights overflow. The ballot is then not counted.
    pub fn add(&mut self, preferences: impl IntoIterator<Item = Preference>, weight: u64) -> Result<(), BallotError> {
        self.scratch.clear();
        self.marks.next_ballot();
        let mut place = 0;
        for Preference { candidate, shared } in preferences {
            self.marks.mark(candidate)?;
            let shared = shared && !self.scratch.is_empty();
            if !shared {
                sort_place(&mut self.scratch[place..]);
                place = self.scratch.len();
            }
            self.shares |= shared;
            // `mark` has shown that the candidate exists, so it fits.
            self.scratch.push(entry(candidate) | if shared { SHARED } else { 0 });
        }
        sort_place(&mut self.scratch[place..]);
        // Blank ballots are added to the others when a method finds more of them: the sum must fit as well.
        let sum = self.blank.checked_add(self.merge.total()).and_then(|sum| sum.checked_add(weight));
        sum.ok_or(BallotError::TooManyVotes)?;
        if self.scratch.is_empty() {
            self.blank += weight;
            return Ok(());
        }
        self.merge.add(&self.scratch, weight)
    }

    /// Adds a ballot without equal places.
    ///
    /// # Errors
    /// As [`RankingsBuilder::add`].
    pub fn add_order(&mut self, order: &[usize], weight: u64) -> Result<(), BallotError> {
        self.add(order.iter().map(|&candidate| Preference { candidate, shared: false }), weight)
    }

    /// The ballots, once all are in.
    #[must_use]
    pub fn finish(self) -> Rankings {
        Rankings { candidates: self.candidates, sheets: self.merge.finish(), blank: self.blank, shares: self.shares }
    }
}

/// Puts the candidates of one place in the order of the ballot paper, so that A = B and B = A are the same ballot.
fn sort_place(place: &mut [u16]) {
    if place.len() > 1 {
        place[0] |= SHARED;
        place.sort_unstable();
        place[0] &= !SHARED;
    }
}
