//! The catalogue: trainings that a network offers.

use domain::{
    access::{Action, Scope},
    fraction::Fraction,
    ids::{NeedId, NetworkId, PersonId, TrainingId},
    locale::Locale,
    trainings::{
        catalogue::{Details, Price, Provider, Standing},
        half_days::HalfDay,
        qualifications::{Grant, Validity},
    },
};
use entities::{
    Unit,
    trainings::{need, training},
};
use i18n::t;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    needs,
    planning::{SessionLine, sessions_of},
};
use crate::{
    Error, FieldProblem, Services, Viewer, day_in,
    fields::{Fields, LINE, TEXT},
    networks::{Network, network_by_id},
    text::fold,
};

/// Longest training, in minutes: a hundred days of seven hours.
const MINUTES: u64 = 42_000;
/// Highest price, in euros.
const EUROS: u64 = 100_000;
/// Longest time for which a qualification holds, in months or years.
const LENGTH: u64 = 600;
/// Earliest announcement of its end, in days before it.
const ANNOUNCED: u64 = 1000;
/// Most categories of prices.
const PRICES: usize = 10;

/// What a form says of a training.
#[derive(Clone, Debug, Default)]
pub struct TrainingForm {
    /// What it is called.
    pub title: String,
    /// Under which heading it stands.
    pub subject: String,
    /// For whom.
    pub audience: String,
    /// What people can do afterwards.
    pub objectives: String,
    /// What they need before.
    pub prerequisites: String,
    /// How long it takes, in hours: `7`, `3,5`.
    pub hours: String,
    /// Who leads it.
    pub trainers: String,
    /// Who gives it.
    pub provider: String,
    /// The name of the body or of the member.
    pub provider_name: String,
    /// Its Qualiopi number.
    pub qualiopi: String,
    /// Words of languages.
    pub languages: Vec<String>,
    /// What is arranged for people with disabilities.
    pub accessibility: String,
    /// A line for each category: `Members: 40`.
    pub prices: String,
    /// Who pays for the rest.
    pub funders: String,
    /// From how many hundredths of the time on there is a certificate; half where this is empty.
    pub share: String,
    /// The qualification that goes with it; none where this is empty.
    pub grant: String,
    /// For how long it holds: `unlimited`, `months`, `end_of_year`.
    pub validity: String,
    /// How many months or years.
    pub length: String,
    /// How many days before its last one its end is announced.
    pub announced: String,
    /// A need: the training answers all that stand under the same heading.
    pub need: Option<NeedId>,
    /// The version that was read.
    pub version: Option<i32>,
}

/// A training of the catalogue.
#[derive(Clone, Debug)]
pub struct Training {
    /// Which.
    pub id: TrainingId,
    /// Where it stands.
    pub standing: Standing,
    /// What it is called.
    pub title: String,
    /// What the catalogue says.
    pub details: Details,
    /// Counts changes.
    pub version: i32,
}

/// A training with its sessions.
#[derive(Clone, Debug)]
pub struct TrainingPage {
    /// The training.
    pub training: Training,
    /// Its sessions, the next first.
    pub sessions: Vec<SessionLine>,
    /// Whether the viewer organizes trainings.
    pub may_organize: bool,
    /// The network that holds it, where it is shared with the one in which it is looked at.
    pub home: Option<Network>,
}

impl TryFrom<training::Model> for Training {
    type Error = Error;

    fn try_from(row: training::Model) -> Result<Self, Error> {
        Ok(Self {
            id: TrainingId(row.id),
            standing: row.state.parse()?,
            title: row.title,
            details: serde_json::from_value(row.details)?,
            version: row.version,
        })
    }
}

impl TrainingForm {
    fn read(&self) -> Result<(String, Details), Error> {
        let mut fields = Fields::default();
        let title = fields.required("title", &self.title, LINE);
        let minutes = minutes(&mut fields, &self.hours);
        let provider = fields.choice("provider", &self.provider).unwrap_or(Provider::Network);
        let mut text = |field, typed: &str| fields.optional(field, typed, TEXT).unwrap_or_default();
        let details = Details {
            subject: text("subject", &self.subject),
            audience: text("audience", &self.audience),
            objectives: text("objectives", &self.objectives),
            prerequisites: text("prerequisites", &self.prerequisites),
            minutes,
            trainers: text("trainers", &self.trainers),
            provider,
            provider_name: text("provider_name", &self.provider_name),
            qualiopi: text("qualiopi", &self.qualiopi),
            languages: self.languages.iter().filter_map(|word| word.parse().ok()).collect(),
            accessibility: text("accessibility", &self.accessibility),
            prices: Vec::new(),
            funders: text("funders", &self.funders),
            share: Fraction::HALF,
            grant: None,
        };
        if details.languages.is_empty() {
            fields.wrong("languages", FieldProblem::Missing);
        }
        let prices = prices(&mut fields, &self.prices);
        let share = if self.share.trim().is_empty() { "50" } else { &self.share };
        let hundredths = fields.number("share", share, 100);
        let share = Fraction::new(hundredths, 100).unwrap_or(Fraction::HALF);
        let grant = self.grant(&mut fields);
        fields.finish()?;
        Ok((title, Details { prices, share, grant, ..details }))
    }

