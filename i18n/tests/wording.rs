//! The sentences about votes, as a person reads them, side by side in three languages.

use std::fmt::Write as _;

use chrono::NaiveDate;
use domain::{
    colleges::{Bracket, Figure, LeftOut, WeightReason, WeightRule},
    fraction::{Comparison, Fraction},
    majorities::{Base, Count, Inequality, Majority, MajorityRule, MajorityScope, Outcome, Tally, Tie, Verdict},
    memberships::Status,
    proxies::ProxyRule,
    quorum::{Condition, Counting, Quorum, QuorumPart, QuorumRule, Unit},
};
use i18n::{Locale, wording};
use insta::assert_snapshot;

/// Writes something in every language, with a plain space wherever a typographic one stands.
fn told(tell: impl Fn(Locale) -> String) -> String {
    let mut text = String::new();
    for locale in Locale::ALL {
        writeln!(text, "[{locale}]\n{}\n", tell(*locale).replace(['\u{a0}', '\u{202f}'], " "))
            .expect("a string takes it");
    }
    text
}

fn fraction(numerator: u64, denominator: u64) -> Fraction {
    Fraction::new(numerator, denominator).expect("a share")
}

fn part(college: Option<&str>, unit: Unit, have: u64, whole: u64) -> QuorumPart {
    let condition = Condition { threshold: Fraction::HALF, comparison: Comparison::AtLeast, unit };
    let needed = condition.threshold.needed_of(whole, condition.comparison);
    QuorumPart { college: college.map(str::to_owned), condition, have, needed, whole, reached: have >= needed }
}

fn count(heads: u64, weight: u64) -> Count {
    Count { heads, weight }
}

fn held(rule: MajorityRule, tally: &Tally, college: Option<&str>) -> Inequality {
    let base = tally.base(rule.base, rule.unit);
    let against = rule.scope == MajorityScope::NoCollegeAgainst;
    let have = if against { tally.against } else { tally.in_favour }.in_unit(rule.unit);
    let needed = rule.threshold.needed_of(base, rule.comparison);
    Inequality { rule, college: college.map(str::to_owned), have, base, needed, met: (have >= needed) != against }
}

fn explained(rule: MajorityRule, tally: Tally, verdict: Verdict) -> String {
    explained_all(rule.into(), tally, vec![held(rule, &tally, None)], verdict)
}

fn explained_all(rule: Majority, tally: Tally, conditions: Vec<Inequality>, verdict: Verdict) -> String {
    let present = part(None, Unit::Heads, tally.present.heads, tally.entitled.heads);
    let quorum = Quorum { counting: Counting::PresentAndRepresented, reached: present.reached, parts: vec![present] };
    let outcome = Outcome { rule, tally, conditions, casting: None, quorum, verdict };
    told(|l| {
        let explained = wording::outcome(l, &outcome);
        let mut text = format!("{}\n", wording::majority(l, &outcome.rule));
        writeln!(text, "[{}] {}", explained.verdict, explained.statement).expect("a string takes it");
        for held in explained.conditions {
            let sign = if held.have >= held.needed { "≥" } else { "<" };
            writeln!(text, "{} {} {sign} {} {}: {}", held.have, held.left, held.needed, held.right, held.comparison)
                .expect("a string takes it");
        }
        for detail in explained.counts.into_iter().chain(explained.details) {
            writeln!(text, "- {detail}").expect("a string takes it");
        }
        text
    })
}

fn tally(in_favour: Count, against: Count, abstained: Count, present: Count) -> Tally {
    Tally { in_favour, against, abstained, present, entitled: count(41, 58), ..Tally::default() }
}

#[test]
fn quorums() {
    assert_snapshot!(told(|l| {
        let say = |counting, part: QuorumPart| wording::quorum_part(l, counting, &part);
        [
            say(Counting::PresentAndRepresented, part(None, Unit::Heads, 22, 41)),
            say(Counting::PresentAndRepresented, part(None, Unit::Heads, 20, 41)),
            say(Counting::Present, part(Some("Bailleurs"), Unit::Weight, 1, 5)),
            say(Counting::Present, part(Some("Bailleurs"), Unit::Heads, 1, 1)),
            say(Counting::Present, part(None, Unit::Heads, 0, 2)),
            say(Counting::Present, QuorumPart { reached: false, ..part(None, Unit::Heads, 0, 0) }),
        ]
        .join("\n")
    }));
}

