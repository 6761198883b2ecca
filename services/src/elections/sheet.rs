//! The ballot paper as it is stored from the opening on, and as it is read again.

use domain::elections::{Name, OnList};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Candidacy, CandidateList};

/// A line of a stored paper. What stands on it never changes; who withdrew is told by the candidacies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Line {
    /// A candidate.
    Candidate(Uuid),
    /// A candidate with the college for which seats are reserved.
    OfCollege { candidacy: Uuid, college: String },
    /// A list with those on it, in its order.
    List { list: Uuid, people: Vec<Uuid> },
}

/// The names of a paper.
pub(super) fn names(lines: &[Line], candidacies: &[Candidacy], lists: &[CandidateList]) -> Vec<Name> {
    let found = |id: &Uuid| candidacies.iter().find(|candidacy| candidacy.id == *id);
    let name = |line: &Line| match line {
        Line::Candidate(id) => found(id).map(|candidacy| of(candidacy, None)),
        Line::OfCollege { candidacy, college } => {
            found(candidacy).map(|candidacy| of(candidacy, Some(college.clone())))
        }
        Line::List { list, people } => {
            let people: Vec<OnList> = people
                .iter()
                .filter_map(found)
                .map(|it| OnList { name: it.name.clone(), withdrawn: it.withdrawn_at.is_some() })
                .collect();
            let withdrawn = people.iter().all(|person| person.withdrawn);
            let list = lists.iter().find(|known| known.id == *list)?;
            Some(Name { name: list.name.clone(), withdrawn, college: None, people })
        }
    };
    lines.iter().filter_map(name).collect()
}

fn of(candidacy: &Candidacy, college: Option<String>) -> Name {
    Name { name: candidacy.name.clone(), withdrawn: candidacy.withdrawn_at.is_some(), college, people: Vec::new() }
}
