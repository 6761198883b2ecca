//! The letter that calls a representative to an assembly, in that person's language.

use std::collections::BTreeMap;

use domain::{assemblies::Kind, colleges::RollEntry, ids::OrganizationId, locale::Locale};
use entities::{
    assemblies::{assembly, item},
    people::person,
};
use i18n::t;

use crate::{Error, mail::Letter, networks::Network};

/// One letter to each representative of each organization on the roll.
pub(super) fn letters(
    assembly: &assembly::Model,
    network: &Network,
    items: &[item::Model],
    roll: &[RollEntry],
    readers: &BTreeMap<OrganizationId, Vec<person::Model>>,
    public_url: &str,
) -> Result<Vec<Letter>, Error> {
    let mut letters = Vec::new();
    for entry in roll {
        for person in readers.get(&entry.organization).into_iter().flatten() {
            let Some(address) = &person.email else { continue };
            let locale: Locale = person.locale.parse()?;
            let subject = t!(
                locale,
                "convocation-subject",
                title = assembly.title.clone(),
                date = i18n::date(locale, assembly.held_on)
            );
            letters.push(Letter {
                network: Some(network.id.0),
                person: Some(person.id),
                to_address: address.clone(),
                to_name: person.name.clone(),
                subject,
                body: body(locale, assembly, network, items, entry, person, public_url)?,
                calendar: None,
                kind: "convocation",
            });
        }
    }
    Ok(letters)
}

fn body(
    l: Locale,
    assembly: &assembly::Model,
    network: &Network,
    items: &[item::Model],
    entry: &RollEntry,
    person: &person::Model,
    public_url: &str,
) -> Result<String, Error> {
    let kind = match assembly.kind.parse()? {
        Kind::Ordinary => t!(l, "convocation-kind-ordinary"),
        Kind::Extraordinary => t!(l, "convocation-kind-extraordinary"),
    };
    let mut lines = vec![
        t!(l, "convocation-greeting", name = person.name.clone()),
        String::new(),
        t!(
            l,
            "convocation-invitation",
            organization = entry.name.clone(),
            network = network.name(l).to_owned(),
            kind = kind,
            date = i18n::weekday_date(l, assembly.held_on),
            time = i18n::time(l, network.zone, assembly.starts_at)
        ),
    ];
    if let Some(place) = &assembly.place {
        lines.push(t!(l, "convocation-place", place = place.clone()));
    }
    if let Some(url) = &assembly.remote_url {
        lines.push(t!(l, "convocation-remote", url = url.clone()));
    }
    lines.extend([String::new(), t!(l, "convocation-agenda")]);
    lines.extend((1..).zip(items).map(|(number, item): (usize, _)| format!("{number}. {}", item.title)));
    lines.extend([
        String::new(),
        t!(l, "convocation-voices", organization = entry.name.clone(), weight = entry.weight),
        t!(l, "convocation-proxy"),
        String::new(),
        format!("{public_url}/n/{}/assemblies/{}", network.slug, assembly.id),
        String::new(),
        t!(l, "check-in-letter"),
        format!("{public_url}/n/{}/assemblies/{}/pass", network.slug, assembly.id),
        String::new(),
        network.name(l).to_owned(),
    ]);
    Ok(lines.join("\n"))
}
