//! The form of a session: read, checked, and written out again.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use domain::{
    colleges::Figure,
    ids::{HalfDayId, NeedId, NetworkId, OrganizationId},
    locale::Locale,
    trainings::{
        half_days::{self, HalfDay, InvalidHalfDays},
        seating::{HOLD_HOURS, InvalidSeating, Pot, Quota, Rule, Seating},
    },
};
use entities::organizations::declared_figure;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    planning::half_days_of,
    records::{Records, moment},
};
use crate::{
    Error, FieldProblem, Services, day_in,
    fields::{Fields, LINE, TEXT, date},
    networks::{Network, members_of, network_by_id},
    text::fold,
};

/// Most seats of a session.
const SEATS: u64 = 10_000;

/// Most half-days of a session.
pub const HALF_DAYS: usize = 60;

/// Longest hold, in hours: two weeks.
const HOLD: u64 = 336;

/// What a form says of a session.
#[derive(Clone, Debug, Default)]
pub struct SessionForm {
    /// Where, for a room.
    pub place: String,
    /// Where, from afar.
    pub remote_url: String,
    /// How to get there, for those who have a seat.
    pub instructions: String,
    /// The half-days, those that were left empty among them.
    pub half_days: Vec<HalfDayForm>,
    /// How seats are given.
    pub rule: String,
    /// How many there are.
    pub capacity: String,
    /// How many people it needs.
    pub minimum: String,
    /// `none`, `fixed`, or the word of a figure.
    pub quota: String,
    /// How many one association may hold, where it is fixed.
    pub quota_seats: String,
    /// A line for each network with which it is shared: `Interlogement93: 4`.
    pub guests: String,
    /// A line for each quality with reserved seats: `Small associations: 3`.
    pub pots: String,
    /// The day from which reserved seats are for all.
    pub reserved_until: String,
    /// The day on which registration opens.
    pub opens_on: String,
    /// The last day on which people register.
    pub closes_on: String,
    /// For how many hours an offer holds a seat.
    pub hold_hours: String,
    /// The last day on which people give their seat back themselves, where one is said.
    pub cancel_on: String,
    /// That the consequences for those who hold seats are known.
    pub acknowledged: bool,
    /// A need: the training answers all that stand under the same heading.
    pub need: Option<NeedId>,
    /// The version that was read.
    pub version: Option<i32>,
}

/// What a form says of a half-day.
#[derive(Clone, Debug, Default)]
pub struct HalfDayForm {
    /// On which day, as browsers send it or as people write it.
    pub day: String,
    /// From which time of the day: `09:00` or `9h`.
    pub from: String,
    /// Until which; before the beginning, it is on the next day.
    pub to: String,
}

/// What is wrong with a half-day of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HalfDayProblem {
    /// The day, the beginning or the end is missing, or cannot be read.
    Unreadable,
    /// A day or longer.
    TooLong,
    /// At the same time as another.
    Overlaps,
}

/// What was read from a form.
#[derive(Clone)]
pub(super) struct Read {
    pub place: Option<String>,
    pub remote_url: Option<String>,
    pub instructions: String,
    pub half_days: Vec<HalfDay>,
    pub seating: Seating,
}

