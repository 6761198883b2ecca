//! `cargo xtask bench` starts this program.

use std::process::ExitCode;

use bench::{measure, server};
use clap::Parser;

/// Measures the server beside a bare handler.
#[derive(Debug, Parser)]
enum Command {
    /// Measure, print a table, and keep it
    Run(measure::Options),
    /// Be one of the servers that are measured
    Serve(server::Options),
}

fn main() -> ExitCode {
    let command = Command::parse();
    // As many workers as `trame` has.
    let workers = std::thread::available_parallelism().map_or(4, |cores| cores.get().max(4));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build();
    let result = runtime.map_err(anyhow::Error::from).and_then(|runtime| {
        runtime.block_on(async {
            match command {
                Command::Run(options) => measure::run(options).await,
                Command::Serve(options) => server::serve(options).await,
            }
        })
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
