//! What became of registrations: one's own, those that are one's business, and what can be done with each.

use axum::{Form, extract::Path};
use domain::{
    ids::{PersonId, RegistrationId, TrainingSessionId},
    locale::Locale,
    trainings::State,
};
use i18n::t;
use leptos::prelude::*;
use serde::Deserialize;
use services::{
    Error,
    networks::Network,
    text::fold,
    trainings::{Line, Move, MoveKind, SessionPage},
};

use super::{
    catalogue::way,
    forms::SessionAddress,
    registering::{Sent, at},
    session::{page, summary},
    words,
};
use crate::{
    context::{Answer, Cx, done},
    entries::{Entries, choices},
    paging::Paged,
    problems::on_form,
    ui::*,
};

/// Registrations on a page.
const PAGE: usize = 60;
/// So many are seen at a glance, without a filter.
const FEW: usize = 20;

/// A registration's address.
#[derive(Clone, Debug, Deserialize)]
pub struct RegistrationAddress {
    /// The network's word.
    pub network: String,
    /// Which registration.
    pub registration: RegistrationId,
}

/// The address of what is done with a registration on a page of its own.
#[derive(Clone, Debug, Deserialize)]
pub struct LineAddress {
    network: String,
    session: TrainingSessionId,
    registration: RegistrationId,
}

/// What the address asks for.
pub struct Asked {
    query: String,
    state: Option<State>,
    page: Option<String>,
}

impl Asked {
    /// Reads it.
    pub fn of(cx: &Cx) -> Self {
        Self {
            query: cx.query("q").unwrap_or_default().trim().to_owned(),
            state: cx.query("state").and_then(|state| state.parse().ok()),
            page: cx.query("page").map(ToOwned::to_owned),
        }
    }

    fn keeps(&self, line: &Line) -> bool {
        let query = fold(&self.query);
        self.state.is_none_or(|state| state == line.state)
            && (query.is_empty()
                || [&line.name, &line.organization_name].iter().any(|text| fold(text).contains(&query)))
    }

    fn to(&self, here: &str, page: usize) -> String {
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        pairs.append_pair("q", &self.query);
        pairs.append_pair("state", &self.state.map(|state| state.to_string()).unwrap_or_default());
        pairs.append_pair("page", &page.to_string());
        format!("{here}?{}#registrations", pairs.finish())
    }
}

/// Something is done with a registration.
pub async fn act(cx: Cx, Path(address): Path<RegistrationAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let reason = entries.text("reason");
    let wanted = match entries.text("move").as_str() {
        "agree" => Move::Agree,
        "refuse" => Move::Refuse { reason },
        "cancel" => Move::Cancel,
        "accept" => Move::Accept,
        "decline" => Move::Decline,
        "seat" => Move::Seat { reason },
        "transfer" => Move::Transfer { to: PersonId(entries.text("to").parse().map_err(|_| Error::NotFound)?) },
        _ => return Err(Error::NotFound.into()),
    };
    let session: TrainingSessionId =
        entries.text("session").parse().map(TrainingSessionId).map_err(|_| Error::NotFound)?;
    let result = cx.services().move_registration(cx.viewer(), network.id, address.registration, wanted).await;
    let to = SessionAddress { network: network.slug.clone(), session };
    match on_form(result)? {
        Ok(()) => Ok(done(&at(&network, session), "training-moved")),
        Err(problem) => page(&cx, &network, &to, Sent { entries, problem, ..Sent::default() }).await,
    }
}

