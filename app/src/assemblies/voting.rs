//! Ballots in the room: one for each voice, or one gesture for many; one question, or several on one ballot.

use axum::extract::{Form, Path};
use domain::{
    ballots::{Division, Said, speaks_for},
    ids::{OrganizationId, PollId},
    locale::Locale,
    polls::{CastAs, CastRefused, Choice as Answered},
    proxies::Presence,
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    Error, Refusal,
    assemblies::{Cast, CastTogether, Item, ItemPoll, MyVoice, Room},
};
use uuid::Uuid;

use super::{
    Address, PartAddress,
    agenda::{question_lang, question_text, question_title},
    room::{room_page, room_page_with},
    secrecy,
};
use crate::{
    context::{Answer, Cx, done},
    entries::Entries,
    problems::{FormProblem, on_form},
    ui::{
        ActionKind, Callout, Choice, ChoiceLayout, Choices, Disclosure, Field, FieldGroup, FieldWidth, FormActions,
        PostForm, Select, SubmitButton, Tag, Tone,
    },
};

/// A form of several votes that came back.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// What was typed.
    entries: Entries,
    /// What became of each vote: recorded, or why not.
    told: Vec<(String, Option<String>)>,
}

impl Sent {
    fn is(&self, step: &str) -> bool {
        self.entries.text("step") == step
    }
}

/// Most names in a line; more are a list that opens.
const NAMES: usize = 12;

/// Most voices that stand one below the other; more are a list that opens.
const PLAIN: usize = 5;

/// The questions that are open, each with its poll.
type Questions<'r> = Vec<(&'r Item, &'r ItemPoll)>;

/// What the viewer votes with.
pub fn ballots(l: Locale, path: &str, room: &Room, sent: &Sent) -> AnyView {
    let questions: Questions<'_> = room.open_items().filter_map(|item| Some((item, item.poll.as_ref()?))).collect();
    let Some((first, poll)) = questions.first().copied() else { return ().into_any() };
    let (able, unable): (Vec<&MyVoice>, Vec<&MyVoice>) = room.mine.iter().partition(|voice| voice.refused.is_none());
    let unable = unable.into_iter().map(|voice| refused(l, voice)).collect_view();
    let secret = poll.secret.is_some();
    let forms = if let ([voice], [_], false) = (able.as_slice(), questions.as_slice(), secret) {
        let divide = divide(l, path, room, &questions, voice, sent);
        view! { {motion(l, path, room, first)} {ballot(l, path, poll, voice)} {divide} }.into_any()
    } else {
        let said_secret = secret.then(|| secrecy::on_the_ballot(l, room, poll, &able));
        let intro = (questions.len() > 1).then(|| {
            view! { <p class="lead">{t!(l, "ballots-questions", count = questions.len())}</p> }
        });
        let alone = (questions.len() == 1).then(|| motion(l, path, room, first));
        let forms: Vec<_> =
            groups(room, &able).iter().map(|group| together(l, path, room, &questions, group, sent)).collect();
        let divided: Vec<_> = able.iter().map(|voice| divide(l, path, room, &questions, voice, sent)).collect();
        view! { {intro} {alone} {said_secret} {forms} {divided} }.into_any()
    };
    view! { {told(l, sent)} {forms} {unable} }.into_any()
}

/// Voices that one form votes for: all, or those of one holder where the rules want one answer of each holder.
fn groups<'r>(room: &Room, able: &[&'r MyVoice]) -> Vec<Vec<&'r MyVoice>> {
    if able.is_empty() {
        return Vec::new();
    }
    if room.rules.proxies.split {
        return vec![able.to_vec()];
    }
    let mut presence = Presence::default();
    for voice in able {
        if let CastAs::Proxy { holder } = voice.cast_as {
            presence.give(voice.organization, holder);
        }
    }
    let holders = able.iter().map(|voice| match voice.cast_as {
        CastAs::Own | CastAs::Tellers { .. } => voice.organization,
        CastAs::Proxy { holder } => holder,
    });
    let holders: std::collections::BTreeSet<OrganizationId> = holders.collect();
    let of = |holder: OrganizationId| {
        let all: Vec<OrganizationId> = speaks_for(&presence, holder).collect();
        able.iter().copied().filter(|voice| all.contains(&voice.organization)).collect()
    };
    holders.into_iter().map(of).collect()
}

