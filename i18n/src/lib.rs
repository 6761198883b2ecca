//! What the product says, in French, Dutch and English.
//!
//! Messages are Fluent files, one per capability and language (`locales/fr/assemblies.ftl`). The
//! build fails when a language lacks one, and [`t!`] fails to compile on an unknown key or on
//! variables that the message does not take. Dates, times, numbers and lists are written by
//! [`format`](mod@format).

pub mod format;
mod key;
mod messages;
mod negotiate;
pub mod wording;

pub use domain::locale::Locale;
pub use format::{date, date_short, date_time, deadline, list, number, percent, time, weekday_date};
pub use key::Key;
pub use negotiate::negotiate;

#[doc(hidden)]
pub use fluent_bundle::FluentArgs;

/// A message in a language, as a `String`.
///
/// Variables are given by name, in any order; numbers are grouped as the language groups them.
///
/// ```
/// use i18n::{Locale, t};
/// assert_eq!(t!(Locale::Nl, "save"), "Opslaan");
/// assert_eq!(t!(Locale::En, "results-count", count = 1), "1 result");
/// ```
///
/// An unknown key, a missing variable and a superfluous one do not compile:
///
/// ```compile_fail
/// i18n::t!(i18n::Locale::Fr, "no-such-key");
/// ```
/// ```compile_fail
/// i18n::t!(i18n::Locale::Fr, "results-count");
/// ```
/// ```compile_fail
/// i18n::t!(i18n::Locale::Fr, "results-count", count = 1, name = "x");
/// ```
#[macro_export]
macro_rules! t {
    ($locale:expr, $key:literal $(,)?) => {
        ::std::string::String::from($crate::key!($key).text($locale))
    };
    ($locale:expr, $key:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        const KEY: $crate::Key = $crate::Key::named($key, &[$(stringify!($name)),+], concat!("unknown message key: ", $key));
        let mut arguments = $crate::FluentArgs::new();
        $(arguments.set(stringify!($name), $value);)+
        KEY.format($locale, &arguments)
    }};
}

/// The [`Key`] of a message without variables, to be kept in a table or returned by a function
/// and written later with [`Key::text`].
///
/// ```
/// let key = i18n::key!("cancel");
/// assert_eq!(key.text(i18n::Locale::En), "Cancel");
/// ```
#[macro_export]
macro_rules! key {
    ($key:literal) => {{
        const KEY: $crate::Key = $crate::Key::named($key, &[], concat!("unknown message key: ", $key));
        KEY
    }};
}
