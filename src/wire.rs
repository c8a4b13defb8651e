//! What crosses the border: requests in, answers out, the same fields in the CLI and in WebAssembly.
//!
//! TypeScript declarations are generated from this file (`cargo xtask build` writes `pkg/wire.d.ts`).
//! Offsets (`start`, `end`) count Unicode scalar values in the CLI and UTF-16 code units in WebAssembly.

use std::fmt;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};

/// A caller's own mark on a request, given back unchanged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Id {
    /// A whole number.
    Whole(#[cfg_attr(feature = "types", ts(type = "number"))] i64),
    /// A text.
    Text(String),
}

/// By hand: what serde derives for two alternatives carries a reader of everything along.
impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IdVisitor;
        impl Visitor<'_> for IdVisitor {
            type Value = Id;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number or a text")
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Id, E> {
                Ok(Id::Whole(value))
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Id, E> {
                i64::try_from(value).map(Id::Whole).map_err(|_| E::custom("the id is too large"))
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<Id, E> {
                Ok(Id::Text(value.to_owned()))
            }
        }
        deserializer.deserialize_any(IdVisitor)
    }
}

/// A language the interface speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// French, the first language of the product.
    #[default]
    Fr,
    /// English.
    En,
}

/// Who can read the reply once posted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Everyone.
    #[default]
    Public,
    /// Only the author of the comment.
    Private,
}

/// How serious a finding is. The order is the order of gravity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Side panel only.
    Info,
    /// Underlined, never interrupts.
    Advice,
    /// Stops the post once.
    Warn,
    /// Stops the post once, and asks for more to go on.
    Block,
}

/// What the findings say together: the highest severity among them, where `info` counts as `ok`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Nothing to say, or only information.
    #[default]
    Ok,
    /// Could be better.
    Advise,
    /// The send gate stops it once.
    Warn,
    /// The send gate stops it once, harder.
    Block,
}

/// What the send gate asks before a reply it stopped may still be posted. The order is that of strictness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum GateMode {
    /// One confirmation, after the breathing pause.
    Confirm,
    /// A reason, and a button held.
    Hold,
    /// Nothing: it cannot be posted as it stands.
    Final,
}

/// Whether what went wrong is ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Fault {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// Nobody knows yet.
    #[default]
    Unknown,
}

/// How far a crisis has gone. The order is the order of gravity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Incident {
    /// None.
    #[default]
    Green,
    /// Watched.
    Yellow,
    /// Under way.
    Orange,
    /// Grave.
    Red,
}

/// How the customer is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// « tu »; in English, casual.
    Tu,
    /// « vous »; in English, formal.
    Vous,
}

/// What is known of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum FactStatus {
    /// Confirmed by someone whose task it is.
    Confirmed,
    /// Being verified.
    Unverified,
    /// Known to be false.
    False,
}

/// A line of the facts register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Fact {
    /// The claim, as one would write it.
    pub claim: String,
    /// What is known of it.
    pub status: FactStatus,
}

/// What is known beside the texts; everything is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
#[serde(default)]
pub struct Situation {
    /// Whose fault it is, as the person who answers says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<Fault>,
    /// The level of the incident under way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<Incident>,
    /// Minutes since the comment was posted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<u32>,
    /// The most this reply box takes, as its page says, in the unit its network counts in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Replies this author already had from us in the thread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchanges: Option<u32>,
    /// The draft is a statement that was approved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<bool>,
    /// How this customer was spoken to so far, or how the brand speaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voice: Option<Voice>,
    /// Recent replies to others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<Vec<String>>,
    /// The facts register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<Vec<Fact>>,
}

/// A draft to check, alone or against the comment it answers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct CheckRequest {
    /// Given back in the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The reply as it would be posted. May be absent only where suggestions are asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<String>,
    /// The comment being answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The language expected of the draft (`fr`, `en`); a hint, used where the text alone does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The network (`facebook`, `x`, `google`…).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    /// Public unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visibility: Option<Visibility>,
    /// The displayed name of the comment's author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The language of messages, reasons and labels; the language of the draft where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// What is known beside the texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub situation: Option<Situation>,
}

impl CheckRequest {
    /// The draft; empty where there is none.
    pub fn draft(&self) -> &str {
        self.draft.as_deref().unwrap_or_default()
    }

