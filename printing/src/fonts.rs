//! The typefaces, embedded: the pages' own family, and a second one for alphabets it lacks.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The typefaces with their index.
pub(crate) struct Fonts {
    /// What the typesetter searches by family, weight and style.
    pub(crate) book: LazyHash<FontBook>,
    faces: Vec<Font>,
}

/// The typefaces, read once.
pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files: [&'static [u8]; 4] = [
        include_bytes!("../fonts/SourceSans3-Regular.ttf"),
        include_bytes!("../fonts/SourceSans3-Semibold.ttf"),
        include_bytes!("../fonts/SourceSans3-Italic.ttf"),
        include_bytes!("../fonts/DejaVuSans-Fallback.ttf"),
    ];
    let faces: Vec<Font> = files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&faces)), faces }
});

impl Fonts {
    /// The face at a place of the index.
    pub(crate) fn face(&self, index: usize) -> Option<Font> {
        self.faces.get(index).cloned()
    }

    /// Whether a character can be drawn.
    pub(crate) fn cover(&self, character: char) -> bool {
        self.faces.iter().any(|face| face.info().coverage.contains(u32::from(character)))
    }
}
