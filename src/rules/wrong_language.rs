//! A reply in another language than the comment. A few words in common, names or quotations tell nothing, and a
//! bilingual reply is right.

use super::{Found, table};
use crate::check::Context;
use crate::language::Spoken;

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    if differs(context) {
        // Its first sentence is enough to show it.
        let span = context.text.sentences.first().map_or(0..0, |sentence| sentence.start..sentence.end);
        found.push(Found { rule: table::WRONG_LANGUAGE, span, severity: None, replacement: None });
    }
}

/// Whether the reply speaks another language than the comment.
pub(super) fn differs(context: &Context<'_>) -> bool {
    context
        .comment
        .is_some_and(|comment| Spoken::in_text(&comment.text).differs(&Spoken::in_text(context.text)))
}
