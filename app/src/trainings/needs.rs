//! Needs for a year: what associations state until a day, and what those who organize make of it.

pub mod forms;

use axum::{Form, extract::Path};
use domain::{
    ids::{NeedCollectionId, NeedId},
    locale::Locale,
    trainings::needs::Topic,
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    Error,
    networks::Network,
    text::fold,
    trainings::{NeedCollection, NeedGroup, NeedLine, NeedsPage},
};

use super::catalogue::way;
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, Filled, answered},
    paging::Paged,
    spreadsheet::csv_file,
    ui::*,
};

/// Headings on a page.
const PAGE: usize = 60;

/// A collection's address.
#[derive(Clone, Debug, Deserialize)]
pub struct CollectionAddress {
    /// The network's word.
    pub network: String,
    /// Which collection.
    pub collection: NeedCollectionId,
}

/// A need's address.
#[derive(Clone, Debug, Deserialize)]
pub struct NeedAddress {
    /// The network's word.
    pub network: String,
    /// In which collection.
    pub collection: NeedCollectionId,
    /// Which need.
    pub need: NeedId,
}

/// The way to a page about needs.
pub fn way_to(l: Locale, network: &Network, rest: Vec<PageLink>) -> Vec<PageLink> {
    let mut links = vec![PageLink::new(format!("/n/{}/trainings/needs", network.slug), t!(l, "needs-title"))];
    links.extend(rest);
    way(l, network, links)
}

/// What a collection is called.
pub fn title(l: Locale, collection: &NeedCollection) -> String {
    t!(l, "needs-of-year", year = collection.year.to_string())
}

/// Until when needs are stated, or that it is over.
fn until(l: Locale, network: &Network, collection: &NeedCollection) -> String {
    let day = i18n::deadline(l, network.zone, collection.closes_at);
    if collection.open { t!(l, "needs-until", day = day) } else { t!(l, "needs-closed", day = day) }
}

/// The collections of a network.
pub async fn list(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let collections = cx.services().need_collections(cx.viewer(), &network).await?;
    let may_organize = super::may_organize(&cx, &network);
    let base = format!("/n/{}/trainings/needs", network.slug);
    let title = t!(l, "needs-title");
    let draft = cx.network_page(&network, title.clone()).breadcrumb(way_to(l, &network, Vec::new()));
    Ok(draft.render(move || {
        let add = may_organize.then(|| view! { <ActionLink href=format!("{base}/new") text=t!(l, "needs-collect")/> });
        let rows: Vec<Vec<Cell>> = collections
            .iter()
            .map(|collection| {
                let (word, tone) = if collection.open {
                    (t!(l, "needs-open"), Tone::Active)
                } else {
                    (t!(l, "needs-over"), Tone::Neutral)
                };
                vec![
                    Cell::link(format!("{base}/{}", collection.id), self::title(l, collection)),
                    Cell::text(i18n::deadline(l, network.zone, collection.closes_at)),
                    Cell::tag(word, tone),
                ]
            })
            .collect();
        let table = if rows.is_empty() {
            view! { <EmptyState title=t!(l, "needs-none-title") text=t!(l, "needs-none")/> }.into_any()
        } else {
            let columns = vec![
                Column::text(t!(l, "needs-year")),
                Column::text(t!(l, "needs-last-day")),
                Column::text(t!(l, "status")),
            ];
            view! { <DataTable caption=t!(l, "needs-title") caption_hidden=true columns rows/> }.into_any()
        };
        view! {
            <PageHeader title lead=t!(l, "needs-lead")>{add}</PageHeader>
            {table}
        }
    }))
}

/// A collection.
pub async fn show(cx: Cx, Path(address): Path<CollectionAddress>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    page(&cx, &network, &address, Filled::default()).await
}

/// States a need.
pub async fn state(cx: Cx, Path(address): Path<CollectionAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let form = forms::need_form(&entries);
    let stated = cx.services().state_need(cx.viewer(), &network, address.collection, &form).await;
    match answered(stated, entries)? {
        Ok(_) => Ok(done(&here(&network, address.collection), "need-stated")),
        Err(filled) => page(&cx, &network, &address, filled).await,
    }
}

