//! The words for stays and visits.

use chrono::NaiveDate;
use domain::{
    locale::Locale,
    visits::{Days, Kind, State, VisitRefused},
};
use i18n::t;

use crate::ui::Tone;

/// What kind of visit it is.
pub fn kind(l: Locale, kind: Kind) -> String {
    match kind {
        Kind::Stay => t!(l, "visits-kind-stay"),
        Kind::Experience => t!(l, "visits-kind-experience"),
    }
}

/// Where a request stands, and at a glance.
pub fn state(l: Locale, state: State) -> (String, Tone) {
    match state {
        State::Asked => (t!(l, "visits-state-asked"), Tone::Attention),
        State::Agreed => (t!(l, "visits-state-agreed"), Tone::Attention),
        State::Confirmed => (t!(l, "visits-state-confirmed"), Tone::Positive),
        State::Refused => (t!(l, "visits-state-refused"), Tone::Critical),
        State::Cancelled => (t!(l, "visits-state-cancelled"), Tone::Neutral),
    }
}

/// From when to when.
pub fn days(l: Locale, days: Days) -> String {
    if days.first == days.last {
        return i18n::date(l, days.first);
    }
    t!(l, "trainings-from-to", from = i18n::date(l, days.first), to = i18n::date(l, days.last))
}

/// When an offer can be taken.
pub fn period(l: Locale, first: Option<NaiveDate>, last: Option<NaiveDate>) -> String {
    match (first, last) {
        (Some(first), Some(last)) => days(l, Days { first, last }),
        (Some(first), None) => t!(l, "visits-from", day = i18n::date(l, first)),
        (None, Some(last)) => t!(l, "visits-until", day = i18n::date(l, last)),
        (None, None) => t!(l, "visits-any-time"),
    }
}

/// Why a request is not made, or stays as it is.
pub fn refused(l: Locale, refused: &VisitRefused) -> String {
    match refused {
        VisitRefused::OwnAssociation => t!(l, "refused-visit-own"),
        VisitRefused::EndsBeforeItBegins => t!(l, "refused-visit-ends-before"),
        VisitRefused::Begun => t!(l, "refused-visit-begun"),
        VisitRefused::TooLong { most } => t!(l, "refused-visit-too-long", days = *most),
        VisitRefused::Nobody => t!(l, "refused-visit-nobody"),
        VisitRefused::OfferClosed => t!(l, "refused-visit-closed"),
        VisitRefused::OutsideOffer => t!(l, "refused-visit-outside"),
        VisitRefused::Full { day, left } => t!(l, "refused-visit-full", day = i18n::date(l, *day), left = *left),
        VisitRefused::NotFromHere { state } => t!(l, "refused-visit-not-here", state = self::state(l, *state).0),
        VisitRefused::ReasonMissing => t!(l, "refused-visit-reason"),
        VisitRefused::NotOver => t!(l, "refused-visit-not-over"),
    }
}
