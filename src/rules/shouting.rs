//! Shouting: words in capitals, marks in rows, letters stretched.

use std::ops::Range;

use super::{Found, table};
use crate::check::Context;
use crate::matching::When;
use crate::text::{Sentence, Token, TokenKind, clause_around};
use crate::wire::{Kind, Severity};

/// A word of fewer letters is read as an acronym when it is in capitals.
const SHORTEST_SHOUTED: usize = 4;

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    // Under praise, capitals and marks are joy.
    let joyful = context.comment.is_some_and(|c| c.reading.kinds == [Kind::Praise]);
    for sentence in context.text.sentences.iter().filter(|_| !joyful) {
        if let Some(tokens) = shouted(context, sentence) {
            let severity = severity(context, sentence, &tokens);
            let span = context.text.span(tokens);
            let replacement =
                context.text.source.get(span.clone()).map(|words| quieter(words, context, sentence));
            found.push(Found { rule: table::SHOUTING, span, replacement, severity });
        }
    }
}

/// Who shouts at someone is stopped. A headline, a goal or good news in capitals is not at anyone: it is only said.
fn severity(context: &Context<'_>, sentence: &Sentence, tokens: &Range<usize>) -> Option<Severity> {
    let addressed = context.text.tokens_in(sentence.tokens.clone()).iter().any(|token| {
        token.kind == TokenKind::Word && !token.quoted && ADDRESSES.contains(&context.text.letters(token))
    });
    let capitals = context.text.tokens_in(tokens.clone()).iter().filter(|t| t.all_capitals).count();
    let at_someone = match context.comment {
        Some(comment) => {
            let asked = comment.reading.kinds.contains(&Kind::Question);
            context.answers_a_complaint() || context.answers(When::Abuse) || asked && capitals >= 3
        }
        None => addressed && (!sentence.exclamation || capitals >= 3),
    };
    let loudly_asked = addressed && sentence.question;
    (!at_someone && !loudly_asked).then_some(Severity::Advice)
}

/// Words that speak to the person.
const ADDRESSES: [&[u8]; 13] =
    [b"vous", b"votre", b"vos", b"tu", b"te", b"toi", b"ton", b"ta", b"tes", b"you", b"your", b"yours", b"u"];

/// The tokens of a sentence that shout.
fn shouted(context: &Context<'_>, sentence: &Sentence) -> Option<std::ops::Range<usize>> {
    let tokens = context.text.tokens_in(sentence.tokens.clone());
    let spoken: Vec<(usize, &Token)> = tokens
        .iter()
        .enumerate()
        .filter(|(_, t)| !t.quoted && t.kind == TokenKind::Word)
        .map(|(i, t)| (sentence.tokens.start + i, t))
        .collect();
    if let Some(run) = capital_run(context, &spoken) {
        // "MERCI À TOUS !" is joy; "MERCI DE LIRE LES HORAIRES" is not.
        let joyful = sentence.exclamation && !sentence.question && context.is_warm(sentence);
        return (!joyful).then_some(run);
    }
    if let Some(marks) = marks_in_a_row(tokens) {
        let at = sentence.tokens.start + marks.start;
        let clause = clause_around(context.text, &sentence.tokens, &(at..at));
        // Thanks may be exclaimed; reproach may not.
        let happy = sentence.exclamation && !sentence.question && context.is_warm(sentence);
        return (!happy && !clause.is_empty()).then_some(clause.start..sentence.tokens.start + marks.end);
    }
    let stretched: Vec<usize> =
        spoken.iter().filter(|(_, t)| is_stretched(context, t)).map(|(at, _)| *at).collect();
    match stretched.as_slice() {
        [first, .., last] => Some(*first..*last + 1),
        _ => None,
    }
}

/// Two shouted words in a row, or most of the sentence in capitals. The run may hold short words between.
fn capital_run(context: &Context<'_>, spoken: &[(usize, &Token)]) -> Option<std::ops::Range<usize>> {
    let letters: usize = spoken.iter().map(|(_, t)| length(t)).sum();
    let shouts =
        |t: &Token| t.all_capitals && !t.masked && length(t) >= SHORTEST_SHOUTED && is_a_word(context, t);
    let capitals: usize = spoken.iter().filter(|(_, t)| t.all_capitals).map(|(_, t)| length(t)).sum();
    let mut best: Option<(usize, usize, usize)> = None;
    let mut at = 0;
    while at < spoken.len() {
        let from = at;
        while spoken.get(at).is_some_and(|(_, t)| t.all_capitals || t.capitalised && length(t) == 1) {
            at += 1;
        }
        let run = spoken.get(from..at).unwrap_or_default();
        let loud = run.iter().filter(|(_, t)| shouts(t)).count();
        if let (Some((first, _)), Some((last, _))) = (run.first(), run.last())
            && loud > best.map_or(0, |b| b.2)
        {
            best = Some((*first, *last, loud));
        }
        at = at.max(from + 1);
    }
    let (first, last, loud) = best?;
    let mostly = letters >= 8 && capitals * 2 > letters && loud >= 1;
    (loud >= 2 || mostly && last > first).then_some(first..last + 1)
}

