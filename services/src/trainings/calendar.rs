//! A session in the calendar of somebody who has a seat in it: an entry for each half-day, which a later file changes or
//! takes away (iCalendar, RFC 5545; the methods of RFC 5546).

use domain::trainings::half_days::HalfDay;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

use super::records::Records;

/// Whether the entries stand or go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// New, or changed.
    Request,
    /// Not any more.
    Cancel,
}

/// Whose calendar it is.
pub(super) struct Attendee<'a> {
    pub registration: uuid::Uuid,
    /// Counts the changes of the registration.
    pub version: i32,
    pub name: &'a str,
    pub address: &'a str,
}

/// The file.
pub(super) fn file(
    method: Method,
    records: &Records,
    half_days: &[HalfDay],
    attendee: &Attendee<'_>,
    (network, public_url): (&str, &str),
    now: chrono::DateTime<chrono::Utc>,
) -> String {
    let host = url::Url::parse(public_url).ok().and_then(|url| url.host_str().map(ToOwned::to_owned));
    let organizer = format!("mailto:trame@{}", host.unwrap_or_else(|| "localhost".into()));
    let mut calendar = Calendar::empty();
    let method_word = if method == Method::Request { "REQUEST" } else { "CANCEL" };
    for (name, value) in
        [("VERSION", "2.0"), ("PRODID", "-//Trame//Trame//EN"), ("CALSCALE", "GREGORIAN"), ("METHOD", method_word)]
    {
        calendar.append_property(Property::new(name, value));
    }
    // Both counts only grow, so each file is newer than the one before.
    let sequence = u32::try_from(records.row.version + attendee.version).unwrap_or(u32::MAX);
    let parameter = |text: &str| text.replace(['"', '\r', '\n', '\t'], " ");
    for day in half_days {
        let mut event = Event::new();
        event
            .uid(&format!("{}-{}@trame", day.id, attendee.registration))
            .timestamp(now)
            .sequence(sequence)
            .starts(day.starts)
            .ends(day.ends)
            .summary(&records.training.title)
            .status(if method == Method::Request { EventStatus::Confirmed } else { EventStatus::Cancelled });
        let mut by = Property::new("ORGANIZER", &organizer);
        by.add_parameter("CN", &parameter(network));
        event.append_multi_property(by);
        let mut to = Property::new("ATTENDEE", format!("mailto:{}", attendee.address));
        to.add_parameter("CN", &parameter(attendee.name));
        to.add_parameter("ROLE", "REQ-PARTICIPANT");
        to.add_parameter("PARTSTAT", "ACCEPTED");
        event.append_multi_property(to);
        if let Some(place) = records.row.place.as_ref().or(records.row.remote_url.as_ref()) {
            event.location(place);
        }
        if method == Method::Request && !records.row.instructions.is_empty() {
            event.description(&records.row.instructions);
        }
        calendar.push(event.done());
    }
    calendar.done().to_string()
}
