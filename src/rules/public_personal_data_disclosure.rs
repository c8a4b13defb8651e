//! The customer's data told where everyone reads: an address, a number, an account; the brand's own may be given.

mod number;

use std::ops::Range;

use super::{Found, plain, table};
use crate::check::Context;
use crate::matching::{Hit, cue};
use crate::text::{Sentence, TokenKind};
use crate::wire::Locale;

/// Words that make what follows the customer's.
#[rustfmt::skip]
const THEIRS: &[&str] = &[
    "votre", "vos", "ton", "ta", "tes", "ecrit", "envoye", "envoyee", "expedie", "parti", "partie", "appele",
    "appelee", "rappele", "rappelee", "sonne", "your", "ur", "sent", "mailed", "emailed", "wrote", "written", "called",
    "rang", "rung", "phoned", "texted", "registered", "you",
];
/// Words that make it the brand's own, or something the customer is to use.
#[rustfmt::skip]
const OURS: &[&str] = &[
    "notre", "nos", "mon", "ma", "mes", "ecrivez", "ecris", "ecrire", "contactez", "contacter", "envoyez", "envoyer", "appelez", "appeler",
    "joignez", "joindre", "joignable", "composez", "adressez", "transmettez", "service", "standard", "sav", "urgence",
    "agence", "magasin", "boutique", "conseiller", "conseillere", "depuis", "relais", "appel", "attend", "restaurant", "hotel", "bureau", "gratuit",
    "entendre", "repond", "repondent", "ecoute", "disponible", "joignables", "accueille", "mediateur", "mediatrice", "pharmacie", "centre",
    "our", "my", "write", "contact", "send", "call", "ring", "phone", "reach", "dial", "store", "shop", "branch",
    "team", "office", "helpline", "hotline", "free", "local", "via",
];
/// Mailboxes of brands, not of people.
#[rustfmt::skip]
const MAILBOXES: &[&str] = &[
    "contact", "support", "info", "infos", "sav", "hello", "bonjour", "help", "service", "client", "clients", "serviceclient",
    "care", "customer", "reclamation", "reclamations", "accueil", "office", "sales", "team", "equipe", "press", "presse",
    "privacy", "dpo", "rgpd", "social",
];
/// Where people have their mailboxes.
#[rustfmt::skip]
const PROVIDERS: &[&str] = &[
    "gmail", "hotmail", "yahoo", "outlook", "orange", "free", "wanadoo", "laposte", "sfr", "icloud", "live", "msn", "bbox", "gmx",
    "proton", "protonmail", "aol", "exemple", "example", "btinternet", "sky",
];
/// A parcel brought, a home lived in.
#[rustfmt::skip]
const AT_HOME: &[&str] = &[
    "livre", "livree", "livres", "livrees", "livraison", "colis", "commande", "habitez", "habites", "habite", "residez", "domicile",
    "expedie", "expediee", "envoye", "envoyee", "remis", "remise", "depose", "deposee", "demenage", "locataire", "loge", "mme", "mlle", "dame",
    "delivered", "delivery", "order", "ordered", "parcel", "lives", "live", "rents", "shipped", "went", "registered",
];
const OUR_PLACES: &[&str] = &[
    "boutique",
    "magasin",
    "agence",
    "notre",
    "nos",
    "restaurant",
    "hotel",
    "bureau",
    "atelier",
    "siege",
    "relais",
    "point",
    "pick",
    "mairie",
    "salle",
    "ouvert",
    "ouverte",
    "retrait",
    "depot",
    "our",
    "shop",
    "store",
    "branch",
    "office",
    "open",
    "locker",
];
const STREETS_FR: &[&str] = &[
    "rue",
    "avenue",
    "av",
    "boulevard",
    "bd",
    "chemin",
    "impasse",
    "allee",
    "allees",
    "place",
    "quai",
    "route",
    "ruelle",
    "residence",
    "faubourg",
    "lotissement",
];
const STREETS_EN: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "lane",
    "ln",
    "avenue",
    "ave",
    "close",
    "drive",
    "row",
    "rise",
    "terrace",
    "court",
    "crescent",
    "gardens",
    "way",
    "hill",
    "grove",
    "place",
    "square",
    "mews",
    "boulevard",
    "blvd",
];
const CIVILITIES: &[&str] =
    &["m", "mme", "mlle", "monsieur", "madame", "mr", "mrs", "ms", "miss", "dr", "docteur", "maitre"];
