//! What the scorer looks at in a comment: its cues, a few marks of how it is written, and its words.

use super::clues::Clues;
use super::topic::TOPICS;
use crate::language::Language;
use crate::matching::scan::Cue;
use crate::matching::{Scan, cue};
use crate::model::features::{BITS as HASH_BITS, Kind, STEM, key, letters_hash};
use crate::text::{Text, TokenKind};

/// The cues that tell kinds apart; each gives two features: that it is there, and how much of it there is.
pub(super) const CUES: [Cue; 50] = [
    cue::KIND_COMPLAINT,
    cue::KIND_PRAISE,
    cue::KIND_QUESTION,
    cue::KIND_SUGGESTION,
    cue::KIND_ACCUSATION,
    cue::KIND_MISINFORMATION,
    cue::KIND_SPAM,
    cue::KIND_TROLL,
    cue::KIND_HATE,
    cue::KIND_THREAT,
    cue::KIND_VIOLENCE,
    cue::KIND_INSULT,
    cue::KIND_DOXXING,
    cue::KIND_RHETORICAL,
    cue::KIND_NEUTRAL,
    cue::SENTIMENT_POSITIVE,
    cue::SENTIMENT_NEGATIVE,
    cue::SENTIMENT_IRONY,
    cue::SENTIMENT_MISHAP,
    cue::EMOTION_ANGER,
    cue::EMOTION_DISAPPOINTMENT,
    cue::EMOTION_WORRY,
    cue::EMOTION_SADNESS,
    cue::EMOTION_JOY,
    cue::EMOTION_GRATITUDE,
    cue::SIGNAL_LEGAL,
    cue::SIGNAL_MEDIA,
    cue::SIGNAL_BOYCOTT,
    cue::SIGNAL_SAFETY,
    cue::SIGNAL_VIRAL,
    cue::SIGNAL_CHURN,
    cue::SIGNAL_REPEAT,
    cue::URGENCY_NOW,
    cue::PERSON_SELF,
    cue::PERSON_YOU,
    cue::PERSON_EVERYONE,
    cue::PERSON_STREET,
    cue::PERSON_EXPOSED,
    cue::HINT_GROUP,
    cue::HINT_SOMEONE,
    cue::HINT_HARM,
    cue::HINT_ROUGH,
    cue::HINT_CONTEMPT,
    cue::HINT_OFFER,
    cue::HINT_CLAIM,
    cue::HINT_POWER,
    cue::HINT_SHOW,
    cue::HINT_GOOD,
    cue::HINT_BAD,
    cue::HINT_WISH,
];

/// The marks, in the order of [`marks`].
const MARKS: usize = 28;
/// The topics' own: that one is named, how much, and that it is named most.
const OF_TOPICS: usize = 3 * TOPICS.len();
/// The features that are not words.
pub(super) const PLAIN: usize = 2 * CUES.len() + OF_TOPICS + MARKS;
/// Words are hashed to numbers of this many bits.
pub(super) const WORD_BITS: u32 = 18;
/// More of a cue says no more.
const MOST: u32 = 6;
/// What a cue, a mark and a long comment's words weigh: a longer comment is not more of everything.
const THERE: f32 = 0.5;
const ALL_WORDS: f32 = 4.0;
/// Longer comments are judged by their beginning.
const MOST_WORDS: usize = 400;

/// The cue a feature comes from, if it comes from one.
#[cfg(feature = "quality")]
pub(super) fn cue_of(feature: usize) -> Option<usize> {
    match feature.checked_sub(2 * CUES.len()) {
        None => Some(feature / 2),
        Some(after) if after < OF_TOPICS => Some(CUES.len() + after / 3),
        Some(_) => None,
    }
}

/// What is found in a comment.
pub(super) struct Found {
    /// The cues and marks present, with their amounts.
    pub(super) plain: Vec<(usize, f32)>,
    /// The hashed words present, each once.
    pub(super) words: Vec<u32>,
    /// The amount of each word.
    pub(super) word: f32,
}

