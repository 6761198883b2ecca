//! Papers of a secret vote, for persons or on a motion: to whom one was handed out, what two tellers read from the urn, and
//! the sign-off.

use axum::extract::{Form, Path};
use domain::{
    elections::{GRADES, Marking},
    ids::{OrganizationId, PollId},
    locale::Locale,
    polls::PollState,
    tellers::{
        TellersRefused, Unfinished,
        urn::{ANSWERS, Reading},
    },
};
use i18n::t;
use leptos::prelude::*;
use printing::Block;
use services::{
    Error, Refusal,
    assemblies::{ItemPoll, Room},
    tellers::{Papers, Printed},
};

use super::{sheet::hint, words};
use crate::{
    assemblies::{Address, PartAddress, breadcrumb, question_name, summary},
    context::{Answer, Cx, done},
    entries::Entries,
    problems::{FormProblem, on_form},
    ui::{
        ActionKind, ActionLink, Callout, Cell, Column, DataTable, Disclosure, FormActions, PageHeader, PageLink,
        PostButton, PostForm, Section, SubmitButton, Tag, TextArea, Tone,
    },
};

#[derive(Clone, Debug, Default)]
struct Typed {
    entries: Option<Entries>,
    problem: FormProblem,
}

/// The papers of a secret vote.
pub async fn show(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    page(&cx, &part, Typed::default()).await
}

async fn page(cx: &Cx, part: &PartAddress, typed: Typed) -> Answer {
    let l = cx.locale();
    let address = Address::from(part);
    let room = address.room(cx).await?;
    let (poll, path) = (PollId(part.part), address.path());
    let papers = cx.services().papers(cx.viewer(), room.id, poll).await?;
    let item = room.questions().find(|item| item.poll.as_ref().is_some_and(|found| found.id == poll));
    let item = item.ok_or(Error::NotFound)?;
    let (question, here) = (question_name(l, item), format!("{path}/polls/{poll}/urn"));
    let (back, back_text) = match item.election {
        Some(_) => (format!("{path}/elections/{}", item.id), t!(l, "urn-election")),
        None => (format!("{path}/room"), t!(l, "room")),
    };
    let title = t!(l, "urn");
    let way = vec![
        PageLink::new(&path, room.title.clone()),
        PageLink::new(&back, if item.election.is_some() { question.clone() } else { back_text.clone() }),
        PageLink::new(&here, title.clone()),
    ];
    let draft = cx
        .network_page(&room.network, format!("{title} – {question}"))
        .breadcrumb(breadcrumb(l, &room.network, way))
        .status(typed.problem.status());
    let written_in = room.network.locale.to_string();
    Ok(draft.render(move || {
        let open = papers.open && papers.urn.is_none();
        let settled = papers.urn.as_ref().map(|urn| {
            let text = became(l, urn);
            view! { <Callout><p>{text}</p></Callout> }
        });
        let over =
            (!papers.open && papers.urn.is_none()).then(|| view! { <Callout><p>{t!(l, "urn-none")}</p></Callout> });
        let refused = match &papers.may_write {
            Err(TellersRefused::NotATeller) => Some(t!(l, "tellers-only-look")),
            Err(refused) => Some(words::refused(l, refused)),
            Ok(()) => None,
        };
        let refused = refused.filter(|_| open).map(|text| view! { <Callout><p>{text}</p></Callout> });
        let writes = open && papers.may_write.is_ok();
        view! {
            <PageHeader title=question lang=written_in kicker=title lead=t!(l, "urn-lead")>
                <ActionLink href=back text=back_text kind=ActionKind::Secondary/>
            </PageHeader>
            {summary(l, &typed.problem)}
            {settled}
            {over}
            {open.then(|| state(l, &papers))}
            {refused}
            {open.then(|| compared(l, &here, &papers))}
            {open.then(|| hand_out(l, &here, &papers))}
            {writes.then(|| form(l, &here, &papers, &typed))}
            {(papers.runs && open).then(|| discard_form(l, &here, &papers))}
        }
    }))
}

