//! The projector: one thing at a time, readable from the last row. No names, no buttons.

use axum::extract::Path;
use domain::{assemblies::State, locale::Locale, polls::PollState};
use i18n::t;
use leptos::prelude::*;
use services::assemblies::Room;

use super::{
    Address,
    agenda::{ElectionResult, PollResult, question_lang, question_text, question_title},
    islands::LiveRoom,
    live::update,
    participation,
    secrecy::tag,
};
use crate::{
    context::{Answer, Cx},
    ui::PageHeader,
};

/// The screen of an assembly.
pub async fn show(cx: Cx, Path(address): Path<Address>) -> Answer {
    let l = cx.locale();
    let room = address.room(&cx).await?;
    if room.state == State::Draft {
        return Err(domain::assemblies::CourseRefused::NotNow { state: room.state }.into());
    }
    participation::guarded(&room)?;
    let path = address.path();
    let draft = cx.network_page(&room.network, room.title.clone()).screen().with_islands();
    Ok(draft.render(move || view_screen(l, &path, &room)))
}

fn view_screen(l: Locale, path: &str, room: &Room) -> impl IntoView + use<> {
    let written_in = room.network.locale.to_string();
    let open = room.open_item();
    let last = room
        .questions()
        .filter_map(|item| item.poll.as_ref().map(|poll| (item, poll)))
        .filter(|(_, poll)| poll.state == PollState::Closed)
        .max_by_key(|(_, poll)| poll.closed_at);
    let called = room.called_item().filter(|item| item.poll.is_none());
    let several = room.open_items().count() > 1;
    let content = match (room.state, open, last) {
        (_, Some(_), _) if several => {
            let count = room.open_items().count();
            let questions: Vec<_> = room
                .open_items()
                .map(|item| {
                    let rule = item.poll.as_ref().map_or(&item.majority, |poll| &poll.rule);
                    let secret = item.poll.as_ref().and_then(|poll| tag(l, poll));
                    view! {
                        <h2 lang=question_lang(item, &written_in)>{question_title(l, item)}</h2>
                        {secret}
                        <p>{i18n::wording::majority(l, rule)}</p>
                    }
                })
                .collect();
            view! { <PageHeader kicker=t!(l, "poll-open") title=t!(l, "ballots-together") lead=t!(l, "ballots-count", count = count)/> {questions} }.into_any()
        }
        (_, Some(item), _) => view! {
            <PageHeader kicker=t!(l, "poll-open") lang=question_lang(item, &written_in) title=question_title(l, item)/>
            {item.poll.as_ref().and_then(|poll| tag(l, poll))}
            {question_text(l, item, &written_in)}
            {match &item.election {
                Some(election) => view! { <ElectionResult l=l at=None election=election.clone()/> }.into_any(),
                None => view! { <p>{i18n::wording::majority(l, item.poll.as_ref().map_or(&item.majority, |poll| &poll.rule))}</p> }.into_any(),
            }}
        }
        .into_any(),
        (State::Open, None, _) if called.is_some() => called
            .map(|item| {
                let title = format!("{}. {}", item.number, item.title);
                view! { <PageHeader kicker=t!(l, "floor-item") lang=written_in title=title/> }
            })
            .into_any(),
        (State::Open, None, Some((item, poll))) => view! {
            <PageHeader kicker=t!(l, "screen-result") lang=question_lang(item, &written_in) title=question_title(l, item)/>
            {match &item.election {
                Some(election) => view! { <ElectionResult l=l at=None election=election.clone()/> }.into_any(),
                None => view! { <PollResult l=l poll=poll.clone()/> }.into_any(),
            }}
        }
        .into_any(),
        _ => view! {
            <PageHeader kicker=i18n::wording::state(l, room.state) lang=written_in title=room.title.clone()
                lead=format!("{}, {}", i18n::weekday_date(l, room.held_on), i18n::time(l, room.network.zone, room.starts_at))/>
        }
        .into_any(),
    };
    let live = room.live();
    view! {
        {content}
        <LiveRoom address=format!("{path}/live") update=update(l, &live) interrupted=t!(l, "room-interrupted") refresh=t!(l, "refresh")/>
    }
}
