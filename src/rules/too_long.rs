//! Too long for the network, or for a reader.

use super::{Found, table};
use crate::check::Context;
use crate::network;
use crate::text::TokenKind;
use crate::wire::Visibility;

/// The aim in public is 4 sentences or 400 characters. It is an aim: a careful reply of five or six sentences is
/// none the worse, so nothing is said before twice that.
const SENTENCES: usize = 2 * 4;
const CHARACTERS: usize = 2 * 400;

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let text = context.text;
    let links: Vec<_> = text
        .tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Url)
        .map(|token| token.start as usize..token.end as usize)
        .collect();
    let end = text.source.trim_end().len();
    let report = || Found { rule: table::TOO_LONG, span: end..end, severity: None, replacement: None };
    // What the page itself says of its box is surer than a table.
    let told = context.situation.limit.map(|most| most as usize);
    if let Some(limit) = told.or_else(|| network::limit(context.network, context.visibility))
        && network::length(text.source.trim(), &links, context.network) > limit
    {
        // Said, not stopped: the network refuses such a post by itself, and a gate would only stop it twice.
        found.push(report());
        return;
    }
    let public = context.visibility == Visibility::Public;
    let approved = context.situation.statement == Some(true);
    let spoken =
        text.sentences.iter().filter(|s| text.tokens_in(s.tokens.clone()).iter().any(|t| t.is_read()));
    let characters = text.source.trim().chars().count();
    if public
        && !approved
        && (characters > CHARACTERS || (characters > CHARACTERS * 3 / 4 && spoken.count() > SENTENCES))
    {
        found.push(report());
    }
}
