//! Under a compliment or a shared joke, irony is mostly friendly: what would be a warning there is advice.

use crate::check::{Context, RawFinding};
use crate::matching::When;
use crate::wire::{Emotion, Kind, Severity};

/// Rules that a good mood makes milder.
const MILDER: [&str; 4] = ["sarcasm", "negative-humour", "sarcastic-emoji", "passive-aggressive"];
/// With one of these in the draft the mood is not good.
const HOSTILE: [&str; 4] = ["insult", "profanity", "threat", "hate-discrimination"];

/// Lowers the findings of these rules by one level.
pub(in crate::check) fn soften(context: &Context<'_>, findings: &mut [RawFinding]) {
    if !is_good_mood(context) || findings.iter().any(|finding| finding.is_of(&HOSTILE)) {
        return;
    }
    for finding in findings.iter_mut().filter(|finding| finding.is_of(&MILDER)) {
        finding.severity = finding.severity.map(|severity| match severity {
            Severity::Block => Severity::Warn,
            Severity::Warn => Severity::Advice,
            Severity::Advice | Severity::Info => Severity::Info,
        });
    }
}

/// A compliment, or a comment that laughs and complains of nothing.
fn is_good_mood(context: &Context<'_>) -> bool {
    let Some(comment) = context.comment else { return false };
    let reading = &comment.reading;
    let harmless = reading
        .kinds
        .iter()
        .all(|kind| matches!(kind, Kind::Praise | Kind::Neutral | Kind::Question | Kind::Suggestion));
    !reading.offensive
        && (context.answers(When::Praise)
            || harmless && matches!(reading.emotion, Emotion::Joy | Emotion::Gratitude))
}
