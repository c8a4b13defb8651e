//! The tables the build made (`build/blob.rs`), unpacked when the first text is read.

use std::sync::OnceLock;

use miniz_oxide::inflate::decompress_slice_iter_to_slice;

use super::automaton::{Output, Target, When};
use super::streams::{self as stream, ABSENT, FIELD, RECORD, SECTION};
use super::symbol;
use crate::rules::Texts;
use crate::wire::Severity;

static FRENCH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fr.bin"));
static ENGLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/en.bin"));
static VOTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/votes.bin"));
static TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/texts.bin"));

/// The languages there are patterns for; each has its own tables, unpacked when a text first needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pack {
    French = 0,
    English = 1,
}

/// Both.
pub(crate) const PACKS: [Pack; 2] = [Pack::French, Pack::English];

/// The bit of states that are entered whatever comes next, and of every word.
pub(crate) const ALWAYS: Bits = Bits(1 << 63, 1 << 63);

/// A set of words, told by a bit of each half: two words that share one seldom share the other. It may seem to have
/// words that it has not.
#[derive(Clone, Copy)]
pub(crate) struct Bits(u64, u64);

impl Bits {
    pub(crate) const ALL: Self = Self(u64::MAX, u64::MAX);
    const NONE: Self = Self(0, 0);

    /// Those of a word, or of a symbol that stands for no word: one of 63 in each half.
    fn of(number: usize) -> Self {
        let mixed = (number as u32).wrapping_mul(0x9E37_79B1);
        Self(1 << ((mixed >> 7) % 63), 1 << ((mixed.rotate_left(9) ^ number as u32) % 63))
    }

    fn and(self, other: Self) -> Self {
        Self(self.0 | other.0, self.1 | other.1)
    }

    /// Whether the sets may have a word in common.
    pub(crate) fn has(self, word: Self) -> bool {
        self.0 & word.0 != 0 && self.1 & word.1 != 0
    }
}

/// What the dictionary and the automaton of a language are made of.
#[derive(Default)]
pub(crate) struct Tables {
    pub(crate) words: Words,
    pub(crate) states: States,
    pub(crate) outputs: Vec<Output>,
}

/// Lists of sentences under their keys.
pub(crate) type Phrases = Vec<(&'static str, Vec<&'static str>)>;

/// The sentences of the rules, of the replies and of the advice on moderation.
#[derive(Default)]
pub(crate) struct Library {
    pub(crate) rule_texts_fr: Vec<Texts>,
    pub(crate) rule_texts_en: Vec<Texts>,
    /// Phrases of the replies, by key, in the order of the keys.
    pub(crate) bank_fr: Phrases,
    pub(crate) bank_en: Phrases,
    /// Sentences on moderation, by key, in the order of the keys.
    pub(crate) moderation_fr: Phrases,
    pub(crate) moderation_en: Phrases,
}

/// The dictionary, in the order of the alphabet.
#[derive(Default)]
pub(crate) struct Words {
    pub(crate) letters: Vec<u8>,
    /// For each word its first letter, and one past the last.
    pub(crate) start: Vec<u32>,
    /// 0 not recognised masked, 1 with one letter hidden, 2 with several.
    pub(crate) masking: Vec<u8>,
    /// Words by their hash, the next free place where two meet; 0 is free, a word is its number and one.
    slots: Vec<u16>,
    /// For each word the first of its accented forms, and one past the last.
    pub(crate) form_start: Vec<u16>,
    pub(crate) form_accents: Vec<u64>,
    /// For each form its first symbol, and one past the last.
    pub(crate) form_symbols_start: Vec<u32>,
    pub(crate) form_symbols: Vec<u16>,
    /// For each word typed without accents its first symbol, and one past the last.
    pub(crate) symbols_start: Vec<u32>,
    pub(crate) symbols: Vec<u16>,
    /// For each word, then for each form, how many of its symbols, which stand first, can begin a pattern; twice that,
    /// and one where one of them can begin an entry of several words.
    beginning: Vec<u16>,
    form_beginning: Vec<u16>,
}

