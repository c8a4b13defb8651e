//! What the reader of comments is worth on the authored comments of `data/dev`, printed and held above a floor.
//!
//! Most of these comments shaped the cues and the votes of the scorer: the figures say that nothing was lost,
//! not what is to be expected of comments nobody has read.
//! The comments stand beside the repository, not in it: where they are absent the test says so and passes.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs, reason = "a test that prints figures")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use sangfroid::Checker;
use sangfroid::wire::{AnalyzeRequest, Reading};
use serde::Deserialize;

#[derive(Deserialize)]
struct Labelled {
    lang: String,
    text: String,
    kinds: Vec<String>,
    topic: String,
    sentiment: String,
    deletable: bool,
}

/// One comment with what was read of it.
struct Pair {
    expected: Labelled,
    read: Reading,
}

fn comments() -> Option<Vec<Labelled>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/dev/comments.jsonl.gz");
    if !path.exists() {
        return None;
    }
    let unzipped = Command::new("gzip").arg("-dc").arg(&path).output().ok()?;
    let text = String::from_utf8(unzipped.stdout).ok()?;
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

fn name<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn share(pairs: &[&Pair], is: impl Fn(&Pair) -> bool) -> f64 {
    100.0 * pairs.iter().filter(|pair| is(pair)).count() as f64 / pairs.len().max(1) as f64
}

/// F1 over all kinds together.
fn kinds_f1(pairs: &[&Pair]) -> f64 {
    let (mut hits, mut expected, mut found) = (0, 0, 0);
    for pair in pairs {
        let read: Vec<String> = pair.read.kinds.iter().map(name).collect();
        hits += pair.expected.kinds.iter().filter(|kind| read.contains(kind)).count();
        expected += pair.expected.kinds.len();
        found += read.len();
    }
    200.0 * hits as f64 / (expected + found) as f64
}

struct Figures {
    language: f64,
    kinds: f64,
    topic: f64,
    sentiment: f64,
    deletable_recall: f64,
    deletable_wrongly: f64,
}

fn measure(pairs: &[&Pair]) -> Figures {
    let some = |deletable: bool| {
        pairs.iter().copied().filter(|p| p.expected.deletable == deletable).collect::<Vec<_>>()
    };
    Figures {
        language: share(pairs, |p| p.read.language == p.expected.lang),
        kinds: kinds_f1(pairs),
        topic: share(pairs, |p| name(&p.read.topic) == p.expected.topic),
        sentiment: share(pairs, |p| name(&p.read.sentiment) == p.expected.sentiment),
        deletable_recall: share(&some(true), |p| p.read.deletable),
        deletable_wrongly: share(&some(false), |p| p.read.deletable),
    }
}

#[test]
fn the_reader_holds_its_floor_on_dev() {
    let Some(comments) = comments() else {
        println!("skipped: ../shared/data/dev/comments.jsonl.gz is not here");
        return;
    };
    let checker = Checker::default();
    let pairs: Vec<Pair> = comments
        .into_iter()
        .map(|expected| {
            let request = AnalyzeRequest { text: expected.text.clone(), ..AnalyzeRequest::default() };
            Pair { read: checker.analyze(&request), expected }
        })
        .collect();
    let mut groups: BTreeMap<String, Vec<&Pair>> = BTreeMap::new();
    for pair in &pairs {
        groups.entry("all".to_owned()).or_default().push(pair);
        groups.entry(pair.expected.lang.clone()).or_default().push(pair);
    }
    println!(
        "{:<14} {:>5} {:>9} {:>6} {:>6} {:>10} {:>10} {:>8}",
        "comments", "n", "language", "kinds", "topic", "sentiment", "deletable", "wrongly"
    );
    for (group, pairs) in &groups {
        let f = measure(pairs);
        println!(
            "{group:<14} {:>5} {:>8.1}% {:>6.1} {:>5.1}% {:>9.1}% {:>9.1}% {:>7.1}%",
            pairs.len(),
            f.language,
            f.kinds,
            f.topic,
            f.sentiment,
            f.deletable_recall,
            f.deletable_wrongly
        );
    }
    let all = measure(&groups["all"]);
    assert!(all.language >= 95.0, "language {:.1}", all.language);
    assert!(all.kinds >= 72.0, "kinds {:.1}", all.kinds);
    assert!(all.topic >= 58.0, "topic {:.1}", all.topic);
    assert!(all.deletable_recall >= 75.0, "deletable {:.1}", all.deletable_recall);
    assert!(all.deletable_wrongly <= 4.0, "criticism called deletable {:.1}", all.deletable_wrongly);
}

fn read(text: &str) -> Reading {
    Checker::default().analyze(&AnalyzeRequest { text: text.to_owned(), ..AnalyzeRequest::default() })
}

#[test]
fn harsh_criticism_is_never_deletable() {
    for text in [
        "votre service est merdique, arnaque, honteux",
        "Entreprise de merde, à fuir, honte à vous",
        "Escrocs, menteurs, je vais porter plainte",
        "service nul",
        "Votre appli est une vraie bouse, impossible de valider un panier.",
        "C'est du vol, remboursez-moi immédiatement !!!",
        "Your service is shit, a scam, a disgrace",
        "Worst company ever, absolute joke, avoid at all costs",
        "This app is garbage and your prices are daylight robbery",
    ] {
        let reading = read(text);
        assert!(!reading.deletable, "{text}: {:?}", reading.kinds);
        assert_eq!(name(&reading.sentiment), "negative", "{text}");
    }
}

#[test]
fn praise_beside_a_failure_is_a_complaint() {
    for text in [
        "Bravo, 3 h de retard 👏",
        "Bravo pour les 3 heures de retard, vraiment au top",
        "Merci d'avoir perdu mon colis, super service 👏",
        "Great, three hours late again. Well done 👏",
    ] {
        let kinds: Vec<String> = read(text).kinds.iter().map(name).collect();
        assert_eq!(kinds, ["complaint"], "{text}");
    }
}

#[test]
fn what_harms_people_may_be_moderated() {
    for text in [
        "Je vais venir vous casser la figure",
        "on sait où tu habites, prépare-toi",
        "Sale pute, crève",
        "I know where you live, watch your back",
        "Go back to your own country, filthy immigrants",
        "Gagnez 500 € par jour, lien en bio, contactez-moi sur WhatsApp",
    ] {
        let reading = read(text);
        assert!(reading.deletable, "{text}: {:?}", reading.kinds);
    }
}
