//! What people hear of their registrations, each in their language, and what their calendar does with it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    ids::{PersonId, RegistrationId},
    locale::Locale,
    people::Role,
    trainings::{State, catalogue::Course, half_days::HalfDay},
};
use entities::{
    Unit,
    people::{mandate, person},
    trainings::registration,
};
use i18n::t;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use super::{
    calendar::{Attendee, Method, file},
    catalogue::half_day_in_words,
    planning::half_days_of,
    records::{Records, people},
};
use crate::{
    Error, day_in,
    mail::{Letter, enqueue_all},
    networks::{Network, network_by_id},
    people::valid_on,
};

/// What every letter about a session needs.
struct About<'r> {
    records: &'r Records,
    network: Network,
    half_days: Vec<HalfDay>,
    people: BTreeMap<PersonId, person::Model>,
    public_url: &'r str,
    /// The words in the addresses of the networks through which people take part.
    guests: BTreeMap<uuid::Uuid, String>,
}

impl<'r> About<'r> {
    /// `readers` are those who registered and are written to.
    async fn load(
        unit: &Unit,
        records: &'r Records,
        readers: impl IntoIterator<Item = uuid::Uuid>,
        public_url: &'r str,
    ) -> Result<Self, Error> {
        let network = network_by_id(unit.read(), records.row.network_id).await?;
        let days = half_days_of(unit.read(), vec![records.row.id]).await?.remove(&records.id());
        let people = people(unit.read(), readers).await?;
        let through: BTreeSet<uuid::Uuid> = records.rows.iter().filter_map(|row| row.guest_network_id).collect();
        let mut guests = BTreeMap::new();
        for guest in through {
            guests.insert(guest, network_by_id(unit.read(), guest).await?.slug);
        }
        Ok(Self { records, network, half_days: days.unwrap_or_default(), people, public_url, guests })
    }

    /// For letters to everybody who registered.
    async fn everybody(unit: &Unit, records: &'r Records, public_url: &'r str) -> Result<Self, Error> {
        Self::load(unit, records, records.rows.iter().map(|row| row.person_id), public_url).await
    }

    /// Where the session is seen by those who take part through a network, or through the session's own.
    fn address(&self, guest: Option<uuid::Uuid>) -> String {
        let slug = guest.and_then(|guest| self.guests.get(&guest)).unwrap_or(&self.network.slug);
        format!("{}/n/{slug}/trainings/sessions/{}", self.public_url, self.records.id())
    }

    /// A letter to whoever registered, where they have an address.
    fn to(
        &self,
        unit: &Unit,
        row: &registration::Model,
        words: impl FnOnce(Locale) -> Option<String>,
        calendar: Option<Method>,
    ) -> Result<Option<Letter>, Error> {
        let Some(person) = self.people.get(&PersonId(row.person_id)) else { return Ok(None) };
        let Some(address) = &person.email else { return Ok(None) };
        let l: Locale = person.locale.parse()?;
        let Some(words) = words(l) else { return Ok(None) };
        let attendee = Attendee { registration: row.id, version: row.version, name: &person.name, address };
        let names = (self.network.name(l), self.public_url);
        let calendar = calendar.map(|method| file(method, self.records, &self.half_days, &attendee, names, unit.now()));
        Ok(Some(self.letter(l, person, (address, row.guest_network_id), &words, calendar)))
    }

    fn letter(
        &self,
        l: Locale,
        person: &person::Model,
        (address, guest): (&str, Option<uuid::Uuid>),
        words: &str,
        calendar: Option<String>,
    ) -> Letter {
        let zone = self.network.zone;
        let title = self.records.training.title.as_str();
        let mut lines = vec![t!(l, "convocation-greeting", name = person.name.as_str()), String::new()];
        lines.extend([words.to_owned(), String::new(), title.to_owned()]);
        lines.extend(self.half_days.iter().map(|day| half_day_in_words(l, zone, day)));
        lines.extend(self.records.row.place.clone());
        lines.extend([String::new(), self.address(guest), String::new(), self.network.name(l).to_owned()]);
        let date = i18n::date(l, day_in(zone, self.records.row.begins_at));
        Letter {
            network: Some(self.network.id.0),
            person: Some(person.id),
            to_address: address.to_owned(),
            to_name: person.name.clone(),
            subject: t!(l, "trainings-letter-subject", title = title, date = date),
            body: lines.join("\n"),
            calendar,
            kind: "training",
        }
    }