/// What became of the votes that were sent, where not all are recorded.
fn told(l: Locale, sent: &Sent) -> Option<impl IntoView + use<>> {
    if sent.told.is_empty() {
        return None;
    }
    let recorded: Vec<&str> =
        sent.told.iter().filter(|(_, why)| why.is_none()).map(|(name, _)| name.as_str()).collect();
    let recorded = (!recorded.is_empty())
        .then(|| view! { <p>{t!(l, "ballots-recorded-for", names = i18n::list(l, &recorded))}</p> });
    let others = sent.told.iter().filter_map(|(name, why)| {
        let why = why.clone()?;
        Some(view! { <li>{t!(l, "ballots-not-recorded", organization = name.clone(), why = why)}</li> })
    });
    let others = others.collect_view();
    Some(view! {
        <Callout tone=Tone::Critical>
            <p><strong>{t!(l, "ballots-not-all")}</strong></p>
            {recorded}
            <ul>{others}</ul>
        </Callout>
    })
}

/// What is voted on.
fn motion(l: Locale, path: &str, room: &Room, item: &Item) -> impl IntoView + use<> {
    let rule = item.poll.as_ref().map_or(&item.majority, |poll| &poll.rule);
    let written_in = room.network.locale.as_str();
    view! {
        <h3 lang=question_lang(item, written_in)>{question_title(l, item)}</h3>
        {question_text(l, item, written_in)}
        {item.motion.map(|motion| {
            let href = crate::motions::motion_path(path, motion);
            view! { <p><a href=href>{t!(l, "motions-see-motion")}</a></p> }
        })}
        <p class="hint">{i18n::wording::majority(l, rule)}</p>
    }
}

/// Whose ballot it is.
fn legend(l: Locale, voice: &MyVoice) -> String {
    match voice.cast_as {
        CastAs::Own | CastAs::Tellers { .. } => {
            t!(l, "ballot-own", organization = voice.name.clone(), voices = voice.weight)
        }
        CastAs::Proxy { .. } => t!(l, "ballot-proxy", organization = voice.name.clone(), voices = voice.weight),
    }
}

/// An organization that the viewer cannot vote for now, and why.
fn refused(l: Locale, voice: &MyVoice) -> impl IntoView + use<> {
    let text = match voice.refused {
        Some(CastRefused::GivenAway) => {
            t!(l, "ballot-given-away", holder = voice.given_to.clone().unwrap_or_default())
        }
        Some(other) => crate::problems::refusal(l, &other.into()),
        None => String::new(),
    };
    let legend = legend(l, voice);
    view! { <Callout><p><strong>{legend}</strong></p><p>{text}</p></Callout> }
}

fn answers(l: Locale) -> Vec<Choice> {
    Answered::ON_SCREEN.iter().map(|choice| Choice::new(choice.as_str(), i18n::wording::choice(l, *choice))).collect()
}

/// What was said, in words: an answer, or the parts of a division.
pub fn said(l: Locale, said: Said) -> String {
    let Some(division) = said.division() else { return i18n::wording::choice(l, said.head()) };
    let part = |choice: &Answered| {
        let voices = division.of(*choice);
        (voices > 0).then(|| t!(l, "ballots-part", choice = i18n::wording::choice(l, *choice), voices = voices))
    };
    Answered::ON_SCREEN.iter().filter_map(part).collect::<Vec<_>>().join(", ")
}

/// A vote by name in words, as it is told after the close.
pub fn told_choice(l: Locale, choice: Answered, divided: Option<Division>) -> String {
    said(l, divided.map_or(Said::Whole(choice), Said::Divided))
}

/// The ballot for one organization, by name.
fn ballot(l: Locale, path: &str, poll: &ItemPoll, voice: &MyVoice) -> impl IntoView + use<> {
    let before = voice.said.get(&poll.id).copied();
    let recorded = before.map(|before| {
        let text = t!(l, "ballot-recorded", choice = said(l, before));
        view! { <p role="status"><Tag text=t!(l, "ballot-recorded-tag") tone=Tone::Positive/>" "{text}</p> }
    });
    let button = if before.is_some() { t!(l, "ballot-change") } else { t!(l, "ballot-cast") };
    let kind = if before.is_some() { ActionKind::Secondary } else { ActionKind::Primary };
    let selected = whole(before);
    let (organization, about) = (voice.organization, voice.name.clone());
    let (action, legend) = (format!("{path}/polls/{}/vote", poll.id), legend(l, voice));
    view! {
        <PostForm action=action>
            <input type="hidden" name="organization" value=organization.to_string()/>
            <input type="hidden" name="request" value=Uuid::new_v4().to_string()/>
            <Choices name="choice" id=format!("choice-{organization}") legend=legend layout=ChoiceLayout::Ballot options=answers(l) selected=selected/>
            {recorded}
            <FormActions><SubmitButton text=button kind=kind about=about/></FormActions>
        </PostForm>
    }
}