/// Takes a need back.
pub async fn remove(cx: Cx, Path(address): Path<NeedAddress>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    cx.services().remove_need(cx.viewer(), &network, (address.collection, address.need)).await?;
    Ok(done(&here(&network, address.collection), "need-removed"))
}

/// With what the needs under a heading can be put together.
pub async fn grouping(cx: Cx, Path(address): Path<NeedAddress>) -> Answer {
    let l = cx.locale();
    let network = super::forms::organized(&cx, &address.network).await?;
    let page = cx.services().training_needs(cx.viewer(), &network, address.collection).await?;
    let group = page.groups.iter().find(|group| group.group.needs.contains(&address.need)).ok_or(Error::NotFound)?;
    let options = others(group, &page);
    let here = here(&network, address.collection);
    let title = t!(l, "needs-together");
    let rest = vec![PageLink::new(&here, self::title(l, &page.collection)), PageLink::new(cx.path(), title.clone())];
    let draft = cx.network_page(&network, title.clone()).breadcrumb(way_to(l, &network, rest));
    let (action, lead) = (cx.path().to_owned(), heading(l, group));
    Ok(draft.render(move || {
        if options.is_empty() {
            return view! { <PageHeader title lead/><p>{t!(l, "needs-together-nothing")}</p> }.into_any();
        }
        view! {
            <PageHeader title lead/>
            <PostForm action>
                <Select name="with" label=t!(l, "needs-together-with") options=options hint=t!(l, "needs-together-hint")/>
                <FormActions>
                    <SubmitButton text=t!(l, "needs-together")/>
                    <ActionLink href=here text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
        .into_any()
    }))
}

/// Puts needs together.
pub async fn group(cx: Cx, Path(address): Path<NeedAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = super::forms::organized(&cx, &address.network).await?;
    let with = match entries.text("with").split_once(':') {
        Some(("training", id)) => id.parse().ok().map(|id| Topic::Training { training: domain::ids::TrainingId(id) }),
        Some(("subject", words)) => Some(Topic::Subject { subject: words.to_owned() }),
        _ => None,
    };
    cx.services().group_needs(cx.viewer(), &network, (address.collection, address.need), with).await?;
    Ok(done(&here(&network, address.collection), "needs-grouped"))
}

/// The address of a collection.
pub fn here(network: &Network, collection: NeedCollectionId) -> String {
    format!("/n/{}/trainings/needs/{collection}", network.slug)
}

async fn page(cx: &Cx, network: &Network, address: &CollectionAddress, filled: Filled) -> Answer {
    let l = cx.locale();
    let mut page = cx.services().training_needs(cx.viewer(), network, address.collection).await?;
    let here = here(network, address.collection);
    let title = title(l, &page.collection);
    let rest = vec![PageLink::new(&here, title.clone())];
    let draft = cx.network_page(network, title.clone()).breadcrumb(way_to(l, network, rest));
    let (query, open) = (cx.query("q").unwrap_or_default().trim().to_owned(), cx.query("open").is_some());
    let everything = page.groups.len();
    page.groups.retain(|group| keeps(group, &query, open));
    let paged = Paged::of(cx.query("page"), page.groups.len(), PAGE);
    page.groups = paged.rows(page.groups).collect();
    let network = network.clone();
    Ok(filled.on(l, draft).render(move || {
        let actions = page.may_organize.then(|| {
            view! {
                <ActionLink href=format!("{here}/edit") text=t!(l, "edit") kind=ActionKind::Secondary/>
                <ActionLink href=format!("{here}/needs.csv") text=t!(l, "trainings-csv") kind=ActionKind::Secondary/>
            }
        });
        let introduction = page.collection.introduction.clone();
        let lang = network.locale.to_string();
        let introduction = (!introduction.is_empty()).then(|| view! { <PlainText text=introduction lang/> });
        let lead = until(l, &network, &page.collection);
        let own = own(l, &here, &network, &page);
        let form = (page.collection.open && !page.employers.is_empty()).then(|| {
            let fields = forms::need_fields(l, &here, &page, &filled, false);
            view! { <Section title=t!(l, "needs-state") id="state">{fields}</Section> }
        });
        let nobody = (page.collection.open && page.employers.is_empty() && !page.may_organize)
            .then(|| view! { <Callout><p>{t!(l, "needs-ask-officer")}</p></Callout> });
        let groups = page.may_organize.then(|| {
            let filters = (everything > 0).then(|| filters(l, &here, &query, open));
            let pagination = paged.links(l, |page| cx.here_with("page", &page.to_string()));
            view! {
                {filters}
                {overview(l, &here, &network, &page, everything)}
                {details(l, &here, &page)}
                {pagination}
            }
        });
        view! {
            <PageHeader title lead>{actions}</PageHeader>
            {filled.summary(l)}
            {introduction}
            {nobody}
            {groups}
            {own}
            {form}
        }
    }))
}

fn keeps(group: &NeedGroup, query: &str, open: bool) -> bool {
    let folded = fold(query);
    let texts = group.needs.iter().flat_map(|line| [&line.label, &line.organization_name, &line.reasons]);
    let found = std::iter::once(&group.label).chain(texts).any(|text| fold(text).contains(&folded));
    let waits = group.needs.iter().any(|line| line.answer.is_none());
    (query.is_empty() || found) && (!open || waits)
}

fn filters(l: Locale, here: &str, query: &str, open: bool) -> impl IntoView + use<> {
    let reset = (!query.is_empty() || open).then(|| PageLink::new(here, t!(l, "filter-clear")));
    let query = query.to_owned();
    view! {
        <FilterBar action=here.to_owned() label=t!(l, "needs-filter") submit=t!(l, "filter") reset>
            <Field name="q" label=t!(l, "trainings-search") kind="search" value=query/>
            <Checkbox name="open" label=t!(l, "needs-unanswered-only") checked=open/>
        </FilterBar>
    }
}

/// What answers a need, in words.
fn answer(l: Locale, base: &str, line: &NeedLine) -> Option<AnyView> {
    let answer = line.answer.as_ref()?;
    Some(match &answer.title {
        Some(title) => {
            let (href, text) = (format!("{base}/{}", answer.training), t!(l, "needs-planned", title = title.as_str()));
            view! { <a href=href>{text}</a> }.into_any()
        }
        None => t!(l, "needs-in-preparation").into_any(),
    })
}

/// The needs of the viewer's associations.
fn own(l: Locale, here: &str, network: &Network, page: &NeedsPage) -> Option<AnyView> {
    if page.own.is_empty() {
        return None;
    }
    let base = format!("/n/{}/trainings", network.slug);
    let rows: Vec<Vec<Cell>> = page
        .own
        .iter()
        .map(|line| {
            let state = answer(l, &base, line).unwrap_or_else(|| t!(l, "needs-noted").into_any());
            let actions = line.may_change.then(|| {
                let address = format!("{here}/{}", line.id);
                view! {
                    <ActionLink href=address.clone() text=t!(l, "edit") kind=ActionKind::Quiet about=line.label.clone()/>
                    <PostButton action=format!("{address}/remove") text=t!(l, "needs-remove") kind=ActionKind::Quiet about=line.label.clone()/>
                }
            });
            vec![
                Cell::text(line.label.clone()),
                Cell::text(line.organization_name.clone()),
                Cell::text(line.people.to_string()),
                Cell::text(line.preference.clone()),
                Cell::view(state),
                Cell::view(actions),
            ]
        })
        .collect();
    let columns = vec![
        Column::text(t!(l, "needs-need")),
        Column::text(t!(l, "needs-association")),
        Column::number(t!(l, "needs-people")),
        Column::text(t!(l, "needs-preference")),
        Column::text(t!(l, "status")),
        Column::actions(t!(l, "actions")),
    ];
    let title = t!(l, "needs-own");
    Some(
        view! {
            <Section title=title.clone() id="own">
                <DataTable caption=title caption_hidden=true columns rows/>
            </Section>
        }
        .into_any(),
    )
}

/// All needs, put together: how many associations and people, and what answers them.
fn overview(l: Locale, here: &str, network: &Network, page: &NeedsPage, everything: usize) -> AnyView {
    if page.groups.is_empty() {
        return if everything == 0 {
            view! { <EmptyState title=t!(l, "needs-nothing-title") text=t!(l, "needs-nothing")/> }.into_any()
        } else {
            let (here, clear) = (here.to_owned(), t!(l, "filter-clear"));
            view! {
                <EmptyState title=t!(l, "results-count", count = 0) text=t!(l, "results-try-less")>
                    <ActionLink href=here text=clear kind=ActionKind::Secondary/>
                </EmptyState>
            }
            .into_any()
        };
    }
    let base = format!("/n/{}/trainings", network.slug);
    let rows: Vec<Vec<Cell>> = page
        .groups
        .iter()
        .map(|group| {
            let planned = group.needs.iter().find(|line| line.answer.is_some());
            let waits = group.needs.iter().any(|line| line.answer.is_none());
            let answers = planned.and_then(|line| answer(l, &base, line));
            let plan = waits.then(|| {
                let text = match group.group.topic {
                    Topic::Training { .. } => t!(l, "needs-plan-session"),
                    Topic::Subject { .. } => t!(l, "needs-plan-training"),
                };
                view! { <ActionLink href=plan(&base, group) text kind=ActionKind::Secondary about=group.label.clone()/> }
            });
            vec![
                Cell::text(group.label.clone()),
                Cell::text(group.group.associations.to_string()),
                Cell::text(group.group.people.to_string()),
                Cell::view(answers.unwrap_or_else(|| t!(l, "needs-unanswered").into_any())),
                Cell::view(plan),
            ]
        })
        .collect();
    let columns = vec![
        Column::text(t!(l, "needs-subject")),
        Column::number(t!(l, "needs-associations")),
        Column::number(t!(l, "needs-people")),
        Column::text(t!(l, "status")),
        Column::actions(t!(l, "actions")),
    ];
    let title = t!(l, "needs-all");
    view! {
        <Section title=title.clone() id="groups">
            <DataTable caption=title caption_hidden=true columns rows/>
        </Section>
    }
    .into_any()
}

/// The form in which a training or a session is planned from these needs.
fn plan(base: &str, group: &NeedGroup) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    if let Some(need) = group.group.needs.first() {
        query.append_pair("need", &need.to_string());
    }
    match &group.group.topic {
        Topic::Training { training } => {
            query.append_pair("capacity", &group.group.people.to_string());
            format!("{base}/{training}/sessions/new?{}", query.finish())
        }
        Topic::Subject { subject } => {
            query.append_pair("title", subject);
            format!("{base}/new?{}", query.finish())
        }
    }
}

