//! Secret ballots on motions, on their way into the box.

use std::collections::BTreeMap;

use domain::{
    ballots::{Answer, Carries, Said, may_differ},
    ids::{OrganizationId, PollId},
    polls::{CastAs, CastRefused, Choice, PollState, Voter, may_cast},
};
use entities::{Unit, assemblies::item};
use sea_orm::EntityTrait;

use super::{form_of, secret_majority};
use crate::{
    Error, Refusal, Services, Viewer,
    assemblies::{
        CastTogether,
        drafting::visible,
        sitting::{Sitting, polls},
    },
    elections::secrecy::{self, Taken},
    networks::network_by_id,
};

impl Services {
    /// Puts secret ballots into the box, in one transaction, and says of each whether it is there. It is not changed
    /// any more; the same request twice is one ballot.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`]: then none is in the box.
    pub async fn cast_secretly(&self, viewer: &Viewer, cast: CastTogether) -> Result<Vec<Result<(), Error>>, Error> {
        viewer.person()?;
        let id = cast.assembly;
        self.in_room(viewer, id, move |unit, viewer| {
            let cast = cast.clone();
            Box::pin(async move { take(unit, viewer, &cast).await })
        })
        .await
    }
}

async fn take(unit: &Unit, viewer: &Viewer, cast: &CastTogether) -> Result<Vec<Result<(), Error>>, Error> {
    let sitting = Sitting::load(unit.read(), cast.assembly).await?;
    visible(viewer, &sitting.row)?;
    if network_by_id(unit.read(), sitting.row.network_id).await?.slug != cast.network {
        return Err(Error::NotFound);
    }
    let all = polls(unit.read(), cast.assembly).await?;
    let mut majorities = BTreeMap::new();
    for (poll, ..) in &cast.votes {
        if majorities.contains_key(poll) {
            continue;
        }
        let row = all.iter().find(|row| row.id == poll.0).ok_or(Error::NotFound)?;
        let item = item::Entity::find_by_id(row.item_id).one(unit.read()).await?.ok_or(Error::NotFound)?;
        let majority = secret_majority(row, item.kind.parse()?, form_of(unit.read(), *poll).await?)?;
        majorities.insert(*poll, (row.state.parse::<PollState>()?, Carries::of(&majority)));
    }
    let represents = viewer.actor.represents();
    let voter = Voter { person: viewer.person()?, represents: &represents };
    // Nobody can look into the box: what a holder says for one and for another is compared within one gesture.
    let mut by_holder: BTreeMap<(PollId, OrganizationId), Vec<Said>> = BTreeMap::new();
    for (poll, organization, said) in &cast.votes {
        let may = may_cast(PollState::Open, &sitting.roll, &sitting.presence, voter, *organization);
        let holder = match may {
            Ok(CastAs::Proxy { holder }) => holder,
            _ => *organization,
        };
        by_holder.entry((*poll, holder)).or_default().push(*said);
    }
    let mut boxed = BTreeMap::new();
    for poll in majorities.keys() {
        let of_poll = cast.votes.iter().filter(|(of, ..)| of == poll);
        let organizations = of_poll.map(|(_, organization, _)| organization.0);
        boxed.insert(*poll, secrecy::requests(unit.read(), *poll, organizations).await?);
    }
    let (mut answers, mut taken) = (Vec::with_capacity(cast.votes.len()), Vec::new());
    for (poll, organization, said) in &cast.votes {
        let (state, carries) = majorities[poll];
        let request = boxed[poll].get(organization).cloned();
        let put = || {
            let may = may_cast(state, &sitting.roll, &sitting.presence, voter, *organization);
            // Sent again because a line broke, perhaps after the close: it is in the box. Only who may vote for the
            // organization is told.
            if let (Ok(_) | Err(CastRefused::Closed), Some(request)) = (&may, request) {
                return Ok(secrecy::same_request(&request, &cast.request)?);
            }
            let holder = match may? {
                CastAs::Own | CastAs::Tellers { .. } => *organization,
                CastAs::Proxy { holder } => holder,
            };
            may_differ(&sitting.rules.proxies, by_holder[&(*poll, holder)].iter().copied())?;
            let Said::Whole(choice) = *said else { return Err(CastRefused::NotDivided.into()) };
            if choice == Choice::Null {
                return Err(Refusal::Named("ballot-choose").into());
            }
            let entry = sitting.entry(*organization).ok_or(CastRefused::NotOnRoll)?;
            let stamp = carries.stamp(entry);
            let paper = serde_json::to_value(Answer { choice, college: stamp.college })?;
            boxed.entry(*poll).or_default().insert(*organization, cast.request.clone());
            let (organization, request) = (*organization, cast.request.clone());
            taken.push(Taken { poll: *poll, organization, request, paper, weight: stamp.weight });
            Ok::<_, Error>(())
        };
        answers.push(put());
    }
    secrecy::take_all(unit, taken).await?;
    Ok(answers)
}
