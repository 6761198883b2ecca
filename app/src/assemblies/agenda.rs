//! The agenda with what was decided: shown on the assembly's page, in the room and on the screen.

use domain::{
    assemblies::ItemKind,
    locale::Locale,
    polls::{Base, Choice, PollState},
    quorum::Unit,
};
use i18n::t;
use leptos::prelude::*;
use services::{
    assemblies::{Document, Item, ItemPoll, OtherChoice},
    elections::Election,
};

use crate::elections::{Declaration, words::electorate_alone};
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
    /// The address of the assembly, where elections shall lead to their page.
    #[prop(optional, into)]
    at: Option<String>,
    /// Language in which the network writes.
    #[prop(into)]
    written_in: String,
    /// What can be done with it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title = question_title(l, &item);
    let title_lang = question_lang(&item, &written_in);
    let id = match &item.amendment {
        Some(_) => format!("amendment-{}", item.id),
        // A run-off stands under the number of the election whose tie it decides.
        None if item.election.as_ref().is_some_and(|it| it.runoff_of.is_some()) => format!("item-{}", item.id),
        None => format!("item-{}", item.number),
    };
    let majority = (item.kind == ItemKind::Motion && item.poll.is_none()).then(|| {
        let decision = i18n::wording::decision(l, item.decision);
        view! { <p class="hint"><strong>{decision}</strong>". "{i18n::wording::majority(l, &item.majority)}</p> }
    });
    let text = question_text(l, &item, &written_in);
    let documents = (!documents.is_empty()).then(|| {
        let lines = documents.into_iter().map(|(href, document)| {
            let size = t!(l, "document-size", kilobytes = (document.size / 1024).max(1));
            view! { <li><a href=href>{document.file_name}</a>" "<span class="hint">{size}</span></li> }
        });
        view! { <ul class="documents">{lines.collect_view()}</ul> }
    });
    let poll = match item.election {
        Some(election) => {
            view! { <ElectionResult l=l at=at.map(|at| format!("{at}/elections/{}", item.id)) election=election/> }
                .into_any()
        }
        None => item.poll.map(|poll| view! { <PollResult l=l poll=poll/> }).into_any(),
    };
    view! {
        <Section title=title lang=title_lang id=id>
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

/// The language of that name: the network's, where people wrote all of it.
pub fn question_lang(item: &Item, written_in: &str) -> Option<String> {
    item.amendment.is_none().then(|| written_in.to_owned())
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

/// What is elected and how, and the result once there is one; the rest is on the election's own page.
#[component]
pub fn ElectionResult(
    /// Language of the page.
    l: Locale,
    /// The address of the election's page.
    #[prop(optional_no_strip)]
    at: Option<String>,
    /// The election.
    election: Election,
) -> impl IntoView {
    let method = i18n::wording::counting_method(l, election.rules.method);
    let how = t!(l, "elections-how", method = method, seats = election.rules.seats);
    let link = at.map(|href| view! { <p><a href=href>{t!(l, "elections-page")}</a></p> });
    let open = (!election.paper.is_empty() && election.declared.is_none())
        .then(|| view! { <p><Tag text=t!(l, "poll-open") tone=Tone::Active/></p> });
    let alone = election.rules.electorate.as_ref().map(|of| electorate_alone(l, of));
    let result = election.declared.map(|declared| view! { <Declaration l=l declared=declared/> });
    view! { <p class="hint">{how}" "{alone}</p>{open}{result}{link} }
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
    // "At least the number needed" holds for both comparisons: what is needed is a whole number.
    let inequality =
        |title: String, (have, left): (u64, String), (needed, right): (u64, String), met: bool| Condition {
            title,
            left: Quantity::new(i18n::number(l, as_signed(have)), left),
            sign: if have >= needed { "≥" } else { "<" }.into(),
            sign_in_words: if have >= needed { t!(l, "at-least") } else { t!(l, "less-than") },
            right: Quantity::new(i18n::number(l, as_signed(needed)), right),
            met,
            met_in_words: if met { t!(l, "condition-met") } else { t!(l, "condition-not-met") },
        };
    let mut conditions: Vec<Condition> = explained
        .conditions
        .into_iter()
        .map(|held| inequality(held.title, (held.have, held.left), (held.needed, held.right), held.met))
        .collect();
    // A quorum that was reached is told among the details; one that was not decided the vote.
    conditions.extend(outcome.quorum.parts.iter().filter(|part| !part.reached).map(|part| {
        let title = i18n::wording::quorum_part(l, outcome.quorum.counting, part);
        let needed = t!(l, "needed-label", count = part.needed);
        inequality(
            title,
            (part.have, i18n::wording::counting(l, outcome.quorum.counting)),
            (part.needed, needed),
            false,
        )
    }));
    let tally = &outcome.tally;
    let cast = tally.base(Base::Cast, Unit::Weight);
    let line = |label: String, count: domain::polls::Count| TallyLine {
        label,
        amount: t!(l, "tally-amount", voices = count.weight, associations = count.heads),
        part: count.weight,
        whole: cast.max(1),
    };
    let mut lines: Vec<TallyLine> =
        [(Choice::For, tally.in_favour), (Choice::Against, tally.against), (Choice::Abstain, tally.abstained)]
            .map(|(choice, count)| line(i18n::wording::choice(l, choice), count))
            .into();
    if tally.blank.heads > 0 {
        lines.push(line(i18n::wording::choice(l, Choice::Blank), tally.blank));
    }
    if tally.null.heads > 0 {
        lines.push(line(t!(l, "tally-null"), tally.null));
    }
    let details = explained.details.into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
    let (summary, votes) = match poll.secret {
        Some(_) => (t!(l, "ballots-who-voted"), super::secrecy::who_voted(l, &poll).into_any()),
        None => (t!(l, "votes-by-name"), view! { <VotesByName l=l votes=poll.votes/> }.into_any()),
    };
    view! {
        <Explanation verdict=explained.verdict adopted=outcome.adopted() sentence=explained.statement conditions=conditions>
            <Tally caption=t!(l, "tally-caption") lines=lines/>
            <Disclosure summary=summary>
                <ul>{details}</ul>
                {votes}
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
                super::voting::told_choice(l, vote.choice, vote.divided).into(),
                Cell::text(i18n::number(l, as_signed(vote.weight))),
                match (vote.told, vote.by_proxy_of) {
                    (Some((way, tellers)), _) => crate::tellers::words::told(l, way, &tellers).into(),
                    (None, Some(holder)) => t!(l, "vote-by-proxy", holder = holder).into(),
                    (None, None) => String::new().into(),
                },
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
