//! `cargo xtask test`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::javascript::Node;
use crate::postgres::{Flush, Server};
use crate::program::Purpose;
use crate::tally::{Report, Tally};
use crate::{Folders, leftovers, process, program, site, tools};

/// The package whose tests need a database server.
const INTEGRATION: &str = "integration-tests";

#[derive(clap::Args)]
pub struct Options {
    /// Run one suite
    #[arg(long, value_enum)]
    only: Option<Suite>,
    /// Run tests whose name contains this
    filter: Option<String>,
}

#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum Suite {
    /// Unit, property and documentation tests of every crate
    Unit,
    /// The whole server on SQLite and on PostgreSQL
    Integration,
    /// The whole program in Chromium
    Browser,
}

impl Options {
    fn includes(&self, suite: Suite) -> bool {
        self.only.is_none_or(|only| only == suite)
    }
}

/// Builds everything, runs the suites one after the other, and closes on how many tests ran.
pub fn run(folders: &Folders, options: &Options) -> Result<ExitCode> {
    let mut report = Report::default();
    let begun = Instant::now();
    match Ground::prepare(folders, options) {
        Ok(ground) => ground.run_suites(&mut report)?,
        Err(error) => {
            eprintln!("error: {error:#}");
            report.add("build", Tally { failed: 1, ..Tally::default() }, begun.elapsed());
        }
    }
    report.print();
    Ok(if report.total().failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A suite, the name under which it is reported, and how it is run.
type Run<'a> = (Suite, &'static str, fn(&Ground<'a>) -> Result<Tally>);

/// What the tests stand on.
struct Ground<'a> {
    folders: &'a Folders,
    options: &'a Options,
    node: Node,
    trame: PathBuf,
    database: Option<Server>,
}

impl<'a> Ground<'a> {
    fn prepare(folders: &'a Folders, options: &'a Options) -> Result<Self> {
        leftovers::remove(folders)?;
        let node = Node::ensure(&folders.cargo_target)?;
        site::build(folders, &node)?;
        let trame = program::build(folders, false, Purpose::Here)?;
        if options.only != Some(Suite::Browser) {
            process::step("test programs", || process::run(cargo_test().arg("--no-run")))?;
        }
        let database = if options.only == Some(Suite::Unit) { None } else { Some(Server::start(Flush::Off)?) };
        Ok(Self { folders, options, node, trame, database })
    }

    fn run_suites(&self, report: &mut Report) -> Result<()> {
        let suites: [Run<'a>; 3] = [
            (Suite::Unit, "unit", Self::unit),
            (Suite::Integration, "integration", Self::integration),
            (Suite::Browser, "browser", Self::browser),
        ];
        for (suite, name, run) in suites {
            if !self.options.includes(suite) {
                continue;
            }
            eprintln!("▸ {name} tests");
            let (tally, took) = timed(|| run(self));
            let tally = tally.unwrap_or_else(|error| {
                eprintln!("error: {error:#}");
                Tally { failed: 1, ..Tally::default() }
            });
            report.add(name, tally, took);
        }
        Ok(())
    }

    /// Cargo chooses by kind and name, never by package: with the same packages selected everywhere, dependencies
    /// have the same features everywhere and are built once.
    fn unit(&self) -> Result<Tally> {
        let mut programs = cargo_test();
        programs.args(["--lib", "--bins"]);
        for test in self.tests(|package| package != INTEGRATION && package != "xtask")? {
            programs.args(["--test", &test]);
        }
        let mut tally = self.rust(&mut programs)?;
        tally += self.rust(cargo_test().arg("--doc"))?;
        let mut own = process::cargo();
        own.args(["test", "--package", "xtask", "--features", "full", "--no-fail-fast"]);
        tally += self.rust(&mut own)?;
        Ok(tally)
    }

    fn integration(&self) -> Result<Tally> {
        let mut programs = cargo_test();
        for test in self.tests(|package| package == INTEGRATION)? {
            programs.args(["--test", &test]);
        }
        self.rust(&mut programs)
    }

    fn browser(&self) -> Result<Tally> {
        let folder = self.folders.root.join("tests/e2e");
        if !has_specifications(&folder)? {
            eprintln!("tests/e2e has no test yet");
            return Ok(Tally::default());
        }
        let chromium = tools::chromium()?;
        self.node.install(&folder)?;
        let results = self.folders.own_target.join("playwright.json");
        if results.exists() {
            fs::remove_file(&results)?;
        }
        let mut playwright = self.node.script(&folder.join("node_modules/@playwright/test/cli.js"));
        playwright.args(["test", "--reporter=list,json"]).current_dir(&folder);
        playwright.env("PLAYWRIGHT_JSON_OUTPUT_FILE", &results).env("CHROMIUM", chromium);
        if let Some(server) = &self.database {
            playwright.env("TRAME_BROWSER_POSTGRES_URL", server.database("browser")?);
        }
        if let Some(filter) = &self.options.filter {
            playwright.args(["--pass-with-no-tests", "--grep"]).arg(filter);
        }
        let succeeded = process::watch(self.equip(&mut playwright), |_| {})?;
        let tally = fs::read_to_string(&results).map(|report| Tally::of_playwright(&report));
        Ok(tally.unwrap_or_else(|_| Ok(Tally::default()))?.or_one_failure(succeeded))
    }

    fn rust(&self, command: &mut Command) -> Result<Tally> {
        if let Some(filter) = &self.options.filter {
            command.arg("--").arg(filter);
        }
        let mut tally = Tally::default();
        let succeeded = process::watch(self.equip(command), |line| {
            if let Some(result) = Tally::of_test_result(line) {
                tally += result;
            }
        })?;
        Ok(tally.or_one_failure(succeeded))
    }

    fn equip<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        if let Some(database) = &self.database {
            command.env("TRAME_TEST_POSTGRES_URL", database.address());
        }
        command.env("TRAME_BIN", &self.trame)
    }

    fn tests(&self, of_package: impl Fn(&str) -> bool) -> Result<Vec<String>> {
        let metadata = process::output(process::cargo().args(["metadata", "--no-deps", "--format-version=1"]))?;
        let metadata: Value = serde_json::from_str(&metadata)?;
        let tests = test_names(&metadata, of_package);
        tests.context("cargo metadata has an unknown form")
    }
}

fn cargo_test() -> Command {
    let mut cargo = process::cargo();
    cargo.args(["test", "--workspace", "--exclude", "xtask", "--no-fail-fast"]);
    cargo
}

fn test_names(metadata: &Value, of_package: impl Fn(&str) -> bool) -> Option<Vec<String>> {
    let mut names = Vec::new();
    for package in metadata["packages"].as_array()? {
        if of_package(package["name"].as_str()?) {
            for target in package["targets"].as_array()? {
                if target["kind"][0] == "test" {
                    names.push(target["name"].as_str()?.to_owned());
                }
            }
        }
    }
    Some(names)
}

fn has_specifications(folder: &Path) -> Result<bool> {
    if !folder.join("package.json").exists() {
        bail!("{} has no package.json", folder.display());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let is_specification = name.contains(".spec.") || name.contains(".test.");
        if is_specification || (path.is_dir() && name != "node_modules" && has_below(&path)?) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn has_below(folder: &Path) -> Result<bool> {
    Ok(site::files_below(folder)?.iter().any(|file| {
        let name = file.to_string_lossy();
        name.contains(".spec.") || name.contains(".test.")
    }))
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let result = work();
    (result, begun.elapsed())
}

#[cfg(test)]
mod tests {
    use super::test_names;

    #[test]
    fn tests_are_found_by_package_and_kind() {
        let metadata = serde_json::json!({"packages": [
            {"name": "domain", "targets": [{"name": "domain", "kind": ["lib"]}, {"name": "access", "kind": ["test"]}]},
            {"name": "integration-tests", "targets": [{"name": "it", "kind": ["test"]}]},
        ]});
        assert_eq!(test_names(&metadata, |name| name == "domain"), Some(vec!["access".to_owned()]));
    }
}
