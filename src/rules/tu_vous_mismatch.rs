//! "Tu" where "vous" is expected, the reverse, or both in one reply; in English, casual where formal is expected.

use std::ops::Range;

use super::{Found, table};
use crate::check::Context;
use crate::language::Language;
use crate::matching::Scan;
use crate::matching::cue;
use crate::matching::scan::Cue;
use crate::text::{Text, Token, TokenKind};
use crate::wire::Voice;

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let place = match context.text.language() {
        Language::Fr => in_french(context),
        Language::En => in_english(context),
        _ => None,
    };
    if let Some(tokens) = place {
        let span = context.text.span(tokens);
        found.push(Found { rule: table::TU_VOUS_MISMATCH, span, severity: None, replacement: None });
    }
}

fn in_french(context: &Context<'_>) -> Option<Range<usize>> {
    let address = Address::of(context.text);
    let told = context.comment.map(|comment| Address::of(&comment.text));
    if let (Some(tu), Some(vous)) = (&address.tu, &address.vous) {
        // "Vous" may be several people, in a reply that says so.
        let to_several = says(context.scan, cue::REGISTER_SEVERAL);
        return (!to_several).then(|| if address.tus > address.vouses { vous } else { tu }.clone());
    }
    match (context.situation.voice, &address.tu, &address.vous) {
        (Some(Voice::Vous), Some(tu), _) => return Some(tu.clone()),
        (Some(Voice::Tu), _, Some(vous)) if !says(context.scan, cue::REGISTER_SEVERAL) => {
            return Some(vous.clone());
        }
        (Some(_), ..) => return None,
        _ => {}
    }
    let (comment, told) = (context.comment?, told?);
    let casual = says(&comment.scan, cue::REGISTER_CASUAL) || !is_well_written(&comment.text);
    if let Some(tu) = &address.tu {
        let formal = says(&comment.scan, cue::REGISTER_FORMAL);
        let expects_vous = told.tu.is_none() && (formal || (told.vous.is_some() && !casual));
        return expects_vous.then(|| tu.clone());
    }
    // Ceremony in answer to a friend.
    let stiff = context.scan.cue_hits(cue::REGISTER_STIFF).find(|hit| !hit.quoted)?;
    (told.tu.is_some() && told.vous.is_none()).then(|| stiff.tokens.clone())
}

fn in_english(context: &Context<'_>) -> Option<Range<usize>> {
    let first = |cue: Cue| context.scan.cue_hits(cue).find(|hit| !hit.quoted).map(|hit| hit.tokens.clone());
    let (casual, stiff) = (first(cue::REGISTER_CASUAL), first(cue::REGISTER_STIFF));
    match context.situation.voice {
        Some(Voice::Vous) => casual,
        Some(Voice::Tu) => stiff,
        None => stiff.and(casual.filter(|tokens| {
            let words = context.text.tokens_in(tokens.clone());
            // "Cheers" and "yes" go with anything.
            words.iter().any(|word| OFFHAND.contains(&context.text.letters(word)))
        })),
    }
}

/// In a ceremonious reply these are out of place whoever writes.
const OFFHAND: [&[u8]; 12] = [
    b"lol", b"yo", b"gonna", b"wanna", b"mate", b"dude", b"bro", b"lmao", b"gotta", b"haha", b"worries",
    b"hey",
];

fn says(scan: &Scan, cue: Cue) -> bool {
    scan.cue_hits(cue).any(|hit| !hit.quoted)
}

/// A capital at the start and no emoji: whoever writes so to strangers expects the same back.
fn is_well_written(text: &Text<'_>) -> bool {
    let first = text.tokens.iter().find(|token| token.is_read());
    first.is_some_and(|token| token.capitalised || token.kind != TokenKind::Word)
        && !text.tokens.iter().any(|token| token.kind == TokenKind::Emoji)
        && !text.source.contains("!!")
        && !text.source.contains("??")
}

/// How a French text speaks to its reader.
#[derive(Default)]
struct Address {
    /// The first word that does so.
    tu: Option<Range<usize>>,
    vous: Option<Range<usize>>,
    tus: usize,
    vouses: usize,
}

impl Address {
    fn of(text: &Text<'_>) -> Self {
        let mut address = Self::default();
        for (at, token) in text.tokens.iter().enumerate() {
            if token.kind != TokenKind::Word || token.quoted {
                continue;
            }
            if is_tu(text, at, token) {
                address.tu.get_or_insert(at..at + 1);
                address.tus += 1;
            } else if is_vous(text, at, token) {
                address.vous.get_or_insert(at..at + 1);
                address.vouses += 1;
            }
        }
        address
    }
}

fn word<'t>(text: &'t Text<'_>, at: Option<usize>) -> &'t [u8] {
    at.and_then(|at| text.tokens.get(at)).map(|token| text.letters(token)).unwrap_or_default()
}

fn is_mark(text: &Text<'_>, at: Option<usize>, mark: u8) -> bool {
    at.and_then(|at| text.tokens.get(at)).and_then(Token::mark) == Some(mark)
}

fn is_tu(text: &Text<'_>, at: usize, token: &Token) -> bool {
    let before = word(text, at.checked_sub(1));
    match text.letters(token) {
        b"tu" | b"te" | b"toi" | b"tes" | b"ta" => true,
        // "Le ton", "d'un ton": the tone.
        b"ton" => !matches!(
            before,
            b"le"
                | b"un"
                | b"du"
                | b"ce"
                | b"au"
                | b"bon"
                | b"meme"
                | b"quel"
                | b"mauvais"
                | b"notre"
                | b"votre"
                | b"mon"
                | b"autre"
        ),
        // "T'inquiète", not "a-t-il".
        b"t" => {
            let joined = |mark| is_mark(text, at.checked_sub(1), mark);
            is_mark(text, Some(at + 1), b'\'') && !joined(b'-') && !joined(b'\'')
        }
        // "Dis-nous", not "dites-nous".
        imperative if IMPERATIVES.contains(&imperative) => {
            is_mark(text, Some(at + 1), b'-') && matches!(word(text, Some(at + 2)), b"nous" | b"moi" | b"lui")
        }
        _ => false,
    }
}

/// Said to one person.
const IMPERATIVES: [&[u8]; 26] = [
    b"dis",
    b"envoie",
    b"ecris",
    b"donne",
    b"passe",
    b"glisse",
    b"balance",
    b"file",
    b"raconte",
    b"contacte",
    b"appelle",
    b"laisse",
    b"montre",
    b"explique",
    b"precise",
    b"confirme",
    b"rejoins",
    b"fais",
    b"mets",
    b"demande",
    b"rappelle",
    b"indique",
    b"transmets",
    b"aide",
    b"excuse",
    b"pardonne",
];

fn is_vous(text: &Text<'_>, at: usize, token: &Token) -> bool {
    let letters = text.letters(token);
    match letters {
        // "Un rendez-vous" is nobody.
        b"vous" => {
            let before =
                if is_mark(text, at.checked_sub(1), b'-') { at.checked_sub(2) } else { at.checked_sub(1) };
            !matches!(word(text, before), b"rendez" | b"chez" | b"entre")
        }
        b"votre" | b"vos" => true,
        b"chez" | b"assez" | b"rendez" => false,
        _ => letters.len() > 4 && letters.ends_with(b"ez") && letters != b"suarez",
    }
}
