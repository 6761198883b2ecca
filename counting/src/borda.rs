//! Borda's count, with the points of a tournament.
//!
//! On each ballot a candidate gets one point for everybody ranked lower and half a point for everybody ranked equal;
//! whoever is not on the ballot is ranked equal and last. On a complete ballot without equals these are the usual
//! n − 1, n − 2, … 0 points. Every ballot gives n (n − 1) / 2 points in all, so nobody gains by leaving names out (the
//! rule of averages; see Emerson, "The original Borda count and partial voting", Social Choice and Welfare 40, 2013).
//! The points of candidates who withdrew do not exist.

use crate::outcome::{Amount, Because, Outcome, Reason, Round, State, Step, Tally, Turnout, Votes};
use crate::plurality::tied;
use crate::ties::{Best, Lots, best};
use crate::{Election, Method, Options, Question, Refusal};

/// Counts.
pub(crate) fn count(election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    let lots = Lots::new(&options.ties, election)?;
    let standing = election.standing();
    let (points, turnout) = half_points(election, &standing)?;
    let elected = best(election, &lots, &standing, |candidate| points[candidate], election.seats(), Question::Elect);
    let tallies = standing
        .iter()
        .map(|&candidate| Tally {
            candidate: election.name(candidate),
            votes: halves(points[candidate]),
            state: if elected.taken.contains(&candidate) { State::Elected } else { State::Hopeful },
            keep: None,
        })
        .collect();
    let round = Votes {
        step: Step::First,
        threshold: None,
        tallies,
        exhausted: Amount::whole(0_u64),
        lost: Amount::whole(0_u64),
        elected: election.names(&elected.taken),
        excluded: Vec::new(),
        gave_way: Vec::new(),
        protected: Vec::new(),
        ties: elected.tie.iter().cloned().collect(),
    };
    Ok(Outcome {
        method: Method::Borda,
        seats: election.seats(),
        open_seats: election.seats() - elected.taken.len(),
        tied: tied(election, &elected),
        reasons: reasons(election, &points, &elected),
        elected: election.names(&elected.taken),
        second_round: Vec::new(),
        turnout,
        rounds: vec![Round::Votes(round)],
    })
}

fn halves(points: u128) -> Amount {
    Amount::quotient(points, 2)
}

fn reasons(election: &Election, points: &[u128], best: &Best) -> Vec<Reason> {
    let rival = best.tied.first().copied().or(best.next);
    let because = |candidate: usize| match (best.by_lot(&election.name(candidate)), rival) {
        (Some(by), _) => Because::TieBroken { votes: halves(points[candidate]), by },
        (None, None) => Because::Unopposed,
        (None, Some(rival)) => Because::MostVotes {
            votes: halves(points[candidate]),
            ahead_of: Some((election.name(rival), halves(points[rival]))),
        },
    };
    best.taken
        .iter()
        .map(|&candidate| Reason { candidate: election.name(candidate), because: because(candidate) })
        .collect()
}

/// Twice the points of each candidate, so that they are whole numbers.
fn half_points(election: &Election, standing: &[usize]) -> Result<(Vec<u128>, Turnout), Refusal> {
    let rankings = election.rankings(Method::Borda)?;
    let mut stands = vec![false; election.candidates().len()];
    for &candidate in standing {
        stands[candidate] = true;
    }
    let mut turnout = Turnout { blank: rankings.blank(), ..Turnout::default() };
    let mut points = vec![0_u128; stands.len()];
    let mut places: Vec<Vec<usize>> = Vec::new();
    let mut ranked = vec![false; stands.len()];
    for ranking in rankings.iter() {
        places.clear();
        ranked.fill(false);
        for preference in ranking.preferences() {
            if !preference.shared || places.is_empty() {
                places.push(Vec::new());
            }
            if let (true, Some(place)) = (stands[preference.candidate], places.last_mut()) {
                place.push(preference.candidate);
                ranked[preference.candidate] = true;
            }
        }
        if places.iter().all(Vec::is_empty) {
            turnout.blank += ranking.weight;
            continue;
        }
        turnout.valid += ranking.weight;
        places.push(standing.iter().copied().filter(|&candidate| !ranked[candidate]).collect());
        let mut below = standing.len();
        for place in &places {
            below -= place.len();
            for &candidate in place {
                let others = place.len() - 1;
                points[candidate] += u128::from(ranking.weight) * (2 * below + others) as u128;
            }
        }
    }
    Ok((points, turnout))
}
