//! Asking for a secret vote on a question that awaits its turn.

use domain::{
    assemblies::{CourseRefused, State},
    ids::{AssemblyId, OrganizationId},
    polls::{PollState, Voter, may_cast},
};
use entities::{
    ballots::request,
    motions::{amendment, motion},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use uuid::Uuid;

use crate::{
    Error, Refusal, Services, Viewer,
    assemblies::{
        drafting::{item_of, visible},
        sitting::{Sitting, polls},
    },
};

impl Services {
    /// Asks for a secret vote on an item or an amendment, or takes that back. Whoever may vote for an organization may
    /// ask for it.
    ///
    /// # Errors
    /// Of permission, or a refusal: not in session, voted on already, not yours, not here, not in the statutes.
    pub async fn ask_for_secrecy(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        question: Uuid,
        (organization, asks): (OrganizationId, bool),
    ) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            Box::pin(async move {
                let person = viewer.person()?;
                let sitting = Sitting::load(unit.read(), id).await?;
                visible(viewer, &sitting.row)?;
                question_of(unit.read(), id, question).await?;
                if sitting.state != State::Open {
                    return Err(CourseRefused::NotNow { state: sitting.state }.into());
                }
                let voted_on =
                    |poll: &entities::assemblies::poll::Model| poll.amendment_id.unwrap_or(poll.item_id) == question;
                if polls(unit.read(), id).await?.iter().any(voted_on) {
                    return Err(CourseRefused::AlreadyVoted.into());
                }
                if sitting.rules.secrecy.on_request_of.is_none() {
                    return Err(Refusal::Named("secrecy-not-on-request").into());
                }
                let voter = Voter { person, represents: &viewer.actor.represents() };
                may_cast(PollState::Open, &sitting.roll, &sitting.presence, voter, organization)?;
                let before = request::Entity::find_by_id((question, organization.0)).one(unit.read()).await?;
                if before.is_some() == asks {
                    return Ok(());
                }
                if asks {
                    let row = request::ActiveModel {
                        question_id: Set(question),
                        organization_id: Set(organization.0),
                        assembly_id: Set(id.0),
                        asked_by: Set(person.0),
                        asked_at: Set(unit.now()),
                    };
                    request::Entity::insert(row).exec_without_returning(unit.write()).await?;
                } else {
                    request::Entity::delete_by_id((question, organization.0)).exec(unit.write()).await?;
                }
                let told = serde_json::json!({
                    "assembly": id, "question": question, "organization": organization, "asks": asks,
                });
                unit.record(person, Some(sitting.row.network_id), "secret_vote_requested", told);
                Ok(())
            })
        })
        .await
    }
}

/// That a question is one of this assembly.
async fn question_of(database: &impl ConnectionTrait, id: AssemblyId, question: Uuid) -> Result<(), Error> {
    let item = match amendment::Entity::find_by_id(question).one(database).await? {
        Some(row) => {
            let motion = motion::Entity::find_by_id(row.motion_id).one(database).await?.ok_or(Error::NotFound)?;
            motion.item_id.ok_or(Error::NotFound)?
        }
        None => question,
    };
    item_of(database, id, item).await.map(drop)
}
