//! The room: one page for whoever takes part, with the next right action on top for the chair.

use axum::extract::{Form, Path};
use domain::{
    assemblies::{State, Venue},
    ids::{OrganizationId, PersonId, PollId},
    locale::Locale,
    polls::{CastAs, PollState},
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    Error,
    assemblies::{Arrival, Item, Live, MyVoice, Room},
};
use uuid::Uuid;

use super::{
    Address, PartAddress,
    agenda::{AgendaItem, question_title},
    casting::ties,
    floor,
    islands::LiveRoom,
    live::update,
    overview::{breadcrumb, tone},
    participation,
    preparation::summary,
    secrecy, together,
    voting::{Sent, ballots},
};
use crate::{
    context::{Answer, Cx, done},
    entries::Entries,
    problems::{FormProblem, on_form},
    ui::{
        ActionKind, ActionLink, Callout, Cell, Choice, Column, DataTable, Disclosure, EmptyState, FormActions,
        PageHeader, PageLink, PostButton, PostForm, Section, Select, SubmitButton, Tag, Tone,
    },
};

/// The room.
pub async fn show(cx: Cx, Path(address): Path<Address>) -> Answer {
    room_page(&cx, &address, &FormProblem::default()).await
}

/// The room, with what stands against the form that was sent.
pub(super) async fn room_page(cx: &Cx, address: &Address, problem: &FormProblem) -> Answer {
    room_page_with(cx, address, problem, Sent::default()).await
}

/// The room, with the ballots that were sent as they were typed.
pub(super) async fn room_page_with(cx: &Cx, address: &Address, problem: &FormProblem, sent: Sent) -> Answer {
    let l = cx.locale();
    let room = address.room(cx).await?;
    if room.state == State::Draft {
        return Err(domain::assemblies::CourseRefused::NotNow { state: room.state }.into());
    }
    participation::guarded(&room)?;
    let path = address.path();
    let way = vec![PageLink::new(&path, room.title.clone()), PageLink::new(format!("{path}/room"), t!(l, "room"))];
    let draft = cx
        .network_page(&room.network, format!("{} – {}", t!(l, "room"), room.title))
        .breadcrumb(breadcrumb(l, &room.network, way))
        .status(problem.status());
    let draft = if room.state == State::Closed { draft } else { draft.with_islands() };
    let live = room.live();
    let problem = problem.clone();
    Ok(draft.render(move || view_room(l, &path, &room, &live, (&problem, &sent))))
}

fn view_room(
    l: Locale,
    path: &str,
    room: &Room,
    live: &Live,
    (problem, sent): (&FormProblem, &Sent),
) -> impl IntoView + use<> {
    let kicker = t!(l, "room");
    let state = view! { <Tag text=i18n::wording::state(l, room.state) tone=tone(room.state)/> };
    let chair = (room.may_run && room.state != State::Closed).then(|| chair(l, path, room));
    let written_in = room.network.locale.to_string();
    let mut closed: Vec<_> = room
        .questions()
        .filter(|item| item.poll.as_ref().is_some_and(|poll| poll.state == PollState::Closed))
        .collect();
    closed.sort_by_key(|item| std::cmp::Reverse(item.poll.as_ref().and_then(|poll| poll.closed_at)));
    let results = closed
        .into_iter()
        .map(|item| view! { <AgendaItem l=l at=path.to_owned() item=item.clone() written_in=written_in.clone()/> })
        .collect_view();
    let over = (room.state == State::Closed).then(|| {
        let minutes = format!("{path}/minutes");
        view! {
            <EmptyState title=t!(l, "room-over-title") text=t!(l, "room-over")>
                <ActionLink href=minutes text=t!(l, "assembly-minutes")/>
            </EmptyState>
        }
    });
    let figures = (room.state != State::Closed).then(|| {
        let (address, update) = (format!("{path}/live"), update(l, live));
        view! {
            <Section title=t!(l, "room-figures") id="figures">
                <LiveRoom address=address update=update interrupted=t!(l, "room-interrupted") refresh=t!(l, "refresh")/>
            </Section>
        }
    });
    view! {
        <PageHeader kicker=kicker lang=written_in title=room.title.clone()>{state}</PageHeader>
        {summary(l, problem)}
        {over}
        {chair}
        {crate::tellers::link(l, path, room)}
        {voices(l, path, room, sent)}
        {participation::section(l, path, room)}
        {floor::section(l, path, room)}
        {results}
        {figures}
        {proxies(l, path, room)}
    }
}

