//! The rules of a network for its assemblies.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Scope},
    assemblies::{AssemblyRules, Kind, KindRules},
    fraction::{Comparison, Fraction},
    ids::NetworkId,
    polls::{Base, MajorityRule},
    proxies::ProxyRule,
    quorum::{Condition, Counting, QuorumRule, Unit as Counted},
};
use entities::networks::network;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;

use crate::{Error, FieldProblem, Services, Viewer, fields::Fields};

/// What was typed about a condition of a quorum.
#[derive(Clone, Debug, Default)]
pub struct ConditionForm {
    /// A share as the statutes write it: `1/2`, `50 %`. Empty for no condition.
    pub threshold: String,
    /// `domain::fraction::Comparison`.
    pub comparison: String,
    /// `domain::quorum::Unit`.
    pub unit: String,
}

/// What was typed about a kind of assembly.
#[derive(Clone, Debug, Default)]
pub struct KindForm {
    /// Days of notice.
    pub notice_days: String,
    /// `domain::quorum::Counting`.
    pub counting: String,
    /// Over the whole roll.
    pub total: ConditionForm,
    /// In each college.
    pub each_college: ConditionForm,
    /// `domain::polls::Base`.
    pub base: String,
    /// What a motion needs.
    pub majority: ConditionForm,
}

/// What was typed about the rules for assemblies.
#[derive(Clone, Debug, Default)]
pub struct RulesForm {
    /// Of ordinary assemblies.
    pub ordinary: KindForm,
    /// Of extraordinary assemblies.
    pub extraordinary: KindForm,
    /// How many proxies one organization may hold; empty for no cap.
    pub proxies_per_holder: String,
    /// Whether giver and holder must be of one college.
    pub same_college: bool,
    /// So many days before the assembly the roll is frozen.
    pub reference_days: String,
}

