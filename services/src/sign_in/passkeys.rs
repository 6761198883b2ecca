//! Passkeys: registered from an open session, and then a way to sign in without waiting for mail.
//!
//! The browser is asked a question that only the device's key can answer; the question waits in the
//! database, tied to the browser by a cookie, and is used up by the first answer.

use chrono::{DateTime, Duration, Utc};
use domain::{ids::PersonId, journal};
use entities::{
    Unit,
    people::person,
    sign_in::{passkey, passkey_challenge},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use url::{Host, Url};
use uuid::Uuid;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
    Webauthn, WebauthnBuilder,
};

use super::sessions::{self, Browser, NewSession, hashed};
use crate::{Error, Refusal, Services, Viewer};

/// How long a device may take.
const QUESTION_MINUTES: i64 = 5;
const LABEL_LIMIT: usize = 60;
pub(super) const REFUSED: Refusal = Refusal::Named("passkey-refused");

/// A passkey of one's own.
#[derive(Clone, Debug)]
pub struct PasskeyLine {
    /// Which.
    pub id: Uuid,
    /// On which device it was made.
    pub label: String,
    /// When it was registered.
    pub created_at: DateTime<Utc>,
    /// When it was used last.
    pub used_at: Option<DateTime<Utc>>,
}

impl Services {
    /// The relying party: browsers bind passkeys to its name, so there has to be one. `None` where
    /// the server is reached by a bare address, as in the demo.
    pub(super) fn relying_party(&self) -> Option<Webauthn> {
        let origin = Url::parse(&self.settings().public_url).ok()?;
        let Host::Domain(name) = origin.host()? else { return None };
        WebauthnBuilder::new(name, &origin).ok()?.rp_name("Trame").build().ok()
    }

    /// Whether passkeys can be used under the address of this server.
    #[must_use]
    pub fn passkeys_available(&self) -> bool {
        self.relying_party().is_some()
    }

    /// The viewer's passkeys.
    ///
    /// # Errors
    /// [`Error::SignInFirst`], [`Error::Database`].
    pub async fn passkeys(&self, viewer: &Viewer) -> Result<Vec<PasskeyLine>, Error> {
        let person = viewer.person()?;
        let rows = passkey::Entity::find()
            .filter(passkey::Column::PersonId.eq(person.0))
            .order_by_asc(passkey::Column::CreatedAt)
            .all(self.store().read())
            .await?;
        let line = |row: passkey::Model| PasskeyLine {
            id: row.id,
            label: row.label,
            created_at: row.created_at,
            used_at: row.last_used_at,
        };
        Ok(rows.into_iter().map(line).collect())
    }

    /// Asks the viewer's device for a new passkey; returns what the browser is to be given.
    ///
    /// # Errors
    /// [`Error::SignInFirst`], [`Error::NotFound`] where passkeys cannot be used.
    pub async fn start_passkey(&self, viewer: &Viewer, cookie: &str) -> Result<Value, Error> {
        let person = viewer.person()?;
        let party = self.relying_party().ok_or(Error::NotFound)?;
        let database = self.store().read();
        let row = person::Entity::find_by_id(person.0).one(database).await?.ok_or(Error::NotFound)?;
        let known = passkey::Entity::find().filter(passkey::Column::PersonId.eq(person.0)).all(database).await?;
        let known: Vec<Passkey> =
            known.into_iter().map(|row| serde_json::from_value(row.credential)).collect::<Result<_, _>>()?;
        let known = known.iter().map(|passkey| passkey.cred_id().clone()).collect();
        let account = row.email.as_deref().unwrap_or(&row.name);
        let (question, state) = party
            .start_passkey_registration(person.0, account, &row.name, Some(known))
            .map_err(|error| Error::Stored(error.to_string()))?;
        let mut question = serde_json::to_value(question)?;
        // It is to be found by the device without our saying whose it is: the sign-in page knows nobody.
        question["publicKey"]["authenticatorSelection"]["residentKey"] = json!("required");
        question["publicKey"]["authenticatorSelection"]["requireResidentKey"] = json!(true);
        self.keep_question(cookie, Some(person), serde_json::to_value(state)?).await?;
        Ok(question)
    }

