//! An organization's connection to its identity provider, set up by its own administrator.

use chrono::{DateTime, Utc};
use domain::{
    access::{Action, Scope},
    people::Role,
    sign_in::{ClaimRule, ConnectionState, UnknownPerson, may_come_from_claims},
};
use entities::{
    Unit,
    sign_in::{attempt, connection},
};
use oidc::{ClientAuthentication, ConnectionSettings, NetworkPolicy, Secret};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{
    Organization,
    domains::{self, DomainLine},
    network_of, organization_named,
    sessions::end_sessions_of_connection,
    today,
};
use crate::{Error, FieldError, FieldProblem, Refusal, Services, Viewer};

const TEXT_LIMIT: usize = 300;
const RULE_LIMIT: usize = 30;

/// What the latest test sign-in showed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TestResult {
    /// When.
    pub at: DateTime<Utc>,
    /// `oidc::OidcError::code` when the protocol refused it.
    pub code: Option<String>,
    /// The same for an administrator who looks for the cause, in English.
    pub detail: Option<String>,
    /// What would happen to this person: `welcome`, `create`, `wait`, or why they would be refused.
    pub outcome: Option<String>,
    /// The roles that would follow from the claims.
    pub roles: Vec<Role>,
    /// What was received.
    pub claims: serde_json::Value,
}

/// One line of the allow-list, as a form holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleLine {
    /// Name of the claim.
    pub claim: String,
    /// Its value.
    pub value: String,
    /// The role, as a word.
    pub role: String,
}

/// The settings, as a form holds them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectionForm {
    /// The issuer, exactly as the provider writes it.
    pub issuer: String,
    /// Under which this service is registered there.
    pub client_id: String,
    /// A new secret; empty to keep the one there is.
    pub client_secret: String,
    /// `basic`, `post` or `none`.
    pub client_authentication: String,
    /// Whether to use PKCE.
    pub pkce: bool,
    /// Scopes, separated by spaces.
    pub scopes: String,
    /// `domain::sign_in::UnknownPerson`, as a word.
    pub unknown_person: String,
    /// The allow-list; empty lines are dropped.
    pub rules: Vec<RuleLine>,
    /// The version that the form was filled in from; 0 where there was none.
    pub version: i32,
}

/// A connection as its administrator sees it: everything but the secret.
#[derive(Clone, Debug)]
pub struct ConnectionView {
    /// Whose.
    pub organization: Organization,
    /// `None` before anything was saved.
    pub state: Option<ConnectionState>,
    /// The settings, without the secret.
    pub form: ConnectionForm,
    /// Whether a secret is kept.
    pub has_secret: bool,
    /// When a test succeeded with these settings.
    pub tested_at: Option<DateTime<Utc>>,
    /// The latest test.
    pub test: Option<TestResult>,
    /// Its mail domains.
    pub domains: Vec<DomainLine>,
    /// To be registered at the provider: where people come back to.
    pub redirect_uri: String,
    /// To be registered at the provider: where people come back to after signing out there.
    pub signed_out_uri: String,
    /// To be registered at the provider: where it says that a session is over.
    pub logout_uri: String,
    /// Where the organization's people sign in directly.
    pub direct_address: String,
}

/// The connection of an organization.
pub(super) async fn of(
    database: &impl ConnectionTrait,
    organization: Uuid,
) -> Result<Option<connection::Model>, Error> {
    let query = connection::Entity::find().filter(connection::Column::OrganizationId.eq(organization));
    Ok(query.one(database).await?)
}

/// A connection as the protocol needs it.
pub(super) fn settings_of(row: &connection::Model) -> Result<ConnectionSettings, Error> {
    Ok(ConnectionSettings {
        issuer: row.issuer.clone(),
        client_id: row.client_id.clone(),
        client_secret: row.client_secret.clone().map(Secret::from),
        pkce: row.pkce,
        scopes: row.scopes.split_whitespace().map(str::to_owned).collect(),
        client_authentication: match row.client_authentication.as_str() {
            "basic" => ClientAuthentication::Basic,
            "post" => ClientAuthentication::Post,
            "none" => ClientAuthentication::None,
            other => return Err(Error::Stored(format!("client authentication {other}"))),
        },
    })
}

