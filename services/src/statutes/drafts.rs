//! The draft of the next version: begun, changed, discarded.

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::AssemblyRules,
    statutes::Preset,
};
use entities::{Unit, statutes::draft};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::{Edit, in_force};
use crate::{Error, Services, Viewer, day_in, networks::Network};

/// The next version, while it is written; a copy of the rules of today where nobody has begun.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The rules.
    pub rules: AssemblyRules,
    /// To be handed back with a change; 0 where nobody has begun.
    pub revision: i32,
    /// When it was last changed.
    pub edited_at: Option<DateTime<Utc>>,
}

impl Draft {
    /// Whether somebody has begun.
    #[must_use]
    pub const fn begun(&self) -> bool {
        self.revision > 0
    }
}

impl Services {
    /// The draft of a network.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn statutes_draft(&self, viewer: &Viewer, network: &Network) -> Result<Draft, Error> {
        viewer.require(Action::ManageStatutes, Scope::Network(network.id))?;
        match stored(self.store().read(), network.id.0).await? {
            Some(draft) => Ok(draft),
            None => {
                let today = day_in(network.zone, self.now());
                let (rules, _) = in_force(self.store().read(), network.id.0, today).await?;
                Ok(Draft { rules, revision: 0, edited_at: None })
            }
        }
    }

    /// Begins the draft anew: from a preset, or from a copy of the rules of today.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn begin_statutes(
        &self,
        viewer: &Viewer,
        network: &Network,
        preset: Option<Preset>,
    ) -> Result<(), Error> {
        let before = self.statutes_draft(viewer, network).await?;
        let rules = match preset {
            Some(preset) => preset.rules(),
            None => in_force(self.store().read(), network.id.0, day_in(network.zone, self.now())).await?.0,
        };
        self.keep(viewer, network, before.revision, rules).await
    }

    /// Changes the draft by a form; the first change begins it.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or [`Error::Conflict`] when someone else saved meanwhile.
    pub async fn edit_statutes(
        &self,
        viewer: &Viewer,
        network: &Network,
        revision: i32,
        edit: &Edit,
    ) -> Result<(), Error> {
        let before = self.statutes_draft(viewer, network).await?;
        if before.revision != revision {
            return Err(Error::Conflict);
        }
        let rules = edit.apply(before.rules)?;
        self.keep(viewer, network, revision, rules).await
    }

    /// Discards the draft. One that is not there is discarded already.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn discard_statutes(&self, viewer: &Viewer, network: &Network) -> Result<(), Error> {
        viewer.require(Action::ManageStatutes, Scope::Network(network.id))?;
        let (person, network) = (viewer.person()?, network.id.0);
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    if stored(unit.read(), network).await?.is_some() {
                        remove(unit, network).await?;
                        unit.record(person, Some(network), "statutes_discarded", json!({}));
                    }
                    Ok(())
                })
            })
            .await
    }

    async fn keep(&self, viewer: &Viewer, network: &Network, revision: i32, rules: AssemblyRules) -> Result<(), Error> {
        let (person, network, rules) = (viewer.person()?, network.id.0, serde_json::to_value(rules)?);
        self.store()
            .write(move |unit| {
                let rules = rules.clone();
                Box::pin(async move {
                    let before = stored(unit.read(), network).await?;
                    if before.as_ref().map_or(0, |before| before.revision) != revision {
                        return Err(Error::Conflict);
                    }
                    let row = draft::Model {
                        network_id: network,
                        rules: rules.clone(),
                        revision: revision + 1,
                        edited_at: unit.now(),
                        edited_by: Some(person.0),
                    };
                    let row = draft::ActiveModel { network_id: Set(network), ..row.into_active_model().reset_all() };
                    if before.is_some() {
                        draft::Entity::update(row).exec(unit.write()).await?;
                    } else {
                        draft::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    }
                    unit.record(person, Some(network), "statutes_drafted", json!({ "rules": rules }));
                    Ok(())
                })
            })
            .await
    }
}

pub(super) async fn stored(database: &impl ConnectionTrait, network: Uuid) -> Result<Option<Draft>, Error> {
    let row = draft::Entity::find_by_id(network).one(database).await?;
    row.map(|row| {
        let rules = serde_json::from_value(row.rules)?;
        Ok(Draft { rules, revision: row.revision, edited_at: Some(row.edited_at) })
    })
    .transpose()
}

pub(super) async fn remove(unit: &Unit, network: Uuid) -> Result<(), Error> {
    draft::Entity::delete_by_id(network).exec(unit.write()).await?;
    Ok(())
}
