//! Settling wins, in one order or in every order of those that are equally strong.

use std::collections::HashSet;

use super::{MOST_ORDERS, Pair};

/// Who stands before whom by the wins that are kept: everything that follows from them, too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Order {
    many: usize,
    words: usize,
    bits: Vec<u64>,
}

impl Order {
    pub(super) fn new(many: usize) -> Self {
        let words = many.div_ceil(64);
        Self { many, words, bits: vec![0; many * words] }
    }

    pub(super) fn before(&self, one: usize, other: usize) -> bool {
        self.bits[one * self.words + other / 64] >> (other % 64) & 1 == 1
    }

    /// Whether nothing is said about these two yet.
    fn open(&self, pair: &Pair) -> bool {
        !self.before(pair.winner, pair.loser) && !self.before(pair.loser, pair.winner)
    }

    /// Keeps a win: whoever stands before the winner, and the winner, now stands before the loser and all after it.
    pub(super) fn keep(&mut self, winner: usize, loser: usize) {
        let mut after: Vec<u64> = self.row(loser).to_vec();
        after[loser / 64] |= 1 << (loser % 64);
        for one in 0..self.many {
            if one == winner || self.before(one, winner) {
                let row = &mut self.bits[one * self.words..][..self.words];
                row.iter_mut().zip(&after).for_each(|(word, more)| *word |= more);
            }
        }
    }

    fn row(&self, one: usize) -> &[u64] {
        &self.bits[one * self.words..][..self.words]
    }
}

/// What came of settling.
pub(super) struct Settlement {
    /// Each order that can come about; none when there were too many to follow.
    pub(super) orders: Vec<Order>,
    /// The positions of the wins whose order mattered.
    pub(super) contested: Vec<usize>,
}

/// Settles wins that are sorted by strength: equal ones as they stand, or in every order.
pub(super) fn settle(many: usize, wins: &[Pair], as_they_stand: bool) -> Settlement {
    let mut orders = vec![Order::new(many)];
    let mut contested = Vec::new();
    let mut start = 0;
    for group in wins.chunk_by(|one, other| one.win == other.win) {
        let mut seen = HashSet::new();
        let mut next = Vec::new();
        for mut order in orders {
            let disputed = keep_undisputed(&mut order, group);
            contested.extend(disputed.iter().map(|index| start + index));
            let disputed: Vec<Pair> = disputed.into_iter().map(|index| group[index]).collect();
            if as_they_stand {
                keep_in_order(&mut order, &disputed);
                next.push(order);
            } else if !follow(order, &disputed, &mut seen, &mut next) {
                return Settlement { orders: Vec::new(), contested };
            }
        }
        orders = next;
        start += group.len();
    }
    contested.sort_unstable();
    contested.dedup();
    Settlement { orders, contested }
}

fn keep_in_order(order: &mut Order, wins: &[Pair]) {
    for pair in wins {
        if order.open(pair) {
            order.keep(pair.winner, pair.loser);
        }
    }
}

/// Keeps what no order of the group can contradict; gives back the positions of the rest.
fn keep_undisputed(order: &mut Order, group: &[Pair]) -> Vec<usize> {
    let open: Vec<usize> = (0..group.len()).filter(|&index| order.open(&group[index])).collect();
    if let [only] = open[..] {
        order.keep(group[only].winner, group[only].loser);
        return Vec::new();
    }
    // A win is disputed when it lies on a cycle of what is kept and all of the group together.
    let mut all: Vec<Vec<usize>> = vec![Vec::new(); order.many];
    for &index in &open {
        all[group[index].winner].push(group[index].loser);
    }
    let (disputed, undisputed): (Vec<usize>, Vec<usize>) =
        open.iter().partition(|&&index| leads(order, &all, group[index].loser, group[index].winner));
    for index in undisputed {
        order.keep(group[index].winner, group[index].loser);
    }
    disputed
}

/// Whether a chain of kept wins and `more` leads from one to the other.
fn leads(order: &Order, more: &[Vec<usize>], from: usize, to: usize) -> bool {
    let mut reached = vec![false; order.many];
    let mut waiting = vec![from];
    reached[from] = true;
    while let Some(one) = waiting.pop() {
        if one == to {
            return true;
        }
        let kept = (0..order.many).filter(|&other| order.before(one, other));
        for other in kept.chain(more[one].iter().copied()) {
            if !std::mem::replace(&mut reached[other], true) {
                waiting.push(other);
            }
        }
    }
    false
}

/// Settles disputed wins in every order. False when there are too many states.
fn follow(order: Order, disputed: &[Pair], seen: &mut HashSet<Order>, found: &mut Vec<Order>) -> bool {
    let mut waiting = Vec::new();
    if seen.insert(order.clone()) {
        waiting.push(order);
    }
    while let Some(order) = waiting.pop() {
        let mut ended = true;
        for pair in disputed.iter().filter(|pair| order.open(pair)) {
            ended = false;
            let mut next = order.clone();
            next.keep(pair.winner, pair.loser);
            if seen.insert(next.clone()) {
                waiting.push(next);
            }
            if seen.len() > MOST_ORDERS {
                return false;
            }
        }
        if ended {
            found.push(order);
        }
    }
    true
}
