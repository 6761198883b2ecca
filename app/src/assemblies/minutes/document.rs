//! The minutes as a document: assembled from the records, completed by the secretary; or, from the moment a version
//! was given to be read, that version letter by letter, with what has happened to it since.

use domain::{
    assemblies::State,
    locale::Locale,
    minutes::{Canonical, FORMAT, Place, Stage},
    statutes::Decision,
};
use i18n::t;
use printing::{Block, Column, Document};
use services::{
    Error,
    assemblies::{Act, Minutes, Room},
};

use super::{
    attendance::{attendance, proxies, roll},
    deliberation::deliberation,
};

/// What is read, signed and hashed: everything that the document is made from.
pub(super) fn canonical(minutes: &Minutes) -> Result<String, Error> {
    let journal = minutes.journal.clone().map(|(sequence, hash)| Place { sequence, hash });
    let canonical = Canonical {
        format: FORMAT.to_owned(),
        assembly: minutes.room.id,
        version: minutes.version,
        locale: minutes.locale,
        journal,
        document: content(minutes.locale, minutes),
    };
    Ok(serde_json::to_string(&canonical)?)
}

/// The minutes as they are read and printed now, in a language.
///
/// # Errors
/// [`Error::Stored`] when the version that stands cannot be read.
pub fn document(l: Locale, minutes: &Minutes) -> Result<Document, Error> {
    let signing = &minutes.signing;
    let mut document = match &signing.presented {
        Some(presented) if l == minutes.locale => {
            serde_json::from_str::<Canonical<Document>>(&presented.text)?.document
        }
        _ => content(l, minutes),
    };
    document.blocks.splice(0..0, status(l, minutes));
    document.blocks.extend(signatures(l, minutes));
    Ok(document)
}

/// Where they stand, above all else.
fn status(l: Locale, minutes: &Minutes) -> Vec<Block> {
    let signing = &minutes.signing;
    let state = match (&signing.presented, signing.course.stage()) {
        (Some(presented), stage) => {
            let state = i18n::wording::minutes_stage(l, stage);
            t!(l, "signing-version-state", state = state, version = presented.version)
        }
        (None, _) => t!(l, "signing-draft-state", version = minutes.version),
    };
    let mut blocks = vec![Block::Facts(vec![(t!(l, "signing-state"), state)])];
    if let Some(approved) = &signing.approved {
        let time = i18n::date_time(l, minutes.room.network.zone, approved.at);
        blocks.push(Block::Paragraph(t!(l, "signing-approved-by", title = approved.title.as_str(), time = time)));
    }
    if signing.presented.is_some() && l != minutes.locale {
        let language = crate::context::language_name(minutes.locale);
        blocks.push(Block::Paragraph(t!(l, "minutes-translation", language = language)));
    }
    blocks
}

/// Who read and signed, when and how; or the places to sign by hand.
fn signatures(l: Locale, minutes: &Minutes) -> Vec<Block> {
    let (room, signing) = (&minutes.room, &minutes.signing);
    if room.state != State::Closed {
        return Vec::new();
    }
    let mut blocks = vec![heading(1, t!(l, "minutes-signatures"))];
    if let Some(presented) = &signing.presented {
        let (version, hash) = (presented.version, presented.hash.as_str());
        blocks.push(Block::Paragraph(t!(l, "minutes-signatures-text", version = version, hash = hash)));
    }
    if !signing.acts.is_empty() {
        let row = |act: &Act| {
            vec![
                act.name.clone(),
                i18n::wording::office(l, act.office),
                what(l, act),
                i18n::date_time(l, room.network.zone, act.at),
                how(l, room, act),
            ]
        };
        let columns = [
            t!(l, "signing-column-who"),
            t!(l, "signing-column-office"),
            t!(l, "signing-column-act"),
            t!(l, "signing-column-when"),
            t!(l, "signing-column-how"),
        ];
        blocks.push(Block::Table {
            caption: t!(l, "signing-acts"),
            columns: columns.into_iter().map(Column::words).collect(),
            rows: signing.acts.iter().map(row).collect(),
        });
    }
    if signing.course.stage() < Stage::Signed {
        let place = |office: String, name: Option<&str>| {
            [office.as_str(), name.unwrap_or_default()].join("\n").trim().to_owned()
        };
        let named = |named: &Option<services::assemblies::Named>| named.as_ref().map(|named| named.name.clone());
        blocks.push(Block::Signatures(vec![
            place(t!(l, "minutes-signature-chair"), named(&signing.chair).as_deref()),
            place(t!(l, "minutes-signature-secretary"), named(&signing.secretary).as_deref()),
        ]));
    }
    blocks
}

/// What somebody did.
pub(super) fn what(l: Locale, act: &Act) -> String {
    match act.proof {
        None => t!(l, "signing-act-read", version = act.version),
        Some(_) => t!(l, "signing-act-signed", version = act.version),
    }
}

/// How they did it.
pub(super) fn how(l: Locale, room: &Room, act: &Act) -> String {
    match &act.proof {
        None => t!(l, "signing-how-declared"),
        Some(proof) => i18n::wording::proof(l, room.network.zone, proof),
    }
}

