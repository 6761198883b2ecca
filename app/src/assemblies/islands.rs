//! What changes in the room without reloading the page.

#![expect(missing_docs, reason = "the macro of an island makes items that cannot carry documentation")]

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A bar with its words, as the server wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// What it measures.
    pub label: String,
    /// In words: the bar itself is for the eye only.
    pub text: String,
    /// How much.
    pub value: u64,
    /// Of how much.
    pub maximum: u64,
    /// What is needed, if anything is.
    pub threshold: Option<u64>,
    /// Whether it is reached; the words say so too.
    pub reached: bool,
}

/// What the server sends at every change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Update {
    /// When it differs from the page's own, the page has something else to show.
    pub scene: String,
    /// Turnout and quorum.
    pub bars: Vec<Bar>,
    /// Who speaks, and who waits.
    pub listings: Vec<Listing>,
}

/// A few lines under their heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// What they are.
    pub label: String,
    /// The lines, in their order.
    pub lines: Vec<String>,
}

/// Turnout and quorum, kept up to date by the server while the page is open. Without JavaScript
/// they are what they were when the page was made, and a link makes it anew.
#[island]
pub fn LiveRoom(
    /// Where the changes are told.
    address: String,
    /// What is there now.
    update: Update,
    /// Said when the line is broken: the page tries again by itself.
    interrupted: String,
    /// Text of the link that makes the page anew.
    refresh: String,
) -> impl IntoView {
    let scene = update.scene.clone();
    let (shown, set_shown) = signal((update.bars, update.listings));
    let (broken, set_broken) = signal(false);
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        watch(&address, scene.clone(), set_shown, set_broken);
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (address, scene, set_shown, set_broken);
    view! {
        <div class="live">
            <div aria-live="polite">
                {move || {
                    let (bars, listings) = shown.get();
                    let listings = listings.into_iter().map(|listing| view! { <LiveListing listing=listing/> });
                    let bars = bars.into_iter().map(|bar| view! { <LiveBar bar=bar/> });
                    (listings.collect_view(), bars.collect_view())
                }}
            </div>
            <p class="hint" role="status">{move || broken.get().then(|| interrupted.clone())}</p>
            <noscript><p><a href="">{refresh}</a></p></noscript>
        </div>
    }
}

/// The same markup as `ui::Progress`, which only the server has.
#[component]
fn LiveBar(
    /// What to draw.
    bar: Bar,
) -> impl IntoView {
    let share = |value: u64| {
        let tenths = value.saturating_mul(1000).checked_div(bar.maximum).unwrap_or(0).min(1000);
        format!("{}.{}%", tenths / 10, tenths % 10)
    };
    let tone = if bar.reached { "positive" } else { "neutral" };
    let threshold = bar
        .threshold
        .map(|needed| view! { <rect class="threshold" x=share(needed) y="-25%" width="6" height="150%"/> });
    view! {
        <div class="progress" data-tone=tone>
            <p class="progress-label">{bar.label.clone()}</p>
            <svg class="bar" aria-hidden="true" focusable="false">
                <rect class="part" width=share(bar.value) height="100%"/>
                {threshold}
            </svg>
            <p class="progress-text">{bar.text.clone()}</p>
        </div>
    }
}

#[component]
fn LiveListing(
    /// What to say.
    listing: Listing,
) -> impl IntoView {
    view! {
        <div class="live-listing">
            <p class="progress-label">{listing.label}</p>
            <ol>{listing.lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ol>
        </div>
    }
}

/// What is shown, as it changes.
#[cfg(feature = "hydrate")]
type Shown = (Vec<Bar>, Vec<Listing>);

#[cfg(feature = "hydrate")]
fn watch(address: &str, scene: String, shown: WriteSignal<Shown>, broken: WriteSignal<bool>) {
    use wasm_bindgen::{JsCast, closure::Closure};
    let Ok(source) = web_sys::EventSource::new(address) else { return };
    let on_message = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
        broken.set(false);
        let Some(update) = event.data().as_string().and_then(|text| serde_json::from_str::<Update>(&text).ok()) else {
            return;
        };
        if update.scene == scene {
            shown.set((update.bars, update.listings));
        } else if let Some(window) = web_sys::window() {
            // The address may carry the message of the last form, which is not to be said again.
            let location = window.location();
            let _ = location.replace(&location.pathname().unwrap_or_default());
        }
    });
    source.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The page lives as long as it watches.
    on_message.forget();
    let on_error = Closure::<dyn FnMut()>::new(move || broken.set(true));
    source.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    on_error.forget();
    // Once a form is on its way, the page that answers it shows what is new: going elsewhere now
    // would cut that answer off.
    let on_submit = Closure::<dyn FnMut()>::new(move || source.close());
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("submit", on_submit.as_ref().unchecked_ref());
    }
    on_submit.forget();
}
