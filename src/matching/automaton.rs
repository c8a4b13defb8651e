//! The automaton the build makes of all patterns, run over the tokens of a sentence.

use std::ops::Range;

use super::symbol;
use crate::text::{Sentence, Text, Token, TokenKind};

#[allow(clippy::unreadable_literal)]
mod table {
    use super::{Output, Target};
    include!(concat!(env!("OUT_DIR"), "/automaton.rs"));
}

/// What a match means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A finding of the rule with this index.
    Rule(u16),
    /// Words that findings of this rule must leave alone.
    Allow(u16),
    /// A cue.
    Cue(u16),
    /// Words of the lexicon that together stand for this symbol.
    Phrase(u16),
}

/// A pattern, as far as its match goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    pub(crate) target: Target,
    /// 0 French, 1 English.
    pub(crate) language: u8,
    /// The pattern holds no negative word: a denied match is no match.
    pub(crate) negatable: bool,
    pub(crate) weight: u8,
    /// Index of a replacement of the pattern's own.
    pub(crate) fix: Option<u16>,
}

impl Output {
    /// The pattern's own replacement.
    pub(crate) fn replacement(&self) -> Option<&'static str> {
        self.fix.and_then(|index| table::FIXES.get(usize::from(index)).copied())
    }
}

/// A pattern that matched.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    pub(crate) output: &'static Output,
    /// First and last token of what is marked in it; of the whole where nothing is.
    pub(crate) first: u32,
    pub(crate) last: u32,
}

/// A pattern under way.
#[derive(Clone, Copy)]
struct Thread {
    state: u16,
    first: u32,
    marked_first: u32,
    marked_last: u32,
}

/// An entry of several words found in a sentence, read as one token of its class.
#[derive(Clone, Copy)]
struct Phrase {
    symbol: u16,
    first: u32,
    last: u32,
}

/// The start of patterns has the state 0, which is never searched; that of entries of several words has the next.
const PHRASE_START: u16 = 1;

/// Patterns under way at once. Real sentences have a few dozen; the bound keeps hostile ones cheap.
const MOST_THREADS: usize = 256;
const NOT_YET: u32 = u32::MAX;
/// The step at which states are entered without being noted.
const APART: u32 = 0;

/// Runs the automaton over sentences; keeps its buffers from one to the next.
#[derive(Default)]
pub(crate) struct Runner {
    active: Vec<Thread>,
    next: Vec<Thread>,
    /// For each state, the last step that entered it.
    entered: Vec<u32>,
    step: u32,
    phrases: Vec<Phrase>,
    /// Threads that are reading a phrase, with the token it ends at.
    reading: Vec<(u32, Thread)>,
}

impl Runner {
    /// Gives every match in a sentence to `found`.
    pub(crate) fn run(&mut self, text: &Text<'_>, sentence: &Sentence, found: &mut impl FnMut(Match)) {
        if self.entered.len() != table::EDGE_START.len() {
            self.entered = vec![0; table::EDGE_START.len()];
        }
        let offset = sentence.tokens.start as u32;
        let read = || {
            let tokens = text.tokens.get(sentence.tokens.clone()).unwrap_or_default();
            let symbols = text.symbols.get(sentence.tokens.clone()).unwrap_or_default();
            let indexed = tokens.iter().zip(symbols).zip(offset..);
            indexed.filter(|((token, _), _)| token.is_read()).map(|((token, symbols), at)| (token, *symbols, at))
        };
        self.find_phrases(read().map(|(_, symbols, at)| (symbols, at)));
        self.active.clear();
        self.reading.clear();
        self.next_step();
        self.begin(symbol::START, NOT_YET, offset);
        std::mem::swap(&mut self.active, &mut self.next);
        let mut last = offset;
        for (token, symbols, at) in read() {
            last = at;
            self.step(token, symbols, at);
            for thread in &self.active {
                report(*thread, at, found);
            }
        }
        self.end(sentence, last, found);
    }