impl Services {
    /// The organization whose connection the viewer administers.
    pub(super) async fn administered(&self, viewer: &Viewer, slug: &str) -> Result<Organization, Error> {
        viewer.person()?;
        let organization = organization_named(self.store().read(), slug, today(self.now())).await?;
        viewer.require(Action::ManageConnection, Scope::Organization(organization.id))?;
        Ok(organization)
    }

    /// A connection for its administrator.
    ///
    /// # Errors
    /// Of permission, [`Error::Database`].
    pub async fn connection(&self, viewer: &Viewer, slug: &str) -> Result<ConnectionView, Error> {
        let organization = self.administered(viewer, slug).await?;
        let database = self.store().read();
        let row = of(database, organization.id.0).await?;
        let domains = domains::of(database, organization.id.0).await?;
        let base = &self.settings().public_url;
        let (form, state, has_secret, tested_at, test) = match row {
            None => (ConnectionForm::suggested(), None, false, None, None),
            Some(row) => (
                ConnectionForm::stored(&row)?,
                Some(row.state.parse()?),
                row.client_secret.is_some(),
                row.tested_at,
                row.test_result.map(serde_json::from_value).transpose()?,
            ),
        };
        Ok(ConnectionView {
            state,
            form,
            has_secret,
            tested_at,
            test,
            domains,
            redirect_uri: self.redirect_uri().to_string(),
            signed_out_uri: format!("{base}/sign-out/return"),
            logout_uri: format!("{base}/sso/{}/logout", organization.slug),
            direct_address: format!("{base}/sso/{}", organization.slug),
            organization,
        })
    }

    /// Saves the settings. Changed settings have to be tested again: until then nobody signs in
    /// through them, and sessions that they opened are over, but for the administrator's own.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field, [`Error::Conflict`] when they changed meanwhile, and of permission.
    pub async fn save_connection(&self, viewer: &Viewer, slug: &str, form: ConnectionForm) -> Result<(), Error> {
        let organization = self.administered(viewer, slug).await?;
        let by = viewer.person()?;
        let own_session = viewer.session.clone();
        let policy =
            if self.settings().allow_loopback_providers { NetworkPolicy::loopback() } else { NetworkPolicy::default() };
        let rules = form.check(&policy)?;
        let issuer = form.issuer.trim().to_owned();
        self.store()
            .write(move |unit| {
                let (organization, form, rules) = (organization.clone(), form.clone(), rules.clone());
                let own_session = own_session.clone();
                Box::pin(async move {
                    let before = of(unit.read(), organization.id.0).await?;
                    if before.as_ref().map_or(0, |row| row.version) != form.version {
                        return Err(Error::Conflict);
                    }
                    let secret = form.secret(before.as_ref())?;
                    let changes = Changes { form: &form, rules: &rules, secret };
                    let network = network_of(unit.read(), organization.id.0).await?;
                    let Some(before) = before else {
                        changes.insert(unit, organization.id.0).await?;
                        let particulars = json!({ "organization": organization.id, "issuer": form.issuer.trim() });
                        unit.record(by, network, "connection_saved", particulars);
                        return Ok(());
                    };
                    let changed = changes.fields(&before)?;
                    if changed.is_empty() {
                        return Ok(());
                    }
                    let id = before.id;
                    changes.update(unit, before).await?;
                    attempt::Entity::delete_many()
                        .filter(attempt::Column::ConnectionId.eq(id))
                        .exec(unit.write())
                        .await?;
                    let ended = end_sessions_of_connection(unit, id, own_session.as_deref()).await?;
                    let particulars = json!({
                        "organization": organization.id, "issuer": form.issuer.trim(),
                        "changed": changed, "sessions_ended": ended,
                    });
                    unit.record(by, network, "connection_saved", particulars);
                    Ok(())
                })
            })
            .await?;
        // The provider may just have been repaired.
        self.oidc().forget(&issuer);
        Ok(())
    }

    /// Puts a tested connection into use.
    ///
    /// # Errors
    /// [`Refusal::Named`] `connection-untested`; of permission.
    pub async fn activate_connection(&self, viewer: &Viewer, slug: &str) -> Result<(), Error> {
        self.set_state(viewer, slug, ConnectionState::Active).await
    }

    /// Takes a connection out of use; the sessions that it opened are over.
    ///
    /// # Errors
    /// [`Refusal::Named`] `connection-inactive` when it is not in use; of permission.
    pub async fn disable_connection(&self, viewer: &Viewer, slug: &str) -> Result<(), Error> {
        self.set_state(viewer, slug, ConnectionState::Disabled).await
    }

