//! What the methods of Condorcet have in common: places in an order with equals, and reasons.

use crate::Election;
use crate::outcome::{Because, Reason};
use crate::pairs::Pairs;
use crate::ties::Best;

/// The level of each candidate, the best zero.
pub(crate) fn places(levels: &[Vec<usize>], many: usize) -> Vec<usize> {
    let mut places = vec![0; many];
    for (place, level) in levels.iter().enumerate() {
        for &number in level {
            places[number] = place;
        }
    }
    places
}

/// The number of a candidate among those who are compared.
pub(crate) fn number(pairs: &Pairs, candidate: usize) -> usize {
    // They are in the order of the election, and only those who stand are asked for.
    pairs.candidates.partition_point(|&other| other < candidate)
}

/// Why each of the elected is elected. `otherwise` tells it for one who does not win against everybody who is not
/// elected, about the one against whom it stands worst.
pub(crate) fn reasons(
    election: &Election,
    pairs: &Pairs,
    best: &Best,
    otherwise: impl Fn(usize, usize) -> Because,
) -> Vec<Reason> {
    let rivals: Vec<usize> = (0..pairs.len()).filter(|&other| !best.taken.contains(&pairs.candidates[other])).collect();
    let because = |candidate: usize| {
        if let (Some(by), Some(tie)) = (best.by_lot(&election.name(candidate)), &best.tie) {
            return Because::DrawnAmong { candidates: tie.candidates.clone(), by };
        }
        let one = number(pairs, candidate);
        // How far it is ahead of a rival, or behind.
        let lead = |rival: usize| i128::from(pairs.preferring(one, rival)) - i128::from(pairs.preferring(rival, one));
        match rivals.iter().copied().min_by_key(|&rival| lead(rival)) {
            None => Because::Unopposed,
            Some(closest) if lead(closest) > 0 => Because::BeatsEach {
                closest: pairs.name(election, closest),
                votes: pairs.preferring(one, closest),
                against: pairs.preferring(closest, one),
            },
            Some(worst) => otherwise(one, worst),
        }
    };
    best.taken
        .iter()
        .map(|&candidate| Reason { candidate: election.name(candidate), because: because(candidate) })
        .collect()
}