    /// Finds the entries of several words in a sentence.
    fn find_phrases(&mut self, read: impl Iterator<Item = (&'static [u16], u32)>) {
        self.phrases.clear();
        self.active.clear();
        let start = edges(PHRASE_START);
        for (symbols, at) in read {
            self.next_step();
            for index in 0..self.active.len() {
                let Some(&thread) = self.active.get(index) else { break };
                self.follow(thread, symbols, at, at);
            }
            self.follow_edges(start.clone(), Thread::beginning(at), symbols, at, at);
            std::mem::swap(&mut self.active, &mut self.next);
            for thread in &self.active {
                for output in outputs(thread.state) {
                    if let Target::Phrase(symbol) = output.target
                        && self.phrases.len() < MOST_THREADS
                    {
                        self.phrases.push(Phrase { symbol, first: thread.first, last: at });
                    }
                }
            }
        }
        self.phrases.sort_by_key(|phrase| phrase.first);
    }

    fn next_step(&mut self) {
        self.step = self.step.wrapping_add(1);
        if self.step == APART {
            self.entered.fill(APART);
            self.step += 1;
        }
        self.next.clear();
    }

    /// Of two threads in the same state the one that began first is kept: it covers the other.
    fn push(&mut self, thread: Thread) {
        if let Some(last) = self.entered.get_mut(usize::from(thread.state))
            && (*last != self.step || self.step == APART)
            && self.next.len() < MOST_THREADS
        {
            if self.step != APART {
                *last = self.step;
            }
            self.next.push(thread);
        }
    }

    fn step(&mut self, token: &Token, symbols: &'static [u16], at: u32) {
        self.next_step();
        let passes_gap = !token.after_mark && !matches!(token.kind, TokenKind::Emoji);
        for index in 0..self.active.len() {
            let Some(&thread) = self.active.get(index) else { break };
            self.follow(thread, symbols, at, at);
            if passes_gap {
                self.follow(thread, &[symbol::ANY], at, at);
            }
        }
        for &symbol in symbols {
            self.begin(symbol, at, at);
        }
        self.step_phrases(at);
        std::mem::swap(&mut self.active, &mut self.next);
    }

    /// Threads set out over the phrases that begin here, and arrive from those that end here.
    fn step_phrases(&mut self, at: u32) {
        let from = self.phrases.partition_point(|phrase| phrase.first < at);
        let to = self.phrases.partition_point(|phrase| phrase.first <= at);
        for index in from..to {
            let Some(&phrase) = self.phrases.get(index) else { break };
            let arrived = self.next.len();
            // Each state may be entered at the end of the phrase as well as by its first word alone.
            let step = self.step;
            self.step = APART;
            for index in 0..self.active.len() {
                let Some(&thread) = self.active.get(index) else { break };
                self.follow(thread, &[phrase.symbol], phrase.first, phrase.last);
            }
            self.begin(phrase.symbol, phrase.first, phrase.last);
            self.step = step;
            let room = MOST_THREADS.saturating_sub(self.reading.len());
            let threads = self.next.drain(arrived..).take(room);
            self.reading.extend(threads.map(|thread| (phrase.last, thread)));
        }
        for index in 0..self.reading.len() {
            match self.reading.get(index) {
                Some(&(last, thread)) if last == at => self.push(thread),
                _ => {}
            }
        }
        self.reading.retain(|(last, _)| *last > at);
    }

    /// Takes the edges of a thread's state that read one of the symbols of the tokens `first..=last`.
    fn follow(&mut self, thread: Thread, symbols: &[u16], first: u32, last: u32) {
        self.follow_edges(edges(thread.state), thread, symbols, first, last);
    }

    fn follow_edges(&mut self, edges: Range<usize>, thread: Thread, symbols: &[u16], first: u32, last: u32) {
        let Some(read) = table::EDGE_SYMBOL.get(edges.clone()) else { return };
        // The shorter of the two sorted lists is gone through, the longer is searched.
        if read.len() <= symbols.len() {
            for (index, symbol) in read.iter().enumerate() {
                if symbols.binary_search(symbol).is_ok() {
                    self.take(edges.start + index, thread, first, last);
                }
            }
        } else {
            for &symbol in symbols {
                let from = read.partition_point(|&s| s < symbol);
                let same = read.get(from..).unwrap_or_default().iter().take_while(|&&s| s == symbol).count();
                for index in from..from + same {
                    self.take(edges.start + index, thread, first, last);
                }
            }
        }
    }

    fn take(&mut self, edge: usize, thread: Thread, first: u32, last: u32) {
        if let Some(&state) = table::EDGE_TARGET.get(edge) {
            self.push(Thread { state, ..thread }.entered(first, last));
        }
    }

    /// Starts the patterns whose first word is `symbol`, read at the tokens `first..=last`.
    fn begin(&mut self, symbol: u16, first: u32, last: u32) {
        let from = table::FIRST_EDGE.get(usize::from(symbol));
        let to = table::FIRST_EDGE.get(usize::from(symbol) + 1);
        let (Some(&from), Some(&to)) = (from, to) else { return };
        let at = if first == NOT_YET { last } else { first };
        for edge in usize::from(from)..usize::from(to) {
            self.take(edge, Thread::beginning(at), first, last);
        }
    }

    /// The sentence is over: the patterns that ask for its end.
    fn end(&mut self, sentence: &Sentence, last: u32, found: &mut impl FnMut(Match)) {
        let ends = [
            (true, symbol::END),
            (sentence.question, symbol::END_QUESTION),
            (sentence.exclamation, symbol::END_EXCLAMATION),
            (sentence.ellipsis, symbol::END_ELLIPSIS),
        ];
        for (_, symbol) in ends.into_iter().filter(|(holds, _)| *holds) {
            self.next_step();
            for index in 0..self.active.len() {
                let Some(&thread) = self.active.get(index) else { break };
                self.follow(thread, &[symbol], NOT_YET, NOT_YET);
            }
            for thread in &self.next {
                report(*thread, last, found);
            }
        }
    }
}

impl Thread {
    fn beginning(first: u32) -> Self {
        Self { state: 0, first, marked_first: NOT_YET, marked_last: NOT_YET }
    }

