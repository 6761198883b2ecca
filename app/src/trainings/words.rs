//! The words for trainings, and above all: why somebody has a seat, or has none.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    colleges::Figure,
    locale::Locale,
    trainings::{
        State,
        allocation::{Because, Scarce, Settled},
        catalogue::{self, Course, Details, Price, Provider},
        changes::{ChangeRefused, Consequence},
        evaluation::{AnswerRefused, Average, InvalidForm, OPTIONS, QUESTIONS},
        moves::MoveRefused,
        needs::NeedRefused,
        qualifications::{Grant, Granted, Standing, Validity},
        registering::RegisterRefused,
        seating::{InvalidSeating, Quota, Rule, Seating},
        waiting::Wait,
    },
};
use i18n::t;
use leptos::prelude::*;
use services::trainings::{Line, SessionLine, duration};

use crate::ui::{Fact, Tone};

/// Where a training of the catalogue stands.
pub fn standing(l: Locale, standing: catalogue::Standing) -> String {
    match standing {
        catalogue::Standing::Draft => t!(l, "trainings-standing-draft"),
        catalogue::Standing::Published => t!(l, "trainings-standing-published"),
        catalogue::Standing::Withdrawn => t!(l, "trainings-standing-withdrawn"),
    }
}

/// Where a session stands.
pub fn course(l: Locale, course: Course) -> String {
    match course {
        Course::Planned => t!(l, "trainings-course-planned"),
        Course::Announced => t!(l, "trainings-course-announced"),
        Course::Confirmed => t!(l, "trainings-course-confirmed"),
        Course::Cancelled => t!(l, "trainings-course-cancelled"),
    }
}

/// What that means at a glance.
pub const fn course_tone(course: Course) -> Tone {
    match course {
        Course::Planned => Tone::Neutral,
        Course::Announced => Tone::Active,
        Course::Confirmed => Tone::Positive,
        Course::Cancelled => Tone::Critical,
    }
}

/// Who gives a training.
pub fn provider(l: Locale, provider: Provider) -> String {
    match provider {
        Provider::Network => t!(l, "trainings-provider-network"),
        Provider::Member => t!(l, "trainings-provider-member"),
        Provider::Outside => t!(l, "trainings-provider-outside"),
    }
}

/// How seats are given.
pub fn rule(l: Locale, rule: Rule) -> String {
    match rule {
        Rule::FirstCome => t!(l, "trainings-rule-first-come"),
        Rule::FairAtClose => t!(l, "trainings-rule-fair"),
    }
}

/// How many seats one association may hold.
pub fn quota(l: Locale, quota: &Quota) -> String {
    match quota {
        Quota::None => t!(l, "trainings-quota-none"),
        Quota::Fixed { seats } => t!(l, "trainings-quota-fixed", seats = *seats),
        Quota::Proportional { figure, .. } => t!(l, "trainings-quota-share", figure = self::figure(l, *figure)),
    }
}

/// A figure that associations declare.
pub fn figure(l: Locale, figure: Figure) -> String {
    i18n::wording::figure(l, figure)
}

/// When a session is, in one line.
pub fn when(l: Locale, zone: chrono_tz::Tz, line: &SessionLine) -> String {
    let (first, last) = (services::day_in(zone, line.begins_at), services::day_in(zone, line.ends_at));
    if first == last {
        return i18n::date_time(l, zone, line.begins_at);
    }
    t!(l, "trainings-from-to", from = i18n::date(l, first), to = i18n::date(l, last))
}

/// Where a session is held.
pub fn place(l: Locale, line: &SessionLine) -> String {
    match (&line.place, line.remote) {
        (Some(place), true) => t!(l, "trainings-place-both", place = place.as_str()),
        (Some(place), false) => place.clone(),
        (None, _) => t!(l, "trainings-place-remote"),
    }
}

/// Whether people can still get one of its seats.
pub fn is_free(line: &SessionLine, now: DateTime<Utc>) -> bool {
    line.course.gives_seats() && now < line.closes_at && line.taken < line.capacity
}

