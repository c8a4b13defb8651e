//! A linear scorer: each feature of a comment votes for or against each thing that may be said of it.

use super::features;
use super::weights::{BITS, VOTES};
use crate::wire::Kind;

/// The kinds, in the order of the votes.
const KINDS: [Kind; 13] = [
    Kind::Complaint,
    Kind::Praise,
    Kind::Question,
    Kind::Suggestion,
    Kind::Accusation,
    Kind::Misinformation,
    Kind::Spam,
    Kind::Troll,
    Kind::Hate,
    Kind::Threat,
    Kind::Violence,
    Kind::Insult,
    Kind::Neutral,
];
/// Kinds, then: deletable, offensive, urgent, at least a little grave, grave, very grave.
pub(super) const OUTCOMES: usize = KINDS.len() + 6;
const DELETABLE: usize = KINDS.len();
const OFFENSIVE: usize = KINDS.len() + 1;
const URGENT: usize = KINDS.len() + 2;
const GRAVE: usize = KINDS.len() + 3;

/// The sums of the votes; above zero means more likely than not.
pub(super) struct Scores([i32; OUTCOMES]);

impl Scores {
    /// Sums the votes of the features present.
    pub(super) fn of(found: &[(usize, i32)]) -> Self {
        let mut sums = [0; OUTCOMES];
        for &(feature, amount) in found {
            let Some(votes) = VOTES.get(feature) else { continue };
            for (sum, &vote) in sums.iter_mut().zip(votes) {
                *sum += amount * i32::from(vote);
            }
        }
        Self(sums)
    }

    /// The likely kinds; the likeliest where none is.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        let scored = || KINDS.into_iter().zip(self.0);
        let best = scored().max_by_key(|&(_, score)| score).map(|(kind, _)| kind);
        let likely = scored().filter(|&(kind, score)| score > 0 || Some(kind) == best);
        likely.map(|(kind, _)| kind).collect()
    }

    /// Whether the house rules likely allow to moderate it. `margin` in halves of a unit of log-odds.
    pub(super) fn is_deletable(&self, margin: i32) -> bool {
        self.above(DELETABLE, margin)
    }

    pub(super) fn is_offensive(&self, margin: i32) -> bool {
        self.above(OFFENSIVE, margin)
    }

    pub(super) fn is_urgent(&self, margin: i32) -> bool {
        self.above(URGENT, margin)
    }

    /// 0 to 3.
    pub(super) fn severity(&self) -> u8 {
        (GRAVE..OUTCOMES).take_while(|&step| self.above(step, 0)).count() as u8
    }

    fn above(&self, outcome: usize, margin: i32) -> bool {
        self.0.get(outcome).is_some_and(|&score| score > margin * (3 << BITS) / 2)
    }
}

const _: () = assert!(VOTES.len() == features::COUNT, "one row of votes for each feature");
