//! The grades of one candidate, and how two candidates compare.

use std::cmp::Ordering;

/// How often each grade was given, the best grade first.
///
/// Taking middle grades away one by one walks from the middle outwards, one step down and one up: with an even number
/// of grades first the lower middle, then the upper, then the next below, and so on; with an odd number the one in the
/// middle counts as both. So two candidates are compared by this walk, whole stretches of equal grades at a time. When
/// they have different numbers of grades, each grade of the one is taken as often as the other has grades: doubling
/// all grades changes no comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Merit {
    counts: Vec<u64>,
}

impl Merit {
    /// No grade yet.
    pub(crate) fn new(grades: usize) -> Self {
        Self { counts: vec![0; grades] }
    }

    /// One more grade. The sum of all weights is known to fit.
    pub(crate) fn add(&mut self, grade: usize, weight: u64) {
        self.counts[grade] += weight;
    }

    /// One more of the worst grade.
    pub(crate) fn add_worst(&mut self, weight: u64) {
        if let Some(worst) = self.counts.last_mut() {
            *worst += weight;
        }
    }

    /// How often each grade was given, the best first.
    pub(crate) fn counts(&self) -> &[u64] {
        &self.counts
    }

    fn total(&self) -> u128 {
        self.counts.iter().map(|&count| u128::from(count)).sum()
    }

    /// The lower middle grade.
    pub(crate) fn majority_grade(&self) -> Option<usize> {
        let total = self.total();
        (total > 0).then(|| Walk::new(self, 1).below(0))
    }

    /// The better candidate is greater. Nobody is worse than a candidate without any grade.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        match self.decided_by(other) {
            (Some(mine), Some(theirs)) => theirs.cmp(&mine),
            (mine, theirs) => mine.is_some().cmp(&theirs.is_some()),
        }
    }

    /// The grades by which two candidates differ first on the walk: this one's and the other's. Nothing for a
    /// candidate without grades; the last pair when they are equal throughout.
    pub(crate) fn decided_by(&self, other: &Self) -> (Option<usize>, Option<usize>) {
        let (mine, theirs) = (self.total(), other.total());
        if mine == 0 || theirs == 0 {
            return (self.majority_grade(), other.majority_grade());
        }
        let (one, two) = (Walk::new(self, theirs), Walk::new(other, mine));
        let mut steps: Vec<u128> = one.steps().chain(two.steps()).collect();
        steps.sort_unstable();
        steps.dedup();
        let mut last = (None, None);
        for step in steps {
            for pair in [(one.below(step), two.below(step)), (one.above(step), two.above(step))] {
                last = (Some(pair.0), Some(pair.1));
                if pair.0 != pair.1 {
                    return last;
                }
            }
        }
        last
    }
}

/// The walk from the middle outwards over grades that are each taken `times` times.
struct Walk {
    /// Up to which position, exclusive, each grade stands when all are sorted from the worst to the best; paired with
    /// the grade.
    ends: Vec<(u128, usize)>,
    lower: u128,
    upper: u128,
}

impl Walk {
    /// The product of two sums of 64 bits fits into 128.
    fn new(merit: &Merit, times: u128) -> Self {
        let mut end = 0;
        let ends = merit.counts.iter().enumerate().rev().filter(|(_, count)| **count > 0);
        let ends: Vec<(u128, usize)> = ends
            .map(|(grade, &count)| {
                end += u128::from(count) * times;
                (end, grade)
            })
            .collect();
        Self { ends, lower: end.saturating_sub(1) / 2, upper: end / 2 }
    }

    fn grade(&self, position: u128) -> usize {
        let index = self.ends.partition_point(|(end, _)| *end <= position).min(self.ends.len() - 1);
        self.ends[index].1
    }

    /// The grade so many steps below the middle.
    fn below(&self, step: u128) -> usize {
        self.grade(self.lower.saturating_sub(step))
    }

    /// The grade so many steps above the middle.
    fn above(&self, step: u128) -> usize {
        self.grade(self.upper + step)
    }

    /// The steps at which a grade changes, the first one included.
    fn steps(&self) -> impl Iterator<Item = u128> + '_ {
        let changes = self.ends.iter().filter_map(|(end, _)| {
            // Position `end` holds the next better grade, the one before it the grade that ends.
            if *end <= self.lower { Some(self.lower - end + 1) } else { end.checked_sub(self.upper) }
        });
        std::iter::once(0).chain(changes)
    }
}
