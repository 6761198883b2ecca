//! The forms of the draft: what a person typed about a part of the rules, and a part of the rules as
//! a person would type it. What a form does not show stays as it was.

use std::{collections::BTreeSet, str::FromStr};

use domain::{
    assemblies::{AssemblyRules, Kind, KindRules},
    fraction::{Comparison, Fraction},
    majorities::{Base, Majority, MajorityRule, MajorityScope, Tie},
    quorum::{Condition, Counting, QuorumRule, Unit},
    statutes::{Convening, Decision, DecisionRule, Flaw, SecondConvocation, read_toml},
};

use crate::{Error, FieldError, FieldProblem, fields::Fields};

/// Conditions of a majority that a form shows at most; the rules allow no more.
pub const MOST_CONDITIONS: usize = 6;
/// Longest text of rules: some forty pages.
const TOML: usize = 100_000;
/// Longest time in days.
const DAYS: u64 = 3_650;

/// The entries of a form, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(pub Vec<(String, String)>);

/// A change of the draft.
#[derive(Clone, Debug)]
pub enum Edit {
    /// What holds for all assemblies.
    General(Typed),
    /// A kind of assembly.
    Kind(Kind, Typed),
    /// A kind of decision.
    Decision(Decision, Typed),
    /// Everything, as TOML.
    Toml(String),
}

/// The names of the fields of a condition.
struct ConditionFields {
    threshold: &'static str,
    comparison: &'static str,
    unit: &'static str,
}

macro_rules! condition_fields {
    ($part:literal) => {
        ConditionFields {
            threshold: concat!($part, "_threshold"),
            comparison: concat!($part, "_comparison"),
            unit: concat!($part, "_unit"),
        }
    };
}

macro_rules! majority_fields {
    ($($part:literal),+) => { [$((condition_fields!($part), concat!($part, "_base"), concat!($part, "_scope"))),+] };
}

const MAJORITY: [(ConditionFields, &str, &str); MOST_CONDITIONS] =
    majority_fields!("condition_1", "condition_2", "condition_3", "condition_4", "condition_5", "condition_6");
const TOTAL: ConditionFields = condition_fields!("total");
const EACH_COLLEGE: ConditionFields = condition_fields!("each_college");
const SECOND: ConditionFields = condition_fields!("second_total");