/// The word of an answer that is whole.
fn whole(said: Option<Said>) -> Option<String> {
    match said {
        Some(Said::Whole(choice)) => Some(choice.to_string()),
        _ => None,
    }
}

/// For whom, with their voices.
fn whom(l: Locale, voices: &[&MyVoice]) -> Vec<String> {
    let one = |voice: &&MyVoice| t!(l, "ballots-voice", organization = voice.name.clone(), voices = voice.weight);
    voices.iter().map(one).collect()
}

/// One form for many voices and questions: the same answer for all, or each by itself.
fn together(l: Locale, path: &str, room: &Room, questions: &Questions<'_>, group: &[&MyVoice], sent: &Sent) -> AnyView {
    let Some((_, first)) = questions.first().copied() else { return ().into_any() };
    let secret = first.secret.is_some();
    let boxed_in = |voice: &MyVoice| questions.iter().all(|(_, poll)| voice.boxed.contains(&poll.id));
    let (boxed, left): (Vec<&MyVoice>, Vec<&MyVoice>) = group.iter().partition(|voice| secret && boxed_in(voice));
    let taken = taken(l, questions, group, &boxed);
    if left.is_empty() {
        return taken.into_any();
    }
    let several = questions.len() > 1;
    let names = whom(l, &left);
    let whom_in_short = match left.as_slice() {
        [voice] => view! { <p><strong>{legend(l, voice)}</strong></p> }.into_any(),
        _ if left.len() <= NAMES => {
            view! { <p>{t!(l, "ballots-for-whom", names = i18n::list(l, &names))}</p> }.into_any()
        }
        _ => {
            let voices: u64 = left.iter().map(|voice| voice.weight).sum();
            let summary = t!(l, "ballots-whom", count = left.len(), voices = voices);
            let lines = names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
            view! { <Disclosure summary=summary><ul>{lines}</ul></Disclosure> }.into_any()
        }
    };
    let key = left.first().map(|voice| voice.organization.to_string()).unwrap_or_default();
    let of_all: Vec<_> = questions
        .iter()
        .enumerate()
        .map(|(at, (item, poll))| {
            let open: Vec<&MyVoice> = left.iter().copied().filter(|voice| !voice.boxed.contains(&poll.id)).collect();
            let hidden = open.iter().map(|voice| {
                view! { <input type="hidden" name=format!("voice-{}", poll.id) value=voice.organization.to_string()/> }
            });
            let hidden = hidden.collect_view();
            let title = several.then(|| motion(l, path, room, item));
            if open.is_empty() {
                let on_screen = left.iter().any(|voice| !voice.on_paper.contains(&poll.id));
                let taken = on_screen.then(|| view! { <p>{t!(l, "elections-recorded")}</p> });
                return view! { {title} {taken} }.into_any();
            }
            let same = if left.len() > 1 { t!(l, "ballots-same", count = open.len()) } else { t!(l, "ballots-yours-legend") };
            let legend = if several {
                let which = t!(l, "ballots-question", number = at + 1, count = questions.len());
                format!("{which} – {same}")
            } else {
                same
            };
            let name = format!("all-{}", poll.id);
            let typed = sent.entries.text(&name);
            let before: std::collections::BTreeSet<Option<Said>> =
                open.iter().map(|voice| voice.said.get(&poll.id).copied()).collect();
            let common = match (before.len(), before.first()) {
                (1, Some(said)) => whole(*said),
                _ => None,
            };
            let selected = if typed.is_empty() { common } else { Some(typed) };
            let recorded = recorded(l, poll.id, &open);
            view! {
                {title}
                <input type="hidden" name="poll" value=poll.id.to_string()/>
                {hidden}
                <Choices name=name id=format!("all-{}-{key}", poll.id) legend=legend layout=ChoiceLayout::Ballot options=answers(l) selected=selected/>
                {recorded}
            }
            .into_any()
        })
        .collect();
    let count = left.len() * questions.len();
    let button = match (secret, left.len(), several) {
        (true, 1, false) => t!(l, "ballots-box-one"),
        (true, ..) => t!(l, "ballots-box-all", count = count),
        (false, 1, _) => t!(l, "ballots-cast-questions", count = questions.len()),
        _ => t!(l, "ballots-all-cast", count = left.len()),
    };
    let one_answer = (left.len() > 1 && !room.rules.proxies.split)
        .then(|| view! { <p class="hint">{t!(l, "ballots-one-answer")}</p> });
    let by_itself = left.len() > 1 && room.rules.proxies.split;
    let plainly = by_itself && !several && !secret && left.len() <= PLAIN;
    let each = (by_itself && !plainly).then(|| each(l, questions, &left, sent));
    let plain: Vec<_> = left.iter().filter(|_| plainly).map(|voice| ballot(l, path, first, voice)).collect();
    let about = if let [voice] = left.as_slice() { voice.name.clone() } else { String::new() };
    view! {
        {taken}
        <PostForm action=format!("{path}/polls/{}/votes", first.id)>
            <input type="hidden" name="request" value=Uuid::new_v4().to_string()/>
            {whom_in_short}
            {one_answer}
            {of_all}
            <FormActions><SubmitButton text=button name="step" value="all" about=about/></FormActions>
            {each}
        </PostForm>
        {plain}
    }
    .into_any()
}

