//! What is recorded as time goes by: steps of memberships, mandates, declared figures.

use std::{collections::HashSet, sync::Arc};

use chrono::NaiveDate;
use domain::memberships::{Status, Step, take_step};
use entities::{
    Unit,
    memberships::{membership, membership_step},
    organizations::declared_figure,
    people::mandate,
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QuerySelect};
use serde_json::json;
use services::{Error, Services};
use uuid::Uuid;

use super::{ACTOR, foundations::college_id, insert};
use crate::{
    data::{Demo, Membership},
    ids::id,
};

/// How far the records are kept.
#[derive(Clone, Copy, Debug)]
pub(super) enum Until {
    /// Everything dated so far.
    Day(NaiveDate),
    /// Everything, what is dated in the future included.
    TheEnd,
}

impl Until {
    fn covers(self, day: NaiveDate) -> bool {
        match self {
            Self::Day(until) => day <= until,
            Self::TheEnd => true,
        }
    }
}

/// Records what is not recorded yet, up to a day.
pub(super) async fn write(services: &Services, demo: &Arc<Demo>, today: NaiveDate, until: Until) -> Result<(), Error> {
    let demo = Arc::clone(demo);
    services
        .store()
        .write(move |unit| {
            let demo = Arc::clone(&demo);
            Box::pin(async move {
                memberships(unit, &demo, today, until).await?;
                figures(unit, &demo, today, until).await?;
                mandates(unit, &demo, today, until).await
            })
        })
        .await
}

/// The identifiers that a table holds already.
macro_rules! present {
    ($unit:expr, $table:ident) => {{
        let query = $table::Entity::find().select_only().column($table::Column::Id).into_tuple::<Uuid>();
        query.all($unit.read()).await?.into_iter().collect::<HashSet<Uuid>>()
    }};
}

async fn memberships(unit: &Unit, demo: &Demo, today: NaiveDate, until: Until) -> Result<(), Error> {
    let known = present!(unit, membership);
    let recorded = present!(unit, membership_step);
    let (mut rows, mut steps) = (Vec::new(), Vec::new());
    for one in &demo.memberships {
        let membership_id = id("membership", &format!("{} {}", one.network, one.organization));
        let network_id = id("network", &one.network);
        let taken = taken(one, today, until)?;
        let Some(&(_, _, since, status)) = taken.last() else { continue };
        let row = membership::Model {
            id: membership_id,
            organization_id: id("organization", &one.organization),
            network_id,
            college_id: Some(college_id(&one.network, &one.college)),
            status: status.to_string(),
            status_since: since,
            version: i32::try_from(taken.len()).unwrap_or(i32::MAX),
        };
        let before = steps.len();
        for (position, step, on, status) in taken {
            let step_id = id("membership_step", &format!("{membership_id} {position}"));
            if recorded.contains(&step_id) {
                continue;
            }
            let said = &one.steps[position];
            let told = json!({
                "membership": membership_id, "organization": row.organization_id, "step": step, "status": status,
                "on": on, "decision": said.decision,
            });
            unit.record(ACTOR, Some(network_id), "membership_step", told);
            steps.push(membership_step::Model {
                id: step_id,
                membership_id,
                position: i32::try_from(position).unwrap_or(i32::MAX),
                step: step.to_string(),
                status: status.to_string(),
                effective_on: on,
                decision: said.decision.clone(),
                recorded_at: unit.now(),
                recorded_by: said.by.as_ref().map(|by| id("person", by)),
            });
        }
        if !known.contains(&membership_id) {
            rows.push(row);
        } else if steps.len() > before {
            row.into_active_model().reset_all().update(unit.write()).await?;
        }
    }
    if !rows.is_empty() {
        insert::<membership::ActiveModel>(unit, rows).await?;
    }
    if !steps.is_empty() {
        insert::<membership_step::ActiveModel>(unit, steps).await?;
    }
    Ok(())
}

/// The steps that count so far: place, step, day, and where the membership stood afterwards.
fn taken(one: &Membership, today: NaiveDate, until: Until) -> Result<Vec<(usize, Step, NaiveDate, Status)>, Error> {
    let mut taken: Vec<(usize, Step, NaiveDate, Status)> = Vec::new();
    for (position, said) in one.steps.iter().enumerate() {
        let on = said.on.date(today);
        if !until.covers(on) {
            break;
        }
        let status = match taken.last() {
            None => Status::Applied,
            Some(&(_, _, previous, status)) => take_step(status, previous, said.step, on, said.decision.as_deref())?,
        };
        taken.push((position, said.step, on, status));
    }
    Ok(taken)
}

async fn figures(unit: &Unit, demo: &Demo, today: NaiveDate, until: Until) -> Result<(), Error> {
    let mut recorded = present!(unit, declared_figure);
    let mut rows = Vec::new();
    for one in &demo.memberships {
        for said in &one.figures {
            let as_of = said.as_of.date(today);
            // An organization in two networks declares a figure once.
            let figure_id = id("figure", &format!("{} {} {as_of}", one.organization, said.figure));
            if !until.covers(as_of) || !recorded.insert(figure_id) {
                continue;
            }
            let organization_id = id("organization", &one.organization);
            let told = json!({
                "organization": organization_id, "figure": said.figure, "value": said.value, "as_of": as_of,
            });
            unit.record(ACTOR, Some(id("network", &one.network)), "figure_declared", told);
            rows.push(declared_figure::Model {
                id: figure_id,
                organization_id,
                figure: said.figure.to_string(),
                value: i64::try_from(said.value).unwrap_or(i64::MAX),
                as_of,
                declared_at: unit.now(),
                declared_by: None,
            });
        }
    }
    if rows.is_empty() { Ok(()) } else { insert::<declared_figure::ActiveModel>(unit, rows).await }
}

async fn mandates(unit: &Unit, demo: &Demo, today: NaiveDate, until: Until) -> Result<(), Error> {
    let recorded = present!(unit, mandate);
    let mut rows = Vec::new();
    for one in &demo.mandates {
        let starts_on = one.from.date(today);
        let holder = one.network.as_deref().or(one.organization.as_deref()).unwrap_or_default();
        let mandate_id = id("mandate", &format!("{} {} {holder} {starts_on}", one.person, one.role));
        if !until.covers(starts_on) || recorded.contains(&mandate_id) {
            continue;
        }
        let network_id = one.network.as_deref().map(|slug| id("network", slug));
        let organization_id = one.organization.as_deref().map(|slug| id("organization", slug));
        let person_id = id("person", &one.person);
        let ends_on = one.until.map(|day| day.date(today));
        let told = json!({
            "mandate": mandate_id, "person": person_id, "role": one.role, "organization": organization_id,
            "from": starts_on, "until": ends_on,
        });
        unit.record(ACTOR, network_id, "mandate_given", told);
        rows.push(mandate::Model {
            id: mandate_id,
            person_id,
            role: one.role.to_string(),
            network_id,
            organization_id,
            starts_on,
            ends_on,
            granted_by: None,
            source: "decision".into(),
            created_at: unit.now(),
        });
    }
    if rows.is_empty() { Ok(()) } else { insert::<mandate::ActiveModel>(unit, rows).await }
}
