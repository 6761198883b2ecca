//! Open pages hear of what changes, from this process and from another.

use std::{sync::Arc, time::Duration};

use axum::body::Body;
use domain::polls::Choice;
use futures::StreamExt;
use http::{Request, header};
use serde_json::Value;
use services::assemblies::{Cast, Live};
use tokio::{sync::watch::Receiver, time::timeout};
use tower::ServiceExt;

use super::fixture::{House, of, organization};
use crate::support::for_each_database;

/// Longer than any machine needs; what is waited for comes at once, or after the look of two seconds.
const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until what is live is as expected.
async fn until(watcher: &mut Receiver<Arc<Live>>, expected: impl Fn(&Live) -> bool) -> Arc<Live> {
    let found = timeout(PATIENCE, watcher.wait_for(|live| expected(live))).await.expect("in time");
    Arc::clone(&found.expect("the room is watched"))
}

fn voted(count: u64) -> impl Fn(&Live) -> bool {
    move |live| live.turnout.is_some_and(|turnout| turnout.voted == count)
}

#[tokio::test]
async fn watchers_hear_of_votes_and_of_what_another_process_did() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        let mut watcher = house.services.watch(assembly.id).await.expect("a watcher");
        let second = house.services.watch(assembly.id).await.expect("another");
        assert_eq!(house.services.rooms().watchers(assembly.id), 2);
        let scene = watcher.borrow().scene.clone();
        assert!(voted(0)(&watcher.borrow()));

        house.votes(&assembly, poll, &of("Cèdre"), "Cèdre", Choice::For).await.expect("a vote");
        let live = until(&mut watcher, voted(1)).await;
        let turnout = live.turnout.expect("a turnout");
        assert_eq!((turnout.present, turnout.voted_weight, turnout.present_weight), (4, 4, 8));
        assert_eq!(live.scene, scene, "the page stays");

        let elsewhere = house.world.another_process().await;
        let cast = Cast {
            network: None,
            assembly: assembly.id,
            poll,
            organization: organization("Abri"),
            choice: Choice::Against,
            request: "elsewhere".into(),
        };
        elsewhere.cast(&house.viewer(&of("Abri")).await, cast).await.expect("a vote");
        until(&mut watcher, voted(2)).await;

        house.leaves(&assembly, "Digue").await.expect("a departure");
        until(&mut watcher, |live| live.quorum.as_ref().is_some_and(|quorum| !quorum.reached)).await;
        let chair = house.viewer(super::fixture::ADMINISTRATOR).await;
        elsewhere.close_poll(&chair, poll).await.expect("a result");
        let live = until(&mut watcher, |live| live.scene != scene).await;
        assert_eq!(live.turnout, None);
        let room = house.services.room(&chair, assembly.id).await.expect("the room");
        assert_eq!(room.live().scene, live.scene, "the page that is made now shows what was told");
        drop((watcher, second));
        assert_eq!(house.services.rooms().watchers(assembly.id), 0);
    })
    .await;
}

#[tokio::test]
async fn the_stream_tells_turnout_and_never_choices() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let (assembly, poll) = house.voting().await;
        let browser = house.browser(&of("Abri")).await;
        let request = Request::get(format!("{}/live", house.path(&assembly)))
            .header(header::COOKIE, format!("session={}", browser.cookie("session").expect("a session")))
            .header(header::ACCEPT_LANGUAGE, "en")
            .body(Body::empty())
            .expect("a request");
        let response = house.world.router.clone().oneshot(request).await.expect("an answer");
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
        let mut frames = response.into_body().into_data_stream();
        let mut next = async || {
            let frame = timeout(PATIENCE, frames.next()).await.expect("in time").expect("an event").expect("bytes");
            let text = String::from_utf8(frame.to_vec()).expect("text");
            let data = text.trim().strip_prefix("data: ").unwrap_or_else(|| panic!("no event: {text}")).to_owned();
            serde_json::from_str::<Value>(&data).expect("an update")
        };
        let first = next().await;
        assert_eq!((first["bars"][0]["value"].as_u64(), first["bars"][0]["maximum"].as_u64()), (Some(0), Some(4)));
        house.votes(&assembly, poll, &of("Cèdre"), "Cèdre", Choice::Against).await.expect("a vote");
        let second = next().await;
        assert_eq!(second["bars"][0]["value"].as_u64(), Some(1));
        assert!(!second.to_string().contains("gainst"), "{second}");
        assert_eq!(first["scene"], second["scene"]);
    })
    .await;
}
