//! A network that nobody could type: as many members as asked for, an assembly in session with
//! everybody there, and votes open.

use anyhow::Result;
use chrono::{Days, TimeDelta};
use domain::{
    assemblies::{AssemblyRules, ItemKind, Kind, State, Venue},
    colleges::{WeightReason, WeightRule},
    locale::{Locale, Localized},
    memberships::Status,
    people::Role,
    polls::PollState,
    proxies::Presence,
    quorum::quorum,
};
use entities::{
    Store, Unit,
    assemblies::{assembly, attendance, item, poll, roll_entry},
    memberships::membership,
    networks::{college, network},
    organizations::{organization, organization_name},
    people::{mandate, person},
    sign_in::session,
};
use sea_orm::{ActiveModelTrait, DbErr, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use crate::session_hash;

/// SQLite takes 32,766 values in a statement.
const ROWS: usize = 1000;

/// What was made.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The assembly.
    pub assembly: Uuid,
    /// Its open votes.
    pub polls: Vec<Uuid>,
    /// Who may vote.
    pub voters: Vec<Voter>,
    /// The secret of the session of who runs the assembly.
    pub chair: String,
}

/// A representative who has arrived.
#[derive(Clone, Debug)]
pub struct Voter {
    /// For whom.
    pub organization: Uuid,
    /// The secret of their session.
    pub secret: String,
}

impl Generated {
    /// The address of the assembly.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/n/{SLUG}/assemblies/{}", self.assembly)
    }

    /// Where a vote is sent.
    #[must_use]
    pub fn ballot_box(&self, poll: Uuid) -> String {
        format!("{}/polls/{poll}/vote", self.path())
    }
}

/// The network's word in addresses.
pub const SLUG: &str = "generated";

/// Identifiers that follow from numbers: `kind` keeps them apart.
fn id(kind: u128, number: usize) -> Uuid {
    Uuid::from_u128(0x7472_616d_6500_8000_8000_0000_0000_0000 | kind << 32 | number as u128)
}

fn secret(number: usize) -> String {
    format!("{number:064x}")
}

/// The cookie that a browser sends back to a server without TLS.
#[must_use]
pub fn cookie(secret: &str) -> String {
    format!("session={secret}")
}

/// Makes the network in a database that has none of that name.
///
/// # Errors
/// The database's.
pub async fn generate(store: &Store, members: usize, polls: usize) -> Result<Generated> {
    store.write::<_, DbErr, _>(move |unit| Box::pin(async move { write(unit, members, polls).await })).await?;
    Ok(Generated {
        assembly: id(ASSEMBLY, 0),
        polls: (0..polls).map(|number| id(POLL, number)).collect(),
        voters: (0..members)
            .map(|number| Voter { organization: id(ORGANIZATION, number), secret: secret(number) })
            .collect(),
        chair: secret(members),
    })
}

const NETWORK: u128 = 1;
const COLLEGE: u128 = 2;
const ORGANIZATION: u128 = 3;
const NAME: u128 = 4;
const MEMBERSHIP: u128 = 5;
const PERSON: u128 = 6;
const MANDATE: u128 = 7;
const ASSEMBLY: u128 = 8;
const ITEM: u128 = 9;
const POLL: u128 = 10;
const ATTENDANCE: u128 = 11;

fn json(value: impl serde::Serialize) -> serde_json::Value {
    serde_json::to_value(value).expect("plain data")
}

