//! The tables as streams of bytes, deflated: `src/matching/tables.rs` reads them in the same order.

use std::collections::BTreeMap;

use crate::automaton::{Automaton, Target};
use crate::phrases::Bank;
use crate::sources::{LANGUAGES, RuleFile};
use crate::streams::{self as stream, ABSENT, FIELD, RECORD, SECTION};
use crate::symbols::{Symbol, Symbols, special};

/// The streams under construction.
pub(crate) struct Blob {
    streams: Vec<Vec<u8>>,
    /// Old number of a symbol → new.
    renumbered: BTreeMap<Symbol, Symbol>,
}

impl Blob {
    pub(crate) fn new() -> Self {
        Self { streams: vec![Vec::new(); stream::COUNT], renumbered: BTreeMap::new() }
    }

    /// LEB128.
    fn number(&mut self, stream: usize, value: impl TryInto<u64>) {
        let mut value: u64 = value.try_into().unwrap_or_else(|_| panic!("not a number for stream {stream}"));
        while value >= 0x80 {
            self.streams[stream].push(value as u8 | 0x80);
            value >>= 7;
        }
        self.streams[stream].push(value as u8);
    }

    fn symbol(&self, old: Symbol) -> Symbol {
        if old < special::FIRST_FREE || old == special::ANY {
            return old;
        }
        *self.renumbered.get(&old).unwrap_or_else(|| panic!("symbol {old} belongs to no word"))
    }