/// The seats that are left, in words.
pub fn room(l: Locale, zone: chrono_tz::Tz, line: &SessionLine, now: DateTime<Utc>) -> String {
    if line.course == Course::Cancelled {
        return String::new();
    }
    if line.rule == Rule::FairAtClose && now < line.closes_at {
        let day = i18n::deadline(l, zone, line.closes_at);
        return t!(l, "trainings-room-fair", capacity = line.capacity, day = day, asked = line.asked);
    }
    let left = line.capacity.saturating_sub(line.taken);
    match (now < line.closes_at, left) {
        (false, _) => t!(l, "trainings-room-closed", taken = line.taken, capacity = line.capacity),
        (true, 0) => t!(l, "trainings-room-full", capacity = line.capacity),
        (true, left) => t!(l, "trainings-room-left", left = left, capacity = line.capacity),
    }
}

/// What the catalogue says, in short.
pub fn facts(l: Locale, details: &Details) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |label: String, text: &str| {
        if !text.is_empty() {
            facts.push(Fact::new(label, text));
        }
    };
    add(t!(l, "trainings-subject"), &details.subject);
    add(t!(l, "trainings-duration"), &duration(l, details.minutes.into()));
    let languages: Vec<String> = details.languages.iter().map(|it| crate::context::language_name(*it)).collect();
    add(t!(l, "trainings-languages"), &i18n::list(l, &languages));
    add(t!(l, "trainings-trainers"), &details.trainers);
    let by = match details.provider_name.as_str() {
        "" => provider(l, details.provider),
        name => t!(l, "trainings-provided-by", name = name, kind = provider(l, details.provider)),
    };
    add(t!(l, "trainings-provider"), &by);
    add(t!(l, "trainings-qualiopi"), &details.qualiopi);
    add(t!(l, "trainings-funders"), &details.funders);
    if let Some(grant) = &details.grant {
        add(t!(l, "trainings-grant"), &self::grant(l, grant));
    }
    if !details.prices.is_empty() {
        let line = |price: &Price| {
            let text = t!(l, "trainings-price", category = price.category.as_str(), euros = euros(l, price.cents));
            view! { <li>{text}</li> }
        };
        let lines = details.prices.iter().map(line).collect_view();
        facts.push(Fact::view(t!(l, "trainings-prices"), view! { <ul class="plain">{lines}</ul> }));
    }
    facts
}

/// A qualification, and for how long it holds.
fn grant(l: Locale, grant: &Grant) -> String {
    let name = grant.name.as_str();
    match grant.validity {
        Validity::Unlimited => name.to_owned(),
        Validity::Months { months } => t!(l, "qualifications-months", name = name, months = months),
        Validity::EndOfYear { years } => t!(l, "qualifications-end-of-year", name = name, years = years),
    }
}

/// How a qualification stands, in words and at a glance.
pub fn qualification(l: Locale, granted: &Granted, standing: Standing) -> (String, Tone) {
    match (standing, granted.until()) {
        (Standing::Ended { until }, _) => (t!(l, "qualifications-ended", until = i18n::date(l, until)), Tone::Critical),
        (Standing::Ending { until, days }, _) => {
            (t!(l, "qualifications-ending", until = i18n::date(l, until), days = days), Tone::Attention)
        }
        (_, until) => (self::until(l, until), Tone::Positive),
    }
}

/// Until when a qualification holds.
pub fn until(l: Locale, until: Option<NaiveDate>) -> String {
    match until {
        Some(until) => t!(l, "qualifications-until", until = i18n::date(l, until)),
        None => t!(l, "qualifications-for-good"),
    }
}

/// Cents as an amount.
pub fn euros(l: Locale, cents: u64) -> String {
    let point = if l == Locale::En { '.' } else { ',' };
    match cents % 100 {
        0 if cents == 0 => t!(l, "trainings-free"),
        0 => format!("{}\u{a0}€", cents / 100),
        rest => format!("{}{point}{rest:02}\u{a0}€", cents / 100),
    }
}

