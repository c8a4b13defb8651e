//! The overall feeling of a comment.

use super::clues::Clues;
use crate::wire::{Kind, Sentiment};

/// Negative, neutral, positive, or both at once.
pub(super) fn of(clues: &Clues, kinds: &[Kind]) -> Sentiment {
    let is = |kind| kinds.contains(&kind);
    if is(Kind::Praise) {
        return if is(Kind::Complaint) && !clues.ironic { Sentiment::Mixed } else { Sentiment::Positive };
    }
    if is(Kind::Spam) {
        return if clues.praise > clues.complaint { Sentiment::Positive } else { Sentiment::Neutral };
    }
    if kinds.iter().all(|kind| matches!(kind, Kind::Question | Kind::Suggestion | Kind::Neutral)) {
        let good = clues.praise + clues.positive;
        return if good >= 3 && good > clues.complaint + clues.negative {
            Sentiment::Positive
        } else {
            Sentiment::Neutral
        };
    }
    Sentiment::Negative
}
