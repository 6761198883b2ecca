//! The site: every file that a browser loads, under a name that holds the hash of its content, with a compressed
//! copy beside it and a manifest from plain names to served names.
//!
//! The server embeds this folder. Files whose content is already there are left alone, so that nothing that depends
//! on them is built again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use sha2::{Digest, Sha256};

use crate::javascript::Node;
use crate::{Folders, process, stylesheet, wasm};

/// Builds everything into `target/site/`.
pub fn build(folders: &Folders, node: &Node) -> Result<()> {
    let mut site = Site::default();
    let style = folders.root.join("style");
    for file in files_below(&style)? {
        if file.extension().is_none_or(|extension| extension != "css") {
            site.add(&plain_name(&file)?, fs::read(&file)?)?;
        }
    }
    let css = process::step("style sheet", || {
        stylesheet::bundle(&style.join("main.css"), |name| site.manifest.get(name).cloned())
    })?;
    site.add("trame.css", css.into_bytes())?;
    let module = wasm::build(folders, node)?;
    site.add("app_bg.wasm", module.wasm)?;
    site.add("app.js", module.loader)?;
    site.add("islands.js", fs::read(folders.root.join("app/islands-boot.js")).context("app/islands-boot.js")?)?;
    site.add("passkey.js", fs::read(folders.root.join("app/passkey.js")).context("app/passkey.js")?)?;
    site.add("door.js", fs::read(folders.root.join("app/door.js")).context("app/door.js")?)?;
    site.add("attendance.js", fs::read(folders.root.join("app/attendance.js")).context("app/attendance.js")?)?;
    process::step("compressing", || site.write(&folders.own_target.join("site")))
}

/// The first half of a SHA-256, in hexadecimal: enough to tell contents apart.
pub fn content_hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

#[derive(Default)]
struct Site {
    manifest: BTreeMap<String, String>,
    contents: BTreeMap<String, Vec<u8>>,
}

impl Site {
    fn add(&mut self, name: &str, content: Vec<u8>) -> Result<()> {
        let served = served_name(name, &content);
        if self.manifest.insert(name.to_owned(), served.clone()).is_some() {
            bail!("two files of the site are named {name}");
        }
        self.contents.insert(served, content);
        Ok(())
    }

    fn write(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        let mut expected = BTreeSet::from(["manifest.json".to_owned()]);
        for (name, content) in &self.contents {
            expected.insert(name.clone());
            write_if_changed(&folder.join(name), content)?;
            if is_compressible(name) {
                let compressed = format!("{name}.br");
                let path = folder.join(&compressed);
                if !path.exists() {
                    replace(&path, &compress(content)?)?;
                }
                expected.insert(compressed);
            }
        }
        write_if_changed(&folder.join("manifest.json"), &serde_json::to_vec_pretty(&self.manifest)?)?;
        for file in files_below(folder)? {
            if !expected.contains(&plain_name(&file)?) {
                fs::remove_file(file)?;
            }
        }
        Ok(())
    }
}

fn served_name(name: &str, content: &[u8]) -> String {
    let hash = content_hash(content);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{name}.{hash}"),
    }
}

fn is_compressible(name: &str) -> bool {
    !matches!(name.rsplit('.').next(), Some("woff2" | "png" | "jpg" | "jpeg" | "webp" | "avif"))
}

fn compress(content: &[u8]) -> Result<Vec<u8>> {
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..BrotliEncoderParams::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

fn write_if_changed(path: &Path, content: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|present| present == content) {
        return Ok(());
    }
    replace(path, content)
}

/// A half-written file never stands under its final name.
fn replace(path: &Path, content: &[u8]) -> Result<()> {
    let unfinished = path.with_extension("unfinished");
    fs::write(&unfinished, content)?;
    fs::rename(unfinished, path)?;
    Ok(())
}

fn plain_name(file: &Path) -> Result<String> {
    let name = file.file_name().and_then(|name| name.to_str());
    name.map(str::to_owned).with_context(|| format!("{} has no readable name", file.display()))
}

/// Every file in a folder and the folders below it, in a fixed order.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::served_name;

    #[test]
    fn the_hash_stands_before_the_extension_and_follows_the_content() {
        let first = served_name("trame.css", b"a");
        assert!(first.starts_with("trame.") && first.ends_with(".css") && first.len() == "trame..css".len() + 32);
        assert_ne!(first, served_name("trame.css", b"b"));
        assert_eq!(first, served_name("trame.css", b"a"));
    }
}
