//! Replies: what is stopped, what is advised, and what should have been left alone.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::Result;
use sangfroid::wire::{CheckRequest, Report, Verdict};
use sangfroid::{Checker, Policy, Unit, inside};

use super::LANGUAGES;
use crate::corpus::{Corpus, Reply, Set};
use crate::figures::Share;
use crate::rules::{is_explicit, stops};

/// A reply with what was said of it.
pub(super) struct Judged {
    pub(super) reply: Reply,
    pub(super) report: Report,
    /// Without the model.
    rules_alone: Verdict,
    model_alone: bool,
}

impl Judged {
    pub(super) fn stopped(&self) -> bool {
        self.report.verdict >= Verdict::Warn
    }

    fn spoken_of(&self) -> bool {
        self.report.verdict >= Verdict::Advise
    }

    pub(super) fn offends(&self) -> bool {
        self.reply.labels.iter().any(|rule| stops(rule))
    }

    fn lacks_something(&self) -> bool {
        !self.reply.labels.is_empty() && !self.offends()
    }

    fn is_courteous(&self) -> bool {
        self.reply.labels.is_empty()
    }

    fn explicit(&self) -> bool {
        let tag = |name: &str| self.reply.tags.iter().any(|tag| tag == name);
        tag("explicit")
            || !tag("subtle") && (tag("swear") || self.reply.labels.iter().any(|rule| is_explicit(rule)))
    }

    fn hard(&self) -> bool {
        self.reply.tags.iter().any(|tag| tag == "hard" || tag == "hard-negative")
    }

    /// The rules that spoke.
    pub(super) fn named(&self) -> BTreeSet<&str> {
        let findings = self.report.findings.iter();
        findings
            .flat_map(|f| std::iter::once(f.rule.as_str()).chain(f.also.iter().flatten().map(String::as_str)))
            .collect()
    }

    fn names_a_label(&self) -> bool {
        let named = self.named();
        self.reply.labels.iter().any(|label| named.contains(label.as_str()))
    }
}

/// A question that can be asked of a judged reply.
type Test<'t> = &'t dyn Fn(&Judged) -> bool;

