//! What follows by itself: offers lapse, seats are given out after the close, those who wait get offers, people are
//! reminded, asked for their opinion afterwards and told when a qualification ends, what was asked about diet and needs is
//! erased. Done after every change of a session, and by jobs at the moments at which something falls due; twice has the
//! effect of once.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    ids::TrainingSessionId,
    trainings::{
        State,
        allocation::allocate,
        changes::{Confirmation, confirmation},
        evaluation::closes,
        seating::Rule,
        waiting::{expire, offers},
    },
};
use entities::{
    Unit,
    trainings::{registration, session},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    evaluations::{self, ASKED_AFTER},
    letters, record,
    records::{Kept, Records},
};
use crate::{Error, Services, mail::enqueue_job};

/// Kind of the jobs that look at a session when something falls due; their payload is `{"session": id}`.
pub const TRAINING_JOB: &str = "training";

/// How long before a session people are reminded of it.
const REMINDER: TimeDelta = TimeDelta::days(3);
/// How long after a session what was asked about diet and needs is kept.
const NEEDS_KEPT: TimeDelta = TimeDelta::days(30);

/// Who writes to the journal where nobody did anything: the rule itself.
pub(super) const RULE: &str = "rule";

impl Services {
    /// Does what has fallen due for a session.
    ///
    /// # Errors
    /// [`Error::Database`]. A session that is not there any more is nothing to do.
    pub async fn settle_session(&self, id: TrainingSessionId) -> Result<(), Error> {
        let public_url = self.settings().public_url.clone();
        self.store()
            .write(move |unit| {
                let public_url = public_url.clone();
                Box::pin(async move {
                    let row = session::Entity::find_by_id(id.0).one(unit.read()).await?;
                    let Some(row) = row else { return Ok(()) };
                    let mut records = Records::of(unit.read(), row).await?;
                    if records.course.gives_seats() {
                        settle(unit, &mut records, &public_url).await?;
                        remind(unit, &mut records, &public_url).await?;
                        evaluations::ask(unit, &records, &public_url).await?;
                    }
                    evaluations::seal(unit, &records).await?;
                    erase(unit, &records).await?;
                    record::announce(unit, &records, &public_url).await
                })
            })
            .await
    }
}

/// Notes the moments at which a session has to be looked at.
pub(super) async fn enqueue(unit: &Unit, records: &Records) -> Result<(), Error> {
    let seating = &records.seating;
    let reserved = seating.reserved_until.filter(|_| !seating.pots.is_empty());
    let remind = seating.begins_at - REMINDER;
    let ends_at = records.row.ends_at;
    let after = [ends_at + ASKED_AFTER, ends_at + NEEDS_KEPT, closes(ends_at)];
    let moments: BTreeSet<_> = reserved.into_iter().chain([seating.closes_at, remind]).chain(after).collect();
    for at in moments {
        if unit.now() <= at {
            look_at(unit, records.id(), at).await?;
        }
    }
    Ok(())
}

pub(super) async fn look_at(unit: &Unit, session: TrainingSessionId, at: DateTime<Utc>) -> Result<Uuid, Error> {
    enqueue_job(unit, TRAINING_JOB, serde_json::json!({ "session": session }), at).await
}

/// Lets offers lapse, gives seats out after the close, makes offers to those whose turn it is.
pub(super) async fn settle(unit: &Unit, records: &mut Records, public_url: &str) -> Result<(), Error> {
    let network = Some(records.row.network_id);
    let lapsed = expire(&records.registrations, unit.now());
    if !lapsed.is_empty() {
        let ids: Vec<_> = lapsed.iter().map(|registration| registration.id).collect();
        records.keep(unit, lapsed.into_iter().map(Kept::from).collect()).await?;
        unit.record(RULE, network, "training_offers_lapsed", serde_json::json!({ "registrations": ids }));
        letters::moved_on(unit, records, &ids, public_url).await?;
    }
    let asked = || records.registrations.iter().any(|registration| registration.state == State::Asked);
    if records.seating.rule == Rule::FairAtClose && records.seating.closes_at <= unit.now() && asked() {
        give_out(unit, records, public_url).await?;
    }
    let offers = offers(&records.seating, &records.registrations, unit.now());
    if offers.is_empty() {
        return Ok(());
    }
    let mut held = Vec::with_capacity(offers.len());
    for offer in &offers {
        held.push(Kept::from(offer.hold(records.find(offer.registration)?)));
    }
    let ids: Vec<_> = offers.iter().map(|offer| offer.registration).collect();
    records.keep(unit, held).await?;
    unit.record(RULE, network, "training_seats_offered", serde_json::json!({ "offers": offers }));
    letters::moved_on(unit, records, &ids, public_url).await?;
    if let Some(until) = offers.iter().map(|offer| offer.until).min() {
        look_at(unit, records.id(), until).await?;
    }
    Ok(())
}

/// The fair allocation, with all that is needed to draw it again.
async fn give_out(unit: &Unit, records: &mut Records, public_url: &str) -> Result<(), Error> {
    let Ok(allocation) = allocate(&records.seating, &records.registrations, unit.now()) else { return Ok(()) };
    let mut kept = Vec::new();
    for registration in allocation.applied(&records.registrations) {
        let decision = allocation.decisions.iter().find(|decision| decision.registration == registration.id);
        let because = decision.map(|decision| serde_json::to_value(&decision.because)).transpose()?;
        kept.push(Kept { registration, because, reason: None });
    }
    let ids: Vec<_> = kept.iter().map(|kept| kept.registration.id).collect();
    records.keep(unit, kept).await?;
    let told = serde_json::to_value(&allocation)?;
    let change =
        session::ActiveModel { id: Set(records.row.id), allocation: Set(Some(told.clone())), ..Default::default() };
    records.row = change.update(unit.write()).await?;
    let told = serde_json::json!({ "session": records.id(), "allocation": told });
    unit.record(RULE, Some(records.row.network_id), "training_seats_allocated", told);
    letters::moved_on(unit, records, &ids, public_url).await?;
    if let Confirmation::TooFew { .. } = confirmation(&records.seating, &records.registrations) {
        letters::too_few(unit, records, public_url).await?;
    }
    Ok(())
}

/// Reminds those who have a seat, once, some days before.
async fn remind(unit: &Unit, records: &mut Records, public_url: &str) -> Result<(), Error> {
    let begins_at = records.seating.begins_at;
    if records.row.reminded_at.is_some() || unit.now() < begins_at - REMINDER || begins_at <= unit.now() {
        return Ok(());
    }
    let change =
        session::ActiveModel { id: Set(records.row.id), reminded_at: Set(Some(unit.now())), ..Default::default() };
    records.row = change.update(unit.write()).await?;
    letters::reminder(unit, records, public_url).await
}

/// What was asked about diet and needs is for the session alone.
async fn erase(unit: &Unit, records: &Records) -> Result<(), Error> {
    let kept = records.rows.iter().any(|row| row.needs.is_some());
    if !kept || unit.now() < records.row.ends_at + NEEDS_KEPT {
        return Ok(());
    }
    registration::Entity::update_many()
        .filter(registration::Column::SessionId.eq(records.row.id))
        .col_expr(registration::Column::Needs, sea_orm::sea_query::Expr::value(Option::<String>::None))
        .exec(unit.write())
        .await?;
    Ok(())
}
