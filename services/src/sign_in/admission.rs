//! What follows from an identity that a provider vouches for: a session, a request, or a refusal.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, Utc};
use domain::{
    ids::{OrganizationId, PersonId},
    locale::Locale,
    people::{Holder, Role},
    sign_in::{
        Admission, ClaimRule, Claimed, ConnectionState, Known, UnknownPerson, admit, normalized_address,
        roles_from_claims,
    },
};
use entities::{
    Unit,
    people::{mandate, person},
    sign_in::{attempt, connection, domain as mail_domain, identity},
};
use oidc::VerifiedIdentity;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Organization, approvals,
    connections::TestResult,
    flow::{Finished, Purpose, record_refusal},
    network_of,
    sessions::{self, Browser, NewSession},
    today,
};
use crate::{Error, Refusal, Viewer};

/// Claims that say nothing about the person, or that nobody needs to see again.
const HIDDEN_CLAIMS: [&str; 5] = ["nonce", "at_hash", "c_hash", "jti", "sid"];

/// A sign-in that the protocol accepted, to be decided on.
#[derive(Clone, Debug)]
pub(super) struct SignIn {
    pub attempt: attempt::Model,
    pub connection: connection::Model,
    pub organization: Organization,
    pub identity: VerifiedIdentity,
    pub browser: Browser,
}

/// Only somebody who belongs to an organization attaches an identity of its provider.
pub(super) fn require_membership(viewer: &Viewer, organization: OrganizationId) -> Result<(), Error> {
    viewer.person()?;
    let belongs = |holder| holder == Holder::Organization(organization);
    let found = viewer.actor.mandates().iter().any(|mandate| belongs(mandate.holder));
    if found { Ok(()) } else { Err(Error::NotFound) }
}

impl SignIn {
    pub(super) async fn decide(self, unit: &Unit) -> Result<Finished, Error> {
        let testing = self.attempt.purpose == Purpose::Test.word();
        let now = connection::Entity::find_by_id(self.connection.id).one(unit.read()).await?;
        let usable = |now: &connection::Model| {
            now.version == self.connection.version && (testing || now.state == ConnectionState::Active.as_str())
        };
        if !now.as_ref().is_some_and(usable) {
            return self.refuse(unit, Refusal::Protocol("connection-changed"), None).await;
        }
        let known = identity::Entity::find()
            .filter(identity::Column::ConnectionId.eq(self.connection.id))
            .filter(identity::Column::Issuer.eq(&self.identity.issuer))
            .filter(identity::Column::Subject.eq(&self.identity.subject))
            .one(unit.read())
            .await?;
        let rules: Vec<ClaimRule> = serde_json::from_value(self.connection.claim_rules.clone())?;
        let roles = roles_from_claims(&rules, &self.identity.claims);
        let address = self.identity.email.as_deref().and_then(normalized_address);
        let claimed = Claimed { address: address.as_deref(), verified: self.identity.email_verified };
        let proved = proved_domains(unit, self.organization.id).await?;
        let before = match &known {
            Some(row) => Known::Identity { address: row.email.as_deref() },
            None => Known::Nobody,
        };
        let policy: UnknownPerson = self.connection.unknown_person.parse()?;
        match self.attempt.purpose.as_str() {
            "test" => {
                let outcome = match admit(&before, &claimed, &proved, policy) {
                    Ok(Admission::Welcome) => "welcome".to_owned(),
                    Ok(Admission::Create) => "create".to_owned(),
                    Ok(Admission::Wait) => "wait".to_owned(),
                    Err(refused) => super::refusal_word(&refused.into()),
                };
                self.store_test(unit, outcome, roles).await
            }
            "link" => {
                // The rules for addresses hold; whether unknown people are taken in does not matter here.
                let person = self.attempt.person_id;
                match admit(&before, &claimed, &proved, UnknownPerson::CreateStaff) {
                    Ok(_) => self.link(unit, known, address, roles).await,
                    Err(refused) => self.refuse(unit, refused.into(), person).await,
                }
            }
            _ => match (admit(&before, &claimed, &proved, policy), known) {
                (Ok(Admission::Welcome), Some(row)) => self.welcome(unit, row, address, roles).await,
                (Ok(Admission::Wait), _) => self.wait(unit, address).await,
                (Ok(_), _) => self.create(unit, address, roles).await,
                (Err(refused), row) => self.refuse(unit, refused.into(), row.map(|row| row.person_id)).await,
            },
        }
    }

