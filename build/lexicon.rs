//! The word lists, `src/lexicon/<language>.tsv`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::fold::fold_word;
use crate::grammar::spellings;
use crate::symbols::Symbols;

/// What a language's list holds beside single words, which live in [`Symbols`].
#[derive(Default)]
pub(crate) struct Lexicon {
    /// Class → entries of several words.
    phrases: BTreeMap<String, Vec<String>>,
    classes: BTreeSet<String>,
}

impl Lexicon {
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.classes.contains(class)
    }

    pub(crate) fn all_classes(&self) -> impl Iterator<Item = &str> {
        self.classes.iter().map(String::as_str)
    }

    /// Class and entries of several words.
    pub(crate) fn all_phrases(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.phrases.iter().map(|(class, entries)| (class.as_str(), entries.as_slice()))
    }
}

pub(crate) fn load(path: &Path, symbols: &mut Symbols) -> Result<Lexicon, String> {
    let mut lexicon = Lexicon::default();
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        add_line(line, symbols, &mut lexicon)
            .map_err(|e| format!("{}:{}: {e}", path.display(), number + 1))?;
    }
    Ok(lexicon)
}

fn add_line(line: &str, symbols: &mut Symbols, lexicon: &mut Lexicon) -> Result<(), String> {
    let mut fields = line.split('\t').map(str::trim);
    let (Some(forms), Some(class), Some(strength), Some(_sureness)) =
        (fields.next(), fields.next(), fields.next(), fields.next())
    else {
        return Err("forms, class, strength and sureness are expected, separated by tabs".to_owned());
    };
    let strength: u8 = strength.parse().map_err(|_| format!("`{strength}`: a strength is 1 to 3"))?;
    if !(1..=3).contains(&strength) {
        return Err(format!("`{strength}`: a strength is 1 to 3"));
    }
    lexicon.classes.insert(class.to_owned());
    let symbol = symbols.class(class);
    for form in split_forms(forms) {
        for spelling in spellings(&form)? {
            let is_phrase = spelling.contains([' ', '\'', '’', '-']);
            if is_phrase {
                lexicon.phrases.entry(class.to_owned()).or_default().push(spelling);
            } else {
                let word = fold_word(&spelling);
                if (2..=3).contains(&strength) && word.letters.len() >= 3 && word.letters.is_ascii() {
                    let masking = symbols.masking.entry(word.letters.clone()).or_default();
                    *masking = (*masking).max(strength - 1);
                }
                symbols.attach(&word, symbol);
            }
        }
    }
    Ok(())
}

/// Splits `connard(s)|pauvre (type|mec)` at the bars that are not inside brackets.
fn split_forms(forms: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in forms.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if c == '|' && depth == 0 {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts.into_iter().map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()).collect()
}
