//! The minutes in a bundle: which text was given to be read, who signed it and how, who approved it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize, de::IgnoredAny};

use super::{Bundle, Unsound, read};
use crate::{
    ids::{AssemblyId, PersonId},
    journal::Line,
    minutes::{Canonical, FORMAT, Office, Proof, SignatureFault, text_hash},
};

/// What checking the minutes found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckedMinutes {
    /// The version that was given to be read.
    pub version: i32,
    /// Its hash, as the journal has it.
    pub hash: String,
    /// What is wrong with the text in the bundle.
    pub text: Option<TextFault>,
    /// Who signed it.
    pub signatures: Vec<CheckedSignature>,
    /// Which assembly approved it: its title.
    pub approved: Option<String>,
}

/// What is wrong with the text of the minutes in a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TextFault {
    /// It is not there.
    Missing,
    /// It has another hash than the one that was read and signed.
    OtherHash,
    /// It is of another assembly or version, or in no form that is known.
    Unreadable,
    /// It names a line of the journal that has another hash in this bundle.
    OtherJournal,
    /// It was approved, and not signed by both before.
    Unsigned,
}

/// A signature, checked again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckedSignature {
    /// In which capacity.
    pub office: Office,
    /// Who.
    pub name: String,
    /// Under which address of the web a passkey signed; `None` for a session.
    pub passkey: Option<String>,
    /// What is wrong with it.
    pub fault: Option<Fault>,
}

/// What is wrong with a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Of the passkey.
    Proof(SignatureFault),
    /// It is for another version than the one that stood.
    OtherText,
    /// Whoever signed was not named for it, or had not read.
    NotTheirs,
}

impl CheckedMinutes {
    /// Whether everything about them holds.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.text.is_none() && self.signatures.iter().all(|signature| signature.fault.is_none())
    }
}

/// The minutes as the lines tell them.
#[derive(Default)]
pub(super) struct Minutes {
    offices: BTreeMap<Office, PersonId>,
    presented: Option<Presented>,
    read: BTreeSet<Office>,
    signatures: Vec<CheckedSignature>,
    approved: Option<String>,
}

#[derive(Deserialize)]
struct Named {
    chair: Person,
    secretary: Person,
}

#[derive(Deserialize)]
struct Person {
    person: PersonId,
}

#[derive(Clone, Deserialize)]
struct Presented {
    version: i32,
    hash: String,
}

#[derive(Deserialize)]
struct Act {
    hash: String,
    office: Office,
    person: PersonId,
    name: String,
    #[serde(default)]
    proof: Option<Proof>,
}

#[derive(Deserialize)]
struct Approved {
    hash: String,
    by: Approver,
}

#[derive(Deserialize)]
struct Approver {
    title: String,
}

impl Minutes {
    /// A line about the assembly, whatever it is about.
    pub(super) fn take(&mut self, line: &Line) -> Result<(), Unsound> {
        match line.kind.as_str() {
            // Whatever was read and signed before is void.
            "minutes_saved" => self.reset(),
            "minutes_offices_named" => {
                self.reset();
                let Named { chair, secretary } = read(line)?;
                self.offices = [(Office::Chair, chair.person), (Office::Secretary, secretary.person)].into();
            }
            "minutes_presented" => {
                self.reset();
                self.presented = Some(read(line)?);
            }
            "minutes_read" => {
                let act: Act = read(line)?;
                if self.concerns(&act.hash) && self.offices.get(&act.office) == Some(&act.person) {
                    self.read.insert(act.office);
                }
            }
            "minutes_signed" => {
                let act: Act = read(line)?;
                let signature = self.signature(act).ok_or(Unsound::Unreadable(line.sequence))?;
                self.signatures.push(signature);
            }
            "minutes_approved" => {
                let Approved { hash, by } = read(line)?;
                self.approved = self.concerns(&hash).then_some(by.title);
            }
            _ => {}
        }
        Ok(())
    }

    fn reset(&mut self) {
        *self = Self { offices: std::mem::take(&mut self.offices), ..Self::default() };
    }

    fn concerns(&self, hash: &str) -> bool {
        self.presented.as_ref().is_some_and(|presented| presented.hash == hash)
    }

    fn signature(&self, act: Act) -> Option<CheckedSignature> {
        let proof = act.proof?;
        let theirs = self.offices.get(&act.office) == Some(&act.person) && self.read.len() == Office::ALL.len();
        let passkey = match &proof {
            Proof::Passkey(proof) => Some(proof.origin.clone()),
            Proof::Session { .. } => None,
        };
        let fault = if !self.concerns(&act.hash) {
            Some(Fault::OtherText)
        } else if !theirs {
            Some(Fault::NotTheirs)
        } else if let Proof::Passkey(proof) = &proof {
            proof.verify(&act.hash, act.office).err().map(Fault::Proof)
        } else {
            None
        };
        Some(CheckedSignature { office: act.office, name: act.name, passkey, fault })
    }

    /// What stands at the end; `None` where no version stands.
    pub(super) fn checked(self, bundle: &Bundle) -> Option<CheckedMinutes> {
        let Presented { version, hash } = self.presented?;
        let sound = self.signatures.iter().filter(|signature| signature.fault.is_none());
        let signed: BTreeSet<Office> = sound.map(|signature| signature.office).collect();
        let unsigned = self.approved.is_some() && signed.len() < Office::ALL.len();
        let text = text(bundle, version, &hash).or(unsigned.then_some(TextFault::Unsigned));
        Some(CheckedMinutes { version, hash, text, signatures: self.signatures, approved: self.approved })
    }
}

fn text(bundle: &Bundle, version: i32, hash: &str) -> Option<TextFault> {
    let Some(text) = &bundle.minutes else { return Some(TextFault::Missing) };
    if text_hash(text) != hash {
        return Some(TextFault::OtherHash);
    }
    let told: Result<Canonical<IgnoredAny>, _> = serde_json::from_str(text);
    let Some(told) = told.ok().filter(|told| {
        let about: (AssemblyId, i32) = (told.assembly, told.version);
        told.format == FORMAT && about == (bundle.assembly, version)
    }) else {
        return Some(TextFault::Unreadable);
    };
    let kept = told.journal.is_none_or(|place| bundle.hash_at(place.sequence).as_ref() == Some(&place.hash));
    (!kept).then_some(TextFault::OtherJournal)
}
