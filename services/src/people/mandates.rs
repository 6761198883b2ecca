//! Mandates: given and ended.

use chrono::NaiveDate;
use domain::{
    ids::PersonId,
    people::{Holder, Mandate, Role},
};
use entities::{Unit, people::mandate};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{
    details::{NewPerson, PersonForm, find_or_add},
    managing, stored_holder, tell, visible,
};
use crate::{Error, Refusal, Services, Viewer, fields::Fields};

/// What was typed about a person and a mandate.
#[derive(Clone, Debug, Default)]
pub struct MandateForm {
    /// Someone who is known already; otherwise empty.
    pub person: String,
    /// The name of someone new.
    pub name: String,
    /// Their address; may be missing.
    pub email: String,
    /// The name under which other organizations know them; may be missing.
    pub pseudonym: String,
    /// Their language.
    pub locale: String,
    /// `domain::people::Role`.
    pub role: String,
    /// First day.
    pub from: String,
    /// Last day; may be missing.
    pub until: String,
}

impl Services {
    /// Gives a mandate, to someone known or to someone new. An address that is known names its
    /// person: one person may hold roles in several organizations.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], [`Refusal::Mandate`].
    pub async fn give_mandate(&self, viewer: &Viewer, holder: Holder, form: &MandateForm) -> Result<PersonId, Error> {
        let (action, scope) = managing(holder);
        viewer.require(action, scope)?;
        let giver = viewer.person()?;
        let mut fields = Fields::default();
        let known = if form.person.is_empty() { None } else { fields.choice::<Uuid>("person", &form.person) };
        let new = known.is_none().then(|| {
            let person = PersonForm {
                name: form.name.clone(),
                email: form.email.clone(),
                pseudonym: form.pseudonym.clone(),
                locale: form.locale.clone(),
            };
            NewPerson::read(&mut fields, &person)
        });
        let role: Option<Role> = fields.choice("role", &form.role);
        let from = fields.date("from", &form.from);
        let until = fields.optional_date("until", &form.until);
        fields.finish()?;
        let Some(role) = role else { return Err(Error::NotFound) };
        let mandate = Mandate::new(role, holder, from, until)?;
        if let Some(id) = known
            && !visible(self.store().read(), viewer, PersonId(id)).await?
        {
            return Err(Error::NotFound);
        }
        self.store()
            .write(move |unit| {
                let new = new.clone();
                Box::pin(async move {
                    let person = match (known, new) {
                        (Some(id), _) => PersonId(id),
                        (None, Some(new)) => find_or_add(unit, giver, holder, new).await?,
                        (None, None) => return Err(Error::NotFound),
                    };
                    insert_mandate(unit, giver, person, &mandate).await?;
                    Ok(person)
                })
            })
            .await
    }

    /// Ends a mandate, with its last day. Sessions end with the last mandate.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], [`Refusal::Mandate`], `Refusal::Named` of
    /// `last-administrator`, or [`Error::Conflict`] when it has ended already.
    pub async fn end_mandate(&self, viewer: &Viewer, holder: Holder, id: Uuid, last_day: &str) -> Result<(), Error> {
        let (action, scope) = managing(holder);
        viewer.require(action, scope)?;
        let by = viewer.person()?;
        let mut fields = Fields::default();
        let last_day = fields.date("last_day", last_day);
        fields.finish()?;
        let today = self.today();
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    let row = mandate::Entity::find_by_id(id).one(unit.read()).await?.ok_or(Error::NotFound)?;
                    if stored_holder(&row)? != holder {
                        return Err(Error::NotFound);
                    }
                    if row.ends_on.is_some_and(|ended| ended < today && ended <= last_day) {
                        return Err(Error::Conflict);
                    }
                    let role: Role = row.role.parse()?;
                    Mandate::new(role, holder, row.starts_on, Some(last_day))?;
                    if role == Role::NetworkAdministrator {
                        another_administrator(unit, &row, last_day).await?;
                    }
                    let ended =
                        mandate::ActiveModel { id: Set(id), ends_on: Set(Some(last_day)), ..Default::default() };
                    mandate::Entity::update(ended).exec(unit.write()).await?;
                    let payload = json!({
                        "mandate": id, "person": row.person_id, "role": role, "holder": holder,
                        "last_day": last_day, "before": row.ends_on,
                    });
                    tell(unit, by, holder, "mandate_ended", payload).await?;
                    if last_day <= today {
                        end_sessions_without_mandate(unit, PersonId(row.person_id), today).await?;
                    }
                    Ok(())
                })
            })
            .await
    }
}

/// Writes a mandate down and tells the journal.
async fn insert_mandate(unit: &Unit, giver: PersonId, person: PersonId, mandate: &Mandate) -> Result<(), Error> {
    let same = mandate::Entity::find()
        .filter(mandate::Column::PersonId.eq(person.0))
        .filter(mandate::Column::Role.eq(mandate.role.as_str()))
        .all(unit.read())
        .await?;
    for row in same {
        let overlaps = row.ends_on.is_none_or(|end| end >= mandate.from)
            && mandate.until.is_none_or(|until| row.starts_on <= until);
        if stored_holder(&row)? == mandate.holder && overlaps {
            return Err(Refusal::Named("mandate-already-held").into());
        }
    }
    let id = unit.id();
    let (network_id, organization_id) = match mandate.holder {
        Holder::Network(id) => (Some(id.0), None),
        Holder::Organization(id) => (None, Some(id.0)),
    };
    let row = mandate::ActiveModel {
        id: Set(id),
        person_id: Set(person.0),
        role: Set(mandate.role.to_string()),
        network_id: Set(network_id),
        organization_id: Set(organization_id),
        starts_on: Set(mandate.from),
        ends_on: Set(mandate.until),
        granted_by: Set(Some(giver.0)),
        source: Set("decision".to_owned()),
        created_at: Set(unit.now()),
    };
    mandate::Entity::insert(row).exec_without_returning(unit.write()).await?;
    let payload = json!({
        "mandate": id, "person": person, "role": mandate.role, "holder": mandate.holder,
        "from": mandate.from, "until": mandate.until,
    });
    tell(unit, giver, mandate.holder, "mandate_given", payload).await
}

/// Someone else still runs the network after `last_day`.
async fn another_administrator(unit: &Unit, leaving: &mandate::Model, last_day: NaiveDate) -> Result<(), Error> {
    let others = mandate::Entity::find()
        .filter(mandate::Column::NetworkId.eq(leaving.network_id))
        .filter(mandate::Column::Role.eq(Role::NetworkAdministrator.as_str()))
        .filter(mandate::Column::Id.ne(leaving.id))
        .all(unit.read())
        .await?;
    let remains = others.iter().any(|row| {
        row.starts_on <= last_day.succ_opt().unwrap_or(last_day) && row.ends_on.is_none_or(|end| end > last_day)
    });
    if remains { Ok(()) } else { Err(Refusal::Named("last-administrator").into()) }
}

/// Ends every session of someone who holds nothing beyond today.
async fn end_sessions_without_mandate(unit: &Unit, person: PersonId, today: NaiveDate) -> Result<(), Error> {
    let left = mandate::Entity::find().filter(mandate::Column::PersonId.eq(person.0)).all(unit.read()).await?;
    if left.iter().any(|row| row.ends_on.is_none_or(|end| end > today)) {
        return Ok(());
    }
    let ended = crate::sign_in::end_sessions_of(unit, person).await?;
    if ended > 0 {
        unit.record(person, None, "sessions_ended", json!({ "because": "mandate_ended", "sessions": ended }));
    }
    Ok(())
}