    async fn refuse(self, unit: &Unit, refusal: Refusal, person: Option<Uuid>) -> Result<Finished, Error> {
        record_refusal(unit, &self.organization, &refusal, person).await?;
        Ok(Finished::Refused { organization: Some(self.organization), refusal })
    }

    async fn welcome(
        self,
        unit: &Unit,
        known: identity::Model,
        address: Option<String>,
        roles: Vec<Role>,
    ) -> Result<Finished, Error> {
        let person = PersonId(known.person_id);
        let id = known.id;
        self.note_address(unit, &known, address.as_deref()).await?;
        let mut used = known.into_active_model();
        used.last_used_at = Set(unit.now());
        if address.is_some() {
            used.email = Set(address);
        }
        identity::Entity::update(used).exec(unit.write()).await?;
        give_roles(unit, person, self.organization.id, &roles).await?;
        self.open(unit, person, id).await
    }

    /// The person's own address follows that of the identity from which it came.
    async fn note_address(&self, unit: &Unit, known: &identity::Model, address: Option<&str>) -> Result<(), Error> {
        let Some(address) = address.filter(|_| self.identity.email_verified) else { return Ok(()) };
        if known.email.as_deref() == Some(address) {
            return Ok(());
        }
        let person = person::Entity::find_by_id(known.person_id).one(unit.read()).await?.ok_or(Error::NotFound)?;
        if person.email.is_some() && person.email == known.email {
            let mut person = person.into_active_model();
            person.email = Set(Some(address.to_owned()));
            person::Entity::update(person).exec(unit.write()).await?;
            let particulars = json!({ "organization": self.organization.id });
            unit.record(known.person_id, None, "address_changed", particulars);
        }
        Ok(())
    }

    async fn create(self, unit: &Unit, address: Option<String>, roles: Vec<Role>) -> Result<Finished, Error> {
        let network = network_of(unit.read(), self.organization.id.0).await?;
        let person = create_person(unit, &self.name(), address.clone(), self.locale()).await?;
        let identity =
            create_identity(unit, person, (self.connection.id, &self.identity.issuer, &self.identity.subject), address)
                .await?;
        unit.record(person, network, "person_created", json!({ "organization": self.organization.id }));
        give_roles(unit, person, self.organization.id, &roles).await?;
        if roles.is_empty() {
            grant(unit, person, self.organization.id, Role::Staff, "decision", None).await?;
        }
        self.open(unit, person, identity).await
    }

    async fn wait(self, unit: &Unit, address: Option<String>) -> Result<Finished, Error> {
        let name = self.name();
        let request = approvals::Request {
            connection: self.connection.id,
            issuer: self.identity.issuer.clone(),
            subject: self.identity.subject.clone(),
            email: address,
            name,
        };
        match approvals::ask(unit, &self.organization, request).await? {
            Ok(()) => Ok(Finished::Waiting { organization: self.organization }),
            Err(refusal) => self.refuse(unit, refusal, None).await,
        }
    }

    async fn link(
        self,
        unit: &Unit,
        known: Option<identity::Model>,
        address: Option<String>,
        roles: Vec<Role>,
    ) -> Result<Finished, Error> {
        let person = PersonId(self.attempt.person_id.ok_or(Error::SignInFirst)?);
        match known {
            Some(row) if row.person_id != person.0 => {
                return self.refuse(unit, Refusal::Named("identity-taken"), Some(person.0)).await;
            }
            Some(_) => {}
            None => {
                let key = (self.connection.id, self.identity.issuer.as_str(), self.identity.subject.as_str());
                create_identity(unit, person, key, address).await?;
                let network = network_of(unit.read(), self.organization.id.0).await?;
                unit.record(person, network, "identity_linked", json!({ "organization": self.organization.id }));
            }
        }
        give_roles(unit, person, self.organization.id, &roles).await?;
        Ok(Finished::Linked)
    }

