//! A PostgreSQL server in a temporary folder, gone when whoever needed it is.

use std::fs;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

use anyhow::{Context, Result};

use crate::{process, tools};

/// Whether what is committed survives a power cut.
#[derive(Clone, Copy)]
pub enum Flush {
    /// Tests have nothing to lose.
    Off,
    /// What is measured must be durable.
    On,
}

/// A running server.
pub struct Server {
    programs: PathBuf,
    address: String,
    guard: Child,
    lifeline: Option<ChildStdin>,
}

impl Server {
    /// Creates a cluster and starts it on a free port.
    pub fn start(flush: Flush) -> Result<Self> {
        let programs = tools::postgresql()?;
        process::step("starting PostgreSQL", || {
            let folder = temporary_folder()?;
            // The guard comes first: whatever happens from here on, it stops the server and removes the folder.
            let mut guard = guard(&programs, &folder)?;
            let lifeline = guard.stdin.take();
            let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
            let address = format!("postgres://trame@127.0.0.1:{port}/postgres");
            let server = Self { programs: programs.clone(), address, guard, lifeline };
            let data = folder.join("data");
            process::output(
                as_postgres(&programs.join("initdb"))
                    .args(["--auth=trust", "--username=trame", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"])
                    .arg("--pgdata")
                    .arg(&data)
                    .current_dir(&folder),
            )?;
            let flush = match flush {
                Flush::Off => "off",
                Flush::On => "on",
            };
            let settings = format!(
                "-p {port} -k {} -c listen_addresses=127.0.0.1 -c max_connections=300 -c fsync={flush}",
                folder.display()
            );
            // The server keeps its output open for as long as it lives, so that goes to a file.
            process::run(
                as_postgres(&programs.join("pg_ctl"))
                    .args(["start", "--silent", "--wait", "--options", &settings, "--pgdata"])
                    .arg(&data)
                    .arg("--log")
                    .arg(folder.join("log"))
                    .current_dir(&folder)
                    .stdout(Stdio::null()),
            )?;
            Ok(server)
        })
    }

    /// Where tests connect to create their own databases.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Creates an empty database, for those who cannot; its address.
    pub fn database(&self, name: &str) -> Result<String> {
        process::output(
            as_postgres(&self.programs.join("createdb"))
                .args(["--maintenance-db", &self.address, name])
                .current_dir("/"),
        )?;
        let (server, _) = self.address.rsplit_once('/').context("the address names no database")?;
        Ok(format!("{server}/{name}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.lifeline.take());
        if let Err(error) = self.guard.wait() {
            eprintln!("PostgreSQL may still be running: {error}");
        }
    }
}

/// A shell that waits until its input closes, which happens when this process ends in any way at all, and then
/// cleans up. It has a process group of its own, so that an interrupt from the keyboard does not reach it.
fn guard(programs: &Path, folder: &Path) -> Result<Child> {
    const CLEAN_UP: &str = "read -r _; \"$@\"; rm -rf -- \"$FOLDER\"";
    let mut stop = as_postgres(&programs.join("pg_ctl"));
    stop.args(["stop", "--silent", "--mode=immediate", "--pgdata"]).arg(folder.join("data"));
    Command::new("sh")
        .args(["-c", CLEAN_UP, "sh"])
        .arg(stop.get_program())
        .args(stop.get_args())
        .env("FOLDER", folder)
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .context("cannot start sh")
}

/// PostgreSQL refuses to run as root.
fn as_postgres(program: &Path) -> Command {
    if !tools::is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]).arg(program);
    command
}

fn temporary_folder() -> Result<PathBuf> {
    let folder = process::output(Command::new("mktemp").args(["--directory", "--tmpdir", "trame-postgres.XXXXXX"]))?;
    let folder = fs::canonicalize(folder.trim())?;
    if tools::is_root() {
        process::run(Command::new("chown").arg("postgres").arg(&folder))?;
    }
    Ok(folder)
}
