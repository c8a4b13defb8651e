//! The automaton the build makes of all patterns, run over the tokens of a sentence.

use std::ops::Range;

use super::dictionary::Entry;
use super::symbol;
use super::tables::{ALWAYS, Pack, States, Tables, tables};
use crate::text::{Sentence, Text, Token, TokenKind};
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

/// Patterns under way at once. Real sentences have a few dozen; the bound keeps hostile ones cheap.
const MOST_THREADS: usize = 256;
const NOT_YET: u32 = u32::MAX;
/// Any next word will do.
const EVERYTHING: u64 = u64::MAX;
/// The step at which states are entered without being noted.
const APART: u32 = 0;

/// Runs the automaton over sentences; keeps its buffers from one to the next.
pub(crate) struct Runner {
    pack: Pack,
    tables: &'static Tables,
    /// The bit of the next word: a state that cannot go on with it is not entered.
    ahead: u64,
    begun: Begun,
    active: Vec<Thread>,
    next: Vec<Thread>,
    /// For each state, the last step that entered it.
    entered: Vec<u32>,
    step: u32,
    /// For each symbol, the last time it was read: whether a token has it is then one look-up.
    read: Vec<u32>,
    reading_number: u32,
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
            active: Vec::new(),
            next: Vec::new(),
            entered: vec![APART; tables.states.marked.len()],
            step: APART,
            read: vec![0; tables.states.patterns.symbols()],
            reading_number: 0,
            phrases: Vec::new(),
            reading: Vec::new(),
        }
    }
}

impl Runner {
    /// Gives every match in a sentence to `found`.
    pub(crate) fn run(&mut self, text: &Text<'_>, sentence: &Sentence, found: &mut impl FnMut(Match)) {
        let offset = sentence.tokens.start as u32;
        let pack = self.pack;
        let read = || {
            let tokens = text.tokens.get(sentence.tokens.clone()).unwrap_or_default();
            let entries = text.entries_in(pack, sentence.tokens.clone());
            let indexed = tokens.iter().zip(entries).zip(offset..);
            indexed.filter(|((token, _), _)| token.is_read()).map(|((token, entry), at)| (token, *entry, at))
        };
        self.find_phrases(read().map(|(_, entry, at)| (entry, at)));
        self.active.clear();
        self.reading.clear();
        self.next_step();
        self.ahead = EVERYTHING;
        self.begin(symbol::START, NOT_YET, offset);
        std::mem::swap(&mut self.active, &mut self.next);
        let mut last = offset;
        let mut words = read().peekable();
        while let Some((token, entry, at)) = words.next() {
            last = at;
            self.ahead = words.peek().map_or(ALWAYS, |(_, next, _)| next.bit);
            self.step(token, entry, at);
            for thread in &self.active {
                self.report(*thread, at, found);
            }
        }
        self.ahead = EVERYTHING;
        self.end(sentence, last, found);
    }

