//! Statutes as rules: who reads and who writes them, by form and as TOML, and their versions.

use domain::{
    assemblies::{AssemblyRules, Kind},
    fraction::Fraction,
    majorities::{MajorityRule, MajorityScope},
    people::Role,
    statutes::{Decision, Preset, read_toml, write_toml},
};
use http::StatusCode;

use crate::{houses::Houses, support::for_each_database};

const DRAFT: &str = "/n/north/statutes/draft";

/// The form of a decision with a double majority and no college against.
fn double<'a>(revision: &'a str, threshold: &'a str) -> Vec<(&'static str, &'a str)> {
    let mut entries = vec![("version", revision), ("own", "yes"), ("tie", "rejected"), ("own_quorum", "no")];
    for [share, comparison, in_unit, base, scope, unit, place] in [
        [
            "condition_1_threshold",
            "condition_1_comparison",
            "condition_1_unit",
            "condition_1_base",
            "condition_1_scope",
            "heads",
            "whole",
        ],
        [
            "condition_2_threshold",
            "condition_2_comparison",
            "condition_2_unit",
            "condition_2_base",
            "condition_2_scope",
            "weight",
            "whole",
        ],
        [
            "condition_3_threshold",
            "condition_3_comparison",
            "condition_3_unit",
            "condition_3_base",
            "condition_3_scope",
            "heads",
            "no_college_against",
        ],
    ] {
        entries.extend([
            (share, threshold),
            (comparison, "at_least"),
            (in_unit, unit),
            (base, "expressed"),
            (scope, place),
        ]);
    }
    entries
}

#[tokio::test]
async fn a_decision_is_written_by_form_and_adopted_as_a_version_that_stays() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut board = houses.browser(&houses.north, Role::NetworkBoard);
        let form = format!("{DRAFT}/decisions/statutes");
        assert!(board.get(&form).await.body.contains("value=\"1/2\""), "it begins with what the assembly asks");
        let wrong = board.post(&form, &double("0", "3/2")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("value=\"3/2\""), "what was typed comes back: {}", wrong.body);
        let saved = board.post(&form, &double("0", "2/3")).await;
        assert_eq!(saved.location.as_deref(), Some("/n/north/statutes/draft?done=statutes-drafted"), "{}", saved.body);
        let stale = board.post(&form, &double("0", "3/4")).await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "somebody saved meanwhile");
        let page = board.get(DRAFT).await.body;
        assert!(page.contains("No college may be against"), "what changes is shown: {page}");

        let adopt = async |browser: &mut crate::support::Browser, revision: &str, from: &str| {
            let form = [("version", revision), ("valid_from", from), ("assembly", ""), ("note", "Article 12")];
            browser.post(&format!("{DRAFT}/adopt"), &form).await
        };
        let early = adopt(&mut board, "1", "1990-01-01").await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "before the version before");
        assert_eq!(adopt(&mut board, "0", "2030-01-01").await.status, StatusCode::CONFLICT);
        let adopted = adopt(&mut board, "1", "2030-01-01").await;
        assert_eq!(adopted.location.as_deref(), Some("/n/north/statutes/2?done=statutes-adopted"), "{}", adopted.body);
        assert_eq!(adopt(&mut board, "1", "2030-01-01").await.status, StatusCode::UNPROCESSABLE_ENTITY, "once");

        let network = houses.network(&houses.north).await;
        let viewer = houses.viewer(&houses.north, Role::Staff).await;
        let statutes = houses.world.services.statutes(&viewer, &network).await.expect("a member reads them");
        assert!(!statutes.may_manage);
        assert_eq!((statutes.in_force, statutes.versions.len()), (Some(1), 2), "the second is to come");
        assert_eq!(statutes.rules, AssemblyRules::usual(), "and the first was not rewritten");
        let rule = statutes.versions[0].rules.majority(Kind::Ordinary, Decision::Statutes);
        assert_eq!(rule.conditions.len(), 3);
        assert_eq!(rule.conditions[1], MajorityRule::TWO_THIRDS);
        assert_eq!(rule.conditions[2].scope, MajorityScope::NoCollegeAgainst);
        assert_eq!(houses.journal("statutes_adopted").await[0]["version"], 2);
    })
    .await;
}

