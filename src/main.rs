//! The command line: one JSON object a line in, one a line out, in the same order.

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use sangfroid::wire::{AnalyzeRequest, CheckRequest};
use sangfroid::{Checker, Policy, Unit};
use serde::{Serialize, de::DeserializeOwned};

mod print;

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
        Command::Check(_) => lines(
            CheckRequest::with_draft,
            |request| checker.check(request, Unit::Scalar),
            text.then_some(print::report),
        ),
        Command::Analyze(_) => lines(
            Ok::<AnalyzeRequest, String>,
            |request| checker.analyze(request),
            text.then_some(print::reading),
        ),
        Command::Suggest(_) => lines(
            Ok::<CheckRequest, String>,
            |request| checker.suggest(request),
            text.then_some(print::suggestions),
        ),
    }
}

fn policy(options: &Options) -> io::Result<Policy> {
    let Some(path) = &options.policy else { return Ok(Policy::default()) };
    let told = |problem: String| io::Error::other(format!("{}: {problem}", path.display()));
    let text = std::fs::read_to_string(path).map_err(|e| told(e.to_string()))?;
    Policy::parse(&text).map_err(|e| told(e.to_string()))
}

type Printer<Request, Answer> = fn(&mut dyn Write, &Request, &Answer) -> io::Result<()>;

/// Answers every line of standard input.
fn lines<Request: DeserializeOwned, Answer: Serialize>(
    complete: impl Fn(Request) -> Result<Request, String>,
    ask: impl Fn(&Request) -> Answer,
    printer: Option<Printer<Request, Answer>>,
) -> io::Result<bool> {
    let mut input = BufReader::with_capacity(1 << 16, io::stdin().lock());
    let colours = printer.is_some().then(|| anstream::AutoStream::choice(&io::stdout()));
    let stdout = io::stdout().lock();
    let mut out: Box<dyn Write> = match colours {
        Some(choice) => Box::new(anstream::AutoStream::new(stdout, choice)),
        None => Box::new(BufWriter::with_capacity(1 << 16, stdout)),
    };
    let mut all_good = true;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let read = serde_json::from_slice::<Request>(&line).map_err(|e| e.to_string());
        match read.and_then(&complete) {
            Ok(request) => {
                let answer = ask(&request);
                match printer {
                    Some(print) => print(&mut *out, &request, &answer)?,
                    None => {
                        serde_json::to_writer(&mut *out, &answer)?;
                        out.write_all(b"\n")?;
                    }
                }
            }
            Err(problem) => {
                all_good = false;
                let refused = Refused { id: id_of(&line), error: problem };
                serde_json::to_writer(&mut *out, &refused)?;
                out.write_all(b"\n")?;
            }
        }
    }
    out.flush()?;
    Ok(all_good)
}

/// The answer to a line that cannot be read.
#[derive(Serialize)]
struct Refused {
    id: serde_json::Value,
    error: String,
}

/// The id of a line that is no good request, where it can be had.
fn id_of(line: &[u8]) -> serde_json::Value {
    serde_json::from_slice::<serde_json::Value>(line)
        .ok()
        .and_then(|value| value.get("id").cloned())
        .unwrap_or_default()
}
