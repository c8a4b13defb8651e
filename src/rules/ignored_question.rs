//! A question that the reply walks past. Only where the question says what kind of answer it waits for (a time, an
//! amount, a place, a yes or a no), and nothing of that kind is there.

use super::exchange::Exchange;
use super::{Found, omissions, table};
use crate::check::Context;
use crate::language::Language;
use crate::matching::cue;
use crate::matching::scan::Cue;
use crate::text::TokenKind;

/// A reply this short, made of kind words, answers nothing.
const SHORT: usize = 12;

pub(super) fn find(context: &Context<'_>, exchange: &Exchange<'_>) -> Option<Found> {
    if !is_asked(exchange) || exchange.says(cue::ANSWER_LATER) || is_answered(context, exchange) {
        return None;
    }
    // One's own case may be answered in private; a question of general interest may not.
    if exchange.complains && exchange.invites() {
        return None;
    }
    let sentence = match omissions::language(context, exchange) {
        Language::Fr => "Pour votre question, je me renseigne et je vous réponds ici.",
        _ => "As for your question, I'm checking and I'll answer you here.",
    };
    Some(omissions::at_the_end(context, table::IGNORED_QUESTION, None, Some(sentence)))
}

/// The sentences of the comment that ask and wait for an answer.
fn questions<'e>(exchange: &'e Exchange<'_>) -> impl Iterator<Item = usize> + 'e {
    let comment = exchange.comment;
    let here = |index, cue| comment.scan.cue_hits(cue).any(|hit| hit.sentence == index && !hit.quoted);
    comment
        .text
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| sentence.question)
        .map(|(index, _)| index)
        .filter(move |&index| !here(index, cue::KIND_RHETORICAL) && !here(index, cue::SENTIMENT_IRONY))
}

fn is_asked(exchange: &Exchange<'_>) -> bool {
    !exchange.comment.reading.questions.is_empty() && questions(exchange).next().is_some()
}

fn asks(exchange: &Exchange<'_>, cue: Cue) -> bool {
    let hits = &exchange.comment.scan;
    questions(exchange).any(|index| hits.cue_hits(cue).any(|hit| hit.sentence == index && !hit.quoted))
}

fn is_answered(context: &Context<'_>, exchange: &Exchange<'_>) -> bool {
    let counts = context.text.tokens.iter().any(|token| token.kind == TokenKind::Number);
    let gushes = exchange.says(cue::ANSWER_GUSH);
    if asks(exchange, cue::ANSWER_ASKS_MUCH) {
        return exchange.says(cue::ANSWER_AMOUNT)
            || context.text.source.contains(CURRENCIES)
            || (counts && !gushes);
    }
    if asks(exchange, cue::ANSWER_ASKS_WHEN) {
        return exchange.says(cue::ANSWER_TIME);
    }
    if asks(exchange, cue::ANSWER_ASKS_WHERE) {
        return exchange.says(cue::ANSWER_PLACE);
    }
    if asks(exchange, cue::ANSWER_ASKS_YES_NO) && !asks(exchange, cue::ANSWER_ASKS_OPEN) {
        let perhaps = counts || exchange.says(cue::ANSWER_TIME) || exchange.says(cue::ANSWER_PERHAPS);
        return exchange.says(cue::ANSWER_YES_NO) || (perhaps && !gushes);
    }
    let empty = gushes && exchange.words <= SHORT && exchange.echoes == 0 && !exchange.says(cue::MOVE_ACTION);
    !empty
}

const CURRENCIES: [char; 3] = ['€', '$', '£'];
