//! The words of a BLT file, each with its line.

use super::super::{FormatError, fail, quote};

/// One word of a BLT file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// What stands between blanks: a number, a nickname, `-`, `-2`.
    Word(&'a str),
    /// What stands between quotation marks.
    Text(String),
    /// `=`
    Equals,
    /// `(anything)`
    Identifier(&'a str),
    /// `[name value …]`
    Setting(Vec<&'a str>),
}

/// Reads a BLT file word by word.
pub(super) struct Lexer<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text.strip_prefix('\u{feff}').unwrap_or(text), line: 1 }
    }

    /// The line that has been reached.
    pub(super) fn line(&self) -> usize {
        self.line
    }

    /// The next word with its line; nothing at the end of the file.
    pub(super) fn next(&mut self) -> Result<Option<(usize, Token<'a>)>, FormatError> {
        self.skip()?;
        let line = self.line;
        let Some(first) = self.rest.chars().next() else { return Ok(None) };
        let token = match first {
            '"' => Token::Text(self.quoted()?),
            '=' => {
                self.rest = &self.rest[1..];
                Token::Equals
            }
            '(' => Token::Identifier(self.enclosed(')')?),
            '[' => Token::Setting(self.enclosed(']')?.split_whitespace().collect()),
            _ => {
                let end = self.rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(self.rest.len());
                let (word, rest) = self.rest.split_at(end);
                self.rest = rest;
                Token::Word(word)
            }
        };
        Ok(Some((line, token)))
    }

    /// Passes over blanks and comments: `# to the end of the line` and `/* nested */`.
    fn skip(&mut self) -> Result<(), FormatError> {
        loop {
            let trimmed = self.rest.trim_start();
            self.line += newlines(&self.rest[..self.rest.len() - trimmed.len()]);
            self.rest = trimmed;
            if self.rest.starts_with('#') {
                self.rest = &self.rest[self.rest.find('\n').unwrap_or(self.rest.len())..];
            } else if self.rest.starts_with("/*") {
                self.comment()?;
            } else {
                return Ok(());
            }
        }
    }

    fn comment(&mut self) -> Result<(), FormatError> {
        let begun = self.line;
        let mut depth = 0_usize;
        loop {
            let next = match (self.rest.find("/*"), self.rest.find("*/")) {
                (Some(open), Some(close)) if open < close => {
                    depth += 1;
                    open
                }
                (Some(open), None) => {
                    depth += 1;
                    open
                }
                (_, Some(close)) => {
                    depth = depth.saturating_sub(1);
                    close
                }
                (None, None) => return fail(begun, "this comment has no closing */"),
            } + 2;
            self.line += newlines(&self.rest[..next]);
            self.rest = &self.rest[next..];
            if depth == 0 {
                return Ok(());
            }
        }
    }

    /// A name. A quotation mark closes it only before a blank or the end, so that a nickname in
    /// quotation marks may stand inside; `\"` never closes.
    fn quoted(&mut self) -> Result<String, FormatError> {
        let line = &self.rest[1..self.rest.find('\n').unwrap_or(self.rest.len())];
        let mut text = String::new();
        let mut characters = line.char_indices().peekable();
        while let Some((index, character)) = characters.next() {
            let following = characters.peek().map(|(_, following)| *following);
            match (character, following) {
                ('\\', Some('"')) => {
                    characters.next();
                    text.push('"');
                }
                ('"', None) => return Ok(self.close(index, text)),
                ('"', Some(following)) if following.is_whitespace() => return Ok(self.close(index, text)),
                _ => text.push(character),
            }
        }
        fail(self.line, "this quotation mark has no closing one on its line")
    }

    fn close(&mut self, index: usize, text: String) -> String {
        self.rest = &self.rest[index + 2..];
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What stands up to a closing mark on the same line.
    fn enclosed(&mut self, mark: char) -> Result<&'a str, FormatError> {
        let line = &self.rest[1..self.rest.find('\n').unwrap_or(self.rest.len())];
        let Some(end) = line.find(mark) else {
            return fail(self.line, format_args!("there is no closing {mark} on this line"));
        };
        if line[..end].contains(['"', '#', '(', '[', '*']) {
            return fail(self.line, format_args!("{} cannot stand before {mark}", quote(&line[..end])));
        }
        self.rest = &self.rest[end + 2..];
        Ok(line[..end].trim())
    }
}

fn newlines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

impl Token<'_> {
    /// As it stands in the file, for a sentence about it.
    pub(super) fn quote(&self) -> String {
        match self {
            Self::Word(word) => quote(word),
            Self::Text(text) => quote(&format!("\"{text}\"")),
            Self::Equals => quote("="),
            Self::Identifier(mark) => quote(&format!("({mark})")),
            Self::Setting(words) => quote(&format!("[{}]", words.join(" "))),
        }
    }
}
