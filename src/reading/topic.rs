//! What a comment is about.

use crate::matching::scan::Cue;
use crate::matching::{Scan, cue};
use crate::text::Text;
use crate::wire::{Kind, Topic};

/// In the order in which a tie is settled: the more precise first.
const TOPICS: [(Topic, Cue); 12] = [
    (Topic::Refund, cue::TOPIC_REFUND),
    (Topic::Privacy, cue::TOPIC_PRIVACY),
    (Topic::Safety, cue::TOPIC_SAFETY),
    (Topic::Account, cue::TOPIC_ACCOUNT),
    (Topic::Billing, cue::TOPIC_BILLING),
    (Topic::Delivery, cue::TOPIC_DELIVERY),
    (Topic::Support, cue::TOPIC_SUPPORT),
    (Topic::Ethics, cue::TOPIC_ETHICS),
    (Topic::Price, cue::TOPIC_PRICE),
    (Topic::Staff, cue::TOPIC_STAFF),
    (Topic::Availability, cue::TOPIC_AVAILABILITY),
    (Topic::Quality, cue::TOPIC_QUALITY),
];

/// Advertising and provocation are about nothing of ours, whatever words they borrow.
const WITHOUT_TOPIC: [Kind; 2] = [Kind::Spam, Kind::Troll];

/// These seldom are about anything of ours.
const HARDLY_ABOUT: [Kind; 5] = [Kind::Insult, Kind::Hate, Kind::Threat, Kind::Violence, Kind::Neutral];

/// A weight that hints at a topic and does not name it.
const HINT: u32 = 2;

/// The topic that weighs most.
pub(super) fn of(text: &Text<'_>, scan: &Scan, kinds: &[Kind]) -> Topic {
    let threshold = if kinds.iter().any(|kind| WITHOUT_TOPIC.contains(kind)) {
        4
    } else if kinds.iter().all(|kind| HARDLY_ABOUT.contains(kind)) {
        3
    } else {
        1
    };
    let money = text.source.contains(['€', '£', '$']);
    let mut best = (Topic::Other, threshold - 1);
    for (topic, cue) in TOPICS {
        let mut weight = scan.mentions(cue);
        if topic == Topic::Price && money {
            weight += 1;
        }
        if weight > best.1 {
            best = (topic, weight);
        }
    }
    // What is said of a video or a match is about them, unless a topic is named.
    let complains = kinds.iter().any(|kind| matches!(kind, Kind::Complaint | Kind::Accusation));
    if !complains && best.1 <= HINT && scan.has(cue::HINT_SHOW) {
        return Topic::Other;
    }
    best.0
}

/// Whether a topic is clearly spoken of.
pub(super) fn is_named(scan: &Scan) -> bool {
    TOPICS.iter().any(|&(_, cue)| scan.weight(cue) >= 2)
}
