//! An amendment, beside the paragraph that it changes.

use std::collections::BTreeSet;

use domain::{ids::OrganizationId, locale::Locale, motions::State};
use i18n::t;
use leptos::prelude::*;
use services::{
    assemblies::Room,
    motions::{Amendment, MotionPage},
};

use super::{page::ruling_form, words};
use crate::{
    context::language_name,
    ui::{ActionKind, Callout, FormActions, PlainText, PostButton, Tag, Tone},
};

/// What stands around an amendment: the page and who looks at it.
#[derive(Clone)]
pub struct Around {
    /// Language of the page.
    pub l: Locale,
    /// Address of the motion's page.
    pub path: String,
    /// The assembly.
    pub room: Room,
    /// The motion.
    pub page: MotionPage,
    /// The language in which the text is shown.
    pub shown: Locale,
    /// The organizations for which the viewer may propose.
    pub own: Vec<(OrganizationId, String)>,
    /// The organizations that the viewer represents.
    pub represents: BTreeSet<OrganizationId>,
    /// Whether the viewer speaks for an author of the motion.
    pub author: bool,
}

/// One amendment: who, what, why, how it stands to the others, and what can be done with it.
#[component]
pub fn AmendmentCard(
    /// What stands around it.
    around: Around,
    /// The amendment.
    amendment: Amendment,
) -> impl IntoView {
    let l = around.l;
    let title = words::amendment_title(l, &amendment);
    let by = t!(l, "motions-by", names = words::authors(l, &amendment.authors));
    let supporters = (!amendment.supporters.is_empty()).then(|| {
        let names = words::names(l, &amendment.supporters);
        view! { <p class="hint">{t!(l, "motions-supported-by", names = names)}</p> }
    });
    let language = (amendment.proposal.locale != around.shown).then(|| {
        let language = language_name(amendment.proposal.locale);
        view! { <p class="hint">{t!(l, "motions-written-in", language = language)}</p> }
    });
    let refusal = amendment.refusal.clone().map(|reason| view! { <p>{t!(l, "motions-refusal")}" : "{reason}</p> });
    let standing = words::standing(l, &amendment).map(|text| view! { <Callout><p>{text}</p></Callout> });
    let reasons = view! { <p class="hint">{t!(l, "motions-reasons")}</p><PlainText text=amendment.reasons.clone() lang=amendment.proposal.locale.to_string()/> };
    let id = format!("amendment-{}", amendment.proposal.number);
    view! {
        <article class="amendment" id=id>
            <h3>{title.clone()}</h3>
            <p>
                <Tag text=i18n::wording::motion_state(l, amendment.state) tone=words::tone(amendment.state)/>
                " "
                {by}
            </p>
            {language}
            {words::changes(l, &amendment)}
            {standing}
            {collisions(&around, &amendment)}
            {refusal}
            {reasons}
            {supporters}
            {actions(&around, &amendment, &title)}
        </article>
    }
}

fn collisions(around: &Around, amendment: &Amendment) -> Option<impl IntoView + use<>> {
    let l = around.l;
    let lines = around.page.collisions.iter().filter_map(|collision| {
        let other = match amendment.id() {
            id if id == collision.one => collision.other,
            id if id == collision.other => collision.one,
            _ => return None,
        };
        let number = around.page.amendment(other)?.proposal.number;
        let text = words::collision(l, collision.kind, number);
        Some(view! { <li>{text}" "<a href=format!("#amendment-{number}")>{t!(l, "motions-see-amendment", number = number)}</a></li> })
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| view! { <Callout tone=Tone::Attention><ul>{lines.collect_view()}</ul></Callout> })
}

fn actions(around: &Around, amendment: &Amendment, title: &str) -> impl IntoView + use<> {
    let l = around.l;
    let path = format!("{}/amendments/{}", around.path, amendment.id());
    let button = |part: &str, text: String, kind: ActionKind| {
        view! { <PostButton action=format!("{path}/{part}") text=text kind=kind about=title.to_owned()/> }
    };
    let author = amendment.authors.iter().any(|one| around.represents.contains(&one.organization));
    let submit = (author && amendment.state == State::Draft)
        .then(|| button("submit", t!(l, "motions-submit"), ActionKind::Secondary));
    let withdraw = (author && matches!(amendment.state, State::Draft | State::Submitted | State::Admissible))
        .then(|| button("withdraw", t!(l, "motions-withdraw"), ActionKind::Quiet));
    let behind: Vec<_> = amendment.authors.iter().chain(&amendment.supporters).map(|one| one.organization).collect();
    let open = matches!(amendment.state, State::Submitted | State::Admissible);
    let support = around.own.iter().filter(|(organization, _)| open && !behind.contains(organization));
    let support = support.map(|(organization, name)| {
        let entries = vec![("organization".to_owned(), organization.to_string())];
        let about = format!("{title}, {name}");
        view! { <PostButton action=format!("{path}/support") text=t!(l, "motions-support") kind=ActionKind::Secondary entries=entries about=about/> }
    });
    let support = support.collect_view();
    let ruling = (around.room.may_convene && amendment.state == State::Submitted)
        .then(|| ruling_form(l, format!("{path}/rule"), &amendment.proposal.number.to_string(), title.to_owned()));
    view! {
        <FormActions>{submit} {support} {withdraw}</FormActions>
        {ruling}
    }
}