/// Whose ballots are in the box, and to whom a paper was handed out, question by question.
fn taken(l: Locale, questions: &Questions<'_>, group: &[&MyVoice], boxed: &[&MyVoice]) -> impl IntoView + use<> {
    let boxed: Vec<&str> =
        boxed.iter().filter(|voice| voice.on_paper.is_empty()).map(|voice| voice.name.as_str()).collect();
    let boxed = (!boxed.is_empty()).then(|| {
        let text = t!(l, "ballots-in-box", names = i18n::list(l, &boxed));
        view! { <Callout tone=Tone::Positive><p role="status"><Tag text=t!(l, "ballot-recorded-tag") tone=Tone::Positive/>" "{text}</p></Callout> }
    });
    let on_paper = questions.iter().filter_map(|(item, poll)| {
        let names = group.iter().filter(|voice| voice.on_paper.contains(&poll.id));
        let names: Vec<&str> = names.map(|voice| voice.name.as_str()).collect();
        let which = (questions.len() > 1).then(|| view! { <p><strong>{question_title(l, item)}</strong></p> });
        let text = t!(l, "urn-handed-to", names = i18n::list(l, &names));
        (!names.is_empty()).then(|| view! { <Callout>{which}<p role="status">{text}</p></Callout> })
    });
    let on_paper = on_paper.collect_view();
    view! { {boxed} {on_paper} }
}

/// What stands already for a question.
fn recorded(l: Locale, poll: PollId, open: &[&MyVoice]) -> Option<impl IntoView + use<>> {
    let said: Vec<Said> = open.iter().filter_map(|voice| voice.said.get(&poll).copied()).collect();
    let first = *said.first()?;
    let text = if open.len() == 1 {
        t!(l, "ballot-recorded", choice = self::said(l, first))
    } else {
        t!(l, "ballots-some-recorded", recorded = said.len(), count = open.len())
    };
    Some(view! { <p role="status"><Tag text=t!(l, "ballot-recorded-tag") tone=Tone::Positive/>" "{text}</p> })
}

/// An answer for each association.
fn each(l: Locale, questions: &Questions<'_>, left: &[&MyVoice], sent: &Sent) -> impl IntoView + use<> {
    let several = questions.len() > 1;
    let lines: Vec<_> = left
        .iter()
        .map(|voice| {
            let label = t!(l, "ballots-voice", organization = voice.name.clone(), voices = voice.weight);
            let selects: Vec<_> = questions
                .iter()
                .filter(|(_, poll)| !voice.boxed.contains(&poll.id))
                .map(|(item, poll)| {
                    let name = format!("one-{}-{}", poll.id, voice.organization);
                    let typed = sent.entries.text(&name);
                    let before = voice.said.get(&poll.id).copied();
                    let selected = if typed.is_empty() { whole(before) } else { Some(typed) };
                    let label = if several { question_title(l, item) } else { label.clone() };
                    let divided = before.filter(|before| before.division().is_some());
                    let hint = divided.map(|before| t!(l, "ballots-yours", said = said(l, before)));
                    view! { <Select name=name label=label options=answers(l) selected=selected empty=t!(l, "choose") hint=hint/> }
                })
                .collect();
            if several {
                view! { <FieldGroup legend=label>{selects}</FieldGroup> }.into_any()
            } else {
                selects.into_any()
            }
        })
        .collect();
    let summary = t!(l, "ballots-each");
    view! {
        <Disclosure summary=summary open=sent.is("each")>
            <p class="hint">{t!(l, "ballots-each-hint")}</p>
            {lines}
            <FormActions><SubmitButton text=t!(l, "ballots-each-cast") kind=ActionKind::Secondary name="step" value="each"/></FormActions>
        </Disclosure>
    }
}

