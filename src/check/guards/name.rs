//! Names are not words: "le Clown Bar", "the Hoover Dam", and what the brand's dictionary holds.

use crate::check::Context;
use crate::matching::Hit;
use crate::policy::Policy;
use crate::text::TokenKind;

/// Whether a one-word match is a proper name, or any of its words is in the brand's dictionary.
pub(super) fn applies(context: &Context<'_>, hit: &Hit, policy: &Policy) -> bool {
    let text = context.text;
    let known = |at: usize| {
        text.tokens.get(at).is_some_and(|t| {
            t.kind == TokenKind::Word
                && text.source.get(t.start as usize..t.end as usize).is_some_and(|w| policy.knows(w))
        })
    };
    if hit.tokens.clone().any(known) {
        return true;
    }
    // A capital in mid-sentence makes a name of a single word, unless the whole sentence is in capitals.
    let single = hit.tokens.len() == 1;
    let Some(token) = text.tokens.get(hit.tokens.start) else { return false };
    let Some(sentence) = text.sentences.get(hit.sentence) else { return false };
    let before = text.tokens_in(sentence.tokens.start..hit.tokens.start);
    let mid_sentence = before.iter().any(|t| t.is_read() && t.kind != TokenKind::Emoji);
    single && token.capitalised && !token.all_capitals && mid_sentence
}
