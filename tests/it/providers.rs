//! A small federation whose two members have identity providers of their own, over loopback.

use std::sync::Arc;

use axum::Router;
use chrono::NaiveDate;
use domain::{
    assemblies::AssemblyRules,
    locale::{Locale, Localized},
    people::Role,
    sign_in::UnknownPerson,
};
use entities::{
    Unit,
    audit::journal_line,
    memberships::membership,
    networks::network,
    organizations::{organization, organization_name},
    people::{mandate, person},
    sign_in::{connection, domain as mail_domain, identity},
};
use oidc::{
    Secret,
    provider::{AuthorizeRequest, Issuer, Person, RegisteredClient, SigningKey, router},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use services::Error;
use url::Url;
use uuid::Uuid;

use crate::support::{Answer, Browser, PUBLIC_URL, World};

pub const CLIENT: &str = "trame";
pub const SECRET: &str = "a secret between the two";

/// The federation.
pub struct Federation {
    pub world: World,
    pub aurore: Member,
    pub coallia: Member,
}

/// A member and its provider.
pub struct Member {
    pub id: Uuid,
    pub slug: &'static str,
    pub connection: Uuid,
    pub issuer: Arc<Issuer>,
    /// Its administrator, whose account at the provider is `admin`.
    pub administrator: Uuid,
}

/// Somebody at a provider.
pub fn account(subject: &str, email: Option<&str>, verified: bool, groups: &[&str]) -> Person {
    let mut claims = json!({ "name": format!("Person {subject}"), "groups": groups });
    if let Some(email) = email {
        claims["email"] = json!(email);
        claims["email_verified"] = json!(verified);
    }
    let claims = claims.as_object().cloned().expect("an object");
    Person { subject: subject.to_owned(), name: subject.to_owned(), note: None, claims }
}

impl Federation {
    pub async fn build(world: World) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base = format!("http://{}/providers", listener.local_addr().expect("an address"));
        let issuer = |slug: &str| {
            let client = RegisteredClient {
                client_id: CLIENT.to_owned(),
                client_secret: Some(Secret::from(SECRET)),
                redirect_uris: vec![format!("{PUBLIC_URL}/sign-in/callback")],
                post_logout_redirect_uris: vec![format!("{PUBLIC_URL}/sign-out/return")],
            };
            let key = SigningKey::es256(slug, &mut rand::rng());
            let time = world.time.clone();
            let people = vec![account("admin", Some(&format!("admin@{slug}.example")), true, &[])];
            Arc::new(Issuer::new(&base, slug, slug, key, vec![client], people, Arc::new(move || time.now())))
        };
        let (aurore, coallia) = (issuer("aurore"), issuer("coallia"));
        let page = Arc::new(|_: &oidc::provider::PageRequest<'_>| String::new());
        let routes = router([Arc::clone(&aurore), Arc::clone(&coallia)], page);
        tokio::spawn(async move { axum::serve(listener, Router::new().nest("/providers", routes)).await });
        let addresses = [aurore.address().to_owned(), coallia.address().to_owned()];
        let seeded = world
            .services
            .store()
            .write::<_, Error, _>(move |unit| {
                let addresses = addresses.clone();
                Box::pin(async move {
                    let network = network(unit).await?;
                    let [first, second] = &addresses;
                    let aurore = member(unit, network, "aurore", first).await?;
                    let coallia = member(unit, network, "coallia", second).await?;
                    let nora = person(unit, "Nora", Some("nora@federation.example")).await?;
                    mandate(unit, nora, Role::NetworkAdministrator, Some(network), None).await?;
                    Ok((aurore, coallia))
                })
            })
            .await
            .expect("the federation is founded");
        let (first, second) = seeded;
        let member =
            |slug, (id, connection, administrator), issuer| Member { id, slug, connection, issuer, administrator };
        Self { aurore: member("aurore", first, aurore), coallia: member("coallia", second, coallia), world }
    }

    /// Changes the settings of a connection behind the administrator's back.
    pub async fn set(&self, connection: Uuid, policy: UnknownPerson, rules: Value) {
        self.world
            .services
            .store()
            .write::<_, Error, _>(move |unit| {
                let rules = rules.clone();
                Box::pin(async move {
                    let row = connection::ActiveModel {
                        id: Set(connection),
                        unknown_person: Set(policy.to_string()),
                        claim_rules: Set(rules),
                        ..Default::default()
                    };
                    connection::Entity::update(row).exec(unit.write()).await?;
                    Ok(())
                })
            })
            .await
            .expect("the settings change");
    }

    /// A browser in which somebody has signed in at a member's provider.
    pub async fn signed_in(&self, member: &Member, subject: &str) -> Browser {
        let mut browser = self.world.browser();
        let back = self.sign_in(&mut browser, member, subject).await;
        assert!(browser.cookie("session").is_some(), "{}", back.body);
        browser
    }

    /// A whole sign-in at a member's provider.
    pub async fn sign_in(&self, browser: &mut Browser, member: &Member, subject: &str) -> Answer {
        let begun = browser.get(&format!("/sso/{}", member.slug)).await;
        let back = at_provider(&member.issuer, &begun, subject);
        browser.get(&back).await
    }

    /// A browser in which somebody has signed in with a one-time link.
    pub async fn by_link(&self, address: &str) -> Browser {
        let mut browser = self.world.browser();
        browser.post("/sign-in", &[("address", address), ("next", "/")]).await;
        let link = self.latest_link().await;
        browser.post(&link, &[("next", "/")]).await;
        assert!(browser.cookie("session").is_some(), "{address}");
        browser
    }

    /// The path of the link in the latest letter that has one.
    pub async fn latest_link(&self) -> String {
        let letter = self.letters().await.pop().expect("a letter");
        let start = letter.find(PUBLIC_URL).expect("a link") + PUBLIC_URL.len();
        letter[start..].split_whitespace().next().expect("a link").to_owned()
    }

    /// The texts of all letters, the latest last.
    pub async fn letters(&self) -> Vec<String> {
        use entities::mail::letter;
        let rows = letter::Entity::find().order_by_asc(letter::Column::Id);
        let rows = rows.all(self.world.services.store().read()).await.expect("letters");
        rows.into_iter().map(|row| row.body).collect()
    }

    /// The particulars of the journal's lines of one kind, in order.
    pub async fn journal(&self, kind: &str) -> Vec<Value> {
        let rows = journal_line::Entity::find()
            .filter(journal_line::Column::Kind.eq(kind))
            .order_by_asc(journal_line::Column::Sequence)
            .all(self.world.services.store().read())
            .await
            .expect("the journal");
        rows.into_iter().map(|row| serde_json::from_str(&row.payload).expect("JSON")).collect()
    }

    /// The code of the latest refusal in the journal.
    pub async fn last_refusal(&self) -> String {
        let lines = self.journal("sign_in_refused").await;
        lines.last().and_then(|line| line["code"].as_str()).unwrap_or_default().to_owned()
    }

    pub async fn person(&self, id: Uuid) -> person::Model {
        let found = person::Entity::find_by_id(id).one(self.world.services.store().read()).await;
        found.expect("a database").expect("a person")
    }

    pub async fn people(&self) -> Vec<person::Model> {
        person::Entity::find().all(self.world.services.store().read()).await.expect("people")
    }
}

/// What happens at the provider: the person is picked, and the browser sent back to this path.
pub fn at_provider(issuer: &Issuer, begun: &Answer, subject: &str) -> String {
    let address = begun.location.as_deref().unwrap_or_else(|| panic!("{} {}", begun.status, begun.body));
    let address = Url::parse(address).expect("an address");
    let parameters: serde_json::Map<String, Value> =
        address.query_pairs().map(|(name, value)| (name.into_owned(), json!(value))).collect();
    let request: AuthorizeRequest = serde_json::from_value(Value::Object(parameters)).expect("a request");
    let back = issuer.sign_in(&request, subject).expect("the provider accepts the request");
    back[url::Position::BeforePath..].to_owned()
}

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).expect("a day")
}

