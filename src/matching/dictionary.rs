//! From a token to the symbols it stands for, through spelling noise.

use super::symbol;
use super::tables::{ALWAYS, Bits, Pack, Words, tables, votes};
use crate::text::fold::Folded;
use crate::text::token::{Token, TokenKind};

/// Longer words are not looked up: none is in the dictionary, and the cost of a token must have a bound.
const LONGEST_WORD: usize = 40;

/// What the dictionary knows of a token.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    /// What the automaton reads.
    pub(crate) symbols: &'static [u16],
    /// Those of them that can begin a pattern.
    pub(crate) beginning: &'static [u16],
    /// Whether one of them can begin an entry of several words.
    pub(crate) begins_phrase: bool,
    /// Which states can go on with it.
    pub(crate) bit: Bits,
}

impl Entry {
    /// Of what no pattern and no list knows.
    pub(crate) const UNKNOWN: Self = Self { symbols: &[], beginning: &[], begins_phrase: false, bit: ALWAYS };

    fn is_known(self) -> bool {
        !self.symbols.is_empty()
    }

    fn special(symbols: &'static [u16; 1]) -> Self {
        Self { symbols, beginning: symbols, begins_phrase: true, bit: Words::bit_of_special(symbols[0]) }
    }
}

/// The votes of a token for languages.
pub(crate) fn votes_of(token: &Token, folded: &Folded) -> &'static [u16] {
    if token.kind == TokenKind::Word {
        exact(votes(), letters(token, folded), accents(token, folded)).symbols
    } else {
        &[]
    }
}

/// The symbols of a token in a language; none where no pattern and no list knows it.
pub(crate) fn symbols_of(pack: Pack, token: &Token, folded: &Folded) -> Entry {
    let words = &tables(pack).words;
    match token.kind {
        TokenKind::Word => word_symbols(words, token, folded),
        TokenKind::Number => known_or(words, letters(token, folded), &symbol::NUMBER),
        TokenKind::Url => Entry::special(&symbol::URL),
        TokenKind::Mention => Entry::special(&symbol::MENTION),
        TokenKind::Hashtag => Entry::special(&symbol::HASHTAG),
        TokenKind::Email => Entry::special(&symbol::EMAIL),
        TokenKind::Emoji => known_or(words, letters(token, folded), &symbol::EMOJI_ALONE),
        TokenKind::Mark(_) | TokenKind::Break => Entry::UNKNOWN,
    }
}

fn known_or(words: &'static Words, letters: &[u8], alone: &'static [u16; 1]) -> Entry {
    let known = exact(words, letters, 0);
    if known.is_known() { known } else { Entry::special(alone) }
}

fn letters<'f>(token: &Token, folded: &'f Folded) -> &'f [u8] {
    folded.bytes.get(token.folded_start as usize..token.folded_end as usize).unwrap_or_default()
}

fn accents(token: &Token, folded: &Folded) -> u64 {
    folded.accents(token.folded_start as usize..token.folded_end as usize)
}

fn word_symbols(words: &'static Words, token: &Token, folded: &Folded) -> Entry {
    let word = letters(token, folded);
    if word.len() > LONGEST_WORD {
        return Entry::UNKNOWN;
    }
    let known = exact(words, word, accents(token, folded));
    if known.is_known() {
        return known;
    }
    if has_stretch(word) {
        let stretched = unstretched(words, word);
        if stretched.is_known() {
            return stretched;
        }
    }
    if token.masked { unmasked(words, word) } else { Entry::UNKNOWN }
}

/// The symbols of a word as it is spelt: typed without accents it stands for all its forms, with accents only
/// for those that have them at the same letters (`sale` may be `salé`, `salé` is not `sale`).
fn exact(words: &'static Words, word: &[u8], accents: u64) -> Entry {
    let Some(index) = words.find(word) else { return Entry::UNKNOWN };
    let bit = Words::bit(index);
    if accents == 0 {
        let (beginning, begins_phrase) = words.beginning_of_word(index);
        return Entry { symbols: words.symbols_of(index), beginning, begins_phrase, bit };
    }
    let forms = words.forms(index);
    let known = words.form_accents.get(forms.clone()).unwrap_or_default();
    let agreeing = known.iter().position(|&known| agrees(accents, known));
    agreeing.map_or(Entry::UNKNOWN, |form| {
        let form = forms.start + form;
        let (beginning, begins_phrase) = words.beginning_of_form(form);
        Entry { symbols: words.symbols_of_form(form), beginning, begins_phrase, bit }
    })
}

/// Whether every accent that was typed is the word's; the word may have more (some were dropped).
pub(crate) fn agrees(typed: u64, known: u64) -> bool {
    // Three bits a letter: all three are set where the letter was typed with an accent.
    let low = 0x1249_2492_4924_9249;
    let any = (typed | typed >> 1 | typed >> 2) & low;
    let mask = any * 7;
    typed & mask == known & mask
}

