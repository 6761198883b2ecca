//! A thousand secret ballots at once.

use std::time::{Duration, Instant};

use domain::{
    elections::{Marks, Method, TieRule},
    ids::OrganizationId,
    quorum::Unit,
};
use entities::{
    assemblies::{proxy, roll_entry},
    elections::{ballot, mark},
    organizations::organization,
};
use futures::future::join_all;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};
use services::{
    Error,
    elections::{NewElection, SecretCast},
};
use uuid::Uuid;

use super::fixture::{Assembly, House, of, organization as known};
use crate::support::for_each_database;

const CROWD: usize = 1000;

impl House {
    /// A thousand more on the roll, who gave Abri their proxy.
    async fn crowd(&self, assembly: &Assembly) -> Vec<OrganizationId> {
        let read = self.services.store().read();
        let abri = known("Abri").0;
        let row = organization::Entity::find_by_id(abri).one(read).await.expect("an answer").expect("Abri");
        let of_abri = roll_entry::Entity::find().filter(roll_entry::Column::OrganizationId.eq(abri));
        let line = of_abri.one(read).await.expect("an answer").expect("its line");
        let ids: Vec<Uuid> = (1..=CROWD).map(|number| Uuid::from_u128(number as u128)).collect();
        let (given, id) = (ids.clone(), assembly.id.0);
        let written = self.services.store().write(move |unit| {
            let (ids, row, line) = (given.clone(), row.clone(), line.clone());
            Box::pin(async move {
                for ids in ids.chunks(100) {
                    let rows =
                        ids.iter().map(|id| organization::Model { id: *id, slug: id.to_string(), ..row.clone() });
                    let rows = rows.map(|row| row.into_active_model().reset_all());
                    organization::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
                    let rows = ids.iter().map(|id| roll_entry::Model {
                        organization_id: *id,
                        name: id.to_string(),
                        ..line.clone()
                    });
                    let rows = rows.map(|row| row.into_active_model().reset_all());
                    roll_entry::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
                    let rows = ids.iter().map(|giver| proxy::Model {
                        id: *giver,
                        assembly_id: id,
                        giver_id: *giver,
                        holder_id: abri,
                        given_at: unit.now(),
                        given_by: None,
                        revoked_at: None,
                        revoked_because: None,
                    });
                    let rows = rows.map(|row| row.into_active_model().reset_all());
                    proxy::Entity::insert_many(rows).exec_without_returning(unit.write()).await?;
                }
                Ok::<_, Error>(())
            })
        });
        written.await.expect("the crowd");
        ids.into_iter().map(OrganizationId).collect()
    }
}

#[tokio::test]
async fn a_thousand_secret_ballots_take_seconds() {
    for_each_database(async |world| {
        let house = House::build(world).await;
        let one = NewElection {
            method: Method::Plurality,
            seats: 1,
            ties: TieRule::Lot,
            unit: Unit::Heads,
            candidacies_until: None,
            reserved: vec![],
            parity: None,
            electorate: None,
        };
        let (assembly, item) = house.electing(one, &["Abri", "Boussole"]).await;
        let crowd = house.crowd(&assembly).await;
        let voter = house.viewer(&of("Abri")).await;
        let begun = Instant::now();
        let (services, voter) = (&house.services, &voter);
        let cast = |(number, organization): (usize, OrganizationId)| {
            let cast = SecretCast {
                network: "reseau".into(),
                assembly: assembly.id,
                item,
                organization,
                marks: Marks { blank: false, beside: vec!["on".into()] },
                request: number.to_string(),
            };
            services.cast_ballot(voter, cast)
        };
        for answer in join_all(crowd.into_iter().enumerate().map(cast)).await {
            answer.expect("a ballot");
        }
        let took = begun.elapsed();
        println!("{CROWD} secret ballots in {took:?}");
        let read = house.services.store().read();
        let marks = mark::Entity::find().count(read).await.expect("a count");
        assert_eq!((marks, ballot::Entity::find().count(read).await.expect("a count")), (1000, 1000));
        // Built without optimisation, on whatever machine the tests run.
        assert!(took < Duration::from_secs(30), "{took:?}");
        let declared = house.declares(&assembly, item).await;
        assert_eq!(declared.count.map(|count| count.turnout.valid), Some(1000));
    })
    .await;
}
