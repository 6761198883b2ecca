//! The approval of minutes by a later assembly: an item of its agenda, and what its vote does.

use chrono::NaiveDate;
use domain::{
    assemblies::{ItemKind, State},
    ids::{AssemblyId, PollId},
    minutes::Stage,
    statutes::Decision,
};
use entities::{
    Unit,
    assemblies::{assembly, item, minutes_approval, minutes_course},
};
use i18n::t;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    drafting::{draft, last_position},
    in_network,
    minutes_course::{Signing, signing},
    second::agenda_is_open,
};
use crate::{Error, FieldError, FieldProblem, Refusal, Services, Viewer, networks::network_by_id};

/// Minutes on which an assembly may be asked to decide.
#[derive(Clone, Debug)]
pub struct Approvable {
    /// Of which assembly.
    pub assembly: AssemblyId,
    /// What it was called.
    pub title: String,
    /// The day on which it was held.
    pub held_on: NaiveDate,
    /// Which version was signed.
    pub version: i32,
    /// Its hash.
    pub hash: String,
}

impl Services {
    /// Minutes of the same network that are signed, and neither approved nor on an agenda.
    ///
    /// # Errors
    /// Of permission, or a refusal once the assembly is convened.
    pub async fn approvable_minutes(&self, viewer: &Viewer, id: AssemblyId) -> Result<Vec<Approvable>, Error> {
        let database = self.store().read();
        let row = draft(database, viewer, id).await?;
        approvable(database, row.network_id).await
    }

    /// Puts the approval of minutes on the agenda of a draft, as its last item.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`] for minutes that cannot be put, or a refusal once the assembly is convened.
    pub async fn put_minutes_to_approval(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        of: Option<AssemblyId>,
    ) -> Result<Uuid, Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let row = draft(unit.read(), &viewer, id).await?;
                    agenda_is_open(&row)?;
                    let wanted = approvable(unit.read(), row.network_id).await?;
                    let wanted = wanted.into_iter().find(|wanted| Some(wanted.assembly) == of);
                    let Some(wanted) = wanted else {
                        return Err(Error::Invalid(vec![FieldError::new("minutes", FieldProblem::NotAChoice)]));
                    };
                    let l = network_by_id(unit.read(), row.network_id).await?.locale;
                    let date = i18n::date(l, wanted.held_on);
                    let title = t!(l, "approval-item-title", date = date.as_str());
                    let text = t!(
                        l,
                        "approval-item-text",
                        title = wanted.title.as_str(),
                        date = date,
                        version = wanted.version,
                        hash = wanted.hash.as_str()
                    );
                    let item_id = unit.id();
                    let added = item::ActiveModel {
                        id: Set(item_id),
                        assembly_id: Set(id.0),
                        position: Set(last_position(unit.read(), id).await? + 1),
                        kind: Set(ItemKind::Motion.to_string()),
                        title: Set(title.clone()),
                        text: Set(text),
                        decision: Set(Some(Decision::Ordinary.to_string())),
                        majority: Set(None),
                    };
                    item::Entity::insert(added).exec_without_returning(unit.write()).await?;
                    let asked = minutes_approval::ActiveModel {
                        item_id: Set(item_id),
                        assembly_id: Set(wanted.assembly.0),
                        hash: Set(wanted.hash.clone()),
                    };
                    minutes_approval::Entity::insert(asked).exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({
                        "assembly": id, "item": item_id, "title": title, "minutes_of": wanted.assembly,
                        "hash": wanted.hash,
                    });
                    unit.record(viewer.person()?, in_network(&row), "agenda_item_added", told);
                    Ok(item_id)
                })
            })
            .await
    }
}

async fn approvable(database: &impl ConnectionTrait, network: Uuid) -> Result<Vec<Approvable>, Error> {
    let rows = assembly::Entity::find()
        .filter(assembly::Column::NetworkId.eq(network))
        .filter(assembly::Column::State.eq(State::Closed.as_str()))
        .order_by_desc(assembly::Column::HeldOn)
        .all(database)
        .await?;
    let mut found = Vec::new();
    for row in rows {
        let Signing { course, presented, .. } = signing(database, &row).await?;
        if let (Ok(()), Some(presented)) = (course.may_be_put(), presented) {
            found.push(Approvable {
                assembly: AssemblyId(row.id),
                title: row.title,
                held_on: row.held_on,
                version: presented.version,
                hash: presented.hash,
            });
        }
    }
    Ok(found)
}

/// An assembly has decided on an item: minutes that it adopted are approved, in the same transaction.
pub(super) async fn decided(
    unit: &Unit,
    viewer: &Viewer,
    held: &assembly::Model,
    (item_id, poll): (Uuid, PollId),
    adopted: bool,
) -> Result<(), Error> {
    let asked = minutes_approval::Entity::find_by_id(item_id).one(unit.read()).await?;
    let Some(asked) = asked.filter(|_| adopted) else { return Ok(()) };
    let row = assembly::Entity::find_by_id(asked.assembly_id).one(unit.read()).await?.ok_or(Error::NotFound)?;
    let Signing { course, presented, .. } = signing(unit.read(), &row).await?;
    // What stands on an agenda does not change: this is the text that was voted on.
    let presented = presented.filter(|presented| course.stage() == Stage::Signed && presented.hash == asked.hash);
    let Some(presented) = presented else { return Ok(()) };
    let change = minutes_course::ActiveModel {
        assembly_id: Set(row.id),
        approved_at: Set(Some(unit.now())),
        approved_by: Set(Some(held.id)),
        approved_title: Set(Some(held.title.clone())),
        ..Default::default()
    };
    change.update(unit.write()).await?;
    let told = serde_json::json!({
        "assembly": row.id, "version": presented.version, "hash": presented.hash,
        "by": { "assembly": held.id, "title": held.title, "item": item_id, "poll": poll },
    });
    unit.record(viewer.person()?, in_network(&row), "minutes_approved", told);
    Ok(())
}

/// An item by which minutes are approved says what it approves: it is taken off and put on again, not rewritten.
pub(super) async fn is_no_approval(database: &impl ConnectionTrait, item_id: Uuid) -> Result<(), Error> {
    match minutes_approval::Entity::find_by_id(item_id).one(database).await? {
        None => Ok(()),
        Some(_) => Err(Refusal::Named("approval-item").into()),
    }
}
