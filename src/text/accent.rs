//! The codes of accents. The build folds the dictionary and the core folds texts: both include this file.

/// The code of a combining accent, on three bits; `None` where it is none of French, English or their neighbours.
pub(crate) fn code(mark: char) -> Option<u8> {
    Some(match mark {
        '\u{300}' => 1,
        '\u{301}' => 2,
        '\u{302}' => 3,
        '\u{303}' => 4,
        '\u{308}' => 5,
        '\u{327}' => 6,
        _ => return None,
    })
}
