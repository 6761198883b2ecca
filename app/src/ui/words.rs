//! A text that may be missing, in the form in which components take it.

/// A text that may be missing. Made from a `&str`, a `String` or an `Option` of either, so that pages can hand in what they have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub Option<String>);

impl Words {
    pub(super) fn map<Made>(self, make: impl FnOnce(String) -> Made) -> Option<Made> {
        self.0.map(make)
    }

    pub(super) fn is_some(&self) -> bool {
        self.0.is_some()
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        // An empty text is no text: a field without an error is not marked as wrong.
        Self(Some(text).filter(|text| !text.is_empty()))
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Option<String>> for Words {
    fn from(text: Option<String>) -> Self {
        Self(text)
    }
}

impl From<Option<&str>> for Words {
    fn from(text: Option<&str>) -> Self {
        Self(text.map(str::to_owned))
    }
}
