//! Members ask for an assembly: with its purpose, until the share that the statutes name has asked.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{Kind, State},
    colleges::freeze_roll,
    convening::{Asked, asked},
    ids::{AssemblyId, OrganizationId},
};
use entities::{
    Unit,
    assemblies::{assembly, request, request_support},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;

use super::roll::candidates;
use crate::{
    Error, FieldError, FieldProblem, Refusal, Services, Viewer, day_in, networks::Network, statutes::in_force,
};

/// Characters of a purpose.
const LIMIT: usize = 2000;

/// A request for an assembly.
#[derive(Clone, Debug)]
pub struct AssemblyRequest {
    /// Which.
    pub id: Uuid,
    /// For which kind of assembly.
    pub kind: Kind,
    /// What for.
    pub purpose: String,
    /// Since when.
    pub asked_at: DateTime<Utc>,
    /// How many ask, of how many that are needed; `None` where the statutes know no such request.
    pub asked: Option<Asked>,
    /// When enough had asked.
    pub reached_at: Option<DateTime<Utc>>,
    /// Members that ask, by name.
    pub members: Vec<(OrganizationId, String)>,
    /// The assembly that was convened upon it.
    pub answer: Option<(AssemblyId, String)>,
}

/// The requests of a network as one person sees them.
#[derive(Clone, Debug)]
pub struct Requests {
    /// The latest first.
    pub requests: Vec<AssemblyRequest>,
    /// Kinds of assembly that members can ask for, with how many are needed today.
    pub kinds: Vec<(Kind, Asked)>,
    /// Members with a vote today that the viewer represents.
    pub mine: Vec<(OrganizationId, String)>,
    /// Assemblies that may answer a request, for whoever convenes.
    pub answers: Vec<(AssemblyId, String)>,
}

/// What a member asks for.
#[derive(Clone, Debug)]
pub struct NewRequest {
    /// Who asks.
    pub organization: Option<OrganizationId>,
    /// For which kind of assembly.
    pub kind: String,
    /// What for.
    pub purpose: String,
}

type Members = BTreeMap<OrganizationId, String>;

/// The members that have a vote today.
async fn members(database: &impl ConnectionTrait, network: &Network, now: DateTime<Utc>) -> Result<Members, Error> {
    let today = day_in(network.zone, now);
    let (roll, _) = freeze_roll(&candidates(database, network, today, today).await?, today);
    Ok(roll.into_iter().map(|entry| (entry.organization, entry.name)).collect())
}

async fn supports(
    database: &impl ConnectionTrait,
    requests: &[Uuid],
) -> Result<BTreeMap<Uuid, BTreeSet<OrganizationId>>, Error> {
    let query = request_support::Entity::find();
    let rows = query.filter(request_support::Column::RequestId.is_in(requests.iter().copied())).all(database).await?;
    let mut supports: BTreeMap<Uuid, BTreeSet<OrganizationId>> = BTreeMap::new();
    for row in rows {
        supports.entry(row.request_id).or_default().insert(OrganizationId(row.organization_id));
    }
    Ok(supports)
}

impl Services {
    /// The requests of a network's members for an assembly.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn assembly_requests(&self, viewer: &Viewer, network: &Network) -> Result<Requests, Error> {
        let scope = Scope::Network(network.id);
        viewer.require(Action::ViewAssembly, scope)?;
        let database = self.store().read();
        let members = members(database, network, self.now()).await?;
        let (rules, _) = in_force(database, network.id.0, day_in(network.zone, self.now())).await?;
        let of: BTreeSet<OrganizationId> = members.keys().copied().collect();
        let query = request::Entity::find().filter(request::Column::NetworkId.eq(network.id.0));
        let rows = query.order_by_desc(request::Column::AskedAt).all(database).await?;
        let supports = supports(database, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
        let query = assembly::Entity::find().filter(assembly::Column::NetworkId.eq(network.id.0));
        let assemblies = query.order_by_desc(assembly::Column::StartsAt).all(database).await?;
        let title =
            |id: Uuid| assemblies.iter().find(|row| row.id == id).map(|row| (AssemblyId(id), row.title.clone()));
        let convened = assemblies.iter().filter(|row| row.state != State::Draft.as_str());
        let mut requests = Vec::with_capacity(rows.len());
        for row in rows {
            let kind: Kind = row.kind.parse()?;
            let asking = supports.get(&row.id).cloned().unwrap_or_default();
            let named = asking.iter().filter_map(|id| Some((*id, members.get(id)?.clone())));
            requests.push(AssemblyRequest {
                id: row.id,
                kind,
                asked: asked(&rules.of(kind).convening, &of, &asking),
                members: named.collect(),
                purpose: row.purpose,
                asked_at: row.asked_at,
                reached_at: row.reached_at,
                answer: row.answered_by.and_then(title),
            });
        }
        let none = BTreeSet::new();
        let kinds = Kind::ALL.iter().filter_map(|kind| Some((*kind, asked(&rules.of(*kind).convening, &of, &none)?)));
        let own = |id: &OrganizationId| viewer.may(Action::RepresentOrganization, Scope::Member(network.id, *id));
        let represents = viewer.actor.represents();
        let mine = members.iter().filter(|(id, _)| represents.contains(id) && own(id));
        let answers = match viewer.may(Action::ConveneAssembly, scope) {
            true => convened.map(|row| (AssemblyId(row.id), row.title.clone())).collect(),
            false => Vec::new(),
        };
        Ok(Requests {
            kinds: kinds.collect(),
            mine: mine.map(|(id, name)| (*id, name.clone())).collect(),
            requests,
            answers,
        })
    }

    /// A member asks for an assembly.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal: no vote today, no such request in the statutes.
    pub async fn ask_for_assembly(&self, viewer: &Viewer, network: &Network, new: NewRequest) -> Result<(), Error> {
        viewer.require(Action::ViewAssembly, Scope::Network(network.id))?;
        let (viewer, network) = (viewer.clone(), network.clone());
        self.store()
            .write(move |unit| {
                let (viewer, network, new) = (viewer.clone(), network.clone(), new.clone());
                Box::pin(async move {
                    let organization = new.organization.unwrap_or(OrganizationId(Uuid::nil()));
                    viewer.require(Action::RepresentOrganization, Scope::Member(network.id, organization))?;
                    let purpose = new.purpose.trim().to_owned();
                    let mut wrong = Vec::new();
                    if purpose.is_empty() {
                        wrong.push(FieldError::new("purpose", FieldProblem::Missing));
                    } else if purpose.chars().count() > LIMIT {
                        wrong.push(FieldError::new("purpose", FieldProblem::TooLong { limit: LIMIT }));
                    }
                    let Ok(kind) = new.kind.parse::<Kind>() else {
                        wrong.push(FieldError::new("kind", FieldProblem::NotAChoice));
                        return Err(Error::Invalid(wrong));
                    };
                    if !wrong.is_empty() {
                        return Err(Error::Invalid(wrong));
                    }
                    let id = unit.id();
                    let row = request::ActiveModel {
                        id: Set(id),
                        network_id: Set(network.id.0),
                        kind: Set(kind.to_string()),
                        purpose: Set(purpose.clone()),
                        asked_at: Set(unit.now()),
                        reached_at: Set(None),
                        answered_by: Set(None),
                    };
                    let told = serde_json::json!({ "request": id, "kind": kind, "purpose": purpose });
                    request::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    unit.record(viewer.person()?, Some(network.id.0), "assembly_requested", told);
                    support(unit, &viewer, &network, id, organization).await
                })
            })
            .await
    }

    /// A member joins a request, or takes that back while it is not answered.
    ///
    /// # Errors
    /// Of permission, or a refusal: no vote today, answered already.
    pub async fn support_request(
        &self,
        viewer: &Viewer,
        network: &Network,
        (request, organization): (Uuid, OrganizationId),
        asks: bool,
    ) -> Result<(), Error> {
        viewer.require(Action::ViewAssembly, Scope::Network(network.id))?;
        let (viewer, network) = (viewer.clone(), network.clone());
        self.store()
            .write(move |unit| {
                let (viewer, network) = (viewer.clone(), network.clone());
                Box::pin(async move {
                    viewer.require(Action::RepresentOrganization, Scope::Member(network.id, organization))?;
                    if open(unit, &network, request).await?.answered_by.is_some() {
                        return Err(Refusal::Named("request-answered").into());
                    }
                    if asks {
                        return support(unit, &viewer, &network, request, organization).await;
                    }
                    let gone = request_support::Entity::delete_by_id((request, organization.0));
                    if gone.exec(unit.write()).await?.rows_affected > 0 {
                        let told = serde_json::json!({ "request": request, "organization": organization });
                        unit.record(viewer.person()?, Some(network.id.0), "assembly_request_left", told);
                    }
                    Ok::<_, Error>(())
                })
            })
            .await
    }

    /// Says which assembly was convened upon a request.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn answer_request(
        &self,
        viewer: &Viewer,
        network: &Network,
        request: Uuid,
        answer: AssemblyId,
    ) -> Result<(), Error> {
        viewer.require(Action::ConveneAssembly, Scope::Network(network.id))?;
        let (viewer, network) = (viewer.clone(), network.clone());
        self.store()
            .write(move |unit| {
                let (viewer, network) = (viewer.clone(), network.clone());
                Box::pin(async move {
                    let row = open(unit, &network, request).await?;
                    let found = assembly::Entity::find_by_id(answer.0).one(unit.read()).await?;
                    let found =
                        found.filter(|found| found.network_id == network.id.0 && found.state != State::Draft.as_str());
                    let found = found.ok_or(Error::NotFound)?;
                    let mut change = row.into_active_model();
                    change.answered_by = Set(Some(found.id));
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "request": request, "by": answer });
                    unit.record(viewer.person()?, Some(network.id.0), "assembly_request_answered", told);
                    Ok::<_, Error>(())
                })
            })
            .await
    }

    /// Requests that enough members back and that no assembly answers: how many in each of these networks.
    pub(crate) async fn requests_awaiting(&self, networks: &[Uuid]) -> Result<BTreeMap<Uuid, usize>, Error> {
        let rows = request::Entity::find()
            .filter(request::Column::NetworkId.is_in(networks.iter().copied()))
            .filter(request::Column::ReachedAt.is_not_null())
            .filter(request::Column::AnsweredBy.is_null())
            .all(self.store().read())
            .await?;
        let mut awaiting = BTreeMap::new();
        for row in rows {
            *awaiting.entry(row.network_id).or_default() += 1;
        }
        Ok(awaiting)
    }
}

