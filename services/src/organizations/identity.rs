//! What an organization is: legal form, numbers, contacts. Changed as a whole, by one at a time.

use domain::{
    access::{Action, Scope},
    identifiers::Register,
    ids::OrganizationId,
    locale::Locale,
    organizations::LegalForm,
};
use entities::{
    Unit,
    organizations::{organization, organization_name},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use crate::{
    Error, FieldProblem, Services, Viewer,
    fields::{Fields, LINE, TEXT},
    text,
};

/// What was typed about an organization.
#[derive(Clone, Debug, Default)]
pub struct IdentityForm {
    /// `domain::organizations::LegalForm`.
    pub legal_form: String,
    /// `FR`, `BE`…
    pub country: String,
    /// Words of `domain::locale::Locale`.
    pub locales: Vec<String>,
    /// Number in the répertoire national des associations.
    pub rna: String,
    /// Company number, France.
    pub siren: String,
    /// Establishment number, France.
    pub siret: String,
    /// Enterprise number, Belgium.
    pub enterprise_number: String,
    /// Public address for letters.
    pub email: String,
    /// Public telephone number.
    pub phone: String,
    /// Its own pages.
    pub website: String,
    /// What it does.
    pub description: String,
}

/// What was saved, and whether a person should look at it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// A registration number is right and rare: an RNA with letters.
    pub unusual: bool,
}

/// Registration numbers in their stored form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Identifiers {
    pub rna: Option<String>,
    pub siren: Option<String>,
    pub siret: Option<String>,
    pub enterprise_number: Option<String>,
}

impl Identifiers {
    /// Reads the four numbers; tells whether one of them is unusual.
    pub fn read(fields: &mut Fields, form: &IdentityForm) -> (Self, bool) {
        let rna = fields.identifier("rna", Register::Rna, &form.rna);
        let siren = fields.identifier("siren", Register::Siren, &form.siren);
        let siret = fields.identifier("siret", Register::Siret, &form.siret);
        let enterprise = fields.identifier("enterprise_number", Register::EnterpriseNumber, &form.enterprise_number);
        let unusual = [&rna, &siren, &siret, &enterprise].iter().any(|number| number.as_ref().is_some_and(|n| n.1));
        let value = |number: Option<(String, bool)>| number.map(|(value, _)| value);
        let read =
            Self { rna: value(rna), siren: value(siren), siret: value(siret), enterprise_number: value(enterprise) };
        (read, unusual)
    }

    /// The organization that bears one of these numbers already, and the field of that number.
    pub async fn bearer(
        &self,
        database: &impl ConnectionTrait,
        except: Option<Uuid>,
    ) -> Result<Option<(organization::Model, &'static str)>, Error> {
        use organization::Column as C;
        let numbers = [
            ("rna", C::Rna, &self.rna),
            ("siren", C::Siren, &self.siren),
            ("siret", C::Siret, &self.siret),
            ("enterprise_number", C::EnterpriseNumber, &self.enterprise_number),
        ];
        for (field, column, number) in numbers {
            let Some(number) = number else { continue };
            let found = organization::Entity::find().filter(column.eq(number.as_str()));
            let found = found.filter(except.map_or_else(Condition::all, |id| Condition::all().add(C::Id.ne(id))));
            if let Some(row) = found.one(database).await? {
                return Ok(Some((row, field)));
            }
        }
        Ok(None)
    }
}

/// What an organization is, read and found right.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Identity {
    pub legal_form: LegalForm,
    pub country: String,
    pub locales: Vec<Locale>,
    #[serde(flatten)]
    pub identifiers: Identifiers,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub website: Option<String>,
    pub description: String,
}

impl Identity {
    /// Reads the form; tells whether a number is unusual.
    pub fn read(fields: &mut Fields, form: &IdentityForm) -> (Self, bool) {
        let (identifiers, unusual) = Identifiers::read(fields, form);
        let country = fields.required("country", &form.country, 2).to_uppercase();
        let is_code = country.len() == 2 && country.chars().all(|c| c.is_ascii_uppercase());
        if !is_code && !fields.has("country") {
            fields.wrong("country", FieldProblem::NotAChoice);
        }
        let mut locales: Vec<Locale> = form.locales.iter().filter_map(|word| word.parse().ok()).collect();
        locales.sort_unstable();
        locales.dedup();
        let identity = Self {
            legal_form: fields.choice("legal_form", &form.legal_form).unwrap_or(LegalForm::Other),
            country,
            locales,
            identifiers,
            email: fields.email("email", &form.email),
            phone: fields.optional("phone", &form.phone, 40),
            website: fields.web_address("website", &form.website),
            description: fields.optional("description", &form.description, TEXT).unwrap_or_default(),
        };
        (identity, unusual)
    }

