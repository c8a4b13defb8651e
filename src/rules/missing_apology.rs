//! No apology, although the fault is ours: because the person who answers says so, or because the comment tells
//! something that can be nobody else's doing. What is only inferred never stops a post.

use super::exchange::Exchange;
use super::{Found, omissions, plain, table};
use crate::check::Context;
use crate::matching::cue;
use crate::reply::addition::{self, Addition};
use crate::wire::{Fault, Severity};

pub(super) fn find(context: &Context<'_>, exchange: &Exchange<'_>) -> Option<Found> {
    let severity = match context.situation.fault {
        Some(Fault::Yes) => None,
        None if exchange.first && exchange.plainly_ours && !makes_up(exchange) => Some(Severity::Advice),
        _ => return None,
    };
    if exchange.says(cue::MOVE_APOLOGY) {
        return None;
    }
    let language = plain::language(context);
    let sentence = addition::sentence(Addition::Apology, language, exchange.comment, context.text);
    Some(omissions::at_the_end(context, table::MISSING_APOLOGY, severity, Some(sentence)))
}

/// Owns up to it, or takes it seriously and settles it here, in a reply that was not dashed off.
fn makes_up(exchange: &Exchange<'_>) -> bool {
    let settles = exchange.says(cue::MOVE_ACKNOWLEDGE) && !exchange.invites();
    exchange.is_full() && (exchange.says(cue::MOVE_OWN_FAULT) || settles)
}
