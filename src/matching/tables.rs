//! The tables the build made (`build/blob.rs`), unpacked when the first text is read.

use std::sync::OnceLock;

use super::automaton::{Output, Target};
use super::symbol;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tables.bin"));

/// What the automaton and the dictionary are made of.
#[derive(Default)]
pub(crate) struct Tables {
    pub(crate) words: Words,
    pub(crate) states: States,
    pub(crate) outputs: Vec<Output>,
}

/// The dictionary, in the order of the alphabet, behind a hash table.
#[derive(Default)]
pub(crate) struct Words {
    pub(crate) letters: Vec<u8>,
    /// For each word its first letter, and one past the last.
    pub(crate) start: Vec<u32>,
    /// Number of a list, for the word typed without accents.
    pub(crate) list: Vec<u16>,
    /// 0 not recognised masked, 1 with one letter hidden, 2 with several.
    pub(crate) masking: Vec<u8>,
    /// Number of the word + 1, at its hash; 0 is empty. A power of two long.
    pub(crate) slots: Vec<u16>,
    /// For each word the first of its accented forms, and one past the last.
    pub(crate) form_start: Vec<u16>,
    pub(crate) form_accents: Vec<u64>,
    pub(crate) form_list: Vec<u16>,
    /// For each list its first symbol, and one past the last.
    pub(crate) list_start: Vec<u32>,
    pub(crate) symbols: Vec<u16>,
}

/// The states and their edges, sorted by symbol within a state.
#[derive(Default)]
pub(crate) struct States {
    pub(crate) marked: Vec<bool>,
    pub(crate) edge_start: Vec<u32>,
    pub(crate) edge_symbol: Vec<u16>,
    pub(crate) edge_target: Vec<u16>,
    pub(crate) accept_start: Vec<u32>,
    pub(crate) accepts: Vec<u16>,
}

/// The tables, unpacked once.
pub(crate) fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    // The build packed them: a table that cannot be unpacked is an empty one, and nothing matches. A test sees to
    // it that they can.
    TABLES.get_or_init(|| unpack().unwrap_or_default())
}

fn unpack() -> Option<Tables> {
    let (length, packed) = PACKED.split_first_chunk::<4>()?;
    let limit = u32::from_le_bytes(*length) as usize;
    let bytes = miniz_oxide::inflate::decompress_to_vec_with_limit(packed, limit).ok()?;
    let mut reader = Reader { bytes: &bytes, at: 0 };
    let words = Words::read(&mut reader)?;
    let states = States::read(&mut reader)?;
    let outputs = read_outputs(&mut reader)?;
    (reader.at == bytes.len()).then_some(Tables { words, states, outputs })
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Reader<'_> {
    fn number(&mut self) -> Option<u64> {
        let mut value = 0;
        let mut shift = 0;
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            value |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(value);
            }
            shift += 7;
            if shift > 63 {
                return None;
            }
        }
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn short(&mut self) -> Option<u16> {
        u16::try_from(self.number()?).ok()
    }

    fn slice(&mut self, length: usize) -> Option<&[u8]> {
        let slice = self.bytes.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(slice)
    }

    fn ascending(&mut self, into: &mut Vec<u16>) -> Option<()> {
        let mut value = 0;
        for _ in 0..self.count()? {
            value += self.short()?;
            into.push(value);
        }
        Some(())
    }
}

