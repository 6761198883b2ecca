//! What people thought of a session: the questions for those who were there, the results for those who organize it.

use axum::{Form, extract::Path};
use domain::{
    locale::Locale,
    trainings::evaluation::{Answer, AnswerRefused, Answered, Answers, BEST, Kind, Question, SHOWN_FROM},
};
use i18n::t;
use leptos::prelude::*;
use services::{
    networks::Network,
    trainings::{EvaluationPage, EvaluationResults},
};

use super::{catalogue::way, forms::SessionAddress, registering::Sent, words};
use crate::{
    context::{Answer as Page, Cx, done},
    entries::Entries,
    problems::{on_form, refusal},
    ui::*,
};

/// The entry that answers a question.
fn entry_of(question: &Question) -> String {
    format!("answer-{}", question.id)
}

/// The way to a page about a session.
fn way_to(l: Locale, network: &Network, (training, here): (&str, &str), address: &SessionAddress) -> Vec<PageLink> {
    let session = format!("/n/{}/trainings/sessions/{}", network.slug, address.session);
    let rest = vec![PageLink::new(session, training), PageLink::new("", here)];
    way(l, network, rest)
}

/// The questions.
pub async fn show(cx: Cx, Path(address): Path<SessionAddress>) -> Page {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    page(&cx, &network, &address, Sent::default()).await
}

async fn page(cx: &Cx, network: &Network, address: &SessionAddress, sent: Sent) -> Page {
    let l = cx.locale();
    let evaluation = cx.services().evaluation(cx.viewer(), network, address.session).await?;
    let title = t!(l, "evaluation-title");
    let links = way_to(l, network, (&evaluation.training.title, &title), address);
    let draft = sent.on(l, cx.network_page(network, title.clone()).breadcrumb(links));
    let (action, network) = (cx.path().to_owned(), network.clone());
    Ok(draft.render(move || {
        let day = i18n::date(l, services::day_in(network.zone, evaluation.begins_at));
        let lead = format!("{}, {day}", evaluation.training.title);
        let results = evaluation.sees_results.then(|| {
            let href = format!("{action}/results");
            view! { <ActionLink href text=t!(l, "evaluation-results-see") kind=ActionKind::Secondary/> }
        });
        let body = if evaluation.questions.is_empty() {
            let text = t!(l, "evaluation-none");
            view! { <EmptyState title=t!(l, "evaluation-none-title") text/> }.into_any()
        } else {
            match evaluation.may_answer {
                Ok(()) => form(l, &action, &network, &evaluation, &sent),
                Err(refused) => {
                    let tone = if refused == AnswerRefused::Answered { Tone::Positive } else { Tone::Neutral };
                    let text = refusal(l, &services::Refusal::Answer(refused));
                    view! { <Callout tone><p>{text}</p></Callout> }.into_any()
                }
            }
        };
        view! { <PageHeader title lead>{results}</PageHeader>{body} }
    }))
}

fn form(l: Locale, action: &str, network: &Network, evaluation: &EvaluationPage, sent: &Sent) -> AnyView {
    let until = t!(l, "evaluation-until", day = i18n::deadline(l, network.zone, evaluation.closes_at));
    let readers = t!(l, "evaluation-who-reads", count = SHOWN_FROM);
    let questions = evaluation.questions.iter().map(|question| {
        let (name, text) = (entry_of(question), question.text.text(l, network.locale).to_owned());
        let value = sent.entries.text(&name);
        match question.kind {
            Kind::Scale => {
                let options = (1..=BEST).map(|mark| Choice::new(mark.to_string(), mark_word(l, mark))).collect();
                view! { <Choices name legend=text options selected=value/> }.into_any()
            }
            Kind::Choice => {
                let option = |(at, option): (usize, &domain::locale::Localized)| {
                    Choice::new(at.to_string(), option.text(l, network.locale))
                };
                let options = question.options.iter().enumerate().map(option).collect();
                view! { <Choices name legend=text options selected=value/> }.into_any()
            }
            Kind::Text => view! { <TextArea name label=text value rows=4/> }.into_any(),
        }
    });
    let (questions, action) = (questions.collect_view(), action.to_owned());
    view! {
        <p>{until}</p>
        <Callout><p>{readers}</p></Callout>
        <PostForm action>
            {questions}
            <FormActions><SubmitButton text=t!(l, "evaluation-submit")/></FormActions>
        </PostForm>
    }
    .into_any()
}

fn mark_word(l: Locale, mark: u8) -> String {
    match mark {
        1 => t!(l, "evaluation-scale-worst"),
        BEST => t!(l, "evaluation-scale-best"),
        mark => mark.to_string(),
    }
}

