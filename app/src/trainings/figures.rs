//! What trainings amounted to: charts with their tables, narrowed down by the address.

use axum::extract::Path;
use chrono::{Datelike, NaiveDate};
use domain::{
    ids::{OrganizationId, TrainingId},
    locale::Locale,
    trainings::figures::{Figures, People},
};
use i18n::t;
use leptos::prelude::*;
use services::trainings::{FiguresFilter, FiguresPage, SessionFigures, duration};

use super::{catalogue::way, words};
use crate::{
    context::{Answer, Cx},
    ui::*,
};

/// Most rows of a table on the page; the files have all.
const ROWS: usize = 100;

/// What the address asks for. What cannot be read narrows nothing down.
pub fn filter(cx: &Cx) -> FiguresFilter {
    let text = |name| cx.query(name).map(str::trim).filter(|text| !text.is_empty());
    let id = |name| text(name).and_then(|text| text.parse::<uuid::Uuid>().ok());
    let day = |name| text(name).and_then(|text| text.parse::<NaiveDate>().ok());
    FiguresFilter {
        from: day("from"),
        to: day("to"),
        training: id("training").map(TrainingId),
        organization: id("association").map(OrganizationId),
        territory: text("territory").map(str::to_owned),
        named: false,
    }
}

/// The same as a query.
fn query(filter: &FiguresFilter, more: &[(&str, &str)]) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let parts = [
        ("from", day(filter.from)),
        ("to", day(filter.to)),
        ("training", filter.training.map(|id| id.to_string())),
        ("association", filter.organization.map(|id| id.to_string())),
        ("territory", filter.territory.clone()),
    ];
    for (name, value) in parts {
        if let Some(value) = value {
            query.append_pair(name, &value);
        }
    }
    query.extend_pairs(more).finish()
}

/// Cents that may be none at all.
fn euros(l: Locale, cents: u64) -> String {
    if cents == 0 { "0\u{a0}€".to_owned() } else { words::euros(l, cents) }
}

fn number(l: Locale, number: u64) -> String {
    i18n::number(l, i64::try_from(number).unwrap_or(i64::MAX))
}

fn of(l: Locale, part: u64, whole: u64) -> String {
    t!(l, "figures-of", part = part, whole = whole)
}

/// The page.
pub async fn show(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let filter = filter(&cx);
    let page = cx.services().training_figures(cx.viewer(), &network, &filter).await?;
    let title = t!(l, "figures-title");
    let here = cx.path().to_owned();
    let links = way(l, &network, vec![PageLink::new(&here, title.clone())]);
    let year = services::day_in(network.zone, cx.services().now()).year();
    let draft = cx.network_page(&network, title.clone()).breadcrumb(links);
    let base = format!("/n/{}/trainings", network.slug);
    Ok(draft.render(move || {
        let lead = if page.whole { t!(l, "figures-lead") } else { t!(l, "figures-lead-own") };
        let filters = filters(l, &here, &filter, &page, year);
        if page.sessions.is_empty() {
            let text = t!(l, "figures-empty");
            let empty = view! { <EmptyState title=t!(l, "figures-empty-title") text/> };
            return view! { <PageHeader title lead/>{filters}{empty} }.into_any();
        }
        let files = files(l, &here, &filter);
        let whole = whole(l, &page);
        let money = page.whole.then(|| money(l, &page.total));
        let sessions = sessions(l, &base, &page);
        let associations = page.organizations.iter().map(|it| (it.name.clone(), it.people)).collect();
        let associations =
            groups(l, "associations", t!(l, "figures-associations"), t!(l, "column-association"), associations);
        let territories = page.territories.iter();
        let territories =
            territories.map(|(name, people)| (name.clone().unwrap_or_else(|| t!(l, "figures-no-territory")), *people));
        let territories =
            groups(l, "territories", t!(l, "figures-territories"), t!(l, "figures-territory"), territories.collect());
        view! {
            <PageHeader title lead>{files}</PageHeader>
            {filters}
            {whole}
            {money}
            {sessions}
            {associations}
            {territories}
            <p class="hint">{t!(l, "figures-territory-how")}</p>
        }
        .into_any()
    }))
}

