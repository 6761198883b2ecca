//! All that the typesetter can reach: one template, one file of data, the embedded typefaces.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use crate::fonts::FONTS;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::new(file("/minutes.typ"), include_str!("../template/minutes.typ").to_owned()));

static DATA: LazyLock<FileId> = LazyLock::new(|| file("/data.json"));

/// The name of a file that exists in memory only.
fn file(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("the path is a constant inside the root");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// What one document is made from.
pub(crate) struct Print {
    data: Bytes,
}

impl Print {
    /// The template over these data, in JSON.
    pub(crate) fn new(data: Vec<u8>) -> Self {
        Self { data: Bytes::new(data) }
    }
}

impl World for Print {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.face(index)
    }

    // No document says today's date: what it says is handed in.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
