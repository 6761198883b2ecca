//! `cargo xtask bench`.

use std::fs;
use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::javascript::Node;
use crate::postgres::{Flush, Server};
use crate::{Folders, process, site};

#[derive(clap::Args)]
pub struct Options {
    /// Seconds for which each server is measured in each cell
    #[arg(long, default_value_t = 3.0)]
    seconds: f64,
    /// Measure only what has this in its name: page, vote, streams, rooms, seats
    #[arg(long)]
    only: Option<String>,
}

/// Builds with optimizations, starts a PostgreSQL that flushes to the disk, and measures.
pub fn run(folders: &Folders, options: &Options) -> Result<ExitCode> {
    let node = Node::ensure(&folders.cargo_target)?;
    site::build(folders, &node)?;
    // All packages are selected, as for `cargo xtask build --release`, so that dependencies are built once.
    let mut cargo = process::cargo();
    cargo.args(["build", "--release", "--workspace", "--exclude", "xtask", "--bin", "bench"]);
    process::step("bench", || process::run(&mut cargo))?;
    let database = Server::start(Flush::On)?;
    let output = folders.own_target.join("bench");
    let folder = output.join("data");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut bench = Command::new(folders.cargo_target.join("release/bench"));
    bench.args(["run", "--postgres", database.address(), "--seconds", &options.seconds.to_string()]);
    bench.arg("--folder").arg(&folder).arg("--output").arg(&output);
    if let Some(only) = &options.only {
        bench.args(["--only", only]);
    }
    let measured = process::step("measuring", || process::run(&mut bench));
    fs::remove_dir_all(&folder)?;
    measured?;
    Ok(ExitCode::SUCCESS)
}