/// Known small words and words with a vowel pattern are words; `OLED` among ordinary words is a name.
fn is_a_word(context: &Context<'_>, token: &Token) -> bool {
    let letters = context.text.letters(token);
    let vowels = letters.iter().filter(|b| b"aeiouy".contains(b)).count();
    vowels > 0 && letters.iter().all(u8::is_ascii_lowercase)
}

fn length(token: &Token) -> usize {
    (token.folded_end - token.folded_start) as usize
}

/// `!!!`, `???`, `?!?!`: three marks or more.
fn marks_in_a_row(tokens: &[Token]) -> Option<std::ops::Range<usize>> {
    let mut from = None;
    for (at, token) in tokens.iter().enumerate() {
        if matches!(token.mark(), Some(b'!' | b'?')) && !token.quoted {
            let start = *from.get_or_insert(at);
            if at + 1 - start >= 3 {
                let end =
                    tokens.iter().skip(at).take_while(|t| matches!(t.mark(), Some(b'!' | b'?'))).count();
                return Some(start..at + end);
            }
        } else {
            from = None;
        }
    }
    None
}

/// A letter three times or more in a row (`nooon`); `www` and roman numbers are not.
fn is_stretched(context: &Context<'_>, token: &Token) -> bool {
    let letters = context.text.letters(token);
    letters.len() >= 4
        && letters.windows(3).any(|w| matches!(w, [a, b, c] if a == b && b == c && a.is_ascii_lowercase()))
        && !letters.iter().all(|b| b"ivxlcm".contains(b))
}

/// The same words in lower case, with one mark where there were several and letters no longer stretched.
fn quieter(words: &str, context: &Context<'_>, sentence: &Sentence) -> String {
    let mut quiet = String::with_capacity(words.len());
    let at_start = context.text.source.get(..sentence.start).is_some_and(|_| {
        context.text.source.get(sentence.start..).is_some_and(|rest| rest.trim_start().starts_with(words))
    });
    let shouted = words.chars().filter(|c| c.is_uppercase()).count() * 2
        > words.chars().filter(|c| c.is_alphabetic()).count();
    let mut previous = [None::<char>; 2];
    for c in words.chars() {
        let is_mark = matches!(c, '!' | '?');
        let stretched = c.is_alphabetic() && previous == [Some(lower(c)), Some(lower(c))];
        let repeated_mark = is_mark && quiet.ends_with(['!', '?']);
        if stretched {
            continue;
        }
        if repeated_mark {
            // A question stays a question.
            if c == '?' && quiet.ends_with('!') {
                quiet.pop();
                quiet.push('?');
            }
            continue;
        }
        if shouted {
            quiet.extend(c.to_lowercase());
        } else {
            quiet.push(c);
        }
        previous = [previous[1], Some(lower(c))];
    }
    // Exclaiming three times was shouting, once may be: a reproach ends with a full stop.
    if quiet.ends_with('!') && words.ends_with("!!") {
        quiet.pop();
        let trimmed = quiet.trim_end().len();
        quiet.truncate(trimmed);
        quiet.push('.');
    }
    let quiet = unstretch_pairs(&quiet, words);
    if at_start { crate::text::capitalise(&quiet) } else { quiet }
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Where three letters became two, one is the usual spelling.
fn unstretch_pairs(quiet: &str, words: &str) -> String {
    let lowered: String = words.chars().flat_map(char::to_lowercase).collect();
    let mut out = String::with_capacity(quiet.len());
    let mut last = None;
    for c in quiet.chars() {
        let triple: String = std::iter::repeat_n(lower(c), 3).collect();
        if last == Some(lower(c)) && c.is_alphabetic() && lowered.contains(&triple) {
            continue;
        }
        out.push(c);
        last = Some(lower(c));
    }
    out
}
