//! What a comment may be about; the scorer decides.

use crate::matching::scan::Cue;
use crate::matching::{Scan, cue};
use crate::wire::Topic;

/// The topics with their words.
pub(super) const TOPICS: [(Topic, Cue); 12] = [
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

/// Whether a topic is clearly spoken of.
pub(super) fn is_named(scan: &Scan) -> bool {
    TOPICS.iter().any(|&(_, cue)| scan.weight(cue) >= 2)
}