fn has_stretch(word: &[u8]) -> bool {
    word.windows(3).any(|w| matches!(w, [a, b, c] if a == b && b == c))
}

/// `nooooon` as `noon` or `non`, `connnnard` as `connard`.
fn unstretched(words: &'static Words, word: &[u8]) -> Entry {
    for keep in [2, 1] {
        let mut short = Vec::with_capacity(word.len());
        let mut run = 0;
        for &byte in word {
            run = if short.last() == Some(&byte) { run + 1 } else { 1 };
            let stretched = run > keep && word.windows(3).any(|w| w == [byte; 3]);
            if !stretched {
                short.push(byte);
            }
        }
        let known = exact(words, &short, 0);
        if known.is_known() {
            return known;
        }
    }
    Entry::UNKNOWN
}

/// A word with letters replaced or set apart, if it is one of those people mask.
fn unmasked(words: &'static Words, word: &[u8]) -> Entry {
    let joined: Vec<u8> = word.iter().copied().filter(|b| !matches!(b, b'.' | b'-' | b'_' | b' ')).collect();
    let stars_between_letters = joined.iter().step_by(2).all(u8::is_ascii_lowercase)
        && joined.iter().skip(1).step_by(2).all(|&b| b == b'*')
        && joined.len() >= 5;
    // Short words are recognised with their letters set apart, not with letters replaced: `c0n` may be a code.
    let only_apart = joined.iter().all(u8::is_ascii_lowercase) || stars_between_letters;
    if joined.len() < 4 && !only_apart {
        return Entry::UNKNOWN;
    }
    let letters: Vec<u8> = if stars_between_letters {
        joined.iter().copied().filter(|&b| b != b'*').collect()
    } else {
        joined.iter().map(|&b| unleet(b)).collect()
    };
    if !letters.contains(&b'*') {
        let found = maskable(words, &letters);
        return if !found.is_known() && letters.contains(&b'i') {
            // `1` stands for `l` as well as for `i`.
            maskable(
                words,
                &joined.iter().map(|&b| if b == b'1' { b'l' } else { unleet(b) }).collect::<Vec<_>>(),
            )
        } else {
            found
        };
    }
    match letters.iter().filter(|&&b| b == b'*').count() {
        1 => one_star(words, &letters),
        _ if letters.first() != Some(&b'*') && letters.len() >= 4 => several_stars(words, &letters),
        _ => Entry::UNKNOWN,
    }
}

/// One star hides one letter: each letter is tried.
fn one_star(words: &'static Words, letters: &[u8]) -> Entry {
    let mut tried = letters.to_vec();
    let Some(star) = letters.iter().position(|&b| b == b'*') else { return Entry::UNKNOWN };
    for letter in b'a'..=b'z' {
        if let Some(place) = tried.get_mut(star) {
            *place = letter;
        }
        let found = maskable(words, &tried);
        if found.is_known() {
            return found;
        }
    }
    Entry::UNKNOWN
}

/// Several stars: only for the words that people hide so.
fn several_stars(words: &'static Words, letters: &[u8]) -> Entry {
    let fits = |word: usize| {
        let known = words.letters_of(word);
        known.len() == letters.len() && known.iter().zip(letters).all(|(k, l)| *l == b'*' || k == l)
    };
    let hidden = words.masking.iter().enumerate().filter(|(_, masking)| **masking >= 2).map(|(word, _)| word);
    hidden
        .into_iter()
        .find(|&word| fits(word))
        .map_or(Entry::UNKNOWN, |word| exact(words, words.letters_of(word), 0))
}

fn maskable(words: &'static Words, letters: &[u8]) -> Entry {
    match words.find(letters) {
        Some(word) if words.masking.get(word).is_some_and(|&m| m > 0) => exact(words, letters, 0),
        _ => Entry::UNKNOWN,
    }
}

fn unleet(byte: u8) -> u8 {
    match byte {
        b'0' => b'o',
        b'1' | b'!' => b'i',
        b'3' => b'e',
        b'4' | b'@' => b'a',
        b'5' | b'$' => b's',
        b'7' | b'+' => b't',
        b'8' => b'b',
        b'9' => b'g',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_typed_must_be_the_words_own() {
        let acute_on_fourth = 2u64 << 9;
        let grave_on_fourth = 1u64 << 9;
        assert!(agrees(0, acute_on_fourth));
        assert!(agrees(acute_on_fourth, acute_on_fourth));
        assert!(!agrees(acute_on_fourth, 0));
        assert!(!agrees(acute_on_fourth, grave_on_fourth));
        assert!(agrees(acute_on_fourth, acute_on_fourth | 2 << 3));
    }
}
