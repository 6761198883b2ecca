//! The list of assemblies, and the page of one.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{
    access::{Action, Scope},
    assemblies::State,
    colleges::{LeftOut, RollEntry},
    locale::Locale,
    polls::CastAs,
    proxies::Representation,
    statutes::Decision,
};
use i18n::t;
use leptos::prelude::*;
use services::{
    assemblies::{Document, Item, Listed, Preparation, RollLine, Room},
    networks::Network,
};

use super::{
    Address, PartAddress,
    agenda::{AgendaItem, as_signed},
    preparation::{draft_actions, item_actions},
};
use crate::{
    context::{Answer, Cx},
    spreadsheet::csv_file,
    ui::{
        ActionKind, ActionLink, Callout, Cell, Column, DataTable, Disclosure, EmptyState, Fact, Facts, PageHeader,
        PageLink, PostButton, Section, Tone,
    },
};

/// Lines of the roll on the page; the table for a spreadsheet has them all.
const ROLL_SHOWN: usize = 500;

/// The way to an assembly.
pub fn breadcrumb(l: Locale, network: &Network, last: Vec<PageLink>) -> Vec<PageLink> {
    let base = format!("/n/{}", network.slug);
    let mut links = vec![
        PageLink::new(&base, network.name(l)),
        PageLink::new(format!("{base}/assemblies"), t!(l, "section-assemblies")),
    ];
    links.extend(last);
    links
}

/// How urgent a state is.
pub const fn tone(state: State) -> Tone {
    match state {
        State::Draft => Tone::Attention,
        State::Convened => Tone::Neutral,
        State::Open => Tone::Active,
        State::Closed => Tone::Positive,
    }
}

/// The assemblies of a network.
pub async fn list(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let assemblies = cx.services().assemblies(cx.viewer(), &network).await?;
    let may_convene = cx.viewer().may(Action::ConveneAssembly, Scope::Network(network.id));
    let base = format!("/n/{slug}/assemblies");
    let title = t!(l, "section-assemblies");
    let draft = cx
        .network_page(&network, title.clone())
        .breadcrumb(vec![PageLink::new(format!("/n/{slug}"), network.name(l)), PageLink::new(&base, title.clone())]);
    Ok(draft.render(move || {
        let (new, requests) = (format!("{base}/new"), format!("{base}/requests"));
        let action = may_convene.then(|| view! { <ActionLink href=new.clone() text=t!(l, "assembly-new")/> });
        let list = if assemblies.is_empty() {
            let text = if may_convene { t!(l, "assemblies-empty-convene") } else { t!(l, "assemblies-empty") };
            view! { <EmptyState title=t!(l, "assemblies-empty-title") text=text/> }.into_any()
        } else {
            let rows = assemblies.iter().map(|assembly| listed(l, &network, &base, assembly)).collect();
            let columns = vec![
                Column::text(t!(l, "assembly")),
                Column::text(t!(l, "assembly-kind")),
                Column::text(t!(l, "assembly-date")),
                Column::text(t!(l, "assembly-state")),
            ];
            view! { <DataTable caption=title.clone() caption_hidden=true columns=columns rows=rows/> }.into_any()
        };
        view! {
            <PageHeader title=title.clone()>
                {action}
                <ActionLink href=requests text=t!(l, "requests") kind=ActionKind::Secondary/>
            </PageHeader>
            {list}
        }
    }))
}

fn listed(l: Locale, network: &Network, base: &str, assembly: &Listed) -> Vec<Cell> {
    let href = format!("{base}/{}", assembly.id);
    vec![
        Cell::view(view! { <a href=href lang=network.locale.to_string()>{assembly.title.clone()}</a> }),
        i18n::wording::kind(l, assembly.kind).into(),
        i18n::date_time(l, network.zone, assembly.starts_at).into(),
        Cell::tag(i18n::wording::state(l, assembly.state), tone(assembly.state)),
    ]
}

/// The page of an assembly: what it is about, who may vote, what was decided.
pub async fn show(cx: Cx, Path(address): Path<Address>) -> Answer {
    let l = cx.locale();
    let room = address.room(&cx).await?;
    let preparing = room.state == State::Draft && room.may_convene;
    let preparation = if preparing { Some(cx.services().preparation(cx.viewer(), room.id).await?) } else { None };
    let here = PageLink::new(address.path(), room.title.clone());
    let draft = cx.network_page(&room.network, room.title.clone()).breadcrumb(breadcrumb(l, &room.network, vec![here]));
    Ok(draft.render(move || page(l, &address.path(), room, preparation)))
}