    /// The request itself, if it has the draft that a check needs.
    ///
    /// # Errors
    /// Says that the draft is missing.
    pub fn with_draft(self) -> Result<Self, String> {
        if self.draft.is_some() { Ok(self) } else { Err("missing field `draft`".to_owned()) }
    }
}

/// A replacement for the words of a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Fix {
    /// What the button says.
    pub label: String,
    /// The text that takes the place of `start..end`; empty removes the words.
    pub replacement: String,
}

/// One thing a rule found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// How serious.
    pub severity: Severity,
    /// Where the words begin.
    pub start: usize,
    /// Where the words end (exclusive). Equal to `start` where something is missing rather than wrong.
    pub end: usize,
    /// The words themselves.
    pub text: String,
    /// What is the matter, in one sentence.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// Where the rule comes from.
    pub source: String,
    /// What could stand there instead.
    pub fixes: Vec<Fix>,
    /// Where the model found it, not a pattern: the words that weighed most, the heaviest first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighed: Option<Vec<String>>,
    /// Other rules that speak of the same words, less gravely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also: Option<Vec<String>>,
}

/// What the checker thinks of a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct Report {
    /// The request's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The highest severity among the findings.
    pub verdict: Verdict,
    /// Present where the gate stops the reply: what it asks, as the brand's policy has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gate: Option<GateMode>,
    /// 0 (calm) to 100 (aggressive).
    pub temperature: u8,
    /// The language of the draft: `fr`, `en`, another ISO 639-1 code, or `und`.
    pub language: String,
    /// In the order of the text.
    pub findings: Vec<Finding>,
    /// Present where the draft was too long: how many units of it, from the start, were checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<usize>,
}

/// A comment to read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct AnalyzeRequest {
    /// Given back in the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The comment.
    pub text: String,
    /// The language expected, a hint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
}

/// What the comment feels like as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Sentiment {
    /// Unhappy.
    Negative,
    /// Neither.
    #[default]
    Neutral,
    /// Happy.
    Positive,
    /// Both at once.
    Mixed,
}

/// The main emotion of a comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Emotion {
    /// None to speak of.
    #[default]
    Neutral,
    /// Colère.
    Anger,
    /// Déception.
    Disappointment,
    /// Inquiétude.
    Worry,
    /// Tristesse.
    Sadness,
    /// Ironie.
    Irony,
    /// Joie.
    Joy,
    /// Gratitude.
    Gratitude,
}

/// What kind of comment it is; a comment may be of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Something went wrong.
    Complaint,
    /// Something is asked.
    Question,
    /// Thanks or a compliment.
    Praise,
    /// An insult.
    Insult,
    /// Hate against a group.
    Hate,
    /// A threat.
    Threat,
    /// Violence called for or described.
    Violence,
    /// A false or unproven claim.
    Misinformation,
    /// An accusation of wrongdoing.
    Accusation,
    /// Advertising, a scam.
    Spam,
    /// Provocation for its own sake.
    Troll,
    /// An idea, a wish.
    Suggestion,
    /// None of these.
    Neutral,
}

/// What the comment is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Topic {
    /// A parcel, a courier, a delay.
    Delivery,
    /// Money to be given back.
    Refund,
    /// A product or service that is faulty or poor.
    Quality,
    /// Customer service that does not answer or help.
    Support,
    /// What it costs.
    Price,
    /// Invoices and debits.
    Billing,
    /// Health and danger.
    Safety,
    /// Personal data.
    Privacy,
    /// Values and conduct of the brand.
    Ethics,
    /// Outages, stock, opening hours.
    Availability,
    /// Log-in, account, subscription.
    Account,
    /// The conduct of an employee.
    Staff,
    /// Anything else.
    #[default]
    Other,
}

/// A sign that the comment may go further than itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Signal {
    /// A lawyer, a court, the authorities.
    Legal,
    /// Journalists.
    Media,
    /// A call to boycott.
    Boycott,
    /// A large audience.
    Influencer,
    /// Someone may be hurt.
    Safety,
    /// It is already being shared.
    Viral,
    /// The customer is leaving.
    Churn,
    /// It is not the first time.
    Repeat,
}