/// What is asked of a state each time an edge leads to it, side by side in memory.
#[derive(Clone, Copy)]
pub(crate) struct Head {
    /// The bits of the words it can go on with (see [`Words::bit`]), and [`ALWAYS`] where it must be entered whatever
    /// comes: most threads would die at the next word, and are not started.
    pub(crate) goes_on_with: Bits,
    /// The first of its edges.
    pub(crate) edges: u32,
    pub(crate) marked: bool,
    /// A pattern ends there.
    pub(crate) accepts: bool,
}

/// The states and their edges, sorted by symbol within a state.
#[derive(Default)]
pub(crate) struct States {
    /// One more than there are states, to bound the edges of the last.
    pub(crate) heads: Vec<Head>,
    pub(crate) edge_symbol: Vec<u16>,
    pub(crate) edge_target: Vec<u32>,
    pub(crate) accept_start: Vec<u32>,
    pub(crate) accepts: Vec<u16>,
    /// The start of patterns, and that of entries of several words.
    pub(crate) patterns: Start,
    pub(crate) phrases: Start,
}

/// For each symbol, where the edges of a start that read it begin: a start has an edge for every first word, too
/// many to search for each word of a text.
#[derive(Default)]
pub(crate) struct Start(Vec<u32>);

impl Start {
    /// The edges that read a symbol.
    pub(crate) fn edges(&self, symbol: u16) -> std::ops::Range<usize> {
        let from = self.0.get(usize::from(symbol)).map_or(0, |&e| e as usize);
        let to = self.0.get(usize::from(symbol) + 1).map_or(0, |&e| e as usize);
        from..to
    }

    /// How many symbols there are, and one.
    pub(crate) fn symbols(&self) -> usize {
        self.0.len()
    }
}

/// The tables of a language, unpacked once.
///
/// The build packed them: a table that cannot be unpacked is an empty one, and nothing matches. A test sees to it that
/// they can.
pub(crate) fn tables(pack: Pack) -> &'static Tables {
    static OF: [OnceLock<Tables>; 2] = [const { OnceLock::new() }; 2];
    let (cell, packed) = match pack {
        Pack::French => (&OF[0], FRENCH),
        Pack::English => (&OF[1], ENGLISH),
    };
    cell.get_or_init(|| unpack(packed).unwrap_or_default())
}

/// The small words that tell a language.
pub(crate) fn votes() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let words = Unpacked::of(VOTES).and_then(|mut unpacked| Words::read(&mut unpacked));
        words.unwrap_or_default()
    })
}

/// The sentences; a check that finds nothing never needs them.
pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| unpack_texts().unwrap_or_default())
}

fn unpack(packed: &'static [u8]) -> Option<Tables> {
    let mut from = Unpacked::of(packed)?;
    let mut words = Words::read(&mut from)?;
    let mut states = States::read(&mut from)?;
    let fixes: Vec<&'static str> = from.text()?.split(SECTION).next()?.split(RECORD).collect();
    let outputs = read_outputs(&mut from, &fixes)?;
    states.look_ahead(&words, &outputs);
    words.put_beginnings_first(&states);
    Some(Tables { words, states, outputs })
}

fn unpack_texts() -> Option<Library> {
    let mut sections = Unpacked::of(TEXTS)?.text()?.split(SECTION);
    let mut rule_texts =
        || -> Option<Vec<Texts>> { sections.next()?.split(RECORD).map(rule_texts).collect() };
    let (rule_texts_fr, rule_texts_en) = (rule_texts()?, rule_texts()?);
    let mut bank = || -> Option<Vec<_>> { sections.next()?.split(RECORD).map(phrases).collect() };
    let (bank_fr, bank_en) = (bank()?, bank()?);
    let (moderation_fr, moderation_en) = (bank()?, bank()?);
    Some(Library { rule_texts_fr, rule_texts_en, bank_fr, bank_en, moderation_fr, moderation_en })
}