/// The form that divides the voices of one organization, where the statutes let it.
fn divide(
    l: Locale,
    path: &str,
    room: &Room,
    questions: &Questions<'_>,
    voice: &MyVoice,
    sent: &Sent,
) -> Option<impl IntoView + use<>> {
    if !room.rules.proxies.split_voices || voice.weight < 2 || questions.iter().any(|(_, poll)| poll.secret.is_some()) {
        return None;
    }
    let organization = voice.organization;
    let came_back = sent.is("divide") && sent.entries.text("organization") == organization.to_string();
    let forms: Vec<_> = questions
        .iter()
        .map(|(item, poll)| {
            let before = voice.said.get(&poll.id).and_then(|said| said.division());
            let typed = came_back && sent.entries.text("poll") == poll.id.to_string();
            let fields: Vec<_> = Answered::ON_SCREEN
                .iter()
                .map(|choice| {
                    let name = format!("part-{choice}");
                    let value = match (typed, before) {
                        (true, _) => sent.entries.text(&name),
                        (false, Some(division)) => division.of(*choice).to_string(),
                        (false, None) => String::new(),
                    };
                    let id = format!("{name}-{}-{organization}", poll.id);
                    view! { <Field name=name id=id label=i18n::wording::choice(l, *choice) width=FieldWidth::Short inputmode="numeric" value=value/> }
                })
                .collect();
            let title = (questions.len() > 1).then(|| view! { <p><strong>{question_title(l, item)}</strong></p> });
            let (action, poll) = (format!("{path}/polls/{}/votes", poll.id), poll.id.to_string());
            let (hint, about) = (t!(l, "ballots-divide-hint", voices = voice.weight), voice.name.clone());
            view! {
                <PostForm action=action>
                    <input type="hidden" name="request" value=Uuid::new_v4().to_string()/>
                    <input type="hidden" name="poll" value=poll/>
                    <input type="hidden" name="organization" value=organization.to_string()/>
                    {title}
                    <p class="hint">{hint}</p>
                    {fields}
                    <FormActions><SubmitButton text=t!(l, "ballots-divide-cast") kind=ActionKind::Secondary name="step" value="divide" about=about/></FormActions>
                </PostForm>
            }
        })
        .collect();
    let summary = t!(l, "ballots-divide", organization = voice.name.clone());
    Some(view! { <Disclosure summary=summary open=came_back>{forms}</Disclosure> })
}

/// A ballot for one organization.
#[derive(Debug, Deserialize)]
pub struct BallotForm {
    organization: Uuid,
    request: Uuid,
    #[serde(default)]
    choice: String,
}

/// A vote.
pub async fn vote(cx: Cx, Path(part): Path<PartAddress>, Form(form): Form<BallotForm>) -> Answer {
    let address = Address::from(&part);
    let result = match form.choice.parse::<Answered>() {
        Ok(choice) => {
            let cast = Cast {
                network: Some(address.network.clone()),
                assembly: address.id(),
                poll: PollId(part.part),
                organization: OrganizationId(form.organization),
                choice,
                request: form.request.to_string(),
            };
            cx.services().cast(cx.viewer(), cast).await
        }
        Err(_) => Err(Refusal::Named("ballot-choose").into()),
    };
    match on_form(result)? {
        Ok(_) => Ok(done(&format!("{}/room", address.path()), "vote-recorded")),
        Err(problem) => room_page(&cx, &address, &problem).await,
    }
}