async fn network(unit: &Unit) -> Result<Uuid, Error> {
    let row = network::Model {
        id: Uuid::new_v4(),
        slug: "federation".into(),
        names: serde_json::to_value(Localized::one(Locale::En, "Federation"))?,
        descriptions: json!({}),
        host_organization_id: None,
        locale: "en".into(),
        locales: json!(["fr", "nl", "en"]),
        time_zone: "Europe/Paris".into(),
        rules: serde_json::to_value(AssemblyRules::usual())?,
        demo: false,
        created_at: unit.now(),
    };
    let id = row.id;
    network::Entity::insert(network::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    Ok(id)
}

async fn member(unit: &Unit, network: Uuid, slug: &str, issuer: &str) -> Result<(Uuid, Uuid, Uuid), Error> {
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
    let mut name: Vec<char> = slug.chars().collect();
    name[0] = name[0].to_ascii_uppercase();
    let row = organization_name::ActiveModel {
        id: Set(Uuid::new_v4()),
        organization_id: Set(id),
        name: Set(name.iter().collect()),
        short_name: Set(None),
        valid_from: Set(day(2000)),
    };
    organization_name::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let row = membership::Model {
        id: Uuid::new_v4(),
        organization_id: id,
        network_id: network,
        college_id: None,
        status: "admitted".into(),
        status_since: day(2010),
        version: 1,
    };
    membership::Entity::insert(membership::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    let row = connection::Model {
        id: Uuid::new_v4(),
        organization_id: id,
        issuer: issuer.into(),
        client_id: CLIENT.into(),
        client_secret: Some(SECRET.into()),
        client_authentication: "basic".into(),
        pkce: true,
        scopes: "openid email profile".into(),
        unknown_person: "refuse".into(),
        claim_rules: json!([]),
        state: "active".into(),
        tested_at: None,
        test_result: None,
        version: 1,
        created_at: unit.now(),
    };
    let connection = row.id;
    connection::Entity::insert(connection::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    let row = mail_domain::Model {
        id: Uuid::new_v4(),
        organization_id: id,
        domain: format!("{slug}.example"),
        challenge: "challenge".into(),
        verified_at: Some(unit.now()),
        verified_by: Some("dns".into()),
        created_at: unit.now(),
    };
    mail_domain::Entity::insert(mail_domain::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    let address = format!("admin@{slug}.example");
    let administrator = person(unit, &format!("Admin of {slug}"), Some(&address)).await?;
    mandate(unit, administrator, Role::OrganizationAdministrator, None, Some(id)).await?;
    let row = identity::ActiveModel {
        id: Set(Uuid::new_v4()),
        person_id: Set(administrator),
        connection_id: Set(connection),
        issuer: Set(issuer.into()),
        subject: Set("admin".into()),
        email: Set(Some(address)),
        created_at: Set(unit.now()),
        last_used_at: Set(unit.now()),
    };
    identity::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok((id, connection, administrator))
}

async fn person(unit: &Unit, name: &str, address: Option<&str>) -> Result<Uuid, Error> {
    let row = person::Model {
        id: Uuid::new_v4(),
        name: name.into(),
        pseudonym: None,
        email: address.map(str::to_owned),
        locale: "en".into(),
        created_at: unit.now(),
    };
    let id = row.id;
    person::Entity::insert(person::ActiveModel::from(row)).exec_without_returning(unit.write()).await?;
    Ok(id)
}

async fn mandate(
    unit: &Unit,
    person: Uuid,
    role: Role,
    network: Option<Uuid>,
    organization: Option<Uuid>,
) -> Result<(), Error> {
    let row = mandate::ActiveModel {
        id: Set(Uuid::new_v4()),
        person_id: Set(person),
        role: Set(role.to_string()),
        network_id: Set(network),
        organization_id: Set(organization),
        starts_on: Set(day(2020)),
        ends_on: Set(None),
        granted_by: Set(None),
        source: Set("decision".into()),
        created_at: Set(unit.now()),
    };
    mandate::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok(())
}
