//! Every two candidates compared, for the methods of Condorcet.

use crate::outcome::Turnout;
use crate::tables::{Comparisons, Win};
use crate::{Election, Method, Rankings, Refusal, Unranked};

/// The most candidates that are compared two by two: more would take gigabytes and hours.
const MOST_COMPARED: usize = 500;

/// How many ballots prefer each candidate to each other. Candidates are numbered here without those who withdrew.
pub(crate) struct Pairs {
    /// The positions in the election.
    pub(crate) candidates: Vec<usize>,
    /// The ballots.
    pub(crate) turnout: Turnout,
    preferring: Vec<u64>,
}

impl Pairs {
    /// Compares.
    pub(crate) fn of(method: Method, election: &Election, unranked: Unranked) -> Result<Self, Refusal> {
        let rankings = election.rankings(method)?;
        let candidates = election.standing();
        if candidates.len() > MOST_COMPARED {
            return Err(Refusal::TooManyCandidates { most: MOST_COMPARED });
        }
        let mut pairs = Self {
            preferring: vec![0; candidates.len() * candidates.len()],
            turnout: Turnout { blank: rankings.blank(), ..Turnout::default() },
            candidates,
        };
        pairs.add(rankings, election.candidates().len(), unranked);
        Ok(pairs)
    }

    fn add(&mut self, rankings: &Rankings, all: usize, unranked: Unranked) {
        let many = self.candidates.len();
        let mut numbers = vec![None; all];
        for (number, &candidate) in self.candidates.iter().enumerate() {
            numbers[candidate] = Some(number);
        }
        // The candidates of a ballot in order; and for each, where the places after its own begin.
        let mut order: Vec<usize> = Vec::with_capacity(many);
        let mut after: Vec<usize> = Vec::with_capacity(many);
        let mut ranked = vec![false; many];
        for ranking in rankings.iter() {
            order.clear();
            after.clear();
            for preference in ranking.preferences() {
                if !preference.shared {
                    after.resize(order.len(), order.len());
                }
                if let Some(number) = numbers[preference.candidate] {
                    order.push(number);
                }
            }
            after.resize(order.len(), order.len());
            if order.is_empty() {
                self.turnout.blank += ranking.weight;
                continue;
            }
            self.turnout.valid += ranking.weight;
            let named = order.len();
            if unranked == Unranked::Last && named < many {
                ranked.fill(false);
                order.iter().for_each(|&number| ranked[number] = true);
                order.extend((0..many).filter(|&number| !ranked[number]));
            }
            for (&winner, &from) in order[..named].iter().zip(&after) {
                let row = &mut self.preferring[winner * many..][..many];
                for &loser in &order[from..] {
                    row[loser] += ranking.weight;
                }
            }
        }
    }

    /// How many candidates are compared.
    pub(crate) fn len(&self) -> usize {
        self.candidates.len()
    }

    /// How many ballots prefer the one to the other.
    pub(crate) fn preferring(&self, one: usize, other: usize) -> u64 {
        self.preferring[one * self.len() + other]
    }

    /// The win of the one over the other, if there is one.
    pub(crate) fn win(&self, one: usize, other: usize) -> Option<Win> {
        let (votes, against) = (self.preferring(one, other), self.preferring(other, one));
        (votes > against).then_some(Win { votes, against })
    }

    /// The name of a candidate by its number here.
    pub(crate) fn name(&self, election: &Election, number: usize) -> String {
        election.name(self.candidates[number])
    }

    /// The table as an outcome shows it.
    pub(crate) fn table(&self, election: &Election) -> Comparisons {
        Comparisons {
            candidates: election.names(&self.candidates),
            preferring: self.preferring.chunks(self.len()).map(<[u64]>::to_vec).collect(),
        }
    }

    /// Puts candidates into sets: the first holds those whom nobody is before, and so on without them. `before` must
    /// have no cycles.
    pub(crate) fn levels(&self, before: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
        let mut left: Vec<usize> = (0..self.len()).collect();
        let mut levels = Vec::new();
        while !left.is_empty() {
            let (level, rest): (Vec<usize>, Vec<usize>) =
                left.iter().partition(|&&one| !left.iter().any(|&other| before(other, one)));
            if level.is_empty() {
                // A cycle would be a defect of the caller; those on it are equal.
                levels.push(rest);
                break;
            }
            levels.push(level);
            left = rest;
        }
        levels
    }

    /// The names of sets of candidates.
    pub(crate) fn names(&self, election: &Election, levels: &[Vec<usize>]) -> Vec<Vec<String>> {
        levels.iter().map(|level| level.iter().map(|&number| self.name(election, number)).collect()).collect()
    }
}
