//! The second voice: a linear model over the sentences of a draft. The rules speak first; it adds what they miss.

pub(crate) mod buckets;
pub(crate) mod features;
#[cfg(feature = "quality")]
pub mod inside;
mod weights;

use std::cell::OnceCell;

use crate::matching::Scan;
use crate::rules::{self, RuleId};
use crate::text::{Sentence, Text};
use features::Feature;
use weights::weights;

/// The rules in whose name the model speaks, as the weights number them; 15 stands for none.
pub(crate) const FAMILIES: [&str; 13] = [
    "accusing-of-lying",
    "aggressive-tone",
    "arguing-with-troll",
    "blaming-customer",
    "condescension",
    "defensiveness",
    "dismissal",
    "insult",
    "minimising-feelings",
    "negative-humour",
    "non-apology",
    "passive-aggressive",
    "sarcasm",
];

/// A shorter sentence does not tell enough to be doubted …
const FEWEST_WORDS: usize = 4;
/// … nor one shorter than this to be stopped.
const FEWEST_TO_STOP: usize = 6;
/// How many words a finding names.
const NAMED_WORDS: usize = 3;

/// A sentence this far below the threshold sounds courteous to the model. On the texts held back, that is so of a third of
/// the courteous sentences in which a frame of contempt was wrongly seen, and of a tenth of those where it was rightly.
const COURTEOUS: f32 = -3.5;

/// What the model makes of a sentence that it would stop.
pub(crate) struct Opinion {
    pub(crate) rule: RuleId,
    /// The tokens that weighed most, the heaviest first.
    pub(crate) words: Vec<usize>,
}

fn words_in(text: &Text<'_>, place: &Sentence) -> usize {
    text.tokens_in(place.tokens.clone()).iter().filter(|token| token.is_read() && !token.quoted).count()
}

/// The model before a draft: what it has made of each sentence so far.
pub(crate) struct Reader<'t> {
    text: &'t Text<'t>,
    scan: &'t Scan,
    /// Several frames may match in a sentence, and the model is asked of it again at the end: it is read once.
    heats: Vec<OnceCell<Option<f32>>>,
}

impl<'t> Reader<'t> {
    /// Nothing is read yet.
    pub(crate) fn new(text: &'t Text<'t>, scan: &'t Scan) -> Self {
        Self { text, scan, heats: vec![OnceCell::new(); text.sentences.len()] }
    }

    /// How hot a sentence is, above its language's threshold where positive; `None` where the model cannot tell.
    pub(crate) fn heat(&self, sentence: usize) -> Option<f32> {
        *self.heats.get(sentence)?.get_or_init(|| heat(self.text, self.scan, sentence))
    }

    /// Whether a sentence sounds courteous: then a frame that matched in it, unless it is a sure one, is doubted.
    pub(crate) fn finds_courteous(&self, sentence: usize) -> bool {
        self.heat(sentence).is_some_and(|heat| heat < COURTEOUS)
    }

    /// What the model would say of a sentence; `None` where it would let it pass.
    pub(crate) fn opinion(&self, sentence: usize) -> Option<Opinion> {
        let place = self.text.sentences.get(sentence)?;
        if words_in(self.text, place) < FEWEST_TO_STOP || self.heat(sentence)? <= 0.0 {
            return None;
        }
        opinion(self.text, self.scan, sentence)
    }
}

fn heat(text: &Text<'_>, scan: &Scan, sentence: usize) -> Option<f32> {
    let place = text.sentences.get(sentence)?;
    let language = features::language_number(place)?;
    if words_in(text, place) < FEWEST_WORDS {
        return None;
    }
    let weights = weights();
    let (mut sum, mut squares) = (0.0_f32, 0.0_f32);
    features::of_sentence(text, scan, sentence, language, |feature| {
        squares += feature.value * feature.value;
        sum += weights.of(feature.key).map_or(0.0, |(weight, _)| weight * feature.value);
    });
    let bias = weights.bias.get(language as usize)?;
    let threshold = weights.thresholds.get(language as usize)?;
    Some(sum / squares.sqrt().max(1.0) + bias - threshold)
}

/// The family a hot sentence comes closest to, and its words that weigh most.
fn opinion(text: &Text<'_>, scan: &Scan, sentence: usize) -> Option<Opinion> {
    let place = text.sentences.get(sentence)?;
    let language = features::language_number(place)?;
    let weights = weights();
    let mut families = [0.0_f32; 16];
    let mut words: Vec<(usize, f32)> = Vec::new();
    features::of_sentence(text, scan, sentence, language, |Feature { key, value, token }| {
        let Some((weight, family)) = weights.of(key) else { return };
        if weight > 0.0
            && let Some(sum) = families.get_mut(family)
        {
            *sum += weight * value;
        }
        match words.iter_mut().find(|(at, _)| *at == token) {
            Some((_, sum)) => *sum += weight * value,
            None => words.push((token, weight * value)),
        }
    });
    let heaviest = (0..FAMILIES.len()).max_by(|&a, &b| families[a].total_cmp(&families[b]))?;
    let (rule, _) = rules::by_id(FAMILIES.get(heaviest)?)?;
    words.retain(|(_, weight)| *weight > 0.0);
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    Some(Opinion { rule, words: words.into_iter().take(NAMED_WORDS).map(|(at, _)| at).collect() })
}
