//! Promotion and party while something grave is going on.

use super::{Found, plain, table};
use crate::check::Context;
use crate::matching::cue;
use crate::text::TokenKind;
use crate::wire::{Incident, Signal};

const PARTY: &[&str] = &["🎉", "🥳", "🎊", "🍾", "🥂", "🎈", "🪩", "💃", "🕺", "🤩", "😎", "🪅"];

/// An incident under way, or a grave comment.
pub(super) fn is_grave(context: &Context<'_>) -> bool {
    context.situation.incident >= Some(Incident::Orange)
        || context.comment.is_some_and(|comment| {
            comment.reading.signals.contains(&Signal::Safety) || comment.scan.has(cue::FACT_GRAVE)
        })
}

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    if !is_grave(context) {
        return;
    }
    let text = context.text;
    let party = text.tokens.iter().find(|token| {
        token.kind == TokenKind::Emoji
            && text
                .source
                .get(token.start as usize..token.end as usize)
                .is_some_and(|emoji| PARTY.iter().any(|known| emoji.starts_with(known)))
    });
    if let Some(token) = party {
        found.push(Found {
            replacement: Some(String::new()),
            ..plain::found(context, table::CHEERFUL_IN_CRISIS, token.start as usize..token.end as usize)
        });
    }
}
