//! All patterns at once: one pass over the tokens of a text.

pub(crate) mod automaton;
pub(crate) mod dictionary;
pub(crate) mod grammar;
mod memory;
pub(crate) mod scan;
mod streams;
pub(crate) mod symbol;
pub(crate) mod tables;

pub(crate) use automaton::When;
pub(crate) use scan::{Hit, Scan, cue};
