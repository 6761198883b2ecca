//! `cargo xtask build`: one folder that can be copied to a server.

use std::fs;
use std::process::ExitCode;

use anyhow::Result;

use crate::javascript::Node;
use crate::program::Purpose;
use crate::{Folders, leftovers, program, site};

#[derive(clap::Args)]
pub struct Options {
    /// Build with optimizations
    #[arg(long)]
    release: bool,
}

/// What goes beside the program, when the project has it: where it is, and its name in the folder.
const COMPANIONS: [(&str, &str); 3] =
    [("server/trame.example.toml", "trame.example.toml"), ("README.md", "README.md"), ("LICENSE", "LICENSE")];

/// Builds the folder and prints the path of the program in it as the last line.
pub fn run(folders: &Folders, options: &Options) -> Result<ExitCode> {
    leftovers::remove(folders)?;
    let node = Node::ensure(&folders.cargo_target)?;
    site::build(folders, &node)?;
    let built = program::build(folders, options.release, Purpose::Elsewhere)?;
    let folder = folders.own_target.join("dist");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (source, name) in COMPANIONS {
        let source = folders.root.join(source);
        if source.exists() {
            fs::copy(source, folder.join(name))?;
        }
    }
    let program = folder.join("trame");
    fs::copy(built, &program)?;
    println!("{}", program.display());
    Ok(ExitCode::SUCCESS)
}
