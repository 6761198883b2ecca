//! Stating, changing and taking back needs; putting them together; noting what answers them.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use domain::{
    access::{Action, Scope},
    ids::{NeedCollectionId, NeedId, NetworkId, OrganizationId, PersonId, TrainingId},
    organizations::name_on,
    trainings::{
        catalogue::Standing,
        needs::{NeedRefused, PEOPLE, Topic, may_state, may_touch},
    },
};
use entities::{
    Unit,
    trainings::{need, need_collection},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr,
};

use super::{NeedCollectionForm, NeedForm, all, collection_of, group_of, letters, need_of, own_need};
use crate::{
    Error, Refusal, Services, Viewer, day_in,
    fields::{Fields, LINE, TEXT},
    networks::{Network, names_of},
    trainings::{catalogue::row_of, records::moment},
};

/// For how many years ahead needs are collected.
const YEARS: i32 = 5;

/// What was read of a form.
#[derive(Clone)]
struct Stated {
    topic: Topic,
    people: u32,
    preference: String,
    reasons: String,
}

impl NeedForm {
    fn read(&self) -> Result<Stated, Error> {
        let mut fields = Fields::default();
        let training = self.training.trim();
        let topic = if training.is_empty() {
            Topic::Subject { subject: fields.required("subject", &self.subject, LINE) }
        } else {
            let training = TrainingId(fields.choice("training", training).unwrap_or_default());
            Topic::Training { training }
        };
        let people = fields.number("people", &self.people, PEOPLE.into());
        let mut text = |field, typed: &str| fields.optional(field, typed, TEXT).unwrap_or_default();
        let (preference, reasons) = (text("preference", &self.preference), text("reasons", &self.reasons));
        fields.finish()?;
        Ok(Stated { topic, people: u32::try_from(people).unwrap_or(u32::MAX), preference, reasons })
    }
}

impl NeedCollectionForm {
    /// Reads it; on a first day the year and the last day lie ahead.
    fn read(&self, network: &Network, first: Option<NaiveDate>) -> Result<(i32, String, DateTime<Utc>), Error> {
        let mut fields = Fields::default();
        let year = i32::try_from(fields.number("year", &self.year, 2_200)).unwrap_or_default();
        let introduction = fields.optional("introduction", &self.introduction, TEXT).unwrap_or_default();
        let closes_on = fields.date("closes_on", &self.closes_on);
        fields.finish()?;
        if let Some(today) = first {
            if !(today.year()..=today.year() + YEARS).contains(&year) {
                return Err(Refusal::Named("needs-year").into());
            }
            if closes_on < today {
                return Err(Refusal::Named("needs-last-day").into());
            }
        }
        // The last day counts until its midnight.
        let after = closes_on.succ_opt().unwrap_or(closes_on);
        Ok((year, introduction, moment(network.zone, after.and_time(NaiveTime::MIN))))
    }
}

