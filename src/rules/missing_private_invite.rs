//! A customer's own case, answered in public without an invitation to go on in private.

use super::exchange::Exchange;
use super::{Found, omissions, plain, table};
use crate::check::Context;
use crate::matching::cue;
use crate::reply;
use crate::reply::addition::{self, Addition};

/// A reply this short leaves everything to be settled.
const SHORT: usize = 6;

pub(super) fn find(context: &Context<'_>, exchange: &Exchange<'_>) -> Option<Found> {
    // A reply that only informs may have settled the matter.
    let feels = exchange.says(cue::MOVE_APOLOGY) || exchange.says(cue::MOVE_ACKNOWLEDGE);
    // So may one that asks the question it still has.
    let settled =
        exchange.invites() || exchange.says(cue::MOVE_SOLVED) || (exchange.is_full() && exchange.asks());
    if !exchange.first || !exchange.individual || settled || !(feels || exchange.words <= SHORT) {
        return None;
    }
    let language = plain::language(context);
    let sentence = if addition::is_familiar(context.text) {
        addition::sentence(Addition::Invitation, language, exchange.comment, context.text)
    } else {
        reply::private_invitation(language, context.network)
    };
    Some(omissions::at_the_end(context, table::MISSING_PRIVATE_INVITE, None, Some(sentence)))
}