/// Under each heading who needs it, and with what it can be put together.
fn details(l: Locale, here: &str, page: &NeedsPage) -> Option<AnyView> {
    if page.groups.is_empty() {
        return None;
    }
    let groups = page.groups.iter().map(|group| {
        let columns = vec![
            Column::text(t!(l, "needs-association")),
            Column::text(t!(l, "needs-need")),
            Column::number(t!(l, "needs-people")),
            Column::text(t!(l, "needs-preference")),
            Column::text(t!(l, "needs-reasons")),
            Column::actions(t!(l, "actions")),
        ];
        let rows = group.needs.iter().map(|line| {
            let apart = line.moved.then(|| {
                view! { <PostButton action=format!("{here}/{}/group", line.id) text=t!(l, "needs-apart") kind=ActionKind::Quiet about=line.organization_name.clone()/> }
            });
            vec![
                Cell::text(line.organization_name.clone()),
                Cell::text(line.label.clone()),
                Cell::text(line.people.to_string()),
                Cell::text(line.preference.clone()),
                Cell::text(line.reasons.clone()),
                Cell::view(apart),
            ]
        });
        let rows: Vec<Vec<Cell>> = rows.collect();
        let together = group.group.needs.first().map(|need| {
            let (href, about) = (format!("{here}/{need}/group"), group.label.clone());
            view! { <FormActions><ActionLink href text=t!(l, "needs-together") kind=ActionKind::Secondary about/></FormActions> }
        });
        let (summary, caption) = (heading(l, group), group.label.clone());
        view! { <Disclosure summary><DataTable caption caption_hidden=true columns rows/>{together}</Disclosure> }
    });
    let groups = groups.collect_view();
    Some(view! { <Section title=t!(l, "needs-details") id="details">{groups}</Section> }.into_any())
}

