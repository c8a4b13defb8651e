//! Trains the reader of comments and writes its weights: part of `cargo xtask train`.
//!
//! Learns from the develop part of `data/dev/comments` and from the comments written for it (`quality/comments`);
//! nothing held back is read here. The same texts give the same file.

mod fit;
mod fold;
mod lesson;
mod pack;

use std::path::Path;

use anyhow::{Context, Result};

use crate::corpus::Corpus;
use fit::Votes;
use lesson::Lesson;

/// Votes of words the product carries.
const KEPT: usize = 9_000;

/// Trains, and writes `src/reading/weights.bin`.
pub(crate) fn run(repository: &Path) -> Result<()> {
    let lessons = lesson::all(&Corpus::find(repository)?, repository)?;
    let file = learn(&lessons.iter().collect::<Vec<_>>());
    let path = repository.join("src/reading/weights.bin");
    std::fs::write(&path, &file).with_context(|| path.display().to_string())?;
    println!("{}: {} comments, {} bytes", path.display(), lessons.len(), file.len());
    Ok(())
}

/// Says what it reaches on comments it has not learnt from.
pub(crate) fn folds(repository: &Path) -> Result<()> {
    fold::print(&lesson::all(&Corpus::find(repository)?, repository)?)
}

/// Learns twice: once to see what weighs, once with that alone.
fn learn(lessons: &[&Lesson]) -> Vec<u8> {
    let whole = Votes::fit(lessons, None);
    let kept = whole.heaviest(lessons, KEPT);
    pack::packed(&Votes::fit(lessons, Some(kept)))
}
