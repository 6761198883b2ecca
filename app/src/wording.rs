//! The words for what the domain decides: roles, statuses, refusals, results.

use domain::{
    assemblies::CourseRefused, elections::PaperRefused, locale::Locale, memberships::StepRefused,
    minutes::MinutesRefused, polls::CastRefused, proxies::ProxyRefused, speakers::FloorRefused,
};
use i18n::t;
use services::Refusal;

pub use i18n::wording::role;

/// A refusal as a sentence that says what to do.
#[must_use]
pub fn refusal(l: Locale, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Step(refused) => match refused {
            StepRefused::NotFromHere { .. } => t!(l, "refused-step-not-from-here"),
            StepRefused::DecisionMissing => t!(l, "refused-step-decision-missing"),
            StepRefused::BeforePrevious { previous } => {
                t!(l, "refused-step-before-previous", previous = i18n::date(l, *previous))
            }
        },
        Refusal::Mandate(domain::people::MandateRefused::WrongHolder) => t!(l, "refused-mandate-wrong-holder"),
        Refusal::Mandate(domain::people::MandateRefused::EndsBeforeItBegins) => t!(l, "refused-mandate-dates"),
        Refusal::Proxy(refused) => proxy_refused(l, *refused),
        Refusal::Cast(refused) => match refused {
            CastRefused::Closed => t!(l, "refused-cast-closed"),
            CastRefused::NotOnRoll => t!(l, "refused-cast-not-on-roll"),
            CastRefused::NotYours => t!(l, "refused-cast-not-yours"),
            CastRefused::GivenAway => t!(l, "refused-cast-given-away"),
            CastRefused::NotHere => t!(l, "refused-cast-not-here"),
            CastRefused::SignedOff => t!(l, "refused-cast-signed-off"),
            CastRefused::NotDivided => t!(l, "refused-cast-not-divided"),
            CastRefused::DividedOtherwise { voices } => t!(l, "refused-cast-divided-otherwise", voices = *voices),
            CastRefused::MustAgree => t!(l, "refused-cast-must-agree"),
        },
        Refusal::Paper(refused) => match refused {
            PaperRefused::Empty => t!(l, "refused-paper-empty"),
            PaperRefused::BlankWithMarks => t!(l, "refused-paper-blank-with-marks"),
            PaperRefused::TooMany { most } => t!(l, "refused-paper-too-many", most = *most),
            PaperRefused::NotAMark { typed, .. } => t!(l, "refused-paper-not-a-mark", typed = typed.as_str()),
            PaperRefused::SamePlace { place } => t!(l, "refused-paper-same-place", place = *place),
            PaperRefused::Gap { place } => t!(l, "refused-paper-gap", place = *place),
            PaperRefused::Withdrawn { .. } => t!(l, "refused-paper-withdrawn"),
        },
        Refusal::Tie(refused) => crate::elections::words::tie_refused(l, refused),
        Refusal::OtherCollege { college } => t!(l, "refused-other-college", college = college.as_str()),
        Refusal::Parity { list, unbalanced } => crate::elections::words::parity_refused(l, list, *unbalanced),
        Refusal::Course(refused) => course_refused(l, refused),
        Refusal::Floor(refused) => match refused {
            FloorRefused::NotInSession => t!(l, "refused-floor-not-in-session"),
            FloorRefused::ListClosed => t!(l, "refused-floor-list-closed"),
            FloorRefused::AlreadyAsked => t!(l, "refused-floor-already-asked"),
            FloorRefused::NotHere => t!(l, "refused-cast-not-here"),
            FloorRefused::NotWaiting => t!(l, "refused-floor-not-waiting"),
            FloorRefused::NobodySpeaks => t!(l, "refused-floor-nobody-speaks"),
        },
        Refusal::Motion(refused) => crate::motions::words::refused(l, refused),
        Refusal::Tellers(refused) => crate::tellers::words::refused(l, refused),
        Refusal::Register(refused) => crate::trainings::words::register_refused(l, refused),
        Refusal::Move(refused) => crate::trainings::words::move_refused(l, refused),
        Refusal::Need(refused) => crate::trainings::words::need_refused(l, refused),
        Refusal::Visit(refused) => crate::visits::words::refused(l, refused),
        Refusal::Here(refused) => crate::trainings::here::words(l, chrono_tz::Europe::Paris, *refused),
        Refusal::Answer(refused) => crate::trainings::words::answer_refused(l, *refused),
        Refusal::Change(refused) => crate::trainings::words::change_refused(l, refused),
        Refusal::Minutes(refused) => minutes_refused(l, *refused),
        Refusal::WeightRule(_) => t!(l, "refused-weight-rule"),
        Refusal::Domain(domain::sign_in::DomainRefused::Form) => t!(l, "refused-domain-form"),
        Refusal::Domain(domain::sign_in::DomainRefused::Consumer) => t!(l, "refused-domain-consumer"),
        Refusal::Admission(refused) => {
            use domain::sign_in::AdmissionRefused as A;
            match refused {
                A::ForeignDomain => t!(l, "refused-admission-foreign-domain"),
                A::AddressMoved => t!(l, "refused-admission-address-moved"),
                A::AddressUnverified => t!(l, "refused-admission-unverified"),
                A::Unknown => t!(l, "refused-admission-unknown"),
            }
        }
        Refusal::Protocol(code) => crate::sign_in::words::protocol(l, code),
        Refusal::Named(word) => named(l, word),
    }
}

