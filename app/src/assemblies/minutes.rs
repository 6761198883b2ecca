//! The minutes: assembled from the records, completed by the secretary, as a page and as a PDF.
//! Page and PDF are made from one and the same document.

use std::collections::BTreeMap;

use axum::{
    extract::{Form, Path},
    response::Response,
};
use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{ItemKind, State},
    locale::Locale,
    polls::Choice as Answered,
    statutes::Decision,
};
use i18n::t;
use leptos::prelude::*;
use printing::{Block, Column as PrintedColumn, Document};
use services::{
    Error, Refusal,
    assemblies::{Item, Minutes, MinutesEdit, MinutesText, Room},
};

use super::{
    Address,
    agenda::as_signed,
    live::speaker,
    overview::{attachment, breadcrumb},
    preparation::summary,
};
use crate::{
    context::{Answer, Cx, done},
    motions::words,
    problems::{FormProblem, on_form},
    ui::{
        ActionKind, ActionLink, Callout, Choice, Column, Condition, DataTable, Explanation, Fact, Facts, FormActions,
        PageHeader, PageLink, PlainText, PostForm, Quantity, Select, SubmitButton, TextArea, Tone,
    },
};

/// The minutes as a page.
pub async fn show(cx: Cx, Path(address): Path<Address>) -> Answer {
    let l = cx.locale();
    address.room(&cx).await?;
    let minutes = cx.services().minutes(cx.viewer(), address.id()).await?;
    let path = address.path();
    let title = t!(l, "assembly-minutes");
    let way =
        vec![PageLink::new(&path, minutes.room.title.clone()), PageLink::new(format!("{path}/minutes"), title.clone())];
    let draft = cx
        .network_page(&minutes.room.network, format!("{title} – {}", minutes.room.title))
        .breadcrumb(breadcrumb(l, &minutes.room.network, way));
    Ok(draft.render(move || {
        let document = document(l, &minutes);
        let links = Locale::ALL.iter().map(|language| {
            let text = t!(l, "minutes-pdf", language = crate::context::language_name(*language));
            let kind = if *language == l { ActionKind::Primary } else { ActionKind::Secondary };
            view! { <ActionLink href=format!("{path}/minutes.pdf?lang={language}") text=text kind=kind/> }
        });
        let links = links.collect_view();
        let edit = (minutes.room.may_run && matches!(minutes.room.state, State::Open | State::Closed))
            .then(|| view! { <ActionLink href=format!("{path}/minutes/edit") text=t!(l, "edit") kind=ActionKind::Secondary/> });
        let mut above = String::new();
        let blocks = document.blocks.into_iter().map(|block| {
            if let Block::Heading { text, .. } = &block {
                above.clone_from(text);
            }
            as_view(l, &minutes, block, &above)
        });
        let blocks = blocks.collect_view();
        let language = (minutes.locale != l).then(|| {
            let language = crate::context::language_name(minutes.locale);
            view! { <Callout><p>{t!(l, "minutes-written-in", language = language)}</p></Callout> }
        });
        let bundle = (minutes.room.state == State::Closed).then(|| {
            let hint = t!(l, "minutes-bundle-hint");
            view! { <p><a href=format!("{path}/bundle.json")>{t!(l, "minutes-bundle")}</a>" "<span class="hint">{hint}</span></p> }
        });
        view! {
            <PageHeader kicker=document.subtitle title=document.title lead=document.date_line>{edit} {links}</PageHeader>
            {language}
            {blocks}
            {bundle}
        }
    }))
}

/// The minutes as a PDF, in the language of the address.
pub async fn pdf(cx: Cx, Path(address): Path<Address>) -> Answer {
    address.room(&cx).await?;
    let minutes = cx.services().minutes(cx.viewer(), address.id()).await?;
    let document = document(cx.locale(), &minutes);
    let made = as_of(&minutes).unwrap_or_else(|| cx.services().now());
    let name = format!("{}-{}-{}.pdf", minutes.room.network.slug, minutes.room.held_on, cx.locale());
    let typeset = cx.typeset();
    let content = tokio::task::spawn_blocking(move || typeset(&document, made))
        .await
        .map_err(|error| Error::Stored(error.to_string()))?
        .map_err(Error::Stored)?;
    Ok(attachment(&name, "application/pdf", content))
}

