//! What changes in a room, told to every open page as server-sent events.

use std::{convert::Infallible, time::Duration};

use axum::{
    extract::Path,
    http::header,
    response::{
        IntoResponse,
        sse::{Event, KeepAlive, Sse},
    },
};
use domain::{
    locale::Locale,
    quorum::{Quorum, QuorumPart},
    speakers::RequestKind,
};
use i18n::t;
use services::assemblies::{Floor, Live, Speech, Turnout};
use tokio_stream::{StreamExt, wrappers::WatchStream};

use super::{
    Address,
    islands::{Bar, Listing, Update},
    participation::one_of,
};
use crate::context::{Answer, Cx};

/// How long a stream lasts before its permission is checked again.
const LASTS: Duration = Duration::from_secs(15 * 60);

/// The stream of an assembly's room.
pub async fn stream(cx: Cx, Path(address): Path<Address>) -> Answer {
    cx.services().may_watch(cx.viewer(), &address.network, address.id()).await?;
    let locale = cx.locale();
    let changes = WatchStream::new(cx.services().watch(address.id()).await?);
    let events = changes.map(move |live| {
        let words = || serde_json::to_string(&update(locale, &live)).unwrap_or_default();
        Ok::<_, Infallible>(Event::default().data(live.words.in_language(locale, words)))
    });
    // Whoever looks is asked again from time to time: the browser comes back by itself.
    let events = futures::StreamExt::take_until(events, Box::pin(tokio::time::sleep(LASTS)));
    let stream = Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(20)));
    Ok(([(header::CACHE_CONTROL, "no-store"), (header::HeaderName::from_static("x-accel-buffering"), "no")], stream)
        .into_response())
}

/// What the page shows of a room's state, in words.
#[must_use]
pub fn update(locale: Locale, live: &Live) -> Update {
    let mut bars = Vec::new();
    if live.questions.is_empty() {
        bars.extend(live.turnout.map(|turnout| turnout_bar(locale, t!(locale, "turnout"), turnout)));
    }
    bars.extend(
        live.questions
            .iter()
            .map(|(number, turnout)| turnout_bar(locale, t!(locale, "ballots-turnout", number = *number), *turnout)),
    );
    if let Some(quorum) = &live.quorum {
        bars.extend(quorum_bars(locale, quorum));
    }
    Update { scene: live.scene.clone(), bars, listings: listings(locale, &live.floor) }
}

/// Who speaks, and who waits, each where there is someone.
fn listings(l: Locale, floor: &Floor) -> Vec<Listing> {
    let speaking = floor.speaking.iter().map(|speech| speaker(l, speech)).collect();
    let waiting = floor.waiting.iter().map(|speech| speaker(l, speech)).collect();
    let all = [(t!(l, "floor-speaking"), speaking), (t!(l, "floor-waiting"), waiting)];
    all.into_iter()
        .filter(|(_, lines): &(String, Vec<String>)| !lines.is_empty())
        .map(|(label, lines)| Listing { label, lines })
        .collect()
}

/// Someone, for whom, and that it is a point of order where it is.
pub fn speaker(l: Locale, speech: &Speech) -> String {
    let Speech { name, .. } = speech;
    // Who attends without a vote may come with nobody: then it is said as whom.
    let as_whom = speech.audience.filter(|_| speech.organization.is_empty());
    let organization = &as_whom.map_or_else(|| speech.organization.clone(), |audience| one_of(l, audience));
    match speech.kind {
        RequestKind::Speech => t!(l, "floor-speaker", name = name, organization = organization),
        RequestKind::PointOfOrder => t!(l, "floor-speaker-point", name = name, organization = organization),
    }
}

/// How many have voted.
fn turnout_bar(l: Locale, label: String, turnout: Turnout) -> Bar {
    let Turnout { voted, present, voted_weight, present_weight } = turnout;
    let reached = present > 0 && voted == present;
    let mut text =
        t!(l, "turnout-text", voted = voted, present = present, voices = voted_weight, present_voices = present_weight);
    if reached {
        text.push(' ');
        text.push_str(&t!(l, "turnout-complete"));
    }
    Bar { label, text, value: voted, maximum: present, threshold: None, reached }
}

/// The quorum, one bar a condition.
pub fn quorum_bars(l: Locale, quorum: &Quorum) -> Vec<Bar> {
    // The label names the college; the sentence under it need not.
    let sentence = |part: &QuorumPart| {
        i18n::wording::quorum_part(l, quorum.counting, &QuorumPart { college: None, ..part.clone() })
    };
    let bar = |part: &QuorumPart| Bar {
        label: match &part.college {
            Some(college) => t!(l, "quorum-of-college", college = college.clone()),
            None => t!(l, "quorum"),
        },
        text: sentence(part),
        value: part.have,
        maximum: part.whole,
        threshold: Some(part.needed),
        reached: part.reached,
    };
    quorum.parts.iter().map(bar).collect()
}