/// What became of the papers.
fn became(l: Locale, (urn, tellers): &(domain::tellers::urn::Urn, Vec<String>)) -> String {
    let (out, valid, null) = (urn.handed_out, urn.valid, urn.null);
    match tellers.as_slice() {
        [first, second] => {
            t!(l, "urn-became", out = out, valid = valid, null = null, first = first.as_str(), second = second.as_str())
        }
        _ => t!(l, "urn-discarded", out = out),
    }
}

/// What became of the papers of a vote, where some were handed out.
pub fn told(l: Locale, poll: &ItemPoll) -> Option<impl IntoView + use<>> {
    let text = became(l, poll.urn.as_ref()?);
    Some(view! { <p>{text}</p> })
}

/// What became of the papers, as the minutes tell it.
pub fn minutes(l: Locale, poll: &ItemPoll) -> Option<Block> {
    poll.urn.as_ref().map(|urn| Block::Paragraph(became(l, urn)))
}

fn state(l: Locale, papers: &Papers) -> impl IntoView + use<> {
    let missing = match &papers.missing {
        Some(missing) => words::missing(l, missing),
        None => t!(l, "urn-nothing-handed-out"),
    };
    let lines = papers.begun.iter().map(|(name, handed_in)| {
        let (text, tone) = if *handed_in {
            (t!(l, "tellers-handed-in"), Tone::Positive)
        } else {
            (t!(l, "tellers-writing"), Tone::Neutral)
        };
        view! { <li>{name.clone()}" "<Tag text=text tone=tone/></li> }
    });
    let lines = (!papers.begun.is_empty()).then(|| view! { <ul>{lines.collect_view()}</ul> });
    view! { <p class="lead">{missing}</p> {lines} }
}

fn compared(l: Locale, here: &str, papers: &Papers) -> Option<impl IntoView + use<>> {
    let differing = papers.differing.as_ref()?;
    let rows: Vec<Vec<Cell>> = differing
        .iter()
        .map(|(paper, [mine, other])| {
            vec![in_words(l, papers, paper).into(), mine.to_string().into(), other.to_string().into()]
        })
        .collect();
    let columns = vec![
        Column::text(t!(l, "urn-paper")),
        Column::number(t!(l, "tellers-mine")),
        Column::number(t!(l, "tellers-other")),
    ];
    let table = (!rows.is_empty()).then(|| {
        view! {
            <p>{t!(l, "tellers-look-again")}</p>
            <DataTable caption=t!(l, "tellers-differing") columns=columns rows=rows/>
        }
    });
    let sign = (papers.missing == Some(Unfinished::NotSignedOff)).then(|| {
        let read = papers.mine.as_ref().map(|sheet| sheet.papers.as_slice()).unwrap_or_default();
        let null = read.iter().filter(|paper| **paper == Reading::Null).count();
        let text = t!(l, "urn-agree", out = papers.handed_out.len(), count = read.len(), null = null);
        let (action, seen) = (format!("{here}/sign"), papers.seen.clone());
        view! {
            <Callout tone=Tone::Positive><p>{text}</p></Callout>
            <PostForm action=action>
                <input type="hidden" name="seen" value=seen/>
                <p class="hint">{t!(l, "urn-sign-hint")}</p>
                <FormActions><SubmitButton text=t!(l, "tellers-sign")/></FormActions>
            </PostForm>
        }
    });
    Some(view! { <Section title=t!(l, "tellers-compared") id="compared">{table}{sign}</Section> })
}

/// What a paper says, as tellers write it down; with the name where it is one alone.
fn in_words(l: Locale, papers: &Papers, paper: &Reading) -> String {
    let line = paper.write();
    let at = line.parse().ok().and_then(|number: usize| number.checked_sub(1));
    let name = at.and_then(|at| match &papers.printed {
        Printed::Answers => ANSWERS.get(at).map(|choice| i18n::wording::choice(l, *choice)),
        Printed::Names(Marking::Grades, _) => None,
        Printed::Names(_, names) => names.get(at).map(|name| name.name.clone()),
    });
    match name {
        Some(name) => format!("{line}. {name}"),
        None => line,
    }
}

