//! What a network's administrators change first: its presentation; and the way to the rest.

use axum::{Form, extract::Path};
use domain::{
    access::{Action, Scope},
    locale::Locale,
};
use i18n::t;
use leptos::prelude::*;
use services::networks::{Network, NetworkForm};

use super::colleges::weight_rule;
use crate::{
    context::{Answer, Cx, Draft, done, language_name},
    entries::{Entries, Filled, answered, choices},
    ui::*,
};

/// Time zones in which networks of the product have their days; another is kept as it is.
const ZONES: [&str; 6] =
    ["Europe/Paris", "Europe/Brussels", "Europe/Amsterdam", "Europe/Luxembourg", "Europe/London", "Indian/Reunion"];

/// The network, for whoever manages it.
pub(super) async fn managed(cx: &Cx, slug: &str) -> Result<Network, services::Error> {
    let network = cx.services().network(cx.viewer(), slug).await?;
    cx.viewer().require(Action::ManageNetwork, Scope::Network(network.id))?;
    Ok(network)
}

/// A page of the settings.
pub(super) fn page(cx: &Cx, network: &Network, title: &str) -> Draft {
    let settings = format!("/n/{}/settings", network.slug);
    let mut links = vec![
        PageLink::new(format!("/n/{}", network.slug), network.name(cx.locale())),
        PageLink::new(&settings, t!(cx.locale(), "section-settings")),
    ];
    if settings != cx.path() {
        links.push(PageLink::new(cx.path(), title));
    }
    cx.network_page(network, title).breadcrumb(links)
}

/// Where the settings begin.
pub async fn overview(cx: Cx, Path(slug): Path<String>) -> Answer {
    let l = cx.locale();
    let network = managed(&cx, &slug).await?;
    let colleges = cx.services().colleges(cx.viewer(), network.id).await?;
    let title = t!(l, "section-settings");
    let draft = page(&cx, &network, &title);
    let base = format!("/n/{slug}/settings");
    Ok(draft.render(move || {
        let columns = vec![
            Column::text(t!(l, "memberships-college")),
            Column::text(t!(l, "networks-weight")),
            Column::actions(t!(l, "actions")),
        ];
        let rows: Vec<Vec<Cell>> = colleges
            .iter()
            .map(|college| {
                let name = college.names.text(l, network.locale).to_owned();
                let href = format!("{base}/colleges/{}", college.id);
                vec![
                    Cell::text(name.clone()),
                    Cell::text(weight_rule(l, &college.rule)),
                    Cell::view(view! { <ActionLink href text=t!(l, "edit") kind=ActionKind::Quiet about=name/> }),
                ]
            })
            .collect();
        let table = if rows.is_empty() {
            view! { <EmptyState title=t!(l, "networks-no-colleges-title") text=t!(l, "networks-no-colleges")/> }
                .into_any()
        } else {
            view! { <DataTable caption=t!(l, "networks-colleges") caption_hidden=true columns rows/> }.into_any()
        };
        let (presentation, rules, add) =
            (format!("{base}/presentation"), format!("/n/{slug}/statutes"), format!("{base}/colleges/new"));
        view! {
            <PageHeader title/>
            <Section title=t!(l, "networks-kicker")>
                <Cards>
                    <Card title=t!(l, "networks-presentation") href=presentation>
                        <p>{t!(l, "networks-presentation-text")}</p>
                    </Card>
                    <Card title=t!(l, "networks-rules") href=rules>
                        <p>{t!(l, "networks-rules-text")}</p>
                    </Card>
                </Cards>
            </Section>
            <Section title=t!(l, "networks-colleges")>
                <p>{t!(l, "networks-colleges-text")}</p>
                {table}
                <FormActions>
                    <ActionLink href=add text=t!(l, "networks-add-college") kind=ActionKind::Secondary/>
                </FormActions>
            </Section>
        }
    }))
}

/// The form of the presentation.
pub async fn presentation(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let mut entries = Entries::default().with("locale", network.locale).with("time_zone", network.zone.name());
    for locale in Locale::ALL {
        entries = entries
            .with_some(format!("name_{locale}"), network.names.0.get(locale))
            .with_some(format!("description_{locale}"), network.descriptions.0.get(locale));
    }
    Ok(show_presentation(&cx, &network, Filled::first(entries)))
}

/// Changes the presentation.
pub async fn save_presentation(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let form = NetworkForm {
        names: entries.in_every_language("name"),
        descriptions: entries.in_every_language("description"),
        locale: entries.text("locale"),
        time_zone: entries.text("time_zone"),
    };
    match answered(cx.services().edit_network(cx.viewer(), &network, &form).await, entries)? {
        Ok(()) => Ok(done(&format!("/n/{slug}/settings"), "saved")),
        Err(filled) => Ok(show_presentation(&cx, &network, filled)),
    }
}

/// The names of something in every language.
pub(super) fn names(l: Locale, filled: &Filled) -> impl IntoView + use<> {
    let fields = Locale::ALL.iter().map(|locale| {
        let name = format!("name_{locale}");
        let label = t!(l, "networks-name-in", language = language_name(*locale));
        let (value, error) = (filled.text(&name), filled.error(l, &name));
        view! { <Field name label value error/> }
    });
    fields.collect_view()
}

fn show_presentation(cx: &Cx, network: &Network, filled: Filled) -> axum::response::Response {
    let l = cx.locale();
    let title = t!(l, "networks-presentation");
    let draft = filled.on(l, page(cx, network, &title));
    let base = format!("/n/{}/settings", network.slug);
    draft.render(move || {
        let descriptions = Locale::ALL.iter().map(|locale| {
            let name = format!("description_{locale}");
            let label = t!(l, "networks-description-in", language = language_name(*locale));
            let (value, error) = (filled.text(&name), filled.error(l, &name));
            view! { <TextArea name label value error lang=locale.as_str()/> }
        });
        let descriptions = descriptions.collect_view();
        let names = names(l, &filled);
        let mut zones: Vec<Choice> = ZONES.iter().map(|zone| Choice::new(*zone, zone.replace('_', " "))).collect();
        let zone = filled.text("time_zone");
        if !zone.is_empty() && !ZONES.contains(&zone.as_str()) {
            zones.push(Choice::new(&zone, &zone));
        }
        let choices = view! {
            <Select name="locale" label=t!(l, "networks-main-language") options=choices(Locale::ALL, language_name) selected=filled.text("locale") hint=t!(l, "networks-main-language-hint") error=filled.error(l, "locale")/>
            <Select name="time_zone" label=t!(l, "networks-time-zone") options=zones selected=zone error=filled.error(l, "time_zone")/>
        };
        view! {
            <PageHeader title/>
            {filled.summary(l)}
            <PostForm action=format!("{base}/presentation")>
                <FieldGroup legend=t!(l, "name")>{names}</FieldGroup>
                <FieldGroup legend=t!(l, "description")>{descriptions}</FieldGroup>
                {choices}
                <FormActions>
                    <SubmitButton text=t!(l, "save-changes")/>
                    <ActionLink href=base text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    })
}
