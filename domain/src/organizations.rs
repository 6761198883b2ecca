//! Organizations: what they are, and what they were called when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

text_enum! {
    /// The legal form of an organization.
    pub enum LegalForm {
        /// French association under the law of 1 July 1901.
        Association1901 = "association_1901",
        /// Association under the local law of Alsace-Moselle: no RNA, a register reference instead.
        AssociationAlsaceMoselle = "association_alsace_moselle",
        /// Foundation.
        Foundation = "foundation",
        /// Belgian non-profit association, French-speaking.
        Asbl = "asbl",
        /// Belgian non-profit association, Dutch-speaking.
        Vzw = "vzw",
        /// Belgian international non-profit association.
        Aisbl = "aisbl",
        /// Cooperative.
        Cooperative = "cooperative",
        /// Municipality, department, public landlord, hospital.
        PublicBody = "public_body",
        /// Company.
        Company = "company",
        /// A group without legal personality: a collective of tenants.
        Informal = "informal",
        /// Anything else.
        Other = "other",
    }
}

/// A name of an organization and the first day on which it was the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedName {
    /// The full name.
    pub name: String,
    /// What people say: an acronym, where there is one.
    pub short_name: Option<String>,
    /// First day of this name.
    pub valid_from: NaiveDate,
}

/// The name on a day: the latest that had begun. Before the first name, the first name, because
/// an organization is never nameless.
///
/// The order of `names` does not matter. `None` only when there is no name at all.
#[must_use]
pub fn name_on(names: &[DatedName], day: NaiveDate) -> Option<&DatedName> {
    names
        .iter()
        .filter(|name| name.valid_from <= day)
        .max_by_key(|name| name.valid_from)
        .or_else(|| names.iter().min_by_key(|name| name.valid_from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn a_vote_of_2003_shows_the_name_of_2003() {
        let name = |name: &str, year| DatedName { name: name.into(), short_name: None, valid_from: day(year, 3, 22) };
        let names = [name("INTERFACES", 2016), name("PSP", 1997), name("PSPE", 2009)];
        let on = |date| name_on(&names, date).map(|n| n.name.as_str());
        assert_eq!(on(day(2003, 6, 1)), Some("PSP"));
        assert_eq!(on(day(2009, 3, 21)), Some("PSP"));
        assert_eq!(on(day(2009, 3, 22)), Some("PSPE"));
        assert_eq!(on(day(2026, 1, 1)), Some("INTERFACES"));
        assert_eq!(on(day(1990, 1, 1)), Some("PSP"));
        assert_eq!(name_on(&[], day(2003, 6, 1)), None);
    }
}
