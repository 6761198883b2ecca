//! A second assembly on the same agenda, where the first had no quorum.

use chrono::{Days, TimeZone, Utc};
use domain::{
    access::{Action, Scope},
    assemblies::{CourseRefused, ItemKind, State, may_repeat},
    ids::{AssemblyId, NetworkId},
    polls::Verdict,
};
use entities::assemblies::{assembly, item};
use i18n::t;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{
    in_network,
    items::{Item, items},
    sitting::{Sitting, polls},
};
use crate::{Error, Refusal, Services, Viewer, day_in, networks::network_by_id};

/// The motions that a second assembly would take up: those whose vote had no quorum, or was not held
/// for want of one.
pub(super) fn undecided<'i>(sitting: &Sitting, items: &'i [Item]) -> Vec<&'i Item> {
    items
        .iter()
        .filter(|item| item.kind == ItemKind::Motion)
        .filter(|item| match item.poll.as_ref().and_then(|poll| poll.outcome.as_ref()) {
            Some(outcome) => outcome.verdict == Verdict::NoQuorum,
            None => !sitting.quorum_for(item.decision).reached,
        })
        .collect()
}

/// Whether a second assembly may follow, and is not there yet.
pub(super) async fn may_follow(
    database: &impl ConnectionTrait,
    sitting: &Sitting,
    items: &[Item],
) -> Result<bool, Error> {
    if may_repeat(sitting.state, &sitting.kind_rules(), undecided(sitting, items).len()).is_err() {
        return Ok(false);
    }
    Ok(!repeated(database, sitting).await?)
}

async fn repeated(database: &impl ConnectionTrait, sitting: &Sitting) -> Result<bool, Error> {
    let again = assembly::Entity::find().filter(assembly::Column::SecondOf.eq(sitting.row.id));
    Ok(again.count(database).await? > 0)
}

impl Services {
    /// Begins the second assembly: a draft with what could not be decided, on the first day that
    /// the rules allow.
    ///
    /// # Errors
    /// Of permission, or a refusal: the first is not over, had its quorum, or is repeated already.
    pub async fn repeat_assembly(&self, viewer: &Viewer, id: AssemblyId) -> Result<AssemblyId, Error> {
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let viewer = viewer.clone();
                Box::pin(async move {
                    let first = Sitting::load(unit.read(), id).await?;
                    let network = first.row.network_id;
                    viewer.require(Action::ConveneAssembly, Scope::Network(NetworkId(network)))?;
                    let polls = polls(unit.read(), id).await?;
                    let home = network_by_id(unit.read(), network).await?;
                    let items = items(unit.read(), &first, home.locale, &polls, (&[], &[])).await?;
                    let taken_up = undecided(&first, &items);
                    let rules = first.kind_rules();
                    let second = may_repeat(first.state, &rules, taken_up.len())?;
                    if repeated(unit.read(), &first).await? {
                        return Err(Refusal::Named("second-exists").into());
                    }
                    let impossible = || Refusal::Named("date-impossible");
                    let after = |day: chrono::NaiveDate, days: u32| day.checked_add_days(Days::new(days.into()));
                    let day = after(first.row.held_on, second.after_days)
                        .max(after(day_in(home.zone, unit.now()), rules.notice_days))
                        .ok_or_else(impossible)?;
                    let time = first.row.starts_at.with_timezone(&home.zone).time();
                    let starts =
                        home.zone.from_local_datetime(&day.and_time(time)).earliest().ok_or_else(impossible)?;
                    let again = unit.id();
                    let title = t!(home.locale, "statutes-second-title", title = first.row.title.clone());
                    let row = assembly::Model {
                        id: again,
                        title: title.clone(),
                        state: State::Draft.to_string(),
                        held_on: day,
                        starts_at: starts.with_timezone(&Utc),
                        second_of: Some(id.0),
                        reference_on: None,
                        convened_at: None,
                        convened_by: None,
                        opened_at: None,
                        closed_at: None,
                        rules: None,
                        statutes_version: None,
                        created_at: unit.now(),
                        ..first.row.clone()
                    };
                    assembly::Entity::insert(assembly::ActiveModel::from(row))
                        .exec_without_returning(unit.write())
                        .await?;
                    for (position, motion) in (1..).zip(taken_up) {
                        let row = item::ActiveModel {
                            id: Set(unit.id()),
                            assembly_id: Set(again),
                            position: Set(position),
                            kind: Set(motion.kind.to_string()),
                            title: Set(motion.title.clone()),
                            text: Set(motion.text.clone()),
                            decision: Set(Some(motion.decision.to_string())),
                            majority: Set(None),
                        };
                        item::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    }
                    let told =
                        serde_json::json!({ "assembly": again, "second_of": id, "title": title, "held_on": day });
                    unit.record(viewer.person()?, in_network(&first.row), "assembly_repeated", told);
                    Ok(AssemblyId(again))
                })
            })
            .await
    }
}

/// The agenda of a second assembly is that of the first.
pub(super) fn agenda_is_open(row: &assembly::Model) -> Result<(), Error> {
    match row.second_of {
        Some(_) => Err(Refusal::Named("second-agenda").into()),
        None => Ok(()),
    }
}

/// A second assembly is not held before its time.
pub(super) fn in_time(sitting: &Sitting) -> Result<(), CourseRefused> {
    match sitting.not_before {
        Some(earliest) if sitting.row.held_on < earliest => Err(CourseRefused::TooSoonAfterFirst { earliest }),
        _ => Ok(()),
    }
}