/// How far before a number the words that own it stand.
const REACH: usize = 6;

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    for sentence in &context.text.sentences {
        named_with_a_fact(context, sentence, found);
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let data = email(context, sentence, at)
                .or_else(|| number::account_or_card(context, sentence, at))
                .or_else(|| street(context, sentence, at))
                .or_else(|| number::phone(context, sentence, at))
                .or_else(|| number::reference(context, sentence, at))
                .or_else(|| neighbour(context, sentence, at));
            at = match data {
                Some(data) => {
                    let end = data.tokens.end;
                    found.push(told(context, &data));
                    end
                }
                None => at + 1,
            };
        }
    }
}

/// Health or money that the customer has told of first is no secret here.
pub(super) fn keeps(context: &Context<'_>, hit: &Hit) -> bool {
    !plain::repeats_the_comment(context, hit)
}

/// Data in the draft, and what to write instead.
struct Data {
    tokens: Range<usize>,
    instead_fr: &'static str,
    instead_en: &'static str,
}

fn told(context: &Context<'_>, data: &Data) -> Found {
    let mut span = context.text.span(data.tokens.clone());
    let instead = if plain::locale(context) == Locale::En { data.instead_en } else { data.instead_fr };
    if instead.is_empty() {
        // What is taken out takes the blank before it along.
        let before = context.text.source.get(..span.start).unwrap_or_default();
        span.start = before.trim_end().len();
    }
    Found {
        replacement: Some(instead.to_owned()),
        ..plain::found(context, table::PUBLIC_PERSONAL_DATA_DISCLOSURE, span)
    }
}

/// The tokens before an index that may say whose something is.
fn before(sentence: &Sentence, at: usize) -> Range<usize> {
    at.saturating_sub(REACH).max(sentence.tokens.start)..at
}

/// Whether what stands at an index is said to be the customer's.
fn is_theirs(context: &Context<'_>, sentence: &Sentence, at: usize) -> bool {
    let before = before(sentence, at);
    plain::has_any(context, before.clone(), THEIRS) && !plain::has_any(context, before, OURS)
}

/// Whether an e-mail address looks like a person's, not a brand's.
pub(crate) fn is_of_a_person(address: &[u8]) -> bool {
    let mailbox = address.split(|b| *b == b'@').next().unwrap_or_default();
    let of_a_brand = mailbox.split(|b| !b.is_ascii_alphanumeric()).any(|w| plain::is_one_of(w, MAILBOXES));
    let personal = mailbox.iter().any(|b| matches!(b, b'.' | b'_' | b'0'..=b'9'))
        || address.rsplit(|b| *b == b'@').next().is_some_and(|host| {
            host.split(|b| *b == b'.').next().is_some_and(|name| plain::is_one_of(name, PROVIDERS))
        });
    personal && !of_a_brand
}

fn email(context: &Context<'_>, sentence: &Sentence, at: usize) -> Option<Data> {
    let token = context.text.tokens.get(at).filter(|t| t.kind == TokenKind::Email)?;
    let address = context.text.letters(token);
    let known = plain::is_in_comment(context, address);
    (is_of_a_person(address) && !known && is_theirs(context, sentence, at)).then_some(Data {
        tokens: at..at + 1,
        instead_fr: "votre adresse e-mail",
        instead_en: "your e-mail address",
    })
}

