//! What members hear of needs: that a network asks for them, and what answers them.

use std::collections::BTreeMap;

use domain::{access::Action, ids::PersonId};
use entities::{
    Unit,
    trainings::{need, need_collection, training},
};
use i18n::t;
use sea_orm::Select;
use uuid::Uuid;

use crate::{
    Error, day_in,
    mail::{Letter, enqueue_all},
    networks::{Network, members_of},
    people::holders,
    trainings::people,
};

/// To whoever may state the needs of a member: what the network asks for, and until when.
pub(super) async fn asked(
    unit: &Unit,
    network: &Network,
    row: &need_collection::Model,
    public_url: &str,
) -> Result<(), Error> {
    let today = day_in(network.zone, unit.now());
    let members: Vec<Uuid> = members_of(unit.read(), network.id).await?.into_iter().collect();
    let readers = holders(unit.read(), &members, Action::RegisterStaff, today).await?;
    let last = day_in(network.zone, row.closes_at - chrono::TimeDelta::seconds(1));
    let mut letters = Vec::new();
    for person in people(unit.read(), readers).await?.into_values() {
        letters.extend(Letter::to(&person, network.id.0, "needs", |l| {
            let greeting = t!(l, "convocation-greeting", name = person.name.as_str());
            let until = t!(l, "needs-letter-until", year = row.year.to_string(), day = i18n::date(l, last));
            let link = format!("{public_url}/n/{}/trainings/needs/{}", network.slug, row.id);
            let parts = [&greeting, &row.introduction, &until, &link, network.name(l)];
            let parts: Vec<&str> =
                parts.into_iter().map(AsRef::as_ref).filter(|part: &&str| !part.is_empty()).collect();
            (t!(l, "needs-letter-subject", year = row.year.to_string()), parts.join("\n\n"))
        })?);
    }
    enqueue_all(unit, letters).await
}

/// To whoever stated needs: which training of the catalogue answers them; not to who has just planned it.
pub(in crate::trainings) async fn answered(
    unit: &Unit,
    network: &Network,
    training: &training::Model,
    needs: Select<need::Entity>,
    by: PersonId,
    public_url: &str,
) -> Result<(), Error> {
    let rows = needs.all(unit.read()).await?;
    let collections: BTreeMap<Uuid, Uuid> = rows.iter().map(|row| (row.stated_by, row.collection_id)).collect();
    let readers = collections.keys().copied().filter(|reader| *reader != by.0);
    let title = training.title.as_str();
    let mut letters = Vec::new();
    for person in people(unit.read(), readers).await?.into_values() {
        let Some(collection) = collections.get(&person.id) else { continue };
        letters.extend(Letter::to(&person, network.id.0, "needs", |l| {
            let greeting = t!(l, "convocation-greeting", name = person.name.as_str());
            let told = t!(l, "needs-letter-answered", title = title);
            let link = format!("{public_url}/n/{}/trainings/needs/{collection}", network.slug);
            let subject = t!(l, "needs-letter-answered-subject", title = title);
            (subject, format!("{greeting}\n\n{told}\n\n{link}\n\n{}", network.name(l)))
        })?);
    }
    enqueue_all(unit, letters).await
}