    fn grant(&self, fields: &mut Fields) -> Option<Grant> {
        let name = fields.optional("grant", &self.grant, LINE)?;
        let mut length = || u16::try_from(fields.number("length", &self.length, LENGTH)).unwrap_or(u16::MAX);
        let validity = match self.validity.as_str() {
            "months" => Validity::Months { months: length() },
            "end_of_year" => Validity::EndOfYear { years: length() },
            _ => Validity::Unlimited,
        };
        if validity.validate().is_err() {
            fields.wrong("length", FieldProblem::NotANumber);
        }
        let announced = match validity {
            Validity::Unlimited => 0,
            _ => u16::try_from(fields.number("announced", &self.announced, ANNOUNCED)).unwrap_or(u16::MAX),
        };
        Some(Grant { name, validity, announced })
    }
}

/// Hours as people write them, with a comma or a point, in minutes.
fn minutes(fields: &mut Fields, typed: &str) -> u32 {
    let found = decimal(typed, 2).map(|hundredths| hundredths * 60 / 100);
    match found {
        Some(minutes) if (1..=MINUTES).contains(&minutes) => u32::try_from(minutes).unwrap_or(u32::MAX),
        _ => {
            let missing = typed.trim().is_empty();
            fields.wrong("hours", if missing { FieldProblem::Missing } else { FieldProblem::NotANumber });
            0
        }
    }
}

fn prices(fields: &mut Fields, typed: &str) -> Vec<Price> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(typed.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let price = line.rsplit_once(':').and_then(|(category, euros)| {
            let cents = decimal(euros.trim().trim_end_matches('€'), 2).filter(|cents| *cents <= EUROS * 100)?;
            let category = category.trim();
            (!category.is_empty()).then(|| Price { category: category.to_owned(), cents })
        });
        match price {
            Some(price) if found.len() < PRICES => found.push(price),
            _ => {
                fields.wrong("prices", FieldProblem::Unreadable { line: number, detail: line.trim().to_owned() });
                return found;
            }
        }
    }
    found
}

/// A decimal number as a whole number of its last place.
pub(super) fn decimal(typed: &str, places: usize) -> Option<u64> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let (whole, part) = typed.split_once([',', '.']).unwrap_or((&typed, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || part.len() > places || !digits(whole) || !digits(part) {
        return None;
    }
    format!("{whole}{part:0<places$}").parse().ok()
}

/// When a half-day is, in one line.
#[must_use]
pub fn half_day_in_words(l: Locale, zone: chrono_tz::Tz, day: &HalfDay) -> String {
    let date = i18n::weekday_date(l, day_in(zone, day.starts));
    t!(l, "trainings-half-day", date = date, from = i18n::time(l, zone, day.starts), to = i18n::time(l, zone, day.ends))
}

/// Minutes as people say them: hours, and minutes where there is a rest.
#[must_use]
pub fn duration(l: Locale, minutes: u64) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match rest {
        0 => t!(l, "trainings-hours", hours = hours),
        _ => t!(l, "trainings-hours-minutes", hours = hours, minutes = format!("{rest:02}")),
    }
}

