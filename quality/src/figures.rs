//! Shares with their confidence intervals.

use std::fmt;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Share {
    pub(crate) hits: usize,
    pub(crate) of: usize,
}

impl Share {
    pub(crate) fn add(&mut self, hit: bool) {
        self.hits += usize::from(hit);
        self.of += 1;
    }

    pub(crate) fn percent(self) -> f64 {
        100.0 * self.hits as f64 / self.of.max(1) as f64
    }

    /// Wilson's interval at 95 %, in percent.
    fn interval(self) -> (f64, f64) {
        let (n, p, z) = (self.of as f64, self.hits as f64 / self.of.max(1) as f64, 1.96_f64);
        let centre = p + z * z / (2.0 * n);
        let spread = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
        let whole = 1.0 + z * z / n;
        (100.0 * ((centre - spread) / whole).max(0.0), 100.0 * ((centre + spread) / whole).min(1.0))
    }
}

impl FromIterator<bool> for Share {
    fn from_iter<I: IntoIterator<Item = bool>>(items: I) -> Self {
        let mut share = Self::default();
        items.into_iter().for_each(|hit| share.add(hit));
        share
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.of == 0 {
            return f.pad("–");
        }
        let (low, high) = self.interval();
        let text = format!("{:.1} % ({:.0}–{:.0}), {}/{}", self.percent(), low, high, self.hits, self.of);
        f.pad(&text)
    }
}

/// Precision and recall in one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct F1 {
    pub(crate) hits: usize,
    pub(crate) found: usize,
    pub(crate) expected: usize,
}

impl fmt::Display for F1 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sum = (self.found + self.expected).max(1);
        write!(f, "{:.1}", 200.0 * self.hits as f64 / sum as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_wilsons() {
        let share = Share { hits: 45, of: 50 };
        let (low, high) = share.interval();
        assert!((low - 78.6).abs() < 0.1 && (high - 95.7).abs() < 0.1, "{low} {high}");
        assert_eq!(Share::default().to_string(), "–");
    }

    #[test]
    fn f1_is_the_harmonic_mean() {
        assert_eq!(F1 { hits: 6, found: 8, expected: 12 }.to_string(), "60.0");
    }
}