    /// Everybody whose registration counts still.
    fn live(&self, unit: &Unit) -> impl Iterator<Item = (&registration::Model, State)> {
        let now = unit.now();
        let both = self.records.rows.iter().zip(&self.records.registrations);
        both.map(move |(row, registration)| (row, registration.state_at(now))).filter(|(_, state)| state.is_live())
    }
}

/// To each of these: where their registration stands now. Who has to agree is asked to.
pub(super) async fn moved_on(
    unit: &Unit,
    records: &Records,
    ids: &[RegistrationId],
    public_url: &str,
) -> Result<(), Error> {
    let wanted: BTreeSet<RegistrationId> = ids.iter().copied().collect();
    let readers = records.rows.iter().filter(|row| wanted.contains(&RegistrationId(row.id))).map(|row| row.person_id);
    let about = About::load(unit, records, readers, public_url).await?;
    let (mut letters, mut awaiting) = (Vec::new(), BTreeSet::new());
    for (row, registration) in records.rows.iter().zip(&records.registrations) {
        if !wanted.contains(&registration.id) {
            continue;
        }
        if registration.state == State::AwaitingAgreement {
            awaiting.insert((row.organization_id, row.guest_network_id));
        }
        let calendar = match registration.state {
            State::Seated => Some(Method::Request),
            State::Cancelled | State::Transferred => Some(Method::Cancel),
            _ => None,
        };
        letters.extend(about.to(unit, row, |l| Some(state(l, &about, row, registration.state)), calendar)?);
    }
    for (organization, guest) in awaiting {
        let managers = Condition::all()
            .add(mandate::Column::OrganizationId.eq(organization))
            .add(mandate::Column::Role.eq(Role::Manager.as_str()));
        letters.extend(about.to_holders(unit, managers, guest, |l| t!(l, "trainings-letter-agree")).await?);
    }
    enqueue_all(unit, letters).await
}

fn state(l: Locale, about: &About<'_>, row: &registration::Model, state: State) -> String {
    let organization = row.organization_name.as_str();
    let at = |at| i18n::date_time(l, about.network.zone, at);
    let reason = row.reason.clone().unwrap_or_default();
    match state {
        State::AwaitingAgreement => t!(l, "trainings-letter-awaiting", organization = organization),
        State::Asked => {
            let day = i18n::deadline(l, about.network.zone, about.records.seating.closes_at);
            t!(l, "trainings-letter-asked", organization = organization, day = day)
        }
        State::Waiting => t!(l, "trainings-letter-waiting", organization = organization),
        State::Offered => {
            let until = row.held_until.map(at).unwrap_or_default();
            t!(l, "trainings-letter-offered", organization = organization, until = until)
        }
        State::Seated => t!(l, "trainings-letter-seated", organization = organization),
        State::Declined => t!(l, "trainings-letter-declined"),
        State::Expired => t!(l, "trainings-letter-expired"),
        State::Cancelled => t!(l, "trainings-letter-cancelled", organization = organization),
        State::Refused => t!(l, "trainings-letter-refused", organization = organization, reason = reason),
        State::Transferred => t!(l, "trainings-letter-transferred"),
    }
}

impl About<'_> {
    /// To those who hold some mandates today.
    async fn to_holders(
        &self,
        unit: &Unit,
        mandates: Condition,
        guest: Option<uuid::Uuid>,
        words: impl Fn(Locale) -> String,
    ) -> Result<Vec<Letter>, Error> {
        let today = day_in(self.network.zone, unit.now());
        let rows = mandate::Entity::find().filter(mandates).filter(valid_on(today)).all(unit.read()).await?;
        let mut letters = Vec::new();
        for person in people(unit.read(), rows.into_iter().map(|row| row.person_id)).await?.values() {
            let Some(address) = &person.email else { continue };
            let l: Locale = person.locale.parse()?;
            letters.push(self.letter(l, person, (address, guest), &words(l), None));
        }
        Ok(letters)
    }
}

