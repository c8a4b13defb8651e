//! A denial with something to show for it is a correction.

use super::plain;
use crate::check::Context;
use crate::text::TokenKind;

/// What a reader can go and check.
const SOURCES: &[&str] = &[
    "communique",
    "rapport",
    "certificat",
    "certifie",
    "certifies",
    "laboratoire",
    "analyses",
    "mesures",
    "releves",
    "registre",
    "joint",
    "consultable",
    "publie",
    "publies",
    "publiee",
    "audit",
    "enquete",
    "expertise",
    "prefecture",
    "arrete",
    "mairie",
    "council",
    "ministere",
    "verifions",
    "official",
    "report",
    "certificate",
    "laboratory",
    "lab",
    "tests",
    "results",
    "attached",
    "published",
    "independent",
    "register",
    "records",
    "checking",
    "inspection",
    "minutes",
    "auditor",
];

/// Drops the match where the draft holds a figure, a link or a named source.
pub(super) fn keeps(context: &Context<'_>) -> bool {
    !context.text.tokens.iter().any(|token| match token.kind {
        TokenKind::Number | TokenKind::Url => true,
        TokenKind::Word => plain::is_one_of(context.text.letters(token), SOURCES),
        _ => false,
    })
}
