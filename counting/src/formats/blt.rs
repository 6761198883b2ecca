//! BLT, the format of Hill, Wichmann and Woodall (Algorithm 123, The Computer Journal 30, 1987), with what OpenSTV and
//! Droop added to it.
//!
//! ```text
//! 4 2                # four candidates, two seats
//! -2                 # the second has withdrawn; also [withdrawn 2]
//! [nick a b c d]     # short names that ballots may use
//! [tie 3 1 4 2]      # the order that breaks ties, drawn beforehand
//! 3 1 3 4 0          # three ballots: the first, then the third, then the fourth
//! 2 a=c d 0          # two ballots with the first and the third in one place
//! 1 2 - 3 0          # a skipped place; the next one moves up
//! (K-17) 4 1 0       # one ballot that somebody gave a mark, in the place of its number
//! 0                  # no more ballots
//! "Adam" "Basil" "Charlotte" "Donald"
//! "The title" "the source" "a remark"
//! ```
//!
//! `#` opens a comment up to the end of the line, `/*` one up to `*/`. Each ballot stands on a line of its own, or the
//! whole file up to the names on one line. (The format itself takes a line break for a blank. Then a ballot whose
//! closing `0` was lost swallows the next one, and a `0` that a program wrote for an empty place makes two of one,
//! without anybody noticing.) What follows the title is passed over, and so is `[droop …]`, which is meant for one
//! program.

mod lexer;

use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
};

use self::lexer::{Lexer, Token};
use super::{File, FormatError, at, fail, number, number_of_candidates, preferences, quote, size};
use crate::{Ballots, Candidate, Election, Rankings, RankingsBuilder};

/// Reads a BLT file.
///
/// # Errors
/// With the line and a sentence.
pub fn read(text: &str) -> Result<File, FormatError> {
    let mut reader = Reader { lexer: Lexer::new(text), head: 1, candidates: 0, nicknames: HashMap::new() };
    let (line, found) = reader.word("the number of candidates")?;
    reader.head = line;
    reader.candidates = number_of_candidates(line, found)?;
    let (line, found) = reader.word("the number of seats")?;
    let seats = size(line, found, "the number of seats")?;
    if seats == 0 {
        return fail(line, crate::Refusal::NoSeats);
    }
    let (settings, rankings) = reader.ballots()?;
    let candidates = reader.names(&settings.withdrawn)?;
    let (line, title) = reader.text("the title, in quotation marks,")?;
    reader.remarks()?;
    let drawn_order =
        settings.drawn.map(|order| order.into_iter().map(|candidate| candidates[candidate].name.clone()).collect());
    let election = at(line, Election::new(title, seats, candidates, rankings))?;
    Ok(File { election, drawn_order })
}

/// Writes an election of preferences as BLT; approvals are written as candidates in one place. Nothing for grades,
/// which BLT cannot hold.
#[must_use]
pub fn write(file: &File) -> Option<String> {
    let election = &file.election;
    let position = |name: &String| election.candidates().iter().position(|candidate| candidate.name == *name);
    let mut text = format!("{} {}\n", election.candidates().len(), election.seats());
    for (index, candidate) in election.candidates().iter().enumerate() {
        if candidate.withdrawn {
            text.push_str(&format!("-{}\n", index + 1));
        }
    }
    if let Some(order) = &file.drawn_order {
        let order: Vec<String> = order.iter().filter_map(position).map(|index| (index + 1).to_string()).collect();
        text.push_str(&format!("[tie {}]\n", order.join(" ")));
    }
    let mut line = |weight: u64, preferences: &mut dyn Iterator<Item = (usize, bool)>| {
        if weight == 0 {
            return;
        }
        let _ = write!(text, "{weight}");
        for (candidate, shared) in preferences {
            let _ = write!(text, "{}{}", if shared { '=' } else { ' ' }, candidate + 1);
        }
        text.push_str(" 0\n");
    };
    match election.ballots() {
        Ballots::Ranked(rankings) => {
            line(rankings.blank(), &mut std::iter::empty());
            for ranking in rankings.iter() {
                line(ranking.weight, &mut ranking.preferences().map(|place| (place.candidate, place.shared)));
            }
        }
        Ballots::Approved(approvals) => {
            line(approvals.blank(), &mut std::iter::empty());
            for (named, weight) in approvals.iter() {
                let named = named.iter().enumerate().map(|(index, &candidate)| (usize::from(candidate), index > 0));
                line(weight, &mut { named });
            }
        }
        Ballots::Graded(_) => return None,
    }
    text.push_str("0\n");
    let names = election.candidates().iter().map(|candidate| candidate.name.as_str());
    for name in names.chain([election.title()]) {
        // A blank keeps a backslash at the end from taking the closing mark for its own.
        let blank = if name.ends_with('\\') { " " } else { "" };
        text.push_str(&format!("\"{}{blank}\"\n", name.replace('"', "\\\"")));
    }
    Some(text)
}