/// A heading, with how many associations and people stand under it.
fn heading(l: Locale, group: &NeedGroup) -> String {
    let (associations, people) = (group.group.associations, group.group.people);
    t!(l, "needs-group", subject = group.label.as_str(), associations = associations, people = people)
}

/// The other headings, and the trainings of the catalogue.
fn others(group: &NeedGroup, page: &NeedsPage) -> Vec<Choice> {
    let subjects = page.groups.iter().filter_map(|other| match &other.group.topic {
        Topic::Subject { subject } if !other.group.topic.is(&group.group.topic) => {
            Some(Choice::new(format!("subject:{subject}"), subject.clone()))
        }
        _ => None,
    });
    let other = |id: &domain::ids::TrainingId| group.group.topic != Topic::Training { training: *id };
    let trainings = page.trainings.iter().filter(|(id, _)| other(id));
    trainings.map(|(id, title)| Choice::new(format!("training:{id}"), title.clone())).chain(subjects).collect()
}

/// Every need as a file for a spreadsheet.
pub async fn csv(cx: Cx, Path(address): Path<CollectionAddress>) -> Answer {
    let l = cx.locale();
    let network = super::forms::organized(&cx, &address.network).await?;
    let page = cx.services().training_needs(cx.viewer(), &network, address.collection).await?;
    let mut rows = vec![vec![
        t!(l, "needs-subject"),
        t!(l, "needs-association"),
        t!(l, "needs-need"),
        t!(l, "needs-people"),
        t!(l, "needs-preference"),
        t!(l, "needs-reasons"),
        t!(l, "needs-answer"),
    ]];
    for group in page.groups {
        for line in group.needs {
            rows.push(vec![
                group.label.clone(),
                line.organization_name,
                line.label,
                line.people.to_string(),
                line.preference,
                line.reasons,
                line.answer.and_then(|answer| answer.title).unwrap_or_default(),
            ]);
        }
    }
    let name = format!("{}-{}-{}.csv", network.slug, t!(l, "needs-file"), page.collection.year);
    Ok(csv_file(l, &name, &rows))
}

/// A need of the viewer's association, to be changed; for anybody else it does not exist.
pub async fn edit(cx: Cx, Path(address): Path<NeedAddress>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let page = cx.services().training_needs(cx.viewer(), &network, address.collection).await?;
    let filled = Filled::first(forms::entries_of(changeable(&page, address.need)?));
    forms::show_need(&cx, &network, &address, &page, filled)
}

/// Changes a need.
pub async fn change(cx: Cx, Path(address): Path<NeedAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let which = (address.collection, address.need);
    let form = forms::need_form(&entries);
    match answered(cx.services().change_need(cx.viewer(), &network, which, &form).await, entries)? {
        Ok(()) => Ok(done(&here(&network, address.collection), "saved")),
        Err(filled) => {
            let page = cx.services().training_needs(cx.viewer(), &network, address.collection).await?;
            forms::show_need(&cx, &network, &address, &page, filled)
        }
    }
}

fn changeable(page: &NeedsPage, need: NeedId) -> Result<&NeedLine, Error> {
    page.own.iter().find(|line| line.id == need && line.may_change).ok_or(Error::NotFound)
}