/// Everything with which the results can be checked without this server.
pub async fn bundle(cx: Cx, Path(address): Path<Address>) -> Answer {
    let room = address.room(&cx).await?;
    let bundle = cx.services().bundle(cx.viewer(), room.id).await?;
    let name = format!("{}-{}.json", room.network.slug, room.held_on);
    Ok(attachment(&name, "application/json", serde_json::to_vec(&bundle)?))
}

/// The time of what the minutes hold: made twice from the same records they are the same file.
fn as_of(minutes: &Minutes) -> Option<DateTime<Utc>> {
    minutes.edited_at.max(minutes.room.closed_at).or(minutes.room.convened_at)
}

/// The form in which the secretary writes.
pub async fn edit(cx: Cx, Path(address): Path<Address>) -> Answer {
    let minutes = editable(&cx, &address).await?;
    Ok(form_page(&cx, &address, &minutes, &minutes.text, &FormProblem::default()))
}

async fn editable(cx: &Cx, address: &Address) -> Result<Minutes, Error> {
    let room = address.room(cx).await?;
    cx.viewer().require(Action::RunAssembly, Scope::Network(room.network.id))?;
    cx.services().minutes(cx.viewer(), address.id()).await
}

/// Saves what the secretary wrote.
pub async fn save(cx: Cx, Path(address): Path<Address>, Form(entries): Form<Vec<(String, String)>>) -> Answer {
    let minutes = editable(&cx, &address).await?;
    let mut text = MinutesText::default();
    let mut notes = BTreeMap::new();
    let (mut version, mut locale) = (0, minutes.locale);
    for (name, value) in entries {
        match name.as_str() {
            "opening" => text.opening = value,
            "closing" => text.closing = value,
            "version" => version = value.parse().unwrap_or_default(),
            "locale" => locale = value.parse().unwrap_or(locale),
            name => {
                let item = name.strip_prefix("note-").and_then(|id| id.parse().ok());
                if let Some(item) = item.filter(|id| minutes.room.items.iter().any(|item| item.id == *id)) {
                    notes.insert(item, value);
                }
            }
        }
    }
    text.notes = notes;
    let edit = MinutesEdit { version, locale, text: text.clone() };
    let result = match cx.services().save_minutes(cx.viewer(), address.id(), edit).await {
        // What was typed comes back with the version that stands now: sent again, it takes its place.
        Err(Error::Conflict) => {
            version = editable(&cx, &address).await?.version;
            Err(Refusal::Named("minutes-conflict").into())
        }
        other => other,
    };
    Ok(match on_form(result)? {
        Ok(()) => done(&format!("{}/minutes", address.path()), "saved"),
        Err(problem) => form_page(&cx, &address, &Minutes { version, locale, ..minutes }, &text, &problem),
    })
}