/// What stands before the ballots.
struct Settings {
    withdrawn: Vec<bool>,
    drawn: Option<Vec<usize>>,
}

struct Reader<'a> {
    lexer: Lexer<'a>,
    /// The first line that has something on it.
    head: usize,
    candidates: usize,
    nicknames: HashMap<&'a str, usize>,
}

impl<'a> Reader<'a> {
    fn next(&mut self, wanted: &str) -> Result<(usize, Token<'a>), FormatError> {
        match self.lexer.next()? {
            Some(found) => Ok(found),
            None => fail(self.lexer.line(), format_args!("the file ends where {wanted} should stand")),
        }
    }

    fn word(&mut self, wanted: &str) -> Result<(usize, &'a str), FormatError> {
        match self.next(wanted)? {
            (line, Token::Word(word)) => Ok((line, word)),
            (line, other) => fail(line, format_args!("{wanted} should stand here, not {}", other.quote())),
        }
    }

    fn text(&mut self, wanted: &str) -> Result<(usize, String), FormatError> {
        match self.next(wanted)? {
            (line, Token::Text(text)) => Ok((line, text)),
            (line, other) => fail(line, format_args!("{wanted} should stand here, not {}", other.quote())),
        }
    }

    fn candidate(&self, line: usize, word: &str) -> Result<usize, FormatError> {
        if let Some(&candidate) = self.nicknames.get(word) {
            return Ok(candidate);
        }
        let found = size(line, word, "the number of a candidate")?;
        match found.checked_sub(1) {
            Some(candidate) if candidate < self.candidates => Ok(candidate),
            _ => fail(line, format_args!("there is no candidate number {found}, the file has {}", self.candidates)),
        }
    }

    /// Everything up to the `0` that ends the ballots.
    fn ballots(&mut self) -> Result<(Settings, Rankings), FormatError> {
        let mut settings = Settings { withdrawn: vec![false; self.candidates], drawn: None };
        let mut rankings = Rankings::builder(self.candidates);
        let mut marks = HashSet::new();
        let mut begun = false;
        let mut used = self.head;
        loop {
            let (line, token) = self.next("a ballot, or the 0 that ends the ballots,")?;
            let own_line = line != used || line == self.head;
            used = line;
            match token {
                Token::Setting(words) if !begun => self.setting(line, &words, &mut settings)?,
                Token::Word(word) if !begun && word.len() > 1 && word.starts_with('-') => {
                    settings.withdraw(line, self.candidate(line, &word[1..])?)?;
                }
                Token::Word(word) => {
                    let weight = number(line, word, "the number of these ballots")?;
                    if weight == 0 {
                        return Ok((settings, rankings.finish()));
                    }
                    if !own_line {
                        return fail(line, "a ballot begins on a line of its own; 0 ends it, and means no empty place");
                    }
                    begun = true;
                    self.ballot(line, weight, &mut rankings)?;
                }
                Token::Identifier(mark) => {
                    if !own_line {
                        return fail(line, "a ballot begins on a line of its own");
                    }
                    if !marks.insert(mark) {
                        return fail(line, format_args!("the ballot {} stands twice in the file", quote(mark)));
                    }
                    begun = true;
                    self.ballot(line, 1, &mut rankings)?;
                }
                other => {
                    return fail(line, format_args!("a ballot begins with its number, not with {}", other.quote()));
                }
            }
        }
    }