/// How to stand towards the author.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Posture {
    /// Acknowledge, apologise, solve, move to private.
    Repair,
    /// Answer the question.
    Inform,
    /// Thank.
    Thank,
    /// Put the facts right, with a source.
    Correct,
    /// Answer once, do not feed.
    Contain,
    /// Keep the evidence, moderate, escalate.
    Moderate,
    /// Note and thank.
    #[default]
    Listen,
}

/// What the reader makes of a comment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct Reading {
    /// The request's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// `fr`, `en`, another ISO 639-1 code, or `und`.
    pub language: String,
    /// Overall feeling.
    pub sentiment: Sentiment,
    /// Main emotion.
    pub emotion: Emotion,
    /// At least one.
    pub kinds: Vec<Kind>,
    /// Main topic.
    pub topic: Topic,
    /// 0 (nothing) to 3 (grave).
    pub severity: u8,
    /// Needs an answer now.
    pub urgent: bool,
    /// Offends someone.
    pub offensive: bool,
    /// May be moderated under the rule: offensive or violent, never mere criticism.
    pub deletable: bool,
    /// Signs of more to come.
    pub signals: Vec<Signal>,
    /// The questions it asks, as written.
    pub questions: Vec<String>,
    /// The posture advised.
    pub posture: Posture,
}

/// What one may do to somebody's comment, or account, instead of answering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum ModerationAction {
    /// Take the comment away for everyone.
    #[default]
    Delete,
    /// Take it away for all but its author.
    Hide,
    /// Keep its author out.
    Block,
    /// Tell the network of it.
    Report,
}

/// A comment somebody is about to moderate.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct ModerationRequest {
    /// Given back in the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The comment.
    pub text: String,
    /// What is about to be done.
    pub action: ModerationAction,
    /// The language expected of the comment, a hint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The language of the reasons; that of the comment where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
}

/// Whether the rule lets a comment be moderated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ModerationVerdict {
    /// It does: keep the evidence first.
    Allowed,
    /// It does not: better answer.
    AdvisedAgainst,
}

/// Why a comment may be moderated, or why it should not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ModerationCode {
    /// Allowed: it threatens.
    Threat,
    /// Allowed: it calls for violence, or tells of it with relish.
    Violence,
    /// Allowed: it hates a group of people.
    Hate,
    /// Allowed: somebody else's address, number, e-mail or account is in it.
    PersonalData,
    /// Allowed: it insults a person.
    Insult,
    /// Allowed: it advertises, or swindles.
    Spam,
    /// Allowed: it offends in another way.
    Offensive,
    /// To hide only: its author has put their own number, address or e-mail in it.
    OwnData,
    /// Against: rude words for poor work.
    Rude,
    /// Against: a customer complains.
    Complaint,
    /// Against: it accuses the brand.
    Accusation,
    /// Against: what it claims is doubtful, and wants facts.
    Misinformation,
    /// Against: it provokes, no more.
    Troll,
    /// Against: it asks something.
    Question,
    /// Against: it thanks or congratulates.
    Praise,
    /// Against: nothing in it offends.
    Harmless,
    /// Against, for want of knowing: it is in a language that is not read.
    Unread,
}

/// A reason, said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ModerationReason {
    /// For machines.
    pub code: ModerationCode,
    /// For people.
    pub text: String,
}

/// What the rule says of a moderation somebody is about to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct ModerationAdvice {
    /// The request's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// Allowed or not.
    pub verdict: ModerationVerdict,
    /// At least one, the gravest first.
    pub reasons: Vec<ModerationReason>,
    /// The rule, in one sentence.
    pub rule: String,
    /// What this action does, and to whom.
    pub why: String,
    /// Where the rule comes from.
    pub source: String,
    /// What to do: instead, or as well where it is allowed.
    pub instead: String,
    /// What was read of the comment.
    pub reading: Reading,
}

/// A reply ready to be inserted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Suggestion {
    /// What the button says.
    pub title: String,
    /// The reply.
    pub text: String,
    /// `short`, `empathic` or `complete`.
    pub strategy: String,
}

/// Suggested replies, and the draft made calmer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct Suggestions {
    /// The request's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// Three, each of which has passed the checker.
    pub suggestions: Vec<Suggestion>,
    /// The draft, calmer; `null` where there is no draft or nothing to change in it.
    #[cfg_attr(feature = "types", ts(optional = false))]
    pub calm: Option<String>,
}
