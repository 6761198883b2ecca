//! A motion: its text paragraph by paragraph, with the amendments beside the paragraph they change.

use axum::extract::Path;
use domain::{
    locale::Locale,
    motions::{Paragraph, Phase, State, Text},
};
use i18n::t;
use leptos::prelude::*;
use services::assemblies::Room;

use super::{
    MotionAddress,
    amendment::{AmendmentCard, Around},
    list::until,
    own_voices, words,
};
use crate::{
    context::{Answer, Cx, language_name},
    problems::FormProblem,
    ui::{
        ActionKind, ActionLink, Callout, Choice, Choices, Disclosure, Fact, Facts, FormActions, PageHeader, PlainText,
        PostButton, PostForm, Section, SubmitButton, Tag, TextArea, Tone,
    },
};

/// The page.
pub async fn show(cx: Cx, Path(address): Path<MotionAddress>) -> Answer {
    motion_page(&cx, &address, &FormProblem::default()).await
}

/// The page, with what stands against the form that was sent.
pub async fn motion_page(cx: &Cx, address: &MotionAddress, problem: &FormProblem) -> Answer {
    let l = cx.locale();
    let (room, page) = address.load(cx).await?;
    let title = page.motion.title.clone();
    let way = address.way(l, &room, &page, vec![]);
    let draft = cx.network_page(&room.network, title).breadcrumb(way).status(problem.status());
    let shown = shown_language(cx, &page.motion.text, &room);
    let (address, problem) = (address.clone(), problem.clone());
    let represents = cx.viewer().actor.represents();
    let author = page.motion.authors.iter().any(|one| represents.contains(&one.organization));
    Ok(draft.render(move || {
        let own = own_voices(&room);
        let around = Around { l, path: address.path(), room, page, shown, own, represents, author };
        view_page(&around, &problem)
    }))
}

/// In which of its languages a text is shown: that of the address, else of the page, else of the network.
pub fn shown_language(cx: &Cx, text: &Text, room: &Room) -> Locale {
    let written = text.languages();
    let asked = cx.query("text").and_then(|word| word.parse().ok());
    let wanted = [asked, Some(cx.locale()), Some(room.network.locale)];
    let found = wanted.into_iter().flatten().find(|locale| written.contains(locale));
    found.or_else(|| written.first().copied()).unwrap_or(room.network.locale)
}

/// The other languages of a text, as links.
pub fn languages(l: Locale, path: &str, text: &Text, shown: Locale) -> impl IntoView + use<> {
    let others = text.languages().into_iter().filter(|language| *language != shown).map(|language| {
        let label = t!(l, "motions-read-in", language = language_name(language));
        view! { <li><a href=format!("{path}?text={language}")>{label}</a></li> }
    });
    let others = others.collect_view();
    view! { <ul class="links">{others}</ul> }
}

fn view_page(around: &Around, problem: &FormProblem) -> impl IntoView + use<> {
    let Around { l, page, room, path, .. } = around;
    let (l, motion) = (*l, &page.motion);
    let kicker = t!(l, "motions-numbered", number = motion.number);
    let written_in = motion.locale.to_string();
    let reasons = Some(motion.reasons.clone()).filter(|text| !text.is_empty()).map(|text| {
        view! { <Section title=t!(l, "motions-reasons") id="reasons"><PlainText text=text lang=written_in/></Section> }
    });
    let order = (room.may_run && page.amendments.iter().any(|one| one.state.pending())).then(|| {
        view! { <ActionLink href=format!("{path}/order") text=t!(l, "motions-order") kind=ActionKind::Secondary/> }
    });
    let read = match motion.state {
        State::Adopted => t!(l, "motions-text-adopted"),
        _ => t!(l, "motions-text-now"),
    };
    let stale = motion.text.paragraphs().any(|(_, one)| !one.struck && one.wordings.values().any(|words| words.stale));
    let translation = (room.may_convene && stale).then(|| {
        let href = format!("{path}/translation");
        view! { <ActionLink href=href text=t!(l, "motions-translation") kind=ActionKind::Secondary/> }
    });
    let against = problem.refusal.as_ref().map(|refusal| {
        let text = crate::problems::refusal(l, refusal);
        view! { <Callout tone=Tone::Critical><p role="alert">{text}</p></Callout> }
    });
    let missing = (!problem.fields.is_empty()).then(|| {
        view! { <Callout tone=Tone::Critical><p role="alert">{t!(l, "refused-motion-reason")}</p></Callout> }
    });
    let articles = articles(around);
    let state = view! { <Tag text=i18n::wording::motion_state(l, motion.state) tone=words::tone(motion.state)/> };
    let text = format!("{path}/text?text={}", around.shown);
    view! {
        <PageHeader kicker=kicker title=motion.title.clone()>
            {state}
            <ActionLink href=text text=read kind=ActionKind::Secondary/>
            {order}
            {translation}
        </PageHeader>
        {against}
        {missing}
        <Facts facts=facts(around)/>
        {author_actions(around)}
        {support(around)}
        {ruling(around)}
        {reasons}
        {languages(l, path, &motion.text, around.shown)}
        {articles}
    }
}

