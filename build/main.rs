//! Compiles the rule files, the lexicons and the cues into the tables the core embeds.
//!
//! Everything that can be known before a draft exists is done here, so that the core starts in no time
//! and a check costs the same whatever the number of patterns.

// A build that stops with its reason is what a build should do, and cargo is spoken to on standard output.
#![allow(clippy::panic, clippy::print_stdout, missing_docs)]

#[path = "../src/text/accent.rs"]
mod accent;
mod automaton;
mod blob;
mod emit;
mod fold;
mod grammar;
mod languages;
mod lexicon;
mod phrases;
mod sources;
#[path = "../src/matching/streams.rs"]
mod streams;
mod symbols;

use std::path::PathBuf;
use std::{env, fs, process};

fn main() {
    if let Err(problem) = run() {
        eprintln!("error: {problem}");
        process::exit(1);
    }
}

fn run() -> Result<(), String> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|e| e.to_string())?);
    for watched in [
        "build",
        "src/rules",
        "src/lexicon",
        "src/language",
        "src/reading/cues",
        "src/reply/bank",
        "src/matching/streams.rs",
        "src/text/accent.rs",
    ] {
        println!("cargo::rerun-if-changed={}", root.join(watched).display());
    }

    let mut symbols = symbols::Symbols::new();
    languages::load(&root.join("src/language/words.toml"), &mut symbols)?;
    let lexicons = lexicon::load(&root.join("src/lexicon"), &mut symbols)?;
    let names = sources::load_names(&root.join("src/rules/names.toml"))?;
    let rules = sources::load_rules(&root.join("src/rules"))?;
    let cues = sources::load_cues(&root.join("src/reading/cues"))?;

    let mut compiler = automaton::Compiler::new(&mut symbols, &lexicons, &names);
    compiler.add_phrases()?;
    compiler.add_rules(&rules)?;
    compiler.add_cues(&cues)?;
    let automaton = compiler.finish();

    let write =
        |name: &str, text: String| fs::write(out.join(name), text).map_err(|e| format!("{name}: {e}"));
    write("fold_table.rs", emit::fold_table())?;
    let mut blob = blob::Blob::new();
    blob.dictionary(&symbols);
    blob.automaton(&automaton);
    blob.texts(&rules, &phrases::load(&root.join("src/reply/bank"))?);
    fs::write(out.join("tables.bin"), blob.packed()).map_err(|e| format!("tables.bin: {e}"))?;
    write("tables.txt", automaton.summary(&symbols) + &blob.summary())?;
    write("rules.rs", emit::rules(&rules))?;
    write("cues.rs", emit::cues(&cues))?;
    Ok(())
}
