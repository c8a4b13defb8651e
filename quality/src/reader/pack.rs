//! The file the product carries (`src/reading/weights.rs` says what is where).

use sangfroid::inside::comments::{LEVELS, OUTCOMES, PLAIN, WORDS};

use super::fit::Votes;

/// Of the votes of words, the share that reaches the highest level.
const HIGHEST_SHARE: f32 = 0.03;

pub(super) fn packed(votes: &Votes) -> Vec<u8> {
    let plain: Vec<&[f32; OUTCOMES]> = votes.rows.iter().take(PLAIN).collect();
    let most = plain.iter().flat_map(|row| row.iter()).fold(0.0_f32, |most, w| most.max(w.abs()));
    let plain_unit = most / 127.0;
    let words = || votes.features.iter().zip(&votes.rows).skip(PLAIN);
    let mut sizes: Vec<f32> =
        words().flat_map(|(_, row)| row.iter().map(|w| w.abs())).filter(|&w| w > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let high = sizes.get((sizes.len() as f32 * (1.0 - HIGHEST_SHARE)) as usize).copied().unwrap_or(1.0);
    let word_unit = high / LEVELS[LEVELS.len() - 1] as f32;

    let mut file = Vec::new();
    file.extend(plain_unit.to_le_bytes());
    file.extend(word_unit.to_le_bytes());
    for row in plain {
        file.extend(row.map(|weight| ((weight / plain_unit).round() as i8).cast_unsigned()));
    }
    let mut counts = vec![0_u8; WORDS >> 8];
    let (mut lows, mut packed) = (Vec::new(), Vec::new());
    for (&feature, row) in words() {
        let word = feature as usize - PLAIN;
        for (outcome, weight) in row.iter().enumerate().filter(|(_, weight)| **weight != 0.0) {
            let Some(level) = level(weight / word_unit) else { continue };
            let count = &mut counts[word >> 8];
            if *count < u8::MAX {
                *count += 1;
                lows.push((word & 0xff) as u8);
                packed.push((outcome as u8) << 3 | level);
            }
        }
    }
    file.extend(counts);
    file.extend(lows);
    file.extend(packed);
    file
}

/// The nearest level; `None` where nothing is nearer.
fn level(vote: f32) -> Option<u8> {
    let far = |level: i32| (level as f32 - vote).abs();
    let best = (0..LEVELS.len()).min_by(|&a, &b| far(LEVELS[a]).total_cmp(&far(LEVELS[b])))?;
    (far(LEVELS[best]) < vote.abs()).then_some(best as u8)
}