fn form_page(cx: &Cx, address: &Address, minutes: &Minutes, text: &MinutesText, problem: &FormProblem) -> Response {
    let l = cx.locale();
    let path = address.path();
    let title = t!(l, "minutes-edit");
    let way = vec![
        PageLink::new(&path, minutes.room.title.clone()),
        PageLink::new(format!("{path}/minutes"), t!(l, "assembly-minutes")),
        PageLink::new(format!("{path}/minutes/edit"), title.clone()),
    ];
    let draft = cx.network_page(&minutes.room.network, title.clone()).status(problem.status()).breadcrumb(breadcrumb(
        l,
        &minutes.room.network,
        way,
    ));
    let (minutes, text, problem) = (minutes.clone(), text.clone(), problem.clone());
    draft.render(move || {
        let languages =
            Locale::ALL.iter().map(|language| Choice::new(language.as_str(), crate::context::language_name(*language))).collect();
        let notes = minutes.room.items.iter().map(|item| {
            let label = t!(l, "minutes-note", number = item.number, title = item.title.clone());
            let value = text.notes.get(&item.id).cloned().unwrap_or_default();
            view! { <TextArea name=format!("note-{}", item.id) label=label value=value rows=4/> }
        });
        let notes = notes.collect_view();
        view! {
            <PageHeader title=title kicker=minutes.room.title.clone() lead=t!(l, "minutes-edit-lead")/>
            {summary(l, &problem)}
            <PostForm action=format!("{path}/minutes/edit")>
                <input type="hidden" name="version" value=minutes.version.to_string()/>
                <Select name="locale" label=t!(l, "minutes-language") options=languages selected=minutes.locale.as_str()/>
                <TextArea name="opening" label=t!(l, "minutes-opening") value=text.opening.clone() rows=6 error=problem.field(l, "opening")/>
                {notes}
                <TextArea name="closing" label=t!(l, "minutes-closing") value=text.closing.clone() rows=4 error=problem.field(l, "closing")/>
                <FormActions><SubmitButton text=t!(l, "save")/></FormActions>
            </PostForm>
        }
    })
}

/// The minutes as a document.
#[must_use]
pub fn document(l: Locale, minutes: &Minutes) -> Document {
    let room = &minutes.room;
    let zone = room.network.zone;
    let network = room.network.name(l).to_owned();
    let mut blocks = vec![Block::Facts(facts(l, room))];
    push_text(&mut blocks, &minutes.text.opening);
    blocks.push(heading(1, t!(l, "minutes-attendance")));
    blocks.extend(attendance(l, room));
    blocks.extend(proxies(l, room));
    blocks.push(heading(1, t!(l, "minutes-deliberations")));
    for item in &room.items {
        blocks.extend(deliberation(l, room, item, minutes.text.notes.get(&item.id).map_or("", String::as_str)));
    }
    push_text(&mut blocks, &minutes.text.closing);
    if let Some(at) = room.closed_at {
        blocks.push(Block::Paragraph(t!(l, "minutes-closed-at", time = i18n::time(l, zone, at))));
    }
    blocks.push(heading(1, t!(l, "minutes-roll")));
    blocks.push(roll(l, room));
    if let Some((sequence, hash)) = &minutes.journal {
        blocks.push(heading(1, t!(l, "minutes-journal")));
        blocks.push(Block::Paragraph(t!(l, "minutes-journal-text", sequence = *sequence, hash = hash.clone())));
    }
    if room.state == State::Closed {
        blocks.push(Block::Signatures(vec![t!(l, "minutes-signature-chair"), t!(l, "minutes-signature-secretary")]));
    }
    Document {
        locale: l.to_string(),
        title: room.title.clone(),
        subtitle: t!(l, "minutes-of", kind = i18n::wording::kind(l, room.kind)),
        author: network.clone(),
        date_line: format!("{}, {}", i18n::weekday_date(l, room.held_on), i18n::time(l, zone, room.starts_at)),
        running_head: format!("{network} – {}", room.title),
        notice: room.network.demo.then(|| t!(l, "demo-notice")),
        page_label: t!(l, "minutes-page"),
        blocks,
    }
}

fn heading(level: u8, text: String) -> Block {
    Block::Heading { level, text }
}

/// What somebody wrote, a paragraph for each of theirs.
fn push_text(blocks: &mut Vec<Block>, text: &str) {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    blocks.extend(paragraphs.map(|text| Block::Paragraph(text.to_owned())));
}

