//! The sheet of a teller: what each organization said on paper or by a raised hand.

use std::collections::BTreeMap;

use axum::extract::{Form, Path};
use domain::{
    ids::{OrganizationId, PollId},
    locale::Locale,
    polls::Choice as Answered,
    tellers::{TellersRefused, Way},
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Error,
    tellers::{Line, NewSheet, Sheets},
};

use super::{compared::compared, words};
use crate::{
    assemblies::{Address, PartAddress, breadcrumb, question_name, summary},
    context::{Answer, Cx, done},
    entries::Entries,
    problems::{FormProblem, on_form},
    ui::{
        ActionKind, ActionLink, Callout, Cell, Choice, Column, DataTable, Disclosure, EmptyState, FieldGroup,
        FormActions, PageHeader, PageLink, PostButton, PostForm, Section, Select, SubmitButton, Tag, Tone,
    },
};

/// What stands beside an organization that did not vote in this way, whatever the others did.
const NONE: &str = "none";

/// What was typed into a sheet, and what stands against it.
#[derive(Clone, Debug, Default)]
struct Typed {
    entries: Option<Entries>,
    problem: FormProblem,
}

/// The sheet.
pub async fn show(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    page(&cx, &part, Typed::default()).await
}

async fn page(cx: &Cx, part: &PartAddress, typed: Typed) -> Answer {
    let l = cx.locale();
    let address = Address::from(part);
    let room = address.room(cx).await?;
    let (poll, path) = (PollId(part.part), address.path());
    let sheets = cx.services().sheets(cx.viewer(), room.id, poll).await?;
    let question = room.questions().find(|item| item.poll.as_ref().is_some_and(|found| found.id == poll));
    let question = question_name(l, question.ok_or(Error::NotFound)?);
    let here = format!("{path}/polls/{poll}/paper");
    let title = t!(l, "tellers-paper");
    let way = vec![
        PageLink::new(&path, room.title.clone()),
        PageLink::new(format!("{path}/room"), t!(l, "room")),
        PageLink::new(&here, title.clone()),
    ];
    let draft = cx
        .network_page(&room.network, format!("{title} – {question}"))
        .breadcrumb(breadcrumb(l, &room.network, way))
        .status(typed.problem.status());
    let asked = cx.query("way").map(str::to_owned);
    Ok(draft.render(move || {
        let written_in = room.network.locale.to_string();
        let over = (!sheets.open).then(|| view! { <Callout><p>{t!(l, "tellers-closed")}</p></Callout> });
        let form = sheets.open.then(|| form(l, &here, &sheets, &typed, asked.as_deref()));
        let discard = (sheets.runs && sheets.open && !sheets.begun.is_empty()).then(|| discard_form(l, &here));
        let to_room = format!("{path}/room");
        view! {
            <PageHeader title=question lang=written_in kicker=title>
                <ActionLink href=to_room text=t!(l, "room") kind=ActionKind::Secondary/>
            </PageHeader>
            {summary(l, &typed.problem)}
            {over}
            {state(l, &sheets)}
            {compared(l, &here, &room, &sheets)}
            {form}
            {on_record(l, &sheets)}
            {discard}
        }
    }))
}

/// Whose sheets are begun, and what is missing.
fn state(l: Locale, sheets: &Sheets) -> Option<impl IntoView + use<>> {
    if !sheets.open {
        return None;
    }
    let missing = match &sheets.missing {
        Some(missing) => words::missing(l, missing),
        None => t!(l, "tellers-not-begun"),
    };
    let lines = sheets.begun.iter().map(|begun| {
        let (text, tone) = if begun.handed_in {
            (t!(l, "tellers-handed-in"), Tone::Positive)
        } else {
            (t!(l, "tellers-writing"), Tone::Neutral)
        };
        let way = words::way(l, begun.way);
        view! { <li>{begun.name.clone()}" – "{way}" "<Tag text=text tone=tone/></li> }
    });
    let lines = (!sheets.begun.is_empty()).then(|| view! { <ul>{lines.collect_view()}</ul> });
    Some(view! { <p class="lead">{missing}</p> {lines} })
}

