//! What a change newly catches and wrongly catches, against the last run.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use super::drafts::Judged;
use crate::corpus::Set;

/// More lines than this say no more.
const MOST_LINES: usize = 40;

/// Compares with the last run, prints what differs where asked, and becomes the last run.
///
/// Blind and held back texts are only counted: one who reads them tunes on them.
pub(super) fn compare(repository: &Path, judged: &[Judged], show: bool) -> Result<()> {
    let folder = repository.join("target/quality");
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let path = folder.join("last.json");
    let now: BTreeMap<String, bool> = judged
        .iter()
        .map(|j| (format!("{}/{}/{}", j.reply.file, j.reply.language, j.reply.id), j.stopped()))
        .collect();
    if show && let Ok(text) = std::fs::read_to_string(&path) {
        let before: BTreeMap<String, bool> = serde_json::from_str(&text)?;
        print(judged, &before);
    }
    std::fs::write(&path, serde_json::to_string(&now)?).with_context(|| path.display().to_string())
}

fn print(judged: &[Judged], before: &BTreeMap<String, bool>) {
    let kinds = [
        ("newly stopped, rightly", true, true),
        ("newly stopped, WRONGLY", true, false),
        ("no longer stopped, wrongly", false, true),
        ("no longer stopped, rightly", false, false),
    ];
    for (title, stopped, offends) in kinds {
        let changed: Vec<&Judged> = judged
            .iter()
            .filter(|j| {
                let key = format!("{}/{}/{}", j.reply.file, j.reply.language, j.reply.id);
                j.stopped() == stopped && j.offends() == offends && before.get(&key) == Some(&!stopped)
            })
            .collect();
        let (shown, hidden): (Vec<&&Judged>, Vec<&&Judged>) =
            changed.iter().partition(|j| j.reply.set == Set::Develop);
        println!("{title}: {} on the texts developed on, {} on those kept aside", shown.len(), hidden.len());
        for j in shown.iter().take(MOST_LINES) {
            let rules: Vec<&str> = j.named().into_iter().collect();
            println!("  {} [{}] {}", j.reply.id, rules.join(", "), j.reply.text);
        }
    }
}
