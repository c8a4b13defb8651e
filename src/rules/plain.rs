//! What the rules with code share: a finding with the fix of its file, and the words of a text.

use std::ops::Range;

use super::{Found, RuleId, texts};
use crate::check::Context;
use crate::language::Language;
use crate::matching::Hit;
use crate::text::{Token, TokenKind};
use crate::wire::Locale;

/// The language in which something is added: the draft's, or that of the comment where the draft does not tell.
pub(super) fn language(context: &Context<'_>) -> Language {
    match context.text.language() {
        Language::Unknown => context.comment.map_or(Language::Unknown, |c| c.text.language()),
        told => told,
    }
}

/// The language the fixes are written in.
pub(super) fn locale(context: &Context<'_>) -> Locale {
    if language(context) == Language::En { Locale::En } else { Locale::Fr }
}

/// A finding over these bytes, with the fix of the rule's file.
pub(super) fn found(context: &Context<'_>, rule: RuleId, span: Range<usize>) -> Found {
    let fix = texts(rule, locale(context)).and_then(|texts| texts.fix);
    Found { rule, span, replacement: fix.map(str::to_owned), severity: None }
}

/// The letters of the token at an index; empty where there is none.
pub(super) fn letters<'c>(context: &'c Context<'_>, at: usize) -> &'c [u8] {
    context.text.tokens.get(at).map_or(&[], |token| context.text.letters(token))
}

/// Whether one of the tokens is one of the words.
pub(super) fn has_any(context: &Context<'_>, tokens: Range<usize>, words: &[&str]) -> bool {
    tokens.into_iter().any(|at| is_one_of(letters(context, at), words))
}

/// Whether a word is one of the words.
pub(super) fn is_one_of(word: &[u8], words: &[&str]) -> bool {
    // The first letter first: it settles most of them without a call.
    words.iter().any(|known| known.as_bytes().first() == word.first() && known.as_bytes() == word)
}

/// Words and numbers: what is said, without marks, links and handles.
pub(super) fn is_said(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number)
}

/// Whether the customer wrote this word first.
pub(super) fn is_in_comment(context: &Context<'_>, word: &[u8]) -> bool {
    context
        .comment
        .is_some_and(|comment| comment.text.tokens.iter().any(|token| comment.text.letters(token) == word))
}

/// Longer words and numbers carry what is told.
fn is_telling(context: &Context<'_>, at: usize) -> bool {
    letters(context, at).len() >= 6
        || context.text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
}

/// Whether the customer wrote all the longer words of a match first: then nothing new is said.
pub(super) fn repeats_the_comment(context: &Context<'_>, hit: &Hit) -> bool {
    let mut telling =
        hit.tokens.clone().filter(|&at| is_telling(context, at)).map(|at| letters(context, at)).peekable();
    telling.peek().is_some() && telling.all(|word| is_in_comment(context, word))
}
