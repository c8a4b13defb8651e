//! Clauses: the part of a sentence between two marks.

use std::ops::Range;

use super::Text;
use super::token::{TokenKind, mark};

/// Widens a range of tokens to the clause around it, inside its sentence; final marks are left out.
pub(crate) fn clause_around(text: &Text<'_>, sentence: &Range<usize>, tokens: &Range<usize>) -> Range<usize> {
    let is_boundary = |at: usize| {
        text.tokens.get(at).is_none_or(|t| match t.kind {
            TokenKind::Mark(sign) => matches!(
                sign,
                b',' | b';'
                    | b':'
                    | b'.'
                    | b'!'
                    | b'?'
                    | b'('
                    | b')'
                    | b'"'
                    | mark::ELLIPSIS
                    | mark::DASH
                    | mark::QUOTE_OPEN
                    | mark::QUOTE_CLOSE
            ),
            TokenKind::Emoji | TokenKind::Break => true,
            _ => false,
        })
    };
    let mut start = tokens.start;
    while start > sentence.start && !is_boundary(start - 1) {
        start -= 1;
    }
    let mut end = tokens.end;
    while end < sentence.end && !is_boundary(end) {
        end += 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_stops_at_marks() {
        let source = "Bonjour, vous êtes vraiment un clown, merci !";
        let text = Text::read(source, None);
        let clown =
            text.tokens.iter().position(|t| &source[t.start as usize..t.end as usize] == "clown").unwrap();
        let clause = clause_around(&text, &(0..text.tokens.len()), &(clown..clown + 1));
        assert_eq!(&source[text.span(clause)], "vous êtes vraiment un clown");
    }
}
