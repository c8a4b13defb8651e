//! A draft, judged: alone and against the comment it answers.

mod finding;
mod guards;
mod temperature;

use std::ops::Range;

use crate::language::Language;
use crate::matching::{Scan, When, cue};
use crate::model;
use crate::policy::Policy;
use crate::reading;
use crate::rules::{self, RULES, RuleId};
use crate::text::{Sentence, Text};
use crate::wire::{Kind, Reading, Sentiment, Severity, Signal, Situation, Verdict, Visibility};

pub(crate) use finding::RawFinding;

/// Longer drafts are checked up to this many bytes, and the report says so.
///
/// No network takes a reply of a tenth of this; the bound keeps the answer within a second whatever is pasted.
pub(crate) const LONGEST_DRAFT: usize = 100_000;
/// Comments are read up to this many bytes.
pub(crate) const LONGEST_COMMENT: usize = 20_000;
/// Findings past this many, the least grave, say nothing more.
const MOST_FINDINGS: usize = 100;

/// The comment being answered, read.
pub(crate) struct Comment<'c> {
    pub(crate) text: Text<'c>,
    pub(crate) scan: Scan,
    pub(crate) reading: Reading,
}

impl<'c> Comment<'c> {
    /// Reads a comment.
    pub(crate) fn read(source: &'c str, hint: Option<Language>) -> Self {
        let text = Text::read(up_to(source, LONGEST_COMMENT), hint);
        let scan = Scan::of(&text);
        let reading = reading::read(&text, &scan);
        Self { text, scan, reading }
    }
}

/// Everything a rule may look at.
pub(crate) struct Context<'c> {
    pub(crate) text: &'c Text<'c>,
    pub(crate) scan: &'c Scan,
    pub(crate) comment: Option<&'c Comment<'c>>,
    pub(crate) network: Option<&'c str>,
    pub(crate) visibility: Visibility,
    /// The name the comment's author goes by.
    pub(crate) author: Option<&'c str>,
    pub(crate) situation: &'c Situation,
    pub(crate) policy: &'c Policy,
}

impl Context<'_> {
    /// Whether the comment is what a pattern asks it to be. Without a comment, only what asks nothing counts.
    pub(crate) fn answers(&self, when: When) -> bool {
        let Some(comment) = self.comment else { return when == When::Always };
        let reading = &comment.reading;
        let is_one_of = |kinds: &[Kind]| reading.kinds.iter().any(|kind| kinds.contains(kind));
        match when {
            When::Always => true,
            When::Complaint => {
                // Short comments often hold no word that tells: nobody is praised, and something is answered.
                is_one_of(&[Kind::Complaint, Kind::Accusation, Kind::Neutral])
                    || reading.sentiment == Sentiment::Negative
            }
            When::Grave => reading.severity >= 2 || reading.signals.contains(&Signal::Safety),
            When::Abuse => reading.offensive || is_one_of(&[Kind::Troll, Kind::Insult, Kind::Threat]),
            When::Praise => is_one_of(&[Kind::Praise]) && reading.sentiment == Sentiment::Positive,
        }
    }

    /// Whether the comment says that something went wrong, and nothing less.
    pub(crate) fn answers_a_complaint(&self) -> bool {
        self.comment.is_some_and(|comment| {
            let kinds = &comment.reading.kinds;
            kinds.contains(&Kind::Complaint) || kinds.contains(&Kind::Accusation)
        })
    }

    /// Whether a sentence thanks or congratulates.
    pub(crate) fn is_warm(&self, sentence: &Sentence) -> bool {
        let inside = |tokens: &std::ops::Range<usize>| {
            sentence.tokens.start <= tokens.start && tokens.end <= sentence.tokens.end
        };
        [cue::MOVE_THANKS, cue::MOVE_GREETING, cue::SENTIMENT_POSITIVE]
            .into_iter()
            .any(|cue| self.scan.cue_hits(cue).any(|hit| inside(&hit.tokens) && !hit.negated))
    }
}

/// What a check is asked about, beside the texts.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'s> {
    pub(crate) hint: Option<Language>,
    pub(crate) network: Option<&'s str>,
    pub(crate) visibility: Visibility,
    pub(crate) author: Option<&'s str>,
    pub(crate) situation: &'s Situation,
}

impl Default for Setting<'_> {
    fn default() -> Self {
        Self {
            hint: None,
            network: None,
            visibility: Visibility::Public,
            author: None,
            situation: &NOTHING_KNOWN,
        }
    }
}

/// What is known beside a text that comes alone.
static NOTHING_KNOWN: Situation = Situation {
    fault: None,
    incident: None,
    age: None,
    limit: None,
    exchanges: None,
    statement: None,
    voice: None,
    previous: None,
    facts: None,
};

