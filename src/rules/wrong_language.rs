//! A reply in another language than the comment. A few words in common, names or quotations tell nothing, and a
//! bilingual reply is right.

use super::{Found, table};
use crate::check::Context;
use crate::language::Spoken;

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let Some(comment) = context.comment else { return };
    if Spoken::in_text(&comment.text).differs(&Spoken::in_text(context.text)) {
        // Its first sentence is enough to show it.
        let span = context.text.sentences.first().map_or(0..0, |sentence| sentence.start..sentence.end);
        found.push(Found { rule: table::WRONG_LANGUAGE, span, severity: None, replacement: None });
    }
}
