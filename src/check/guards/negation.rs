//! "You did nothing wrong" is no blame.

use crate::check::Context;
use crate::matching::Hit;

/// Whether a pattern without a negative word of its own matched words that are denied.
pub(super) fn applies(context: &Context<'_>, hit: &Hit) -> bool {
    hit.output.negatable && context.text.tokens_in(hit.tokens.clone()).last().is_some_and(|t| t.negated)
}