fn facts(l: Locale, room: &Room) -> Vec<(String, String)> {
    let zone = room.network.zone;
    let mut facts = vec![(t!(l, "assembly-venue"), i18n::wording::venue(l, room.venue))];
    facts.extend(room.place.clone().map(|place| (t!(l, "assembly-place"), place)));
    facts.extend(room.remote_url.clone().map(|url| (t!(l, "assembly-remote"), url)));
    if let (Some(at), Some(notice)) = (room.convened_at, room.notice) {
        let sent = i18n::date(l, services::day_in(zone, at));
        let text = t!(l, "assembly-convened-text", date = sent, days = notice.days, required = notice.required);
        facts.push((t!(l, "assembly-convened"), text));
    }
    if let Some(at) = room.opened_at {
        facts.push((t!(l, "minutes-opened"), i18n::time(l, zone, at)));
    }
    if let Some(version) = room.statutes_version {
        facts.push((t!(l, "statutes-applied"), t!(l, "statutes-applied-version", number = version)));
    }
    if let Some((_, title)) = &room.second_of {
        facts.push((t!(l, "statutes-second"), t!(l, "statutes-second-of", title = title.as_str())));
    }
    let quorum = room.rules.quorum(room.kind, Decision::Ordinary, room.second_of.is_some());
    facts.push((t!(l, "quorum"), i18n::wording::quorum_rule(l, &quorum)));
    facts.push((t!(l, "proxies"), i18n::wording::proxy_rule(l, &room.rules.proxies)));
    facts
}

fn attendance(l: Locale, room: &Room) -> Vec<Block> {
    if room.attendances.is_empty() {
        return vec![Block::Paragraph(t!(l, "minutes-nobody"))];
    }
    let zone = room.network.zone;
    let mut lines: Vec<_> = room.attendances.iter().collect();
    lines.sort_by_cached_key(|line| (line.organization_name.to_lowercase(), line.arrived_at));
    let rows = lines
        .into_iter()
        .map(|line| {
            let place = if line.remote { t!(l, "attendance-remote") } else { t!(l, "attendance-room") };
            vec![
                line.organization_name.clone(),
                line.person_name.clone(),
                place,
                i18n::time(l, zone, line.arrived_at),
                line.left_at.map(|at| i18n::time(l, zone, at)).unwrap_or_default(),
            ]
        })
        .collect();
    vec![Block::Table {
        caption: t!(l, "minutes-attendance"),
        columns: vec![
            PrintedColumn::words(t!(l, "column-association")),
            PrintedColumn::words(t!(l, "column-representative")),
            PrintedColumn::words(t!(l, "assembly-venue")),
            PrintedColumn::numbers(t!(l, "column-arrived")),
            PrintedColumn::numbers(t!(l, "column-left")),
        ],
        rows,
    }]
}

fn proxies(l: Locale, room: &Room) -> Vec<Block> {
    if room.proxies.is_empty() {
        return vec![Block::Paragraph(t!(l, "proxies-none-given"))];
    }
    let zone = room.network.zone;
    let rows = room
        .proxies
        .iter()
        .map(|proxy| {
            let until = match (proxy.revoked_at, proxy.revoked_because.as_deref()) {
                (Some(at), Some("arrival")) => t!(l, "proxy-ended-arrival", time = i18n::date_time(l, zone, at)),
                (Some(at), _) => t!(l, "proxy-ended", time = i18n::date_time(l, zone, at)),
                (None, _) => String::new(),
            };
            vec![proxy.giver_name.clone(), proxy.holder_name.clone(), i18n::date_time(l, zone, proxy.given_at), until]
        })
        .collect();
    vec![Block::Table {
        caption: t!(l, "proxies"),
        columns: vec![
            PrintedColumn::words(t!(l, "proxy-giver")),
            PrintedColumn::words(t!(l, "proxy-holder")),
            PrintedColumn::words(t!(l, "proxy-given-at")),
            PrintedColumn::words(t!(l, "proxy-ended-column")),
        ],
        rows,
    }]
}

