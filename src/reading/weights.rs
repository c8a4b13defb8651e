//! The votes of the features for the outcomes (`scorer.rs`), as `cargo xtask train` writes them (`weights.bin`).
//!
//! Logistic regressions, learnt on comments written and labelled for this project. Cues and marks have a vote for
//! each outcome; words only those that weigh enough, in the order of their keys: the high bits of a key are its
//! bucket, the low byte is searched for in the bucket.

use std::sync::OnceLock;

use super::features::{PLAIN, WORD_BITS};
use super::scorer::OUTCOMES;
use crate::model::buckets::Buckets;

static FILE: &[u8] = include_bytes!("weights.bin");

/// The lowest bits of a vote of a word are its level, the others its outcome.
const LEVEL_BITS: u32 = 3;
/// What the levels are worth.
pub(super) const LEVELS: [i32; 1 << LEVEL_BITS] = [-12, -8, -5, -3, 3, 5, 8, 12];

/// What has been learnt.
#[derive(Default)]
pub(super) struct Weights {
    /// A row is a feature, a column an outcome.
    plain: &'static [u8],
    words: Buckets,
    votes: &'static [u8],
    pub(super) plain_unit: f32,
    pub(super) word_unit: f32,
}

/// The weights, read once.
pub(super) fn weights() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    // A file that cannot be read makes a scorer that knows nothing; a test sees to it that it can.
    WEIGHTS.get_or_init(|| Weights::read(FILE).unwrap_or_default())
}

impl Weights {
    /// Reads a file: two units, the votes of cues and marks, a count a bucket, then low bytes and votes of words.
    pub(super) fn read(file: &'static [u8]) -> Option<Self> {
        let (head, rest) = file.split_at_checked(8)?;
        let mut units = head.chunks_exact(4).map(|b| b.try_into().map_or(0.0, f32::from_le_bytes));
        let (plain_unit, word_unit) = (units.next()?, units.next()?);
        let (plain, rest) = rest.split_at_checked(PLAIN * OUTCOMES)?;
        let (words, votes) = Buckets::read(rest, WORD_BITS)?;
        (votes.len() == words.len()).then_some(Self { plain, words, votes, plain_unit, word_unit })
    }

    /// The votes of a cue or mark.
    pub(super) fn plain(&self, feature: usize) -> impl Iterator<Item = i8> {
        let row = self.plain.get(feature * OUTCOMES..(feature + 1) * OUTCOMES).unwrap_or_default();
        row.iter().map(|&vote| vote.cast_signed())
    }

    /// Adds the votes of a word.
    pub(super) fn add_word(&self, word: u32, sums: &mut [i32; OUTCOMES]) {
        for place in self.words.places(word) {
            if let Some(&vote) = self.votes.get(place)
                && let Some(sum) = sums.get_mut(usize::from(vote >> LEVEL_BITS))
                && let Some(level) = LEVELS.get(usize::from(vote & ((1 << LEVEL_BITS) - 1)))
            {
                *sum += level;
            }
        }
    }
}

const _: () = assert!(OUTCOMES <= 1 << (8 - LEVEL_BITS), "an outcome fits beside its level");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_whole() {
        let weights = Weights::read(FILE).expect("the weights in the repository can be read");
        assert!(weights.words.len() > 1_000);
    }

    #[test]
    fn a_file_cut_short_is_refused() {
        assert!(Weights::read(&FILE[..FILE.len() - 1]).is_none());
        assert!(Weights::read(&[]).is_none());
    }
}
