//! The half-days of a session in its form: a row of a day, a beginning and an end for each.

use domain::locale::Locale;
use i18n::t;
use leptos::prelude::*;
use services::{
    FieldProblem,
    trainings::{HALF_DAYS, HalfDayForm},
};

use crate::{
    entries::{Entries, Filled},
    ui::*,
};

/// Rows that are in sight, at least.
const ROWS: usize = 2;
/// Further rows that unfold.
const MORE: usize = 8;

/// What was typed, up to the last row that is not empty.
pub fn typed(entries: &Entries) -> Vec<HalfDayForm> {
    let row = |at: usize| HalfDayForm {
        day: entries.text(&format!("day_{at}")),
        from: entries.text(&format!("from_{at}")),
        to: entries.text(&format!("to_{at}")),
    };
    // One more than there may be, so that too many are told rather than forgotten.
    let mut rows: Vec<HalfDayForm> = (0..=HALF_DAYS).map(row).collect();
    let last = rows.iter().rposition(|row| !row.is_empty());
    rows.truncate(last.map_or(0, |last| last + 1));
    rows
}

/// Half-days as they would be typed.
pub fn entered(mut entries: Entries, half_days: &[HalfDayForm]) -> Entries {
    for (at, row) in half_days.iter().enumerate() {
        entries = entries
            .with(format!("day_{at}"), &row.day)
            .with(format!("from_{at}"), &row.from)
            .with(format!("to_{at}"), &row.to);
    }
    entries
}

/// The rows: those with something in them and an empty one, and more that unfold.
pub fn rows(l: Locale, filled: &Filled) -> impl IntoView + use<> {
    let shown = ROWS.max(typed(&filled.entries).len() + 1);
    let wrong = filled.problem.fields.iter().find(|error| error.field == "half_days");
    let wrong = wrong.map_or(0, |error| match error.problem {
        FieldProblem::HalfDay { number, .. } => number - 1,
        _ => 0,
    });
    let row = |at: usize| {
        let name = t!(l, "trainings-half-day-number", number = at + 1);
        let row = name.clone();
        let [day, from, to] = ["day", "from", "to"].map(|part| format!("{part}_{at}"));
        let values = [&day, &from, &to].map(|name| filled.text(name));
        let id = if at == wrong { "field-half_days".to_owned() } else { format!("field-{day}") };
        let error = filled.error(l, "half_days").filter(|_| at == wrong);
        let [day_value, from_value, to_value] = values;
        view! {
            <div class="field-pair" role="group" aria-label=row>
                <Field name=day id=id label=name kind="date" width=FieldWidth::Short value=day_value error=error/>
                <Field name=from label=t!(l, "trainings-half-day-from") kind="time" width=FieldWidth::Short value=from_value/>
                <Field name=to label=t!(l, "trainings-half-day-to") kind="time" width=FieldWidth::Short value=to_value/>
            </div>
        }
    };
    let first = (0..shown).map(row).collect_view();
    let more = (shown..HALF_DAYS.min(shown + MORE)).map(row).collect_view();
    view! {
        <FieldGroup legend=t!(l, "trainings-half-days")>
            <p class="hint">{t!(l, "trainings-half-days-hint")}</p>
            {first}
            <Disclosure summary=t!(l, "trainings-half-days-more")>{more}</Disclosure>
        </FieldGroup>
    }
}
