//! Requests: made, agreed to by both associations, refused, cancelled, and told of afterwards.

use domain::{
    access::{Action, Scope},
    ids::{OrganizationId, PersonId, VisitId},
    visits::{Days, Kind, Move, State, Visit, may_ask, may_tell},
};
use entities::visits::{feedback, visit};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, sea_query::OnConflict};

use super::{letters, offered, standing, stored, stored_offer};
use crate::{
    Error, FieldProblem, Refusal, Services, Viewer, day_in,
    fields::{Fields, LINE, TEXT},
    networks::{Network, members_of},
    trainings::belonging,
};

/// Most people of one request.
const PEOPLE: u64 = 200;

/// What a form says of a request.
#[derive(Clone, Debug, Default)]
pub struct VisitForm {
    /// The offer, where it is for one.
    pub offer: String,
    /// The name of the member to visit, where it is for no offer.
    pub host: String,
    /// `stay` or `experience`, where it is for no offer.
    pub kind: String,
    /// Which association sends.
    pub sender: String,
    /// Who goes, or leads those who go.
    pub person: String,
    /// How many people.
    pub people: String,
    /// The first day.
    pub first_on: String,
    /// The last day.
    pub last_on: String,
    /// What they would like to see, and why.
    pub wish: String,
}

impl Services {
    /// Asks for a stay or a visit. Whoever may agree for their association agrees by asking.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal of `domain::visits`.
    pub async fn ask_for_visit(&self, viewer: &Viewer, network: &Network, form: &VisitForm) -> Result<VisitId, Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let asker = viewer.person()?;
        let mut fields = Fields::default();
        let sender = OrganizationId(fields.choice("sender", &form.sender).unwrap_or_default());
        let person = PersonId(fields.choice("person", &form.person).unwrap_or_default());
        let people = fields.number("people", &form.people, PEOPLE);
        let days = Days { first: fields.date("first_on", &form.first_on), last: fields.date("last_on", &form.last_on) };
        let wish = fields.optional("wish", &form.wish, TEXT).unwrap_or_default();
        let offer = Some(form.offer.trim()).filter(|offer| !offer.is_empty());
        let offer = match offer {
            Some(typed) => Some(typed.parse::<uuid::Uuid>().map_err(|_| Error::NotFound)?),
            None => None,
        };
        let chosen = offered(self.store().read(), network.id, offer).await?;
        let (host, kind) = match &chosen {
            Some((row, _)) => (Some(OrganizationId(row.host_id)), row.kind.parse()?),
            None => {
                let name = fields.required("host", &form.host, LINE);
                let host = self.member_called(network, &name).await?;
                if host.is_none() && !fields.has("host") {
                    fields.wrong("host", FieldProblem::NotAChoice);
                }
                (host, fields.choice("kind", &form.kind).unwrap_or(Kind::Stay))
            }
        };
        fields.finish()?;
        let host = host.ok_or(Error::NotFound)?;
        let action = if person == asker { Action::TakePart } else { Action::RegisterStaff };
        let member = Scope::Member(network.id, sender);
        viewer.require(action, member)?;
        let agreed = viewer.may(Action::AgreeToTraining, member);
        let (home, public_url) = (network.clone(), self.settings().public_url.clone());
        self.store()
            .write(move |unit| {
                let (wish, home, public_url) = (wish.clone(), home.clone(), public_url.clone());
                Box::pin(async move {
                    let today = day_in(home.zone, unit.now());
                    let there = belonging(unit.read(), &[sender.0].into(), &[person.0].into(), today).await?;
                    if there.is_empty() {
                        return Err(Refusal::Named("training-not-of-organization").into());
                    }
                    if !members_of(unit.read(), home.id).await?.contains(&host.0) {
                        return Err(Error::NotFound);
                    }
                    let chosen = offered(unit.read(), home.id, offer).await?;
                    let id = VisitId(unit.id());
                    let people = u32::try_from(people).unwrap_or(u32::MAX);
                    let state = if agreed { State::Agreed } else { State::Asked };
                    let visit = Visit { id, sender, host, people, days, state };
                    let (rules, others) =
                        chosen.map(|(row, others)| (Some(stored_offer(&row)), others)).unwrap_or_default();
                    may_ask(&visit, rules.as_ref(), &others, today)?;
                    let row = visit::Model {
                        id: id.0,
                        network_id: home.id.0,
                        offer_id: offer,
                        sender_id: sender.0,
                        host_id: host.0,
                        person_id: person.0,
                        kind: kind.to_string(),
                        people: i32::try_from(people).unwrap_or(i32::MAX),
                        first_on: days.first,
                        last_on: days.last,
                        wish,
                        state: state.to_string(),
                        reason: None,
                        asked_at: unit.now(),
                        asked_by: asker.0,
                    };
                    visit::Entity::insert(row.clone().into_active_model().reset_all())
                        .exec_without_returning(unit.write())
                        .await?;
                    let told = serde_json::json!({
                        "visit": id, "sender": sender, "host": host, "person": person, "state": state,
                    });
                    unit.record(asker, Some(home.id.0), "visit_asked", told);
                    letters::stands(unit, &home, &row, None, asker, &public_url).await?;
                    Ok(id)
                })
            })
            .await
    }

    /// Agrees to a request, refuses or cancels it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for requests that are none of the viewer's business, or a refusal of `domain::visits`.
    pub async fn move_visit(&self, viewer: &Viewer, network: &Network, id: VisitId, wanted: Move) -> Result<(), Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let (person, home, public_url) = (viewer.person()?, network.clone(), self.settings().public_url.clone());
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, home, public_url, wanted) =
                    (viewer.clone(), home.clone(), public_url.clone(), wanted.clone());
                Box::pin(async move {
                    let row = visit::Entity::find_by_id(id.0).one(unit.read()).await?;
                    let mut row = row.filter(|row| row.network_id == home.id.0).ok_or(Error::NotFound)?;
                    let standing = standing(&viewer, &row);
                    if standing == domain::visits::Standing::default() {
                        return Err(Error::NotFound);
                    }
                    let visit = stored(&row)?;
                    let chosen = offered(unit.read(), home.id, row.offer_id).await?;
                    let (rules, others) =
                        chosen.map(|(row, others)| (Some(stored_offer(&row)), others)).unwrap_or_default();
                    let today = day_in(home.zone, unit.now());
                    let mut next = domain::visits::decide(&visit, standing, &wanted, (rules.as_ref(), &others), today)?;
                    row.reason = match &wanted {
                        Move::Refuse { reason } | Move::Cancel { reason } => {
                            Some(reason.trim().chars().take(TEXT).collect())
                        }
                        Move::Agree => None,
                    };
                    // Whoever speaks for both agrees for both.
                    if next == State::Agreed && standing.host {
                        let agreed = Visit { state: next, ..visit };
                        next = domain::visits::decide(&agreed, standing, &wanted, (rules.as_ref(), &others), today)?;
                    }
                    row.state = next.to_string();
                    let change = visit::ActiveModel {
                        id: Set(row.id),
                        state: Set(row.state.clone()),
                        reason: Set(row.reason.clone()),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "visit": id, "state": next, "reason": row.reason });
                    unit.record(person, Some(home.id.0), "visit_moved", told);
                    letters::stands(unit, &home, &row, Some(visit.state), person, &public_url).await
                })
            })
            .await
    }

    /// Tells the network of a visit that is over: the visitor's side, or the host's. It can be written again.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`], or a refusal of `domain::visits`.
    pub async fn tell_of_visit(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: VisitId,
        (text, published): (&str, bool),
    ) -> Result<(), Error> {
        viewer.require(Action::ViewTrainings, Scope::Network(network.id))?;
        let mut fields = Fields::default();
        let text = fields.required("text", text, TEXT);
        fields.finish()?;
        let (person, network, zone) = (viewer.person()?, network.id, network.zone);
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, text) = (viewer.clone(), text.clone());
                Box::pin(async move {
                    let row = visit::Entity::find_by_id(id.0).one(unit.read()).await?;
                    let row = row.filter(|row| row.network_id == network.0).ok_or(Error::NotFound)?;
                    let standing = standing(&viewer, &row);
                    if standing == domain::visits::Standing::default() {
                        return Err(Error::NotFound);
                    }
                    may_tell(&stored(&row)?, standing, day_in(zone, unit.now()))?;
                    let side = if standing.visitor { "visitor" } else { "host" };
                    let told = feedback::ActiveModel {
                        visit_id: Set(id.0),
                        side: Set(side.to_owned()),
                        text: Set(text),
                        published: Set(published),
                        told_at: Set(unit.now()),
                        told_by: Set(person.0),
                    };
                    let again = OnConflict::columns([feedback::Column::VisitId, feedback::Column::Side])
                        .update_columns([
                            feedback::Column::Text,
                            feedback::Column::Published,
                            feedback::Column::ToldAt,
                            feedback::Column::ToldBy,
                        ])
                        .to_owned();
                    feedback::Entity::insert(told).on_conflict(again).exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({ "visit": id, "side": side, "published": published });
                    unit.record(person, Some(network.0), "visit_told", told);
                    Ok(())
                })
            })
            .await
    }
}
