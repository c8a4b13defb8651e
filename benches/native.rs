//! How long a check takes, natively: one JSON line for `cargo xtask bench`.
//!
//! No framework: what is wanted is the same figure, measured the same way, as in `benches/node/`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a bench")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use sangfroid::wire::CheckRequest;
use sangfroid::{Checker, Unit};
use serde_json::{Map, Value, json};

const LENGTHS: [usize; 3] = [280, 2_000, 20_000];
const VARIANTS: usize = 12;
const UNREAD: usize = 2_000;
const SAMPLES: usize = 60;
const SAMPLE_TIME: Duration = Duration::from_millis(2);
static FRENCH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fr.bin"));
static ENGLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/en.bin"));

fn main() {
    // `cargo test --benches` starts this too, to see that it still compiles and runs.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let sentences: Value = serde_json::from_str(include_str!("drafts.json")).unwrap();
    let checker = Checker::default();
    let mut figures = Map::new();
    for language in ["fr", "en"] {
        for length in LENGTHS {
            let requests = drafts(&sentences[language], length);
            figures.insert(format!("{language} {length}"), measure(&checker, &requests));
        }
        let requests = unread_drafts(&sentences[language], LENGTHS[0]);
        figures.insert(format!("{language} {} unread", LENGTHS[0]), measure(&checker, &requests));
    }
    figures.insert("fr packed".into(), FRENCH.len().into());
    figures.insert("en packed".into(), ENGLISH.len().into());
    println!("{}", Value::Object(figures));
}

/// Drafts of a given length, each beginning with another sentence.
fn drafts(sentences: &Value, length: usize) -> Vec<CheckRequest> {
    let sentences: Vec<&str> =
        sentences.as_array().unwrap().iter().map(|sentence| sentence.as_str().unwrap()).collect();
    (0..VARIANTS)
        .map(|variant| {
            let mut draft = String::new();
            let mut next = variant * sentences.len() / VARIANTS;
            while draft.chars().count() < length {
                draft.push_str(sentences[next % sentences.len()]);
                draft.push(' ');
                next += 1;
            }
            let draft = Some(draft.chars().take(length).collect());
            CheckRequest { draft, ..CheckRequest::default() }
        })
        .collect()
}

/// Drafts that share hardly a sentence, more of them than the core remembers: in sentences picked at random, a word in
/// four gives way to another.
fn unread_drafts(sentences: &Value, length: usize) -> Vec<CheckRequest> {
    let sentences: Vec<Vec<&str>> = sentences
        .as_array()
        .unwrap()
        .iter()
        .map(|sentence| sentence.as_str().unwrap().split(' ').collect())
        .collect();
    let mut state = 1_u64;
    let mut below = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound
    };
    (0..UNREAD)
        .map(|_| {
            let mut draft = String::new();
            while draft.chars().count() < length {
                for &word in &sentences[below(sentences.len())] {
                    let other = &sentences[below(sentences.len())];
                    let word = if below(4) == 0 { other[below(other.len())] } else { word };
                    draft.push_str(word);
                    draft.push(' ');
                }
            }
            let draft = Some(draft.chars().take(length).collect());
            CheckRequest { draft, ..CheckRequest::default() }
        })
        .collect()
}

/// Microseconds per check: the median of many samples, the fastest and the slowest.
fn measure(checker: &Checker, requests: &[CheckRequest]) -> Value {
    let mut samples: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let started = Instant::now();
            let mut checks = 0_u32;
            while started.elapsed() < SAMPLE_TIME || checks == 0 {
                for request in requests {
                    black_box(checker.check(black_box(request), Unit::Utf16));
                    checks += 1;
                }
            }
            started.elapsed().as_secs_f64() * 1e6 / f64::from(checks)
        })
        .collect();
    samples.sort_by(f64::total_cmp);
    json!({ "median": samples[SAMPLES / 2], "min": samples[0], "max": samples[SAMPLES - 1] })
}
