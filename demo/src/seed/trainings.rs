//! The trainings, played through the services at their own time.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use domain::{
    ids::{NeedCollectionId, NetworkId, PersonId, TrainingId, TrainingSessionId},
    locale::{Locale, Localized},
    trainings::{
        attendance::Attendance,
        catalogue::Course,
        evaluation::{Answer, Kind, Question},
    },
};
use services::{
    Error, Services, Viewer,
    trainings::{
        HalfDayForm, NeedCollectionForm, NeedForm, NewMark, NewPerson, NewRegistrations, SessionForm, TrainingForm,
        TypedQuestion, evaluation_preset,
    },
};
use uuid::Uuid;

use super::{SeedError, assemblies::organization, moment, viewer};
use crate::{
    data::{Agreement, Day, Demo, HalfDay, Need, NeedCollection, Network, Registration, Session, Training},
    ids::id,
};

/// When those who organize do what they do on a day.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o’clock is a time");
/// How many days before a session people are reminded of it.
const REMINDER: Days = Days::new(3);

/// Something that happens, with its time.
pub(super) struct Event<'d> {
    pub at: DateTime<Utc>,
    what: What<'d>,
}

enum What<'d> {
    AgreementWanted(&'d Agreement),
    Added(&'d Training, &'d Network),
    Collected(&'d NeedCollection),
    Stated(&'d NeedCollection, &'d Need),
    Moved(&'d Training, &'d Network, &'d Session, Course),
    Asked(&'d Training, &'d Session, usize, &'d Registration),
    /// A closing day or a reminder that lies before today.
    FallsDue(&'d Training, &'d Session),
    /// The morning after: who was there is noted from the paper list, and certificates are issued.
    Held(&'d Training, &'d Network, &'d Session),
}

/// Everything that happens to all trainings, in the order of the clock.
pub(super) fn events(demo: &Demo, today: NaiveDate) -> Result<Vec<Event<'_>>, SeedError> {
    let mut all = Vec::new();
    for agreement in &demo.agreements {
        let at = agreement.on.date(today).and_time(MORNING).and_utc();
        all.push(Event { at, what: What::AgreementWanted(agreement) });
    }
    for collection in &demo.need_collections {
        let at = |day: Day| day.date(today).and_time(MORNING).and_utc();
        all.push(Event { at: at(collection.opened_on), what: What::Collected(collection) });
        let stated = collection.needs.iter().map(|need| (at(need.on), What::Stated(collection, need)));
        all.extend(stated.map(|(at, what)| Event { at, what }));
    }
    for training in &demo.trainings {
        let unknown = || SeedError::Unknown(format!("no network {}", training.network));
        let network = demo.network(&training.network).ok_or_else(unknown)?;
        let mut add = |day: NaiveDate, time: NaiveTime, what| {
            all.push(Event { at: moment(network, day.and_time(time))?, what });
            Ok::<_, SeedError>(())
        };
        add(training.added_on.date(today), MORNING, What::Added(training, network))?;
        for session in &training.sessions {
            let steps = [(session.announced_on, Course::Announced), (session.confirmed_on, Course::Confirmed)];
            for (day, course) in steps {
                if let Some(day) = day {
                    add(day.date(today), MORNING, What::Moved(training, network, session, course))?;
                }
            }
            for (place, registration) in session.registrations.iter().enumerate() {
                let what = What::Asked(training, session, place, registration);
                add(registration.on.date(today), registration.at, what)?;
            }
            let last = session.half_days.iter().map(|half_day| half_day.on.date(today)).max();
            let morning_after = last.and_then(|day| day.succ_opt()).filter(|day| *day < today);
            if let Some(day) = morning_after.filter(|_| session.confirmed_on.is_some()) {
                add(day, MORNING, What::Held(training, network, session))?;
            }
            let begins = session.half_days.first().map(|half_day| half_day.on.date(today));
            let due = [session.closes_on.date(today).succ_opt(), begins.map(|day| day - REMINDER)];
            for day in due.into_iter().flatten().filter(|day| *day < today) {
                add(day, MORNING, What::FallsDue(training, session))?;
            }
        }
    }
    all.sort_by_key(|event| event.at);
    Ok(all)
}

/// Plays what happens.
pub(super) struct Player<'d> {
    services: &'d Services,
    today: NaiveDate,
    sessions: BTreeMap<(&'d str, &'d str, &'d str), TrainingSessionId>,
    trainings: BTreeMap<(&'d str, &'d str), TrainingId>,
    collections: BTreeMap<&'d str, NeedCollectionId>,
}

impl<'d> Player<'d> {
    pub(super) const fn new(services: &'d Services, today: NaiveDate) -> Self {
        Self { services, today, sessions: BTreeMap::new(), trainings: BTreeMap::new(), collections: BTreeMap::new() }
    }

    pub(super) async fn happens(&mut self, event: &Event<'d>) -> Result<(), SeedError> {
        match event.what {
            What::AgreementWanted(agreement) => self.want_agreement(agreement).await,
            What::Added(training, network) => self.add(training, network).await,
            What::Collected(collection) => self.collect(collection).await,
            What::Stated(collection, need) => self.state(collection, need).await,
            What::Moved(training, network, session, course) => {
                let refused = |error| refused(training, &format!("{} becomes {course}", session.slug), error);
                let organizer = viewer(self.services, &training.organized_by).await?;
                let home = self.services.network(&organizer, &network.slug).await.map_err(refused)?;
                let id = self.session(training, session)?;
                self.services.move_session(&organizer, &home, id, course).await.map_err(refused)
            }
            What::Asked(training, session, place, registration) => {
                self.ask(training, session, place, registration).await
            }
            What::FallsDue(training, session) => {
                let id = self.session(training, session)?;
                self.services.settle_session(id).await.map_err(|error| refused(training, &session.slug, error))
            }
            What::Held(training, network, session) => {
                let id = self.session(training, session)?;
                self.hold(training, network, session, id).await.map_err(|error| refused(training, &session.slug, error))
            }
        }
    }

    fn session(&self, training: &Training, session: &Session) -> Result<TrainingSessionId, SeedError> {
        let key = (training.network.as_str(), training.slug.as_str(), session.slug.as_str());
        let unknown = || SeedError::Unknown(format!("{} {} is not planned yet", training.slug, session.slug));
        self.sessions.get(&key).copied().ok_or_else(unknown)
    }

    async fn want_agreement(&self, agreement: &Agreement) -> Result<(), SeedError> {
        let viewer = viewer(self.services, &agreement.by).await?;
        let wanted = self.services.set_agreement(&viewer, organization(&agreement.organization), true).await;
        wanted.map_err(|error| SeedError::Refused { what: format!("agreement of {}", agreement.organization), error })
    }

    /// A training is written down with its sessions.
    async fn add(&mut self, training: &'d Training, network: &'d Network) -> Result<(), SeedError> {
        let refused = |error| refused(training, "its entry", error);
        let services = self.services;
        let organizer = viewer(services, &training.organized_by).await?;
        let home = services.network(&organizer, &network.slug).await.map_err(refused)?;
        let added = services.add_training(&organizer, &home, &form(training)).await.map_err(refused)?;
        self.trainings.insert((&training.network, &training.slug), added);
        if training.published {
            services.list_training(&organizer, &home, added, true).await.map_err(refused)?;
        }
        if training.evaluated {
            let saved = services.save_evaluation_form(&organizer, &home, added, &usual_questions(), 0).await;
            saved.map_err(refused)?;
        }
        for session in &training.sessions {
            let form = self.form(session);
            let planned = services.add_session(&organizer, &home, added, &form).await.map_err(refused)?;
            self.sessions.insert((&training.network, &training.slug, &session.slug), planned);
        }
        Ok(())
    }

    async fn collect(&mut self, collection: &'d NeedCollection) -> Result<(), SeedError> {
        let refused = |error| SeedError::Refused { what: format!("needs of {}", collection.network), error };
        let organizer = viewer(self.services, &collection.by).await?;
        let home = self.services.network(&organizer, &collection.network).await.map_err(refused)?;
        let form = NeedCollectionForm {
            year: (self.today.year() + 1).to_string(),
            introduction: collection.introduction.clone(),
            closes_on: collection.closes_on.date(self.today).to_string(),
            version: None,
        };
        let id = self.services.collect_needs(&organizer, &home, &form).await.map_err(refused)?;
        self.collections.insert(&collection.network, id);
        Ok(())
    }

    async fn state(&self, collection: &NeedCollection, need: &Need) -> Result<(), SeedError> {
        let refused = |error| SeedError::Refused { what: format!("a need of {}", need.organization), error };
        let unknown = || SeedError::Unknown(format!("a need of {} before its collection", need.organization));
        let id = *self.collections.get(collection.network.as_str()).ok_or_else(unknown)?;
        let officer = viewer(self.services, &need.by).await?;
        let home = self.services.network(&officer, &collection.network).await.map_err(refused)?;
        let training =
            need.training.as_deref().and_then(|slug| self.trainings.get(&(collection.network.as_str(), slug)));
        let form = NeedForm {
            organization: organization(&need.organization).to_string(),
            training: training.map(ToString::to_string).unwrap_or_default(),
            subject: need.subject.clone(),
            people: need.people.to_string(),
            preference: need.preference.clone(),
            reasons: need.reasons.clone(),
            version: None,
        };
        self.services.state_need(&officer, &home, id, &form).await.map(drop).map_err(refused)
    }

    async fn ask(
        &self,
        training: &Training,
        session: &Session,
        place: usize,
        registration: &Registration,
    ) -> Result<(), SeedError> {
        let person = |slug: &String| NewPerson {
            person: PersonId(id("person", slug)),
            qualities: registration.qualities.clone(),
            needs: registration.needs.clone(),
        };
        let key = format!("{} {} {} {place}", training.network, training.slug, session.slug);
        let new = NewRegistrations {
            organization: registration.organization.as_deref().map(organization),
            people: registration.people.iter().map(person).collect(),
            together: registration.together,
            request: id("registration", &key).to_string(),
        };
        let viewer = viewer(self.services, registration.asks()).await?;
        let through = registration.through.as_ref().unwrap_or(&training.network);
        let (network, session_id) = (NetworkId(id("network", through)), self.session(training, session)?);
        let asked = self.services.register_for_training(&viewer, network, session_id, new).await;
        asked
            .map(drop)
            .map_err(|error| refused(training, &format!("{} {:?}", session.slug, registration.people), error))
    }

    /// Everybody with a seat was there, but for the last of the list on the last half-day.
    async fn hold(
        &self,
        training: &Training,
        network: &Network,
        session: &Session,
        id: TrainingSessionId,
    ) -> Result<(), Error> {
        let services = self.services;
        let organizer = viewer(services, &training.organized_by).await.map_err(|_| Error::NotFound)?;
        let home = services.network(&organizer, &network.slug).await?;
        let sheet = services.attendance(&organizer, &home, id).await?;
        let now = services.now();
        let mut marks = Vec::new();
        for (place, person) in (1..).zip(&sheet.people) {
            for (at, half_day) in (1..).zip(&sheet.half_days) {
                let missed = place == sheet.people.len() && at == sheet.half_days.len();
                marks.push(NewMark {
                    nonce: Uuid::new_v4(),
                    registration: person.registration,
                    half_day: half_day.id,
                    attendance: if missed { Attendance::Excused } else { Attendance::Present },
                    noted: now,
                    sent: now,
                });
            }
        }
        if marks.is_empty() {
            return Ok(());
        }
        services.mark_attendance(&organizer, home.id, id, marks).await?;
        services.issue_certificates(&organizer, &home, id).await?;
        if !session.cost.is_empty() {
            services.declare_costs(&organizer, &home, id, (&session.cost, &session.funding)).await?;
        }
        services.settle_session(id).await?;
        if !training.evaluated {
            return Ok(());
        }
        let people = session.registrations.iter().flat_map(|registration| &registration.people);
        for (place, person) in (0..).zip(people) {
            let person = viewer(services, person).await.map_err(|_| Error::NotFound)?;
            self.answer(&person, &home, id, place).await?;
        }
        Ok(())
    }

    /// What somebody thought of a session, where they are asked: most of them liked it.
    async fn answer(
        &self,
        person: &Viewer,
        home: &services::networks::Network,
        id: TrainingSessionId,
        place: u8,
    ) -> Result<(), Error> {
        let page = self.services.evaluation(person, home, id).await?;
        if page.may_answer.is_err() {
            return Ok(());
        }
        let answer = |at: u8, question: &Question| match question.kind {
            Kind::Scale => Some(Answer::Scale(5 - (place + at) % 3 % 2)),
            Kind::Choice => Some(Answer::Choice(usize::from(place % 4 == 3))),
            Kind::Text => {
                (place == 1).then(|| Answer::Text("Une heure de plus pour les gestes, et ce serait parfait.".into()))
            }
        };
        let answers =
            (0..).zip(&page.questions).filter_map(|(at, question)| Some((question.id, answer(at, question)?)));
        self.services.answer_evaluation(person, home.id, id, answers.collect()).await
    }

    /// A session as somebody would type it.
    fn form(&self, session: &Session) -> SessionForm {
        let day = |day: Day| day.date(self.today).to_string();
        let half_day = |it: &HalfDay| HalfDayForm {
            day: day(it.on),
            from: it.from.format("%H:%M").to_string(),
            to: it.to.format("%H:%M").to_string(),
        };
        SessionForm {
            place: session.place.clone(),
            remote_url: session.remote_url.clone(),
            instructions: session.instructions.trim().to_owned(),
            half_days: session.half_days.iter().map(half_day).collect(),
            rule: session.rule.to_string(),
            capacity: session.capacity.to_string(),
            minimum: session.minimum.to_string(),
            quota: if session.quota.is_some() { "fixed" } else { "none" }.to_owned(),
            quota_seats: session.quota.map(|seats| seats.to_string()).unwrap_or_default(),
            guests: session.shared.join("\n"),
            pots: session
                .reserved
                .iter()
                .map(|pot| format!("{}: {}", pot.key, pot.seats))
                .collect::<Vec<_>>()
                .join("\n"),
            reserved_until: session.reserved_until.map(day).unwrap_or_default(),
            opens_on: day(session.opens_on),
            closes_on: day(session.closes_on),
            hold_hours: String::new(),
            cancel_on: session.cancel_on.map(day).unwrap_or_default(),
            acknowledged: false,
            need: None,
            version: None,
        }
    }
}

/// The usual questions as somebody would type them.
fn usual_questions() -> Vec<TypedQuestion> {
    let texts = |text: &Localized| std::array::from_fn(|at| text.text(Locale::ALL[at], Locale::ALL[at]).to_owned());
    let options = |question: &Question, l: Locale| {
        question.options.iter().map(|option| option.text(l, l)).collect::<Vec<_>>().join("\n")
    };
    let typed = |question: Question| TypedQuestion {
        id: None,
        kind: question.kind.to_string(),
        texts: texts(&question.text),
        options: std::array::from_fn(|at| options(&question, Locale::ALL[at])),
    };
    evaluation_preset().into_iter().map(typed).collect()
}

/// A training as somebody would type it.
fn form(training: &Training) -> TrainingForm {
    let text = |text: &str| text.trim().to_owned();
    TrainingForm {
        title: text(&training.title),
        subject: text(&training.subject),
        audience: text(&training.audience),
        objectives: text(&training.objectives),
        prerequisites: text(&training.prerequisites),
        hours: training.hours.clone(),
        trainers: text(&training.trainers),
        provider: training.provider.to_string(),
        provider_name: text(&training.provider_name),
        qualiopi: String::new(),
        languages: training.languages.iter().map(ToString::to_string).collect(),
        accessibility: text(&training.accessibility),
        prices: training.prices.join("\n"),
        funders: text(&training.funders),
        share: "50".into(),
        grant: text(&training.grant),
        validity: if training.grant_months.is_empty() { "unlimited" } else { "months" }.into(),
        length: training.grant_months.clone(),
        announced: "90".into(),
        need: None,
        version: None,
    }
}

fn refused(training: &Training, what: &str, error: Error) -> SeedError {
    SeedError::Refused { what: format!("{} {}: {what}", training.network, training.slug), error }
}
