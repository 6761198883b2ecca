//! Why each has a seat, or has none.

use std::collections::BTreeMap;

use super::{Asked, Because, Decision, Missed, Run, Scarce, Settled, Turn};
use crate::{
    ids::{OrganizationId, RegistrationGroupId},
    trainings::{Registration, count, seating::Seating, waiting::Wait},
};

impl Asked<'_> {
    /// A decision for each. `fit` says of the groups that were left out how many of each would have had a seat.
    pub(super) fn reasons(
        &self,
        seating: &Seating,
        run: &Run,
        fit: &BTreeMap<RegistrationGroupId, u32>,
    ) -> Vec<Decision> {
        let because = |person: &Registration, colleagues: u32| {
            if let Some((round, pot)) = run.seated.get(&person.id) {
                let settled = run.seated_by(seating, *round, person.organization);
                return Because::Seated { round: *round, pot: pot.clone(), settled };
            }
            match run.missed.get(&person.id) {
                Some(missed) => run.missed_by(seating, missed, person.organization, colleagues),
                None => self.left_out(person.group, fit),
            }
        };
        let each = self.organizations.iter().flat_map(|(_, people)| people.iter().enumerate());
        each.map(|(before, person)| Decision {
            registration: person.id,
            organization: person.organization,
            because: because(person, count(before)),
        })
        .collect()
    }

    fn left_out(&self, group: Option<RegistrationGroupId>, fit: &BTreeMap<RegistrationGroupId, u32>) -> Because {
        let members =
            self.groups.iter().find(|(known, _)| Some(*known) == group).map_or(0, |(_, members)| members.len());
        let fit = group.and_then(|group| fit.get(&group)).copied().unwrap_or(0);
        Because::GroupDidNotFit { people: count(members), fit }
    }
}

impl Run {
    /// The turns of a round before an association's, and those behind it.
    fn around(&self, round: u32, organization: OrganizationId) -> (&[Turn], &[Turn]) {
        let turns = self.rounds.get(&round).map_or(&[][..], Vec::as_slice);
        let at = turns.iter().position(|turn| turn.organization == organization).unwrap_or(turns.len());
        (&turns[..at], turns.get(at + 1..).unwrap_or(&[]))
    }

    fn seated_by(&self, seating: &Seating, round: u32, organization: OrganizationId) -> Settled {
        let (before, behind) = self.around(round, organization);
        let out = |turn: &&Turn| turn.short && !turn.served;
        let same = |turn: &&Turn| seating.priority_of(turn.organization) == seating.priority_of(organization);
        match behind.iter().filter(out).count() {
            0 => Settled::Enough,
            _ if behind.iter().filter(out).any(|turn| same(&turn)) => place(before, behind, same),
            _ => Settled::Priority,
        }
    }

    fn missed_by(
        &self,
        seating: &Seating,
        Missed { round, why }: &Missed,
        organization: OrganizationId,
        colleagues: u32,
    ) -> Because {
        if let Wait::Quota { limit, .. } = why {
            return Because::Quota { limit: *limit, colleagues };
        }
        if let Wait::GuestQuota { limit, .. } = why {
            return Because::GuestQuota { limit: *limit };
        }
        let scarce = if matches!(why, Wait::OnlyReservedLeft { .. }) { Scarce::Unreserved } else { Scarce::Seats };
        let (before, behind) = self.around(*round, organization);
        let same = |turn: &&Turn| seating.priority_of(turn.organization) == seating.priority_of(organization);
        let ahead = || before.iter().filter(|turn| turn.served);
        let settled = match ahead().count() {
            0 => Settled::RoundsBefore,
            _ if ahead().any(|turn| same(&turn)) => place(before, behind, same),
            _ => Settled::Priority,
        };
        let ahead = ahead().map(|turn| turn.organization).collect();
        Because::NotSeated { round: *round, scarce, settled, ahead, colleagues }
    }
}

/// The place that the lot gave among the associations of the same priority.
fn place(before: &[Turn], behind: &[Turn], same: impl Fn(&&Turn) -> bool) -> Settled {
    let ahead = before.iter().filter(&same).count();
    let behind = behind.iter().filter(&same).count();
    Settled::Lot { place: count(ahead + 1), of: count(ahead + 1 + behind) }
}
