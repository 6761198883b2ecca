//! The ballots: one form for each organization that the viewer votes for.

use domain::{
    colleges::RollEntry,
    elections::{GRADES, Marking, Marks, PaperRefused},
    locale::Locale,
    polls::{CastAs, CastRefused},
};
use i18n::t;
use leptos::prelude::*;
use services::{
    Refusal,
    assemblies::{MyVoice, Room},
    elections::Election,
};
use uuid::Uuid;

use super::show::{identifier, marks};
use crate::ui::{
    Callout, Checkbox, Choice, Choices, FieldGroup, FormActions, PostForm, Section, Select, SubmitButton, Tag, Tone,
};

/// A ballot as it was sent.
#[derive(Clone, Debug)]
pub struct Typed {
    /// For whom.
    pub organization: Option<Uuid>,
    /// The form's own key.
    pub request: Option<Uuid>,
    /// What was marked.
    pub marks: Marks,
}

impl Typed {
    /// Reads a form.
    pub fn read(form: &[(String, String)]) -> Self {
        Self {
            organization: identifier(form, "organization"),
            request: identifier(form, "request"),
            marks: marks(form),
        }
    }

    fn at(&self, candidate: usize) -> String {
        self.marks.beside.get(candidate).cloned().unwrap_or_default()
    }
}

/// The ballots of the viewer.
pub fn ballots(
    l: Locale,
    here: &str,
    room: &Room,
    election: &Election,
    (sent, refusal): (Option<&Typed>, Option<&Refusal>),
) -> Option<impl IntoView + use<>> {
    if room.mine.is_empty() {
        return None;
    }
    let entries: Vec<RollEntry> = room.roll.iter().map(|line| line.entry.clone()).collect();
    let known = election.rules.recognizable(&entries);
    let forms = room.mine.iter().map(|voice| {
        let typed = sent.filter(|typed| typed.organization == Some(voice.organization.0));
        let recognizable = known.iter().any(|entry| entry.organization == voice.organization);
        let refused = match (typed, refusal) {
            (Some(_), Some(Refusal::Paper(refused))) => Some(refused),
            _ => None,
        };
        ballot(l, here, election, voice, typed, refused, recognizable)
    });
    let forms = forms.collect_view();
    let (title, how) = (t!(l, "elections-ballots"), how(l, election));
    Some(view! {
        <Section title=title id="vote">
            <Callout><p>{how}</p><p>{t!(l, "elections-final")}</p></Callout>
            {forms}
        </Section>
    })
}

/// How the ballot is marked.
fn how(l: Locale, election: &Election) -> String {
    match election.rules.marking() {
        Marking::One => t!(l, "elections-how-one"),
        Marking::Several(Some(most)) => t!(l, "elections-how-several", most = most),
        Marking::Several(None) => t!(l, "elections-how-any"),
        Marking::Ranks => t!(l, "elections-how-ranks"),
        Marking::Grades => t!(l, "elections-how-grades"),
    }
}

/// Whose ballot it is.
fn legend(l: Locale, voice: &MyVoice, election: &Election) -> String {
    let organization = voice.name.clone();
    let voices = if election.rules.unit == domain::quorum::Unit::Heads { 1 } else { voice.weight };
    match voice.cast_as {
        CastAs::Own => t!(l, "ballot-own", organization = organization, voices = voices),
        CastAs::Proxy { .. } => t!(l, "ballot-proxy", organization = organization, voices = voices),
    }
}