fn deliberation(l: Locale, room: &Room, item: &Item, note: &str) -> Vec<Block> {
    let mut blocks = vec![heading(2, format!("{}. {}", item.number, item.title))];
    push_text(&mut blocks, note);
    for question in &item.amendments {
        blocks.extend(amendment(l, room, question));
    }
    if !item.amendments.is_empty() {
        blocks.push(heading(3, t!(l, "minutes-text-voted")));
    }
    if !item.text.is_empty() {
        blocks.push(Block::Quote(item.text.clone()));
    }
    let speakers: Vec<String> =
        room.speeches.iter().filter(|speech| speech.item == item.id).map(|speech| speaker(l, speech)).collect();
    if !speakers.is_empty() {
        blocks.push(Block::Paragraph(t!(l, "minutes-speakers", speakers = speakers.join(", "))));
    }
    blocks.extend(vote(l, room, item));
    blocks
}

/// An amendment: whose, what it changes, and what became of it.
fn amendment(l: Locale, room: &Room, question: &Item) -> Vec<Block> {
    let Some(amendment) = &question.amendment else { return Vec::new() };
    let mut blocks = vec![heading(3, words::amendment_title(l, amendment))];
    let state = i18n::wording::motion_state(l, amendment.state);
    let names = words::authors(l, &amendment.authors);
    blocks.push(Block::Paragraph(t!(l, "minutes-amendment", names = names, state = state)));
    for (label, text) in
        [(t!(l, "minutes-amendment-before"), &amendment.before), (t!(l, "minutes-amendment-after"), &amendment.after)]
    {
        if !text.is_empty() {
            blocks.push(Block::Paragraph(label));
            blocks.push(Block::Quote(text.clone()));
        }
    }
    let why = words::standing(l, amendment).into_iter().chain(amendment.refusal.clone());
    blocks.extend(why.map(Block::Paragraph));
    if question.poll.is_some() {
        blocks.extend(vote(l, room, question));
    }
    blocks
}

/// The vote on a question, with its explanation.
fn vote(l: Locale, room: &Room, item: &Item) -> Vec<Block> {
    let mut blocks = Vec::new();
    let Some(poll) = &item.poll else {
        if item.kind != ItemKind::Information && room.state == State::Closed {
            blocks.push(Block::Paragraph(t!(l, "minutes-not-voted")));
        }
        return blocks;
    };
    let zone = room.network.zone;
    let quorum: Vec<String> = poll
        .outcome
        .as_ref()
        .map_or(&poll.quorum, |outcome| &outcome.quorum)
        .parts
        .iter()
        .map(|part| i18n::wording::quorum_part(l, poll.quorum.counting, part))
        .collect();
    let closed = poll.closed_at.map(|at| i18n::time(l, zone, at)).unwrap_or_default();
    blocks.push(Block::Paragraph(t!(
        l,
        "minutes-vote-times",
        opened = i18n::time(l, zone, poll.opened_at),
        closed = closed,
        quorum = quorum.join(" ")
    )));
    if let Some(election) = &item.election {
        blocks.extend(crate::elections::minutes(l, election));
        return blocks;
    }
    let Some(outcome) = &poll.outcome else { return blocks };
    let decided = format!("{}. {}", i18n::wording::decision(l, item.decision), i18n::wording::majority(l, &poll.rule));
    blocks.push(Block::Paragraph(decided));
    let explained = i18n::wording::outcome(l, outcome);
    // Beside the verdict stands the condition that decided it; the statement tells every one.
    if let Some(held) = explained.conditions.iter().find(|held| !held.met).or(explained.conditions.first()) {
        blocks.push(Block::Explanation {
            statement: explained.statement,
            left: format!("{} {}", i18n::number(l, as_signed(held.have)), held.left),
            // "At least the number needed" holds for both comparisons: what is needed is a whole number.
            comparison: if held.have >= held.needed { "≥" } else { "<" }.into(),
            right: format!("{} {}", i18n::number(l, as_signed(held.needed)), held.right),
            verdict: explained.verdict,
            adopted: outcome.adopted(),
        });
    }
    blocks.push(Block::List(explained.counts.into_iter().chain(explained.details).collect()));
    for choice in [Answered::Against, Answered::Abstain, Answered::Blank] {
        let names: Vec<&str> =
            poll.votes.iter().filter(|vote| vote.choice == choice).map(|vote| vote.organization.as_str()).collect();
        if !names.is_empty() {
            let choice = i18n::wording::choice(l, choice);
            blocks.push(Block::Paragraph(t!(l, "minutes-who", choice = choice, names = i18n::list(l, &names))));
        }
    }
    blocks
}

