//! Phrase banks, `<folder>/<language>.toml`: tables of phrases and of lists of phrases.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::sources::LANGUAGES;

/// Key → phrases, in the order of the keys.
pub(crate) type Bank = BTreeMap<String, Vec<String>>;

/// The bank of each language.
pub(crate) fn load(folder: &Path) -> Result<Vec<Bank>, String> {
    LANGUAGES
        .iter()
        .map(|language| {
            let path = folder.join(format!("{language}.toml"));
            let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let value: toml::Table = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
            let mut bank = Bank::new();
            flatten("", &toml::Value::Table(value), &mut bank)
                .map_err(|e| format!("{}: {e}", path.display()))?;
            Ok(bank)
        })
        .collect()
}

fn flatten(prefix: &str, value: &toml::Value, flat: &mut Bank) -> Result<(), String> {
    match value {
        toml::Value::Table(table) => {
            for (key, inner) in table {
                let path = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
                flatten(&path, inner, flat)?;
            }
            Ok(())
        }
        toml::Value::Array(items) => {
            let phrases = items
                .iter()
                .map(|item| item.as_str().map(str::to_owned))
                .collect::<Option<Vec<_>>>()
                .ok_or_else(|| format!("{prefix}: a list of phrases is expected"))?;
            flat.insert(prefix.to_owned(), phrases);
            Ok(())
        }
        toml::Value::String(one) => {
            flat.insert(prefix.to_owned(), vec![one.clone()]);
            Ok(())
        }
        _ => Err(format!("{prefix}: a phrase or a list of phrases is expected")),
    }
}
