//! `docs/RULES.md` is what the rule files say. To write it again: `UPDATE_DOCS=1 cargo test --test rule_docs`.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod rule_files;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use toml::Value;

#[derive(Deserialize)]
struct RuleFile {
    id: String,
    severity: String,
    family: String,
    source: String,
    fr: Texts,
    en: Texts,
}

#[derive(Deserialize)]
struct Texts {
    name: String,
    message: String,
    why: String,
    label: String,
    fix: Option<String>,
    #[serde(default)]
    patterns: Vec<Value>,
    bad: Vec<Value>,
    good: Vec<Value>,
}

const HEAD: &str = "\
# The rules

Made from `src/rules/*.toml` by `UPDATE_DOCS=1 cargo test --test rule_docs`; the tests fail where the two differ.
How to write one: [RULE_LANGUAGE.md](RULE_LANGUAGE.md). *info* is shown in the panel only, *advice* is underlined, *warn*
stops the reply once, *block* stops it and asks for more to go on.
";

/// Examples shown of each kind and language; the files hold more.
const EXAMPLES: usize = 4;

/// A draft, after the comment and the circumstances it needs.
fn example(value: &Value) -> String {
    let Some(table) = value.as_table() else { return format!("`{}`", value.as_str().unwrap()) };
    let text = |key: &str| table.get(key).and_then(Value::as_str);
    let mut shown = String::new();
    let circumstances: Vec<String> = ["network", "author", "visibility"]
        .into_iter()
        .filter_map(|key| Some(format!("{key} {}", text(key)?)))
        .chain(
            table
                .get("situation")
                .and_then(Value::as_table)
                .into_iter()
                .flatten()
                .map(|(key, value)| format!("{key} {}", value.to_string().trim_matches('"'))),
        )
        .collect();
    if !circumstances.is_empty() {
        let _ = write!(shown, "({}) ", circumstances.join(", "));
    }
    if let Some(comment) = text("comment") {
        let _ = write!(shown, "« {comment} » ⇒ ");
    }
    let _ = write!(shown, "`{}`", text("draft").unwrap());
    shown.replace('\n', " ")
}

fn examples(values: &[Value]) -> String {
    values.iter().take(EXAMPLES).map(example).collect::<Vec<_>>().join(" · ")
}

fn document() -> String {
    let rules = rule_files::rule_files::<RuleFile>();
    let mut out = format!(
        "{HEAD}\n| rule | nom | name | severity | family | patterns fr, en |\n|---|---|---|---|---|---|\n"
    );
    for rule in &rules {
        let _ = writeln!(
            out,
            "| [{}](#{}) | {} | {} | {} | {} | {}, {} |",
            rule.id,
            rule.id,
            rule.fr.name,
            rule.en.name,
            rule.severity,
            rule.family,
            rule.fr.patterns.len(),
            rule.en.patterns.len()
        );
    }
    for rule in &rules {
        let _ = write!(out, "\n## {}\n\n{} · source: {}\n", rule.id, rule.severity, rule.source);
        for (title, texts) in [("Français", &rule.fr), ("English", &rule.en)] {
            let _ = write!(
                out,
                "\n**{title}: {}.** {} {}\n\n- {}{}\n- ✗ {}\n- ✓ {}\n",
                texts.name,
                texts.message,
                texts.why,
                texts.label,
                texts
                    .fix
                    .as_deref()
                    .filter(|fix| !fix.is_empty())
                    .map_or(String::new(), |fix| format!(": « {fix} »")),
                examples(&texts.bad),
                examples(&texts.good)
            );
        }
    }
    out
}

#[test]
fn the_page_says_what_the_files_say() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/RULES.md");
    let document = document();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &document).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        written == document,
        "docs/RULES.md is not what the rule files say: run `UPDATE_DOCS=1 cargo test --test rule_docs`"
    );
}

#[test]
fn all_rules_of_the_catalogue_are_there() {
    assert_eq!(rule_files::rule_files::<RuleFile>().len(), 47);
}
