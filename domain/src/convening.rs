//! Who calls an assembly, and how many members oblige the board to call one.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    assemblies::CourseRefused,
    fraction::Comparison,
    ids::OrganizationId,
    people::Role,
    statutes::{Convener, Convening},
};

/// Whether somebody with these roles may call an assembly. Where the statutes name who calls, it is somebody of the
/// board who does: no role tells the chair apart, and an auditor's call is put out by the board. Where they name
/// nobody, whoever prepares assemblies calls them.
///
/// # Errors
/// [`CourseRefused::NotAConvener`], with those whom the statutes name.
pub fn may_call(rule: &Convening, roles: &BTreeSet<Role>) -> Result<(), CourseRefused> {
    if rule.by.is_empty() || roles.contains(&Role::NetworkBoard) {
        return Ok(());
    }
    Err(CourseRefused::NotAConvener { by: rule.by.iter().copied().collect::<Vec<Convener>>() })
}

/// How many members ask for an assembly, with both sides of the inequality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Members with a vote today that ask.
    pub have: u64,
    /// As many as oblige the board.
    pub needed: u64,
    /// Members with a vote today.
    pub of: u64,
    /// Whether that is enough.
    pub reached: bool,
}

/// Counts those who ask among the members that have a vote today. `None` where the statutes know no such request.
/// Nobody at all obliges nobody, whatever the share.
#[must_use]
pub fn asked(rule: &Convening, members: &BTreeSet<OrganizationId>, asking: &BTreeSet<OrganizationId>) -> Option<Asked> {
    let share = rule.on_request_of?;
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let (have, of) = (count(members.intersection(asking).count()), count(members.len()));
    let needed = share.needed_of(of, Comparison::AtLeast).max(1);
    Some(Asked { have, needed, of, reached: have >= needed })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::fraction::Fraction;

    fn rule(by: &[Convener], share: Option<(u64, u64)>) -> Convening {
        let share = share.map(|(numerator, denominator)| Fraction::new(numerator, denominator).expect("a share"));
        Convening { by: by.iter().copied().collect(), on_request_of: share }
    }

    fn some(numbers: impl IntoIterator<Item = u128>) -> BTreeSet<OrganizationId> {
        numbers.into_iter().map(|number| OrganizationId(Uuid::from_u128(number))).collect()
    }

    #[test]
    fn the_board_calls_where_the_statutes_name_who_does() {
        let named = rule(&[Convener::Board, Convener::Chair], None);
        assert_eq!(may_call(&named, &[Role::NetworkBoard].into()), Ok(()));
        let refused = CourseRefused::NotAConvener { by: vec![Convener::Board, Convener::Chair] };
        assert_eq!(may_call(&named, &[Role::NetworkAdministrator].into()), Err(refused));
        assert_eq!(may_call(&rule(&[], None), &[Role::NetworkAdministrator].into()), Ok(()), "nobody is named");
    }

    #[test]
    fn a_share_of_the_members_with_a_vote_is_exact() {
        let asked_by = |asking| asked(&rule(&[], Some((1, 4))), &some(1..=41), &some(asking)).expect("a rule");
        assert_eq!(asked_by(1..=10), Asked { have: 10, needed: 11, of: 41, reached: false });
        assert!(asked_by(1..=11).reached, "ten and a quarter are eleven");
        assert_eq!(asked_by(35..=50).have, 7, "who has no vote is not counted");
        assert_eq!(asked(&rule(&[], None), &some(1..=4), &some(1..=4)), None);
        assert!(!asked(&rule(&[], Some((1, 4))), &some([]), &some([])).expect("a rule").reached);
    }

    proptest! {
        #[test]
        fn enough_is_what_the_fraction_says(of in 1_u128..60, asking in 0_u128..60, numerator in 1_u64..9, more in 0_u64..9) {
            let denominator = numerator + more;
            let told = asked(&rule(&[], Some((numerator, denominator))), &some(1..=of), &some(1..=asking)).expect("a rule");
            let share = Fraction::new(numerator, denominator).expect("a share");
            prop_assert_eq!(told.reached, share.met_by(told.have, told.of, Comparison::AtLeast));
        }
    }
}
