//! What two tellers wrote down, in words.

use domain::{
    locale::Locale,
    tellers::{LineRefused, TellersRefused, Unfinished, Way},
};
use i18n::t;
use printing::Block;
use services::assemblies::OtherChoice;

/// In which way votes were given.
pub fn way(l: Locale, way: Way) -> String {
    match way {
        Way::Paper => t!(l, "tellers-way-paper"),
        Way::Hands => t!(l, "tellers-way-hands"),
    }
}

/// In which way a vote was given, and who wrote it down.
pub fn told(l: Locale, given: Way, [first, second]: &[String; 2]) -> String {
    let way = way(l, given);
    t!(l, "tellers-told", way = way, first = first.as_str(), second = second.as_str())
}

/// Why an organization is not taken on a sheet.
pub fn line(l: Locale, why: LineRefused) -> String {
    match why {
        LineRefused::NotOnRoll => t!(l, "tellers-line-not-on-roll"),
        LineRefused::NotHere => t!(l, "tellers-line-not-here"),
        LineRefused::VotedOnScreen => t!(l, "tellers-line-voted-on-screen"),
        LineRefused::SignedOff => t!(l, "tellers-line-signed-off"),
    }
}

/// What is missing before two sheets can be signed off.
pub fn missing(l: Locale, missing: &Unfinished) -> String {
    match missing {
        Unfinished::OneSheet { by } => t!(l, "tellers-missing-second", by = by.as_str()),
        Unfinished::NotHandedIn { by } => {
            let names: Vec<&str> = by.iter().map(String::as_str).collect();
            t!(l, "tellers-missing-handed-in", by = i18n::list(l, &names))
        }
        Unfinished::OtherWay => t!(l, "tellers-missing-way"),
        Unfinished::Differ { lines } => t!(l, "tellers-missing-differ", lines = *lines),
        Unfinished::UrnClosed { handed_out } => t!(l, "tellers-missing-urn", out = *handed_out),
        Unfinished::TooManyPapers { papers, handed_out } => {
            t!(l, "tellers-missing-too-many", papers = *papers, out = *handed_out)
        }
        Unfinished::NotSignedOff => t!(l, "tellers-missing-sign"),
    }
}

/// A refusal as a sentence that says what to do.
pub fn refused(l: Locale, refused: &TellersRefused) -> String {
    match refused {
        TellersRefused::NotATeller => t!(l, "refused-tellers-not-a-teller"),
        TellersRefused::TwoSheets { by } => {
            let names: Vec<&str> = by.iter().map(String::as_str).collect();
            t!(l, "refused-tellers-two-sheets", by = i18n::list(l, &names))
        }
        TellersRefused::Empty => t!(l, "refused-tellers-empty"),
        TellersRefused::NotByHand { choice } => {
            t!(l, "refused-tellers-not-by-hand", choice = i18n::wording::choice(l, *choice))
        }
        TellersRefused::Line { name, why } => {
            t!(l, "refused-tellers-line", name = name.as_str(), why = line(l, *why))
        }
        TellersRefused::Unfinished(what) => t!(l, "refused-tellers-unfinished", missing = missing(l, what)),
        TellersRefused::OtherWeight { name } => t!(l, "refused-tellers-other-weight", name = name.as_str()),
        TellersRefused::OtherCollege { name } => t!(l, "refused-tellers-other-college", name = name.as_str()),
        TellersRefused::NoPaper { line } => t!(l, "refused-tellers-no-paper", line = *line),
        TellersRefused::NoSheet => t!(l, "refused-tellers-no-sheet"),
        TellersRefused::Changed => t!(l, "refused-tellers-changed"),
    }
}

/// Who voted on paper or by a raised hand, as the minutes tell it: once for each way and each two tellers.
pub fn minutes(l: Locale, votes: &[OtherChoice]) -> Vec<Block> {
    type Told = (Way, [String; 2]);
    let mut groups: Vec<(&Told, Vec<&str>)> = Vec::new();
    for vote in votes {
        let Some(told) = &vote.told else { continue };
        match groups.iter_mut().find(|(known, _)| *known == told) {
            Some((_, names)) => names.push(&vote.organization),
            None => groups.push((told, vec![&vote.organization])),
        }
    }
    let paragraph = |((way, tellers), names): (&Told, Vec<&str>)| {
        Block::Paragraph(t!(l, "tellers-minutes", told = told(l, *way, tellers), names = i18n::list(l, &names)))
    };
    groups.into_iter().map(paragraph).collect()
}
