//! Taking a member in, taking decisions down, choosing a college.

use axum::{Form, extract::Path, response::Response};
use domain::locale::Locale;
use i18n::t;
use leptos::prelude::*;
use services::{
    memberships::{MemberPage, NewMemberForm, StepForm},
    networks::{College, Network},
};

use super::{status, step, tone};
use crate::{
    context::{Answer, Cx, Draft, done},
    entries::{Entries, Filled, answered},
    organizations::forms::{identity_fields, identity_form},
    ui::*,
};

fn crumbs(cx: &Cx, network: &Network, rest: Vec<PageLink>) -> Vec<PageLink> {
    let l = cx.locale();
    let mut links = vec![
        PageLink::new(format!("/n/{}", network.slug), network.name(l)),
        PageLink::new(format!("/n/{}/members", network.slug), t!(l, "memberships-title")),
    ];
    links.extend(rest);
    links
}

fn college_choices(l: Locale, network: &Network, colleges: &[College]) -> Vec<Choice> {
    colleges.iter().map(|college| Choice::new(college.id.to_string(), college.names.text(l, network.locale))).collect()
}

/// The form for a new member.
pub async fn new_member(cx: Cx, Path(slug): Path<String>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let today = services::day_in(network.zone, cx.services().now());
    let country = if network.zone == chrono_tz::Europe::Brussels { "BE" } else { "FR" };
    let entries = Entries::default().with("applied_on", today).with("country", country).with("locales", network.locale);
    show_new(&cx, &network, Filled::first(entries)).await
}

/// Takes the new member in.
pub async fn add_member(cx: Cx, Path(slug): Path<String>, Form(entries): Form<Entries>) -> Answer {
    let network = managed(&cx, &slug).await?;
    let form = NewMemberForm {
        name: entries.text("name"),
        short_name: entries.text("short_name"),
        identity: identity_form(&entries),
        college: entries.text("college"),
        applied_on: entries.text("applied_on"),
    };
    match answered(cx.services().add_member(cx.viewer(), &network, &form).await, entries)? {
        Ok(new) => {
            let word = match (new.known, new.unusual) {
                (true, _) => "member-known",
                (false, true) => "saved-unusual",
                (false, false) => "member-added",
            };
            Ok(done(&format!("/n/{}/members/{}/membership", network.slug, new.slug), word))
        }
        Err(filled) => show_new(&cx, &network, filled).await,
    }
}

/// The network, for whoever takes members in.
async fn managed(cx: &Cx, slug: &str) -> Result<Network, services::Error> {
    use domain::access::{Action, Scope};
    let network = cx.services().network(cx.viewer(), slug).await?;
    cx.viewer().require(Action::ManageMemberships, Scope::Network(network.id))?;
    Ok(network)
}

async fn show_new(cx: &Cx, network: &Network, filled: Filled) -> Answer {
    let l = cx.locale();
    let colleges = cx.services().colleges(cx.viewer(), network.id).await?;
    let colleges = college_choices(l, network, &colleges);
    let title = t!(l, "memberships-add");
    let draft = cx.network_page(network, title.clone());
    let draft = draft.breadcrumb(crumbs(cx, network, vec![PageLink::new(cx.path(), title.clone())]));
    let action = format!("/n/{}/new-member", network.slug);
    let cancel = format!("/n/{}/members", network.slug);
    Ok(filled.on(l, draft).render(move || {
        let required = t!(l, "required");
        // Views of fields are made before the groups that hold them, which want what they hold for good.
        let organization = view! {
            <Field name="name" label=t!(l, "name") value=filled.text("name") error=filled.error(l, "name") required=required.clone()/>
            <Field name="short_name" label=t!(l, "memberships-short-name") value=filled.text("short_name") error=filled.error(l, "short_name") hint=t!(l, "organizations-short-name-hint")/>
        };
        let membership = view! {
            <Field name="applied_on" label=t!(l, "memberships-applied-on") kind="date" width=FieldWidth::Short value=filled.text("applied_on") error=filled.error(l, "applied_on") required=required/>
            <Select name="college" label=t!(l, "memberships-college") options=colleges selected=filled.text("college") empty=t!(l, "memberships-college-later") error=filled.error(l, "college")/>
        };
        let identity = identity_fields(l, &filled);
        view! {
            <PageHeader title lead=t!(l, "memberships-add-lead")/>
            {filled.summary(l)}
            <PostForm action>
                <FieldGroup legend=t!(l, "memberships-organization")>{organization}</FieldGroup>
                <FieldGroup legend=t!(l, "memberships-membership")>{membership}</FieldGroup>
                {identity}
                <FormActions>
                    <SubmitButton text=t!(l, "memberships-add-submit")/>
                    <ActionLink href=cancel text=t!(l, "cancel") kind=ActionKind::Quiet/>
                </FormActions>
            </PostForm>
        }
    }))
}

/// What the page of decisions shows in its two forms.
#[derive(Default)]
struct Forms {
    step: Filled,
    college: Filled,
}

/// The page on which decisions are taken down.
pub async fn membership(cx: Cx, Path((network, organization)): Path<(String, String)>) -> Answer {
    let network = managed(&cx, &network).await?;
    show(&cx, &network, &organization, Forms::default()).await
}

