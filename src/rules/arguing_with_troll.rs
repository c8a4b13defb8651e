//! The third reply to the same person that brings nothing new.

use super::{Found, table};
use crate::check::Context;
use crate::matching::cue;
use crate::reply;
use crate::text::{TokenKind, capitalise};
use crate::wire::{Severity, Visibility};

/// Replies the author already had: one may answer, one may explain, more feeds the thread.
const ENOUGH: u32 = 2;

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let again = context.situation.exchanges.is_some_and(|replies| replies >= ENOUGH);
    if !again || context.visibility == Visibility::Private || brings_something(context) {
        return;
    }
    let source = context.text.source;
    let start = source.len() - source.trim_start().len();
    let end = source.trim_end().len();
    if start < end {
        let invitation = reply::private_invitation(context.text.language(), context.network);
        // Nothing aggressive was said: it is advice to stop here.
        found.push(Found {
            rule: table::ARGUING_WITH_TROLL,
            span: start..end,
            replacement: Some(capitalise(&invitation)),
            severity: Some(Severity::Advice),
        });
    }
}

/// A fact (a number, a link), a next step or the way to a private conversation.
fn brings_something(context: &Context<'_>) -> bool {
    let fact = context.text.tokens.iter().any(|token| {
        !token.quoted && matches!(token.kind, TokenKind::Number | TokenKind::Url | TokenKind::Email)
    });
    fact || context.scan.has(cue::MOVE_PRIVATE_INVITE)
        || context.scan.has(cue::MOVE_PRIVATE_CHANNEL)
        || context.scan.has(cue::MOVE_NEXT_STEP)
}