fn page(l: Locale, path: &str, room: Room, preparation: Option<Preparation>) -> impl IntoView + use<> {
    let actions = actions(l, path, &room);
    let drafting = preparation.is_some();
    let written_in = room.network.locale.to_string();
    let last = room.items.len();
    let items = room.items.iter().cloned().map(|item| {
        let documents = documents(path, &room.documents, &item);
        let tools = drafting.then(|| item_actions(l, path, &item, last));
        let motion = item.motion.map(|motion| {
            let href = crate::motions::motion_path(path, motion);
            let text = t!(l, "motions-see-motion-amendments", amendments = item.amendments.len());
            view! { <p><a href=href>{text}<span class="spoken">" – "{item.title.clone()}</span></a></p> }
        });
        view! { <AgendaItem l=l at=path.to_owned() item=item documents=documents written_in=written_in.clone()>{motion} {tools}</AgendaItem> }
    });
    let items = items.collect_view();
    let empty = room.items.is_empty().then(|| {
        view! { <EmptyState title=t!(l, "agenda-empty-title") text=t!(l, "agenda-empty")/> }
    });
    let kicker = i18n::weekday_date(l, room.held_on);
    let drafting_tools = preparation.as_ref().map(|preparation| draft_actions(l, path, preparation));
    let roll: Vec<(RollEntry, Option<Representation>)> = match &preparation {
        Some(preparation) => preparation.roll.iter().map(|entry| (entry.clone(), None)).collect(),
        None => room
            .roll
            .iter()
            .map(|RollLine { entry, representation }| {
                (entry.clone(), (room.state == State::Open).then_some(*representation))
            })
            .collect(),
    };
    let left_out = preparation.map_or_else(|| room.left_out.to_vec(), |preparation| preparation.left_out);
    view! {
        <PageHeader kicker=kicker lang=written_in title=room.title.clone()>{actions}</PageHeader>
        <Facts facts=facts(l, &room)/>
        {drafting_tools}
        {empty}
        {items}
        {roll_section(l, path, &room, roll, left_out)}
        {rules_section(l, &room)}
    }
}

fn actions(l: Locale, path: &str, room: &Room) -> impl IntoView + use<> {
    let link = |part: &str, text: String, kind: ActionKind| {
        view! { <ActionLink href=format!("{path}/{part}") text=text kind=kind/> }
    };
    let mut links = Vec::new();
    match room.state {
        State::Draft => {}
        State::Convened | State::Open => {
            links.push(link("room", t!(l, "assembly-enter-room"), ActionKind::Primary));
            if room.mine.iter().any(|voice| matches!(voice.cast_as, CastAs::Own)) {
                links.push(link("pass", t!(l, "check-in-my-pass"), ActionKind::Secondary));
            }
            if room.may_run {
                links.push(link("door", t!(l, "check-in-door"), ActionKind::Secondary));
                links.push(link("desk", t!(l, "assembly-desk"), ActionKind::Secondary));
                links.push(link("screen", t!(l, "assembly-screen"), ActionKind::Secondary));
            }
        }
        State::Closed => {
            links.push(link("minutes", t!(l, "assembly-minutes"), ActionKind::Primary));
        }
    }
    links.push(link("motions", t!(l, "motions"), ActionKind::Secondary));
    let repeat = room.may_repeat.then(|| {
        view! { <PostButton action=format!("{path}/second") text=t!(l, "statutes-second-prepare") kind=ActionKind::Secondary/> }
    });
    view! { {links.collect_view()} {repeat} }
}

/// What everyone wants to know first: when, where, by which rules.
pub fn facts(l: Locale, room: &Room) -> Vec<Fact> {
    let zone = room.network.zone;
    let mut facts = vec![
        Fact::new(t!(l, "assembly-kind"), i18n::wording::kind(l, room.kind)),
        Fact::new(t!(l, "assembly-state"), i18n::wording::state(l, room.state)),
        Fact::new(
            t!(l, "assembly-date"),
            format!("{}, {}", i18n::weekday_date(l, room.held_on), i18n::time(l, zone, room.starts_at)),
        ),
        Fact::new(t!(l, "assembly-venue"), i18n::wording::venue(l, room.venue)),
    ];
    if let Some(place) = &room.place {
        facts.push(Fact::new(t!(l, "assembly-place"), place.clone()));
    }
    if let Some(url) = room.remote_url.clone() {
        let href = url.clone();
        facts.push(Fact::view(t!(l, "assembly-remote"), view! { <a href=href rel="noopener">{url}</a> }));
    }
    if let Some((first, title)) = room.second_of.clone() {
        let href = format!("/n/{}/assemblies/{first}", room.network.slug);
        let text = t!(l, "statutes-second-of", title = title);
        facts.push(Fact::view(t!(l, "statutes-second"), view! { <a href=href>{text}</a> }));
    }
    if let (Some(at), Some(notice)) = (room.convened_at, room.notice) {
        let sent = i18n::date(l, services::day_in(zone, at));
        let text = t!(l, "assembly-convened-text", date = sent, days = notice.days, required = notice.required);
        facts.push(Fact::new(t!(l, "assembly-convened"), text));
    }
    facts
}

fn documents(path: &str, documents: &[Document], item: &Item) -> Vec<(String, Document)> {
    documents
        .iter()
        .filter(|document| document.item == Some(item.id))
        .map(|document| (format!("{path}/documents/{}", document.id), document.clone()))
        .collect()
}