/// Names of the fields of a kind.
struct KindFields {
    notice_days: &'static str,
    counting: &'static str,
    total: [&'static str; 3],
    each_college: [&'static str; 3],
    base: &'static str,
    majority: [&'static str; 3],
}

macro_rules! kind_fields {
    ($kind:literal) => {
        KindFields {
            notice_days: concat!($kind, "_notice_days"),
            counting: concat!($kind, "_counting"),
            total: [
                concat!($kind, "_total_threshold"),
                concat!($kind, "_total_comparison"),
                concat!($kind, "_total_unit"),
            ],
            each_college: [
                concat!($kind, "_each_college_threshold"),
                concat!($kind, "_each_college_comparison"),
                concat!($kind, "_each_college_unit"),
            ],
            base: concat!($kind, "_base"),
            majority: [
                concat!($kind, "_majority_threshold"),
                concat!($kind, "_majority_comparison"),
                concat!($kind, "_majority_unit"),
            ],
        }
    };
}

const ORDINARY: KindFields = kind_fields!("ordinary");
const EXTRAORDINARY: KindFields = kind_fields!("extraordinary");

/// A share as people write it: "2/3", "50 %".
fn share(typed: &str) -> Option<Fraction> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let (numerator, denominator) = match typed.strip_suffix('%') {
        Some(percent) => (percent.parse().ok()?, 100),
        None => {
            let (numerator, denominator) = typed.split_once('/')?;
            (numerator.parse().ok()?, denominator.parse().ok()?)
        }
    };
    // Small enough that no multiplication with a number of voices comes near a limit.
    if denominator > 1_000_000 { None } else { Fraction::new(numerator, denominator).ok() }
}

impl ConditionForm {
    fn read(&self, fields: &mut Fields, names: [&'static str; 3]) -> Option<Condition> {
        if self.threshold.trim().is_empty() {
            return None;
        }
        let threshold = share(&self.threshold);
        if threshold.is_none() {
            fields.wrong(names[0], FieldProblem::NotANumber);
        }
        let comparison = fields.choice(names[1], &self.comparison);
        let unit = fields.choice(names[2], &self.unit);
        Some(Condition {
            threshold: threshold.unwrap_or(Fraction::HALF),
            comparison: comparison.unwrap_or(Comparison::AtLeast),
            unit: unit.unwrap_or(Counted::Heads),
        })
    }
}

impl KindForm {
    fn read(&self, fields: &mut Fields, names: &KindFields) -> KindRules {
        let notice = fields.number(names.notice_days, &self.notice_days, 365);
        let counting = fields.choice(names.counting, &self.counting).unwrap_or(Counting::PresentAndRepresented);
        let total = self.total.read(fields, names.total);
        let each_college = self.each_college.read(fields, names.each_college);
        let base = fields.choice(names.base, &self.base).unwrap_or(Base::Expressed);
        let majority = self.majority.read(fields, names.majority);
        if majority.is_none() {
            fields.wrong(names.majority[0], FieldProblem::Missing);
        }
        let majority = majority.map_or(MajorityRule::SIMPLE, |condition| MajorityRule {
            base,
            threshold: condition.threshold,
            comparison: condition.comparison,
            unit: condition.unit,
        });
        KindRules {
            notice_days: u32::try_from(notice).unwrap_or(u32::MAX),
            quorum: QuorumRule { counting, total, each_college },
            majority,
        }
    }
}

impl RulesForm {
    fn read(&self, fields: &mut Fields) -> AssemblyRules {
        let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let kinds = BTreeMap::from([
            (Kind::Ordinary, self.ordinary.read(fields, &ORDINARY)),
            (Kind::Extraordinary, self.extraordinary.read(fields, &EXTRAORDINARY)),
        ]);
        let typed = self.proxies_per_holder.trim();
        let per_holder = (!typed.is_empty()).then(|| small(fields.number("proxies_per_holder", typed, 1_000)));
        let reference_days = small(fields.number("reference_days", &self.reference_days, 3_650));
        AssemblyRules { kinds, proxies: ProxyRule { per_holder, same_college: self.same_college }, reference_days }
    }
}

impl Services {
    /// Changes a network's rules for assemblies. Assemblies that are convened keep theirs.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`].
    pub async fn edit_rules(&self, viewer: &Viewer, network: NetworkId, form: &RulesForm) -> Result<(), Error> {
        viewer.require(Action::ManageNetwork, Scope::Network(network))?;
        let person = viewer.person()?;
        let mut fields = Fields::default();
        let rules = form.read(&mut fields);
        fields.finish()?;
        let after = serde_json::to_value(rules)?;
        self.store()
            .write(move |unit| {
                let after = after.clone();
                Box::pin(async move {
                    let row = network::Entity::find_by_id(network.0).one(unit.read()).await?.ok_or(Error::NotFound)?;
                    if row.rules == after {
                        return Ok(());
                    }
                    let changed =
                        network::ActiveModel { id: Set(network.0), rules: Set(after.clone()), ..Default::default() };
                    network::Entity::update(changed).exec(unit.write()).await?;
                    let payload = json!({ "before": row.rules, "after": after });
                    unit.record(person, Some(network.0), "rules_changed", payload);
                    Ok(())
                })
            })
            .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_as_the_statutes_write_them() {
        assert_eq!(share("2/3"), Some(Fraction::TWO_THIRDS));
        assert_eq!(share(" 50 % "), Some(Fraction::HALF));
        for wrong in ["", "3/2", "1/0", "half", "120 %", "-1/2", "1/99999999999"] {
            assert_eq!(share(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_usual_rules_survive_their_form() {
        let usual = AssemblyRules::usual();
        let condition = |threshold: Fraction, comparison: Comparison, unit: Counted| ConditionForm {
            threshold: threshold.to_string(),
            comparison: comparison.to_string(),
            unit: unit.to_string(),
        };
        let kind = |rules: KindRules| KindForm {
            notice_days: rules.notice_days.to_string(),
            counting: rules.quorum.counting.to_string(),
            total: rules.quorum.total.map(|c| condition(c.threshold, c.comparison, c.unit)).unwrap_or_default(),
            each_college: ConditionForm::default(),
            base: rules.majority.base.to_string(),
            majority: condition(rules.majority.threshold, rules.majority.comparison, rules.majority.unit),
        };
        let form = RulesForm {
            ordinary: kind(usual.of(Kind::Ordinary)),
            extraordinary: kind(usual.of(Kind::Extraordinary)),
            proxies_per_holder: "2".into(),
            same_college: false,
            reference_days: "30".into(),
        };
        let mut fields = Fields::default();
        assert_eq!(form.read(&mut fields), usual);
        assert!(fields.finish().is_ok());
    }
}
