//! Letters that only the trade can read: two acronyms or more that are not everyone's.

use super::{Found, plain, table};
use crate::check::Context;
use crate::matching::Hit;
use crate::text::TokenKind;

/// Acronyms that people know, or that stand for people and places.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "sav", "sncf", "ratp", "pdf", "sms", "mms", "mp", "mps", "dm", "dms", "pm", "pms", "tv", "tva", "cb", "rib", "iban",
    "cv", "rgpd", "gdpr", "gps", "usb", "led", "oled", "lcd", "hdmi", "hd", "uhd", "wifi", "wi", "pc", "mac", "url",
    "faq", "cgv", "cgu", "rdv", "svp", "stp", "ok", "ko", "ps", "nb", "asap", "etc", "vip", "diy", "bd", "cd", "dvd",
    "rh", "hr", "it", "ia", "ai", "tgv", "ter", "rer", "usa", "uk", "eu", "ue", "us", "fr", "en", "nyc", "la", "bbc",
    "tf", "nhs", "dvla", "hmrc", "gp", "id", "pin", "atm", "ceo", "pdg", "pme", "edf", "gdf", "caf", "cpam", "urssaf",
    "irm", "adn", "dna", "vih", "hiv", "covid", "ehpad", "smic", "bts", "bac", "cap", "cm", "cp", "ce", "cdi", "cdd",
    "ikea", "bmw", "kfc", "sfr", "bnp", "lcl", "axa", "gls", "dhl", "ups", "dpd", "tnt", "fedex", "asos", "zara", "hm",
    "am", "bst", "gmt", "tbc", "rsvp", "lol", "mdr", "omg", "wtf", "btw", "fyi", "diff", "xl", "xxl", "xs", "sm", "ml",
    "suv", "gpl", "pmr", "bio", "aop", "igp", "ogm", "co", "uv", "spf", "bpa", "vae", "esim", "sim", "nfc", "qr", "ios",
    "api", "app", "vpn", "vtt", "vr", "fps", "npc", "dlc", "rpg", "gg", "psn", "ps4", "ps5", "rtx", "ssd", "ram", "cpu",
    "gpu", "tu", "je", "vs", "mme", "mr", "dom", "tom", "onu", "oms", "fao", "bim", "bam", "nsw", "vic", "qld", "wpa", "cod", "xp", "lhr",
];

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let text = context.text;
    for sentence in &text.sentences {
        let spoken = text.tokens_in(sentence.tokens.clone()).iter().filter(|t| t.kind == TokenKind::Word);
        let (words, loud) =
            spoken.fold((0, 0), |(words, loud), t| (words + 1, loud + usize::from(t.all_capitals)));
        // A sentence in capitals shouts; it is not a row of acronyms.
        if words == 0 || loud * 3 > words * 2 {
            continue;
        }
        let mut unknown: Vec<usize> = Vec::new();
        for at in sentence.tokens.clone().filter(|&at| is_opaque(context, at)) {
            let word = plain::letters(context, at);
            if !unknown.iter().any(|&other| plain::letters(context, other) == word) {
                unknown.push(at);
            }
        }
        if let [first, .., last] = unknown.as_slice() {
            found.push(plain::found(context, table::JARGON, text.span(*first..*last + 1)));
        }
    }
}

/// Acronyms the customer used first may be used in return.
pub(super) fn keeps(context: &Context<'_>, hit: &Hit) -> bool {
    !hit.tokens.clone().any(|at| {
        context.text.tokens.get(at).is_some_and(|token| token.all_capitals)
            && plain::is_in_comment(context, plain::letters(context, at))
    })
}

/// Capitals that are neither known, nor a word, nor the customer's own.
fn is_opaque(context: &Context<'_>, at: usize) -> bool {
    let Some(token) = context.text.tokens.get(at) else { return false };
    let word = context.text.letters(token);
    let is_a_word = context.text.is_known(at);
    token.kind == TokenKind::Word
        && token.all_capitals
        && !token.quoted
        && (2..=6).contains(&word.len())
        && word.iter().all(u8::is_ascii_alphanumeric)
        && !is_a_word
        && !plain::is_one_of(word, KNOWN)
        && !plain::is_in_comment(context, word)
}
