//! Where the customer is sent: only where the brand is known to be.

use super::{Found, plain, table};
use crate::check::Context;
use crate::text::{Token, TokenKind};
use crate::wire::Severity;

/// Links that do not say where they lead.
#[rustfmt::skip]
const SHORTENERS: &[&str] = &[
    "bit.ly", "tinyurl.com", "goo.gl", "ow.ly", "cutt.ly", "is.gd", "rb.gy", "shorturl.at", "tiny.cc", "urlz.fr", "t.ly",
    "rebrand.ly", "buff.ly", "lstu.fr", "v.gd", "bl.ink", "short.io", "s.id", "u.to", "wa.me", "t.me", "x.gd",
];
/// Before a handle: go and speak to it.
#[rustfmt::skip]
const GO_TO: &[&str] = &[
    "contactez", "contacter", "contacte", "ecrivez", "ecris", "ecrire", "joignez", "joindre", "adressez", "via", "contact", "message",
    "dm", "reach", "tweet", "write", "ask",
];

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let listed = context.policy.lists_channels();
    for (at, token) in context.text.tokens.iter().enumerate() {
        let Some(words) = context.text.source.get(token.start as usize..token.end as usize) else { continue };
        if token.quoted || context.policy.is_channel(words) {
            continue;
        }
        let severity = match token.kind {
            TokenKind::Url if is_short(context, token) => None,
            TokenKind::Mention if is_sent_to(context, at) && listed => None,
            // Without a list, a handle that calls itself a help desk is only worth a look.
            TokenKind::Mention if is_sent_to(context, at) && is_desk(context, token) => {
                Some(Severity::Advice)
            }
            TokenKind::Url | TokenKind::Email if listed => None,
            _ => continue,
        };
        let span = context.text.span(at..at + 1);
        found.push(Found { severity, ..plain::found(context, table::UNOFFICIAL_CHANNEL, span) });
    }
}

fn is_short(context: &Context<'_>, token: &Token) -> bool {
    let letters = context.text.letters(token);
    let address =
        letters.strip_prefix(b"https://").or_else(|| letters.strip_prefix(b"http://")).unwrap_or(letters);
    let host = address.split(|b| *b == b'/').next().unwrap_or_default();
    plain::is_one_of(host.strip_prefix(b"www.").unwrap_or(host), SHORTENERS)
}

/// The two words before the handle send the customer to it.
fn is_sent_to(context: &Context<'_>, at: usize) -> bool {
    plain::has_any(context, at.saturating_sub(2)..at, GO_TO)
}

/// `@brand_support_uk`, `@sav_marque_fr`
fn is_desk(context: &Context<'_>, token: &Token) -> bool {
    let mut parts = context.text.letters(token).split(|b| !b.is_ascii_alphanumeric());
    parts.any(|part| plain::is_one_of(part, &["sav", "support", "help", "service", "care", "aide", "client"]))
}