fn facts(around: &Around) -> Vec<Fact> {
    let Around { l, page, room, .. } = around;
    let (l, motion) = (*l, &page.motion);
    let mut facts = vec![Fact::new(t!(l, "motions-authors"), words::authors(l, &motion.authors))];
    if !motion.supporters.is_empty() {
        facts.push(Fact::new(t!(l, "motions-supporters"), words::names(l, &motion.supporters)));
    }
    if let Some(item) = room.items.iter().find(|item| Some(item.id) == motion.item) {
        facts.push(Fact::new(t!(l, "motions-item"), format!("{}. {}", item.number, item.title)));
    }
    if let Some(reason) = &motion.refusal {
        facts.push(Fact::new(t!(l, "motions-refusal"), reason.clone()));
    }
    facts.push(Fact::new(t!(l, "motions-deadline-amendments"), until(l, room, page.deadlines.amendments)));
    facts.push(Fact::new(t!(l, "motions-revision"), t!(l, "motions-revision-text", revision = motion.revision)));
    facts
}

fn author_actions(around: &Around) -> Option<impl IntoView + use<>> {
    let (l, motion, path) = (around.l, &around.page.motion, &around.path);
    let (about, state, path) = (motion.title.clone(), motion.state, path.clone());
    let may = around.author && matches!(state, State::Draft | State::Submitted | State::Admissible);
    may.then(move || {
        let submit = (state == State::Draft).then(|| {
            view! { <PostButton action=format!("{path}/submit") text=t!(l, "motions-submit") about=about.clone()/> }
        });
        let draft = (state == State::Draft).then(|| view! { <p>{t!(l, "motions-draft-hint")}</p> });
        view! {
            <Callout>
                {draft}
                <FormActions>
                    {submit}
                    <PostButton action=format!("{path}/withdraw") text=t!(l, "motions-withdraw") kind=ActionKind::Quiet about=about/>
                </FormActions>
            </Callout>
        }
    })
}

fn support(around: &Around) -> Option<impl IntoView + use<>> {
    let (l, motion, path) = (around.l, &around.page.motion, &around.path);
    if !matches!(motion.state, State::Submitted | State::Admissible) || motion.authors.is_empty() {
        return None;
    }
    let behind: Vec<_> = motion.authors.iter().chain(&motion.supporters).map(|one| one.organization).collect();
    let buttons = around.own.iter().filter(|(organization, _)| !behind.contains(organization));
    let buttons = buttons.map(|(organization, name)| {
        let entries = vec![("organization".to_owned(), organization.to_string())];
        view! { <PostButton action=format!("{path}/support") text=t!(l, "motions-support") kind=ActionKind::Secondary entries=entries about=name.clone()/> }
    });
    let buttons = buttons.collect_view();
    (!buttons.is_empty()).then(|| view! { <FormActions>{buttons}</FormActions> })
}

fn ruling(around: &Around) -> Option<impl IntoView + use<>> {
    let may = around.room.may_convene && around.page.motion.state == State::Submitted;
    may.then(|| ruling_form(around.l, format!("{}/rule", around.path), "motion", around.page.motion.title.clone()))
}

