//! The page of a session: when, where, how seats are given, and what became of the viewer's registrations.

use axum::{Form, extract::Path};
use domain::trainings::{State, catalogue::Course, changes::Confirmation, seating::Rule};
use i18n::t;
use leptos::prelude::*;
use services::{
    networks::Network,
    trainings::{Costs, Line, SessionPage, half_day_in_words},
};

use super::{
    catalogue::way,
    forms::SessionAddress,
    registering::{self, Sent},
    registrations, words,
};
use crate::{
    context::{Answer, Cx, done},
    entries::Entries,
    spreadsheet::csv_file,
    ui::*,
};
use domain::locale::Locale;

/// The page.
pub async fn show(cx: Cx, Path(address): Path<SessionAddress>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let colleague = cx.query("colleague").unwrap_or_default().to_owned();
    page(&cx, &network, &address, Sent { colleague, ..Sent::default() }).await
}

/// The page, with a form that came back.
pub async fn page(cx: &Cx, network: &Network, address: &SessionAddress, sent: Sent) -> Answer {
    let l = cx.locale();
    let session = cx.services().training_session(cx.viewer(), network, address.session).await?;
    let now = cx.services().now();
    let base = format!("/n/{}/trainings", network.slug);
    let here = format!("{base}/sessions/{}", session.id);
    let title = session.training.title.clone();
    // Times are those of the place where it is held, words those of the network that holds it.
    let home = session.home.as_ref().unwrap_or(network);
    let (zone, lang) = (home.zone, home.locale.to_string());
    let network = &Network { zone, ..network.clone() };
    let day = i18n::date(l, services::day_in(network.zone, session.seating.begins_at));
    let rest = vec![PageLink::new(format!("{base}/{}", session.training.id), title.clone()), PageLink::new(&here, day)];
    let draft = cx.network_page(network, title.clone()).breadcrumb(way(l, network, rest));
    let draft = sent.on(l, draft);
    let (network, asked) = (network.clone(), registrations::Asked::of(cx));
    Ok(draft.render(move || {
        let tag = view! { <Tag text=words::course(l, session.course) tone=words::course_tone(session.course)/> };
        let (own, others): (Vec<&Line>, Vec<&Line>) = session.lines.iter().partition(|line| line.own);
        let mine = own.iter().map(|line| registrations::card(l, &base, &network, &session, line)).collect_view();
        let mine = (!own.is_empty())
            .then(|| view! { <Section title=t!(l, "trainings-mine") id="mine"><Cards>{mine}</Cards></Section> });
        let form = registering::forms(l, &here, &network, &session, &sent, now);
        let list = (!others.is_empty()).then(|| registrations::list(l, &base, &network, &session, &others, &asked));
        let organizer = session.may_organize.then(|| organizer(l, &here, &session, &sent));
        let evaluation = session.evaluates.then(|| {
            let day = domain::trainings::evaluation::closes(session.half_days.last().map_or(now, |day| day.ends));
            let text = t!(l, "evaluation-asked", day = i18n::deadline(l, network.zone, day));
            let href = format!("{here}/evaluation");
            view! {
                <Callout tone=Tone::Active>
                    <p>{text}</p>
                    <FormActions><ActionLink href text=t!(l, "evaluation-answer-now")/></FormActions>
                </Callout>
            }
        });
        let results = (session.may_mark && session.evaluated).then(|| {
            let href = format!("{here}/evaluation/results");
            view! { <ActionLink href text=t!(l, "evaluation-results") kind=ActionKind::Secondary/> }
        });
        let attendance = format!("{here}/attendance");
        let attendance = session.may_mark.then(|| {
            view! { <ActionLink href=attendance text=t!(l, "trainings-attendance") kind=ActionKind::Secondary/> }
        });
        let side = view! { <Facts facts=facts(l, &network, &session)/> }.into_any();
        let how = how(l, &network, &session);
        let written_in = lang.clone();
        let instructions = session.instructions.clone().map(|text| {
            view! { <Section title=t!(l, "trainings-instructions")><PlainText text lang=written_in/></Section> }
        });
        view! {
            <PageHeader kicker=t!(l, "trainings-session") lang=lang title>{tag}{attendance}{results}</PageHeader>
            {evaluation}
            {organizer}
            <Columns side>
                {mine}
                {instructions}
                {form}
                {how}
            </Columns>
            {list}
        }
    }))
}

