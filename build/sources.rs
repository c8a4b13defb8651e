//! The rule files and the cue files, read and checked.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::grammar::Names;

/// The languages rules are written in.
pub(crate) const LANGUAGES: [&str; 2] = ["fr", "en"];

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RuleFile {
    pub(crate) id: String,
    pub(crate) severity: String,
    /// For the documentation; the core has no use for it.
    #[allow(dead_code)]
    pub(crate) family: String,
    pub(crate) source: String,
    #[serde(default = "default_extend")]
    pub(crate) extend: String,
    #[serde(default)]
    pub(crate) public_only: bool,
    #[serde(default = "default_guards")]
    pub(crate) guards: Vec<String>,
    #[serde(default)]
    pub(crate) code: bool,
    pub(crate) fr: RuleTexts,
    pub(crate) en: RuleTexts,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RuleTexts {
    /// For the documentation; the core has no use for it.
    #[allow(dead_code)]
    pub(crate) name: String,
    pub(crate) message: String,
    pub(crate) why: String,
    pub(crate) label: String,
    #[serde(default)]
    pub(crate) fix: Option<String>,
    #[serde(default)]
    pub(crate) patterns: Vec<PatternSource>,
    #[serde(default)]
    pub(crate) allow: Vec<String>,
    /// Read by the tests, not by the build.
    #[serde(default)]
    #[allow(dead_code)]
    pub(crate) bad: serde::de::IgnoredAny,
    #[serde(default)]
    #[allow(dead_code)]
    pub(crate) good: serde::de::IgnoredAny,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum PatternSource {
    Plain(String),
    Detailed(DetailedPattern),
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct DetailedPattern {
    #[serde(rename = "match")]
    pub(crate) pattern: String,
    pub(crate) fix: Option<String>,
    pub(crate) weight: Option<u8>,
    /// What the comment answered must be for the pattern to count: see [`WHENS`].
    pub(crate) when: Option<String>,
    /// Instead of the rule's.
    pub(crate) severity: Option<String>,
}

/// Conditions on the comment, as `src/matching/automaton.rs` numbers them from 1.
const WHENS: [&str; 4] = ["complaint", "grave", "abuse", "praise"];
/// Severities, numbered from 1.
const SEVERITIES: [&str; 4] = ["info", "advice", "warn", "block"];

impl PatternSource {
    pub(crate) fn pattern(&self) -> &str {
        match self {
            Self::Plain(pattern) => pattern,
            Self::Detailed(detailed) => &detailed.pattern,
        }
    }

    pub(crate) fn fix(&self) -> Option<&str> {
        match self {
            Self::Plain(_) => None,
            Self::Detailed(detailed) => detailed.fix.as_deref(),
        }
    }

    pub(crate) fn weight(&self) -> u8 {
        match self {
            Self::Plain(_) => 1,
            Self::Detailed(detailed) => detailed.weight.unwrap_or(1),
        }
    }

    /// The number of its condition on the comment; 0 where it has none.
    pub(crate) fn when(&self) -> Result<u8, String> {
        match self {
            Self::Plain(_) => Ok(0),
            Self::Detailed(detailed) => number_of(detailed.when.as_deref(), &WHENS),
        }
    }

    /// The number of its own severity; 0 where the rule's is used.
    pub(crate) fn severity(&self) -> Result<u8, String> {
        match self {
            Self::Plain(_) => Ok(0),
            Self::Detailed(detailed) => number_of(detailed.severity.as_deref(), &SEVERITIES),
        }
    }
}

fn number_of(name: Option<&str>, names: &[&str]) -> Result<u8, String> {
    let Some(name) = name else { return Ok(0) };
    let at = names.iter().position(|n| *n == name);
    at.map(|at| at as u8 + 1).ok_or_else(|| format!("`{name}` is none of {}", names.join(", ")))
}

impl RuleFile {
    pub(crate) fn texts(&self, language: &str) -> &RuleTexts {
        if language == "fr" { &self.fr } else { &self.en }
    }
}

impl RuleFile {
    pub(crate) fn texts_mut(&mut self, language: &str) -> &mut RuleTexts {
        if language == "fr" { &mut self.fr } else { &mut self.en }
    }
}

fn default_extend() -> String {
    "words".to_owned()
}

fn default_guards() -> Vec<String> {
    ["quotation", "self", "negation", "name"].map(str::to_owned).to_vec()
}

/// A cue: patterns by language under a name.
pub(crate) struct Cue {
    /// `topic.delivery`
    pub(crate) name: String,
    pub(crate) patterns: BTreeMap<String, Vec<PatternSource>>,
}

pub(crate) fn load_names(path: &Path) -> Result<BTreeMap<String, Names>, String> {
    read(path)
}

pub(crate) fn load_rules(folder: &Path) -> Result<Vec<RuleFile>, String> {
    let mut rules = Vec::new();
    for path in toml_files(folder)? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if stem == "names" {
            continue;
        }
        let rule: RuleFile = read(&path)?;
        if rule.id != stem {
            return Err(format!("{}: the id is `{}`, the file is not", path.display(), rule.id));
        }
        let patterns = LANGUAGES.iter().filter(|l| !rule.texts(l).patterns.is_empty()).count();
        if !rule.code && patterns < LANGUAGES.len() {
            return Err(format!("{}: patterns in every language, or `code = true`", path.display()));
        }
        rules.push(rule);
    }
    Ok(rules)
}

pub(crate) fn load_cues(folder: &Path) -> Result<Vec<Cue>, String> {
    let mut cues = Vec::new();
    for path in toml_files(folder)? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let file: BTreeMap<String, BTreeMap<String, Vec<PatternSource>>> = read(&path)?;
        for (name, patterns) in file {
            if let Some(unknown) = patterns.keys().find(|l| !LANGUAGES.contains(&l.as_str())) {
                return Err(format!("{}: [{name}] has no use for `{unknown}`", path.display()));
            }
            cues.push(Cue { name: format!("{stem}.{name}"), patterns });
        }
    }
    Ok(cues)
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|x| x == "toml"))
        .collect();
    files.sort();
    Ok(files)
}
