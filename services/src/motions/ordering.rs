//! The order of the vote as the chair sets it.

use domain::{
    access::{Action, Scope},
    ids::{AmendmentId, AssemblyId, MotionId, NetworkId},
    motions::{State, order},
};
use entities::motions::amendment;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, Value, sea_query::Expr};
use serde_json::json;

use super::stored::{Dossier, seen};
use crate::{Error, Services, Viewer};

impl Services {
    /// Moves an amendment that waits for the vote one place up or down. From then on the chair's order
    /// holds for all that wait. `from` is the place, from 1, at which the chair saw it.
    ///
    /// # Errors
    /// Of permission, or [`Error::Conflict`] when it stands elsewhere by now.
    pub async fn move_amendment(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        motion: MotionId,
        which: AmendmentId,
        from: usize,
        up: bool,
    ) -> Result<(), Error> {
        self.reorder(viewer, id, motion, move |mut order| {
            let at = order.iter().position(|id| *id == which).ok_or(Error::NotFound)?;
            if at + 1 != from {
                return Err(Error::Conflict);
            }
            let to = if up { at.checked_sub(1) } else { Some(at + 1) };
            if let Some(to) = to.filter(|to| *to < order.len()) {
                order.swap(at, to);
            }
            Ok(order)
        })
        .await
    }

    /// Goes back to the order of the rule: the furthest first.
    ///
    /// # Errors
    /// Of permission.
    pub async fn order_by_rule(&self, viewer: &Viewer, id: AssemblyId, motion: MotionId) -> Result<(), Error> {
        self.reorder(viewer, id, motion, |_| Ok(Vec::new())).await
    }

    async fn reorder(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        motion: MotionId,
        change: impl Fn(Vec<AmendmentId>) -> Result<Vec<AmendmentId>, Error> + Send + Sync + Clone + 'static,
    ) -> Result<(), Error> {
        self.in_room(viewer, id, move |unit, viewer| {
            let change = change.clone();
            Box::pin(async move {
                let (row, _) = seen(unit.read(), viewer, id).await?;
                viewer.require(Action::RunAssembly, Scope::Network(NetworkId(row.network_id)))?;
                let dossier = Dossier::load(unit.read(), id, motion).await?;
                let waiting = dossier.proposals(&[State::Submitted, State::Admissible])?;
                let now = order(dossier.text()?.0, &waiting).into_iter().map(|ordered| ordered.id).collect();
                let wanted = change(now)?;
                amendment::Entity::update_many()
                    .col_expr(amendment::Column::Position, Expr::value(Value::Int(None)))
                    .filter(amendment::Column::MotionId.eq(motion.0))
                    .exec(unit.write())
                    .await?;
                for (position, which) in (1..).zip(&wanted) {
                    let placed = amendment::ActiveModel {
                        id: Set(which.0),
                        position: Set(Some(position)),
                        ..Default::default()
                    };
                    placed.update(unit.write()).await?;
                }
                let told = json!({ "assembly": id, "motion": motion, "order": wanted });
                unit.record(viewer.person()?, Some(row.network_id), "amendments_ordered", told);
                Ok(())
            })
        })
        .await
    }
}
