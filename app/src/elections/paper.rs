//! The ballots: one form for each organization that the viewer votes for.

use std::collections::BTreeSet;

use domain::{
    colleges::RollEntry,
    elections::{GRADES, Marking, Marks, Name, PaperRefused},
    ids::OrganizationId,
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

use super::show::{BLANK, identifier, marks};
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
) -> Option<AnyView> {
    if room.mine.is_empty() {
        return None;
    }
    let entries: Vec<RollEntry> = room.roll.iter().map(|line| line.entry.clone()).collect();
    let elect: BTreeSet<OrganizationId> = electing(room, election).collect();
    let mine: Vec<&MyVoice> = room.mine.iter().filter(|voice| elect.contains(&voice.organization)).collect();
    if let (true, Some(electorate)) = (mine.is_empty(), &election.rules.electorate) {
        let text = t!(l, "lists-electorate-other", college = electorate.name.as_str());
        return Some(view! { <Callout><p>{text}</p></Callout> }.into_any());
    }
    let known = election.rules.recognizable(&entries);
    let forms = mine.into_iter().map(|voice| {
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
    Some(
        view! {
            <Section title=title id="vote">
                <Callout><p>{how}</p><p>{t!(l, "elections-final")}</p></Callout>
                {forms}
            </Section>
        }
        .into_any(),
    )
}

/// The organizations that elect, and from which candidates come.
pub fn electing(room: &Room, election: &Election) -> impl Iterator<Item = OrganizationId> {
    let elect = room.roll.iter().filter(|line| election.rules.elects(&line.entry));
    elect.map(|line| line.entry.organization)
}

/// How the ballot is marked.
fn how(l: Locale, election: &Election) -> String {
    match election.rules.marking() {
        Marking::One if election.rules.by_lists() => t!(l, "lists-how"),
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
        CastAs::Own | CastAs::Tellers { .. } => t!(l, "ballot-own", organization = organization, voices = voices),
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
        let text = if !voice.on_paper.is_empty() { t!(l, "urn-yours") } else { t!(l, "elections-recorded") };
        return view! {
            <Callout tone=Tone::Positive>
                <p><strong>{legend}</strong></p>
                <p role="status"><Tag text=t!(l, "ballot-recorded-tag") tone=Tone::Positive/>" "{text}</p>
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
    // Where one is chosen among all, a blank ballot is one more choice; elsewhere a box of its own.
    let blank = (election.rules.marking() != Marking::One).then(|| {
        let ticked = typed.is_some_and(|typed| typed.marks.blank);
        view! { <Checkbox name="blank" id=format!("blank-{organization}") label=t!(l, "elections-blank") checked=ticked/> }
    });
    let about = voice.name.clone();
    let marks = controls(l, election, organization.0, typed, refused);
    view! {
        <PostForm action=format!("{here}/vote")>
            <input type="hidden" name="organization" value=organization.to_string()/>
            <input type="hidden" name="request" value=request.to_string()/>
            <FieldGroup legend=legend>
                {warning}
                {marks}
                {blank}
            </FieldGroup>
            <FormActions><SubmitButton text=t!(l, "elections-cast") about=about/></FormActions>
        </PostForm>
    }
    .into_any()
}

/// What is asked beside each name: the names of a college together, where seats are reserved for colleges.
fn controls(
    l: Locale,
    election: &Election,
    organization: Uuid,
    typed: Option<&Typed>,
    refused: Option<&PaperRefused>,
) -> AnyView {
    let standing: Vec<(usize, &Name)> = election.paper.iter().enumerate().filter(|(_, name)| !name.withdrawn).collect();
    let sheet = Sheet { l, election, organization, places: standing.len(), typed, refused };
    if election.rules.marking() == Marking::One {
        return sheet.one(&standing);
    }
    if election.rules.reserved.is_empty() {
        return standing.into_iter().map(|(at, name)| sheet.beside(at, name)).collect_view().into_any();
    }
    let colleges = election.rules.reserved.iter().map(|of| Some(of.name.as_str())).chain([None]);
    let groups = colleges.map(|college| {
        let here = standing.iter().filter(|(_, name)| reserved(election, name) == college);
        let controls: Vec<AnyView> = here.map(|(at, name)| sheet.beside(*at, name)).collect();
        let legend = college.map_or_else(|| t!(l, "lists-no-college"), ToOwned::to_owned);
        (!controls.is_empty()).then(|| view! { <FieldGroup legend=legend>{controls}</FieldGroup> })
    });
    groups.collect_view().into_any()
}

/// The college of a candidate, where seats are reserved for it.
fn reserved<'n>(election: &Election, name: &'n Name) -> Option<&'n str> {
    let is_reserved = |college: &str| election.rules.reserved.iter().any(|of| of.name == college);
    name.college.as_deref().filter(|college| is_reserved(college))
}

/// A ballot that is being marked.
struct Sheet<'s> {
    l: Locale,
    election: &'s Election,
    organization: Uuid,
    places: usize,
    typed: Option<&'s Typed>,
    refused: Option<&'s PaperRefused>,
}

impl Sheet<'_> {
    fn value(&self, at: usize) -> String {
        self.typed.map(|typed| typed.at(at)).unwrap_or_default()
    }

    fn wrong(&self, at: usize) -> String {
        match self.refused {
            Some(PaperRefused::SamePlace { place }) if self.value(at).trim() == place.to_string() => {
                t!(self.l, "elections-same-place")
            }
            Some(PaperRefused::NotAMark { candidate, .. } | PaperRefused::Withdrawn { candidate })
                if *candidate == at =>
            {
                t!(self.l, "elections-not-a-mark")
            }
            _ => String::new(),
        }
    }

    /// One name among all: a candidate with the college for which seats are reserved, or a list with those on it.
    fn one(&self, standing: &[(usize, &Name)]) -> AnyView {
        let blank = self.typed.is_some_and(|typed| typed.marks.blank).then(|| BLANK.to_owned());
        let marked = standing.iter().find(|(at, _)| self.value(*at) == "on").map(|(at, _)| at.to_string());
        let selected = blank.or(marked);
        let option = |(at, name): &(usize, &Name)| {
            let option = Choice::new(at.to_string(), name.name.clone());
            let people = name.people.iter().filter(|person| !person.withdrawn).map(|person| person.name.as_str());
            let people = people.collect::<Vec<_>>().join(", ");
            match &name.college {
                Some(college) => option.detail(college.clone()),
                None if !people.is_empty() => option.detail(people),
                None => option,
            }
        };
        let (legend, blank) = if self.election.rules.by_lists() {
            (t!(self.l, "lists-title"), t!(self.l, "lists-blank"))
        } else {
            (t!(self.l, "elections-candidates"), t!(self.l, "elections-blank"))
        };
        let options = standing.iter().map(option).chain([Choice::new(BLANK, blank)]).collect();
        let id = format!("mark-{}", self.organization);
        view! { <Choices name="mark" id=id legend=legend options=options selected=selected/> }.into_any()
    }

    /// What is asked beside a name.
    fn beside(&self, at: usize, name: &Name) -> AnyView {
        let l = self.l;
        let (field, id) = (format!("mark-{at}"), format!("mark-{}-{at}", self.organization));
        let (label, value, wrong) = (name.name.clone(), self.value(at), self.wrong(at));
        match self.election.rules.marking() {
            Marking::One | Marking::Several(_) => {
                let ticked = value == "on";
                view! { <Checkbox name=field id=id label=label value="on" checked=ticked error=wrong/> }.into_any()
            }
            Marking::Ranks => {
                let options =
                    (1..=self.places).map(|place| Choice::new(place.to_string(), place.to_string())).collect();
                let empty = t!(l, "elections-no-place");
                view! { <Select name=field id=id label=label options=options selected=value empty=empty error=wrong/> }
                    .into_any()
            }
            Marking::Grades => {
                let options =
                    (0..GRADES).map(|grade| Choice::new(grade.to_string(), i18n::wording::grade(l, grade))).collect();
                view! { <Choices name=field id=id legend=label options=options selected=value error=wrong/> }.into_any()
            }
        }
    }
}
