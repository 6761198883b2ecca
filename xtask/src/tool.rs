//! The project's commands: `cargo xtask run|test|build|bench|check`.

mod bench;
mod check;
mod dist;
mod javascript;
mod leftovers;
mod postgres;
mod process;
mod program;
mod run;
mod site;
mod stylesheet;
mod tally;
mod test;
mod tools;
mod wasm;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Builds, runs, tests and checks Trame")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing, build, and serve the demo
    Run(run::Options),
    /// Install what is missing and run every test
    Test(test::Options),
    /// Build what a server needs in one folder, and print the path of its binary
    Build(dist::Options),
    /// Measure pages and votes beside a bare handler, on SQLite and on PostgreSQL
    Bench(bench::Options),
    /// Check formatting, lints, the browser's part and the rules of the project's files
    Check,
}

fn main() -> ExitCode {
    match start(Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn start(arguments: Arguments) -> Result<ExitCode> {
    let folders = Folders::of_workspace()?;
    match arguments.command {
        Task::Run(options) => run::run(&folders, &options),
        Task::Test(options) => test::run(&folders, &options),
        Task::Build(options) => dist::run(&folders, &options),
        Task::Bench(options) => bench::run(&folders, &options),
        Task::Check => check::run(&folders),
    }
}

/// Where things are.
pub struct Folders {
    /// The workspace.
    pub root: PathBuf,
    /// Cargo's target folder, shared by all clones.
    pub cargo_target: PathBuf,
    /// What belongs to this clone alone: the site, the folder to copy to a server, the binary under test.
    pub own_target: PathBuf,
}

impl Folders {
    /// `cargo xtask` starts this program in the workspace, with the shared target folder in its environment.
    fn of_workspace() -> Result<Self> {
        let root = std::env::current_dir()?;
        let cargo_target = std::env::var_os("CARGO_TARGET_DIR").context("start this program with `cargo xtask`")?;
        Ok(Self { own_target: root.join("target"), cargo_target: cargo_target.into(), root })
    }
}
