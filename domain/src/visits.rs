//! Stays and visits between associations: a professional spends days at another member, or a group comes to see an
//! experience. Both associations agree: first the one that sends, then the one that receives.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::{OrganizationId, VisitId};

#[cfg(test)]
mod tests;

/// Longest visit, in days.
pub const DAYS: i64 = 92;

text_enum! {
    /// What kind of visit it is.
    pub enum Kind {
        /// A professional spends days at another member.
        Stay = "stay",
        /// Somebody comes to see an experience.
        Experience = "experience",
    }
}

text_enum! {
    /// Where a request stands.
    pub enum State {
        /// The association that sends has to agree.
        Asked = "asked",
        /// It has agreed; the host has to.
        Agreed = "agreed",
        /// Both have agreed.
        Confirmed = "confirmed",
        /// One of them said no.
        Refused = "refused",
        /// Taken back before it began.
        Cancelled = "cancelled",
    }
}

impl State {
    /// Whether something may still come of it.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Asked | Self::Agreed | Self::Confirmed)
    }
}

/// The first and the last day, both part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// The first.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
}

impl Days {
    /// Whether a day is one of them.
    #[must_use]
    pub fn has(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }
}

/// What a host offers, as far as it decides who may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// How many people at a time.
    pub places: u32,
    /// Not before this day.
    pub from: Option<NaiveDate>,
    /// Not after this day.
    pub until: Option<NaiveDate>,
    /// Whether requests are taken.
    pub open: bool,
}

/// A request of one association to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Which.
    pub id: VisitId,
    /// Who sends.
    pub sender: OrganizationId,
    /// Who receives.
    pub host: OrganizationId,
    /// How many people.
    pub people: u32,
    /// When.
    pub days: Days,
    /// Where it stands.
    pub state: State,
}

/// How somebody stands to a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// They would go themselves.
    pub visitor: bool,
    /// They register the people of the association that sends.
    pub officer: bool,
    /// They agree for the association that sends.
    pub manager: bool,
    /// They speak for the host.
    pub host: bool,
}

/// What is done with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// The next of both associations agrees.
    Agree,
    /// It says no.
    Refuse {
        /// Why.
        reason: String,
    },
    /// Somebody takes it back.
    Cancel {
        /// Why.
        reason: String,
    },
}

/// Why a request is not made, or stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum VisitRefused {
    /// An association does not visit itself.
    #[error("an association does not visit itself")]
    OwnAssociation,
    /// The last day lies before the first.
    #[error("it would end before it begins")]
    EndsBeforeItBegins,
    /// It has begun, or would have.
    #[error("the first day has come")]
    Begun,
    /// Longer than a visit is.
    #[error("at most {most} days")]
    TooLong {
        /// Most.
        most: i64,
    },
    /// Nobody would come.
    #[error("nobody would come")]
    Nobody,
    /// The host takes no requests for the offer.
    #[error("the offer is closed")]
    OfferClosed,
    /// The days are not among those offered.
    #[error("outside the days that are offered")]
    OutsideOffer,
    /// Too many people on one of the days.
    #[error("on {day} there are {left} places left")]
    Full {
        /// The first such day.
        day: NaiveDate,
        /// How many places are left then.
        left: u32,
    },
    /// Others decide, or it does not stand where that could be done.
    #[error("not from {state}")]
    NotFromHere {
        /// Where it stands.
        state: State,
    },
    /// Whoever reads the answer wants to know why.
    #[error("a reason is missing")]
    ReasonMissing,
    /// It is not over yet.
    #[error("it is not over")]
    NotOver,
}

/// Decides whether a request may be made on a day; `others` are those for the same offer.
///
/// # Errors
/// [`VisitRefused`] for days that cannot be, one's own association, or where the offer has no place.
pub fn may_ask(visit: &Visit, offer: Option<&Offer>, others: &[Visit], today: NaiveDate) -> Result<(), VisitRefused> {
    let Days { first, last } = visit.days;
    if visit.sender == visit.host {
        return Err(VisitRefused::OwnAssociation);
    }
    if visit.people == 0 {
        return Err(VisitRefused::Nobody);
    }
    if last < first {
        return Err(VisitRefused::EndsBeforeItBegins);
    }
    if first <= today {
        return Err(VisitRefused::Begun);
    }
    if (last - first).num_days() >= DAYS {
        return Err(VisitRefused::TooLong { most: DAYS });
    }
    let Some(offer) = offer else { return Ok(()) };
    if !offer.open {
        return Err(VisitRefused::OfferClosed);
    }
    if offer.from.is_some_and(|from| first < from) || offer.until.is_some_and(|until| until < last) {
        return Err(VisitRefused::OutsideOffer);
    }
    fits(visit, offer.places, others)
}

/// Whether there is room on every day, beside those that are confirmed.
fn fits(visit: &Visit, places: u32, others: &[Visit]) -> Result<(), VisitRefused> {
    for day in visit.days.first.iter_days().take_while(|day| *day <= visit.days.last) {
        let there = others.iter().filter(|other| other.id != visit.id && other.state == State::Confirmed);
        let taken: u32 = there.filter(|other| other.days.has(day)).fold(0, |sum, it| sum.saturating_add(it.people));
        let left = places.saturating_sub(taken);
        if left < visit.people {
            return Err(VisitRefused::Full { day, left });
        }
    }
    Ok(())
}

/// Whether somebody may do this to a request that stands in a state; days and places are looked at by [`decide`].
#[must_use]
pub fn may(standing: Standing, state: State, wanted: &Move) -> bool {
    let sends = standing.visitor || standing.officer || standing.manager;
    match (wanted, state) {
        (Move::Agree | Move::Refuse { .. }, State::Asked) => standing.manager,
        (Move::Agree | Move::Refuse { .. }, State::Agreed) => standing.host,
        (Move::Cancel { .. }, State::Asked | State::Agreed) => sends,
        (Move::Cancel { .. }, State::Confirmed) => sends || standing.host,
        _ => false,
    }
}

/// Decides what becomes of a request.
///
/// # Errors
/// [`VisitRefused`] from a wrong state, by somebody else, without a reason, after it began, or without a place.
pub fn decide(
    visit: &Visit,
    standing: Standing,
    wanted: &Move,
    (offer, others): (Option<&Offer>, &[Visit]),
    today: NaiveDate,
) -> Result<State, VisitRefused> {
    if !may(standing, visit.state, wanted) {
        return Err(VisitRefused::NotFromHere { state: visit.state });
    }
    if visit.days.first <= today && !matches!(wanted, Move::Refuse { .. }) {
        return Err(VisitRefused::Begun);
    }
    match wanted {
        Move::Refuse { reason } | Move::Cancel { reason } if reason.trim().is_empty() => {
            Err(VisitRefused::ReasonMissing)
        }
        Move::Refuse { .. } => Ok(State::Refused),
        Move::Cancel { .. } => Ok(State::Cancelled),
        Move::Agree if visit.state == State::Asked => Ok(State::Agreed),
        Move::Agree => {
            offer.map_or(Ok(()), |offer| fits(visit, offer.places, others))?;
            Ok(State::Confirmed)
        }
    }
}

/// Whether those who were there may tell the network of it.
///
/// # Errors
/// [`VisitRefused`] where it was not confirmed, or is not over.
pub fn may_tell(visit: &Visit, standing: Standing, today: NaiveDate) -> Result<(), VisitRefused> {
    if visit.state != State::Confirmed || !(standing.visitor || standing.host) {
        return Err(VisitRefused::NotFromHere { state: visit.state });
    }
    if today < visit.days.last { Err(VisitRefused::NotOver) } else { Ok(()) }
}
