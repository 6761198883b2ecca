//! Paper votes and raised hands: what two tellers write down, and what of it counts.
//!
//! Each teller writes a sheet without seeing the other's. What both say is agreed; where they differ, both look again.
//! Whoever voted on a screen has voted: a sheet takes nothing back, and once it is signed off, nobody on it votes on a
//! screen any more.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    colleges::RollEntry,
    ids::{OrganizationId, PersonId},
    polls::{CastAs, CastRefused, Choice},
    proxies::{Presence, Representation},
};

pub mod urn;

text_enum! {
    /// How votes that are not cast on a screen are given.
    pub enum Way {
        /// On a paper that is handed in.
        Paper = "paper",
        /// By a raised hand.
        Hands = "hands",
    }
}

impl Way {
    /// What can be said in this way: a hand is never blank, and never unreadable.
    #[must_use]
    pub const fn choices(self) -> &'static [Choice] {
        match self {
            Self::Paper => Choice::ALL,
            Self::Hands => &[Choice::For, Choice::Against, Choice::Abstain],
        }
    }
}

/// Someone who counts papers and hands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Teller {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
}

/// What a teller writes down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Who.
    pub teller: Teller,
    /// In which way the votes were given.
    pub way: Way,
    /// What each organization said. One that is not there did not vote in this way.
    pub votes: BTreeMap<OrganizationId, Choice>,
    /// Whether the teller has finished: only then is it compared.
    pub handed_in: bool,
}

/// A poll as sheets meet it.
#[derive(Clone, Copy, Debug)]
pub struct Meeting<'m> {
    /// Who may vote.
    pub roll: &'m [RollEntry],
    /// Who is there.
    pub presence: &'m Presence,
    /// In which right each vote on record was cast.
    pub votes: &'m BTreeMap<OrganizationId, CastAs>,
}

/// Why an organization is not taken on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum LineRefused {
    /// It has no vote in this assembly.
    #[error("the organization is not on the roll")]
    NotOnRoll,
    /// It is neither present nor represented.
    #[error("the organization is not there")]
    NotHere,
    /// It has voted on a screen, and that stands.
    #[error("the organization has voted on a screen")]
    VotedOnScreen,
    /// It is on a sheet that is signed off.
    #[error("the organization is on a sheet that is signed off")]
    SignedOff,
}

/// Why a sheet is not taken, or not signed off.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TellersRefused {
    /// Only a teller writes and signs, and only what is theirs.
    #[error("not a teller of this assembly")]
    NotATeller,
    /// Two others are at it.
    #[error("two sheets are begun")]
    TwoSheets {
        /// Whose.
        by: Vec<String>,
    },
    /// Nothing stands on the sheet.
    #[error("the sheet is empty")]
    Empty,
    /// A raised hand says neither blank nor null.
    #[error("a raised hand does not say “{choice}”")]
    NotByHand {
        /// What it does not say.
        choice: Choice,
    },
    /// An organization cannot be on it.
    #[error("{name}: {why}")]
    Line {
        /// Which.
        name: String,
        /// Why.
        why: LineRefused,
    },
    /// The sheets are not what two tellers agree on yet.
    #[error("the sheets are not finished: {0}")]
    Unfinished(Unfinished),
    /// A paper carries no number of voices: all have the same.
    #[error("{name} has another weight than the papers before")]
    OtherWeight {
        /// Which organization.
        name: String,
    },
    /// A paper carries no college: all are of the same, where the majority asks each college.
    #[error("{name} is of another college than the papers before")]
    OtherCollege {
        /// Which organization.
        name: String,
    },
    /// A line says nothing that a paper can say.
    #[error("line {line} is no paper")]
    NoPaper {
        /// Which, from 1.
        line: usize,
    },
    /// Nothing is there to be signed off: it was, or it was discarded.
    #[error("there is no sheet")]
    NoSheet,
    /// A sheet was changed after it was read.
    #[error("a sheet was changed meanwhile")]
    Changed,
}

