//! The weights, as `cargo xtask train` writes them (`weights.bin`; what they are worth is in `docs/MODEL_CARD.md`).
//!
//! Only features that weigh enough are kept, in the order of their keys: the high bits of a key are its bucket,
//! the low byte is searched for in the bucket.

use std::sync::OnceLock;

use super::features::BITS;

static FILE: &[u8] = include_bytes!("weights.bin");

const BUCKETS: usize = 1 << (BITS - 8);
/// The numbers at the head of the file, four bytes each.
const HEAD: usize = 6;

/// What has been learnt.
#[derive(Default)]
pub(crate) struct Weights {
    /// For each bucket its first weight, and one past the last.
    starts: Vec<u16>,
    lows: &'static [u8],
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
        let (counts, rest) = rest.split_at_checked(BUCKETS)?;
        let (lows, rest) = rest.split_at_checked(count)?;
        let (weights, families) = rest.split_at_checked(count)?;
        let mut starts = Vec::with_capacity(BUCKETS + 1);
        let mut start = 0_u16;
        for &count in counts {
            starts.push(start);
            start = start.checked_add(u16::from(count))?;
        }
        starts.push(start);
        let whole = usize::from(start) == count && families.len() == count.div_ceil(2);
        whole.then_some(Self { starts, lows, weights, families, scale, bias, thresholds })
    }

    fn place(&self, key: u32) -> Option<usize> {
        let bucket = (key >> 8) as usize;
        let from = usize::from(*self.starts.get(bucket)?);
        let to = usize::from(*self.starts.get(bucket + 1)?);
        let low = key as u8;
        self.lows.get(from..to)?.iter().position(|&l| l == low).map(|at| from + at)
    }

    /// What a feature weighs, and the number of the family it speaks for.
    pub(crate) fn of(&self, key: u32) -> Option<(f32, usize)> {
        let place = self.place(key)?;
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
        assert!(weights.lows.len() > 1_000);
        assert!(weights.thresholds.iter().all(|t| t.is_finite() && *t > 0.0));
    }

    #[test]
    fn a_file_cut_short_is_refused() {
        assert!(Weights::read(&FILE[..FILE.len() - 1]).is_none());
        assert!(Weights::read(&[]).is_none());
    }
}
