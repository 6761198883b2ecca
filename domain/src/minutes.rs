//! The course of the minutes: drafted, given to be read, read and signed by whoever chaired and whoever kept
//! the minutes, approved by a later assembly.
//!
//! A version that is given to be read is frozen as a text ([`Canonical`]); its hash is what is read, signed
//! and approved. Any change before the approval goes back to the draft, and what was read and signed is void.

mod attendance;
mod signature;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    ids::{AssemblyId, PersonId},
    journal::digits,
    locale::Locale,
};

pub use attendance::{Movement, Standing, Stay, movements};
pub use signature::{PasskeyProof, Proof, SignatureFault, challenge};

/// The form of [`Canonical`]; another form has another word.
pub const FORMAT: &str = "trame-minutes-1";

text_enum! {
    /// In which capacity somebody reads and signs.
    pub enum Office {
        /// Whoever chaired the session.
        Chair = "chair",
        /// Whoever kept its minutes.
        Secretary = "secretary",
    }
}

text_enum! {
    /// Where the minutes stand.
    pub enum Stage {
        /// Being written.
        Draft = "draft",
        /// A version stands, and waits to be read.
        Presented = "presented",
        /// Both have read it.
        Read = "read",
        /// Both have signed it.
        Signed = "signed",
        /// A later assembly has approved it.
        Approved = "approved",
    }
}

/// The text that is hashed: everything from which the document is made, in the language of the minutes, and
/// the place in the journal up to which it tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Canonical<Document> {
    /// [`FORMAT`].
    pub format: String,
    /// Of which assembly.
    pub assembly: AssemblyId,
    /// Which version of the secretary's text.
    pub version: i32,
    /// In which language.
    pub locale: Locale,
    /// The last line of the journal that there was.
    pub journal: Option<Place>,
    /// What is printed.
    pub document: Document,
}

/// A line of the journal and its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its place in the chain.
    pub sequence: i64,
    /// Its hash, in hexadecimal digits.
    pub hash: String,
}

/// The hash of a text, in hexadecimal digits.
#[must_use]
pub fn text_hash(text: &str) -> String {
    digits(&Sha256::digest(text.as_bytes()))
}

/// What has been done to the minutes since the last change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// Whether the session is over.
    pub over: bool,
    /// Whoever chaired.
    pub chair: Option<PersonId>,
    /// Whoever kept the minutes.
    pub secretary: Option<PersonId>,
    /// Whether a version stands.
    pub presented: bool,
    /// Who has read it.
    pub read: BTreeSet<Office>,
    /// Who has signed it.
    pub signed: BTreeSet<Office>,
    /// Whether it is on the agenda of an assembly that has not decided on it.
    pub awaited: bool,
    /// Whether an assembly has approved it.
    pub approved: bool,
}

/// Why the minutes do not go on as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum MinutesRefused {
    /// The session is not over.
    #[error("the session is not over")]
    NotOver,
    /// Nobody has said who chaired and who kept the minutes.
    #[error("chair and secretary are not named")]
    NotNamed,
    /// Nobody reads what they wrote in the name of another.
    #[error("chair and secretary are one person")]
    SamePerson,
    /// A version stands already.
    #[error("a version stands already")]
    AlreadyPresented,
    /// No version stands.
    #[error("no version stands")]
    NothingPresented,
    /// Another version stands than the one that was seen.
    #[error("another version stands")]
    OtherVersion,
    /// Neither chair nor secretary.
    #[error("only chair and secretary read and sign")]
    NotYours,
    /// They have said so.
    #[error("read already")]
    AlreadyRead,
    /// Not both have read it.
    #[error("not both have read it")]
    NotRead,
    /// They have signed.
    #[error("signed already")]
    AlreadySigned,
    /// Not both have signed.
    #[error("not both have signed")]
    NotSigned,
    /// An assembly is about to decide on it.
    #[error("on the agenda of an assembly")]
    Awaited,
    /// Nothing changes any more.
    #[error("approved")]
    Approved,
    /// The signature does not hold.
    #[error(transparent)]
    Signature(#[from] SignatureFault),
}

/// What the minutes wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The end of the session.
    End,
    /// The names of chair and secretary.
    Names,
    /// That a version is given to be read.
    Presentation,
    /// That somebody reads it.
    Reading(Office),
    /// That somebody signs it.
    Signature(Office),
    /// That an assembly approves it.
    Approval,
}

