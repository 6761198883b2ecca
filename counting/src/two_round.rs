//! Two rounds. In the first, whoever is named on more than half of the valid ballots is elected; if seats are left, the
//! best twice as many as seats go on, and in the second round the most votes win.
//!
//! Blank and invalid ballots are not part of the base. Without a lot, all who tie for a place in the second round go
//! on. For one seat this is the usual election of a chair; for several, each ballot names as many as there are seats, in
//! the second round as many as seats are left.

use crate::outcome::{Amount, Because, Formula, Outcome, Reason, Round, Step, Threshold, Turnout};
use crate::plurality::{first_names, reasons, tied, votes_round};
use crate::ties::{Best, Lots, best};
use crate::{Ballots, BrokenBy, Election, Method, Options, Question, Refusal, SecondRound};

/// Counts the first round, and the second if it can be counted from what there is.
pub(crate) fn count(election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    let lots = Lots::new(&options.ties, election)?;
    let seats = election.seats();
    let standing = election.standing();
    let (votes, turnout) = first_names(Method::TwoRound, election, &standing, seats)?;
    let majority: Vec<_> =
        standing.iter().copied().filter(|&candidate| u128::from(votes[candidate]) * 2 > turnout.valid.into()).collect();
    let first = best(election, &lots, &majority, |candidate| votes[candidate], seats, Question::Elect);
    let threshold = Threshold {
        votes: Amount::quotient(turnout.valid.into(), 2),
        reached_by_equality: false,
        formula: Formula::HalfOfValid,
    };
    let mut outcome = Outcome {
        method: Method::TwoRound,
        seats,
        elected: election.names(&first.taken),
        tied: tied(election, &first),
        open_seats: seats - first.taken.len(),
        second_round: Vec::new(),
        turnout,
        rounds: Vec::new(),
        reasons: majorities(election, &votes, &turnout, &first),
    };
    let mut round = votes_round(election, Step::First, &standing, &votes, &first.taken, Some(threshold), &first);
    if outcome.open_seats == 0 || !outcome.tied.is_empty() {
        outcome.rounds.push(Round::Votes(round));
        return Ok(outcome);
    }
    let others: Vec<_> = standing.into_iter().filter(|candidate| !first.taken.contains(candidate)).collect();
    let mut going = best(
        election,
        &lots,
        &others,
        |candidate| votes[candidate],
        outcome.open_seats.saturating_mul(2),
        Question::GoOn,
    );
    if let Some(tie) = going.tie.as_mut().filter(|tie| tie.broken_by == BrokenBy::Open) {
        tie.broken_by = BrokenBy::Rule;
        tie.taken.clone_from(&tie.candidates);
    }
    going.taken.append(&mut going.tied);
    round.ties.extend(going.tie.clone());
    outcome.rounds.push(Round::Votes(round));
    if going.taken.is_empty() {
        return Ok(outcome);
    }
    outcome.second_round = election.names(&going.taken);
    going.taken.sort_unstable();
    second_round(election, options, &lots, &going.taken, outcome)
}

fn majorities(election: &Election, votes: &[u64], turnout: &Turnout, first: &Best) -> Vec<Reason> {
    first
        .taken
        .iter()
        .map(|&candidate| Reason {
            candidate: election.name(candidate),
            because: Because::AbsoluteMajority {
                round: 1,
                votes: Amount::whole(votes[candidate]),
                of: Amount::whole(turnout.valid),
            },
        })
        .collect()
}

fn second_round(
    election: &Election,
    options: &Options,
    lots: &Lots,
    going: &[usize],
    mut outcome: Outcome,
) -> Result<Outcome, Refusal> {
    let open = outcome.open_seats;
    let (votes, turnout, exhausted) = match &options.second_round {
        SecondRound::Ballots(second) => {
            let (votes, turnout) = second_ballots(election, second, going, open)?;
            (votes, turnout, 0)
        }
        SecondRound::Vote => return Ok(outcome),
        SecondRound::Automatic if !ranks_more_than(election, election.seats()) => return Ok(outcome),
        SecondRound::Automatic | SecondRound::Preferences => {
            let (votes, turnout) = first_names(Method::TwoRound, election, going, open)?;
            let exhausted = outcome.turnout.valid.saturating_sub(turnout.valid);
            (votes, turnout, exhausted)
        }
    };
    let second = best(election, lots, going, |candidate| votes[candidate], open, Question::Elect);
    let step = Step::SecondRound { turnout };
    let mut round = votes_round(election, step, going, &votes, &second.taken, None, &second);
    round.exhausted = Amount::whole(exhausted);
    outcome.rounds.push(Round::Votes(round));
    outcome.reasons.extend(reasons(election, &votes, &second));
    outcome.elected.extend(election.names(&second.taken));
    outcome.tied = tied(election, &second);
    outcome.open_seats -= second.taken.len();
    Ok(outcome)
}

/// Whether the ballots say more than a first vote for `names` candidates needs.
fn ranks_more_than(election: &Election, names: usize) -> bool {
    match election.ballots() {
        Ballots::Ranked(rankings) => rankings.iter().any(|ranking| ranking.len() > names),
        Ballots::Approved(_) | Ballots::Graded(_) => false,
    }
}

/// The votes of those who went on in a second vote, by their positions in the first election.
fn second_ballots(
    election: &Election,
    second: &Election,
    going: &[usize],
    names: usize,
) -> Result<(Vec<u64>, Turnout), Refusal> {
    let there = going
        .iter()
        .map(|&candidate| {
            let name = election.name(candidate);
            let found = second.candidates().iter().position(|other| other.name == name);
            found.map(|position| (candidate, position)).ok_or(Refusal::UnknownCandidate { name })
        })
        .collect::<Result<Vec<_>, _>>()?;
    let positions: Vec<_> = there.iter().map(|&(_, position)| position).collect();
    let (counted, turnout) = first_names(Method::TwoRound, second, &positions, names)?;
    let mut votes = vec![0; election.candidates().len()];
    for (candidate, position) in there {
        votes[candidate] = counted[position];
    }
    Ok((votes, turnout))
}