/// Takes a step.
pub async fn take_step(
    cx: Cx,
    Path((network, organization)): Path<(String, String)>,
    Form(entries): Form<Entries>,
) -> Answer {
    let network = managed(&cx, &network).await?;
    let member = cx.services().member(cx.viewer(), &network, &organization, cx.locale()).await?;
    let form = StepForm {
        step: entries.text("step"),
        on: entries.text("on"),
        decision: entries.text("decision"),
        version: entries.version(),
    };
    let id = member.organization.id;
    let result = cx.services().take_membership_step(cx.viewer(), &network, id, &form).await;
    match answered(result, entries)? {
        Ok(_) => Ok(back(&network, &organization)),
        Err(step) => show(&cx, &network, &organization, Forms { step, ..Forms::default() }).await,
    }
}

/// Puts the member into a college.
pub async fn assign_college(
    cx: Cx,
    Path((network, organization)): Path<(String, String)>,
    Form(entries): Form<Entries>,
) -> Answer {
    let network = managed(&cx, &network).await?;
    let member = cx.services().member(cx.viewer(), &network, &organization, cx.locale()).await?;
    let (college, version) = (entries.text("college"), entries.version());
    let id = member.organization.id;
    let result = cx.services().assign_college(cx.viewer(), network.id, id, &college, version).await;
    match answered(result, entries)? {
        Ok(()) => Ok(back(&network, &organization)),
        Err(college) => show(&cx, &network, &organization, Forms { college, ..Forms::default() }).await,
    }
}

fn back(network: &Network, organization: &str) -> Response {
    done(&format!("/n/{}/members/{organization}/membership", network.slug), "saved")
}

async fn show(cx: &Cx, network: &Network, organization: &str, forms: Forms) -> Answer {
    let l = cx.locale();
    let member = cx.services().member(cx.viewer(), network, organization, l).await?;
    let colleges = cx.services().colleges(cx.viewer(), network.id).await?;
    let colleges = college_choices(l, network, &colleges);
    let today = services::day_in(network.zone, cx.services().now());
    let name = member.organization.name_on(today).to_owned();
    let base = format!("/n/{}/members/{}", network.slug, member.organization.slug);
    let title = t!(l, "memberships-decide");
    let links = vec![PageLink::new(&base, &name), PageLink::new(cx.path(), title.clone())];
    let draft = cx.network_page(network, title.clone()).breadcrumb(crumbs(cx, network, links));
    let draft: Draft = forms.college.on(l, draft);
    let draft = if forms.step.conflict || forms.step.problem.any() { forms.step.on(l, draft) } else { draft };
    let (standing, standing_tone) = (status(l, member.membership.status), tone(member.membership.status));
    let since = t!(l, "since", date = i18n::date(l, member.membership.since));
    Ok(draft.render(move || {
        let version = member.membership.version.to_string();
        let steps = step_form(l, &base, &member, &forms.step, today, &version);
        let college_action = format!("{base}/college");
        let chosen = member.membership.college.map(|id| id.to_string());
        let college_error = forms.college.error(l, "college");
        view! {
            <PageHeader title kicker=name>
                <Tag text=standing tone=standing_tone/>
                <span>{since}</span>
            </PageHeader>
            {forms.step.summary(l)}
            {forms.college.summary(l)}
            {steps}
            <Section title=t!(l, "memberships-college")>
                <PostForm action=college_action>
                    <input type="hidden" name="version" value=version/>
                    <Select
                        name="college"
                        label=t!(l, "memberships-college")
                        options=colleges
                        selected=chosen
                        empty=t!(l, "memberships-no-college")
                        hint=t!(l, "memberships-college-hint")
                        error=college_error
                    />
                    <FormActions><SubmitButton text=t!(l, "save") kind=ActionKind::Secondary/></FormActions>
                </PostForm>
            </Section>
        }
    }))
}

fn step_form(
    l: Locale,
    base: &str,
    member: &MemberPage,
    filled: &Filled,
    today: chrono::NaiveDate,
    version: &str,
) -> impl IntoView + use<> {
    let steps: Vec<Choice> = member
        .membership
        .status
        .steps()
        .into_iter()
        .map(|possible| {
            let choice = Choice::new(possible.to_string(), step(l, possible));
            if possible.needs_decision() { choice.detail(t!(l, "memberships-needs-decision")) } else { choice }
        })
        .collect();
    let on = if filled.text("on").is_empty() { today.to_string() } else { filled.text("on") };
    let required = t!(l, "required");
    let (action, version) = (format!("{base}/steps"), version.to_owned());
    let fields = view! {
        <Choices name="step" legend=t!(l, "memberships-which-step") options=steps selected=filled.text("step") error=filled.error(l, "step") required=required.clone()/>
        <Field name="on" label=t!(l, "memberships-step-on") kind="date" width=FieldWidth::Short value=on error=filled.error(l, "on") required/>
        <TextArea name="decision" label=t!(l, "memberships-decision") rows=3 value=filled.text("decision") hint=t!(l, "memberships-decision-hint") error=filled.error(l, "decision")/>
    };
    view! {
        <Section title=t!(l, "memberships-next-step")>
            <PostForm action=action>
                <input type="hidden" name="version" value=version/>
                {fields}
                <FormActions><SubmitButton text=t!(l, "memberships-take-step")/></FormActions>
            </PostForm>
        </Section>
    }
}
