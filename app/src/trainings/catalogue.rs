//! The catalogue of a network, and the page of a training.

use axum::extract::Path;
use domain::{ids::TrainingId, locale::Locale, trainings::catalogue::Standing};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    networks::Network,
    text::fold,
    trainings::{SessionLine, TrainingPage},
};

use super::words;
use crate::{
    context::{Answer, Cx},
    paging::Paged,
    spreadsheet::csv_file,
    ui::*,
};

/// Trainings on a page.
const PAGE: usize = 60;

/// A training's address.
#[derive(Clone, Debug, Deserialize)]
pub struct Address {
    /// The network's word.
    pub network: String,
    /// Which training.
    pub training: TrainingId,
}

/// The way to a page of this capability.
pub fn way(l: Locale, network: &Network, rest: Vec<PageLink>) -> Vec<PageLink> {
    let mut links = vec![
        PageLink::new(format!("/n/{}", network.slug), network.name(l)),
        PageLink::new(format!("/n/{}/trainings", network.slug), t!(l, "trainings-title")),
    ];
    links.extend(rest);
    links
}

/// What the address asks for.
struct Asked {
    query: String,
    subject: String,
    /// Only what has a session still to come with a seat left.
    free: bool,
}

impl Asked {
    fn of(cx: &Cx) -> Self {
        let text = |name| cx.query(name).unwrap_or_default().trim().to_owned();
        Self { query: text("q"), subject: text("subject"), free: cx.query("free").is_some() }
    }

    fn anything(&self) -> bool {
        !self.query.is_empty() || !self.subject.is_empty() || self.free
    }

    fn keeps(&self, page: &TrainingPage, now: chrono::DateTime<chrono::Utc>) -> bool {
        let (details, query) = (&page.training.details, fold(&self.query));
        let found = || {
            [&page.training.title, &details.subject, &details.objectives, &details.audience]
                .iter()
                .any(|text| fold(text).contains(&query))
        };
        let free = || page.sessions.iter().any(|line| words::is_free(line, now));
        (query.is_empty() || found())
            && (self.subject.is_empty() || details.subject == self.subject)
            && (!self.free || free())
    }
}

/// The catalogue.
pub async fn list(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let mut pages = cx.services().trainings(cx.viewer(), &network).await?;
    let may_organize = super::may_organize(&cx, &network);
    let counts = services::trainings::sees_figures(cx.viewer(), network.id);
    let now = cx.services().now();
    let everything = pages.len();
    let mut subjects: Vec<String> = pages.iter().map(|page| page.training.details.subject.clone()).collect();
    subjects.retain(|subject| !subject.is_empty());
    subjects.sort_by_cached_key(|subject| fold(subject));
    subjects.dedup();
    let asked = Asked::of(&cx);
    pages.retain(|page| asked.keeps(page, now));
    // What can be attended soonest comes first.
    pages.sort_by_key(|page| {
        let next = page.sessions.iter().find(|line| line.begins_at > now && line.course.gives_seats());
        next.map_or(chrono::DateTime::<chrono::Utc>::MAX_UTC, |line| line.begins_at)
    });
    let found = pages.len();
    let paged = Paged::of(cx.query("page"), found, PAGE);
    let base = format!("/n/{}/trainings", network.slug);
    let title = t!(l, "trainings-title");
    let draft = cx.network_page(&network, title.clone());
    Ok(draft.render(move || {
        let add = may_organize.then(|| {
            view! { <ActionLink href=format!("{base}/new") text=t!(l, "trainings-add")/> }
        });
        let visits = {
            let href = format!("/n/{}/trainings/visits", network.slug);
            view! { <ActionLink href=href text=t!(l, "visits-title") kind=ActionKind::Secondary/> }
        };
        let priorities = view! {
            <ActionLink href=format!("{base}/priorities") text=t!(l, "trainings-priorities") kind=ActionKind::Secondary/>
        };
        let figures = counts.then(|| {
            let href = format!("{base}/figures");
            view! { <ActionLink href text=t!(l, "figures-title") kind=ActionKind::Secondary/> }
        });
        let file = (everything > 0).then(|| {
            view! { <ActionLink href=format!("{base}.csv") text=t!(l, "trainings-csv") kind=ActionKind::Secondary/> }
        });
        let needs =
            view! { <ActionLink href=format!("{base}/needs") text=t!(l, "needs-title") kind=ActionKind::Secondary/> };
        if everything == 0 {
            return view! {
                <PageHeader title>{add}{needs}</PageHeader>
                <EmptyState title=t!(l, "trainings-empty-title") text=t!(l, "trainings-empty")/>
            }
            .into_any();
        }
        let cards: Vec<AnyView> = paged
            .rows(pages)
            .map(|page| card(l, &base, &network, page, now))
            .collect();
        let filters = filters(l, &base, &asked, subjects);
        let list = if cards.is_empty() {
            view! {
                <EmptyState title=t!(l, "results-count", count = 0) text=t!(l, "results-try-less")>
                    <ActionLink href=base text=t!(l, "filter-clear") kind=ActionKind::Secondary/>
                </EmptyState>
            }
            .into_any()
        } else {
            view! { <Section title=t!(l, "trainings-catalogue")><Cards>{cards}</Cards></Section> }.into_any()
        };
        let pagination = paged.links(l, |page| cx.here_with("page", &page.to_string()));
        view! {
            <PageHeader title lead=t!(l, "trainings-lead", count = found)>{add}{needs}{visits}{figures}{priorities}{file}</PageHeader>
            {filters}
            {list}
            {pagination}
        }
        .into_any()
    }))
}

