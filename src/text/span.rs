//! Byte offsets to the offsets a caller counts in.

/// What a caller counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode scalar values: the CLI.
    Scalar,
    /// UTF-16 code units: browsers.
    Utf16,
}

impl Unit {
    /// How many units a text has.
    pub fn length(self, text: &str) -> usize {
        match self {
            Unit::Scalar => text.chars().count(),
            Unit::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }
}

/// Converts byte offsets in increasing order, walking the text once.
pub(crate) struct Converter<'t> {
    text: &'t str,
    unit: Unit,
    byte: usize,
    units: usize,
}

impl<'t> Converter<'t> {
    pub(crate) fn new(text: &'t str, unit: Unit) -> Self {
        Self { text, unit, byte: 0, units: 0 }
    }

    /// The offset in units of a byte offset; one that falls inside a character means its start.
    pub(crate) fn convert(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.units) = (0, 0);
        }
        let mut target = byte.min(self.text.len());
        while !self.text.is_char_boundary(target) {
            target -= 1;
        }
        if let Some(between) = self.text.get(self.byte..target) {
            self.units += if between.is_ascii() { between.len() } else { self.unit.length(between) };
            self.byte = target;
        }
        self.units
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_counted_as_the_caller_counts() {
        let text = "é😀a";
        let mut utf16 = Converter::new(text, Unit::Utf16);
        assert_eq!([0, 2, 6, 7].map(|b| utf16.convert(b)), [0, 1, 3, 4]);
        let mut scalar = Converter::new(text, Unit::Scalar);
        assert_eq!([0, 2, 6, 7].map(|b| scalar.convert(b)), [0, 1, 2, 3]);
        assert_eq!(scalar.convert(2), 1, "going back is allowed");
        assert_eq!(scalar.convert(4), 1, "inside a character means its start");
    }
}