/// The form with which the board says whether something is admissible.
pub fn ruling_form(l: Locale, action: String, id: &str, about: String) -> impl IntoView + use<> {
    let options = vec![
        Choice::new("admissible", t!(l, "motions-rule-admit")),
        Choice::new("refused", t!(l, "motions-rule-refuse")),
    ];
    let (choice, reason) = (format!("ruling-{id}"), format!("reason-{id}"));
    view! {
        <Disclosure summary=t!(l, "motions-rule")>
            <PostForm action=action>
                <Choices name="ruling" id=choice legend=t!(l, "motions-rule-legend") options=options/>
                <TextArea name="reason" id=reason label=t!(l, "motions-rule-reason") hint=t!(l, "motions-rule-reason-hint") rows=3/>
                <FormActions><SubmitButton text=t!(l, "motions-rule-save") kind=ActionKind::Secondary about=about/></FormActions>
            </PostForm>
        </Disclosure>
    }
}

fn articles(around: &Around) -> impl IntoView + use<> {
    let (l, motion) = (around.l, &around.page.motion);
    let main = motion.locale;
    let articles = motion.text.articles.iter().zip(1..).map(|(article, number)| {
        let title = article.title.text(around.shown, main);
        let heading = if title.is_empty() {
            t!(l, "motions-article", number = number)
        } else {
            t!(l, "motions-article-titled", number = number, title = title)
        };
        let paragraphs = article.paragraphs.iter().map(|one| paragraph(around, one)).collect_view();
        view! { <Section title=heading id=format!("article-{number}")>{paragraphs}</Section> }
    });
    articles.collect_view()
}

fn paragraph(around: &Around, paragraph: &Paragraph) -> impl IntoView + use<> {
    let Around { l, page, shown, .. } = around;
    let l = *l;
    let main = page.motion.locale;
    let place = page.motion.text.place(paragraph.id);
    let text = paragraph.words_or(*shown, main).to_owned();
    // What has no words in this language stands in another.
    let written_in = if paragraph.words(*shown).is_empty() { main } else { *shown };
    let lang = (written_in != l).then(|| written_in.to_string());
    let mut tags = Vec::new();
    if paragraph.struck {
        tags.push((t!(l, "motions-paragraph-struck"), Tone::Critical));
    }
    if paragraph.after.is_some() {
        tags.push((t!(l, "motions-paragraph-added"), Tone::Positive));
    }
    for (language, wording) in paragraph.wordings.iter().filter(|_| !paragraph.struck) {
        if wording.stale {
            tags.push((t!(l, "motions-stale", language = language_name(*language)), Tone::Attention));
        }
    }
    let tags = tags.into_iter().map(|(text, tone)| view! { <Tag text=text tone=tone/>" " }).collect_view();
    let number = place.map(|place| view! { <span class="paragraph-number">{place.to_string()}</span>" " });
    let words = if paragraph.struck { view! { <del>{text}</del> }.into_any() } else { text.into_any() };
    let amendable = matches!(page.motion.state, State::Submitted | State::Admissible)
        && page.phase != Phase::Over
        && !around.own.is_empty();
    let amend = place.filter(|_| amendable).map(|place| {
        let href = format!("{}/amend?paragraph={}&text={shown}", around.path, paragraph.id);
        view! { <p class="paragraph-actions"><a href=href>{t!(l, "motions-amend")}<span class="spoken">" – "{place.to_string()}</span></a></p> }
    });
    let amendments = page
        .amendments
        .iter()
        .filter(|amendment| amendment.proposal.paragraph == paragraph.id)
        .map(|amendment| view! { <AmendmentCard around=around.clone() amendment=amendment.clone()/> })
        .collect_view();
    view! {
        <div class="paragraph">
            <div class="paragraph-text">
                <p lang=lang>{number}{words}</p>
                <p>{tags}</p>
                {amend}
            </div>
            <div class="paragraph-amendments">{amendments}</div>
        </div>
    }
}