    fn stored(row: &organization::Model) -> Result<Self, Error> {
        Ok(Self {
            legal_form: row.legal_form.parse()?,
            country: row.country.clone(),
            locales: serde_json::from_value(row.locales.clone())?,
            identifiers: Identifiers {
                rna: row.rna.clone(),
                siren: row.siren.clone(),
                siret: row.siret.clone(),
                enterprise_number: row.enterprise_number.clone(),
            },
            email: row.email.clone(),
            phone: row.phone.clone(),
            website: row.website.clone(),
            description: row.description.clone(),
        })
    }

    fn row(&self) -> Result<organization::ActiveModel, Error> {
        Ok(organization::ActiveModel {
            legal_form: Set(self.legal_form.to_string()),
            country: Set(self.country.clone()),
            locales: Set(serde_json::to_value(&self.locales)?),
            rna: Set(self.identifiers.rna.clone()),
            siren: Set(self.identifiers.siren.clone()),
            siret: Set(self.identifiers.siret.clone()),
            enterprise_number: Set(self.identifiers.enterprise_number.clone()),
            email: Set(self.email.clone()),
            phone: Set(self.phone.clone()),
            website: Set(self.website.clone()),
            description: Set(self.description.clone()),
            ..Default::default()
        })
    }
}

/// Writes a new organization with its first name. The address is made of its name.
pub(crate) async fn insert(
    unit: &Unit,
    identity: &Identity,
    name: (&str, Option<&str>),
    since: chrono::NaiveDate,
) -> Result<organization::Model, Error> {
    let id = unit.id();
    let slug = free_slug(unit.read(), name.1.unwrap_or(name.0)).await?;
    let mut row = identity.row()?;
    row.id = Set(id);
    row.slug = Set(slug);
    row.created_at = Set(unit.now());
    row.version = Set(1);
    let row = organization::Entity::insert(row).exec_with_returning(unit.write()).await?;
    let first = organization_name::ActiveModel {
        id: Set(unit.id()),
        organization_id: Set(id),
        name: Set(name.0.to_owned()),
        short_name: Set(name.1.map(str::to_owned)),
        valid_from: Set(since),
    };
    organization_name::Entity::insert(first).exec_without_returning(unit.write()).await?;
    Ok(row)
}

async fn free_slug(database: &impl ConnectionTrait, name: &str) -> Result<String, Error> {
    let word = text::slug(name);
    let taken: Vec<String> = organization::Entity::find()
        .select_only()
        .column(organization::Column::Slug)
        .filter(organization::Column::Slug.starts_with(&word))
        .into_tuple()
        .all(database)
        .await?;
    if !taken.contains(&word) {
        return Ok(word);
    }
    let numbered = (2..).map(|number| format!("{word}-{number}")).find(|candidate| !taken.contains(candidate));
    Ok(numbered.unwrap_or(word))
}

impl Services {
    /// Changes what an organization is. `version` is the one that the form was filled in with.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or [`Error::Conflict`] when someone else changed it.
    pub async fn edit_organization(
        &self,
        viewer: &Viewer,
        id: OrganizationId,
        version: i32,
        form: &IdentityForm,
    ) -> Result<Saved, Error> {
        viewer.require(Action::ManageOrganization, Scope::Organization(id))?;
        let person = viewer.person()?;
        let mut fields = Fields::default();
        let (identity, unusual) = Identity::read(&mut fields, form);
        fields.finish()?;
        self.store()
            .write(move |unit| {
                let identity = identity.clone();
                Box::pin(async move {
                    let row = organization::Entity::find_by_id(id.0).one(unit.read()).await?;
                    let row = row.ok_or(Error::NotFound)?;
                    if row.version != version {
                        return Err(Error::Conflict);
                    }
                    let before = Identity::stored(&row)?;
                    if before == identity {
                        return Ok(Saved { unusual });
                    }
                    if let Some((_, field)) = identity.identifiers.bearer(unit.read(), Some(id.0)).await? {
                        let mut fields = Fields::default();
                        fields.wrong(field, FieldProblem::Taken);
                        fields.finish()?;
                    }
                    let mut changed = identity.row()?;
                    changed.version = Set(version + 1);
                    organization::Entity::update_many()
                        .set(changed)
                        .filter(organization::Column::Id.eq(id.0))
                        .exec(unit.write())
                        .await?;
                    super::tell(
                        unit,
                        person,
                        id,
                        "organization_edited",
                        json!({ "organization": id, "before": before, "after": identity }),
                    )
                    .await?;
                    Ok(Saved { unusual })
                })
            })
            .await
    }
}

/// A line of text for callers that read a name.
pub(super) const NAME: usize = LINE;
