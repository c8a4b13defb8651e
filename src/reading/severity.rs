//! How grave a comment is, and whether it can wait.

use super::clues::Clues;
use super::scorer::Scores;
use crate::wire::{Kind, Signal};

/// A complaint of this weight is no trifle.
const PLAIN: u32 = 3;
/// A few words of complaint are one.
const FEW_WORDS: usize = 7;

/// 0 (nothing) to 3 (someone is or may be hurt).
pub(super) fn of(scores: &Scores, clues: &Clues, kinds: &[Kind]) -> u8 {
    let is = |kind| kinds.contains(&kind);
    if is(Kind::Threat) || is(Kind::Violence) || clues.doxxing >= 4 || clues.distress {
        return 3;
    }
    let plain = is(Kind::Accusation)
        || is(Kind::Insult)
        || (is(Kind::Complaint) && (clues.complaint >= PLAIN || clues.length < FEW_WORDS));
    let calm = kinds.iter().all(|kind| matches!(kind, Kind::Praise | Kind::Suggestion | Kind::Neutral))
        || (kinds == [Kind::Question] && clues.length < FEW_WORDS);
    if calm { 0 } else { scores.severity().max(u8::from(plain)) }
}

/// Whether it needs an answer now.
pub(super) fn is_urgent(
    scores: &Scores,
    clues: &Clues,
    kinds: &[Kind],
    signals: &[Signal],
    severity: u8,
) -> bool {
    let is = |kind| kinds.contains(&kind);
    let troubled = is(Kind::Complaint) || is(Kind::Accusation) || is(Kind::Question);
    severity == 3
        || (troubled && clues.urgency >= 2)
        || (signals.contains(&Signal::Safety) && is(Kind::Complaint))
        || scores.is_urgent(0.0)
}