/// What the viewer does here: arrive, vote, or wait.
fn voices(l: Locale, path: &str, room: &Room, sent: &Sent) -> Option<impl IntoView + use<>> {
    if room.mine.is_empty() || room.state == State::Closed {
        return None;
    }
    let doors = room
        .mine
        .iter()
        .filter(|voice| room.day_has_come && matches!(voice.cast_as, CastAs::Own))
        .map(|voice| door(l, path, room, voice));
    let doors = doors.collect_view();
    let ballots = match room.open_item() {
        Some(item) if item.election.is_some() => {
            let (text, href) =
                (t!(l, "elections-open-now", title = item.title.clone()), format!("{path}/elections/{}", item.id));
            view! { <p class="lead">{text}</p> <ActionLink href=href text=t!(l, "elections-go-vote") about=item.title.clone()/> }.into_any()
        }
        Some(_) => ballots(l, path, room, sent),
        None if !room.day_has_come => {
            let date = i18n::weekday_date(l, room.held_on);
            view! { <p class="lead">{t!(l, "room-before-the-day", date = date)}</p> }.into_any()
        }
        None => view! { <p class="lead">{t!(l, "room-no-vote")}</p> {secrecy::ask(l, path, room)} }.into_any(),
    };
    Some(view! { {doors} <Section title=t!(l, "room-vote") id="vote">{ballots}</Section> })
}

/// "I am here", or "I am leaving".
fn door(l: Locale, path: &str, room: &Room, voice: &MyVoice) -> AnyView {
    let organization = ("organization".to_owned(), voice.organization.to_string());
    let about = voice.name.clone();
    if voice.here {
        return view! {
            <div class="presence">
                <p><Tag text=t!(l, "present") tone=Tone::Positive/>" "{t!(l, "room-you-are-here", organization = voice.name.clone())}</p>
                <PostButton action=format!("{path}/leave") text=t!(l, "room-leave") kind=ActionKind::Quiet entries=vec![organization] about=about/>
            </div>
        }
        .into_any();
    }
    let given = voice.given_to.clone().map(|holder| {
        let text = t!(l, "room-proxy-given", holder = holder, organization = voice.name.clone());
        view! { <p>{text}</p> }
    });
    let button = |remote: bool, text: String, kind: ActionKind| {
        let entries = vec![organization.clone(), ("remote".to_owned(), remote.to_string())];
        view! { <PostButton action=format!("{path}/arrive") text=text kind=kind entries=entries about=about.clone()/> }
    };
    let buttons = match room.venue {
        Venue::Room => view! { {button(false, t!(l, "room-arrive"), ActionKind::Primary)} }.into_any(),
        Venue::Remote => view! { {button(true, t!(l, "room-arrive"), ActionKind::Primary)} }.into_any(),
        Venue::Hybrid => view! {
            {button(false, t!(l, "room-arrive-in-room"), ActionKind::Primary)}
            {button(true, t!(l, "room-arrive-remote"), ActionKind::Secondary)}
        }
        .into_any(),
    };
    let not_here = t!(l, "room-not-here", organization = voice.name.clone());
    view! {
        <Callout tone=Tone::Attention>
            <p>{not_here}</p>
            {given}
            <FormActions>{buttons}</FormActions>
        </Callout>
    }
    .into_any()
}

