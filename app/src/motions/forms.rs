//! The forms in which motions, amendments and the texts of the agenda are written.

use std::collections::BTreeMap;

use axum::{
    extract::{Form, Path},
    response::Response,
};
use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, State as Assembly},
    ids::{OrganizationId, ParagraphId},
    locale::Locale,
    motions::{ChangeKind, Paragraph},
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Error, FieldError, FieldProblem,
    assemblies::Room,
    motions::{MotionPage, NewAmendment, NewMotion},
};

use super::{Address, MotionAddress, list::until, motion_path, page::shown_language, voices_needed};
use crate::{
    assemblies::{PartAddress, breadcrumb},
    context::{Answer, Cx, done, language_name},
    entries::{Entries, Filled, answered, choices},
    ui::{
        ActionKind, Choice, Choices, Disclosure, Field, FormActions, PageHeader, PageLink, PlainText, PostForm, Select,
        SubmitButton, TextArea,
    },
};

type Voices = Vec<(OrganizationId, String)>;

/// The texts of a form by language; the languages of which nothing was typed are left out.
fn texts(entries: &Entries) -> BTreeMap<Locale, String> {
    let typed = entries.in_every_language("text");
    let written = Locale::ALL.iter().copied().zip(typed).filter(|(_, text)| !text.trim().is_empty());
    written.collect()
}

/// The same, with the main language even when nothing was typed, for the error to stand beside it.
fn texts_or(entries: &Entries, main: Locale) -> BTreeMap<Locale, String> {
    let mut typed = texts(entries);
    if typed.is_empty() {
        typed.insert(main, String::new());
    }
    typed
}

/// For which organization: the only one, or the one that was chosen.
fn organization(entries: &Entries, voices: &Voices) -> Result<OrganizationId, Error> {
    let chosen = entries.text("organization");
    let found = match voices.as_slice() {
        [(only, _)] if chosen.is_empty() => Some(*only),
        _ => chosen.parse().ok().map(OrganizationId),
    };
    found.ok_or_else(|| Error::Invalid(vec![FieldError::new("organization", FieldProblem::Missing)]))
}

fn organization_field(l: Locale, voices: &Voices, filled: &Filled) -> impl IntoView + use<> {
    let options = voices.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect();
    let selected = match voices.as_slice() {
        [(only, _)] => only.to_string(),
        _ => filled.text("organization"),
    };
    view! {
        <Select name="organization" label=t!(l, "motions-for-association") options=options selected=selected empty=t!(l, "choose") error=filled.error(l, "organization") required=t!(l, "required")/>
    }
}

/// One text area for the main language; the others behind a line that opens them.
fn text_fields(l: Locale, main: Locale, filled: &Filled) -> impl IntoView + use<> {
    let area = |language: Locale, hint: Option<String>| {
        let name = format!("text_{language}");
        let label = t!(l, "motions-text-in", language = language_name(language));
        let (value, error) = (filled.text(&name), filled.error(l, &name));
        view! { <TextArea name=name label=label value=value rows=16 lang=language.to_string() hint=hint error=error/> }
    };
    let others: Vec<Locale> = Locale::ALL.iter().copied().filter(|language| *language != main).collect();
    let open = others.iter().any(|language| !filled.text(&format!("text_{language}")).is_empty());
    let areas = others.into_iter().map(|language| area(language, None)).collect_view();
    view! {
        {area(main, Some(t!(l, "motions-text-hint")))}
        <Disclosure summary=t!(l, "motions-text-others") open=open>
            <p class="hint">{t!(l, "motions-text-others-hint")}</p>
            {areas}
        </Disclosure>
    }
}

fn submit_or_draft(l: Locale) -> impl IntoView {
    view! {
        <FormActions>
            <SubmitButton text=t!(l, "motions-submit") name="step" value="submit"/>
            <SubmitButton text=t!(l, "motions-save-draft") kind=ActionKind::Secondary name="step" value="draft"/>
        </FormActions>
    }
}

