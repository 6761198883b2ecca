//! Codes that a trainer shows on a screen or hangs at the door, and the page of whoever scans one.

use axum::extract::Path;
use chrono_tz::Tz;
use domain::{check_in::grouped, locale::Locale, trainings::attendance::HereRefused};
use i18n::t;
use leptos::prelude::*;
use services::trainings::half_day_in_words;

use super::{catalogue::way, forms::SessionAddress, registering::Sent};
use crate::{
    context::{Answer, Cx, done},
    problems::on_form,
    ui::*,
};

/// The codes of a session, one for each half-day.
pub async fn codes(cx: Cx, Path(address): Path<SessionAddress>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let (training, codes) = cx.services().attendance_codes(cx.viewer(), &network, address.session).await?;
    let base = format!("/n/{}/trainings/sessions/{}", network.slug, address.session);
    let title = t!(l, "here-codes");
    let rest = vec![
        PageLink::new(&base, training.clone()),
        PageLink::new(format!("{base}/attendance"), t!(l, "trainings-attendance")),
        PageLink::new(cx.path(), title.clone()),
    ];
    let draft = cx.network_page(&network, title.clone()).breadcrumb(way(l, &network, rest));
    let door = format!("{}/attendance", cx.services().settings().public_url);
    Ok(draft.render(move || {
        let none = codes.is_empty().then(|| view! { <p>{t!(l, "here-codes-none")}</p> });
        let each = codes.into_iter().map(|(day, code)| {
            let label = t!(l, "here-code-of", day = half_day_in_words(l, network.zone, &day));
            let (text, typed) = (format!("{door}/{code}"), t!(l, "here-code-typed", address = door.as_str()));
            view! {
                <Section title=half_day_in_words(l, network.zone, &day)>
                    <div class="pass">
                        <QrCode text label/>
                        <div>
                            <p>{typed}</p>
                            <p class="lead">{grouped(&code)}</p>
                        </div>
                    </div>
                </Section>
            }
        });
        let each = each.collect_view();
        view! {
            <PageHeader title kicker=training lead=t!(l, "here-codes-lead")/>
            {none}
            {each}
        }
    }))
}

/// What whoever scanned a code can say.
pub async fn show(cx: Cx, Path(code): Path<String>) -> Answer {
    page(&cx, &code, Sent::default()).await
}

/// Somebody says that they are there.
pub async fn say(cx: Cx, Path(code): Path<String>) -> Answer {
    match on_form(cx.services().say_here(cx.viewer(), &code).await)? {
        Ok(()) => Ok(done(&format!("/attendance/{code}"), "here")),
        Err(problem) => page(&cx, &code, Sent { problem, ..Sent::default() }).await,
    }
}

async fn page(cx: &Cx, code: &str, sent: Sent) -> Answer {
    let l = cx.locale();
    let here = cx.services().here(cx.viewer(), code).await?;
    let title = t!(l, "here-title");
    let draft = sent.on(l, cx.page(title.clone()));
    let action = cx.path().to_owned();
    Ok(draft.render(move || {
        let facts = vec![
            Fact::new(t!(l, "trainings-training"), here.training.clone()),
            Fact::new(t!(l, "trainings-half-days"), half_day_in_words(l, here.zone, &here.half_day)),
        ];
        let body = if !here.seated {
            view! { <Callout tone=Tone::Attention><p>{t!(l, "refused-training-not-seated")}</p></Callout> }.into_any()
        } else if here.present {
            view! { <Callout tone=Tone::Positive><p>{t!(l, "here-present")}</p></Callout> }.into_any()
        } else {
            match here.open {
                Ok(()) => view! { <PostButton action=action text=t!(l, "here-say")/> }.into_any(),
                Err(refused) => {
                    view! { <Callout tone=Tone::Attention><p>{words(l, here.zone, refused)}</p></Callout> }.into_any()
                }
            }
        };
        view! {
            <PageHeader title/>
            <Facts facts/>
            {body}
        }
    }))
}

/// Why it is not the time.
pub fn words(l: Locale, zone: Tz, refused: HereRefused) -> String {
    match refused {
        HereRefused::TooEarly { from } => t!(l, "here-early", from = i18n::date_time(l, zone, from)),
        HereRefused::Over { ended } => t!(l, "here-over", ended = i18n::date_time(l, zone, ended)),
    }
}
