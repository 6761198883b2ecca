//! Certificates as badges: Open Badges 3.0 of 1EdTech, a verifiable credential in a JSON Web Token (section 8.2).
//!
//! The network is the issuer, by a `did:web` address that leads to its keys. A badge is signed anew whenever it is asked
//! for: Ed25519 gives the same signature each time (RFC 8032).

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use chrono::SecondsFormat;
use domain::{ids::NetworkId, journal::read_digits};
use ed25519_dalek::{Signer, SigningKey};
use entities::{
    networks::network,
    trainings::{badge_key, registration, session, training},
};
use i18n::t;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

use super::{
    catalogue::{Training, duration},
    certificates::Certified,
};
use crate::{
    Error, Services,
    networks::{Network, network_by_id},
    sign_in::secret,
};

/// The vocabularies of a credential, in the order that the standard asks for.
const CONTEXTS: [&str; 2] =
    ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

/// A certificate as a badge.
#[derive(Clone, Debug)]
pub struct Badge {
    /// What it certifies.
    pub certificate: Certified,
    /// The signed credential: three parts in base64, with points between them.
    pub token: String,
}

/// The keys of a network, the newest first.
async fn keys(database: &impl ConnectionTrait, network: NetworkId) -> Result<Vec<badge_key::Model>, Error> {
    let rows = badge_key::Entity::find()
        .filter(badge_key::Column::NetworkId.eq(network.0))
        .order_by_desc(badge_key::Column::CreatedAt)
        .order_by_desc(badge_key::Column::Id);
    Ok(rows.all(database).await?)
}

fn signing_key(row: &badge_key::Model) -> Result<SigningKey, Error> {
    let bytes = read_digits(&row.secret).ok_or_else(|| Error::Stored("a key that is none".into()))?;
    Ok(SigningKey::from_bytes(&bytes))
}

/// The address of a network's keys as a `did:web` identifier: its host, with the port written as `%3A`, and the parts of
/// the path, with colons between them.
fn issuer(public_url: &str, network: &str) -> String {
    let bare = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
    let mut parts = bare.split('/').map(|part| part.replace(':', "%3A"));
    let host = parts.next().unwrap_or_default();
    let path: Vec<String> = parts.chain(["n".to_owned(), network.to_owned()]).collect();
    format!("did:web:{host}:{}", path.join(":"))
}

fn key_address(issuer: &str, row: &badge_key::Model) -> String {
    format!("{issuer}#{}", row.id)
}

/// What the credential says. Who it is about is told by name, as on the certificate: an address would say more than its
/// holder chose to show.
fn credential(
    public_url: &str,
    issuer: &str,
    network: &Network,
    training: &Training,
    certificate: &Certified,
) -> Value {
    let (l, told) = (network.locale, &certificate.told);
    let address = format!("{public_url}/certificates/{}", certificate.code);
    let criteria = t!(l, "badges-criteria", attended = duration(l, told.attended), of = duration(l, told.of));
    let objectives = Some(training.details.objectives.as_str()).filter(|text| !text.is_empty());
    let from = certificate.issued_at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let mut credential = json!({
        "@context": CONTEXTS,
        "id": address,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": told.training,
        "issuer": {
            "id": issuer,
            "type": ["Profile"],
            "name": told.network,
            "url": format!("{public_url}/n/{}", network.slug),
        },
        "validFrom": from,
        "awardedDate": from,
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject",
                "identityType": "name",
                "hashed": false,
                "identityHash": told.name,
            }],
            "activityStartDate": told.begins_at.to_rfc3339_opts(SecondsFormat::Secs, true),
            "activityEndDate": told.ends_at.to_rfc3339_opts(SecondsFormat::Secs, true),
            "achievement": {
                "id": format!("{public_url}/n/{}/trainings/{}", network.slug, training.id),
                "type": ["Achievement"],
                "achievementType": "CertificateOfCompletion",
                "inLanguage": l.to_string(),
                "name": told.granted.as_ref().map_or(&told.training, |granted| &granted.grant.name),
                "description": objectives.unwrap_or(&told.training),
                "criteria": { "narrative": criteria },
            },
        },
        "evidence": [{ "id": address, "type": ["Evidence"], "name": t!(l, "certificates-title") }],
    });
    let until = told.granted.as_ref().and_then(|granted| granted.until()).and_then(|day| day.succ_opt());
    if let Some(after) = until {
        let zone = crate::time_zone(&told.zone);
        let end = super::records::moment(zone, after.and_time(chrono::NaiveTime::MIN));
        credential["validUntil"] = json!(end.to_rfc3339_opts(SecondsFormat::Secs, true));
    }
    credential
}

