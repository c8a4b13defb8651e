//! The weights of the cues, gathered once.

use crate::matching::{Scan, cue};
use crate::rules;
use crate::text::{Text, TokenKind};

/// What the cues say of a comment, before anything is decided.
pub(super) struct Clues {
    pub(super) complaint: u32,
    pub(super) praise: u32,
    pub(super) positive: u32,
    pub(super) negative: u32,
    pub(super) troll: u32,
    pub(super) hate: u32,
    pub(super) threat: u32,
    pub(super) violence: u32,
    pub(super) insult: u32,
    pub(super) doxxing: u32,
    pub(super) urgency: u32,
    /// Praise that is not meant.
    pub(super) ironic: bool,
    /// The topics' words, all together: something is spoken of.
    pub(super) about_something: bool,
    /// Someone may harm themselves.
    pub(super) distress: bool,
    /// Someone has died.
    pub(super) grief: bool,
    /// Capitals or many exclamation marks.
    pub(super) loud: bool,
    /// Words (links and numbers included).
    pub(super) length: usize,
    pub(super) has_link: bool,
    /// More words outside its questions than in them.
    pub(super) mostly_tells: bool,
}

impl Clues {
    pub(super) fn of(text: &Text<'_>, scan: &Scan) -> Self {
        let mut clues = Self {
            complaint: scan.weight(cue::KIND_COMPLAINT),
            praise: scan.weight(cue::KIND_PRAISE),
            positive: scan.weight(cue::SENTIMENT_POSITIVE),
            negative: scan.weight(cue::SENTIMENT_NEGATIVE),
            troll: scan.weight(cue::KIND_TROLL),
            hate: scan.weight(cue::KIND_HATE),
            threat: scan.weight(cue::KIND_THREAT),
            violence: scan.weight(cue::KIND_VIOLENCE),
            insult: scan.weight(cue::KIND_INSULT) + insults_by_rule(text, scan),
            doxxing: scan.weight(cue::KIND_DOXXING) + exposure(text, scan),
            urgency: scan.weight(cue::URGENCY_NOW),
            ironic: false,
            about_something: super::topic::is_named(scan),
            distress: scan.has(cue::DETAIL_DISTRESS),
            grief: scan.has(cue::DETAIL_GRIEF),
            loud: is_loud(text),
            length: text.tokens.iter().filter(|token| token.is_read()).count(),
            mostly_tells: mostly_tells(text),
            has_link: text.tokens.iter().any(|token| token.kind == TokenKind::Url),
        };
        clues.ironic = is_ironic(scan, &clues);
        clues
    }
}

fn mostly_tells(text: &Text<'_>) -> bool {
    let words = |question: bool| -> usize {
        let sentences = text.sentences.iter().filter(|sentence| sentence.question == question);
        sentences.map(|s| text.tokens_in(s.tokens.clone()).iter().filter(|t| t.is_read()).count()).sum()
    };
    words(false) > words(true).max(4)
}

/// What the rule for insults would underline counts as an insult here too.
fn insults_by_rule(text: &Text<'_>, scan: &Scan) -> u32 {
    let Some((id, _)) = rules::by_id("insult") else { return 0 };
    let meant = |tokens: &std::ops::Range<usize>| {
        text.tokens_in(tokens.clone()).iter().all(|token| !token.quoted && !token.negated)
    };
    scan.hits.iter().filter(|hit| hit.rule == id.0 && meant(&hit.tokens)).take(2).map(|_| 2).sum()
}

/// Praise beside what went wrong, in the same breath.
fn is_ironic(scan: &Scan, clues: &Clues) -> bool {
    let irony = scan.weight(cue::SENTIMENT_IRONY);
    let trouble = clues.complaint + clues.negative > 0 || scan.has(cue::SENTIMENT_MISHAP);
    if irony >= 4 || (irony >= 2 && trouble) {
        return clues.praise < 6;
    }
    clues.praise > 0
        && clues.praise <= 4
        && scan.cue_hits(cue::KIND_PRAISE).any(|praise| {
            !praise.negated
                && scan.cue_hits(cue::SENTIMENT_MISHAP).any(|mishap| {
                    mishap.sentence == praise.sentence
                        && !mishap.negated
                        && mishap.tokens.start > praise.tokens.start
                        && mishap.tokens.start - praise.tokens.end.min(mishap.tokens.start) <= 8
                })
        })
}

/// Someone named or located, beside a phone number, a street or an e-mail address.
fn exposure(text: &Text<'_>, scan: &Scan) -> u32 {
    let located = scan.has(cue::PERSON_STREET)
        || has_phone_number(text)
        || text.tokens.iter().any(|token| token.kind == TokenKind::Email);
    if located && scan.has(cue::PERSON_EXPOSED) { 4 } else { 0 }
}

/// Nine digits or more in a row of numbers.
fn has_phone_number(text: &Text<'_>) -> bool {
    let mut digits = 0;
    for token in &text.tokens {
        let found = text.letters(token).iter().filter(|byte| byte.is_ascii_digit()).count();
        digits = if found > 0 && token.kind == TokenKind::Number { digits + found } else { 0 };
        if digits >= 9 {
            return true;
        }
    }
    false
}

fn is_loud(text: &Text<'_>) -> bool {
    let capitals = text.tokens.iter().filter(|t| t.all_capitals && t.kind == TokenKind::Word).count();
    capitals >= 4 || text.source.contains("!!")
}
