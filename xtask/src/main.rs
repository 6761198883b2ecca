//! `cargo xtask`: builds the real tool in the target folder shared by all clones, then becomes it.
//!
//! Cargo puts what `cargo run` builds in the clone itself. This program is small enough for that; the tool behind
//! it needs a CSS compiler and wasm-bindgen, which no clone should compile again.

use std::env;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    match start() {
        Ok(code) => code,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> Result<ExitCode, String> {
    let root = workspace_root()?;
    let target = target_folder()?;
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "--package", "xtask", "--features", "full", "--bin", "trame-xtask"]);
    prepare(&mut build, &root, &target);
    let status = build.status().map_err(|error| format!("cannot start cargo: {error}"))?;
    if !status.success() {
        return Ok(ExitCode::FAILURE);
    }
    let mut tool = Command::new(target.join("debug/trame-xtask"));
    tool.args(env::args_os().skip(1));
    prepare(&mut tool, &root, &target);
    Err(format!("cannot start the tool that was just built: {}", tool.exec()))
}

/// The environment is the one of a plain `cargo build` in the workspace: variables that `cargo run` adds about this
/// package would make build scripts that watch them (ring's, for one) run again at every change of caller.
fn prepare(command: &mut Command, root: &Path, target: &Path) {
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command.current_dir(root).env("CARGO_TARGET_DIR", target);
}

fn workspace_root() -> Result<PathBuf, String> {
    env::var_os("CARGO_MANIFEST_DIR")
        .and_then(|folder| PathBuf::from(folder).parent().map(Path::to_path_buf))
        .ok_or_else(|| "start this program with `cargo xtask`".to_owned())
}

fn target_folder() -> Result<PathBuf, String> {
    if let Some(chosen) = env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty()) {
        return std::path::absolute(chosen).map_err(|error| error.to_string());
    }
    let cache = match env::var_os("XDG_CACHE_HOME").filter(|value| !value.is_empty()) {
        Some(cache) => PathBuf::from(cache),
        None => PathBuf::from(env::var_os("HOME").ok_or("neither XDG_CACHE_HOME nor HOME is set")?).join(".cache"),
    };
    Ok(cache.join("trame/target"))
}
