//! The project's own commands: `cargo xtask build | test | bench | demo`.
//!
//! Everything a newcomer needs beyond Rust and Node is installed or named from here.

#![allow(clippy::print_stdout, reason = "a command speaks through its standard output")]

mod bench;
mod browsers;
mod build;
mod core_build;
mod demo;
mod node;
mod process;
mod project;
mod sizes;
mod table;
mod test;
mod toolchain;
mod types;
mod versions;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::project::Project;

const USAGE: &str = "\
cargo xtask <command>

  demo    builds, then opens Sang-froid on its practice page
            --headless           plays the scenario without a display, writes target/demo/
            --browser firefox    in Firefox instead of Chromium
  test    runs everything, both real browsers included
            --only <text>        only the steps whose name contains this text
  build   makes pkg/, dist/chrome/, dist/firefox/ and the two archives
  evaluate  measures the checker on the labelled texts beside the repository, writes docs/QUALITY.md
            --changes            says what is newly caught and newly wrong since the last run
  train   trains the model on them, writes src/model/weights.bin and src/reading/weights.bin
  bench   prints the figures, with their peers";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((command, options)) = arguments.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    match command.as_str() {
        "build" => {
            expect_no_options(options)?;
            build::run(&Project::find()?)
        }
        "test" => test::run(&Project::find()?, &test::Options::parse(options)?),
        "bench" => {
            expect_no_options(options)?;
            bench::run(&Project::find()?)
        }
        "demo" => demo::run(&Project::find()?, &demo::Options::parse(options)?),
        "train" => {
            expect_no_options(options)?;
            quality(&Project::find()?, &["train"])
        }
        "evaluate" => match options {
            [] => quality(&Project::find()?, &["evaluate"]),
            [changes] if changes == "--changes" => quality(&Project::find()?, &["evaluate", "--changes"]),
            _ => bail!("`evaluate` takes --changes or nothing\n\n{USAGE}"),
        },
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("unknown command `{other}`\n\n{USAGE}"),
    }
}

/// Training and measuring need the inside of the core, and are a package of their own.
fn quality(project: &Project, arguments: &[&str]) -> Result<()> {
    let run = ["run", "--profile", "quick", "--package", "quality", "--locked", "--"];
    process::run(project.cargo().args(run).args(arguments))
}

fn expect_no_options(options: &[String]) -> Result<()> {
    match options {
        [] => Ok(()),
        [first, ..] => bail!("unknown option `{first}`\n\n{USAGE}"),
    }
}
