//! What members write: motions and amendments, as drafts.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Scope},
    ids::{AmendmentId, AssemblyId, MotionId, NetworkId, OrganizationId, ParagraphId},
    locale::Locale,
    motions::{
        Change, ChangeKind, MotionRefused, Proposal, Standing, State, Text, WithoutObject, may_submit, standing, tidy,
    },
};
use entities::{
    Unit,
    assemblies::assembly,
    motions::{amendment, backer, motion, revision},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::stored::{AUTHOR, Dossier, deadlines, on_roll, seen};
use crate::{
    Error, Services, Viewer,
    fields::{Fields, LINE, TEXT},
};

/// Longest text of a motion in one language: some forty pages.
const MOTION: usize = 100_000;

/// What a form says of a motion.
#[derive(Clone, Debug)]
pub struct NewMotion {
    /// For which organization.
    pub organization: OrganizationId,
    /// What it is called.
    pub title: String,
    /// Its text as typed, by language; see [`Text::read`].
    pub text: BTreeMap<Locale, String>,
    /// The language of title and reasons.
    pub locale: Locale,
    /// Why it is proposed.
    pub reasons: String,
}

/// What a form says of an amendment.
#[derive(Clone, Debug)]
pub struct NewAmendment {
    /// To which motion.
    pub motion: MotionId,
    /// For which organization.
    pub organization: OrganizationId,
    /// To which paragraph.
    pub paragraph: ParagraphId,
    /// In which language.
    pub locale: Locale,
    /// What it does.
    pub kind: ChangeKind,
    /// The words that it brings.
    pub text: String,
    /// Why it is proposed.
    pub reasons: String,
}

impl Services {
    /// Writes a motion down as a draft, which shows to its authors alone.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal: too late, no vote here, no text.
    pub async fn draft_motion(&self, viewer: &Viewer, id: AssemblyId, new: NewMotion) -> Result<MotionId, Error> {
        let mut fields = Fields::default();
        let title = fields.required("title", &new.title, LINE);
        let reasons = fields.optional("reasons", &new.reasons, TEXT).unwrap_or_default();
        check_text(&mut fields, &new.text);
        fields.finish()?;
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, new, title, reasons) = (viewer.clone(), new.clone(), title.clone(), reasons.clone());
                Box::pin(async move {
                    let (assembly, name) = speaking_for(unit, &viewer, id, new.organization, false).await?;
                    let text = Text::read(&new.text, || ParagraphId(unit.id())).map_err(MotionRefused::from)?;
                    let row = motion::Model {
                        id: unit.id(),
                        assembly_id: id.0,
                        item_id: None,
                        number: next_motion(unit.read(), id).await?,
                        title,
                        locale: new.locale.to_string(),
                        reasons,
                        state: State::Draft.to_string(),
                        refusal: None,
                        created_at: unit.now(),
                        created_by: Some(viewer.person()?.0),
                        submitted_at: None,
                    };
                    let motion = MotionId(row.id);
                    add_motion(unit, row, &text, &viewer).await?;
                    back(unit, &viewer, motion.0, AUTHOR, new.organization, name).await?;
                    let told = json!({ "assembly": id, "motion": motion, "organization": new.organization });
                    unit.record(viewer.person()?, Some(assembly.network_id), "motion_drafted", told);
                    Ok(motion)
                })
            })
            .await
    }

    /// Writes an amendment down as a draft, which shows to its authors alone.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or a refusal: too late, no vote here, nothing changed.
    pub async fn draft_amendment(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        new: NewAmendment,
    ) -> Result<AmendmentId, Error> {
        let mut fields = Fields::default();
        let words = match new.kind {
            ChangeKind::Delete => String::new(),
            ChangeKind::Replace | ChangeKind::Insert => tidy(&fields.required("text", &new.text, TEXT)),
        };
        let reasons = fields.required("reasons", &new.reasons, TEXT);
        fields.finish()?;
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, new, words, reasons) = (viewer.clone(), new.clone(), words.clone(), reasons.clone());
                Box::pin(async move {
                    let (assembly, name) = speaking_for(unit, &viewer, id, new.organization, true).await?;
                    let dossier = Dossier::load(unit.read(), id, new.motion).await?;
                    if !matches!(dossier.state, State::Submitted | State::Admissible) {
                        return Err(MotionRefused::NotFromHere { state: dossier.state }.into());
                    }
                    let amendment = AmendmentId(unit.id());
                    let number = dossier.amendments.iter().map(|row| row.number).max().unwrap_or(0) + 1;
                    let revision = changes_something(&dossier, amendment, &new, &words)?;
                    let row = amendment::ActiveModel {
                        id: Set(amendment.0),
                        motion_id: Set(new.motion.0),
                        number: Set(number),
                        paragraph_id: Set(new.paragraph.0),
                        locale: Set(new.locale.to_string()),
                        revision: Set(revision),
                        change: Set(new.kind.to_string()),
                        text: Set(words.clone()),
                        reasons: Set(reasons),
                        state: Set(State::Draft.to_string()),
                        refusal: Set(None),
                        superseded_because: Set(None),
                        superseded_by: Set(None),
                        position: Set(None),
                        created_at: Set(unit.now()),
                        created_by: Set(Some(viewer.person()?.0)),
                        submitted_at: Set(None),
                    };
                    amendment::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    back(unit, &viewer, amendment.0, AUTHOR, new.organization, name).await?;
                    let told = json!({
                        "assembly": id, "motion": new.motion, "amendment": amendment, "number": number,
                        "organization": new.organization, "paragraph": new.paragraph, "revision": revision,
                        "change": new.kind, "locale": new.locale, "text": words,
                    });
                    unit.record(viewer.person()?, Some(assembly.network_id), "amendment_drafted", told);
                    Ok(amendment)
                })
            })
            .await
    }
}

