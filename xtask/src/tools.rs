//! Finding the programs that a command needs, and installing those that are missing where that is possible.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Result, bail};

use crate::process;

/// Whether this process is the root user.
pub fn is_root() -> bool {
    Path::new("/proc/self").metadata().is_ok_and(|data| data.uid() == 0)
}

/// Whether packages can be installed: root on Debian.
pub fn can_install() -> bool {
    is_root() && Path::new("/etc/debian_version").exists()
}

/// Installs Debian packages, or says which are missing.
pub fn install(packages: &[&str]) -> Result<()> {
    static LISTS_UPDATED: OnceLock<()> = OnceLock::new();
    let names = packages.join(" ");
    if !can_install() {
        bail!("missing: the package {names} (Debian's name). Install it, then run this command again");
    }
    process::step(&format!("installing {names}"), || {
        if LISTS_UPDATED.set(()).is_ok() {
            process::run(Command::new("apt-get").args(["update", "--quiet"]))?;
        }
        process::run(
            Command::new("apt-get")
                .args(["install", "--yes", "--quiet", "--no-install-recommends"])
                .args(packages)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )
    })
}

/// Chromium, for the browser tests.
pub fn chromium() -> Result<PathBuf> {
    let find = || ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(process::find_program);
    if let Some(chosen) = std::env::var_os("CHROMIUM") {
        return Ok(chosen.into());
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    install(&["chromium"])?;
    find().ok_or_else(|| anyhow::anyhow!("the package chromium is installed, but there is no program chromium"))
}

/// The folder of PostgreSQL's server programs, which Debian keeps out of the search path.
pub fn postgresql() -> Result<PathBuf> {
    let find = || {
        let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
            .filter(|(_, folder)| folder.join("initdb").exists())
            .collect();
        versions.sort();
        versions
            .pop()
            .map(|(_, folder)| folder)
            .or_else(|| process::find_program("initdb").and_then(|program| program.parent().map(Path::to_path_buf)))
    };
    if let Some(found) = find() {
        return Ok(found);
    }
    install(&["postgresql"])?;
    find().ok_or_else(|| anyhow::anyhow!("the package postgresql is installed, but there is no program initdb"))
}

/// A component of the Rust toolchain that `check` needs.
pub fn rust_component(name: &str, probe: &str) -> Result<()> {
    if process::output(process::cargo().args([probe, "--version"])).is_ok() {
        return Ok(());
    }
    process::run(Command::new("rustup").args(["component", "add", name]))
}
