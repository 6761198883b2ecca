//! Organizations: one identity each, however many networks they belong to.

mod details;
mod identity;

use chrono::NaiveDate;
use domain::memberships::Status;
use domain::{
    access::{Action, Scope},
    colleges::{Declaration, Figure},
    identifiers::Register,
    ids::{OrganizationId, PersonId},
    locale::Locale,
    organizations::{DatedName, LegalForm, name_on},
};
use entities::organizations::{declared_figure, organization, organization_name, site};
use entities::{Unit, memberships::membership};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{Error, Services, Viewer};

pub use details::{FigureForm, NameForm, SiteForm};
pub(crate) use identity::{Identity, insert};
pub use identity::{IdentityForm, Saved};

/// An organization, with its stored words understood.
#[derive(Clone, Debug)]
pub struct Organization {
    /// Which.
    pub id: OrganizationId,
    /// Stands in addresses.
    pub slug: String,
    /// Its legal form.
    pub legal_form: LegalForm,
    /// ISO 3166 code of its country.
    pub country: String,
    /// Languages that it works in.
    pub locales: Vec<Locale>,
    /// Registration numbers, in the order of the registers.
    pub identifiers: Vec<(Register, String)>,
    /// Public address for letters.
    pub email: Option<String>,
    /// Public telephone number.
    pub phone: Option<String>,
    /// Its own pages.
    pub website: Option<String>,
    /// What it does, in its own words.
    pub description: String,
    /// Counts changes.
    pub version: i32,
    /// Its names over time, the latest first.
    pub names: Vec<DatedName>,
    /// Where it works.
    pub sites: Vec<Site>,
    /// What it declared about itself, the latest first.
    pub figures: Vec<Declaration>,
}

/// A place where an organization works or worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Which.
    pub id: Uuid,
    /// What people call it.
    pub label: String,
    /// Street and number.
    pub street: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Town.
    pub city: String,
    /// ISO 3166 code.
    pub country: String,
    /// First day, where known.
    pub opened_on: Option<NaiveDate>,
    /// Last day; open when `None`.
    pub closed_on: Option<NaiveDate>,
}

impl Organization {
    /// Its name on a day.
    #[must_use]
    pub fn name_on(&self, day: NaiveDate) -> &str {
        name_on(&self.names, day).map_or("", |name| &name.name)
    }

    /// What people say on a day: the short name where there is one.
    #[must_use]
    pub fn short_name_on(&self, day: NaiveDate) -> &str {
        name_on(&self.names, day).map_or("", |name| name.short_name.as_ref().unwrap_or(&name.name))
    }

    /// A registration number.
    #[must_use]
    pub fn identifier(&self, register: Register) -> Option<&str> {
        self.identifiers.iter().find(|(of, _)| *of == register).map(|(_, number)| number.as_str())
    }

    /// The latest figure of a kind that counts on a day.
    #[must_use]
    pub fn figure_on(&self, figure: Figure, day: NaiveDate) -> Option<&Declaration> {
        self.figures
            .iter()
            .filter(|declared| declared.figure == figure && declared.as_of <= day)
            .max_by_key(|d| d.as_of)
    }
}

impl Services {
    /// An organization for those who run it: its own administrators and those of its networks.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn organization(&self, viewer: &Viewer, slug: &str) -> Result<Organization, Error> {
        self.organization_for(viewer, slug, Action::ManageOrganization).await
    }

    /// An organization for whoever may do `action` to it.
    ///
    /// # Errors
    /// Of permission, or [`Error::Database`].
    pub async fn organization_for(&self, viewer: &Viewer, slug: &str, action: Action) -> Result<Organization, Error> {
        viewer.person()?;
        let database = self.store().read();
        let row = organization::Entity::find().filter(organization::Column::Slug.eq(slug)).one(database).await?;
        let row = row.ok_or(Error::NotFound)?;
        viewer.require(action, Scope::Organization(OrganizationId(row.id)))?;
        whole(database, row).await
    }
}

/// An organization from its row, with everything that hangs on it.
pub(crate) async fn whole(database: &impl ConnectionTrait, row: organization::Model) -> Result<Organization, Error> {
    let names = organization_name::Entity::find()
        .filter(organization_name::Column::OrganizationId.eq(row.id))
        .order_by_desc(organization_name::Column::ValidFrom)
        .all(database)
        .await?;
    let sites = site::Entity::find()
        .filter(site::Column::OrganizationId.eq(row.id))
        .order_by_asc(site::Column::Label)
        .all(database)
        .await?;
    let figures = declared_figure::Entity::find()
        .filter(declared_figure::Column::OrganizationId.eq(row.id))
        .order_by_desc(declared_figure::Column::AsOf)
        .order_by_asc(declared_figure::Column::Figure)
        .all(database)
        .await?;
    let identifiers = [
        (Register::Rna, row.rna),
        (Register::Siren, row.siren),
        (Register::Siret, row.siret),
        (Register::EnterpriseNumber, row.enterprise_number),
    ];
    Ok(Organization {
        id: OrganizationId(row.id),
        slug: row.slug,
        legal_form: row.legal_form.parse()?,
        country: row.country,
        locales: serde_json::from_value(row.locales)?,
        identifiers: identifiers
            .into_iter()
            .filter_map(|(register, number)| number.map(|number| (register, number)))
            .collect(),
        email: row.email,
        phone: row.phone,
        website: row.website,
        description: row.description,
        version: row.version,
        names: names
            .into_iter()
            .map(|name| DatedName { name: name.name, short_name: name.short_name, valid_from: name.valid_from })
            .collect(),
        sites: sites
            .into_iter()
            .map(|site| Site {
                id: site.id,
                label: site.label,
                street: site.street,
                postal_code: site.postal_code,
                city: site.city,
                country: site.country,
                opened_on: site.valid_from,
                closed_on: site.valid_to,
            })
            .collect(),
        figures: figures
            .into_iter()
            .map(|row| {
                let value = u64::try_from(row.value).unwrap_or_default();
                Ok(Declaration { figure: row.figure.parse()?, value, as_of: row.as_of })
            })
            .collect::<Result<_, Error>>()?,
    })
}

/// Tells the journal of every network of an organization what happened to it.
pub(crate) async fn tell(
    unit: &Unit,
    by: PersonId,
    id: OrganizationId,
    kind: &'static str,
    payload: serde_json::Value,
) -> Result<(), Error> {
    let current = [Status::Applied, Status::Admitted, Status::Suspended].map(Status::as_str);
    let networks = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(id.0))
        .filter(membership::Column::Status.is_in(current))
        .all(unit.read())
        .await?;
    if networks.is_empty() {
        unit.record(by, None, kind, &payload);
    }
    for membership in networks {
        unit.record(by, Some(membership.network_id), kind, &payload);
    }
    Ok(())
}