fn filters(l: Locale, base: &str, asked: &Asked, subjects: Vec<String>) -> impl IntoView + use<> {
    let reset = asked.anything().then(|| PageLink::new(base, t!(l, "filter-clear")));
    let options = subjects.into_iter().map(|subject| Choice::new(subject.clone(), subject)).collect();
    let (query, subject, free) = (asked.query.clone(), asked.subject.clone(), asked.free);
    view! {
        <FilterBar action=base.to_owned() label=t!(l, "trainings-filter") submit=t!(l, "filter") reset>
            <Field name="q" label=t!(l, "trainings-search") kind="search" value=query/>
            <Select name="subject" label=t!(l, "trainings-subject") options=options selected=subject empty=t!(l, "trainings-every-subject")/>
            <Checkbox name="free" label=t!(l, "trainings-free-only") checked=free/>
        </FilterBar>
    }
}

fn card(l: Locale, base: &str, network: &Network, page: TrainingPage, now: chrono::DateTime<chrono::Utc>) -> AnyView {
    let training = page.training;
    let lang = page.home.as_ref().unwrap_or(network).locale.to_string();
    let home = page.home.map(|home| {
        view! { <p><Tag text=t!(l, "trainings-from-network", network = home.name(l)) tone=Tone::Neutral/></p> }
    });
    let tag = (training.standing != Standing::Published).then(|| {
        view! { <Tag text=words::standing(l, training.standing) tone=Tone::Neutral/> }
    });
    let details = training.details;
    let subject = (!details.subject.is_empty()).then(|| view! { <p class="hint">{details.subject.clone()}</p> });
    let lines = page.sessions.iter().filter(|line| line.begins_at > now && line.course.gives_seats()).take(3);
    let lines = lines
        .map(|line| {
            let href = format!("{base}/sessions/{}", line.id);
            let (when, left) = (words::when(l, network.zone, line), words::room(l, network.zone, line, now));
            view! { <li><a href=href>{when}</a>" "<span class="hint">{left}</span></li> }
        })
        .collect_view();
    let none = page.sessions.iter().all(|line| line.begins_at <= now || !line.course.gives_seats());
    let none = none.then(|| view! { <p class="hint">{t!(l, "trainings-no-session")}</p> });
    let duration = services::trainings::duration(l, details.minutes.into());
    view! {
        <Card title=training.title href=format!("{base}/{}", training.id) lang=lang>
            {tag}
            {home}
            {subject}
            <p>{duration}</p>
            {none}
            <ul>{lines}</ul>
        </Card>
    }
    .into_any()
}

/// The catalogue as a file for a spreadsheet: a line for each session, and for each training without one.
pub async fn csv(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let pages = cx.services().trainings(cx.viewer(), &network).await?;
    let mut rows = vec![vec![
        t!(l, "trainings-training"),
        t!(l, "trainings-subject"),
        t!(l, "trainings-begins"),
        t!(l, "trainings-place"),
        t!(l, "trainings-capacity"),
        t!(l, "trainings-taken"),
        t!(l, "status"),
    ]];
    for page in pages {
        let (title, subject) = (page.training.title, page.training.details.subject);
        if page.sessions.is_empty() {
            let standing = words::standing(l, page.training.standing);
            rows.push(vec![title, subject, String::new(), String::new(), String::new(), String::new(), standing]);
            continue;
        }
        for line in page.sessions {
            let begins = line.begins_at.with_timezone(&network.zone).format("%Y-%m-%d %H:%M").to_string();
            rows.push(vec![
                title.clone(),
                subject.clone(),
                begins,
                line.place.clone().unwrap_or_default(),
                line.capacity.to_string(),
                line.taken.to_string(),
                words::course(l, line.course),
            ]);
        }
    }
    let name = format!("{}-{}.csv", network.slug, t!(l, "trainings-file"));
    Ok(csv_file(l, &name, &rows))
}

