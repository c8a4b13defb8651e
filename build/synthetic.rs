//! Patterns nobody wrote, as many as asked for: the benches show with them that a check costs the same whatever their
//! number.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

use crate::lexicon::Lexicon;
use crate::sources::{Cue, PatternSource, RuleFile};
use crate::symbols::Symbols;

/// Names the number of patterns a language, instead of those of the rules and of the cues.
pub(crate) const VARIABLE: &str = "SANGFROID_BENCH_PATTERNS";

/// How the patterns of the rules are built: `f` is a small word, `w` a word of the lexicon, `c` a class.
const FRAMES: [&str; 12] = [
    "f f w",
    "f f [w] f",
    "^ f w ..2 w",
    "f (w|w|w) [f w]",
    "f (f|f) (w|w) f",
    "w ..3 (w|w)",
    "f f <c> f",
    "<c> f (f w|w)",
    "f ..2 <c> $",
    "f w (f)? w",
    "(f f|f) w $?",
    "f f f (w|w|w|w)",
];

/// The number asked for, if one is.
pub(crate) fn asked() -> Result<Option<usize>, String> {
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    match env::var(VARIABLE) {
        Ok(number) => number.parse().map(Some).map_err(|_| format!("{VARIABLE}: `{number}` is no number")),
        Err(_) => Ok(None),
    }
}

/// Puts the patterns of a language in the place of those of the rules.
pub(crate) fn replace(
    (code, count): (&str, usize),
    (symbols, lexicon): (&Symbols, &Lexicon),
    frequent: &Path,
    rules: &mut [RuleFile],
    cues: &mut [Cue],
) -> Result<(), String> {
    let text = fs::read_to_string(frequent).map_err(|e| format!("{}: {e}", frequent.display()))?;
    let lists: BTreeMap<String, String> = toml::from_str(&text).map_err(|e| e.to_string())?;
    let small: Vec<&str> = lists.get(code).map(|list| list.split_whitespace().collect()).unwrap_or_default();
    let is_word = |word: &&str| word.len() > 2 && word.chars().all(|c| c.is_ascii_lowercase());
    let words: Vec<&str> = symbols.words.keys().map(String::as_str).filter(is_word).collect();
    let classes: Vec<&str> = lexicon.all_classes().collect();
    let mut chance = Chance(code.bytes().map(u64::from).sum());
    for cue in cues {
        cue.patterns.remove(code);
    }
    for rule in rules.iter_mut() {
        rule.texts_mut(code).patterns.clear();
        rule.texts_mut(code).allow.clear();
    }
    let places = rules.len();
    for number in 0..count {
        let mut pattern = String::new();
        for c in FRAMES[number % FRAMES.len()].chars() {
            match c {
                'f' => pattern += chance.one_of(&small),
                'w' => pattern += chance.one_of(&words),
                'c' => pattern += chance.one_of(&classes),
                other => pattern.push(other),
            }
        }
        rules[number / FRAMES.len() % places].texts_mut(code).patterns.push(PatternSource::Plain(pattern));
    }
    Ok(())
}

/// Always the same chance: Knuth's multiplier, the high bits.
struct Chance(u64);

impl Chance {
    fn one_of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Squared, so that some words are much more frequent than others, as in the rules.
        let chance = (self.0 >> 33) as f64 / (1_u64 << 31) as f64;
        words[(chance * chance * words.len() as f64) as usize % words.len()]
    }
}