/// The empty form of a motion.
pub async fn new_motion(cx: Cx, Path(address): Path<Address>) -> Answer {
    let room = address.room(&cx).await?;
    let voices = voices_needed(&cx, &room)?;
    Ok(motion_form(&cx, &address, &room, &voices, Filled::default()))
}

/// Writes a motion down, and hands it in if that was asked.
pub async fn add_motion(cx: Cx, Path(address): Path<Address>, Form(entries): Form<Entries>) -> Answer {
    let room = address.room(&cx).await?;
    let voices = voices_needed(&cx, &room)?;
    let submit = entries.text("step") == "submit";
    let result = match organization(&entries, &voices) {
        Ok(organization) => {
            let new = NewMotion {
                organization,
                title: entries.text("title"),
                text: texts_or(&entries, room.network.locale),
                locale: room.network.locale,
                reasons: entries.text("reasons"),
            };
            cx.services().draft_motion(cx.viewer(), room.id, new).await
        }
        Err(error) => Err(error),
    };
    Ok(match answered(result, entries)? {
        Ok(motion) => {
            if submit {
                cx.services().submit_motion(cx.viewer(), room.id, motion).await?;
            }
            let word = if submit { "motion-submitted" } else { "motion-drafted" };
            done(&motion_path(&address.assembly(), motion), word)
        }
        Err(filled) => motion_form(&cx, &address, &room, &voices, filled),
    })
}

fn motion_form(cx: &Cx, address: &Address, room: &Room, voices: &Voices, filled: Filled) -> Response {
    let l = cx.locale();
    let title = t!(l, "motions-new");
    let action = format!("{}/new", address.path());
    let way = vec![
        PageLink::new(address.assembly(), room.title.clone()),
        PageLink::new(address.path(), t!(l, "motions")),
        PageLink::new(&action, title.clone()),
    ];
    let draft = cx.network_page(&room.network, title.clone()).breadcrumb(breadcrumb(l, &room.network, way));
    let (main, voices) = (room.network.locale, voices.clone());
    let draft = filled.on(l, draft);
    draft.render(move || {
        let required = t!(l, "required");
        view! {
            <PageHeader title=title lead=t!(l, "motions-new-lead")/>
            {filled.summary(l)}
            <PostForm action=action>
                {organization_field(l, &voices, &filled)}
                <Field name="title" label=t!(l, "field-title") value=filled.text("title") error=filled.error(l, "title") required=required/>
                {text_fields(l, main, &filled)}
                <TextArea name="reasons" label=t!(l, "motions-reasons") value=filled.text("reasons") rows=5 error=filled.error(l, "reasons")/>
                {submit_or_draft(l)}
            </PostForm>
        }
    })
}

/// The form of an amendment; without a paragraph, the paragraphs to choose from.
pub async fn amend(cx: Cx, Path(address): Path<MotionAddress>) -> Answer {
    let (room, page) = address.load(&cx).await?;
    let voices = voices_needed(&cx, &room)?;
    let paragraph = cx.query("paragraph").unwrap_or_default().to_owned();
    let shown = shown_language(&cx, &page.motion.text, &room);
    let found = page.motion.text.paragraphs().find(|(_, one)| one.id.to_string() == paragraph);
    let filled = Entries::default()
        .with("paragraph", paragraph)
        .with("language", shown)
        .with("kind", ChangeKind::Replace)
        .with("text", found.map(|(_, one)| one.words(shown)).unwrap_or_default());
    Ok(amend_form(&cx, &address, &room, &page, &voices, Filled::first(filled)))
}

/// Writes an amendment down, and hands it in if that was asked.
pub async fn add_amendment(cx: Cx, Path(address): Path<MotionAddress>, Form(entries): Form<Entries>) -> Answer {
    let (room, page) = address.load(&cx).await?;
    let voices = voices_needed(&cx, &room)?;
    let submit = entries.text("step") == "submit";
    let result = match amendment(&entries, &page, &voices) {
        Ok(new) => cx.services().draft_amendment(cx.viewer(), room.id, new).await,
        Err(error) => Err(error),
    };
    Ok(match answered(result, entries)? {
        Ok(amendment) => {
            if submit {
                cx.services().submit_amendment(cx.viewer(), room.id, page.motion.id, amendment).await?;
            }
            let word = if submit { "amendment-submitted" } else { "amendment-drafted" };
            done(&address.path(), word)
        }
        Err(filled) => amend_form(&cx, &address, &room, &page, &voices, filled),
    })
}

