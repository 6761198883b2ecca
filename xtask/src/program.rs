//! Building the program `trame`.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::{Folders, process};

/// What a build is for.
#[derive(Clone, Copy)]
pub enum Purpose {
    /// This machine, quickly: a debug build reads the site from its folder.
    Here,
    /// Any machine: the site is inside, debug build or not.
    Elsewhere,
}

/// Builds `trame` and returns the path of a copy that belongs to this clone: the shared target folder keeps only one
/// program of that name, which the next build of another clone replaces.
pub fn build(folders: &Folders, release: bool, purpose: Purpose) -> Result<PathBuf> {
    // All packages are selected, as for the tests, so that dependencies have the same features and are built once.
    let mut cargo = process::cargo();
    cargo.args(["build", "--workspace", "--exclude", "xtask", "--bin", "trame"]);
    if release {
        cargo.arg("--release");
    } else if let Purpose::Elsewhere = purpose {
        cargo.args(["--features", "rust-embed/debug-embed"]);
    }
    process::step("trame", || process::run(&mut cargo))?;
    let profile = if release { "release" } else { "debug" };
    let own = folders.own_target.join("bin").join(profile);
    fs::create_dir_all(&own)?;
    let program = own.join("trame");
    let unfinished = own.join("trame.unfinished");
    // Renamed into place, because a program that is running cannot be written to.
    fs::copy(folders.cargo_target.join(profile).join("trame"), &unfinished)?;
    fs::rename(unfinished, &program)?;
    Ok(program)
}
