//! Ties that a method's own rule leaves: broken by a lot that anybody can draw again, by an order drawn in the room, or
//! left to the assembly.

use sha2::{Digest, Sha256};

use crate::{BrokenBy, Election, Question, Refusal, Tie};

/// What breaks a tie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Ties {
    /// Nothing: the outcome names the tied, and the assembly decides.
    #[default]
    Assembly,
    /// A lot from a seed that was published before the ballots were known. For each candidate the SHA-256 of the seed, a
    /// line feed (byte 10) and the name, all in UTF-8, is written in hexadecimal; the candidate whose digest comes first
    /// has the better lot. `printf 'SEED\nNAME' | sha256sum` gives the same. One order serves for the whole count.
    Lot {
        /// The seed, exactly as it was published.
        seed: String,
    },
    /// All names in an order that was drawn in the room, the best lot first.
    Drawn(Vec<String>),
}

/// The lots of one election: who has the better one in a tie.
#[derive(Clone, Debug)]
pub(crate) struct Lots {
    places: Option<Vec<usize>>,
    by: BrokenBy,
}

impl Lots {
    /// Draws the lots.
    ///
    /// # Errors
    /// When a drawn order leaves out a candidate who stands.
    pub(crate) fn new(ties: &Ties, election: &Election) -> Result<Self, Refusal> {
        let candidates = election.candidates();
        match ties {
            Ties::Assembly => Ok(Self { places: None, by: BrokenBy::Open }),
            Ties::Lot { seed } => {
                let mut drawn: Vec<_> = (0..candidates.len()).collect();
                drawn.sort_by_cached_key(|&candidate| lot(seed, &candidates[candidate].name));
                let mut places = vec![0; candidates.len()];
                for (place, candidate) in drawn.into_iter().enumerate() {
                    places[candidate] = place;
                }
                Ok(Self { places: Some(places), by: BrokenBy::Lot { seed: seed.clone() } })
            }
            Ties::Drawn(order) => {
                let place = |name: &str| order.iter().position(|drawn| drawn == name);
                let places = candidates
                    .iter()
                    .map(|candidate| match place(&candidate.name) {
                        Some(place) => Ok(place),
                        None if candidate.withdrawn => Ok(order.len()),
                        None => Err(Refusal::NotDrawn { name: candidate.name.clone() }),
                    })
                    .collect::<Result<_, _>>()?;
                Ok(Self { places: Some(places), by: BrokenBy::DrawnOrder })
            }
        }
    }

    /// The place of a candidate in the lot, the best zero; none when the assembly decides.
    pub(crate) fn place(&self, candidate: usize) -> Option<usize> {
        self.places.as_ref().map(|places| places[candidate])
    }

    /// Who of the tied has the best lot, or the worst; none when the assembly decides.
    pub(crate) fn pick(&self, tied: &[usize], best: bool) -> Option<usize> {
        let places = self.places.as_ref()?;
        if best {
            tied.iter().copied().min_by_key(|&candidate| places[candidate])
        } else {
            tied.iter().copied().max_by_key(|&candidate| places[candidate])
        }
    }

    /// What breaks ties here.
    pub(crate) fn by(&self) -> BrokenBy {
        self.by.clone()
    }
}

/// The lot of one candidate: the smaller digest is the better lot.
fn lot(seed: &str, name: &str) -> [u8; 32] {
    Sha256::new().chain_update(seed).chain_update("\n").chain_update(name).finalize().into()
}

/// Those with the highest scores.
#[derive(Clone, Debug)]
pub(crate) struct Best {
    /// Who is taken, the best first.
    pub(crate) taken: Vec<usize>,
    /// Between whom the remaining places are open; empty when all are filled.
    pub(crate) tied: Vec<usize>,
    /// The best of those who are not taken.
    pub(crate) next: Option<usize>,
    /// The tie at the last place, if there was one.
    pub(crate) tie: Option<Tie>,
}

impl Best {
    /// Whether this candidate was taken only because a tie was broken.
    pub(crate) fn by_lot(&self, name: &str) -> Option<BrokenBy> {
        let tie = self.tie.as_ref()?;
        tie.taken.iter().any(|taken| taken == name).then(|| tie.broken_by.clone())
    }
}

/// Takes the `places` candidates with the highest scores. Equal scores matter only across the last place.
pub(crate) fn best<K: Ord>(
    election: &Election,
    lots: &Lots,
    candidates: &[usize],
    score: impl Fn(usize) -> K,
    places: usize,
    question: Question,
) -> Best {
    let mut order = candidates.to_vec();
    order.sort_by(|&a, &b| score(b).cmp(&score(a)).then_with(|| (lots.place(a), a).cmp(&(lots.place(b), b))));
    if order.len() <= places || places == 0 {
        let next = order.get(places).copied();
        order.truncate(places);
        return Best { taken: order, tied: Vec::new(), next, tie: None };
    }
    let last = score(order[places - 1]);
    if score(order[places]) != last {
        return Best { taken: order[..places].to_vec(), tied: Vec::new(), next: Some(order[places]), tie: None };
    }
    let first = order.partition_point(|&candidate| score(candidate) > last);
    let end = order.partition_point(|&candidate| score(candidate) >= last);
    let tied = &order[first..end];
    let mut tie =
        Tie { candidates: in_ballot_order(election, tied), question, broken_by: lots.by(), taken: Vec::new() };
    if lots.by() == BrokenBy::Open {
        let tied = tied.to_vec();
        let next = order.get(end).copied();
        order.truncate(first);
        return Best { taken: order, tied, next, tie: Some(tie) };
    }
    tie.taken = election.names(&order[first..places]);
    let next = Some(order[places]);
    order.truncate(places);
    Best { taken: order, tied: Vec::new(), next, tie: Some(tie) }
}

/// The names in the order of the ballot paper.
pub(crate) fn in_ballot_order(election: &Election, candidates: &[usize]) -> Vec<String> {
    let mut candidates = candidates.to_vec();
    candidates.sort_unstable();
    election.names(&candidates)
}