/// The chair's next right action, and the others.
fn chair(l: Locale, path: &str, room: &Room) -> AnyView {
    let next = room.questions().find(|item| item.awaits_vote);
    let action = match (room.state, room.open_item(), next) {
        (State::Convened, _, _) if !room.day_has_come => view! { <p>{t!(l, "refused-before-the-day")}</p> }.into_any(),
        (State::Convened, _, _) => view! {
            <p>{t!(l, "chair-open-hint")}</p>
            <PostButton action=format!("{path}/open") text=t!(l, "chair-open")/>
        }
        .into_any(),
        (_, Some(item), _) | (_, None, Some(item)) if item.election.is_some() => {
            let href = format!("{path}/elections/{}#chair", item.id);
            view! { <ActionLink href=href text=t!(l, "elections-go-chair", title = item.title.clone())/> }.into_any()
        }
        (_, Some(_), _) if room.open_items().count() > 1 => {
            let open: Vec<_> = room.open_items().filter_map(|item| Some((item, item.poll.as_ref()?))).collect();
            together::close(l, path, &open)
        }
        (_, Some(item), _) => {
            let Some(poll) = &item.poll else { return ().into_any() };
            let text = t!(
                l,
                "chair-poll-open",
                title = question_name(l, item),
                voted = poll.turnout.voted,
                present = poll.turnout.present
            );
            view! {
                <p>{text}</p>
                <PostButton action=format!("{path}/polls/{}/close", poll.id) text=t!(l, "chair-close-poll") about=question_name(l, item)/>
            }
            .into_any()
        }
        (_, None, Some(item)) => {
            let warning = (!room.quorum.reached).then(|| {
                let refused = domain::assemblies::CourseRefused::NoQuorum { quorum: room.quorum.clone() };
                view! { <Callout tone=Tone::Attention><p>{crate::problems::refusal(l, &refused.into())}</p></Callout> }
            });
            view! {
                {warning}
                <p>{next_question(l, item)}</p>
                {secrecy::open_form(l, &poll_address(path, item), item, &question_name(l, item), ActionKind::Primary)}
            }
            .into_any()
        }
        (_, None, None) => view! {
            <p>{t!(l, "chair-all-voted")}</p>
            <PostButton action=format!("{path}/close") text=t!(l, "chair-close")/>
        }
        .into_any(),
    };
    let ties = ties(l, path, room);
    let others: Vec<_> = room
        .items
        .iter()
        .filter(|item| item.awaits_vote)
        .filter(|item| Some(item.id) != next.map(|next| next.id) && room.open_item().is_none() && room.state == State::Open)
        .map(|item| {
            if item.election.is_some() {
                let href = format!("{path}/elections/{}#chair", item.id);
                return view! { <li><a href=href>{item.number}". "{item.title.clone()}</a></li> }.into_any();
            }
            view! {
                <li>
                    {item.number}". "{item.title.clone()}
                    {secrecy::open_form(l, &format!("{path}/items/{}/poll", item.id), item, &item.title, ActionKind::Secondary)}
                </li>
            }
            .into_any()
        })
        .collect();
    let others = (!others.is_empty()).then(|| {
        view! { <Disclosure summary=t!(l, "chair-other-motions")><ul class="links">{others.collect_view()}</ul></Disclosure> }
    });
    let together = (room.state == State::Open).then(|| together::form(l, path, room));
    let end = (room.state == State::Open && room.open_item().is_none() && next.is_some()).then(|| {
        let close = format!("{path}/close");
        view! {
            <Disclosure summary=t!(l, "chair-close-early")>
                <PostButton action=close text=t!(l, "chair-close") kind=ActionKind::Danger/>
            </Disclosure>
        }
    });
    let link = |part: &str, text: String| view! { <li><a href=format!("{path}/{part}")>{text}</a></li> };
    let links = view! {
        <ul class="links">
            {link("desk", t!(l, "assembly-desk"))}
            {link("screen", t!(l, "assembly-screen"))}
            {(room.state == State::Open).then(|| link("minutes/edit", t!(l, "assembly-minutes")))}
        </ul>
    };
    view! { <Section title=t!(l, "chair") id="chair">{ties} {action} {together} {others} {end} {links}</Section> }
        .into_any()
}

/// Where a question is put to the vote.
fn poll_address(path: &str, item: &Item) -> String {
    match (&item.amendment, item.motion) {
        (Some(amendment), Some(motion)) => {
            format!("{}/amendments/{}/poll", crate::motions::motion_path(path, motion), amendment.id())
        }
        _ => format!("{path}/items/{}/poll", item.id),
    }
}

/// A question without the number of its item.
pub fn question_name(l: Locale, item: &Item) -> String {
    if item.amendment.is_some() { question_title(l, item) } else { item.title.clone() }
}