    /// Keeps the passkey that the device made.
    ///
    /// # Errors
    /// [`Refusal::Named`] `passkey-refused`, [`Error::SignInFirst`].
    pub async fn finish_passkey(&self, viewer: &Viewer, cookie: &str, answer: Value, label: &str) -> Result<(), Error> {
        let person = viewer.person()?;
        let party = self.relying_party().ok_or(Error::NotFound)?;
        let state: PasskeyRegistration = self.question(cookie, Some(person)).await?;
        let answer: RegisterPublicKeyCredential = serde_json::from_value(answer).map_err(|_| REFUSED)?;
        let made = party.finish_passkey_registration(&answer, &state).map_err(|error| {
            tracing::warn!(%error, "a passkey was not registered");
            REFUSED
        })?;
        let credential_id = name_of(made.cred_id());
        let credential = serde_json::to_value(&made)?;
        let label: String = label.chars().filter(|letter| !letter.is_control()).take(LABEL_LIMIT).collect();
        self.store()
            .write(move |unit| {
                let (credential_id, credential, label) = (credential_id.clone(), credential.clone(), label.clone());
                Box::pin(async move {
                    let taken = passkey::Entity::find().filter(passkey::Column::CredentialId.eq(&credential_id));
                    if taken.one(unit.read()).await?.is_some() {
                        return Err(REFUSED.into());
                    }
                    let row = passkey::ActiveModel {
                        id: Set(unit.id()),
                        person_id: Set(person.0),
                        credential_id: Set(credential_id),
                        credential: Set(credential),
                        label: Set(label),
                        created_at: Set(unit.now()),
                        last_used_at: Set(None),
                    };
                    passkey::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    unit.record(person, None, "passkey_registered", json!({}));
                    Ok(())
                })
            })
            .await
    }