    async fn set_state(&self, viewer: &Viewer, slug: &str, next: ConnectionState) -> Result<(), Error> {
        let organization = self.administered(viewer, slug).await?;
        let by = viewer.person()?;
        let own_session = viewer.session.clone();
        self.store()
            .write(move |unit| {
                let (organization, own_session) = (organization.clone(), own_session.clone());
                Box::pin(async move {
                    let row = of(unit.read(), organization.id.0).await?.ok_or(Error::NotFound)?;
                    let (kind, refused) = match next {
                        ConnectionState::Active => ("connection_activated", "connection-untested"),
                        _ => ("connection_disabled", "connection-inactive"),
                    };
                    let needed = match next {
                        ConnectionState::Active => ConnectionState::Tested,
                        _ => ConnectionState::Active,
                    };
                    if row.state != needed.as_str() {
                        return Err(Refusal::Named(refused).into());
                    }
                    let (id, version) = (row.id, row.version);
                    let mut row = row.into_active_model();
                    row.state = Set(next.to_string());
                    row.version = Set(version + 1);
                    connection::Entity::update(row).exec(unit.write()).await?;
                    let mut ended = 0;
                    if next == ConnectionState::Disabled {
                        attempt::Entity::delete_many()
                            .filter(attempt::Column::ConnectionId.eq(id))
                            .exec(unit.write())
                            .await?;
                        ended = end_sessions_of_connection(unit, id, own_session.as_deref()).await?;
                    }
                    let network = network_of(unit.read(), organization.id.0).await?;
                    let particulars = json!({ "organization": organization.id, "sessions_ended": ended });
                    unit.record(by, network, kind, particulars);
                    Ok(())
                })
            })
            .await
    }
}

impl ConnectionForm {
    /// What most providers need.
    fn suggested() -> Self {
        Self {
            client_authentication: "basic".into(),
            pkce: true,
            scopes: "openid email profile".into(),
            unknown_person: UnknownPerson::AskApproval.to_string(),
            ..Self::default()
        }
    }

    fn stored(row: &connection::Model) -> Result<Self, Error> {
        let rules: Vec<ClaimRule> = serde_json::from_value(row.claim_rules.clone())?;
        let line = |rule: ClaimRule| RuleLine { claim: rule.claim, value: rule.value, role: rule.role.to_string() };
        Ok(Self {
            issuer: row.issuer.clone(),
            client_id: row.client_id.clone(),
            client_secret: String::new(),
            client_authentication: row.client_authentication.clone(),
            pkce: row.pkce,
            scopes: row.scopes.clone(),
            unknown_person: row.unknown_person.clone(),
            rules: rules.into_iter().map(line).collect(),
            version: row.version,
        })
    }

    fn check(&self, policy: &NetworkPolicy) -> Result<Vec<ClaimRule>, Error> {
        let mut errors = Vec::new();
        let mut text = |field, value: &str| {
            if value.trim().is_empty() {
                errors.push(FieldError::new(field, FieldProblem::Missing));
            } else if value.chars().count() > TEXT_LIMIT {
                errors.push(FieldError::new(field, FieldProblem::TooLong { limit: TEXT_LIMIT }));
            }
        };
        text("issuer", &self.issuer);
        text("client_id", &self.client_id);
        text("scopes", &self.scopes);
        if self.client_secret.chars().count() > TEXT_LIMIT {
            errors.push(FieldError::new("client_secret", FieldProblem::TooLong { limit: TEXT_LIMIT }));
        }
        let issuer = self.issuer.trim();
        if !issuer.is_empty() && oidc::check_issuer_address(issuer, policy).is_err() {
            errors.push(FieldError::new("issuer", FieldProblem::NotAWebAddress));
        }
        if !["basic", "post", "none"].contains(&self.client_authentication.as_str()) {
            errors.push(FieldError::new("client_authentication", FieldProblem::NotAChoice));
        }
        // Without a secret, PKCE is all that ties the code to us.
        if self.client_authentication == "none" && !self.pkce {
            errors.push(FieldError::new("pkce", FieldProblem::Missing));
        }
        if self.unknown_person.parse::<UnknownPerson>().is_err() {
            errors.push(FieldError::new("unknown_person", FieldProblem::NotAChoice));
        }
        let rules = self.claim_rules().unwrap_or_else(|error| {
            errors.push(error);
            Vec::new()
        });
        if errors.is_empty() { Ok(rules) } else { Err(Error::Invalid(errors)) }
    }

