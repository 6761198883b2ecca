//! The page of an election: what is elected and how, who stands, the ballots, the result.

use axum::extract::{Form, Path};
use domain::{
    assemblies::State,
    colleges::RollEntry,
    elections::{Marks, Rules, TieRule},
    ids::OrganizationId,
    locale::Locale,
    polls::PollState,
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Error, Refusal,
    assemblies::{Item, Room},
    elections::{Election, SecretCast},
};
use uuid::Uuid;

use super::{
    lists,
    paper::{Typed, ballots},
    people::{Proposed, candidacy_form, candidates},
    result::Declaration,
    ties::{self, Chosen},
    words,
};
use crate::{
    assemblies::{Address, PartAddress, breadcrumb, summary},
    context::{Answer, Cx, done},
    problems::{FormProblem, on_form},
    ui::{
        Callout, Checkbox, Fact, Facts, FormActions, PageHeader, PageLink, PlainText, PostButton, PostForm, Section,
        SubmitButton, Tag, Tone,
    },
};

/// What was sent and came back with the page.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// What stands against it.
    pub problem: FormProblem,
    /// The ballot.
    pub ballot: Option<Typed>,
    /// The candidacy.
    pub candidacy: Proposed,
    /// What the assembly decides of a tie.
    pub chosen: Chosen,
}

/// The page.
pub async fn show(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    page(&cx, &part, Sent::default()).await
}

/// The page with what was sent, where something stands against it.
pub async fn page(cx: &Cx, part: &PartAddress, sent: Sent) -> Answer {
    let l = cx.locale();
    let address = Address::from(part);
    let room = address.room(cx).await?;
    let item = room.items.iter().find(|item| item.id == part.part).cloned().ok_or(Error::NotFound)?;
    let election = item.election.clone().ok_or(Error::NotFound)?;
    let (path, here) = (address.path(), format!("{}/elections/{}", address.path(), item.id));
    let way = vec![PageLink::new(&path, room.title.clone()), PageLink::new(&here, item.title.clone())];
    let draft = cx
        .network_page(&room.network, format!("{} – {}", item.title, room.title))
        .breadcrumb(breadcrumb(l, &room.network, way))
        .status(sent.problem.status());
    let name = cx.viewer().name.clone();
    Ok(draft.render(move || {
        let written_in = room.network.locale.to_string();
        let state = item.poll.as_ref().map(|poll| poll.state);
        let tag = state.map(|state| {
            let tone = if state == PollState::Open { Tone::Active } else { Tone::Positive };
            view! { <Tag text=i18n::wording::poll_state(l, state) tone=tone/> }
        });
        let text = (!item.text.is_empty()).then(|| view! { <PlainText text=item.text.clone() lang=written_in.clone()/> });
        let alone = election.rules.electorate.as_ref().map(|of| view! { <p><strong>{words::electorate_alone(l, of)}</strong></p> });
        let (before, open) = (state.is_none(), state == Some(PollState::Open));
        let papers = open.then(|| ballots(l, &here, &room, &election, (sent.ballot.as_ref(), sent.problem.refusal.as_ref())));
        let chair = room.may_run.then(|| chair(l, &here, &room, &item, &election));
        let on_paper = item.poll.as_ref().and_then(|poll| crate::tellers::papers_link(l, &path, &room, poll));
        let people = if election.rules.by_lists() {
            lists::cards(l, &path, &room, &election, &name, state).into_any()
        } else {
            candidates(l, &path, &room, &election, &name, state).into_any()
        };
        let facts = facts(l, &room, &election);
        let tie = room.may_run.then(|| ties::tie(l, &here, &room, &election, &sent)).flatten();
        let chain = ties::chain(l, &path, &election);
        let form = (before && matches!(room.state, State::Convened | State::Open))
            .then(|| candidacy_form(l, &here, &room, &election, &sent));
        let result = election.declared.clone().map(|declared| {
            let voted = election.voted.clone();
            view! { <Section title=t!(l, "elections-result") id="result"><Declaration l=l declared=declared voted=voted rounds=true/></Section> }
        });
        view! {
            <PageHeader kicker=t!(l, "elections-title") lang=written_in title=item.title.clone()>{tag}</PageHeader>
            {sent.ballot.is_some().then(|| view! { <Callout tone=Tone::Critical><p role="alert"><strong>{t!(l, "elections-not-recorded")}</strong></p></Callout> })}
            {summary(l, &sent.problem)}
            {text}
            {alone}
            {chain}
            {result}
            {tie}
            {papers}
            {chair}
            {on_paper}
            {people}
            {form}
            <Section title=t!(l, "elections-rules") id="rules">{facts}</Section>
            {secrecy(l)}
            <p><a href=format!("{path}/room")>{t!(l, "elections-room")}</a></p>
        }
    }))
}

