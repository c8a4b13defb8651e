//! How to stand towards the author.

use crate::wire::{Kind, Posture};

/// The posture advised.
pub(super) fn of(kinds: &[Kind], deletable: bool) -> Posture {
    let is = |kind| kinds.contains(&kind);
    if is(Kind::Spam) || is(Kind::Hate) || is(Kind::Threat) || is(Kind::Violence) {
        return Posture::Moderate;
    }
    if is(Kind::Complaint) {
        return Posture::Repair;
    }
    if is(Kind::Insult) || is(Kind::Troll) {
        return if deletable && !is(Kind::Troll) { Posture::Moderate } else { Posture::Contain };
    }
    if is(Kind::Misinformation) || is(Kind::Accusation) {
        return Posture::Correct;
    }
    match kinds.first() {
        Some(Kind::Praise) => Posture::Thank,
        Some(Kind::Question) => Posture::Inform,
        _ => Posture::Listen,
    }
}