/// Those to whom a paper can be handed out, and those to whom one was.
fn hand_out(l: Locale, here: &str, papers: &Papers) -> impl IntoView + use<> {
    let rows: Vec<Vec<Cell>> = papers
        .lines
        .iter()
        .map(|line| {
            let entries = vec![("organization".to_owned(), line.organization.to_string())];
            let action = format!("{here}/hand-out");
            let about = line.name.clone();
            let button = papers.may_write.is_ok().then(|| {
                view! { <PostButton action=action text=t!(l, "urn-hand-out") kind=ActionKind::Secondary entries=entries about=about/> }
            });
            vec![line.name.clone().into(), hint(l, line).into(), Cell::view(button)]
        })
        .collect();
    let columns = vec![
        Column::text(t!(l, "column-association")),
        Column::text(t!(l, "column-voices")),
        Column::actions(t!(l, "actions")),
    ];
    let table = (!rows.is_empty()).then(
        || view! { <DataTable caption=t!(l, "urn-hand-out-title") caption_hidden=true columns=columns rows=rows/> },
    );
    let out = (!papers.handed_out.is_empty()).then(|| {
        let names = papers.handed_out.iter().map(|name| view! { <li>{name.clone()}</li> }).collect_view();
        let text = t!(l, "urn-handed-out", count = papers.handed_out.len());
        view! { <Disclosure summary=text><ul>{names}</ul></Disclosure> }
    });
    view! { <Section title=t!(l, "urn-hand-out-title") id="hand-out"><p>{t!(l, "urn-hand-out-hint")}</p>{out}{table}</Section> }
}

fn form(l: Locale, here: &str, papers: &Papers, typed: &Typed) -> impl IntoView + use<> {
    let (how, names): (String, Vec<String>) = match &papers.printed {
        Printed::Answers => (t!(l, "urn-how-answers"), ANSWERS.map(|choice| i18n::wording::choice(l, choice)).to_vec()),
        Printed::Names(marking, names) => {
            let how = match marking {
                Marking::One => t!(l, "urn-how-one"),
                Marking::Several(_) => t!(l, "urn-how-several"),
                Marking::Ranks => t!(l, "urn-how-ranks"),
                Marking::Grades => t!(l, "urn-how-grades"),
            };
            (how, names.iter().map(|name| name.name.clone()).collect())
        }
    };
    let grades = matches!(papers.printed, Printed::Names(Marking::Grades, _)).then(|| {
        let words =
            (0..GRADES).map(|grade| view! { <li>{grade + 1}". "{i18n::wording::grade(l, grade)}</li> }).collect_view();
        view! { <ul>{words}</ul> }
    });
    let names = names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
    let written = || {
        let lines = papers.mine.as_ref().map(|sheet| sheet.papers.iter().map(Reading::write).collect::<Vec<_>>());
        lines.unwrap_or_default().join("\n")
    };
    let value = typed.entries.as_ref().map_or_else(written, |entries| entries.text("papers"));
    let error = match &typed.problem.refusal {
        Some(Refusal::Tellers(refused @ TellersRefused::NoPaper { .. })) => words::refused(l, refused),
        _ => String::new(),
    };
    let action = here.to_owned();
    view! {
        <Section title=t!(l, "tellers-my-sheet") id="sheet">
            <p>{t!(l, "tellers-blind")}</p>
            <ol>{names}</ol>
            {grades}
            <PostForm action=action>
                <TextArea name="papers" label=t!(l, "urn-papers") value=value rows=12 hint=how error=error/>
                <FormActions>
                    <SubmitButton text=t!(l, "tellers-hand-in") name="step" value="hand-in"/>
                    <SubmitButton text=t!(l, "tellers-save") kind=ActionKind::Secondary name="step" value="save"/>
                </FormActions>
            </PostForm>
        </Section>
    }
}

