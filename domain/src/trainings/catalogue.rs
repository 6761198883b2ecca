//! What a network offers: trainings as the catalogue describes them, and the course of a session.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::qualifications::Grant;
use crate::{fraction::Fraction, locale::Locale};

text_enum! {
    /// Where a training of the catalogue stands.
    pub enum Standing {
        /// Seen by those who organize trainings alone.
        Draft = "draft",
        /// In the catalogue.
        Published = "published",
        /// Not offered any more; what was held stays on record.
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// Where a session stands.
    pub enum Course {
        /// Seen by those who organize trainings alone.
        Planned = "planned",
        /// People register from its opening date on.
        Announced = "announced",
        /// It takes place.
        Confirmed = "confirmed",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

impl Course {
    /// Whether a session that stands here may come to stand there.
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        use Course::{Announced, Cancelled, Confirmed, Planned};
        match self {
            Planned => matches!(next, Announced | Cancelled),
            Announced => matches!(next, Confirmed | Cancelled),
            Confirmed => matches!(next, Cancelled),
            Cancelled => false,
        }
    }

    /// Whether people may hold seats in it.
    #[must_use]
    pub const fn gives_seats(self) -> bool {
        matches!(self, Self::Announced | Self::Confirmed)
    }
}

text_enum! {
    /// Who gives a training.
    pub enum Provider {
        /// The network itself.
        Network = "network",
        /// Staff of a member.
        Member = "member",
        /// An outside body.
        Outside = "outside",
    }
}

/// A price for a category of people: staff of members, partners.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// For whom, in the network's words.
    pub category: String,
    /// In cents of a euro.
    pub cents: u64,
}

/// What the catalogue says of a training, in the network's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Under which heading it stands.
    pub subject: String,
    /// For whom it is.
    pub audience: String,
    /// What people can do afterwards.
    pub objectives: String,
    /// What they need to know or have before.
    pub prerequisites: String,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// Who leads it.
    pub trainers: String,
    /// Who gives it.
    pub provider: Provider,
    /// The name of the body or of the member that gives it.
    pub provider_name: String,
    /// The body's number in the French register of quality in training (Qualiopi: code du travail, article L. 6316-1).
    pub qualiopi: String,
    /// In which languages it is held.
    pub languages: BTreeSet<Locale>,
    /// What is arranged for people with disabilities.
    pub accessibility: String,
    /// What it costs.
    pub prices: Vec<Price>,
    /// Who pays for the rest.
    pub funders: String,
    /// The share of a session's minutes from which on somebody gets a certificate.
    #[serde(default = "half")]
    pub share: Fraction,
    /// The qualification that goes with the certificate.
    #[serde(default)]
    pub grant: Option<Grant>,
}

const fn half() -> Fraction {
    Fraction::HALF
}
