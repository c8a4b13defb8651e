//! Claims of the facts register that are not confirmed, told as certain.

use super::{Found, plain, table};
use crate::check::Context;
use crate::text::{Sentence, Text};
use crate::wire::FactStatus;

/// Claims looked at.
const MOST_FACTS: usize = 100;
/// Words that carry no claim.
const SMALL: usize = 3;
/// A sentence that holds one of these says that nothing is sure yet.
const OPEN: &[&str] = &[
    "verifions",
    "verifie",
    "verification",
    "verifier",
    "enquete",
    "confirmer",
    "ignorons",
    "savons",
    "rumeur",
    "checking",
    "verifying",
    "verify",
    "investigating",
    "know",
    "unconfirmed",
    "reports",
];

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let Some(facts) = &context.situation.facts else { return };
    let open = facts.iter().filter(|fact| fact.status != FactStatus::Confirmed).take(MOST_FACTS);
    for fact in open {
        let claim = Text::read(&fact.claim, None);
        let asserted = context.text.sentences.iter().find(|sentence| asserts(context, sentence, &claim));
        if let Some(sentence) = asserted {
            let span = context.text.span(sentence.tokens.clone());
            found.push(plain::found(context, table::UNCONFIRMED_CLAIM, span));
        }
    }
}

/// Whether a sentence says what a claim says: four fifths of its words, denied or not as in the claim.
fn asserts(context: &Context<'_>, sentence: &Sentence, claim: &Text<'_>) -> bool {
    if sentence.question || plain::has_any(context, sentence.tokens.clone(), OPEN) {
        return false;
    }
    let telling = |token: &&crate::text::Token| {
        plain::is_said(token) && token.folded_end - token.folded_start >= SMALL as u32
    };
    let (mut all, mut said) = (0, 0);
    let mut denied_there = false;
    for token in claim.tokens.iter().filter(telling) {
        all += 1;
        denied_there |= token.negated;
        let word = claim.letters(token);
        let same = sentence.tokens.clone().any(|at| begins_alike(plain::letters(context, at), word));
        said += usize::from(same);
    }
    let denied_here = context
        .text
        .tokens_in(sentence.tokens.clone())
        .iter()
        .any(|token| token.negated && plain::is_said(token));
    all > 0 && said * 5 >= all * 4 && denied_here == denied_there
}

/// The same word but for its ending.
fn begins_alike(a: &[u8], b: &[u8]) -> bool {
    if a == b {
        return true;
    }
    let stem = a.len().min(b.len()).saturating_sub(2).max(4);
    a.len().abs_diff(b.len()) <= 3 && a.get(..stem).is_some_and(|start| b.get(..stem) == Some(start))
}
