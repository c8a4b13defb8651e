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
#[path = "../src/matching/grammar.rs"]
mod grammar;
mod languages;
mod lexicon;
mod phrases;
mod sources;
#[path = "../src/matching/streams.rs"]
mod streams;
mod symbols;
mod synthetic;

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
        "src/moderation/words",
        "src/matching/grammar.rs",
        "src/matching/streams.rs",
        "src/matching/symbol.rs",
        "src/text/accent.rs",
    ] {
        println!("cargo::rerun-if-changed={}", root.join(watched).display());
    }

    let names = sources::load_names(&root.join("src/rules/names.toml"))?;
    let mut rules = sources::load_rules(&root.join("src/rules"))?;
    let mut cues = sources::load_cues(&root.join("src/reading/cues"))?;
    let synthetic = synthetic::asked()?;
    let write =
        |name: &str, bytes: &[u8]| fs::write(out.join(name), bytes).map_err(|e| format!("{name}: {e}"));

    let mut votes = symbols::Symbols::new();
    languages::load(&root.join("src/language/words.toml"), &mut votes)?;
    let mut blob = blob::Blob::new();
    blob.dictionary(&votes);
    write("votes.bin", &blob.packed())?;
    let mut summary = format!("votes: {} words\n", votes.words.len());

    for (language, code) in sources::LANGUAGES.into_iter().enumerate() {
        let mut symbols = symbols::Symbols::new();
        let lexicon = lexicon::load(&root.join(format!("src/lexicon/{code}.tsv")), &mut symbols)?;
        if let Some(count) = synthetic {
            let frequent = root.join("src/language/words.toml");
            synthetic::replace((code, count), (&symbols, &lexicon), &frequent, &mut rules, &mut cues)?;
        }
        let no_names = grammar::Names::new();
        let names = names.get(code).unwrap_or(&no_names);
        let mut compiler = automaton::Compiler::new(&mut symbols, &lexicon, names, language);
        compiler.add_phrases()?;
        compiler.add_rules(&rules)?;
        compiler.add_cues(&cues)?;
        let automaton = compiler.finish();
        let mut blob = blob::Blob::new();
        blob.dictionary(&symbols);
        blob.automaton(&automaton);
        write(&format!("{code}.bin"), &blob.packed())?;
        summary += &format!("{code}: {}{}", automaton.summary(&symbols), blob.summary());
    }

    let mut blob = blob::Blob::new();
    let mut banks = phrases::load(&root.join("src/reply/bank"))?;
    banks.extend(phrases::load(&root.join("src/moderation/words"))?);
    blob.texts(&rules, &banks);
    write("texts.bin", &blob.packed())?;
    write("tables.txt", (summary + "texts: " + &blob.summary()).as_bytes())?;
    let write = |name: &str, text: String| write(name, text.as_bytes());
    write("fold_table.rs", emit::fold_table())?;
    write("rules.rs", emit::rules(&rules))?;
    write("cues.rs", emit::cues(&cues))?;
    Ok(())
}
