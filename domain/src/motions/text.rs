//! The text of a motion: articles of paragraphs, in one language or in several that belong together
//! paragraph by paragraph.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::words::tidy;
use crate::{
    ids::ParagraphId,
    locale::{Locale, Localized},
};

/// A text at one moment. Each change makes another; the earlier ones are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The articles, in their order.
    pub articles: Vec<Article>,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its title, which may be missing.
    pub title: Localized,
    /// Its paragraphs, those that were struck out among them.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The same for ever.
    pub id: ParagraphId,
    /// The paragraph behind which an amendment put it; none in a text as it was handed in.
    pub after: Option<ParagraphId>,
    /// Struck out by an amendment. Its place stays, for what was put behind it.
    pub struck: bool,
    /// Its words, by language.
    pub wordings: BTreeMap<Locale, Wording>,
}

/// The words of a paragraph in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The words; empty where the paragraph came in another language and nobody has translated it.
    pub text: String,
    /// Whether the paragraph was changed in another language and these words do not say so yet.
    pub stale: bool,
}

/// Where a paragraph stands among those that are not struck out, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The article.
    pub article: usize,
    /// The paragraph in it.
    pub paragraph: usize,
}

impl std::fmt::Display for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}", self.article, self.paragraph)
    }
}

/// Why what was typed is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextRefused {
    /// There is nothing to decide.
    #[error("the text is empty")]
    Empty,
    /// An article without a paragraph.
    #[error("article {article} has no paragraph")]
    ArticleEmpty {
        /// Counted from 1.
        article: usize,
    },
    /// The languages do not have the same articles and paragraphs.
    #[error("article {article} is built differently in {locale}")]
    BuiltDifferently {
        /// In which language.
        locale: Locale,
        /// The first article that differs, counted from 1.
        article: usize,
    },
    /// A translation of a paragraph that is not out of date, or of none.
    #[error("these words are up to date: only a vote changes them")]
    UpToDate,
}

/// What one language says: titles and paragraphs.
type Read = Vec<(String, Vec<String>)>;

impl Text {
    /// Reads what was typed, a text for each language. A line that begins with `#` opens an article
    /// and is its title; an empty line separates two paragraphs.
    ///
    /// # Errors
    /// [`TextRefused`].
    pub fn read(typed: &BTreeMap<Locale, String>, mut fresh: impl FnMut() -> ParagraphId) -> Result<Self, TextRefused> {
        let read: Vec<(Locale, Read)> = typed
            .iter()
            .map(|(locale, text)| (*locale, read_one(text)))
            .filter(|(_, articles)| !articles.is_empty())
            .collect();
        let Some((_, first)) = read.first() else { return Err(TextRefused::Empty) };
        for (locale, articles) in &read {
            let shape = |articles: &Read, index: usize| articles.get(index).map(|(_, paragraphs)| paragraphs.len());
            for index in 0..articles.len().max(first.len()) {
                if shape(articles, index) == Some(0) {
                    return Err(TextRefused::ArticleEmpty { article: index + 1 });
                }
                if shape(articles, index) != shape(first, index) {
                    return Err(TextRefused::BuiltDifferently { locale: *locale, article: index + 1 });
                }
            }
        }
        let articles = (0..first.len()).map(|index| {
            let titles = read.iter().map(|(locale, articles)| (*locale, articles[index].0.clone()));
            let paragraphs = (0..first[index].1.len()).map(|position| Paragraph {
                id: fresh(),
                after: None,
                struck: false,
                wordings: read
                    .iter()
                    .map(|(locale, articles)| {
                        (*locale, Wording { text: articles[index].1[position].clone(), stale: false })
                    })
                    .collect(),
            });
            Article {
                title: Localized(titles.filter(|(_, title)| !title.is_empty()).collect()),
                paragraphs: paragraphs.collect(),
            }
        });
        Ok(Self { articles: articles.collect() })
    }

    /// What one would have typed for this text in a language.
    #[must_use]
    pub fn source(&self, locale: Locale) -> String {
        let mut parts = Vec::new();
        for article in &self.articles {
            let title = article.title.0.get(&locale).map_or("", String::as_str);
            if !title.is_empty() || !parts.is_empty() {
                parts.push(format!("# {title}").trim_end().to_owned());
            }
            let standing = article.paragraphs.iter().filter(|paragraph| !paragraph.struck);
            parts.extend(standing.map(|paragraph| paragraph.words(locale).to_owned()));
        }
        parts.join("\n\n")
    }

