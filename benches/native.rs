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
const SAMPLES: usize = 60;
const SAMPLE_TIME: Duration = Duration::from_millis(2);

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
    }
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
