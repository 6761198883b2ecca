//! The chair's page: in which order amendments are put to the vote, and which comes next.

use axum::extract::{Form, Path};
use domain::{
    access::{Action, Scope},
    assemblies::State as Assembly,
    locale::Locale,
    motions::State,
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Error,
    assemblies::Room,
    motions::{Amendment, MotionPage},
};

use super::{MotionAddress, words};
use crate::{
    context::{Answer, Cx, done},
    entries::Entries,
    ui::{ActionKind, ActionLink, Callout, EmptyState, FormActions, PageHeader, PageLink, PostButton, Tag, Tone},
};

/// The page.
pub async fn show(cx: Cx, Path(address): Path<MotionAddress>) -> Answer {
    let l = cx.locale();
    let (room, page) = chaired(&cx, &address).await?;
    let title = t!(l, "motions-order");
    let path = address.path();
    let way = address.way(l, &room, &page, vec![PageLink::new(format!("{path}/order"), title.clone())]);
    let draft = cx.network_page(&room.network, format!("{title} – {}", page.motion.title)).breadcrumb(way);
    Ok(draft.render(move || {
        let waiting: Vec<&Amendment> = page
            .amendments
            .iter()
            .filter(|one| matches!(one.state, State::Submitted | State::Admissible))
            .collect();
        let last = waiting.len();
        let by_chair = waiting.iter().any(|one| one.by_chair);
        let rule = if by_chair {
            let action = format!("{path}/order");
            let entries = vec![("direction".to_owned(), "rule".to_owned())];
            view! {
                <Callout>
                    <p>{t!(l, "motions-order-by-chair")}</p>
                    <PostButton action=action text=t!(l, "motions-order-reset") kind=ActionKind::Secondary entries=entries/>
                </Callout>
            }
            .into_any()
        } else {
            view! { <p>{t!(l, "motions-order-by-rule")}</p> }.into_any()
        };
        let next = waiting.iter().find(|one| one.state == State::Admissible).map(|one| one.id());
        let lines = waiting.iter().zip(1..).map(|(one, place)| {
            let is_next = next == Some(one.id());
            line(l, &path, &room, one, (place, last), is_next)
        });
        let lines = lines.collect_view();
        let list = if last == 0 {
            view! { <EmptyState title=t!(l, "motions-order-none-title") text=t!(l, "motions-order-none")/> }.into_any()
        } else {
            view! { <ol class="vote-order">{lines}</ol> }.into_any()
        };
        view! {
            <PageHeader title=title kicker=page.motion.title.clone()>
                <ActionLink href=path.clone() text=t!(l, "motions-back-to-motion") kind=ActionKind::Secondary/>
            </PageHeader>
            {rule}
            {list}
        }
    }))
}

async fn chaired(cx: &Cx, address: &MotionAddress) -> Result<(Room, MotionPage), Error> {
    let (room, page) = address.load(cx).await?;
    cx.viewer().require(Action::RunAssembly, Scope::Network(room.network.id))?;
    Ok((room, page))
}

fn line(
    l: Locale,
    path: &str,
    room: &Room,
    one: &Amendment,
    (place, last): (usize, usize),
    is_next: bool,
) -> impl IntoView + use<> {
    let title = words::amendment_title(l, one);
    let shift = |direction: &str, text: String| {
        let entries = vec![
            ("amendment".to_owned(), one.id().to_string()),
            ("place".to_owned(), place.to_string()),
            ("direction".to_owned(), direction.to_owned()),
        ];
        view! { <PostButton action=format!("{path}/order") text=text kind=ActionKind::Quiet entries=entries about=title.clone()/> }
    };
    let up = (place > 1).then(|| shift("up", t!(l, "move-up")));
    let down = (place < last).then(|| shift("down", t!(l, "move-down")));
    let vote = (is_next && room.state == Assembly::Open && room.open_item().is_none()).then(|| {
        let action = format!("{path}/amendments/{}/poll", one.id());
        view! { <PostButton action=action text=t!(l, "chair-open-poll") about=title.clone()/> }
    });
    let next = is_next.then(|| view! { <Tag text=t!(l, "motions-order-next") tone=Tone::Active/>" " });
    let unruled = (one.state == State::Submitted)
        .then(|| view! { <Tag text=i18n::wording::motion_state(l, one.state) tone=words::tone(one.state)/> });
    let standing = words::standing(l, one).map(|text| view! { <p class="hint">{text}</p> });
    let by = t!(l, "motions-by", names = words::authors(l, &one.authors));
    view! {
        <li>
            <h2>{title.clone()}</h2>
            <p>{next} {unruled} {by}</p>
            <p class="hint">{t!(l, "motions-distance", words = one.distance)}</p>
            {words::changes(l, one)}
            {standing}
            <FormActions>{vote} {up} {down}</FormActions>
        </li>
    }
}

/// Moves an amendment, or goes back to the rule.
pub async fn save(cx: Cx, Path(address): Path<MotionAddress>, Form(entries): Form<Entries>) -> Answer {
    let (room, page) = chaired(&cx, &address).await?;
    let (services, motion) = (cx.services(), page.motion.id);
    match entries.text("direction").as_str() {
        "rule" => services.order_by_rule(cx.viewer(), room.id, motion).await?,
        direction => {
            let which = entries.text("amendment").parse().map_err(|_| Error::NotFound)?;
            let place = entries.text("place").parse().map_err(|_| Error::NotFound)?;
            let which = domain::ids::AmendmentId(which);
            services.move_amendment(cx.viewer(), room.id, motion, which, place, direction == "up").await?;
        }
    }
    Ok(done(&format!("{}/order", address.path()), "saved"))
}