fn filters(l: Locale, here: &str, filter: &FiguresFilter, page: &FiguresPage, year: i32) -> impl IntoView + use<> {
    let any = *filter != FiguresFilter::default();
    let reset = any.then(|| PageLink::new(here, t!(l, "filter-clear")));
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let (from, to) = (day(filter.from), day(filter.to));
    let trainings = page.trainings.iter().map(|(id, title)| Choice::new(id.to_string(), title)).collect();
    let training = filter.training.map(|id| id.to_string()).unwrap_or_default();
    let known = page.known_organizations.iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let association = filter.organization.map(|id| id.to_string()).unwrap_or_default();
    let territories = page.known_territories.iter().map(|name| Choice::new(name, name)).collect();
    let territory = filter.territory.clone().unwrap_or_default();
    let years = [year, year - 1].map(|year| {
        let (first, last) = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31));
        let href = format!("{here}?{}", query(&FiguresFilter { from: first, to: last, ..filter.clone() }, &[]));
        // A year is a name: its digits are not grouped.
        view! { <li><a href=href>{t!(l, "figures-year", year = year.to_string())}</a></li> }
    });
    let action = here.to_owned();
    view! {
        <FilterBar action label=t!(l, "figures-filter") submit=t!(l, "filter") reset>
            <Field name="from" label=t!(l, "figures-from") kind="date" value=from width=FieldWidth::Short/>
            <Field name="to" label=t!(l, "figures-to") kind="date" value=to width=FieldWidth::Short/>
            <Select name="training" label=t!(l, "trainings-training") options=trainings selected=training empty=t!(l, "figures-every-training")/>
            <Select name="association" label=t!(l, "column-association") options=known selected=association empty=t!(l, "figures-every-association")/>
            <Select name="territory" label=t!(l, "figures-territory") options=territories selected=territory empty=t!(l, "figures-every-territory")/>
        </FilterBar>
        <ul class="plain">{years.collect_view()}</ul>
    }
}

fn files(l: Locale, here: &str, filter: &FiguresFilter) -> impl IntoView + use<> {
    let csv = [
        ("sessions", t!(l, "figures-csv-sessions")),
        ("associations", t!(l, "figures-csv-associations")),
        ("territories", t!(l, "figures-csv-territories")),
    ];
    let csv = csv.map(|(table, text)| {
        let href = format!("{here}.csv?{}", query(filter, &[("table", table)]));
        view! { <ActionLink href text kind=ActionKind::Secondary/> }
    });
    let href = format!("{here}.xlsx?{}", query(filter, &[]));
    view! { <ActionLink href text=t!(l, "figures-xlsx")/>{csv.collect_view()} }
}