/// The page of a training.
pub async fn training(cx: Cx, Path(address): Path<Address>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let page = cx.services().training(cx.viewer(), &network, address.training).await?;
    let now = cx.services().now();
    let base = format!("/n/{}/trainings", network.slug);
    let here = format!("{base}/{}", page.training.id);
    let title = page.training.title.clone();
    let draft = cx.network_page(&network, title.clone()).breadcrumb(way(
        l,
        &network,
        vec![PageLink::new(&here, title.clone())],
    ));
    Ok(draft.render(move || {
        let lang = page.home.as_ref().unwrap_or(&network).locale.to_string();
        let home = page.home.as_ref().map(|home| {
            view! { <Tag text=t!(l, "trainings-from-network", network = home.name(l)) tone=Tone::Neutral/> }
        });
        let training = &page.training;
        let tag = (training.standing != Standing::Published).then(|| {
            view! { <Tag text=words::standing(l, training.standing)/> }
        });
        let actions = page.may_organize.then(|| {
            let listed = training.standing == Standing::Published;
            let (word, text) = if listed { ("no", t!(l, "trainings-withdraw")) } else { ("yes", t!(l, "trainings-publish")) };
            view! {
                <ActionLink href=format!("{here}/sessions/new") text=t!(l, "trainings-session-add")/>
                <ActionLink href=format!("{here}/edit") text=t!(l, "edit") kind=ActionKind::Secondary/>
                <ActionLink href=format!("{here}/evaluation") text=t!(l, "evaluation-form") kind=ActionKind::Secondary/>
                <PostButton action=format!("{here}/listed") text=text kind=ActionKind::Secondary entries=vec![("listed".into(), word.into())]/>
            }
        });
        let text = |heading: String, text: &str| {
            let (text, lang) = (text.to_owned(), lang.clone());
            (!text.is_empty()).then(|| view! { <Section title=heading><PlainText text lang/></Section> })
        };
        let details = &training.details;
        let side = view! { <Facts facts=words::facts(l, details)/> }.into_any();
        let sessions = sessions(l, &base, &network, &page.sessions, now);
        let texts = [
            text(t!(l, "trainings-objectives"), &details.objectives),
            text(t!(l, "trainings-audience"), &details.audience),
            text(t!(l, "trainings-prerequisites"), &details.prerequisites),
            text(t!(l, "trainings-accessibility"), &details.accessibility),
        ];
        let texts = texts.into_iter().collect_view();
        view! {
            <PageHeader kicker=t!(l, "trainings-training") lang=lang title>{tag}{home}{actions}</PageHeader>
            <Columns side>
                {sessions}
                {texts}
            </Columns>
        }
    }))
}

fn sessions(
    l: Locale,
    base: &str,
    network: &Network,
    lines: &[SessionLine],
    now: chrono::DateTime<chrono::Utc>,
) -> impl IntoView + use<> {
    let rows: Vec<Vec<Cell>> = lines
        .iter()
        .map(|line| {
            vec![
                Cell::link(format!("{base}/sessions/{}", line.id), words::when(l, network.zone, line)),
                Cell::text(words::place(l, line)),
                Cell::text(words::room(l, network.zone, line, now)),
                Cell::tag(words::course(l, line.course), words::course_tone(line.course)),
            ]
        })
        .collect();
    let table = if rows.is_empty() {
        view! { <p>{t!(l, "trainings-no-session")}</p> }.into_any()
    } else {
        let columns = vec![
            Column::text(t!(l, "trainings-begins")),
            Column::text(t!(l, "trainings-place")),
            Column::text(t!(l, "trainings-seats")),
            Column::text(t!(l, "status")),
        ];
        view! { <DataTable caption=t!(l, "trainings-sessions") caption_hidden=true columns rows/> }.into_any()
    };
    view! { <Section title=t!(l, "trainings-sessions") id="sessions">{table}</Section> }
}
