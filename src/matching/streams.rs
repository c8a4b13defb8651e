//! The streams of the packed tables. The build writes them and the core reads them: both include this file.
//!
//! Numbers of one nature stand together and are deflated together: that packs twice as well as mixing them.

/// How many streams there are.
pub(crate) const COUNT: usize = 14;

/// Letters a word shares with the one before, then letters of its own.
pub(crate) const SHARED: usize = 0;
pub(crate) const LENGTH: usize = 1;
pub(crate) const LETTERS: usize = 2;
/// For each word: symbols that are its alone × 16 + masking × 4 + whether it has accented forms.
pub(crate) const KIND: usize = 3;
/// For each word the number of the list of its other symbols.
pub(crate) const LIST: usize = 4;
/// For each accented form its accents in three parts, whether it has symbols of its own, then those.
pub(crate) const FORM: usize = 5;
/// The lists: lengths, then differences.
pub(crate) const LIST_LENGTH: usize = 6;
pub(crate) const LIST_SYMBOL: usize = 7;
/// For each state: edges × 4 + marked × 2 + whether a pattern ends there.
pub(crate) const STATE: usize = 8;
/// For each edge the difference from the symbol before, then the distance of its target.
pub(crate) const EDGE_SYMBOL: usize = 9;
pub(crate) const EDGE_TARGET: usize = 10;
/// For the states where a pattern ends: which.
pub(crate) const ACCEPT: usize = 11;
/// What patterns mean.
pub(crate) const OUTPUT: usize = 12;
/// Sentences: rules', replies'.
pub(crate) const TEXT: usize = 13;

/// Between fields, records and sections of the text stream.
pub(crate) const FIELD: char = '\u{1F}';
pub(crate) const RECORD: char = '\u{1E}';
pub(crate) const SECTION: char = '\u{1D}';
/// Stands for a field that is absent (an empty one is a fix that removes).
pub(crate) const ABSENT: &str = "\u{0}";