/// Everything together: rates as bars, all of it as a table.
fn whole(l: Locale, page: &FiguresPage) -> impl IntoView + use<> {
    let Figures { sessions, seats, people, satisfaction, .. } = page.total;
    let attendance = i18n::percent(l, people.present, people.due);
    let mut bars = Vec::new();
    let mut rows = vec![(t!(l, "figures-sessions"), number(l, sessions))];
    if page.whole {
        bars.push(ChartBar {
            label: t!(l, "figures-seated"),
            amount: of(l, people.seated, seats),
            part: people.seated,
            whole: seats,
        });
        rows.push((t!(l, "figures-seats"), number(l, seats)));
    }
    if people.due > 0 {
        let (label, amount) = (t!(l, "figures-attendance"), attendance.clone());
        bars.push(ChartBar { label, amount, part: people.present, whole: people.due });
    }
    if page.whole && satisfaction.count > 0 {
        let (label, amount) = (t!(l, "figures-satisfaction"), words::average(l, satisfaction));
        bars.push(ChartBar { label, amount, part: satisfaction.sum, whole: satisfaction.count * 5 });
    }
    rows.extend([
        (t!(l, "figures-seated"), number(l, people.seated)),
        (t!(l, "figures-registrations"), number(l, people.registrations)),
        (t!(l, "figures-refused"), number(l, people.refused)),
        (t!(l, "figures-in-vain"), number(l, people.in_vain)),
        (t!(l, "figures-attendance"), attendance),
        (t!(l, "figures-present"), of(l, people.present, people.due)),
        (t!(l, "figures-minutes"), duration(l, people.minutes)),
    ]);
    if page.whole {
        let average = words::average(l, satisfaction);
        let text = t!(l, "figures-satisfaction-of", average = average, count = satisfaction.count);
        rows.push((t!(l, "figures-satisfaction"), text));
    } else {
        rows.push((t!(l, "figures-price"), euros(l, people.cents)));
    }
    let noted = (people.noted < people.due).then(|| {
        let text = t!(l, "figures-not-noted", noted = people.noted, due = people.due);
        view! { <p class="hint">{text}</p> }
    });
    let chart = chart("whole", t!(l, "figures-whole"), t!(l, "figures-chart-rates"), bars, None);
    let table = measures(l, t!(l, "figures-whole"), rows);
    view! { <Section title=t!(l, "figures-whole") id="whole"><Charted chart>{table}</Charted>{noted}</Section> }
}

fn measures(l: Locale, caption: String, rows: Vec<(String, String)>) -> impl IntoView {
    let columns = vec![Column::text(t!(l, "figures-measure")), Column::number(t!(l, "figures-value"))];
    let rows = rows.into_iter().map(|(label, value)| vec![Cell::text(label), Cell::text(value)]).collect();
    view! { <DataTable caption caption_hidden=true columns rows layout=TableLayout::Scrolling/> }
}

fn chart(id: &str, title: String, description: String, bars: Vec<ChartBar>, more: Option<String>) -> AnyView {
    view! { <BarChart id=format!("chart-{id}") title description bars more/> }.into_any()
}

/// What the sessions cost, and who paid.
fn money(l: Locale, total: &Figures) -> impl IntoView + use<> {
    let paid = total.people.cents;
    let most = total.cost.max(total.funding).max(paid);
    let lines = [
        (t!(l, "figures-cost"), total.cost),
        (t!(l, "figures-funding"), total.funding),
        (t!(l, "figures-price"), paid),
    ];
    let bar = |(label, cents): &(String, u64)| ChartBar {
        label: label.clone(),
        amount: euros(l, *cents),
        part: *cents,
        whole: most,
    };
    let bars = lines.iter().map(bar).collect();
    let mut rows: Vec<(String, String)> = lines.into_iter().map(|(label, cents)| (label, euros(l, cents))).collect();
    if total.without_cost == 0 {
        rows.push((t!(l, "figures-rest"), euros(l, total.cost.saturating_sub(total.funding + paid))));
    }
    let unsaid = (total.without_cost > 0).then(|| t!(l, "figures-without-cost", count = total.without_cost));
    let chart = chart("money", t!(l, "figures-money"), t!(l, "figures-chart-money"), bars, None);
    let table = measures(l, t!(l, "figures-money"), rows);
    view! {
        <Section title=t!(l, "figures-money") id="money">
            <Charted chart>{table}</Charted>
            {unsaid.map(|text| view! { <p class="hint">{text}</p> })}
            <p class="hint">{t!(l, "figures-price-how")}</p>
        </Section>
    }
}

/// That a chart or a table has more than is shown.
fn rest(count: usize, shown: usize) -> Option<usize> {
    count.checked_sub(shown).filter(|rest| *rest > 0)
}

fn in_file(l: Locale, count: usize) -> Option<impl IntoView> {
    let count = rest(count, ROWS)?;
    Some(view! { <p class="hint">{t!(l, "figures-more-in-file", count = count)}</p> })
}

