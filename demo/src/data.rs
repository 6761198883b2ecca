//! The demonstration data: what `demo/data/*.toml` says, as plain types.
//!
//! Everything refers to everything else by slug, across files: an organization that is written down
//! in one network's file is the same organization in another's. [`Demo::load`] puts the files
//! together in the order in which they can be written to a database: organizations, people,
//! networks with their colleges and rules, then memberships, mandates, connections, assemblies,
//! trainings.

mod assemblies;
mod day;
mod sign_in;
#[cfg(test)]
mod tests;
mod trainings;
mod visits;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    assemblies::AssemblyRules,
    colleges::{Figure, WeightRule},
    identifiers::Register,
    locale::Locale,
    memberships::Step,
    organizations::{DatedName, LegalForm},
    people::Role,
};
use serde::Deserialize;

pub use self::{
    assemblies::{
        Amendment, Assembly, Attendance, Ballot, Document, Item, Motion, NobodySpeaks, Occurrence, Proxy, Supporter,
    },
    day::Day,
    sign_in::{Account, Connection, DomainProof, MailDomain},
    trainings::{Agreement, HalfDay, Need, NeedCollection, Registration, Session, Training},
    visits::{Visit, VisitOffer},
};

/// A text in the languages in which it was written.
pub type Localized = BTreeMap<Locale, String>;

const FILES: [(&str, &str); 9] = [
    ("interlogement93.toml", include_str!("../data/interlogement93.toml")),
    ("interlogement93_people.toml", include_str!("../data/interlogement93_people.toml")),
    ("interlogement93_assemblies.toml", include_str!("../data/interlogement93_assemblies.toml")),
    ("interlogement93_trainings.toml", include_str!("../data/interlogement93_trainings.toml")),
    ("interfaces.toml", include_str!("../data/interfaces.toml")),
    ("interlignes.toml", include_str!("../data/interlignes.toml")),
    ("increase.toml", include_str!("../data/increase.toml")),
    ("transfrontalier.toml", include_str!("../data/transfrontalier.toml")),
    ("federation_nationale.toml", include_str!("../data/federation_nationale.toml")),
];

/// The text in a language, or else in the network's own.
#[must_use]
pub fn text_in(text: &Localized, locale: Locale, default: Locale) -> &str {
    text.get(&locale).or_else(|| text.get(&default)).map_or("", String::as_str)
}

/// All of it.
#[derive(Clone, Debug, Default)]
pub struct Demo {
    /// Every organization once, however many networks it belongs to.
    pub organizations: Vec<Organization>,
    /// Every person once, however many mandates they hold.
    pub people: Vec<Person>,
    /// The networks, with colleges and rules.
    pub networks: Vec<Network>,
    /// Who belongs to which network.
    pub memberships: Vec<Membership>,
    /// Who is what, from when to when.
    pub mandates: Vec<Mandate>,
    /// Which organization signs its people in itself.
    pub connections: Vec<Connection>,
    /// The assemblies, oldest first within a network's file.
    pub assemblies: Vec<Assembly>,
    /// The trainings, with their sessions.
    pub trainings: Vec<Training>,
    /// Whose managers agree to registrations first.
    pub agreements: Vec<Agreement>,
    /// Needs that are collected for a year.
    pub need_collections: Vec<NeedCollection>,
    /// Stays and visits that hosts offer.
    pub visit_offers: Vec<VisitOffer>,
}

/// A file that cannot be read; never one of those that are built in, in a build whose tests pass.
#[derive(Debug, thiserror::Error)]
#[error("demonstration data, {file}: {source}")]
pub struct DataError {
    file: String,
    source: toml::de::Error,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    network: Option<Network>,
    #[serde(default)]
    organizations: Vec<Organization>,
    #[serde(default)]
    people: Vec<Person>,
    #[serde(default)]
    memberships: Vec<Membership>,
    #[serde(default)]
    mandates: Vec<Mandate>,
    #[serde(default)]
    connections: Vec<Connection>,
    #[serde(default)]
    assemblies: Vec<Assembly>,
    #[serde(default)]
    trainings: Vec<Training>,
    #[serde(default)]
    agreements: Vec<Agreement>,
    #[serde(default)]
    need_collections: Vec<NeedCollection>,
    #[serde(default)]
    visit_offers: Vec<VisitOffer>,
}

impl Demo {
    /// Reads the data that is built into the program.
    ///
    /// # Errors
    /// [`DataError`] with the file and the line.
    pub fn load() -> Result<Self, DataError> {
        let mut demo = Self::default();
        for (file, text) in FILES {
            demo.add(file, text)?;
        }
        Ok(demo)
    }

    /// Adds what another file of the same form says.
    ///
    /// # Errors
    /// [`DataError`] with the file and the line.
    pub fn add(&mut self, file: &str, text: &str) -> Result<(), DataError> {
        let read: File = toml::from_str(text).map_err(|source| DataError { file: file.to_owned(), source })?;
        self.networks.extend(read.network);
        self.organizations.extend(read.organizations);
        self.people.extend(read.people);
        self.memberships.extend(read.memberships);
        self.mandates.extend(read.mandates);
        self.connections.extend(read.connections);
        self.assemblies.extend(read.assemblies);
        self.trainings.extend(read.trainings);
        self.agreements.extend(read.agreements);
        self.need_collections.extend(read.need_collections);
        self.visit_offers.extend(read.visit_offers);
        Ok(())
    }