/// Everything that the records and the secretary say.
fn content(l: Locale, minutes: &Minutes) -> Document {
    let room = &minutes.room;
    let zone = room.network.zone;
    let network = room.network.name(l).to_owned();
    let mut facts = facts(l, room);
    let offices = [
        (t!(l, "minutes-signature-chair"), &minutes.signing.chair),
        (t!(l, "minutes-signature-secretary"), &minutes.signing.secretary),
    ];
    facts.extend(offices.into_iter().filter_map(|(label, named)| Some((label, named.as_ref()?.name.clone()))));
    let mut blocks = vec![Block::Facts(facts)];
    push_text(&mut blocks, &minutes.text.opening);
    blocks.push(heading(1, t!(l, "minutes-attendance")));
    blocks.extend(attendance(l, room));
    blocks.extend(proxies(l, room));
    blocks.push(heading(1, t!(l, "minutes-deliberations")));
    for item in room.items.iter() {
        blocks.extend(deliberation(l, room, item, minutes.text.notes.get(&item.id).map_or("", String::as_str)));
    }
    push_text(&mut blocks, &minutes.text.closing);
    if let Some(at) = room.closed_at {
        blocks.push(Block::Paragraph(t!(l, "minutes-closed-at", time = i18n::time(l, zone, at))));
    }
    blocks.push(heading(1, t!(l, "minutes-annexes")));
    blocks.push(annexes(l, room));
    blocks.push(heading(1, t!(l, "minutes-roll")));
    blocks.extend(roll(l, room));
    if let Some((sequence, hash)) = &minutes.journal {
        blocks.push(heading(1, t!(l, "minutes-journal")));
        blocks.push(Block::Paragraph(t!(l, "minutes-journal-text", sequence = *sequence, hash = hash.clone())));
    }
    Document {
        locale: l.to_string(),
        title: room.title.clone(),
        subtitle: t!(l, "minutes-of", kind = i18n::wording::kind(l, room.kind)),
        author: network.clone(),
        date_line: format!("{}, {}", i18n::weekday_date(l, room.held_on), i18n::time(l, zone, room.starts_at)),
        running_head: format!("{network} – {}", room.title),
        notice: room.network.demo.then(|| t!(l, "demo-notice")),
        page_label: t!(l, "minutes-page"),
        blocks,
    }
}

/// The documents of the assembly, each with the hash by which it is known again.
fn annexes(l: Locale, room: &Room) -> Block {
    if room.documents.is_empty() {
        return Block::Paragraph(t!(l, "minutes-annexes-none"));
    }
    let line = |document: &services::assemblies::Document| {
        let kilobytes = document.size.max(0).unsigned_abs().div_ceil(1024);
        let item = room.items.iter().find(|item| Some(item.id) == document.item);
        let item = item.map(|item| format!("{}. {}", item.number, item.title)).unwrap_or_default();
        t!(
            l,
            "minutes-annex-line",
            name = document.file_name.as_str(),
            item = item,
            kilobytes = kilobytes,
            hash = document.sha256.as_str()
        )
    };
    Block::List(room.documents.iter().map(line).collect())
}

/// A heading.
pub(super) fn heading(level: u8, text: String) -> Block {
    Block::Heading { level, text }
}

/// What somebody wrote, a paragraph for each of theirs.
pub(super) fn push_text(blocks: &mut Vec<Block>, text: &str) {
    let paragraphs = text.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    blocks.extend(paragraphs.map(|text| Block::Paragraph(text.to_owned())));
}

fn facts(l: Locale, room: &Room) -> Vec<(String, String)> {
    let zone = room.network.zone;
    let mut facts = vec![(t!(l, "assembly-venue"), i18n::wording::venue(l, room.venue))];
    facts.extend(room.place.clone().map(|place| (t!(l, "assembly-place"), place)));
    facts.extend(room.remote_url.clone().map(|url| (t!(l, "assembly-remote"), url)));
    if let (Some(at), Some(notice)) = (room.convened_at, room.notice) {
        let sent = i18n::date(l, services::day_in(zone, at));
        let text = t!(l, "assembly-convened-text", date = sent, days = notice.days, required = notice.required);
        facts.push((t!(l, "assembly-convened"), text));
    }
    if let Some(at) = room.opened_at {
        facts.push((t!(l, "minutes-opened"), i18n::time(l, zone, at)));
    }
    if let Some(version) = room.statutes_version {
        facts.push((t!(l, "statutes-applied"), t!(l, "statutes-applied-version", number = version)));
    }
    if let Some((_, title)) = &room.second_of {
        facts.push((t!(l, "statutes-second"), t!(l, "statutes-second-of", title = title.as_str())));
    }
    let quorum = room.rules.quorum(room.kind, Decision::Ordinary, room.second_of.is_some());
    facts.push((t!(l, "quorum"), i18n::wording::quorum_rule(l, &quorum)));
    facts.push((t!(l, "proxies"), i18n::wording::proxy_rule(l, &room.rules.proxies)));
    facts
}