impl SessionForm {
    /// Reads it.
    pub(super) fn read(&self, known: &Known, seed: String) -> Result<Read, Error> {
        let zone = known.home.zone;
        let mut fields = Fields::default();
        let place = fields.optional("place", &self.place, LINE);
        let remote_url = fields.web_address("remote_url", &self.remote_url);
        if place.is_none() && remote_url.is_none() {
            fields.wrong("place", FieldProblem::Missing);
        }
        let instructions = fields.optional("instructions", &self.instructions, TEXT).unwrap_or_default();
        let half_days = half_days(&mut fields, zone, &self.half_days);
        let begins_at = half_days::begins(&half_days).unwrap_or_default();
        let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let rule = fields.choice("rule", &self.rule).unwrap_or(Rule::FirstCome);
        let capacity = small(fields.number("capacity", &self.capacity, SEATS));
        let minimum = if self.minimum.trim().is_empty() { "0" } else { &self.minimum };
        let minimum = small(fields.number("minimum", minimum, SEATS));
        let quota = match self.quota.as_str() {
            "" | "none" => Quota::None,
            "fixed" => Quota::Fixed { seats: small(fields.number("quota_seats", &self.quota_seats, SEATS)) },
            word => match fields.choice::<Figure>("quota", word) {
                Some(figure) => {
                    let figures = known.declared.get(&figure).cloned().unwrap_or_default();
                    Quota::Proportional { figure, figures }
                }
                None => Quota::None,
            },
        };
        let guests = guests(&mut fields, known, &self.guests);
        let pots = pots(&mut fields, &self.pots);
        let midnight = |day: NaiveDate| moment(zone, day.and_time(NaiveTime::MIN));
        let reserved_until = fields.optional_date("reserved_until", &self.reserved_until).map(midnight);
        let opens_at = midnight(fields.date("opens_on", &self.opens_on));
        // A last day counts until its midnight, or until the session begins.
        let until = |last: NaiveDate| {
            let after = last.succ_opt().map_or(begins_at, midnight);
            if day_in(zone, begins_at) == last { after.min(begins_at) } else { after }
        };
        let closes_at = until(fields.date("closes_on", &self.closes_on));
        let cancel_until = fields.optional_date("cancel_on", &self.cancel_on).map(until);
        let hold = HOLD_HOURS.to_string();
        let hold = if self.hold_hours.trim().is_empty() { &hold } else { &self.hold_hours };
        let hold_hours = u16::try_from(fields.number("hold_hours", hold, HOLD)).unwrap_or(HOLD_HOURS);
        let seating = Seating {
            rule,
            capacity,
            minimum,
            quota,
            guests,
            pots,
            reserved_until,
            opens_at,
            closes_at,
            begins_at,
            hold_hours,
            cancel_until,
            priorities: BTreeMap::new(),
            seed,
        };
        if !fields.has_any() {
            for wrong in seating.invalid() {
                fields.wrong(field_of(&wrong), FieldProblem::Seating(wrong));
            }
        }
        fields.finish()?;
        Ok(Read { place, remote_url, instructions, half_days, seating })
    }
}

/// The field in which somebody finds what is wrong with the seats.
fn field_of(wrong: &InvalidSeating) -> &'static str {
    match wrong {
        InvalidSeating::NoSeat => "capacity",
        InvalidSeating::MinimumAboveCapacity { .. } => "minimum",
        InvalidSeating::QuotaZero => "quota_seats",
        InvalidSeating::NothingDeclared { .. } => "quota",
        InvalidSeating::GuestsWithoutSeat => "guests",
        InvalidSeating::PotWithoutKey
        | InvalidSeating::PotTwice { .. }
        | InvalidSeating::PotWithoutSeat { .. }
        | InvalidSeating::PotsAboveCapacity { .. } => "pots",
        InvalidSeating::ReleaseMissing | InvalidSeating::ReleaseAfterBeginning => "reserved_until",
        InvalidSeating::ClosesBeforeOpening | InvalidSeating::ClosesAfterBeginning => "closes_on",
        InvalidSeating::CancelAfterBeginning => "cancel_on",
        InvalidSeating::HoldZero => "hold_hours",
    }
}

/// Half-days, in the order of time; those that were left empty are none.
fn half_days(fields: &mut Fields, zone: chrono_tz::Tz, typed: &[HalfDayForm]) -> Vec<HalfDay> {
    let mut found: Vec<HalfDay> = Vec::new();
    for (number, half_day) in (1_usize..).zip(typed).filter(|(_, half_day)| !half_day.is_empty()) {
        let Some((starts, ends)) = half_day.read() else {
            fields.wrong("half_days", FieldProblem::HalfDay { number, problem: HalfDayProblem::Unreadable });
            return Vec::new();
        };
        let id = HalfDayId(Uuid::from_u128(number as u128));
        found.push(HalfDay { id, starts: moment(zone, starts), ends: moment(zone, ends) });
    }
    if found.len() > HALF_DAYS {
        fields.wrong("half_days", FieldProblem::MoreThan { most: HALF_DAYS });
    }
    if let Some(wrong) = half_days::invalid(&found).first() {
        let of = |half_day: &HalfDayId, problem| {
            let number = usize::try_from(half_day.0.as_u128()).unwrap_or_default();
            FieldProblem::HalfDay { number, problem }
        };
        let problem = match wrong {
            InvalidHalfDays::NoHalfDay => FieldProblem::Missing,
            InvalidHalfDays::EndsBeforeStart { half_day } => of(half_day, HalfDayProblem::Unreadable),
            InvalidHalfDays::TooLong { half_day } => of(half_day, HalfDayProblem::TooLong),
            InvalidHalfDays::Overlap { half_day, .. } => of(half_day, HalfDayProblem::Overlaps),
        };
        fields.wrong("half_days", problem);
    }
    found.sort_by_key(|day| day.starts);
    found
}