/// `12 rue des Lilas`, `88 Hazel Row`: where the customer lives or was delivered.
fn street(context: &Context<'_>, sentence: &Sentence, at: usize) -> Option<Data> {
    let number = context.text.tokens.get(at).filter(|t| t.kind == TokenKind::Number)?;
    if number.folded_end - number.folded_start > 5 {
        return None;
    }
    let word = |index| plain::letters(context, index);
    let skips = |index: usize| plain::is_one_of(word(index), &["bis", "ter", "quater", ","]);
    let name = at + 1 + usize::from(skips(at + 1));
    let french = plain::is_one_of(word(name), STREETS_FR);
    let end = if french {
        // The name of the street: its small words and its capitals.
        let small = ["de", "du", "des", "la", "le", "les", "l", "d", "saint", "sainte", "'", "-"];
        let mut end = name + 1;
        while end < sentence.tokens.end
            && (plain::is_one_of(word(end), &small)
                || context.text.tokens.get(end).is_some_and(|t| t.capitalised && t.kind == TokenKind::Word))
        {
            end += 1;
        }
        end
    } else {
        let named = |index: usize| context.text.tokens.get(index).is_some_and(|t| t.capitalised);
        let last = (at + 2..at + 5).find(|&i| plain::is_one_of(word(i), STREETS_EN))?;
        if !(at + 1..=last).all(named) {
            return None;
        }
        last + 1
    };
    let words = sentence.tokens.clone();
    let home =
        plain::has_any(context, words.clone(), AT_HOME) || named_person(context, words.clone()).is_some();
    let ours = plain::has_any(context, words, OUR_PLACES);
    if !home || ours {
        return None;
    }
    let led = plain::is_one_of(word(at.saturating_sub(1)), &["au", "a", "to", "at"]);
    let start = if led { at - 1 } else { at };
    Some(if led {
        Data { tokens: start..end, instead_fr: "à votre adresse", instead_en: "to your address" }
    } else {
        Data { tokens: start..end, instead_fr: "votre adresse", instead_en: "your address" }
    })
}

/// "chez votre voisine, Mme Martin"
fn neighbour(context: &Context<'_>, sentence: &Sentence, at: usize) -> Option<Data> {
    let word = plain::letters(context, at);
    if !plain::is_one_of(word, &["voisin", "voisine", "neighbour", "neighbor"]) {
        return None;
    }
    let near = at + 1..(at + 4).min(sentence.tokens.end);
    let name = near
        .clone()
        .rev()
        .find(|&i| context.text.tokens.get(i).is_some_and(|t| t.capitalised && t.kind == TokenKind::Word))?;
    let first =
        near.clone().find(|&i| context.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word))?;
    let named = context.text.tokens.get(first).is_some_and(|t| t.capitalised)
        || plain::is_one_of(plain::letters(context, first), CIVILITIES);
    named.then_some(Data { tokens: first..name + 1, instead_fr: "", instead_en: "" })
}

/// The tokens of a civility and the name after it.
fn named_person(context: &Context<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    tokens.clone().find_map(|at| {
        if !plain::is_one_of(plain::letters(context, at), CIVILITIES) {
            return None;
        }
        let name = (at + 1..(at + 3).min(tokens.end))
            .find(|&i| context.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word))?;
        context.text.tokens.get(name).filter(|t| t.capitalised)?;
        Some(at..name + 1)
    })
}

/// A person is named, and something private of theirs told in the same sentence.
fn named_with_a_fact(context: &Context<'_>, sentence: &Sentence, found: &mut Vec<Found>) {
    let Some(person) = named_person(context, sentence.tokens.clone()) else { return };
    let inside = |tokens: &Range<usize>| {
        sentence.tokens.start <= tokens.start
            && tokens.end <= sentence.tokens.end
            && !tokens.contains(&person.start)
    };
    let fact = context.scan.cue_hits(cue::FACT_PRIVATE).find(|hit| {
        inside(&hit.tokens)
            && !hit.quoted
            && !hit.negated
            && !hit.tokens.clone().all(|at| plain::is_in_comment(context, plain::letters(context, at)))
    });
    if fact.is_some() {
        let span = context.text.span(sentence.tokens.clone());
        found.push(plain::found(context, table::PUBLIC_PERSONAL_DATA_DISCLOSURE, span));
    }
}
