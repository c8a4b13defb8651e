//! `cargo xtask test`: every check, the cheapest first; all of them run even when one fails.

mod counts;
mod steps;

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use self::counts::Counts;
use self::steps::{STEPS, Step};
use crate::project::Project;
use crate::table::Table;

/// What was asked for on the command line.
pub(crate) struct Options {
    only: Option<String>,
}

impl Options {
    /// Reads `--only <text>`.
    pub(crate) fn parse(arguments: &[String]) -> Result<Self> {
        match arguments {
            [] => Ok(Self { only: None }),
            [option, text] if option == "--only" => Ok(Self { only: Some(text.to_lowercase()) }),
            _ => bail!("`cargo xtask test` takes nothing, or `--only <part of a step's name>`"),
        }
    }

    fn wants(&self, step: &Step) -> bool {
        self.only.as_ref().is_none_or(|text| step.name.to_lowercase().contains(text))
    }
}

enum Ending {
    Passed(Counts),
    Failed(Counts),
    /// What it needs did not succeed.
    NotRun,
}

struct Line {
    name: &'static str,
    ending: Ending,
    time: Duration,
}

/// Runs the steps and prints how each ended.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let steps: Vec<&Step> = STEPS.iter().filter(|step| options.wants(step)).collect();
    if steps.is_empty() {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        bail!("no step has this in its name; the steps are: {}", names.join(", "));
    }
    let started = Instant::now();
    let mut lines = Vec::new();
    let mut built = true;
    for (index, step) in steps.iter().enumerate() {
        println!("\n[{}/{}] {}", index + 1, steps.len(), step.name);
        let line = if step.needs_build && !built {
            println!("not run: the build failed");
            Line { name: step.name, ending: Ending::NotRun, time: Duration::ZERO }
        } else {
            time(project, step)
        };
        if step.builds && !matches!(line.ending, Ending::Passed(_)) {
            built = false;
        }
        lines.push(line);
    }
    conclude(&lines, started.elapsed())
}

fn time(project: &Project, step: &Step) -> Line {
    let started = Instant::now();
    let ending = match (step.run)(project) {
        Ok(counts) if counts.failed == 0 => Ending::Passed(counts),
        Ok(counts) => Ending::Failed(counts),
        Err(error) => {
            println!("error: {error:#}");
            Ending::Failed(Counts { passed: 0, failed: 1 })
        }
    };
    Line { name: step.name, ending, time: started.elapsed() }
}

fn conclude(lines: &[Line], time: Duration) -> Result<()> {
    let mut table = Table::new(&["", "passed", "failed", "time", ""]);
    let mut total = Counts::default();
    for line in lines {
        let (counts, word) = match &line.ending {
            Ending::Passed(counts) => (*counts, "ok"),
            Ending::Failed(counts) => (*counts, "FAILED"),
            // Counted as a failure: nobody may take "not run" for "passed".
            Ending::NotRun => (Counts { passed: 0, failed: 1 }, "NOT RUN"),
        };
        total += counts;
        table.row([
            line.name.to_owned(),
            counts.passed.to_string(),
            counts.failed.to_string(),
            seconds(line.time),
            word.to_owned(),
        ]);
    }
    println!("\n{table}\nTotal time: {}", seconds(time));
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 {
        bail!("not everything passed");
    }
    Ok(())
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
