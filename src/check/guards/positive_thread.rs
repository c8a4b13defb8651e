//! Under a compliment or a shared joke, irony is mostly friendly: what would be a warning there is advice.

use crate::check::{Context, RawFinding};
use crate::matching::When;
use crate::rules::{self, RuleId};
use crate::wire::{Emotion, Kind, Severity};

/// Rules that a good mood makes milder.
const MILDER: [&str; 4] = ["sarcasm", "negative-humour", "sarcastic-emoji", "passive-aggressive"];
/// With one of these in the draft the mood is not good.
const HOSTILE: [&str; 4] = ["insult", "profanity", "threat", "hate-discrimination"];

/// Lowers the findings of these rules by one level.
pub(in crate::check) fn soften(context: &Context<'_>, findings: &mut [RawFinding]) {
    let is_of = |finding: &RawFinding, ids: &[&str]| {
        ids.iter().any(|id| rules::by_id(id).is_some_and(|(rule, _)| finding.rule == RuleId(rule.0)))
    };
    if !is_good_mood(context) || findings.iter().any(|finding| is_of(finding, &HOSTILE)) {
        return;
    }
    for finding in findings.iter_mut().filter(|finding| is_of(finding, &MILDER)) {
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
