//! A network of thirteen organizations in three colleges, in every status, with their people.
//!
//! Eight of them are on the roll of an assembly of 30 March 2026, with twelve voices: Abri 1,
//! Boussole 2, Cèdre 4, Digue 1 (by their places), Écluse, Fontaine, Gué, Havre 1 each.

use std::fmt::Debug;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::{
    assemblies::{AssemblyRules, CourseRefused, ItemKind, Kind, Venue},
    colleges::{Bracket, Figure, WeightRule},
    ids::{AssemblyId, OrganizationId, PersonId, PollId},
    locale::Locale,
    people::{Holder, Role},
    polls::Choice,
    proxies::ProxyRefused,
    statutes::Decision,
};
use entities::{
    Unit,
    memberships::{membership, membership_step},
    networks::{college, network},
    organizations::{declared_figure, organization, organization_name},
    people::{mandate, person},
    sign_in::session,
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use services::{
    Error, Refusal, Services, Viewer,
    assemblies::{Arrival, Cast, NewAssembly, NewItem, Recorded},
    networks::Network,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::support::{Browser, World};

/// A network with its people, on one database.
pub struct House {
    pub world: World,
    pub services: Services,
    pub network: Network,
}

/// An assembly with its agenda: information, then two motions.
#[derive(Clone, Copy)]
pub struct Assembly {
    pub id: AssemblyId,
    pub report: Uuid,
    pub accounts: Uuid,
    pub fees: Uuid,
}

/// The administrator, and a second one who chairs with them.
pub const ADMINISTRATOR: &str = "Ada Lerouge";
pub const BOARD: &str = "Basile Prévost";
/// Represents an organization of another network, and runs that network.
pub const STRANGER: &str = "Zoé Lointaine";
/// Delegate of Fontaine until the day before the assembly, and employed there still.
pub const FORMER: &str = "Yann Ancien";
/// Stands in for the representative of Boussole; reads Dutch.
pub const ALTERNATE: &str = "Bram Tweede";

/// Name, college, status step by step, places declared.
type Member =
    (&'static str, &'static str, &'static [(&'static str, &'static str, &'static str)], &'static [(&'static str, i64)]);

const MEMBERS: [Member; 13] = [
    ("Abri", "Hébergement", &[("2015-01-01", "admit", "admitted")], &[("2025-01-01", 40), ("2026-03-01", 60)]),
    ("Boussole", "Hébergement", &[("2015-01-01", "admit", "admitted")], &[("2025-01-01", 120)]),
    ("Cèdre", "Hébergement", &[("2015-01-01", "admit", "admitted")], &[("2024-01-01", 20), ("2026-02-28", 300)]),
    ("Digue", "Hébergement", &[("2015-01-01", "admit", "admitted")], &[]),
    ("Écluse", "Associés", &[("2015-01-01", "admit", "admitted")], &[("2025-01-01", 900)]),
    ("Fontaine", "Associés", &[("2015-01-01", "admit", "admitted")], &[]),
    ("Gué", "Associés", &[("2015-01-01", "admit", "admitted")], &[]),
    ("Havre", "Associés", &[("2015-01-01", "admit", "admitted")], &[]),
    ("Île", "Associés", &[("2015-01-01", "admit", "admitted"), ("2026-01-10", "suspend", "suspended")], &[]),
    ("Jardin", "Associés", &[("2015-01-01", "admit", "admitted"), ("2025-12-31", "leave", "left")], &[]),
    ("Kiosque", "Associés", &[("2026-01-15", "apply", "applied"), ("2026-03-03", "admit", "admitted")], &[]),
    ("Lien", "Associés", &[("2026-03-01", "apply", "applied"), ("2026-03-04", "admit", "admitted")], &[]),
    ("Mât", "Observateurs", &[("2015-01-01", "admit", "admitted")], &[]),
];

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

/// The same name is always the same identifier.
fn id(kind: &str, name: &str) -> Uuid {
    let hash = Sha256::digest(format!("{kind} {name}"));
    Uuid::from_slice(&hash[..16]).expect("sixteen bytes")
}

pub fn organization(name: &str) -> OrganizationId {
    OrganizationId(id("organization", name))
}

pub fn person(name: &str) -> PersonId {
    PersonId(id("person", name))
}

/// The legal representative of an organization.
pub fn of(organization: &str) -> String {
    format!("Présidence {organization}")
}

/// What stood against it.
pub fn refusal<T: Debug>(result: Result<T, Error>) -> Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

pub fn course<T: Debug>(result: Result<T, Error>) -> CourseRefused {
    match refusal(result) {
        Refusal::Course(refused) => refused,
        other => panic!("another refusal: {other:?}"),
    }
}

