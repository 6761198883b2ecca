//! The most votes win: one name on a ballot (plurality), or as many as there are seats (block vote).
//!
//! A ranked ballot counts for its first preference, or for its first `seats` preferences in a block vote. A ballot that
//! names more at that place than it may is invalid. The order on a ballot means nothing in a block vote.

use crate::outcome::{Amount, Because, Outcome, Reason, Round, State, Step, Tally, Threshold, Turnout, Votes};
use crate::reserved::Reserved;
use crate::staged::Stages;
use crate::ties::{Best, Lots, best};
use crate::ways::{Breaker, Count, settle};
use crate::{Ballots, Election, Method, Options, Question, Ranking, Refusal};

/// Plurality; with several seats the single non-transferable vote.
pub(crate) fn plurality(election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    most_votes(Method::Plurality, election, options, 1)
}

/// Block vote.
pub(crate) fn block(election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    most_votes(Method::Block, election, options, election.seats())
}

/// Approval. On a ranked ballot everybody who is ranked is approved.
pub(crate) fn approval(election: &Election, options: &Options) -> Result<Outcome, Refusal> {
    most_votes(Method::Approval, election, options, election.candidates().len())
}

fn most_votes(method: Method, election: &Election, options: &Options, names: usize) -> Result<Outcome, Refusal> {
    let reserved = Reserved::new(election, options)?;
    let lots = Lots::new(&options.ties, election)?;
    let standing = election.standing();
    let (votes, turnout) = first_names(method, election, &standing, names)?;
    if !reserved.is_empty() {
        let run = |breaker: &mut Breaker| Ok(with_reserved(election, &reserved, &votes, turnout, breaker));
        let mut outcome = settle(method, election, options, run)?;
        explain(election, &reserved, &votes, &mut outcome);
        return Ok(outcome);
    }
    let elected = best(election, &lots, &standing, |candidate| votes[candidate], election.seats(), Question::Elect);
    let round = votes_round(election, Step::First, &standing, &votes, &elected.taken, None, &elected);
    Ok(Outcome {
        method,
        seats: election.seats(),
        open_seats: election.seats() - elected.taken.len(),
        tied: tied(election, &elected),
        reasons: reasons(election, &votes, &elected),
        elected: election.names(&elected.taken),
        second_round: Vec::new(),
        turnout,
        rounds: vec![Round::Votes(round)],
    })
}

/// The most votes win among those who can take a seat, one seat after another.
fn with_reserved<'a>(
    election: &'a Election,
    reserved: &'a Reserved,
    votes: &[u64],
    turnout: Turnout,
    breaker: &'a mut Breaker,
) -> Count {
    let mut stages = Stages::new(election, reserved, breaker);
    let zero = || Amount::whole(0_u64);
    let history = votes.iter().map(|&votes| votes.into()).collect();
    stages.begin(Step::First, None, history, zero(), zero(), |candidate| (Amount::whole(votes[candidate]), None));
    loop {
        let electable = stages.electable();
        let Some(most) = electable.iter().map(|&candidate| votes[candidate]).max() else {
            return stages.finish(turnout, false);
        };
        let tied: Vec<_> = electable.into_iter().filter(|&candidate| votes[candidate] == most).collect();
        let Some(next) = stages.next_seat(&tied) else { return stages.finish(turnout, true) };
        stages.elect(next, Because::MostVotes { votes: Amount::whole(most), ahead_of: None });
    }
}

/// Holds the elected against the best of those who are not, now that these are known.
fn explain(election: &Election, reserved: &Reserved, votes: &[u64], outcome: &mut Outcome) {
    let position = |name: &str| election.candidates().iter().position(|candidate| candidate.name == name);
    let elected: Vec<_> = outcome.elected.iter().filter_map(|name| position(name)).collect();
    let others = election.standing().into_iter().filter(|candidate| !elected.contains(candidate));
    let rival = others.max_by_key(|&candidate| votes[candidate]);
    for (reason, &candidate) in outcome.reasons.iter_mut().zip(&elected) {
        let held = Amount::whole(votes[candidate]);
        let ties = outcome.rounds.iter().flat_map(|round| match round {
            Round::Votes(round) => round.ties.as_slice(),
            _ => &[],
        });
        reason.because = match (&reason.because, rival, reserved.group(candidate)) {
            (Because::Certain, _, _) => continue,
            (_, None, _) => Because::Unopposed,
            (_, Some(rival), Some(group)) if votes[rival] > votes[candidate] => {
                Because::Reserved { group: group.clone(), votes: held }
            }
            (_, Some(rival), _) => {
                let rival_held = Amount::whole(votes[rival]);
                match ties.rev().find(|tie| tie.taken.contains(&reason.candidate)) {
                    Some(tie) if votes[rival] == votes[candidate] => {
                        Because::TieBroken { votes: held, by: tie.broken_by.clone() }
                    }
                    _ => Because::MostVotes { votes: held, ahead_of: Some((election.name(rival), rival_held)) },
                }
            }
        };
    }
}

