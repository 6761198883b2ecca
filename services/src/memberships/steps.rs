//! The steps of memberships: joining, being admitted, suspended, leaving; and the college.

use chrono::NaiveDate;
use domain::{
    access::{Action, Scope},
    ids::{NetworkId, OrganizationId, PersonId},
    memberships::{Status, Step, take_step},
};
use entities::{
    Unit,
    memberships::{membership, membership_step},
    networks::{college, network},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use super::find_membership;
use crate::{
    Error, FieldError, FieldProblem, Refusal, Services, Viewer, day_in,
    fields::{Fields, LINE, TEXT},
    networks::Network,
    organizations::{self, Identity, IdentityForm},
};

/// What was typed about a new member.
#[derive(Clone, Debug, Default)]
pub struct NewMemberForm {
    /// Its name.
    pub name: String,
    /// What people say.
    pub short_name: String,
    /// What it is.
    pub identity: IdentityForm,
    /// The college, or nothing yet.
    pub college: String,
    /// The day on which it applied.
    pub applied_on: String,
}

/// What became of a new member.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// The organization's word in addresses.
    pub slug: String,
    /// The instance knew it already: it keeps its one identity.
    pub known: bool,
    /// A registration number is right and rare.
    pub unusual: bool,
}

/// What was typed about a step.
#[derive(Clone, Debug, Default)]
pub struct StepForm {
    /// `domain::memberships::Step`.
    pub step: String,
    /// The day from which it counts.
    pub on: String,
    /// The decision on which it rests.
    pub decision: String,
    /// The version of the membership with which the form was filled in.
    pub version: i32,
}

impl Services {
    /// Takes an organization into a network as an applicant. One that the instance knows by a
    /// registration number keeps its one identity: only the membership is new. Whoever does not
    /// run that organization cannot draw it in, for membership gives the network a say in its
    /// pages: it has to apply itself.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`]; `Refusal::Named` of `already-member` and
    /// `organization-applies-itself`.
    pub async fn add_member(
        &self,
        viewer: &Viewer,
        network: &Network,
        form: &NewMemberForm,
    ) -> Result<NewMember, Error> {
        viewer.require(Action::ManageMemberships, Scope::Network(network.id))?;
        let person = viewer.person()?;
        let mut fields = Fields::default();
        let name = fields.required("name", &form.name, LINE);
        let short_name = fields.optional("short_name", &form.short_name, 60);
        let (identity, unusual) = Identity::read(&mut fields, &form.identity);
        let college = optional_college(&mut fields, &form.college);
        let applied_on = fields.date("applied_on", &form.applied_on);
        fields.finish()?;
        let today = day_in(network.zone, self.now());
        not_in_the_future(applied_on, today)?;
        let (network, viewer) = (network.id, viewer.clone());
        self.store()
            .write(move |unit| {
                let (name, short_name, identity) = (name.clone(), short_name.clone(), identity.clone());
                let viewer = viewer.clone();
                Box::pin(async move {
                    known_college(unit, network, college).await?;
                    let bearer = identity.identifiers.bearer(unit.read(), None).await?;
                    let known = bearer.is_some();
                    let organization = match bearer {
                        Some((row, _)) => {
                            let scope = Scope::Organization(OrganizationId(row.id));
                            if find_membership(unit.read(), network, row.id).await?.is_none()
                                && !viewer.may(Action::ManageOrganization, scope)
                            {
                                return Err(Refusal::Named("organization-applies-itself").into());
                            }
                            row
                        }
                        None => {
                            let names = (name.as_str(), short_name.as_deref());
                            let row = organizations::insert(unit, &identity, names, applied_on).await?;
                            unit.record(
                                person,
                                Some(network.0),
                                "organization_created",
                                json!({ "organization": row.id, "name": name, "identity": identity }),
                            );
                            row
                        }
                    };
                    apply(unit, person, network, organization.id, college, applied_on).await?;
                    Ok(NewMember { slug: organization.slug, known, unusual })
                })
            })
            .await
    }