    /// Having read the tokens `first..=last`; `NOT_YET` where no token was read.
    fn entered(mut self, first: u32, last: u32) -> Self {
        let word = usize::from(self.state) / 32;
        let bit = 1u32 << (self.state % 32);
        if first != NOT_YET && table::MARKED.get(word).is_some_and(|bits| bits & bit != 0) {
            if self.marked_first == NOT_YET {
                self.marked_first = first;
            }
            self.marked_last = last;
        }
        self
    }
}

fn edges(state: u16) -> Range<usize> {
    let start = table::EDGE_START.get(usize::from(state)).map_or(0, |&e| e as usize);
    let end = table::EDGE_START.get(usize::from(state) + 1).map_or(0, |&e| e as usize);
    start..end
}

fn outputs(state: u16) -> impl Iterator<Item = &'static Output> {
    let start = table::ACCEPT_START.get(usize::from(state)).map_or(0, |&a| usize::from(a));
    let end = table::ACCEPT_START.get(usize::from(state) + 1).map_or(0, |&a| usize::from(a));
    let accepted = table::ACCEPTS.get(start..end).unwrap_or_default();
    accepted.iter().filter_map(|&index| table::OUTPUTS.get(usize::from(index)))
}

fn report(thread: Thread, at: u32, found: &mut impl FnMut(Match)) {
    for output in outputs(thread.state) {
        let marked = thread.marked_first != NOT_YET;
        found(Match {
            output,
            first: if marked { thread.marked_first } else { thread.first },
            last: if marked { thread.marked_last } else { at },
        });
    }
}
