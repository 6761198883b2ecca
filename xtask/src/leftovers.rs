//! Clones keep their own crates apart in the target folder they share, and clones come and go: what no build has
//! written for a while is removed, and the oldest of the rest where it would fill the disk. A clone that still needs
//! it builds it again.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{Folders, process};

const KEPT: Duration = Duration::from_hours(3 * 24);

/// Bytes that the workspace's own crates may take, of all clones together: a few clones with their tests.
const BUDGET: u64 = 16 << 30;

/// Removes old artifacts of the workspace's crates; those of their dependencies stay.
#[expect(clippy::disallowed_methods, reason = "the age of a file is what this machine's clock says")]
pub fn remove(folders: &Folders) -> Result<()> {
    let crates = workspace_crates()?;
    let wasm = folders.cargo_target.join("wasm32-unknown-unknown");
    let profiles =
        [folders.cargo_target.join("debug"), folders.cargo_target.join("release"), wasm.join("wasm-release")];
    let artifacts: Vec<Artifact> = profiles
        .iter()
        .flat_map(|profile| ["deps", "incremental", ".fingerprint", "build", "examples"].map(|kind| profile.join(kind)))
        .flat_map(|folder| artifacts(&folder, &crates))
        .collect();
    for artifact in leftovers(artifacts, SystemTime::now(), BUDGET) {
        let path = artifact.path;
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        // Another clone may be cleaning up as well.
        if let Err(error) = removed {
            eprintln!("{}: {error}", path.display());
        }
    }
    Ok(())
}

struct Artifact {
    path: PathBuf,
    written: SystemTime,
    bytes: u64,
}

/// What goes: everything too old, and of the rest the oldest beyond the budget.
fn leftovers(mut artifacts: Vec<Artifact>, now: SystemTime, budget: u64) -> Vec<Artifact> {
    artifacts.sort_by_key(|artifact| std::cmp::Reverse(artifact.written));
    let mut kept = 0;
    artifacts.retain(|artifact| {
        kept += artifact.bytes;
        kept > budget || now.duration_since(artifact.written).is_ok_and(|age| age > KEPT)
    });
    artifacts
}

fn artifacts(folder: &Path, crates: &[String]) -> Vec<Artifact> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.file_name().to_str().is_some_and(|name| belongs_to(name, crates)))
        .filter_map(|entry| {
            let written = entry.metadata().ok()?.modified().ok()?;
            Some(Artifact { bytes: size(&entry.path()), path: entry.path(), written })
        })
        .collect()
}

fn size(path: &Path) -> u64 {
    if path.is_dir() {
        fs::read_dir(path).into_iter().flatten().flatten().map(|entry| size(&entry.path())).sum()
    } else {
        path.metadata().map_or(0, |data| data.len())
    }
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
    use std::path::PathBuf;
    use std::time::{Duration, SystemTime};

    use super::{Artifact, KEPT, belongs_to, leftovers};

    #[test]
    fn what_is_old_goes_and_of_the_rest_the_oldest_beyond_the_budget() {
        let now = SystemTime::UNIX_EPOCH + KEPT * 2;
        let artifact =
            |name: &str, age: Duration| Artifact { path: PathBuf::from(name), written: now - age, bytes: 10 };
        let minutes = |count| Duration::from_mins(count);
        let all = |budget| {
            let artifacts = vec![
                artifact("older", minutes(9)),
                artifact("newest", minutes(1)),
                artifact("ancient", KEPT + minutes(1)),
                artifact("new", minutes(2)),
            ];
            leftovers(artifacts, now, budget).into_iter().map(|artifact| artifact.path).collect::<Vec<_>>()
        };
        assert_eq!(all(1_000), [PathBuf::from("ancient")]);
        assert_eq!(all(20), [PathBuf::from("older"), PathBuf::from("ancient")]);
    }

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
