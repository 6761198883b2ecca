//! Clones keep their own crates apart in the target folder they share, and clones come and go: what no build has
//! written for a while is removed. A clone that still needs it builds it again.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{Folders, process};

const KEPT: Duration = Duration::from_hours(3 * 24);

/// Removes old artifacts of the workspace's crates; those of their dependencies stay.
pub fn remove(folders: &Folders) -> Result<()> {
    let crates = workspace_crates()?;
    let wasm = folders.cargo_target.join("wasm32-unknown-unknown");
    for profile in [folders.cargo_target.join("debug"), folders.cargo_target.join("release"), wasm.join("wasm-release")]
    {
        for kind in ["deps", "incremental", ".fingerprint", "build", "examples"] {
            remove_old(&profile.join(kind), &crates)?;
        }
    }
    Ok(())
}

fn remove_old(folder: &Path, crates: &[String]) -> Result<()> {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if !name.to_str().is_some_and(|name| belongs_to(name, crates)) {
            continue;
        }
        // Another clone may be cleaning up as well.
        let Ok(data) = entry.metadata() else { continue };
        if data.modified()?.elapsed().is_ok_and(|age| age > KEPT) {
            let path = entry.path();
            let removed = if data.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            if let Err(error) = removed {
                eprintln!("{}: {error}", path.display());
            }
        }
    }
    Ok(())
}

/// Cargo names artifacts `libname-hash.rlib`, `name-hash` and the like.
fn belongs_to(file: &str, crates: &[String]) -> bool {
    let Some((name, _hash)) = file.rsplit_once('-') else { return false };
    let name = name.replace('-', "_");
    crates.iter().any(|of_workspace| name == *of_workspace || name.strip_prefix("lib") == Some(of_workspace))
}

fn workspace_crates() -> Result<Vec<String>> {
    let metadata = process::output(process::cargo().args(["metadata", "--no-deps", "--format-version=1"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    crate_names(&metadata).context("cargo metadata has an unknown form")
}

fn crate_names(metadata: &Value) -> Option<Vec<String>> {
    let mut names = Vec::new();
    for package in metadata["packages"].as_array()? {
        names.push(package["name"].as_str()?.replace('-', "_"));
        for target in package["targets"].as_array()? {
            names.push(target["name"].as_str()?.replace('-', "_"));
        }
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::belongs_to;

    #[test]
    fn artifacts_are_recognized_by_the_name_of_their_crate() {
        let crates = ["domain".to_owned(), "trame_server".to_owned()];
        assert!(belongs_to("libdomain-0123456789abcdef.rlib", &crates));
        assert!(belongs_to("domain-0123456789abcdef", &crates));
        assert!(belongs_to("trame-server-0123456789abcdef", &crates));
        assert!(!belongs_to("libdomain_of_another-0123456789abcdef.rlib", &crates));
        assert!(!belongs_to("serde-0123456789abcdef", &crates));
        assert!(!belongs_to("libdomain.rlib", &crates));
    }
}