    fn claim_rules(&self) -> Result<Vec<ClaimRule>, FieldError> {
        let given =
            |line: &&RuleLine| !(line.claim.trim().is_empty() && line.value.trim().is_empty() && line.role.is_empty());
        let rule = |line: &RuleLine| {
            let (claim, value) = (line.claim.trim(), line.value.trim());
            if claim.is_empty() || value.is_empty() {
                return Err(FieldError::new("rules", FieldProblem::Missing));
            }
            if claim.chars().count() > TEXT_LIMIT || value.chars().count() > TEXT_LIMIT {
                return Err(FieldError::new("rules", FieldProblem::TooLong { limit: TEXT_LIMIT }));
            }
            let role = line.role.parse::<Role>().ok().filter(|role| may_come_from_claims(*role));
            let role = role.ok_or(FieldError::new("rules", FieldProblem::NotAChoice))?;
            Ok(ClaimRule { claim: claim.to_owned(), value: value.to_owned(), role })
        };
        let lines: Vec<&RuleLine> = self.rules.iter().filter(given).collect();
        if lines.len() > RULE_LIMIT {
            return Err(FieldError::new("rules", FieldProblem::TooLong { limit: RULE_LIMIT }));
        }
        lines.into_iter().map(rule).collect()
    }

    /// The secret to keep. One that was given for an issuer is never shown to another issuer.
    fn secret(&self, before: Option<&connection::Model>) -> Result<Option<String>, Error> {
        if self.client_authentication == "none" {
            return Ok(None);
        }
        let new = Some(self.client_secret.trim().to_owned()).filter(|secret| !secret.is_empty());
        let kept = before.filter(|row| row.issuer == self.issuer.trim()).and_then(|row| row.client_secret.clone());
        let missing = || Error::Invalid(vec![FieldError::new("client_secret", FieldProblem::Missing)]);
        new.or(kept).map(Some).ok_or_else(missing)
    }
}

/// What a form makes of a connection.
struct Changes<'a> {
    form: &'a ConnectionForm,
    rules: &'a [ClaimRule],
    secret: Option<String>,
}

impl Changes<'_> {
    /// Names of the fields that differ; never their values.
    fn fields(&self, before: &connection::Model) -> Result<Vec<&'static str>, Error> {
        let rules = serde_json::to_value(self.rules)?;
        let differ = [
            ("issuer", before.issuer != self.form.issuer.trim()),
            ("client_id", before.client_id != self.form.client_id.trim()),
            ("client_secret", before.client_secret != self.secret),
            ("client_authentication", before.client_authentication != self.form.client_authentication),
            ("pkce", before.pkce != self.form.pkce),
            ("scopes", before.scopes != self.form.scopes.trim()),
            ("unknown_person", before.unknown_person != self.form.unknown_person),
            ("claim_rules", before.claim_rules != rules),
        ];
        Ok(differ.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect())
    }

    fn model(&self) -> Result<connection::ActiveModel, Error> {
        Ok(connection::ActiveModel {
            issuer: Set(self.form.issuer.trim().to_owned()),
            client_id: Set(self.form.client_id.trim().to_owned()),
            client_secret: Set(self.secret.clone()),
            client_authentication: Set(self.form.client_authentication.clone()),
            pkce: Set(self.form.pkce),
            scopes: Set(self.form.scopes.trim().to_owned()),
            unknown_person: Set(self.form.unknown_person.clone()),
            claim_rules: Set(serde_json::to_value(self.rules)?),
            state: Set(ConnectionState::Draft.to_string()),
            tested_at: Set(None),
            test_result: Set(None),
            ..Default::default()
        })
    }

    async fn insert(&self, unit: &Unit, organization: Uuid) -> Result<(), Error> {
        let row = connection::ActiveModel {
            id: Set(unit.id()),
            organization_id: Set(organization),
            version: Set(1),
            created_at: Set(unit.now()),
            ..self.model()?
        };
        connection::Entity::insert(row).exec_without_returning(unit.write()).await?;
        Ok(())
    }

    async fn update(&self, unit: &Unit, before: connection::Model) -> Result<(), Error> {
        let row = connection::ActiveModel { id: Set(before.id), version: Set(before.version + 1), ..self.model()? };
        connection::Entity::update(row).exec(unit.write()).await?;
        Ok(())
    }
}
