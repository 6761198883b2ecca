//! What a network's administrators change: its presentation and its colleges.

use domain::{
    access::{Action, Scope},
    colleges::{Bracket, Figure, WeightRule},
    ids::{CollegeId, NetworkId},
    locale::{Locale, Localized},
};
use entities::{
    assemblies::roll_entry,
    memberships::membership,
    networks::{college, network},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{College, Network};
use crate::{
    Error, FieldProblem, Refusal, Services, Viewer,
    fields::{Fields, LINE, TEXT},
};

/// How many brackets a weight rule may have: a form has so many lines.
pub const MOST_BRACKETS: usize = 8;

/// What was typed about a network. Texts stand in the order of `Locale::ALL`.
#[derive(Clone, Debug, Default)]
pub struct NetworkForm {
    /// Its names.
    pub names: [String; 3],
    /// What it is, in a few sentences.
    pub descriptions: [String; 3],
    /// Main language.
    pub locale: String,
    /// Time zone in which its days begin.
    pub time_zone: String,
}

/// What was typed about a college.
#[derive(Clone, Debug, Default)]
pub struct CollegeForm {
    /// Its names, in the order of `Locale::ALL`.
    pub names: [String; 3],
    /// `fixed` or `brackets`.
    pub rule: String,
    /// Voices of each member, for a fixed rule.
    pub weight: String,
    /// `domain::colleges::Figure`, for brackets.
    pub figure: String,
    /// From how much on, and the voices; lines that are empty do not count.
    pub brackets: Vec<(String, String)>,
}

struct Presentation {
    names: Localized,
    descriptions: Localized,
    locale: Locale,
    time_zone: String,
}

impl NetworkForm {
    fn read(&self, fields: &mut Fields) -> Presentation {
        let locale: Locale = fields.choice("locale", &self.locale).unwrap_or_default();
        let names = fields.localized(["name_fr", "name_nl", "name_en"], &self.names, Some(locale), LINE);
        let descriptions = ["description_fr", "description_nl", "description_en"];
        let descriptions = fields.localized(descriptions, &self.descriptions, None, TEXT);
        if self.time_zone.parse::<chrono_tz::Tz>().is_err() {
            fields.wrong("time_zone", FieldProblem::NotAChoice);
        }
        Presentation { names, descriptions, locale, time_zone: self.time_zone.clone() }
    }
}

impl CollegeForm {
    fn read(&self, fields: &mut Fields, main: Locale) -> (Localized, WeightRule) {
        let names = fields.localized(["name_fr", "name_nl", "name_en"], &self.names, Some(main), LINE);
        if self.rule == "brackets" {
            let figure = fields.choice("figure", &self.figure).unwrap_or(Figure::Employees);
            let mut brackets = Vec::new();
            for (from, weight) in self.brackets.iter().take(MOST_BRACKETS) {
                if !(from.trim().is_empty() && weight.trim().is_empty()) {
                    let from = fields.number("brackets", from, 1_000_000);
                    brackets.push(Bracket { from, weight: fields.number("brackets", weight, 10_000) });
                }
            }
            return (names, WeightRule::Brackets { figure, brackets });
        }
        if self.rule != "fixed" {
            fields.wrong("rule", FieldProblem::NotAChoice);
        }
        (names, WeightRule::Fixed { weight: fields.number("weight", &self.weight, 10_000) })
    }
}

impl Services {
    /// Changes a network's presentation.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`].
    pub async fn edit_network(&self, viewer: &Viewer, network: &Network, form: &NetworkForm) -> Result<(), Error> {
        viewer.require(Action::ManageNetwork, Scope::Network(network.id))?;
        let person = viewer.person()?;
        let mut fields = Fields::default();
        let new = form.read(&mut fields);
        fields.finish()?;
        let after = json!({ "names": new.names, "descriptions": new.descriptions, "locale": new.locale, "time_zone": new.time_zone });
        let id = network.id.0;
        self.store()
            .write(move |unit| {
                let after = after.clone();
                Box::pin(async move {
                    let row = network::Entity::find_by_id(id).one(unit.read()).await?.ok_or(Error::NotFound)?;
                    let before = json!({ "names": row.names, "descriptions": row.descriptions, "locale": row.locale, "time_zone": row.time_zone });
                    if before == after {
                        return Ok(());
                    }
                    let changed = network::ActiveModel {
                        id: Set(id),
                        names: Set(after["names"].clone()),
                        descriptions: Set(after["descriptions"].clone()),
                        locale: Set(after["locale"].as_str().unwrap_or("fr").to_owned()),
                        time_zone: Set(after["time_zone"].as_str().unwrap_or("Europe/Paris").to_owned()),
                        ..Default::default()
                    };
                    network::Entity::update(changed).exec(unit.write()).await?;
                    unit.record(person, Some(id), "network_edited", json!({ "before": before, "after": after }));
                    Ok(())
                })
            })
            .await
    }

    /// Adds a college, or changes one. Rolls that are frozen keep the weights that they have.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], [`Refusal::WeightRule`], or [`Error::NotFound`].
    pub async fn save_college(
        &self,
        viewer: &Viewer,
        network: &Network,
        which: Option<CollegeId>,
        form: &CollegeForm,
    ) -> Result<(), Error> {
        viewer.require(Action::ManageNetwork, Scope::Network(network.id))?;
        let person = viewer.person()?;
        let mut fields = Fields::default();
        let (names, rule) = form.read(&mut fields, network.locale);
        fields.finish()?;
        rule.validate()?;
        let (names, rule) = (serde_json::to_value(names)?, serde_json::to_value(rule)?);
        let network = network.id.0;
        self.store()
            .write(move |unit| {
                let (names, rule) = (names.clone(), rule.clone());
                Box::pin(async move {
                    let colleges = college::Entity::find().filter(college::Column::NetworkId.eq(network));
                    let colleges = colleges.all(unit.read()).await?;
                    let before = match which {
                        Some(id) => Some(colleges.iter().find(|row| row.id == id.0).ok_or(Error::NotFound)?),
                        None => None,
                    };
                    let position = colleges.iter().map(|row| row.position).max().unwrap_or(0) + 1;
                    let row = college::ActiveModel {
                        id: Set(which.map_or_else(|| unit.id(), |id| id.0)),
                        network_id: Set(network),
                        position: Set(before.map_or(position, |row| row.position)),
                        names: Set(names.clone()),
                        weight_rule: Set(rule.clone()),
                    };
                    if before.is_some() {
                        college::Entity::update(row).exec(unit.write()).await?;
                    } else {
                        college::Entity::insert(row).exec_without_returning(unit.write()).await?;
                    }
                    let before = before.map(|row| json!({ "names": row.names, "rule": row.weight_rule }));
                    let payload =
                        json!({ "college": which, "before": before, "after": { "names": names, "rule": rule } });
                    unit.record(person, Some(network), "college_saved", payload);
                    Ok(())
                })
            })
            .await
    }

    /// Removes a college in which nobody is or ever voted.
    ///
    /// # Errors
    /// Of permission, [`Error::NotFound`], or `Refusal::Named("college-in-use")`.
    pub async fn remove_college(&self, viewer: &Viewer, network: NetworkId, id: CollegeId) -> Result<(), Error> {
        viewer.require(Action::ManageNetwork, Scope::Network(network))?;
        let person = viewer.person()?;
        self.store()
            .write(move |unit| {
                Box::pin(async move {
                    let row = college::Entity::find_by_id(id.0).one(unit.read()).await?;
                    let row = row.filter(|row| row.network_id == network.0).ok_or(Error::NotFound)?;
                    let members = membership::Entity::find().filter(membership::Column::CollegeId.eq(id.0));
                    let voters = roll_entry::Entity::find().filter(roll_entry::Column::CollegeId.eq(id.0));
                    if members.count(unit.read()).await? > 0 || voters.count(unit.read()).await? > 0 {
                        return Err(Refusal::Named("college-in-use").into());
                    }
                    college::Entity::delete_by_id(id.0).exec(unit.write()).await?;
                    let payload = json!({ "college": id, "names": row.names, "rule": row.weight_rule });
                    unit.record(person, Some(network.0), "college_removed", payload);
                    Ok(())
                })
            })
            .await
    }

    /// A college for the form that changes it.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn college(&self, viewer: &Viewer, network: NetworkId, id: Uuid) -> Result<College, Error> {
        viewer.require(Action::ManageNetwork, Scope::Network(network))?;
        let colleges = self.colleges_of(network).await?;
        colleges.into_iter().find(|college| college.id.0 == id).ok_or(Error::NotFound)
    }
}
