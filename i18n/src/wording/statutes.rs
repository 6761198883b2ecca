//! A network's rules in plain sentences, clause by clause.

use domain::{
    assemblies::Kind,
    fraction::Comparison,
    statutes::{AssemblyRules, Audience, Convening, Decision, DecisionRule, KindRules, SecondConvocation},
};

use super::{
    names::{audience, convener, decision, kind},
    quorum::{quorum_rule, share},
    results::majority,
    rolls::proxy_rule,
};
use crate::{Locale, list, t};

/// One rule in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What it belongs to: a kind of assembly, the decisions, what holds for all.
    pub section: String,
    /// What it is about; a section has it once.
    pub label: String,
    /// What it says, in a sentence or more.
    pub text: String,
}

/// Every rule, in the order in which statutes tell them. Where rules are silent, so is this.
#[must_use]
pub fn clauses(l: Locale, rules: &AssemblyRules) -> Vec<Clause> {
    let mut clauses = Vec::new();
    for of in Kind::ALL.iter().filter(|of| rules.kinds.contains_key(of)) {
        let section = kind(l, *of);
        let clause = |(label, text)| Clause { section: section.clone(), label, text };
        clauses.extend(of_kind(l, &rules.of(*of)).into_iter().map(clause));
    }
    let clause = |(label, text)| Clause { section: t!(l, "statutes-decisions"), label, text };
    let own = Decision::ALL.iter().filter_map(|of| Some((decision(l, *of), of_decision(l, rules.decisions.get(of)?))));
    clauses.extend(own.map(clause));
    clauses.push(clause((t!(l, "statutes-decision-others"), t!(l, "statutes-others-text"))));
    let clause = |(label, text)| Clause { section: t!(l, "statutes-for-all"), label, text };
    clauses.extend(for_all(l, rules).into_iter().map(clause));
    clauses
}

fn of_kind(l: Locale, rules: &KindRules) -> Vec<(String, String)> {
    let mut clauses = Vec::new();
    if rules.convening != Convening::default() {
        clauses.push((t!(l, "statutes-convened-by"), convening(l, &rules.convening)));
    }
    clauses.push((t!(l, "statutes-notice"), t!(l, "statutes-notice-text", days = rules.notice_days)));
    clauses.push((t!(l, "statutes-quorum"), quorum_rule(l, &rules.quorum)));
    clauses.push((t!(l, "statutes-majority"), majority(l, &rules.majority)));
    let again = match &rules.second {
        Some(again) => second(l, again),
        None => t!(l, "statutes-second-none"),
    };
    clauses.push((t!(l, "statutes-second"), again));
    clauses
}

fn convening(l: Locale, rule: &Convening) -> String {
    let by: Vec<String> = rule.by.iter().map(|by| convener(l, *by)).collect();
    let by = (!by.is_empty()).then(|| t!(l, "statutes-convened-by-text", who = list(l, &by)));
    let on_request =
        rule.on_request_of.map(|of| t!(l, "statutes-convened-on-request", share = share(l, of, Comparison::AtLeast)));
    by.into_iter().chain(on_request).collect::<Vec<_>>().join(" ")
}

fn second(l: Locale, rule: &SecondConvocation) -> String {
    format!("{} {}", t!(l, "statutes-second-text", days = rule.after_days), quorum_rule(l, &rule.quorum))
}

fn of_decision(l: Locale, rule: &DecisionRule) -> String {
    let quorum = rule.quorum.as_ref().map(|quorum| quorum_rule(l, quorum));
    let secret = rule.secret.then(|| t!(l, "statutes-always-secret"));
    [majority(l, &rule.majority)].into_iter().chain(quorum).chain(secret).collect::<Vec<_>>().join(" ")
}

fn for_all(l: Locale, rules: &AssemblyRules) -> Vec<(String, String)> {
    let secrecy = &rules.secrecy;
    let persons = if secrecy.persons { t!(l, "statutes-secret-persons") } else { t!(l, "statutes-open-persons") };
    let on_request =
        secrecy.on_request_of.map(|of| t!(l, "statutes-secret-on-request", share = share(l, of, Comparison::AtLeast)));
    let who = |audiences: &std::collections::BTreeSet<Audience>| {
        list(l, &audiences.iter().map(|of| audience(l, *of)).collect::<Vec<_>>())
    };
    let mut clauses = vec![
        (t!(l, "statutes-roll"), t!(l, "statutes-roll-text", days = rules.reference_days)),
        (t!(l, "statutes-proxies"), proxy_rule(l, &rules.proxies)),
        (t!(l, "statutes-secrecy"), [persons].into_iter().chain(on_request).collect::<Vec<_>>().join(" ")),
    ];
    if !rules.participation.present.is_empty() {
        let present = t!(l, "statutes-present-text", who = who(&rules.participation.present));
        clauses.push((t!(l, "statutes-present"), present));
    }
    if !rules.participation.speak.is_empty() {
        clauses.push((t!(l, "statutes-speak"), t!(l, "statutes-speak-text", who = who(&rules.participation.speak))));
    }
    clauses.push((t!(l, "statutes-vote"), t!(l, "statutes-vote-text")));
    clauses
}
