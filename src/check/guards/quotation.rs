//! Words between quotation marks, or reported as someone else's, are not the brand's voice.

use crate::check::Context;
use crate::matching::{Hit, cue};

/// Whether the match is quoted, or comes after a reporting verb of its sentence ("you wrote that …").
pub(super) fn applies(context: &Context<'_>, hit: &Hit) -> bool {
    let tokens = context.text.tokens_in(hit.tokens.clone());
    if tokens.iter().filter(|t| t.is_read()).any(|t| t.quoted) {
        return true;
    }
    context
        .scan
        .cue_hits(cue::GUARD_REPORTED)
        .any(|reported| reported.sentence == hit.sentence && reported.tokens.end <= hit.tokens.start)
}
