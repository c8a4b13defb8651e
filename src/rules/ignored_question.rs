//! A question that the reply walks past. Only where the question says what kind of answer it waits for (a time, an
//! amount, a place, a yes or a no), and nothing of that kind is there.

use super::exchange::Exchange;
use super::{Found, omissions, plain, table};
use crate::check::Context;
use crate::matching::cue;
use crate::matching::scan::Cue;
use crate::reply::addition;
use crate::text::TokenKind;
use crate::wire::Kind;

/// A reply this short, made of kind words, answers nothing.
const SHORT: usize = 12;

pub(super) fn find(context: &Context<'_>, exchange: &Exchange<'_>) -> Option<Found> {
    if !is_asked(exchange) || exchange.says(cue::ANSWER_LATER) || is_answered(context, exchange) {
        return None;
    }
    // To ask back is to take the question up.
    if exchange.asks() {
        return None;
    }
    // One's own case may be answered in private; a question of general interest may not.
    if exchange.complains && exchange.invites() {
        return None;
    }
    let sentence = addition::answer_later(plain::language(context));
    Some(omissions::at_the_end(context, table::IGNORED_QUESTION, None, Some(sentence)))
}

/// The sentences of the comment that ask and wait for an answer.
fn questions<'e>(exchange: &'e Exchange<'_>) -> impl Iterator<Item = usize> + 'e {
    let comment = exchange.comment;
    // Who is in a hurry leaves the mark out.
    let only_asks = comment.reading.kinds == [Kind::Question];
    let here = |index, cue| comment.scan.cue_hits(cue).any(|hit| hit.sentence == index && !hit.quoted);
    comment
        .text
        .sentences
        .iter()
        .enumerate()
        .filter(move |(index, sentence)| sentence.question || (only_asks && here(*index, cue::KIND_QUESTION)))
        .map(|(index, _)| index)
        .filter(move |&index| !here(index, cue::KIND_RHETORICAL) && !here(index, cue::SENTIMENT_IRONY))
}

fn is_asked(exchange: &Exchange<'_>) -> bool {
    questions(exchange).next().is_some()
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
        // What is said plainly, without a kind word, mostly answers in its own way.
        let sent_off = exchange.invites() && exchange.words <= SHORT;
        return exchange.says(cue::ANSWER_YES_NO) || !(gushes || sent_off);
    }
    // A question of general interest sent off to private is not answered; one's own case may be.
    let own = exchange.comment.scan.has(cue::PERSON_SELF);
    let sent_off = exchange.says(cue::MOVE_PRIVATE_CHANNEL) && !own;
    let only_kind = gushes && !exchange.says(cue::MOVE_ACTION);
    let empty = exchange.words <= SHORT && exchange.echoes == 0 && (sent_off || only_kind);
    !empty
}

const CURRENCIES: [char; 3] = ['€', '$', '£'];