/// Checks that a typed text is there and fits. Its fields are `text_fr`, `text_nl` and `text_en`.
pub(super) fn check_text(fields: &mut Fields, typed: &BTreeMap<Locale, String>) {
    let name = |locale: Locale| match locale {
        Locale::Fr => "text_fr",
        Locale::Nl => "text_nl",
        Locale::En => "text_en",
    };
    let written: Vec<Option<String>> =
        typed.iter().map(|(locale, text)| fields.optional(name(*locale), text, MOTION)).collect();
    if written.iter().all(Option::is_none) {
        let main = typed.keys().next().copied().unwrap_or_default();
        fields.required(name(main), "", MOTION);
    }
}

/// That the amendment changes the text as it stands; the revision on which it is written.
fn changes_something(dossier: &Dossier, amendment: AmendmentId, new: &NewAmendment, words: &str) -> Result<i32, Error> {
    let (text, revision) = dossier.text()?;
    let paragraph = text.paragraph(new.paragraph).ok_or(Error::NotFound)?;
    let change = match new.kind {
        ChangeKind::Replace => Change::Replace { text: words.to_owned() },
        ChangeKind::Delete => Change::Delete,
        ChangeKind::Insert => Change::InsertAfter { text: words.to_owned() },
    };
    let (locale, base) = (new.locale, paragraph.words(new.locale).to_owned());
    let proposal = Proposal { id: amendment, number: 0, paragraph: new.paragraph, locale, base, change };
    if paragraph.struck {
        return Err(MotionRefused::WithoutObject { because: WithoutObject::ParagraphGone }.into());
    }
    if paragraph.stale(locale) {
        return Err(MotionRefused::TranslationFirst { locale }.into());
    }
    match standing(text, &proposal) {
        Standing::WithoutObject(_) => Err(MotionRefused::ChangesNothing.into()),
        _ => Ok(revision),
    }
}

/// An assembly in which the viewer proposes for an organization of theirs, and what that one is
/// called on the roll.
async fn speaking_for(
    unit: &Unit,
    viewer: &Viewer,
    id: AssemblyId,
    organization: OrganizationId,
    amendment: bool,
) -> Result<(assembly::Model, String), Error> {
    let (row, state) = seen(unit.read(), viewer, id).await?;
    represents(viewer, row.network_id, organization)?;
    let name = on_roll(unit.read(), id, organization).await?;
    may_submit(amendment, &deadlines(unit.read(), id).await?, state, unit.now(), name.is_some())?;
    Ok((row, name.unwrap_or_default()))
}

pub(super) fn represents(viewer: &Viewer, network: Uuid, organization: OrganizationId) -> Result<(), Error> {
    viewer.require(Action::RepresentOrganization, Scope::Member(NetworkId(network), organization))
}

/// Adds a motion with the first revision of its text.
pub(super) async fn add_motion(unit: &Unit, row: motion::Model, text: &Text, viewer: &Viewer) -> Result<(), Error> {
    let id = row.id;
    motion::Entity::insert(motion::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    add_revision(unit, MotionId(id), 1, text, "written", None, viewer).await
}

/// Adds a revision of a text.
pub(super) async fn add_revision(
    unit: &Unit,
    motion: MotionId,
    number: i32,
    text: &Text,
    cause: &str,
    amendment: Option<Uuid>,
    viewer: &Viewer,
) -> Result<(), Error> {
    let row = revision::ActiveModel {
        motion_id: Set(motion.0),
        number: Set(number),
        text: Set(serde_json::to_value(text)?),
        cause: Set(cause.to_owned()),
        amendment_id: Set(amendment),
        made_at: Set(unit.now()),
        made_by: Set(Some(viewer.person()?.0)),
    };
    revision::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok(())
}

/// The number of the next motion of an assembly.
pub(super) async fn next_motion(database: &impl ConnectionTrait, id: AssemblyId) -> Result<i32, Error> {
    let last: Option<i32> = motion::Entity::find()
        .filter(motion::Column::AssemblyId.eq(id.0))
        .select_only()
        .column_as(motion::Column::Number.max(), "last")
        .into_tuple::<Option<i32>>()
        .one(database)
        .await?
        .flatten();
    Ok(last.unwrap_or(0) + 1)
}

pub(super) async fn back(
    unit: &Unit,
    viewer: &Viewer,
    backed: Uuid,
    part: &str,
    organization: OrganizationId,
    name: String,
) -> Result<(), Error> {
    let row = backer::ActiveModel {
        backed_id: Set(backed),
        organization_id: Set(organization.0),
        part: Set(part.to_owned()),
        name: Set(name),
        since: Set(unit.now()),
        person_id: Set(Some(viewer.person()?.0)),
    };
    backer::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok(())
}
