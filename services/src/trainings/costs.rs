//! What a session cost, as those who organize say, often long after it.

use domain::{
    access::{Action, Scope},
    ids::TrainingSessionId,
};
use entities::trainings::cost;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};

use super::{catalogue::decimal, records::Records};
use crate::{Error, FieldProblem, Services, Viewer, fields::Fields, networks::Network};

/// Highest amount, in euros.
const EUROS: u64 = 10_000_000;

/// What a session cost, in cents; nothing where nobody said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// In all.
    pub cost: Option<u64>,
    /// What others paid towards it.
    pub funding: Option<u64>,
}

impl From<cost::Model> for Costs {
    fn from(row: cost::Model) -> Self {
        let cents = |cents: Option<i64>| cents.and_then(|cents| u64::try_from(cents).ok());
        Self { cost: cents(row.cost_cents), funding: cents(row.funding_cents) }
    }
}

/// What was said of a session.
pub(super) async fn costs_of(database: &impl ConnectionTrait, id: TrainingSessionId) -> Result<Costs, Error> {
    Ok(cost::Entity::find_by_id(id.0).one(database).await?.map(Costs::from).unwrap_or_default())
}

/// An amount that may be missing, in cents.
fn cents(fields: &mut Fields, field: &'static str, typed: &str) -> Option<i64> {
    let typed = typed.trim().trim_end_matches('€');
    if typed.trim().is_empty() {
        return None;
    }
    let cents = decimal(typed, 2).filter(|cents| *cents <= EUROS * 100);
    if cents.is_none() {
        fields.wrong(field, FieldProblem::NotANumber);
    }
    cents.and_then(|cents| i64::try_from(cents).ok())
}

impl Services {
    /// Says what a session cost and what others paid towards it, in euros; nothing takes back what was said.
    ///
    /// # Errors
    /// Of permission, [`Error::NotFound`], or [`Error::Invalid`].
    pub async fn declare_costs(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingSessionId,
        (cost, funding): (&str, &str),
    ) -> Result<(), Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let mut fields = Fields::default();
        let (cost, funding) = (cents(&mut fields, "cost", cost), cents(&mut fields, "funding", funding));
        fields.finish()?;
        let (person, network) = (viewer.person()?, network.id);
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    Records::load(unit.read(), network, id).await?;
                    let row =
                        cost::ActiveModel { session_id: Set(id.0), cost_cents: Set(cost), funding_cents: Set(funding) };
                    let again = OnConflict::column(cost::Column::SessionId)
                        .update_columns([cost::Column::CostCents, cost::Column::FundingCents])
                        .to_owned();
                    cost::Entity::insert(row).on_conflict(again).exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({ "session": id, "cost_cents": cost, "funding_cents": funding });
                    unit.record(person, Some(network.0), "training_costs_declared", told);
                    Ok(())
                })
            })
            .await
    }
}
