//! What is known of a person, and who may correct it.

use domain::{ids::PersonId, locale::Locale, people::Holder};
use entities::{
    Unit,
    people::{mandate, person},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;

use super::{managing, stored_holder, tell, visible};
use crate::{
    Error, FieldProblem, Refusal, Services, Viewer,
    fields::{Fields, LINE},
};

/// What was typed about a person.
#[derive(Clone, Debug, Default)]
pub struct PersonForm {
    /// The name.
    pub name: String,
    /// Their address; may be missing.
    pub email: String,
    /// The name under which other organizations know them; may be missing.
    pub pseudonym: String,
    /// Their language.
    pub locale: String,
}

/// Someone who is known already, for a form.
#[derive(Clone, Debug)]
pub struct KnownPerson {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// The name under which other organizations know them.
    pub pseudonym: Option<String>,
    /// Their address.
    pub email: Option<String>,
    /// Their language.
    pub locale: Locale,
}

/// A person, read and found right.
#[derive(Clone, Debug)]
pub(super) struct NewPerson {
    pub(super) name: String,
    pub(super) email: Option<String>,
    pub(super) pseudonym: Option<String>,
    pub(super) locale: Locale,
}

impl NewPerson {
    pub(super) fn read(fields: &mut Fields, form: &PersonForm) -> Self {
        Self {
            name: fields.required("name", &form.name, LINE),
            email: fields.email("email", &form.email),
            pseudonym: fields.optional("pseudonym", &form.pseudonym, 60),
            locale: fields.choice("locale", &form.locale).unwrap_or_default(),
        }
    }
}

impl Services {
    /// Someone who holds a mandate where the viewer may see people, for a form.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anyone whom the viewer may not see.
    pub async fn known_person(&self, viewer: &Viewer, id: PersonId) -> Result<KnownPerson, Error> {
        let database = self.store().read();
        let row = person::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        if !visible(database, viewer, id).await? {
            return Err(Error::NotFound);
        }
        Ok(KnownPerson { id, name: row.name, pseudonym: row.pseudonym, email: row.email, locale: row.locale.parse()? })
    }

    /// Corrects what is known of a person. Only whoever runs every place in which the person holds
    /// a mandate may: an address is a way in.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`].
    pub async fn edit_person(&self, viewer: &Viewer, id: PersonId, form: &PersonForm) -> Result<(), Error> {
        let by = viewer.person()?;
        let mut fields = Fields::default();
        let new = NewPerson::read(&mut fields, form);
        if !visible(self.store().read(), viewer, id).await? {
            return Err(Error::NotFound);
        }
        fields.finish()?;
        let viewer = viewer.clone();
        let today = self.today();
        self.store()
            .write(move |unit| {
                let (new, viewer) = (new.clone(), viewer.clone());
                Box::pin(async move {
                    let row = person::Entity::find_by_id(id.0).one(unit.read()).await?.ok_or(Error::NotFound)?;
                    let mandates = mandate::Entity::find().filter(mandate::Column::PersonId.eq(id.0));
                    let (mut holders, mut former) = (Vec::new(), Vec::new());
                    for mandate in mandates.all(unit.read()).await? {
                        let current = mandate.ends_on.is_none_or(|end| end >= today);
                        if current { &mut holders } else { &mut former }.push(stored_holder(&mandate)?);
                    }
                    // Someone who holds nothing any more is for those who ran where they were.
                    if holders.is_empty() {
                        holders = former;
                    }
                    for holder in &holders {
                        let (action, scope) = managing(*holder);
                        if !viewer.may(action, scope) {
                            return Err(Refusal::Named("person-also-elsewhere").into());
                        }
                    }
                    if let Some(email) = &new.email
                        && by_email(unit, email).await?.is_some_and(|other| other.id != id.0)
                    {
                        let mut fields = Fields::default();
                        fields.wrong("email", FieldProblem::Taken);
                        return fields.finish();
                    }
                    let payload = json!({
                        "person": id,
                        "before": { "name": row.name, "pseudonym": row.pseudonym, "locale": row.locale },
                        "after": { "name": new.name, "pseudonym": new.pseudonym, "locale": new.locale },
                        "address_changed": row.email != new.email,
                    });
                    let changed = person::ActiveModel {
                        id: Set(id.0),
                        name: Set(new.name),
                        email: Set(new.email),
                        pseudonym: Set(new.pseudonym),
                        locale: Set(new.locale.to_string()),
                        ..Default::default()
                    };
                    person::Entity::update(changed).exec(unit.write()).await?;
                    match holders.first() {
                        Some(holder) => tell(unit, by, *holder, "person_edited", payload).await?,
                        None => unit.record(by, None, "person_edited", payload),
                    }
                    Ok(())
                })
            })
            .await
    }
}

pub(super) async fn by_email(unit: &Unit, email: &str) -> Result<Option<person::Model>, Error> {
    let found = person::Entity::find().filter(person::Column::Email.eq(email));
    Ok(found.order_by_asc(person::Column::CreatedAt).one(unit.read()).await?)
}

/// The person with that address, or someone new.
pub(super) async fn find_or_add(unit: &Unit, by: PersonId, holder: Holder, new: NewPerson) -> Result<PersonId, Error> {
    if let Some(email) = &new.email
        && let Some(known) = by_email(unit, email).await?
    {
        return Ok(PersonId(known.id));
    }
    let id = unit.id();
    tell(unit, by, holder, "person_added", json!({ "person": id, "holder": holder })).await?;
    let row = person::ActiveModel {
        id: Set(id),
        name: Set(new.name),
        pseudonym: Set(new.pseudonym),
        email: Set(new.email),
        locale: Set(new.locale.to_string()),
        created_at: Set(unit.now()),
    };
    person::Entity::insert(row).exec_without_returning(unit.write()).await?;
    Ok(PersonId(id))
}