fn sessions(l: Locale, base: &str, page: &FiguresPage) -> impl IntoView + use<> {
    let seats = |it: &SessionFigures| {
        let (seated, seats) = (it.figures.people.seated, it.figures.seats);
        if page.whole { (of(l, seated, seats), seats) } else { (number(l, seated), 0) }
    };
    let most = page.sessions.iter().map(|it| it.figures.people.seated).max().unwrap_or(0);
    let bar = |it: &SessionFigures| {
        let (amount, whole) = seats(it);
        let whole = if page.whole { whole } else { most };
        let label = format!("{} {}", i18n::date_short(l, it.day), it.title);
        ChartBar { label, amount, part: it.figures.people.seated, whole }
    };
    let bars: Vec<ChartBar> = page.sessions.iter().take(CHART_BARS).map(bar).collect();
    let more = rest(page.sessions.len(), CHART_BARS).map(|count| t!(l, "figures-more", count = count));
    let chart = chart("sessions", t!(l, "figures-sessions"), t!(l, "figures-chart-sessions"), bars, more);
    let mut columns = vec![
        Column::text(t!(l, "trainings-training")),
        Column::text(t!(l, "figures-day")),
        Column::number(t!(l, "trainings-seats")),
        Column::number(t!(l, "figures-attendance")),
        Column::number(t!(l, "figures-minutes")),
    ];
    if page.whole {
        columns.push(Column::number(t!(l, "figures-satisfaction")));
    }
    let row = |it: &SessionFigures| {
        let people = it.figures.people;
        let mut cells = vec![
            Cell::link(format!("{base}/sessions/{}", it.id), it.title.clone()),
            Cell::text(i18n::date_short(l, it.day)),
            Cell::text(seats(it).0),
            Cell::text(i18n::percent(l, people.present, people.due)),
            Cell::text(duration(l, people.minutes)),
        ];
        if page.whole {
            cells.push(Cell::text(words::average(l, it.figures.satisfaction)));
        }
        cells
    };
    let rows = page.sessions.iter().take(ROWS).map(row).collect();
    let title = t!(l, "figures-sessions");
    let more = in_file(l, page.sessions.len());
    view! {
        <Section title=title.clone() id="sessions">
            {chart}
            <DataTable caption=title caption_hidden=true columns rows layout=TableLayout::Scrolling/>
            {more}
        </Section>
    }
}

/// What the people of each group amount to: of each association, of each territory.
fn groups(l: Locale, id: &'static str, title: String, heading: String, groups: Vec<(String, People)>) -> impl IntoView {
    let most = groups.iter().map(|(_, people)| people.seated).max().unwrap_or(0);
    let bar = |(label, people): &(String, People)| ChartBar {
        label: label.clone(),
        amount: number(l, people.seated),
        part: people.seated,
        whole: most,
    };
    let bars = groups.iter().take(CHART_BARS).map(bar).collect();
    let more = rest(groups.len(), CHART_BARS).map(|count| t!(l, "figures-more", count = count));
    let chart = chart(id, title.clone(), t!(l, "figures-chart-people"), bars, more);
    let columns = vec![
        Column::text(heading),
        Column::number(t!(l, "figures-seated")),
        Column::number(t!(l, "figures-registrations")),
        Column::number(t!(l, "figures-refused")),
        Column::number(t!(l, "figures-in-vain")),
        Column::number(t!(l, "figures-attendance")),
        Column::number(t!(l, "figures-minutes")),
        Column::number(t!(l, "figures-price")),
    ];
    let more = in_file(l, groups.len());
    let row = |(label, people): (String, People)| {
        vec![
            Cell::text(label),
            Cell::text(number(l, people.seated)),
            Cell::text(number(l, people.registrations)),
            Cell::text(number(l, people.refused)),
            Cell::text(number(l, people.in_vain)),
            Cell::text(i18n::percent(l, people.present, people.due)),
            Cell::text(duration(l, people.minutes)),
            Cell::text(euros(l, people.cents)),
        ]
    };
    let rows = groups.into_iter().take(ROWS).map(row).collect();
    view! {
        <Section title=title.clone() id>
            {chart}
            <DataTable caption=title caption_hidden=true columns rows layout=TableLayout::Scrolling/>
            {more}
        </Section>
    }
}
