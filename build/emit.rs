//! The tables as Rust source.

use std::fmt::Write as _;

use crate::automaton::{Automaton, Target};
use crate::fold::fold_char;
use crate::sources::{Cue, RuleFile, RuleTexts};
use crate::symbols::Symbols;

fn array<T: std::fmt::Debug>(name: &str, kind: &str, items: &[T]) -> String {
    format!("pub(crate) static {name}: [{kind}; {}] = {items:?};\n", items.len())
}

/// Letters and accent of the Latin letters outside ASCII, and of the letters drawn for mathematics.
pub(crate) fn fold_table() -> String {
    let row = |code: u32| -> [u8; 3] {
        let folded = char::from_u32(code).and_then(fold_char);
        folded.map_or([0; 3], |(letters, accent)| {
            let bytes = letters.as_bytes();
            [bytes[0], bytes.get(1).copied().unwrap_or(0), accent]
        })
    };
    let rows = |range: std::ops::RangeInclusive<u32>| range.map(row).collect::<Vec<_>>();
    let single: Vec<u8> = (0x1D400..=0x1D7FF).map(|code| row(code)[0]).collect();
    [
        array("LATIN", "[u8; 3]", &rows(0xA0..=0x24F)),
        array("LATIN_ADDITIONAL", "[u8; 3]", &rows(0x1E00..=0x1EFF)),
        array("MATHEMATICAL", "u8", &single),
    ]
    .concat()
}

/// FNV-1a, the same as `src/matching/dictionary.rs`.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// Words → symbols: an open-addressed table over an arena of letters.
pub(crate) fn dictionary(symbols: &Symbols) -> String {
    let mut letters = String::new();
    let mut word_start: Vec<u32> = Vec::new();
    let mut form_start: Vec<u16> = Vec::new();
    let mut form_accents: Vec<u64> = Vec::new();
    let mut form_symbols_start: Vec<u32> = Vec::new();
    let mut form_symbols: Vec<u16> = Vec::new();
    let mut maskable: Vec<u16> = Vec::new();
    let size = (symbols.words.len() * 2).next_power_of_two();
    let mut slots: Vec<u16> = vec![0; size];
    for (index, (word, forms)) in symbols.words.iter().enumerate() {
        word_start.push(letters.len() as u32);
        letters.push_str(word);
        form_start.push(form_accents.len() as u16);
        // First the union of all forms, for a word typed without its accents; then each accented form.
        let mut all: Vec<u16> = forms.values().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        form_accents.push(0);
        form_symbols_start.push(form_symbols.len() as u32);
        form_symbols.extend(&all);
        for (&accents, attached) in forms {
            if accents != 0 {
                form_accents.push(accents);
                form_symbols_start.push(form_symbols.len() as u32);
                form_symbols.extend(attached);
            }
        }
        if symbols.maskable.contains(word) {
            maskable.push(index as u16);
        }
        let mut slot = hash(word.as_bytes()) as usize & (size - 1);
        while slots[slot] != 0 {
            slot = (slot + 1) & (size - 1);
        }
        slots[slot] = u16::try_from(index + 1).expect("fewer than 65,535 words");
    }
    word_start.push(letters.len() as u32);
    form_start.push(u16::try_from(form_accents.len()).expect("fewer than 65,535 forms"));
    form_symbols_start.push(form_symbols.len() as u32);
    [
        format!("pub(crate) static LETTERS: &str = {letters:?};\n"),
        array("WORD_START", "u32", &word_start),
        array("FORM_START", "u16", &form_start),
        array("FORM_ACCENTS", "u64", &form_accents),
        array("FORM_SYMBOLS_START", "u32", &form_symbols_start),
        array("FORM_SYMBOLS", "u16", &form_symbols),
        array("SLOTS", "u16", &slots),
        array("MASKABLE", "u16", &maskable),
    ]
    .concat()
}

