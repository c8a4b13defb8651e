//! What the automaton remembers from one text to the next: a draft is read again at each pause of the person who types
//! it, and the same pairs of words begin the same patterns in all texts.

use std::rc::Rc;

use super::automaton::Match;
use super::dictionary::Entry;
use super::tables::{ALWAYS, Tables};
use crate::text::Sentence;

/// A word of a sentence, as the automaton reads it.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) entry: Entry,
    /// Its place in the sentence.
    pub(super) at: u32,
    /// A gap may pass over it.
    pub(super) passes_gap: bool,
}

/// The words of a sentence, and all that a match can depend on, as numbers.
#[derive(Default)]
pub(super) struct Words {
    words: Vec<Word>,
    key: Vec<(usize, u32)>,
}

impl Words {
    pub(super) fn clear(&mut self, sentence: &Sentence) {
        let ends = [sentence.question, sentence.exclamation, sentence.ellipsis].map(u32::from).into_iter();
        self.words.clear();
        self.key.clear();
        self.key.push((0, ends.fold(0, |all, end| all << 1 | end)));
    }

    pub(super) fn push(&mut self, word: Word) {
        self.words.push(word);
        self.key.push((place(word.entry.symbols), word.at << 1 | u32::from(word.passes_gap)));
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, Word> {
        self.words.iter()
    }
}

/// Where a list of symbols stands: each word has its own. Words without symbols are all the same.
fn place(symbols: &[u16]) -> usize {
    if symbols.is_empty() { 0 } else { symbols.as_ptr() as usize }
}

/// Brings two numbers together in one of 32 bits.
fn mix(one: u64, other: u64) -> u64 {
    let mixed = (one.rotate_left(23) ^ other).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ mixed >> 32
}

/// The matches of the sentences read last.
#[derive(Default)]
pub(super) struct Remembered {
    sentences: Vec<Option<Known>>,
    /// Those of a sentence that is not remembered.
    matches: Vec<Match>,
}

struct Known {
    key: Box<[(usize, u32)]>,
    matches: Box<[Match]>,
}

impl Remembered {
    const SENTENCES: usize = 512;
    /// Longer sentences, and those with more matches, are not remembered.
    const LONGEST: usize = 64;

    /// The matches of a sentence, which `read` finds where it is new.
    pub(super) fn matches(&mut self, words: &Words, read: impl FnOnce(&mut Vec<Match>)) -> &[Match] {
        if self.sentences.is_empty() {
            self.sentences.resize_with(Self::SENTENCES, || None);
        }
        let hash =
            words.key.iter().fold(0, |hash, &(place, at)| mix(hash, place as u64 ^ u64::from(at) << 40));
        let Some(slot) = self.sentences.get_mut(hash as usize % Self::SENTENCES) else { return &[] };
        if slot.as_ref().is_none_or(|known| *known.key != *words.key) {
            self.matches.clear();
            read(&mut self.matches);
            if words.key.len() > Self::LONGEST || self.matches.len() > Self::LONGEST {
                return &self.matches;
            }
            *slot = Some(Known { key: words.key.as_slice().into(), matches: self.matches.as_slice().into() });
        }
        slot.as_ref().map_or(&[], |known| &known.matches)
    }
}

/// The symbols of words that have many, as sets of bits: common words have hundreds.
pub(super) struct Sets {
    /// Numbers of 64 bits in a set.
    size: usize,
    places: Vec<Option<(usize, Rc<[u64]>)>>,
}

impl Sets {
    const PLACES: usize = 512;
    /// Shorter lists are searched.
    const FEW: usize = 12;

    pub(super) fn new(symbols: usize) -> Self {
        Self { size: symbols / 64 + 1, places: vec![None; Self::PLACES] }
    }

    /// The set of a list that stands in the tables; none for a short list.
    pub(super) fn of(&mut self, symbols: &[u16]) -> Option<Rc<[u64]>> {
        if symbols.len() <= Self::FEW {
            return None;
        }
        let key = place(symbols);
        let slot = self.places.get_mut(mix(0, key as u64) as usize % Self::PLACES)?;
        if let Some((known, set)) = slot
            && *known == key
        {
            return Some(Rc::clone(set));
        }
        let mut bits = vec![0; self.size];
        for &symbol in symbols {
            if let Some(bits) = bits.get_mut(usize::from(symbol) / 64) {
                *bits |= 1 << (symbol % 64);
            }
        }
        let set: Rc<[u64]> = bits.into();
        *slot = Some((key, Rc::clone(&set)));
        Some(set)
    }

    pub(super) fn has(set: &[u64], symbol: u16) -> bool {
        set.get(usize::from(symbol) / 64).is_some_and(|bits| bits >> (symbol % 64) & 1 == 1)
    }
}

/// A state that is begun, whether it is marked, and whether a pattern ends there.
type State = (u32, bool, bool);

/// What begins with a pair of words: a common word begins hundreds of patterns, of which the next word leaves a few.
#[derive(Default)]
pub(super) struct Begun {
    /// By the hash of the pair: the pair, and where its states stand.
    places: Vec<Option<Pair>>,
    states: Vec<State>,
}

#[derive(Clone, Copy)]
struct Pair {
    /// The places of the words' symbols in the tables.
    key: (usize, usize),
    from: u32,
    to: u32,
}

impl Begun {
    const PLACES: usize = 4096;
    const MOST_STATES: usize = 1 << 16;

    /// The states entered by a word that go on with the next.
    pub(super) fn states(
        &mut self,
        tables: &'static Tables,
        sets: &mut Sets,
        entry: Entry,
        next: Option<Entry>,
    ) -> &[State] {
        let after = next.map_or(&[][..], |next| next.symbols);
        let key = (place(entry.beginning), place(after));
        let hash = mix(key.0 as u64, key.1 as u64) as usize % Self::PLACES;
        if self.states.len() > Self::MOST_STATES || self.places.is_empty() {
            self.places = vec![None; Self::PLACES];
            self.states.clear();
        }
        let known = self.places.get(hash).copied().flatten().filter(|pair| pair.key == key);
        let pair = known.unwrap_or_else(|| {
            let from = self.states.len() as u32;
            let set = sets.of(after);
            let ahead = next.filter(|next| !next.symbols.is_empty()).map_or(ALWAYS, |next| next.bit);
            let is_read = |symbol: &u16| match &set {
                Some(set) => Sets::has(set, *symbol),
                None => after.contains(symbol),
            };
            let states = &tables.states;
            for &symbol in entry.beginning {
                let targets = states.edge_target.get(states.patterns.edges(symbol)).unwrap_or_default();
                for &state in targets {
                    let Some(head) = states.heads.get(state as usize) else { continue };
                    let read = || states.edge_symbol.get(states.edges(state)).unwrap_or_default();
                    if head.goes_on_with.has(ahead)
                        && (head.goes_on_with.has(ALWAYS) || read().iter().any(is_read))
                    {
                        self.states.push((state, head.marked, head.accepts));
                    }
                }
            }
            let pair = Pair { key, from, to: self.states.len() as u32 };
            if let Some(slot) = self.places.get_mut(hash) {
                *slot = Some(pair);
            }
            pair
        });
        self.states.get(pair.from as usize..pair.to as usize).unwrap_or_default()
    }
}
