//! Checks the Fluent files of the three languages against one another and writes the table of
//! keys from which `t!` is checked while compiling.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

#[path = "build/catalogue.rs"]
mod catalogue;

use catalogue::{LANGUAGES, Source};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build/catalogue.rs");
    let sources = sources(Path::new("locales"))?;
    let keys = match catalogue::check(&sources) {
        Ok(keys) => keys,
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            return Ok(());
        }
    };
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    let out = Path::new(&out);
    for language in LANGUAGES {
        let mut text = String::new();
        for source in sources.iter().filter(|source| source.language == language) {
            writeln!(text, "{}\n", catalogue::typeset(language, &source.text)).map_err(io::Error::other)?;
        }
        fs::write(out.join(format!("{language}.ftl")), text)?;
    }
    let mut table = format!("pub(crate) static ENTRIES: [Entry; {}] = [\n", keys.len());
    for (key, variables) in &keys {
        let names: Vec<&str> = variables.iter().map(String::as_str).collect();
        let usage = format!("the message “{key}” takes {}", catalogue::usage(variables));
        writeln!(table, "    Entry {{ key: {key:?}, variables: &{names:?}, usage: {usage:?} }},")
            .map_err(io::Error::other)?;
    }
    table.push_str("];\n");
    fs::write(out.join("entries.rs"), table)
}

/// Every Fluent file under a folder of languages, in a stable order.
fn sources(folder: &Path) -> io::Result<Vec<Source>> {
    let mut sources = Vec::new();
    for language in fs::read_dir(folder)? {
        let language = language?;
        for file in fs::read_dir(language.path())? {
            let file = file?;
            let name = file.file_name().to_string_lossy().into_owned();
            if !name.starts_with('.') && name.ends_with(".ftl") {
                sources.push(Source {
                    language: language.file_name().to_string_lossy().into_owned(),
                    file: name,
                    text: fs::read_to_string(file.path())?,
                });
            }
        }
    }
    sources.sort_by(|one, other| (&one.language, &one.file).cmp(&(&other.language, &other.file)));
    Ok(sources)
}