fn discard_form(l: Locale, here: &str, papers: &Papers) -> Option<impl IntoView + use<>> {
    let (text, hint) = match (papers.begun.is_empty(), papers.handed_out.is_empty()) {
        (false, _) => (t!(l, "tellers-discard"), t!(l, "urn-discard-sheets-hint")),
        (true, false) => (t!(l, "urn-discard"), t!(l, "urn-discard-hint")),
        (true, true) => return None,
    };
    let action = format!("{here}/discard");
    let summary = text.clone();
    Some(view! {
        <Section title=t!(l, "chair") id="chair">
            <Disclosure summary=summary>
                <p>{hint}</p>
                <PostButton action=action text=text kind=ActionKind::Danger/>
            </Disclosure>
        </Section>
    })
}

/// What the page of an election says of its papers: the way to them for tellers and whoever runs the assembly, and what
/// became of them for everyone.
pub fn papers_link(l: Locale, path: &str, room: &Room, poll: &ItemPoll) -> Option<AnyView> {
    if let Some(told) = told(l, poll) {
        return Some(told.into_any());
    }
    ((room.is_teller || room.may_run) && poll.state == PollState::Open).then(|| {
        let href = format!("{path}/polls/{}/urn", poll.id);
        view! { <p><ActionLink href=href text=t!(l, "urn-go") kind=ActionKind::Secondary/></p> }.into_any()
    })
}

/// A paper is handed out.
pub async fn hand_out_paper(cx: Cx, Path(part): Path<PartAddress>, Form(entries): Form<Entries>) -> Answer {
    let address = Address::from(&part);
    address.room(&cx).await?;
    let result = match entries.text("organization").parse() {
        Ok(organization) => {
            cx.services()
                .hand_out_paper(cx.viewer(), address.id(), PollId(part.part), OrganizationId(organization))
                .await
        }
        Err(_) => Err(Refusal::Named("teller-unreadable").into()),
    };
    back(&cx, &part, result, "paper-handed-out", None).await
}

/// What a teller has read comes in.
pub async fn write(cx: Cx, Path(part): Path<PartAddress>, Form(entries): Form<Entries>) -> Answer {
    let address = Address::from(&part);
    address.room(&cx).await?;
    let handed_in = entries.text("step") == "hand-in";
    let word = if handed_in { "sheet-handed-in" } else { "sheet-saved" };
    let lines = entries.text("papers");
    let result = cx.services().write_urn_sheet(cx.viewer(), address.id(), PollId(part.part), &lines, handed_in).await;
    back(&cx, &part, result, word, Some(entries)).await
}

/// One of the two signs off.
pub async fn sign(cx: Cx, Path(part): Path<PartAddress>, Form(entries): Form<Entries>) -> Answer {
    let address = Address::from(&part);
    address.room(&cx).await?;
    let seen = entries.text("seen");
    let result = cx.services().sign_off_urn(cx.viewer(), address.id(), PollId(part.part), &seen).await;
    back(&cx, &part, result.map(drop), "urn-signed-off", None).await
}

/// Whoever runs the assembly discards sheets or papers.
pub async fn discard(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let address = Address::from(&part);
    address.room(&cx).await?;
    let result = cx.services().discard_papers(cx.viewer(), address.id(), PollId(part.part)).await;
    back(&cx, &part, result, "sheets-discarded", None).await
}

async fn back(cx: &Cx, part: &PartAddress, result: Result<(), Error>, word: &str, entries: Option<Entries>) -> Answer {
    let address = Address::from(part).path();
    match on_form(result)? {
        Ok(()) => Ok(done(&format!("{address}/polls/{}/urn", part.part), word)),
        Err(problem) => page(cx, part, Typed { entries, problem }).await,
    }
}
