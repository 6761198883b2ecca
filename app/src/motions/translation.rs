//! Paragraphs that were changed in one language and not yet in another.

use axum::extract::{Form, Path};
use domain::{
    access::{Action, Scope},
    ids::ParagraphId,
    locale::Locale,
};
use i18n::t;
use leptos::prelude::*;
use services::{Error, assemblies::Room, motions::MotionPage};

use super::MotionAddress;
use crate::{
    context::{Answer, Cx, done, language_name},
    entries::{Entries, Filled, answered},
    ui::{EmptyState, FormActions, PageHeader, PageLink, PlainText, PostForm, Section, SubmitButton, TextArea},
};

/// The page.
pub async fn show(cx: Cx, Path(address): Path<MotionAddress>) -> Answer {
    let (room, page) = load(&cx, &address).await?;
    Ok(form(&cx, &address, &room, page, Filled::default()))
}

/// Somebody says that a paragraph is up to date.
pub async fn save(cx: Cx, Path(address): Path<MotionAddress>, Form(entries): Form<Entries>) -> Answer {
    let (room, page) = load(&cx, &address).await?;
    let paragraph = entries.text("paragraph").parse().map(ParagraphId).map_err(|_| Error::NotFound)?;
    let locale: Locale = entries.text("language").parse().map_err(|_| Error::NotFound)?;
    let words = entries.text("text");
    let result =
        cx.services().translate_paragraph(cx.viewer(), room.id, page.motion.id, paragraph, locale, words).await;
    Ok(match answered(result, entries)? {
        Ok(()) => done(&format!("{}/translation", address.path()), "saved"),
        Err(filled) => form(&cx, &address, &room, page, filled),
    })
}

async fn load(cx: &Cx, address: &MotionAddress) -> Result<(Room, MotionPage), Error> {
    let (room, page) = address.load(cx).await?;
    cx.viewer().require(Action::ConveneAssembly, Scope::Network(room.network.id))?;
    Ok((room, page))
}

fn form(cx: &Cx, address: &MotionAddress, room: &Room, page: MotionPage, filled: Filled) -> axum::response::Response {
    let l = cx.locale();
    let title = t!(l, "motions-translation");
    let action = format!("{}/translation", address.path());
    let way = address.way(l, room, &page, vec![PageLink::new(&action, title.clone())]);
    let draft = cx.network_page(&room.network, format!("{title} – {}", page.motion.title)).breadcrumb(way);
    let draft = filled.on(l, draft);
    draft.render(move || {
        let text = &page.motion.text;
        let mut forms = Vec::new();
        for (_, one) in text.paragraphs().filter(|(_, one)| !one.struck) {
            let place = text.place(one.id).map(|place| place.to_string()).unwrap_or_default();
            for (language, wording) in one.wordings.iter().filter(|(_, wording)| wording.stale) {
                let name = language_name(*language);
                let heading = t!(l, "motions-translation-of", place = place.clone(), language = name.clone());
                let current = one.wordings.iter().filter(|(_, wording)| !wording.stale).map(|(language, wording)| {
                    view! {
                        <p class="hint">{language_name(*language)}</p>
                        <PlainText text=wording.text.clone() lang=language.to_string()/>
                    }
                });
                let current = current.collect_view();
                let this = filled.text("paragraph") == one.id.to_string() && filled.text("language") == language.as_str();
                let (value, error) =
                    if this { (filled.text("text"), filled.error(l, "text")) } else { (wording.text.clone(), None) };
                let id = format!("text-{}-{language}", one.id);
                let (action, paragraph, language) = (action.clone(), one.id.to_string(), language.to_string());
                forms.push(view! {
                    <Section title=heading.clone()>
                        {current}
                        <PostForm action=action>
                            <input type="hidden" name="paragraph" value=paragraph/>
                            <input type="hidden" name="language" value=language.clone()/>
                            <TextArea name="text" id=id label=name value=value rows=5 lang=language error=error/>
                            <FormActions><SubmitButton text=t!(l, "motions-translation-save") about=heading/></FormActions>
                        </PostForm>
                    </Section>
                });
            }
        }
        let empty = forms.is_empty().then(|| {
            view! { <EmptyState title=t!(l, "motions-translation-none-title") text=t!(l, "motions-translation-none")/> }
        });
        view! {
            <PageHeader title=title kicker=page.motion.title.clone() lead=t!(l, "motions-translation-lead")/>
            {empty}
            {forms.collect_view()}
        }
    })
}
