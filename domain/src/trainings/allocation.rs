//! The fair allocation after the closing date: in rounds, one seat for each association before any has two.
//!
//! Where a round has fewer seats than associations, the network's priority decides, then the lot that was published;
//! within an association the order that its training officer set, then the lot of each person. The moment of asking
//! plays no part, nor does the order in which registrations are handed in.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    Registration, State, count,
    seating::{Rule, Seating, Tally},
    waiting::Wait,
};
use crate::ids::{OrganizationId, RegistrationGroupId, RegistrationId};

mod reasons;

text_enum! {
    /// What there was too little of.
    pub enum Scarce {
        /// Seats.
        Seats = "seats",
        /// Seats for anybody: what was left was reserved for others.
        Unreserved = "unreserved",
    }
}

/// What decided between the associations of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "settled")]
pub enum Settled {
    /// Nothing: there was a seat for each.
    Enough,
    /// The network's priority.
    Priority,
    /// The lot between associations of the same priority.
    Lot {
        /// The association's place, from 1.
        place: u32,
        /// Among how many.
        of: u32,
    },
    /// The rounds before: nothing was left when the association's turn came, and nobody had a seat before it in this
    /// round.
    RoundsBefore,
}

/// Why somebody has a seat, or has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "because")]
pub enum Because {
    /// A seat.
    Seated {
        /// In which round: the association's first, second… seat.
        round: u32,
        /// From which pot; a general seat when `None`.
        pot: Option<String>,
        /// What decided the round.
        settled: Settled,
    },
    /// No seat was left.
    NotSeated {
        /// In which round it would have been their turn.
        round: u32,
        /// What there was too little of.
        scarce: Scarce,
        /// What decided the round.
        settled: Settled,
        /// The associations that had a seat in this round before theirs.
        ahead: Vec<OrganizationId>,
        /// How many of their own association stand before them in its order.
        colleagues: u32,
    },
    /// The association holds as many seats as it may.
    Quota {
        /// How many.
        limit: u32,
        /// How many of their own association stand before them in its order.
        colleagues: u32,
    },
    /// The members of the other network through which the association takes part hold as many seats as they may.
    GuestQuota {
        /// How many.
        limit: u32,
    },
    /// There was not a seat for each of the group, which wanted all or none.
    GroupDidNotFit {
        /// How many are in the group.
        people: u32,
        /// How many of them would have had a seat.
        fit: u32,
    },
}

impl Because {
    /// Whether it is a seat.
    #[must_use]
    pub const fn is_seat(&self) -> bool {
        matches!(self, Self::Seated { .. })
    }
}

/// What the allocation decides for one registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// For which.
    pub registration: RegistrationId,
    /// For which association.
    pub organization: OrganizationId,
    /// What, and why.
    #[serde(flatten)]
    pub because: Because,
}

/// An allocation with the rules that it ran with: from these anybody allocates the same again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// The session's rules about seats as they were.
    pub seating: Seating,
    /// When it ran.
    pub at: DateTime<Utc>,
    /// Every decision, in the order of the identifiers.
    pub decisions: Vec<Decision>,
}

impl Allocation {
    /// The registrations as the allocation leaves them: seated, or on the waiting list. Only those that it decided on.
    #[must_use]
    pub fn applied(&self, registrations: &[Registration]) -> Vec<Registration> {
        let decided = |registration: &Registration| {
            let decision = self.decisions.iter().find(|decision| decision.registration == registration.id)?;
            Some(match &decision.because {
                Because::Seated { pot, .. } => registration.clone().into_seat(pot.clone()),
                _ => registration.clone().into_state(State::Waiting),
            })
        };
        registrations.iter().filter_map(decided).collect()
    }
}

/// Why nothing is allocated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum AllocationRefused {
    /// The first to come have the seats.
    #[error("seats are given to whoever asks first")]
    FirstCome,
    /// People still register.
    #[error("registration closes at {closes_at}")]
    StillOpen {
        /// When it closes.
        closes_at: DateTime<Utc>,
    },
    /// The session has begun.
    #[error("the session began at {begins_at}")]
    Begun {
        /// When it did.
        begins_at: DateTime<Utc>,
    },
    /// Nobody asked, or it has run: whoever waits is offered seats from the list.
    #[error("nobody is in the allocation")]
    NobodyAsked,
    /// There is nothing to draw lots with.
    #[error("no seed was published")]
    NoSeed,
}

/// Somebody who had no seat when it was their turn.
struct Missed {
    round: u32,
    why: Wait,
}

/// An association in one round.
struct Turn {
    organization: OrganizationId,
    /// Had a seat.
    served: bool,
    /// Had nothing for somebody whom the quotas would have allowed.
    short: bool,
}

/// One run of the rounds.
#[derive(Default)]
struct Run {
    seated: BTreeMap<RegistrationId, (u32, Option<String>)>,
    missed: BTreeMap<RegistrationId, Missed>,
    rounds: BTreeMap<u32, Vec<Turn>>,
}

/// What the rounds are run on.
struct Asked<'r> {
    tally: Tally<'r>,
    /// In the order of priority and lot, each with its people in their order.
    organizations: Vec<(OrganizationId, Vec<&'r Registration>)>,
    /// In the order of their association, then of their first person.
    groups: Vec<(RegistrationGroupId, Vec<RegistrationId>)>,
}