/// The next stream.
fn inflated(packed: &mut &'static [u8]) -> Option<Vec<u8>> {
    let (length, rest) = packed.split_first_chunk::<4>()?;
    if u32::from_le_bytes(*length) == 0 {
        *packed = rest;
        return Some(Vec::new());
    }
    let (deflated, rest) = rest.split_first_chunk::<4>()?;
    let (bytes, rest) = rest.split_at_checked(u32::from_le_bytes(*deflated) as usize)?;
    *packed = rest;
    // Into a buffer of the right length: growing one cost more than inflating.
    let mut out = vec![0; u32::from_le_bytes(*length) as usize];
    let written = decompress_slice_iter_to_slice(&mut out, std::iter::once(bytes), false, false).ok()?;
    (written == out.len()).then_some(out)
}

/// A stream's LEB128 numbers, in one go: the code that does it is not optimised yet when it runs.
fn numbers(bytes: &[u8]) -> Vec<u32> {
    let mut numbers = Vec::with_capacity(bytes.len());
    let mut value = 0;
    let mut shift = 0;
    for &byte in bytes {
        value |= u32::from(byte & 0x7F) << (shift & 31);
        if byte < 0x80 {
            numbers.push(value);
            value = 0;
            shift = 0;
        } else {
            shift += 7;
        }
    }
    numbers
}

fn rule_texts(record: &'static str) -> Option<Texts> {
    let mut fields = record.split(FIELD);
    Some(Texts {
        message: fields.next()?,
        why: fields.next()?,
        label: fields.next()?,
        source: fields.next()?,
        fix: fields.next().filter(|fix| *fix != ABSENT),
    })
}

fn phrases(record: &'static str) -> Option<(&'static str, Vec<&'static str>)> {
    let mut fields = record.split(FIELD);
    Some((fields.next()?, fields.collect()))
}

/// The streams of a pack, still to be read.
struct Unpacked {
    /// Of streams of numbers.
    numbers: Vec<std::vec::IntoIter<u32>>,
    letters: Vec<u8>,
    text: Vec<u8>,
}

impl Unpacked {
    fn of(mut packed: &'static [u8]) -> Option<Self> {
        let mut unpacked = Self { numbers: Vec::new(), letters: Vec::new(), text: Vec::new() };
        for stream in 0..stream::COUNT {
            let bytes = inflated(&mut packed)?;
            let numbers = match stream {
                stream::LETTERS => {
                    unpacked.letters = bytes;
                    Vec::new()
                }
                stream::TEXT => {
                    unpacked.text = bytes;
                    Vec::new()
                }
                _ => numbers(&bytes),
            };
            unpacked.numbers.push(numbers.into_iter());
        }
        Some(unpacked)
    }

    /// The tables live as long as the program, and so do the sentences.
    fn text(&mut self) -> Option<&'static str> {
        Some(String::leak(String::from_utf8(std::mem::take(&mut self.text)).ok()?))
    }

    fn number(&mut self, stream: usize) -> Option<u32> {
        self.numbers.get_mut(stream)?.next()
    }

    fn count(&mut self, stream: usize) -> Option<usize> {
        Some(self.number(stream)? as usize)
    }

    fn short(&mut self, stream: usize) -> Option<u16> {
        u16::try_from(self.number(stream)?).ok()
    }

    /// A whole stream, to go through at once.
    fn all(&mut self, stream: usize) -> std::vec::IntoIter<u32> {
        self.numbers.get_mut(stream).map(std::mem::take).unwrap_or_default()
    }
}

