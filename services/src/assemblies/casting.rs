//! The vote of whoever chairs, where the statutes let it break a tie.

use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, State},
    ids::{AssemblyId, NetworkId, PollId},
    polls::{Choice, Outcome},
};
use entities::assemblies::{assembly, poll};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::{in_network, minutes_approval};
use crate::{Error, Refusal, Services, Viewer};

impl Services {
    /// Breaks the tie of a closed vote, while the session lasts; once.
    ///
    /// # Errors
    /// Of permission, or a refusal: no tie, no casting vote, session over.
    pub async fn break_tie(&self, viewer: &Viewer, poll: PollId, choice: Choice) -> Result<AssemblyId, Error> {
        let viewer = viewer.clone();
        let id = self
            .store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let row = poll::Entity::find_by_id(poll.0).one(unit.read()).await?.ok_or(Error::NotFound)?;
                    let held = assembly::Entity::find_by_id(row.assembly_id).one(unit.read()).await?;
                    let held = held.ok_or(Error::NotFound)?;
                    viewer.require(Action::RunAssembly, Scope::Network(NetworkId(held.network_id)))?;
                    let state: State = held.state.parse()?;
                    if state != State::Open {
                        return Err(CourseRefused::NotNow { state }.into());
                    }
                    let outcome: Option<Outcome> = row.outcome.map(serde_json::from_value).transpose()?;
                    let tied = outcome.filter(Outcome::awaits_casting_vote).ok_or(Refusal::Named("no-tie"))?;
                    let broken = tied.broken_by(choice);
                    if broken.casting.is_none() {
                        return Err(Refusal::Named("ballot-choose").into());
                    }
                    let change = poll::ActiveModel {
                        id: Set(poll.0),
                        outcome: Set(Some(serde_json::to_value(&broken)?)),
                        ..Default::default()
                    };
                    change.update(unit.write()).await?;
                    let told = serde_json::json!({ "assembly": held.id, "poll": poll, "outcome": broken });
                    unit.record(viewer.person()?, in_network(&held), "casting_vote", told);
                    let adopted = row.amendment_id.is_none() && broken.adopted();
                    minutes_approval::decided(unit, &viewer, &held, (row.item_id, poll), adopted).await?;
                    Ok::<_, Error>(AssemblyId(held.id))
                })
            })
            .await?;
        self.rooms().changed(id);
        Ok(id)
    }
}
