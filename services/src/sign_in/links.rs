//! One-time links: by mail for those whose association has no provider, and as invitations.

use std::time::Duration as Wait;

use chrono::{DateTime, Duration, Utc};
use domain::{
    access::{Action, Scope},
    ids::PersonId,
    locale::Locale,
    people::Holder,
};
use entities::{
    Unit,
    people::{mandate, person},
    sign_in::link,
};
use i18n::t;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{
    identify::Way,
    local_path, network_of, organization_named,
    sessions::{self, Browser, NewSession, hashed, secret},
    today,
};
use crate::{
    Error, Refusal, Services, Viewer,
    mail::{self, Letter},
    viewer::stored_mandate,
};

/// How long a link that was asked for is good.
pub const LINK_MINUTES: i64 = 15;
/// How long an invitation is good.
pub const INVITATION_DAYS: i64 = 14;
/// How many links one address may ask for in an hour; further requests are answered alike and send nothing.
pub const LINKS_PER_HOUR: u64 = 5;
/// The answer to a request comes no sooner, so that its time does not tell whether the address is known.
const SHORTEST_ANSWER: Wait = Wait::from_millis(250);

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkPurpose {
    /// Asked for on the sign-in page.
    SignIn,
    /// Sent by an administrator to someone new.
    Invitation,
    /// Made by a network's administrator while a sign-in is broken.
    BreakGlass,
}

impl LinkPurpose {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Invitation => "invitation",
            Self::BreakGlass => "break_glass",
        }
    }

    fn lasts(self) -> Duration {
        match self {
            Self::SignIn => Duration::minutes(LINK_MINUTES),
            Self::Invitation => Duration::days(INVITATION_DAYS),
            Self::BreakGlass => Duration::days(1),
        }
    }
}

/// What stands on the page of a link before it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkShown {
    /// Whose it is.
    pub name: String,
    /// Whether it is an invitation.
    pub invitation: bool,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
}

/// Makes a link within a change; returns its secret.
pub(crate) async fn make(
    unit: &Unit,
    person: PersonId,
    purpose: LinkPurpose,
    by: Option<PersonId>,
) -> Result<String, Error> {
    let token = secret();
    let row = link::ActiveModel {
        token_hash: Set(hashed(&token)),
        person_id: Set(person.0),
        purpose: Set(purpose.word().to_owned()),
        created_by: Set(by.map(|by| by.0)),
        created_at: Set(unit.now()),
        expires_at: Set(unit.now() + purpose.lasts()),
        used_at: Set(None),
    };
    link::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok(token)
}

/// The path under which a link is opened.
pub(crate) fn path_of(token: &str) -> String {
    format!("/sign-in/link/{token}")
}

fn usable(row: Option<link::Model>, now: DateTime<Utc>) -> Option<link::Model> {
    row.filter(|row| row.used_at.is_none() && row.expires_at > now)
}

impl Services {
    /// Sends a one-time link to an address if it is somebody's and if no connection serves its domain.
    /// What is returned, and when, is the same for every address.
    ///
    /// # Errors
    /// [`Error::Invalid`] for what is no address, [`Error::Database`].
    pub async fn request_link(&self, text: &str, locale: Locale, next: &str) -> Result<(), Error> {
        let Way::Mail { address } = self.identify(text).await? else { return Ok(()) };
        let next = local_path(&self.settings().public_url, next);
        let shortest = tokio::time::sleep(SHORTEST_ANSWER);
        let sent = self.send_links(address, locale, next).await;
        shortest.await;
        sent
    }