impl Services {
    /// Opens a collection of needs for a year.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`]: one collection a year.
    pub async fn collect_needs(
        &self,
        viewer: &Viewer,
        network: &Network,
        form: &NeedCollectionForm,
    ) -> Result<NeedCollectionId, Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let read = form.read(network, Some(day_in(network.zone, self.now())))?;
        let (person, home) = (viewer.person()?, network.clone());
        let public_url = self.settings().public_url.clone();
        self.store()
            .write(move |unit| {
                let (year, introduction, closes_at) = read.clone();
                let (home, public_url) = (home.clone(), public_url.clone());
                Box::pin(async move {
                    one_a_year(unit, home.id, year, None).await?;
                    let row = need_collection::Model {
                        id: unit.id(),
                        network_id: home.id.0,
                        year,
                        introduction,
                        closes_at,
                        version: 0,
                        created_at: unit.now(),
                        created_by: person.0,
                    };
                    let insert = need_collection::Entity::insert(row.clone().into_active_model().reset_all());
                    insert.exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({ "collection": row.id, "year": year, "closes_at": closes_at });
                    unit.record(person, Some(home.id.0), "training_needs_collected", told);
                    letters::asked(unit, &home, &row, &public_url).await?;
                    Ok(NeedCollectionId(row.id))
                })
            })
            .await
    }

    /// Changes what a collection asks for, or until when.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or [`Error::Conflict`].
    pub async fn change_need_collection(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: NeedCollectionId,
        form: &NeedCollectionForm,
    ) -> Result<(), Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let read = form.read(network, None)?;
        let (person, network, version) = (viewer.person()?, network.id, form.version);
        self.store()
            .write(move |unit| {
                let (year, introduction, closes_at) = read.clone();
                Box::pin(async move {
                    let row = collection_of(unit.read(), network, id).await?;
                    if version.is_some_and(|version| version != row.version) {
                        return Err(Error::Conflict);
                    }
                    one_a_year(unit, network, year, Some(id)).await?;
                    let change = need_collection::ActiveModel {
                        id: Set(id.0),
                        year: Set(year),
                        introduction: Set(introduction),
                        closes_at: Set(closes_at),
                        version: Set(row.version + 1),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "collection": id, "year": year, "closes_at": closes_at });
                    unit.record(person, Some(network.0), "training_needs_changed", told);
                    Ok(())
                })
            })
            .await
    }

    /// States a need of an association.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal: too late, stated already.
    pub async fn state_need(
        &self,
        viewer: &Viewer,
        network: &Network,
        collection: NeedCollectionId,
        form: &NeedForm,
    ) -> Result<NeedId, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let organization = form.organization.parse().map(OrganizationId).map_err(|_| Error::NotFound)?;
        viewer.require(Action::RegisterStaff, Scope::Member(network.id, organization))?;
        if !viewer.actor.members_of(network.id).contains(&organization) {
            return Err(Error::NotFound);
        }
        let stated = form.read()?;
        let (person, network, zone) = (viewer.person()?, network.id, network.zone);
        self.store()
            .write(move |unit| {
                let stated = stated.clone();
                Box::pin(async move {
                    let kept = collection_of(unit.read(), network, collection).await?;
                    allowed(unit, network, &kept, organization, &stated, None).await?;
                    let names = names_of(unit.read(), &[organization.0]).await?;
                    let name = names.get(&organization.0).and_then(|names| name_on(names, day_in(zone, unit.now())));
                    let id = unit.id();
                    let row = need::ActiveModel {
                        id: Set(id),
                        collection_id: Set(collection.0),
                        organization_id: Set(organization.0),
                        organization_name: Set(name.map(|name| name.name.clone()).unwrap_or_default()),
                        stated: Set(serde_json::to_value(&stated.topic)?),
                        grouped: Set(None),
                        people: Set(i32::try_from(stated.people).unwrap_or(i32::MAX)),
                        preference: Set(stated.preference),
                        reasons: Set(stated.reasons),
                        answered_by: Set(None),
                        version: Set(0),
                        stated_at: Set(unit.now()),
                        stated_by: Set(person.0),
                    };
                    need::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({
                        "collection": collection, "need": id, "organization": organization, "topic": stated.topic,
                        "people": stated.people,
                    });
                    unit.record(person, Some(network.0), "training_need_stated", told);
                    Ok(NeedId(id))
                })
            })
            .await
    }

    /// Changes a need, until the last day.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], [`Error::Conflict`], or a refusal: too late, answered already.
    pub async fn change_need(
        &self,
        viewer: &Viewer,
        network: &Network,
        (collection, id): (NeedCollectionId, NeedId),
        form: &NeedForm,
    ) -> Result<(), Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let (stated, version) = (form.read(), form.version);
        let (viewer, network) = (viewer.clone(), network.id);
        let person = viewer.person()?;
        let row = own_need(self.store().read(), &viewer, network, (collection, id)).await?;
        let (stated, organization) = (stated?, OrganizationId(row.organization_id));
        self.store()
            .write(move |unit| {
                let stated = stated.clone();
                Box::pin(async move {
                    let kept = collection_of(unit.read(), network, collection).await?;
                    let row = need_of(unit.read(), collection, id).await?;
                    if version.is_some_and(|version| version != row.version) {
                        return Err(Error::Conflict);
                    }
                    if row.answered_by.is_some() {
                        return Err(NeedRefused::Answered.into());
                    }
                    allowed(unit, network, &kept, organization, &stated, Some(id)).await?;
                    let same = serde_json::from_value::<Topic>(row.stated)?.is(&stated.topic);
                    let change = need::ActiveModel {
                        id: Set(id.0),
                        stated: Set(serde_json::to_value(&stated.topic)?),
                        // What is about something else now is not where it was put.
                        grouped: Set(row.grouped.filter(|_| same)),
                        people: Set(i32::try_from(stated.people).unwrap_or(i32::MAX)),
                        preference: Set(stated.preference),
                        reasons: Set(stated.reasons),
                        version: Set(row.version + 1),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "need": id, "topic": stated.topic, "people": stated.people });
                    unit.record(person, Some(network.0), "training_need_changed", told);
                    Ok(())
                })
            })
            .await
    }

    /// Takes a need back, until the last day.
    ///
    /// # Errors
    /// Of permission, or a refusal: too late, answered already.
    pub async fn remove_need(
        &self,
        viewer: &Viewer,
        network: &Network,
        (collection, id): (NeedCollectionId, NeedId),
    ) -> Result<(), Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let (viewer, network) = (viewer.clone(), network.id);
        let person = viewer.person()?;
        own_need(self.store().read(), &viewer, network, (collection, id)).await?;
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    let kept = collection_of(unit.read(), network, collection).await?;
                    let row = need_of(unit.read(), collection, id).await?;
                    may_touch(kept.closes_at, unit.now())?;
                    if row.answered_by.is_some() {
                        return Err(NeedRefused::Answered.into());
                    }
                    need::Entity::delete_by_id(id.0).exec(unit.write()).await?;
                    let told = serde_json::json!({ "need": id, "organization": row.organization_id });
                    unit.record(person, Some(network.0), "training_need_removed", told);
                    Ok(())
                })
            })
            .await
    }

    /// Puts the whole group of a need under a heading, or this need alone back under its own.
    ///
    /// # Errors
    /// Of permission, [`Error::NotFound`], or [`Error::Invalid`].
    pub async fn group_needs(
        &self,
        viewer: &Viewer,
        network: &Network,
        (collection, id): (NeedCollectionId, NeedId),
        with: Option<Topic>,
    ) -> Result<(), Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let (person, network) = (viewer.person()?, network.id);
        self.store()
            .write(move |unit| {
                let with = with.clone();
                Box::pin(async move {
                    collection_of(unit.read(), network, collection).await?;
                    if let Some(Topic::Training { training }) = with {
                        row_of(unit.read(), network, training).await?;
                    }
                    let ids = match with {
                        Some(_) => group_of(unit.read(), collection, id).await?,
                        None => vec![NeedId(need_of(unit.read(), collection, id).await?.id)],
                    };
                    let grouped = with.as_ref().map(serde_json::to_value).transpose()?;
                    need::Entity::update_many()
                        .col_expr(need::Column::Grouped, Expr::value(grouped))
                        .filter(need::Column::Id.is_in(ids.iter().map(|id| id.0)))
                        .exec(unit.write())
                        .await?;
                    let told = serde_json::json!({ "needs": ids, "topic": with });
                    unit.record(person, Some(network.0), "training_needs_grouped", told);
                    Ok(())
                })
            })
            .await
    }
}

