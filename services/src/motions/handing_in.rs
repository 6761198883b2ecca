//! What members do with what is written: hand in, take back, support.

use domain::{
    access::{Action, Scope},
    ids::{AmendmentId, AssemblyId, MotionId, NetworkId, OrganizationId},
    motions::{MotionRefused, Standing, Step, may_submit, may_support, standing, step},
};
use entities::motions::{amendment, motion};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde_json::json;
use uuid::Uuid;

use super::{
    stored::{AUTHOR, Dossier, SUPPORTER, deadlines, on_roll, seen},
    submitting::{back, represents},
};
use crate::{Error, Services, Viewer};

impl Services {
    /// Hands a motion in.
    ///
    /// # Errors
    /// Of permission, or a refusal: too late, handed in already.
    pub async fn submit_motion(&self, viewer: &Viewer, id: AssemblyId, which: MotionId) -> Result<(), Error> {
        self.step_motion(viewer, id, which, Step::Submit, "motion_submitted").await
    }

    /// Takes a motion back.
    ///
    /// # Errors
    /// Of permission, or a refusal once it is decided or being voted on.
    pub async fn withdraw_motion(&self, viewer: &Viewer, id: AssemblyId, which: MotionId) -> Result<(), Error> {
        self.step_motion(viewer, id, which, Step::Withdraw, "motion_withdrawn").await
    }

    /// Hands an amendment in.
    ///
    /// # Errors
    /// Of permission, or a refusal: too late, handed in already.
    pub async fn submit_amendment(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        motion: MotionId,
        which: AmendmentId,
    ) -> Result<(), Error> {
        self.step_amendment(viewer, id, motion, which, Step::Submit, "amendment_submitted").await
    }

    /// Takes an amendment back.
    ///
    /// # Errors
    /// Of permission, or a refusal once it is decided or being voted on.
    pub async fn withdraw_amendment(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        motion: MotionId,
        which: AmendmentId,
    ) -> Result<(), Error> {
        self.step_amendment(viewer, id, motion, which, Step::Withdraw, "amendment_withdrawn").await
    }

    /// Adds the support of an organization to a motion, or to an amendment of it.
    ///
    /// # Errors
    /// Of permission, or a refusal: no vote here, among authors or supporters already, decided.
    pub async fn support(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        which: MotionId,
        amendment: Option<AmendmentId>,
        organization: OrganizationId,
    ) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let (assembly, _) = seen(unit.read(), &viewer, id).await?;
                    let dossier = Dossier::load(unit.read(), id, which).await?;
                    let (backed, state, submitted) = match amendment {
                        Some(amendment) => {
                            let row = dossier.amendment(amendment)?;
                            (row.id, row.state.parse()?, row.submitted_at)
                        }
                        None => (which.0, dossier.state, dossier.row.submitted_at),
                    };
                    if submitted.is_none() && !dossier.is_author(&viewer, backed) {
                        return Err(Error::NotFound);
                    }
                    represents(&viewer, assembly.network_id, organization)?;
                    let name = on_roll(unit.read(), id, organization).await?;
                    let backs = dossier.backers.get(&backed).into_iter().flatten();
                    let backs = backs.filter(|row| row.organization_id == organization.0).count() > 0;
                    may_support(state, name.is_some(), backs)?;
                    back(unit, &viewer, backed, SUPPORTER, organization, name.unwrap_or_default()).await?;
                    let told = json!({
                        "assembly": id, "motion": which, "amendment": amendment, "organization": organization,
                    });
                    unit.record(viewer.person()?, Some(assembly.network_id), "motion_supported", told);
                    Ok(())
                })
            })
            .await
    }

    async fn step_motion(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        which: MotionId,
        taken: Step,
        word: &'static str,
    ) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            let taken = taken.clone();
            Box::pin(async move {
                let (assembly, state) = seen(unit.read(), viewer, id).await?;
                let dossier = Dossier::load(unit.read(), id, which).await?;
                author(viewer, &dossier, which.0, assembly.network_id, dossier.row.submitted_at.is_some())?;
                let next = step(dossier.state, &taken)?;
                if taken == Step::Submit {
                    may_submit(false, &deadlines(unit.read(), id).await?, state, unit.now(), true)?;
                }
                let mut change =
                    motion::ActiveModel { id: Set(which.0), state: Set(next.to_string()), ..Default::default() };
                if taken == Step::Submit {
                    change.submitted_at = Set(Some(unit.now()));
                }
                change.update(unit.write()).await?;
                let told = json!({ "assembly": id, "motion": which, "text": dossier.text()?.0 });
                unit.record(viewer.person()?, Some(assembly.network_id), word, told);
                Ok(())
            })
        })
        .await
    }

    async fn step_amendment(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        motion: MotionId,
        which: AmendmentId,
        taken: Step,
        word: &'static str,
    ) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            let taken = taken.clone();
            Box::pin(async move {
                let (assembly, state) = seen(unit.read(), viewer, id).await?;
                let dossier = Dossier::load(unit.read(), id, motion).await?;
                let row = dossier.amendment(which)?;
                author(viewer, &dossier, which.0, assembly.network_id, row.submitted_at.is_some())?;
                let next = step(row.state.parse()?, &taken)?;
                let mut change =
                    amendment::ActiveModel { id: Set(which.0), state: Set(next.to_string()), ..Default::default() };
                if taken == Step::Submit {
                    may_submit(true, &deadlines(unit.read(), id).await?, state, unit.now(), true)?;
                    let proposal = dossier.proposal(row)?;
                    if let Standing::WithoutObject(because) = standing(dossier.text()?.0, &proposal) {
                        return Err(MotionRefused::WithoutObject { because }.into());
                    }
                    change.submitted_at = Set(Some(unit.now()));
                }
                change.update(unit.write()).await?;
                let told = json!({ "assembly": id, "motion": motion, "amendment": which, "number": row.number });
                unit.record(viewer.person()?, Some(assembly.network_id), word, told);
                Ok(())
            })
        })
        .await
    }
}

/// Whoever is no author hears that it is not theirs; or, of a draft, that there is none.
fn author(viewer: &Viewer, dossier: &Dossier, id: Uuid, network: Uuid, handed_in: bool) -> Result<(), Error> {
    let authors = dossier.behind(id, AUTHOR);
    let first = authors.first();
    if authors.iter().any(|backer| represents(viewer, network, backer.organization).is_ok()) {
        return Ok(());
    }
    match first {
        Some(backer) if handed_in => represents(viewer, network, backer.organization),
        // What the board wrote is not taken back like this.
        None if handed_in => viewer.require(Action::ConveneAssembly, Scope::Network(NetworkId(network))),
        _ => Err(Error::NotFound),
    }
}