fn ballot(
    l: Locale,
    here: &str,
    election: &Election,
    voice: &MyVoice,
    typed: Option<&Typed>,
    refused: Option<&PaperRefused>,
    recognizable: bool,
) -> AnyView {
    let legend = legend(l, voice, election);
    if voice.ballot_taken {
        return view! {
            <Callout tone=Tone::Positive>
                <p><strong>{legend}</strong></p>
                <p role="status"><Tag text=t!(l, "ballot-recorded-tag") tone=Tone::Positive/>" "{t!(l, "elections-recorded")}</p>
            </Callout>
        }
        .into_any();
    }
    if let Some(refused) = voice.refused {
        let text = match refused {
            CastRefused::GivenAway => t!(l, "ballot-given-away", holder = voice.given_to.clone().unwrap_or_default()),
            other => crate::problems::refusal(l, &other.into()),
        };
        return view! { <Callout><p><strong>{legend}</strong></p><p>{text}</p></Callout> }.into_any();
    }
    let warning = recognizable.then(|| {
        let text = t!(l, "elections-recognizable-you", voices = voice.weight);
        view! { <Callout tone=Tone::Attention><p>{text}</p></Callout> }
    });
    let organization = voice.organization;
    // A ballot that came back is the same ballot: the same key.
    let request = typed.and_then(|typed| typed.request).unwrap_or_else(Uuid::new_v4);
    let blank = typed.is_some_and(|typed| typed.marks.blank);
    let about = voice.name.clone();
    let marks = controls(l, election, organization.0, typed, refused);
    view! {
        <PostForm action=format!("{here}/vote")>
            <input type="hidden" name="organization" value=organization.to_string()/>
            <input type="hidden" name="request" value=request.to_string()/>
            <FieldGroup legend=legend>
                {warning}
                {marks}
                <Checkbox name="blank" id=format!("blank-{organization}") label=t!(l, "elections-blank") checked=blank/>
            </FieldGroup>
            <FormActions><SubmitButton text=t!(l, "elections-cast") about=about/></FormActions>
        </PostForm>
    }
    .into_any()
}

/// The candidates who stand, with what is asked beside each.
fn controls(
    l: Locale,
    election: &Election,
    organization: Uuid,
    typed: Option<&Typed>,
    refused: Option<&PaperRefused>,
) -> AnyView {
    let standing: Vec<(usize, String)> = election
        .paper
        .iter()
        .enumerate()
        .filter(|(_, name)| !name.withdrawn)
        .map(|(at, name)| (at, name.name.clone()))
        .collect();
    let value = |at: usize| typed.map(|typed| typed.at(at)).unwrap_or_default();
    let id = |at: usize| format!("mark-{organization}-{at}");
    let wrong = |at: usize| match refused {
        Some(PaperRefused::SamePlace { place }) if value(at).trim() == place.to_string() => {
            t!(l, "elections-same-place")
        }
        Some(PaperRefused::NotAMark { candidate, .. } | PaperRefused::Withdrawn { candidate }) if *candidate == at => {
            t!(l, "elections-not-a-mark")
        }
        _ => String::new(),
    };
    match election.rules.marking() {
        Marking::One => {
            let selected = standing.iter().find(|(at, _)| value(*at) == "on").map(|(at, _)| at.to_string());
            let options = standing.into_iter().map(|(at, name)| Choice::new(at.to_string(), name)).collect();
            view! { <Choices name="mark" id=format!("mark-{organization}") legend=t!(l, "elections-candidates") options=options selected=selected/> }
                .into_any()
        }
        Marking::Several(_) => standing
            .into_iter()
            .map(|(at, name)| {
                let ticked = value(at) == "on";
                view! { <Checkbox name=format!("mark-{at}") id=id(at) label=name value="on" checked=ticked error=wrong(at)/> }
            })
            .collect_view()
            .into_any(),
        Marking::Ranks => {
            let places = standing.len();
            standing
                .into_iter()
                .map(|(at, name)| {
                    let options = (1..=places).map(|place| Choice::new(place.to_string(), place.to_string())).collect();
                    view! { <Select name=format!("mark-{at}") id=id(at) label=name options=options selected=value(at) empty=t!(l, "elections-no-place") error=wrong(at)/> }
                })
                .collect_view()
                .into_any()
        }
        Marking::Grades => standing
            .into_iter()
            .map(|(at, name)| {
                let options = (0..GRADES).map(|grade| Choice::new(grade.to_string(), i18n::wording::grade(l, grade))).collect();
                view! { <Choices name=format!("mark-{at}") id=id(at) legend=name options=options selected=value(at) error=wrong(at)/> }
            })
            .collect_view()
            .into_any(),
    }
}
