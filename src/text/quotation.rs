//! Words that are someone else's: between quotation marks, or on a line that begins with `>`.

use super::token::{Token, TokenKind, mark};

/// Marks the tokens that are quoted.
///
/// An opening mark that is never closed quotes nothing: better to read too much than to be silenced by a
/// stray sign.
pub(crate) fn mark(tokens: &mut [Token], source: &str) {
    let mut open: Option<(usize, u8)> = None;
    let mut line_start = true;
    let mut quoted_line = false;
    for at in 0..tokens.len() {
        let Some(token) = tokens.get(at).copied() else { break };
        if token.kind == TokenKind::Break {
            line_start = true;
            quoted_line = false;
            continue;
        }
        if line_start {
            quoted_line = token.mark() == Some(b'>');
            line_start = false;
        }
        if quoted_line {
            set(tokens, at, at + 1);
        }
        match (token.mark(), open) {
            (Some(mark::QUOTE_OPEN), None) => open = Some((at, mark::QUOTE_CLOSE)),
            (Some(b'"'), None) if opens(source, &token) => open = Some((at, b'"')),
            (Some(sign), Some((from, closing))) if sign == closing => {
                set(tokens, from + 1, at);
                open = None;
            }
            _ => {}
        }
    }
}

fn set(tokens: &mut [Token], from: usize, to: usize) {
    if let Some(inside) = tokens.get_mut(from..to) {
        for token in inside {
            token.quoted = true;
        }
    }
}

/// A straight mark opens when no letter touches it on the left (`12"` is inches).
fn opens(source: &str, token: &Token) -> bool {
    source
        .get(..token.start as usize)
        .and_then(|before| before.chars().next_back())
        .is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::super::Text;

    fn quoted(text: &str) -> Vec<String> {
        let read = Text::read(text, None);
        read.tokens
            .iter()
            .filter(|t| t.quoted && t.is_read())
            .map(|t| text[t.start as usize..t.end as usize].to_owned())
            .collect()
    }

    #[test]
    fn words_between_marks_are_quoted() {
        assert_eq!(quoted("Vous écrivez « nul » et \"bof\" et “pff” donc"), ["nul", "bof", "pff"]);
    }

    #[test]
    fn a_line_after_a_chevron_is_quoted() {
        assert_eq!(quoted("> c'est nul\nMerci"), ["c", "est", "nul"]);
    }

    #[test]
    fn an_unclosed_mark_quotes_nothing() {
        assert!(quoted("un écran de 12\" et « voilà").is_empty());
    }
}
