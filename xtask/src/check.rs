//! `cargo xtask check`: what can be said about the project without running it.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Result, bail};

use crate::{Folders, process, site, tools, wasm};

/// Folders of the machines on which the project is developed: none of its business.
const MACHINE_FOLDERS: [&str; 2] = [concat!("/wo", "rk/"), concat!("/ro", "ot/")];

/// What is checked, and how.
type Check = (&'static str, fn(&Folders) -> Result<()>);

/// Runs every check, even after one has failed.
pub fn run(folders: &Folders) -> Result<ExitCode> {
    tools::rust_component("rustfmt", "fmt")?;
    tools::rust_component("clippy", "clippy")?;
    let checks: [Check; 6] = [
        ("formatting", |_| process::run(process::cargo().args(["fmt", "--all", "--check"]))),
        ("Cargo.lock", |_| {
            process::output(process::cargo().args(["metadata", "--locked", "--format-version=1"])).map(drop)
        }),
        ("files", files),
        ("text areas", text_areas),
        ("lints", lints),
        ("lints of the browser's part", lints_of_wasm),
    ];
    let mut failed = Vec::new();
    for (name, check) in checks {
        if let Err(error) = process::step(name, || check(folders)) {
            eprintln!("error: {error:#}");
            failed.push(name);
        }
    }
    if failed.is_empty() {
        println!("every check passed");
        return Ok(ExitCode::SUCCESS);
    }
    println!("failed: {}", failed.join(", "));
    Ok(ExitCode::FAILURE)
}

fn lints(folders: &Folders) -> Result<()> {
    let targets = ["clippy", "--workspace", "--all-targets", "--features", "xtask/full"];
    clippy(folders, process::cargo().args(targets))
}

fn lints_of_wasm(folders: &Folders) -> Result<()> {
    if !wasm::prepare()? {
        eprintln!("not checked: Debian's compiler for wasm comes without clippy");
        return Ok(());
    }
    let app = ["clippy", "--package", "app", "--lib", "--target", "wasm32-unknown-unknown"];
    clippy(folders, process::cargo().args(app).args(["--no-default-features", "--features", "hydrate"]))
}

/// Clippy takes the place of the wrapper that keeps the crates of two clones apart, and checks again when its
/// arguments change: one of them says which clone this is.
fn clippy(folders: &Folders, command: &mut Command) -> Result<()> {
    let clone = site::content_hash(folders.root.as_os_str().as_encoded_bytes());
    process::run(command.args(["--", "--deny", "warnings", "--cfg", &format!("clone_{clone}")]))
}

/// A text area gives back what was typed, with its error beside it, only through its component.
fn text_areas(folders: &Folders) -> Result<()> {
    let source = folders.root.join("app/src");
    let raw: Vec<String> = site::files_below(&source)?
        .iter()
        .filter(|file| !file.starts_with(source.join("ui")))
        .filter(|file| fs::read_to_string(file).is_ok_and(|text| text.contains("<textarea")))
        .map(|file| file.display().to_string())
        .collect();
    if raw.is_empty() {
        return Ok(());
    }
    bail!("a raw <textarea> instead of the component TextArea in {}", raw.join(", "))
}

fn files(folders: &Folders) -> Result<()> {
    let list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
    let list = process::output(Command::new("git").args(list).current_dir(&folders.root))?;
    let mut faults = Vec::new();
    for name in list.split('\0').filter(|name| !name.is_empty()) {
        if name.ends_with(".snap.new") {
            faults.push(format!("{name}: a snapshot that nobody has accepted"));
        }
        // A file may have been removed and not yet taken out of the index; one that is not text holds no path.
        if let Ok(text) = fs::read_to_string(folders.root.join(name)) {
            faults.extend(faults_in(name, &text));
        }
    }
    if faults.is_empty() { Ok(()) } else { bail!("\n{}", faults.join("\n")) }
}

fn faults_in(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if MACHINE_FOLDERS.iter().any(|folder| names_folder(line, folder)) {
            faults.push(format!("{name}:{}: a path of one machine", number + 1));
        }
        let is_package_lock = Path::new(name).file_name().is_some_and(|file| file == "package-lock.json");
        if is_package_lock && line.contains("\"resolved\":") {
            faults.push(format!("{name}:{}: the address of a package registry", number + 1));
        }
    }
    faults
}

/// Whether the line names an absolute folder: the same words inside a longer path or address are something else.
fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(position, _)| {
        let before = line[..position].chars().next_back();
        before.is_none_or(|character| !character.is_alphanumeric() && !matches!(character, '-' | '_' | '.' | '~' | '}'))
    })
}

#[cfg(test)]
mod tests {
    use super::{MACHINE_FOLDERS, faults_in, names_folder};

    #[test]
    fn only_absolute_paths_of_a_machine_are_faults() {
        let folder = MACHINE_FOLDERS[0];
        assert!(names_folder(&format!("see {folder}shared"), folder));
        assert!(names_folder(&format!("\"{folder}main\""), folder));
        assert!(!names_folder(&format!("https://example.org{folder}x"), folder));
        assert!(!names_folder(&format!("social-{}x", &folder[1..]), folder));
    }

    #[test]
    fn lock_files_name_no_registry() {
        assert_eq!(faults_in("a/package-lock.json", "  \"resolved\": \"https://…\"").len(), 1);
        assert!(faults_in("a/package-lock.json", "  \"integrity\": \"sha512\"").is_empty());
    }
}