impl HalfDayForm {
    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [&self.day, &self.from, &self.to].iter().all(|typed| typed.trim().is_empty())
    }

    /// On the clocks of the place; what ends before it starts on the clock ends the next day.
    fn read(&self) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let day = date(self.day.trim())?;
        let hour = |typed: &str| {
            let typed = typed.trim().to_lowercase().replace(['h', 'u', '.'], ":");
            let typed = typed.strip_suffix(':').map_or_else(|| typed.clone(), |whole| format!("{whole}:00"));
            NaiveTime::parse_from_str(&typed, "%H:%M").ok()
        };
        let (from, to) = (hour(&self.from)?, hour(&self.to)?);
        let last = if to <= from { day.succ_opt()? } else { day };
        Some((day.and_time(from), last.and_time(to)))
    }
}

/// Networks with which a session is shared, a line each: by name, or by the word in their address.
fn guests(fields: &mut Fields, known: &Known, typed: &str) -> BTreeMap<NetworkId, u32> {
    let mut found = BTreeMap::new();
    for (number, line) in (1..).zip(typed.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let guest = line.rsplit_once(':').and_then(|(name, seats)| {
            let name = fold(name.trim());
            let called = |network: &&Network| {
                fold(&network.slug) == name || Locale::ALL.iter().any(|l| fold(network.name(*l)) == name)
            };
            let guest = known.others.iter().find(called)?;
            Some((guest.id, seats.trim().parse().ok()?))
        });
        match guest {
            Some((guest, seats)) if !found.contains_key(&guest) => drop(found.insert(guest, seats)),
            _ => fields.wrong("guests", FieldProblem::Unreadable { line: number, detail: line.trim().to_owned() }),
        }
    }
    found
}

/// Reserved seats, a line each.
fn pots(fields: &mut Fields, typed: &str) -> Vec<Pot> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(typed.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let pot = line
            .rsplit_once(':')
            .and_then(|(key, seats)| Some(Pot { key: key.trim().to_owned(), seats: seats.trim().parse().ok()? }));
        match pot {
            Some(pot) => found.push(pot),
            None => fields.wrong("pots", FieldProblem::Unreadable { line: number, detail: line.trim().to_owned() }),
        }
    }
    found
}

/// What a form is read by.
pub(super) struct Known {
    /// The network that holds the session.
    home: Network,
    /// The other networks of the instance.
    others: Vec<Network>,
    /// What its associations declared.
    declared: Declared,
}

/// The figures that associations declared last, by figure.
type Declared = BTreeMap<Figure, BTreeMap<OrganizationId, u64>>;

/// What the members of a network declared last, up to a day.
async fn declared(database: &impl ConnectionTrait, network: NetworkId, day: NaiveDate) -> Result<Declared, Error> {
    let members = members_of(database, network).await?;
    let rows = declared_figure::Entity::find()
        .filter(declared_figure::Column::OrganizationId.is_in(members))
        .filter(declared_figure::Column::AsOf.lte(day))
        .order_by_asc(declared_figure::Column::AsOf)
        .all(database)
        .await?;
    let mut found = Declared::new();
    for row in rows {
        let value = u64::try_from(row.value).unwrap_or(0);
        found.entry(row.figure.parse()?).or_default().insert(OrganizationId(row.organization_id), value);
    }
    Ok(found)
}