/// Takes the answers.
pub async fn answer(cx: Cx, Path(address): Path<SessionAddress>, Form(entries): Form<Entries>) -> Page {
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let evaluation = cx.services().evaluation(cx.viewer(), &network, address.session).await?;
    let mut answers = Answers::new();
    for question in &evaluation.questions {
        let typed = entries.text(&entry_of(question));
        // What cannot be read is no answer to the form, and refused as such.
        let answer = match question.kind {
            Kind::Scale => Answer::Scale(typed.parse().unwrap_or(0)),
            Kind::Choice => Answer::Choice(typed.parse().unwrap_or(usize::MAX)),
            Kind::Text => Answer::Text(typed.clone()),
        };
        if !typed.trim().is_empty() {
            answers.insert(question.id, answer);
        }
    }
    let result = cx.services().answer_evaluation(cx.viewer(), network.id, address.session, answers).await;
    match on_form(result)? {
        Ok(()) => Ok(done(cx.path(), "evaluation-sent")),
        Err(problem) => page(&cx, &network, &address, Sent { entries, problem, ..Sent::default() }).await,
    }
}

/// What was answered.
pub async fn results(cx: Cx, Path(address): Path<SessionAddress>) -> Page {
    let l = cx.locale();
    let network = cx.services().network(cx.viewer(), &address.network).await?;
    let found = cx.services().evaluation_results(cx.viewer(), &network, address.session).await?;
    let title = t!(l, "evaluation-results");
    let links = way_to(l, &network, (&found.training.title, &title), &address);
    let draft = cx.network_page(&network, title.clone()).breadcrumb(links);
    Ok(draft.render(move || {
        let day = i18n::date(l, services::day_in(network.zone, found.begins_at));
        let lead = format!("{}, {day}", found.training.title);
        if found.questions.is_empty() {
            let text = t!(l, "evaluation-none");
            let empty = view! { <EmptyState title=t!(l, "evaluation-none-title") text/> };
            return view! { <PageHeader title lead/>{empty} }.into_any();
        }
        let until = i18n::deadline(l, network.zone, found.closes_at);
        let count = t!(l, "evaluation-results-count", sheets = found.sheets, people = found.people, day = until);
        let body = questions(l, &network, &found);
        view! { <PageHeader title lead/><p>{count}</p>{body} }.into_any()
    }))
}

fn questions(l: Locale, network: &Network, found: &EvaluationResults) -> AnyView {
    let Some(results) = &found.results else {
        let text = t!(l, "evaluation-results-wait", count = SHOWN_FROM);
        return view! { <Callout><p>{text}</p></Callout> }.into_any();
    };
    let parts = found.questions.iter().zip(results).zip(1_usize..).map(|((question, answered), number)| {
        let title = question.text.text(l, network.locale).to_owned();
        let id = format!("question-{number}");
        let body = match answered {
            Answered::Scale(counts) => {
                let labels = (1..=BEST).map(|mark| mark_word(l, mark)).collect();
                counted(l, &id, &title, labels, counts, answered)
            }
            Answered::Choice(counts) => {
                let option = |option: &domain::locale::Localized| option.text(l, network.locale).to_owned();
                counted(l, &id, &title, question.options.iter().map(option).collect(), counts, answered)
            }
            Answered::Text(texts) if texts.is_empty() => nothing(l),
            Answered::Text(texts) => {
                let lines = texts.iter().map(|text| view! { <li><PlainText text=text.clone()/></li> });
                view! { <ul>{lines.collect_view()}</ul> }.into_any()
            }
        };
        view! { <Section title id>{body}</Section> }
    });
    parts.collect_view().into_any()
}

fn nothing(l: Locale) -> AnyView {
    view! { <p>{t!(l, "evaluation-no-answer")}</p> }.into_any()
}

/// How often each answer was given, with the mean of a scale.
fn counted(l: Locale, id: &str, title: &str, labels: Vec<String>, counts: &[u64], answered: &Answered) -> AnyView {
    let whole: u64 = counts.iter().sum();
    if whole == 0 {
        return nothing(l);
    }
    let average = answered.average().map(|average| {
        let text = t!(l, "evaluation-average", average = words::average(l, average));
        view! { <p><strong>{text}</strong></p> }
    });
    let bar = |(label, count): (&String, &u64)| ChartBar {
        label: label.clone(),
        amount: i18n::percent(l, *count, whole),
        part: *count,
        whole,
    };
    let bars = labels.iter().zip(counts).map(bar).collect();
    let rows = labels.into_iter().zip(counts);
    let rows = rows.map(|(label, count)| vec![Cell::text(label), Cell::text(count.to_string())]).collect();
    let columns = vec![Column::text(t!(l, "evaluation-answer")), Column::number(t!(l, "evaluation-answers"))];
    let (title, description) = (title.to_owned(), t!(l, "evaluation-chart"));
    let chart = view! { <BarChart id=format!("{id}-chart") title=title.clone() description bars/> }.into_any();
    view! {
        {average}
        <Charted chart><DataTable caption=title caption_hidden=true columns rows layout=TableLayout::Scrolling/></Charted>
    }
    .into_any()
}