impl Course {
    /// Where the minutes stand.
    #[must_use]
    pub fn stage(&self) -> Stage {
        let both = |who: &BTreeSet<Office>| Office::ALL.iter().all(|office| who.contains(office));
        if self.approved {
            Stage::Approved
        } else if !self.presented {
            Stage::Draft
        } else if both(&self.signed) {
            Stage::Signed
        } else if both(&self.read) {
            Stage::Read
        } else {
            Stage::Presented
        }
    }

    /// What is needed next, in its order; nothing once they are approved.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        let lacking = |who: &BTreeSet<Office>, of: fn(Office) -> Missing| {
            Office::ALL.iter().filter(|office| !who.contains(office)).map(|office| of(*office)).collect()
        };
        match self.stage() {
            Stage::Draft if !self.over => vec![Missing::End],
            Stage::Draft if self.chair.is_none() || self.secretary.is_none() => vec![Missing::Names],
            Stage::Draft => vec![Missing::Presentation],
            Stage::Presented => lacking(&self.read, Missing::Reading),
            Stage::Read => lacking(&self.signed, Missing::Signature),
            Stage::Signed => vec![Missing::Approval],
            Stage::Approved => Vec::new(),
        }
    }

    /// In which capacity a person reads and signs.
    #[must_use]
    pub fn office_of(&self, person: PersonId) -> Option<Office> {
        if self.chair == Some(person) {
            Some(Office::Chair)
        } else {
            (self.secretary == Some(person)).then_some(Office::Secretary)
        }
    }

    /// Whether text and names may change. They go back to the draft by it.
    ///
    /// # Errors
    /// [`MinutesRefused`]: approved, or before an assembly that decides on this very text.
    pub fn may_change(&self) -> Result<(), MinutesRefused> {
        if self.approved {
            Err(MinutesRefused::Approved)
        } else if self.awaited {
            Err(MinutesRefused::Awaited)
        } else {
            Ok(())
        }
    }

    /// Whether these two may be named.
    ///
    /// # Errors
    /// [`MinutesRefused`]: one person for both, or nothing changes any more.
    pub fn may_name(&self, chair: PersonId, secretary: PersonId) -> Result<(), MinutesRefused> {
        self.may_change()?;
        if chair == secretary { Err(MinutesRefused::SamePerson) } else { Ok(()) }
    }

    /// Whether the version that there is may be given to be read.
    ///
    /// # Errors
    /// [`MinutesRefused`]: too early, nobody named, or given already.
    pub fn may_present(&self) -> Result<(), MinutesRefused> {
        self.may_change()?;
        if !self.over {
            Err(MinutesRefused::NotOver)
        } else if self.chair.is_none() || self.secretary.is_none() {
            Err(MinutesRefused::NotNamed)
        } else if self.presented {
            Err(MinutesRefused::AlreadyPresented)
        } else {
            Ok(())
        }
    }

    /// In which capacity a person may declare that they have read the version.
    ///
    /// # Errors
    /// [`MinutesRefused`]: no version, not theirs, or declared already.
    pub fn may_read(&self, person: PersonId) -> Result<Office, MinutesRefused> {
        let office = self.standing(person)?;
        if self.read.contains(&office) { Err(MinutesRefused::AlreadyRead) } else { Ok(office) }
    }

    /// In which capacity a person may sign the version. Nobody signs for somebody else, and nobody before
    /// both have read.
    ///
    /// # Errors
    /// [`MinutesRefused`]: no version, not theirs, not read by both, or signed already.
    pub fn may_sign(&self, person: PersonId) -> Result<Office, MinutesRefused> {
        let office = self.standing(person)?;
        if self.stage() < Stage::Read {
            Err(MinutesRefused::NotRead)
        } else if self.signed.contains(&office) {
            Err(MinutesRefused::AlreadySigned)
        } else {
            Ok(office)
        }
    }

    /// Whether an assembly may decide on the version.
    ///
    /// # Errors
    /// [`MinutesRefused`]: not signed by both, decided already, or another assembly is about to.
    pub fn may_be_put(&self) -> Result<(), MinutesRefused> {
        self.may_change()?;
        if self.stage() == Stage::Signed { Ok(()) } else { Err(MinutesRefused::NotSigned) }
    }

    fn standing(&self, person: PersonId) -> Result<Office, MinutesRefused> {
        if self.approved {
            Err(MinutesRefused::Approved)
        } else if !self.presented {
            Err(MinutesRefused::NothingPresented)
        } else {
            self.office_of(person).ok_or(MinutesRefused::NotYours)
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn named() -> Course {
        Course { over: true, chair: Some(person(1)), secretary: Some(person(2)), ..Course::default() }
    }

    fn at(stage: Stage) -> Course {
        let both: BTreeSet<Office> = Office::ALL.iter().copied().collect();
        let mut course = named();
        course.presented = stage >= Stage::Presented;
        if stage >= Stage::Read {
            course.read.clone_from(&both);
        }
        if stage >= Stage::Signed {
            course.signed = both;
        }
        course.approved = stage == Stage::Approved;
        course
    }

    /// Every step at every stage: the whole table.
    #[test]
    fn the_table_of_the_workflow() {
        use MinutesRefused as R;
        let (chair, secretary) = (Ok(Office::Chair), Ok(Office::Secretary));
        for (stage, change, present, read, sign, put) in [
            (Stage::Draft, Ok(()), Ok(()), Err(R::NothingPresented), Err(R::NothingPresented), Err(R::NotSigned)),
            (Stage::Presented, Ok(()), Err(R::AlreadyPresented), chair, Err(R::NotRead), Err(R::NotSigned)),
            (Stage::Read, Ok(()), Err(R::AlreadyPresented), Err(R::AlreadyRead), chair, Err(R::NotSigned)),
            (Stage::Signed, Ok(()), Err(R::AlreadyPresented), Err(R::AlreadyRead), Err(R::AlreadySigned), Ok(())),
            (Stage::Approved, Err(R::Approved), Err(R::Approved), Err(R::Approved), Err(R::Approved), Err(R::Approved)),
        ] {
            let course = at(stage);
            assert_eq!(course.stage(), stage);
            assert_eq!(course.may_change(), change, "{stage}");
            assert_eq!(course.may_present(), present, "{stage}");
            assert_eq!(course.may_read(person(1)), read, "{stage}");
            assert_eq!(course.may_sign(person(1)), sign, "{stage}");
            assert_eq!(course.may_be_put(), put, "{stage}");
        }
        assert_eq!(at(Stage::Read).may_sign(person(2)), secretary);
        assert_eq!(at(Stage::Presented).may_read(person(3)), Err(R::NotYours));
        assert_eq!(at(Stage::Read).may_sign(person(3)), Err(R::NotYours));
    }

    #[test]
    fn one_of_two_is_not_both() {
        let mut course = at(Stage::Presented);
        course.read.insert(Office::Secretary);
        assert_eq!(course.stage(), Stage::Presented);
        assert_eq!(course.missing(), [Missing::Reading(Office::Chair)]);
        let mut course = at(Stage::Read);
        course.signed.insert(Office::Chair);
        assert_eq!(course.stage(), Stage::Read);
        assert_eq!(course.missing(), [Missing::Signature(Office::Secretary)]);
    }

    #[test]
    fn who_and_when() {
        let mut course = Course::default();
        assert_eq!(course.missing(), [Missing::End]);
        assert_eq!(course.may_present(), Err(MinutesRefused::NotOver));
        course.over = true;
        assert_eq!(course.missing(), [Missing::Names]);
        assert_eq!(course.may_present(), Err(MinutesRefused::NotNamed));
        assert_eq!(course.may_name(person(1), person(1)), Err(MinutesRefused::SamePerson));
        assert_eq!(course.may_name(person(1), person(2)), Ok(()));
        assert_eq!(named().missing(), [Missing::Presentation]);
        assert_eq!(at(Stage::Signed).missing(), [Missing::Approval]);
        assert_eq!(at(Stage::Approved).missing(), []);
    }

    /// What an assembly is asked to approve is what it approves.
    #[test]
    fn what_is_on_an_agenda_stays_as_it_is() {
        let course = Course { awaited: true, ..at(Stage::Signed) };
        assert_eq!(course.may_change(), Err(MinutesRefused::Awaited));
        assert_eq!(course.may_name(person(1), person(3)), Err(MinutesRefused::Awaited));
        assert_eq!(course.may_be_put(), Err(MinutesRefused::Awaited));
    }
}
