//! The symbols that stand for no word; the build numbers them the same way (`build/symbols.rs`).

/// Before the first word of a sentence.
pub(crate) const START: u16 = 0;
/// After the last word, however the sentence ends.
pub(crate) const END: u16 = 1;
/// After the last word of a question.
pub(crate) const END_QUESTION: u16 = 2;
/// After the last word of an exclamation.
pub(crate) const END_EXCLAMATION: u16 = 3;
/// After the last word, before an ellipsis.
pub(crate) const END_ELLIPSIS: u16 = 4;
/// A number.
pub(crate) static NUMBER: [u16; 1] = [5];
/// A link.
pub(crate) static URL: [u16; 1] = [6];
/// A handle.
pub(crate) static MENTION: [u16; 1] = [7];
/// A hashtag.
pub(crate) static HASHTAG: [u16; 1] = [8];
/// An e-mail address.
pub(crate) static EMAIL: [u16; 1] = [9];
/// An emoji.
pub(crate) const EMOJI: u16 = 10;
/// An emoji that the dictionary does not know.
pub(crate) static EMOJI_ALONE: [u16; 1] = [EMOJI];
/// Any word: the edge of a gap.
pub(crate) const ANY: u16 = u16::MAX;

/// The first symbol of words.
pub(crate) const FIRST_FREE: u16 = 32;

const LANGUAGES: u16 = 16;
const LANGUAGE_COUNT: u16 = 7;

/// The index of the language a symbol votes for.
pub(crate) fn language_index(symbol: u16) -> Option<usize> {
    let index = symbol.checked_sub(LANGUAGES)?;
    (index < LANGUAGE_COUNT).then_some(usize::from(index))
}