    /// Finds the entries of several words in a sentence.
    fn find_phrases(&mut self, read: impl Iterator<Item = (Entry, u32)>) {
        self.ahead = EVERYTHING;
        self.phrases.clear();
        self.active.clear();
        for (entry, at) in read {
            self.next_step();
            if !self.active.is_empty() {
                self.note(entry.symbols);
            }
            for index in 0..self.active.len() {
                let Some(&thread) = self.active.get(index) else { break };
                self.follow(thread, entry.symbols, at, at);
            }
            let begun = if entry.begins_phrase { entry.beginning } else { &[] };
            for &symbol in begun {
                for edge in self.tables.states.phrases.edges(symbol) {
                    self.take(edge, Thread::beginning(at), at, at);
                }
            }
            std::mem::swap(&mut self.active, &mut self.next);
            for thread in &self.active {
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

    fn step(&mut self, token: &Token, entry: Entry, at: u32) {
        self.next_step();
        if !self.active.is_empty() {
            self.note(entry.symbols);
        }
        let passes_gap = !token.after_mark && !matches!(token.kind, TokenKind::Emoji);
        for index in 0..self.active.len() {
            let Some(&thread) = self.active.get(index) else { break };
            self.follow(thread, entry.symbols, at, at);
            if passes_gap {
                self.pass(thread, at);
            }
        }
        self.begin_all(entry, at);
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
            let (step, ahead) = (self.step, self.ahead);
            (self.step, self.ahead) = (APART, EVERYTHING);
            for index in 0..self.active.len() {
                let Some(&thread) = self.active.get(index) else { break };
                self.follow(thread, &[phrase.symbol], phrase.first, phrase.last);
            }
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
    fn begin_all(&mut self, entry: Entry, at: u32) {
        if entry.beginning.is_empty() {
            return;
        }
        let mut known = std::mem::take(&mut self.begun);
        for &state in known.states(self.tables, entry, self.ahead) {
            let marked = self.tables.states.marked.get(usize::from(state)).copied().unwrap_or_default();
            self.push(Thread { state, ..Thread::beginning(at) }.entered(marked, at, at));
        }
        self.begun = known;
    }

    /// Takes the edges of a thread's state that read one of the symbols of the tokens `first..=last`.
    fn follow(&mut self, thread: Thread, symbols: &[u16], first: u32, last: u32) {
        let tables = self.tables;
        let edges = tables.states.edges(thread.state);
        let Some(read) = tables.states.edge_symbol.get(edges.clone()) else { return };
        if read.len() > symbols.len() * 8 {
            for &symbol in symbols {
                let from = read.partition_point(|&s| s < symbol);
                let same = read.get(from..).unwrap_or_default().iter().take_while(|&&s| s == symbol).count();
                for index in from..from + same {
                    self.take(edges.start + index, thread, first, last);
                }
            }
            return;
        }
        let short = symbols.len() <= 4;
        for (index, &symbol) in read.iter().enumerate() {
            let is_read = if short {
                symbols.contains(&symbol)
            } else {
                self.read.get(usize::from(symbol)) == Some(&self.reading_number)
            };
            if is_read {
                self.take(edges.start + index, thread, first, last);
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

    /// Notes the symbols of the token at hand.
    fn note(&mut self, symbols: &[u16]) {
        if symbols.len() <= 4 {
            return;
        }
        self.reading_number = self.reading_number.wrapping_add(1);
        if self.reading_number == 0 {
            self.read.fill(0);
            self.reading_number = 1;
        }
        for &symbol in symbols {
            if let Some(noted) = self.read.get_mut(usize::from(symbol)) {
                *noted = self.reading_number;
            }
        }
    }

    fn take(&mut self, edge: usize, thread: Thread, first: u32, last: u32) {
        let states = &self.tables.states;
        if let Some(&state) = states.edge_target.get(edge)
            && states.may_enter(state, self.ahead)
        {
            let marked = states.marked.get(usize::from(state)).copied().unwrap_or_default();
            self.push(Thread { state, ..thread }.entered(marked, first, last));
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
                self.report(*thread, last, found);
            }
        }
    }
}

/// What begins with a pair of words, remembered: a common word begins hundreds of patterns, of which the next word leaves
/// a few, and a draft is read again at each pause of the person who types it.
#[derive(Default)]
struct Begun {
    /// By the hash of the pair: the pair, and where its states stand.
    places: Vec<Option<Pair>>,
    states: Vec<u16>,
}

#[derive(Clone, Copy)]
struct Pair {
    /// The place of the first word's symbols in the tables, and the bit of the next word.
    key: (usize, u64),
    from: u32,
    to: u32,
}

impl Begun {
    const PLACES: usize = 4096;
    const MOST_STATES: usize = 1 << 17;

    /// The states entered by a word where the next one has these bits.
    fn states(&mut self, tables: &Tables, entry: Entry, ahead: u64) -> &[u16] {
        let key = (entry.beginning.as_ptr() as usize, ahead);
        let mixed = (key.0 as u64 >> 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)
            ^ ahead.wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
        let place = (mixed >> 52) as usize % Self::PLACES;
        if self.states.len() > Self::MOST_STATES || self.places.is_empty() {
            self.places = vec![None; Self::PLACES];
            self.states.clear();
        }
        let known = self.places.get(place).copied().flatten().filter(|pair| pair.key == key);
        let pair = known.unwrap_or_else(|| {
            let from = self.states.len() as u32;
            for &symbol in entry.beginning {
                let targets =
                    tables.states.edge_target.get(tables.states.patterns.edges(symbol)).unwrap_or_default();
                self.states
                    .extend(targets.iter().copied().filter(|&state| tables.states.may_enter(state, ahead)));
            }
            let pair = Pair { key, from, to: self.states.len() as u32 };
            if let Some(slot) = self.places.get_mut(place) {
                *slot = Some(pair);
            }
            pair
        });
        self.states.get(pair.from as usize..pair.to as usize).unwrap_or_default()
    }
}

impl Runner {
    fn report(&self, thread: Thread, at: u32, found: &mut impl FnMut(Match)) {
        for output in self.tables.outputs_of(thread.state) {
            let marked = thread.marked_first != NOT_YET;
            found(Match {
                output,
                first: if marked { thread.marked_first } else { thread.first },
                last: if marked { thread.marked_last } else { at },
            });
        }
    }
}

impl Thread {
    fn beginning(first: u32) -> Self {
        Self { state: 0, first, marked_first: NOT_YET, marked_last: NOT_YET }
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
    /// Whether a state can go on with the next word, of these bits.
    fn may_enter(&self, state: u16, ahead: u64) -> bool {
        self.goes_on_with.get(usize::from(state)).is_some_and(|&words| words & ahead != 0)
    }

    /// The edges of a state.
    fn edges(&self, state: u16) -> Range<usize> {
        let start = self.edge_start.get(usize::from(state)).map_or(0, |&e| e as usize);
        let end = self.edge_start.get(usize::from(state) + 1).map_or(0, |&e| e as usize);
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
    fn outputs_of(&self, state: u16) -> impl Iterator<Item = &Output> {
        let start = self.states.accept_start.get(usize::from(state)).map_or(0, |&a| a as usize);
        let end = self.states.accept_start.get(usize::from(state) + 1).map_or(0, |&a| a as usize);
        let accepted = self.states.accepts.get(start..end).unwrap_or_default();
        accepted.iter().filter_map(|&index| self.outputs.get(usize::from(index)))
    }
}