/// A judgement, in byte offsets.
pub(crate) struct Judgement {
    pub(crate) verdict: Verdict,
    pub(crate) temperature: u8,
    pub(crate) language: Language,
    pub(crate) findings: Vec<RawFinding>,
    /// Bytes checked, where that is not all.
    pub(crate) checked: Option<usize>,
}

/// Judges a draft.
pub(crate) fn judge(
    draft: &str,
    comment: Option<&Comment<'_>>,
    setting: Setting<'_>,
    policy: &Policy,
) -> Judgement {
    let kept = up_to(draft, LONGEST_DRAFT);
    // A reply is expected in the language of the comment.
    let expected = comment.map(|c| c.text.language()).filter(|l| *l != Language::Unknown);
    let text = Text::read(kept, setting.hint.or(expected));
    let scan = Scan::of(&text);
    let context = Context {
        text: &text,
        scan: &scan,
        comment,
        network: setting.network,
        visibility: setting.visibility,
        author: setting.author,
        situation: setting.situation,
        policy,
    };
    let model = model::Reader::new(&text, &scan);
    let mut findings = Vec::new();
    for hit in &scan.hits {
        let Some(rule) = RULES.get(usize::from(hit.rule)) else { continue };
        if context.answers(hit.output.when)
            && guards::pass(&context, rule, hit, policy)
            && rules::keeps(&context, hit)
        {
            let mut finding = RawFinding::of_pattern(&context, rule, hit);
            // A pattern that says `severity = "warn"` is sure of itself.
            if finding.severity_declared() == Some(Severity::Warn)
                && hit.output.severity.is_none()
                && policy.asks_the_model()
                && model.finds_courteous(hit.sentence)
            {
                finding.soften(Severity::Advice);
            }
            findings.push(finding);
        }
    }
    findings.extend(rules::found_by_code(&context).into_iter().map(RawFinding::of_code));
    for (place, pattern) in policy.patterns().iter().enumerate() {
        let matches = pattern.find(&text);
        findings
            .extend(matches.into_iter().map(|tokens| RawFinding::of_brand(&context, place, pattern, tokens)));
    }
    if policy.asks_the_model() {
        let added = found_by_model(&context, &model, &findings);
        findings.extend(added);
    }
    findings.retain(|finding| finding.is_heard(&context));
    for finding in &mut findings {
        finding.apply(policy, text.source);
    }
    findings.retain(|finding| finding.severity.is_some());
    guards::soften(&context, &mut findings);
    let findings = finding::one_per_place(findings);
    let verdict = findings.iter().filter_map(|f| f.severity).max().map_or(Verdict::Ok, verdict_of);
    Judgement {
        verdict,
        temperature: temperature::of(&findings, &text),
        language: text.language(),
        findings,
        checked: (kept.len() < draft.len()).then_some(kept.len()),
    }
}

/// What the model adds, in sentences where the rules stop nothing.
fn found_by_model(context: &Context<'_>, model: &model::Reader<'_>, known: &[RawFinding]) -> Vec<RawFinding> {
    // Under praise people tease each other, in words the model takes for contempt.
    if context.answers(When::Praise) {
        return Vec::new();
    }
    let stopped: Vec<&Range<usize>> =
        known.iter().filter(|finding| finding.stops()).map(|finding| &finding.span).collect();
    // Regret and contempt use the same words: what apologises is left to the rules.
    let apologises =
        |at: usize| context.scan.cue_hits(cue::MOVE_APOLOGY).any(|hit| hit.sentence == at && !hit.quoted);
    let is_free = |at: usize, place: &Sentence| {
        !stopped.iter().any(|span| span.start < place.end && place.start < span.end) && !apologises(at)
    };
    let places = context.text.sentences.iter().enumerate();
    places
        .filter(|&(at, place)| is_free(at, place))
        .filter_map(|(at, _)| RawFinding::of_model(context, at, model.opinion(at)?))
        .collect()
}

fn verdict_of(severity: Severity) -> Verdict {
    match severity {
        Severity::Info => Verdict::Ok,
        Severity::Advice => Verdict::Advise,
        Severity::Warn => Verdict::Warn,
        Severity::Block => Verdict::Block,
    }
}

/// The start of a text, cut at a character.
fn up_to(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// The severity of a rule under a policy, its own being what the match says or else what the rule says; `None`
/// where it is off.
pub(crate) fn severity(rule: RuleId, own: Option<Severity>, policy: &Policy) -> Option<Severity> {
    if rule.brand_place().is_some() {
        return own;
    }
    let declared = RULES.get(usize::from(rule.0))?;
    policy.severity_of(declared.id, own.unwrap_or(declared.severity))
}
