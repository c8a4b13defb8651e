//! Logistic regressions by AdaGrad: one an outcome, and one for all topics, of which a comment has one.

use std::collections::BTreeMap;
use std::ops::Range;

use sangfroid::inside::comments::{self, OUTCOMES, PLAIN, WORDS};

use super::lesson::{ABOUT, Lesson, Source};
use crate::linear::Dice;

const EPOCHS: usize = 40;
const STEP: f32 = 0.15;
const DECAY_PLAIN: f32 = 0.001;
const DECAY_WORDS: f32 = 0.05;
/// A word seen in fewer comments is noise.
const FEWEST: usize = 2;
/// Of a hundred cues of a comment the cues were made for, how many are hidden each time: on others they find less.
const HIDDEN_CUES: usize = 25;

type Row = [f32; OUTCOMES];

/// The votes of the features.
pub(super) struct Votes {
    /// The row of each feature, plus one; 0 where it has none.
    places: Vec<u32>,
    pub(super) features: Vec<u32>,
    pub(super) rows: Vec<Row>,
}

/// Which votes of which words there may be.
pub(super) type Kept = BTreeMap<u32, [bool; OUTCOMES]>;

impl Votes {
    pub(super) fn fit(lessons: &[&Lesson], kept: Option<Kept>) -> Self {
        let mut counts = vec![0_usize; PLAIN + WORDS];
        for lesson in lessons {
            for &(feature, _) in &lesson.features {
                counts[feature as usize] += 1;
            }
        }
        let mut places = vec![0_u32; PLAIN + WORDS];
        let mut features = Vec::new();
        let mut masks: Vec<Row> = Vec::new();
        for (feature, &count) in counts.iter().enumerate() {
            let mask = match &kept {
                _ if feature < PLAIN => [true; OUTCOMES],
                Some(kept) => kept.get(&(feature as u32)).copied().unwrap_or([false; OUTCOMES]),
                None => [count >= FEWEST; OUTCOMES],
            };
            if mask.contains(&true) {
                features.push(feature as u32);
                places[feature] = features.len() as u32;
                masks.push(mask.map(|is| f32::from(u8::from(is))));
            }
        }
        let mut rows = vec![[0.0; OUTCOMES]; features.len()];
        let mut squares = vec![[1e-3_f32; OUTCOMES]; features.len()];
        let mut mean = rows.clone();
        let mut order: Vec<usize> = (0..lessons.len()).collect();
        let mut dice = Dice::new();
        let averaged = EPOCHS / 2;
        for epoch in 0..EPOCHS {
            dice.shuffle(&mut order);
            for &at in &order {
                let lesson = lessons[at];
                let mut active: Vec<(usize, f32)> = Vec::with_capacity(lesson.features.len());
                let hides = lesson.source != Source::Apart;
                let (mut last, mut hidden) = (None, false);
                for &(feature, amount) in &lesson.features {
                    let feature = feature as usize;
                    if let Some(cue) = comments::cue_of(feature) {
                        if Some(cue) != last {
                            (last, hidden) = (Some(cue), hides && dice.below(100) < HIDDEN_CUES);
                        }
                        if hidden {
                            continue;
                        }
                    }
                    if let Some(row) = places[feature].checked_sub(1) {
                        active.push((row as usize, amount));
                    }
                }
                let gradient = gradient(&scores(&rows, &active), lesson);
                for &(row, amount) in &active {
                    let decay = if (features[row] as usize) < PLAIN { DECAY_PLAIN } else { DECAY_WORDS };
                    let places = rows[row].iter_mut().zip(&mut squares[row]).zip(&masks[row]).zip(&gradient);
                    for (((weight, square), mask), gradient) in places {
                        let slope = (gradient * amount + decay * *weight) * mask;
                        *square += slope * slope;
                        *weight -= STEP * slope / square.sqrt();
                    }
                }
            }
            if epoch >= averaged {
                for (sums, row) in mean.iter_mut().zip(&rows) {
                    for (sum, weight) in sums.iter_mut().zip(row) {
                        *sum += weight / (EPOCHS - averaged) as f32;
                    }
                }
            }
        }
        Self { places, features, rows: mean }
    }

    /// The votes of words that change most scores.
    pub(super) fn heaviest(&self, lessons: &[&Lesson], most: usize) -> Kept {
        let mut amounts = vec![0.0_f32; self.rows.len()];
        for lesson in lessons {
            for &(feature, amount) in &lesson.features {
                if let Some(row) = self.places[feature as usize].checked_sub(1) {
                    amounts[row as usize] += amount * amount;
                }
            }
        }
        let mut votes: Vec<(f32, u32, usize)> = Vec::new();
        for ((&feature, row), amount) in self.features.iter().zip(&self.rows).zip(amounts) {
            if feature as usize >= PLAIN {
                let impact = |weight: &f32| weight.abs() * amount.sqrt();
                votes.extend(row.iter().enumerate().map(|(outcome, w)| (impact(w), feature, outcome)));
            }
        }
        votes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let mut kept = Kept::new();
        for (_, feature, outcome) in votes.into_iter().take(most) {
            kept.entry(feature).or_insert([false; OUTCOMES])[outcome] = true;
        }
        kept
    }
}

fn scores(rows: &[Row], active: &[(usize, f32)]) -> Row {
    let mut sums = [0.0; OUTCOMES];
    for &(row, amount) in active {
        for (sum, weight) in sums.iter_mut().zip(&rows[row]) {
            *sum += amount * weight;
        }
    }
    sums
}

/// How far what is thought likely is from what holds. Topics share what is likely among them.
fn gradient(scores: &Row, lesson: &Lesson) -> Row {
    let mut likely = scores.map(|score| 1.0 / (1.0 + (-score).exp()));
    share(scores, &mut likely, ABOUT..OUTCOMES);
    let mut gradient = [0.0; OUTCOMES];
    for (outcome, slope) in gradient.iter_mut().enumerate() {
        let Some(holds) = lesson.holds[outcome] else { continue };
        let expected = f32::from(u8::from(holds));
        *slope = (likely[outcome] - expected) * lesson.weight;
    }
    gradient
}

fn share(scores: &Row, likely: &mut Row, among: Range<usize>) {
    let highest = scores[among.clone()].iter().copied().fold(f32::MIN, f32::max);
    let total: f32 = scores[among.clone()].iter().map(|score| (score - highest).exp()).sum();
    for outcome in among {
        likely[outcome] = (scores[outcome] - highest).exp() / total;
    }
}
