//! What an organization says on a ballot, and what the statutes say about saying it: one answer with all of its
//! voices, or its voices divided; the same answer for all whom one holder votes for; in secret or by name.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, str,
};

use serde::{Deserialize, Serialize};

use crate::{
    UnknownWord,
    colleges::RollEntry,
    fraction::Comparison,
    ids::{CollegeId, OrganizationId},
    majorities::{Majority, MajorityScope},
    polls::{CastRefused, Choice},
    proxies::{Presence, ProxyRule, Representation},
    quorum::Unit,
    statutes::{AssemblyRules, Decision},
    tellers::urn::Urn,
};

/// The voices of one organization, shared among the answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Division {
    /// For.
    #[serde(rename = "for", default, skip_serializing_if = "is_zero")]
    pub in_favour: u64,
    /// Against.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub against: u64,
    /// Abstentions.
    #[serde(rename = "abstain", default, skip_serializing_if = "is_zero")]
    pub abstained: u64,
    /// Handed in without an answer.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub blank: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_zero(value: &u64) -> bool {
    *value == 0
}

impl Division {
    /// The voices of an answer.
    #[must_use]
    pub const fn of(self, choice: Choice) -> u64 {
        match choice {
            Choice::For => self.in_favour,
            Choice::Against => self.against,
            Choice::Abstain => self.abstained,
            Choice::Blank => self.blank,
            // On paper, and with all voices.
            Choice::Null => 0,
        }
    }

    /// These voices, and so many more for an answer.
    #[must_use]
    pub const fn with(mut self, choice: Choice, voices: u64) -> Self {
        let place = match choice {
            Choice::For => &mut self.in_favour,
            Choice::Against => &mut self.against,
            Choice::Abstain => &mut self.abstained,
            Choice::Blank => &mut self.blank,
            Choice::Null => return self,
        };
        *place = place.saturating_add(voices);
        self
    }

    /// All voices together.
    #[must_use]
    pub fn total(self) -> u64 {
        Choice::ON_SCREEN.iter().fold(0, |sum: u64, choice| sum.saturating_add(self.of(*choice)))
    }
}

/// What an organization says to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Said {
    /// One answer, with all voices.
    Whole(Choice),
    /// Several answers.
    Divided(Division),
}

impl From<Choice> for Said {
    fn from(choice: Choice) -> Self {
        Self::Whole(choice)
    }
}

impl Said {
    /// Where the organization counts as one head: where most of its voices are. An exact tie is an abstention.
    #[must_use]
    pub fn head(self) -> Choice {
        let division = match self {
            Self::Whole(choice) => return choice,
            Self::Divided(division) => division,
        };
        let most = Choice::ON_SCREEN.iter().map(|choice| division.of(*choice)).max().unwrap_or(0);
        let mut with_most = Choice::ON_SCREEN.iter().filter(|choice| division.of(**choice) == most);
        match (with_most.next(), with_most.next()) {
            (Some(choice), None) => *choice,
            _ => Choice::Abstain,
        }
    }

    /// How the voices are divided; `None` for a vote that is whole.
    #[must_use]
    pub const fn division(self) -> Option<Division> {
        match self {
            Self::Whole(_) => None,
            Self::Divided(division) => Some(division),
        }
    }
}

/// As it is stored: the word of the answer, or the division as JSON.
impl fmt::Display for Said {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(choice) => choice.fmt(formatter),
            Self::Divided(division) => formatter.write_str(&serde_json::to_string(division).map_err(|_| fmt::Error)?),
        }
    }
}

impl str::FromStr for Said {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        if !text.starts_with('{') {
            return Ok(Self::Whole(text.parse()?));
        }
        let unknown = |_| UnknownWord { kind: "Said", word: text.to_owned() };
        serde_json::from_str(text).map(Self::Divided).map_err(unknown)
    }
}

/// What counts of what an organization of so many voices says. A division with all voices on one side is a vote that
/// is whole.
///
/// # Errors
/// [`CastRefused`] where the statutes know no division, or where it is not of all voices.
pub fn may_say(rule: &ProxyRule, weight: u64, said: Said) -> Result<Said, CastRefused> {
    let Said::Divided(division) = said else { return Ok(said) };
    if !rule.split_voices {
        return Err(CastRefused::NotDivided);
    }
    if division.total() != weight || weight == 0 {
        return Err(CastRefused::DividedOtherwise { voices: weight });
    }
    let whole = Choice::ON_SCREEN.iter().find(|choice| division.of(**choice) == weight);
    Ok(whole.map_or(said, |choice| Said::Whole(*choice)))
}

/// Whether what stands for a holder and those it represents may stand together.
///
/// # Errors
/// [`CastRefused::MustAgree`] where the statutes want one answer and there are two.
pub fn may_differ(rule: &ProxyRule, said: impl IntoIterator<Item = Said>) -> Result<(), CastRefused> {
    let different: BTreeSet<Said> = said.into_iter().collect();
    if rule.split || different.len() < 2 { Ok(()) } else { Err(CastRefused::MustAgree) }
}

/// The organizations for which a holder votes now: itself, and those whose proxy it holds.
pub fn speaks_for(presence: &Presence, holder: OrganizationId) -> impl Iterator<Item = OrganizationId> {
    std::iter::once(holder).chain(presence.held_by(holder))
}

text_enum! {
    /// Why a vote is secret.
    pub enum SecretBecause {
        /// The statutes say so for this decision.
        Statutes = "statutes",
        /// Enough of those present or represented asked for it.
        Requested = "requested",
        /// Whoever chairs chose it when the vote was opened.
        Chair = "chair",
    }
}

