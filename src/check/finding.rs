//! Findings before they leave the core: byte offsets, one per place.

use std::ops::Range;

use super::{Context, MOST_FINDINGS, guards, severity};
use crate::matching::Hit;
use crate::matching::tables::Pack;
use crate::model::Opinion;
use crate::order;
use crate::policy::{BrandPattern, Policy};
use crate::rules::{self, Extend, Found, RULES, Rule, RuleId};
use crate::text::{capitalise, clause_around, uncapitalise};
use crate::wire::{Locale, Severity};

/// A finding in byte offsets.
#[derive(Clone, Debug)]
pub(crate) struct RawFinding {
    pub(crate) rule: RuleId,
    /// What the match says of its severity, where that is not what the rule says.
    own_severity: Option<Severity>,
    /// `None` until a policy is applied, and where it silences the rule.
    pub(crate) severity: Option<Severity>,
    pub(crate) span: Range<usize>,
    /// Takes the place of the span; empty removes it.
    pub(crate) replacement: Option<String>,
    /// The words that weighed most, where the model found it.
    pub(crate) weighed: Vec<Range<usize>>,
    /// Less grave rules at the same place.
    pub(crate) also: Vec<RuleId>,
}

impl RawFinding {
    /// From a pattern that matched.
    pub(crate) fn of_pattern(context: &Context<'_>, rule: &Rule, hit: &Hit) -> Self {
        let text = context.text;
        let sentence = text.sentences.get(hit.sentence).map_or(0..0, |s| s.tokens.clone());
        let tokens = match rule.extend {
            Extend::Words => hit.tokens.clone(),
            Extend::Clause => clause_around(text, &sentence, &hit.tokens),
            Extend::Sentence => sentence.clone(),
        };
        let mut span = text.span(tokens.clone());
        let locale = if hit.pack == Pack::French { Locale::Fr } else { Locale::En };
        let replacement = hit.output.fix.or_else(|| rules::texts(RuleId(hit.rule), locale)?.fix);
        if replacement == Some("") {
            span = with_what_follows(text.source, span);
        }
        let first_of_sentence = text.tokens_in(sentence.start..tokens.start).iter().all(|t| !t.is_read());
        Self {
            rule: RuleId(hit.rule),
            own_severity: rules::own_severity(hit),
            severity: None,
            replacement: replacement
                .map(|fix| if first_of_sentence { capitalise(fix) } else { adapted(fix) }),
            span,
            weighed: Vec::new(),
            also: Vec::new(),
        }
    }

    /// From a rule's code.
    pub(crate) fn of_code(found: Found) -> Self {
        Self {
            rule: found.rule,
            own_severity: found.severity,
            severity: None,
            span: found.span,
            replacement: found.replacement,
            weighed: Vec::new(),
            also: Vec::new(),
        }
    }

    /// From the model: the whole sentence, stopped as a warning whatever the rule it comes closest to.
    pub(crate) fn of_model(context: &Context<'_>, sentence: usize, opinion: Opinion) -> Option<Self> {
        let tokens = context.text.sentences.get(sentence)?.tokens.clone();
        Some(Self {
            rule: opinion.rule,
            own_severity: Some(Severity::Warn),
            severity: None,
            span: context.text.span(tokens),
            replacement: None,
            weighed: opinion.words.into_iter().map(|at| context.text.span(at..at + 1)).collect(),
            also: Vec::new(),
        })
    }

    /// From a pattern of the brand.
    pub(crate) fn of_brand(
        context: &Context<'_>,
        place: usize,
        pattern: &BrandPattern,
        tokens: Range<usize>,
    ) -> Self {
        Self {
            rule: RuleId::of_brand(place),
            own_severity: Some(pattern.severity),
            severity: None,
            span: context.text.span(tokens),
            replacement: pattern.fix.clone(),
            weighed: Vec::new(),
            also: Vec::new(),
        }
    }

    /// Whether it is of one of these rules.
    pub(crate) fn is_of(&self, ids: &[&str]) -> bool {
        RULES.get(usize::from(self.rule.0)).is_some_and(|rule| ids.contains(&rule.id))
    }

    /// Its severity before any policy.
    pub(crate) fn severity_declared(&self) -> Option<Severity> {
        self.own_severity.or(RULES.get(usize::from(self.rule.0)).map(|rule| rule.severity))
    }

    /// Makes it less grave.
    pub(crate) fn soften(&mut self, severity: Severity) {
        self.own_severity = Some(severity);
    }

    /// Whether the rules would stop it, before any policy.
    pub(crate) fn stops(&self) -> bool {
        self.severity_declared().is_some_and(|severity| severity >= Severity::Warn)
    }

    /// Some rules have no say in private, or in an approved statement.
    pub(crate) fn is_heard(&self, context: &Context<'_>) -> bool {
        RULES.get(usize::from(self.rule.0)).is_none_or(|rule| !guards::silence(context, rule))
    }

    /// Sets the severity, unless the policy lets the rule or these words pass.
    pub(crate) fn apply(&mut self, policy: &Policy, source: &str) {
        let words = source.get(self.span.clone()).unwrap_or_default();
        self.severity = if !words.is_empty() && policy.ignores(words) {
            None
        } else {
            severity(self.rule, self.own_severity, policy)
        };
    }
}

/// Inside a sentence a clause begins in lower case, except where it begins with "I".
fn adapted(fix: &str) -> String {
    let keeps_its_capital = fix.starts_with("I ") || fix.starts_with("I'");
    if keeps_its_capital { fix.to_owned() } else { uncapitalise(fix) }
}

/// Words that are removed take the comma and the blank after them along.
fn with_what_follows(source: &str, span: Range<usize>) -> Range<usize> {
    let after = source.get(span.end..).unwrap_or_default();
    let comma = after.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    let rest = comma.strip_prefix(',').unwrap_or(comma).trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    span.start..span.end + (after.len() - rest.len())
}

/// Things missing at one place that are spoken of.
const MOST_MISSING: usize = 2;

/// Where findings overlap the gravest stays, and remembers the others; the order is that of the text.
pub(crate) fn one_per_place(findings: Vec<RawFinding>) -> Vec<RawFinding> {
    // Byte offsets of a draft take 17 bits, rules 16.
    let findings = order::by_key(findings, |f| {
        let gravity = f.severity.map_or(0, |s| s as u64 + 1);
        let length = f.span.len() as u64;
        (4 - gravity) << 50 | (0x1_FFFF - length) << 33 | (f.span.start as u64) << 16 | u64::from(f.rule.0)
    });
    let mut kept: Vec<RawFinding> = Vec::new();
    for finding in findings {
        // Several things may be missing at one place: more than a few would read as a list of faults.
        let place = if finding.span.is_empty() {
            let here = |k: &&mut RawFinding| k.span == finding.span;
            kept.iter_mut().filter(here).nth(MOST_MISSING - 1)
        } else {
            kept.iter_mut().find(|k| k.span.start < finding.span.end && finding.span.start < k.span.end)
        };
        match place {
            Some(graver) => {
                if graver.rule != finding.rule && !graver.also.contains(&finding.rule) {
                    graver.also.push(finding.rule);
                }
            }
            None => kept.push(finding),
        }
    }
    // The gravest stand first here: what is cut never decides the verdict.
    kept.truncate(MOST_FINDINGS);
    order::by_key(kept, |f| (f.span.start as u64) << 33 | (f.span.end as u64) << 16 | u64::from(f.rule.0))
}
