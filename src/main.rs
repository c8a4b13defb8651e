//! The command line: one JSON object a line in, one a line out, in the same order.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use sangfroid::wire::{AnalyzeRequest, CheckRequest};
use sangfroid::{Checker, Policy, Unit};

mod lines;
mod print;

use lines::Service;

/// Checks replies, reads comments and suggests answers, line by line, from standard input to standard output.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check drafts: {"id","draft","comment"?,"lang"?,"network"?,"visibility"?,"author"?} a line.
    Check(Options),
    /// Read comments: {"id","text","lang"?,"network"?} a line.
    Analyze(Options),
    /// Suggest replies: as for `check`, the draft being optional.
    Suggest(Options),
}

#[derive(clap::Args)]
struct Options {
    /// The brand's policy (JSON).
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,
    /// What is written: JSON lines, or text for people.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Text,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            // A reader that has gone (`| head`) is no error to speak of.
            if problem.kind() != io::ErrorKind::BrokenPipe {
                let _ = writeln!(io::stderr(), "sangfroid: {problem}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Whether every line was good.
fn run(arguments: Arguments) -> io::Result<bool> {
    let (Command::Check(options) | Command::Analyze(options) | Command::Suggest(options)) =
        &arguments.command;
    let checker = Checker::new(policy(options)?);
    let text = options.format == Format::Text;
    match &arguments.command {
        Command::Check(_) => Service {
            complete: CheckRequest::with_draft,
            ask: |request: &CheckRequest| checker.check(request, Unit::Scalar),
            printer: text.then_some(print::report as _),
        }
        .run(),
        Command::Analyze(_) => Service {
            complete: Ok::<AnalyzeRequest, String>,
            ask: |request: &AnalyzeRequest| checker.analyze(request),
            printer: text.then_some(print::reading as _),
        }
        .run(),
        Command::Suggest(_) => Service {
            complete: Ok::<CheckRequest, String>,
            ask: |request: &CheckRequest| checker.suggest(request),
            printer: text.then_some(print::suggestions as _),
        }
        .run(),
    }
}

fn policy(options: &Options) -> io::Result<Policy> {
    let Some(path) = &options.policy else { return Ok(Policy::default()) };
    let told = |problem: String| io::Error::other(format!("{}: {problem}", path.display()));
    let text = std::fs::read_to_string(path).map_err(|e| told(e.to_string()))?;
    let policy = Policy::parse(&text).map_err(|e| told(e.to_string()))?;
    for refused in policy.refused() {
        let _ = writeln!(io::stderr(), "sangfroid: {}: {refused}; left out", path.display());
    }
    Ok(policy)
}