fn facts(l: Locale, network: &Network, session: &SessionPage) -> Vec<Fact> {
    let zone = network.zone;
    let days = session.half_days.iter().map(|day| {
        let text = half_day_in_words(l, zone, day);
        view! { <li>{text}</li> }
    });
    let days = view! { <ul class="plain">{days.collect_view()}</ul> };
    let mut facts = vec![Fact::view(t!(l, "trainings-half-days"), days)];
    if let Some(home) = &session.home {
        facts.push(Fact::new(t!(l, "trainings-shared-by"), home.name(l).to_owned()));
    }
    if let Some(place) = &session.place {
        facts.push(Fact::new(t!(l, "trainings-place"), place.clone()));
    }
    match &session.remote_url {
        Some(url) => {
            let (href, text) = (url.clone(), url.clone());
            facts.push(Fact::view(t!(l, "trainings-remote"), view! { <a href=href rel="noopener">{text}</a> }));
        }
        None if session.remote => facts.push(Fact::new(t!(l, "trainings-remote"), t!(l, "trainings-remote-later"))),
        None => {}
    }
    let seats = t!(l, "trainings-taken-of", taken = session.taken, capacity = session.seating.capacity);
    facts.push(Fact::new(t!(l, "trainings-seats"), seats));
    if session.waiting > 0 {
        facts.push(Fact::new(t!(l, "trainings-waiting-list"), t!(l, "trainings-waiting", people = session.waiting)));
    }
    facts.push(Fact::new(t!(l, "trainings-closes"), i18n::deadline(l, zone, session.seating.closes_at)));
    facts.extend(words::facts(l, &session.training.details));
    facts
}

/// How seats are given: said before anybody asks.
fn how(l: Locale, network: &Network, session: &SessionPage) -> impl IntoView + use<> {
    let seating = &session.seating;
    let mut lines = vec![words::rule(l, seating.rule), words::quota(l, &seating.quota)];
    for guest in &session.guests {
        let (name, seats, taken) = (guest.network.name(l), guest.seats, guest.taken);
        lines.push(t!(l, "trainings-shared-with", network = name, seats = seats, taken = taken));
    }
    if seating.rule == Rule::FairAtClose {
        for (priority, names) in &session.priorities {
            lines.push(t!(l, "trainings-priority-line", priority = *priority, names = i18n::list(l, names)));
        }
    }
    if let Some(until) = seating.reserved_until.filter(|_| !seating.pots.is_empty()) {
        let pots: Vec<String> =
            seating.pots.iter().map(|pot| t!(l, "trainings-pot", pot = pot.key.as_str(), seats = pot.seats)).collect();
        let until = i18n::deadline(l, network.zone, until);
        lines.push(t!(l, "trainings-pots-until", pots = i18n::list(l, &pots), until = until));
    }
    lines.push(t!(l, "trainings-offers-hold", hours = seating.hold_hours));
    lines.push(t!(l, "trainings-never-again"));
    if let Some(until) = seating.cancel_until {
        lines.push(t!(l, "trainings-cancel-until", day = i18n::deadline(l, network.zone, until)));
    }
    let lot = (seating.rule == Rule::FairAtClose).then(|| t!(l, "trainings-lot", seed = seating.seed.as_str()));
    let lot = lot.map(|text| view! { <p class="hint">{text}</p> });
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! { <Section title=t!(l, "trainings-how") id="how"><ul>{lines}</ul>{lot}</Section> }
}

/// What those who organize do with the session.
fn organizer(l: Locale, here: &str, session: &SessionPage, sent: &Sent) -> impl IntoView + use<> {
    let move_to = |next: Course, text: String, kind: ActionKind| {
        let entries = vec![("course".to_owned(), next.to_string())];
        view! { <PostButton action=format!("{here}/course") text=text kind=kind entries=entries/> }
    };
    let moves = !session.over;
    let announce = (moves && session.course == Course::Planned)
        .then(|| move_to(Course::Announced, t!(l, "trainings-announce"), ActionKind::Primary));
    let confirm = (moves && session.course == Course::Announced)
        .then(|| move_to(Course::Confirmed, t!(l, "trainings-confirm"), ActionKind::Primary));
    let cancel = (moves && session.course != Course::Cancelled).then(|| {
        let button = move_to(Course::Cancelled, t!(l, "trainings-cancel-session"), ActionKind::Secondary);
        view! {
            <Disclosure summary=t!(l, "trainings-cancel-session")>
                <p>{t!(l, "trainings-cancel-session-hint")}</p>
                {button}
            </Disclosure>
        }
    });
    let few = match session.confirmation {
        Confirmation::TooFew { seated, minimum } if session.course == Course::Announced => {
            let text = t!(l, "trainings-too-few", seated = seated, minimum = minimum);
            Some(view! { <Callout tone=Tone::Attention><p>{text}</p></Callout> })
        }
        _ => None,
    };
    let edit = format!("{here}/edit");
    let costs = session.costs.map(|costs| costs_form(l, here, costs, sent));
    view! {
        <Section title=t!(l, "trainings-organize") id="organize">
            {few}
            <FormActions>
                {announce}
                {confirm}
                <ActionLink href=edit text=t!(l, "edit") kind=ActionKind::Secondary/>
            </FormActions>
            {costs}
            {cancel}
        </Section>
    }
}