/// How many asked for a secret vote, and how many are enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecrecyAsked {
    /// Organizations that asked, and are still present or represented.
    pub asked: u64,
    /// How many are enough.
    pub needed: u64,
    /// Organizations that are present or represented.
    pub present: u64,
}

impl SecrecyAsked {
    /// Whether enough asked. Nobody is not enough, whatever the share.
    #[must_use]
    pub const fn enough(self) -> bool {
        self.asked > 0 && self.asked >= self.needed
    }
}

/// How many asked for a secret vote, where the statutes let a share of those present or represented ask for it.
#[must_use]
pub fn secrecy_asked(
    rules: &AssemblyRules,
    roll: &[RollEntry],
    presence: &Presence,
    asked: &BTreeSet<OrganizationId>,
) -> Option<SecrecyAsked> {
    let share = rules.secrecy.on_request_of?;
    let there = |entry: &&RollEntry| presence.of(entry.organization) != Representation::Absent;
    let present = roll.iter().filter(there).count() as u64;
    let asked = roll.iter().filter(there).filter(|entry| asked.contains(&entry.organization)).count() as u64;
    let needed = share.needed_of(present, Comparison::AtLeast).max(1);
    Some(SecrecyAsked { asked, needed, present })
}

/// Why the vote on a decision has to be secret; `None` where it may be by name.
#[must_use]
pub fn must_be_secret(rules: &AssemblyRules, decision: Decision, asked: Option<SecrecyAsked>) -> Option<SecretBecause> {
    if rules.secret(decision) {
        return Some(SecretBecause::Statutes);
    }
    asked.filter(|asked| asked.enough()).map(|_| SecretBecause::Requested)
}

/// What has to stand on a secret ballot for a majority to be counted from it: nothing that the count does not need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carries {
    /// The number of voices.
    pub weight: bool,
    /// The college.
    pub college: bool,
}

impl Carries {
    /// What this majority needs.
    #[must_use]
    pub fn of(rule: &Majority) -> Self {
        let weight = rule.conditions.iter().any(|condition| condition.unit == Unit::Weight);
        let college = rule.conditions.iter().any(|condition| condition.scope != MajorityScope::Whole);
        Self { weight, college }
    }

    /// What stands on the ballot of an organization beside its answer.
    #[must_use]
    pub fn stamp(self, entry: &RollEntry) -> Stamp {
        Stamp { weight: if self.weight { entry.weight } else { 1 }, college: self.college.then_some(entry.college) }
    }

    /// Organizations whose ballot would show whose it is, because no other has the same on it.
    #[must_use]
    pub fn recognizable(self, roll: &[RollEntry]) -> Vec<&RollEntry> {
        let mut with = BTreeMap::<Stamp, usize>::new();
        for entry in roll {
            *with.entry(self.stamp(entry)).or_default() += 1;
        }
        roll.iter().filter(|entry| with.get(&self.stamp(entry)) == Some(&1)).collect()
    }
}

/// What a secret ballot carries beside its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stamp {
    /// One, or the voices where the majority counts them.
    pub weight: u64,
    /// The college, where the majority asks each by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub college: Option<CollegeId>,
}

impl Stamp {
    /// Where heads are counted, over the whole roll.
    pub const ONE: Self = Self { weight: 1, college: None };
}

/// What is written on the secret ballot of a motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The answer.
    pub choice: Choice,
    /// The college, where the majority asks each by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub college: Option<CollegeId>,
}

/// A secret ballot of a motion, out of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecretBallot {
    /// Drawn by chance: it tells neither who nor when.
    pub id: uuid::Uuid,
    /// The answer.
    pub choice: Choice,
    /// What else stands on it.
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// Whether ballots are those of as many voters on the roll, with the same on them: but for papers that were kept, and with
/// as many null ones as two tellers read from the urn. No screen lets a null ballot through.
#[must_use]
pub fn matches(
    rule: &Majority,
    roll: &[RollEntry],
    voted: &BTreeSet<OrganizationId>,
    ballots: &[SecretBallot],
    urn: Option<&Urn>,
) -> bool {
    let carries = Carries::of(rule);
    let voters = roll.iter().filter(|entry| voted.contains(&entry.organization));
    let entitled: Vec<Stamp> = voters.map(|entry| carries.stamp(entry)).collect();
    let handed_in: Vec<Stamp> = ballots.iter().map(|ballot| ballot.stamp).collect();
    let null: Vec<&SecretBallot> = ballots.iter().filter(|ballot| ballot.choice == Choice::Null).collect();
    let read = urn.map_or(0, |urn| urn.null);
    let of_urn = |ballot: &&SecretBallot| urn.is_some_and(|urn| ballot.stamp == urn.stamp);
    entitled.len() == voted.len()
        && null.len() == read
        && null.iter().all(of_urn)
        && same_stamps(entitled, handed_in, urn.map(|urn| (urn.kept(), urn.stamp)))
}

/// Whether ballots carry what those of the voters should, but for so many papers that never came into the box.
#[must_use]
pub fn same_stamps(mut entitled: Vec<Stamp>, mut handed_in: Vec<Stamp>, missing: Option<(usize, Stamp)>) -> bool {
    entitled.sort_unstable();
    handed_in.sort_unstable();
    if let Some((missing, stamp)) = missing {
        for _ in 0..missing {
            let Ok(at) = entitled.binary_search(&stamp) else { return false };
            entitled.remove(at);
        }
    }
    entitled == handed_in
}

#[cfg(test)]
mod tests;
