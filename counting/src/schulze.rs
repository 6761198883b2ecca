//! Schulze's method with winning votes (Schulze, "A new monotonic, clone-independent, reversal symmetric, and
//! Condorcet-consistent single-winner election method", Social Choice and Welfare 36, 2011).
//!
//! A path from A to B is a chain of wins; it is as strong as its weakest win. A stands before B when the strongest path
//! from A to B is stronger than the one from B to A. With several seats they go down this order; the method promises no
//! proportion.

use crate::outcome::{Because, Outcome, Round};
use crate::pairs::Pairs;
use crate::tables::{Paths, Win};
use crate::ties::{Lots, best, in_ballot_order};
use crate::{Election, Method, Options, Question, Refusal, condorcet};

/// Counts.
pub(crate) fn count(election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    let lots = Lots::new(&options.ties, election)?;
    let pairs = Pairs::of(Method::Schulze, election, options.unranked)?;
    let strength = strongest_paths(&pairs);
    let levels = pairs.levels(|one, other| strength[one][other] > strength[other][one]);
    let level = condorcet::places(&levels, pairs.len());
    let numbers: Vec<usize> = (0..pairs.len()).collect();
    let place = |candidate: usize| std::cmp::Reverse(level[condorcet::number(&pairs, candidate)]);
    let elected = best(election, &lots, &pairs.candidates, place, election.seats(), Question::Elect);
    let paths = Paths {
        candidates: election.names(&pairs.candidates),
        ranking: pairs.names(election, &levels),
        ties: elected.tie.iter().cloned().collect(),
        strength: numbers.iter().map(|&one| strength[one].clone()).collect(),
    };
    let reasons = condorcet::reasons(election, &pairs, &elected, |one, rival| Because::StrongerPath {
        rival: pairs.name(election, rival),
        there: strength[one][rival],
        back: strength[rival][one],
    });
    Ok(Outcome {
        method: Method::Schulze,
        seats: election.seats(),
        elected: election.names(&elected.taken),
        tied: if elected.tied.is_empty() { Vec::new() } else { vec![in_ballot_order(election, &elected.tied)] },
        open_seats: election.seats() - elected.taken.len(),
        second_round: Vec::new(),
        turnout: pairs.turnout,
        rounds: vec![Round::Comparisons(pairs.table(election)), Round::Paths(paths)],
        reasons,
    })
}

/// The strongest path from each to each (Floyd and Warshall, with minimum and maximum).
fn strongest_paths(pairs: &Pairs) -> Vec<Vec<Option<Win>>> {
    let many = pairs.len();
    let mut strength: Vec<Vec<Option<Win>>> =
        (0..many).map(|one| (0..many).map(|other| pairs.win(one, other)).collect()).collect();
    for middle in 0..many {
        let onward = strength[middle].clone();
        for (one, row) in strength.iter_mut().enumerate() {
            let Some(first) = row[middle] else { continue };
            for (other, direct) in row.iter_mut().enumerate() {
                if one != other {
                    // None is weaker than any win.
                    *direct = (*direct).max(onward[other].map(|second| second.min(first)));
                }
            }
        }
    }
    strength
}
