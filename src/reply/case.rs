//! What a comment calls for.

use crate::check::Comment;
use crate::matching::cue;
use crate::matching::scan::Cue;
use crate::reading;
use crate::wire::{Emotion, Kind, Topic, Visibility};

/// The reply to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// No comment in sight.
    Holding,
    /// Someone may harm themselves: a number to call, first.
    Distress,
    /// Someone has died, and nobody is blamed.
    Grief,
    Complaint(Complaint),
    Praise(Topic),
    /// `personal`: about the author's own order, bill or account.
    Question {
        topic: Topic,
        personal: bool,
    },
    Suggestion,
    Rumour,
    Accusation,
    /// Provocation, rough words: one calm sentence.
    Calm,
    /// Hate, threats, violence: a reference to the house rules, and nothing to argue with.
    Moderate,
    Spam,
    /// Nothing to repair, to answer or to thank for.
    Neutral,
}

/// A complaint, as a reply sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Complaint {
    pub(super) topic: Topic,
    pub(super) emotion: Emotion,
    /// The key of the thing itself in the bank, where the comment says it.
    pub(super) detail: Option<&'static str>,
    pub(super) place: Place,
}

/// Where the conversation goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// One person's case, in public: invite to private.
    InvitePrivately,
    /// Everybody's case: answer here.
    AnswerHere,
    /// Already in private: ask here.
    InPrivate,
}

/// A thing a comment may say, and the topics in which naming it makes sense.
const DETAILS: [(Cue, &str, &[Topic]); 19] = [
    (cue::DETAIL_FIRE, "fire", &[Topic::Safety]),
    (cue::DETAIL_HURT, "hurt", &[Topic::Safety]),
    (cue::DETAIL_CHARGED_TWICE, "charged-twice", &[Topic::Billing, Topic::Refund]),
    (cue::DETAIL_HACKED, "hacked", &[Topic::Account]),
    (cue::DETAIL_LOCKED, "locked", &[Topic::Account]),
    (cue::DETAIL_ON_HOLD, "on-hold", &[Topic::Support]),
    (
        cue::DETAIL_NO_ANSWER,
        "no-answer",
        &[Topic::Support, Topic::Refund, Topic::Billing, Topic::Account, Topic::Other],
    ),
    (cue::DETAIL_RUDE, "rude", &[Topic::Staff]),
    (cue::DETAIL_MISDELIVERED, "misdelivered", &[Topic::Delivery]),
    (cue::DETAIL_BROKEN, "broken", &[Topic::Delivery, Topic::Quality]),
    (cue::DETAIL_WRONG_ITEM, "wrong-item", &[Topic::Delivery, Topic::Quality]),
    (cue::DETAIL_LATE, "late", &[Topic::Delivery, Topic::Refund]),
    (cue::DETAIL_PRICE_RISE, "price-rise", &[Topic::Price]),
    (cue::DETAIL_OUTAGE, "outage", &[Topic::Availability]),
    (cue::DETAIL_CANCELLED, "cancelled", &[Topic::Availability]),
    (cue::DETAIL_OUT_OF_STOCK, "out-of-stock", &[Topic::Availability]),
    (cue::DETAIL_CLOSED, "closed", &[Topic::Availability]),
    (cue::DETAIL_CRASH, "crash", &[Topic::Quality]),
    (cue::DETAIL_FOOD, "food", &[Topic::Quality]),
];

impl Case {
    /// What this comment calls for.
    pub(super) fn of(comment: Option<&Comment<'_>>, visibility: Visibility) -> Self {
        let Some(comment) = comment else { return Self::Holding };
        let reading = &comment.reading;
        let is = |kind| reading.kinds.contains(&kind);
        if comment.scan.has(cue::DETAIL_DISTRESS) {
            return Self::Distress;
        }
        if is(Kind::Spam) {
            return Self::Spam;
        }
        let blamed =
            is(Kind::Accusation) || reading.deletable || comment.scan.weight(cue::KIND_COMPLAINT) >= 2;
        if comment.scan.has(cue::DETAIL_GRIEF) && !blamed && !is(Kind::Question) && !is(Kind::Praise) {
            return Self::Grief;
        }
        if is(Kind::Hate) || is(Kind::Threat) || is(Kind::Violence) {
            return Self::Moderate;
        }
        if is(Kind::Complaint) {
            return if reading::is_sure(&comment.text, &comment.scan) {
                Self::Complaint(Complaint::of(comment, visibility))
            } else {
                Self::Holding
            };
        }
        if is(Kind::Insult) {
            return if reading.deletable { Self::Moderate } else { Self::Calm };
        }
        if is(Kind::Misinformation) {
            return Self::Rumour;
        }
        if is(Kind::Accusation) {
            return Self::Accusation;
        }
        let topic = reading.topic;
        match reading.kinds.first() {
            Some(Kind::Praise) => Self::Praise(topic),
            Some(Kind::Question) => Self::Question {
                topic,
                personal: matches!(topic, Topic::Delivery | Topic::Refund | Topic::Billing | Topic::Account)
                    && comment.scan.has(cue::PERSON_SELF)
                    && visibility == Visibility::Public,
            },
            Some(Kind::Suggestion) => Self::Suggestion,
            Some(Kind::Troll) => Self::Calm,
            _ => Self::Neutral,
        }
    }
}

impl Complaint {
    /// A complaint about a topic, whatever the comment.
    #[cfg(test)]
    pub(super) fn about(topic: Topic, emotion: Emotion, place: Place) -> Self {
        Self { topic, emotion, detail: None, place }
    }

    pub(super) fn of(comment: &Comment<'_>, visibility: Visibility) -> Self {
        let reading = &comment.reading;
        let detail = DETAILS
            .iter()
            .find(|(cue, _, topics)| topics.contains(&reading.topic) && comment.scan.has(*cue))
            .map(|&(_, key, _)| key);
        let place = if visibility == Visibility::Private {
            Place::InPrivate
        } else if reading::is_individual_case(&comment.text, &comment.scan, reading) {
            Place::InvitePrivately
        } else {
            Place::AnswerHere
        };
        Self { topic: reading.topic, emotion: reading.emotion, detail, place }
    }

    /// What is said of the thing itself.
    pub(super) fn echo_key(&self) -> String {
        self.detail.map_or_else(
            || format!("complaint.{}.echo", topic_key(self.topic)),
            |key| format!("detail.{key}"),
        )
    }
}

/// A topic as the bank names it.
pub(super) fn topic_key(topic: Topic) -> &'static str {
    match topic {
        Topic::Delivery => "delivery",
        Topic::Refund => "refund",
        Topic::Quality => "quality",
        Topic::Support => "support",
        Topic::Price => "price",
        Topic::Billing => "billing",
        Topic::Safety => "safety",
        Topic::Privacy => "privacy",
        Topic::Ethics => "ethics",
        Topic::Availability => "availability",
        Topic::Account => "account",
        Topic::Staff => "staff",
        Topic::Other => "other",
    }
}

/// An emotion as the bank names it.
pub(super) fn emotion_key(emotion: Emotion) -> &'static str {
    match emotion {
        Emotion::Neutral => "neutral",
        Emotion::Anger => "anger",
        Emotion::Disappointment => "disappointment",
        Emotion::Worry => "worry",
        Emotion::Sadness => "sadness",
        Emotion::Irony => "irony",
        Emotion::Joy => "joy",
        Emotion::Gratitude => "gratitude",
    }
}
