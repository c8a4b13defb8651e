//! Logistic regression by AdaGrad over hashed features: the same examples in, the same weights out.

use sangfroid::inside::{FEATURES, Sentence};

/// What a text teaches.
#[derive(Clone)]
pub(crate) struct Example {
    pub(crate) sentences: Vec<(Sentence, Target)>,
    pub(crate) weight: f32,
}

/// What is known of a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Acceptable,
    Offending,
    /// One of the text's sentences offends, nobody says which.
    OneOfThese,
}

const EPOCHS: usize = 12;
/// Epochs in which every sentence of a text that offends is held to offend.
const EPOCHS_WITHOUT_CHOICE: usize = 2;
const STEP: f32 = 0.2;
const BIAS_STEP: f32 = 0.1;

/// Weights of the features, then one bias a language.
#[derive(Clone)]
pub(crate) struct Linear {
    pub(crate) weights: Vec<f32>,
    pub(crate) bias: [f32; 2],
}

impl Linear {
    /// The log-odds that a sentence offends.
    pub(crate) fn score(&self, sentence: &Sentence) -> f32 {
        let sum: f32 = sentence.features.iter().map(|&(key, value)| value * self.weights[key as usize]).sum();
        sum / length(sentence) + self.bias[sentence.language]
    }

    /// Learns from examples, using the features of `kept` only.
    pub(crate) fn fit(examples: &[&Example], kept: &[bool]) -> Self {
        let mut model = Self { weights: vec![0.0; FEATURES], bias: [0.0; 2] };
        let mut squares = vec![1e-3_f32; FEATURES];
        let mut bias_squares = [1e-3_f32; 2];
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut dice = Dice::new();
        for epoch in 0..EPOCHS {
            dice.shuffle(&mut order);
            for &at in &order {
                let example = examples[at];
                let hottest = example
                    .sentences
                    .iter()
                    .enumerate()
                    .max_by(|a, b| model.score(&a.1.0).total_cmp(&model.score(&b.1.0)))
                    .map(|(index, _)| index);
                for (index, (sentence, target)) in example.sentences.iter().enumerate() {
                    let (expected, share) = match target {
                        Target::Acceptable => (0.0, 1.0),
                        Target::Offending => (1.0, 1.0),
                        Target::OneOfThese if epoch < EPOCHS_WITHOUT_CHOICE => {
                            (1.0, 1.0 / example.sentences.len() as f32)
                        }
                        Target::OneOfThese if Some(index) == hottest => (1.0, 1.0),
                        Target::OneOfThese => continue,
                    };
                    let odds = 1.0 / (1.0 + (-model.score(sentence)).exp());
                    let gradient = (odds - expected) * share * example.weight;
                    let length = length(sentence);
                    for &(key, value) in &sentence.features {
                        let key = key as usize;
                        if kept[key] {
                            let slope = gradient * value / length;
                            squares[key] += slope * slope;
                            model.weights[key] -= STEP * slope / squares[key].sqrt();
                        }
                    }
                    let language = sentence.language;
                    bias_squares[language] += gradient * gradient;
                    model.bias[language] -= BIAS_STEP * gradient / bias_squares[language].sqrt();
                }
            }
        }
        model
    }
}

/// As the core norms a sentence: longer ones are not hotter.
fn length(sentence: &Sentence) -> f32 {
    sentence.features.iter().map(|(_, value)| value * value).sum::<f32>().sqrt().max(1.0)
}

/// A generator of numbers that are always the same.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new() -> Self {
        Self(12_345)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
