//! A late reply that does not say so.

use super::{Found, omissions, table};
use crate::check::Context;
use crate::language::Language;
use crate::matching::cue;
use crate::reply::addition;
use crate::wire::Severity;

/// Minutes within which a customer expects to hear from a brand.
const EXPECTED: u32 = 24 * 60;
/// Past this many times the expected delay it is more than a detail.
const MUCH_TOO_LATE: u32 = 3;
/// Past thirty days the thread is dead: better to write to the person than to wake it up.
const DEAD: u32 = 30 * 24 * 60;

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let Some(age) = context.situation.age.filter(|age| *age > EXPECTED) else { return };
    let draft = context.text.source.trim();
    if draft.is_empty() || context.scan.cue_hits(cue::MOVE_OWN_DELAY).any(|hit| !hit.quoted) {
        return;
    }
    let language = if context.text.language() == Language::En { Language::En } else { Language::Fr };
    let sentence = addition::owned_delay(language, age > DEAD);
    let severity = (age >= EXPECTED * MUCH_TOO_LATE).then_some(Severity::Advice);
    found.push(omissions::at_the_end(context, table::TOO_LATE, severity, Some(sentence)));
}