/// Notes that a training answers the whole group of a need, and tells those who stated it once it is in the catalogue.
pub(in crate::trainings) async fn answer(
    unit: &Unit,
    person: PersonId,
    network: &Network,
    need: NeedId,
    training: TrainingId,
    public_url: &str,
) -> Result<(), Error> {
    let row = need::Entity::find_by_id(need.0).one(unit.read()).await?.ok_or(Error::NotFound)?;
    let collection = NeedCollectionId(row.collection_id);
    collection_of(unit.read(), network.id, collection).await?;
    let ids = group_of(unit.read(), collection, need).await?;
    let row = row_of(unit.read(), network.id, training).await?;
    need::Entity::update_many()
        .col_expr(need::Column::AnsweredBy, Expr::value(training.0))
        .filter(need::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .exec(unit.write())
        .await?;
    let told = serde_json::json!({ "needs": ids, "training": training });
    unit.record(person, Some(network.id.0), "training_needs_answered", told);
    if row.state != Standing::Published.as_str() {
        return Ok(());
    }
    let needs = need::Entity::find().filter(need::Column::Id.is_in(ids.iter().map(|id| id.0)));
    letters::answered(unit, network, &row, needs, person, public_url).await
}

async fn allowed(
    unit: &Unit,
    network: NetworkId,
    collection: &need_collection::Model,
    organization: OrganizationId,
    stated: &Stated,
    replaced: Option<NeedId>,
) -> Result<(), Error> {
    if let Topic::Training { training } = stated.topic {
        let row = row_of(unit.read(), network, training).await?;
        if row.state != Standing::Published.as_str() {
            return Err(Error::NotFound);
        }
    }
    let needs = all(unit.read(), NeedCollectionId(collection.id)).await?;
    let wanted = (organization, &stated.topic, stated.people);
    Ok(may_state(collection.closes_at, &needs, wanted, replaced, unit.now())?)
}

async fn one_a_year(unit: &Unit, network: NetworkId, year: i32, but: Option<NeedCollectionId>) -> Result<(), Error> {
    let there = need_collection::Entity::find()
        .filter(need_collection::Column::NetworkId.eq(network.0))
        .filter(need_collection::Column::Year.eq(year))
        .one(unit.read())
        .await?;
    if there.is_some_and(|row| Some(NeedCollectionId(row.id)) != but) {
        return Err(Refusal::Named("needs-year-taken").into());
    }
    Ok(())
}