async fn open(unit: &Unit, network: &Network, id: Uuid) -> Result<request::Model, Error> {
    let found = request::Entity::find_by_id(id).one(unit.read()).await?;
    found.filter(|found| found.network_id == network.id.0).ok_or(Error::NotFound)
}

/// Writes down that a member asks. Twice is once. From enough members on the request stands, whoever takes theirs
/// back: the board was obliged.
async fn support(
    unit: &Unit,
    viewer: &Viewer,
    network: &Network,
    id: Uuid,
    organization: OrganizationId,
) -> Result<(), Error> {
    let members = members(unit.read(), network, unit.now()).await?;
    if !members.contains_key(&organization) {
        return Err(Refusal::Named("request-no-vote").into());
    }
    let row = open(unit, network, id).await?;
    let kind: Kind = row.kind.parse()?;
    let (rules, _) = in_force(unit.read(), network.id.0, day_in(network.zone, unit.now())).await?;
    let mut asking = supports(unit.read(), &[id]).await?.remove(&id).unwrap_or_default();
    let Some(_) = asked(&rules.of(kind).convening, &BTreeSet::new(), &asking) else {
        return Err(Refusal::Named("request-no-rule").into());
    };
    if asking.insert(organization) {
        let support = request_support::ActiveModel {
            request_id: Set(id),
            organization_id: Set(organization.0),
            person_id: Set(viewer.person()?.0),
            asked_at: Set(unit.now()),
        };
        request_support::Entity::insert(support).exec_without_returning(unit.write()).await?;
        let told = serde_json::json!({ "request": id, "organization": organization });
        unit.record(viewer.person()?, Some(network.id.0), "assembly_request_joined", told);
    }
    let count = asked(&rules.of(kind).convening, &members.keys().copied().collect(), &asking);
    if let Some(count) = count.filter(|count| count.reached && row.reached_at.is_none()) {
        let mut change = row.into_active_model();
        change.reached_at = Set(Some(unit.now()));
        change.update(unit.write()).await?;
        let told = serde_json::json!({ "request": id, "asked": count });
        unit.record(viewer.person()?, Some(network.id.0), "assembly_request_reached", told);
    }
    Ok(())
}
