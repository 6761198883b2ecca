//! The minutes: what the records say, and what the secretary adds.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, State},
    ids::{AssemblyId, NetworkId},
    locale::Locale,
};
use entities::{
    assemblies::{assembly, minutes},
    audit::journal_head,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::{
    in_network,
    minutes_course::{Signing, back_to_draft, signing},
    room::Room,
};
use crate::{Error, FieldError, FieldProblem, Services, Viewer};

/// Longest text that the secretary adds in one place.
const TEXT: usize = 50_000;

/// What the secretary writes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MinutesText {
    /// Before the first item.
    pub opening: String,
    /// After the last.
    pub closing: String,
    /// Under each item.
    pub notes: BTreeMap<Uuid, String>,
}

/// A change of the minutes.
#[derive(Clone, Debug)]
pub struct MinutesEdit {
    /// Which version was changed: someone else may have saved meanwhile.
    pub version: i32,
    /// In which language they are written.
    pub locale: Locale,
    /// What is written now.
    pub text: MinutesText,
}

/// The minutes of an assembly.
#[derive(Clone, Debug)]
pub struct Minutes {
    /// The assembly, from the records.
    pub room: Room,
    /// What the secretary wrote.
    pub text: MinutesText,
    /// In which language.
    pub locale: Locale,
    /// Version to be handed back with a change; 0 before the first.
    pub version: i32,
    /// When they were last changed.
    pub edited_at: Option<DateTime<Utc>>,
    /// Place and hash of the journal's last line: whoever keeps these minutes can tell later
    /// whether anything before was changed.
    pub journal: Option<(i64, String)>,
    /// Where they stand: who read and signed which version, who approved it.
    pub signing: Signing,
}

impl Services {
    /// The minutes as they stand.
    ///
    /// # Errors
    /// Of permission, or a refusal before the members are called.
    pub async fn minutes(&self, viewer: &Viewer, id: AssemblyId) -> Result<Minutes, Error> {
        let room = self.room(viewer, id).await?;
        if room.state == State::Draft {
            return Err(CourseRefused::NotNow { state: room.state }.into());
        }
        let database = self.store().read();
        let held = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        let mut signing = signing(database, &held).await?;
        signing.mine = viewer.actor.person().and_then(|person| signing.course.office_of(person));
        let row = minutes::Entity::find_by_id(id.0).one(database).await?;
        let head = journal_head::Entity::find_by_id(1).one(database).await?;
        let journal = head.map(|head| (head.sequence, domain::journal::digits(&head.hash)));
        Ok(match row {
            Some(row) => Minutes {
                text: MinutesText {
                    opening: row.opening,
                    closing: row.closing,
                    notes: serde_json::from_value(row.notes)?,
                },
                locale: row.locale.parse()?,
                version: row.version,
                edited_at: Some(row.edited_at),
                journal,
                signing,
                room,
            },
            None => Minutes {
                text: MinutesText::default(),
                locale: room.network.locale,
                version: 0,
                edited_at: None,
                journal,
                signing,
                room,
            },
        })
    }

    /// Saves what the secretary wrote. What was read and signed before is void.
    ///
    /// # Errors
    /// Of permission, a refusal once they are approved or about to be, [`Error::Invalid`], or [`Error::Conflict`] when someone else saved meanwhile.
    pub async fn save_minutes(&self, viewer: &Viewer, id: AssemblyId, edit: MinutesEdit) -> Result<(), Error> {
        let texts = [("opening", &edit.text.opening), ("closing", &edit.text.closing)];
        let notes = edit.text.notes.values().map(|text| ("notes", text));
        let long: Vec<FieldError> = texts
            .into_iter()
            .chain(notes)
            .filter(|(_, text)| text.chars().count() > TEXT)
            .map(|(field, _)| FieldError::new(field, FieldProblem::TooLong { limit: TEXT }))
            .collect();
        if !long.is_empty() {
            return Err(Error::Invalid(long));
        }
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, edit) = (viewer.clone(), edit.clone());
                Box::pin(async move {
                    let row = assembly::Entity::find_by_id(id.0).one(unit.read()).await?.ok_or(Error::NotFound)?;
                    viewer.require(Action::RunAssembly, Scope::Network(NetworkId(row.network_id)))?;
                    let state: State = row.state.parse()?;
                    if !matches!(state, State::Open | State::Closed) {
                        return Err(CourseRefused::NotNow { state }.into());
                    }
                    signing(unit.read(), &row).await?.course.may_change()?;
                    let before = minutes::Entity::find_by_id(id.0).one(unit.read()).await?;
                    if before.as_ref().map_or(0, |before| before.version) != edit.version {
                        return Err(Error::Conflict);
                    }
                    let new = minutes::Model {
                        assembly_id: id.0,
                        locale: edit.locale.to_string(),
                        opening: edit.text.opening,
                        closing: edit.text.closing,
                        notes: serde_json::to_value(&edit.text.notes)?,
                        version: edit.version + 1,
                        edited_at: unit.now(),
                        edited_by: Some(viewer.person()?.0),
                    };
                    let voided = back_to_draft(unit, id).await?;
                    let told = serde_json::json!({
                        "assembly": id, "version": new.version, "locale": edit.locale, "opening": new.opening,
                        "closing": new.closing, "notes": new.notes, "voided": voided,
                    });
                    if before.is_some() {
                        minutes::Entity::update(all_set(new)).exec(unit.write()).await?;
                    } else {
                        minutes::Entity::insert(all_set(new)).exec_without_returning(unit.write()).await?;
                    }
                    unit.record(viewer.person()?, in_network(&row), "minutes_saved", told);
                    Ok(())
                })
            })
            .await
    }
}

fn all_set(model: minutes::Model) -> minutes::ActiveModel {
    minutes::ActiveModel { assembly_id: Set(model.assembly_id), ..model.into_active_model().reset_all() }
}
