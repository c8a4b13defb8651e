//! What the scorer looks at in a comment: its cues, and a few marks of how it is written.

use super::clues::Clues;
use crate::matching::scan::Cue;
use crate::matching::{Scan, cue};
use crate::text::{Text, TokenKind};

/// The cues that tell kinds apart; each gives two features: that it is there, and how much of it there is.
pub(super) const CUES: [Cue; 38] = [
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
];

/// The marks, in the order of [`marks`].
const MARKS: usize = 28;
/// All features.
pub(super) const COUNT: usize = 2 * CUES.len() + MARKS;
/// More of a cue says no more.
const MOST: u32 = 6;

/// The features present, with their amounts.
pub(super) fn of(text: &Text<'_>, scan: &Scan, clues: &Clues, asks: bool) -> Vec<(usize, i32)> {
    let mut found = Vec::new();
    for (index, cue) in CUES.into_iter().enumerate() {
        let weight = scan.weight(cue).min(MOST);
        if weight > 0 {
            found.push((2 * index, 3));
            found.push((2 * index + 1, weight as i32));
        }
    }
    for (index, mark) in marks(text, scan, clues, asks).into_iter().enumerate() {
        if mark {
            found.push((2 * CUES.len() + index, 3));
        }
    }
    found
}

fn marks(text: &Text<'_>, scan: &Scan, clues: &Clues, asks: bool) -> [bool; MARKS] {
    let words = clues.length;
    let has = |kind| text.tokens.iter().any(|token| token.kind == kind);
    let source = text.source;
    let exclamations = source.bytes().filter(|&byte| byte == b'!').count();
    let letters = source.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = source.chars().filter(|c| c.is_uppercase()).count();
    let ends_asking = text.sentences.last().is_some_and(|sentence| sentence.question);
    [
        true,
        text.language().code() == "fr",
        asks,
        ends_asking,
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
