//! What every file of ballots has to be, however it was damaged: for the tests, and for the fuzzer in `counting/fuzz`.

#![allow(clippy::unwrap_used, reason = "a file that cannot be written again is what is looked for")]

use counting::formats::{self, File, Format, FormatError, blt};
use counting::{BallotKind, Ballots, Election, Method, Options, count};

/// The ballots of an election as lines such as `3: 1 2=4`, sorted.
pub fn told(election: &Election) -> Vec<String> {
    let mut lines: Vec<String> = match election.ballots() {
        Ballots::Ranked(rankings) => rankings
            .iter()
            .map(|ranking| {
                let order = ranking
                    .preferences()
                    .map(|place| format!("{}{}", if place.shared { '=' } else { ' ' }, place.candidate + 1));
                format!("{}:{}", ranking.weight, order.collect::<String>())
            })
            .chain((rankings.blank() > 0).then(|| format!("{}:", rankings.blank())))
            .collect(),
        Ballots::Approved(approvals) => approvals
            .iter()
            .map(|(named, weight)| format!("{weight}: {:?}", named.iter().map(|it| it + 1).collect::<Vec<_>>()))
            .chain((approvals.blank() > 0).then(|| format!("{}: []", approvals.blank())))
            .collect(),
        Ballots::Graded(graded) => {
            let scale = graded.scale();
            graded
                .iter()
                .map(|(grades, weight)| {
                    let words = grades.map(|grade| grade.map_or("-", |grade| scale[grade].as_str()).to_owned());
                    format!("{weight}: {}", words.collect::<Vec<_>>().join(" "))
                })
                .collect()
        }
    };
    lines.sort_unstable();
    lines
}

/// What a file may be: refused on one of its lines, or an election that is whole.
pub fn sound(text: &str, result: Result<File, FormatError>) -> Option<File> {
    match result {
        Err(error) => {
            assert!(error.line >= 1 && error.line <= text.lines().count() + 1, "{} of {:?}", error, text);
            assert!(!error.sentence.is_empty());
            None
        }
        Ok(file) => {
            let election = &file.election;
            let candidates = election.candidates().len();
            assert!(election.seats() > 0 && candidates > 0);
            if let Ballots::Ranked(rankings) = election.ballots() {
                assert!(rankings.total().checked_add(rankings.blank()).is_some());
                for ranking in rankings.iter() {
                    assert!(ranking.weight > 0 && ranking.len() <= candidates);
                }
            }
            Some(file)
        }
    }
}

/// A damaged file is refused with its line, or it is a file that says what is read from it: written and read again it
/// gives the same election, and it can be counted.
pub fn says_what_is_read(text: &str) {
    let read = formats::read(Format::Blt, text.as_bytes(), BallotKind::Ranked);
    let Some(file) = sound(text, read) else { return };
    let again = blt::read(&blt::write(&file).unwrap()).unwrap();
    assert_eq!(told(&again.election), told(&file.election));
    assert_eq!(again.election.candidates(), file.election.candidates());
    assert_eq!(again.drawn_order, file.drawn_order);
    assert_eq!(written(text), told(&file.election), "{}", text);
    for method in [Method::Plurality, Method::StvScottish, Method::Schulze, Method::Borda, Method::Dhondt] {
        let _ = count(method, &file.election, &Options::default());
    }
}

/// The ballots that stand in a BLT file, read by another way: comments are taken out, what is in brackets forgotten,
/// and each ballot is what stands up to a zero. Only for files that are sound.
fn written(text: &str) -> Vec<String> {
    let mut plain = String::new();
    let (mut depth, mut rest) = (0, text);
    while let Some(character) = rest.chars().next() {
        let blank_before = plain.chars().last().is_none_or(|last| last.is_whitespace() || "])=".contains(last));
        if depth == 0 && character == '#' && blank_before {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
        } else if rest.starts_with("/*") && (depth > 0 || blank_before) {
            depth += 1;
            rest = &rest[2..];
        } else if rest.starts_with("*/") && depth > 0 {
            depth -= 1;
            rest = &rest[2..];
        } else {
            if depth == 0 {
                plain.push(character);
            }
            if depth == 0 && character == '"' && blank_before {
                break;
            }
            rest = &rest[character.len_utf8()..];
        }
    }
    let nicknames: Vec<&str> = plain
        .split('[')
        .skip(1)
        .map(|after| after.split(']').next().unwrap_or_default().split_whitespace())
        .find_map(|mut words| (words.next() == Some("nick")).then(|| words.collect()))
        .unwrap_or_default();
    let mut bare = String::new();
    let mut bracket = None;
    for character in plain.chars() {
        match (bracket, character) {
            (None, '[') => bracket = Some(']'),
            (None, '(') => {
                bracket = Some(')');
                bare.push_str(" 1 ");
            }
            (Some(closing), closed) if closing == closed => {
                bracket = None;
                bare.push(' ');
            }
            (Some(_), _) => {}
            (None, '=') => bare.push_str(" = "),
            (None, other) => bare.push(other),
        }
    }
    let mut words =
        bare.split_whitespace().skip(2).skip_while(|word| word.len() > 1 && word.starts_with('-')).peekable();
    let mut ballots: std::collections::BTreeMap<String, u64> = std::collections::BTreeMap::new();
    while let Some(weight) = words.next().and_then(|word| word.parse::<u64>().ok()).filter(|weight| *weight > 0) {
        let mut places: Vec<Vec<usize>> = Vec::new();
        let mut joined = false;
        for word in words.by_ref().take_while(|word| *word != "0") {
            let nickname = nicknames.iter().position(|nickname| *nickname == word).map(|index| index + 1);
            match (word, nickname.or_else(|| word.parse().ok())) {
                ("=", _) => joined = true,
                (_, Some(candidate)) if joined => {
                    places.last_mut().unwrap().push(candidate);
                    joined = false;
                }
                (_, Some(candidate)) => places.push(vec![candidate]),
                _ => {}
            }
        }
        let order: String = places
            .iter_mut()
            .map(|place| {
                place.sort_unstable();
                let place: Vec<String> = place.iter().map(ToString::to_string).collect();
                format!(" {}", place.join("="))
            })
            .collect();
        *ballots.entry(order).or_default() += weight;
    }
    let mut lines: Vec<String> = ballots.into_iter().map(|(order, weight)| format!("{weight}:{order}")).collect();
    lines.sort_unstable();
    lines
}