fn roll_section(
    l: Locale,
    path: &str,
    room: &Room,
    roll: Vec<(RollEntry, Option<Representation>)>,
    left_out: Vec<(String, LeftOut)>,
) -> impl IntoView + use<> {
    let voices: u64 = roll.iter().map(|(entry, _)| entry.weight).sum();
    let lead = match room.reference_on {
        Some(day) => t!(l, "roll-frozen", date = i18n::date(l, day), associations = roll.len(), voices = voices),
        None => t!(l, "roll-preview", associations = roll.len(), voices = voices),
    };
    let live = roll.iter().any(|(_, representation)| representation.is_some());
    let mut columns = vec![
        Column::text(t!(l, "column-association")),
        Column::text(t!(l, "column-college")),
        Column::number(t!(l, "column-voices")),
        Column::text(t!(l, "column-why")),
    ];
    if live {
        columns.push(Column::text(t!(l, "column-present")));
    }
    let more = roll.len().checked_sub(ROLL_SHOWN).filter(|more| *more > 0).map(|more| {
        view! { <p>{t!(l, "roll-more", more = more)}</p> }
    });
    let rows = roll
        .into_iter()
        .take(ROLL_SHOWN)
        .map(|(entry, representation)| {
            let mut row = vec![
                entry.name.into(),
                entry.college_name.into(),
                Cell::text(i18n::number(l, as_signed(entry.weight))),
                i18n::wording::weight_reason(l, entry.weight, &entry.reason).into(),
            ];
            row.extend(representation.map(|representation| presence(l, representation)));
            row
        })
        .collect();
    let csv = (room.state != State::Draft)
        .then(|| view! { <p><a href=format!("{path}/roll.csv")>{t!(l, "export-csv")}</a></p> });
    let left_out = (!left_out.is_empty()).then(|| {
        let lines =
            left_out.into_iter().map(|(name, reason)| format!("{name} – {}", i18n::wording::left_out(l, &reason)));
        let lines = lines.map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <Callout><p>{t!(l, "roll-left-out")}</p><ul>{lines}</ul></Callout> }
    });
    view! {
        <Section title=t!(l, "roll") id="roll">
            <p>{lead}</p>
            {left_out}
            <Disclosure summary=t!(l, "roll-show")>
                <DataTable caption=t!(l, "roll") caption_hidden=true columns=columns rows=rows/>
                {more}
                {csv}
            </Disclosure>
        </Section>
    }
}

/// How an organization takes part.
pub fn presence(l: Locale, representation: Representation) -> Cell {
    match representation {
        Representation::Present => Cell::tag(t!(l, "present"), Tone::Positive),
        Representation::Represented { .. } => Cell::tag(t!(l, "represented"), Tone::Active),
        Representation::Absent => Cell::tag(t!(l, "absent"), Tone::Neutral),
    }
}

fn rules_section(l: Locale, room: &Room) -> impl IntoView + use<> {
    let rules = room.rules.of(room.kind);
    let quorum = room.rules.quorum(room.kind, Decision::Ordinary, room.second_of.is_some());
    let version = room.statutes_version.map(|number| {
        let href = format!("/n/{}/statutes/{number}", room.network.slug);
        let text = t!(l, "statutes-version", number = number);
        Fact::view(t!(l, "statutes-applied"), view! { <a href=href>{text}</a> })
    });
    let mut facts: Vec<Fact> = version.into_iter().collect();
    facts.extend([
        Fact::new(t!(l, "quorum"), i18n::wording::quorum_rule(l, &quorum)),
        Fact::new(t!(l, "majority-label"), i18n::wording::majority(l, &rules.majority)),
        Fact::new(t!(l, "proxies"), i18n::wording::proxy_rule(l, &room.rules.proxies)),
        Fact::new(t!(l, "notice"), t!(l, "notice-rule", days = rules.notice_days)),
    ]);
    view! { <Section title=t!(l, "assembly-rules") id="rules"><Facts facts=facts/></Section> }
}

/// The frozen roll as a table for a spreadsheet.
pub async fn roll_csv(cx: Cx, Path(address): Path<Address>) -> Answer {
    let l = cx.locale();
    let room = address.room(&cx).await?;
    let mut rows =
        vec![vec![t!(l, "column-association"), t!(l, "column-college"), t!(l, "column-voices"), t!(l, "column-why")]];
    for RollLine { entry, .. } in room.roll.iter() {
        let why = i18n::wording::weight_reason(l, entry.weight, &entry.reason);
        rows.push(vec![entry.name.clone(), entry.college_name.clone(), entry.weight.to_string(), why]);
    }
    Ok(csv_file(l, &format!("roll-{}.csv", room.held_on), &rows))
}

/// A document of an item.
pub async fn document(cx: Cx, Path(address): Path<PartAddress>) -> Answer {
    let room = Address::from(&address).room(&cx).await?;
    let (name, kind, content) = cx.services().document(cx.viewer(), room.id, address.part).await?;
    Ok(attachment(&name, &kind, content))
}

/// A file that is saved, never run.
pub fn attachment(name: &str, kind: &str, content: Vec<u8>) -> Response {
    let ascii: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || ".-_ ".contains(c) { c } else { '_' }).collect();
    let encoded: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20");
    let disposition = format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}");
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, content).into_response()
}