/// The way that the form is for: what was typed, asked for, written before, or counted by the other.
fn way_of(sheets: &Sheets, typed: &Typed, asked: Option<&str>) -> Way {
    let typed = typed.entries.as_ref().and_then(|entries| entries.text("way").parse().ok());
    let mine = sheets.mine.as_ref().map(|sheet| sheet.way);
    let other = sheets.begun.first().map(|begun| begun.way);
    typed.or_else(|| asked.and_then(|way| way.parse().ok())).or(mine).or(other).unwrap_or(Way::Paper)
}

fn form(l: Locale, here: &str, sheets: &Sheets, typed: &Typed, asked: Option<&str>) -> AnyView {
    match &sheets.may_write {
        Ok(()) => {}
        // Whoever runs the assembly only looks.
        Err(TellersRefused::NotATeller) => return view! { <p>{t!(l, "tellers-only-look")}</p> }.into_any(),
        Err(refused) => {
            let text = words::refused(l, refused);
            return view! { <Callout><p>{text}</p></Callout> }.into_any();
        }
    }
    if sheets.lines.is_empty() {
        return view! { <EmptyState title=t!(l, "tellers-nobody-title") text=t!(l, "tellers-nobody")/> }.into_any();
    }
    let way = way_of(sheets, typed, asked);
    let other = if way == Way::Paper { Way::Hands } else { Way::Paper };
    let switch = match other {
        Way::Paper => t!(l, "tellers-switch-paper"),
        Way::Hands => t!(l, "tellers-switch-hands"),
    };
    let mut options: Vec<Choice> =
        way.choices().iter().map(|choice| Choice::new(choice.as_str(), i18n::wording::choice(l, *choice))).collect();
    let rest_options = options.clone();
    options.push(Choice::new(NONE, t!(l, "tellers-none")));
    let value = |organization: OrganizationId| match &typed.entries {
        Some(entries) => entries.text(&format!("vote-{organization}")),
        None => {
            let said = sheets.mine.as_ref().and_then(|sheet| sheet.votes.get(&organization));
            said.map(|choice| choice.as_str().to_owned()).unwrap_or_default()
        }
    };
    let controls = sheets.lines.iter().map(|line| {
        let name = format!("vote-{}", line.organization);
        view! { <Select name=name label=line.name.clone() options=options.clone() selected=value(line.organization) empty=t!(l, "tellers-as-others") hint=hint(l, line)/> }
    });
    let controls = controls.collect_view();
    let rest = typed.entries.as_ref().map(|entries| entries.text("rest")).unwrap_or_default();
    let legend = words::way(l, way);
    let (action, switched) = (here.to_owned(), format!("{here}?way={other}#sheet"));
    view! {
        <Section title=t!(l, "tellers-my-sheet") id="sheet">
            <p>{t!(l, "tellers-blind")}</p>
            <p><a href=switched>{switch}</a></p>
            <PostForm action=action>
                <input type="hidden" name="way" value=way.as_str()/>
                <FieldGroup legend=legend>
                    {controls}
                    <Select name="rest" label=t!(l, "tellers-rest") options=rest_options selected=rest empty=t!(l, "tellers-none") hint=t!(l, "tellers-rest-hint")/>
                </FieldGroup>
                <FormActions>
                    <SubmitButton text=t!(l, "tellers-hand-in") name="step" value="hand-in"/>
                    <SubmitButton text=t!(l, "tellers-save") kind=ActionKind::Secondary name="step" value="save"/>
                </FormActions>
            </PostForm>
        </Section>
    }
    .into_any()
}

pub fn hint(l: Locale, line: &Line) -> String {
    match &line.by_proxy_of {
        Some(holder) => t!(l, "tellers-line-proxy", voices = line.weight, holder = holder.as_str()),
        None => t!(l, "tellers-line", voices = line.weight),
    }
}