fn next_question(l: Locale, item: &Item) -> String {
    match &item.amendment {
        Some(_) => t!(l, "chair-next-amendment", title = question_title(l, item)),
        None => t!(l, "chair-next-motion", number = item.number, title = item.title.clone()),
    }
}

/// Proxies that are shown at once: more would push what one is here for off the screen of a phone.
const PROXIES: usize = 10;

/// Giving and taking back a proxy.
fn proxies(l: Locale, path: &str, room: &Room) -> Option<impl IntoView + use<>> {
    if room.state == State::Closed {
        return None;
    }
    let mine: Vec<&MyVoice> = room.mine.iter().filter(|voice| matches!(voice.cast_as, CastAs::Own)).collect();
    let give = mine
        .iter()
        .filter(|voice| !voice.here && voice.given_to.is_none())
        .map(|voice| give_form(l, path, room, voice.organization, &voice.name));
    let give = give.collect_view();
    let mut standing: Vec<_> = room.proxies.iter().filter(|proxy| proxy.revoked_at.is_none()).collect();
    standing.sort_by_cached_key(|proxy| proxy.giver_name.to_lowercase());
    let may_end = |giver: OrganizationId| room.may_run || mine.iter().any(|voice| voice.organization == giver);
    let rows: Vec<Vec<Cell>> = standing
        .iter()
        .map(|proxy| {
            let entries = vec![("giver".to_owned(), proxy.giver.to_string())];
            let action = may_end(proxy.giver).then(|| {
                view! { <PostButton action=format!("{path}/proxy/revoke") text=t!(l, "proxy-revoke") kind=ActionKind::Quiet entries=entries about=proxy.giver_name.clone()/> }
            });
            vec![
                proxy.giver_name.clone().into(),
                proxy.holder_name.clone().into(),
                i18n::date_time(l, room.network.zone, proxy.given_at).into(),
                Cell::view(action),
            ]
        })
        .collect();
    let columns = vec![
        Column::text(t!(l, "proxy-giver")),
        Column::text(t!(l, "proxy-holder")),
        Column::text(t!(l, "proxy-given-at")),
        Column::actions(t!(l, "actions")),
    ];
    let given = rows.len();
    let table = view! { <DataTable caption=t!(l, "proxies") caption_hidden=true columns=columns rows=rows/> };
    let table = match given {
        0 => view! { <p>{t!(l, "proxies-none-given")}</p> }.into_any(),
        1..=PROXIES => table.into_any(),
        _ => view! { <Disclosure summary=t!(l, "proxies-given", count = given)>{table}</Disclosure> }.into_any(),
    };
    let rule = i18n::wording::proxy_rule(l, &room.rules.proxies);
    Some(view! {
        <Section title=t!(l, "proxies") id="proxies">
            <p class="hint">{rule}</p>
            {give}
            {table}
        </Section>
    })
}

fn give_form(l: Locale, path: &str, room: &Room, giver: OrganizationId, name: &str) -> impl IntoView + use<> {
    let options = room
        .roll
        .iter()
        .filter(|line| line.entry.organization != giver)
        .map(|line| Choice::new(line.entry.organization.to_string(), line.entry.name.clone()))
        .collect();
    let (label, about) = (t!(l, "proxy-give-to", organization = name.to_owned()), name.to_owned());
    view! {
        <PostForm action=format!("{path}/proxy")>
            <input type="hidden" name="giver" value=giver.to_string()/>
            <Select name="holder" id=format!("holder-{giver}") label=label options=options empty=t!(l, "choose")/>
            <FormActions><SubmitButton text=t!(l, "proxy-give") kind=ActionKind::Secondary about=about/></FormActions>
        </PostForm>
    }
}

/// Who comes in.
#[derive(Debug, Deserialize)]
pub struct DoorForm {
    organization: Uuid,
    person: Option<Uuid>,
    #[serde(default)]
    remote: bool,
}

/// Where a form of the door leads back to: the chair's desk for others, the room for oneself.
fn back(address: &Address, form: &DoorForm) -> String {
    let part = if form.person.is_some() { "desk" } else { "room" };
    format!("{}/{part}", address.path())
}

