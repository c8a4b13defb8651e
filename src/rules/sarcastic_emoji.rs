//! Emoji that mock: rolled eyes and clowns after a complaint, a party on a grave subject.

use std::ops::Range;

use super::{Found, table};
use crate::check::Context;
use crate::matching::{When, cue};
use crate::text::{Sentence, TokenKind};
use crate::wire::{Kind, Severity};

/// Contempt in one sign, whatever the words.
const MOCKING: &str = "🙄😏🥱💅🤷🧢🎻🤓😒🤏🤥🥴🐸😑";
/// Mocks the customer, or oneself: who helps or says sorry may use it.
const WRY: &str = "🙃🤡";
/// A laugh: at whom is told by the comment.
const LAUGHING: &str = "😂🤣😹😆💀🤭😜🤪😝🫢😛😈";
/// Applause, medals, farewells and kisses that nobody who complains takes as meant.
const IRONIC: &str = "👏🏆🥇🏅🎖👑👋😘💋😴🤫😇🤧🥸✌🧠👌⭐🐌🦗🍿🎭🐣📢👉🤐";
/// What is never at its place beside someone's harm.
const CHEERFUL: &str = "🎉🥳😍🤩🎊💃🕺✨🥂🍾😁😄😆😂🤣😹😎😜🤪😝😋😏🤷🙄💪👻🍸";

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    if context.answers(When::Praise) {
        return;
    }
    let grave = is_grave(context);
    let complaint = context.answers_a_complaint();
    // Where the customer laughs, or nothing tells that he complains, a laugh may be shared.
    let merry = context
        .comment
        .is_some_and(|comment| comment.reading.kinds == [Kind::Neutral] || laughs(comment.text.source));
    let sorry = context.scan.has(cue::MOVE_APOLOGY);
    let does_something = context.scan.has(cue::MOVE_NEXT_STEP);
    let helpful = does_something || context.scan.has(cue::MOVE_ACKNOWLEDGE);
    let answered = context.comment.is_some();
    for sentence in &context.text.sentences {
        let Some((span, kinds)) = emoji_of(context, sentence) else { continue };
        // Who says sorry, or helps, laughs at himself or at the thing.
        let alone = kinds.count == 1 && !kinds.mocking && helpful;
        let joke_shared = sorry
            || alone
            || merry && kinds.count == 1 && !kinds.mocking && !kinds.wry
            || helps(context, sentence)
            || !kinds.mocking && is_kind(context, sentence);
        let severity = match (grave, complaint) {
            (true, _) if kinds.cheerful || kinds.mocking => Some(Severity::Warn),
            // A single laugh or clap may still be clumsy kindness, unless the sentence is as short as a shrug.
            (_, true) if !joke_shared && kinds.any_irony() => {
                let plain = kinds.mocking || kinds.wry || kinds.count >= 2 || is_curt(context, sentence);
                Some(if plain { Severity::Warn } else { Severity::Advice })
            }
            // Several in a row are no slip of the thumb.
            _ if kinds.count >= 2 && kinds.any_irony() && !joke_shared => {
                Some(if answered { Severity::Warn } else { Severity::Advice })
            }
            // Without a comment, or under a question, only what mocks by itself.
            _ if (kinds.mocking || kinds.wry && !does_something) && !sorry => Some(Severity::Advice),
            _ if !answered && kinds.laughing && is_curt(context, sentence) => Some(Severity::Advice),
            _ => None,
        };
        if severity.is_some() {
            found.push(Found {
                rule: table::SARCASTIC_EMOJI,
                span,
                replacement: Some(String::new()),
                severity,
            });
        }
    }
}

/// What the emoji of a sentence do.
#[derive(Default)]
struct Kinds {
    mocking: bool,
    wry: bool,
    laughing: bool,
    ironic: bool,
    cheerful: bool,
    count: usize,
}

impl Kinds {
    fn any_irony(&self) -> bool {
        self.mocking || self.wry || self.laughing || self.ironic
    }
}