pub(crate) fn automaton(automaton: &Automaton) -> String {
    let mut edge_start: Vec<u32> = Vec::new();
    let mut edge_symbol: Vec<u16> = Vec::new();
    let mut edge_target: Vec<u16> = Vec::new();
    let mut accept_start: Vec<u16> = Vec::new();
    let mut accepts: Vec<u16> = Vec::new();
    let mut marked: Vec<u32> = vec![0; automaton.states.len().div_ceil(32)];
    let edges: usize = automaton.states.iter().map(|state| state.edges.len()).sum();
    let summary = format!(
        "// {} states, {edges} edges, {} outputs, {} symbols\n",
        automaton.states.len(),
        automaton.outputs.len(),
        automaton.symbols
    );
    for (index, state) in automaton.states.iter().enumerate() {
        edge_start.push(edge_symbol.len() as u32);
        for &(symbol, target) in &state.edges {
            edge_symbol.push(symbol);
            edge_target.push(u16::try_from(target).expect("fewer than 65,536 states"));
        }
        accept_start.push(u16::try_from(accepts.len()).expect("fewer than 65,536 accepts"));
        accepts.extend(state.accepts.iter().map(|&a| a as u16));
        if state.marked {
            marked[index / 32] |= 1 << (index % 32);
        }
    }
    edge_start.push(edge_symbol.len() as u32);
    accept_start.push(accepts.len() as u16);

    // The start has an edge for every first word of every pattern: reached by index, not by search.
    let mut first_edge: Vec<u16> = Vec::new();
    let start = &automaton.states[0].edges;
    for symbol in 0..=automaton.symbols {
        first_edge.push(start.partition_point(|&(s, _)| usize::from(s) < symbol) as u16);
    }

    let mut fixes: Vec<&str> = Vec::new();
    let mut outputs = String::new();
    for output in &automaton.outputs {
        let target = match output.target {
            Target::Rule(index) => format!("Target::Rule({index})"),
            Target::Allow(index) => format!("Target::Allow({index})"),
            Target::Cue(index) => format!("Target::Cue({index})"),
            Target::Phrase(symbol) => format!("Target::Phrase({symbol})"),
        };
        let fix = output.fix.as_deref().map_or("None".to_owned(), |fix| {
            let known = fixes.iter().position(|f| *f == fix).unwrap_or_else(|| {
                fixes.push(fix);
                fixes.len() - 1
            });
            format!("Some({known})")
        });
        let _ = writeln!(
            outputs,
            "Output {{ target: {target}, language: {}, negatable: {}, weight: {}, fix: {fix} }},",
            output.language, output.negatable, output.weight
        );
    }
    [
        summary,
        array("EDGE_START", "u32", &edge_start),
        array("EDGE_SYMBOL", "u16", &edge_symbol),
        array("EDGE_TARGET", "u16", &edge_target),
        array("FIRST_EDGE", "u16", &first_edge),
        array("ACCEPT_START", "u16", &accept_start),
        array("ACCEPTS", "u16", &accepts),
        array("MARKED", "u32", &marked),
        array("FIXES", "&str", &fixes),
        format!(
            "pub(crate) static OUTPUTS: [Output; {}] = [\n{outputs}];\n",
            automaton.outputs.len()
        ),
    ]
    .concat()
}

fn constant(name: &str) -> String {
    name.to_uppercase().replace(['-', '.'], "_")
}

pub(crate) fn rules(rules: &[RuleFile]) -> String {
    let mut out = String::new();
    for (index, rule) in rules.iter().enumerate() {
        let _ = writeln!(
            out,
            "/// The rule `{}`.\n#[allow(dead_code)]\npub(crate) const {}: RuleId = RuleId({index});",
            rule.id,
            constant(&rule.id)
        );
    }
    let texts = |t: &RuleTexts| {
        format!(
            "Texts {{ name: {:?}, message: {:?}, why: {:?}, label: {:?}, fix: {:?} }}",
            t.name, t.message, t.why, t.label, t.fix
        )
    };
    let _ = writeln!(out, "/// Every rule, in the order of its id.");
    let _ = writeln!(out, "pub(crate) static RULES: [Rule; {}] = [", rules.len());
    for rule in rules {
        let has = |guard: &str| rule.guards.iter().any(|g| g == guard);
        let _ = writeln!(
            out,
            "Rule {{ id: {:?}, severity: Severity::{}, family: Family::{}, extend: Extend::{}, public_only: {}, \
             guards: Guards {{ quotation: {}, self_criticism: {}, negation: {}, name: {} }}, source: {:?}, \
             fr: {}, en: {} }},",
            rule.id,
            capitalised(&rule.severity),
            capitalised(&rule.family),
            capitalised(&rule.extend),
            rule.public_only,
            has("quotation"),
            has("self"),
            has("negation"),
            has("name"),
            rule.source,
            texts(&rule.fr),
            texts(&rule.en),
        );
    }
    out.push_str("];\n");
    out
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().collect::<String>() + chars.as_str())
}

pub(crate) fn cues(cues: &[Cue]) -> String {
    let mut out = String::new();
    for (index, cue) in cues.iter().enumerate() {
        let _ = writeln!(
            out,
            "/// `{}`\n#[allow(dead_code)]\npub(crate) const {}: Cue = Cue({index});",
            cue.name,
            constant(&cue.name)
        );
    }
    let _ = writeln!(out, "/// How many cues there are.\npub(crate) const COUNT: usize = {};", cues.len());
    out
}
