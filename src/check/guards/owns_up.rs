//! Who takes the blame in plain words is seldom ironic: what would be a warning there is advice.

use crate::check::{Context, RawFinding};
use crate::matching::cue;
use crate::wire::Severity;

/// Rules whose frames a plain admission may fill by chance.
const DOUBTFUL: [&str; 5] =
    ["sarcasm", "negative-humour", "passive-aggressive", "condescension", "arguing-with-troll"];
/// With one of these in the draft the admission is not meant.
const HOSTILE: [&str; 5] = ["insult", "profanity", "threat", "hate-discrimination", "non-apology"];

/// Lowers the warnings of these rules to advice.
pub(in crate::check) fn soften(context: &Context<'_>, findings: &mut [RawFinding]) {
    if !owns_up(context) || findings.iter().any(|finding| finding.is_of(&HOSTILE)) {
        return;
    }
    for finding in findings.iter_mut().filter(|finding| finding.is_of(&DOUBTFUL)) {
        if finding.severity == Some(Severity::Warn) {
            finding.severity = Some(Severity::Advice);
        }
    }
}

fn owns_up(context: &Context<'_>) -> bool {
    context.scan.cue_hits(cue::MOVE_OWNS_UP).any(|hit| !hit.quoted)
}