/// The votes of each candidate when every ballot counts once for each of the first `names` candidates on it, of those
/// who are `standing`.
///
/// # Errors
/// For graded ballots.
pub(crate) fn first_names(
    method: Method,
    election: &Election,
    standing: &[usize],
    names: usize,
) -> Result<(Vec<u64>, Turnout), Refusal> {
    let mut stands = vec![false; election.candidates().len()];
    for &candidate in standing {
        stands[candidate] = true;
    }
    let mut votes = vec![0; stands.len()];
    let mut turnout = Turnout::default();
    let mut named = Vec::with_capacity(names.min(stands.len()));
    match election.ballots() {
        Ballots::Ranked(rankings) => {
            turnout.blank = rankings.blank();
            for ranking in rankings.iter() {
                let readable = read_names(ranking, &stands, names, &mut named);
                enter(&named, readable, ranking.weight, &mut votes, &mut turnout);
            }
        }
        Ballots::Approved(approvals) => {
            turnout.blank = approvals.blank();
            for (entries, weight) in approvals.iter() {
                named.clear();
                named.extend(entries.iter().map(|&entry| usize::from(entry)).filter(|&candidate| stands[candidate]));
                enter(&named, named.len() <= names, weight, &mut votes, &mut turnout);
            }
        }
        Ballots::Graded(_) => return Err(Refusal::WrongBallots { method, found: election.ballots().kind() }),
    }
    Ok((votes, turnout))
}

fn enter(named: &[usize], readable: bool, weight: u64, votes: &mut [u64], turnout: &mut Turnout) {
    if !readable {
        turnout.invalid += weight;
    } else if named.is_empty() {
        turnout.blank += weight;
    } else {
        turnout.valid += weight;
        for &candidate in named {
            votes[candidate] += weight;
        }
    }
}

/// Reads the first `names` candidates who stand. False when a shared place holds more than fit.
fn read_names(ranking: Ranking<'_>, stands: &[bool], names: usize, named: &mut Vec<usize>) -> bool {
    named.clear();
    for preference in ranking.preferences().filter(|preference| stands[preference.candidate]) {
        if named.len() == names {
            // A candidate of the last place that was read has no room: the ballot does not say whom it means. The
            // first of a place may have withdrawn, so what counts is whether the place began before.
            return !continues_place(ranking, stands, preference.candidate);
        }
        named.push(preference.candidate);
    }
    true
}

/// Whether this candidate shares its place with one who stands and comes before it on the ballot.
fn continues_place(ranking: Ranking<'_>, stands: &[bool], candidate: usize) -> bool {
    let mut before = false;
    for preference in ranking.preferences() {
        before &= preference.shared;
        if preference.candidate == candidate {
            break;
        }
        before |= stands[preference.candidate];
    }
    before
}

/// The account of a step in which whole votes are held.
pub(crate) fn votes_round(
    election: &Election,
    step: Step,
    standing: &[usize],
    votes: &[u64],
    elected: &[usize],
    threshold: Option<Threshold>,
    best: &Best,
) -> Votes {
    let tallies = standing
        .iter()
        .map(|&candidate| Tally {
            candidate: election.name(candidate),
            votes: Amount::whole(votes[candidate]),
            state: if elected.contains(&candidate) { State::Elected } else { State::Hopeful },
            keep: None,
        })
        .collect();
    Votes {
        step,
        threshold,
        tallies,
        exhausted: Amount::whole(0_u64),
        lost: Amount::whole(0_u64),
        elected: election.names(elected),
        excluded: Vec::new(),
        gave_way: Vec::new(),
        protected: Vec::new(),
        ties: best.tie.iter().cloned().collect(),
    }
}

/// The tied as an outcome names them.
pub(crate) fn tied(election: &Election, best: &Best) -> Vec<Vec<String>> {
    if best.tied.is_empty() { Vec::new() } else { vec![crate::ties::in_ballot_order(election, &best.tied)] }
}

/// Why those with the most votes are elected.
pub(crate) fn reasons(election: &Election, votes: &[u64], best: &Best) -> Vec<Reason> {
    let rival = best.tied.first().copied().or(best.next);
    best.taken
        .iter()
        .map(|&candidate| {
            let name = election.name(candidate);
            let votes_held = Amount::whole(votes[candidate]);
            let because = match (best.by_lot(&name), rival) {
                (Some(by), _) => Because::TieBroken { votes: votes_held, by },
                (None, None) => Because::Unopposed,
                (None, Some(rival)) => Because::MostVotes {
                    votes: votes_held,
                    ahead_of: Some((election.name(rival), Amount::whole(votes[rival]))),
                },
            };
            Reason { candidate: name, because }
        })
        .collect()
}