impl Words {
    fn read(from: &mut Unpacked) -> Option<Self> {
        let suffixes = std::mem::take(&mut from.letters);
        let lists = Lists::read(from)?;
        let count = from.count(stream::KIND)?;
        let own_count = from.short(stream::KIND)?;
        let (mut kinds, mut shares, mut lengths, mut list_numbers) = (
            from.all(stream::KIND),
            from.all(stream::SHARED),
            from.all(stream::LENGTH),
            from.all(stream::LIST),
        );
        let mut words = Self {
            letters: Vec::with_capacity(suffixes.len() * 4),
            start: Vec::with_capacity(count + 1),
            masking: Vec::with_capacity(count),
            symbols: Vec::with_capacity(lists.symbols.len() * 2),
            symbols_start: Vec::with_capacity(count + 1),
            form_start: Vec::with_capacity(count + 1),
            ..Self::default()
        };
        let mut next_own = symbol::FIRST_FREE;
        let mut suffix = 0;
        let mut before = 0;
        for _ in 0..count {
            let start = words.letters.len();
            for at in before..before + shares.next()? as usize {
                words.letters.push(*words.letters.get(at)?);
            }
            let end = suffix + lengths.next()? as usize;
            words.letters.extend_from_slice(suffixes.get(suffix..end)?);
            suffix = end;
            before = start;
            words.start.push(start as u32);

            let kind = kinds.next()?;
            words.masking.push((kind >> 2 & 3) as u8);
            let symbols_from = words.symbols.len();
            words.symbols_start.push(symbols_from as u32);
            // Symbols that stand for no word are smaller than the words' own, the shared ones greater.
            let list = lists.get(list_numbers.next()? as usize)?;
            let special = list.iter().take_while(|&&s| s < symbol::FIRST_FREE).count();
            let (special, shared) = list.split_at_checked(special)?;
            words.symbols.extend_from_slice(special);
            for _ in 0..kind >> 4 {
                words.symbols.push(next_own);
                next_own = next_own.checked_add(1)?;
            }
            words.symbols.extend_from_slice(shared);
            words.form_start.push(words.form_accents.len() as u16);
            if kind & 1 == 1 {
                words.read_forms(from, symbols_from)?;
            }
        }
        words.start.push(words.letters.len() as u32);
        words.symbols_start.push(words.symbols.len() as u32);
        words.form_start.push(words.form_accents.len() as u16);
        words.form_symbols_start.push(words.form_symbols.len() as u32);
        words.fill_slots();
        (next_own - symbol::FIRST_FREE == own_count).then_some(words)
    }

    fn read_forms(&mut self, from: &mut Unpacked, symbols_from: usize) -> Option<()> {
        for _ in 0..from.count(stream::FORM)? {
            // Accents take up to 63 bits, written as three numbers of 21.
            let low = u64::from(from.number(stream::FORM)?);
            let middle = u64::from(from.number(stream::FORM)?);
            let high = u64::from(from.number(stream::FORM)?);
            self.form_accents.push(low | middle << 21 | high << 42);
            let head = from.number(stream::FORM)?;
            self.form_symbols_start.push(self.form_symbols.len() as u32);
            if head & 1 == 0 {
                self.form_symbols.extend_from_slice(self.symbols.get(symbols_from..)?);
            } else {
                for _ in 0..from.count(stream::FORM)? {
                    self.form_symbols.push(from.short(stream::FORM)?);
                }
            }
        }
        Some(())
    }

    fn fill_slots(&mut self) {
        let count = self.masking.len();
        let mut slots = vec![0; (count * 2).next_power_of_two()];
        for word in 0..count {
            let mut at = hash(self.letters_of(word));
            while slots.get(at & (slots.len() - 1)).is_some_and(|&taken| taken != 0) {
                at += 1;
            }
            let last = slots.len() - 1;
            if let Some(slot) = slots.get_mut(at & last) {
                *slot = word as u16 + 1;
            }
        }
        self.slots = slots;
    }

    /// The letters of a word.
    pub(crate) fn letters_of(&self, word: usize) -> &[u8] {
        let start = self.start.get(word).map_or(0, |&s| s as usize);
        let end = self.start.get(word + 1).map_or(0, |&s| s as usize);
        self.letters.get(start..end).unwrap_or_default()
    }

