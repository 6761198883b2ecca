//! What awaits a person in the assemblies of their networks.

use std::collections::{HashMap, HashSet};

use chrono::Days;
use domain::{
    access::{Action, Scope},
    assemblies::State,
    ids::AssemblyId,
    polls::PollState,
};
use entities::assemblies::{assembly, minutes, poll, proxy, roll_entry, vote};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{AssemblyMention, Awaiting};
use crate::{Error, Services, Viewer, assemblies::signing, elections::secrecy::marks, networks::Network};

/// Minutes that nobody wrote within this time will not be written because a page asks for them.
const MINUTES_DAYS: u64 = 90;

/// An organization for which a person may speak in an assembly.
struct Voice {
    organization: Uuid,
    name: String,
    own: bool,
    given_away: bool,
}

impl Services {
    /// Votes, sessions, assemblies to come, minutes to write, read and sign.
    pub(super) async fn assemblies_awaiting(
        &self,
        viewer: &Viewer,
        networks: &[Network],
    ) -> Result<Vec<Awaiting>, Error> {
        let database = self.store().read();
        let recent = self.now().checked_sub_days(Days::new(MINUTES_DAYS)).unwrap_or_default();
        let rows = assembly::Entity::find()
            .filter(assembly::Column::NetworkId.is_in(networks.iter().map(|network| network.id.0)))
            .filter(
                Condition::any()
                    .add(assembly::Column::State.is_in([State::Convened.as_str(), State::Open.as_str()]))
                    .add(assembly::Column::ClosedAt.gt(recent)),
            )
            .all(database)
            .await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let speaking = self.spoken_for(viewer, &ids).await?;
        let written: HashSet<Uuid> = minutes::Entity::find()
            .filter(minutes::Column::AssemblyId.is_in(ids.iter().copied()))
            .filter(minutes::Column::EditedBy.is_not_null())
            .all(database)
            .await?
            .into_iter()
            .map(|row| row.assembly_id)
            .collect();
        let open = poll::Entity::find()
            .filter(poll::Column::AssemblyId.is_in(ids))
            .filter(poll::Column::State.eq(PollState::Open.as_str()))
            .all(database)
            .await?;
        let votes = vote::Entity::find().filter(vote::Column::PollId.is_in(open.iter().map(|poll| poll.id)));
        let mut voted: HashSet<(Uuid, Uuid)> =
            votes.all(database).await?.into_iter().map(|vote| (vote.poll_id, vote.organization_id)).collect();
        // Whoever votes for an organization knows that its secret ballot is in the box.
        let marks = marks(database, &open.iter().map(|poll| poll.id).collect::<Vec<_>>()).await?;
        voted.extend(marks.into_iter().map(|mark| (mark.poll_id, mark.organization_id)));
        let mut awaiting = Vec::new();
        for row in rows {
            let Some(network) = networks.iter().find(|network| network.id.0 == row.network_id) else { continue };
            let course = match (row.state.parse()?, viewer.actor.person()) {
                (State::Closed, Some(person)) => Some((signing(database, &row).await?.course, person)),
                _ => None,
            };
            let mine = |sign: bool| {
                course.as_ref().is_some_and(|(course, person)| match sign {
                    false => course.may_read(*person).is_ok(),
                    true => course.may_sign(*person).is_ok(),
                })
            };
            let assembly = AssemblyMention {
                id: AssemblyId(row.id),
                title: row.title,
                network: network.slug.clone(),
                starts_at: row.starts_at,
                zone: network.zone,
            };
            let voices = speaking.get(&row.id);
            let runs = viewer.may(Action::RunAssembly, Scope::Network(network.id));
            match row.state.parse()? {
                State::Convened => {
                    let own: Vec<String> = voices
                        .map(|voices| voices.iter().filter(|voice| voice.own).map(|voice| voice.name.clone()).collect())
                        .unwrap_or_default();
                    if runs || !own.is_empty() {
                        awaiting.push(Awaiting::Assembly { assembly, organizations: own });
                    }
                }
                State::Open => {
                    let polls: Vec<Uuid> =
                        open.iter().filter(|poll| poll.assembly_id == row.id).map(|poll| poll.id).collect();
                    let owes = |voice: &&Voice| {
                        !voice.given_away && polls.iter().any(|poll| !voted.contains(&(*poll, voice.organization)))
                    };
                    let left: Vec<String> =
                        voices.into_iter().flatten().filter(owes).map(|voice| voice.name.clone()).collect();
                    if !left.is_empty() {
                        awaiting.push(Awaiting::Vote { assembly, organizations: left });
                    } else if voices.is_some() || runs {
                        awaiting.push(Awaiting::Session { assembly });
                    }
                }
                State::Closed if mine(true) => awaiting.push(Awaiting::Signing { assembly, sign: true }),
                State::Closed if mine(false) => awaiting.push(Awaiting::Signing { assembly, sign: false }),
                State::Closed if runs && !written.contains(&row.id) => awaiting.push(Awaiting::Minutes { assembly }),
                State::Closed | State::Draft => {}
            }
        }
        Ok(awaiting)
    }

    /// For whom the person may speak in each of these assemblies: their own organizations on the
    /// roll, and those that gave these a proxy.
    async fn spoken_for(&self, viewer: &Viewer, assemblies: &[Uuid]) -> Result<HashMap<Uuid, Vec<Voice>>, Error> {
        let represents: Vec<Uuid> = viewer.actor.represents().into_iter().map(|id| id.0).collect();
        if represents.is_empty() {
            return Ok(HashMap::new());
        }
        let database = self.store().read();
        let proxies = proxy::Entity::find()
            .filter(proxy::Column::AssemblyId.is_in(assemblies.iter().copied()))
            .filter(proxy::Column::RevokedAt.is_null())
            .filter(
                Condition::any()
                    .add(proxy::Column::HolderId.is_in(represents.iter().copied()))
                    .add(proxy::Column::GiverId.is_in(represents.iter().copied())),
            )
            .all(database)
            .await?;
        let wanted: HashSet<Uuid> =
            represents.iter().copied().chain(proxies.iter().map(|proxy| proxy.giver_id)).collect();
        let roll = roll_entry::Entity::find()
            .filter(roll_entry::Column::AssemblyId.is_in(assemblies.iter().copied()))
            .filter(roll_entry::Column::OrganizationId.is_in(wanted))
            .all(database)
            .await?;
        let mut voices: HashMap<Uuid, Vec<Voice>> = HashMap::new();
        for entry in roll {
            let own = represents.contains(&entry.organization_id);
            let given = proxies
                .iter()
                .find(|proxy| proxy.assembly_id == entry.assembly_id && proxy.giver_id == entry.organization_id);
            let held = given.is_some_and(|proxy| represents.contains(&proxy.holder_id));
            if own || held {
                voices.entry(entry.assembly_id).or_default().push(Voice {
                    organization: entry.organization_id,
                    name: entry.name,
                    own,
                    given_away: given.is_some() && !held,
                });
            }
        }
        Ok(voices)
    }
}