    /// The preferences of a ballot up to its `0`.
    fn ballot(&mut self, begun: usize, weight: u64, rankings: &mut RankingsBuilder) -> Result<(), FormatError> {
        let mut places: Vec<Vec<usize>> = Vec::new();
        // After a candidate an `=` may come, and after an `=` must come a candidate.
        let mut joined = false;
        let mut joinable = false;
        loop {
            let (line, token) = self.next("a candidate, or the 0 that ends the ballot,")?;
            if line != begun {
                return fail(begun, "this ballot does not end with 0 on its line");
            }
            match token {
                Token::Word("0") if !joined => break,
                Token::Word("-") if !joined => joinable = false,
                Token::Equals if joinable => {
                    (joined, joinable) = (true, false);
                }
                Token::Word(word) => {
                    let candidate = self.candidate(line, word)?;
                    match places.last_mut() {
                        Some(place) if joined => place.push(candidate),
                        _ => places.push(vec![candidate]),
                    }
                    (joined, joinable) = (false, true);
                }
                other => {
                    return fail(
                        line,
                        format_args!("a ballot has candidates and ends with 0, it has no {}", other.quote()),
                    );
                }
            }
        }
        at(begun, rankings.add(preferences(&places), weight))
    }

    fn setting(&mut self, line: usize, words: &[&'a str], settings: &mut Settings) -> Result<(), FormatError> {
        let Some((name, values)) = words.split_first() else { return fail(line, "an empty pair of brackets") };
        match *name {
            "nick" => self.nickname(line, values),
            "tie" => {
                let order = values.iter().map(|word| self.candidate(line, word)).collect::<Result<Vec<_>, _>>()?;
                let different: HashSet<usize> = order.iter().copied().collect();
                if order.len() != self.candidates || different.len() != self.candidates {
                    return fail(line, "the order that breaks ties names each candidate once");
                }
                settings.drawn = Some(order);
                Ok(())
            }
            "withdrawn" => values.iter().try_for_each(|word| settings.withdraw(line, self.candidate(line, word)?)),
            "droop" => Ok(()),
            other => {
                fail(line, format_args!("there is no setting {}: nick, tie and withdrawn are known", quote(other)))
            }
        }
    }

    fn nickname(&mut self, line: usize, names: &[&'a str]) -> Result<(), FormatError> {
        if names.len() != self.candidates {
            return fail(line, format_args!("{} nicknames for {} candidates", names.len(), self.candidates));
        }
        for (candidate, name) in names.iter().enumerate() {
            if name.starts_with('-') || name.contains('=') || name.bytes().all(|byte| byte.is_ascii_digit()) {
                return fail(
                    line,
                    format_args!("{} cannot be a nickname: it would be read as something else", quote(name)),
                );
            }
            if self.nicknames.insert(name, candidate).is_some() {
                return fail(line, format_args!("two candidates have the nickname {}", quote(name)));
            }
        }
        Ok(())
    }

    fn names(&mut self, withdrawn: &[bool]) -> Result<Vec<Candidate>, FormatError> {
        let mut seen = HashSet::with_capacity(self.candidates);
        let mut candidates = Vec::with_capacity(self.candidates);
        for &withdrawn in withdrawn {
            let (line, name) = self.text("the name of a candidate, in quotation marks,")?;
            if name.is_empty() {
                return fail(line, "the name of a candidate is empty");
            }
            if !seen.insert(name.clone()) {
                return fail(line, crate::Refusal::SameName { name });
            }
            candidates.push(Candidate { name, withdrawn, group: None });
        }
        Ok(candidates)
    }

    /// A source and a remark after the title. Whatever follows them is of no format, and not looked at.
    fn remarks(&mut self) -> Result<(), FormatError> {
        for _ in 0..2 {
            if !matches!(self.lexer.next()?, Some((_, Token::Text(_)))) {
                break;
            }
        }
        Ok(())
    }
}

impl Settings {
    fn withdraw(&mut self, line: usize, candidate: usize) -> Result<(), FormatError> {
        if std::mem::replace(&mut self.withdrawn[candidate], true) {
            return fail(line, format_args!("candidate number {} has withdrawn twice", candidate + 1));
        }
        Ok(())
    }
}