/// The features present, with their amounts.
pub(super) fn of(text: &Text<'_>, scan: &Scan, clues: &Clues, asks: bool) -> Found {
    let mut plain = Vec::new();
    for (index, cue) in CUES.into_iter().enumerate() {
        let weight = scan.weight(cue).min(MOST);
        if weight > 0 {
            plain.push((2 * index, THERE));
            plain.push((2 * index + 1, weight as f32 / 6.0));
        }
    }
    topics(scan, &mut plain);
    for (index, mark) in marks(text, scan, clues, asks).into_iter().enumerate() {
        if mark {
            plain.push((2 * CUES.len() + OF_TOPICS + index, THERE));
        }
    }
    let words = words(text);
    let word = ALL_WORDS / (words.len() as f32 + ALL_WORDS * ALL_WORDS).sqrt();
    Found { plain, words, word }
}

/// What the words of each topic say; denied or not, they are about it.
fn topics(scan: &Scan, plain: &mut Vec<(usize, f32)>) {
    let first = 2 * CUES.len();
    let weights = TOPICS.map(|(_, cue)| scan.mentions(cue).min(MOST));
    let most = weights.iter().copied().max().unwrap_or_default();
    for (index, &weight) in weights.iter().enumerate().filter(|&(_, &weight)| weight > 0) {
        plain.push((first + 3 * index, THERE));
        plain.push((first + 3 * index + 1, weight as f32 / 6.0));
        if weight == most {
            plain.push((first + 3 * index + 2, THERE));
        }
    }
}

/// Words, pairs of neighbours and beginnings of words, as hashed numbers.
fn words(text: &Text<'_>) -> Vec<u32> {
    let language = match text.language() {
        Language::Fr => 0,
        Language::En => 1,
        // What the words of other languages say is not known.
        _ => return Vec::new(),
    };
    let mut found = Vec::with_capacity(3 * text.tokens.len());
    let mut emit =
        |kind, first, second| found.push(key(kind, language, first, second) >> (HASH_BITS - WORD_BITS));
    let boundary = letters_hash(b"^");
    let mut before = boundary;
    for token in text.tokens.iter().filter(|token| token.is_read()).take(MOST_WORDS) {
        let letters: &[u8] = match token.kind {
            TokenKind::Number => b"0",
            TokenKind::Url => b"//",
            TokenKind::Mention => b"@",
            TokenKind::Email => b"@.",
            _ => text.letters(token),
        };
        let word = letters_hash(letters);
        emit(Kind::Word, word, 0);
        emit(Kind::Pair, before, word);
        if let Some(stem) = letters.get(..STEM) {
            emit(Kind::Stem, letters_hash(stem), 0);
        }
        before = word;
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn marks(text: &Text<'_>, scan: &Scan, clues: &Clues, asks: bool) -> [bool; MARKS] {
    let words = clues.length;
    let has = |kind| text.tokens.iter().any(|token| token.kind == kind);
    let source = text.source;
    let exclamations = source.bytes().filter(|&byte| byte == b'!').count();
    let letters = source.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = source.chars().filter(|c| c.is_uppercase()).count();
    [
        true,
        text.language().code() == "fr",
        asks,
        clues.ends_asking,
        source.contains('?'),
        exclamations > 0,
        exclamations > 1,
        words < 6,
        words < 10,
        words > 18,
        words > 28,
        letters > 12 && 5 * capitals > 3 * letters,
        source.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase),
        source.contains('…') || source.contains("..."),
        has(TokenKind::Number),
        source.contains(':'),
        source.contains(['«', '"', '“']),
        source.contains(['€', '£', '$']),
        has(TokenKind::Hashtag),
        has(TokenKind::Mention),
        clues.has_link,
        has(TokenKind::Email),
        has(TokenKind::Emoji),
        clues.ironic,
        clues.loud,
        clues.about_something,
        clues.mostly_tells,
        scan.hits.len() > 2,
    ]
}
