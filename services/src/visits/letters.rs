//! What people hear of a request: whoever has to act, and whoever waits for it.

use std::collections::BTreeSet;

use domain::{access::Action, ids::PersonId, visits::State};
use entities::{Unit, visits::visit};
use i18n::t;
use uuid::Uuid;

use crate::{
    Error, day_in,
    mail::{Letter, enqueue_all},
    networks::{Network, name_of, names_of},
    people::holders,
    trainings::people,
};

/// To whoever has to act now, and to whoever waits or has agreed; not to who has just acted, and not to a host that was
/// never asked.
pub(super) async fn stands(
    unit: &Unit,
    network: &Network,
    row: &visit::Model,
    before: Option<State>,
    by: PersonId,
    public_url: &str,
) -> Result<(), Error> {
    let state: State = row.state.parse()?;
    let today = day_in(network.zone, unit.now());
    let mut readers: BTreeSet<Uuid> = [row.person_id, row.asked_by].into();
    readers.extend(holders(unit.read(), &[row.sender_id], Action::AgreeToTraining, today).await?);
    if state == State::Agreed || before.is_some_and(|before| before != State::Asked) {
        readers.extend(holders(unit.read(), &[row.host_id], Action::RegisterStaff, today).await?);
    }
    readers.remove(&by.0);
    let names = names_of(unit.read(), &[row.sender_id, row.host_id]).await?;
    let (sender, host) = (name_of(&names, row.sender_id, today), name_of(&names, row.host_id, today));
    let (sender, host) = (sender.as_str(), host.as_str());
    let link = format!("{public_url}/n/{}/trainings/visits/{}", network.slug, row.id);
    let reason = row.reason.as_deref().unwrap_or_default();
    let mut letters = Vec::new();
    for person in people(unit.read(), readers).await?.into_values() {
        letters.extend(Letter::to(&person, network.id.0, "visit", |l| {
            let words = match state {
                State::Asked => t!(l, "visits-letter-asked", sender = sender, host = host),
                State::Agreed => t!(l, "visits-letter-agreed", sender = sender, host = host),
                State::Confirmed => t!(l, "visits-letter-confirmed", sender = sender, host = host),
                State::Refused => t!(l, "visits-letter-refused", reason = reason),
                State::Cancelled => t!(l, "visits-letter-cancelled", reason = reason),
            };
            let days = t!(l, "trainings-from-to", from = i18n::date(l, row.first_on), to = i18n::date(l, row.last_on));
            let greeting = t!(l, "convocation-greeting", name = person.name.as_str());
            let body = format!("{greeting}\n\n{words}\n{days}\n\n{link}\n\n{}", network.name(l));
            (t!(l, "visits-letter-subject", host = host), body)
        })?);
    }
    enqueue_all(unit, letters).await
}
