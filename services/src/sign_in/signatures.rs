//! Signatures by passkey: the device is asked to sign a challenge of ours, made of what is signed.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use domain::{ids::PersonId, minutes::PasskeyProof};
use entities::sign_in::passkey;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use url::Url;
use webauthn_rs::prelude::{COSEKeyType, ECDSACurve, Passkey, PasskeyAuthentication, PublicKeyCredential};

use super::passkeys::{REFUSED, name_of};
use crate::{Error, Refusal, Services};

impl Services {
    /// The passkeys of a person with which they can sign: those on the curve that everyone can verify.
    pub(crate) async fn signing_passkeys(&self, person: PersonId) -> Result<Vec<Passkey>, Error> {
        let rows = passkey::Entity::find().filter(passkey::Column::PersonId.eq(person.0)).all(self.store().read());
        let known: Vec<Passkey> =
            rows.await?.into_iter().map(|row| serde_json::from_value(row.credential)).collect::<Result<_, _>>()?;
        Ok(known.into_iter().filter(|passkey| point(passkey).is_some()).collect())
    }

    /// Asks a person's device for a signature over a challenge.
    pub(crate) async fn ask_signature(
        &self,
        person: PersonId,
        cookie: &str,
        challenge: [u8; 32],
    ) -> Result<Value, Error> {
        let party = self.relying_party().ok_or(Refusal::Named("no-signing-passkey"))?;
        let known = self.signing_passkeys(person).await?;
        if known.is_empty() {
            return Err(Refusal::Named("no-signing-passkey").into());
        }
        let (question, state) =
            party.start_passkey_authentication(&known).map_err(|error| Error::Stored(error.to_string()))?;
        let (mut question, mut state) = (serde_json::to_value(question)?, serde_json::to_value(state)?);
        // The library draws a challenge at random; a signature needs the one that stands for its text.
        let challenge = Value::from(BASE64.encode(challenge));
        for place in [&mut question["publicKey"]["challenge"], &mut state["ast"]["challenge"]] {
            if !place.is_string() {
                return Err(Error::Stored("the challenge of a passkey is not where it was".into()));
            }
            *place = challenge.clone();
        }
        self.keep_question(cookie, Some(person), state).await?;
        Ok(json!({ "publicKey": question["publicKey"] }))
    }

    /// The signature that a person's device made, whole; the library has checked it.
    pub(crate) async fn signature(&self, person: PersonId, cookie: &str, answer: Value) -> Result<PasskeyProof, Error> {
        let party = self.relying_party().ok_or(REFUSED)?;
        let origin = Url::parse(&self.settings().public_url).map_err(|_| REFUSED)?.origin().ascii_serialization();
        let state: PasskeyAuthentication = self.question(cookie, Some(person)).await?;
        let answer: PublicKeyCredential = serde_json::from_value(answer).map_err(|_| REFUSED)?;
        let result = party.finish_passkey_authentication(&answer, &state).map_err(|error| {
            tracing::warn!(%error, "a signature by passkey was refused");
            REFUSED
        })?;
        let credential_id = name_of(result.cred_id());
        let row = passkey::Entity::find().filter(passkey::Column::CredentialId.eq(&credential_id));
        let row = row.one(self.store().read()).await?.filter(|row| row.person_id == person.0).ok_or(REFUSED)?;
        let mut known: Passkey = serde_json::from_value(row.credential.clone())?;
        let public_key = point(&known).ok_or(REFUSED)?;
        known.update_credential(&result);
        let credential = serde_json::to_value(&known)?;
        self.store()
            .write::<_, Error, _>(move |unit| {
                let (row, credential) = (row.clone(), credential.clone());
                Box::pin(async move {
                    let mut used = row.into_active_model();
                    used.credential = Set(credential);
                    used.last_used_at = Set(Some(unit.now()));
                    used.update(unit.write()).await?;
                    Ok(())
                })
            })
            .await?;
        let response = &answer.response;
        Ok(PasskeyProof {
            origin,
            credential: BASE64.encode(result.cred_id()),
            public_key: BASE64.encode(public_key),
            authenticator_data: BASE64.encode(&response.authenticator_data),
            client_data: BASE64.encode(&response.client_data_json),
            signature: BASE64.encode(&response.signature),
        })
    }
}

/// The public key as a point of P-256, uncompressed; `None` for a key of another kind.
fn point(passkey: &Passkey) -> Option<Vec<u8>> {
    let COSEKeyType::EC_EC2(key) = &passkey.get_public_key().key else { return None };
    matches!(key.curve, ECDSACurve::SECP256R1).then(|| [&[4], key.x.as_slice(), key.y.as_slice()].concat())
}