    /// Forgets one of the viewer's passkeys.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not theirs.
    pub async fn remove_passkey(&self, viewer: &Viewer, id: Uuid) -> Result<(), Error> {
        let person = viewer.person()?;
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    let found = passkey::Entity::find_by_id(id).one(unit.read()).await?;
                    found.filter(|row| row.person_id == person.0).ok_or(Error::NotFound)?;
                    passkey::Entity::delete_by_id(id).exec(unit.write()).await?;
                    unit.record(person, None, "passkey_removed", json!({}));
                    Ok(())
                })
            })
            .await
    }

    /// Asks a browser for whichever passkey its person chooses.
    ///
    /// # Errors
    /// [`Error::NotFound`] where passkeys cannot be used.
    pub async fn start_passkey_sign_in(&self, cookie: &str) -> Result<Value, Error> {
        let party = self.relying_party().ok_or(Error::NotFound)?;
        let (question, state) =
            party.start_discoverable_authentication().map_err(|error| Error::Stored(error.to_string()))?;
        let question = serde_json::to_value(question)?;
        self.keep_question(cookie, None, serde_json::to_value(state)?).await?;
        Ok(json!({ "publicKey": question["publicKey"] }))
    }

    /// Opens a session for whose passkey answered; returns the secret for the cookie.
    ///
    /// # Errors
    /// [`Refusal::Named`] `passkey-refused` or `no-mandate`.
    pub async fn finish_passkey_sign_in(
        &self,
        cookie: &str,
        answer: Value,
        browser: &Browser,
    ) -> Result<String, Error> {
        let party = self.relying_party().ok_or(Error::NotFound)?;
        let state: DiscoverableAuthentication = self.question(cookie, None).await?;
        let answer: PublicKeyCredential = serde_json::from_value(answer).map_err(|_| REFUSED)?;
        let (person, credential_id) = party.identify_discoverable_authentication(&answer).map_err(|_| REFUSED)?;
        let row = passkey::Entity::find()
            .filter(passkey::Column::CredentialId.eq(name_of(credential_id)))
            .one(self.store().read())
            .await?;
        let row = row.filter(|row| row.person_id == person).ok_or(REFUSED)?;
        let mut known: Passkey = serde_json::from_value(row.credential.clone())?;
        let result = party.finish_discoverable_authentication_v2(&answer, state, &known).map_err(|error| {
            tracing::warn!(%error, "a passkey was refused");
            REFUSED
        })?;
        // The counter of the key, which shows copies.
        known.update_credential(&result);
        let credential = serde_json::to_value(&known)?;
        let (id, browser) = (row.id, browser.clone());
        let opened: Result<String, Refusal> = self
            .store()
            .write::<_, Error, _>(move |unit| {
                let (credential, browser) = (credential.clone(), browser.clone());
                Box::pin(async move { open(unit, id, PersonId(person), credential, &browser).await })
            })
            .await?;
        Ok(opened?)
    }

    pub(super) async fn keep_question(
        &self,
        cookie: &str,
        person: Option<PersonId>,
        state: Value,
    ) -> Result<(), Error> {
        let browser_hash = hashed(cookie);
        self.store()
            .write(move |unit| {
                let (browser_hash, state) = (browser_hash.clone(), state.clone());
                Box::pin(async move {
                    passkey_challenge::Entity::delete_many()
                        .filter(passkey_challenge::Column::ExpiresAt.lte(unit.now()))
                        .exec(unit.write())
                        .await?;
                    passkey_challenge::Entity::delete_by_id(browser_hash.clone()).exec(unit.write()).await?;
                    let row = passkey_challenge::ActiveModel {
                        browser_hash: Set(browser_hash),
                        person_id: Set(person.map(|person| person.0)),
                        state: Set(state),
                        expires_at: Set(unit.now() + Duration::minutes(QUESTION_MINUTES)),
                    };
                    passkey_challenge::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Uses a question up.
    pub(super) async fn question<State: serde::de::DeserializeOwned>(
        &self,
        cookie: &str,
        person: Option<PersonId>,
    ) -> Result<State, Error> {
        let browser_hash = hashed(cookie);
        let found = self
            .store()
            .write::<_, Error, _>(move |unit| {
                let browser_hash = browser_hash.clone();
                Box::pin(async move {
                    let row = passkey_challenge::Entity::find_by_id(browser_hash.clone()).one(unit.read()).await?;
                    if row.is_some() {
                        passkey_challenge::Entity::delete_by_id(browser_hash).exec(unit.write()).await?;
                    }
                    Ok(row.filter(|row| row.expires_at > unit.now()))
                })
            })
            .await?;
        let found = found.filter(|row| row.person_id == person.map(|person| person.0)).ok_or(REFUSED)?;
        Ok(serde_json::from_value(found.state)?)
    }
}

async fn open(
    unit: &Unit,
    id: Uuid,
    person: PersonId,
    credential: Value,
    browser: &Browser,
) -> Result<Result<String, Refusal>, Error> {
    // Removed meanwhile from another device.
    let Some(row) = passkey::Entity::find_by_id(id).one(unit.read()).await? else { return Ok(Err(REFUSED)) };
    if !sessions::holds_mandate(unit, person).await? {
        unit.record(person, None, "sign_in_refused", json!({ "method": "passkey", "code": "no-mandate" }));
        return Ok(Err(Refusal::Named("no-mandate")));
    }
    let mut used = row.into_active_model();
    used.credential = Set(credential);
    used.last_used_at = Set(Some(unit.now()));
    passkey::Entity::update(used).exec(unit.write()).await?;
    let new = NewSession {
        person,
        identity: None,
        provider_session: None,
        id_token: None,
        method: "passkey",
        user_agent: browser.user_agent.clone(),
    };
    Ok(Ok(sessions::open(unit, &new, browser.session.as_deref(), None).await?))
}

/// The identifier of a credential as text.
pub(super) fn name_of(id: &[u8]) -> String {
    journal::digits(id)
}
