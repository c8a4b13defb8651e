//! Personal data in a comment: whose number, address, e-mail or account it is.

use std::ops::Range;

use crate::matching::{Scan, cue};
use crate::rules::public_personal_data_disclosure::is_of_a_person;
use crate::text::{Sentence, Text, TokenKind};

/// Whose data a comment tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// Nobody's, or a brand's.
    Nobodys,
    /// That of the person who wrote it.
    TheAuthor,
    /// Somebody else's.
    SomebodyElse,
}

/// Before what is somebody else's.
#[rustfmt::skip]
const SOMEBODY: &[&str] = &[
    "son", "sa", "ses", "leur", "leurs", "il", "elle", "lui", "m", "mr", "mme", "mlle", "monsieur", "madame", "livreur",
    "vendeur", "vendeuse", "voisin", "voisine", "patron", "patronne", "gerant", "gerante", "directeur", "directrice",
    "his", "her", "their", "he", "she", "him", "mrs", "ms", "miss", "driver", "owner", "manager", "neighbour", "neighbor",
];
/// Before what is the author's own.
const AUTHOR: &[&str] = &["mon", "ma", "mes", "moi", "my", "me", "mine"];
/// Before what belongs to the brand, or was dialled.
#[rustfmt::skip]
const BRAND: &[&str] = &[
    "votre", "vos", "ton", "notre", "nos", "your", "our", "service", "sav", "standard", "hotline", "appele", "appeler", "appelle",
    "telephone", "ecrit", "ecrire", "called", "calling", "rang", "ringing", "phoned", "wrote", "emailed", "support",
];
/// How far before the data its owner is named, in tokens.
const REACH: usize = 6;
/// Digits of the shortest telephone number.
const PHONE: usize = 9;
/// Letters and digits of the shortest IBAN.
const IBAN: usize = 15;

/// Whose data this is; somebody else's goes before the author's own.
pub(super) fn whose(text: &Text<'_>, scan: &Scan) -> Whose {
    let mut found = Whose::Nobodys;
    for sentence in &text.sentences {
        for at in sentence.tokens.clone().filter(|&at| is_data(text, scan, sentence, at)) {
            match owner(text, at.saturating_sub(REACH).max(sentence.tokens.start)..at) {
                Whose::SomebodyElse => return Whose::SomebodyElse,
                Whose::TheAuthor => found = Whose::TheAuthor,
                Whose::Nobodys => (),
            }
        }
    }
    found
}

/// The owner named nearest before the data.
fn owner(text: &Text<'_>, before: Range<usize>) -> Whose {
    let named = |at: usize| {
        let word = letters(text, at);
        let is_one_of = |words: &[&str]| words.iter().any(|known| known.as_bytes() == word);
        if is_one_of(AUTHOR) {
            Some(Whose::TheAuthor)
        } else if is_one_of(SOMEBODY) {
            Some(Whose::SomebodyElse)
        } else {
            is_one_of(BRAND).then_some(Whose::Nobodys)
        }
    };
    before.rev().find_map(named).unwrap_or(Whose::Nobodys)
}

/// Whether personal data begins at this token.
fn is_data(text: &Text<'_>, scan: &Scan, sentence: &Sentence, at: usize) -> bool {
    let Some(token) = text.tokens.get(at) else { return false };
    if token.kind == TokenKind::Email {
        return is_of_a_person(letters(text, at));
    }
    scan.cue_hits(cue::PERSON_STREET).any(|hit| hit.tokens.start == at)
        || is_number(text, at..sentence.tokens.end)
}

/// A telephone number or an account, written in groups or not; what is free to call or overcharged is a brand's.
fn is_number(text: &Text<'_>, tokens: Range<usize>) -> bool {
    let first = letters(text, tokens.start);
    let account = matches!(first, [a, b, c, d, ..] if a.is_ascii_lowercase() && b.is_ascii_lowercase()
        && c.is_ascii_digit() && d.is_ascii_digit());
    let follows = |&at: &usize| {
        at == tokens.start || text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    };
    let group = |at| letters(text, at).iter().filter(|byte| byte.is_ascii_alphanumeric());
    if account {
        return tokens.clone().take_while(follows).flat_map(group).count() >= IBAN;
    }
    let is_number = text.tokens.get(tokens.start).is_some_and(|token| token.kind == TokenKind::Number);
    let digits: usize =
        tokens.clone().take_while(follows).flat_map(group).filter(|byte| byte.is_ascii_digit()).count();
    is_number && digits >= PHONE && !first.starts_with(b"08")
}

fn letters<'t>(text: &'t Text<'_>, at: usize) -> &'t [u8] {
    text.tokens.get(at).map_or(&[], |token| text.letters(token))
}
