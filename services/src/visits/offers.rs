//! What hosts offer.

use chrono::NaiveDate;
use domain::{
    access::{Action, Scope},
    ids::{NetworkId, OrganizationId, VisitOfferId},
    visits::{Kind, VisitRefused},
};
use entities::visits::offer;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait};
use uuid::Uuid;

use crate::{
    Error, FieldProblem, Services, Viewer,
    fields::{Fields, LINE, TEXT},
    networks::Network,
};

/// Most people at a time.
const PLACES: u64 = 200;

/// What a form says of an offer.
#[derive(Clone, Debug, Default)]
pub struct OfferForm {
    /// Who offers.
    pub host: String,
    /// `stay` or `experience`.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// What one sees, for whom, where, whom to call.
    pub details: String,
    /// How many people at a time.
    pub places: String,
    /// Not before this day, where something is said.
    pub first_on: String,
    /// Not after this day, where something is said.
    pub last_on: String,
}

/// What a form says of an offer, understood.
#[derive(Clone)]
struct Typed {
    kind: Kind,
    title: String,
    details: String,
    places: i32,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
}

impl Typed {
    fn read(mut fields: Fields, form: &OfferForm) -> Result<Self, Error> {
        let places = fields.number("places", &form.places, PLACES);
        if places == 0 && !fields.has("places") {
            fields.wrong("places", FieldProblem::NotANumber);
        }
        let typed = Self {
            kind: fields.choice("kind", &form.kind).unwrap_or(Kind::Stay),
            title: fields.required("title", &form.title, LINE),
            details: fields.optional("details", &form.details, TEXT).unwrap_or_default(),
            places: i32::try_from(places).unwrap_or(i32::MAX),
            first: fields.optional_date("first_on", &form.first_on),
            last: fields.optional_date("last_on", &form.last_on),
        };
        fields.finish()?;
        if typed.first.zip(typed.last).is_some_and(|(first, last)| last < first) {
            return Err(VisitRefused::EndsBeforeItBegins.into());
        }
        Ok(typed)
    }

    fn row(&self) -> offer::ActiveModel {
        offer::ActiveModel {
            kind: Set(self.kind.to_string()),
            title: Set(self.title.clone()),
            details: Set(self.details.clone()),
            places: Set(self.places),
            first_on: Set(self.first),
            last_on: Set(self.last),
            ..Default::default()
        }
    }

    /// For the journal, which keeps every earlier text of an offer.
    fn told(&self, id: Uuid, host: Uuid) -> serde_json::Value {
        serde_json::json!({
            "offer": id, "host": host, "kind": self.kind, "title": self.title, "details": self.details,
            "places": self.places, "first": self.first, "last": self.last,
        })
    }
}

impl Services {
    /// Offers a stay or a visit.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`].
    pub async fn offer_visit(
        &self,
        viewer: &Viewer,
        network: &Network,
        form: &OfferForm,
    ) -> Result<VisitOfferId, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let mut fields = Fields::default();
        let host = OrganizationId(fields.choice("host", &form.host).unwrap_or_default());
        let typed = Typed::read(fields, form)?;
        viewer.require(Action::RegisterStaff, Scope::Member(network.id, host))?;
        let (person, network) = (viewer.person()?, network.id);
        self.store()
            .write(move |unit| {
                let (mut row, id) = (typed.row(), unit.id());
                let told = typed.told(id, host.0);
                Box::pin(async move {
                    row.id = Set(id);
                    row.network_id = Set(network.0);
                    row.host_id = Set(host.0);
                    row.open = Set(true);
                    row.created_at = Set(unit.now());
                    row.created_by = Set(person.0);
                    offer::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    unit.record(person, Some(network.0), "visit_offered", told);
                    Ok(VisitOfferId(id))
                })
            })
            .await
    }

    /// What an offer says now, for who may change it.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn visit_offer(&self, viewer: &Viewer, network: &Network, id: VisitOfferId) -> Result<OfferForm, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let row = own_offer(self.store().read(), viewer, network.id, id).await?;
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Ok(OfferForm {
            host: row.host_id.to_string(),
            kind: row.kind,
            title: row.title,
            details: row.details,
            places: row.places.to_string(),
            first_on: day(row.first_on),
            last_on: day(row.last_on),
        })
    }

    /// Changes what an offer says; its host stays. Visits that are agreed stay as they are: the new places and days
    /// are those of the next answer.
    ///
    /// # Errors
    /// Of permission, [`Error::NotFound`] or [`Error::Invalid`].
    pub async fn change_visit_offer(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: VisitOfferId,
        form: &OfferForm,
    ) -> Result<(), Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let typed = Typed::read(Fields::default(), form)?;
        let (person, network) = (viewer.person()?, network.id);
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, typed) = (viewer.clone(), typed.clone());
                Box::pin(async move {
                    let row = own_offer(unit.read(), &viewer, network, id).await?;
                    let change = offer::ActiveModel { id: Set(id.0), ..typed.row() };
                    change.update(unit.write()).await?;
                    let told = typed.told(id.0, row.host_id);
                    unit.record(person, Some(network.0), "visit_offer_changed", told);
                    Ok(())
                })
            })
            .await
    }

    /// Takes requests for an offer, or no more. Twice is once.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn open_visit_offer(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: VisitOfferId,
        open: bool,
    ) -> Result<(), Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let (person, network) = (viewer.person()?, network.id);
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let row = own_offer(unit.read(), &viewer, network, id).await?;
                    if row.open == open {
                        return Ok(());
                    }
                    let change = offer::ActiveModel { id: Set(id.0), open: Set(open), ..Default::default() };
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "offer": id, "open": open });
                    unit.record(person, Some(network.0), "visit_offer_opened", told);
                    Ok(())
                })
            })
            .await
    }
}

/// An offer of the network, for who speaks for its host.
async fn own_offer(
    database: &impl ConnectionTrait,
    viewer: &Viewer,
    network: NetworkId,
    id: VisitOfferId,
) -> Result<offer::Model, Error> {
    let row = offer::Entity::find_by_id(id.0).one(database).await?;
    let row = row.filter(|row| row.network_id == network.0).ok_or(Error::NotFound)?;
    viewer.require(Action::RegisterStaff, Scope::Member(network, OrganizationId(row.host_id)))?;
    Ok(row)
}