fn roll(l: Locale, room: &Room) -> Block {
    let rows = room
        .roll
        .iter()
        .map(|line| {
            vec![
                line.entry.name.clone(),
                line.entry.college_name.clone(),
                i18n::number(l, as_signed(line.entry.weight)),
                i18n::wording::weight_reason(l, line.entry.weight, &line.entry.reason),
            ]
        })
        .collect();
    Block::Table {
        caption: t!(l, "roll"),
        columns: vec![
            PrintedColumn::words(t!(l, "column-association")),
            PrintedColumn::words(t!(l, "column-college")),
            PrintedColumn::numbers(t!(l, "column-voices")),
            PrintedColumn::words(t!(l, "column-why")),
        ],
        rows,
    }
}

/// A block, under the heading that stands above it.
fn as_view(l: Locale, minutes: &Minutes, block: Block, above: &str) -> AnyView {
    let written_in = minutes.room.network.locale.to_string();
    match block {
        Block::Heading { level: 1, text } => view! { <h2>{text}</h2> }.into_any(),
        Block::Heading { level: 2, text } => view! { <h3>{text}</h3> }.into_any(),
        Block::Heading { text, .. } => view! { <h4>{text}</h4> }.into_any(),
        Block::Paragraph(text) => view! { <PlainText text=text/> }.into_any(),
        Block::Facts(facts) => {
            let facts = facts.into_iter().map(|(label, value)| Fact::new(label, value)).collect();
            view! { <Facts facts=facts/> }.into_any()
        }
        Block::List(lines) => {
            let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! { <ul>{lines}</ul> }.into_any()
        }
        Block::Table { caption, columns, rows } => {
            let columns = columns
                .into_iter()
                .map(|column| match column.align {
                    printing::Align::End => Column::number(column.title),
                    _ => Column::text(column.title),
                })
                .collect();
            let rows = rows.into_iter().map(|row| row.into_iter().map(Into::into).collect()).collect();
            let said = caption == above;
            view! { <DataTable caption=caption caption_hidden=said columns=columns rows=rows/> }.into_any()
        }
        Block::Explanation { statement, left, comparison, right, verdict, adopted } => {
            let met = comparison == "≥";
            let met_in_words = if met { t!(l, "condition-met") } else { t!(l, "condition-not-met") };
            let (left, right) = (split(&left), split(&right));
            let condition = Condition {
                title: String::new(),
                left: Quantity::new(left.0, left.1),
                sign: comparison,
                sign_in_words: if met { t!(l, "at-least") } else { t!(l, "less-than") },
                right: Quantity::new(right.0, right.1),
                met,
                met_in_words,
            };
            view! { <Explanation verdict=verdict adopted=adopted sentence=statement conditions=vec![condition]/> }
                .into_any()
        }
        Block::Quote(text) => {
            view! { <Callout tone=Tone::Neutral><PlainText text=text lang=written_in/></Callout> }.into_any()
        }
        Block::Signatures(names) => {
            let lines = names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
            view! { <ul class="signatures">{lines}</ul> }.into_any()
        }
        Block::PageBreak => ().into_any(),
    }
}

/// A number and what it counts.
fn split(quantity: &str) -> (String, String) {
    quantity
        .split_once(' ')
        .map_or((quantity.to_owned(), String::new()), |(number, what)| (number.to_owned(), what.to_owned()))
}
