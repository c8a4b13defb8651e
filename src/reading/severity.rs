//! How grave a comment is, and whether it can wait.

use super::clues::Clues;
use crate::wire::{Kind, Signal, Topic};

/// 0 (nothing) to 3 (someone is or may be hurt).
pub(super) fn of(clues: &Clues, kinds: &[Kind], topic: Topic, signals: &[Signal], offensive: bool) -> u8 {
    let is = |kind| kinds.contains(&kind);
    let signalled = |signal| signals.contains(&signal);
    if is(Kind::Threat) || is(Kind::Violence) || clues.doxxing >= 4 || clues.distress || is(Kind::Hate) {
        return 3;
    }
    let meant_well = kinds.iter().all(|kind| {
        matches!(kind, Kind::Praise | Kind::Question | Kind::Suggestion | Kind::Neutral | Kind::Spam)
    });
    if meant_well {
        let worried = is(Kind::Question) && signalled(Signal::Safety) && topic == Topic::Safety;
        return u8::from(is(Kind::Spam) || worried);
    }
    let aggravated = signals.iter().any(|signal| !matches!(signal, Signal::Churn));
    let grave = (topic == Topic::Safety && signalled(Signal::Safety))
        || is(Kind::Accusation)
        || offensive
        || clues.urgency >= 2
        || aggravated;
    1 + u8::from(grave)
}

/// Whether it needs an answer now.
pub(super) fn is_urgent(clues: &Clues, kinds: &[Kind], signals: &[Signal], severity: u8) -> bool {
    let is = |kind| kinds.contains(&kind);
    let troubled = is(Kind::Complaint) || is(Kind::Accusation) || is(Kind::Question);
    (severity == 3 && !is(Kind::Hate))
        || (troubled && clues.urgency >= 2)
        || (signals.contains(&Signal::Safety) && is(Kind::Complaint))
}
