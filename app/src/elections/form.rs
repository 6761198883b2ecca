//! What the form of an item asks of an election beside its method: who elects, reserved seats, parity.

use std::collections::BTreeMap;

use domain::{
    elections::{CollegeSeats, Electorate, parity, statutory_unit},
    locale::Locale,
    quorum::Unit,
    statutes::AssemblyRules,
};
use i18n::t;
use leptos::prelude::*;
use services::{Error, FieldError, FieldProblem, elections::Election, networks::College};

use super::words;
use crate::{
    context::Cx,
    problems::FormProblem,
    ui::{Choice, Field, FieldGroup, FieldWidth, Select},
};

/// The entries of the form by their names: `electorate`, `parity`, and `reserved-` with a college.
pub type Entries = BTreeMap<String, String>;

/// The colleges of a network with their names in its language.
pub async fn colleges(cx: &Cx, network: &services::networks::Network) -> Result<Vec<CollegeSeats>, Error> {
    let found = cx.services().colleges(cx.viewer(), network.id).await?;
    let name = |college: College| CollegeSeats {
        college: college.id,
        name: college.names.text(network.locale, network.locale).to_owned(),
        seats: 0,
    };
    Ok(found.into_iter().map(name).collect())
}

/// The entries of an election that is there.
pub fn entries(election: &Election) -> Entries {
    let mut entries: Entries =
        election.rules.reserved.iter().map(|of| (format!("reserved-{}", of.college), of.seats.to_string())).collect();
    if let Some(rule) = election.rules.parity {
        entries.insert("parity".into(), word(rule).into());
    }
    if let Some(electorate) = &election.rules.electorate {
        entries.insert("electorate".into(), electorate.college.to_string());
    }
    entries
}

/// The unit that was chosen; an empty choice is what the statutes say.
///
/// # Errors
/// What is wrong with it.
pub fn unit(typed: &str, rules: &AssemblyRules) -> Result<Unit, FieldError> {
    match typed {
        "" => Ok(statutory_unit(rules).unwrap_or(Unit::Heads)),
        word => word.parse().map_err(|_| FieldError::new("unit", FieldProblem::NotAChoice)),
    }
}

/// What the fields of this module say.
pub struct More {
    /// The college that elects; everybody where `None`.
    pub electorate: Option<Electorate>,
    /// The seats that are reserved.
    pub reserved: Vec<CollegeSeats>,
    /// The rule of parity.
    pub parity: Option<parity::Rule>,
}

/// Reads them.
///
/// # Errors
/// What is wrong with them.
pub fn read(entries: &Entries, colleges: &[CollegeSeats]) -> Result<More, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut reserved = Vec::new();
    for of in colleges {
        let typed = entries.get(&format!("reserved-{}", of.college)).map_or("", |typed| typed.trim());
        let seats = if typed.is_empty() { Ok(0) } else { typed.parse() };
        match seats {
            Ok(0) => {}
            Ok(seats) => reserved.push(CollegeSeats { seats, ..of.clone() }),
            Err(_) => errors.push(FieldError::new("reserved", FieldProblem::NotANumber)),
        }
    }
    let parity = match entries.get("parity").map_or("", String::as_str) {
        "" => None,
        typed => {
            let rule =
                [parity::Rule::Alternating, parity::Rule::Balanced].into_iter().find(|rule| word(*rule) == typed);
            if rule.is_none() {
                errors.push(FieldError::new("parity", FieldProblem::NotAChoice));
            }
            rule
        }
    };
    let electorate = match entries.get("electorate").map_or("", String::as_str) {
        "" => None,
        typed => {
            let of = colleges.iter().find(|of| of.college.to_string() == typed);
            if of.is_none() {
                errors.push(FieldError::new("electorate", FieldProblem::NotAChoice));
            }
            of.map(|of| Electorate { college: of.college, name: of.name.clone() })
        }
    };
    if errors.is_empty() { Ok(More { electorate, reserved, parity }) } else { Err(errors) }
}

/// The fields.
pub fn fields(l: Locale, entries: &Entries, colleges: &[CollegeSeats], problem: &FormProblem) -> impl IntoView + use<> {
    let wrong = problem.field(l, "reserved");
    let seats = colleges.iter().enumerate().map(|(at, of)| {
        let name = format!("reserved-{}", of.college);
        let value = entries.get(&name).cloned().unwrap_or_default();
        let label = t!(l, "lists-reserved-college", college = of.name.as_str());
        // The summary above the form leads to the first of them.
        let id = if at == 0 { "field-reserved".to_owned() } else { format!("field-{name}") };
        let (hint, error) =
            if at == 0 { (t!(l, "lists-reserved-hint"), wrong.clone()) } else { (String::new(), String::new()) };
        view! { <Field name=name id=id label=label value=value inputmode="numeric" width=FieldWidth::Short hint=hint error=error/> }
    });
    let seats = seats.collect_view();
    let electorates =
        colleges.iter().map(|of| Choice::new(of.college.to_string(), words::electorate(l, &of.name))).collect();
    let elects = entries.get("electorate").cloned().unwrap_or_default();
    let electorate = (!colleges.is_empty()).then(|| view! {
        <Select name="electorate" label=t!(l, "lists-electorate") options=electorates selected=elects empty=t!(l, "lists-electorate-all") hint=t!(l, "lists-electorate-hint") error=problem.field(l, "electorate")/>
    });
    let rules = [parity::Rule::Alternating, parity::Rule::Balanced];
    let rules = rules.map(|rule| Choice::new(word(rule), words::parity_rule(l, rule))).to_vec();
    let chosen = entries.get("parity").cloned().unwrap_or_default();
    view! {
        {electorate}
        <FieldGroup legend=t!(l, "lists-reserved")>{seats}</FieldGroup>
        <Select name="parity" label=t!(l, "lists-parity") options=rules selected=chosen empty=t!(l, "lists-parity-none") hint=t!(l, "lists-parity-hint") error=problem.field(l, "parity")/>
    }
}

fn word(rule: parity::Rule) -> &'static str {
    match rule {
        parity::Rule::Alternating => "alternating",
        parity::Rule::Balanced => "balanced",
    }
}