fn amendment(entries: &Entries, page: &MotionPage, voices: &Voices) -> Result<NewAmendment, Error> {
    let mut errors = Vec::new();
    let organization = match organization(entries, voices) {
        Ok(organization) => Some(organization),
        Err(Error::Invalid(found)) => {
            errors.extend(found);
            None
        }
        Err(other) => return Err(other),
    };
    let kind = entries.text("kind").parse::<ChangeKind>();
    if kind.is_err() {
        errors.push(FieldError::new("kind", FieldProblem::NotAChoice));
    }
    let paragraph = entries.text("paragraph").parse().map(ParagraphId).map_err(|_| Error::NotFound)?;
    let locale = entries.text("language").parse().map_err(|_| Error::NotFound)?;
    match (organization, kind) {
        (Some(organization), Ok(kind)) => Ok(NewAmendment {
            motion: page.motion.id,
            organization,
            paragraph,
            locale,
            kind,
            text: entries.text("text"),
            reasons: entries.text("reasons"),
        }),
        _ => Err(Error::Invalid(errors)),
    }
}

fn amend_form(
    cx: &Cx,
    address: &MotionAddress,
    room: &Room,
    page: &MotionPage,
    voices: &Voices,
    filled: Filled,
) -> Response {
    let l = cx.locale();
    let title = t!(l, "motions-amend");
    let action = format!("{}/amend", address.path());
    let way = address.way(l, room, page, vec![PageLink::new(&action, title.clone())]);
    let draft = cx.network_page(&room.network, format!("{title} – {}", page.motion.title)).breadcrumb(way);
    let draft = filled.on(l, draft);
    let language: Locale = filled.text("language").parse().unwrap_or(page.motion.locale);
    let text = page.motion.text.clone();
    let chosen = text.paragraphs().find(|(_, one)| one.id.to_string() == filled.text("paragraph"));
    let chosen = chosen.map(|(_, one)| (one.clone(), text.place(one.id)));
    let deadline = t!(l, "motions-amend-until", until = until(l, room, page.deadlines.amendments));
    let (voices, main, kicker) = (voices.clone(), page.motion.locale, page.motion.title.clone());
    draft.render(move || {
        let body = match chosen {
            Some((paragraph, place)) => {
                let place = place.map(|place| place.to_string()).unwrap_or_default();
                amend_fields(l, &action, &voices, &paragraph, &place, language, &filled).into_any()
            }
            None => {
                let links = text.paragraphs().filter(|(_, one)| !one.struck).map(|(_, one)| {
                    let place = text.place(one.id).map(|place| place.to_string()).unwrap_or_default();
                    let href = format!("{action}?paragraph={}&text={language}", one.id);
                    let words = one.words_or(language, main).to_owned();
                    view! { <li><a href=href>{place}</a>" "{words}</li> }
                });
                let links = links.collect_view();
                view! { <p>{t!(l, "motions-amend-choose")}</p><ul class="links">{links}</ul> }.into_any()
            }
        };
        view! {
            <PageHeader title=title kicker=kicker lead=deadline/>
            {filled.summary(l)}
            {body}
        }
    })
}