fn minutes_refused(l: Locale, refused: MinutesRefused) -> String {
    match refused {
        MinutesRefused::NotOver => t!(l, "refused-minutes-not-over"),
        MinutesRefused::NotNamed => t!(l, "refused-minutes-not-named"),
        MinutesRefused::SamePerson => t!(l, "refused-minutes-same-person"),
        MinutesRefused::AlreadyPresented => t!(l, "refused-minutes-already-presented"),
        MinutesRefused::NothingPresented => t!(l, "refused-minutes-nothing-presented"),
        MinutesRefused::OtherVersion => t!(l, "refused-minutes-other-version"),
        MinutesRefused::NotYours => t!(l, "refused-minutes-not-yours"),
        MinutesRefused::AlreadyRead => t!(l, "refused-minutes-already-read"),
        MinutesRefused::NotRead => t!(l, "refused-minutes-not-read"),
        MinutesRefused::AlreadySigned => t!(l, "refused-minutes-already-signed"),
        MinutesRefused::NotSigned => t!(l, "refused-minutes-not-signed"),
        MinutesRefused::Awaited => t!(l, "refused-minutes-awaited"),
        MinutesRefused::Approved => t!(l, "refused-minutes-approved"),
        MinutesRefused::Signature(_) => t!(l, "refused-minutes-signature"),
    }
}

fn proxy_refused(l: Locale, refused: ProxyRefused) -> String {
    match refused {
        ProxyRefused::GiverNotOnRoll => t!(l, "refused-proxy-giver-not-on-roll"),
        ProxyRefused::HolderNotOnRoll => t!(l, "refused-proxy-holder-not-on-roll"),
        ProxyRefused::ToItself => t!(l, "refused-proxy-to-itself"),
        ProxyRefused::GiverIsPresent => t!(l, "refused-proxy-giver-present"),
        ProxyRefused::AlreadyGiven { .. } => t!(l, "refused-proxy-already-given"),
        ProxyRefused::Chain => t!(l, "refused-proxy-chain"),
        ProxyRefused::TooMany { limit } => t!(l, "refused-proxy-too-many", limit = limit),
        ProxyRefused::OtherCollege => t!(l, "refused-proxy-other-college"),
    }
}

