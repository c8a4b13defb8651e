//! What training and evaluation look at inside the core; not part of the product.

pub use crate::reading::inside as comments;

use super::features::{self, BITS};
use crate::Language;
use crate::check::Comment;
use crate::matching::Scan;
use crate::text::Text;

/// The rules in whose name the model speaks.
pub const FAMILIES: [&str; super::FAMILIES.len()] = super::FAMILIES;

/// How many features there may be.
pub const FEATURES: usize = 1 << BITS;

/// A sentence as the model sees it.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// As written.
    pub text: String,
    /// 0 French, 1 English.
    pub language: usize,
    /// Keys and values, each key once.
    pub features: Vec<(u32, f32)>,
    /// By the weights in the product: above 0 it is stopped. `None` where the model has no opinion.
    pub heat: Option<f32>,
}

/// The sentences of a text that are in a language the model knows.
pub fn sentences(text: &str, language: &str) -> Vec<Sentence> {
    let read = Text::read(text, Language::from_code(language));
    let scan = Scan::of(&read);
    let reader = super::Reader::new(&read, &scan);
    let one = |(index, place): (usize, &crate::text::Sentence)| {
        let language = features::language_number(place)?;
        let mut features: Vec<(u32, f32)> = Vec::new();
        features::of_sentence(&read, &scan, index, language, |f| features.push((f.key, f.value)));
        Some(Sentence {
            text: text.get(place.start..place.end)?.to_owned(),
            language: language as usize,
            features,
            heat: reader.heat(index),
        })
    };
    read.sentences.iter().enumerate().filter_map(one).collect()
}

/// Whether a comment is read as a complaint, for patterns that ask for one.
pub fn is_complaint(comment: &str) -> bool {
    use crate::wire::{Kind, Sentiment};
    let reading = Comment::read(comment, None).reading;
    reading.kinds.contains(&Kind::Complaint) || reading.sentiment == Sentiment::Negative
}

/// The severity a rule declares.
pub fn declared(rule: &str) -> Option<crate::wire::Severity> {
    crate::rules::by_id(rule).map(|(_, rule)| rule.severity)
}
