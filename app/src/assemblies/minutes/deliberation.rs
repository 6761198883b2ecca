//! What was decided on each item: amendments, text, speakers, quorum, votes, elections.

use domain::{
    assemblies::{ItemKind, State},
    locale::Locale,
    polls::Choice as Answered,
    quorum::Quorum,
};
use i18n::t;
use printing::{Block, Column};
use services::assemblies::{Item, ItemPoll, Room};

use super::document::{heading, push_text};
use crate::{
    assemblies::{agenda::as_signed, live::speaker, secrecy, voting},
    motions::words,
};

/// An item of the agenda, with what the secretary wrote under it.
pub(super) fn deliberation(l: Locale, room: &Room, item: &Item, note: &str) -> Vec<Block> {
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
    blocks.extend(quorum(l, room, item, poll));
    if let Some(election) = &item.election {
        blocks.extend(crate::elections::minutes(l, &room.rules, election));
        blocks.extend(crate::tellers::urn_minutes(l, poll));
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
    blocks.extend(secrecy::minutes(l, poll).map(Block::Paragraph));
    blocks.extend(crate::tellers::urn_minutes(l, poll));
    let divided: Vec<String> = poll
        .votes
        .iter()
        .filter(|vote| vote.divided.is_some())
        .map(|vote| format!("{} ({})", vote.organization, voting::told_choice(l, vote.choice, vote.divided)))
        .collect();
    if !divided.is_empty() {
        blocks.push(Block::Paragraph(t!(l, "ballots-minutes-divided", names = i18n::list(l, &divided))));
    }
    for choice in [Answered::Against, Answered::Abstain, Answered::Blank, Answered::Null] {
        let names: Vec<&str> = poll
            .votes
            .iter()
            .filter(|vote| vote.choice == choice && vote.divided.is_none())
            .map(|vote| vote.organization.as_str())
            .collect();
        if !names.is_empty() {
            let choice = i18n::wording::choice(l, choice);
            blocks.push(Block::Paragraph(t!(l, "minutes-who", choice = choice, names = i18n::list(l, &names))));
        }
    }
    blocks.extend(crate::tellers::minutes(l, &poll.votes));
    blocks
}

/// When the vote was open, and the quorum at its opening and at its close: each decision has its own.
fn quorum(l: Locale, room: &Room, item: &Item, poll: &ItemPoll) -> Vec<Block> {
    let zone = room.network.zone;
    let opened = i18n::time(l, zone, poll.opened_at);
    let closed = poll.closed_at.map(|at| i18n::time(l, zone, at));
    let times = match &closed {
        Some(closed) => t!(l, "minutes-vote-opened", opened = opened.as_str(), closed = closed.as_str()),
        None => t!(l, "minutes-vote-still-open", opened = opened.as_str()),
    };
    let declared = item.election.as_ref().and_then(|election| election.declared.as_ref());
    let at_close = poll.outcome.as_ref().map(|outcome| &outcome.quorum).or(declared.map(|declared| &declared.quorum));
    let mut rows = lines(l, &poll.quorum, &t!(l, "minutes-quorum-opening", time = opened));
    if let (Some(quorum), Some(closed)) = (at_close, closed) {
        rows.extend(lines(l, quorum, &t!(l, "minutes-quorum-close", time = closed)));
    }
    let mut blocks = vec![Block::Paragraph(times)];
    if !rows.is_empty() {
        let columns = [t!(l, "minutes-quorum-moment"), t!(l, "minutes-quorum-count")];
        let columns = columns.into_iter().map(Column::words).collect();
        blocks.push(Block::Table { caption: t!(l, "minutes-quorum"), columns, rows });
    }
    blocks
}

fn lines(l: Locale, quorum: &Quorum, moment: &str) -> Vec<Vec<String>> {
    let line = |part| vec![moment.to_owned(), i18n::wording::quorum_part(l, quorum.counting, part)];
    quorum.parts.iter().map(line).collect()
}
