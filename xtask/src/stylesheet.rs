//! One style sheet from many: imports put in place, addresses of fonts and images replaced, minified.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

/// Bundles the entry and all that it imports. `address_of` gives the served name of a file by its plain name.
pub fn bundle(entry: &Path, address_of: impl Fn(&str) -> Option<String>) -> Result<String> {
    let source = inline_imports(entry, &mut Vec::new())?;
    minify(&source, address_of)
}

/// The first versions with cascade layers, which cannot be compiled away. What is newer than they are is.
fn oldest_browsers() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Targets::from(Browsers {
        android: version(99, 0),
        chrome: version(99, 0),
        edge: version(99, 0),
        firefox: version(97, 0),
        ios_saf: version(15, 4),
        safari: version(15, 4),
        samsung: version(18, 0),
        ..Browsers::default()
    })
}

fn minify(source: &str, address_of: impl Fn(&str) -> Option<String>) -> Result<String> {
    let mut sheet = parse(source, "the whole style sheet")?;
    sheet
        .minify(MinifyOptions { targets: oldest_browsers(), ..MinifyOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets: oldest_browsers(),
            analyze_dependencies: Some(DependencyOptions::default()),
            ..PrinterOptions::default()
        })
        .map_err(|error| anyhow!("{error}"))?;
    let mut code = printed.code;
    for dependency in printed.dependencies.unwrap_or_default() {
        if let Dependency::Url(link) = dependency {
            let address = if link.url.starts_with("data:") || link.url.starts_with('#') {
                link.url
            } else {
                let name = link.url.rsplit('/').next().unwrap_or_default();
                address_of(name).with_context(|| format!("url({}): style/ has no file of that name", link.url))?
            };
            code = code.replace(&link.placeholder, &address);
        }
    }
    Ok(code)
}

fn parse<'a>(source: &'a str, name: &str) -> Result<StyleSheet<'a>> {
    let options = ParserOptions { filename: name.to_owned(), ..ParserOptions::default() };
    StyleSheet::parse(source, options).map_err(|error| anyhow!("{error}"))
}

fn inline_imports(file: &Path, including: &mut Vec<PathBuf>) -> Result<String> {
    if including.iter().any(|outer| outer == file) {
        bail!("{} imports itself", file.display());
    }
    let source = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    // Parsed here only so that an error names the file.
    parse(&source, &file.display().to_string())?;
    including.push(file.to_path_buf());
    let folder = file.parent().unwrap_or(Path::new(""));
    let mut result = String::new();
    let mut rest = without_comments(&source);
    while let Some(start) = rest.find("@import") {
        let end = rest[start..].find(';').map(|length| start + length).context("an @import without its semicolon")?;
        let import = Import::read(&rest[start..end])?;
        result.push_str(&rest[..start]);
        result.push_str(&import.wrap(inline_imports(&folder.join(import.path), including)?));
        rest = rest[end + 1..].to_owned();
    }
    result.push_str(&rest);
    including.pop();
    Ok(result)
}

fn without_comments(source: &str) -> String {
    let mut result = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("/*") {
        result.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    result.push_str(rest);
    result
}

/// An import rule, without its semicolon.
#[derive(Debug, PartialEq)]
struct Import<'a> {
    path: &'a str,
    /// `Some("")` is an unnamed layer.
    layer: Option<&'a str>,
    media: &'a str,
}

impl<'a> Import<'a> {
    fn read(rule: &'a str) -> Result<Self> {
        let unknown = || anyhow!("cannot read the rule {rule}");
        let rest = rule.trim_start_matches("@import").trim_start();
        let (path, rest) = match rest.strip_prefix("url(") {
            Some(rest) => rest.split_once(')').ok_or_else(unknown)?,
            None => {
                let quote = rest.chars().next().filter(|first| matches!(first, '"' | '\'')).ok_or_else(unknown)?;
                rest[1..].split_once(quote).ok_or_else(unknown)?
            }
        };
        let path = path.trim().trim_matches(['"', '\'']);
        let rest = rest.trim();
        if rest.starts_with("supports(") || path.contains("://") {
            return Err(unknown());
        }
        let (layer, media) = if let Some(named) = rest.strip_prefix("layer(") {
            let (name, media) = named.split_once(')').ok_or_else(unknown)?;
            (Some(name.trim()), media)
        } else if let Some(media) = rest.strip_prefix("layer").filter(|rest| rest.is_empty() || rest.starts_with(' ')) {
            (Some(""), media)
        } else {
            (None, rest)
        };
        Ok(Self { path, layer, media: media.trim() })
    }

    fn wrap(&self, mut content: String) -> String {
        if let Some(name) = self.layer {
            content = format!("@layer {name} {{\n{content}\n}}\n");
        }
        if !self.media.is_empty() {
            content = format!("@media {} {{\n{content}\n}}\n", self.media);
        }
        content
    }
}

#[cfg(test)]
mod tests {
    use super::{Import, minify, without_comments};

    #[test]
    fn imports_with_layer_and_media_are_read() {
        let read = |rule| Import::read(rule).expect("a readable rule");
        assert_eq!(read("@import \"a.css\""), Import { path: "a.css", layer: None, media: "" });
        assert_eq!(
            read("@import url('b/c.css') layer(base) print"),
            Import { path: "b/c.css", layer: Some("base"), media: "print" }
        );
        assert_eq!(read("@import 'a.css' layer"), Import { path: "a.css", layer: Some(""), media: "" });
        assert!(Import::read("@import \"https://elsewhere.example/a.css\"").is_err());
    }

    #[test]
    fn addresses_become_those_of_the_served_files() {
        let css = "@font-face { font-family: A; src: url(\"fonts/a.woff2\") format(\"woff2\") }";
        let served = minify(css, |name| Some(format!("hashed-{name}"))).expect("valid css");
        assert!(served.contains("hashed-a.woff2"), "{served}");
        assert!(minify(css, |_| None).is_err());
    }

    #[test]
    fn comments_are_dropped() {
        assert_eq!(without_comments("a/* @import \"x\"; */b"), "ab");
    }
}
