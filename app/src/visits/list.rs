//! The page of visits: what is offered, what was asked for, and what was told.

use axum::extract::Path;
use domain::{
    locale::Locale,
    visits::{Kind, State},
};
use i18n::t;
use leptos::prelude::*;
use services::{
    text::fold,
    visits::{Feedback, OfferLine, VisitLine},
};

use super::{way, words};
use crate::{
    context::{Answer, Cx},
    entries::choices,
    paging::Paged,
    spreadsheet::csv_file,
    ui::*,
};

/// Requests on a page.
const PAGE: usize = 60;
/// Visits of which one reads what was told.
const TOLD: usize = 20;

/// What the address asks for.
struct Asked {
    query: String,
    kind: Option<Kind>,
    state: Option<State>,
}

impl Asked {
    fn of(cx: &Cx) -> Self {
        let text = |name| cx.query(name).unwrap_or_default().trim();
        Self { query: text("q").to_owned(), kind: text("kind").parse().ok(), state: text("state").parse().ok() }
    }

    fn anything(&self) -> bool {
        !self.query.is_empty() || self.kind.is_some() || self.state.is_some()
    }

    fn keeps(&self, kind: Kind, texts: &[&str]) -> bool {
        let query = fold(&self.query);
        self.kind.is_none_or(|asked| asked == kind)
            && (query.is_empty() || texts.iter().any(|text| fold(text).contains(&query)))
    }

    fn keeps_offer(&self, line: &OfferLine) -> bool {
        self.keeps(line.kind, &[&line.title, &line.host_name, &line.details])
    }

    fn keeps_visit(&self, line: &VisitLine) -> bool {
        let offer = line.offer.as_deref().unwrap_or_default();
        self.state.is_none_or(|asked| asked == line.state)
            && self.keeps(line.kind, &[offer, &line.sender_name, &line.host_name, &line.person_name])
    }

    /// The same question to another address.
    fn put_to(&self, address: &str) -> String {
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        let kind = self.kind.map(|kind| kind.to_string()).unwrap_or_default();
        let state = self.state.map(|state| state.to_string()).unwrap_or_default();
        for (name, value) in [("q", &self.query), ("kind", &kind), ("state", &state)] {
            if !value.is_empty() {
                pairs.append_pair(name, value);
            }
        }
        let pairs = pairs.finish();
        if pairs.is_empty() { address.to_owned() } else { format!("{address}?{pairs}") }
    }
}

/// The page.
pub async fn show(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let mut page = cx.services().visits(cx.viewer(), &network).await?;
    let asked = Asked::of(&cx);
    let any = !(page.offers.is_empty() && page.visits.is_empty() && page.published.is_empty());
    page.offers.retain(|line| asked.keeps_offer(line));
    page.visits.retain(|line| asked.keeps_visit(line));
    page.published.retain(|line| asked.keeps_visit(line));
    let paged = Paged::of(cx.query("page"), page.visits.len(), PAGE);
    let base = format!("/n/{}/trainings/visits", network.slug);
    let title = t!(l, "visits-title");
    let draft = cx.network_page(&network, title.clone()).breadcrumb(way(l, &network, Vec::new()));
    Ok(draft.render(move || {
        let lang = network.locale.to_string();
        let asks = !page.places.is_empty();
        let ask = asks.then(|| {
            view! { <ActionLink href=format!("{base}/new") text=t!(l, "visits-ask") kind=ActionKind::Secondary/> }
        });
        let offer = page.places.iter().any(|place| place.offers).then(|| {
            view! { <ActionLink href=format!("{base}/offers/new") text=t!(l, "visits-offer") kind=ActionKind::Secondary/> }
        });
        let file = (!page.visits.is_empty()).then(|| {
            let href = asked.put_to(&format!("{base}.csv"));
            view! { <ActionLink href text=t!(l, "visits-csv") kind=ActionKind::Secondary/> }
        });
        let filters = any.then(|| filters(l, &base, &asked));
        let offers = if page.offers.is_empty() {
            let text = if asked.anything() { t!(l, "results-try-less") } else { t!(l, "visits-no-offer") };
            view! { <p>{text}</p> }.into_any()
        } else {
            let cards: Vec<AnyView> =
                page.offers.iter().map(|line| card(l, &base, &lang, line, asks)).collect();
            view! { <Cards>{cards}</Cards> }.into_any()
        };
        let pagination = paged.links(l, |page| cx.here_with("page", &page.to_string()));
        let visits = (!page.visits.is_empty()).then(|| {
            let lines: Vec<&VisitLine> = paged.rows(&page.visits).collect();
            let table = requests(l, &base, &lines);
            view! { <Section title=t!(l, "visits-requests") id="requests">{table}{pagination}</Section> }
        });
        let told = (!page.published.is_empty()).then(|| {
            let each = page.published.iter().take(TOLD).map(|line| told(l, &lang, line)).collect_view();
            view! { <Section title=t!(l, "visits-told") id="told">{each}</Section> }
        });
        view! {
            <PageHeader title lead=t!(l, "visits-lead")>{ask}{offer}{file}</PageHeader>
            {filters}
            {visits}
            <Section title=t!(l, "visits-offers") id="offers">{offers}</Section>
            {told}
        }
    }))
}

