//! The parts that the forms of the draft share: conditions, majorities, quorums, lists of boxes.

use domain::{
    fraction::Comparison,
    locale::Locale,
    majorities::{Base, MajorityScope, Tie},
    quorum::{Counting, Unit},
};
use i18n::t;
use leptos::prelude::*;
use services::statutes::MOST_CONDITIONS;

use crate::{
    entries::{Filled, choices},
    ui::*,
};

/// Conditions that a form shows at least, so that there is always room for one more.
const CONDITIONS_SHOWN: usize = 3;

/// A share, how it is held, and in which unit.
pub fn condition(l: Locale, part: &str, label: String, hint: Option<String>, filled: &Filled) -> impl IntoView + use<> {
    let name = |field: &str| format!("{part}_{field}");
    let (threshold, comparison, unit) = (name("threshold"), name("comparison"), name("unit"));
    let comparisons = choices(Comparison::ALL, |comparison| match comparison {
        Comparison::AtLeast => t!(l, "networks-at-least"),
        Comparison::MoreThan => t!(l, "networks-more-than"),
    });
    let units = choices(Unit::ALL, |unit| match unit {
        Unit::Heads => t!(l, "networks-unit-heads"),
        Unit::Weight => t!(l, "networks-unit-weight"),
    });
    let (value, error) = (filled.text(&threshold), filled.error(l, &threshold));
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

/// The conditions of a majority, one empty at least, and what a tie does.
pub fn majority(l: Locale, filled: &Filled) -> impl IntoView + use<> {
    let mut used =
        (1..=MOST_CONDITIONS).filter(|number| !filled.text(&format!("condition_{number}_threshold")).is_empty());
    let shown = used.next_back().map_or(CONDITIONS_SHOWN, |last| CONDITIONS_SHOWN.max(last + 1)).min(MOST_CONDITIONS);
    let conditions = (1..=shown).map(|number| {
        let part = format!("condition_{number}");
        let bases = choices(Base::ALL, |base| match base {
            Base::Expressed => t!(l, "networks-base-expressed"),
            Base::Cast => t!(l, "networks-base-cast"),
            Base::Present => t!(l, "networks-base-present"),
            Base::Entitled => t!(l, "networks-base-entitled"),
        });
        let scopes = choices(MajorityScope::ALL, |scope| i18n::wording::majority_scope(l, scope));
        let (base, scope) = (format!("{part}_base"), format!("{part}_scope"));
        let (base_error, scope_error) = (filled.error(l, &base), filled.error(l, &scope));
        let (chosen_base, chosen_scope) = (filled.text(&base), filled.text(&scope));
        let label = t!(l, "statutes-condition", number = number);
        let share = condition(l, &part, label, Some(t!(l, "networks-share-hint")), filled);
        view! {
            {share}
            <div class="field-pair">
                <Select name=base label=t!(l, "statutes-condition-base", number = number) options=bases selected=chosen_base error=base_error/>
                <Select name=scope label=t!(l, "statutes-condition-scope", number = number) options=scopes selected=chosen_scope error=scope_error/>
            </div>
        }
    });
    let conditions = conditions.collect_view();
    let ties = choices(Tie::ALL, |tie| i18n::wording::tie(l, tie));
    let (tie, tie_error) = (filled.text("tie"), filled.error(l, "tie"));
    view! {
        <FieldGroup legend=t!(l, "statutes-majority")>
            <p class="hint">{t!(l, "statutes-conditions-hint")}</p>
            {conditions}
            <Select name="tie" label=t!(l, "statutes-tie") options=ties selected=tie error=tie_error/>
        </FieldGroup>
    }
}

/// Who counts for a quorum.
pub fn counting(l: Locale, name: &str, filled: &Filled) -> impl IntoView + use<> {
    let options = choices(Counting::ALL, |counting| match counting {
        Counting::Present => t!(l, "statutes-counting-present"),
        Counting::PresentAndRepresented => t!(l, "statutes-counting-represented"),
        Counting::Voting => t!(l, "statutes-counting-voting"),
    });
    let (selected, error, name) = (filled.text(name), filled.error(l, name), name.to_owned());
    view! { <Select name label=t!(l, "statutes-counting") options selected error/> }
}

/// A quorum over all and in each college.
pub fn quorum(l: Locale, filled: &Filled) -> impl IntoView + use<> {
    let hint = || Some(t!(l, "networks-quorum-hint"));
    view! {
        {counting(l, "counting", filled)}
        {condition(l, "total", t!(l, "networks-quorum-total"), hint(), filled)}
        {condition(l, "each_college", t!(l, "networks-quorum-each"), hint(), filled)}
    }
}

/// Boxes of which any number may be ticked.
pub fn boxes<T: Copy + std::fmt::Display, W: Fn(T) -> String>(
    l: Locale,
    name: &'static str,
    legend: String,
    values: &[T],
    word: W,
    filled: &Filled,
) -> impl IntoView + use<T, W> {
    let ticked = filled.entries.all(name);
    let error = filled.error(l, name).map(|text| view! { <p class="error">{text}</p> });
    let boxes = values.iter().enumerate().map(|(place, value)| {
        let (label, value) = (word(*value), value.to_string());
        let checked = ticked.contains(&value);
        // The first bears the identifier to which the summary of errors leads.
        let id = if place == 0 { field_id(name) } else { format!("{}-{place}", field_id(name)) };
        view! { <Checkbox name label value checked id/> }
    });
    let boxes = boxes.collect_view();
    view! { <FieldGroup legend>{error}{boxes}</FieldGroup> }
}