/// What is missing before two sheets can be signed off.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfinished {
    /// One teller only has begun.
    #[error("only {by} has a sheet")]
    OneSheet {
        /// Who.
        by: String,
    },
    /// Somebody writes still.
    #[error("not handed in: {by:?}")]
    NotHandedIn {
        /// Who.
        by: Vec<String>,
    },
    /// One counted papers, the other hands.
    #[error("one counted papers, the other hands")]
    OtherWay,
    /// The two do not say the same.
    #[error("{lines} lines differ")]
    Differ {
        /// Of how many organizations, or how many papers.
        lines: usize,
    },
    /// Papers were handed out, and nobody has read the urn.
    #[error("{handed_out} papers were handed out, and the urn was not read")]
    UrnClosed {
        /// How many.
        handed_out: usize,
    },
    /// The urn holds papers that nobody was handed.
    #[error("{papers} papers where {handed_out} were handed out")]
    TooManyPapers {
        /// How many it holds.
        papers: usize,
        /// How many were handed out.
        handed_out: usize,
    },
    /// Everything agrees: only the sign-off is missing.
    #[error("not signed off")]
    NotSignedOff,
}

/// Two sheets beside each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// What both say.
    pub agreed: BTreeMap<OrganizationId, Choice>,
    /// What the first and the second say, where it is not the same.
    pub differing: BTreeMap<OrganizationId, [Option<Choice>; 2]>,
    /// What cannot count any more, whatever the sheets say.
    pub refused: BTreeMap<OrganizationId, LineRefused>,
}

/// What two tellers sign off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedOff {
    /// The two.
    pub tellers: [PersonId; 2],
    /// In which way the votes were given.
    pub way: Way,
    /// The votes that go on record.
    pub votes: BTreeMap<OrganizationId, Choice>,
    /// Organizations whose vote stood on record already: that stands.
    pub stood: BTreeMap<OrganizationId, LineRefused>,
}

/// Whether an organization may be on a sheet now. One that is on a sheet already may have left meanwhile: its hand was
/// raised, or its paper handed in, while it was there.
///
/// # Errors
/// [`LineRefused`] with the first reason against it.
pub fn may_stand(meeting: Meeting<'_>, sheets: &[Sheet], organization: OrganizationId) -> Result<(), LineRefused> {
    if !meeting.roll.iter().any(|entry| entry.organization == organization) {
        return Err(LineRefused::NotOnRoll);
    }
    on_record(meeting.votes, organization)?;
    let written = sheets.iter().any(|sheet| sheet.votes.contains_key(&organization));
    if !written && meeting.presence.of(organization) == Representation::Absent {
        return Err(LineRefused::NotHere);
    }
    Ok(())
}

fn on_record(votes: &BTreeMap<OrganizationId, CastAs>, organization: OrganizationId) -> Result<(), LineRefused> {
    match votes.get(&organization) {
        None => Ok(()),
        Some(CastAs::Tellers { .. }) => Err(LineRefused::SignedOff),
        Some(CastAs::Own | CastAs::Proxy { .. }) => Err(LineRefused::VotedOnScreen),
    }
}

/// Decides whether a teller's sheet is taken, in place of what they wrote before.
///
/// # Errors
/// [`TellersRefused`] with the first thing that stands against it.
pub fn may_write(
    meeting: Meeting<'_>,
    tellers: &[Teller],
    sheets: &[Sheet],
    new: &Sheet,
) -> Result<(), TellersRefused> {
    may_begin(tellers, sheets, &new.teller)?;
    if new.handed_in && new.votes.is_empty() {
        return Err(TellersRefused::Empty);
    }
    for (organization, choice) in &new.votes {
        if !new.way.choices().contains(choice) {
            return Err(TellersRefused::NotByHand { choice: *choice });
        }
        may_stand(meeting, sheets, *organization).map_err(|why| TellersRefused::Line {
            name: meeting
                .roll
                .iter()
                .find(|entry| entry.organization == *organization)
                .map_or_else(|| organization.to_string(), |entry| entry.name.clone()),
            why,
        })?;
    }
    Ok(())
}

/// Whether someone is a teller, and one of the two who write for this poll.
///
/// # Errors
/// [`TellersRefused`].
pub fn may_begin(tellers: &[Teller], sheets: &[Sheet], teller: &Teller) -> Result<(), TellersRefused> {
    may_begin_beside(tellers, sheets.iter().map(|sheet| &sheet.teller), teller)
}

