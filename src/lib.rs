//! The core of Sang-froid: it reads a comment, checks the reply to it, and suggests a calmer one.
//!
//! It knows nothing of browsers, clocks, networks or the DOM: texts come in, data goes out.
//!
//! # The way of a draft
//!
//! ```text
//! draft ── text::fold ── text::token ── text::sentence ── language
//!            (offsets)      (symbols)                        │
//!                                                            ▼
//!   src/rules/*.toml ─┐                            matching (one pass of the
//!   src/lexicon/*.tsv ┼─ build/ ── tables ───────▶  automaton: hits and cues)
//!   src/reading/cues ─┘                                      │
//!                                                            ▼
//! comment ── reading ───────────────▶ check (guards ─ rules with code ─ policy) ── Report
//!                │                                           ▲
//!                ├──────────────▶ reply (suggestions, calmer version; each is checked)
//!                └──────────────▶ moderation (may it be deleted?)
//! ```
//!
//! # The few types a newcomer needs
//!
//! ```
//! use sangfroid::{Checker, Unit, wire::CheckRequest};
//!
//! let checker = Checker::default();
//! let request = CheckRequest { draft: Some("Vous êtes un idiot.".to_owned()), ..CheckRequest::default() };
//! let report = checker.check(&request, Unit::Scalar);
//! assert_eq!(report.findings[0].rule, "insult");
//! ```

mod check;
mod language;
mod matching;
mod model;
mod moderation;
mod network;
mod order;
mod policy;
mod reading;
mod reply;
mod rules;
mod text;
#[cfg(feature = "wasm")]
mod wasm;
pub mod wire;

pub use language::Language;
#[cfg(feature = "quality")]
pub use model::inside;
pub use policy::{Level, Policy, PolicyError};
pub use text::span::Unit;

use check::{Comment, Judgement, Setting};
use rules::RuleId;
use text::span::Converter;
use wire::{
    AnalyzeRequest, CheckRequest, Finding, Fix, Locale, ModerationAdvice, ModerationRequest, Reading, Report,
    Suggestions,
};

/// The checker under a brand's policy. Cheap to make, and to keep.
#[derive(Clone, Debug, Default)]
pub struct Checker {
    policy: Policy,
}

impl Checker {
    /// A checker under a policy.
    pub fn new(policy: Policy) -> Self {
        Self { policy }
    }

    /// Checks a draft, against the comment it answers where there is one.
    pub fn check(&self, request: &CheckRequest, unit: Unit) -> Report {
        let comment = comment_of(request);
        let judgement = check::judge(request.draft(), comment.as_ref(), setting_of(request), &self.policy);
        report(request, judgement, unit, &self.policy)
    }

    /// Reads a comment.
    pub fn analyze(&self, request: &AnalyzeRequest) -> Reading {
        let hint = request.lang.as_deref().and_then(Language::from_code);
        let mut reading = Comment::read(&request.text, hint).reading;
        reading.id = request.id.clone();
        reading
    }

    /// Says whether the rule lets a comment be deleted, hidden, reported, or its author blocked.
    ///
    /// # Errors
    /// Says so where the comment holds no word: what cannot be read is not judged.
    pub fn advise_moderation(&self, request: &ModerationRequest) -> Result<ModerationAdvice, String> {
        let hint = request.lang.as_deref().and_then(Language::from_code);
        moderation::advise(request, &Comment::read(&request.text, hint))
    }

    /// Suggests replies, and the draft made calmer where there is one.
    pub fn suggest(&self, request: &CheckRequest) -> Suggestions {
        let comment = comment_of(request);
        let mut suggestions = reply::suggest(request, comment.as_ref(), &self.policy);
        suggestions.id = request.id.clone();
        suggestions
    }
}

fn comment_of(request: &CheckRequest) -> Option<Comment<'_>> {
    let source = request.comment.as_deref().filter(|text| !text.trim().is_empty())?;
    Some(Comment::read(source, request.lang.as_deref().and_then(Language::from_code)))
}

pub(crate) fn setting_of(request: &CheckRequest) -> Setting<'_> {
    let alone = Setting::default();
    Setting {
        hint: request.lang.as_deref().and_then(Language::from_code),
        network: request.network.as_deref(),
        visibility: request.visibility.unwrap_or_default(),
        author: request.author.as_deref(),
        situation: request.situation.as_ref().unwrap_or(alone.situation),
    }
}

/// The language people are spoken to: the one asked for, else that of the draft, else French.
pub(crate) fn locale_of(request: &CheckRequest, language: Language) -> Locale {
    request.locale.unwrap_or(if language == Language::En { Locale::En } else { Locale::Fr })
}

/// What a finding says, from its rule's file or from the brand's policy.
struct Said<'p> {
    rule: &'static str,
    message: &'p str,
    why: &'p str,
    label: &'p str,
    source: &'p str,
}

impl<'p> Said<'p> {
    fn of(id: RuleId, locale: Locale, policy: &'p Policy) -> Option<Self> {
        if let Some(place) = id.brand_place() {
            let pattern = policy.patterns().get(place)?;
            let label = pattern.fix.as_deref().unwrap_or_default();
            let (message, why, source) = (&pattern.message, &pattern.why, policy.brand());
            return Some(Self { rule: RuleId::BRAND, message, why, label, source });
        }
        let texts = rules::texts(id, locale)?;
        Some(Self {
            rule: rules::RULES.get(usize::from(id.0))?.id,
            message: texts.message,
            why: texts.why,
            label: texts.label,
            source: texts.source,
        })
    }
}

fn report(request: &CheckRequest, judgement: Judgement, unit: Unit, policy: &Policy) -> Report {
    let draft = request.draft();
    let locale = locale_of(request, judgement.language);
    let mut offsets = Converter::new(draft, unit);
    let words = |span: std::ops::Range<usize>| draft.get(span).unwrap_or_default().to_owned();
    let findings = judgement
        .findings
        .iter()
        .filter_map(|finding| {
            let said = Said::of(finding.rule, locale, policy)?;
            let fix =
                |replacement: &String| Fix { label: said.label.to_owned(), replacement: replacement.clone() };
            let also: Vec<String> = finding
                .also
                .iter()
                .filter_map(|&rule| Some(Said::of(rule, locale, policy)?.rule.to_owned()))
                .collect();
            Some(Finding {
                rule: said.rule.to_owned(),
                severity: finding.severity?,
                start: offsets.convert(finding.span.start),
                end: offsets.convert(finding.span.end),
                text: words(finding.span.clone()),
                message: said.message.to_owned(),
                why: said.why.to_owned(),
                source: said.source.to_owned(),
                fixes: finding.replacement.iter().map(fix).collect(),
                weighed: (!finding.weighed.is_empty())
                    .then(|| finding.weighed.iter().cloned().map(words).collect()),
                also: (!also.is_empty()).then_some(also),
            })
        })
        .collect();
    Report {
        id: request.id.clone(),
        verdict: judgement.verdict,
        gate: policy.gate_for(judgement.verdict),
        temperature: judgement.temperature,
        language: judgement.language.code().to_owned(),
        findings,
        checked: judgement.checked.map(|bytes| Converter::new(draft, unit).convert(bytes)),
    }
}
