//! The text as it stands, numbered, and nothing else: to be read, copied and printed.

use axum::extract::Path;
use domain::motions::State;
use i18n::t;
use leptos::prelude::*;

use super::{
    MotionAddress,
    page::{languages, shown_language},
    words,
};
use crate::{
    context::{Answer, Cx, language_name},
    ui::{ActionKind, ActionLink, Callout, Fact, Facts, PageHeader, PageLink, Section, Tag, Tone},
};

/// The page.
pub async fn show(cx: Cx, Path(address): Path<MotionAddress>) -> Answer {
    let l = cx.locale();
    let (room, page) = address.load(&cx).await?;
    let motion = page.motion.clone();
    let adopted = motion.state == State::Adopted;
    let title = if adopted { t!(l, "motions-text-adopted") } else { t!(l, "motions-text-now") };
    let path = address.path();
    let way = address.way(l, &room, &page, vec![PageLink::new(format!("{path}/text"), title.clone())]);
    let draft = cx.network_page(&room.network, format!("{title} – {}", motion.title)).breadcrumb(way);
    let shown = shown_language(&cx, &motion.text, &room);
    Ok(draft.render(move || {
        let lang = (shown != l).then(|| shown.to_string());
        let out_of_date = motion.text.paragraphs().any(|(_, one)| !one.struck && one.stale(shown));
        let warning = out_of_date.then(|| {
            let text = t!(l, "motions-text-out-of-date", language = language_name(shown));
            view! { <Callout tone=Tone::Attention><p>{text}</p></Callout> }
        });
        let not_adopted = (!adopted).then(|| view! { <Callout><p>{t!(l, "motions-text-now-hint")}</p></Callout> });
        let articles = motion.text.articles.iter().zip(1..).map(|(article, number)| {
            let title = article.title.text(shown, motion.locale);
            let heading = if title.is_empty() {
                t!(l, "motions-article", number = number)
            } else {
                t!(l, "motions-article-titled", number = number, title = title)
            };
            let standing = article.paragraphs.iter().filter(|one| !one.struck).zip(1..);
            let paragraphs = standing.map(|(one, position)| {
                let text = one.words_or(shown, motion.locale).to_owned();
                let stale = one.stale(shown).then(|| {
                    let text = t!(l, "motions-stale", language = language_name(shown));
                    view! { " "<Tag text=text tone=Tone::Attention/> }
                });
                let lang = lang.clone();
                let label = format!("{number}.{position}");
                view! { <p lang=lang><span class="paragraph-number">{label}</span>" "{text}{stale}</p> }
            });
            let paragraphs = paragraphs.collect_view();
            view! { <Section title=heading>{paragraphs}</Section> }
        });
        let articles = articles.collect_view();
        let facts = vec![
            Fact::new(t!(l, "motions-authors"), words::authors(l, &motion.authors)),
            Fact::new(t!(l, "motions-state"), i18n::wording::motion_state(l, motion.state)),
            Fact::new(t!(l, "motions-revision"), t!(l, "motions-revision-text", revision = motion.revision)),
        ];
        let here = format!("{path}/text");
        view! {
            <PageHeader kicker=title title=motion.title.clone() lead=room.title.clone()>
                <ActionLink href=path.clone() text=t!(l, "motions-back-to-motion") kind=ActionKind::Secondary/>
            </PageHeader>
            <Facts facts=facts/>
            {not_adopted}
            {warning}
            {languages(l, &here, &motion.text, shown)}
            {articles}
        }
    }))
}