impl Services {
    pub(super) async fn known(&self, network: &Network) -> Result<Known, Error> {
        let declared = declared(self.store().read(), network.id, day_in(network.zone, self.now())).await?;
        let others = self.networks().await?.into_iter().filter(|other| other.id != network.id).collect();
        Ok(Known { home: network.clone(), others, declared })
    }
}

/// The form of a session that is there, as it would be typed.
pub(super) async fn written(
    database: &impl ConnectionTrait,
    records: &Records,
    others: &[Network],
) -> Result<SessionForm, Error> {
    let zone = network_by_id(database, records.row.network_id).await?.zone;
    let days = half_days_of(database, vec![records.row.id]).await?.remove(&records.id()).unwrap_or_default();
    let typed = |day: &HalfDay| {
        let (from, to) = (day.starts.with_timezone(&zone), day.ends.with_timezone(&zone));
        HalfDayForm {
            day: from.format("%Y-%m-%d").to_string(),
            from: from.format("%H:%M").to_string(),
            to: to.format("%H:%M").to_string(),
        }
    };
    let seating = &records.seating;
    let day = |at: DateTime<Utc>| day_in(zone, at).to_string();
    let (quota, quota_seats) = match &seating.quota {
        Quota::None => ("none".to_owned(), String::new()),
        Quota::Fixed { seats } => ("fixed".to_owned(), seats.to_string()),
        Quota::Proportional { figure, .. } => (figure.to_string(), String::new()),
    };
    let row = &records.row;
    Ok(SessionForm {
        place: row.place.clone().unwrap_or_default(),
        remote_url: row.remote_url.clone().unwrap_or_default(),
        instructions: row.instructions.clone(),
        half_days: days.iter().map(typed).collect(),
        rule: seating.rule.to_string(),
        capacity: seating.capacity.to_string(),
        minimum: seating.minimum.to_string(),
        quota,
        quota_seats,
        guests: others
            .iter()
            .filter_map(|network| {
                Some(format!("{}: {}", network.name(network.locale), seating.guests.get(&network.id)?))
            })
            .collect::<Vec<_>>()
            .join("\n"),
        pots: seating.pots.iter().map(|pot| format!("{}: {}", pot.key, pot.seats)).collect::<Vec<_>>().join("\n"),
        reserved_until: seating.reserved_until.map(day).unwrap_or_default(),
        opens_on: day(seating.opens_at),
        closes_on: day(seating.closes_at - TimeDelta::seconds(1)),
        hold_hours: seating.hold_hours.to_string(),
        cancel_on: seating.cancel_until.map(|until| day(until - TimeDelta::seconds(1))).unwrap_or_default(),
        acknowledged: false,
        need: None,
        version: Some(row.version),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_days_are_read_as_people_write_them() {
        let read = |[day, from, to]: [&str; 3]| {
            let typed = HalfDayForm { day: day.into(), from: from.into(), to: to.into() };
            typed.read().map(|(from, to)| (from.to_string(), to.to_string()))
        };
        let morning = Some(("2027-03-04 09:00:00".to_owned(), "2027-03-04 12:30:00".to_owned()));
        for typed in [["2027-03-04", "09:00", "12:30"], ["04/03/2027", "9h", " 12h30"], ["4.3.2027", "9u00", "12.30"]] {
            assert_eq!(read(typed), morning, "{typed:?}");
        }
        let night = Some(("2027-03-27 22:00:00".to_owned(), "2027-03-28 06:00:00".to_owned()));
        assert_eq!(read(["2027-03-27", "22:00", "06:00"]), night);
        for typed in
            [["", "", ""], ["2027-03-04", "9:00", ""], ["2027-03-04", "9", "12"], ["2027-02-30", "9:00", "12:00"]]
        {
            assert_eq!(read(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn an_hour_that_the_clocks_skip_is_the_next_that_exists() {
        let paris = chrono_tz::Europe::Paris;
        let at = |text: &str| moment(paris, text.parse().expect("a moment")).to_rfc3339();
        assert_eq!(at("2027-03-28T02:30:00"), "2027-03-28T01:30:00+00:00");
        assert_eq!(at("2027-10-31T02:30:00"), "2027-10-31T00:30:00+00:00");
    }
}
