//! The small words that tell a language, one list a language.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::fold::fold_word;
use crate::symbols::{Symbols, special};

/// In the order of `Language` in `src/language/mod.rs`.
pub(crate) const CODES: [&str; 7] = ["fr", "en", "es", "de", "it", "pt", "nl"];

pub(crate) fn load(path: &Path, symbols: &mut Symbols) -> Result<(), String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let lists: BTreeMap<String, String> =
        toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    for (index, code) in CODES.iter().enumerate() {
        let list = lists.get(*code).ok_or_else(|| format!("{}: no words for {code}", path.display()))?;
        for word in list.split_whitespace() {
            symbols.attach(&fold_word(word), special::LANGUAGES + index as u16);
        }
    }
    Ok(())
}
