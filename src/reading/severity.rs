//! How grave a comment is, and whether it can wait.

use super::clues::Clues;
use super::scorer::Scores;
use crate::wire::{Kind, Signal};

/// 0 (nothing) to 3 (someone is or may be hurt).
pub(super) fn of(scores: &Scores, clues: &Clues, kinds: &[Kind]) -> u8 {
    let is = |kind| kinds.contains(&kind);
    if is(Kind::Threat) || is(Kind::Violence) || clues.doxxing >= 4 || clues.distress {
        return 3;
    }
    scores.severity()
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
        || scores.is_urgent(0)
}
