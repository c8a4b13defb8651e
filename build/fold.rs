//! How one character is folded: the definition; the core gets it as tables.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::accent;

/// Any other mark on a letter.
const OTHER_ACCENT: u8 = 7;

/// The lower-case ASCII letters a character stands for, and its accent; `None` where it is no Latin letter.
pub(crate) fn fold_char(c: char) -> Option<(String, u8)> {
    let special = match c {
        'œ' | 'Œ' => Some(("oe", 0)),
        'æ' | 'Æ' => Some(("ae", 0)),
        'ß' | 'ẞ' => Some(("ss", 0)),
        'ø' | 'Ø' => Some(("o", 7)),
        'ł' | 'Ł' => Some(("l", 7)),
        'đ' | 'Đ' | 'ð' | 'Ð' => Some(("d", 7)),
        'ı' => Some(("i", 0)),
        'þ' | 'Þ' => Some(("th", 0)),
        _ => None,
    };
    if let Some((letters, accent)) = special {
        return Some((letters.to_owned(), accent));
    }
    let mut letters = String::new();
    let mut accent = 0;
    for d in std::iter::once(c).nfkd() {
        if is_combining_mark(d) {
            if accent == 0 {
                accent = accent::code(d).unwrap_or(OTHER_ACCENT);
            }
        } else if d.is_ascii_alphanumeric() {
            letters.push(d.to_ascii_lowercase());
        } else {
            return None;
        }
    }
    (!letters.is_empty() && letters.len() <= 2).then_some((letters, accent))
}

/// A folded word: lower-case, without accents, and the accents apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FoldedWord {
    pub(crate) letters: String,
    /// Three bits per letter, the first letter lowest; letters past the 21st are not recorded.
    pub(crate) accents: u64,
}

/// Folds a word of a pattern or of a lexicon.
pub(crate) fn fold_word(word: &str) -> FoldedWord {
    let mut letters = String::new();
    let mut accents = 0u64;
    for c in word.nfc() {
        match c {
            // Variation selector: the same emoji with and without it.
            '\u{FE0F}' => {}
            _ => match fold_char(c) {
                Some((folded, accent)) => {
                    let at = letters.chars().count();
                    if accent != 0 && at < 21 {
                        accents |= u64::from(accent) << (3 * at);
                    }
                    letters.push_str(&folded);
                }
                None => letters.extend(c.to_lowercase()),
            },
        }
    }
    FoldedWord { letters, accents }
}
