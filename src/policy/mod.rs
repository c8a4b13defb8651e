//! The brand's policy: what differs from the rules as they are shipped.

mod gates;
mod pattern;

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::rules;
use crate::wire::{GateMode, Severity, Verdict};
use gates::Gates;
pub(crate) use pattern::BrandPattern;

/// The only version there is.
const VERSION: u32 = 1;
/// A policy file larger than this is refused, in bytes.
const LARGEST_FILE: usize = 1_048_576;

/// What a policy may set a rule to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The rule is silent.
    Off,
    /// As [`Severity::Info`].
    Info,
    /// As [`Severity::Advice`].
    Advice,
    /// As [`Severity::Warn`].
    Warn,
    /// As [`Severity::Block`].
    Block,
}

impl Level {
    fn named(name: &str) -> Option<Self> {
        match name {
            "off" => Some(Self::Off),
            "info" => Some(Self::Info),
            "advice" => Some(Self::Advice),
            "warn" => Some(Self::Warn),
            "block" => Some(Self::Block),
            _ => None,
        }
    }
}

/// A brand's policy; the default changes nothing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Of the format: 1.
    #[serde(default)]
    version: u32,
    /// The brand's name.
    #[serde(default)]
    brand: String,
    /// Words that are the brand's own (products, places, people) and never count.
    #[serde(default)]
    dictionary: Vec<String>,
    /// Rule id → level, as written.
    #[serde(default, deserialize_with = "pairs")]
    severity: Vec<(String, String)>,
    #[serde(skip)]
    levels: Vec<(String, Level)>,
    /// Phrases marked "not a problem".
    #[serde(default)]
    ignore: Vec<String>,
    /// Whether the model is asked where the rules find nothing.
    #[serde(default = "yes")]
    model: bool,
    /// The brand's own patterns, as written until they are compiled.
    #[serde(default, rename = "patterns")]
    written: Vec<serde_json::Value>,
    #[serde(skip)]
    patterns: Vec<BrandPattern>,
    /// What was wrong with those that were left out.
    #[serde(skip)]
    refused: Vec<PolicyError>,
    /// Where the brand can be reached: domains, handles, addresses, telephone numbers. Empty: not told.
    #[serde(default)]
    channels: Vec<String>,
    /// What the send gate asks before a reply it stopped may still be posted, as written.
    #[serde(default, deserialize_with = "pairs")]
    gate: Vec<(String, String)>,
    #[serde(skip)]
    gates: Gates,
}

fn yes() -> bool {
    true
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            version: VERSION,
            brand: String::new(),
            dictionary: Vec::new(),
            severity: Vec::new(),
            levels: Vec::new(),
            ignore: Vec::new(),
            model: true,
            written: Vec::new(),
            patterns: Vec::new(),
            refused: Vec::new(),
            channels: Vec::new(),
            gate: Vec::new(),
            gates: Gates::default(),
        }
    }
}

/// Why a policy was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyError {
    /// The field at fault, as a path (`severity.insult`); `.` for the whole.
    pub field: String,
    /// Line in the file, from 1; 0 where it is not known.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
}

impl std::fmt::Display for PolicyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "policy, line {}, field `{}`: {}", self.line, self.field, self.problem)
    }
}

impl std::error::Error for PolicyError {}