fn amend_fields(
    l: Locale,
    action: &str,
    voices: &Voices,
    paragraph: &Paragraph,
    place: &str,
    language: Locale,
    filled: &Filled,
) -> impl IntoView + use<> {
    let kinds = choices(ChangeKind::ALL, |kind| i18n::wording::change_kind(l, kind));
    let required = t!(l, "required");
    let lang = language.to_string();
    let heading = t!(l, "motions-amend-paragraph", place = place, language = language_name(language));
    let organization = organization_field(l, voices, filled);
    let (kind, text, reasons) = (filled.text("kind"), filled.text("text"), filled.text("reasons"));
    let [kind_error, text_error, reasons_error] = ["kind", "text", "reasons"].map(|name| filled.error(l, name));
    let (id, words) = (paragraph.id.to_string(), paragraph.words(language).to_owned());
    let action = action.to_owned();
    view! {
        <h2>{heading}</h2>
        <PlainText text=words lang=lang.clone()/>
        <PostForm action=action>
            <input type="hidden" name="paragraph" value=id/>
            <input type="hidden" name="language" value=lang.clone()/>
            {organization}
            <Choices name="kind" legend=t!(l, "motions-amend-kind") options=kinds selected=kind error=kind_error required=required.clone()/>
            <TextArea name="text" label=t!(l, "motions-amend-text") value=text rows=6 lang=lang.clone() hint=t!(l, "motions-amend-text-hint") error=text_error/>
            <TextArea name="reasons" label=t!(l, "motions-reasons") value=reasons rows=4 lang=lang error=reasons_error required=required/>
            {submit_or_draft(l)}
        </PostForm>
    }
}

/// The form in which the board writes the articles of an item.
pub async fn item_text(cx: Cx, Path(part): Path<PartAddress>) -> Answer {
    let (address, room) = preparing(&cx, &part).await?;
    let item = room.items.iter().find(|item| item.id == part.part).ok_or(Error::NotFound)?;
    let filled = match item.motion {
        Some(motion) => {
            let text = cx.services().motion(cx.viewer(), room.id, motion).await?.motion.text;
            let languages = text.languages();
            languages.into_iter().fold(Entries::default(), |entries, language| {
                entries.with(format!("text_{language}"), text.source(language))
            })
        }
        None => Entries::default(),
    };
    Ok(item_form(&cx, &address, &room, &part, Filled::first(filled)))
}

/// Gives an item its articles.
pub async fn save_item_text(cx: Cx, Path(part): Path<PartAddress>, Form(entries): Form<Entries>) -> Answer {
    let (address, room) = preparing(&cx, &part).await?;
    let typed = texts_or(&entries, room.network.locale);
    let result = cx.services().set_item_text(cx.viewer(), room.id, part.part, typed).await;
    Ok(match answered(result, entries)? {
        Ok(motion) => done(&motion_path(&address.assembly(), motion), "saved"),
        Err(filled) => item_form(&cx, &address, &room, &part, filled),
    })
}

async fn preparing(cx: &Cx, part: &PartAddress) -> Result<(Address, Room), Error> {
    let address = Address { network: part.network.clone(), assembly: part.assembly };
    let room = address.room(cx).await?;
    cx.viewer().require(Action::ConveneAssembly, Scope::Network(room.network.id))?;
    if room.state != Assembly::Draft {
        return Err(CourseRefused::NotNow { state: room.state }.into());
    }
    Ok((address, room))
}

fn item_form(cx: &Cx, address: &Address, room: &Room, part: &PartAddress, filled: Filled) -> Response {
    let l = cx.locale();
    let title = t!(l, "motions-item-text");
    let action = format!("{}/items/{}/text", address.assembly(), part.part);
    let way = vec![PageLink::new(address.assembly(), room.title.clone()), PageLink::new(&action, title.clone())];
    let draft = cx.network_page(&room.network, title.clone()).breadcrumb(breadcrumb(l, &room.network, way));
    let item = room.items.iter().find(|item| item.id == part.part);
    let kicker = item.map(|item| format!("{}. {}", item.number, item.title));
    let main = room.network.locale;
    let draft = filled.on(l, draft);
    draft.render(move || {
        view! {
            <PageHeader title=title kicker=kicker lead=t!(l, "motions-item-text-lead")/>
            {filled.summary(l)}
            <PostForm action=action>
                {text_fields(l, main, &filled)}
                <FormActions><SubmitButton text=t!(l, "save")/></FormActions>
            </PostForm>
        }
    })
}