/// What two tellers have signed off.
fn on_record(l: Locale, sheets: &Sheets) -> Option<impl IntoView + use<>> {
    if sheets.on_record.is_empty() {
        return (!sheets.open).then(|| {
            view! { <EmptyState title=t!(l, "tellers-no-record-title") text=t!(l, "tellers-no-record")/> }.into_any()
        });
    }
    let rows: Vec<Vec<Cell>> = sheets
        .on_record
        .iter()
        .map(|vote| {
            let choice =
                vote.choice.map_or_else(|| t!(l, "tellers-at-close"), |choice| i18n::wording::choice(l, choice));
            vec![vote.organization.clone().into(), choice.into(), words::told(l, vote.way, &vote.tellers).into()]
        })
        .collect();
    let columns = vec![
        Column::text(t!(l, "column-association")),
        Column::text(t!(l, "column-vote")),
        Column::text(t!(l, "column-by")),
    ];
    Some(
        view! {
            <Section title=t!(l, "tellers-record") id="record">
                <DataTable caption=t!(l, "tellers-record") caption_hidden=true columns=columns rows=rows/>
            </Section>
        }
        .into_any(),
    )
}

fn discard_form(l: Locale, here: &str) -> impl IntoView + use<> {
    let action = format!("{here}/discard");
    view! {
        <Section title=t!(l, "chair") id="chair">
            <Disclosure summary=t!(l, "tellers-discard")>
                <p>{t!(l, "tellers-discard-hint")}</p>
                <PostButton action=action text=t!(l, "tellers-discard") kind=ActionKind::Danger/>
            </Disclosure>
        </Section>
    }
}

/// What a form says: exceptions, and all the others that it lists. `None` where a word is none of those offered.
fn read(entries: &Entries) -> Option<NewSheet> {
    let way: Way = entries.text("way").parse().ok()?;
    let rest = Some(entries.text("rest")).filter(|rest| !rest.is_empty());
    let rest: Option<Answered> = rest.map(|rest| rest.parse()).transpose().ok()?;
    let mut votes = BTreeMap::new();
    for (name, value) in entries.pairs() {
        let Some(organization) = name.strip_prefix("vote-") else { continue };
        let organization = OrganizationId(organization.parse().ok()?);
        let choice = match value.as_str() {
            "" => rest,
            NONE => None,
            word => Some(word.parse().ok()?),
        };
        votes.extend(choice.map(|choice| (organization, choice)));
    }
    Some(NewSheet { way, votes, handed_in: entries.text("step") == "hand-in" })
}

/// A teller's sheet comes in.
pub async fn write(cx: Cx, Path(part): Path<PartAddress>, Form(entries): Form<Entries>) -> Answer {
    let address = Address::from(&part);
    address.room(&cx).await?;
    let new = read(&entries);
    let word = if new.as_ref().is_some_and(|new| new.handed_in) { "sheet-handed-in" } else { "sheet-saved" };
    let result = match new {
        Some(new) => cx.services().write_sheet(cx.viewer(), address.id(), PollId(part.part), new).await,
        None => Err(services::Refusal::Named("teller-unreadable").into()),
    };
    back(&cx, &part, result, word, Some(entries)).await
}

/// One of the two signs off.
pub async fn sign(cx: Cx, Path(part): Path<PartAddress>, Form(entries): Form<Entries>) -> Answer {
    let address = Address::from(&part);
    address.room(&cx).await?;
    let seen = entries.text("seen");
    let result = cx.services().sign_off_sheets(cx.viewer(), address.id(), PollId(part.part), &seen).await;
    back(&cx, &part, result.map(drop), "sheets-signed-off", None).await
}

/// Whoever runs the assembly discards the sheets.
pub async fn discard(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let address = Address::from(&part);
    address.room(&cx).await?;
    let result = cx.services().discard_sheets(cx.viewer(), address.id(), PollId(part.part)).await;
    back(&cx, &part, result, "sheets-discarded", None).await
}

/// To the page again, with a word or with what stands against it.
async fn back(cx: &Cx, part: &PartAddress, result: Result<(), Error>, word: &str, entries: Option<Entries>) -> Answer {
    let address = Address::from(part).path();
    match on_form(result)? {
        Ok(()) => Ok(done(&format!("{address}/polls/{}/paper", part.part), word)),
        Err(problem) => page(cx, part, Typed { entries, problem }).await,
    }
}
