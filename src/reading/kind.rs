//! What kind of comment it is.

use super::clues::Clues;
use super::scorer::Scores;
use crate::wire::Kind;

/// Fewer words than these say no more than their cues.
const FEW_WORDS: usize = 4;

/// The kinds of a comment: at least one.
pub(super) fn of(scores: &Scores, clues: &Clues) -> Vec<Kind> {
    let mut kinds = scores.kinds();
    // Praise that is not meant is a complaint.
    if clues.ironic && kinds.contains(&Kind::Praise) {
        kinds.retain(|&kind| kind != Kind::Praise);
        kinds.push(Kind::Complaint);
    }
    if clues.distress && kinds.iter().all(|kind| matches!(kind, Kind::Praise | Kind::Neutral)) {
        kinds = vec![Kind::Complaint];
    }
    if clues.length < FEW_WORDS && kinds == [Kind::Complaint] && clues.complaint + clues.negative == 0 {
        if clues.ends_asking {
            kinds = vec![Kind::Question];
        } else if !clues.about_something && clues.praise + clues.positive == 0 {
            kinds = vec![Kind::Neutral];
        }
    }
    // Who only informs says nothing else.
    if kinds.len() > 1 {
        kinds.retain(|&kind| kind != Kind::Neutral);
    }
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