pub fn proxy_refused<T: Debug>(result: Result<T, Error>) -> ProxyRefused {
    match refusal(result) {
        Refusal::Proxy(refused) => refused,
        other => panic!("another refusal: {other:?}"),
    }
}

async fn put<A>(unit: &Unit, row: <A::Entity as EntityTrait>::Model) -> Result<(), Error>
where
    A: ActiveModelTrait + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    A::Entity::insert(row.into_active_model()).exec_without_returning(unit.write()).await?;
    Ok(())
}

impl House {
    /// With the usual rules: fifteen days of notice, half of the members present or represented, two
    /// proxies at most, the roll of thirty days before.
    pub async fn build(world: World) -> Self {
        Self::build_with(world, AssemblyRules::usual()).await
    }

    pub async fn build_with(world: World, rules: AssemblyRules) -> Self {
        let services = world.services.clone();
        let written = services.store().write(move |unit| {
            let rules = rules.clone();
            Box::pin(async move {
                for name in ["Réseau", "Autre"] {
                    found(unit, name, &rules).await?;
                }
                for member in &MEMBERS {
                    join(unit, "Réseau", member).await?;
                }
                join(unit, "Autre", &("Zénith", "Associés", &[("2015-01-01", "admit", "admitted")], &[])).await?;
                people(unit).await
            })
        });
        written.await.expect("the fixture is right");
        let administrator = viewer(&services, ADMINISTRATOR).await;
        let network = services.network(&administrator, "reseau").await.expect("the network");
        Self { world, services, network }
    }

    /// Somebody, with what they may do now.
    pub async fn viewer(&self, name: &str) -> Viewer {
        viewer(&self.services, name).await
    }