/// Where a registration stands.
pub fn state(l: Locale, state: State) -> String {
    match state {
        State::AwaitingAgreement => t!(l, "trainings-state-awaiting"),
        State::Asked => t!(l, "trainings-state-asked"),
        State::Waiting => t!(l, "trainings-state-waiting"),
        State::Offered => t!(l, "trainings-state-offered"),
        State::Seated => t!(l, "trainings-state-seated"),
        State::Declined => t!(l, "trainings-state-declined"),
        State::Expired => t!(l, "trainings-state-expired"),
        State::Cancelled => t!(l, "trainings-state-cancelled"),
        State::Refused => t!(l, "trainings-state-refused"),
        State::Transferred => t!(l, "trainings-state-transferred"),
    }
}

/// What that means at a glance.
pub const fn state_tone(state: State) -> Tone {
    match state {
        State::Seated => Tone::Positive,
        State::Offered => Tone::Active,
        State::AwaitingAgreement | State::Asked | State::Waiting => Tone::Attention,
        State::Refused => Tone::Critical,
        State::Declined | State::Expired | State::Cancelled | State::Transferred => Tone::Neutral,
    }
}

/// Why a registration stands where it does.
pub fn why(l: Locale, zone: chrono_tz::Tz, seating: &Seating, line: &Line) -> Vec<String> {
    let at = |moment| i18n::date_time(l, zone, moment);
    let mut told = Vec::new();
    match line.state {
        State::AwaitingAgreement => told.push(t!(l, "trainings-why-awaiting")),
        State::Asked => {
            told.push(t!(l, "trainings-why-asked", day = i18n::deadline(l, zone, seating.closes_at)));
        }
        State::Waiting => match &line.waits {
            Some((_, Wait::Begun)) => told.push(wait(l, &Wait::Begun)),
            Some((position, why)) => {
                told.push(t!(l, "trainings-why-position", position = *position));
                told.push(wait(l, why));
            }
            None => {}
        },
        State::Offered => {
            told.extend(line.until.map(|until| t!(l, "trainings-why-offered", until = at(until))));
        }
        State::Seated if line.because.is_none() && line.reason.is_none() => {
            told.push(t!(l, "trainings-why-seated", asked = at(line.asked)));
        }
        _ => {}
    }
    told.extend(line.because.as_ref().map(|because| self::because(l, because)));
    if let Some(pot) = line.pot.as_ref().filter(|_| line.state.takes_seat()) {
        told.push(t!(l, "trainings-why-pot", pot = pot.as_str()));
    }
    if let Some(reason) = line.reason.as_ref().filter(|reason| !reason.is_empty()) {
        told.push(t!(l, "trainings-why-reason", reason = reason.as_str()));
    }
    if line.clashes {
        told.push(t!(l, "trainings-why-clash"));
    }
    told
}

/// Why somebody waits still.
pub fn wait(l: Locale, wait: &Wait) -> String {
    match wait {
        Wait::Full => t!(l, "trainings-wait-full"),
        Wait::Quota { limit, taken } => t!(l, "trainings-wait-quota", limit = *limit, taken = *taken),
        Wait::GuestQuota { limit, taken } => t!(l, "trainings-wait-guests", limit = *limit, taken = *taken),
        Wait::OnlyReservedLeft { seats } => t!(l, "trainings-wait-reserved", seats = *seats),
        Wait::OthersWaitBefore { people } => t!(l, "trainings-wait-others", people = *people),
        Wait::GroupDoesNotFit { people, fit } => t!(l, "trainings-wait-group", people = *people, fit = *fit),
        Wait::Allocation => t!(l, "trainings-wait-allocation"),
        Wait::Next => t!(l, "trainings-wait-next"),
        Wait::Begun => t!(l, "trainings-wait-begun"),
    }
}

/// Why the allocation gave a seat, or none.
pub fn because(l: Locale, because: &Because) -> String {
    match because {
        Because::Seated { round, settled, .. } => {
            let settled = self::settled(l, *settled);
            [t!(l, "trainings-because-seated", round = *round), settled].join(" ")
        }
        Because::NotSeated { round, scarce, settled, ahead, colleagues } => {
            let scarce = match scarce {
                Scarce::Seats => t!(l, "trainings-scarce-seats"),
                Scarce::Unreserved => t!(l, "trainings-scarce-unreserved"),
            };
            let first = t!(l, "trainings-because-none", round = *round, ahead = ahead.len());
            let own = (*colleagues > 0).then(|| t!(l, "trainings-because-colleagues", colleagues = *colleagues));
            [first, scarce, settled_for(l, *settled), own.unwrap_or_default()].join(" ").trim().to_owned()
        }
        Because::Quota { limit, colleagues } => {
            t!(l, "trainings-because-quota", limit = *limit, colleagues = *colleagues)
        }
        Because::GuestQuota { limit } => t!(l, "trainings-because-guests", limit = *limit),
        Because::GroupDidNotFit { people, fit } => t!(l, "trainings-because-group", people = *people, fit = *fit),
    }
}

