//! The weights, as `cargo xtask train` writes them (`weights.bin`; what they are worth is in `docs/MODEL_CARD.md`).
//!
//! Only features that weigh enough are kept.

use std::sync::OnceLock;

use super::buckets::Buckets;
use super::features::BITS;

static FILE: &[u8] = include_bytes!("weights.bin");

/// The numbers at the head of the file, four bytes each.
const HEAD: usize = 6;

/// What has been learnt.
#[derive(Default)]
pub(crate) struct Weights {
    keys: Buckets,
    weights: &'static [u8],
    families: &'static [u8],
    scale: f32,
    /// By language.
    pub(crate) bias: [f32; 2],
    /// A sentence whose heat is above this is stopped; by language.
    pub(crate) thresholds: [f32; 2],
}

/// The weights, read once.
pub(crate) fn weights() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    // A file that cannot be read makes a model that finds nothing; a test sees to it that it can.
    WEIGHTS.get_or_init(|| Weights::read(FILE).unwrap_or_default())
}

impl Weights {
    /// Reads a file: the head, a count a bucket, then low bytes, weights and families.
    pub(crate) fn read(file: &'static [u8]) -> Option<Self> {
        let (head, rest) = file.split_at_checked(HEAD * 4)?;
        let mut numbers = head.chunks_exact(4).map(|b| b.try_into().map_or(0.0, f32::from_le_bytes));
        let mut number = || numbers.next();
        let count = number()? as usize;
        let scale = number()?;
        let (bias, thresholds) = ([number()?, number()?], [number()?, number()?]);
        let (keys, rest) = Buckets::read(rest, BITS)?;
        let (weights, families) = rest.split_at_checked(keys.len())?;
        let whole = keys.len() == count && families.len() == count.div_ceil(2);
        whole.then_some(Self { keys, weights, families, scale, bias, thresholds })
    }

    /// What a feature weighs, and the number of the family it speaks for.
    pub(crate) fn of(&self, key: u32) -> Option<(f32, usize)> {
        let place = self.keys.places(key).next()?;
        let weight = f32::from(*self.weights.get(place)? as i8) * self.scale;
        let pair = *self.families.get(place / 2)?;
        let family = if place.is_multiple_of(2) { pair & 15 } else { pair >> 4 };
        Some((weight, usize::from(family)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_whole() {
        let weights = Weights::read(FILE).expect("the weights in the repository can be read");
        assert!(weights.keys.len() > 1_000);
        assert!(weights.thresholds.iter().all(|t| t.is_finite() && *t > 0.0));
    }

    #[test]
    fn a_file_cut_short_is_refused() {
        assert!(Weights::read(&FILE[..FILE.len() - 1]).is_none());
        assert!(Weights::read(&[]).is_none());
    }
}