/// What the viewer may do with a registration.
fn actions(l: Locale, base: &str, session: &SessionPage, line: &Line) -> Vec<AnyView> {
    let action = format!("{base}/registrations/{}", line.id);
    let id = session.id.to_string();
    let entries = |word: &str| vec![("move".to_owned(), word.to_owned()), ("session".to_owned(), id.clone())];
    let button = |word: &str, text: String, kind: ActionKind| {
        view! { <PostButton action=action.clone() text=text kind=kind entries=entries(word) about=line.name.clone()/> }
            .into_any()
    };
    let with_reason = |word: &'static str, text: String| {
        let (field, summary) = (format!("reason-{word}-{}", line.id), text.clone());
        let (action, id, about) = (action.clone(), id.clone(), line.name.clone());
        view! {
            <Disclosure summary=summary>
                <PostForm action=action>
                    <input type="hidden" name="move" value=word/>
                    <input type="hidden" name="session" value=id/>
                    <Field name="reason" id=field label=t!(l, "trainings-reason") hint=t!(l, "trainings-reason-hint")/>
                    <FormActions><SubmitButton text=text kind=ActionKind::Secondary about=about/></FormActions>
                </PostForm>
            </Disclosure>
        }
        .into_any()
    };
    line.moves
        .iter()
        .map(|kind| match kind {
            MoveKind::Accept => button("accept", t!(l, "trainings-accept"), ActionKind::Primary),
            MoveKind::Decline => button("decline", t!(l, "trainings-decline"), ActionKind::Secondary),
            MoveKind::Agree => button("agree", t!(l, "trainings-agree"), ActionKind::Primary),
            MoveKind::Cancel => button("cancel", t!(l, "trainings-cancel"), ActionKind::Quiet),
            MoveKind::Refuse => with_reason("refuse", t!(l, "trainings-refuse")),
            MoveKind::Seat => with_reason("seat", t!(l, "trainings-seat")),
            MoveKind::Transfer => {
                let (href, about) =
                    (format!("{base}/sessions/{id}/registrations/{}/transfer", line.id), line.name.clone());
                view! { <ActionLink href text=t!(l, "trainings-transfer") kind=ActionKind::Quiet about/> }.into_any()
            }
        })
        .collect()
}

fn told(l: Locale, network: &Network, session: &SessionPage, line: &Line) -> impl IntoView + use<> {
    let lines = words::why(l, network.zone, &session.seating, line);
    lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()
}

/// A registration of the viewer's own.
pub fn card(l: Locale, base: &str, network: &Network, session: &SessionPage, line: &Line) -> impl IntoView + use<> {
    let title = t!(l, "trainings-for", organization = line.organization_name.as_str());
    let needs = line.needs.clone().map(|needs| {
        let text = t!(l, "trainings-needs-told", needs = needs);
        view! { <p class="hint">{text}</p> }
    });
    let (state, tone) = (words::state(l, line.state), words::state_tone(line.state));
    let (told, actions) = (told(l, network, session, line), actions(l, base, session, line).collect_view());
    view! {
        <Card title=title>
            <p><Tag text=state tone=tone/></p>
            {told}
            {needs}
            <FormActions>{actions}</FormActions>
        </Card>
    }
}

/// Registrations of others that are the viewer's business.
pub fn list(
    l: Locale,
    base: &str,
    network: &Network,
    session: &SessionPage,
    lines: &[&Line],
    asked: &Asked,
) -> impl IntoView + use<> {
    let here = format!("{base}/sessions/{}", session.id);
    let columns = vec![
        Column::text(t!(l, "trainings-person")),
        Column::text(t!(l, "column-association")),
        Column::text(t!(l, "status")),
        Column::text(t!(l, "trainings-why")),
        Column::actions(t!(l, "trainings-actions")),
    ];
    let kept: Vec<&&Line> = lines.iter().filter(|line| asked.keeps(line)).collect();
    let paged = Paged::of(asked.page.as_deref(), kept.len(), PAGE);
    let rows: Vec<Vec<Cell>> = paged
        .rows(kept)
        .map(|line| {
            let needs = line.needs.clone().map(|needs| view! { <p class="hint">{needs}</p> });
            let name = line.name.clone();
            vec![
                Cell::view(view! { {name}{needs} }),
                Cell::text(line.organization_name.clone()),
                Cell::tag(words::state(l, line.state), words::state_tone(line.state)),
                Cell::view(told(l, network, session, line)),
                Cell::view(actions(l, base, session, line).collect_view()),
            ]
        })
        .collect();
    let filters = (lines.len() > FEW).then(|| filters(l, &here, asked));
    let table = if rows.is_empty() {
        view! { <p>{t!(l, "results-count", count = 0)}" "{t!(l, "results-try-less")}</p> }.into_any()
    } else {
        view! { <DataTable caption=t!(l, "trainings-registrations") caption_hidden=true columns rows/> }.into_any()
    };
    let pagination = paged.links(l, |page| asked.to(&here, page));
    let export = session.may_organize.then(|| {
        let href = format!("{here}/registrations.csv");
        view! { <FormActions><ActionLink href=href text=t!(l, "trainings-registrations-csv") kind=ActionKind::Secondary/></FormActions> }
    });
    let summary = summary(l, lines);
    view! {
        <Section title=t!(l, "trainings-registrations") id="registrations">
            <p>{summary}</p>
            {filters}
            {table}
            {pagination}
            {export}
        </Section>
    }
}