    /// Asks for an organization to join a network, by its own administrator.
    ///
    /// # Errors
    /// Of permission, [`Error::NotFound`] for an unknown network, `Refusal::Named("already-member")`.
    pub async fn apply_to_network(
        &self,
        viewer: &Viewer,
        organization: OrganizationId,
        network_slug: &str,
    ) -> Result<(), Error> {
        viewer.require(Action::ManageOrganization, Scope::Organization(organization))?;
        let person = viewer.person()?;
        let row = network::Entity::find().filter(network::Column::Slug.eq(network_slug));
        let Some(row) = row.one(self.store().read()).await? else {
            return Err(Error::Invalid(vec![FieldError::new("network", FieldProblem::NotAChoice)]));
        };
        let today = day_in(crate::time_zone(&row.time_zone), self.now());
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    let network = NetworkId(row.id);
                    apply(unit, person, network, organization.0, None, today).await
                })
            })
            .await
    }

    /// Takes a step of a membership. The network's administrators take all of them; the
    /// organization's own may leave and apply again.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], [`Refusal::Step`], or [`Error::Conflict`] when the
    /// membership moved on meanwhile.
    pub async fn take_membership_step(
        &self,
        viewer: &Viewer,
        network: &Network,
        organization: OrganizationId,
        form: &StepForm,
    ) -> Result<Status, Error> {
        let mut fields = Fields::default();
        let step: Option<Step> = fields.choice("step", &form.step);
        let own = step.is_some_and(|step| !step.needs_decision())
            && viewer.may(Action::ManageOrganization, Scope::Organization(organization));
        if !own {
            viewer.require(Action::ManageMemberships, Scope::Network(network.id))?;
        }
        let person = viewer.person()?;
        let on = fields.date("on", &form.on);
        let decision = fields.optional("decision", &form.decision, TEXT);
        fields.finish()?;
        let Some(step) = step else { return Err(Error::NotFound) };
        not_in_the_future(on, day_in(network.zone, self.now()))?;
        let (network, version) = (network.id, form.version);
        self.store()
            .write(move |unit| {
                let decision = decision.clone();
                Box::pin(async move {
                    let row = find_membership(unit.read(), network, organization.0).await?.ok_or(Error::NotFound)?;
                    if row.version != version {
                        return Err(Error::Conflict);
                    }
                    step_forward(unit, person, &row, step, on, decision.as_deref()).await
                })
            })
            .await
    }

    /// Puts a member into a college, or takes it out of any.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or [`Error::Conflict`].
    pub async fn assign_college(
        &self,
        viewer: &Viewer,
        network: NetworkId,
        organization: OrganizationId,
        college: &str,
        version: i32,
    ) -> Result<(), Error> {
        viewer.require(Action::ManageMemberships, Scope::Network(network))?;
        let person = viewer.person()?;
        let mut fields = Fields::default();
        let college = optional_college(&mut fields, college);
        fields.finish()?;
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    let row = find_membership(unit.read(), network, organization.0).await?.ok_or(Error::NotFound)?;
                    if row.version != version {
                        return Err(Error::Conflict);
                    }
                    known_college(unit, network, college).await?;
                    if row.college_id == college {
                        return Ok(());
                    }
                    let changed = membership::ActiveModel {
                        id: Set(row.id),
                        college_id: Set(college),
                        version: Set(version + 1),
                        ..Default::default()
                    };
                    membership::Entity::update(changed).exec(unit.write()).await?;
                    unit.record(
                        person,
                        Some(network.0),
                        "college_assigned",
                        json!({ "organization": organization, "before": row.college_id, "after": college }),
                    );
                    Ok(())
                })
            })
            .await
    }
}