fn settled(l: Locale, settled: Settled) -> String {
    match settled {
        Settled::Enough => t!(l, "trainings-settled-enough"),
        other => settled_for(l, other),
    }
}

fn settled_for(l: Locale, settled: Settled) -> String {
    match settled {
        Settled::Enough => String::new(),
        Settled::Priority => t!(l, "trainings-settled-priority"),
        Settled::Lot { place, of } => t!(l, "trainings-settled-lot", place = place, of = of),
        Settled::RoundsBefore => t!(l, "trainings-settled-rounds"),
    }
}

/// Why nobody is registered.
pub fn register_refused(l: Locale, refused: &RegisterRefused) -> String {
    match refused {
        RegisterRefused::NotOpenYet { opens_at } => {
            t!(l, "refused-training-not-open-yet", day = i18n::date(l, services::day_in(ZONE, *opens_at)))
        }
        RegisterRefused::Closed { closes_at } => {
            t!(l, "refused-training-closed", day = i18n::deadline(l, ZONE, *closes_at))
        }
        RegisterRefused::Nobody => t!(l, "refused-training-nobody"),
        RegisterRefused::NamedTwice { .. } => t!(l, "refused-training-named-twice"),
        RegisterRefused::RegisteredAlready { .. } => t!(l, "refused-training-registered-already"),
    }
}

/// Days in a refusal: all networks lie in one time zone or nearly.
const ZONE: chrono_tz::Tz = chrono_tz::Europe::Paris;

/// Why a registration stays as it is.
pub fn move_refused(l: Locale, refused: &MoveRefused) -> String {
    match refused {
        MoveRefused::Unknown => t!(l, "refused-training-moved-on"),
        MoveRefused::NotFromHere { state, .. } => {
            t!(l, "refused-training-not-from-here", state = self::state(l, *state))
        }
        MoveRefused::Begun { .. } => t!(l, "refused-training-begun"),
        MoveRefused::TooLateToCancel { until } => {
            t!(l, "refused-training-too-late", day = i18n::deadline(l, ZONE, *until))
        }
        MoveRefused::ReasonMissing => t!(l, "refused-training-reason"),
        MoveRefused::NoRoom { why } => t!(l, "refused-training-no-room", why = wait(l, why)),
        MoveRefused::RegisteredAlready { .. } => t!(l, "refused-training-registered-already"),
        MoveRefused::Reserved { pot } => t!(l, "refused-training-reserved", pot = pot.as_str()),
    }
}

/// Why a need stays as it is.
pub fn need_refused(l: Locale, refused: &NeedRefused) -> String {
    match refused {
        NeedRefused::Closed { closes_at } => {
            t!(l, "refused-need-closed", day = i18n::deadline(l, ZONE, *closes_at))
        }
        NeedRefused::People { most } => t!(l, "refused-need-people", most = *most),
        NeedRefused::StatedAlready { .. } => t!(l, "refused-need-stated"),
        NeedRefused::Answered => t!(l, "refused-need-answered"),
    }
}

/// Why a session's rules stay as they are.
pub fn change_refused(l: Locale, refused: &ChangeRefused) -> String {
    match refused {
        ChangeRefused::Invalid { wrong } => wrong.iter().map(|wrong| invalid(l, wrong)).collect::<Vec<_>>().join(" "),
        ChangeRefused::RuleInUse => t!(l, "refused-training-rule-in-use"),
        ChangeRefused::NotAcknowledged { consequences } => {
            let mut told: Vec<String> = consequences
                .iter()
                .filter_map(|consequence| match consequence {
                    Consequence::BelowTaken { taken, capacity } => {
                        Some(t!(l, "trainings-consequence-below", taken = *taken, capacity = *capacity))
                    }
                    Consequence::GuestsOverQuota { taken, limit, .. } => {
                        Some(t!(l, "trainings-consequence-guests", taken = *taken, limit = *limit))
                    }
                    Consequence::OverQuota { .. } => None,
                })
                .collect();
            let over = consequences.iter().filter(|it| matches!(it, Consequence::OverQuota { .. })).count();
            if over > 0 {
                told.push(t!(l, "trainings-consequence-quota", associations = over));
            }
            told.push(t!(l, "trainings-consequence-acknowledge"));
            told.join(" ")
        }
    }
}

