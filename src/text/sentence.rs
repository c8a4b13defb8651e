//! Sentences: where they end, and in what tone.

use std::ops::Range;

use super::fold::Folded;
use super::letters;
use super::token::{Token, TokenKind, mark};
use crate::language::Language;

/// A run of tokens that is read as one.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// Indexes in the tokens of the text, the final marks included.
    pub(crate) tokens: Range<usize>,
    /// Byte offsets in the source.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Told from its words, else the text's.
    pub(crate) language: Language,
    /// The words leave little doubt about the language.
    pub(crate) sure_of_language: bool,
    /// Ends with a question mark.
    pub(crate) question: bool,
    /// Ends with an exclamation mark.
    pub(crate) exclamation: bool,
    /// Ends with an ellipsis.
    pub(crate) ellipsis: bool,
}

/// After these a full stop does not end the sentence.
const ABBREVIATIONS: [&[u8]; 22] = [
    b"m", b"mm", b"mme", b"mmes", b"mlle", b"dr", b"pr", b"st", b"ste", b"art", b"cf", b"ex", b"tel", b"mr",
    b"mrs", b"ms", b"vs", b"no", b"approx", b"min", b"max", b"env",
];

/// Cuts tokens into sentences.
pub(crate) fn split(tokens: &[Token], folded: &Folded) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.kind == TokenKind::Break {
            push(&mut sentences, tokens, start..at);
            start = at + 1;
            at += 1;
        } else if ends_sentence(tokens, at, folded) {
            at += 1;
            while tokens.get(at).is_some_and(|t| belongs_to_the_end(tokens, at, t)) {
                at += 1;
            }
            push(&mut sentences, tokens, start..at);
            start = at;
        } else {
            at += 1;
        }
    }
    push(&mut sentences, tokens, start..tokens.len());
    sentences
}

fn ends_sentence(tokens: &[Token], at: usize, folded: &Folded) -> bool {
    let Some(sign) = tokens.get(at).and_then(Token::mark) else { return false };
    match sign {
        b'!' | b'?' => true,
        mark::ELLIPSIS => starts_anew(tokens, at),
        b'.' => {
            let before = at.checked_sub(1).and_then(|i| tokens.get(i));
            let abbreviated = before
                .is_some_and(|t| t.kind == TokenKind::Word && ABBREVIATIONS.contains(&letters(folded, t)));
            !abbreviated || !starts_anew(tokens, at)
        }
        _ => false,
    }
}

/// Whether what follows begins like a new sentence, or nothing follows.
fn starts_anew(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_none_or(|next| match next.kind {
        TokenKind::Word => next.capitalised,
        TokenKind::Break | TokenKind::Emoji => true,
        _ => false,
    })
}

fn belongs_to_the_end(tokens: &[Token], at: usize, token: &Token) -> bool {
    match token.kind {
        TokenKind::Mark(b'!' | b'?' | b'.' | mark::ELLIPSIS | mark::QUOTE_CLOSE | b')' | b']') => true,
        // A straight quotation mark closes when it touches what precedes it.
        TokenKind::Mark(b'"') => {
            at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|before| before.end == token.start)
        }
        TokenKind::Emoji => true,
        _ => false,
    }
}

fn push(sentences: &mut Vec<Sentence>, tokens: &[Token], range: Range<usize>) {
    let Some(inside) = tokens.get(range.clone()) else { return };
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return };
    let tail = || inside.iter().rev().take_while(|t| !matches!(t.kind, TokenKind::Word | TokenKind::Number));
    sentences.push(Sentence {
        tokens: range,
        start: first.start as usize,
        end: last.end as usize,
        language: Language::Unknown,
        sure_of_language: false,
        question: tail().any(|t| t.mark() == Some(b'?')),
        exclamation: tail().any(|t| t.mark() == Some(b'!')),
        ellipsis: tail().any(|t| t.mark() == Some(mark::ELLIPSIS)),
    });
}

#[cfg(test)]
mod tests {
    use super::super::Text;

    fn sentences(text: &str) -> Vec<&str> {
        Text::read(text, None).sentences.iter().map(|s| text[s.start..s.end].trim()).collect()
    }

    #[test]
    fn marks_and_lines_end_sentences() {
        assert_eq!(
            sentences("Bonjour M. Martin, c'est à 9.30 ! Vraiment ?! 😀 Oui... peut-être\nMerci."),
            ["Bonjour M. Martin, c'est à 9.30 !", "Vraiment ?! 😀", "Oui... peut-être", "Merci."]
        );
    }

    #[test]
    fn every_token_is_in_one_sentence() {
        let text = Text::read("Un. Deux ! « Trois. » Quatre", None);
        let total: usize = text.sentences.iter().map(|s| s.tokens.len()).sum();
        assert_eq!(total, text.tokens.len());
    }
}
