//! The tables as bytes, deflated: `src/matching/tables.rs` reads them in the same order.
//!
//! Numbers are LEB128, most of them differences from the number before, which deflate packs well: the tables
//! take a third of what they would as arrays, for about a millisecond when the first text is read.

use crate::automaton::{Automaton, Target};
use crate::symbols::{Symbols, special};

/// Bytes under construction.
#[derive(Default)]
pub(crate) struct Blob {
    bytes: Vec<u8>,
}

impl Blob {
    fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    fn count(&mut self, value: usize) {
        self.number(value as u64);
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// A sorted list, as differences.
    fn ascending(&mut self, values: impl ExactSizeIterator<Item = u16>) {
        self.count(values.len());
        let mut before = 0;
        for value in values {
            self.number(u64::from(value - before));
            before = value;
        }
    }

    /// Words → symbols. Each distinct list of symbols is written once.
    pub(crate) fn dictionary(&mut self, symbols: &Symbols) {
        let mut lists: Vec<Vec<u16>> = Vec::new();
        let mut numbers = std::collections::BTreeMap::new();
        let mut list_number = |list: Vec<u16>| -> u64 {
            *numbers.entry(list.clone()).or_insert_with(|| {
                lists.push(list);
                lists.len() as u64 - 1
            })
        };
        let mut words = Blob::default();
        words.count(symbols.words.len());
        let mut before = "";
        for (word, forms) in &symbols.words {
            let shared = word.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
            words.count(shared);
            words.count(word.len() - shared);
            words.bytes.extend_from_slice(&word.as_bytes()[shared..]);
            let mut all: Vec<u16> = forms.values().flatten().copied().collect();
            all.sort_unstable();
            all.dedup();
            words.number(list_number(all));
            words.number(u64::from(symbols.masking.get(word).copied().unwrap_or(0)));
            let accented: Vec<_> = forms.iter().filter(|(accents, _)| **accents != 0).collect();
            words.count(accented.len());
            for (&accents, attached) in accented {
                words.number(accents);
                words.number(list_number(attached.iter().copied().collect()));
            }
            before = word;
        }
        self.count(lists.len());
        for list in &lists {
            self.ascending(list.iter().copied());
        }
        self.bytes.extend(words.bytes);
    }

    pub(crate) fn automaton(&mut self, automaton: &Automaton) {
        self.count(automaton.states.len());
        for (number, state) in automaton.states.iter().enumerate() {
            self.count(state.edges.len() * 2 + usize::from(state.marked));
            let mut before = 0;
            for &(symbol, target) in &state.edges {
                // Any word, the last symbol of all, is written as one past the others.
                let symbol = if symbol == special::ANY { automaton.symbols as u16 } else { symbol };
                self.number(u64::from(symbol - before));
                before = symbol;
                // A state is numbered after those it leads to, but for the two starts.
                self.count(if number < 2 { target } else { number - target });
            }
            self.ascending(state.accepts.iter().map(|&output| output as u16));
        }
        self.count(automaton.symbols);
        self.outputs(automaton);
    }

    fn outputs(&mut self, automaton: &Automaton) {
        self.count(automaton.outputs.len());
        for output in &automaton.outputs {
            let (kind, index) = match output.target {
                Target::Rule(index) => (0, index),
                Target::Allow(index) => (1, index),
                Target::Cue(index) => (2, index),
                Target::Phrase(symbol) => (3, usize::from(symbol)),
            };
            self.number(kind);
            self.count(index);
            self.number(u64::from(output.language));
            self.number(u64::from(output.negatable));
            self.number(u64::from(output.weight));
            self.number(u64::from(output.fix.is_some()));
            if let Some(fix) = &output.fix {
                self.text(fix);
            }
        }
    }

    /// The bytes, deflated, after their length.
    pub(crate) fn deflated(&self) -> Vec<u8> {
        let mut out = (self.bytes.len() as u32).to_le_bytes().to_vec();
        out.extend(miniz_oxide::deflate::compress_to_vec(&self.bytes, 10));
        out
    }
}