#[test]
fn quorum_rules() {
    assert_snapshot!(told(|l| {
        let half = Condition { threshold: Fraction::HALF, comparison: Comparison::AtLeast, unit: Unit::Heads };
        let more = Condition { threshold: fraction(1, 3), comparison: Comparison::MoreThan, unit: Unit::Weight };
        let counting = Counting::PresentAndRepresented;
        [
            QuorumRule { counting, total: None, each_college: None },
            QuorumRule { counting, total: Some(half), each_college: None },
            QuorumRule { counting: Counting::Present, total: None, each_college: Some(more) },
            QuorumRule { counting, total: Some(half), each_college: Some(more) },
        ]
        .map(|rule| wording::quorum_rule(l, &rule))
        .join("\n")
    }));
}

#[test]
fn shares() {
    assert_snapshot!(told(|l| {
        [(1, 2), (2, 3), (50, 100), (3, 4), (4, 5), (3, 7), (1, 1)]
            .map(|(numerator, denominator)| {
                let share = |comparison| wording::share(l, fraction(numerator, denominator), comparison);
                format!("{} / {}", share(Comparison::AtLeast), share(Comparison::MoreThan))
            })
            .join("\n")
    }));
}

#[test]
fn adopted() {
    let tally = tally(count(12, 28), count(8, 12), count(2, 3), count(24, 45));
    assert_snapshot!(explained(MajorityRule::TWO_THIRDS, tally, Verdict::Adopted));
}

#[test]
fn rejected_by_one() {
    let tally = tally(count(11, 26), count(9, 14), Count::default(), count(24, 45));
    assert_snapshot!(explained(MajorityRule::TWO_THIRDS, tally, Verdict::Rejected));
}

#[test]
fn rejected_by_heads_among_the_present() {
    let rule = MajorityRule { base: Base::Present, unit: Unit::Heads, ..MajorityRule::SIMPLE };
    let tally = tally(count(1, 4), count(12, 20), count(3, 3), count(24, 45));
    assert_snapshot!(explained(rule, tally, Verdict::Rejected));
}

#[test]
fn tied() {
    let tally = tally(count(10, 20), count(12, 20), count(1, 1), count(23, 41));
    assert_snapshot!(explained(MajorityRule::SIMPLE, tally, Verdict::Tied));
}

#[test]
fn the_quorum_was_lost() {
    let tally = tally(count(10, 20), count(1, 1), Count::default(), count(20, 30));
    assert_snapshot!(explained(MajorityRule::SIMPLE, tally, Verdict::NoQuorum));
}

#[test]
fn nothing_was_expressed() {
    let tally = tally(Count::default(), Count::default(), count(1, 1), count(24, 45));
    assert_snapshot!(explained(MajorityRule::SIMPLE, tally, Verdict::NothingExpressed));
}

/// Two units, a college that is against, blank and null ballots: every condition has its sentence.
#[test]
fn several_conditions() {
    let nobody = MajorityRule { scope: MajorityScope::NoCollegeAgainst, unit: Unit::Heads, ..MajorityRule::SIMPLE };
    let each = MajorityRule { scope: MajorityScope::EachCollege, ..MajorityRule::TWO_THIRDS };
    let rule = Majority { tie: Tie::CastingVote, ..Majority::double(MajorityRule::TWO_THIRDS).and(nobody).and(each) };
    let tally = Tally {
        blank: count(2, 2),
        null: count(1, 1),
        ..tally(count(12, 28), count(8, 12), count(2, 3), count(25, 46))
    };
    let partners = Tally { in_favour: count(1, 3), against: count(4, 4), ..tally };
    let members = Tally { in_favour: count(11, 25), against: count(4, 8), ..tally };
    let [heads, weight] = [rule.conditions[0], rule.conditions[1]].map(|condition| held(condition, &tally, None));
    let conditions = vec![
        heads,
        weight,
        held(nobody, &members, Some("Gestionnaires")),
        held(nobody, &partners, Some("Partenaires")),
        held(each, &members, Some("Gestionnaires")),
    ];
    assert_snapshot!(explained_all(rule, tally, conditions, Verdict::Rejected));
}

#[test]
fn a_tie_that_the_chair_breaks() {
    let rule = Majority { tie: Tie::CastingVote, ..MajorityRule::SIMPLE.into() };
    let tally = tally(count(10, 20), count(12, 20), Count::default(), count(23, 41));
    let conditions = vec![held(MajorityRule::SIMPLE, &tally, None)];
    let waiting = explained_all(rule.clone(), tally, conditions.clone(), Verdict::Tied);
    assert_snapshot!(waiting);
}

#[test]
fn statutes_in_plain_sentences() {
    for preset in domain::statutes::Preset::ALL {
        let name = format!("statutes_{preset}");
        assert_snapshot!(
            name,
            told(|l| {
                let mut lines = vec![wording::preset(l, *preset)];
                let mut section = String::new();
                for clause in wording::clauses(l, &preset.rules()) {
                    if clause.section != section {
                        lines.push(format!("== {}", clause.section));
                        section = clause.section;
                    }
                    lines.push(format!("{}: {}", clause.label, clause.text));
                }
                lines.join("\n")
            })
        );
    }
}