/// To everybody who counts on a session: it is at another time or place.
pub(super) async fn moved(unit: &Unit, records: &Records, public_url: &str) -> Result<(), Error> {
    let about = About::everybody(unit, records, public_url).await?;
    let mut letters = Vec::new();
    for (row, state) in about.live(unit) {
        let calendar = (state == State::Seated).then_some(Method::Request);
        letters.extend(about.to(unit, row, |l| Some(t!(l, "trainings-letter-moved")), calendar)?);
    }
    enqueue_all(unit, letters).await
}

/// To everybody who counts on a session: it takes place, or it does not.
pub(super) async fn course(unit: &Unit, records: &Records, public_url: &str) -> Result<(), Error> {
    let about = About::everybody(unit, records, public_url).await?;
    let mut letters = Vec::new();
    for (row, state) in about.live(unit) {
        let (cancelled, seated) = (records.course == Course::Cancelled, state == State::Seated);
        let words = |l| match (cancelled, seated) {
            (true, _) => Some(t!(l, "trainings-letter-session-cancelled")),
            (false, true) => Some(t!(l, "trainings-letter-session-confirmed")),
            (false, false) => None,
        };
        let method = if cancelled { Method::Cancel } else { Method::Request };
        letters.extend(about.to(unit, row, words, seated.then_some(method))?);
    }
    enqueue_all(unit, letters).await
}

/// To those who have a seat, some days before: when, where, and how to get there.
pub(super) async fn reminder(unit: &Unit, records: &Records, public_url: &str) -> Result<(), Error> {
    let about = About::everybody(unit, records, public_url).await?;
    let instructions = records.row.instructions.as_str();
    let mut letters = Vec::new();
    for (row, _) in about.live(unit).filter(|(_, state)| *state == State::Seated) {
        let words = |l| {
            let first = t!(l, "trainings-letter-reminder", organization = row.organization_name.as_str());
            Some(if instructions.is_empty() { first } else { format!("{first}\n\n{instructions}") })
        };
        letters.extend(about.to(unit, row, words, Some(Method::Request))?);
    }
    enqueue_all(unit, letters).await
}

/// To those who were at a session that is over: where they say what they thought of it, and until when.
pub(super) async fn evaluation(
    unit: &Unit,
    records: &Records,
    there: &[RegistrationId],
    closes_at: DateTime<Utc>,
    public_url: &str,
) -> Result<(), Error> {
    let rows = || records.rows.iter().filter(|row| there.contains(&RegistrationId(row.id)));
    let about = About::load(unit, records, rows().map(|row| row.person_id), public_url).await?;
    let words = |l, guest| {
        let link = format!("{}/evaluation", about.address(guest));
        let day = i18n::deadline(l, about.network.zone, closes_at);
        Some(t!(l, "evaluation-letter", link = link.as_str(), day = day))
    };
    let mut letters = Vec::new();
    for row in rows() {
        letters.extend(about.to(unit, row, |l| words(l, row.guest_network_id), None)?);
    }
    enqueue_all(unit, letters).await
}

/// To those who organize trainings: fewer people than the session needs.
pub(super) async fn too_few(unit: &Unit, records: &Records, public_url: &str) -> Result<(), Error> {
    let about = About::load(unit, records, [], public_url).await?;
    let organizers = Condition::all()
        .add(mandate::Column::NetworkId.eq(records.row.network_id))
        .add(mandate::Column::Role.eq(Role::TrainingOrganizer.as_str()));
    let minimum = records.seating.minimum;
    let letters =
        about.to_holders(unit, organizers, None, |l| t!(l, "trainings-letter-too-few", minimum = minimum)).await?;
    enqueue_all(unit, letters).await
}