/// Signs a credential: section 8.2.3 of the standard names the claims that repeat what it says.
fn sign(mut credential: Value, issuer: &str, row: &badge_key::Model, from: i64) -> Result<String, Error> {
    credential["iss"] = json!(issuer);
    credential["jti"] = credential["id"].clone();
    credential["nbf"] = json!(from);
    credential["iat"] = json!(from);
    let header = json!({ "alg": "EdDSA", "typ": "JWT", "kid": key_address(issuer, row) });
    let signed = format!("{}.{}", BASE64.encode(header.to_string()), BASE64.encode(credential.to_string()));
    let signature = signing_key(row)?.sign(signed.as_bytes());
    Ok(format!("{signed}.{}", BASE64.encode(signature.to_bytes())))
}

impl Services {
    /// A certificate as a badge, for whoever has its code.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is no such certificate.
    pub async fn badge(&self, code: &str) -> Result<Badge, Error> {
        let database = self.store().read();
        let (certificate, id) = self.certificate_row(code).await?;
        let registration = registration::Entity::find_by_id(id).one(database).await?.ok_or(Error::NotFound)?;
        let session = session::Entity::find_by_id(registration.session_id).one(database).await?;
        let session = session.ok_or(Error::NotFound)?;
        let training = training::Entity::find_by_id(session.training_id).one(database).await?;
        let training = Training::try_from(training.ok_or(Error::NotFound)?)?;
        let network = network_by_id(database, session.network_id).await?;
        let key = match keys(database, network.id).await?.into_iter().next() {
            Some(key) => key,
            None => self.first_key(network.id).await?,
        };
        let public_url = &self.settings().public_url;
        let issuer = issuer(public_url, &network.slug);
        let credential = credential(public_url, &issuer, &network, &training, &certificate);
        let token = sign(credential, &issuer, &key, certificate.issued_at.timestamp())?;
        Ok(Badge { certificate, token })
    }

    /// The key of a network that had none.
    async fn first_key(&self, network: NetworkId) -> Result<badge_key::Model, Error> {
        let secret = secret();
        self.store()
            .write(move |unit| {
                let secret = secret.clone();
                Box::pin(async move {
                    if let Some(key) = keys(unit.read(), network).await?.into_iter().next() {
                        return Ok(key);
                    }
                    let key = badge_key::Model { id: unit.id(), network_id: network.0, secret, created_at: unit.now() };
                    let row = badge_key::ActiveModel::from(key.clone()).reset_all();
                    badge_key::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    unit.record(
                        super::settling::RULE,
                        Some(network.0),
                        "training_badge_key_made",
                        json!({ "key": key.id }),
                    );
                    Ok(key)
                })
            })
            .await
    }

    /// The document that a network's `did:web` identifier leads to: its public keys (W3C, DID 1.0; RFC 8037).
    ///
    /// # Errors
    /// [`Error::NotFound`] where it has none.
    pub async fn issuer_document(&self, slug: &str) -> Result<Value, Error> {
        let database = self.store().read();
        let row = network::Entity::find().filter(network::Column::Slug.eq(slug)).one(database).await?;
        let row = row.ok_or(Error::NotFound)?;
        let keys = keys(database, NetworkId(row.id)).await?;
        if keys.is_empty() {
            return Err(Error::NotFound);
        }
        let issuer = issuer(&self.settings().public_url, slug);
        let mut methods = Vec::with_capacity(keys.len());
        for key in &keys {
            let public = BASE64.encode(signing_key(key)?.verifying_key().as_bytes());
            methods.push(json!({
                "id": key_address(&issuer, key),
                "type": "JsonWebKey2020",
                "controller": issuer,
                "publicKeyJwk": { "kty": "OKP", "crv": "Ed25519", "x": public },
            }));
        }
        let names: Vec<&Value> = methods.iter().map(|method| &method["id"]).collect();
        Ok(json!({
            "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"],
            "id": issuer,
            "assertionMethod": names,
            "verificationMethod": methods,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::issuer;

    #[test]
    fn an_issuer_is_the_address_of_its_keys() {
        assert_eq!(issuer("https://trame.example", "nord"), "did:web:trame.example:n:nord");
        assert_eq!(issuer("http://localhost:8080", "nord"), "did:web:localhost%3A8080:n:nord");
        assert_eq!(issuer("https://example.org/trame", "nord"), "did:web:example.org:trame:n:nord");
    }
}