    /// The number of a word.
    pub(crate) fn find(&self, letters: &[u8]) -> Option<usize> {
        let last = self.slots.len().checked_sub(1)?;
        let mut at = hash(letters);
        loop {
            let word = usize::from(*self.slots.get(at & last)?).checked_sub(1)?;
            if self.letters_of(word) == letters {
                return Some(word);
            }
            at += 1;
        }
    }

    /// The bit of a word: states that go on with it have it.
    pub(crate) fn bit(word: usize) -> Bits {
        Bits::of(word).and(ALWAYS)
    }

    /// The bit of a token that is no word: a number, a link.
    pub(crate) fn bit_of_special(symbol: u16) -> Bits {
        Bits::of(usize::from(symbol)).and(ALWAYS)
    }

    /// Puts the symbols that can begin a pattern before the others of each word: at each word of a text all patterns are
    /// begun, and common words have hundreds of symbols that only stand inside.
    fn put_beginnings_first(&mut self, states: &States) {
        let begins = |symbol: u16| {
            !states.patterns.edges(symbol).is_empty() || !states.phrases.edges(symbol).is_empty()
        };
        let part = |symbols: &mut [u16], start: &[u32]| -> Vec<u16> {
            let mut counts = Vec::with_capacity(start.len());
            for bounds in start.windows(2) {
                let &[from, to] = bounds else { continue };
                let (mut count, mut phrase) = (0, false);
                let list = symbols.get_mut(from as usize..to as usize).unwrap_or_default();
                for at in 0..list.len() {
                    if list.get(at).copied().is_some_and(begins) {
                        list.swap(at, count);
                        count += 1;
                    }
                }
                for symbol in list.iter().take(count) {
                    phrase |= !states.phrases.edges(*symbol).is_empty();
                }
                counts.push((count * 2) as u16 + u16::from(phrase));
            }
            counts
        };
        self.beginning = part(&mut self.symbols, &self.symbols_start);
        self.form_beginning = part(&mut self.form_symbols, &self.form_symbols_start);
    }

    /// Those of a word's symbols that can begin a pattern, and whether one can begin an entry of several words.
    pub(crate) fn beginning_of_word(&self, word: usize) -> (&[u16], bool) {
        begun(self.symbols_of(word), self.beginning.get(word))
    }

    /// Those of a form's symbols that can begin a pattern, and whether one can begin an entry of several words.
    pub(crate) fn beginning_of_form(&self, form: usize) -> (&[u16], bool) {
        begun(self.symbols_of_form(form), self.form_beginning.get(form))
    }

    /// The symbols of a word typed without accents.
    pub(crate) fn symbols_of(&self, word: usize) -> &[u16] {
        between(&self.symbols, &self.symbols_start, word)
    }

    /// The accented forms of a word.
    pub(crate) fn forms(&self, word: usize) -> std::ops::Range<usize> {
        let bound = |at: usize| self.form_start.get(at).map_or(0, |&f| usize::from(f));
        bound(word)..bound(word + 1)
    }

    /// The symbols of an accented form.
    pub(crate) fn symbols_of_form(&self, form: usize) -> &[u16] {
        between(&self.form_symbols, &self.form_symbols_start, form)
    }
}

fn begun<'s>(symbols: &'s [u16], count: Option<&u16>) -> (&'s [u16], bool) {
    let count = count.map_or(0, |&count| usize::from(count));
    (symbols.get(..count / 2).unwrap_or_default(), count % 2 == 1)
}

/// The items of a part, of which `start` gives the bounds.
fn between<'a, T>(items: &'a [T], start: &[u32], part: usize) -> &'a [T] {
    let from = start.get(part).map_or(0, |&s| s as usize);
    let to = start.get(part + 1).map_or(0, |&s| s as usize);
    items.get(from..to).unwrap_or_default()
}

