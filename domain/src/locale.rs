//! The languages of the product.

text_enum! {
    /// A language in which every page, letter and minute exists.
    #[derive(Default)]
    pub enum Locale {
        /// French.
        #[default]
        Fr = "fr",
        /// Dutch.
        Nl = "nl",
        /// English.
        En = "en",
    }
}

/// A text in one language or several.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Localized(pub std::collections::BTreeMap<Locale, String>);

impl Localized {
    /// A text in one language.
    #[must_use]
    pub fn one(locale: Locale, text: impl Into<String>) -> Self {
        Self(std::collections::BTreeMap::from([(locale, text.into())]))
    }

    /// The text in a language, else in `main`, else in whichever there is; empty when there is none.
    #[must_use]
    pub fn text(&self, locale: Locale, main: Locale) -> &str {
        let found = self.0.get(&locale).or_else(|| self.0.get(&main)).or_else(|| self.0.values().next());
        found.map_or("", String::as_str)
    }
}