    /// Words → symbols.
    ///
    /// Most symbols belong to one word only: they are numbered in the order of the words, so that they need not
    /// be written at all.
    pub(crate) fn dictionary(&mut self, symbols: &Symbols) {
        let mut words_of: BTreeMap<Symbol, usize> = BTreeMap::new();
        let all_of = |word: &str| -> Vec<Symbol> {
            let mut all: Vec<Symbol> = symbols.words[word].values().flatten().copied().collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        for word in symbols.words.keys() {
            for symbol in all_of(word) {
                *words_of.entry(symbol).or_default() += 1;
            }
        }
        let is_own = |s: &Symbol| *s >= special::FIRST_FREE && words_of.get(s) == Some(&1);
        for word in symbols.words.keys() {
            for symbol in all_of(word).into_iter().filter(is_own) {
                let next = special::FIRST_FREE + self.renumbered.len() as Symbol;
                self.renumbered.insert(symbol, next);
            }
        }
        let own_count = self.renumbered.len();
        // Classes of entries of several words only, and symbols no word has left, follow with the shared ones.
        for symbol in special::FIRST_FREE..symbols.count() as Symbol {
            let next = special::FIRST_FREE + self.renumbered.len() as Symbol;
            self.renumbered.entry(symbol).or_insert(next);
        }

        let mut lists: BTreeMap<Vec<Symbol>, usize> = BTreeMap::new();
        let mut in_order: Vec<Vec<Symbol>> = Vec::new();
        self.number(stream::KIND, symbols.words.len());
        self.number(stream::KIND, own_count);
        let mut before = "";
        for (word, forms) in &symbols.words {
            let shared = word.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
            self.number(stream::SHARED, shared);
            self.number(stream::LENGTH, word.len() - shared);
            self.streams[stream::LETTERS].extend_from_slice(&word.as_bytes()[shared..]);
            let (own, others): (Vec<Symbol>, Vec<Symbol>) = all_of(word).into_iter().partition(is_own);
            let mut others: Vec<Symbol> = others.into_iter().map(|s| self.symbol(s)).collect();
            others.sort_unstable();
            let list = *lists.entry(others.clone()).or_insert_with(|| {
                in_order.push(others);
                in_order.len() - 1
            });
            let accented: Vec<_> = forms.iter().filter(|(accents, _)| **accents != 0).collect();
            let masking = symbols.masking.get(word).copied().unwrap_or(0);
            let kind = own.len() * 16 + usize::from(masking) * 4 + usize::from(!accented.is_empty());
            self.number(stream::KIND, kind);
            self.number(stream::LIST, list);
            if !accented.is_empty() {
                self.number(stream::FORM, accented.len());
            }
            for (&accents, attached) in accented {
                let same = attached.len() == own.len() + in_order[list].len();
                for part in 0..3 {
                    self.number(stream::FORM, accents >> (21 * part) & 0x1F_FFFF);
                }
                self.number(stream::FORM, u64::from(!same));
                if !same {
                    let mut symbols: Vec<Symbol> = attached.iter().map(|&s| self.symbol(s)).collect();
                    symbols.sort_unstable();
                    self.number(stream::FORM, symbols.len());
                    for symbol in symbols {
                        self.number(stream::FORM, symbol);
                    }
                }
            }
            before = word;
        }
        self.number(stream::LIST_LENGTH, in_order.len());
        for list in &in_order {
            self.number(stream::LIST_LENGTH, list.len());
            let mut before = 0;
            for &symbol in list {
                self.number(stream::LIST_SYMBOL, symbol - before);
                before = symbol;
            }
        }
    }

    pub(crate) fn automaton(&mut self, automaton: &Automaton) {
        self.number(stream::STATE, automaton.states.len());
        for (number, state) in automaton.states.iter().enumerate() {
            let ends = usize::from(!state.accepts.is_empty());
            self.number(stream::STATE, state.edges.len() * 4 + usize::from(state.marked) * 2 + ends);
            let mut edges: Vec<(Symbol, usize)> =
                state.edges.iter().map(|&(symbol, target)| (self.symbol(symbol), target)).collect();
            edges.sort_unstable();
            let mut before = 0;
            for (symbol, target) in edges {
                self.number(stream::EDGE_SYMBOL, symbol - before);
                before = symbol;
                // A state is numbered after those it leads to, but for the two starts.
                self.number(stream::EDGE_TARGET, if number < 2 { target } else { number - target });
            }
            if ends == 1 {
                self.number(stream::ACCEPT, state.accepts.len());
                for &output in &state.accepts {
                    self.number(stream::ACCEPT, output);
                }
            }
        }
        self.outputs(automaton);
    }

    fn outputs(&mut self, automaton: &Automaton) {
        self.number(stream::OUTPUT, automaton.outputs.len());
        let mut fixes: Vec<&str> = Vec::new();
        for output in &automaton.outputs {
            let (kind, index) = match output.target {
                Target::Rule(index) => (0, index),
                Target::Allow(index) => (1, index),
                Target::Cue(index) => (2, index),
                Target::Phrase(symbol) => (3, usize::from(self.symbol(symbol))),
            };
            let fix = output.fix.as_deref().map_or(0, |fix| {
                let known = fixes.iter().position(|f| *f == fix);
                1 + known.unwrap_or_else(|| {
                    fixes.push(fix);
                    fixes.len() - 1
                })
            });
            let flags = kind << 1 | usize::from(output.negatable);
            let when = usize::from(output.when) << 3 | usize::from(output.severity);
            for value in [flags, index, usize::from(output.weight), when, fix] {
                self.number(stream::OUTPUT, value);
            }
        }
        self.section(fixes.iter().map(|fix| vec![(*fix).to_owned()]));
    }

    /// The sentences of the rules, then of each bank: one section a language.
    pub(crate) fn texts(&mut self, rules: &[RuleFile], banks: &[Bank]) {
        for language in LANGUAGES {
            self.section(rules.iter().map(|rule| {
                let texts = rule.texts(language);
                let fix = texts.fix.as_deref().unwrap_or(ABSENT);
                [&texts.message, &texts.why, &texts.label, &rule.source]
                    .map(String::as_str)
                    .map(str::to_owned)
                    .into_iter()
                    .chain([fix.to_owned()])
                    .collect()
            }));
        }
        for bank in banks {
            self.section(
                bank.iter().map(|(key, phrases)| std::iter::once(key).chain(phrases).cloned().collect()),
            );
        }
    }

    fn section(&mut self, records: impl Iterator<Item = Vec<String>>) {
        let records: Vec<String> = records.map(|fields| fields.join(&FIELD.to_string())).collect();
        let mut text = records.join(&RECORD.to_string());
        text.push(SECTION);
        self.streams[stream::TEXT].extend(text.into_bytes());
    }

    /// Each stream: its length, its length deflated, its bytes deflated; an empty one is but a length.
    pub(crate) fn packed(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for bytes in &self.streams {
            if bytes.is_empty() {
                out.extend(0_u32.to_le_bytes());
                continue;
            }
            let deflated = miniz_oxide::deflate::compress_to_vec(bytes, 10);
            out.extend((bytes.len() as u32).to_le_bytes());
            out.extend((deflated.len() as u32).to_le_bytes());
            out.extend(deflated);
        }
        out
    }

    /// Bytes of each stream, for people who look into the build's folder.
    pub(crate) fn summary(&self) -> String {
        self.streams
            .iter()
            .enumerate()
            .filter(|(_, bytes)| !bytes.is_empty())
            .map(|(number, bytes)| {
                let deflated = miniz_oxide::deflate::compress_to_vec(bytes, 10).len();
                format!("stream {number}: {} bytes, {deflated} deflated\n", bytes.len())
            })
            .collect()
    }
}
