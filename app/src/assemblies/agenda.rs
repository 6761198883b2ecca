//! The agenda with what was decided: shown on the assembly's page, in the room and on the screen.

use domain::{assemblies::ItemKind, locale::Locale, polls::Choice, polls::PollState};
use i18n::t;
use leptos::prelude::*;
use services::assemblies::{Document, Item, ItemPoll, OtherChoice};

use crate::motions::words::{amendment_title, authors, changes};
use crate::ui::{
    Cell, Column, Condition, DataTable, Disclosure, Explanation, PlainText, Quantity, Section, Tag, Tally, TallyLine,
    Tone,
};

/// One item, with its text, its documents and its result.
#[component]
pub fn AgendaItem(
    /// Language of the page.
    l: Locale,
    /// The item.
    item: Item,
    /// Its documents, with the address under which they lie.
    #[prop(optional)]
    documents: Vec<(String, Document)>,
    /// Language in which the network writes.
    #[prop(into)]
    written_in: String,
    /// What can be done with it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title = question_title(l, &item);
    let id = match &item.amendment {
        Some(_) => format!("amendment-{}", item.id),
        None => format!("item-{}", item.number),
    };
    let majority = (item.kind == ItemKind::Motion && item.poll.is_none())
        .then(|| view! { <p class="hint">{i18n::wording::majority(l, &item.majority)}</p> });
    let text = question_text(l, &item, &written_in);
    let documents = (!documents.is_empty()).then(|| {
        let lines = documents.into_iter().map(|(href, document)| {
            let size = t!(l, "document-size", kilobytes = (document.size / 1024).max(1));
            view! { <li><a href=href>{document.file_name}</a>" "<span class="hint">{size}</span></li> }
        });
        view! { <ul class="documents">{lines.collect_view()}</ul> }
    });
    let poll = item.poll.map(|poll| view! { <PollResult l=l poll=poll/> });
    view! {
        <Section title=title id=id>
            {majority}
            {text}
            {documents}
            {poll}
            {children.map(|children| children())}
        </Section>
    }
}

/// What is voted on, by name: an item by its number, an amendment by its own.
#[must_use]
pub fn question_title(l: Locale, item: &Item) -> String {
    match &item.amendment {
        Some(amendment) => format!("{} – {}", amendment_title(l, amendment), item.title),
        None => format!("{}. {}", item.number, item.title),
    }
}

/// The very words that are voted on; of an amendment, what it changes and why.
pub fn question_text(l: Locale, item: &Item, written_in: &str) -> AnyView {
    if let Some(amendment) = &item.amendment {
        let by = t!(l, "motions-by", names = authors(l, &amendment.authors));
        let lang = amendment.proposal.locale.to_string();
        return view! {
            <p class="hint">{by}</p>
            {changes(l, amendment)}
            <PlainText text=amendment.reasons.clone() lang=lang/>
        }
        .into_any();
    }
    let lang = written_in.to_owned();
    (!item.text.is_empty()).then(|| view! { <PlainText text=item.text.clone() lang=lang/> }).into_any()
}

/// The result of a poll with its explanation, or the word that it is open.
#[component]
pub fn PollResult(
    /// Language of the page.
    l: Locale,
    /// The poll.
    poll: ItemPoll,
) -> impl IntoView {
    let Some(outcome) = poll.outcome.clone().filter(|_| poll.state == PollState::Closed) else {
        return view! { <p><Tag text=t!(l, "poll-open") tone=Tone::Active/></p> }.into_any();
    };
    let explained = i18n::wording::outcome(l, &outcome);
    let condition = |title: String, have: u64, left: String, needed: u64, met: bool| Condition {
        title,
        left: Quantity::new(i18n::number(l, as_signed(have)), left),
        // "At least the number needed" holds for both comparisons: what is needed is a whole number.
        sign: if met { "≥" } else { "<" }.into(),
        sign_in_words: if met { t!(l, "at-least") } else { t!(l, "less-than") },
        right: Quantity::new(i18n::number(l, as_signed(needed)), explained.right.clone()),
        met,
        met_in_words: if met { t!(l, "condition-met") } else { t!(l, "condition-not-met") },
    };
    let title = i18n::wording::majority(l, &outcome.rule);
    let met = outcome.have >= outcome.needed;
    let mut conditions = vec![condition(title, outcome.have, explained.left.clone(), outcome.needed, met)];
    // A quorum that was reached is told among the details; one that was not decided the vote.
    conditions.extend(outcome.quorum.parts.iter().filter(|part| !part.reached).map(|part| {
        let title = i18n::wording::quorum_part(l, outcome.quorum.counting, part);
        condition(title, part.have, i18n::wording::counting(l, outcome.quorum.counting), part.needed, part.reached)
    }));
    let tally = &outcome.tally;
    let cast = tally.in_favour.weight + tally.against.weight + tally.abstained.weight;
    let line = |choice: Choice, count: domain::polls::Count| TallyLine {
        label: i18n::wording::choice(l, choice),
        amount: t!(l, "tally-amount", voices = count.weight, associations = count.heads),
        part: count.weight,
        whole: cast.max(1),
    };
    let lines = vec![
        line(Choice::For, tally.in_favour),
        line(Choice::Against, tally.against),
        line(Choice::Abstain, tally.abstained),
    ];
    // The first three say in words what the tally shows.
    let details = explained.details.into_iter().skip(3).map(|text| view! { <li>{text}</li> }).collect_view();
    let votes = poll.votes;
    view! {
        <Explanation verdict=explained.verdict adopted=outcome.adopted() sentence=explained.statement conditions=conditions>
            <Tally caption=t!(l, "tally-caption") lines=lines/>
            <Disclosure summary=t!(l, "votes-by-name")>
                <ul>{details}</ul>
                <VotesByName l=l votes=votes/>
            </Disclosure>
        </Explanation>
    }
    .into_any()
}

/// Who voted what: these are open ballots.
#[component]
fn VotesByName(
    /// Language of the page.
    l: Locale,
    /// The votes.
    votes: Vec<OtherChoice>,
) -> impl IntoView {
    let rows = votes
        .into_iter()
        .map(|vote| {
            vec![
                vote.organization.into(),
                i18n::wording::choice(l, vote.choice).into(),
                Cell::text(i18n::number(l, as_signed(vote.weight))),
                vote.by_proxy_of.map_or_else(String::new, |holder| t!(l, "vote-by-proxy", holder = holder)).into(),
            ]
        })
        .collect();
    let columns = vec![
        Column::text(t!(l, "column-association")),
        Column::text(t!(l, "column-vote")),
        Column::number(t!(l, "column-voices")),
        Column::text(t!(l, "column-by")),
    ];
    view! {
        <DataTable caption=t!(l, "votes-by-name") caption_hidden=true columns=columns rows=rows/>
    }
}

/// Counts fit in 63 bits: there are not that many voices.
pub fn as_signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