#[test]
fn majorities() {
    assert_snapshot!(told(|l| {
        let mut lines = Vec::new();
        for base in Base::ALL {
            for unit in Unit::ALL {
                lines.push(wording::majority_rule(
                    l,
                    &MajorityRule { base: *base, unit: *unit, ..MajorityRule::SIMPLE },
                ));
            }
        }
        lines.join("\n")
    }));
}

#[test]
fn weights() {
    let as_of = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
    let bracket = |figure, value, from, below| WeightReason::Bracket { figure, value, as_of, from, below };
    assert_snapshot!(told(|l| {
        [
            wording::weight_reason(l, 1, &WeightReason::Fixed),
            wording::weight_reason(l, 2, &bracket(Figure::Employees, 25, 10, Some(50))),
            wording::weight_reason(l, 3, &bracket(Figure::Places, 1200, 1000, None)),
            wording::weight_reason(l, 1, &bracket(Figure::Members, 1, 0, Some(10))),
            wording::weight_reason(l, 1, &WeightReason::NothingDeclared { figure: Figure::Employees }),
            wording::weight_rule(l, &WeightRule::Fixed { weight: 2 }),
            wording::weight_rule(
                l,
                &WeightRule::Brackets {
                    figure: Figure::Employees,
                    brackets: vec![
                        Bracket { from: 0, weight: 1 },
                        Bracket { from: 10, weight: 2 },
                        Bracket { from: 50, weight: 3 },
                    ],
                },
            ),
        ]
        .join("\n")
    }));
}

#[test]
fn rolls_and_proxies() {
    assert_snapshot!(told(|l| {
        let mut lines = vec![
            wording::left_out(l, &LeftOut::NotYetMember),
            wording::left_out(l, &LeftOut::NoCollege),
            wording::left_out(l, &LeftOut::NoVoice),
        ];
        lines.extend(Status::ALL.iter().map(|status| wording::left_out(l, &LeftOut::Status { status: *status })));
        for (per_holder, same_college) in [(None, false), (Some(0), true), (Some(1), false), (Some(2), true)] {
            lines.push(wording::proxy_rule(l, &ProxyRule::new(per_holder, same_college)));
        }
        lines.join("\n")
    }));
}

#[test]
fn plurals_of_none_one_and_two() {
    let say = |l: Locale| [0, 1, 2].map(|n| format!("{}, {}", wording::voices(l, n), wording::associations(l, n)));
    assert_eq!(say(Locale::Fr), ["0 voix, 0 association", "1 voix, 1 association", "2 voix, 2 associations"]);
    assert_eq!(say(Locale::Nl), ["0 stemmen, 0 verenigingen", "1 stem, 1 vereniging", "2 stemmen, 2 verenigingen"]);
    assert_eq!(say(Locale::En), ["0 voices, 0 associations", "1 voice, 1 association", "2 voices, 2 associations"]);
}

#[test]
fn every_name_is_said_differently() {
    use domain::{assemblies, identifiers, organizations, people, polls, sign_in};
    fn distinct<T: Copy>(all: &[T], name: fn(Locale, T) -> String) {
        for locale in Locale::ALL {
            let mut names: Vec<String> = all.iter().map(|value| name(*locale, *value)).collect();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), all.len(), "{names:?}");
        }
    }
    distinct(Status::ALL, wording::status);
    distinct(domain::memberships::Step::ALL, wording::step);
    distinct(organizations::LegalForm::ALL, wording::legal_form);
    distinct(Figure::ALL, wording::figure);
    distinct(assemblies::Kind::ALL, wording::kind);
    distinct(assemblies::State::ALL, wording::state);
    distinct(assemblies::Venue::ALL, wording::venue);
    distinct(assemblies::ItemKind::ALL, wording::item_kind);
    distinct(polls::Choice::ALL, wording::choice);
    distinct(polls::PollState::ALL, wording::poll_state);
    distinct(identifiers::Register::ALL, wording::register);
    distinct(sign_in::UnknownPerson::ALL, wording::unknown_person);
    distinct(sign_in::ConnectionState::ALL, wording::connection_state);
    distinct(people::Role::ALL, wording::role);
    distinct(Unit::ALL, wording::unit);
    distinct(Counting::ALL, wording::counting);
    distinct(Base::ALL, wording::base);
    distinct(Comparison::ALL, wording::comparison);
    distinct(MajorityScope::ALL, wording::majority_scope);
    distinct(Tie::ALL, wording::tie);
    distinct(domain::statutes::Decision::ALL, wording::decision);
    distinct(domain::statutes::Convener::ALL, wording::convener);
    distinct(domain::statutes::Audience::ALL, wording::audience);
    distinct(domain::statutes::Preset::ALL, wording::preset);
}