fn not_in_the_future(on: NaiveDate, today: NaiveDate) -> Result<(), Error> {
    if on > today { Err(Refusal::Named("step-in-the-future").into()) } else { Ok(()) }
}

fn optional_college(fields: &mut Fields, typed: &str) -> Option<Uuid> {
    if typed.is_empty() { None } else { fields.choice("college", typed) }
}

/// A college of this network and of no other.
async fn known_college(unit: &Unit, network: NetworkId, college: Option<Uuid>) -> Result<(), Error> {
    let Some(id) = college else { return Ok(()) };
    let row = college::Entity::find_by_id(id).one(unit.read()).await?;
    if row.is_some_and(|row| row.network_id == network.0) {
        Ok(())
    } else {
        Err(Error::Invalid(vec![FieldError::new("college", FieldProblem::NotAChoice)]))
    }
}

/// Begins a membership, or begins it again.
async fn apply(
    unit: &Unit,
    person: PersonId,
    network: NetworkId,
    organization: Uuid,
    college: Option<Uuid>,
    on: NaiveDate,
) -> Result<(), Error> {
    if let Some(row) = find_membership(unit.read(), network, organization).await? {
        let status: Status = row.status.parse()?;
        if !matches!(status, Status::Left | Status::Excluded) {
            return Err(Refusal::Named("already-member").into());
        }
        step_forward(unit, person, &row, Step::Apply, on, None).await?;
        return Ok(());
    }
    let id = unit.id();
    let row = membership::ActiveModel {
        id: Set(id),
        organization_id: Set(organization),
        network_id: Set(network.0),
        college_id: Set(college),
        status: Set(Status::Applied.to_string()),
        status_since: Set(on),
        version: Set(1),
    };
    membership::Entity::insert(row).exec_without_returning(unit.write()).await?;
    record_step(unit, person, (network, OrganizationId(organization)), id, 1, Step::Apply, Status::Applied, on, None)
        .await
}

async fn step_forward(
    unit: &Unit,
    person: PersonId,
    row: &membership::Model,
    step: Step,
    on: NaiveDate,
    decision: Option<&str>,
) -> Result<Status, Error> {
    let status = take_step(row.status.parse()?, row.status_since, step, on, decision)?;
    let last = membership_step::Entity::find()
        .filter(membership_step::Column::MembershipId.eq(row.id))
        .order_by_desc(membership_step::Column::Position)
        .one(unit.read())
        .await?;
    let changed = membership::ActiveModel {
        id: Set(row.id),
        status: Set(status.to_string()),
        status_since: Set(on),
        version: Set(row.version + 1),
        ..Default::default()
    };
    membership::Entity::update(changed).exec(unit.write()).await?;
    let position = last.map_or(1, |last| last.position + 1);
    let who = (NetworkId(row.network_id), OrganizationId(row.organization_id));
    record_step(unit, person, who, row.id, position, step, status, on, decision).await?;
    Ok(status)
}

#[expect(clippy::too_many_arguments, reason = "the columns of one row")]
async fn record_step(
    unit: &Unit,
    person: PersonId,
    (network, organization): (NetworkId, OrganizationId),
    membership: Uuid,
    position: i32,
    step: Step,
    status: Status,
    on: NaiveDate,
    decision: Option<&str>,
) -> Result<(), Error> {
    let row = membership_step::ActiveModel {
        id: Set(unit.id()),
        membership_id: Set(membership),
        position: Set(position),
        step: Set(step.to_string()),
        status: Set(status.to_string()),
        effective_on: Set(on),
        decision: Set(decision.map(str::to_owned)),
        recorded_at: Set(unit.now()),
        recorded_by: Set(Some(person.0)),
    };
    membership_step::Entity::insert(row).exec_without_returning(unit.write()).await?;
    unit.record(
        person,
        Some(network.0),
        "membership_step",
        json!({ "organization": organization, "step": step, "status": status, "on": on, "decision": decision }),
    );
    Ok(())
}
