//! Any text at all: no panic, spans on whole characters, the same answer twice, an answer in time.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::time::{Duration, Instant};

use proptest::prelude::*;
use sangfroid::wire::{AnalyzeRequest, CheckRequest, ModerationRequest, Report, Verdict};
use sangfroid::{Checker, Policy, Unit};

fn request(draft: &str, comment: &str) -> CheckRequest {
    CheckRequest {
        draft: Some(draft.to_owned()),
        comment: Some(comment.to_owned()),
        author: Some(comment.chars().take(20).collect()),
        ..CheckRequest::default()
    }
}

/// Every finding's words are the draft's between its offsets, in both ways of counting.
fn spans_hold(draft: &str, scalars: &Report, utf16: &Report) {
    let characters: Vec<char> = draft.chars().collect();
    let units: Vec<u16> = draft.encode_utf16().collect();
    assert_eq!(scalars.findings.len(), utf16.findings.len());
    for (a, b) in scalars.findings.iter().zip(&utf16.findings) {
        assert_eq!(characters[a.start..a.end].iter().collect::<String>(), a.text);
        assert_eq!(String::from_utf16(&units[b.start..b.end]).unwrap(), b.text);
        assert_eq!(a.text, b.text);
    }
    let starts: Vec<usize> = scalars.findings.iter().map(|f| f.start).collect();
    assert!(starts.is_sorted(), "findings stand in the order of the text");
}

/// Pieces that mean something to the reader, so that chance meets the rules.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<char>().prop_map(String::from),
        "\\PC{0,12}",
        prop::sample::select(vec![
            "Vous êtes un idiot",
            "connard",
            "P*tain",
            "c.o.n",
            "sh1t",
            "!!!",
            "???",
            "…",
            "«",
            "»",
            "\"",
            "> ",
            "\u{202E}",
            "\u{200D}",
            "👨‍👩‍👧",
            "e\u{301}",
            "\0",
            "\u{FEFF}",
            "\r\n",
            "@moi",
            "#sav",
            "https://a.fr/b",
            "a.b@c.fr",
            "ON VOUS A DIT NON",
            "you are an idiot",
            "go elsewhere",
            "n'",
            "'",
            "-",
            "12,5",
            "f***",
            "écrivez-nous en MP",
            "Zürich",
            "ﬀ",
            "𝐢𝐝𝐢𝐨𝐭",
            " ",
            ". ",
        ])
        .prop_map(str::to_owned),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..24).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_draft_gets_an_answer_with_sound_spans(draft in text(), comment in text()) {
        let checker = Checker::default();
        let request = request(&draft, &comment);
        let report = checker.check(&request, Unit::Scalar);
        prop_assert!(report.temperature <= 100);
        spans_hold(&draft, &report, &checker.check(&request, Unit::Utf16));
        prop_assert_eq!(checker.check(&request, Unit::Scalar), report);
    }

    #[test]
    fn any_comment_is_read_and_answered_calmly(draft in text(), comment in text()) {
        let checker = Checker::default();
        let reading = checker.analyze(&AnalyzeRequest { text: comment.clone(), ..AnalyzeRequest::default() });
        prop_assert!(!reading.kinds.is_empty() && reading.severity <= 3);
        let answer = checker.suggest(&request(&draft, &comment));
        prop_assert_eq!(answer.suggestions.len(), 3);
        let asked = ModerationRequest { text: comment, ..ModerationRequest::default() };
        if let Ok(advice) = checker.advise_moderation(&asked) {
            prop_assert!(!advice.reasons.is_empty() && !advice.instead.is_empty());
        }
    }

    #[test]
    fn any_policy_is_taken_or_refused_with_its_reason(file in "\\PC{0,80}") {
        if let Err(refused) = Policy::parse(&file) {
            prop_assert!(!refused.problem.is_empty() && !refused.field.is_empty());
        }
    }

    #[test]
    fn any_pattern_of_a_brand_is_taken_or_left_out(
        pattern in prop::collection::vec(
            prop_oneof![
                prop::sample::select(vec![
                    "(", ")", "[", "]", "|", "?", "..2", "..9", "^", "$", "$!", "<number>", "<x>", "@a", "mot(s)", " ", "vous",
                    "idiot", "é", "'",
                ]).prop_map(str::to_owned),
                "\\PC{0,4}",
            ],
            0..16,
        ),
        draft in text(),
    ) {
        let pattern = pattern.join(" ");
        let file = serde_json::json!({ "version": 1, "patterns": [{ "match": pattern, "message": "non" }] });
        let policy = Policy::parse(&file.to_string()).expect("a bad pattern does not spoil the policy");
        prop_assert!(policy.refused().iter().all(|refused| refused.field == "patterns[0]"));
        let checker = Checker::new(policy);
        let request = request(&draft, "");
        let report = checker.check(&request, Unit::Scalar);
        spans_hold(&draft, &report, &checker.check(&request, Unit::Utf16));
    }
}

#[test]
fn the_longest_drafts_are_answered_within_a_second() {
    let checker = Checker::default();
    for piece in [
        "Vous êtes un connard fini. ",
        "vous ",
        "a",
        "!",
        "« ",
        "c.o.n ",
        "f***k s**t ",
        "😀",
        "\u{301}",
        "> vous êtes\n",
        "no no not n't pas ",
        "x@",
        "nooooooo ",
    ] {
        let draft: String = piece.chars().cycle().take(200_000).collect();
        let begun = Instant::now();
        let report = checker.check(&request(&draft, ""), Unit::Utf16);
        let took = begun.elapsed();
        // This build is not optimised: the one that ships is some ten times faster.
        assert!(took < Duration::from_secs(10), "{piece:?} took {took:?}");
        let checked = report.checked.unwrap_or(usize::MAX);
        assert!(checked > 30_000, "{piece:?}: only {checked} units were checked");
    }
}

#[test]
fn five_hundred_patterns_cost_no_more_than_five_hundred_readings() {
    let pattern = "(vous|nous) ..8 (vous|nous) ..8 (vous|nous) ..8 (vous|nous) ..8 (vous|nous)";
    let patterns = vec![serde_json::json!({ "match": pattern, "message": "non" }); 501];
    let file = serde_json::json!({ "version": 1, "patterns": patterns });
    let policy = Policy::parse(&file.to_string()).unwrap();
    assert_eq!(policy.refused().len(), 1, "the five hundred and first is left out");
    let begun = Instant::now();
    Checker::new(policy).check(&request(&"vous nous ".repeat(200), ""), Unit::Utf16);
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

#[test]
fn a_draft_that_is_too_long_says_how_much_was_checked() {
    let draft = "Bonjour à tous. ".repeat(20_000);
    let report = Checker::default().check(&request(&draft, ""), Unit::Scalar);
    let checked = report.checked.expect("the draft is longer than what is checked");
    assert!(checked < draft.chars().count() && checked > 50_000, "{checked}");
    assert_eq!(Checker::default().check(&request("Bonjour", ""), Unit::Scalar).checked, None);
}

#[test]
fn a_grave_word_counts_even_after_a_hundred_lesser_ones() {
    let draft = "Il suffit de lire la notice. ".repeat(150) + "Vous êtes un connard.";
    let report = Checker::default().check(&request(&draft, ""), Unit::Scalar);
    assert_eq!(report.verdict, Verdict::Block);
    assert!(report.findings.iter().any(|f| f.rule == "insult"));
}
