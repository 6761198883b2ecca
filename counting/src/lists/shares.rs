//! The arithmetic of seats: highest quotients and largest remainders.

use std::cmp::{Ordering, Reverse};

use super::{Amount, Claim, quotient};

/// What is known of a list.
pub(super) struct Share {
    pub(super) votes: u64,
    /// How many seats it can fill.
    pub(super) most: usize,
    /// Its place in the lot, the best zero; none when the assembly decides.
    pub(super) lot: Option<usize>,
}

/// The seats as they are given. Lists go by their position.
pub(super) struct Shares {
    /// To which list each seat goes, and by what, in order. Those of a broken tie come last.
    pub(super) given: Vec<(usize, Claim)>,
    /// What each list would come with for one more seat.
    pub(super) next: Vec<Amount>,
    /// The best claim that got nothing.
    pub(super) rival: Option<(usize, Amount)>,
    /// The tie for the last seats.
    pub(super) tie: Option<Undecided>,
    /// The quota, for a method that has one.
    pub(super) quota: Option<Amount>,
}

/// Lists with equal claims to fewer seats.
pub(super) struct Undecided {
    pub(super) between: Vec<usize>,
    /// Those to whom the lot gave a seat.
    pub(super) taken: Vec<usize>,
}

impl Shares {
    /// One seat after the other to the highest quotient. `divisor` tells by what the votes of a list with so many seats
    /// are divided.
    pub(super) fn by_quotient(shares: &[Share], seats: usize, divisor: fn(u128) -> u128) -> Self {
        let mut held = vec![0_usize; shares.len()];
        let mut given = Vec::new();
        let mut tie = None;
        while given.len() < seats {
            let of = |list: usize| (shares[list].votes, divisor(held[list] as u128));
            let open = (0..shares.len()).filter(|&list| shares[list].votes > 0 && held[list] < shares[list].most);
            let Some(best) = open.clone().max_by(|&one, &other| compare(of(one), of(other))) else { break };
            let mut equal: Vec<usize> = open.filter(|&list| compare(of(list), of(best)) == Ordering::Equal).collect();
            let left = seats - given.len();
            if equal.len() > left {
                tie = Some(undecided(shares, &equal, left));
                equal = tie.iter().flat_map(|tie| tie.taken.clone()).collect();
            }
            // Equal claims that all get a seat: giving one to a list changes nothing for the others.
            given.extend(equal.iter().map(|&list| (list, Claim::of_quotient(of(list).0, of(list).1))));
            equal.iter().for_each(|&list| held[list] += 1);
            if tie.is_some() {
                break;
            }
        }
        let of = |list: usize| (shares[list].votes, divisor(held[list] as u128));
        let rival = (0..shares.len())
            .filter(|&list| shares[list].votes > 0 && held[list] < shares[list].most)
            .max_by(|&one, &other| compare(of(one), of(other)).then(other.cmp(&one)))
            .map(|list| (list, quotient(of(list).0, of(list).1)));
        let next = (0..shares.len()).map(|list| quotient(of(list).0, of(list).1)).collect();
        Self { given, next, rival, tie, quota: None }
    }

    /// A seat for each full Hare quota, then one for each of the largest remainders. When a list has too few candidates
    /// for its seats, what it cannot fill goes on by remainder.
    pub(super) fn by_remainder(shares: &[Share], seats: usize) -> Self {
        let all: u128 = shares.iter().map(|share| u128::from(share.votes)).sum();
        // In units of 1/seats of a vote, so that quota and remainders are whole: the quota is then `all`.
        let scaled = |list: usize| u128::from(shares[list].votes) * seats as u128;
        let mut held = vec![0_usize; shares.len()];
        let mut given = Vec::new();
        let mut by_votes: Vec<usize> = (0..shares.len()).collect();
        by_votes.sort_by_key(|&list| (Reverse(shares[list].votes), list));
        for list in by_votes {
            let quotas = scaled(list).checked_div(all).unwrap_or(0);
            let full = usize::try_from(quotas).unwrap_or(usize::MAX).min(shares[list].most);
            held[list] = full;
            given.extend(std::iter::repeat_n((list, Claim::Quota), full));
        }
        let remainder = |list: usize| scaled(list).checked_rem(all).unwrap_or(0);
        let amount = |list: usize| Amount::quotient(remainder(list), seats as u128);
        let mut rival = None;
        let mut tie = None;
        // Once round is enough unless lists run out of candidates.
        while all > 0 && given.len() < seats && tie.is_none() {
            let mut open: Vec<usize> =
                (0..shares.len()).filter(|&list| shares[list].votes > 0 && held[list] < shares[list].most).collect();
            if open.is_empty() {
                break;
            }
            open.sort_by_key(|&list| (Reverse(remainder(list)), list));
            let left = (seats - given.len()).min(open.len());
            let last = remainder(open[left - 1]);
            let mut taken = open[..left].to_vec();
            if open.get(left).is_some_and(|&list| remainder(list) == last) {
                let sure = open.partition_point(|&list| remainder(list) > last);
                let end = open.partition_point(|&list| remainder(list) >= last);
                let undecided = undecided(shares, &open[sure..end], left - sure);
                taken.truncate(sure);
                taken.extend(&undecided.taken);
                tie = Some(undecided);
            }
            rival = open.iter().find(|list| !taken.contains(list)).map(|&list| (list, amount(list)));
            for list in taken {
                given.push((list, Claim::Remainder { remainder: amount(list) }));
                held[list] += 1;
            }
        }
        let next = (0..shares.len()).map(amount).collect();
        let quota = (all > 0).then(|| Amount::quotient(all, seats as u128));
        Self { given, next, rival, tie, quota }
    }
}

/// Compares votes / divisor by multiplying crosswise. Divisors are small: the products fit.
fn compare(one: (u64, u128), other: (u64, u128)) -> Ordering {
    (u128::from(one.0) * other.1).cmp(&(u128::from(other.0) * one.1))
}

fn undecided(shares: &[Share], equal: &[usize], places: usize) -> Undecided {
    let mut taken = Vec::new();
    if equal.iter().all(|&list| shares[list].lot.is_some()) {
        taken = equal.to_vec();
        taken.sort_by_key(|&list| shares[list].lot);
        taken.truncate(places);
    }
    Undecided { between: equal.to_vec(), taken }
}