    async fn open(self, unit: &Unit, person: PersonId, identity: Uuid) -> Result<Finished, Error> {
        if !sessions::holds_mandate(unit, person).await? {
            return self.refuse(unit, Refusal::Named("no-mandate"), Some(person.0)).await;
        }
        let network = network_of(unit.read(), self.organization.id.0).await?;
        let new = NewSession {
            person,
            identity: Some((identity, self.connection.id)),
            provider_session: self.identity.sid.clone(),
            id_token: Some(self.identity.id_token.expose().to_owned()),
            method: "oidc",
            user_agent: self.browser.user_agent.clone(),
        };
        let secret = sessions::open(unit, &new, self.browser.session.as_deref(), network).await?;
        Ok(Finished::SignedIn { secret, return_to: self.attempt.return_to })
    }

    async fn store_test(self, unit: &Unit, outcome: String, roles: Vec<Role>) -> Result<Finished, Error> {
        let mut claims = self.identity.claims.clone();
        if let Value::Object(claims) = &mut claims {
            claims.retain(|name, _| !HIDDEN_CLAIMS.contains(&name.as_str()));
        }
        let result = TestResult { at: unit.now(), code: None, detail: None, outcome: Some(outcome), roles, claims };
        let by = self.attempt.person_id.map(PersonId);
        store_result(unit, self.connection, &result, by).await?;
        Ok(Finished::Tested { organization: self.organization })
    }

    fn name(&self) -> String {
        let fallback = || self.identity.email.clone().unwrap_or_else(|| self.identity.subject.clone());
        let name = self.identity.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let name = name.map_or_else(fallback, str::to_owned);
        name.chars().filter(|letter| !letter.is_control()).take(120).collect()
    }

    fn locale(&self) -> Locale {
        let tag = self.identity.locale.as_deref().unwrap_or_default();
        tag.split(['-', '_']).next().and_then(|language| language.parse().ok()).unwrap_or_default()
    }
}

async fn proved_domains(unit: &Unit, organization: OrganizationId) -> Result<Vec<String>, Error> {
    let rows = mail_domain::Entity::find()
        .filter(mail_domain::Column::OrganizationId.eq(organization.0))
        .filter(mail_domain::Column::VerifiedAt.is_not_null())
        .all(unit.read())
        .await?;
    Ok(rows.into_iter().map(|row| row.domain).collect())
}

pub(super) async fn create_person(
    unit: &Unit,
    name: &str,
    address: Option<String>,
    locale: Locale,
) -> Result<PersonId, Error> {
    let id = unit.id();
    let row = person::ActiveModel {
        id: Set(id),
        name: Set(name.to_owned()),
        pseudonym: Set(None),
        email: Set(address),
        locale: Set(locale.to_string()),
        created_at: Set(unit.now()),
    };
    person::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok(PersonId(id))
}

pub(super) async fn create_identity(
    unit: &Unit,
    person: PersonId,
    (connection, issuer, subject): (Uuid, &str, &str),
    address: Option<String>,
) -> Result<Uuid, Error> {
    let id = unit.id();
    let row = identity::ActiveModel {
        id: Set(id),
        person_id: Set(person.0),
        connection_id: Set(connection),
        issuer: Set(issuer.to_owned()),
        subject: Set(subject.to_owned()),
        email: Set(address),
        created_at: Set(unit.now()),
        last_used_at: Set(unit.now()),
    };
    identity::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok(id)
}

