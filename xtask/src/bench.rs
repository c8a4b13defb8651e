//! `cargo xtask bench`: how fast and how small, beside what others take for less.

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use crate::project::Project;
use crate::sizes::{self, CONTENT_BUDGET, WASM_BUDGET};
use crate::table::Table;
use crate::{build, process};

/// A reply of ordinary length must never be felt.
const CHECK_BUDGET_MICROSECONDS: f64 = 50.0;
/// What the first key of the day may cost, in milliseconds.
const FIRST_CHECK_BUDGET_MILLISECONDS: f64 = 20.0;
/// Engines keep what they compiled, so each of these is a process of its own.
const FIRST_CHECKS: usize = 15;
/// Numbers of patterns a language: what a check costs must not follow them.
const PATTERNS: [u32; 3] = [1_000, 5_000, 20_000];

const ENGINE: &str = "WebAssembly";
const CASES: [&str; 6] = ["fr 280", "en 280", "fr 2000", "en 2000", "fr 20000", "en 20000"];

/// The median of many runs, the fastest and the slowest.
#[derive(Clone, Copy)]
struct Figure {
    median: f64,
    min: f64,
    max: f64,
}

/// Builds, measures, prints; an error where a budget is broken.
pub(crate) fn run(project: &Project) -> Result<()> {
    build::run(project)?;
    println!("\nMeasuring: a minute or two\n");
    let engines = engines(project)?;
    let wasm = engines
        .iter()
        .find_map(|(name, figures)| (name == ENGINE).then_some(figures))
        .context("the WebAssembly figures are missing")?;

    println!("One check, in microseconds: median (fastest to slowest), by language and length in characters");
    println!("{}", times(&engines)?);
    println!("The same medians, as multiples of the WebAssembly core");
    println!("{}", ratios(&engines, wasm)?);
    println!("The peers do less: they look for words; no sentence, guard, message, source or replacement.\n");
    println!(
        "Patterns nobody wrote instead of those of the rules, natively, in microseconds a check of 280 characters:"
    );
    println!("drafts read again, and drafts never read before");
    println!("{}", growth(project)?);
    conclude(project, wasm, first_check(project)?)
}

/// What a check costs with ever more patterns; built apart, so that the real core is not built again after it.
fn growth(project: &Project) -> Result<Table> {
    const COLUMNS: [&str; 4] = ["fr 280", "en 280", "fr 280 unread", "en 280 unread"];
    let mut header = vec!["patterns a language"];
    header.extend(COLUMNS);
    header.push("bytes a pattern");
    let mut table = Table::new(&header);
    let mut least: Option<Vec<f64>> = None;
    for patterns in PATTERNS {
        let figures = native(project, Some(patterns))?;
        let medians: Vec<f64> =
            COLUMNS.iter().map(|case| Ok(figure(&figures, case)?.median)).collect::<Result<_>>()?;
        let least = least.get_or_insert_with(|| medians.clone());
        let mut row = vec![patterns.to_string()];
        row.extend(
            medians
                .iter()
                .zip(least)
                .map(|(median, least)| format!("{} (×{})", short(*median), short(median / *least))),
        );
        let packed = |key: &str| figures.get(key).and_then(Value::as_f64).context("no packed size");
        row.push(short((packed("fr packed")? + packed("en packed")?) / 2.0 / f64::from(patterns)));
        table.row(row);
    }
    Ok(table)
}

/// The native bench: with the patterns of the rules, or with so many others.
fn native(project: &Project, patterns: Option<u32>) -> Result<Map<String, Value>> {
    let mut cargo = project.cargo();
    cargo.args(["bench", "--package", "sangfroid", "--bench", "native", "--locked"]);
    if let Some(patterns) = patterns {
        cargo
            .env("SANGFROID_BENCH_PATTERNS", patterns.to_string())
            .env("CARGO_TARGET_DIR", project.target.join("patterns"));
    }
    last_json_line(&process::output(&mut cargo)?)
}

/// An engine and its figures by case.
type Engine = (String, Map<String, Value>);

fn engines(project: &Project) -> Result<Vec<Engine>> {
    let mut engines = vec![("native".to_owned(), native(project, None)?)];
    let in_node = process::output(&mut project.node_script("benches/node/checks.mjs"))?;
    for (name, figures) in last_json_line(&in_node)? {
        let figures = figures.as_object().context("a figure of Node is not an object")?.clone();
        engines.push((name, figures));
    }
    Ok(engines)
}

fn last_json_line(output: &str) -> Result<Map<String, Value>> {
    let line = output.lines().rfind(|line| line.starts_with('{')).context("a bench printed nothing")?;
    serde_json::from_str(line).context("a bench printed no JSON")
}

