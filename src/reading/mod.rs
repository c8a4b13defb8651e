//! The comment being answered: what it is, what it is about, what it asks, and how to stand towards it.
//!
//! Cues (`src/reading/cues`) and words are weighed by what was learnt on labelled comments (`scorer.rs`). It would
//! rather say less than call an angry customer offensive.

mod clues;
mod emotion;
mod features;
#[cfg(feature = "quality")]
pub mod inside;
mod kind;
mod moderation;
mod posture;
mod questions;
mod scorer;
mod sentiment;
mod severity;
mod signals;
mod topic;
mod weights;

use crate::matching::{Scan, cue};
use crate::text::Text;
use crate::wire::{Kind, Reading, Signal, Topic};
use clues::Clues;
use scorer::Scores;
use weights::Weights;

/// Words.
const SHORT_OUTBURST: usize = 4;

/// Reads a comment.
pub(crate) fn read(text: &Text<'_>, scan: &Scan) -> Reading {
    read_with(text, scan, weights::weights())
}

fn read_with(text: &Text<'_>, scan: &Scan, weights: &Weights) -> Reading {
    let clues = Clues::of(text, scan);
    let questions = questions::of(text, scan);
    let scores = Scores::of(&features::of(text, scan, &clues, !questions.is_empty()), weights);
    let kinds = kind::of(&scores, &clues);
    let signals = signals::of(text, scan, &kinds);
    let deletable = moderation::is_deletable(&scores, &clues, &kinds);
    let offensive = moderation::is_offensive(&scores, &clues, &kinds);
    let severity = severity::of(&scores, &clues, &kinds);
    Reading {
        id: None,
        language: text.language().code().to_owned(),
        sentiment: sentiment::of(&clues, &kinds),
        emotion: emotion::of(scan, &clues, &kinds),
        severity,
        urgent: severity::is_urgent(&scores, &clues, &kinds, &signals, severity),
        offensive,
        deletable,
        posture: posture::of(&kinds, deletable),
        kinds,
        topic: scores.topic(),
        signals,
        questions,
    }
}

/// Whether a private person is named or located in it, for others to find.
pub(crate) fn exposes_someone(text: &Text<'_>, scan: &Scan) -> bool {
    moderation::is_exposing(&Clues::of(text, scan))
}

/// Whether words say what the comment is; otherwise its kind is only the likeliest.
pub(crate) fn is_sure(text: &Text<'_>, scan: &Scan) -> bool {
    let clues = Clues::of(text, scan);
    let told = scan.has(cue::FAULT_PLAIN) || scan.has(cue::FAULT_TROUBLE);
    told || clues.ironic || clues.complaint > 0 || (clues.negative > 0 && clues.about_something)
}

/// Whether a comment tells of one person's own trouble, which is better settled in private: not an outage for
/// all, nor a matter of principle, nor praise, nor a general question.
pub(crate) fn is_individual_case(text: &Text<'_>, scan: &Scan, reading: &Reading) -> bool {
    let is = |kind| reading.kinds.contains(&kind);
    let clues = Clues::of(text, scan);
    let transaction = matches!(
        reading.topic,
        Topic::Delivery | Topic::Refund | Topic::Billing | Topic::Account | Topic::Staff
    );
    let told = clues.complaint > 0 || clues.negative > 0;
    let plain = clues.complaint >= 2 || clues.ironic || (told && clues.about_something) || transaction;
    if !is(Kind::Complaint)
        || !plain
        || clues.grief
        || reading.deletable
        || is(Kind::Suggestion)
        || is(Kind::Misinformation)
    {
        return false;
    }
    if scan.has(cue::PERSON_EVERYONE) || reading.signals.contains(&Signal::Boycott) {
        return false;
    }
    // A few words of anger are about what just happened to their author.
    let own = scan.has(cue::PERSON_SELF) || clues.length <= SHORT_OUTBURST;
    match reading.topic {
        Topic::Delivery | Topic::Refund | Topic::Billing | Topic::Account | Topic::Staff => true,
        Topic::Support | Topic::Quality | Topic::Privacy | Topic::Safety | Topic::Other => own,
        Topic::Availability => own && !scan.has(cue::DETAIL_OUTAGE) && !scan.has(cue::DETAIL_OUT_OF_STOCK),
        Topic::Price | Topic::Ethics => false,
    }
}
