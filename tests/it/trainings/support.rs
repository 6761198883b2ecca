//! A session of the north house, and people who ask for its seats.

use domain::{
    ids::{OrganizationId, PersonId, RegistrationId, TrainingSessionId},
    people::Role,
};
use entities::{
    mail::letter,
    people::{mandate, person},
    trainings::registration,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::{
    Error, Viewer,
    trainings::{Line, Move, NewPerson, NewRegistrations},
};
use uuid::Uuid;

use crate::houses::{Houses, join, organization};

/// An announced session.
pub struct Course {
    pub session: TrainingSessionId,
    pub path: String,
}

/// What a form says where a test says nothing else.
const USUAL: [(&str, &str); 5] = [
    ("place", "Town hall"),
    ("half_days", "2026-05-04 09:00 12:30"),
    ("opens_on", "2026-01-01"),
    ("closes_on", "2026-05-03"),
    ("quota", "none"),
];

impl Course {
    /// Plans and announces a session through its pages.
    pub async fn announced(houses: &Houses, form: &[(&'static str, &'static str)]) -> Self {
        let mut organizer = houses.browser(&houses.north, Role::TrainingOrganizer);
        let training = houses.north.training;
        let address = format!("/n/north/trainings/{training}/sessions/new");
        let planned = organizer.post(&address, &usual(form)).await;
        let location = planned.location.unwrap_or_else(|| panic!("{}", planned.body));
        let path = location.split('?').next().expect("a path").to_owned();
        let session = path.rsplit('/').next().and_then(|id| id.parse().ok()).map(TrainingSessionId).expect("a session");
        let hidden = houses.browser(&houses.north, Role::Staff).get(&path).await;
        assert_eq!(hidden.status, http::StatusCode::NOT_FOUND, "it is not announced yet");
        organizer.post(&format!("{path}/course"), &[("course", "announced")]).await;
        Self { session, path }
    }

    /// A form of this session.
    pub fn form(&self, form: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
        usual(form)
    }

    /// Somebody asks for a seat.
    pub async fn asks(
        &self,
        houses: &Houses,
        person: PersonId,
        organization: OrganizationId,
    ) -> Result<Vec<RegistrationId>, Error> {
        self.asks_needing(houses, person, organization, "").await
    }

    /// Somebody asks for a seat and says what has to be known.
    pub async fn asks_needing(
        &self,
        houses: &Houses,
        person: PersonId,
        organization: OrganizationId,
        needs: &str,
    ) -> Result<Vec<RegistrationId>, Error> {
        let viewer = viewer(houses, person).await;
        let new = alone(person, organization, needs);
        houses.world.services.register_for_training(&viewer, houses.north.network, self.session, new).await
    }

    /// Somebody asks for a seat at one of several servers.
    pub async fn asks_at(
        &self,
        server: &services::Services,
        houses: &Houses,
        person: PersonId,
        organization: OrganizationId,
    ) -> Result<Vec<RegistrationId>, Error> {
        let viewer = viewer(houses, person).await;
        let new = alone(person, organization, "");
        server.register_for_training(&viewer, houses.north.network, self.session, new).await
    }

    /// The officer of the north house asks for several at once.
    pub async fn group(
        &self,
        houses: &Houses,
        people: &[PersonId],
        together: bool,
    ) -> Result<Vec<RegistrationId>, Error> {
        let person =
            |person: &PersonId| NewPerson { person: *person, qualities: Default::default(), needs: String::new() };
        let new = NewRegistrations {
            organization: Some(houses.north.organization),
            people: people.iter().map(person).collect(),
            together,
            request: Uuid::new_v4().to_string(),
        };
        let officer = houses.viewer(&houses.north, Role::TrainingOfficer).await;
        houses.world.services.register_for_training(&officer, houses.north.network, self.session, new).await
    }

    /// What somebody sees of the session.
    pub async fn lines(&self, houses: &Houses, person: PersonId) -> Vec<Line> {
        let network = houses.network(&houses.north).await;
        let viewer = viewer(houses, person).await;
        let page = houses.world.services.training_session(&viewer, &network, self.session).await;
        page.expect("a page").lines
    }

    /// Somebody does something with their own registration, the last of them.
    pub async fn moves(&self, houses: &Houses, person: PersonId, wanted: Move) -> Result<(), Error> {
        let line = self.rows(houses).await.into_iter().rfind(|row| row.person_id == person.0).expect("a registration");
        let viewer = viewer(houses, person).await;
        let id = RegistrationId(line.id);
        houses.world.services.move_registration(&viewer, houses.north.network, id, wanted).await
    }

    /// Every registration in the order in which they were asked for.
    pub async fn rows(&self, houses: &Houses) -> Vec<registration::Model> {
        registration::Entity::find()
            .filter(registration::Column::SessionId.eq(self.session.0))
            .order_by_asc(registration::Column::AskedAt)
            .order_by_asc(registration::Column::Id)
            .all(houses.world.services.store().read())
            .await
            .expect("a database")
    }

    /// Where each stands.
    pub async fn states(&self, houses: &Houses) -> Vec<String> {
        self.rows(houses).await.into_iter().map(|row| row.state).collect()
    }

    /// The calendar files that somebody was sent, the latest last.
    pub async fn calendars(&self, houses: &Houses, person: PersonId) -> Vec<String> {
        sent(houses, person).await.into_iter().filter_map(|letter| letter.calendar).collect()
    }

    /// What somebody was written, the latest last.
    pub async fn letters(&self, houses: &Houses, person: PersonId) -> Vec<String> {
        sent(houses, person).await.into_iter().map(|letter| letter.body).collect()
    }

    /// Another member of the north network.
    pub async fn member(&self, houses: &Houses, slug: &'static str) -> OrganizationId {
        let (network, college) = (houses.north.network.0, houses.north.college);
        let since = houses.world.time.now().date_naive();
        let made = houses.world.services.store().write(move |unit| {
            Box::pin(async move {
                let id = organization(unit, slug, since).await?;
                join(unit, id, network, Some(college), since).await?;
                Ok::<_, Error>(OrganizationId(id))
            })
        });
        made.await.expect("a member")
    }

    /// Somebody works for another organization too.
    pub async fn belongs(&self, houses: &Houses, person: PersonId, organization: OrganizationId) {
        let since = houses.world.time.now().date_naive();
        let made = houses.world.services.store().write(move |unit| {
            Box::pin(async move {
                mandate::Entity::insert(staff(unit.id(), person.0, organization.0, since))
                    .exec_without_returning(unit.write())
                    .await?;
                Ok::<_, Error>(())
            })
        });
        made.await.expect("a mandate");
    }
}

async fn sent(houses: &Houses, person: PersonId) -> Vec<letter::Model> {
    let letters = letter::Entity::find().filter(letter::Column::PersonId.eq(person.0)).order_by_asc(letter::Column::Id);
    letters.all(houses.world.services.store().read()).await.expect("a database")
}

fn usual(form: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let said = |name: &str| form.iter().any(|(known, _)| *known == name);
    let mut entries: Vec<_> = USUAL.into_iter().filter(|(name, _)| !said(name)).collect();
    entries.extend(form);
    // A session next year is registered for until then.
    if said("half_days") && !said("closes_on") {
        entries.retain(|(name, _)| *name != "closes_on");
        entries.push(("closes_on", "2027-03-01"));
    }
    entries.into_iter().flat_map(rows).collect()
}

/// Half-days as the rows of the form; everything else as it is.
fn rows((name, value): (&'static str, &'static str)) -> Vec<(&'static str, &'static str)> {
    const NAMES: [[&str; 3]; 3] =
        [["day_0", "from_0", "to_0"], ["day_1", "from_1", "to_1"], ["day_2", "from_2", "to_2"]];
    if name != "half_days" {
        return vec![(name, value)];
    }
    NAMES.into_iter().zip(value.lines()).flat_map(|(names, line)| names.into_iter().zip(line.split(' '))).collect()
}

fn alone(person: PersonId, organization: OrganizationId, needs: &str) -> NewRegistrations {
    NewRegistrations {
        organization: Some(organization),
        people: vec![NewPerson { person, qualities: Default::default(), needs: needs.into() }],
        together: false,
        request: Uuid::new_v4().to_string(),
    }
}

/// Somebody as a viewer.
pub async fn viewer(houses: &Houses, person: PersonId) -> Viewer {
    let viewer = Viewer::load(houses.world.services.store().read(), person, houses.world.time.now()).await;
    viewer.expect("a database").expect("somebody")
}

fn staff(id: Uuid, person: Uuid, organization: Uuid, since: chrono::NaiveDate) -> mandate::ActiveModel {
    mandate::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        role: Set(Role::Staff.to_string()),
        network_id: Set(None),
        organization_id: Set(Some(organization)),
        starts_on: Set(since),
        ends_on: Set(None),
        source: Set("decision".into()),
        granted_by: Set(None),
        created_at: Set(since.and_time(chrono::NaiveTime::MIN).and_utc()),
    }
}

/// People who work for an organization.
pub async fn people(houses: &Houses, organization: OrganizationId, count: usize) -> Vec<PersonId> {
    let since = houses.world.time.now().date_naive();
    let made = houses.world.services.store().write(move |unit| {
        Box::pin(async move {
            let mut made = Vec::new();
            for number in 1..=count {
                let id = Uuid::new_v4();
                let row = person::ActiveModel {
                    id: Set(id),
                    name: Set(format!("Colleague {number}")),
                    pseudonym: Set(None),
                    email: Set(Some(format!("{id}@north.example"))),
                    locale: Set("en".into()),
                    created_at: Set(unit.now()),
                };
                person::Entity::insert(row).exec_without_returning(unit.write()).await?;
                mandate::Entity::insert(staff(Uuid::new_v4(), id, organization.0, since))
                    .exec_without_returning(unit.write())
                    .await?;
                made.push(PersonId(id));
            }
            Ok::<_, Error>(made)
        })
    });
    made.await.expect("people")
}