fn course_refused(l: Locale, refused: &CourseRefused) -> String {
    match refused {
        CourseRefused::NotNow { .. } => t!(l, "refused-course-not-now"),
        CourseRefused::AgendaEmpty => t!(l, "refused-course-agenda-empty"),
        CourseRefused::RollEmpty => t!(l, "refused-course-roll-empty"),
        CourseRefused::Notice { notice } => t!(
            l,
            "refused-course-notice",
            days = notice.days,
            required = notice.required,
            earliest = i18n::date(l, notice.earliest)
        ),
        CourseRefused::NoQuorum { quorum } => {
            let parts: Vec<String> = quorum
                .parts
                .iter()
                .filter(|part| !part.reached)
                .map(|part| i18n::wording::quorum_part(l, quorum.counting, part))
                .collect();
            t!(l, "refused-course-no-quorum", parts = parts.join(" "))
        }
        CourseRefused::PollOpen => t!(l, "refused-course-poll-open"),
        CourseRefused::AlreadyVoted => t!(l, "refused-course-already-voted"),
        CourseRefused::NotAMotion => t!(l, "refused-course-not-a-motion"),
        CourseRefused::NotAConvener { by } => {
            let by: Vec<String> = by.iter().map(|by| i18n::wording::convener(l, *by)).collect();
            t!(l, "refused-not-a-convener", who = i18n::list(l, &by))
        }
        CourseRefused::NoSecond => t!(l, "refused-course-no-second"),
        CourseRefused::NothingLeft => t!(l, "refused-course-nothing-left"),
        CourseRefused::TooSoonAfterFirst { earliest } => {
            t!(l, "refused-course-too-soon", earliest = i18n::date(l, *earliest))
        }
    }
}

/// Refusals that capabilities name themselves: add an arm for each `Refusal::Named` word.
fn named(l: Locale, word: &str) -> String {
    match word {
        "link-expired" => t!(l, "refused-link-expired"),
        "ballot-choose" => t!(l, "refused-ballot-choose"),
        "ballots-recognizable" => t!(l, "refused-ballots-recognizable"),
        "secrecy-not-on-request" => t!(l, "refused-secrecy-not-on-request"),
        "together-choose" => t!(l, "refused-together-choose"),
        "proxy-choose" => t!(l, "refused-proxy-choose"),
        "no-proxy" => t!(l, "refused-no-proxy"),
        "not-a-representative" => t!(l, "refused-not-a-representative"),
        "before-the-day" => t!(l, "refused-before-the-day"),
        "signing-confirm" => t!(l, "signing-confirm-missing"),
        "approval-item" => t!(l, "refused-approval-item"),
        "no-signing-passkey" => t!(l, "refused-no-signing-passkey"),
        "minutes-conflict" => t!(l, "refused-minutes-conflict"),
        "date-impossible" => t!(l, "refused-date-impossible"),
        "step-in-the-future" => t!(l, "refused-step-in-the-future"),
        "already-member" => t!(l, "refused-already-member"),
        "organization-applies-itself" => t!(l, "refused-organization-applies-itself"),
        "site-closed-before-opened" => t!(l, "refused-site-closed-before-opened"),
        "last-administrator" => t!(l, "refused-last-administrator"),
        "person-also-elsewhere" => t!(l, "refused-person-also-elsewhere"),
        "mandate-already-held" => t!(l, "refused-mandate-already-held"),
        "college-in-use" => t!(l, "refused-college-in-use"),
        "second-exists" => t!(l, "refused-second-exists"),
        "second-agenda" => t!(l, "refused-second-agenda"),
        "no-tie" => t!(l, "refused-no-tie"),
        "election-no-candidates" => t!(l, "refused-election-no-candidates"),
        "election-recognizable" => t!(l, "refused-election-recognizable"),
        "election-departs" => t!(l, "refused-election-departs"),
        "election-runoff-held" => t!(l, "refused-election-runoff-held"),
        "list-not-yours" => t!(l, "refused-list-not-yours"),
        "election-not-open" => t!(l, "refused-election-not-open"),
        "ballot-cast-already" => t!(l, "refused-ballot-cast-already"),
        "candidacies-over" => t!(l, "refused-candidacies-over"),
        "candidacies-full" => t!(l, "refused-candidacies-full"),
        "candidacy-organization" => t!(l, "refused-candidacy-organization"),
        "candidacy-not-yours" => t!(l, "refused-candidacy-not-yours"),
        "candidacy-settled" => t!(l, "refused-candidacy-settled"),
        "ballot-on-paper" => t!(l, "refused-ballot-on-paper"),
        "teller-choose" => t!(l, "refused-teller-choose"),
        "teller-not-here" => t!(l, "refused-teller-not-here"),
        "teller-has-begun" => t!(l, "refused-teller-has-begun"),
        "teller-unreadable" => t!(l, "refused-teller-unreadable"),
        "not-in-the-room" => t!(l, "refused-not-in-the-room"),
        "audience-does-not-speak" => t!(l, "refused-audience-does-not-speak"),
        "request-answered" => t!(l, "refused-request-answered"),
        "request-no-vote" => t!(l, "refused-request-no-vote"),
        "request-no-rule" => t!(l, "requests-no-rule"),
        "pass-unknown" => t!(l, "refused-pass-unknown"),
        "batch-too-long" => t!(l, "refused-batch-too-long"),
        "statutes-from" => t!(l, "refused-statutes-from"),
        "statutes-no-draft" => t!(l, "refused-statutes-no-draft"),
        "statutes-same" => t!(l, "refused-statutes-same"),
        "training-not-open" => t!(l, "refused-training-not-open"),
        "training-too-many" => t!(l, "refused-training-too-many"),
        "training-not-of-organization" => t!(l, "refused-training-not-of-organization"),
        "training-form" => t!(l, "refused-training-form"),
        "training-cancelled" => t!(l, "refused-training-cancelled"),
        "training-course" => t!(l, "refused-training-course"),
        "training-half-day-noted" => t!(l, "refused-training-half-day-noted"),
        "training-not-seated" => t!(l, "refused-training-not-seated"),
        "training-not-trainer" => t!(l, "refused-training-not-trainer"),
        "training-no-trainer" => t!(l, "refused-training-no-trainer"),
        "training-not-over" => t!(l, "refused-training-not-over"),
        "training-nobody-noted" => t!(l, "refused-training-nobody-noted"),
        "training-no-figures" => t!(l, "refused-training-no-figures"),
        "training-not-yours" => t!(l, "refused-training-not-yours"),
        "needs-year" => t!(l, "refused-needs-year"),
        "needs-last-day" => t!(l, "refused-needs-last-day"),
        "needs-year-taken" => t!(l, "refused-needs-year-taken"),
        word => crate::sign_in::words::named(l, word).unwrap_or_else(|| t!(l, "refused-otherwise")),
    }
}

