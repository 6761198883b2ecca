//! The list of members: found again by its address, whole as a file.

use axum::extract::Path;
use domain::{
    access::{Action, Scope},
    locale::Locale,
    memberships::Status,
};
use i18n::t;
use leptos::prelude::*;
use services::{networks::Member, text::fold};

use super::{status, tone};
use crate::{
    context::{Answer, Cx},
    paging::Paged,
    spreadsheet::csv_file,
    ui::*,
};

/// Members on a page.
const PAGE: usize = 100;

/// What the address asks for.
struct Asked {
    query: String,
    college: String,
    status: String,
}

impl Asked {
    fn of(cx: &Cx) -> Self {
        let text = |name| cx.query(name).unwrap_or_default().trim().to_owned();
        Self { query: text("q"), college: text("college"), status: text("status") }
    }

    fn anything(&self) -> bool {
        !(self.query.is_empty() && self.college.is_empty() && self.status.is_empty())
    }

    /// Without a status, those who belong to the network today.
    fn keeps(&self, member: &Member, folded: &str) -> bool {
        let status = match self.status.as_str() {
            "" => matches!(member.status, Status::Admitted | Status::Suspended),
            "all" => true,
            word => member.status.as_str() == word,
        };
        let college = self.college.is_empty()
            || member.college_id.map_or_else(|| self.college == "none", |id| id.to_string() == self.college);
        let short = || member.short_name.as_deref().is_some_and(|name| fold(name).contains(folded));
        status && college && (folded.is_empty() || fold(&member.name).contains(folded) || short())
    }

    fn keep(&self, members: &mut Vec<Member>) {
        let folded = fold(&self.query);
        members.retain(|member| self.keeps(member, &folded));
    }

    fn address(&self, path: &str, page: usize) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("q", &self.query), ("college", &self.college), ("status", &self.status)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        if page > 1 {
            query.append_pair("page", &page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

/// The page.
pub async fn list(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let mut members = cx.services().members(cx.viewer(), &network, l).await?;
    let manages = cx.viewer().may(Action::ManageMemberships, Scope::Network(network.id));
    let (everyone, colleges) = (members.len(), colleges(&members));
    let asked = Asked::of(&cx);
    asked.keep(&mut members);
    let found = members.len();
    let paged = Paged::of(cx.query("page"), found, PAGE);
    let base = format!("/n/{}/members", network.slug);
    let file = asked.address(&format!("{base}.csv"), 1);
    let rows: Vec<Vec<Cell>> = paged.rows(members).map(|member| row(l, &base, member)).collect();
    let add = manages.then(|| format!("/n/{}/new-member", network.slug));
    let title = t!(l, "memberships-title");
    let lead = t!(l, "memberships-lead", count = found, network = network.name(l));
    let draft = cx.network_page(&network, title.clone());
    Ok(draft.render(move || {
        let actions = move || {
            view! {
                {add.map(|href| view! { <ActionLink href text=t!(l, "memberships-add")/> })}
                {(everyone > 0).then(|| view! { <ActionLink href=file text=t!(l, "memberships-csv") kind=ActionKind::Secondary/> })}
            }
        };
        if everyone == 0 {
            return view! {
                <PageHeader title>{actions()}</PageHeader>
                <EmptyState title=t!(l, "memberships-empty-title") text=t!(l, "memberships-empty")/>
            }
            .into_any();
        }
        let filters = filters(l, &base, &asked, colleges);
        let pagination = paged.links(l, |page| asked.address(&base, page));
        let table = if rows.is_empty() {
            let nothing = if asked.query.is_empty() {
                t!(l, "results-count", count = 0)
            } else {
                t!(l, "results-none-for", query = &asked.query)
            };
            view! {
                <EmptyState title=nothing text=t!(l, "results-try-less")>
                    <ActionLink href=base.clone() text=t!(l, "filter-clear") kind=ActionKind::Secondary/>
                </EmptyState>
            }
            .into_any()
        } else {
            let columns = vec![
                Column::text(t!(l, "memberships-organization")),
                Column::text(t!(l, "memberships-college")),
                Column::text(t!(l, "status")),
                Column::text(t!(l, "memberships-since")),
            ];
            view! { <DataTable caption=t!(l, "memberships-caption") caption_hidden=true columns rows/> }.into_any()
        };
        view! {
            <PageHeader title lead>{actions()}</PageHeader>
            {filters}
            {table}
            {pagination}
        }
        .into_any()
    }))
}

/// The colleges that members are in, for the filter.
fn colleges(members: &[Member]) -> Vec<Choice> {
    let mut colleges: Vec<Choice> = Vec::new();
    for member in members {
        if let (Some(id), Some(name)) = (member.college_id, &member.college) {
            let id = id.to_string();
            if !colleges.iter().any(|known| known.value == id) {
                colleges.push(Choice::new(id, name));
            }
        }
    }
    colleges.sort_by_cached_key(|college| fold(&college.label));
    colleges
}

fn row(l: Locale, base: &str, member: Member) -> Vec<Cell> {
    vec![
        Cell::link(format!("{base}/{}", member.slug), member.name),
        Cell::text(member.college.unwrap_or_else(|| "–".to_owned())),
        Cell::tag(status(l, member.status), tone(member.status)),
        Cell::text(i18n::date(l, member.since)),
    ]
}

fn filters(l: Locale, base: &str, asked: &Asked, mut colleges: Vec<Choice>) -> impl IntoView + use<> {
    colleges.push(Choice::new("none", t!(l, "memberships-no-college")));
    let mut statuses = crate::entries::choices(Status::ALL, |word| status(l, word));
    statuses.push(Choice::new("all", t!(l, "memberships-everyone")));
    let reset = asked.anything().then(|| PageLink::new(base, t!(l, "filter-clear")));
    let (query, college, chosen) = (asked.query.clone(), asked.college.clone(), asked.status.clone());
    view! {
        <FilterBar action=base.to_owned() label=t!(l, "memberships-filter") submit=t!(l, "filter") reset>
            <Field name="q" label=t!(l, "memberships-search") kind="search" value=query/>
            <Select name="college" label=t!(l, "memberships-college") options=colleges selected=college empty=t!(l, "memberships-all-colleges")/>
            <Select name="status" label=t!(l, "status") options=statuses selected=chosen empty=t!(l, "memberships-current")/>
        </FilterBar>
    }
}

/// The same list as a file for a spreadsheet, on one page.
pub async fn csv(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &slug).await?;
    let mut members = cx.services().members(cx.viewer(), &network, l).await?;
    Asked::of(&cx).keep(&mut members);
    let mut rows = vec![vec![
        t!(l, "memberships-organization"),
        t!(l, "memberships-short-name"),
        t!(l, "memberships-college"),
        t!(l, "status"),
        t!(l, "memberships-since"),
        t!(l, "memberships-network"),
    ]];
    rows.extend(members.into_iter().map(|member| {
        vec![
            member.name,
            member.short_name.unwrap_or_default(),
            member.college.unwrap_or_default(),
            status(l, member.status),
            member.since.to_string(),
            network.name(l).to_owned(),
        ]
    }));
    let name = format!("{}-{}.csv", network.slug, t!(l, "memberships-file"));
    Ok(csv_file(l, &name, &rows))
}