    /// The network of a slug.
    #[must_use]
    pub fn network(&self, slug: &str) -> Option<&Network> {
        self.networks.iter().find(|network| network.slug == slug)
    }

    /// The organization of a slug.
    #[must_use]
    pub fn organization(&self, slug: &str) -> Option<&Organization> {
        self.organizations.iter().find(|organization| organization.slug == slug)
    }

    /// The person of a slug.
    #[must_use]
    pub fn person(&self, slug: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.slug == slug)
    }

    /// The memberships of a network.
    pub fn members<'a>(&'a self, network: &'a str) -> impl Iterator<Item = &'a Membership> {
        self.memberships.iter().filter(move |membership| membership.network == network)
    }
}

/// A network: carried by an organization, which can thereby belong to another network.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Network {
    /// In addresses of pages.
    pub slug: String,
    /// What it is called.
    pub names: Localized,
    /// The organization that carries it.
    pub host: String,
    /// The language of its letters and minutes.
    pub default_language: Locale,
    /// The languages of its common life.
    pub languages: Vec<Locale>,
    /// Where its days begin and its sessions open.
    pub time_zone: chrono_tz::Tz,
    /// What its rules rest on.
    pub law: String,
    /// What is publicly known of it, in paragraphs.
    pub about: Localized,
    /// Its rules for assemblies.
    pub rules: AssemblyRules,
    /// Since when these rules are the first version of its statutes, where it keeps versions.
    pub statutes: Option<FirstVersion>,
    /// The next version, while it is written.
    pub draft: Option<AssemblyRules>,
    /// Its colleges, in their order.
    pub colleges: Vec<College>,
}

/// The first version of a network's statutes as rules.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstVersion {
    /// The first day of an assembly to which it applies.
    pub valid_from: NaiveDate,
    /// What it is, in a sentence.
    pub note: String,
}

/// A college of a network.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct College {
    /// Unique in the network.
    pub slug: String,
    /// What it is called.
    pub names: Localized,
    /// How many voices its members have.
    pub weight: WeightRule,
}

/// An organization.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// In addresses of pages.
    pub slug: String,
    /// Its names over time.
    pub names: Vec<DatedName>,
    /// Its legal form.
    pub legal_form: LegalForm,
    /// Two letters (ISO 3166).
    pub country: String,
    /// The languages in which it can be written to.
    pub languages: Vec<Locale>,
    /// Where to write to.
    pub email: String,
    /// Where to call: a number that is reserved for fiction.
    pub phone: Option<String>,
    /// Registration numbers: none for real organizations, obvious inventions for invented ones.
    #[serde(default)]
    pub identifiers: Vec<Identifier>,
    /// Where it works. Addresses go no further than a town.
    #[serde(default)]
    pub sites: Vec<Site>,
}

/// A registration number.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Of which register.
    pub register: Register,
    /// As people write it.
    pub value: String,
}

/// A place where an organization works.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// What it is called.
    pub name: String,
    /// Never a true street.
    pub street: String,
    /// Town, or the area where the town is not known.
    pub town: String,
    /// Two letters (ISO 3166).
    pub country: String,
    /// First day, where known.
    pub opened_on: Option<NaiveDate>,
}

/// An organization in a network.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// Which network.
    pub network: String,
    /// Which organization.
    pub organization: String,
    /// In which college of the network.
    pub college: String,
    /// The steps of the workflow, in the order in which they were taken; the first is an application.
    pub steps: Vec<MembershipStep>,
    /// What the organization declared about itself.
    #[serde(default)]
    pub figures: Vec<DeclaredFigure>,
}

/// A step of the workflow of a membership.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MembershipStep {
    /// Which step.
    pub step: Step,
    /// The day from which it counts.
    pub on: Day,
    /// Who wrote it down, where known.
    pub by: Option<String>,
    /// The decision on which it rests.
    pub decision: Option<String>,
}

/// A declared figure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredFigure {
    /// Which figure.
    pub figure: Figure,
    /// The day from which it counts.
    pub as_of: Day,
    /// How much.
    pub value: u64,
}

/// A person, who goes by a role: no name here is anyone's.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// For references within the data.
    pub slug: String,
    /// The role, written as a name.
    pub display_name: String,
    /// By which other organizations know this person, and then by nothing else.
    pub pseudonym: Option<String>,
    /// Nobody needs one to be a person of the network.
    pub email: Option<String>,
    /// The language of letters and pages.
    pub language: Locale,
}

/// A role of a person, in a network or in an organization.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// Whose.
    pub person: String,
    /// Which role.
    pub role: Role,
    /// In which network, for a role of the network.
    pub network: Option<String>,
    /// In which organization, for any other role.
    pub organization: Option<String>,
    /// First day.
    pub from: Day,
    /// Last day; open when `None`.
    pub until: Option<Day>,
}