    async fn send_links(&self, address: String, locale: Locale, next: String) -> Result<(), Error> {
        let base = self.settings().public_url.clone();
        self.store()
            .write(move |unit| {
                let (address, next, base) = (address.clone(), next.clone(), base.clone());
                Box::pin(async move {
                    let people =
                        person::Entity::find().filter(person::Column::Email.eq(&address)).all(unit.read()).await?;
                    for person in people {
                        send_link(unit, person, &address, locale, &base, &next).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// Looks at a link without using it up: mail scanners open links too.
    ///
    /// # Errors
    /// [`Refusal::Named`] `link-expired`, [`Error::Database`].
    pub async fn link(&self, token: &str) -> Result<LinkShown, Error> {
        let database = self.store().read();
        let row = link::Entity::find_by_id(hashed(token)).one(database).await?;
        let row = usable(row, self.now()).ok_or(Refusal::Named("link-expired"))?;
        let person = person::Entity::find_by_id(row.person_id).one(database).await?.ok_or(Error::NotFound)?;
        Ok(LinkShown {
            name: person.name,
            invitation: row.purpose == LinkPurpose::Invitation.word(),
            expires_at: row.expires_at,
        })
    }

    /// Uses a link up and opens a session; returns the secret for the cookie.
    ///
    /// # Errors
    /// [`Refusal::Named`] `link-expired` or `no-mandate`, [`Error::Database`].
    pub async fn use_link(&self, token: &str, browser: &Browser) -> Result<String, Error> {
        let hash = hashed(token);
        let browser = browser.clone();
        let used: Result<String, Refusal> = self
            .store()
            .write::<_, Error, _>(move |unit| {
                let (hash, browser) = (hash.clone(), browser.clone());
                Box::pin(async move { use_link(unit, hash, &browser).await })
            })
            .await?;
        Ok(used?)
    }

    /// Invites a person of an organization to sign in: a letter with a link, when they have an address.
    /// Returns the path of the link, to be handed over where there is none.
    ///
    /// # Errors
    /// Of permission; [`Error::NotFound`] for a person who holds no mandate there.
    pub async fn invite(&self, viewer: &Viewer, organization: &str, invited: PersonId) -> Result<String, Error> {
        let found = organization_named(self.store().read(), organization, today(self.now())).await?;
        viewer.require(Action::ManageOrganizationMandates, Scope::Organization(found.id))?;
        let by = viewer.person()?;
        let base = self.settings().public_url.clone();
        self.store()
            .write(move |unit| {
                let (found, base) = (found.clone(), base.clone());
                Box::pin(async move {
                    let person = person_of(unit, found.id.0, invited).await?;
                    let token = make(unit, invited, LinkPurpose::Invitation, Some(by)).await?;
                    let path = path_of(&token);
                    let network = network_of(unit.read(), found.id.0).await?;
                    if let Some(address) = person.email.clone() {
                        let l: Locale = person.locale.parse()?;
                        let link = format!("{base}{path}");
                        let letter = Letter {
                            network,
                            person: Some(person.id),
                            to_address: address,
                            to_name: person.name.clone(),
                            subject: t!(l, "sign-in-letter-invitation-subject", organization = &found.name),
                            body: t!(
                                l,
                                "sign-in-letter-invitation-body",
                                name = &person.name,
                                organization = &found.name,
                                link = link,
                                days = INVITATION_DAYS
                            ),
                            calendar: None,
                            kind: "invitation",
                        };
                        mail::enqueue(unit, letter).await?;
                    }
                    unit.record(by, network, "invitation_sent", json!({ "organization": found.id, "person": invited }));
                    Ok(path)
                })
            })
            .await
    }
}

/// A person who holds a mandate in an organization today.
pub(crate) async fn person_of(unit: &Unit, organization: Uuid, id: PersonId) -> Result<person::Model, Error> {
    let today = today(unit.now());
    let mandates = mandate::Entity::find()
        .filter(mandate::Column::PersonId.eq(id.0))
        .filter(mandate::Column::OrganizationId.eq(organization))
        .all(unit.read())
        .await?;
    let mandates = mandates.iter().map(stored_mandate).collect::<Result<Vec<_>, _>>()?;
    let belongs =
        mandates.iter().any(|mandate| matches!(mandate.holder, Holder::Organization(_)) && mandate.valid_on(today));
    let person = person::Entity::find_by_id(id.0).one(unit.read()).await?;
    person.filter(|_| belongs).ok_or(Error::NotFound)
}

async fn send_link(
    unit: &Unit,
    person: person::Model,
    address: &str,
    locale: Locale,
    base: &str,
    next: &str,
) -> Result<(), Error> {
    let id = PersonId(person.id);
    // Without a mandate the link would open nothing.
    if !sessions::holds_mandate(unit, id).await? {
        return Ok(());
    }
    let recent = link::Entity::find()
        .filter(link::Column::PersonId.eq(person.id))
        .filter(link::Column::Purpose.eq(LinkPurpose::SignIn.word()))
        .filter(link::Column::CreatedAt.gt(unit.now() - Duration::hours(1)))
        .count(unit.read())
        .await?;
    if recent >= LINKS_PER_HOUR {
        return Ok(());
    }
    let token = make(unit, id, LinkPurpose::SignIn, None).await?;
    let query = if next == "/" {
        String::new()
    } else {
        format!("?{}", url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish())
    };
    let link = format!("{base}{}{query}", path_of(&token));
    let letter = Letter {
        network: None,
        person: Some(person.id),
        to_address: address.to_owned(),
        to_name: person.name.clone(),
        subject: t!(locale, "sign-in-letter-link-subject"),
        body: t!(locale, "sign-in-letter-link-body", name = &person.name, link = link, minutes = LINK_MINUTES),
        calendar: None,
        kind: "sign_in_link",
    };
    mail::enqueue(unit, letter).await?;
    unit.record(id, None, "sign_in_link_sent", json!({}));
    Ok(())
}

async fn use_link(unit: &Unit, hash: String, browser: &Browser) -> Result<Result<String, Refusal>, Error> {
    let Some(row) = link::Entity::find_by_id(hash).one(unit.read()).await? else {
        return Ok(Err(Refusal::Named("link-expired")));
    };
    let person = PersonId(row.person_id);
    let refused = |word: &'static str| {
        unit.record(person, None, "sign_in_refused", json!({ "method": "link", "code": word }));
        Ok(Err(Refusal::Named(word)))
    };
    let Some(row) = usable(Some(row), unit.now()) else { return refused("link-expired") };
    if !sessions::holds_mandate(unit, person).await? {
        return refused("no-mandate");
    }
    let purpose = row.purpose.clone();
    let mut used = row.into_active_model();
    used.used_at = Set(Some(unit.now()));
    link::Entity::update(used).exec(unit.write()).await?;
    let new = NewSession {
        person,
        identity: None,
        provider_session: None,
        id_token: None,
        method: "link",
        user_agent: browser.user_agent.clone(),
    };
    let secret = sessions::open(unit, &new, browser.session.as_deref(), None).await?;
    unit.record(person, None, "sign_in_link_used", json!({ "purpose": purpose }));
    Ok(Ok(secret))
}