impl Typed {
    /// The first entry of that name, or an empty text.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    fn put(&mut self, name: &str, value: impl ToString) {
        self.0.push((name.to_owned(), value.to_string()));
    }

    fn put_some(&mut self, name: &str, value: Option<impl ToString>) {
        self.0.extend(value.map(|value| (name.to_owned(), value.to_string())));
    }

    fn set<T: FromStr + Ord>(&self, fields: &mut Fields, name: &'static str) -> BTreeSet<T> {
        let typed = self.0.iter().filter(|(key, _)| key == name);
        typed.filter_map(|(_, value)| fields.choice(name, value)).collect()
    }

    fn share(&self, fields: &mut Fields, name: &'static str) -> Option<Fraction> {
        let typed = self.text(name);
        if typed.is_empty() {
            return None;
        }
        let share = typed.parse().ok();
        if share.is_none() {
            fields.wrong(name, FieldProblem::NotAShare);
        }
        share
    }

    fn days(&self, fields: &mut Fields, name: &'static str) -> u32 {
        u32::try_from(fields.number(name, self.text(name), DAYS)).unwrap_or(u32::MAX)
    }

    fn condition(&self, fields: &mut Fields, names: &ConditionFields) -> Option<Condition> {
        if self.text(names.threshold).is_empty() {
            return None;
        }
        let threshold = self.share(fields, names.threshold)?;
        let comparison = fields.choice(names.comparison, self.text(names.comparison));
        let unit = fields.choice(names.unit, self.text(names.unit));
        Some(Condition {
            threshold,
            comparison: comparison.unwrap_or(Comparison::AtLeast),
            unit: unit.unwrap_or(Unit::Heads),
        })
    }

    fn majority(&self, fields: &mut Fields) -> Majority {
        let mut conditions = Vec::new();
        for (names, base_name, scope_name) in &MAJORITY {
            let Some(Condition { threshold, comparison, unit }) = self.condition(fields, names) else { continue };
            let base = fields.choice(base_name, self.text(base_name)).unwrap_or(Base::Expressed);
            let scope = fields.choice(scope_name, self.text(scope_name)).unwrap_or(MajorityScope::Whole);
            conditions.push(MajorityRule { base, threshold, comparison, unit, scope });
        }
        let first = MAJORITY[0].0.threshold;
        if conditions.is_empty() && !fields.has(first) {
            fields.wrong(first, FieldProblem::Missing);
        }
        let tie = fields.choice("tie", self.text("tie")).unwrap_or(Tie::Rejected);
        Majority { conditions, tie }
    }

    fn quorum(&self, fields: &mut Fields) -> QuorumRule {
        QuorumRule {
            counting: fields.choice("counting", self.text("counting")).unwrap_or(Counting::PresentAndRepresented),
            total: self.condition(fields, &TOTAL),
            each_college: self.condition(fields, &EACH_COLLEGE),
        }
    }

    fn put_condition(&mut self, names: &ConditionFields, condition: Option<Condition>) {
        let Some(Condition { threshold, comparison, unit }) = condition else { return };
        self.put(names.threshold, threshold);
        self.put(names.comparison, comparison);
        self.put(names.unit, unit);
    }

    fn put_majority(&mut self, majority: &Majority) {
        for ((names, base_name, scope_name), rule) in MAJORITY.iter().zip(&majority.conditions) {
            let MajorityRule { base, threshold, comparison, unit, scope } = *rule;
            self.put_condition(names, Some(Condition { threshold, comparison, unit }));
            self.put(base_name, base);
            self.put(scope_name, scope);
        }
        self.put("tie", majority.tie);
    }

    fn put_quorum(&mut self, quorum: &QuorumRule) {
        self.put("counting", quorum.counting);
        self.put_condition(&TOTAL, quorum.total);
        self.put_condition(&EACH_COLLEGE, quorum.each_college);
    }

    /// What holds for all assemblies, as a person would type it.
    #[must_use]
    pub fn general(rules: &AssemblyRules) -> Self {
        let mut typed = Self::default();
        typed.put("reference_days", rules.reference_days);
        typed.put_some("proxies_per_holder", rules.proxies.per_holder);
        for (name, ticked) in [
            ("same_college", rules.proxies.same_college),
            ("split", rules.proxies.split),
            ("split_voices", rules.proxies.split_voices),
            ("secret_persons", rules.secrecy.persons),
        ] {
            if ticked {
                typed.put(name, "yes");
            }
        }
        typed.put_some("secret_share", rules.secrecy.on_request_of);
        for audience in &rules.participation.present {
            typed.put("present", audience);
        }
        for audience in &rules.participation.speak {
            typed.put("speak", audience);
        }
        typed
    }

    /// A kind of assembly, as a person would type it.
    #[must_use]
    pub fn kind(rules: &KindRules) -> Self {
        let mut typed = Self::default();
        typed.put("notice_days", rules.notice_days);
        for convener in &rules.convening.by {
            typed.put("convened_by", convener);
        }
        typed.put_some("convened_share", rules.convening.on_request_of);
        typed.put_quorum(&rules.quorum);
        typed.put_majority(&rules.majority);
        let again = rules.second.map_or(QuorumRule::NONE, |second| second.quorum);
        typed.put("second_counting", again.counting);
        if let Some(second) = &rules.second {
            typed.put("second_days", second.after_days);
            typed.put_condition(&SECOND, second.quorum.total);
        }
        typed
    }

    /// A kind of decision, as a person would type it; beginning with what the ordinary assembly asks
    /// where it has no rule of its own.
    #[must_use]
    pub fn decision(rules: &AssemblyRules, decision: Decision) -> Self {
        let mut typed = Self::default();
        let own = rules.decisions.get(&decision);
        let kind = rules.of(Kind::Ordinary);
        let yes_or_no = |yes: bool| if yes { "yes" } else { "no" };
        typed.put("own", yes_or_no(own.is_some()));
        typed.put_majority(own.map_or(&kind.majority, |own| &own.majority));
        let quorum = own.and_then(|own| own.quorum);
        typed.put("own_quorum", yes_or_no(quorum.is_some()));
        typed.put_quorum(&quorum.unwrap_or(kind.quorum));
        if own.is_some_and(|own| own.secret) {
            typed.put("secret", "yes");
        }
        typed
    }
}

