//! The overall feeling of a comment.

use super::clues::Clues;
use crate::wire::{Kind, Sentiment};

/// Negative, neutral, positive, or both at once.
pub(super) fn of(clues: &Clues, kinds: &[Kind]) -> Sentiment {
    let is = |kind| kinds.contains(&kind);
    if is(Kind::Praise) {
        return if is(Kind::Complaint) { Sentiment::Mixed } else { Sentiment::Positive };
    }
    let good = clues.praise + clues.positive;
    let bad = clues.complaint + clues.negative;
    if kinds.iter().all(|kind| matches!(kind, Kind::Suggestion | Kind::Neutral | Kind::Spam)) {
        return if good >= 3 && good > bad { Sentiment::Positive } else { Sentiment::Neutral };
    }
    if kinds.iter().all(|kind| matches!(kind, Kind::Question | Kind::Suggestion | Kind::Neutral)) {
        return Sentiment::Neutral;
    }
    Sentiment::Negative
}
