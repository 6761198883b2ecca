//! The rules of a network for its assemblies, as its statutes have them.

use axum::{Form, extract::Path};
use domain::{
    assemblies::{Kind, KindRules},
    fraction::Comparison,
    locale::Locale,
    polls::Base,
    quorum::{Counting, Unit},
};
use i18n::t;
use leptos::prelude::*;
use services::networks::{ConditionForm, KindForm, Network, RulesForm};

use super::settings::{managed, page};
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered, choices},
    ui::*,
};

/// The form of the rules for assemblies.
pub async fn rules(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let mut entries = Entries::default()
        .with_some("proxies_per_holder", network.rules.proxies.per_holder)
        .with_some("same_college", network.rules.proxies.same_college.then_some("yes"))
        .with("reference_days", network.rules.reference_days);
    for kind in Kind::ALL {
        entries = kind_entries(entries, *kind, network.rules.of(*kind));
    }
    Ok(show_rules(&cx, &network, Filled::first(entries)))
}

/// Changes the rules for assemblies.
pub async fn save_rules(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let form = RulesForm {
        ordinary: kind_form(&entries, Kind::Ordinary),
        extraordinary: kind_form(&entries, Kind::Extraordinary),
        proxies_per_holder: entries.text("proxies_per_holder"),
        same_college: entries.text("same_college") == "yes",
        reference_days: entries.text("reference_days"),
    };
    match answered(cx.services().edit_rules(cx.viewer(), network.id, &form).await, entries)? {
        Ok(()) => Ok(done(&format!("/n/{slug}/settings"), "saved")),
        Err(filled) => Ok(show_rules(&cx, &network, filled)),
    }
}

fn kind_entries(entries: Entries, kind: Kind, rules: KindRules) -> Entries {
    let mut entries = entries
        .with(format!("{kind}_notice_days"), rules.notice_days)
        .with(format!("{kind}_counting"), rules.quorum.counting)
        .with(format!("{kind}_base"), rules.majority.base)
        .with(format!("{kind}_majority_threshold"), rules.majority.threshold)
        .with(format!("{kind}_majority_comparison"), rules.majority.comparison)
        .with(format!("{kind}_majority_unit"), rules.majority.unit);
    for (part, condition) in [("total", rules.quorum.total), ("each_college", rules.quorum.each_college)] {
        if let Some(condition) = condition {
            entries = entries
                .with(format!("{kind}_{part}_threshold"), condition.threshold)
                .with(format!("{kind}_{part}_comparison"), condition.comparison)
                .with(format!("{kind}_{part}_unit"), condition.unit);
        }
    }
    entries
}

fn kind_form(entries: &Entries, kind: Kind) -> KindForm {
    let condition = |part: &str| ConditionForm {
        threshold: entries.text(&format!("{kind}_{part}_threshold")),
        comparison: entries.text(&format!("{kind}_{part}_comparison")),
        unit: entries.text(&format!("{kind}_{part}_unit")),
    };
    KindForm {
        notice_days: entries.text(&format!("{kind}_notice_days")),
        counting: entries.text(&format!("{kind}_counting")),
        total: condition("total"),
        each_college: condition("each_college"),
        base: entries.text(&format!("{kind}_base")),
        majority: condition("majority"),
    }
}

