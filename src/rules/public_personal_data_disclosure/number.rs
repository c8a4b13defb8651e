//! Numbers that name someone: an account, a card, a telephone, an order.

use std::ops::Range;

use super::{Data, before, is_theirs};
use crate::check::Context;
use crate::rules::plain;
use crate::text::{Sentence, TokenKind};

/// What a number of the customer's may be the number of.
#[rustfmt::skip]
const KINDS: &[&str] = &[
    "commande", "contrat", "client", "cliente", "abonne", "abonnee", "compte", "reservation", "facture", "police",
    "allocataire", "passeport", "pnr", "secu", "sinistre", "adherent", "order", "account", "booking", "policy", "member",
    "customer", "contract", "invoice", "passport", "reservation", "membership",
];
/// Between the kind and the number.
const LABELS: &[&str] = &[
    "n",
    "no",
    "nr",
    "num",
    "numero",
    "number",
    "ref",
    "reference",
    "est",
    "is",
    "le",
    "la",
    "id",
    "dossier",
];
const ACCOUNT: &[&str] = &["iban", "rib", "compte"];
const CARD: &[&str] = &["carte", "card", "cb", "visa", "mastercard", "bancaire"];

/// Digits and letters written in groups, read as one.
struct Run {
    tokens: Range<usize>,
    text: Vec<u8>,
}

impl Run {
    /// The run that begins at a token: groups a blank, a dot or a dash apart.
    fn at(context: &Context<'_>, sentence: &Sentence, at: usize) -> Option<Self> {
        let text = context.text;
        let first = text.tokens.get(at)?;
        let holds_digit = |index: usize| plain::letters(context, index).iter().any(u8::is_ascii_digit);
        if !holds_digit(at) || !plain::is_said(first) {
            return None;
        }
        let mut end = at + 1;
        let mut last = first;
        while end < sentence.tokens.end
            && let Some(next) = text.tokens.get(end)
        {
            let gap = text.source.get(last.end as usize..next.start as usize).unwrap_or_default();
            let joined = matches!(gap, "" | " " | "\u{A0}" | "\u{202F}") && next.kind == TokenKind::Number;
            if !joined {
                break;
            }
            last = next;
            end += 1;
        }
        let letters = (at..end).flat_map(|index| plain::letters(context, index));
        let text = letters.copied().filter(u8::is_ascii_alphanumeric).collect();
        Some(Self { tokens: at..end, text })
    }

    fn digits(&self) -> usize {
        self.text.iter().filter(|b| b.is_ascii_digit()).count()
    }

    fn is_digits(&self) -> bool {
        self.digits() == self.text.len()
    }

    /// Whether the customer has posted it.
    fn is_known(&self, context: &Context<'_>) -> bool {
        self.tokens.clone().all(|at| plain::is_in_comment(context, plain::letters(context, at)))
    }
}

/// An IBAN (modulo 97) or a card (Luhn), or what is called so.
pub(super) fn account_or_card(context: &Context<'_>, sentence: &Sentence, at: usize) -> Option<Data> {
    let run = Run::at(context, sentence, at)?;
    let near = before(sentence, at);
    let called = |words: &[&str]| plain::has_any(context, near.clone(), words);
    if called(&["notre", "nos", "our"]) || run.is_known(context) {
        return None;
    }
    if is_iban_shaped(&run.text) && (modulo_97(&run.text) == Some(1) || called(ACCOUNT)) {
        return Some(Data {
            tokens: run.tokens,
            instead_fr: "de votre compte",
            instead_en: "of your account",
        });
    }
    let grouped = run.tokens.len() >= 3;
    let card = run.is_digits() && (13..=19).contains(&run.text.len()) && luhn(&run.text);
    (card && (grouped || called(CARD))).then_some(Data {
        tokens: run.tokens,
        instead_fr: "de paiement",
        instead_en: "of yours",
    })
}

/// Words for reaching the customer.
#[rustfmt::skip]
const CALLED: &[&str] = &[
    "appele", "appelee", "rappele", "rappelee", "rappelle", "rappellera", "rappelons", "rappeler", "appelle", "appellera", "appelons",
    "sonne", "joint", "sms", "called", "rang", "rung", "phoned", "texted", "tried", "reached", "ring",
];