impl Edit {
    /// The rules with this change.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that is not right.
    pub(super) fn apply(&self, mut rules: AssemblyRules) -> Result<AssemblyRules, Error> {
        let mut fields = Fields::default();
        match self {
            Self::General(typed) => general(&mut rules, typed, &mut fields),
            Self::Kind(kind, typed) => {
                let before = rules.of(*kind);
                rules.kinds.insert(*kind, of_kind(before, typed, &mut fields));
            }
            Self::Decision(decision, typed) => match of_decision(typed, &mut fields) {
                Some(rule) => drop(rules.decisions.insert(*decision, rule)),
                None => drop(rules.decisions.remove(decision)),
            },
            Self::Toml(text) => rules = of_toml(text)?,
        }
        fields.finish()?;
        rules.validate().map_err(|flaws| {
            let error = |flaw: &Flaw| FieldError::new(self.field_of(*flaw), FieldProblem::Flaw(*flaw));
            Error::Invalid(flaws.0.iter().map(error).collect())
        })?;
        Ok(rules)
    }

    /// Where a form shows a flaw.
    const fn field_of(&self, flaw: Flaw) -> &'static str {
        match (self, flaw) {
            (Self::Toml(_), _) => "toml",
            (Self::General(_), Flaw::SpeaksFromOutside) => "speak",
            (Self::General(_), _) => "reference_days",
            (Self::Kind(..), Flaw::TooManyDays) => "notice_days",
            (Self::Decision(..), Flaw::OrdinaryTwice) => "own",
            (Self::Kind(..) | Self::Decision(..), _) => MAJORITY[0].0.threshold,
        }
    }
}

fn general(rules: &mut AssemblyRules, typed: &Typed, fields: &mut Fields) {
    rules.reference_days = typed.days(fields, "reference_days");
    let limit = typed.text("proxies_per_holder");
    rules.proxies.per_holder = (!limit.is_empty())
        .then(|| u32::try_from(fields.number("proxies_per_holder", limit, 1_000)).unwrap_or(u32::MAX));
    rules.proxies.same_college = typed.text("same_college") == "yes";
    rules.proxies.split = typed.text("split") == "yes";
    rules.proxies.split_voices = typed.text("split_voices") == "yes";
    rules.secrecy.persons = typed.text("secret_persons") == "yes";
    rules.secrecy.on_request_of = typed.share(fields, "secret_share");
    rules.participation.present = typed.set(fields, "present");
    rules.participation.speak = typed.set(fields, "speak");
}

fn of_kind(before: KindRules, typed: &Typed, fields: &mut Fields) -> KindRules {
    let notice_days = typed.days(fields, "notice_days");
    let convening =
        Convening { by: typed.set(fields, "convened_by"), on_request_of: typed.share(fields, "convened_share") };
    let second = (!typed.text("second_days").is_empty()).then(|| SecondConvocation {
        after_days: typed.days(fields, "second_days"),
        quorum: QuorumRule {
            counting: fields
                .choice("second_counting", typed.text("second_counting"))
                .unwrap_or(Counting::PresentAndRepresented),
            total: typed.condition(fields, &SECOND),
            each_college: before.second.and_then(|second| second.quorum.each_college),
        },
    });
    KindRules { notice_days, convening, quorum: typed.quorum(fields), majority: typed.majority(fields), second }
}