/// What the session cost, as those who organize say, also long after it.
fn costs_form(l: Locale, here: &str, costs: Costs, sent: &Sent) -> impl IntoView + use<> {
    let again = sent.entries.text("form") == "costs";
    let amount = |cents: Option<u64>| cents.map(|cents| format!("{}.{:02}", cents / 100, cents % 100));
    let field = |name: &'static str, label: String, cents: Option<u64>| {
        let value = if again { sent.entries.text(name) } else { amount(cents).unwrap_or_default() };
        let error = Some(sent.problem.field(l, name)).filter(|text| !text.is_empty());
        view! { <Field name label value inputmode="decimal" width=FieldWidth::Short error/> }
    };
    let fields = view! {
        {field("cost", t!(l, "costs-cost"), costs.cost)}
        {field("funding", t!(l, "costs-funding"), costs.funding)}
    };
    let action = format!("{here}/costs");
    view! {
        <Disclosure summary=t!(l, "costs-title") open=again>
            <PostForm action>
                <input type="hidden" name="form" value="costs"/>
                <p class="hint">{t!(l, "costs-hint")}</p>
                {fields}
                <FormActions><SubmitButton text=t!(l, "save") kind=ActionKind::Secondary/></FormActions>
            </PostForm>
        </Disclosure>
    }
}

/// Says what the session cost.
pub async fn costs(cx: Cx, Path(address): Path<SessionAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let typed = (entries.text("cost"), entries.text("funding"));
    let result = cx.services().declare_costs(cx.viewer(), &network, address.session, (&typed.0, &typed.1)).await;
    match crate::problems::on_form(result)? {
        Ok(()) => Ok(done(&format!("/n/{}/trainings/sessions/{}", network.slug, address.session), "saved")),
        Err(problem) => page(&cx, &network, &address, Sent { entries, problem, ..Sent::default() }).await,
    }
}

/// Announces, confirms or cancels the session.
pub async fn course(cx: Cx, Path(address): Path<SessionAddress>, Form(entries): Form<Entries>) -> Answer {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let next = entries.text("course").parse().unwrap_or(Course::Planned);
    let result = cx.services().move_session(cx.viewer(), &network, address.session, next).await;
    match crate::problems::on_form(result)? {
        Ok(()) => Ok(done(&format!("/n/{}/trainings/sessions/{}", network.slug, address.session), "saved")),
        Err(problem) => page(&cx, &network, &address, Sent { problem, ..Sent::default() }).await,
    }
}

/// Who registered, as a file for a spreadsheet.
pub async fn csv(cx: Cx, Path(address): Path<SessionAddress>) -> Answer {
    use domain::access::{Action, Scope};
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    cx.viewer().require(Action::OrganizeTrainings, Scope::Network(network.id))?;
    let session = cx.services().training_session(cx.viewer(), &network, address.session).await?;
    // One that another network shares is for that network to list.
    if !session.may_organize {
        return Err(services::Error::NotFound.into());
    }
    let mut rows = vec![vec![
        t!(l, "trainings-person"),
        t!(l, "column-association"),
        t!(l, "status"),
        t!(l, "trainings-why"),
        t!(l, "trainings-needs"),
        t!(l, "trainings-asked-at"),
    ]];
    for line in &session.lines {
        rows.push(vec![
            line.name.clone(),
            line.organization_name.clone(),
            words::state(l, line.state),
            words::why(l, network.zone, &session.seating, line).join(" "),
            line.needs.clone().unwrap_or_default(),
            line.asked.with_timezone(&network.zone).format("%Y-%m-%d %H:%M:%S").to_string(),
        ]);
    }
    let day = services::day_in(network.zone, session.seating.begins_at);
    Ok(csv_file(l, &format!("{}-{day}-{}.csv", network.slug, t!(l, "trainings-registrations-file")), &rows))
}

/// How many stand where, in one line: for the head of a list.
pub fn summary(l: Locale, lines: &[&Line]) -> String {
    let states = [State::Seated, State::Offered, State::Waiting, State::Asked, State::AwaitingAgreement];
    let parts: Vec<String> = states
        .into_iter()
        .filter_map(|state| {
            let people = lines.iter().filter(|line| line.state == state).count();
            (people > 0).then(|| t!(l, "trainings-count-of", state = words::state(l, state), people = people))
        })
        .collect();
    parts.join(" · ")
}