/// The same, beside those who have begun.
///
/// # Errors
/// [`TellersRefused`].
pub fn may_begin_beside<'b>(
    tellers: &[Teller],
    begun: impl Iterator<Item = &'b Teller>,
    teller: &Teller,
) -> Result<(), TellersRefused> {
    if !tellers.iter().any(|known| known.person == teller.person) {
        return Err(TellersRefused::NotATeller);
    }
    let others: Vec<String> =
        begun.filter(|other| other.person != teller.person).map(|other| other.name.clone()).collect();
    if others.len() > 1 { Err(TellersRefused::TwoSheets { by: others }) } else { Ok(()) }
}

/// Puts two sheets beside each other.
#[must_use]
pub fn compare(votes: &BTreeMap<OrganizationId, CastAs>, [first, second]: [&Sheet; 2]) -> Compared {
    let mut compared = Compared::default();
    let named: BTreeSet<OrganizationId> = first.votes.keys().chain(second.votes.keys()).copied().collect();
    for organization in named {
        if let Err(why) = on_record(votes, organization) {
            compared.refused.insert(organization, why);
            continue;
        }
        match (first.votes.get(&organization).copied(), second.votes.get(&organization).copied()) {
            (Some(one), Some(other)) if one == other => drop(compared.agreed.insert(organization, one)),
            (one, other) => drop(compared.differing.insert(organization, [one, other])),
        }
    }
    compared
}

/// The two sheets that can be compared: of two tellers, both handed in.
///
/// # Errors
/// [`Unfinished`] with what is missing; `None` where nobody has begun.
pub fn pair(sheets: &[Sheet]) -> Result<Option<[&Sheet; 2]>, Unfinished> {
    let [first, others @ ..] = sheets else { return Ok(None) };
    // A teller who stands there twice is one teller.
    let Some(second) = others.iter().find(|sheet| sheet.teller.person != first.teller.person) else {
        return Err(Unfinished::OneSheet { by: first.teller.name.clone() });
    };
    let open: Vec<String> =
        [first, second].iter().filter(|sheet| !sheet.handed_in).map(|sheet| sheet.teller.name.clone()).collect();
    if open.is_empty() { Ok(Some([first, second])) } else { Err(Unfinished::NotHandedIn { by: open }) }
}

/// What is missing before these sheets are signed off; `None` where nobody has begun.
#[must_use]
pub fn unfinished(votes: &BTreeMap<OrganizationId, CastAs>, sheets: &[Sheet]) -> Option<Unfinished> {
    let [first, second] = match pair(sheets) {
        Ok(None) => return None,
        Ok(Some(pair)) => pair,
        Err(missing) => return Some(missing),
    };
    let lines = compare(votes, [first, second]).differing.len();
    Some(if first.way != second.way {
        Unfinished::OtherWay
    } else if lines > 0 {
        Unfinished::Differ { lines }
    } else {
        Unfinished::NotSignedOff
    })
}

/// Decides what one of two tellers signs off: votes that both agree on, in one way, and none that is on record.
///
/// # Errors
/// [`TellersRefused`] with the first thing that stands against it.
pub fn sign_off(
    votes: &BTreeMap<OrganizationId, CastAs>,
    tellers: &[Teller],
    sheets: &[Sheet],
    signer: PersonId,
) -> Result<SignedOff, TellersRefused> {
    let is_teller = |person: PersonId| tellers.iter().any(|teller| teller.person == person);
    if !is_teller(signer) {
        return Err(TellersRefused::NotATeller);
    }
    match unfinished(votes, sheets) {
        None => return Err(TellersRefused::NoSheet),
        Some(Unfinished::NotSignedOff) => {}
        Some(missing) => return Err(TellersRefused::Unfinished(missing)),
    }
    let Ok(Some([first, second])) = pair(sheets) else { return Err(TellersRefused::NoSheet) };
    let both = [first.teller.person, second.teller.person];
    if !both.contains(&signer) || !both.into_iter().all(is_teller) {
        return Err(TellersRefused::NotATeller);
    }
    let compared = compare(votes, [first, second]);
    Ok(SignedOff { tellers: both, way: first.way, votes: compared.agreed, stood: compared.refused })
}

/// Whether a vote on a screen may take the place of what is on record for an organization.
///
/// # Errors
/// [`CastRefused::SignedOff`] where two tellers have signed it off.
pub const fn may_replace(on_record: &CastAs) -> Result<(), CastRefused> {
    match on_record {
        CastAs::Own | CastAs::Proxy { .. } => Ok(()),
        CastAs::Tellers { .. } => Err(CastRefused::SignedOff),
    }
}

#[cfg(test)]
mod tests;
