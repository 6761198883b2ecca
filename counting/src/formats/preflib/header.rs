//! What stands before the ballots of a PrefLib file.

use super::super::{FormatError, fail, last_line, number, number_of_candidates, quote, size};
use super::Kind;
use crate::{Election, Refusal};

/// What a file says about itself.
pub(super) struct Header {
    pub(super) title: String,
    pub(super) candidates: Vec<String>,
    /// The names of the categories, the best first.
    pub(super) categories: Vec<String>,
    /// How many voters are announced, and on which line.
    pub(super) voters: Option<(usize, u64)>,
    /// What stands between the number of ballots and their order.
    pub(super) separator: char,
    /// The last line of the header.
    pub(super) line: usize,
}

/// The lines of a file, counted from one.
pub(super) type Lines<'a> = std::iter::Peekable<Box<dyn Iterator<Item = (usize, &'a str)> + 'a>>;

impl Header {
    pub(super) fn read(text: &str, kind: Kind) -> Result<(Self, Lines<'_>), FormatError> {
        let numbered: Box<dyn Iterator<Item = (usize, &str)>> =
            Box::new(text.lines().enumerate().map(|(index, line)| (index + 1, line)));
        let mut lines = numbered.peekable();
        let header = match lines.peek() {
            Some((_, first)) if first.trim_start().starts_with('#') => Self::new(&mut lines, kind)?,
            _ if kind == Kind::Categories => {
                return fail(1, "a file with categories begins with lines such as “# NUMBER CATEGORIES: 2”");
            }
            _ => Self::old(&mut lines, last_line(text))?,
        };
        Ok((header, lines))
    }

    /// Lines of the form `# KEY: value`.
    fn new(lines: &mut Lines<'_>, kind: Kind) -> Result<Self, FormatError> {
        let mut header = Self {
            title: String::new(),
            candidates: Vec::new(),
            categories: Vec::new(),
            voters: None,
            separator: ':',
            line: 1,
        };
        let mut announced = None;
        let mut categories = None;
        while let Some((line, text)) = lines.next_if(|(_, text)| text.trim_start().starts_with('#')) {
            header.line = line;
            let Some((key, value)) = text.trim_start().trim_start_matches('#').split_once(':') else {
                return fail(line, "a line of the header is “# KEY: value”");
            };
            let value = value.trim();
            match key.trim() {
                "TITLE" => value.clone_into(&mut header.title),
                "NUMBER ALTERNATIVES" => announced = Some((line, number_of_candidates(line, value)?)),
                "NUMBER VOTERS" => header.voters = Some((line, number(line, value, "the number of voters")?)),
                "NUMBER CATEGORIES" => categories = Some((line, size(line, value, "the number of categories")?)),
                "DATA TYPE" if !value.is_empty() && value != kind.extension() => {
                    let expected = kind.extension();
                    return fail(
                        line,
                        format_args!("the file says that it is {}, its name says {expected}", quote(value)),
                    );
                }
                key => {
                    if let Some(place) = key.strip_prefix("ALTERNATIVE NAME ") {
                        named(line, place, value, &mut header.candidates)?;
                    } else if let Some(place) = key.strip_prefix("CATEGORY NAME ") {
                        named(line, place, value, &mut header.categories)?;
                    }
                }
            }
        }
        complete(announced, &header.candidates, "candidates")?;
        if header.candidates.is_empty() {
            return fail(header.line, Refusal::NoCandidates);
        }
        if kind == Kind::Categories {
            complete(categories, &header.categories, "categories")?;
            if header.categories.is_empty() {
                return fail(header.line, "there are no categories");
            }
        }
        Ok(header)
    }

    /// The number of candidates, their names, and the totals.
    fn old(lines: &mut Lines<'_>, end: usize) -> Result<Self, FormatError> {
        let Some((line, text)) = lines.next() else { return fail(1, "the file is empty") };
        let announced = number_of_candidates(line, text.trim())?;
        let mut candidates = Vec::new();
        for place in 1..=announced {
            let Some((line, text)) = lines.next() else {
                return fail(end, format_args!("the file ends before the name of candidate number {place}"));
            };
            let Some((found, name)) = text.split_once(',') else {
                return fail(line, format_args!("the number and the name of candidate {place} should stand here"));
            };
            named(line, found, name.trim(), &mut candidates)?;
        }
        let Some((line, text)) = lines.next() else {
            return fail(end, "the file ends before the line with the number of voters");
        };
        let totals: Vec<u64> = text
            .split(',')
            .map(|found| number(line, found.trim(), "the number of voters"))
            .collect::<Result<_, _>>()?;
        let [_, sum, _] = totals[..] else {
            return fail(line, "three totals should stand here: voters, their sum, and different orders");
        };
        Ok(Self {
            title: String::new(),
            candidates,
            categories: Vec::new(),
            voters: Some((line, sum)),
            separator: ',',
            line,
        })
    }
}

/// Takes the name of number `place`: they come in order.
fn named(line: usize, place: &str, name: &str, names: &mut Vec<String>) -> Result<(), FormatError> {
    let place = size(line, place.trim(), "the number of a name")?;
    if place != names.len() + 1 {
        return fail(line, format_args!("the name of number {} should come here, not of {place}", names.len() + 1));
    }
    if names.len() == Election::MOST_CANDIDATES {
        return fail(line, Refusal::TooManyCandidates { most: Election::MOST_CANDIDATES });
    }
    if name.is_empty() {
        return fail(line, "the name is empty");
    }
    names.push(name.to_owned());
    Ok(())
}

/// What a file announces must be there.
fn complete(announced: Option<(usize, usize)>, found: &[String], what: &str) -> Result<(), FormatError> {
    match announced {
        Some((line, announced)) if announced != found.len() => {
            fail(line, format_args!("{announced} {what} are announced here, but {} have a name", found.len()))
        }
        _ => Ok(()),
    }
}

impl Kind {
    fn extension(self) -> &'static str {
        match self {
            Self::StrictComplete => "soc",
            Self::StrictIncomplete => "soi",
            Self::TiedComplete => "toc",
            Self::TiedIncomplete => "toi",
            Self::Categories => "cat",
        }
    }
}
