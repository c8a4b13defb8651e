//! What the automaton reads: each token of a text is seen as a few symbols (its word, its classes).

use std::collections::{BTreeMap, BTreeSet};

use crate::fold::{FoldedWord, fold_word};

pub(crate) type Symbol = u16;

/// Symbols that stand for no word. The core knows them by the same numbers (`src/matching/symbol.rs`).
pub(crate) mod special {
    use super::Symbol;
    pub(crate) const START: Symbol = 0;
    pub(crate) const END: Symbol = 1;
    pub(crate) const END_QUESTION: Symbol = 2;
    pub(crate) const END_EXCLAMATION: Symbol = 3;
    pub(crate) const END_ELLIPSIS: Symbol = 4;
    pub(crate) const NUMBER: Symbol = 5;
    pub(crate) const URL: Symbol = 6;
    pub(crate) const MENTION: Symbol = 7;
    pub(crate) const HASHTAG: Symbol = 8;
    pub(crate) const EMAIL: Symbol = 9;
    pub(crate) const EMOJI: Symbol = 10;
    /// Votes for a language, in the order of `languages::CODES`.
    pub(crate) const LANGUAGES: Symbol = 16;
    pub(crate) const FIRST_FREE: Symbol = 32;
    pub(crate) const ANY: Symbol = Symbol::MAX;
}

/// Every word the core can recognise, with the symbols it stands for.
pub(crate) struct Symbols {
    next: Symbol,
    literals: BTreeMap<FoldedWord, Symbol>,
    groups: BTreeMap<BTreeSet<FoldedWord>, Symbol>,
    classes: BTreeMap<String, Symbol>,
    /// letters → accents → symbols
    pub(crate) words: BTreeMap<String, BTreeMap<u64, BTreeSet<Symbol>>>,
    /// Words that are recognised masked too: 1 with one letter hidden, 2 with several.
    pub(crate) masking: BTreeMap<String, u8>,
}

impl Symbols {
    pub(crate) fn new() -> Self {
        Self {
            next: special::FIRST_FREE,
            literals: BTreeMap::new(),
            groups: BTreeMap::new(),
            classes: BTreeMap::new(),
            words: BTreeMap::new(),
            masking: BTreeMap::new(),
        }
    }

    fn fresh(&mut self) -> Symbol {
        let symbol = self.next;
        assert!(symbol < special::ANY - 1, "too many symbols for 16 bits");
        self.next += 1;
        symbol
    }

    /// How many symbols there are.
    pub(crate) fn count(&self) -> usize {
        usize::from(self.next)
    }

    /// The symbol of a word written in a pattern.
    pub(crate) fn literal(&mut self, word: &str) -> Symbol {
        let folded = fold_word(word);
        if let Some(&known) = self.literals.get(&folded) {
            return known;
        }
        let symbol = self.fresh();
        self.literals.insert(folded.clone(), symbol);
        self.attach(&folded, symbol);
        symbol
    }

    /// The one symbol of the words of a choice, whichever is read.
    pub(crate) fn group(&mut self, words: &BTreeSet<FoldedWord>) -> Symbol {
        if let Some(&known) = self.groups.get(words) {
            return known;
        }
        let symbol = self.fresh();
        self.groups.insert(words.clone(), symbol);
        for word in words {
            self.attach(word, symbol);
        }
        symbol
    }

    /// The symbol of a word class.
    pub(crate) fn class(&mut self, name: &str) -> Symbol {
        if let Some(&known) = self.classes.get(name) {
            return known;
        }
        let symbol = self.fresh();
        self.classes.insert(name.to_owned(), symbol);
        symbol
    }

    /// Makes a word stand for a symbol.
    pub(crate) fn attach(&mut self, word: &FoldedWord, symbol: Symbol) {
        let form = self.words.entry(word.letters.clone()).or_default().entry(word.accents).or_default();
        form.insert(symbol);
        // A number that a pattern names (`06`, `2`) is still a number.
        if word.letters.starts_with(|c: char| c.is_ascii_digit()) {
            form.insert(special::NUMBER);
        } else if !word.letters.starts_with(char::is_alphanumeric) {
            form.insert(special::EMOJI);
        }
    }
}