pub(super) async fn grant(
    unit: &Unit,
    person: PersonId,
    organization: OrganizationId,
    role: Role,
    source: &str,
    by: Option<PersonId>,
) -> Result<(), Error> {
    let row = mandate::ActiveModel {
        id: Set(unit.id()),
        person_id: Set(person.0),
        role: Set(role.to_string()),
        network_id: Set(None),
        organization_id: Set(Some(organization.0)),
        starts_on: Set(today(unit.now())),
        ends_on: Set(None),
        granted_by: Set(by.map(|by| by.0)),
        source: Set(source.to_owned()),
        created_at: Set(unit.now()),
    };
    mandate::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let network = network_of(unit.read(), organization.0).await?;
    let actor = by.unwrap_or(person);
    let particulars = json!({ "person": person, "organization": organization, "role": role, "source": source });
    unit.record(actor, network, "mandate_given", particulars);
    Ok(())
}

/// Makes the mandates that come from claims what the claims say now. Those that somebody decided on
/// are left alone, and a claim adds nothing to them.
async fn give_roles(unit: &Unit, person: PersonId, organization: OrganizationId, roles: &[Role]) -> Result<(), Error> {
    let today = today(unit.now());
    let rows = mandate::Entity::find()
        .filter(mandate::Column::PersonId.eq(person.0))
        .filter(mandate::Column::OrganizationId.eq(organization.0))
        .all(unit.read())
        .await?;
    let network = network_of(unit.read(), organization.0).await?;
    let mut held = BTreeSet::new();
    let valid = |row: &mandate::Model| row.starts_on <= today && row.ends_on.is_none_or(|end| end >= today);
    for row in rows.into_iter().filter(valid) {
        let role: Role = row.role.parse()?;
        if row.source != "claims" || roles.contains(&role) {
            held.insert(role);
            continue;
        }
        if row.starts_on < today {
            let mut ended = row.into_active_model();
            // The last day is a day of the mandate: it ends yesterday, so that it gives nothing today.
            ended.ends_on = Set(today.checked_sub_days(Days::new(1)));
            mandate::Entity::update(ended).exec(unit.write()).await?;
        } else {
            mandate::Entity::delete_by_id(row.id).exec(unit.write()).await?;
        }
        let particulars = json!({ "person": person, "organization": organization, "role": role, "source": "claims" });
        unit.record(person, network, "mandate_ended", particulars);
    }
    for role in roles.iter().filter(|role| !held.contains(role)) {
        grant(unit, person, organization, *role, "claims", None).await?;
    }
    Ok(())
}

pub(super) async fn store_failed_test(
    unit: &Unit,
    connection: connection::Model,
    code: &str,
    detail: String,
    by: Option<PersonId>,
) -> Result<(), Error> {
    let now = connection::Entity::find_by_id(connection.id).one(unit.read()).await?;
    if now.is_none_or(|now| now.version != connection.version) {
        return Ok(());
    }
    let result = TestResult {
        at: unit.now(),
        code: Some(code.to_owned()),
        detail: Some(detail),
        outcome: None,
        roles: Vec::new(),
        claims: Value::Null,
    };
    store_result(unit, connection, &result, by).await
}

/// Keeps what a test showed. A good one makes the settings fit to be activated, a bad one takes that
/// back; a connection in use stays in use.
async fn store_result(
    unit: &Unit,
    connection: connection::Model,
    result: &TestResult,
    by: Option<PersonId>,
) -> Result<(), Error> {
    let state: ConnectionState = connection.state.parse()?;
    let good = result.code.is_none();
    let next = match state {
        ConnectionState::Active => ConnectionState::Active,
        _ if good => ConnectionState::Tested,
        ConnectionState::Tested => ConnectionState::Draft,
        other => other,
    };
    let organization = connection.organization_id;
    let tested_at: Option<DateTime<Utc>> = if good { Some(unit.now()) } else { connection.tested_at };
    let mut row = connection.into_active_model();
    row.state = Set(next.to_string());
    row.tested_at = Set(tested_at);
    row.test_result = Set(Some(serde_json::to_value(result)?));
    connection::Entity::update(row).exec(unit.write()).await?;
    let network = network_of(unit.read(), organization).await?;
    let actor = by.map(|by| by.to_string()).unwrap_or_default();
    let particulars = json!({ "organization": organization, "code": result.code, "outcome": result.outcome });
    unit.record(actor, network, "connection_tested", particulars);
    Ok(())
}
