//! Trains the model and measures the checker; called by `cargo xtask train` and `cargo xtask evaluate`.

#![allow(clippy::print_stdout, reason = "a command speaks through its standard output")]

mod corpus;
mod evaluate;
mod figures;
mod linear;
mod reader;
mod rules;
mod train;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let repository =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the package lies in the repository")?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["train"] => {
            reader::run(repository)?;
            train::run(repository)
        }
        ["train", "--reader"] => reader::run(repository),
        ["train", "--reader", "--folds"] => reader::folds(repository),
        ["evaluate"] => evaluate::run(repository, false),
        ["evaluate", "--changes"] => evaluate::run(repository, true),
        _ => bail!("train [--reader [--folds]], evaluate or evaluate --changes is expected"),
    }
}
