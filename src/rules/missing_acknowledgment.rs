//! A complaint answered without a word for the problem or the feeling.

use super::exchange::Exchange;
use super::{Found, omissions, plain, table};
use crate::check::Context;
use crate::matching::cue;
use crate::reply::addition::{self, Addition};

/// "Sorry, we're on it" has understood nothing yet.
const SHORT: usize = 8;

pub(super) fn find(context: &Context<'_>, exchange: &Exchange<'_>) -> Option<Found> {
    if !exchange.first || !exchange.complains || exchange.is_acknowledged() {
        return None;
    }
    // Whoever excuses himself and acts, or takes the time to settle it here, has understood.
    let acts = exchange.words > SHORT && exchange.says(cue::MOVE_APOLOGY) && exchange.says(cue::MOVE_ACTION);
    if !exchange.invites() && (acts || exchange.is_full()) {
        return None;
    }
    let language = plain::language(context);
    let sentence = addition::sentence(Addition::Acknowledgment, language, exchange.comment, context.text);
    Some(omissions::at_the_end(context, table::MISSING_ACKNOWLEDGMENT, None, Some(sentence)))
}