impl Services {
    /// The catalogue of a network, by title; drafts and what was withdrawn for those who organize alone.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn trainings(&self, viewer: &Viewer, network: &Network) -> Result<Vec<TrainingPage>, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let may_organize = viewer.may(Action::OrganizeTrainings, Scope::Network(network.id));
        let database = self.store().read();
        let mut sessions = sessions_of(database, network.id, self.now(), may_organize).await?;
        let shared = training::Column::Id.is_in(sessions.keys().map(|id| id.0));
        let rows = training::Entity::find()
            .filter(Condition::any().add(training::Column::NetworkId.eq(network.id.0)).add(shared));
        let rows = rows.all(database).await?;
        let foreign = rows.iter().any(|row| row.network_id != network.id.0);
        let networks = if foreign { self.networks().await? } else { Vec::new() };
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            let home = networks.iter().find(|it| it.id.0 == row.network_id && it.id != network.id).cloned();
            let training = Training::try_from(row)?;
            let may_organize = may_organize && home.is_none();
            if may_organize || training.standing == Standing::Published {
                let sessions = sessions.remove(&training.id).unwrap_or_default();
                found.push(TrainingPage { training, sessions, may_organize, home });
            }
        }
        found.sort_by_cached_key(|page| fold(&page.training.title));
        Ok(found)
    }

    /// One training with its sessions.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn training(&self, viewer: &Viewer, network: &Network, id: TrainingId) -> Result<TrainingPage, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let may_organize = viewer.may(Action::OrganizeTrainings, Scope::Network(network.id));
        let database = self.store().read();
        let row = training::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        let home = NetworkId(row.network_id);
        let training = Training::try_from(row)?;
        let mut sessions = sessions_of(database, network.id, self.now(), may_organize).await?;
        let sessions = sessions.remove(&id).unwrap_or_default();
        let home = if home == network.id { None } else { Some(network_by_id(database, home.0).await?) };
        if home.is_some() && sessions.is_empty() {
            return Err(Error::NotFound);
        }
        let may_organize = may_organize && home.is_none();
        // What was held under a training that is not offered any more is still seen.
        if !may_organize && training.standing != Standing::Published && sessions.is_empty() {
            return Err(Error::NotFound);
        }
        Ok(TrainingPage { training, sessions, may_organize, home })
    }

    /// Adds a training to the catalogue, as a draft.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`].
    pub async fn add_training(
        &self,
        viewer: &Viewer,
        network: &Network,
        form: &TrainingForm,
    ) -> Result<TrainingId, Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let (title, details) = form.read()?;
        let (person, home, need) = (viewer.person()?, network.clone(), form.need);
        let public_url = self.settings().public_url.clone();
        self.store()
            .write(move |unit| {
                let (title, details) = (title.clone(), details.clone());
                let (home, public_url) = (home.clone(), public_url.clone());
                Box::pin(async move {
                    let (id, network) = (unit.id(), home.id);
                    let row = training::ActiveModel {
                        id: Set(id),
                        network_id: Set(network.0),
                        state: Set(Standing::Draft.to_string()),
                        title: Set(title.clone()),
                        details: Set(serde_json::to_value(&details)?),
                        version: Set(0),
                        created_at: Set(unit.now()),
                        created_by: Set(person.0),
                    };
                    training::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({ "training": id, "title": title });
                    unit.record(person, Some(network.0), "training_added", told);
                    if let Some(need) = need {
                        needs::answer(unit, person, &home, need, TrainingId(id), &public_url).await?;
                    }
                    Ok(TrainingId(id))
                })
            })
            .await
    }

    /// Changes what the catalogue says.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or [`Error::Conflict`].
    pub async fn change_training(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingId,
        form: &TrainingForm,
    ) -> Result<(), Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let (title, details) = form.read()?;
        let (person, network, read) = (viewer.person()?, network.id, form.version);
        self.store()
            .write(move |unit| {
                let (title, details) = (title.clone(), details.clone());
                Box::pin(async move {
                    let row = row_of(unit.read(), network, id).await?;
                    if read.is_some_and(|read| read != row.version) {
                        return Err(Error::Conflict);
                    }
                    let change = training::ActiveModel {
                        id: Set(id.0),
                        title: Set(title.clone()),
                        details: Set(serde_json::to_value(&details)?),
                        version: Set(row.version + 1),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "training": id, "title": title });
                    unit.record(person, Some(network.0), "training_changed", told);
                    Ok(())
                })
            })
            .await
    }

    /// Puts a training into the catalogue, or takes it out. Twice is once.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn list_training(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingId,
        listed: bool,
    ) -> Result<(), Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let (person, network) = (viewer.person()?, network.clone());
        let public_url = self.settings().public_url.clone();
        self.store()
            .write(move |unit| {
                let (network, public_url) = (network.clone(), public_url.clone());
                Box::pin(async move { stand(unit, person, &network, id, listed, &public_url).await })
            })
            .await
    }
}

async fn stand(
    unit: &Unit,
    person: PersonId,
    network: &Network,
    id: TrainingId,
    listed: bool,
    public_url: &str,
) -> Result<(), Error> {
    let row = row_of(unit.read(), network.id, id).await?;
    let next = if listed { Standing::Published } else { Standing::Withdrawn };
    if row.state == next.as_str() {
        return Ok(());
    }
    let change = training::ActiveModel { id: Set(id.0), state: Set(next.to_string()), ..Default::default() };
    change.update(unit.write()).await?;
    let told = serde_json::json!({ "training": id, "state": next });
    unit.record(person, Some(network.id.0), "training_listed", told);
    // Whoever asked for it hears of it once, when they can read it.
    if row.state != Standing::Draft.as_str() || !listed {
        return Ok(());
    }
    let needs = need::Entity::find().filter(need::Column::AnsweredBy.eq(id.0));
    needs::answered(unit, network, &row, needs, person, public_url).await
}

/// A training of a network.
pub(super) async fn row_of(
    database: &impl ConnectionTrait,
    network: NetworkId,
    id: TrainingId,
) -> Result<training::Model, Error> {
    let row = training::Entity::find_by_id(id.0).one(database).await?;
    row.filter(|row| row.network_id == network.0).ok_or(Error::NotFound)
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_read_as_people_write_them() {
        let read: Vec<Option<u64>> = ["7", "3,5", "3.25", "1 200,00", "", "a", "1,234", "-1", "1,2,3"]
            .iter()
            .map(|typed| decimal(typed, 2))
            .collect();
        assert_eq!(read, [Some(700), Some(350), Some(325), Some(120_000), None, None, None, None, None]);
    }
}
