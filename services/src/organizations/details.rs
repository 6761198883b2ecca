//! What hangs on an organization: its names over time, its sites, what it declares about itself.

use chrono::NaiveDate;
use domain::{
    access::{Action, Scope},
    colleges::Figure,
    ids::OrganizationId,
};
use entities::organizations::{declared_figure, organization_name, site};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use super::{identity::NAME, tell};
use crate::{
    Error, FieldError, FieldProblem, Refusal, Services, Viewer,
    fields::{Fields, TEXT},
};

/// A declared figure is a count of people or places: more is a slip of the keyboard.
const LARGEST_FIGURE: u64 = 1_000_000;

/// What was typed about a name.
#[derive(Clone, Debug, Default)]
pub struct NameForm {
    /// The full name.
    pub name: String,
    /// What people say.
    pub short_name: String,
    /// First day of the name.
    pub valid_from: String,
    /// Why the past is corrected; needed only then.
    pub reason: String,
}

/// What was typed about a site.
#[derive(Clone, Debug, Default)]
pub struct SiteForm {
    /// What people call it.
    pub label: String,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub city: String,
    /// ISO 3166 code.
    pub country: String,
    /// First day, where known.
    pub opened_on: String,
}

/// What was typed about a figure.
#[derive(Clone, Debug, Default)]
pub struct FigureForm {
    /// `domain::colleges::Figure`.
    pub figure: String,
    /// How much.
    pub value: String,
    /// First day on which it counts.
    pub as_of: String,
}

fn one_field(field: &'static str, problem: FieldProblem) -> Error {
    Error::Invalid(vec![FieldError::new(field, problem)])
}

impl Services {
    /// Gives an organization a name from a day on.
    ///
    /// A name that begins after the latest one is news. One that begins no later would rewrite what
    /// pages of the past show: it is a correction, and says why in the journal.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`]; `reason` is missing where the past is corrected.
    pub async fn name_organization(&self, viewer: &Viewer, id: OrganizationId, form: &NameForm) -> Result<(), Error> {
        viewer.require(Action::ManageOrganization, Scope::Organization(id))?;
        let person = viewer.person()?;
        let mut fields = Fields::default();
        let name = fields.required("name", &form.name, NAME);
        let short_name = fields.optional("short_name", &form.short_name, 60);
        let valid_from = fields.date("valid_from", &form.valid_from);
        let reason = fields.optional("reason", &form.reason, TEXT);
        fields.finish()?;
        self.store()
            .write(move |unit| {
                let (name, short_name, reason) = (name.clone(), short_name.clone(), reason.clone());
                Box::pin(async move {
                    let names = organization_name::Entity::find()
                        .filter(organization_name::Column::OrganizationId.eq(id.0))
                        .order_by_desc(organization_name::Column::ValidFrom)
                        .all(unit.read())
                        .await?;
                    let correction = names.first().is_some_and(|latest| valid_from <= latest.valid_from);
                    if correction && reason.is_none() {
                        return Err(one_field("reason", FieldProblem::Missing));
                    }
                    let replaced = names.iter().find(|name| name.valid_from == valid_from);
                    let row = organization_name::ActiveModel {
                        id: Set(replaced.map_or_else(|| unit.id(), |name| name.id)),
                        organization_id: Set(id.0),
                        name: Set(name.clone()),
                        short_name: Set(short_name.clone()),
                        valid_from: Set(valid_from),
                    };
                    if replaced.is_some() {
                        organization_name::Entity::update(row).exec(unit.write()).await?;
                    } else {
                        organization_name::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    }
                    let kind = if correction { "organization_name_corrected" } else { "organization_named" };
                    tell(
                        unit,
                        person,
                        id,
                        kind,
                        json!({
                            "organization": id, "name": name, "short_name": short_name, "valid_from": valid_from,
                            "reason": reason, "before": replaced.map(|name| &name.name),
                        }),
                    )
                    .await?;
                    Ok(())
                })
            })
            .await
    }

