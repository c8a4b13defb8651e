//! What training looks at inside the reader of comments; not part of the product.

use super::clues::Clues;
use super::features;
use super::scorer;
use super::weights::{self, Weights};
use crate::check::Comment;
use crate::wire::Reading;

/// How many features are cues and marks; the hashed words come after them.
pub const PLAIN: usize = features::PLAIN;
/// Hashed words.
pub const WORDS: usize = 1 << features::WORD_BITS;
/// Kinds, then flags and steps of gravity, then topics.
pub const OUTCOMES: usize = scorer::OUTCOMES;
/// What the levels of a word's vote are worth.
pub const LEVELS: [i32; 8] = weights::LEVELS;
/// The cue a feature comes from, if it comes from one: the features of one cue stand side by side.
pub fn cue_of(feature: usize) -> Option<usize> {
    features::cue_of(feature)
}

/// The features of a comment with their amounts.
pub fn features(comment: &str) -> Vec<(u32, f32)> {
    let comment = Comment::read(comment, None);
    let (text, scan) = (&comment.text, &comment.scan);
    let asks = !super::questions::of(text, scan).is_empty();
    let found = features::of(text, scan, &Clues::of(text, scan), asks);
    let words = found.words.iter().map(|&word| (PLAIN as u32 + word, found.word));
    found.plain.iter().map(|&(feature, amount)| (feature as u32, amount)).chain(words).collect()
}

/// A reader with weights of its own.
pub struct Reader(Weights);

impl Reader {
    /// From a file as it is in the product; `None` where it cannot be read.
    pub fn new(file: Vec<u8>) -> Option<Self> {
        Weights::read(file.leak()).map(Self)
    }

    /// Reads a comment.
    pub fn read(&self, comment: &str) -> Reading {
        let comment = Comment::read(comment, None);
        super::read_with(&comment.text, &comment.scan, &self.0)
    }
}
