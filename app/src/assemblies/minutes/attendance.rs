//! Who was there, minute by minute, who spoke for whom, and who had a vote.

use domain::{
    locale::Locale,
    minutes::{Movement, Standing, Stay, movements},
};
use i18n::t;
use printing::{Block, Column};
use services::assemblies::Room;

use crate::assemblies::{agenda::as_signed, participation};

/// Who came for whom, then every arrival and departure with what it made of the assembly.
pub(super) fn attendance(l: Locale, room: &Room) -> Vec<Block> {
    let without_vote = participation::minuted(l, room);
    if room.attendances.is_empty() {
        return [Block::Paragraph(t!(l, "minutes-nobody"))].into_iter().chain(without_vote).collect();
    }
    let zone = room.network.zone;
    let mut lines: Vec<_> = room.attendances.iter().collect();
    lines.sort_by_cached_key(|line| (line.organization_name.to_lowercase(), line.arrived_at));
    let rows = lines
        .into_iter()
        .map(|line| {
            let place = if line.remote { t!(l, "attendance-remote") } else { t!(l, "attendance-room") };
            vec![
                line.organization_name.clone(),
                line.person_name.clone(),
                place,
                i18n::time(l, zone, line.arrived_at),
                line.left_at.map_or_else(|| t!(l, "minutes-until-the-end"), |at| i18n::time(l, zone, at)),
            ]
        })
        .collect();
    let who = Block::Table {
        caption: t!(l, "minutes-attendance"),
        columns: vec![
            Column::words(t!(l, "column-association")),
            Column::words(t!(l, "column-representative")),
            Column::words(t!(l, "assembly-venue")),
            Column::numbers(t!(l, "column-arrived")),
            Column::words(t!(l, "column-left")),
        ],
        rows,
    };
    [who, chronology(l, room)].into_iter().chain(without_vote).collect()
}

fn chronology(l: Locale, room: &Room) -> Block {
    let zone = room.network.zone;
    let stays: Vec<Stay> = room
        .attendances
        .iter()
        .map(|line| Stay {
            organization: line.organization,
            person: line.person,
            from: line.arrived_at,
            until: line.left_at,
        })
        .collect();
    let proxies: Vec<Standing> = room
        .proxies
        .iter()
        .map(|line| Standing { giver: line.giver, holder: line.holder, from: line.given_at, until: line.revoked_at })
        .collect();
    let roll: Vec<_> = room.roll.iter().map(|line| line.entry.clone()).collect();
    let row = |movement: Movement| {
        let who = &room.attendances[movement.stay];
        let (person, organization) = (who.person_name.as_str(), who.organization_name.as_str());
        let what = if movement.arrived {
            t!(l, "minutes-movement-arrived", person = person, organization = organization)
        } else {
            t!(l, "minutes-movement-left", person = person, organization = organization)
        };
        let number = |number| i18n::number(l, as_signed(number));
        vec![
            i18n::time(l, zone, movement.at),
            what,
            number(movement.present),
            number(movement.represented),
            number(movement.voices),
        ]
    };
    Block::Table {
        caption: t!(l, "minutes-movements"),
        columns: vec![
            Column::numbers(t!(l, "minutes-movement-time")),
            Column::words(t!(l, "minutes-movement")),
            Column::numbers(t!(l, "minutes-movement-present")),
            Column::numbers(t!(l, "minutes-movement-represented")),
            Column::numbers(t!(l, "minutes-movement-voices")),
        ],
        rows: movements(&roll, &stays, &proxies).into_iter().map(row).collect(),
    }
}

/// Proxies given and ended, with why.
pub(super) fn proxies(l: Locale, room: &Room) -> Vec<Block> {
    if room.proxies.is_empty() {
        return vec![Block::Paragraph(t!(l, "proxies-none-given"))];
    }
    let zone = room.network.zone;
    let rows = room
        .proxies
        .iter()
        .map(|proxy| {
            let until = match (proxy.revoked_at, proxy.revoked_because.as_deref()) {
                (Some(at), Some("arrival")) => t!(l, "proxy-ended-arrival", time = i18n::date_time(l, zone, at)),
                (Some(at), _) => t!(l, "proxy-ended", time = i18n::date_time(l, zone, at)),
                (None, _) => String::new(),
            };
            vec![proxy.giver_name.clone(), proxy.holder_name.clone(), i18n::date_time(l, zone, proxy.given_at), until]
        })
        .collect();
    vec![Block::Table {
        caption: t!(l, "proxies"),
        columns: vec![
            Column::words(t!(l, "proxy-giver")),
            Column::words(t!(l, "proxy-holder")),
            Column::words(t!(l, "proxy-given-at")),
            Column::words(t!(l, "proxy-ended-column")),
        ],
        rows,
    }]
}

/// The roll, and who is not on it.
pub(super) fn roll(l: Locale, room: &Room) -> Vec<Block> {
    let mut blocks = vec![entries(l, room)];
    if !room.left_out.is_empty() {
        let rows =
            room.left_out.iter().map(|(name, why)| vec![name.clone(), i18n::wording::left_out(l, why)]).collect();
        let columns = vec![Column::words(t!(l, "column-association")), Column::words(t!(l, "minutes-why"))];
        blocks.push(Block::Table { caption: t!(l, "minutes-without-vote"), columns, rows });
    }
    blocks
}

fn entries(l: Locale, room: &Room) -> Block {
    let rows = room
        .roll
        .iter()
        .map(|line| {
            vec![
                line.entry.name.clone(),
                line.entry.college_name.clone(),
                i18n::number(l, as_signed(line.entry.weight)),
                i18n::wording::weight_reason(l, line.entry.weight, &line.entry.reason),
            ]
        })
        .collect();
    Block::Table {
        caption: t!(l, "roll"),
        columns: vec![
            Column::words(t!(l, "column-association")),
            Column::words(t!(l, "column-college")),
            Column::numbers(t!(l, "column-voices")),
            Column::words(t!(l, "column-why")),
        ],
        rows,
    }
}
