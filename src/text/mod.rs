//! A text, read once: folded, cut into tokens and sentences, each sentence with its language.

mod accent;
mod clause;
pub(crate) mod fold;
mod negation;
mod quotation;
mod sentence;
pub(crate) mod span;
pub(crate) mod token;

use std::ops::Range;

use crate::language::{self, Language};
use crate::matching::dictionary::Entry;
use crate::matching::tables::{PACKS, Pack};
use crate::matching::{dictionary, scan};

pub(crate) use clause::clause_around;
pub(crate) use sentence::Sentence;
pub(crate) use token::{Token, TokenKind};

/// A text and all that is known of it before any rule is asked.
pub(crate) struct Text<'t> {
    /// As given.
    pub(crate) source: &'t str,
    /// In order.
    pub(crate) tokens: Vec<Token>,
    /// In order; together they hold every token.
    pub(crate) sentences: Vec<Sentence>,
    /// For each language there are patterns for and each token, what the automaton reads; empty where the token's
    /// sentence is in another language.
    entries: [Vec<Entry>; 2],
    language: Language,
    folded: fold::Folded,
}

impl<'t> Text<'t> {
    /// Reads a text; `hint` is the language expected where the words do not tell.
    pub(crate) fn read(source: &'t str, hint: Option<Language>) -> Self {
        let folded = fold::fold(source);
        let mut tokens = token::tokenise(source, &folded);
        let mut sentences = sentence::split(&tokens, &folded);
        quotation::mark(&mut tokens, source);
        for sentence in &sentences {
            if let Some(tokens) = tokens.get_mut(sentence.tokens.clone()) {
                negation::mark(tokens, &folded);
            }
        }
        let votes = votes(&tokens, &folded);
        let language = language::tell(&mut sentences, &votes, &tokens, hint);
        let entries = entries(&tokens, &sentences, &folded);
        Self { source, tokens, sentences, entries, language, folded }
    }

    /// The main language.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The tokens of a range; empty where the range is out of bounds.
    pub(crate) fn tokens_in(&self, range: Range<usize>) -> &[Token] {
        self.tokens.get(range).unwrap_or_default()
    }

    /// What the automaton of a language reads, token by token.
    pub(crate) fn entries_in(&self, pack: Pack, tokens: Range<usize>) -> &[Entry] {
        self.entries.get(pack as usize).and_then(|entries| entries.get(tokens)).unwrap_or_default()
    }

    /// For each token, the languages it is a small word of.
    pub(crate) fn votes(&self) -> Vec<&'static [u16]> {
        votes(&self.tokens, &self.folded)
    }

    /// The letters of a token, folded.
    pub(crate) fn letters(&self, token: &Token) -> &[u8] {
        letters(&self.folded, token)
    }

    /// Whether a token is a word that patterns or lists of its sentence's language know.
    pub(crate) fn is_known(&self, at: usize) -> bool {
        self.entries.iter().any(|entries| entries.get(at).is_some_and(|entry| !entry.symbols.is_empty()))
    }

    /// The accents of a token's letters, comparable with those of a dictionary.
    pub(crate) fn accents(&self, token: &Token) -> u64 {
        self.folded.accents(token.folded_start as usize..token.folded_end as usize)
    }

    /// The source from the start of one token to the end of another.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Range<usize> {
        match self.tokens_in(tokens) {
            [] => 0..0,
            [first, .., last] => first.start as usize..self.trimmed_end(first, last),
            [only] => only.start as usize..self.trimmed_end(only, only),
        }
    }

    /// The end of the last token, without the invisible characters that follow it.
    fn trimmed_end(&self, first: &Token, last: &Token) -> usize {
        let (start, end) = (first.start as usize, last.end as usize);
        let invisible = |c: char| matches!(c, '\u{200B}'..='\u{200C}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}');
        self.source.get(start..end).map_or(end, |s| start + s.trim_end_matches(invisible).len())
    }
}

fn votes(tokens: &[Token], folded: &fold::Folded) -> Vec<&'static [u16]> {
    tokens.iter().map(|token| dictionary::votes_of(token, folded)).collect()
}

/// Looks the tokens of each sentence up in the languages it is read in.
fn entries(tokens: &[Token], sentences: &[Sentence], folded: &fold::Folded) -> [Vec<Entry>; 2] {
    PACKS.map(|pack| {
        let mut entries: Vec<Entry> = Vec::new();
        for sentence in sentences.iter().filter(|sentence| scan::packs_for(sentence).contains(&pack)) {
            // Tokens of sentences in between are not read.
            entries.resize(sentence.tokens.start, Entry::UNKNOWN);
            let read = tokens.get(sentence.tokens.clone()).unwrap_or_default();
            entries.extend(read.iter().map(|token| dictionary::symbols_of(pack, token, folded)));
        }
        entries
    })
}

fn letters<'f>(folded: &'f fold::Folded, token: &Token) -> &'f [u8] {
    folded.bytes.get(token.folded_start as usize..token.folded_end as usize).unwrap_or_default()
}

/// The text with its first letter in upper case.
pub(crate) fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The text with its first letter in lower case.
pub(crate) fn uncapitalise(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