fn facts(l: Locale, room: &Room, election: &Election) -> impl IntoView + use<> {
    let Rules { method, seats, ties, unit, seed, reserved, parity, electorate } = &election.rules;
    let tie_rule = match (ties, seed) {
        (TieRule::Assembly, _) => t!(l, "elections-ties-assembly"),
        (TieRule::Lot, None) => t!(l, "elections-ties-lot"),
        (TieRule::Lot, Some(seed)) => t!(l, "elections-ties-seed", seed = seed.as_str()),
    };
    let until = match election.candidacies_until {
        Some(day) => t!(l, "elections-until-day", day = i18n::date(l, day)),
        None => t!(l, "elections-until-open"),
    };
    let withdrawal =
        if election.rules.by_lists() { t!(l, "lists-withdrawal-rule") } else { t!(l, "elections-withdrawal-rule") };
    let mut facts = vec![
        Fact::new(t!(l, "elections-method"), i18n::wording::counting_method(l, *method)),
        Fact::new(t!(l, "elections-seats"), seats.to_string()),
        Fact::new(t!(l, "elections-unit"), i18n::wording::unit(l, *unit)),
        Fact::new(t!(l, "elections-ties"), tie_rule),
        Fact::new(t!(l, "elections-until"), until),
        Fact::new(t!(l, "elections-withdrawal"), withdrawal),
    ];
    if let Some(electorate) = electorate {
        let told = format!("{}. {}", words::electorate(l, &electorate.name), t!(l, "lists-electorate-rule"));
        facts.insert(0, Fact::new(t!(l, "lists-electorate"), told));
    }
    if !reserved.is_empty() {
        let colleges = words::reserved(l, election);
        let told = format!("{}. {}", i18n::list(l, &colleges), t!(l, "lists-reserved-rule"));
        facts.push(Fact::new(t!(l, "lists-reserved"), told));
    }
    if let Some(rule) = parity {
        facts.push(Fact::new(t!(l, "lists-parity"), words::parity_rule(l, *rule)));
    }
    if *unit == domain::quorum::Unit::Weight {
        facts.push(Fact::new(t!(l, "elections-ballots-weigh"), t!(l, "lists-weights")));
    }
    let departs = words::departs(l, &room.rules, &election.rules)
        .map(|told| view! { <Callout tone=Tone::Attention><p>{told}</p></Callout> });
    view! { {departs}<Facts facts=facts/> }
}

/// What is kept secret, from whom, and from whom not.
fn secrecy(l: Locale) -> impl IntoView + use<> {
    view! {
        <Section title=t!(l, "elections-secrecy") id="secrecy">
            <p>{t!(l, "elections-secrecy-protects")}</p>
            <p>{t!(l, "elections-secrecy-not")}</p>
            <p>{t!(l, "elections-secrecy-final")}</p>
        </Section>
    }
}

/// What whoever runs the assembly does with the election.
fn chair(l: Locale, here: &str, room: &Room, item: &Item, election: &Election) -> AnyView {
    let action = match item.poll.as_ref().map(|poll| (poll.state, poll.turnout)) {
        Some((PollState::Closed, _)) => return ().into_any(),
        Some((PollState::Open, turnout)) => {
            let text = t!(l, "elections-turnout", voted = turnout.voted, present = turnout.present);
            view! {
                <p>{text}</p>
                <PostButton action=format!("{here}/close") text=t!(l, "elections-close") about=item.title.clone()/>
            }
            .into_any()
        }
        None if room.state != State::Open => view! { <p>{t!(l, "elections-before")}</p> }.into_any(),
        None => {
            let entries: Vec<RollEntry> = room.roll.iter().map(|line| line.entry.clone()).collect();
            let known: Vec<&str> =
                election.rules.recognizable(&entries).iter().map(|entry| entry.name.as_str()).collect();
            let recognizable =
                (!known.is_empty()).then(|| t!(l, "elections-recognizable", names = i18n::list(l, &known)));
            let known: Vec<String> =
                recognizable.into_iter().chain(words::departs(l, &room.rules, &election.rules)).collect();
            let warning = (!known.is_empty()).then(|| {
                let lines = known.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
                view! {
                    <Callout tone=Tone::Attention>{lines}</Callout>
                    <Checkbox name="acknowledged" label=t!(l, "elections-acknowledge")/>
                }
            });
            let short = short(l, room, election);
            let text =
                t!(l, "elections-open-hint", count = election.candidacies.iter().filter(|it| it.stands()).count());
            let (action, about) = (format!("{here}/open"), item.title.clone());
            view! {
                <p>{text}</p>
                {short}
                <PostForm action=action>
                    {warning}
                    <FormActions><SubmitButton text=t!(l, "elections-open") about=about/></FormActions>
                </PostForm>
            }
            .into_any()
        }
    };
    view! { <Section title=t!(l, "chair") id="chair">{action}</Section> }.into_any()
}

