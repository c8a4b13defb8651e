//! What the model looks at in a sentence: its words, alone and in pairs, its marks and its cues, as hashed numbers.

use crate::language::Language;
use crate::matching::Scan;
use crate::matching::cue;
use crate::text::{Sentence, Text, TokenKind};

/// Features are numbers of this many bits.
pub(crate) const BITS: u32 = 20;
/// A cue says more than a word, and weighs as much as this many.
const CUE_VALUE: f32 = 2.0;
/// Letters of a word that stand for its family.
pub(crate) const STEM: usize = 5;

/// One feature of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Feature {
    pub(crate) key: u32,
    pub(crate) value: f32,
    /// The token it comes from, or the last of them.
    pub(crate) token: usize,
}

/// What a feature is made of, so that the same letters in another place are another feature.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Word = 1,
    Pair = 2,
    PairApart = 3,
    Stem = 4,
    Mark = 5,
    Cue = 6,
}

/// FNV-1a.
pub(crate) fn letters_hash(letters: &[u8]) -> u32 {
    letters.iter().fold(0x811c_9dc5, |h, &byte| (h ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Spreads two hashes and a kind over the bits of a feature.
pub(crate) fn key(kind: Kind, language: u32, first: u32, second: u32) -> u32 {
    let seed = (kind as u32) << 1 | language;
    let mut h = (first ^ seed.wrapping_mul(0x9E37_79B9)).wrapping_mul(0x85EB_CA6B);
    h = (h ^ (h >> 15) ^ second.rotate_left(11)).wrapping_mul(0xC2B2_AE35);
    h ^= h >> 16;
    h >> (32 - BITS)
}

/// The language whose words the model has learnt: 0 French, 1 English; none else.
pub(crate) fn language_number(sentence: &Sentence) -> Option<u32> {
    match sentence.language {
        Language::Fr => Some(0),
        Language::En => Some(1),
        _ => None,
    }
}

/// Calls `each` for every feature of a sentence; some may come twice. Words that are quoted are not the brand's.
pub(crate) fn of_sentence(
    text: &Text<'_>,
    scan: &Scan,
    sentence: usize,
    language: u32,
    mut each: impl FnMut(Feature),
) {
    let Some(place) = text.sentences.get(sentence) else { return };
    let boundary = letters_hash(b"^");
    let (mut before, mut before_that) = (boundary, boundary);
    let mut emit = |kind, first, second, token| {
        each(Feature { key: key(kind, language, first, second), value: 1.0, token });
    };
    let mut last = place.tokens.start;
    for (offset, token) in text.tokens_in(place.tokens.clone()).iter().enumerate() {
        if !token.is_read() || token.quoted {
            continue;
        }
        let at = place.tokens.start + offset;
        let letters = match token.kind {
            TokenKind::Word | TokenKind::Emoji => text.letters(token),
            TokenKind::Number => b"0",
            TokenKind::Url => b"//",
            TokenKind::Mention => b"@",
            TokenKind::Hashtag => b"#",
            TokenKind::Email => b"@.",
            TokenKind::Mark(_) | TokenKind::Break => continue,
        };
        let word = letters_hash(letters);
        emit(Kind::Word, word, 0, at);
        emit(Kind::Pair, before, word, at);
        if before != boundary {
            emit(Kind::PairApart, before_that, word, at);
        }
        emit(Kind::Stem, letters_hash(letters.get(..STEM).unwrap_or(letters)), 0, at);
        (before, before_that) = (word, before);
        last = at;
    }
    for (mark, stands) in [(1, place.question), (2, place.exclamation), (3, place.ellipsis)] {
        if stands {
            emit(Kind::Mark, mark, 0, last);
        }
    }
    for hit in scan.all_cues().iter().filter(|hit| hit.sentence == sentence && !hit.quoted) {
        // By name: a new cue does not change what the others weigh.
        let Some(&name) = cue::NAME_HASHES.get(usize::from(hit.cue.0)) else { continue };
        each(Feature { key: key(Kind::Cue, 0, name, 0), value: CUE_VALUE, token: hit.tokens.start });
    }
}
