//! The temperature of a draft: 0 calm, 100 aggressive.

use super::RawFinding;
use crate::text::Text;
use crate::wire::Severity;

/// The gravest finding sets the band, the others and the marks raise it within the band.
///
/// Bands: calm under 25, advice 25–44, tense 45–74, aggressive from 75. Monotone: a further finding never
/// cools a draft.
pub(super) fn of(findings: &[RawFinding], text: &Text<'_>) -> u8 {
    let gravest = findings.iter().filter_map(|f| f.severity).max();
    let (floor, room) = match gravest {
        None => (0, 24),
        Some(Severity::Info) => (5, 19),
        Some(Severity::Advice) => (25, 19),
        Some(Severity::Warn) => (45, 29),
        Some(Severity::Block) => (75, 25),
    };
    let weight = |f: &RawFinding| match f.severity {
        Some(Severity::Block) => 12,
        Some(Severity::Warn) => 8,
        Some(Severity::Advice) => 3,
        _ => 1,
    };
    let others: u32 =
        findings.iter().map(weight).sum::<u32>().saturating_sub(findings.first().map_or(0, weight));
    let marks = text.tokens.iter().filter(|t| t.mark() == Some(b'!')).count().min(4) as u32;
    let raised = (others + marks * 2).min(room);
    (floor + raised).min(100) as u8
}