    /// The languages in which anything is written.
    #[must_use]
    pub fn languages(&self) -> BTreeSet<Locale> {
        self.paragraphs().flat_map(|(_, paragraph)| paragraph.wordings.keys().copied()).collect()
    }

    /// Every paragraph, those struck out among them, with its article counted from 1.
    pub fn paragraphs(&self) -> impl Iterator<Item = (usize, &Paragraph)> {
        self.articles
            .iter()
            .zip(1..)
            .flat_map(|(article, number)| article.paragraphs.iter().map(move |paragraph| (number, paragraph)))
    }

    /// The paragraph of an identifier, struck out or not.
    #[must_use]
    pub fn paragraph(&self, id: ParagraphId) -> Option<&Paragraph> {
        self.paragraphs().map(|(_, paragraph)| paragraph).find(|paragraph| paragraph.id == id)
    }

    /// Where a paragraph stands; `None` when it is struck out, or unknown.
    #[must_use]
    pub fn place(&self, id: ParagraphId) -> Option<Place> {
        self.articles.iter().zip(1..).find_map(|(article, number)| {
            let mut standing = article.paragraphs.iter().filter(|paragraph| !paragraph.struck).zip(1..);
            standing
                .find(|(paragraph, _)| paragraph.id == id)
                .map(|(_, paragraph)| Place { article: number, paragraph })
        })
    }

    /// The whole text in a language, numbered. Where a paragraph has no words in that language, those
    /// of another stand.
    #[must_use]
    pub fn assembled(&self, locale: Locale, main: Locale) -> String {
        let mut lines = Vec::new();
        for (article, number) in self.articles.iter().zip(1..) {
            let title = article.title.text(locale, main);
            if !title.is_empty() {
                lines.push(format!("{number}. {title}"));
            }
            let standing = article.paragraphs.iter().filter(|paragraph| !paragraph.struck).zip(1..);
            lines.extend(
                standing
                    .map(|(paragraph, position)| format!("{number}.{position} {}", paragraph.words_or(locale, main))),
            );
        }
        lines.join("\n\n")
    }

    /// Notes that the words of a paragraph in a language say again what the others say.
    ///
    /// # Errors
    /// [`TextRefused::UpToDate`] where nothing was out of date, [`TextRefused::Empty`] without words.
    pub fn brought_up_to_date(&self, id: ParagraphId, locale: Locale, words: &str) -> Result<Self, TextRefused> {
        let words = tidy(words);
        if words.is_empty() {
            return Err(TextRefused::Empty);
        }
        let mut text = self.clone();
        let wording = text.paragraph_mut(id).and_then(|paragraph| paragraph.wordings.get_mut(&locale));
        let wording = wording.filter(|wording| wording.stale).ok_or(TextRefused::UpToDate)?;
        *wording = Wording { text: words, stale: false };
        Ok(text)
    }

    pub(super) fn paragraph_mut(&mut self, id: ParagraphId) -> Option<&mut Paragraph> {
        self.articles.iter_mut().flat_map(|article| &mut article.paragraphs).find(|paragraph| paragraph.id == id)
    }
}

impl Paragraph {
    /// The words in a language; empty when there are none.
    #[must_use]
    pub fn words(&self, locale: Locale) -> &str {
        self.wordings.get(&locale).map_or("", |wording| wording.text.as_str())
    }

    /// The words in a language, else in `main`, else in whichever has some.
    #[must_use]
    pub fn words_or(&self, locale: Locale, main: Locale) -> &str {
        let written = |locale| Some(self.words(locale)).filter(|words| !words.is_empty());
        let any = || self.wordings.values().map(|wording| wording.text.as_str()).find(|words| !words.is_empty());
        written(locale).or_else(|| written(main)).or_else(any).unwrap_or_default()
    }

    /// Whether the words in a language are out of date.
    #[must_use]
    pub fn stale(&self, locale: Locale) -> bool {
        self.wordings.get(&locale).is_some_and(|wording| wording.stale)
    }
}

