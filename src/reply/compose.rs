//! Phrases put together into a reply, for each of the three strategies.

use super::bank::{Bank, Seed};
use super::case::{Case, Complaint, Place, emotion_key, topic_key};
use super::length::fits;
use crate::text::uncapitalise;
use crate::wire::{Emotion, Topic};

/// How a reply goes about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strategy {
    Short,
    Empathic,
    Complete,
}

impl Strategy {
    pub(super) const ALL: [Self; 3] = [Self::Short, Self::Empathic, Self::Complete];

    /// As the wire and the bank name it.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Empathic => "empathic",
            Self::Complete => "complete",
        }
    }
}

/// Everything a composition needs.
#[derive(Clone, Copy)]
pub(super) struct Order<'o> {
    pub(super) bank: Bank,
    pub(super) name: Option<&'o str>,
    pub(super) network: Option<&'o str>,
    pub(super) seed: Seed,
}

/// A phrase, and how much the reply needs it: where the network is short of room, the least needed goes first.
struct Part {
    text: String,
    need: u8,
}

/// Writes a reply.
pub(super) fn compose(case: Case, strategy: Strategy, order: Order<'_>) -> String {
    let seed = order.seed.and(strategy.key());
    let writer = Writer { order: Order { seed, ..order }, parts: Vec::new() };
    writer.write(case, strategy).finish()
}

struct Writer<'o> {
    order: Order<'o>,
    parts: Vec<Part>,
}

impl Writer<'_> {
    fn write(mut self, case: Case, strategy: Strategy) -> Self {
        match case {
            Case::Complaint(complaint) => self.complaint(complaint, strategy),
            Case::Praise(topic) => self.praise(topic, strategy),
            Case::Question { topic, personal } => self.question(topic, personal, strategy),
            Case::Suggestion => self.three("suggestion", strategy),
            Case::Rumour => self.three("rumour", strategy),
            Case::Accusation => self.three("accusation", strategy),
            Case::Calm => self.ready_made("calm", strategy, true),
            Case::Neutral => self.ready_made("neutral", strategy, true),
            Case::Holding => self.ready_made("holding", strategy, true),
            Case::Grief => self.ready_made("grief", strategy, true),
            Case::Distress => self.ready_made("distress", strategy, true),
            Case::Moderate => self.ready_made("moderate", strategy, false),
            Case::Spam => self.ready_made("spam", strategy, false),
        }
        self
    }

    fn complaint(&mut self, complaint: Complaint, strategy: Strategy) {
        let topic = format!("complaint.{}", topic_key(complaint.topic));
        self.greet();
        match strategy {
            Strategy::Short => self.say(&format!("{topic}.sorry"), 7),
            Strategy::Empathic => {
                self.say(&complaint.echo_key(), 6);
                if complaint.topic != Topic::Safety
                    && !(complaint.topic == Topic::Ethics && complaint.emotion == Emotion::Anger)
                {
                    self.say(&format!("feeling.{}", emotion_key(complaint.emotion)), 1);
                }
                self.say(&format!("{topic}.sorry"), 4);
            }
            Strategy::Complete => {
                self.say(&complaint.echo_key(), 5);
                self.say(&format!("{topic}.sorry"), 6);
                if complaint.place == Place::InvitePrivately {
                    self.say(&format!("{topic}.step"), 3);
                }
            }
        }
        let danger = complaint.topic == Topic::Safety && strategy != Strategy::Complete;
        if danger && complaint.place == Place::InvitePrivately {
            self.say(&format!("{topic}.step"), 8);
        }
        match complaint.place {
            Place::InvitePrivately => self.say(&invite_key(self.order.bank, self.order.network), 9),
            Place::AnswerHere => self.say(&format!("{topic}.follow"), 9),
            Place::InPrivate => self.say(&format!("{topic}.private"), 9),
        }
    }

    fn praise(&mut self, topic: Topic, strategy: Strategy) {
        self.greet();
        if strategy == Strategy::Short {
            let staff = matches!(topic, Topic::Staff | Topic::Support);
            self.say(if staff { "praise.staff-short" } else { "praise.short" }, 9);
            return;
        }
        self.say("praise.thanks", 9);
        self.say(&format!("praise.{}", topic_key(topic)), 6);
        if strategy == Strategy::Complete {
            self.say("praise.end", 5);
        }
    }

    fn question(&mut self, topic: Topic, personal: bool, strategy: Strategy) {
        self.greet();
        if strategy == Strategy::Short {
            self.say("question.short", 9);
            return;
        }
        self.say("question.thanks", 4);
        let promise = format!(
            "{} {}",
            self.pick(&format!("question.{}", topic_key(topic))),
            self.pick("question.promise")
        );
        self.push(promise, 9);
        if strategy == Strategy::Complete {
            self.say(if personal { "question.personal" } else { "question.more" }, 3);
        }
    }

    /// Short, or thanks and step, or thanks, step and more.
    fn three(&mut self, kind: &str, strategy: Strategy) {
        self.greet();
        if strategy == Strategy::Short {
            self.say(&format!("{kind}.short"), 9);
            return;
        }
        self.say(&format!("{kind}.thanks"), 5);
        self.say(&format!("{kind}.step"), 9);
        if strategy == Strategy::Complete {
            self.say(&format!("{kind}.more"), 3);
        }
    }

    /// A reply the bank holds whole; its later sentences are the less needed.
    fn ready_made(&mut self, kind: &str, strategy: Strategy, greets: bool) {
        if greets {
            self.greet();
        }
        let whole = self.pick(&format!("{kind}.{}", strategy.key()));
        for (index, sentence) in whole.split_inclusive(". ").enumerate() {
            self.push(sentence.trim_end().to_owned(), 9_u8.saturating_sub(index as u8));
        }
    }

    fn greet(&mut self) {
        let greeting = match self.order.name {
            Some(name) => self.pick("greeting.named").replace("{name}", name),
            None => self.pick("greeting.plain").to_owned(),
        };
        self.push(greeting, 2);
    }

    fn pick(&self, key: &str) -> &'static str {
        self.order.bank.pick(key, self.order.seed)
    }

    fn say(&mut self, key: &str, need: u8) {
        let phrase = self.pick(key);
        self.push(phrase.to_owned(), need);
    }

    fn push(&mut self, text: String, need: u8) {
        if !text.is_empty() {
            self.parts.push(Part { text, need });
        }
    }

    /// Joins the parts, leaving out the least needed until the network takes the text.
    fn finish(mut self) -> String {
        loop {
            let text = joined(&self.parts);
            let least =
                self.parts.iter().enumerate().rev().min_by_key(|(_, part)| part.need).map(|(index, _)| index);
            match least {
                Some(index) if self.parts.len() > 1 && !fits(&text, self.order.network) => {
                    self.parts.remove(index);
                }
                _ => return text,
            }
        }
    }
}

/// After a greeting's comma the sentence goes on in lower case.
fn joined(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push(' ');
        }
        if text.ends_with(", ") && !keeps_its_capital(&part.text) {
            text.push_str(&uncapitalise(&part.text));
        } else {
            text.push_str(&part.text);
        }
    }
    text
}

/// "I", and names.
fn keeps_its_capital(phrase: &str) -> bool {
    ["I ", "I'", "Samaritans"].iter().any(|start| phrase.starts_with(start))
}

/// The key of the invitation for a network.
pub(super) fn invite_key(bank: Bank, network: Option<&str>) -> String {
    let own = format!("invite.{}", network.unwrap_or("any"));
    if bank.variants(&own).is_empty() { "invite.any".to_owned() } else { own }
}