    /// Somebody's browser, signed in, in English.
    pub async fn browser(&self, name: &str) -> Browser {
        let secret = id("session", name).to_string();
        let hash: String = Sha256::digest(secret.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        let person = person(name);
        let opened = self.services.store().write(move |unit| {
            let hash = hash.clone();
            Box::pin(async move {
                // The one of before may have become too old.
                session::Entity::delete_by_id(hash.clone()).exec(unit.write()).await?;
                let row = session::Model {
                    id_hash: hash,
                    person_id: person.0,
                    identity_id: None,
                    connection_id: None,
                    provider_session: None,
                    id_token: None,
                    method: "link".into(),
                    user_agent: String::new(),
                    created_at: unit.now(),
                    last_seen_at: unit.now(),
                    expires_at: unit.now() + chrono::Duration::days(90),
                };
                put::<session::ActiveModel>(unit, row).await
            })
        });
        opened.await.expect("a session");
        let mut browser = self.world.browser();
        browser.set_cookie("session", &secret);
        browser.set_cookie("language", "en");
        browser
    }

    /// What a form says of the assembly of 30 March.
    pub fn wanted() -> NewAssembly {
        NewAssembly {
            kind: Kind::Ordinary,
            title: "Assemblée générale 2026".into(),
            venue: Venue::Hybrid,
            place: "Salle des fêtes, Montreuil".into(),
            remote_url: "https://visio.example/ag".into(),
            day: day("2026-03-30"),
            time: NaiveTime::from_hms_opt(14, 0, 0).expect("a time"),
        }
    }

    /// A draft with its agenda.
    pub async fn drafted(&self) -> Assembly {
        let board = self.viewer(BOARD).await;
        let id = self.services.draft_assembly(&board, &self.network, Self::wanted()).await.expect("a draft");
        let add = async |kind, title: &str, text: &str| {
            let new =
                NewItem { kind, title: title.into(), text: text.into(), decision: Decision::Ordinary, election: None };
            self.services.add_item(&board, id, new).await.expect("an item")
        };
        Assembly {
            id,
            report: add(ItemKind::Information, "Rapport d’activité", "Lecture du rapport.").await,
            accounts: add(ItemKind::Motion, "Comptes 2025", "L’assemblée approuve les comptes de 2025.").await,
            fees: add(ItemKind::Motion, "Cotisation 2027", "L’assemblée fixe la cotisation à 150 euros.").await,
        }
    }

    /// The members are called, on 5 March.
    pub async fn convened(&self) -> Assembly {
        let assembly = self.drafted().await;
        self.services.convene(&self.viewer(BOARD).await, assembly.id).await.expect("a convocation");
        assembly
    }

    /// On 30 March at two o'clock the session is open and these organizations are there.
    pub async fn in_session(&self, present: &[&str]) -> Assembly {
        let assembly = self.convened().await;
        self.world.time.set(at("2026-03-30T12:00:00Z"));
        self.services.open_session(&self.viewer(ADMINISTRATOR).await, assembly.id).await.expect("a session");
        for organization in present {
            self.arrives(&assembly, organization).await.expect("an arrival");
        }
        assembly
    }

    /// Half of the roll is there and the vote on the accounts is open.
    pub async fn voting(&self) -> (Assembly, PollId) {
        let assembly = self.in_session(&["Abri", "Boussole", "Cèdre", "Digue"]).await;
        let poll = self.opens(&assembly, assembly.accounts).await.expect("a poll");
        (assembly, poll)
    }

    pub async fn opens(&self, assembly: &Assembly, item: Uuid) -> Result<PollId, Error> {
        self.services.open_poll(&self.viewer(ADMINISTRATOR).await, assembly.id, item).await
    }

    pub async fn arrives(&self, assembly: &Assembly, name: &str) -> Result<(), Error> {
        let arrival = Arrival { organization: organization(name), person: None, remote: false };
        self.services.arrive(&self.viewer(&of(name)).await, assembly.id, arrival).await
    }

    pub async fn leaves(&self, assembly: &Assembly, name: &str) -> Result<(), Error> {
        let viewer = self.viewer(&of(name)).await;
        self.services.leave(&viewer, assembly.id, organization(name), None).await
    }

    pub async fn gives(&self, assembly: &Assembly, giver: &str, holder: &str) -> Result<(), Error> {
        let viewer = self.viewer(&of(giver)).await;
        self.services.give_proxy(&viewer, assembly.id, organization(giver), organization(holder)).await
    }

    /// `by` votes for an organization, with a form of its own.
    pub async fn votes(
        &self,
        assembly: &Assembly,
        poll: PollId,
        by: &str,
        name: &str,
        choice: Choice,
    ) -> Result<Recorded, Error> {
        self.votes_with(assembly, poll, by, name, choice, &Uuid::new_v4().to_string()).await
    }

    pub async fn votes_with(
        &self,
        assembly: &Assembly,
        poll: PollId,
        by: &str,
        name: &str,
        choice: Choice,
        request: &str,
    ) -> Result<Recorded, Error> {
        let cast = Cast {
            network: None,
            assembly: assembly.id,
            poll,
            organization: organization(name),
            choice,
            request: request.into(),
        };
        self.services.cast(&self.viewer(by).await, cast).await
    }

    /// The address of an assembly's page.
    pub fn path(&self, assembly: &Assembly) -> String {
        format!("/n/reseau/assemblies/{}", assembly.id)
    }

    /// Changes a row behind the product's back, or what another capability keeps.
    pub async fn put<A>(&self, row: <A::Entity as EntityTrait>::Model)
    where
        A: ActiveModelTrait + Send + 'static,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A> + Clone + Sync,
    {
        let written = self.services.store().write(move |unit| {
            let row = row.clone();
            Box::pin(async move { put::<A>(unit, row).await })
        });
        written.await.expect("a row");
    }
}

async fn viewer(services: &Services, name: &str) -> Viewer {
    let loaded = Viewer::load(services.store().read(), person(name), services.now()).await;
    loaded.expect("an answer").unwrap_or_else(|| panic!("nobody is called {name}"))
}

fn slug(name: &str) -> String {
    services::text::slug(name)
}

async fn found(unit: &Unit, name: &str, rules: &AssemblyRules) -> Result<(), Error> {
    let network_id = id("network", name);
    let row = network::Model {
        id: network_id,
        slug: slug(name),
        names: json!({ "fr": name }),
        descriptions: json!({}),
        host_organization_id: None,
        locale: "fr".into(),
        locales: json!(["fr"]),
        time_zone: "Europe/Paris".into(),
        rules: serde_json::to_value(rules)?,
        demo: false,
        created_at: unit.now(),
    };
    put::<network::ActiveModel>(unit, row).await?;
    let brackets = [(0, 1), (50, 2), (200, 4)].map(|(from, weight)| Bracket { from, weight });
    let colleges = [
        ("Hébergement", WeightRule::Brackets { figure: Figure::Places, brackets: brackets.to_vec() }),
        ("Associés", WeightRule::Fixed { weight: 1 }),
        ("Observateurs", WeightRule::Fixed { weight: 0 }),
    ];
    for (position, (college, rule)) in (1..).zip(colleges) {
        let row = college::Model {
            id: id("college", &format!("{name} {college}")),
            network_id,
            position,
            names: json!({ "fr": college }),
            weight_rule: serde_json::to_value(rule)?,
        };
        put::<college::ActiveModel>(unit, row).await?;
    }
    Ok(())
}

async fn join(unit: &Unit, network: &str, (name, college, steps, places): &Member) -> Result<(), Error> {
    let organization_id = organization(name).0;
    let row = organization::Model {
        id: organization_id,
        slug: slug(name),
        legal_form: "association_1901".into(),
        country: "FR".into(),
        locales: json!(["fr"]),
        rna: None,
        siren: None,
        siret: None,
        enterprise_number: None,
        email: None,
        phone: None,
        website: None,
        description: String::new(),
        created_at: unit.now(),
        version: 1,
    };
    put::<organization::ActiveModel>(unit, row).await?;
    put::<organization_name::ActiveModel>(unit, named(name, name, "1990-01-01")).await?;
    let membership_id = id("membership", name);
    let (since, _, status) = steps.last().expect("a membership begins");
    let row = membership::Model {
        id: membership_id,
        organization_id,
        network_id: id("network", network),
        college_id: Some(id("college", &format!("{network} {college}"))),
        status: (*status).into(),
        status_since: day(since),
        version: 1,
    };
    put::<membership::ActiveModel>(unit, row).await?;
    for (position, (on, step, status)) in (1..).zip(*steps) {
        let row = membership_step::Model {
            id: unit.id(),
            membership_id,
            position,
            step: (*step).into(),
            status: (*status).into(),
            effective_on: day(on),
            decision: Some("Conseil d’administration".into()),
            recorded_at: unit.now(),
            recorded_by: None,
        };
        put::<membership_step::ActiveModel>(unit, row).await?;
    }
    for (as_of, value) in *places {
        put::<declared_figure::ActiveModel>(unit, declared(name, as_of, *value)).await?;
    }
    Ok(())
}

/// A name from a day on.
pub fn named(organization_name: &str, new: &str, from: &str) -> organization_name::Model {
    organization_name::Model {
        id: Uuid::new_v4(),
        organization_id: organization(organization_name).0,
        name: new.into(),
        short_name: None,
        valid_from: day(from),
    }
}

/// Places from a day on.
pub fn declared(name: &str, as_of: &str, value: i64) -> declared_figure::Model {
    declared_figure::Model {
        id: Uuid::new_v4(),
        organization_id: organization(name).0,
        figure: "places".into(),
        value,
        as_of: day(as_of),
        declared_at: at("2026-03-05T08:00:00Z"),
        declared_by: None,
    }
}

async fn people(unit: &Unit) -> Result<(), Error> {
    let (network, other) = (id("network", "Réseau"), id("network", "Autre"));
    let in_network = |network| Holder::Network(domain::ids::NetworkId(network));
    let in_organization = |name: &str| Holder::Organization(organization(name));
    for (name, ..) in &MEMBERS {
        // Nobody knows where to write to the one of Havre.
        let address = (*name != "Havre").then(|| format!("presidence@{}.example", slug(name)));
        let role = (Role::LegalRepresentative, in_organization(name), None);
        someone(unit, &of(name), address, Locale::Fr, &[role]).await?;
    }
    let address = |name: &str| Some(format!("{}@reseau.example", slug(name)));
    someone(
        unit,
        ADMINISTRATOR,
        address(ADMINISTRATOR),
        Locale::Fr,
        &[(Role::NetworkAdministrator, in_network(network), None)],
    )
    .await?;
    someone(unit, BOARD, address(BOARD), Locale::Fr, &[(Role::NetworkBoard, in_network(network), None)]).await?;
    let stranger = [
        (Role::LegalRepresentative, in_organization("Zénith"), None),
        (Role::NetworkAdministrator, in_network(other), None),
    ];
    someone(unit, STRANGER, address(STRANGER), Locale::Fr, &stranger).await?;
    let former = [
        (Role::Delegate, in_organization("Fontaine"), Some(day("2026-03-29"))),
        (Role::Staff, in_organization("Fontaine"), None),
    ];
    someone(unit, FORMER, None, Locale::Fr, &former).await?;
    someone(unit, ALTERNATE, address(ALTERNATE), Locale::Nl, &[(Role::Alternate, in_organization("Boussole"), None)])
        .await
}

async fn someone(
    unit: &Unit,
    name: &str,
    email: Option<String>,
    locale: Locale,
    mandates: &[(Role, Holder, Option<NaiveDate>)],
) -> Result<(), Error> {
    let row = person::Model {
        id: person(name).0,
        name: name.into(),
        pseudonym: None,
        email,
        locale: locale.to_string(),
        created_at: unit.now(),
    };
    put::<person::ActiveModel>(unit, row).await?;
    for (role, holder, until) in mandates {
        let (network_id, organization_id) = match holder {
            Holder::Network(network) => (Some(network.0), None),
            Holder::Organization(organization) => (None, Some(organization.0)),
        };
        let row = mandate::Model {
            id: unit.id(),
            person_id: person(name).0,
            role: role.to_string(),
            network_id,
            organization_id,
            starts_on: day("2020-01-01"),
            ends_on: *until,
            granted_by: None,
            source: "decision".into(),
            created_at: unit.now(),
        };
        put::<mandate::ActiveModel>(unit, row).await?;
    }
    Ok(())
}
