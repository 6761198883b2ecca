//! Long lists, a page at a time.

use domain::locale::Locale;
use i18n::t;
use leptos::prelude::*;

use crate::ui::{PageLink, Pagination};

/// The page of a list that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Paged {
    at: usize,
    pages: usize,
    size: usize,
}

impl Paged {
    /// The page that the address asks for, or the nearest that there is, of so many rows with so many on a page.
    #[must_use]
    pub fn of(asked: Option<&str>, rows: usize, size: usize) -> Self {
        let pages = rows.div_ceil(size).max(1);
        let at = asked.and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, pages);
        Self { at, pages, size }
    }

    /// Its rows.
    pub fn rows<T>(self, rows: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        rows.into_iter().skip((self.at - 1) * self.size).take(self.size)
    }

    /// The way to the other pages, where there are any.
    pub fn links(self, l: Locale, address: impl Fn(usize) -> String) -> Option<AnyView> {
        let Self { at, pages, .. } = self;
        if pages == 1 {
            return None;
        }
        let previous = (at > 1).then(|| PageLink::new(address(at - 1), t!(l, "page-previous")));
        let next = (at < pages).then(|| PageLink::new(address(at + 1), t!(l, "page-next")));
        let (label, position) = (t!(l, "pages-navigation"), t!(l, "page-of", page = at, pages = pages));
        Some(view! { <Pagination label position previous next/> }.into_any())
    }
}
