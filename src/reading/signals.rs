//! Signs that a comment may go further than itself.

use crate::matching::scan::Cue;
use crate::matching::{Scan, cue};
use crate::text::{Text, TokenKind};
use crate::wire::{Kind, Signal};

const SIGNALS: [(Signal, Cue); 8] = [
    (Signal::Legal, cue::SIGNAL_LEGAL),
    (Signal::Media, cue::SIGNAL_MEDIA),
    (Signal::Boycott, cue::SIGNAL_BOYCOTT),
    (Signal::Influencer, cue::SIGNAL_INFLUENCER),
    (Signal::Safety, cue::SIGNAL_SAFETY),
    (Signal::Viral, cue::SIGNAL_VIRAL),
    (Signal::Churn, cue::SIGNAL_CHURN),
    (Signal::Repeat, cue::SIGNAL_REPEAT),
];

/// The signals of a comment; praise and advertising give none.
pub(super) fn of(text: &Text<'_>, scan: &Scan, kinds: &[Kind]) -> Vec<Signal> {
    let calm = kinds.iter().all(|kind| {
        matches!(kind, Kind::Praise | Kind::Spam | Kind::Neutral | Kind::Suggestion | Kind::Troll)
    });
    if calm {
        return Vec::new();
    }
    SIGNALS
        .into_iter()
        .filter(|&(signal, cue)| {
            scan.weight(cue) >= 2 || (signal == Signal::Boycott && calls_for_boycott(text))
        })
        .map(|(signal, _)| signal)
        .collect()
}

/// A hashtag is one token: the automaton does not look inside it.
fn calls_for_boycott(text: &Text<'_>) -> bool {
    text.tokens.iter().any(|token| {
        token.kind == TokenKind::Hashtag
            && text.letters(token).windows(b"boycott".len()).any(|part| part == b"boycott")
    })
}
