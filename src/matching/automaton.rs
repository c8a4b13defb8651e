//! The automaton the build makes of all patterns, run over the tokens of a sentence.

use std::ops::Range;

use super::dictionary::Entry;
use super::memory::{Begun, Remembered, Sets, Word, Words};
use super::symbol;
use super::tables::{ALWAYS, Bits, Head, Pack, States, Tables, tables};
use crate::text::{Sentence, Text, TokenKind};
use crate::wire::Severity;

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
    /// The pattern holds no negative word: a denied match is no match.
    pub(crate) negatable: bool,
    pub(crate) weight: u8,
    /// What the comment answered must be for the pattern to count.
    pub(crate) when: When,
    /// The pattern's own severity, instead of its rule's.
    pub(crate) severity: Option<Severity>,
    /// A replacement of the pattern's own.
    pub(crate) fix: Option<&'static str>,
}

/// A condition on the comment that is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Always,
    /// Something went wrong for its author.
    Complaint,
    /// Someone is hurt, ill, dead or in danger.
    Grave,
    /// It insults, provokes or threatens.
    Abuse,
    /// It thanks or compliments.
    Praise,
}

impl When {
    /// As `build/sources.rs` numbers them.
    pub(crate) fn numbered(number: u32) -> Self {
        match number {
            1 => Self::Complaint,
            2 => Self::Grave,
            3 => Self::Abuse,
            4 => Self::Praise,
            _ => Self::Always,
        }
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
    state: u32,
    /// A pattern ends in that state.
    accepts: bool,
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

/// Patterns under way at once. Real sentences have a few dozen; the bound keeps hostile ones cheap.
const MOST_THREADS: usize = 256;
const NOT_YET: u32 = u32::MAX;
/// Any next word will do.
const EVERYTHING: Bits = Bits::ALL;
/// The step at which states are entered without being noted.
const APART: u32 = 0;
/// A start has an edge for each first word.
const MANY: usize = 8;

/// Runs the automaton over sentences; keeps its buffers from one to the next.
pub(crate) struct Runner {
    pack: Pack,
    tables: &'static Tables,
    /// The bit of the next word: a state that cannot go on with it is not entered.
    ahead: Bits,
    begun: Begun,
    sets: Sets,
    remembered: Remembered,
    /// The words of the sentence at hand.
    words: Words,
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
    /// A runner over the patterns of a language.
    pub(crate) fn new(pack: Pack) -> Self {
        let tables = tables(pack);
        Self {
            pack,
            tables,
            ahead: EVERYTHING,
            begun: Begun::default(),
            sets: Sets::new(tables.states.patterns.symbols()),
            remembered: Remembered::default(),
            words: Words::default(),
            active: Vec::new(),
            next: Vec::new(),
            entered: vec![APART; tables.states.heads.len()],
            step: APART,
            phrases: Vec::new(),
            reading: Vec::new(),
        }
    }
}

impl Runner {
    /// Gives every match in a sentence to `found`.
    pub(crate) fn run(&mut self, text: &Text<'_>, sentence: &Sentence, found: &mut impl FnMut(Match)) {
        let offset = sentence.tokens.start as u32;
        let mut words = std::mem::take(&mut self.words);
        words.clear(sentence);
        let tokens = text.tokens.get(sentence.tokens.clone()).unwrap_or_default();
        let entries = text.entries_in(self.pack, sentence.tokens.clone());
        for ((token, &entry), at) in tokens.iter().zip(entries).zip(0..) {
            if token.is_read() {
                let passes_gap = !token.after_mark && !matches!(token.kind, TokenKind::Emoji);
                words.push(Word { entry, at, passes_gap });
            }
        }
        let mut remembered = std::mem::take(&mut self.remembered);
        let matches = remembered.matches(&words, |matches| self.read(&words, sentence, matches));
        for &known in matches {
            found(Match { first: offset + known.first, last: offset + known.last, ..known });
        }
        self.remembered = remembered;
        self.words = words;
    }

    /// Finds every match in the words of a sentence.
    fn read(&mut self, words: &Words, sentence: &Sentence, found: &mut Vec<Match>) {
        self.find_phrases(words);
        self.active.clear();
        self.reading.clear();
        self.next_step();
        self.ahead = EVERYTHING;
        self.begin(symbol::START, NOT_YET, 0);
        std::mem::swap(&mut self.active, &mut self.next);
        let mut last = 0;
        let mut words = words.iter().peekable();
        while let Some(word) = words.next() {
            last = word.at;
            let next = words.peek().map(|next| next.entry);
            self.step(word, next);
            self.report(last, found);
        }
        self.ahead = EVERYTHING;
        self.end(sentence, last, found);
    }

    /// Finds the entries of several words in a sentence.
    fn find_phrases(&mut self, words: &Words) {
        self.ahead = EVERYTHING;
        self.phrases.clear();
        self.active.clear();
        for &Word { entry, at, .. } in words.iter() {
            if self.active.is_empty() && !entry.begins_phrase {
                continue;
            }
            self.next_step();
            self.follow_all(entry.symbols, at, at, false);
            let begun = if entry.begins_phrase { entry.beginning } else { &[] };
            for &symbol in begun {
                for edge in self.tables.states.phrases.edges(symbol) {
                    self.take(edge, Thread::beginning(at), at, at);
                }
            }
            std::mem::swap(&mut self.active, &mut self.next);
            for thread in self.active.iter().filter(|thread| thread.accepts) {
                for output in self.tables.outputs_of(thread.state) {
                    if let Target::Phrase(symbol) = output.target
                        && self.phrases.len() < MOST_THREADS
                    {
                        let phrase = Phrase { symbol, first: thread.first, last: at };
                        let place = self.phrases.partition_point(|known| known.first <= phrase.first);
                        self.phrases.insert(place, phrase);
                    }
                }
            }
        }
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
        if let Some(last) = self.entered.get_mut(thread.state as usize)
            && (*last != self.step || self.step == APART)
            && self.next.len() < MOST_THREADS
        {
            if self.step != APART {
                *last = self.step;
            }
            self.next.push(thread);
        }
    }

    fn step(&mut self, word: &Word, next: Option<Entry>) {
        let &Word { entry, at, passes_gap } = word;
        self.next_step();
        self.ahead = next.map_or(ALWAYS, |next| next.bit);
        self.follow_all(entry.symbols, at, at, passes_gap);
        self.begin_all(entry, next, at);
        if !self.phrases.is_empty() {
            self.step_phrases(at);
        }
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
            let (step, ahead) = (self.step, self.ahead);
            (self.step, self.ahead) = (APART, EVERYTHING);
            self.follow_all(&[phrase.symbol], phrase.first, phrase.last, false);
            self.begin(phrase.symbol, phrase.first, phrase.last);
            (self.step, self.ahead) = (step, ahead);
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

    /// Starts the patterns that begin with a word and can go on with the next.
    fn begin_all(&mut self, entry: Entry, next: Option<Entry>, at: u32) {
        if entry.beginning.is_empty() {
            return;
        }
        let mut known = std::mem::take(&mut self.begun);
        for &(state, marked, accepts) in known.states(self.tables, &mut self.sets, entry, next) {
            self.push(Thread { state, accepts, ..Thread::beginning(at) }.entered(marked, at, at));
        }
        self.begun = known;
    }

    /// All threads under way read the symbols of the tokens `first..=last`, and those in a gap may pass over them.
    fn follow_all(&mut self, symbols: &[u16], first: u32, last: u32, passes_gap: bool) {
        if self.active.is_empty() {
            return;
        }
        let active = std::mem::take(&mut self.active);
        let set = self.sets.of(symbols);
        for &thread in &active {
            match &set {
                Some(set) => self.follow(thread, symbols, first, last, |symbol| Sets::has(set, symbol)),
                None => self.follow(thread, symbols, first, last, |symbol| symbols.contains(&symbol)),
            }
            if passes_gap {
                self.pass(thread, last);
            }
        }
        self.active = active;
    }

    /// Takes the edges of a thread's state that read one of the symbols of the tokens `first..=last`.
    fn follow(
        &mut self,
        thread: Thread,
        symbols: &[u16],
        first: u32,
        last: u32,
        is_read: impl Fn(u16) -> bool,
    ) {
        let tables = self.tables;
        let edges = tables.states.edges(thread.state);
        let Some(read) = tables.states.edge_symbol.get(edges.clone()) else { return };
        if read.len() > symbols.len() * MANY {
            for &symbol in symbols {
                let from = read.partition_point(|&s| s < symbol);
                let same = read.get(from..).unwrap_or_default().iter().take_while(|&&s| s == symbol).count();
                for index in from..from + same {
                    self.take(edges.start + index, thread, first, last);
                }
            }
            return;
        }
        for (edge, &symbol) in edges.zip(read) {
            if is_read(symbol) {
                self.take(edge, thread, first, last);
            }
        }
    }

    /// Takes the edges that pass over any word; they are the last of a state.
    fn pass(&mut self, thread: Thread, at: u32) {
        let states = &self.tables.states;
        let edges = states.edges(thread.state);
        let read = states.edge_symbol.get(edges.clone()).unwrap_or_default();
        for back in 1..=read.iter().rev().take_while(|&&s| s == symbol::ANY).count() {
            self.take(edges.end - back, thread, at, at);
        }
    }

    fn take(&mut self, edge: usize, thread: Thread, first: u32, last: u32) {
        let states = &self.tables.states;
        if let Some(&state) = states.edge_target.get(edge)
            && let Some(head) = states.heads.get(state as usize)
            && head.goes_on_with.has(self.ahead)
        {
            let &Head { marked, accepts, .. } = head;
            self.push(Thread { state, accepts, ..thread }.entered(marked, first, last));
        }
    }

    /// Starts the patterns whose first word is `symbol`, read at the tokens `first..=last`.
    fn begin(&mut self, symbol: u16, first: u32, last: u32) {
        let at = if first == NOT_YET { last } else { first };
        for edge in self.tables.states.patterns.edges(symbol) {
            self.take(edge, Thread::beginning(at), first, last);
        }
    }

    /// The sentence is over: the patterns that ask for its end.
    fn end(&mut self, sentence: &Sentence, last: u32, found: &mut Vec<Match>) {
        let ends = [
            (true, symbol::END),
            (sentence.question, symbol::END_QUESTION),
            (sentence.exclamation, symbol::END_EXCLAMATION),
            (sentence.ellipsis, symbol::END_ELLIPSIS),
        ];
        for (_, symbol) in ends.into_iter().filter(|(holds, _)| *holds) {
            self.next_step();
            self.follow_all(&[symbol], NOT_YET, NOT_YET, false);
            std::mem::swap(&mut self.active, &mut self.next);
            self.report(last, found);
            std::mem::swap(&mut self.active, &mut self.next);
        }
    }

    /// The patterns that end with the word just read.
    fn report(&self, at: u32, found: &mut Vec<Match>) {
        for thread in self.active.iter().filter(|thread| thread.accepts) {
            let marked = thread.marked_first != NOT_YET;
            found.extend(self.tables.outputs_of(thread.state).map(|output| Match {
                output,
                first: if marked { thread.marked_first } else { thread.first },
                last: if marked { thread.marked_last } else { at },
            }));
        }
    }
}

impl Thread {
    fn beginning(first: u32) -> Self {
        Self { state: 0, accepts: false, first, marked_first: NOT_YET, marked_last: NOT_YET }
    }

    /// Having read the tokens `first..=last`; `NOT_YET` where no token was read.
    fn entered(mut self, marked: bool, first: u32, last: u32) -> Self {
        if marked && first != NOT_YET {
            if self.marked_first == NOT_YET {
                self.marked_first = first;
            }
            self.marked_last = last;
        }
        self
    }
}

impl States {
    /// The edges of a state.
    pub(super) fn edges(&self, state: u32) -> Range<usize> {
        let start = self.heads.get(state as usize).map_or(0, |head| head.edges as usize);
        let end = self.heads.get(state as usize + 1).map_or(0, |head| head.edges as usize);
        start..end
    }
}

impl Output {
    /// The symbol of the entries of several words it stands for, if it does.
    pub(crate) fn phrase(&self) -> Option<u16> {
        match self.target {
            Target::Phrase(symbol) => Some(symbol),
            _ => None,
        }
    }
}

impl Tables {
    /// What a state means, where a pattern ends in it.
    fn outputs_of(&'static self, state: u32) -> impl Iterator<Item = &'static Output> {
        let start = self.states.accept_start.get(state as usize).map_or(0, |&a| a as usize);
        let end = self.states.accept_start.get(state as usize + 1).map_or(0, |&a| a as usize);
        let accepted = self.states.accepts.get(start..end).unwrap_or_default();
        accepted.iter().filter_map(|&index| self.outputs.get(usize::from(index)))
    }
}