/// Messages after a form: add an arm for each word given to `context::done`.
#[must_use]
pub fn done(l: Locale, word: &str) -> Option<String> {
    Some(match word {
        "saved" => t!(l, "done-saved"),
        "here" => t!(l, "done-here"),
        "visit-offered" => t!(l, "done-visit-offered"),
        "visit-asked" => t!(l, "done-visit-asked"),
        "visit-told" => t!(l, "done-visit-told"),
        "needs-collected" => t!(l, "done-needs-collected"),
        "need-stated" => t!(l, "done-need-stated"),
        "need-removed" => t!(l, "done-need-removed"),
        "needs-grouped" => t!(l, "done-needs-grouped"),
        "signed-out" => t!(l, "done-signed-out"),
        "vote-recorded" => t!(l, "done-vote-recorded"),
        "votes-recorded" => t!(l, "done-votes-recorded"),
        "ballots-recorded" => t!(l, "done-ballots-recorded"),
        "polls-opened" => t!(l, "done-polls-opened"),
        "polls-closed" => t!(l, "done-polls-closed"),
        "secrecy-asked" => t!(l, "done-secrecy-asked"),
        "secrecy-unasked" => t!(l, "done-secrecy-unasked"),
        "arrived" => t!(l, "done-arrived"),
        "left" => t!(l, "done-left"),
        "proxy-given" => t!(l, "done-proxy-given"),
        "proxy-revoked" => t!(l, "done-proxy-revoked"),
        "session-opened" => t!(l, "done-session-opened"),
        "session-closed" => t!(l, "done-session-closed"),
        "floor-asked" => t!(l, "done-floor-asked"),
        "assembly-requested" => t!(l, "done-assembly-requested"),
        "floor-asked-for" => t!(l, "done-floor-asked-for"),
        "floor-withdrawn" => t!(l, "done-floor-withdrawn"),
        "floor-moved" => t!(l, "done-floor-moved"),
        "poll-opened" => t!(l, "done-poll-opened"),
        "poll-closed" => t!(l, "done-poll-closed"),
        "convened" => t!(l, "done-convened"),
        "item-added" => t!(l, "done-item-added"),
        "item-removed" => t!(l, "done-item-removed"),
        "document-added" => t!(l, "done-document-added"),
        "saved-unusual" => t!(l, "done-saved-unusual"),
        "member-added" => t!(l, "done-member-added"),
        "member-known" => t!(l, "done-member-known"),
        "member-applied" => t!(l, "done-member-applied"),
        "mandate-given" => t!(l, "done-mandate-given"),
        "mandate-ended" => t!(l, "done-mandate-ended"),
        "minutes-named" => t!(l, "done-minutes-named"),
        "minutes-presented" => t!(l, "done-minutes-presented"),
        "minutes-read" => t!(l, "done-minutes-read"),
        "minutes-signed" => t!(l, "done-minutes-signed"),
        "approval-added" => t!(l, "done-approval-added"),
        "second-drafted" => t!(l, "done-second-drafted"),
        "tie-broken" => t!(l, "done-tie-broken"),
        "tie-decided" => t!(l, "done-tie-decided"),
        "runoff-opened" => t!(l, "done-runoff-opened"),
        "side-declared" => t!(l, "done-side-declared"),
        "list-ordered" => t!(l, "done-list-ordered"),
        "election-opened" => t!(l, "done-election-opened"),
        "election-closed" => t!(l, "done-election-closed"),
        "ballot-recorded" => t!(l, "done-ballot-recorded"),
        "candidacy-proposed" => t!(l, "done-candidacy-proposed"),
        "candidacy-consented" => t!(l, "done-candidacy-consented"),
        "candidacy-withdrawn" => t!(l, "done-candidacy-withdrawn"),
        "teller-appointed" => t!(l, "done-teller-appointed"),
        "teller-dismissed" => t!(l, "done-teller-dismissed"),
        "sheet-saved" => t!(l, "done-sheet-saved"),
        "sheet-handed-in" => t!(l, "done-sheet-handed-in"),
        "sheets-signed-off" => t!(l, "done-sheets-signed-off"),
        "paper-handed-out" => t!(l, "done-paper-handed-out"),
        "urn-signed-off" => t!(l, "done-urn-signed-off"),
        "sheets-discarded" => t!(l, "done-sheets-discarded"),
        "statutes-drafted" => t!(l, "done-statutes-drafted"),
        "statutes-discarded" => t!(l, "done-statutes-discarded"),
        "statutes-adopted" => t!(l, "done-statutes-adopted"),
        "motion-drafted" | "amendment-drafted" => t!(l, "done-motion-drafted"),
        "motion-submitted" => t!(l, "done-motion-submitted"),
        "motion-withdrawn" => t!(l, "done-motion-withdrawn"),
        "motion-supported" => t!(l, "done-motion-supported"),
        "amendment-submitted" => t!(l, "done-amendment-submitted"),
        "amendment-withdrawn" => t!(l, "done-amendment-withdrawn"),
        "training-added" => t!(l, "done-training-added"),
        "training-session-planned" => t!(l, "done-training-session-planned"),
        "training-registered" => t!(l, "done-training-registered"),
        "attendance-noted" => t!(l, "done-attendance-noted"),
        "certificates-issued" => t!(l, "done-certificates-issued"),
        "evaluation-sent" => t!(l, "done-evaluation-sent"),
        "training-moved" => t!(l, "done-training-moved"),
        word => return crate::sign_in::words::done(l, word),
    })
}
