//! The questions a comment asks, as written.

use crate::matching::{Scan, cue};
use crate::text::{Sentence, Text};

/// More than this is a rant, not a list to be answered.
const MOST_QUESTIONS: usize = 8;
/// Shorter ones are marks of surprise, unless they begin like a question.
const FEWEST_WORDS: usize = 3;

/// The questions, those that wait for no answer left out.
pub(super) fn of(text: &Text<'_>, scan: &Scan) -> Vec<String> {
    text.sentences
        .iter()
        .enumerate()
        .filter(|(index, sentence)| sentence.question && waits_for_an_answer(text, scan, *index, sentence))
        .filter_map(|(_, sentence)| text.source.get(sentence.start..sentence.end))
        .map(|question| question.trim().to_owned())
        .take(MOST_QUESTIONS)
        .collect()
}

fn waits_for_an_answer(text: &Text<'_>, scan: &Scan, index: usize, sentence: &Sentence) -> bool {
    let here = |cue| scan.cue_hits(cue).any(|hit| hit.sentence == index && !hit.quoted);
    if here(cue::KIND_RHETORICAL) || here(cue::SENTIMENT_IRONY) {
        return false;
    }
    let words = text.tokens_in(sentence.tokens.clone()).iter().filter(|token| token.is_read()).count();
    here(cue::KIND_QUESTION) || words >= FEWEST_WORDS
}