async fn write(unit: &Unit, members: usize, polls: usize) -> Result<(), DbErr> {
    let now = unit.now();
    let (today, past) = (now.date_naive(), now.date_naive() - Days::new(400));
    let rules = AssemblyRules::usual();
    let name = |number: usize| format!("Association {number}");
    insert::<network::ActiveModel>(
        unit,
        vec![network::Model {
            id: id(NETWORK, 0),
            slug: SLUG.into(),
            names: json(Localized::one(Locale::Fr, "Réseau généré")),
            descriptions: json(Localized::one(Locale::Fr, "")),
            host_organization_id: None,
            locale: Locale::Fr.to_string(),
            locales: json([Locale::Fr]),
            time_zone: "Europe/Paris".into(),
            rules: json(&rules),
            demo: true,
            created_at: now,
        }],
    )
    .await?;
    insert::<college::ActiveModel>(
        unit,
        vec![college::Model {
            id: id(COLLEGE, 0),
            network_id: id(NETWORK, 0),
            position: 0,
            names: json(Localized::one(Locale::Fr, "Associations")),
            weight_rule: json(WeightRule::Fixed { weight: 1 }),
        }],
    )
    .await?;
    let organizations = (0..members).map(|number| organization::Model {
        id: id(ORGANIZATION, number),
        slug: format!("association-{number}"),
        legal_form: "association".into(),
        country: "FR".into(),
        locales: json([Locale::Fr]),
        rna: None,
        siren: None,
        siret: None,
        enterprise_number: None,
        email: None,
        phone: None,
        website: None,
        description: String::new(),
        created_at: now,
        version: 1,
    });
    insert::<organization::ActiveModel>(unit, organizations.collect()).await?;
    let names = (0..members).map(|number| organization_name::Model {
        id: id(NAME, number),
        organization_id: id(ORGANIZATION, number),
        name: name(number),
        short_name: None,
        valid_from: past,
    });
    insert::<organization_name::ActiveModel>(unit, names.collect()).await?;
    let memberships = (0..members).map(|number| membership::Model {
        id: id(MEMBERSHIP, number),
        organization_id: id(ORGANIZATION, number),
        network_id: id(NETWORK, 0),
        college_id: Some(id(COLLEGE, 0)),
        status: Status::Admitted.to_string(),
        status_since: past,
        version: 1,
    });
    insert::<membership::ActiveModel>(unit, memberships.collect()).await?;
    // One more person than members: who runs the assembly.
    let people = (0..=members).map(|number| person::Model {
        id: id(PERSON, number),
        name: format!("Personne {number}"),
        pseudonym: None,
        email: None,
        locale: Locale::Fr.to_string(),
        created_at: now,
    });
    insert::<person::ActiveModel>(unit, people.collect()).await?;
    let mandates = (0..=members).map(|number| {
        let runs = number == members;
        mandate::Model {
            id: id(MANDATE, number),
            person_id: id(PERSON, number),
            role: if runs { Role::NetworkAdministrator } else { Role::Delegate }.to_string(),
            network_id: runs.then(|| id(NETWORK, 0)),
            organization_id: (!runs).then(|| id(ORGANIZATION, number)),
            starts_on: past,
            ends_on: None,
            granted_by: None,
            source: "decision".into(),
            created_at: now,
        }
    });
    insert::<mandate::ActiveModel>(unit, mandates.collect()).await?;
    let sessions = (0..=members).map(|number| open_session(id(PERSON, number), &secret(number), unit));
    insert::<session::ActiveModel>(unit, sessions.collect()).await?;
    insert::<assembly::ActiveModel>(
        unit,
        vec![assembly::Model {
            id: id(ASSEMBLY, 0),
            network_id: id(NETWORK, 0),
            kind: Kind::Ordinary.to_string(),
            title: "Assemblée générée".into(),
            state: State::Open.to_string(),
            venue: Venue::Hybrid.to_string(),
            place: None,
            remote_url: None,
            held_on: today,
            starts_at: now,
            reference_on: Some(today - Days::new(30)),
            convened_at: Some(now - TimeDelta::days(20)),
            convened_by: Some(id(PERSON, members)),
            opened_at: Some(now),
            closed_at: None,
            rules: Some(json(&rules)),
            statutes_version: None,
            second_of: None,
            created_at: now - TimeDelta::days(20),
        }],
    )
    .await?;
    let roll = (0..members).map(|number| roll_entry::Model {
        assembly_id: id(ASSEMBLY, 0),
        organization_id: id(ORGANIZATION, number),
        name: name(number),
        college_id: id(COLLEGE, 0),
        college_name: "Associations".into(),
        weight: 1,
        reason: json(WeightReason::Fixed),
    });
    insert::<roll_entry::ActiveModel>(unit, roll.collect()).await?;
    let attendances = (0..members).map(|number| attendance::Model {
        id: id(ATTENDANCE, number),
        assembly_id: id(ASSEMBLY, 0),
        organization_id: id(ORGANIZATION, number),
        person_id: id(PERSON, number),
        person_name: format!("Personne {number}"),
        remote: true,
        arrived_at: now,
        left_at: None,
    });
    insert::<attendance::ActiveModel>(unit, attendances.collect()).await?;
    let items = (0..polls).zip(1..).map(|(number, position)| item::Model {
        id: id(ITEM, number),
        assembly_id: id(ASSEMBLY, 0),
        position,
        kind: ItemKind::Motion.to_string(),
        title: format!("Motion {position}"),
        text: "L’assemblée décide.".into(),
        decision: None,
        majority: None,
    });
    insert::<item::ActiveModel>(unit, items.collect()).await?;
    let kind = rules.of(Kind::Ordinary);
    let reached = json(quorum(&kind.quorum, &[], &Presence::default()));
    let rows = (0..polls).map(|number| poll::Model {
        id: id(POLL, number),
        assembly_id: id(ASSEMBLY, 0),
        item_id: id(ITEM, number),
        amendment_id: None,
        state: PollState::Open.to_string(),
        rule: json(&kind.majority),
        quorum: reached.clone(),
        // One after the other: the room shows the first.
        opened_at: now - TimeDelta::milliseconds((polls - number) as i64),
        closed_at: None,
        outcome: None,
    });
    insert::<poll::ActiveModel>(unit, rows.collect()).await?;
    unit.record("bench", Some(id(NETWORK, 0)), "network_generated", serde_json::json!({ "members": members }));
    Ok(())
}

/// A session of a person, with a secret that is known.
#[must_use]
pub fn open_session(person_id: Uuid, secret: &str, unit: &Unit) -> session::Model {
    session::Model {
        id_hash: session_hash(secret),
        person_id,
        identity_id: None,
        connection_id: None,
        provider_session: None,
        id_token: None,
        method: "link".into(),
        user_agent: "bench".into(),
        created_at: unit.now(),
        last_seen_at: unit.now(),
        expires_at: unit.now() + TimeDelta::days(1),
    }
}

/// Inserts rows that a model holds whole.
pub(crate) async fn insert<A>(unit: &Unit, rows: Vec<<A::Entity as EntityTrait>::Model>) -> Result<(), DbErr>
where
    A: ActiveModelTrait + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    let rows: Vec<A> = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
    for chunk in rows.chunks(ROWS) {
        A::Entity::insert_many(chunk.to_vec()).exec_without_returning(unit.write()).await?;
    }
    Ok(())
}