/// Colleges with fewer candidates than seats: what will stay vacant is said before the vote.
fn short(l: Locale, room: &Room, election: &Election) -> impl IntoView + use<> {
    let college = |organization: OrganizationId| {
        room.roll.iter().find(|line| line.entry.organization == organization).map(|line| line.entry.college)
    };
    let lines = election.rules.reserved.iter().filter_map(|of| {
        let stands = |it: &&services::elections::Candidacy| it.stands() && college(it.organization) == Some(of.college);
        let standing = election.candidacies.iter().filter(stands).count();
        (standing < of.seats).then(|| {
            let text = t!(l, "lists-reserved-short", college = of.name.as_str(), seats = of.seats, standing = standing);
            view! { <Callout tone=Tone::Attention><p>{text}</p></Callout> }
        })
    });
    lines.collect_view()
}

/// The chair puts the election to the vote.
pub async fn open(cx: Cx, Path(part): Path<PartAddress>, Form(form): Form<Vec<(String, String)>>) -> Answer {
    let room = Address::from(&part).room(&cx).await?;
    let acknowledged = form.iter().any(|(name, _)| name == "acknowledged");
    let result = cx.services().open_election(cx.viewer(), room.id, part.part, acknowledged).await;
    back(&cx, &part, result.map(drop), "election-opened").await
}

/// The chair closes the vote.
pub async fn close(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let room = Address::from(&part).room(&cx).await?;
    let result = cx.services().close_election(cx.viewer(), room.id, part.part).await;
    back(&cx, &part, result.map(drop), "election-closed").await
}

/// To the page again, with a word or with what stands against it.
pub async fn back(cx: &Cx, part: &PartAddress, result: Result<(), Error>, word: &str) -> Answer {
    match on_form(result)? {
        Ok(()) => Ok(done(&format!("{}/elections/{}", Address::from(part).path(), part.part), word)),
        Err(problem) => page(cx, part, Sent { problem, ..Sent::default() }).await,
    }
}

/// A ballot is cast.
pub async fn vote(cx: Cx, Path(part): Path<PartAddress>, Form(form): Form<Vec<(String, String)>>) -> Answer {
    let address = Address::from(&part);
    let typed = Typed::read(&form);
    let result = match (typed.organization, typed.request) {
        (Some(organization), Some(request)) => {
            let cast = SecretCast {
                network: address.network.clone(),
                assembly: address.id(),
                item: part.part,
                organization: OrganizationId(organization),
                marks: typed.marks.clone(),
                request: request.to_string(),
            };
            cx.services().cast_ballot(cx.viewer(), cast).await
        }
        _ => Err(Refusal::Named("ballot-choose").into()),
    };
    match on_form(result)? {
        Ok(()) => Ok(done(&format!("{}/elections/{}", address.path(), part.part), "ballot-recorded")),
        Err(problem) => page(&cx, &part, Sent { problem, ballot: Some(typed), ..Sent::default() }).await,
    }
}

/// The word of a blank ballot in a form.
pub const BLANK: &str = "blank";

/// What was typed beside the candidates of a form.
pub fn marks(form: &[(String, String)]) -> Marks {
    let mut marks = Marks::default();
    for (name, value) in form {
        let at = match name.as_str() {
            name if name == BLANK || (name == "mark" && value == BLANK) => {
                marks.blank = true;
                continue;
            }
            // One name among many: its place is the value.
            "mark" => value.parse::<usize>().ok(),
            name => name.strip_prefix("mark-").and_then(|at| at.parse().ok()),
        };
        let Some(at) = at.filter(|at| *at < domain::elections::MOST_CANDIDATES) else { continue };
        if marks.beside.len() <= at {
            marks.beside.resize(at + 1, String::new());
        }
        marks.beside[at] = if name == "mark" { "on".to_owned() } else { value.clone() };
    }
    marks
}

/// An identifier in a form.
pub fn identifier(form: &[(String, String)], wanted: &str) -> Option<Uuid> {
    form.iter().find(|(name, _)| name == wanted).and_then(|(_, value)| value.parse().ok())
}