fn read_one(typed: &str) -> Read {
    let mut articles: Read = Vec::new();
    let mut open = false;
    for line in typed.lines() {
        let words = tidy(line);
        if let Some(title) = words.strip_prefix('#') {
            articles.push((tidy(title.trim_start_matches('#')), Vec::new()));
            open = false;
        } else if words.is_empty() {
            open = false;
        } else {
            if articles.is_empty() {
                articles.push((String::new(), Vec::new()));
            }
            let Some((_, paragraphs)) = articles.last_mut() else { continue };
            match paragraphs.last_mut() {
                Some(last) if open => {
                    last.push(' ');
                    last.push_str(&words);
                }
                _ => paragraphs.push(words),
            }
            open = true;
        }
    }
    articles
}

#[cfg(test)]
pub(super) mod tests {
    use uuid::Uuid;

    use super::*;

    /// A text of which the n-th paragraph has the identifier n, in French.
    pub fn french(source: &str) -> Text {
        bilingual(source, "")
    }

    pub fn bilingual(french: &str, dutch: &str) -> Text {
        let typed = BTreeMap::from([(Locale::Fr, french.to_owned()), (Locale::Nl, dutch.to_owned())]);
        let mut number = 0;
        let fresh = || {
            number += 1;
            ParagraphId(Uuid::from_u128(number))
        };
        Text::read(&typed, fresh).expect("a text")
    }

    pub fn paragraph(number: u128) -> ParagraphId {
        ParagraphId(Uuid::from_u128(number))
    }

    #[test]
    fn a_text_is_read_as_it_is_typed() {
        let source = "# Gouvernance\n\nDeux sièges\nsont ouverts.\n\nIls sont désignés.\n# Calendrier\nEn juin.";
        let text = french(source);
        assert_eq!(
            text.assembled(Locale::Fr, Locale::Fr),
            "1. Gouvernance\n\n1.1 Deux sièges sont ouverts.\n\n1.2 Ils sont désignés.\n\n2. Calendrier\n\n2.1 En juin."
        );
        assert_eq!(french(&text.source(Locale::Fr)), text, "and back");
        assert_eq!(text.place(paragraph(3)), Some(Place { article: 2, paragraph: 1 }));
        assert_eq!(french("Sans titre.").assembled(Locale::Fr, Locale::Fr), "1.1 Sans titre.");
    }

    #[test]
    fn languages_are_built_alike() {
        let read = |french: &str, dutch: &str| {
            let typed = BTreeMap::from([(Locale::Fr, french.to_owned()), (Locale::Nl, dutch.to_owned())]);
            Text::read(&typed, || ParagraphId(Uuid::nil())).map(|text| text.languages().len())
        };
        assert_eq!(read("# A\nun\n\ndeux", "# B\neen\n\ntwee"), Ok(2));
        assert_eq!(read("un", " \n"), Ok(1));
        assert_eq!(read("", ""), Err(TextRefused::Empty));
        assert_eq!(read("# A\n# B\nun", ""), Err(TextRefused::ArticleEmpty { article: 1 }));
        let differs = Err(TextRefused::BuiltDifferently { locale: Locale::Nl, article: 2 });
        assert_eq!(read("# A\nun\n# B\ndeux", "# A\neen"), differs);
        assert_eq!(read("# A\nun\n# B\ndeux", "# A\neen\n# B\ntwee\n\ndrie"), differs);
    }

    #[test]
    fn only_what_is_out_of_date_is_brought_up_to_date() {
        let mut text = bilingual("un", "een");
        assert_eq!(text.brought_up_to_date(paragraph(1), Locale::Nl, "twee"), Err(TextRefused::UpToDate));
        text.paragraph_mut(paragraph(1)).and_then(|p| p.wordings.get_mut(&Locale::Nl)).expect("words").stale = true;
        let again = text.brought_up_to_date(paragraph(1), Locale::Nl, " twee ").expect("it was out of date");
        assert_eq!((again.paragraphs().next().expect("one").1.words(Locale::Nl), again.languages().len()), ("twee", 2));
        assert!(!again.paragraph(paragraph(1)).expect("one").stale(Locale::Nl));
        assert_eq!(text.brought_up_to_date(paragraph(1), Locale::Nl, " "), Err(TextRefused::Empty));
    }
}