impl Words {
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let mut words = Self::default();
        for _ in 0..reader.count()? {
            words.list_start.push(words.symbols.len() as u32);
            reader.ascending(&mut words.symbols)?;
        }
        words.list_start.push(words.symbols.len() as u32);
        let count = reader.count()?;
        for _ in 0..count {
            let before = words.start.last().map_or(0, |&s| s as usize);
            words.start.push(words.letters.len() as u32);
            let shared = reader.count()?;
            words.letters.extend_from_within(before..before.checked_add(shared)?);
            let length = reader.count()?;
            let rest = reader.slice(length)?;
            words.letters.extend_from_slice(rest);
            words.list.push(reader.short()?);
            words.masking.push(reader.number()? as u8);
            words.form_start.push(words.form_list.len() as u16);
            for _ in 0..reader.count()? {
                words.form_accents.push(reader.number()?);
                words.form_list.push(reader.short()?);
            }
        }
        words.start.push(words.letters.len() as u32);
        words.form_start.push(words.form_list.len() as u16);
        words.hash_all(count)?;
        Some(words)
    }

    fn hash_all(&mut self, count: usize) -> Option<()> {
        let size = (count * 2).next_power_of_two().max(2);
        self.slots = vec![0; size];
        for index in 0..count {
            let mut slot = hash(self.letters_of(index)) as usize & (size - 1);
            while *self.slots.get(slot)? != 0 {
                slot = (slot + 1) & (size - 1);
            }
            *self.slots.get_mut(slot)? = u16::try_from(index + 1).ok()?;
        }
        Some(())
    }

    /// The letters of a word.
    pub(crate) fn letters_of(&self, word: usize) -> &[u8] {
        let start = self.start.get(word).map_or(0, |&s| s as usize);
        let end = self.start.get(word + 1).map_or(0, |&s| s as usize);
        self.letters.get(start..end).unwrap_or_default()
    }

    /// The number of a word.
    pub(crate) fn find(&self, letters: &[u8]) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = hash(letters) as usize & mask;
        loop {
            let index = usize::from(*self.slots.get(slot)?).checked_sub(1)?;
            if self.letters_of(index) == letters {
                return Some(index);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The symbols of a list.
    pub(crate) fn symbols_of(&self, list: u16) -> &[u16] {
        let start = self.list_start.get(usize::from(list)).map_or(0, |&s| s as usize);
        let end = self.list_start.get(usize::from(list) + 1).map_or(0, |&s| s as usize);
        self.symbols.get(start..end).unwrap_or_default()
    }
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

impl States {
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let mut states = Self::default();
        let count = reader.count()?;
        for number in 0..count {
            let head = reader.count()?;
            states.marked.push(head & 1 == 1);
            states.edge_start.push(states.edge_symbol.len() as u32);
            let mut symbol = 0;
            for _ in 0..head / 2 {
                symbol += reader.short()?;
                states.edge_symbol.push(symbol);
                let target = reader.count()?;
                let target = if number < 2 { target } else { number.checked_sub(target)? };
                states.edge_target.push(u16::try_from(target).ok()?);
            }
            states.accept_start.push(states.accepts.len() as u32);
            reader.ascending(&mut states.accepts)?;
        }
        states.edge_start.push(states.edge_symbol.len() as u32);
        states.accept_start.push(states.accepts.len() as u32);
        let any = reader.short()?;
        for symbol in states.edge_symbol.iter_mut().filter(|s| **s == any) {
            *symbol = symbol::ANY;
        }
        Some(states)
    }
}

fn read_outputs(reader: &mut Reader<'_>) -> Option<Vec<Output>> {
    let count = reader.count()?;
    let mut outputs = Vec::with_capacity(count);
    for _ in 0..count {
        let kind = reader.number()?;
        let index = reader.short()?;
        outputs.push(Output {
            target: match kind {
                0 => Target::Rule(index),
                1 => Target::Allow(index),
                2 => Target::Cue(index),
                _ => Target::Phrase(index),
            },
            language: reader.number()? as u8,
            negatable: reader.number()? == 1,
            weight: reader.number()? as u8,
            fix: if reader.number()? == 1 {
                let length = reader.count()?;
                Some(std::str::from_utf8(reader.slice(length)?).ok()?.to_owned())
            } else {
                None
            },
        });
    }
    Some(outputs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_unpack_whole() {
        let tables = unpack().expect("what the build packed can be unpacked");
        assert!(tables.words.list.len() > 1_000);
        assert!(tables.states.edge_start.len() > 1_000);
        assert!(tables.outputs.len() > 10);
        let last = tables.words.list.len() - 1;
        assert_eq!(tables.words.find(tables.words.letters_of(last)), Some(last));
        let states = tables.states.marked.len();
        assert!(tables.states.edge_target.iter().all(|&t| usize::from(t) < states));
    }

    #[test]
    fn edges_of_a_state_are_sorted_by_symbol() {
        let states = &tables().states;
        for bounds in states.edge_start.windows(2) {
            let edges = &states.edge_symbol[bounds[0] as usize..bounds[1] as usize];
            assert!(edges.is_sorted());
        }
    }
}