#[tokio::test]
async fn rules_go_out_and_come_in_as_toml_and_errors_name_their_line() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut board = houses.browser(&houses.north, Role::NetworkBoard);
        let mut member = houses.browser(&houses.north, Role::Staff);
        let exported = member.get("/n/north/statutes/1/rules.toml").await;
        assert_eq!(read_toml(&exported.body), Ok(AssemblyRules::usual()), "{}", exported.body);
        let page = board.get(&format!("{DRAFT}/toml")).await.body;
        assert!(page.contains("reference_days = 30"), "{page}");

        let form = format!("{DRAFT}/toml");
        let text = write_toml(&Preset::BelgianAssociation.rules());
        let broken = text.replacen("notice_days = 15", "notice_dais = 15", 1);
        let line = broken.lines().position(|line| line.contains("notice_dais")).expect("a line") + 1;
        let refused = board.post(&form, &[("version", "0"), ("toml", &broken)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(&format!("Line {line}: ")), "{}", refused.body);
        assert!(refused.body.contains("notice_dais"), "what was typed comes back");
        let beyond = text.replacen("reference_days = 15", "reference_days = 9999", 1);
        let refused = board.post(&form, &[("version", "0"), ("toml", &beyond)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("longer than ten years"), "{}", refused.body);
        let saved = board.post(&form, &[("version", "0"), ("toml", &text)]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let (network, viewer) =
            (houses.network(&houses.north).await, houses.viewer(&houses.north, Role::NetworkBoard).await);
        let draft = houses.world.services.statutes_draft(&viewer, &network).await.expect("a draft");
        assert_eq!(draft.rules, Preset::BelgianAssociation.rules());
        let four_fifths = draft.rules.majority(Kind::Ordinary, Decision::Purpose).conditions[0].threshold;
        assert_eq!(Ok(four_fifths), Fraction::new(4, 5));
    })
    .await;
}

#[tokio::test]
async fn each_page_of_the_draft_leaves_the_rest_as_it_is() {
    for_each_database(async |world| {
        let houses = Houses::build(world).await;
        let mut board = houses.browser(&houses.north, Role::NetworkBoard);
        let begun = board.post(&format!("{DRAFT}/begin"), &[("from", "belgian_association")]).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER);
        let general = [
            ("version", "1"),
            ("reference_days", "20"),
            ("proxies_per_holder", "3"),
            ("secret_share", "20 %"),
            ("present", "public"),
            ("present", "staff"),
            ("speak", "staff"),
        ];
        let outside = [&general[..], &[("speak", "partners")]].concat();
        let refused = board.post(&format!("{DRAFT}/general"), &outside).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "who may speak must be there");
        assert_eq!(board.post(&format!("{DRAFT}/general"), &general).await.status, StatusCode::SEE_OTHER);
        let kind = [
            ("version", "2"),
            ("notice_days", "21"),
            ("convened_by", "chair"),
            ("counting", "voting"),
            ("total_threshold", "1/2"),
            ("total_comparison", "more_than"),
            ("total_unit", "weight"),
            ("condition_1_threshold", "1/2"),
            ("condition_1_comparison", "more_than"),
            ("condition_1_unit", "heads"),
            ("condition_1_base", "present"),
            ("condition_1_scope", "whole"),
            ("tie", "casting_vote"),
            ("second_days", ""),
            ("second_counting", "present"),
        ];
        let saved = board.post(&format!("{DRAFT}/kinds/ordinary"), &kind).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let none = [("version", "3"), ("own", "no")];
        assert_eq!(board.post(&format!("{DRAFT}/decisions/exclusion"), &none).await.status, StatusCode::SEE_OTHER);
        let (network, viewer) =
            (houses.network(&houses.north).await, houses.viewer(&houses.north, Role::NetworkBoard).await);
        let rules = houses.world.services.statutes_draft(&viewer, &network).await.expect("a draft").rules;
        let before = Preset::BelgianAssociation.rules();
        assert_eq!((rules.reference_days, rules.proxies.per_holder, rules.secrecy.persons), (20, Some(3), false));
        assert_eq!((rules.participation.present.len(), rules.participation.speak.len()), (2, 1));
        let ordinary = rules.of(Kind::Ordinary);
        assert_eq!((ordinary.notice_days, ordinary.second), (21, None));
        assert_eq!(rules.of(Kind::Extraordinary), before.of(Kind::Extraordinary));
        assert!(!rules.decisions.contains_key(&Decision::Exclusion));
        assert_eq!(rules.decisions[&Decision::Purpose], before.decisions[&Decision::Purpose]);
        assert_eq!(board.post(&format!("{DRAFT}/discard"), &[]).await.status, StatusCode::SEE_OTHER);
        assert!(board.get(DRAFT).await.body.contains("There is no draft"));
    })
    .await;
}