fn of_decision(typed: &Typed, fields: &mut Fields) -> Option<DecisionRule> {
    match typed.text("own") {
        "no" => return None,
        "yes" => {}
        _ => fields.wrong("own", FieldProblem::NotAChoice),
    }
    let majority = typed.majority(fields);
    let quorum = (typed.text("own_quorum") == "yes").then(|| typed.quorum(fields));
    Some(DecisionRule { majority, quorum, secret: typed.text("secret") == "yes" })
}

fn of_toml(text: &str) -> Result<AssemblyRules, Error> {
    let wrong = |problem| Error::Invalid(vec![FieldError::new("toml", problem)]);
    if text.trim().is_empty() {
        return Err(wrong(FieldProblem::Missing));
    }
    if text.chars().count() > TOML {
        return Err(wrong(FieldProblem::TooLong { limit: TOML }));
    }
    read_toml(text).map_err(|error| wrong(FieldProblem::Unreadable { line: error.line, detail: error.message }))
}

#[cfg(test)]
mod tests {
    use domain::statutes::{Preset, write_toml};

    use super::*;

    /// What a form shows and gives back untouched changes nothing, whatever the rules.
    #[test]
    fn rules_survive_their_forms() {
        for preset in Preset::ALL {
            let rules = preset.rules();
            let mut edits = vec![Edit::General(Typed::general(&rules)), Edit::Toml(write_toml(&rules))];
            edits.extend(Kind::ALL.iter().map(|kind| Edit::Kind(*kind, Typed::kind(&rules.of(*kind)))));
            let decisions = Decision::ALL.iter();
            edits.extend(decisions.map(|decision| Edit::Decision(*decision, Typed::decision(&rules, *decision))));
            for edit in edits {
                assert_eq!(edit.apply(rules.clone()).expect("valid"), rules, "{preset} {edit:?}");
            }
        }
    }

    fn errors(edit: &Edit) -> Vec<FieldError> {
        match edit.apply(AssemblyRules::usual()) {
            Err(Error::Invalid(errors)) => errors,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_wrong_field_is_named() {
        let mut typed = Typed::decision(&AssemblyRules::usual(), Decision::Statutes);
        for (name, value) in &mut typed.0 {
            match name.as_str() {
                "own" => *value = "yes".into(),
                "condition_1_threshold" => *value = "3/2".into(),
                "condition_1_base" => *value = "everything".into(),
                "tie" => *value = String::new(),
                _ => {}
            }
        }
        let found: Vec<_> = errors(&Edit::Decision(Decision::Statutes, typed))
            .into_iter()
            .map(|error| (error.field, error.problem))
            .collect();
        assert_eq!(
            found,
            [("condition_1_threshold", FieldProblem::NotAShare), ("tie", FieldProblem::Missing)],
            "a condition without a share is none"
        );
        let nothing = Typed(vec![("own".into(), "yes".into()), ("tie".into(), "rejected".into())]);
        assert_eq!(
            errors(&Edit::Decision(Decision::Statutes, nothing)),
            [FieldError::new("condition_1_threshold", FieldProblem::Missing)]
        );
        assert_eq!(errors(&Edit::Toml("\n\nkinds = 3".into())).len(), 1);
        let mut outside = Typed::general(&AssemblyRules::usual());
        outside.put("speak", "public");
        assert_eq!(
            errors(&Edit::General(outside)),
            [FieldError::new("speak", FieldProblem::Flaw(Flaw::SpeaksFromOutside))]
        );
        let ordinary = Typed(vec![("own".into(), "yes".into())]);
        assert_eq!(errors(&Edit::Decision(Decision::Ordinary, ordinary))[0].field, "condition_1_threshold");
    }
}
