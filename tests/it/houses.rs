//! Two networks side by side, with somebody of every role in each: north and south.

use app::routes::Row;
use chrono::{Days, NaiveDate, TimeDelta};
use domain::{
    assemblies::AssemblyRules,
    colleges::WeightRule,
    ids::{NetworkId, OrganizationId, PersonId},
    locale::{Locale, Localized},
    people::Role,
};
use entities::{
    Unit,
    assemblies::{assembly, item},
    memberships::{membership, membership_step},
    motions::{amendment, backer, motion, revision},
    networks::{college, network},
    organizations::{organization, organization_name, site},
    people::{mandate, person},
    sign_in::session as sign_in_session,
    statutes::version,
    trainings::{half_day, need_collection, session, training},
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;
use services::{Error, Viewer, networks::Network};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::support::{Browser, World};

/// A network with one member and what hangs on both.
#[derive(Clone, Debug)]
pub struct House {
    pub word: &'static str,
    pub network: NetworkId,
    pub organization: OrganizationId,
    pub college: Uuid,
    pub site: Uuid,
    pub assembly: Uuid,
    pub item: Uuid,
    pub motion: Uuid,
    pub amendment: Uuid,
    pub training: Uuid,
    pub session: Uuid,
    pub collection: Uuid,
    people: Vec<(Role, Uuid, Uuid)>,
}

/// Both, in their world.
#[derive(Clone)]
pub struct Houses {
    pub world: World,
    pub north: House,
    pub south: House,
}

impl House {
    /// The organization's word in addresses.
    pub fn member(&self) -> String {
        format!("{}-member", self.word)
    }

    /// Who holds a role here.
    pub fn person(&self, role: Role) -> PersonId {
        PersonId(self.people.iter().find(|(held, ..)| *held == role).expect("somebody of every role").1)
    }

    /// The mandate of that role.
    pub fn mandate(&self, role: Role) -> Uuid {
        self.people.iter().find(|(held, ..)| *held == role).expect("somebody of every role").2
    }

    /// The address of a row of the table, with this house's own things in it.
    ///
    /// # Panics
    /// On a part that nobody has said how to fill: say it here, with the expectation that follows.
    pub fn address(&self, row: &Row) -> String {
        let mut address = row.path.to_owned();
        let own_mandate = if row.path.starts_with("/n/") { Role::Observer } else { Role::Staff };
        let nothing = Uuid::nil().to_string();
        let parts = [
            ("network", self.word.to_owned()),
            ("organization", self.member()),
            ("college", self.college.to_string()),
            ("kind", "ordinary".to_owned()),
            ("decision", "statutes".to_owned()),
            ("version", "1".to_owned()),
            ("site", self.site.to_string()),
            ("assembly", self.assembly.to_string()),
            ("part", self.item.to_string()),
            ("motion", self.motion.to_string()),
            ("amendment", self.amendment.to_string()),
            ("training", self.training.to_string()),
            ("session", self.session.to_string()),
            ("registration", nothing.clone()),
            ("collection", self.collection.to_string()),
            ("visit", nothing.clone()),
            ("offer", nothing.clone()),
            ("need", nothing.clone()),
            ("mandate", self.mandate(own_mandate).to_string()),
            ("person", self.person(Role::Staff).to_string()),
            ("domain", nothing.clone()),
            ("approval", nothing.clone()),
            ("letter", nothing.clone()),
            ("passkey", nothing.clone()),
            ("token", "unknown".to_owned()),
            ("request", nothing.clone()),
            ("code", "0000-0000-0000-0000".to_owned()),
        ];
        for (name, value) in parts {
            address = address.replace(&format!("{{{name}}}"), &value);
        }
        assert!(!address.contains('{'), "{address} has a part without a row in tests/it/houses.rs");
        address
    }
}

impl Houses {
    /// Builds both.
    pub async fn build(world: World) -> Self {
        let today = world.time.now().date_naive();
        let built = world.services.store().write(move |unit| {
            Box::pin(
                async move { Ok::<_, Error>((house(unit, "north", today).await?, house(unit, "south", today).await?)) },
            )
        });
        let (north, south) = built.await.expect("a database");
        Self { world, north, south }
    }

    /// The viewer that somebody is.
    pub async fn viewer(&self, house: &House, role: Role) -> Viewer {
        let now = self.world.time.now();
        let viewer = Viewer::load(self.world.services.store().read(), house.person(role), now).await;
        viewer.expect("a database").expect("somebody")
    }

    /// A house's network.
    pub async fn network(&self, house: &House) -> Network {
        let viewer = self.viewer(house, Role::NetworkAdministrator).await;
        self.world.services.network(&viewer, house.word).await.expect("its administrator sees it")
    }

    /// The browser of somebody who has signed in.
    pub fn browser(&self, house: &House, role: Role) -> Browser {
        let mut browser = self.world.browser();
        browser.set_cookie("session", &secret(house.person(role).0));
        browser
    }

    /// What the journal tells of one kind, the latest last.
    pub async fn journal(&self, kind: &str) -> Vec<serde_json::Value> {
        use entities::audit::journal_line;
        use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
        let lines = journal_line::Entity::find()
            .filter(journal_line::Column::Kind.eq(kind))
            .order_by_asc(journal_line::Column::Sequence);
        let lines = lines.all(self.world.services.store().read()).await.expect("a database");
        lines.iter().map(|line| serde_json::from_str(&line.payload).expect("JSON")).collect()
    }
}

fn secret(person: Uuid) -> String {
    format!("secret of {person}").replace(' ', "-")
}

async fn house(unit: &Unit, word: &'static str, today: NaiveDate) -> Result<House, Error> {
    let long_ago = today.checked_sub_days(Days::new(400)).expect("a day");
    let network = Uuid::new_v4();
    let row = network::Model {
        id: network,
        slug: word.into(),
        names: serde_json::to_value(Localized::one(Locale::En, word))?,
        descriptions: json!({}),
        host_organization_id: None,
        locale: "en".into(),
        locales: json!(["fr", "nl", "en"]),
        time_zone: "Europe/Paris".into(),
        rules: serde_json::to_value(AssemblyRules::usual())?,
        demo: false,
        created_at: unit.now(),
    };
    network::Entity::insert(network::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    let row = version::ActiveModel {
        network_id: Set(network),
        version: Set(1),
        valid_from: Set(long_ago),
        assembly_id: Set(None),
        rules: Set(serde_json::to_value(AssemblyRules::usual())?),
        note: Set("Founding statutes".into()),
        made_at: Set(unit.now()),
        made_by: Set(None),
    };
    version::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let college = Uuid::new_v4();
    let row = college::ActiveModel {
        id: Set(college),
        network_id: Set(network),
        position: Set(1),
        names: Set(serde_json::to_value(Localized::one(Locale::En, "Members"))?),
        weight_rule: Set(serde_json::to_value(WeightRule::Fixed { weight: 1 })?),
    };
    college::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let organization = organization(unit, &format!("{word}-member"), long_ago).await?;
    join(unit, organization, network, Some(college), long_ago).await?;
    let site = Uuid::new_v4();
    let row = site::ActiveModel {
        id: Set(site),
        organization_id: Set(organization),
        label: Set("Seat".into()),
        street: Set(None),
        postal_code: Set(None),
        city: Set("Town".into()),
        country: Set("FR".into()),
        valid_from: Set(Some(long_ago)),
        valid_to: Set(None),
    };
    site::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let (assembly, item) = assembly(unit, network, today).await?;
    let (motion, amendment) = motion(unit, assembly, organization).await?;
    let (training, session) = training(unit, network).await?;
    let collection = needs(unit, network).await?;
    let mut people = Vec::new();
    for role in Role::ALL {
        let holder = if role.is_of_network() { (Some(network), None) } else { (None, Some(organization)) };
        let (person, mandate) = somebody(unit, word, *role, holder, long_ago).await?;
        people.push((*role, person, mandate));
    }
    let (network, organization) = (NetworkId(network), OrganizationId(organization));
    Ok(House {
        word,
        network,
        organization,
        college,
        site,
        assembly,
        item,
        motion,
        amendment,
        training,
        session,
        collection,
        people,
    })
}

/// A training of the catalogue with a session that is announced.
async fn training(unit: &Unit, network: Uuid) -> Result<(Uuid, Uuid), Error> {
    let (id, session) = (Uuid::new_v4(), Uuid::new_v4());
    let row = training::ActiveModel {
        id: Set(id),
        network_id: Set(network),
        state: Set("published".into()),
        title: Set("Welcoming people".into()),
        details: Set(json!({
            "subject": "Welcome", "audience": "", "objectives": "", "prerequisites": "", "minutes": 420, "trainers": "",
            "provider": "network", "provider_name": "", "qualiopi": "", "languages": ["en"], "accessibility": "",
            "prices": [], "funders": "",
        })),
        version: Set(0),
        created_at: Set(unit.now()),
        created_by: Set(Uuid::nil()),
    };
    training::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let begins_at = unit.now() + Days::new(30);
    let row = session::ActiveModel {
        id: Set(session),
        training_id: Set(id),
        network_id: Set(network),
        state: Set("announced".into()),
        place: Set(Some("Town hall".into())),
        remote_url: Set(None),
        instructions: Set(String::new()),
        begins_at: Set(begins_at),
        ends_at: Set(begins_at + TimeDelta::hours(7)),
        seating: Set(json!({
            "rule": "first_come", "capacity": 4, "minimum": 0, "quota": { "quota": "none" }, "pots": [],
            "reserved_until": null, "opens_at": unit.now(), "closes_at": begins_at, "begins_at": begins_at,
            "hold_hours": 48, "priorities": {}, "seed": "seed",
        })),
        allocation: Set(None),
        version: Set(0),
        created_at: Set(unit.now()),
        reminded_at: Set(None),
    };
    session::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let row = half_day::ActiveModel {
        code: Set(None),
        id: Set(Uuid::new_v4()),
        session_id: Set(session),
        starts_at: Set(begins_at),
        ends_at: Set(begins_at + TimeDelta::hours(7)),
    };
    half_day::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok((id, session))
}

/// An open collection of needs.
async fn needs(unit: &Unit, network: Uuid) -> Result<Uuid, Error> {
    let id = Uuid::new_v4();
    let row = need_collection::ActiveModel {
        id: Set(id),
        network_id: Set(network),
        year: Set(2027),
        introduction: Set("What do your teams need?".into()),
        closes_at: Set(unit.now() + Days::new(2)),
        version: Set(0),
        created_at: Set(unit.now()),
        created_by: Set(Uuid::nil()),
    };
    need_collection::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok(id)
}

/// An organization with one name, which is its word in addresses.
pub async fn organization(unit: &Unit, slug: &str, since: NaiveDate) -> Result<Uuid, Error> {
    let id = Uuid::new_v4();
    let row = organization::Model {
        id,
        slug: slug.into(),
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
    organization::Entity::insert(organization::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    let row = organization_name::ActiveModel {
        id: Set(Uuid::new_v4()),
        organization_id: Set(id),
        name: Set(slug.to_owned()),
        short_name: Set(None),
        valid_from: Set(since),
    };
    organization_name::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok(id)
}

/// Makes an organization an admitted member.
pub async fn join(
    unit: &Unit,
    organization: Uuid,
    network: Uuid,
    college: Option<Uuid>,
    since: NaiveDate,
) -> Result<(), Error> {
    let id = Uuid::new_v4();
    let row = membership::ActiveModel {
        id: Set(id),
        organization_id: Set(organization),
        network_id: Set(network),
        college_id: Set(college),
        status: Set("admitted".into()),
        status_since: Set(since),
        version: Set(1),
    };
    membership::Entity::insert(row).exec_without_returning(unit.write()).await?;
    for (position, step, status) in [(1, "apply", "applied"), (2, "admit", "admitted")] {
        let row = membership_step::ActiveModel {
            id: Set(Uuid::new_v4()),
            membership_id: Set(id),
            position: Set(position),
            step: Set(step.into()),
            status: Set(status.into()),
            effective_on: Set(since),
            decision: Set(Some("Founding assembly".into())),
            recorded_at: Set(unit.now()),
            recorded_by: Set(None),
        };
        membership_step::Entity::insert(row).exec_without_returning(unit.write()).await?;
    }
    Ok(())
}

/// A motion of the organization that was handed in, and its amendment to it.
async fn motion(unit: &Unit, assembly: Uuid, organization: Uuid) -> Result<(Uuid, Uuid), Error> {
    let (id, paragraph, change) = (Uuid::new_v4(), Uuid::new_v4(), Uuid::new_v4());
    let row = motion::Model {
        id,
        assembly_id: assembly,
        item_id: None,
        number: 1,
        title: "A fund".into(),
        locale: "en".into(),
        reasons: String::new(),
        state: "submitted".into(),
        refusal: None,
        created_at: unit.now(),
        created_by: None,
        submitted_at: Some(unit.now()),
    };
    motion::Entity::insert(motion::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    let text = json!({ "articles": [{ "title": {}, "paragraphs": [{
        "id": paragraph, "after": null, "struck": false, "wordings": { "en": { "text": "A fund.", "stale": false } },
    }] }] });
    let row = revision::Model {
        motion_id: id,
        number: 1,
        text,
        cause: "written".into(),
        amendment_id: None,
        made_at: unit.now(),
        made_by: None,
    };
    revision::Entity::insert(revision::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    let row = amendment::Model {
        id: change,
        motion_id: id,
        number: 1,
        paragraph_id: paragraph,
        locale: "en".into(),
        revision: 1,
        change: "delete".into(),
        text: String::new(),
        reasons: String::new(),
        state: "submitted".into(),
        refusal: None,
        superseded_because: None,
        superseded_by: None,
        position: None,
        created_at: unit.now(),
        created_by: None,
        submitted_at: Some(unit.now()),
    };
    amendment::Entity::insert(amendment::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    for backed_id in [id, change] {
        let row = backer::Model {
            backed_id,
            organization_id: organization,
            part: "author".into(),
            name: "Member".into(),
            since: unit.now(),
            person_id: None,
        };
        backer::Entity::insert(backer::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    }
    Ok((id, change))
}

async fn assembly(unit: &Unit, network: Uuid, today: NaiveDate) -> Result<(Uuid, Uuid), Error> {
    let (id, item) = (Uuid::new_v4(), Uuid::new_v4());
    let row = assembly::Model {
        id,
        network_id: network,
        kind: "ordinary".into(),
        title: "Annual assembly".into(),
        state: "convened".into(),
        venue: "room".into(),
        place: Some("Town hall".into()),
        remote_url: None,
        held_on: today,
        starts_at: unit.now(),
        reference_on: Some(today),
        convened_at: Some(unit.now()),
        convened_by: None,
        opened_at: None,
        closed_at: None,
        rules: Some(serde_json::to_value(AssemblyRules::usual())?),
        statutes_version: None,
        second_of: None,
        created_at: unit.now(),
    };
    assembly::Entity::insert(assembly::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    let row = item::ActiveModel {
        id: Set(item),
        assembly_id: Set(id),
        position: Set(1),
        kind: Set("motion".into()),
        title: Set("Accounts".into()),
        text: Set("The accounts are approved.".into()),
        decision: Set(None),
        majority: Set(None),
    };
    item::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok((id, item))
}

async fn somebody(
    unit: &Unit,
    word: &str,
    role: Role,
    (network, organization): (Option<Uuid>, Option<Uuid>),
    since: NaiveDate,
) -> Result<(Uuid, Uuid), Error> {
    let (id, held) = (Uuid::new_v4(), Uuid::new_v4());
    let row = person::Model {
        id,
        name: format!("The {role} of {word}"),
        pseudonym: (role == Role::PersonConcerned).then(|| format!("Marigold of {word}")),
        email: Some(format!("{role}@{word}.example")),
        locale: "en".into(),
        created_at: unit.now(),
    };
    person::Entity::insert(person::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    let row = mandate::ActiveModel {
        id: Set(held),
        person_id: Set(id),
        role: Set(role.to_string()),
        network_id: Set(network),
        organization_id: Set(organization),
        starts_on: Set(since),
        ends_on: Set(None),
        granted_by: Set(None),
        source: Set("decision".into()),
        created_at: Set(unit.now()),
    };
    mandate::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let hash: String = Sha256::digest(secret(id)).iter().map(|byte| format!("{byte:02x}")).collect();
    let row = sign_in_session::ActiveModel {
        id_hash: Set(hash),
        person_id: Set(id),
        identity_id: Set(None),
        connection_id: Set(None),
        provider_session: Set(None),
        id_token: Set(None),
        method: Set("link".into()),
        user_agent: Set("test".into()),
        created_at: Set(unit.now()),
        last_seen_at: Set(unit.now()),
        expires_at: Set(unit.now() + chrono::Duration::days(30)),
    };
    sign_in_session::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok((id, held))
}
