//! Folding: the same letters whatever the case, the accents and the disguise, with the way back.

use super::accent;

#[allow(clippy::unreadable_literal)]
mod table {
    include!(concat!(env!("OUT_DIR"), "/fold_table.rs"));
}

/// A text folded to lower-case ASCII where it is Latin, with, for each byte, where it comes from.
pub(crate) struct Folded {
    /// UTF-8; Latin letters are ASCII.
    pub(crate) bytes: Vec<u8>,
    /// For each byte, the offset in the source of the character it stands for.
    pub(crate) origin: Vec<u32>,
    /// For each byte, the accent taken off (low three bits) and whether it was a capital.
    pub(crate) marks: Vec<u8>,
}

/// Bit of [`Folded::marks`] for a capital letter.
pub(crate) const CAPITAL: u8 = 0x80;
/// Bits of [`Folded::marks`] for the accent, coded as in the build.
pub(crate) const ACCENT: u8 = 0x07;

/// Folds a whole text, in one pass.
pub(crate) fn fold(source: &str) -> Folded {
    let mut folded = Folded {
        bytes: Vec::with_capacity(source.len()),
        origin: Vec::with_capacity(source.len()),
        marks: Vec::with_capacity(source.len()),
    };
    for (at, c) in source.char_indices() {
        folded.push_char(at as u32, c);
    }
    folded
}

impl Folded {
    fn push(&mut self, at: u32, byte: u8, mark: u8) {
        self.bytes.push(byte);
        self.origin.push(at);
        self.marks.push(mark);
    }

    fn push_char(&mut self, at: u32, c: char) {
        if c.is_ascii() {
            let mark = if c.is_ascii_uppercase() { CAPITAL } else { 0 };
            return self.push(at, (c as u8).to_ascii_lowercase(), mark);
        }
        match c {
            // Spaces of typography, which French has before « ! ? : ; ».
            '\u{A0}' | '\u{202F}' | '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => {
                self.push(at, b' ', 0);
            }
            '\u{2028}' | '\u{2029}' | '\u{85}' => self.push(at, b'\n', 0),
            '\u{2019}' | '\u{2018}' | '\u{02BC}' | '\u{201B}' | '\u{FF07}' | '\u{00B4}' => {
                self.push(at, b'\'', 0);
            }
            '\u{2010}'..='\u{2012}' => self.push(at, b'-', 0),
            '\u{2026}' => self.push_str(at, "\u{2026}", 0),
            // Invisible: soft hyphen, zero-width, direction, variation selectors.
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{1F3FB}'..='\u{1F3FF}' => {}
            // Combining marks: the accents of French and English count, drawings over letters do not.
            '\u{300}'..='\u{36F}' | '\u{489}' | '\u{20D0}'..='\u{20FF}' => self.accent(c),
            _ => self.push_letter(at, c),
        }
    }

    fn push_letter(&mut self, at: u32, c: char) {
        let capital = if c.is_uppercase() { CAPITAL } else { 0 };
        let code = c as u32;
        let row = match code {
            0xA0..=0x24F => table::LATIN.get((code - 0xA0) as usize).copied(),
            0x1E00..=0x1EFF => table::LATIN_ADDITIONAL.get((code - 0x1E00) as usize).copied(),
            0x1D400..=0x1D7FF => {
                table::MATHEMATICAL.get((code - 0x1D400) as usize).map(|&letter| [letter, 0, 0])
            }
            // Full-width forms stand at a fixed distance from ASCII.
            0xFF01..=0xFF5E => {
                let ascii = (code - 0xFEE0) as u8;
                let mark = if ascii.is_ascii_uppercase() { CAPITAL } else { 0 };
                return self.push(at, ascii.to_ascii_lowercase(), mark);
            }
            0x24B6..=0x24CF => Some([b'a' + (code - 0x24B6) as u8, 0, 0]),
            0x24D0..=0x24E9 => Some([b'a' + (code - 0x24D0) as u8, 0, 0]),
            0x1F130..=0x1F149 => Some([b'a' + (code - 0x1F130) as u8, 0, 0]),
            0x1F170..=0x1F189 => Some([b'a' + (code - 0x1F170) as u8, 0, 0]),
            _ => None,
        };
        match row {
            Some([first, second, accent]) if first != 0 => {
                self.push(at, first, accent | capital);
                if second != 0 {
                    self.push(at, second, capital);
                }
            }
            _ => {
                for lower in c.to_lowercase() {
                    let mut buffer = [0; 4];
                    self.push_str(at, lower.encode_utf8(&mut buffer), capital);
                }
            }
        }
    }

    fn push_str(&mut self, at: u32, text: &str, mark: u8) {
        for &byte in text.as_bytes() {
            self.push(at, byte, mark);
        }
    }

    /// A combining accent belongs to the letter before it.
    fn accent(&mut self, mark: char) {
        let Some(code) = accent::code(mark) else { return };
        if let (Some(byte), Some(marks)) = (self.bytes.last(), self.marks.last_mut())
            && byte.is_ascii_lowercase()
            && *marks & ACCENT == 0
        {
            *marks |= code;
        }
    }

    /// Where the character after the byte at `at` begins in the source.
    pub(crate) fn origin_after(&self, at: usize, source_len: usize) -> u32 {
        self.origin.get(at).copied().unwrap_or(source_len as u32)
    }

    /// The accents of `bytes[range]`, three bits a letter, comparable with those of the dictionary.
    pub(crate) fn accents(&self, range: std::ops::Range<usize>) -> u64 {
        let mut accents = 0;
        for (index, &mark) in self.marks.get(range).unwrap_or_default().iter().take(21).enumerate() {
            accents |= u64::from(mark & ACCENT) << (3 * index);
        }
        accents
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        String::from_utf8(fold(text).bytes).unwrap()
    }

    #[test]
    fn case_accents_and_disguises_fold_to_the_same_letters() {
        for text in ["Débile", "DEBILE", "de\u{301}bile", "ｄébile", "𝐝𝐞𝐛𝐢𝐥𝐞", "d\u{200B}ébile"]
        {
            assert_eq!(folded(text), "debile", "{text}");
        }
        assert_eq!(folded("Cœur l’été"), "coeur l'ete");
    }

    #[test]
    fn every_byte_knows_where_it_comes_from() {
        let source = "L’été 😀 où\u{202E}ça";
        let folded = fold(source);
        assert_eq!(folded.bytes.len(), folded.origin.len());
        for &at in &folded.origin {
            assert!(source.is_char_boundary(at as usize));
        }
    }

    #[test]
    fn composed_and_decomposed_accents_have_one_signature() {
        let (a, b) = (fold("salé"), fold("sale\u{301}"));
        assert_eq!(a.accents(0..4), b.accents(0..4));
        assert_ne!(a.accents(0..4), fold("sale").accents(0..4));
    }
}