/// Several votes in one gesture.
pub async fn votes(cx: Cx, Path(part): Path<PartAddress>, Form(entries): Form<Entries>) -> Answer {
    let address = Address::from(&part);
    let room = address.room(&cx).await?;
    let polls: Vec<&ItemPoll> = room.questions().filter_map(|item| item.poll.as_ref()).collect();
    let poll = polls.iter().find(|poll| poll.id == PollId(part.part)).ok_or(Error::NotFound)?;
    let secret = poll.secret.is_some();
    let request: Uuid = entries.text("request").parse().map_err(|_| Error::NotFound)?;
    let chosen = chosen(&entries);
    if chosen.is_empty() {
        let problem = FormProblem { fields: vec![], refusal: Some(Refusal::Named("ballot-choose")) };
        return room_page_with(&cx, &address, &problem, Sent { entries, told: vec![] }).await;
    }
    // What stands already is left as it is.
    let stands = |(poll, organization, said): &(PollId, OrganizationId, Said)| {
        room.mine.iter().any(|voice| voice.organization == *organization && voice.said.get(poll) == Some(said))
    };
    let votes: Vec<_> = chosen.into_iter().filter(|vote| !stands(vote)).collect();
    let asked: Vec<OrganizationId> = votes.iter().map(|(_, organization, _)| *organization).collect();
    let cast =
        CastTogether { network: address.network.clone(), assembly: room.id, request: request.to_string(), votes };
    let answers: Vec<Result<(), Error>> = if secret {
        cx.services().cast_secretly(cx.viewer(), cast).await?
    } else {
        let answers = cx.services().cast_together(cx.viewer(), cast).await?;
        answers.into_iter().map(|answer| answer.map(drop)).collect()
    };
    let name = |organization: &OrganizationId| {
        let line = room.roll.iter().find(|line| line.entry.organization == *organization);
        line.map(|line| line.entry.name.clone()).unwrap_or_default()
    };
    let (mut told, mut first) = (Vec::with_capacity(answers.len()), None);
    for (organization, answer) in asked.iter().zip(answers) {
        let why = match answer {
            Ok(()) => None,
            Err(Error::Refused(refused)) => Some(refused),
            Err(Error::NotFound | Error::NotAllowed { .. }) => Some(CastRefused::NotYours.into()),
            Err(error) => return Err(error.into()),
        };
        told.push((name(organization), why.as_ref().map(|why| crate::problems::refusal(cx.locale(), why))));
        first = first.or(why);
    }
    if first.is_none() {
        let word = if secret { "ballots-recorded" } else { "votes-recorded" };
        return Ok(done(&format!("{}/room", address.path()), word));
    }
    let problem = FormProblem { fields: vec![], refusal: first };
    room_page_with(&cx, &address, &problem, Sent { entries, told }).await
}

/// The votes that a form means.
fn chosen(entries: &Entries) -> Vec<(PollId, OrganizationId, Said)> {
    let id = |text: &str| text.parse::<Uuid>().ok();
    match entries.text("step").as_str() {
        "each" => {
            let one = |(name, value): &(String, String)| {
                // Two identifiers of 36 characters, with a dash between.
                let (poll, organization) = name.strip_prefix("one-")?.split_at_checked(36)?;
                let organization = organization.strip_prefix('-')?;
                let choice: Answered = value.parse().ok()?;
                Some((PollId(id(poll)?), OrganizationId(id(organization)?), choice.into()))
            };
            entries.pairs().iter().filter_map(one).collect()
        }
        "divide" => {
            // What is no number makes a division that does not add up, and the sentence says so.
            let part = |choice: &Answered| match entries.text(&format!("part-{choice}")).trim() {
                "" => 0,
                text => text.parse().unwrap_or(u64::MAX),
            };
            let division = Answered::ON_SCREEN
                .iter()
                .fold(Division::default(), |so_far, choice| so_far.with(*choice, part(choice)));
            let (poll, organization) = (id(&entries.text("poll")), id(&entries.text("organization")));
            match (poll, organization) {
                (Some(poll), Some(organization)) if division.total() > 0 => {
                    vec![(PollId(poll), OrganizationId(organization), Said::Divided(division))]
                }
                _ => Vec::new(),
            }
        }
        _ => {
            let of_poll = |poll: &String| {
                let choice = entries.text(&format!("all-{poll}")).parse::<Answered>().ok();
                let voices = entries.all(&format!("voice-{poll}"));
                let vote = |organization: &String| {
                    Some((PollId(id(poll)?), OrganizationId(id(organization)?), choice?.into()))
                };
                voices.iter().filter_map(vote).collect::<Vec<_>>()
            };
            entries.all("poll").iter().flat_map(of_poll).collect()
        }
    }
}
