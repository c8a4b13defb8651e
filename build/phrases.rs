//! The phrase bank of the replies, `src/reply/bank/<language>.toml`: tables of lists of phrases.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Each language's bank as a sorted list of `("table.key", phrases)`.
pub(crate) fn emit(folder: &Path) -> Result<String, String> {
    let mut out = String::new();
    for language in ["fr", "en"] {
        let path = folder.join(format!("{language}.toml"));
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let value: toml::Table =
            toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
        let mut flat = BTreeMap::new();
        flatten("", &toml::Value::Table(value), &mut flat)
            .map_err(|e| format!("{}: {e}", path.display()))?;
        let _ = writeln!(out, "/// The phrases in `{language}`, sorted by key.");
        let _ = writeln!(
            out,
            "pub(crate) static {}: [(&str, &[&str]); {}] = [",
            language.to_uppercase(),
            flat.len()
        );
        for (key, phrases) in flat {
            let _ = writeln!(out, "({key:?}, &{phrases:?}),");
        }
        out.push_str("];\n");
    }
    Ok(out)
}

fn flatten(
    prefix: &str,
    value: &toml::Value,
    flat: &mut BTreeMap<String, Vec<String>>,
) -> Result<(), String> {
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