fn filters(l: Locale, here: &str, asked: &Asked) -> impl IntoView + use<> {
    let anything = !asked.query.is_empty() || asked.state.is_some();
    let reset = anything.then(|| PageLink::new(format!("{here}#registrations"), t!(l, "filter-clear")));
    let states = choices(State::ALL, |state| words::state(l, state));
    let (query, state) = (asked.query.clone(), asked.state.map(|state| state.to_string()).unwrap_or_default());
    view! {
        <FilterBar action=format!("{here}#registrations") label=t!(l, "trainings-registrations-filter") submit=t!(l, "filter") reset>
            <Field name="q" label=t!(l, "trainings-search") kind="search" value=query/>
            <Select name="state" label=t!(l, "status") options=states selected=state empty=t!(l, "trainings-every-state")/>
        </FilterBar>
    }
}

/// The seat goes to a colleague, for whoever registers the association's people.
pub async fn transfer(cx: Cx, Path(address): Path<LineAddress>) -> Answer {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let session = cx.services().training_session(cx.viewer(), &network, address.session).await?;
    let line = session.lines.iter().find(|line| line.id == address.registration);
    let line = line.filter(|line| line.moves.contains(&MoveKind::Transfer)).ok_or(Error::NotFound)?;
    let there = session.registered();
    let employer = session.employers.iter().find(|it| it.organization == line.organization);
    let staff = employer.and_then(|employer| employer.staff.as_deref()).unwrap_or_default();
    let colleagues: Vec<Choice> = staff
        .iter()
        .filter(|(person, _)| !there.contains(person))
        .map(|(person, name)| Choice::new(person.to_string(), name.clone()))
        .collect();
    let base = format!("/n/{}/trainings", network.slug);
    let here = format!("{base}/sessions/{}", session.id);
    let title = t!(l, "trainings-transfer");
    let rest = vec![
        PageLink::new(format!("{base}/{}", session.training.id), session.training.title.clone()),
        PageLink::new(here.clone(), i18n::date(l, services::day_in(network.zone, session.seating.begins_at))),
        PageLink::new(cx.path(), title.clone()),
    ];
    let draft = cx.network_page(&network, title.clone()).breadcrumb(way(l, &network, rest));
    let lead = t!(l, "visits-person-of", name = line.name.as_str(), association = line.organization_name.as_str());
    let (action, id) = (format!("{base}/registrations/{}", line.id), session.id.to_string());
    Ok(draft.render(move || {
        if colleagues.is_empty() {
            return view! { <PageHeader title lead/><p>{t!(l, "trainings-staff-nobody")}</p> }.into_any();
        }
        view! {
            <PageHeader title lead/>
            <PostForm action>
                <input type="hidden" name="move" value="transfer"/>
                <input type="hidden" name="session" value=id/>
                <Select name="to" label=t!(l, "trainings-transfer-to") options=colleagues/>
                <FormActions>
                    <SubmitButton text=t!(l, "trainings-transfer-submit")/>
                    <ActionLink href=here text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
        .into_any()
    }))
}