/// A telephone number at which the customer was called.
pub(super) fn phone(context: &Context<'_>, sentence: &Sentence, at: usize) -> Option<Data> {
    let run = Run::at(context, sentence, at)?;
    let starts = |prefix: &[u8]| run.text.starts_with(prefix);
    let shaped = run.is_digits()
        && match run.text.len() {
            9 | 10 => starts(b"0") || run.tokens.len() > 1,
            11 => starts(b"0") || starts(b"33") || starts(b"1"),
            12 => starts(b"44") || starts(b"0"),
            _ => false,
        };
    // "… to hear you, whenever suits you, on 0113…": a number to call, unless somebody called it.
    let to_call = at.checked_sub(1).is_some_and(|at| matches!(plain::letters(context, at), b"au" | b"on"))
        && !plain::has_any(context, sentence.tokens.start..at, CALLED);
    (shaped && !to_call && !run.is_known(context) && is_theirs(context, sentence, at)).then_some(Data {
        tokens: run.tokens,
        instead_fr: "votre numéro",
        instead_en: "your number",
    })
}

/// "votre commande n° 4589221", "your booking X7QK2P".
pub(super) fn reference(context: &Context<'_>, sentence: &Sentence, at: usize) -> Option<Data> {
    let run = Run::at(context, sentence, at)?;
    let mixed = run.digits() >= 3 && run.text.len() >= 6;
    if run.digits() < 4 && !mixed || run.is_known(context) || is_date(context, &run) {
        return None;
    }
    // Back over « n° », « numéro », "no.", ":" to the thing that has the number.
    let mut kind = at;
    while kind > 0 && at - kind < 5 {
        let label = plain::letters(context, kind - 1);
        let is_mark = context.text.tokens.get(kind - 1).is_some_and(|t| !t.is_read());
        let series = context.text.tokens.get(kind - 1).is_some_and(|t| t.all_capitals) && label.len() <= 4;
        if !is_mark && !series && !plain::is_one_of(label, LABELS) {
            break;
        }
        kind -= 1;
    }
    // Four digits after the bare word are a year or a sum.
    if run.digits() < 5 && !mixed && kind == at {
        return None;
    }
    // "no." may have been read as the end of a sentence.
    let kind = kind.checked_sub(1)?;
    let owned = kind.saturating_sub(5)..kind + 1;
    let theirs = plain::has_any(context, owned.clone(), &["votre", "ton", "ta", "vos", "tes", "your", "ur"])
        || kind == sentence.tokens.start;
    let is_kind = plain::is_one_of(plain::letters(context, kind), KINDS)
        || plain::is_one_of(plain::letters(context, kind), &["numero", "number"])
            && plain::has_any(context, owned, KINDS);
    (is_kind && theirs).then_some(Data { tokens: kind + 1..run.tokens.end, instead_fr: "", instead_en: "" })
}

/// A date or a sum, not a reference.
fn is_date(context: &Context<'_>, run: &Run) -> bool {
    let marks = |at: usize| plain::letters(context, at).iter().any(|b| matches!(b, b'/' | b',' | b':'));
    run.tokens.clone().any(marks)
}

fn is_iban_shaped(text: &[u8]) -> bool {
    matches!(text, [a, b, c, d, ..] if a.is_ascii_lowercase() && b.is_ascii_lowercase()
        && c.is_ascii_digit() && d.is_ascii_digit())
        && (15..=34).contains(&text.len())
}

/// The remainder by which an IBAN is checked: 1 where it is right.
fn modulo_97(text: &[u8]) -> Option<u32> {
    let (head, tail) = text.split_at_checked(4)?;
    tail.iter().chain(head).try_fold(0_u32, |rest, &byte| {
        let value = char::from(byte).to_digit(36)?;
        Some(if value < 10 { (rest * 10 + value) % 97 } else { (rest * 100 + value) % 97 })
    })
}

/// The check of card numbers.
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &digit)| {
            let value = u32::from(digit - b'0');
            let doubled = if place % 2 == 1 { value * 2 } else { value };
            if doubled > 9 { doubled - 9 } else { doubled }
        })
        .sum();
    sum.is_multiple_of(10) && digits.iter().any(|&digit| digit != b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_checked() {
        assert_eq!(modulo_97(b"fr7630006000011234567890189"), Some(1));
        assert_ne!(modulo_97(b"fr7630006000011234567890188"), Some(1));
        assert!(luhn(b"4111111111111111"));
        assert!(!luhn(b"4111111111111112"));
    }
}
