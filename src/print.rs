//! Answers written for people: in colour, with the words underlined.

use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style};
use sangfroid::wire::{AnalyzeRequest, CheckRequest, Finding, Reading, Report, Severity, Suggestions};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

fn colour(severity: Severity) -> AnsiColor {
    match severity {
        Severity::Info => AnsiColor::Blue,
        Severity::Advice => AnsiColor::Cyan,
        Severity::Warn => AnsiColor::Yellow,
        Severity::Block => AnsiColor::Red,
    }
}

fn underlined(severity: Severity) -> Style {
    Style::new().fg_color(Some(colour(severity).into())).effects(Effects::UNDERLINE)
}

/// A draft with its findings.
pub(crate) fn report(out: &mut dyn Write, request: &CheckRequest, report: &Report) -> io::Result<()> {
    let draft: Vec<char> = safe(request.draft()).chars().collect();
    let part =
        |from: usize, to: usize| -> String { draft.get(from..to).unwrap_or_default().iter().collect() };
    let mut at = 0;
    for finding in &report.findings {
        let style = underlined(finding.severity);
        write!(out, "{}", part(at, finding.start.max(at)))?;
        write!(out, "{style}{}{style:#}", part(finding.start.max(at), finding.end))?;
        at = finding.end.max(at);
    }
    writeln!(out, "{}", part(at, draft.len()))?;
    let verdict = serde_json::to_value(report.verdict)?;
    writeln!(
        out,
        "{BOLD}{}{BOLD:#} · {}/100 · {}",
        verdict.as_str().unwrap_or_default(),
        report.temperature,
        report.language
    )?;
    for finding in &report.findings {
        print_finding(out, finding)?;
    }
    writeln!(out)
}

fn print_finding(out: &mut dyn Write, finding: &Finding) -> io::Result<()> {
    let style = Style::new().fg_color(Some(colour(finding.severity).into())).bold();
    writeln!(out, "  {style}{}{style:#}  {}", finding.rule, finding.message)?;
    if !finding.text.is_empty() {
        writeln!(out, "      « {} »", safe(&finding.text))?;
    }
    writeln!(out, "      {DIM}{} ({}){DIM:#}", finding.why, finding.source)?;
    for fix in &finding.fixes {
        writeln!(out, "      → {} : {}", fix.label, safe(&fix.replacement))?;
    }
    Ok(())
}

/// What was read in a comment.
pub(crate) fn reading(out: &mut dyn Write, request: &AnalyzeRequest, reading: &Reading) -> io::Result<()> {
    writeln!(out, "{BOLD}{}{BOLD:#}", safe(&request.text))?;
    let value = serde_json::to_value(reading)?;
    for (name, field) in value.as_object().into_iter().flatten() {
        if name != "id" {
            writeln!(out, "  {DIM}{name}{DIM:#}  {field}")?;
        }
    }
    writeln!(out)
}

/// Replies ready to be taken.
pub(crate) fn suggestions(
    out: &mut dyn Write,
    request: &CheckRequest,
    answer: &Suggestions,
) -> io::Result<()> {
    if let Some(comment) = &request.comment {
        writeln!(out, "{DIM}{}{DIM:#}", safe(comment))?;
    }
    for suggestion in &answer.suggestions {
        writeln!(out, "  {BOLD}{}{BOLD:#}\n    {}", suggestion.title, suggestion.text)?;
    }
    if let Some(calm) = &answer.calm {
        writeln!(out, "  {BOLD}↓{BOLD:#}\n    {calm}")?;
    }
    writeln!(out)
}

/// Text of others on a terminal: control characters, which could drive it, are made visible; their number stays.
fn safe(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
            c if c.is_control() => '\u{FFFD}',
            c => c,
        })
        .collect()
}
