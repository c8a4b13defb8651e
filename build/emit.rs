//! The tables as Rust source.

use std::fmt::Write as _;

use crate::fold::fold_char;
use crate::sources::{Cue, RuleFile};

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
    let _ = writeln!(out, "/// Every rule, in the order of its id.");
    let _ = writeln!(out, "pub(crate) static RULES: [Rule; {}] = [", rules.len());
    for rule in rules {
        let has = |guard: &str| rule.guards.iter().any(|g| g == guard);
        let _ = writeln!(
            out,
            "Rule {{ id: {:?}, severity: Severity::{}, extend: Extend::{}, public_only: {}, \
             guards: Guards {{ quotation: {}, self_criticism: {}, negation: {}, name: {} }} }},",
            rule.id,
            capitalised(&rule.severity),
            capitalised(&rule.extend),
            rule.public_only,
            has("quotation"),
            has("self"),
            has("negation"),
            has("name"),
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
    let hash = |name: &str| {
        name.bytes().fold(0x811c_9dc5_u32, |h, byte| (h ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    };
    let hashes: Vec<u32> = cues.iter().map(|cue| hash(&cue.name)).collect();
    let _ = write!(
        out,
        "/// For each cue a number made of its name alone.\n{}",
        array("NAME_HASHES", "u32", &hashes)
    );
    out
}
