//! Criticism of ourselves is welcome: "notre erreur idiote", "silly of us".

use crate::check::Context;
use crate::matching::{Hit, cue};

/// Whether the match lies inside words that speak of ourselves.
pub(super) fn applies(context: &Context<'_>, hit: &Hit) -> bool {
    context.scan.cue_hits(cue::GUARD_SELF).any(|own| {
        own.sentence == hit.sentence
            && own.tokens.start <= hit.tokens.start
            && hit.tokens.end <= own.tokens.end
    })
}