fn show_rules(cx: &Cx, network: &Network, filled: Filled) -> axum::response::Response {
    let l = cx.locale();
    let title = t!(l, "networks-rules");
    let draft = filled.on(l, page(cx, network, &title));
    let base = format!("/n/{}/settings", network.slug);
    draft.render(move || {
        let kinds = Kind::ALL.iter().map(|kind| kind_fields(l, *kind, &filled)).collect_view();
        let proxies = view! {
            <Field name="proxies_per_holder" label=t!(l, "networks-proxies-per-holder") width=FieldWidth::Short inputmode="numeric" value=filled.text("proxies_per_holder") hint=t!(l, "networks-proxies-hint") error=filled.error(l, "proxies_per_holder")/>
            <Checkbox name="same_college" label=t!(l, "networks-same-college") checked={filled.text("same_college") == "yes"}/>
        };
        let roll = view! { <Field name="reference_days" label=t!(l, "networks-reference-days") width=FieldWidth::Short inputmode="numeric" value=filled.text("reference_days") hint=t!(l, "networks-reference-hint") error=filled.error(l, "reference_days")/> };
        view! {
            <PageHeader title lead=t!(l, "networks-rules-lead")/>
            {filled.summary(l)}
            <PostForm action=format!("{base}/rules")>
                {kinds}
                <FieldGroup legend=t!(l, "networks-proxies")>{proxies}</FieldGroup>
                <FieldGroup legend=t!(l, "networks-roll")>{roll}</FieldGroup>
                <FormActions>
                    <SubmitButton text=t!(l, "save-changes")/>
                    <ActionLink href=base text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    })
}

fn kind_fields(l: Locale, kind: Kind, filled: &Filled) -> impl IntoView + use<> {
    let legend = match kind {
        Kind::Ordinary => t!(l, "networks-ordinary"),
        Kind::Extraordinary => t!(l, "networks-extraordinary"),
    };
    let field = |part: &str| {
        let name = format!("{kind}_{part}");
        (name.clone(), filled.text(&name), filled.error(l, &name))
    };
    let counting = choices(Counting::ALL, |counting| match counting {
        Counting::Present => t!(l, "networks-counting-present"),
        Counting::PresentAndRepresented => t!(l, "networks-counting-represented"),
    });
    let bases = choices(Base::ALL, |base| match base {
        Base::Expressed => t!(l, "networks-base-expressed"),
        Base::Cast => t!(l, "networks-base-cast"),
        Base::Present => t!(l, "networks-base-present"),
        Base::Entitled => t!(l, "networks-base-entitled"),
    });
    let (notice_name, notice, notice_error) = field("notice_days");
    let (counting_name, counted, counting_error) = field("counting");
    let (base_name, base, base_error) = field("base");
    let total =
        condition_fields(l, kind, "total", t!(l, "networks-quorum-total"), Some(t!(l, "networks-quorum-hint")), filled);
    let each = condition_fields(
        l,
        kind,
        "each_college",
        t!(l, "networks-quorum-each"),
        Some(t!(l, "networks-quorum-hint")),
        filled,
    );
    let majority =
        condition_fields(l, kind, "majority", t!(l, "networks-majority"), Some(t!(l, "networks-share-hint")), filled);
    view! {
        <FieldGroup legend>
            <Field name=notice_name label=t!(l, "networks-notice-days") width=FieldWidth::Short inputmode="numeric" value=notice hint=t!(l, "networks-notice-hint") error=notice_error/>
            <Select name=counting_name label=t!(l, "networks-counting") options=counting selected=counted error=counting_error/>
            {total}
            {each}
            {majority}
            <Select name=base_name label=t!(l, "networks-base") options=bases selected=base error=base_error/>
        </FieldGroup>
    }
}

fn condition_fields(
    l: Locale,
    kind: Kind,
    part: &str,
    label: String,
    hint: Option<String>,
    filled: &Filled,
) -> impl IntoView + use<> {
    let name = |field: &str| format!("{kind}_{part}_{field}");
    let (threshold, comparison, unit) = (name("threshold"), name("comparison"), name("unit"));
    let comparisons = choices(&[Comparison::AtLeast, Comparison::MoreThan], |comparison| match comparison {
        Comparison::AtLeast => t!(l, "networks-at-least"),
        Comparison::MoreThan => t!(l, "networks-more-than"),
    });
    let units = choices(Unit::ALL, |unit| match unit {
        Unit::Heads => t!(l, "networks-unit-heads"),
        Unit::Weight => t!(l, "networks-unit-weight"),
    });
    let (value, error) = (filled.text(&threshold), filled.error(l, &threshold));
    let error = error.map(|_| t!(l, "networks-not-a-share"));
    let (chosen_comparison, comparison_error) = (filled.text(&comparison), filled.error(l, &comparison));
    let (chosen_unit, unit_error) = (filled.text(&unit), filled.error(l, &unit));
    let (comparison_label, unit_label) =
        (t!(l, "networks-comparison-of", part = &label), t!(l, "networks-unit-of", part = &label));
    view! {
        <div class="field-pair">
            <Field name=threshold label=label width=FieldWidth::Short value hint error/>
            <Select name=comparison label=comparison_label options=comparisons selected=chosen_comparison error=comparison_error/>
            <Select name=unit label=unit_label options=units selected=chosen_unit error=unit_error/>
        </div>
    }
}
