//! `trame`: one file that holds pages, styles, fonts and migrations.

use std::process::ExitCode;

use clap::Parser;
use trame_server::commands::{self, Cli};

fn main() -> ExitCode {
    let cli = Cli::parse();
    // At least four: a page that computes must not keep a vote waiting, even on one core.
    let workers = std::thread::available_parallelism().map_or(4, |cores| cores.get().max(4));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build();
    match runtime {
        Ok(runtime) => runtime.block_on(commands::run(cli)),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
