//! Voices, the electoral roll and proxies.

use chrono::NaiveDate;
use domain::{
    colleges::{Figure, LeftOut, WeightReason, WeightRule},
    proxies::ProxyRule,
};

use super::{names::figure, results::voices};
use crate::{Locale, date, list, t};

/// Why an organization has its weight, in one sentence.
#[must_use]
pub fn weight_reason(l: Locale, weight: u64, reason: &WeightReason) -> String {
    let voices = voices(l, weight);
    match reason {
        WeightReason::Fixed => t!(l, "weight-fixed", voices = voices),
        WeightReason::Bracket { figure, value, as_of, from, below } => {
            bracket(l, voices, declared(l, *figure, *value), *as_of, *from, *below)
        }
        WeightReason::NothingDeclared { figure: missing } => {
            t!(l, "weight-nothing-declared", voices = voices, figure = figure(l, *missing))
        }
    }
}

fn bracket(l: Locale, voices: String, declared: String, as_of: NaiveDate, from: u64, below: Option<u64>) -> String {
    let date = date(l, as_of);
    match below {
        Some(below) => {
            t!(l, "weight-bracket", voices = voices, declared = declared, date = date, from = from, below = below)
        }
        None => t!(l, "weight-bracket-open", voices = voices, declared = declared, date = date, from = from),
    }
}

/// A declared figure with its unit: "12 places".
#[must_use]
pub fn declared(l: Locale, figure: Figure, value: u64) -> String {
    match figure {
        Figure::Employees => t!(l, "declared-employees", count = value),
        Figure::Members => t!(l, "declared-members", count = value),
        Figure::Places => t!(l, "declared-places", count = value),
    }
}

/// How many voices a college gives, in one sentence.
#[must_use]
pub fn weight_rule(l: Locale, rule: &WeightRule) -> String {
    match rule {
        WeightRule::Fixed { weight } => t!(l, "weight-rule-fixed", voices = voices(l, *weight)),
        WeightRule::Brackets { figure: looked_at, brackets } => {
            let brackets: Vec<String> = brackets
                .iter()
                .map(|bracket| t!(l, "weight-rule-bracket", voices = voices(l, bracket.weight), from = bracket.from))
                .collect();
            t!(l, "weight-rule-brackets", brackets = list(l, &brackets), figure = figure(l, *looked_at))
        }
    }
}

/// Why an organization is not on the roll, in one sentence.
#[must_use]
pub fn left_out(l: Locale, reason: &LeftOut) -> String {
    match reason {
        LeftOut::NotYetMember => t!(l, "left-out-not-yet-member"),
        LeftOut::Status { status } => t!(l, "left-out-status", status = status.as_str()),
        LeftOut::NoCollege => t!(l, "left-out-no-college"),
        LeftOut::NoVoice => t!(l, "left-out-no-voice"),
    }
}

/// What the statutes say about proxies.
#[must_use]
pub fn proxy_rule(l: Locale, rule: &ProxyRule) -> String {
    let mut told = vec![match rule.per_holder {
        Some(0) => t!(l, "proxies-none"),
        Some(limit) => t!(l, "proxies-limit", limit = limit),
        None => t!(l, "proxies-unlimited"),
    }];
    if rule.per_holder != Some(0) {
        told.extend(rule.same_college.then(|| t!(l, "proxies-same-college")));
        told.extend((!rule.split).then(|| t!(l, "ballots-rule-together")));
    }
    told.extend(rule.split_voices.then(|| t!(l, "ballots-rule-divide")));
    told.join(" ")
}
