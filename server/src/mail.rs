//! Letters on their way out of the house, over SMTP.

use std::time::Duration;

use entities::mail::letter;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart, SinglePart, header},
};

use crate::config::Smtp;

const WITHIN: Duration = Duration::from_secs(20);

/// A connection to the mail server.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Why a letter did not leave.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The configuration cannot be used.
    #[error("smtp: {0}")]
    Configuration(String),
    /// Nothing that could be sent: no use in trying again.
    #[error("the letter cannot be sent: {0}")]
    Letter(String),
    /// The mail server refused for good.
    #[error("the mail server refused: {0}")]
    Refused(String),
    /// The mail server is not there, or wants us to come back.
    #[error("the mail server did not take it: {0}")]
    Later(String),
}

impl Mailer {
    /// Understands the configuration; connects only when there is a letter.
    ///
    /// # Errors
    /// [`MailError::Configuration`].
    pub fn new(smtp: &Smtp) -> Result<Self, MailError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&smtp.url)
            .map_err(|error| MailError::Configuration(format!("url: {error}")))?
            .timeout(Some(WITHIN))
            .build();
        let from = smtp.from.parse().map_err(|error| MailError::Configuration(format!("from: {error}")))?;
        Ok(Self { transport, from })
    }

    /// Sends a letter. Sent twice, it has the same message identifier, and mailboxes show it once.
    ///
    /// # Errors
    /// [`MailError`].
    pub async fn send(&self, letter: &letter::Model) -> Result<(), MailError> {
        let message = self.message(letter)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() => Err(MailError::Refused(error.to_string())),
            Err(error) => Err(MailError::Later(error.to_string())),
        }
    }

    fn message(&self, letter: &letter::Model) -> Result<Message, MailError> {
        let unusable = |error: &dyn std::fmt::Display| MailError::Letter(error.to_string());
        let address = letter.to_address.parse().map_err(|error| unusable(&error))?;
        let name = Some(one_line(&letter.to_name)).filter(|name| !name.is_empty());
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(name, address))
            .subject(one_line(&letter.subject))
            .message_id(Some(format!("<{}>", letter.message_id)))
            .date(letter.created_at.into())
            .raw_header(header::HeaderValue::new(
                header::HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        let message = match &letter.calendar {
            None => message.header(header::ContentType::TEXT_PLAIN).body(letter.body.clone()),
            Some(calendar) => message.multipart(with_calendar(letter, calendar)?),
        };
        message.map_err(|error| unusable(&error))
    }
}

/// The text, and the same as an entry for the calendar: programs for mail offer to take it over where its type names the
/// method of the file.
fn with_calendar(letter: &letter::Model, calendar: &str) -> Result<MultiPart, MailError> {
    let method = if calendar.contains("METHOD:CANCEL") { "CANCEL" } else { "REQUEST" };
    let kind = format!("text/calendar; charset=utf-8; method={method}");
    let kind = header::ContentType::parse(&kind).map_err(|error| MailError::Letter(error.to_string()))?;
    let entry = SinglePart::builder().header(kind).body(calendar.to_owned());
    Ok(MultiPart::alternative().singlepart(SinglePart::plain(letter.body.clone())).singlepart(entry))
}

/// A header is one line, whatever somebody is called.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn names_and_subjects_cannot_smuggle_headers() {
        let smtp = Smtp { url: "smtp://localhost".into(), from: "Trame <trame@example.org>".into() };
        let mailer = Mailer::new(&smtp).expect("a mailer");
        let letter = letter::Model {
            id: uuid::Uuid::nil(),
            network_id: None,
            person_id: None,
            to_address: "presidence@aurore.example".into(),
            to_name: "Présidence\r\nBcc: other@example.org".into(),
            subject: "Été\r\nBcc: other@example.org".into(),
            body: "Bonjour,\nà demain.\n.\nFin".into(),
            calendar: None,
            kind: "convocation".into(),
            message_id: "1@trame".into(),
            created_at: chrono::DateTime::UNIX_EPOCH,
            sent_at: None,
        };
        let text = String::from_utf8(mailer.message(&letter).expect("a message").formatted()).expect("ASCII");
        assert!(!text.lines().any(|line| line.starts_with("Bcc")), "{text}");
        let letter = letter::Model { to_name: "Présidence".into(), subject: "Été".into(), ..letter };
        let text = String::from_utf8(mailer.message(&letter).expect("a message").formatted()).expect("ASCII");
        assert!(text.is_ascii() && text.contains("Message-ID: <1@trame>\r\n"), "{text}");
        let file = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n".to_owned();
        let entry = letter::Model { calendar: Some(file), ..letter.clone() };
        let text = String::from_utf8(mailer.message(&entry).expect("a message").formatted()).expect("ASCII");
        assert!(text.contains("Content-Type: text/calendar; charset=utf-8; method=CANCEL\r\n"), "{text}");
        assert!(text.contains("Content-Type: multipart/alternative") && text.contains("METHOD:CANCEL"), "{text}");
        assert!(matches!(
            mailer.message(&letter::Model { to_address: "nobody".into(), ..letter }),
            Err(MailError::Letter(_))
        ));
        assert!(Mailer::new(&Smtp { url: "http://localhost".into(), from: "a@example.org".into() }).is_err());
        assert!(Mailer::new(&Smtp { url: "smtp://localhost".into(), from: "Trame".into() }).is_err());
    }
}
