//! Putting a draft into force: it becomes a version, which nobody changes any more.

use domain::{
    access::{Action, Scope},
    ids::AssemblyId,
};
use entities::{assemblies::assembly, statutes::version};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;

use super::drafts::{remove, stored};
use crate::{
    Error, FieldProblem, Refusal, Services, Viewer,
    fields::{Fields, LINE},
    networks::Network,
};

/// What was typed to put a draft into force.
#[derive(Clone, Debug, Default)]
pub struct Adoption {
    /// Which state of the draft was read: someone else may have changed it since.
    pub revision: i32,
    /// The first day of an assembly to which it applies.
    pub valid_from: String,
    /// The assembly that adopted it; empty where it was none of ours.
    pub assembly: String,
    /// What changes, in a sentence.
    pub note: String,
}

impl Services {
    /// Puts the draft into force and returns the number of its version. Assemblies that are convened
    /// keep theirs.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], [`Error::Conflict`], or a refusal: no draft, a day before
    /// that of the latest version, nothing new.
    pub async fn adopt_statutes(&self, viewer: &Viewer, network: &Network, form: &Adoption) -> Result<i32, Error> {
        viewer.require(Action::ManageStatutes, Scope::Network(network.id))?;
        let person = viewer.person()?;
        let mut fields = Fields::default();
        let valid_from = fields.date("valid_from", &form.valid_from);
        let note = fields.optional("note", &form.note, LINE).unwrap_or_default();
        let assembly = match form.assembly.as_str() {
            "" => None,
            typed => {
                let id = typed.parse().ok().map(AssemblyId);
                if id.is_none() {
                    fields.wrong("assembly", FieldProblem::NotAChoice);
                }
                id
            }
        };
        fields.finish()?;
        let (network, revision) = (network.id.0, form.revision);
        self.store()
            .write(move |unit| {
                let note = note.clone();
                Box::pin(async move {
                    let draft = stored(unit.read(), network).await?;
                    let draft = draft.ok_or(Refusal::Named("statutes-no-draft"))?;
                    if draft.revision != revision {
                        return Err(Error::Conflict);
                    }
                    if let Some(id) = assembly {
                        let found = assembly::Entity::find_by_id(id.0).one(unit.read()).await?;
                        found.filter(|row| row.network_id == network).ok_or(Error::NotFound)?;
                    }
                    let latest = version::Entity::find()
                        .filter(version::Column::NetworkId.eq(network))
                        .order_by_desc(version::Column::Version)
                        .one(unit.read())
                        .await?;
                    let rules = serde_json::to_value(&draft.rules)?;
                    if let Some(latest) = &latest {
                        if valid_from < latest.valid_from {
                            return Err(Refusal::Named("statutes-from").into());
                        }
                        if rules == latest.rules {
                            return Err(Refusal::Named("statutes-same").into());
                        }
                    }
                    let number = latest.map_or(0, |latest| latest.version) + 1;
                    let row = version::ActiveModel {
                        network_id: Set(network),
                        version: Set(number),
                        valid_from: Set(valid_from),
                        assembly_id: Set(assembly.map(|id| id.0)),
                        rules: Set(rules.clone()),
                        note: Set(note.clone()),
                        made_at: Set(unit.now()),
                        made_by: Set(Some(person.0)),
                    };
                    version::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    remove(unit, network).await?;
                    let told = json!({
                        "version": number, "valid_from": valid_from, "assembly": assembly, "note": note,
                        "rules": rules,
                    });
                    unit.record(person, Some(network), "statutes_adopted", told);
                    Ok(number)
                })
            })
            .await
    }
}
