//! Comments: what is read of them.

use std::fmt::Write as _;

use sangfroid::Checker;
use sangfroid::wire::{AnalyzeRequest, Reading};
use serde::Serialize;

use super::LANGUAGES;
use crate::corpus::{Labelled, Set};
use crate::figures::{F1, Share};

/// Reads one.
pub(super) fn read(checker: &Checker, text: String, language: Option<&str>) -> Reading {
    checker.analyze(&AnalyzeRequest { text, lang: language.map(str::to_owned), ..AnalyzeRequest::default() })
}

/// As it is written on the wire.
pub(crate) fn name(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

#[derive(Default)]
struct Figures {
    language: Share,
    kinds: F1,
    topic: Share,
    sentiment: Share,
    deletable: Share,
    wrongly_deletable: Share,
    complaint: Share,
}

/// The figures that are aimed at. The language is not told to the reader.
pub(super) fn summary(all: &[(Set, Labelled)], set: Set, out: &mut String) {
    let checker = Checker::default();
    let figures = LANGUAGES.map(|language| {
        let mut f = Figures::default();
        for (_, comment) in all.iter().filter(|(s, c)| *s == set && c.lang == language) {
            let reading = read(&checker, comment.text.clone(), None);
            let kinds: Vec<String> = reading.kinds.iter().map(name).collect();
            f.language.add(reading.language == language);
            f.kinds.hits += comment.kinds.iter().filter(|kind| kinds.contains(kind)).count();
            f.kinds.found += kinds.len();
            f.kinds.expected += comment.kinds.len();
            f.topic.add(name(reading.topic) == comment.topic);
            if !comment.sentiment.is_empty() {
                f.sentiment.add(name(reading.sentiment) == comment.sentiment);
            }
            let share = if comment.deletable { &mut f.deletable } else { &mut f.wrongly_deletable };
            share.add(reading.deletable);
            if comment.kinds.iter().any(|kind| kind == "complaint") {
                f.complaint.add(kinds.iter().any(|kind| kind == "complaint"));
            }
        }
        f
    });
    let [fr, en] = figures;
    out.push_str("| | French | English |\n|---|---|---|\n");
    let _ = writeln!(out, "| language | {} | {} |", fr.language, en.language);
    let _ = writeln!(out, "| kinds, F1 | {} | {} |", fr.kinds, en.kinds);
    let _ = writeln!(out, "| complaints seen | {} | {} |", fr.complaint, en.complaint);
    let _ = writeln!(out, "| topic | {} | {} |", fr.topic, en.topic);
    let _ = writeln!(out, "| sentiment | {} | {} |", fr.sentiment, en.sentiment);
    let _ = writeln!(out, "| deletable ones seen | {} | {} |", fr.deletable, en.deletable);
    let _ =
        writeln!(out, "| others called deletable | {} | {} |", fr.wrongly_deletable, en.wrongly_deletable);
}