impl Policy {
    /// Reads a policy from the text of its JSON file.
    ///
    /// # Errors
    /// Says which field, on which line, and what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        if text.len() > LARGEST_FILE {
            return Err(PolicyError {
                field: ".".to_owned(),
                line: 0,
                problem: format!("the file is larger than {LARGEST_FILE} bytes"),
            });
        }
        let mut json = serde_json::Deserializer::from_str(text);
        let mut policy: Self = serde_path_to_error::deserialize(&mut json).map_err(|e| PolicyError {
            field: e.path().to_string(),
            line: e.inner().line(),
            problem: without_place(&e.inner().to_string()),
        })?;
        json.end().map_err(|e| PolicyError {
            field: ".".to_owned(),
            line: e.line(),
            problem: without_place(&e.to_string()),
        })?;
        policy.validate(text)?;
        policy.levels = policy.levels(text)?;
        policy.gates = Gates::read(&policy.gate).map_err(|key| PolicyError {
            field: ["gate.", key].concat(),
            line: line_of(text, key),
            problem: "for `warn` or `block`: `confirm`, `hold` or `final`; `block` is not the gentler"
                .to_owned(),
        })?;
        policy.compile_patterns(text);
        policy.dictionary = policy.dictionary.iter().map(|word| word.to_lowercase()).collect();
        policy.ignore = policy.ignore.iter().map(|phrase| normal(phrase)).collect();
        policy.channels = policy.channels.iter().map(|channel| bare(channel)).collect();
        Ok(policy)
    }

    /// A pattern that cannot be used is left out, and said; the others stand.
    fn compile_patterns(&mut self, text: &str) {
        for (index, written) in std::mem::take(&mut self.written).into_iter().enumerate() {
            let source =
                written.get("match").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
            let compiled = if index < pattern::MOST_PATTERNS {
                serde_json::from_value(written).map_err(|e| e.to_string()).and_then(BrandPattern::compile)
            } else {
                Err(format!("more than {} patterns", pattern::MOST_PATTERNS))
            };
            match compiled {
                Ok(pattern) => self.patterns.push(pattern),
                Err(problem) => self.refused.push(PolicyError {
                    field: format!("patterns[{index}]"),
                    line: line_of(text, &source),
                    problem,
                }),
            }
        }
    }

    /// The patterns that were left out, and why.
    pub fn refused(&self) -> &[PolicyError] {
        &self.refused
    }

    /// The brand's own patterns.
    pub(crate) fn patterns(&self) -> &[BrandPattern] {
        &self.patterns
    }

    fn validate(&self, text: &str) -> Result<(), PolicyError> {
        if self.version != VERSION {
            return Err(PolicyError {
                field: "version".to_owned(),
                line: line_of(text, "version"),
                problem: format!("{VERSION} is expected"),
            });
        }
        Ok(())
    }

    fn levels(&self, text: &str) -> Result<Vec<(String, Level)>, PolicyError> {
        let level = |(id, name): &(String, String)| {
            let wrong = |problem: &str| PolicyError {
                field: ["severity.", id].concat(),
                line: line_of(text, id),
                problem: problem.to_owned(),
            };
            rules::by_id(id).ok_or_else(|| wrong("there is no such rule"))?;
            let level = Level::named(name)
                .ok_or_else(|| wrong("`off`, `info`, `advice`, `warn` or `block` is expected"))?;
            Ok((id.clone(), level))
        };
        self.severity.iter().map(level).collect()
    }

    /// The brand's name; empty where the policy has none.
    pub fn brand(&self) -> &str {
        &self.brand
    }

    /// The severity of a rule; `None` where it is off.
    pub(crate) fn severity_of(&self, id: &str, declared: Severity) -> Option<Severity> {
        let level = self.levels.iter().find(|(rule, _)| rule == id).map(|(_, level)| level);
        match level {
            None => Some(declared),
            Some(Level::Off) => None,
            Some(Level::Info) => Some(Severity::Info),
            Some(Level::Advice) => Some(Severity::Advice),
            Some(Level::Warn) => Some(Severity::Warn),
            Some(Level::Block) => Some(Severity::Block),
        }
    }

    /// What the gate asks of a reply with this verdict; `None` where it lets it through.
    pub(crate) fn gate_for(&self, verdict: Verdict) -> Option<GateMode> {
        self.gates.mode(verdict)
    }

    /// Whether the model speaks beside the rules.
    pub(crate) fn asks_the_model(&self) -> bool {
        self.model
    }

    /// Whether a word is the brand's own.
    pub(crate) fn knows(&self, word: &str) -> bool {
        !self.dictionary.is_empty() && self.dictionary.iter().any(|known| *known == word.to_lowercase())
    }

    /// Whether the brand has said where it can be reached.
    pub(crate) fn lists_channels(&self) -> bool {
        !self.channels.is_empty()
    }

    /// Whether a link, a handle, an address or a number is one of the brand's channels, or leads to one.
    pub(crate) fn is_channel(&self, words: &str) -> bool {
        let words = bare(words);
        self.channels.iter().any(|known| {
            words == *known
                || words.strip_prefix(known.as_str()).is_some_and(|rest| rest.starts_with(['/', '?', '#']))
                || words.strip_suffix(known.as_str()).is_some_and(|start| start.ends_with(['.', '@']))
                || words.split(['/', '?']).next().is_some_and(|host| {
                    host.strip_suffix(known.as_str()).is_some_and(|start| start.ends_with('.'))
                })
        })
    }

    /// Whether these words were marked "not a problem".
    pub(crate) fn ignores(&self, words: &str) -> bool {
        !self.ignore.is_empty() && self.ignore.iter().any(|known| *known == normal(words))
    }
}

/// A map as a list: policies are short, and a tree would weigh more than the rest of them. One reader for all such
/// maps, whatever their values are called: each is a page of machine code.
fn pairs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, String)>, D::Error> {
    struct PairsVisitor;
    impl<'de> Visitor<'de> for PairsVisitor {
        type Value = Vec<(String, String)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("names with their values")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
            let mut pairs = Vec::new();
            while let Some(entry) = map.next_entry()? {
                pairs.push(entry);
            }
            Ok(pairs)
        }
    }
    deserializer.deserialize_map(PairsVisitor)
}