fn figure(figures: &Map<String, Value>, case: &str) -> Result<Figure> {
    let read = |key: &str| {
        figures
            .get(case)
            .and_then(|figure| figure.get(key))
            .and_then(Value::as_f64)
            .with_context(|| format!("the figure `{case}` is missing"))
    };
    Ok(Figure { median: read("median")?, min: read("min")?, max: read("max")? })
}

fn table_of(engines: &[Engine], cell: impl Fn(&Map<String, Value>, &str) -> Result<String>) -> Result<Table> {
    let mut header = vec![""];
    header.extend(CASES);
    let mut table = Table::new(&header);
    for (name, figures) in engines {
        let mut row = vec![name.clone()];
        for case in CASES {
            row.push(cell(figures, case)?);
        }
        table.row(row);
    }
    Ok(table)
}

fn times(engines: &[Engine]) -> Result<Table> {
    table_of(engines, |figures, case| {
        let Figure { median, min, max } = figure(figures, case)?;
        Ok(format!("{} ({}–{})", short(median), short(min), short(max)))
    })
}

fn ratios(engines: &[Engine], wasm: &Map<String, Value>) -> Result<Table> {
    table_of(engines, |figures, case| {
        Ok(format!("×{}", short(figure(figures, case)?.median / figure(wasm, case)?.median)))
    })
}

/// Three digits say enough.
fn short(value: f64) -> String {
    match value {
        value if value < 10.0 => format!("{value:.2}"),
        value if value < 100.0 => format!("{value:.1}"),
        value => format!("{value:.0}"),
    }
}

/// Compile, instantiate, check once: milliseconds.
fn first_check(project: &Project) -> Result<Figure> {
    let mut times = Vec::new();
    for _ in 0..FIRST_CHECKS {
        let printed = process::output(&mut project.node_script("benches/node/first-check.mjs"))?;
        times.push(printed.trim().parse::<f64>().context("no time was printed")?);
    }
    times.sort_by(f64::total_cmp);
    let at = |index: usize| times.get(index).copied().context("nothing was measured");
    Ok(Figure { median: at(FIRST_CHECKS / 2)?, min: at(0)?, max: at(FIRST_CHECKS - 1)? })
}

fn conclude(project: &Project, wasm: &Map<String, Value>, first: Figure) -> Result<()> {
    let sizes = sizes::weigh(project)?;
    let slowest = figure(wasm, "fr 280")?.median.max(figure(wasm, "en 280")?.median);
    let first_range = format!("{} ms ({}–{})", short(first.median), short(first.min), short(first.max));
    let checks = [
        (
            "check of 280 characters, WebAssembly",
            format!("{} µs", short(slowest)),
            format!("{CHECK_BUDGET_MICROSECONDS} µs"),
            slowest <= CHECK_BUDGET_MICROSECONDS,
        ),
        (
            "compile + instantiate + first check",
            first_range,
            format!("{FIRST_CHECK_BUDGET_MILLISECONDS} ms"),
            first.median <= FIRST_CHECK_BUDGET_MILLISECONDS,
        ),
        (
            "WebAssembly module",
            format!("{} bytes ({} gzip)", sizes.wasm.raw, sizes.wasm.gzip),
            format!("{WASM_BUDGET} bytes"),
            sizes.wasm.raw <= WASM_BUDGET,
        ),
        (
            "content script",
            format!("{} bytes gzip", sizes.content.gzip),
            format!("{CONTENT_BUDGET} bytes"),
            sizes.content.gzip <= CONTENT_BUDGET,
        ),
    ];
    let mut table = Table::new(&["", "measured", "budget", ""]);
    for (name, measured, budget, holds) in &checks {
        let word = if *holds { "ok" } else { "ABOVE" };
        table.row([(*name).to_owned(), measured.clone(), budget.clone(), word.to_owned()]);
    }
    print!("{table}");
    if checks.iter().all(|(_, _, _, holds)| *holds) {
        return Ok(());
    }
    bail!("a budget is broken");
}

#[cfg(test)]
mod tests {
    use super::{last_json_line, short};

    #[test]
    fn figures_are_printed_with_three_digits() {
        assert_eq!(short(1.234), "1.23");
        assert_eq!(short(12.34), "12.3");
        assert_eq!(short(1234.5), "1234");
    }

    #[test]
    fn the_json_line_is_found_among_others() -> anyhow::Result<()> {
        assert_eq!(last_json_line("a\n{\"b\":1}\n\n")?.len(), 1);
        assert!(last_json_line("nothing").is_err());
        Ok(())
    }
}
