//! The main emotion of a comment.

use super::clues::Clues;
use crate::matching::{Scan, cue};
use crate::wire::{Emotion, Kind};

/// The emotion that weighs most among those that go with the kinds.
pub(super) fn of(scan: &Scan, clues: &Clues, kinds: &[Kind]) -> Emotion {
    let is = |kind| kinds.contains(&kind);
    if is(Kind::Praise) && !is(Kind::Complaint) {
        return heaviest(&[
            (Emotion::Gratitude, scan.weight(cue::EMOTION_GRATITUDE)),
            (Emotion::Joy, scan.weight(cue::EMOTION_JOY) + 1),
        ]);
    }
    if clues.distress || (clues.grief && !is(Kind::Praise)) {
        return Emotion::Sadness;
    }
    if clues.ironic {
        return Emotion::Irony;
    }
    let worry = scan.weight(cue::EMOTION_WORRY);
    let anger = scan.weight(cue::EMOTION_ANGER);
    if kinds.iter().all(|kind| matches!(kind, Kind::Question | Kind::Suggestion | Kind::Neutral | Kind::Spam))
    {
        return if worry >= 2 && is(Kind::Question) { Emotion::Worry } else { Emotion::Neutral };
    }
    let aimed = kinds.iter().any(|kind| {
        matches!(kind, Kind::Insult | Kind::Hate | Kind::Threat | Kind::Violence | Kind::Accusation)
    });
    heaviest(&[
        (Emotion::Anger, anger + 2 * u32::from(clues.loud) + 3 * u32::from(aimed)),
        (Emotion::Worry, worry + u32::from(is(Kind::Misinformation))),
        (Emotion::Sadness, scan.weight(cue::EMOTION_SADNESS)),
        (Emotion::Disappointment, scan.weight(cue::EMOTION_DISAPPOINTMENT) + u32::from(is(Kind::Complaint))),
    ])
}

fn heaviest(weights: &[(Emotion, u32)]) -> Emotion {
    let mut best = (Emotion::Neutral, 0);
    for &(emotion, weight) in weights {
        if weight > best.1 {
            best = (emotion, weight);
        }
    }
    best.0
}
