//! Signing the minutes: by a passkey, or, weaker and told as such, by the session.

use domain::{
    ids::AssemblyId,
    minutes::{MinutesRefused, Proof, challenge},
};
use entities::sign_in::session;
use sea_orm::EntityTrait;
use serde_json::Value;

use super::minutes_course::{act, seen};
use crate::{Error, Services, Viewer};

impl Services {
    /// Whether the viewer has a passkey with which minutes can be signed at this address.
    ///
    /// # Errors
    /// [`Error::SignInFirst`], [`Error::Database`].
    pub async fn may_sign_by_passkey(&self, viewer: &Viewer) -> Result<bool, Error> {
        Ok(self.passkeys_available() && !self.signing_passkeys(viewer.person()?).await?.is_empty())
    }

    /// Asks the viewer's device to sign the version that stands.
    ///
    /// # Errors
    /// Of permission, or a refusal: not theirs, not read by both, no passkey.
    pub async fn start_signing_minutes(&self, viewer: &Viewer, id: AssemblyId, cookie: &str) -> Result<Value, Error> {
        let (_, signing) = seen(self.store().read(), viewer, id).await?;
        let person = viewer.person()?;
        let office = signing.course.may_sign(person)?;
        let presented = signing.presented.ok_or(MinutesRefused::NothingPresented)?;
        self.ask_signature(person, cookie, challenge(&presented.hash, office)).await
    }

    /// Keeps the signature that the viewer's device made.
    ///
    /// # Errors
    /// Of permission, or a refusal: the signature does not hold, or another version stands by now.
    pub async fn sign_minutes_by_passkey(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        cookie: &str,
        answer: Value,
    ) -> Result<(), Error> {
        let proof = self.signature(viewer.person()?, cookie, answer).await?;
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, proof) = (viewer.clone(), proof.clone());
                Box::pin(async move {
                    let (row, signing) = seen(unit.read(), &viewer, id).await?;
                    let office = signing.course.may_sign(viewer.person()?)?;
                    let hash = signing.presented.as_ref().ok_or(MinutesRefused::NothingPresented)?.hash.clone();
                    // The text may have changed while the device waited for its person.
                    proof.verify(&hash, office).map_err(MinutesRefused::from)?;
                    act(unit, &row, &signing, office, &hash, Some(Proof::Passkey(proof))).await
                })
            })
            .await
    }

    /// Signs the version of that hash by the viewer's session.
    ///
    /// # Errors
    /// Of permission, or a refusal.
    pub async fn sign_minutes_by_session(&self, viewer: &Viewer, id: AssemblyId, hash: &str) -> Result<(), Error> {
        let (viewer, hash) = (viewer.clone(), hash.to_owned());
        self.store()
            .write(move |unit| {
                let (viewer, hash) = (viewer.clone(), hash.clone());
                Box::pin(async move {
                    let (row, signing) = seen(unit.read(), &viewer, id).await?;
                    let office = signing.course.may_sign(viewer.person()?)?;
                    let session = viewer.session.clone().ok_or(Error::SignInFirst)?;
                    let session = session::Entity::find_by_id(session).one(unit.read()).await?;
                    let session = session.ok_or(Error::SignInFirst)?;
                    let proof = Proof::Session { opened_by: session.method, opened_at: session.created_at };
                    act(unit, &row, &signing, office, &hash, Some(proof)).await
                })
            })
            .await
    }

    /// How the viewer signed in: `oidc`, `link` or `passkey`.
    ///
    /// # Errors
    /// [`Error::SignInFirst`], [`Error::Database`].
    pub async fn session_method(&self, viewer: &Viewer) -> Result<String, Error> {
        let session = viewer.session.clone().ok_or(Error::SignInFirst)?;
        let session = session::Entity::find_by_id(session).one(self.store().read()).await?;
        Ok(session.ok_or(Error::SignInFirst)?.method)
    }
}
