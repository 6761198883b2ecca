//! What was typed into a form, read field by field: every error is found before any is told.

use std::str::FromStr;

use chrono::NaiveDate;
use domain::{identifiers::Register, locale::Locale, locale::Localized, sign_in::normalized_address};

use crate::{Error, FieldError, FieldProblem};

/// Characters that fit into one line.
pub(crate) const LINE: usize = 200;
/// Characters that fit into a text.
pub(crate) const TEXT: usize = 4_000;

/// The errors found so far.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    errors: Vec<FieldError>,
}

impl Fields {
    /// Notes what is wrong with a field.
    pub fn wrong(&mut self, field: &'static str, problem: FieldProblem) {
        self.errors.push(FieldError::new(field, problem));
    }

    /// A text that may be missing.
    pub fn optional(&mut self, field: &'static str, typed: &str, limit: usize) -> Option<String> {
        // A control character has no business in a name, and PostgreSQL takes no NUL at all.
        let text: String = typed.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        let text = text.trim();
        if text.chars().count() > limit {
            self.wrong(field, FieldProblem::TooLong { limit });
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A text that is needed.
    pub fn required(&mut self, field: &'static str, typed: &str, limit: usize) -> String {
        let text = self.optional(field, typed, limit);
        if text.is_none() {
            self.wrong(field, FieldProblem::Missing);
        }
        text.unwrap_or_default()
    }

    /// A date that may be missing, as browsers send it or as people write it.
    pub fn optional_date(&mut self, field: &'static str, typed: &str) -> Option<NaiveDate> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let date = date(typed);
        if date.is_none() {
            self.wrong(field, FieldProblem::NotADate);
        }
        date
    }

    /// A date that is needed.
    pub fn date(&mut self, field: &'static str, typed: &str) -> NaiveDate {
        if typed.trim().is_empty() {
            self.wrong(field, FieldProblem::Missing);
            return NaiveDate::default();
        }
        self.optional_date(field, typed).unwrap_or_default()
    }

    /// A whole number up to a limit.
    pub fn number(&mut self, field: &'static str, typed: &str, limit: u64) -> u64 {
        let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        if typed.is_empty() {
            self.wrong(field, FieldProblem::Missing);
            return 0;
        }
        match typed.parse::<u64>() {
            Ok(number) if number <= limit => number,
            _ => {
                self.wrong(field, FieldProblem::NotANumber);
                0
            }
        }
    }

    /// One of the words that were offered.
    pub fn choice<T: FromStr>(&mut self, field: &'static str, typed: &str) -> Option<T> {
        let choice = typed.parse().ok();
        if choice.is_none() {
            let problem = if typed.is_empty() { FieldProblem::Missing } else { FieldProblem::NotAChoice };
            self.wrong(field, problem);
        }
        choice
    }

    /// An e-mail address that may be missing.
    pub fn email(&mut self, field: &'static str, typed: &str) -> Option<String> {
        let text = self.optional(field, typed, LINE)?;
        let address = normalized_address(&text);
        if address.is_none() {
            self.wrong(field, FieldProblem::NotAnAddress);
        }
        address
    }

    /// An address of the web that may be missing.
    pub fn web_address(&mut self, field: &'static str, typed: &str) -> Option<String> {
        let text = self.optional(field, typed, LINE)?;
        let right = url::Url::parse(&text).is_ok_and(|url| url.scheme() == "https" && url.has_host());
        if !right {
            self.wrong(field, FieldProblem::NotAWebAddress);
        }
        Some(text)
    }

    /// A registration number that may be missing; tells whether it should be looked at again.
    pub fn identifier(&mut self, field: &'static str, register: Register, typed: &str) -> Option<(String, bool)> {
        let text = self.optional(field, typed, LINE)?;
        match register.parse(&text) {
            Ok(identifier) => Some((identifier.value, identifier.unusual)),
            Err(invalid) => {
                self.wrong(field, FieldProblem::Identifier(invalid));
                None
            }
        }
    }

    /// A text in the languages of `Locale::ALL`, in that order, of which `main` is needed.
    pub fn localized(
        &mut self,
        fields: [&'static str; 3],
        typed: &[String; 3],
        main: Option<Locale>,
        limit: usize,
    ) -> Localized {
        let mut texts = Localized::default();
        for ((locale, field), typed) in Locale::ALL.iter().zip(fields).zip(typed) {
            if Some(*locale) == main {
                texts.0.insert(*locale, self.required(field, typed, limit));
            } else if let Some(text) = self.optional(field, typed, limit) {
                texts.0.insert(*locale, text);
            }
        }
        texts
    }

    /// Whether this field was found wrong.
    pub fn has(&self, field: &str) -> bool {
        self.errors.iter().any(|error| error.field == field)
    }

    /// Whether anything was found wrong.
    pub fn has_any(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Tells what was found.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that was found wrong.
    pub fn finish(self) -> Result<(), Error> {
        if self.errors.is_empty() { Ok(()) } else { Err(Error::Invalid(self.errors)) }
    }
}

/// A date as browsers send it or as people write it, within the centuries of a life.
pub(crate) fn date(typed: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(typed, form).ok())
        .filter(|date| (1800..=2200).contains(&chrono::Datelike::year(date)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let mut fields = Fields::default();
        let day = NaiveDate::from_ymd_opt(2022, 6, 2);
        assert_eq!(fields.optional_date("on", "2022-06-02"), day);
        assert_eq!(fields.optional_date("on", " 02/06/2022 "), day);
        assert_eq!(fields.optional_date("on", ""), None);
        assert!(!fields.has("on"));
        assert_eq!(fields.optional_date("on", "31/02/2022"), None);
        assert!(fields.has("on"));
    }

    #[test]
    fn every_error_is_told_at_once() {
        let mut fields = Fields::default();
        fields.required("name", "  ", LINE);
        fields.email("email", "nobody");
        fields.number("value", "-3", 10);
        fields.web_address("website", "javascript:alert(1)");
        let Err(Error::Invalid(errors)) = fields.finish() else { panic!("four errors") };
        assert_eq!(errors.len(), 4);
    }

    #[test]
    fn what_cannot_be_stored_is_left_out() {
        let mut fields = Fields::default();
        assert_eq!(fields.optional("name", "A\0u\u{7}rore", LINE).as_deref(), Some("Aurore"));
    }
}