/// The distinct lists of symbols.
struct Lists {
    start: Vec<u32>,
    symbols: Vec<u16>,
}

impl Lists {
    fn read(from: &mut Unpacked) -> Option<Self> {
        let count = from.count(stream::LIST_LENGTH)?;
        let mut differences = from.all(stream::LIST_SYMBOL);
        let mut lists =
            Self { start: Vec::with_capacity(count + 1), symbols: Vec::with_capacity(differences.len()) };
        for length in from.all(stream::LIST_LENGTH) {
            lists.start.push(lists.symbols.len() as u32);
            let mut symbol = 0;
            for _ in 0..length {
                symbol += differences.next()? as u16;
                lists.symbols.push(symbol);
            }
        }
        lists.start.push(lists.symbols.len() as u32);
        Some(lists)
    }

    fn get(&self, number: usize) -> Option<&[u16]> {
        let from = *self.start.get(number)? as usize;
        let to = *self.start.get(number + 1)? as usize;
        self.symbols.get(from..to)
    }
}

/// FNV-1a, its high bits brought down.
fn hash(letters: &[u8]) -> usize {
    let h = letters.iter().fold(0x811c_9dc5_u32, |h, &byte| (h ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (h ^ h >> 15) as usize
}

impl States {
    fn read(from: &mut Unpacked) -> Option<Self> {
        let count = from.count(stream::STATE)?;
        let (mut symbols, mut distances) = (from.all(stream::EDGE_SYMBOL), from.all(stream::EDGE_TARGET));
        let mut states = Self {
            heads: Vec::with_capacity(count + 1),
            edge_symbol: Vec::with_capacity(symbols.len()),
            edge_target: Vec::with_capacity(symbols.len()),
            accept_start: Vec::with_capacity(count + 1),
            ..Self::default()
        };
        for (number, head) in from.all(stream::STATE).enumerate() {
            states.heads.push(Head {
                goes_on_with: Bits::NONE,
                edges: states.edge_symbol.len() as u32,
                marked: head & 2 == 2,
                accepts: head & 1 == 1,
            });
            let mut symbol = 0;
            for _ in 0..head >> 2 {
                symbol += symbols.next()? as u16;
                states.edge_symbol.push(symbol);
                let distance = distances.next()? as usize;
                let target = if number < 2 { distance } else { number.checked_sub(distance)? };
                states.edge_target.push(target as u32);
            }
            states.accept_start.push(states.accepts.len() as u32);
            if head & 1 == 1 {
                for _ in 0..from.count(stream::ACCEPT)? {
                    states.accepts.push(from.short(stream::ACCEPT)?);
                }
            }
        }
        let edges = states.edge_symbol.len() as u32;
        states.heads.push(Head { goes_on_with: Bits::NONE, edges, marked: false, accepts: false });
        states.accept_start.push(states.accepts.len() as u32);
        let most = states.edge_symbol.iter().filter(|&&symbol| symbol != symbol::ANY).max().copied()?;
        states.patterns = states.start(0, most);
        states.phrases = states.start(1, most);
        Some(states)
    }
}

impl States {
    /// Notes which words each state can go on with.
    fn look_ahead(&mut self, words: &Words, outputs: &[Output]) {
        let mut bits = vec![Bits::NONE; self.patterns.symbols()];
        for symbol in 0..symbol::FIRST_FREE {
            if let Some(bits) = bits.get_mut(usize::from(symbol)) {
                *bits = Bits::of(usize::from(symbol));
            }
        }
        for word in 0..words.masking.len() {
            let bit = Bits::of(word);
            let mut note = |symbols: &[u16]| {
                for &symbol in symbols {
                    if let Some(bits) = bits.get_mut(usize::from(symbol)) {
                        *bits = bits.and(bit);
                    }
                }
            };
            note(words.symbols_of(word));
            for form in words.forms(word) {
                note(words.symbols_of_form(form));
            }
        }
        // An entry of several words may begin with any word, and the end of a sentence is no word.
        let ends = [symbol::END, symbol::END_QUESTION, symbol::END_EXCLAMATION, symbol::END_ELLIPSIS];
        for symbol in ends.into_iter().chain(outputs.iter().filter_map(Output::phrase)) {
            if let Some(bits) = bits.get_mut(usize::from(symbol)) {
                *bits = bits.and(ALWAYS);
            }
        }
        // From the last to the first: the edges of a state end where those of the next begin.
        let mut end = self.edge_symbol.len();
        for head in self.heads.iter_mut().rev() {
            let read = self.edge_symbol.get(head.edges as usize..end).unwrap_or_default();
            end = head.edges as usize;
            let begun = if head.accepts { ALWAYS } else { Bits::NONE };
            head.goes_on_with = read.iter().fold(begun, |all, &symbol| {
                all.and(bits.get(usize::from(symbol)).copied().unwrap_or(ALWAYS))
            });
        }
    }

    fn start(&self, state: usize, most: u16) -> Start {
        let from = self.heads.get(state).map_or(0, |head| head.edges as usize);
        let to = self.heads.get(state + 1).map_or(0, |head| head.edges as usize);
        let read = self.edge_symbol.get(from..to).unwrap_or_default();
        let mut at = 0;
        let begins = (0..=most + 1).map(|symbol| {
            while read.get(at).is_some_and(|&s| s < symbol) {
                at += 1;
            }
            (from + at) as u32
        });
        Start(begins.collect())
    }
}

fn read_outputs(from: &mut Unpacked, fixes: &[&'static str]) -> Option<Vec<Output>> {
    let count = from.count(stream::OUTPUT)?;
    let mut outputs = Vec::with_capacity(count);
    for _ in 0..count {
        let flags = from.number(stream::OUTPUT)?;
        let index = from.short(stream::OUTPUT)?;
        let weight = from.number(stream::OUTPUT)? as u8;
        let condition = from.number(stream::OUTPUT)?;
        outputs.push(Output {
            target: match flags >> 1 {
                0 => Target::Rule(index),
                1 => Target::Allow(index),
                2 => Target::Cue(index),
                _ => Target::Phrase(index),
            },
            negatable: flags & 1 == 1,
            weight,
            when: When::numbered(condition >> 3),
            severity: severity_numbered(condition & 7),
            fix: match from.count(stream::OUTPUT)? {
                0 => None,
                fix => Some(fixes.get(fix - 1)?),
            },
        });
    }
    Some(outputs)
}

fn severity_numbered(number: u32) -> Option<Severity> {
    [Severity::Info, Severity::Advice, Severity::Warn, Severity::Block]
        .get(number.checked_sub(1)? as usize)
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_unpack_whole() {
        for packed in [FRENCH, ENGLISH] {
            let tables = unpack(packed).expect("what the build packed can be unpacked");
            assert!(tables.words.masking.len() > 1_000);
            assert!(tables.states.heads.len() > 1_000);
            assert!(tables.outputs.len() > 10);
            for word in 0..tables.words.masking.len() {
                assert_eq!(tables.words.find(tables.words.letters_of(word)), Some(word));
            }
            assert_eq!(tables.words.find(b"zzzz"), None);
            let states = tables.states.heads.len() - 1;
            assert!(tables.states.edge_target.iter().all(|&t| (t as usize) < states));
        }
        assert!(votes().masking.len() > 100);
        let library = unpack_texts().expect("what the build packed can be unpacked");
        assert_eq!(library.rule_texts_fr.len(), crate::rules::RULES.len());
        assert!(!library.bank_en.is_empty());
    }

    #[test]
    fn edges_of_a_state_are_sorted_by_symbol() {
        for pack in PACKS {
            let states = &tables(pack).states;
            for bounds in states.heads.windows(2) {
                let edges = &states.edge_symbol[bounds[0].edges as usize..bounds[1].edges as usize];
                assert!(edges.is_sorted());
            }
        }
    }
}
