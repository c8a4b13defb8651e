//! Which language a sentence is in, told by its small words (`words.toml`).

use crate::matching::symbol;
use crate::text::{Sentence, Text, Token};

/// A language the reader can tell. Rules exist in French and English; the others are recognised so that
/// their words are not taken for either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Français.
    Fr,
    /// English.
    En,
    /// Español.
    Es,
    /// Deutsch.
    De,
    /// Italiano.
    It,
    /// Português.
    Pt,
    /// Nederlands.
    Nl,
    /// The words do not tell.
    #[default]
    Unknown,
}

/// In the order of the build's `languages::CODES`.
const ALL: [Language; 7] =
    [Language::Fr, Language::En, Language::Es, Language::De, Language::It, Language::Pt, Language::Nl];

impl Language {
    /// ISO 639-1, or `und`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::Es => "es",
            Self::De => "de",
            Self::It => "it",
            Self::Pt => "pt",
            Self::Nl => "nl",
            Self::Unknown => "und",
        }
    }

    /// From a code such as `fr` or `fr-CA`.
    pub fn from_code(code: &str) -> Option<Self> {
        let main = code.get(..2)?.to_ascii_lowercase();
        ALL.into_iter().find(|language| language.code() == main)
    }
}

/// The vote of a word of one language; a word of several votes 1 for each.
const ONE_WORD: u16 = 3;
/// A lead that leaves little doubt.
const WELL_AHEAD: u16 = 6;

type Votes = [u16; ALL.len()];

/// Sets the language of each sentence and returns that of the whole.
pub(crate) fn tell(
    sentences: &mut [Sentence],
    symbols: &[&'static [u16]],
    tokens: &[Token],
    hint: Option<Language>,
) -> Language {
    let mut all = Votes::default();
    for sentence in &mut *sentences {
        let votes = count(sentence, symbols, tokens);
        for (sum, vote) in all.iter_mut().zip(votes) {
            *sum = sum.saturating_add(vote);
        }
        (sentence.language, sentence.sure_of_language) = winner(&votes, None);
    }
    let (main, _) = winner(&all, hint);
    for sentence in sentences {
        if !sentence.sure_of_language && main != Language::Unknown {
            // A short sentence is in the language of the text, unless its words say otherwise.
            let votes = count(sentence, symbols, tokens);
            (sentence.language, sentence.sure_of_language) = winner(&votes, Some(main));
        }
    }
    main
}

/// What the words of a text say of its language, whatever language was expected.
pub(crate) struct Spoken(Votes);

/// Votes that a text must have for its language to be held against another's.
const ENOUGH: u16 = 2 * ONE_WORD;
/// A text speaks one language where that has this many times the votes of the other.
const MAINLY: u16 = 3;

impl Spoken {
    /// Counts the words, those between quotation marks left out.
    pub(crate) fn in_text(text: &Text<'_>) -> Self {
        let mut all = Votes::default();
        let votes = text.votes();
        for sentence in &text.sentences {
            for (sum, vote) in all.iter_mut().zip(count(sentence, &votes, &text.tokens)) {
                *sum = sum.saturating_add(vote);
            }
        }
        Self(all)
    }

    /// Whether the other text is clearly in another language than this one.
    pub(crate) fn differs(&self, other: &Self) -> bool {
        let ((own, own_votes), (others, other_votes)) = (self.most(), other.most());
        let of = |votes: &Votes, language: usize| votes.get(language).copied().unwrap_or_default();
        own != others
            && own_votes >= ENOUGH
            && other_votes >= ONE_WORD
            && of(&self.0, others) * MAINLY <= own_votes
            && of(&other.0, own) * MAINLY <= other_votes
    }

    fn most(&self) -> (usize, u16) {
        let mut best = (0, 0);
        for (language, &votes) in self.0.iter().enumerate() {
            if votes > best.1 {
                best = (language, votes);
            }
        }
        best
    }
}

fn count(sentence: &Sentence, symbols: &[&'static [u16]], tokens: &[Token]) -> Votes {
    let mut votes = Votes::default();
    let range = sentence.tokens.clone();
    let words = symbols.get(range.clone()).unwrap_or_default();
    for (symbols, token) in words.iter().zip(tokens.get(range).unwrap_or_default()) {
        if token.quoted {
            continue;
        }
        let voted = symbols.iter().filter_map(|&s| symbol::language_index(s));
        let several = voted.clone().count() > 1;
        for index in voted {
            if let Some(vote) = votes.get_mut(index) {
                *vote += if several { 1 } else { ONE_WORD };
            }
        }
    }
    votes
}

/// The language with most votes, and whether it is well ahead; the one expected where none is.
fn winner(votes: &Votes, expected: Option<Language>) -> (Language, bool) {
    let mut best = (Language::Unknown, 0);
    let mut second = 0;
    for (language, &vote) in ALL.into_iter().zip(votes) {
        if vote > best.1 {
            second = best.1;
            best = (language, vote);
        } else if vote > second {
            second = vote;
        }
    }
    if best.1 >= second + WELL_AHEAD {
        return (best.0, true);
    }
    let expected_votes = expected.and_then(|language| votes.get(ALL.iter().position(|&l| l == language)?));
    match expected {
        Some(language) if expected_votes.is_some_and(|&vote| vote + ONE_WORD >= best.1) => (language, false),
        _ if best.1 == second => (expected.unwrap_or_default(), false),
        _ => (best.0, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    fn language(text: &str) -> Language {
        Text::read(text, None).language()
    }

    #[test]
    fn small_words_tell_the_language() {
        assert_eq!(language("Où est mon colis ?"), Language::Fr);
        assert_eq!(language("Where is my parcel?"), Language::En);
        assert_eq!(language("¿Dónde está mi pedido?"), Language::Es);
        assert_eq!(language("Wo ist mein Paket?"), Language::De);
        assert_eq!(language("12345 !!"), Language::Unknown);
    }

    #[test]
    fn a_hint_serves_where_words_do_not_tell() {
        assert_eq!(Text::read("Super !", Some(Language::Fr)).language(), Language::Fr);
        assert_eq!(Text::read("Where is it?", Some(Language::Fr)).language(), Language::En);
    }
}
