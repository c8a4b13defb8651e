//! Every rule file speaks for itself: its bad examples yield the rule on the marked words, its good ones do not,
//! and its fixes, applied, leave nothing of the rule.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod rule_files;

use sangfroid::wire::{CheckRequest, Finding, Situation, Visibility};
use sangfroid::{Checker, Unit};
use serde::Deserialize;

#[derive(Deserialize)]
struct RuleFile {
    id: String,
    severity: String,
    fr: Texts,
    en: Texts,
}

#[derive(Deserialize)]
struct Texts {
    name: String,
    message: String,
    why: String,
    label: String,
    bad: Vec<Example>,
    good: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Example {
    Draft(String),
    Pair(Pair),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    draft: String,
    comment: Option<String>,
    visibility: Option<String>,
    author: Option<String>,
    network: Option<String>,
    /// What is known beside the texts.
    situation: Option<Situation>,
    /// `[` and `]` are letters of the draft, not marks.
    #[serde(default)]
    raw: bool,
}

impl Example {
    /// The request, and the words marked `[…]` in the draft.
    fn request(&self, language: &str) -> (CheckRequest, Vec<String>) {
        let written = match self {
            Self::Draft(draft) => draft,
            Self::Pair(pair) => &pair.draft,
        };
        let raw = matches!(self, Self::Pair(pair) if pair.raw);
        let mut marked = Vec::new();
        let mut rest = if raw { "" } else { written.as_str() };
        while let Some((_, after)) = rest.split_once('[') {
            let (words, tail) = after.split_once(']').expect("a mark is closed");
            marked.push(words.to_owned());
            rest = tail;
        }
        let mut request = CheckRequest {
            draft: Some(if raw { written.clone() } else { written.replace(['[', ']'], "") }),
            lang: Some(language.to_owned()),
            ..CheckRequest::default()
        };
        if let Self::Pair(pair) = self {
            request.comment.clone_from(&pair.comment);
            request.author.clone_from(&pair.author);
            request.network.clone_from(&pair.network);
            request.situation.clone_from(&pair.situation);
            request.visibility = pair.visibility.as_deref().map(|v| match v {
                "private" => Visibility::Private,
                "public" => Visibility::Public,
                other => panic!("visibility `{other}`"),
            });
        }
        (request, marked)
    }
}

fn rules() -> Vec<RuleFile> {
    let rules = rule_files::rule_files::<RuleFile>();
    assert!(rules.len() >= 10, "the rule files were found");
    rules
}

fn findings(checker: &Checker, request: &CheckRequest, rule: &str) -> Vec<Finding> {
    let speaks_of = |finding: &Finding| {
        finding.rule == rule || finding.also.as_ref().is_some_and(|also| also.iter().any(|id| id == rule))
    };
    checker.check(request, Unit::Scalar).findings.into_iter().filter(speaks_of).collect()
}

fn each_example(mut look: impl FnMut(&RuleFile, &str, &Texts)) {
    for rule in rules() {
        look(&rule, "fr", &rule.fr);
        look(&rule, "en", &rule.en);
    }
}

fn report(problems: &[String]) {
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn bad_examples_yield_the_rule_on_the_marked_words() {
    let checker = Checker::default();
    let mut problems = Vec::new();
    each_example(|rule, language, texts| {
        for example in &texts.bad {
            let (request, marked) = example.request(language);
            let found = findings(&checker, &request, &rule.id);
            if found.is_empty() {
                problems.push(format!("{} [{language}] misses: {}", rule.id, request.draft()));
            }
            for words in &marked {
                if !found.is_empty() && !found.iter().any(|f| f.text.contains(words.as_str())) {
                    let texts: Vec<&str> = found.iter().map(|f| f.text.as_str()).collect();
                    problems.push(format!("{} [{language}] «{words}» is not in {texts:?}", rule.id));
                }
            }
        }
    });
    report(&problems);
}

#[test]
fn good_examples_do_not() {
    let checker = Checker::default();
    let mut problems = Vec::new();
    each_example(|rule, language, texts| {
        for example in &texts.good {
            let (request, _) = example.request(language);
            for finding in findings(&checker, &request, &rule.id) {
                problems.push(format!("{} [{language}] «{}» in: {}", rule.id, finding.text, request.draft()));
            }
        }
    });
    report(&problems);
}

#[test]
fn a_fix_applied_leaves_nothing_of_the_rule() {
    let checker = Checker::default();
    let mut problems = Vec::new();
    each_example(|rule, language, texts| {
        for example in &texts.bad {
            let (mut request, _) = example.request(language);
            let mut left = findings(&checker, &request, &rule.id);
            let mut rounds = 0;
            while let Some(fix) = left.first().and_then(|f| f.fixes.first().map(|fix| (f, fix))) {
                let (finding, fix) = fix;
                let draft: Vec<char> = request.draft().chars().collect();
                let applied = draft[..finding.start]
                    .iter()
                    .copied()
                    .chain(fix.replacement.chars())
                    .chain(draft[finding.end..].iter().copied())
                    .collect();
                request.draft = Some(applied);
                left = findings(&checker, &request, &rule.id);
                rounds += 1;
                if rounds > 5 {
                    break;
                }
            }
            // Where nothing generic may stand in its place a finding has no fix.
            if let Some(finding) = left.iter().find(|finding| !finding.fixes.is_empty()) {
                problems.push(format!(
                    "{} [{language}] after {rounds} fixes «{}» in: {}",
                    rule.id,
                    finding.text,
                    request.draft()
                ));
            }
        }
    });
    report(&problems);
}

#[test]
fn every_rule_says_what_why_and_what_to_do_in_both_languages() {
    each_example(|rule, language, texts| {
        for (field, text) in
            [("name", &texts.name), ("message", &texts.message), ("why", &texts.why), ("label", &texts.label)]
        {
            assert!(text.chars().count() >= 4, "{} [{language}] {field}: {text}", rule.id);
        }
        assert!(!texts.bad.is_empty() && !texts.good.is_empty(), "{} [{language}] has no examples", rule.id);
        assert!(["info", "advice", "warn", "block"].contains(&rule.severity.as_str()));
    });
}

#[test]
fn the_severities_are_those_of_the_catalogue() {
    let catalogue = [
        ("blaming-customer", "warn"),
        ("condescension", "warn"),
        ("deletion-ban-threat", "warn"),
        ("dismissal", "block"),
        ("insult", "block"),
        ("missing-private-invite", "advice"),
        ("profanity", "block"),
        ("public-personal-data-request", "block"),
        ("shouting", "warn"),
        ("threat", "block"),
    ];
    for (id, severity) in catalogue {
        let rule = rules().into_iter().find(|rule| rule.id == id).expect(id);
        assert_eq!(rule.severity, severity, "{id}");
    }
}