/// From the first to the last of the emoji that count, with the blank before them: one run, or what lies between.
fn emoji_of(context: &Context<'_>, sentence: &Sentence) -> Option<(Range<usize>, Kinds)> {
    let source = context.text.source;
    let mut kinds = Kinds::default();
    let mut span: Option<Range<usize>> = None;
    let mut crying = 0;
    for token in context.text.tokens_in(sentence.tokens.clone()) {
        let place = token.start as usize..token.end as usize;
        if token.kind != TokenKind::Emoji || token.quoted {
            continue;
        }
        let Some(sign) = source.get(place.clone()).and_then(|emoji| emoji.chars().next()) else { continue };
        let is = |list: &str| list.contains(sign);
        // One tear may be meant; two in a row are theatre.
        crying += usize::from(is("😭🥺😢"));
        let theatre = crying >= 2;
        if !(is(MOCKING) || is(WRY) || is(LAUGHING) || is(IRONIC) || is(CHEERFUL) || theatre) {
            continue;
        }
        kinds.count += 1;
        kinds.mocking |= is(MOCKING);
        kinds.wry |= is(WRY);
        kinds.laughing |= is(LAUGHING);
        kinds.ironic |= is(IRONIC) || theatre;
        kinds.cheerful |= is(CHEERFUL);
        span = Some(span.map_or_else(|| place.clone(), |so_far| so_far.start..place.end));
    }
    let span = span?;
    // Removed together with the words between them, if there are any, a sentence would be left without an end:
    // then only the last run goes.
    let words_between =
        source.get(span.clone()).is_some_and(|between| between.chars().any(|c| c.is_alphanumeric()));
    let start = if words_between { last_run(context, sentence, span.end) } else { span.start };
    let before = source.get(..start).unwrap_or_default();
    let blank = start - before.trim_end_matches([' ', '\u{A0}', '\u{202F}']).len();
    Some((start - blank..span.end, kinds))
}

/// Where the run of emoji that ends here begins.
fn last_run(context: &Context<'_>, sentence: &Sentence, end: usize) -> usize {
    let tokens = context.text.tokens_in(sentence.tokens.clone());
    let run = tokens
        .iter()
        .rev()
        .skip_while(|token| token.end as usize > end)
        .take_while(|token| token.kind == TokenKind::Emoji);
    run.last().map_or(end, |first| first.start as usize)
}

/// The comment, or the draft itself, speaks of harm.
fn is_grave(context: &Context<'_>) -> bool {
    let told = context.comment.is_some_and(|comment| {
        [cue::DETAIL_GRIEF, cue::DETAIL_HURT, cue::GUARD_HARM].into_iter().any(|cue| comment.scan.has(cue))
    });
    told || context.scan.has(cue::GUARD_HARM)
}

/// The sentence acknowledges something or does something about it.
fn helps(context: &Context<'_>, sentence: &Sentence) -> bool {
    [cue::MOVE_ACKNOWLEDGE, cue::MOVE_NEXT_STEP]
        .into_iter()
        .any(|cue| context.scan.cue_hits(cue).any(|hit| is_within(sentence, &hit.tokens)))
}

/// The sentence thanks or says something nice, in words: a laughing emoji is what is judged here.
fn is_kind(context: &Context<'_>, sentence: &Sentence) -> bool {
    let in_words = |tokens: &Range<usize>| {
        context.text.tokens_in(tokens.clone()).iter().any(|token| token.kind == TokenKind::Word)
    };
    [cue::MOVE_THANKS, cue::SENTIMENT_POSITIVE].into_iter().any(|cue| {
        let mut hits = context.scan.cue_hits(cue);
        hits.any(|hit| is_within(sentence, &hit.tokens) && !hit.negated && in_words(&hit.tokens))
    })
}

fn laughs(comment: &str) -> bool {
    let comment = comment.to_lowercase();
    ["mdr", "ptdr", "lol", "haha", "😂", "🤣", "lmao"].iter().any(|laugh| comment.contains(laugh))
}

fn is_within(sentence: &Sentence, tokens: &Range<usize>) -> bool {
    sentence.tokens.start <= tokens.start && tokens.end <= sentence.tokens.end
}

/// Two or three words and a laugh: "Ah bon 😂".
fn is_curt(context: &Context<'_>, sentence: &Sentence) -> bool {
    let words = context.text.tokens_in(sentence.tokens.clone()).iter();
    words.filter(|token| token.kind == TokenKind::Word).count() <= 3 && !context.scan.has(cue::MOVE_THANKS)
}