impl<'r> Asked<'r> {
    fn new(seating: &'r Seating, registrations: &'r [Registration], now: DateTime<Utc>) -> Self {
        let mut organizations: BTreeMap<OrganizationId, Vec<&Registration>> = BTreeMap::new();
        let asks = |registration: &&Registration| matches!(registration.state, State::Asked | State::Waiting);
        for registration in registrations.iter().filter(asks) {
            organizations.entry(registration.organization).or_default().push(registration);
        }
        let mut organizations: Vec<_> = organizations.into_iter().collect();
        organizations.sort_by_cached_key(|(id, _)| (seating.priority_of(*id), seating.lot(id.0), *id));
        let mut groups: Vec<(RegistrationGroupId, Vec<RegistrationId>)> = vec![];
        for (_, people) in &mut organizations {
            people.sort_by_cached_key(|person| (person.order, seating.lot(person.person.0), person.id));
            for (group, id) in people.iter().filter_map(|person| Some((person.group?, person.id))) {
                match groups.iter_mut().find(|(known, _)| *known == group) {
                    Some((_, members)) => members.push(id),
                    None => groups.push((group, vec![id])),
                }
            }
        }
        Self { tally: Tally::new(seating, registrations, now), organizations, groups }
    }

    /// Gives seats in rounds to all but the people of some groups.
    fn run(&self, without: &BTreeSet<RegistrationGroupId>) -> Run {
        let mut tally = self.tally.clone();
        let takes_part = |person: &&&Registration| person.group.is_none_or(|group| !without.contains(&group));
        let mut left: Vec<(OrganizationId, VecDeque<&Registration>)> = self
            .organizations
            .iter()
            .map(|(organization, people)| (*organization, people.iter().filter(takes_part).copied().collect()))
            .collect();
        let mut run = Run::default();
        // Every round either serves or dismisses each association whose turn it is; the others hold more seats already.
        for round in 1.. {
            left.retain(|(_, people)| !people.is_empty());
            if left.is_empty() {
                break;
            }
            for (organization, people) in &mut left {
                if tally.taken_by(*organization) < round {
                    let turn = run.turn(round, *organization, people, &mut tally);
                    run.rounds.entry(round).or_default().push(turn);
                }
            }
        }
        run
    }

    /// The groups of a run that have seats for some only, or for nobody; each with how many have one.
    fn incomplete(&self, run: &Run, without: &BTreeSet<RegistrationGroupId>) -> Vec<(RegistrationGroupId, u32)> {
        let tried = self.groups.iter().filter(|(group, _)| !without.contains(group));
        let seated = |members: &[RegistrationId]| members.iter().filter(|id| run.seated.contains_key(id)).count();
        let short = tried.filter(|(_, members)| seated(members) < members.len());
        short.map(|(group, members)| (*group, count(seated(members)))).collect()
    }
}

impl Run {
    /// An association's turn: its next person for whom there is a seat. Room only shrinks, so who finds none is out.
    fn turn(
        &mut self,
        round: u32,
        organization: OrganizationId,
        people: &mut VecDeque<&Registration>,
        tally: &mut Tally<'_>,
    ) -> Turn {
        let mut turn = Turn { organization, served: false, short: false };
        while let Some(person) = people.pop_front() {
            match tally.room(person) {
                Ok(pot) => {
                    tally.take(person, pot.as_deref());
                    self.seated.insert(person.id, (round, pot));
                    turn.served = true;
                    break;
                }
                Err(why) => {
                    turn.short |= !matches!(why, Wait::Quota { .. } | Wait::GuestQuota { .. });
                    self.missed.insert(person.id, Missed { round, why });
                }
            }
        }
        turn
    }
}

/// Allocates the seats of a session after its closing date, among all who asked and all who wait.
///
/// Groups that want all or none take seats in the rounds like everybody; a group for which they do not suffice is left
/// out, the last in order first, and the rounds are run again. Once all groups fit, those that were left out are tried
/// again one by one, the first in order first, and stay in where all fit beside each other: so the allocation ends, and
/// no group is out because of another one that is out as well.
///
/// # Errors
/// [`AllocationRefused`] when it is not the time, or nobody asked.
pub fn allocate(
    seating: &Seating,
    registrations: &[Registration],
    now: DateTime<Utc>,
) -> Result<Allocation, AllocationRefused> {
    let Seating { closes_at, begins_at, .. } = *seating;
    if seating.rule == Rule::FirstCome {
        return Err(AllocationRefused::FirstCome);
    }
    if now < closes_at {
        return Err(AllocationRefused::StillOpen { closes_at });
    }
    if now >= begins_at {
        return Err(AllocationRefused::Begun { begins_at });
    }
    if seating.seed.trim().is_empty() {
        return Err(AllocationRefused::NoSeed);
    }
    if registrations.iter().all(|registration| registration.state != State::Asked) {
        return Err(AllocationRefused::NobodyAsked);
    }
    let asked = Asked::new(seating, registrations, now);
    let mut out = BTreeSet::new();
    let mut fit = BTreeMap::new();
    let mut run = asked.run(&out);
    while let Some((last, seats)) = asked.incomplete(&run, &out).last() {
        out.insert(*last);
        fit.insert(*last, *seats);
        run = asked.run(&out);
    }
    for (group, _) in &asked.groups {
        if !out.remove(group) {
            continue;
        }
        let again = asked.run(&out);
        let short = asked.incomplete(&again, &out);
        if short.is_empty() {
            run = again;
        } else {
            fit.extend(short.into_iter().filter(|(short, _)| short == group));
            out.insert(*group);
        }
    }
    let mut decisions = asked.reasons(seating, &run, &fit);
    decisions.sort_by_key(|decision| decision.registration);
    Ok(Allocation { seating: seating.clone(), at: now, decisions })
}