/// Checks every reply, as a public one.
pub(super) fn judge(replies: &[Reply]) -> Vec<Judged> {
    let both = Checker::default();
    let without = Policy::parse(r#"{"version":1,"model":false}"#).unwrap_or_default();
    let rules = Checker::new(without);
    replies
        .iter()
        .map(|reply| {
            let request = CheckRequest {
                draft: Some(reply.text.clone()),
                comment: reply.comment.clone(),
                lang: Some(reply.language.clone()),
                network: reply.network.clone(),
                ..CheckRequest::default()
            };
            Judged {
                reply: reply.clone(),
                report: both.check(&request, Unit::Scalar),
                rules_alone: rules.check(&request, Unit::Scalar).verdict,
                model_alone: inside::sentences(&reply.text, &reply.language)
                    .iter()
                    .any(|sentence| sentence.heat.is_some_and(|heat| heat > 0.0)),
            }
        })
        .collect()
}

/// The figures that are aimed at.
pub(super) fn summary(judged: &[Judged], set: Set, out: &mut String) {
    let share = |language: &str, of: &dyn Fn(&Judged) -> bool, is: &dyn Fn(&Judged) -> bool| {
        let chosen = judged.iter().filter(|j| j.reply.set == set && j.reply.language == language && of(j));
        chosen.map(is).collect::<Share>()
    };
    let drafts = |j: &Judged| matches!(j.reply.file, "drafts" | "blind" | "replies");
    let rows: [(&str, Test<'_>, Test<'_>); 10] = [
        ("explicit offences stopped", &|j| j.offends() && j.explicit(), &Judged::stopped),
        ("subtle offences stopped", &|j| j.offends() && !j.explicit(), &Judged::stopped),
        ("— in whole replies: explicit", &|j| drafts(j) && j.offends() && j.explicit(), &Judged::stopped),
        ("— in whole replies: subtle", &|j| drafts(j) && j.offends() && !j.explicit(), &Judged::stopped),
        ("stopped ones given the right rule", &|j| j.offends() && j.stopped(), &Judged::names_a_label),
        ("courteous replies stopped", &Judged::is_courteous, &Judged::stopped),
        ("— hard look-alikes stopped", &|j| j.is_courteous() && j.hard(), &Judged::stopped),
        ("courteous replies with any finding", &Judged::is_courteous, &|j| !j.report.findings.is_empty()),
        ("replies that lack something, advised", &Judged::lacks_something, &Judged::spoken_of),
        ("— with the right rule", &Judged::lacks_something, &Judged::names_a_label),
    ];
    out.push_str("| | French | English |\n|---|---|---|\n");
    for (name, of, is) in rows {
        let _ = writeln!(out, "| {name} | {} | {} |", share("fr", of, is), share("en", of, is));
    }
}

/// The same two figures for each file.
pub(super) fn by_file(judged: &[Judged], set: Set, out: &mut String) {
    out.push_str("\n| file | language | offending stopped | courteous stopped |\n|---|---|---|---|\n");
    for file in ["sentences", "replies", "pairs", "drafts", "casual_fr"] {
        for language in LANGUAGES {
            let chosen = || {
                judged
                    .iter()
                    .filter(|j| (j.reply.set, j.reply.file) == (set, file) && j.reply.language == language)
            };
            let offending: Share = chosen().filter(|j| j.offends()).map(Judged::stopped).collect();
            let courteous: Share = chosen().filter(|j| j.is_courteous()).map(Judged::stopped).collect();
            if offending.of + courteous.of > 0 {
                let _ = writeln!(out, "| {file} | {language} | {offending} | {courteous} |");
            }
        }
    }
}

/// For each rule, what becomes of the texts that break it.
pub(super) fn by_rule(judged: &[Judged], set: Set, out: &mut String) {
    let rules: BTreeSet<&str> = judged
        .iter()
        .filter(|j| j.reply.set == set)
        .flat_map(|j| j.reply.labels.iter().map(String::as_str))
        .collect();
    out.push_str(
        "| rule | French: spoken of | named | English: spoken of | named |\n|---|---|---|---|---|\n",
    );
    for rule in rules {
        let _ = write!(out, "| {rule} ");
        for language in LANGUAGES {
            let breaking = || {
                judged.iter().filter(|j| {
                    j.reply.set == set
                        && j.reply.language == language
                        && j.reply.labels.iter().any(|label| label == rule)
                })
            };
            let spoken: Share =
                breaking().map(|j| if stops(rule) { j.stopped() } else { j.spoken_of() }).collect();
            let named: Share = breaking().map(|j| j.named().contains(rule)).collect();
            let _ = write!(out, "| {spoken} | {named} ");
        }
        out.push_str("|\n");
    }
}

/// The rules alone, the model alone, both.
pub(super) fn voices(judged: &[Judged], out: &mut String) {
    out.push_str("| texts | voice | offending stopped fr | courteous stopped fr | offending stopped en | courteous stopped en |\n|---|---|---|---|---|---|\n");
    for (set, name) in [(Set::Blind, "blind"), (Set::Held, "held back")] {
        let voices: [(&str, Test<'_>); 3] = [
            ("rules", &|j| j.rules_alone >= Verdict::Warn),
            ("model", &|j| j.model_alone),
            ("both", &Judged::stopped),
        ];
        for (voice, stopped) in voices {
            let _ = write!(out, "| {name} | {voice} ");
            for language in LANGUAGES {
                let chosen = || judged.iter().filter(|j| j.reply.set == set && j.reply.language == language);
                let offending: Share = chosen().filter(|j| j.offends()).map(stopped).collect();
                let courteous: Share = chosen().filter(|j| j.is_courteous()).map(stopped).collect();
                let _ = write!(out, "| {offending} | {courteous} ");
            }
            out.push_str("|\n");
        }
    }
}

/// Real replies of brands, which should pass, and real comments of customers, which seldom offend.
pub(super) fn real(corpus: &Corpus, out: &mut String) -> Result<()> {
    let checker = Checker::default();
    out.push_str("| | French | English |\n|---|---|---|\n");
    let mut rows: [(&str, [Share; 2]); 4] = [
        ("brand replies stopped", [Share::default(); 2]),
        ("brand replies with any finding", [Share::default(); 2]),
        ("customers' comments called offensive", [Share::default(); 2]),
        ("customers' comments called deletable", [Share::default(); 2]),
    ];
    for (at, language) in LANGUAGES.into_iter().enumerate() {
        for text in corpus.real("brand_replies", language)? {
            let request = CheckRequest { draft: Some(text), ..CheckRequest::default() };
            let report = checker.check(&request, Unit::Scalar);
            rows[0].1[at].add(report.verdict >= Verdict::Warn);
            rows[1].1[at].add(!report.findings.is_empty());
        }
        for text in corpus.real("customers", language)? {
            let reading = super::comments::read(&checker, text, None);
            rows[2].1[at].add(reading.offensive);
            rows[3].1[at].add(reading.deletable);
        }
    }
    for (name, [fr, en]) in rows {
        let _ = writeln!(out, "| {name} | {fr} | {en} |");
    }
    Ok(())
}
