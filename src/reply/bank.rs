//! The phrases replies are made of (`bank/*.toml`), and the choice among variants.

use crate::language::Language;
use crate::matching::tables::library;

/// The phrases of one language.
#[derive(Clone, Copy)]
pub(super) struct Bank(pub(super) &'static [(&'static str, Vec<&'static str>)]);

impl Bank {
    /// French where replies are written in French, else English.
    pub(super) fn of(language: Language) -> Self {
        Self(if language == Language::Fr { &library().bank_fr } else { &library().bank_en })
    }

    /// The variants under a key; empty where there is no such key.
    pub(super) fn variants(self, key: &str) -> &'static [&'static str] {
        self.0
            .binary_search_by(|(known, _)| (*known).cmp(key))
            .ok()
            .and_then(|at| self.0.get(at))
            .map_or(&[], |e| &e.1)
    }

    /// One variant, chosen by the seed; the empty text where there is none.
    pub(super) fn pick(self, key: &str, seed: Seed) -> &'static str {
        let variants = self.variants(key);
        variants.get(seed.index(key, variants.len())).copied().unwrap_or_default()
    }
}

/// Chooses variants: the same comment and author always get the same words, others get others.
#[derive(Clone, Copy)]
pub(super) struct Seed(u64);

impl Seed {
    pub(super) fn of(texts: &[&str]) -> Self {
        texts.iter().fold(Self(0xCBF2_9CE4_8422_2325), |seed, text| seed.and(text))
    }

    /// The seed of the next attempt, or of another strategy.
    pub(super) fn and(self, text: &str) -> Self {
        Self(
            text.bytes().chain([0xFF]).fold(self.0, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3)),
        )
    }

    fn index(self, key: &str, count: usize) -> usize {
        // The low bits of this hash are poor: the high ones choose. In 64 bits everywhere: `usize` has 32 in
        // WebAssembly, where other variants would be chosen than natively.
        let mixed = self.and(key).0 >> 24;
        mixed.checked_rem(count as u64).unwrap_or_default() as usize
    }
}
