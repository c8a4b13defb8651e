//! A linear scorer: each feature of a comment votes for or against each thing that may be said of it.

use super::features::Found;
use super::weights::Weights;
use crate::wire::{Kind, Topic};

/// A complaint that goes unseen costs more than one too many: its log-odds are raised by this.
const OF_THE_DOUBT: f32 = 0.3;

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
/// The topics, in the order of the votes.
const TOPICS: [Topic; 13] = [
    Topic::Delivery,
    Topic::Refund,
    Topic::Quality,
    Topic::Support,
    Topic::Price,
    Topic::Billing,
    Topic::Safety,
    Topic::Privacy,
    Topic::Ethics,
    Topic::Availability,
    Topic::Account,
    Topic::Staff,
    Topic::Other,
];
/// Kinds, then: deletable, offensive, urgent, at least a little grave, grave, very grave; then topics.
pub(super) const OUTCOMES: usize = ABOUT + TOPICS.len();
const DELETABLE: usize = KINDS.len();
const OFFENSIVE: usize = KINDS.len() + 1;
const URGENT: usize = KINDS.len() + 2;
const GRAVE: usize = KINDS.len() + 3;
const ABOUT: usize = KINDS.len() + 6;

/// The sums of the votes, which are log-odds; of the topics the highest is meant.
pub(super) struct Scores([f32; OUTCOMES]);

impl Scores {
    /// Sums the votes of the features present.
    pub(super) fn of(found: &Found, weights: &Weights) -> Self {
        let mut words = [0; OUTCOMES];
        for &word in &found.words {
            weights.add_word(word, &mut words);
        }
        let mut sums = words.map(|votes| votes as f32 * weights.word_unit * found.word);
        for &(feature, amount) in &found.plain {
            for (sum, vote) in sums.iter_mut().zip(weights.plain(feature)) {
                *sum += amount * weights.plain_unit * f32::from(vote);
            }
        }
        Self(sums)
    }

    /// The likely kinds; the likeliest where none is.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        let scored = || {
            let benefit = |kind| if kind == Kind::Complaint { OF_THE_DOUBT } else { 0.0 };
            KINDS.into_iter().zip(self.0).map(move |(kind, score)| (kind, score + benefit(kind)))
        };
        let best = scored().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(kind, _)| kind);
        let likely = scored().filter(|&(kind, score)| score > 0.0 || Some(kind) == best);
        likely.map(|(kind, _)| kind).collect()
    }

    /// What it is likeliest about.
    pub(super) fn topic(&self) -> Topic {
        let scored = TOPICS.into_iter().zip(self.0.into_iter().skip(ABOUT));
        scored.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(Topic::Other, |(topic, _)| topic)
    }

    /// Whether the house rules likely allow to moderate it, from these log-odds on.
    pub(super) fn is_deletable(&self, margin: f32) -> bool {
        self.above(DELETABLE, margin)
    }

    pub(super) fn is_offensive(&self, margin: f32) -> bool {
        self.above(OFFENSIVE, margin)
    }

    pub(super) fn is_urgent(&self, margin: f32) -> bool {
        self.above(URGENT, margin)
    }

    /// 0 to 3.
    pub(super) fn severity(&self) -> u8 {
        (GRAVE..ABOUT).take_while(|&step| self.above(step, 0.0)).count() as u8
    }

    fn above(&self, outcome: usize, margin: f32) -> bool {
        self.0.get(outcome).is_some_and(|&score| score > margin)
    }
}
