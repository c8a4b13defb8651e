//! Asking for personal data where everyone reads; asking for it in private is the right thing.

use crate::check::Context;
use crate::matching::{Hit, cue};

/// An invitation to private in the same sentence, or the one before or after, makes the request a private one.
pub(super) fn keeps(context: &Context<'_>, hit: &Hit) -> bool {
    let near = hit.sentence.saturating_sub(1)..=hit.sentence + 1;
    !context.scan.cue_hits(cue::MOVE_PRIVATE_CHANNEL).any(|invite| near.contains(&invite.sentence))
}
