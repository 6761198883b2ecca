//! What the board does: texts of the agenda, deadlines, admissibility, translations.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, ItemKind, State as Assembly},
    ids::{AmendmentId, AssemblyId, MotionId, NetworkId, ParagraphId},
    locale::Locale,
    motions::{Deadlines, MotionRefused, State, Step, Text, step},
};
use entities::{
    Unit,
    assemblies::{assembly, item},
    motions::{amendment, deadline, motion},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{
    stored::{Dossier, seen},
    submitting::{add_motion, add_revision, check_text, next_motion},
};
use crate::{
    Error, Services, Viewer,
    assemblies::{draft, item_of, last_position},
    fields::{Fields, TEXT},
    networks::network_by_id,
};

/// What the board finds.
#[derive(Clone, Debug)]
pub enum Ruling {
    /// It can be put to the vote.
    Admissible,
    /// It cannot, and why.
    Refused(String),
}

impl Ruling {
    fn read(self) -> Result<(Step, Option<String>), Error> {
        match self {
            Self::Admissible => Ok((Step::Admit, None)),
            Self::Refused(reason) => {
                let mut fields = Fields::default();
                let reason = fields.required("reason", &reason, TEXT);
                fields.finish()?;
                Ok((Step::Refuse { reason: reason.clone() }, Some(reason)))
            }
        }
    }
}

impl Services {
    /// Gives an item of a draft a text of articles; typed again, the text gets another revision.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal once the assembly is convened.
    pub async fn set_item_text(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        item_id: Uuid,
        typed: BTreeMap<Locale, String>,
    ) -> Result<MotionId, Error> {
        let mut fields = Fields::default();
        check_text(&mut fields, &typed);
        fields.finish()?;
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, typed) = (viewer.clone(), typed.clone());
                Box::pin(async move {
                    let assembly = draft(unit.read(), &viewer, id).await?;
                    let item = item_of(unit.read(), id, item_id).await?;
                    if item.kind.parse::<ItemKind>()? != ItemKind::Motion {
                        return Err(CourseRefused::NotAMotion.into());
                    }
                    let text = Text::read(&typed, || ParagraphId(unit.id())).map_err(MotionRefused::from)?;
                    let query = motion::Entity::find().filter(motion::Column::ItemId.eq(item_id));
                    let (motion, revision) = match query.one(unit.read()).await? {
                        Some(row) => {
                            let dossier = Dossier::of(unit.read(), row).await?;
                            let (motion, revision) = (MotionId(dossier.row.id), dossier.text()?.1 + 1);
                            add_revision(unit, motion, revision, &text, "written", None, &viewer).await?;
                            (motion, revision)
                        }
                        None => {
                            let row = motion::Model {
                                id: unit.id(),
                                assembly_id: id.0,
                                item_id: Some(item_id),
                                number: next_motion(unit.read(), id).await?,
                                title: item.title,
                                locale: network_by_id(unit.read(), assembly.network_id).await?.locale.to_string(),
                                reasons: String::new(),
                                // What the board puts on the agenda needs no ruling of the board.
                                state: State::Admissible.to_string(),
                                refusal: None,
                                created_at: unit.now(),
                                created_by: Some(viewer.person()?.0),
                                submitted_at: Some(unit.now()),
                            };
                            let motion = MotionId(row.id);
                            add_motion(unit, row, &text, &viewer).await?;
                            (motion, 1)
                        }
                    };
                    let told = json!({
                        "assembly": id, "motion": motion, "item": item_id, "revision": revision, "text": text,
                    });
                    unit.record(viewer.person()?, Some(assembly.network_id), "motion_text_written", told);
                    Ok(motion)
                })
            })
            .await
    }

    /// Says until when the members may propose.
    ///
    /// # Errors
    /// Of permission, or a refusal once the session is over.
    pub async fn set_deadlines(&self, viewer: &Viewer, id: AssemblyId, new: Deadlines) -> Result<(), Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let (row, state) = board(unit, &viewer, id).await?;
                    if state == Assembly::Closed {
                        return Err(CourseRefused::NotNow { state }.into());
                    }
                    let before = deadline::Entity::find_by_id(id.0).one(unit.read()).await?;
                    let change = deadline::ActiveModel {
                        assembly_id: Set(id.0),
                        motions_until: Set(new.motions),
                        amendments_until: Set(new.amendments),
                    };
                    if before.is_some() {
                        deadline::Entity::update(change).exec(unit.write()).await?;
                    } else {
                        deadline::Entity::insert(change).exec_without_returning(unit.write()).await?;
                    }
                    let told = json!({ "assembly": id, "deadlines": new });
                    unit.record(viewer.person()?, Some(row.network_id), "motion_deadlines_set", told);
                    Ok(())
                })
            })
            .await
    }

    /// Says whether a motion is admissible. One that is comes at the end of the agenda.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal.
    pub async fn rule_motion(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        which: MotionId,
        ruling: Ruling,
    ) -> Result<(), Error> {
        let (taken, reason) = ruling.read()?;
        self.in_room(viewer, id, move |unit, viewer| {
            let (taken, reason) = (taken.clone(), reason.clone());
            Box::pin(async move {
                let (row, state) = board(unit, viewer, id).await?;
                let dossier = Dossier::load(unit.read(), id, which).await?;
                let next = step(dossier.state, &taken)?;
                if state == Assembly::Closed {
                    return Err(CourseRefused::NotNow { state }.into());
                }
                let position = last_position(unit.read(), id).await? + 1;
                let mut change = motion::ActiveModel {
                    id: Set(which.0),
                    state: Set(next.to_string()),
                    refusal: Set(reason.clone()),
                    ..Default::default()
                };
                if next == State::Admissible {
                    let item_id = unit.id();
                    let added = item::ActiveModel {
                        id: Set(item_id),
                        assembly_id: Set(id.0),
                        position: Set(position),
                        kind: Set(ItemKind::Motion.to_string()),
                        title: Set(dossier.row.title.clone()),
                        text: Set(String::new()),
                        majority: Set(None),
                        decision: Set(None),
                    };
                    item::Entity::insert(added).exec_without_returning(unit.write()).await?;
                    change.item_id = Set(Some(item_id));
                }
                change.update(unit.write()).await?;
                let told = json!({ "assembly": id, "motion": which, "state": next, "reason": reason });
                unit.record(viewer.person()?, Some(row.network_id), "motion_ruled", told);
                Ok(())
            })
        })
        .await
    }

    /// Says whether an amendment is admissible.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal.
    pub async fn rule_amendment(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        motion: MotionId,
        which: AmendmentId,
        ruling: Ruling,
    ) -> Result<(), Error> {
        let (taken, reason) = ruling.read()?;
        self.in_room(viewer, id, move |unit, viewer| {
            let (taken, reason) = (taken.clone(), reason.clone());
            Box::pin(async move {
                let (row, _) = board(unit, viewer, id).await?;
                let dossier = Dossier::load(unit.read(), id, motion).await?;
                let next = step(dossier.amendment(which)?.state.parse()?, &taken)?;
                let change = amendment::ActiveModel {
                    id: Set(which.0),
                    state: Set(next.to_string()),
                    refusal: Set(reason.clone()),
                    ..Default::default()
                };
                change.update(unit.write()).await?;
                let told =
                    json!({ "assembly": id, "motion": motion, "amendment": which, "state": next, "reason": reason });
                unit.record(viewer.person()?, Some(row.network_id), "amendment_ruled", told);
                Ok(())
            })
        })
        .await
    }

    /// Brings the words of a paragraph up to date in a language, after a change in another.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal where nothing is out of date.
    pub async fn translate_paragraph(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        which: MotionId,
        paragraph: ParagraphId,
        locale: Locale,
        words: String,
    ) -> Result<(), Error> {
        let mut fields = Fields::default();
        let words = fields.required("text", &words, TEXT);
        fields.finish()?;
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, words) = (viewer.clone(), words.clone());
                Box::pin(async move {
                    let (row, _) = board(unit, &viewer, id).await?;
                    let dossier = Dossier::load(unit.read(), id, which).await?;
                    let (text, revision) = dossier.text()?;
                    let text = text.brought_up_to_date(paragraph, locale, &words).map_err(MotionRefused::from)?;
                    add_revision(unit, which, revision + 1, &text, "translation", None, &viewer).await?;
                    let told = json!({
                        "assembly": id, "motion": which, "revision": revision + 1, "paragraph": paragraph,
                        "locale": locale, "text": words,
                    });
                    unit.record(viewer.person()?, Some(row.network_id), "motion_translated", told);
                    Ok(())
                })
            })
            .await
    }
}

/// An assembly that the viewer prepares.
async fn board(unit: &Unit, viewer: &Viewer, id: AssemblyId) -> Result<(assembly::Model, Assembly), Error> {
    let (row, state) = seen(unit.read(), viewer, id).await?;
    viewer.require(Action::ConveneAssembly, Scope::Network(NetworkId(row.network_id)))?;
    Ok((row, state))
}