/// Someone comes in.
pub async fn arrive(cx: Cx, Path(address): Path<Address>, Form(form): Form<DoorForm>) -> Answer {
    let room = address.room(&cx).await?;
    let arrival = Arrival {
        organization: OrganizationId(form.organization),
        person: form.person.map(PersonId),
        remote: form.remote,
    };
    match on_form(cx.services().arrive(cx.viewer(), room.id, arrival).await)? {
        Ok(()) => Ok(done(&back(&address, &form), "arrived")),
        Err(problem) => room_page(&cx, &address, &problem).await,
    }
}

/// Someone leaves.
pub async fn leave(cx: Cx, Path(address): Path<Address>, Form(form): Form<DoorForm>) -> Answer {
    let room = address.room(&cx).await?;
    let (organization, person) = (OrganizationId(form.organization), form.person.map(PersonId));
    match on_form(cx.services().leave(cx.viewer(), room.id, organization, person).await)? {
        Ok(()) => Ok(done(&back(&address, &form), "left")),
        Err(problem) => room_page(&cx, &address, &problem).await,
    }
}

/// Who gives a proxy to whom. The holder is what was chosen, which may be nothing.
#[derive(Debug, Deserialize)]
pub struct ProxyForm {
    #[serde(default)]
    giver: String,
    #[serde(default)]
    holder: String,
}

/// A proxy is given.
pub async fn give_proxy(cx: Cx, Path(address): Path<Address>, Form(form): Form<ProxyForm>) -> Answer {
    let room = address.room(&cx).await?;
    let result = match (form.giver.parse(), form.holder.parse()) {
        (Ok(giver), Ok(holder)) => {
            cx.services().give_proxy(cx.viewer(), room.id, OrganizationId(giver), OrganizationId(holder)).await
        }
        _ => Err(services::Refusal::Named("proxy-choose").into()),
    };
    match on_form(result)? {
        Ok(()) => Ok(done(&format!("{}/room", address.path()), "proxy-given")),
        Err(problem) => room_page(&cx, &address, &problem).await,
    }
}

/// A proxy is taken back.
pub async fn revoke_proxy(cx: Cx, Path(address): Path<Address>, Form(form): Form<ProxyForm>) -> Answer {
    let room = address.room(&cx).await?;
    let giver = OrganizationId(form.giver.parse().map_err(|_| Error::NotFound)?);
    match on_form(cx.services().revoke_proxy(cx.viewer(), room.id, giver).await)? {
        Ok(()) => Ok(done(&format!("{}/room", address.path()), "proxy-revoked")),
        Err(problem) => room_page(&cx, &address, &problem).await,
    }
}

/// The chair opens the session.
pub async fn open(cx: Cx, Path(address): Path<Address>) -> Answer {
    let room = address.room(&cx).await?;
    act(&cx, &address, cx.services().open_session(cx.viewer(), room.id).await, "session-opened").await
}

/// The chair ends the session.
pub async fn close(cx: Cx, Path(address): Path<Address>) -> Answer {
    let room = address.room(&cx).await?;
    act(&cx, &address, cx.services().close_session(cx.viewer(), room.id).await, "session-closed").await
}

/// The chair puts a motion to the vote.
pub async fn open_poll(cx: Cx, Path(part): Path<PartAddress>, Form(entries): Form<Entries>) -> Answer {
    let address = Address::from(&part);
    let room = address.room(&cx).await?;
    let manner = secrecy::manner(&entries);
    let opened = cx.services().open_poll_held(cx.viewer(), room.id, Ok(part.part), manner).await;
    act(&cx, &address, opened.map(drop), "poll-opened").await
}

/// The chair closes a vote.
pub async fn close_poll(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let address = Address::from(&part);
    let room = address.room(&cx).await?;
    if !room.questions().any(|item| item.poll.as_ref().is_some_and(|poll| poll.id == PollId(part.part))) {
        return Err(Error::NotFound.into());
    }
    act(&cx, &address, cx.services().close_poll(cx.viewer(), PollId(part.part)).await.map(|_| ()), "poll-closed").await
}

/// Back to the room, with a word or with what stands against it.
pub(super) async fn act(cx: &Cx, address: &Address, result: Result<(), Error>, word: &str) -> Answer {
    match on_form(result)? {
        Ok(()) => Ok(done(&format!("{}/room", address.path()), word)),
        Err(problem) => room_page(cx, address, &problem).await,
    }
}