/// Why somebody's answers about a session are not taken.
pub fn answer_refused(l: Locale, refused: AnswerRefused) -> String {
    let day = |at| i18n::deadline(l, ZONE, at);
    match refused {
        AnswerRefused::NotOver { ends_at } => {
            t!(l, "refused-evaluation-not-over", day = i18n::date_time(l, ZONE, ends_at))
        }
        AnswerRefused::Closed { closed_at } => t!(l, "refused-evaluation-closed", day = day(closed_at)),
        AnswerRefused::NotThere => t!(l, "refused-evaluation-not-there"),
        AnswerRefused::Answered => t!(l, "refused-evaluation-answered"),
        AnswerRefused::Empty => t!(l, "refused-evaluation-empty"),
        AnswerRefused::NotAnAnswer => t!(l, "refused-evaluation-not-an-answer"),
    }
}

/// What is wrong with the questions of an evaluation.
pub fn form_invalid(l: Locale, wrong: InvalidForm) -> String {
    match wrong {
        InvalidForm::TooManyQuestions => t!(l, "evaluation-invalid-too-many", most = QUESTIONS),
        InvalidForm::NoText { question } => t!(l, "evaluation-invalid-no-text", question = question),
        InvalidForm::Options { question } => t!(l, "evaluation-invalid-options", question = question, most = OPTIONS),
    }
}

/// A mean with one decimal.
pub fn average(l: Locale, average: Average) -> String {
    let point = if l == Locale::En { '.' } else { ',' };
    average.tenths().map_or_else(|| "–".to_owned(), |tenths| format!("{}{point}{}", tenths / 10, tenths % 10))
}

/// What is wrong with a session's rules about seats.
pub fn invalid(l: Locale, wrong: &InvalidSeating) -> String {
    match wrong {
        InvalidSeating::NoSeat => t!(l, "trainings-invalid-no-seat"),
        InvalidSeating::MinimumAboveCapacity { minimum, capacity } => {
            t!(l, "trainings-invalid-minimum", minimum = *minimum, capacity = *capacity)
        }
        InvalidSeating::QuotaZero => t!(l, "trainings-invalid-quota-zero"),
        InvalidSeating::GuestsWithoutSeat => t!(l, "trainings-invalid-guests"),
        InvalidSeating::NothingDeclared { figure } => {
            t!(l, "trainings-invalid-nothing-declared", figure = self::figure(l, *figure))
        }
        InvalidSeating::PotWithoutKey => t!(l, "trainings-invalid-pot-key"),
        InvalidSeating::PotTwice { key } => t!(l, "trainings-invalid-pot-twice", key = key.as_str()),
        InvalidSeating::PotWithoutSeat { key } => t!(l, "trainings-invalid-pot-empty", key = key.as_str()),
        InvalidSeating::PotsAboveCapacity { reserved, capacity } => {
            t!(l, "trainings-invalid-pots", reserved = *reserved, capacity = *capacity)
        }
        InvalidSeating::ReleaseMissing => t!(l, "trainings-invalid-release-missing"),
        InvalidSeating::ReleaseAfterBeginning => t!(l, "trainings-invalid-release-late"),
        InvalidSeating::ClosesBeforeOpening => t!(l, "trainings-invalid-closes-early"),
        InvalidSeating::ClosesAfterBeginning => t!(l, "trainings-invalid-closes-late"),
        InvalidSeating::CancelAfterBeginning => t!(l, "trainings-invalid-cancel-late"),
        InvalidSeating::HoldZero => t!(l, "trainings-invalid-hold"),
    }
}