fn filters(l: Locale, base: &str, asked: &Asked) -> impl IntoView + use<> {
    let reset = asked.anything().then(|| PageLink::new(base, t!(l, "filter-clear")));
    let kinds = choices(Kind::ALL, |it| words::kind(l, it));
    let states = choices(State::ALL, |it| words::state(l, it).0);
    let kind = asked.kind.map(|kind| kind.to_string()).unwrap_or_default();
    let state = asked.state.map(|state| state.to_string()).unwrap_or_default();
    let query = asked.query.clone();
    view! {
        <FilterBar action=base.to_owned() label=t!(l, "visits-filter") submit=t!(l, "filter") reset>
            <Field name="q" label=t!(l, "trainings-search") kind="search" value=query/>
            <Select name="kind" label=t!(l, "visits-kind") options=kinds selected=kind empty=t!(l, "visits-every-kind")/>
            <Select name="state" label=t!(l, "visits-request-is") options=states selected=state empty=t!(l, "visits-every-state")/>
        </FilterBar>
    }
}

/// The requests that one sees, as a file for a spreadsheet.
pub async fn csv(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let page = cx.services().visits(cx.viewer(), &network).await?;
    let asked = Asked::of(&cx);
    let mut rows = vec![vec![
        t!(l, "visits-what"),
        t!(l, "visits-kind"),
        t!(l, "visits-sender"),
        t!(l, "visits-host"),
        t!(l, "visits-who"),
        t!(l, "visits-people"),
        t!(l, "visits-first"),
        t!(l, "visits-last"),
        t!(l, "status"),
    ]];
    for line in page.visits.into_iter().filter(|line| asked.keeps_visit(line)) {
        rows.push(vec![
            line.offer.unwrap_or_default(),
            words::kind(l, line.kind),
            line.sender_name,
            line.host_name,
            line.person_name,
            line.people.to_string(),
            line.days.first.to_string(),
            line.days.last.to_string(),
            words::state(l, line.state).0,
        ]);
    }
    let name = format!("{}-{}.csv", network.slug, t!(l, "visits-file"));
    Ok(csv_file(l, &name, &rows))
}

fn card(l: Locale, base: &str, lang: &str, line: &OfferLine, asks: bool) -> AnyView {
    let places = t!(l, "visits-places", places = line.places);
    let facts = [words::kind(l, line.kind), words::period(l, line.first, line.last), places].join(" · ");
    let closed = (!line.open).then(|| view! { <p><Tag text=t!(l, "visits-closed") tone=Tone::Neutral/></p> });
    let (title, host, details) = (line.title.clone(), line.host_name.clone(), line.details.clone());
    let (lang, lang_of) = (lang.to_owned(), lang.to_owned());
    let ask = (asks && line.open && !line.own).then(|| {
        let href = format!("{base}/new?offer={}", line.id);
        view! { <ActionLink href=href text=t!(l, "visits-ask-this") about=line.title.clone()/> }
    });
    let toggle = line.own.then(|| {
        let (word, text) = if line.open { ("no", t!(l, "visits-close")) } else { ("yes", t!(l, "visits-reopen")) };
        let entries = vec![("open".to_owned(), word.to_owned())];
        let action = format!("{base}/offers/{}/open", line.id);
        view! { <PostButton action=action text=text kind=ActionKind::Quiet entries=entries about=line.title.clone()/> }
    });
    let change = line.own.then(|| {
        let href = format!("{base}/offers/{}", line.id);
        view! { <ActionLink href=href text=t!(l, "visits-offer-change") kind=ActionKind::Quiet about=line.title.clone()/> }
    });
    view! {
        <Card title lang>
            {closed}
            <p>{host}</p>
            <p class="hint">{facts}</p>
            <PlainText text=details lang=lang_of/>
            <FormActions>{ask}{change}{toggle}</FormActions>
        </Card>
    }
    .into_any()
}

fn requests(l: Locale, base: &str, lines: &[&VisitLine]) -> impl IntoView + use<> {
    let columns = vec![
        Column::text(t!(l, "visits-what")),
        Column::text(t!(l, "visits-sender")),
        Column::text(t!(l, "visits-host")),
        Column::text(t!(l, "trainings-begins")),
        Column::text(t!(l, "status")),
    ];
    let row = |line: &&VisitLine| {
        let what = line.offer.clone().unwrap_or_else(|| words::kind(l, line.kind));
        let (state, tone) = words::state(l, line.state);
        vec![
            Cell::link(format!("{base}/{}", line.id), what),
            Cell::text(line.sender_name.clone()),
            Cell::text(line.host_name.clone()),
            Cell::text(words::days(l, line.days)),
            Cell::tag(state, tone),
        ]
    };
    let rows = lines.iter().map(row).collect();
    view! { <DataTable caption=t!(l, "visits-requests") caption_hidden=true columns rows/> }
}

/// What was told of a visit.
fn told(l: Locale, lang: &str, line: &VisitLine) -> impl IntoView + use<> {
    let heading = t!(l, "visits-told-of", sender = line.sender_name.as_str(), host = line.host_name.as_str());
    let days = words::days(l, line.days);
    let each = line.feedback.iter().map(|told| feedback(l, lang, told)).collect_view();
    view! { <h3>{heading}</h3><p class="hint">{days}</p>{each} }
}

/// One side's words.
pub fn feedback(l: Locale, lang: &str, told: &Feedback) -> impl IntoView + use<> {
    let side = if told.by_host { t!(l, "visits-side-host") } else { t!(l, "visits-side-visitor") };
    let (text, lang) = (told.text.clone(), lang.to_owned());
    let here = (!told.published).then(|| view! { <p class="hint">{t!(l, "visits-not-published")}</p> });
    view! { <p><strong>{side}</strong></p><PlainText text lang/>{here} }
}