    /// Adds a place where an organization works.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`].
    pub async fn open_site(&self, viewer: &Viewer, id: OrganizationId, form: &SiteForm) -> Result<Uuid, Error> {
        viewer.require(Action::ManageOrganization, Scope::Organization(id))?;
        let person = viewer.person()?;
        let mut fields = Fields::default();
        let label = fields.required("label", &form.label, NAME);
        let street = fields.optional("street", &form.street, NAME);
        let postal_code = fields.optional("postal_code", &form.postal_code, 12);
        let city = fields.required("city", &form.city, NAME);
        let country = fields.required("country", &form.country, 2).to_uppercase();
        let opened_on = fields.optional_date("opened_on", &form.opened_on);
        fields.finish()?;
        self.store()
            .write(move |unit| {
                let (label, street, postal_code) = (label.clone(), street.clone(), postal_code.clone());
                let (city, country) = (city.clone(), country.clone());
                Box::pin(async move {
                    let site = unit.id();
                    tell(unit, person, id, "site_opened", json!({ "organization": id, "site": site, "label": label, "city": city, "opened_on": opened_on })).await?;
                    let row = site::ActiveModel {
                        id: Set(site),
                        organization_id: Set(id.0),
                        label: Set(label),
                        street: Set(street),
                        postal_code: Set(postal_code),
                        city: Set(city),
                        country: Set(country),
                        valid_from: Set(opened_on),
                        valid_to: Set(None),
                    };
                    site::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    Ok(site)
                })
            })
            .await
    }

    /// Closes a site, with its last day. It stays in the history.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or [`Error::Conflict`] when it is closed already.
    pub async fn close_site(
        &self,
        viewer: &Viewer,
        id: OrganizationId,
        site: Uuid,
        closed_on: &str,
    ) -> Result<(), Error> {
        viewer.require(Action::ManageOrganization, Scope::Organization(id))?;
        let person = viewer.person()?;
        let mut fields = Fields::default();
        let closed_on = fields.date("closed_on", closed_on);
        fields.finish()?;
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    let found = site::Entity::find_by_id(site).one(unit.read()).await?;
                    let found = found.filter(|row| row.organization_id == id.0).ok_or(Error::NotFound)?;
                    if found.valid_to.is_some() {
                        return Err(Error::Conflict);
                    }
                    if found.valid_from.is_some_and(|opened: NaiveDate| closed_on < opened) {
                        return Err(Refusal::Named("site-closed-before-opened").into());
                    }
                    let row = site::ActiveModel { id: Set(site), valid_to: Set(Some(closed_on)), ..Default::default() };
                    site::Entity::update(row).exec(unit.write()).await?;
                    tell(
                        unit,
                        person,
                        id,
                        "site_closed",
                        json!({ "organization": id, "site": site, "label": found.label, "closed_on": closed_on }),
                    )
                    .await?;
                    Ok(())
                })
            })
            .await
    }

    /// Declares a figure from a day on. What was declared stays: a later day gets a figure of its own.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`]; `as_of` is taken when a figure was declared for that day.
    pub async fn declare_figure(&self, viewer: &Viewer, id: OrganizationId, form: &FigureForm) -> Result<(), Error> {
        viewer.require(Action::ManageOrganization, Scope::Organization(id))?;
        let person = viewer.person()?;
        let mut fields = Fields::default();
        let figure: Option<Figure> = fields.choice("figure", &form.figure);
        let value = fields.number("value", &form.value, LARGEST_FIGURE);
        let as_of = fields.date("as_of", &form.as_of);
        fields.finish()?;
        let Some(figure) = figure else { return Err(one_field("figure", FieldProblem::NotAChoice)) };
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    let declared = declared_figure::Entity::find()
                        .filter(declared_figure::Column::OrganizationId.eq(id.0))
                        .filter(declared_figure::Column::Figure.eq(figure.as_str()))
                        .filter(declared_figure::Column::AsOf.eq(as_of))
                        .one(unit.read())
                        .await?;
                    if declared.is_some() {
                        return Err(one_field("as_of", FieldProblem::Taken));
                    }
                    let row = declared_figure::ActiveModel {
                        id: Set(unit.id()),
                        organization_id: Set(id.0),
                        figure: Set(figure.to_string()),
                        value: Set(i64::try_from(value).unwrap_or(i64::MAX)),
                        as_of: Set(as_of),
                        declared_at: Set(unit.now()),
                        declared_by: Set(Some(person.0)),
                    };
                    declared_figure::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    tell(
                        unit,
                        person,
                        id,
                        "figure_declared",
                        json!({ "organization": id, "figure": figure, "value": value, "as_of": as_of }),
                    )
                    .await?;
                    Ok(())
                })
            })
            .await
    }
}
