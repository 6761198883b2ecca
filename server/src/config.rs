//! What an administrator may set: in `trame.toml`, by variables of the environment, on the command line.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::Path,
};

use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};

const FILE: &str = "trame.toml";

/// The variables of the environment that are read, without their prefix `TRAME_`: tools and tests
/// have variables of that prefix too. Two underscores lead into a section: `TRAME_SMTP__URL`.
const VARIABLES: [&str; 8] = [
    "database_url",
    "listen",
    "public_url",
    "trusted_proxies",
    "sign_ins_per_minute",
    "log",
    "smtp__url",
    "smtp__from",
];

/// The configuration of a server.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// `sqlite://…` or `postgres://…`.
    pub database_url: String,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The address that people type; that of `listen` when it is not set.
    pub public_url: Option<String>,
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed. Nobody else's is.
    pub trusted_proxies: Vec<IpAddr>,
    /// How many forms of the sign-in pages one client address may send in a minute. An assembly
    /// may sit behind one address, so this is no small number.
    pub sign_ins_per_minute: u32,
    /// How the log is written.
    pub log: LogFormat,
    /// How letters leave the house; they wait until it is set.
    pub smtp: Option<Smtp>,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For machines.
    Json,
}

/// A mail server.
#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    /// `smtps://user:password@host`, `smtp://host:587?tls=required`, or `smtp://localhost` without TLS.
    pub url: String,
    /// The sender: `Trame <trame@example.org>`.
    pub from: String,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The address may hold a password.
        formatter.debug_struct("Smtp").field("from", &self.from).finish_non_exhaustive()
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            database_url: "sqlite://data/trame.db?mode=rwc".into(),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 3000)),
            public_url: None,
            trusted_proxies: Vec::new(),
            sign_ins_per_minute: 120,
            log: LogFormat::default(),
            smtp: None,
        }
    }
}

/// A configuration that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// Something is written in a way that is not understood.
    #[error("{0}")]
    Unreadable(#[from] Box<figment::Error>),
    /// An address that people cannot type.
    #[error("public_url must be an address like https://trame.example.org, without a path")]
    PublicUrl,
}

impl Config {
    /// Reads `trame.toml` in the current folder, or the file named by `file`, then the environment.
    ///
    /// # Errors
    /// [`ConfigError`] with the place and what is wrong there.
    pub fn read(file: Option<&str>) -> Result<Self, ConfigError> {
        let file = file.or_else(|| Path::new(FILE).exists().then_some(FILE));
        let mut given = Figment::new();
        if let Some(file) = file {
            given = given.merge(Toml::file_exact(file));
        }
        Self::extract(&given.merge(Env::prefixed("TRAME_").only(&VARIABLES).split("__")))
    }

    fn extract(given: &Figment) -> Result<Self, ConfigError> {
        let figment = Figment::from(Serialized::defaults(Self::default())).merge(given);
        let mut config: Self = figment.extract().map_err(Box::new)?;
        if let Some(url) = &mut config.public_url {
            url.truncate(url.trim_end_matches('/').len());
            check_public_url(url)?;
        }
        Ok(config)
    }

    /// The address that people type, without a slash at the end.
    #[must_use]
    pub fn public_url(&self) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }
}

fn check_public_url(url: &str) -> Result<(), ConfigError> {
    let uri: http::Uri = url.parse().map_err(|_| ConfigError::PublicUrl)?;
    let web = matches!(uri.scheme_str(), Some("http" | "https"));
    if web && uri.host().is_some_and(|host| !host.is_empty()) && matches!(uri.path(), "" | "/") && uri.query().is_none()
    {
        Ok(())
    } else {
        Err(ConfigError::PublicUrl)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(toml: &str) -> Result<Config, String> {
        Config::extract(&Figment::new().merge(Toml::string(toml))).map_err(|error| error.to_string())
    }

    #[test]
    fn nothing_has_to_be_set() {
        let config = read("").expect("defaults");
        assert_eq!(config.public_url(), "http://127.0.0.1:3000");
        assert!(config.smtp.is_none() && config.trusted_proxies.is_empty());
    }

    #[test]
    fn everything_can_be_set() {
        let config = read(include_str!("../trame.example.toml")).expect("the example");
        assert_eq!(config.public_url(), "https://trame.example.org");
        assert!(config.smtp.is_none(), "the example leaves the mail server to whoever has one");
        let config = read(
            r#"
            public_url = "https://trame.example.org/"
            listen = "0.0.0.0:8080"
            trusted_proxies = ["10.0.0.1"]
            [smtp]
            url = "smtp://user:secret@localhost"
            from = "Trame <trame@example.org>"
            "#,
        )
        .expect("a configuration");
        assert_eq!(config.public_url(), "https://trame.example.org");
        assert_eq!(config.listen.port(), 8080);
        assert!(!format!("{config:?}").contains("secret"));
    }

    #[test]
    fn a_typo_is_named() {
        let error = read("databse_url = \"sqlite:x\"").expect_err("a typo");
        assert!(error.contains("databse_url"), "{error}");
        for address in ["trame.example.org", "ftp://trame.example.org", "https://trame.example.org/path", "https://"] {
            assert!(read(&format!("public_url = \"{address}\"")).is_err(), "{address}");
        }
    }
}