/// Case and blanks do not make another phrase.
fn normal(phrase: &str) -> String {
    phrase.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A channel as it is compared: no protocol, no `www.`; of a telephone number, the digits.
fn bare(channel: &str) -> String {
    let lower = channel.trim().to_lowercase();
    if lower.chars().any(char::is_alphabetic) {
        let address = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
        address.trim_start_matches("www.").trim_end_matches('/').to_owned()
    } else {
        lower.chars().filter(char::is_ascii_digit).collect()
    }
}

/// The line, from 1, on which a key is written; 0 where it is not.
fn line_of(text: &str, key: &str) -> usize {
    let quoted = format!("\"{key}\"");
    text.lines().position(|line| line.contains(&quoted)).map_or(0, |index| index + 1)
}

/// The line is told apart.
fn without_place(problem: &str) -> String {
    problem.split(" at line ").next().unwrap_or(problem).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_good_policy_is_read() {
        let policy = Policy::parse(
            r#"{"version":1,"brand":"Alba","dictionary":["Connard"],"severity":{"shouting":"off"},"ignore":["Tant  pis"]}"#,
        )
        .unwrap();
        assert_eq!(policy.brand(), "Alba");
        assert!(policy.knows("connard"));
        assert!(policy.ignores("tant pis"));
        assert_eq!(policy.severity_of("shouting", Severity::Warn), None);
    }

    #[test]
    fn channels_are_compared_without_their_dress() {
        let policy = Policy::parse(
            r#"{"version":1,"channels":["https://www.marque.fr","@marque","09 70 00 00 00","aide@marque.com"]}"#,
        )
        .unwrap();
        assert!(policy.lists_channels());
        for known in
            ["marque.fr/contact", "https://aide.marque.fr", "@Marque", "0970000000", "aide@marque.com"]
        {
            assert!(policy.is_channel(known), "{known}");
        }
        for other in ["marque.fr.exemple.com", "@marque_sav", "bit.ly/marque", "0670000000"] {
            assert!(!policy.is_channel(other), "{other}");
        }
    }

    #[test]
    fn the_gate_is_as_strict_as_the_brand_wants_it() {
        let gates = |text: &str| {
            let policy = Policy::parse(text).unwrap();
            [Verdict::Ok, Verdict::Advise, Verdict::Warn, Verdict::Block]
                .map(|verdict| policy.gate_for(verdict))
        };
        let usual = [None, None, Some(GateMode::Confirm), Some(GateMode::Hold)];
        assert_eq!(gates(r#"{"version":1}"#), usual);
        assert_eq!(gates(r#"{"version":1,"gate":{}}"#), usual);
        assert_eq!(gates(r#"{"version":1,"gate":{"block":"final"}}"#)[3], Some(GateMode::Final));
        assert_eq!(gates(r#"{"version":1,"gate":{"warn":"hold"}}"#)[2], Some(GateMode::Hold));
        for (text, field, line) in [
            ("{\"version\": 1,\n \"gate\": 3\n}", "gate", 2),
            ("{\"version\": 1,\n \"gate\": {\n  \"block\": \"never\"\n }\n}", "gate.block", 3),
            ("{\"version\": 1,\n \"gate\": {\"blok\": \"hold\"}\n}", "gate.blok", 2),
            ("{\"version\": 1,\n \"gate\": {\"warn\": \"final\",\n \"block\": \"hold\"}\n}", "gate.block", 3),
        ] {
            let error = Policy::parse(text).unwrap_err();
            assert_eq!((error.field.as_str(), error.line), (field, line), "{error}");
        }
    }

    #[test]
    fn a_bad_policy_names_the_field_and_the_line() {
        let error = |text: &str| {
            let e = Policy::parse(text).unwrap_err();
            (e.field, e.line)
        };
        assert_eq!(
            error("{\n \"version\": 1,\n \"severity\": {\n  \"insult\": \"loud\"\n }\n}"),
            ("severity.insult".into(), 4)
        );
        assert_eq!(
            error("{\n \"version\": 1,\n \"severity\": {\"nope\": \"warn\"}\n}"),
            ("severity.nope".into(), 3)
        );
        assert_eq!(error("{\n \"version\": 2\n}"), ("version".into(), 2));
        assert_eq!(error("{\n \"version\": 1,\n \"colour\": 3\n}").1, 3);
        assert_eq!(error("{\n \"version\": 1,").1, 2);
        assert_eq!(error("{\"version\":1} x").0, ".");
    }
}
