//! A complaint answered with feelings only: no action, nobody who acts, no time, no question, no link.

use super::exchange::Exchange;
use super::{Found, omissions, plain, table};
use crate::check::Context;
use crate::matching::cue;
use crate::reply::addition::{self, Addition};

/// A reply this short with none of the usual words is a reply nonetheless.
const SHORT: usize = 6;

pub(super) fn find(context: &Context<'_>, exchange: &Exchange<'_>) -> Option<Found> {
    let is_a_reply = exchange.words <= SHORT
        || [cue::MOVE_APOLOGY, cue::MOVE_ACKNOWLEDGE, cue::MOVE_THANKS, cue::MOVE_BOILERPLATE]
            .into_iter()
            .any(|cue| exchange.says(cue));
    if !exchange.complains || !is_a_reply || exchange.goes_on() {
        return None;
    }
    let language = plain::language(context);
    let sentence = addition::sentence(Addition::Step, language, exchange.comment, context.text);
    Some(omissions::at_the_end(context, table::NO_NEXT_STEP, None, Some(sentence)))
}
