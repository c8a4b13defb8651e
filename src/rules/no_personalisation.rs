//! A reply that could go to anybody: the author's name is known and left out, or not one word of it comes from the
//! comment. Salutations such as "Dear customer" are patterns of the file.

use super::exchange::Exchange;
use super::{Found, table};
use crate::check::Context;
use crate::matching::{Hit, cue};
use crate::reply::first_name;
use crate::text::{Token, TokenKind};
use crate::wire::Kind;

/// Fewer words are no template.
const FEWEST: usize = 6;
/// A comment this short holds no detail to take up.
const FEWEST_TOLD: usize = 5;

pub(super) fn find(context: &Context<'_>, exchange: Option<&Exchange<'_>>, found: &mut Vec<Found>) {
    if context.scan.hits.iter().any(|hit| hit.rule == table::NO_PERSONALISATION.0) {
        return;
    }
    if let Some(at) = context.text.tokens.iter().position(|token| is_nobody(context, token)) {
        let span = context.text.span(at..at + 1);
        let replacement = context.author.and_then(first_name);
        found.push(Found { rule: table::NO_PERSONALISATION, span, severity: None, replacement });
        return;
    }
    let Some(exchange) = exchange else { return };
    let kinds = &exchange.comment.reading.kinds;
    let abusive = kinds.iter().any(|kind| {
        matches!(kind, Kind::Spam | Kind::Troll | Kind::Insult | Kind::Hate | Kind::Threat | Kind::Violence)
    });
    if abusive || exchange.echoes > 0 || exchange.is_specific() || is_called_by_name(context) {
        return;
    }
    let told = exchange.comment.text.tokens.iter().filter(|token| token.is_read()).count();
    let name = context.author.and_then(first_name);
    let calm = *kinds == [Kind::Praise] || *kinds == [Kind::Neutral];
    let ready_made = exchange.says(cue::MOVE_BOILERPLATE);
    // One usual phrase in a reply that otherwise has something to say.
    let own_words = exchange.is_full() && exchange.times(cue::MOVE_BOILERPLATE) < 2;
    let impersonal = match &name {
        Some(_) => ready_made || (!calm && exchange.words <= FEWEST),
        None => exchange.words >= FEWEST && told >= FEWEST_TOLD && ready_made && !own_words,
    };
    if !impersonal {
        return;
    }
    let draft = context.text.source;
    found.push(match (name, greeting(context)) {
        (Some(name), Some(greeting)) => Found {
            rule: table::NO_PERSONALISATION,
            span: greeting.end as usize..greeting.end as usize,
            severity: None,
            replacement: Some(format!(" {name}")),
        },
        _ => Found {
            rule: table::NO_PERSONALISATION,
            span: draft.trim_end().len()..draft.trim_end().len(),
            severity: None,
            replacement: None,
        },
    });
}

/// "@client": the name was never filled in.
fn is_nobody(context: &Context<'_>, token: &Token) -> bool {
    token.kind == TokenKind::Mention
        && matches!(context.text.letters(token), b"@client" | b"@cliente" | b"@customer")
}

/// "Hello everyone" is a fault only where one person waits for an answer.
pub(super) fn keeps(context: &Context<'_>, hit: &Hit) -> bool {
    let to_all = context.text.tokens_in(hit.tokens.clone()).iter().any(|token| {
        matches!(
            context.text.letters(token),
            b"tous" | b"toutes" | b"all" | b"everyone" | b"everybody" | b"there"
        )
    });
    !to_all || context.author.is_some()
}

/// The word of greeting the reply begins with.
fn greeting<'c>(context: &'c Context<'_>) -> Option<&'c Token> {
    let hit = context.scan.cue_hits(cue::MOVE_GREETING).find(|hit| hit.sentence == 0)?;
    context.text.tokens_in(hit.tokens.clone()).last().filter(|token| token.kind == TokenKind::Word)
}

/// "Sophie, …": a name alone at the head of the reply, or the author's anywhere.
fn is_called_by_name(context: &Context<'_>) -> bool {
    let text = context.text;
    let name = context.author.and_then(first_name).map(|name| name.to_lowercase());
    let is_the_author = |token: &Token| {
        let word = text.source.get(token.start as usize..token.end as usize).unwrap_or_default();
        name.as_ref().is_some_and(|name| *name == word.to_lowercase())
    };
    if text.tokens.iter().any(is_the_author) {
        return true;
    }
    text.sentences.iter().any(|sentence| {
        let mut tokens = text.tokens_in(sentence.tokens.clone()).iter();
        let (first, second) = (tokens.next(), tokens.next());
        let alone = second.is_some_and(|mark| matches!(mark.mark(), Some(b',' | b'!' | b'.')));
        first.is_some_and(|word| {
            alone
                && word.kind == TokenKind::Word
                && word.capitalised
                && !NOT_NAMES.iter().any(|other| other.as_bytes() == text.letters(word))
        })
    })
}

/// Words that stand alone before a comma and are no names.
const NOT_NAMES: [&str; 44] = [
    "bonjour",
    "bonsoir",
    "salut",
    "merci",
    "hello",
    "hi",
    "hey",
    "desole",
    "desoles",
    "desolee",
    "desolees",
    "navre",
    "navres",
    "navree",
    "sorry",
    "apologies",
    "pardon",
    "oups",
    "aie",
    "oh",
    "oui",
    "non",
    "yes",
    "no",
    "coucou",
    "thanks",
    "welcome",
    "absolutely",
    "correct",
    "exact",
    "mince",
    "zut",
    "bienvenue",
    "hum",
    "ouch",
    "note",
    "noted",
    "indeed",
    "certes",
    "madame",
    "monsieur",
    "cordialement",
    "regards",
    "bravo",
];
