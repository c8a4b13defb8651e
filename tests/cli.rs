//! The command line as others use it: lines in, lines out, in the same order.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sangfroid"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // From a thread: a program that answers while it reads would wait for us, and we for it.
    let writer = std::thread::spawn(move || {
        // The program may refuse before it reads.
        let _ = stdin.write_all(input.as_bytes());
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8(output.stdout.clone())
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn each_line_is_answered_on_its_line() {
    let output = run(
        &["check"],
        "{\"id\":1,\"draft\":\"Vous êtes un idiot.\"}\n\n{\"id\":\"b\",\"draft\":\"Merci beaucoup !\"}\n",
    );
    assert!(output.status.success());
    let answers = lines(&output);
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0]["id"], 1);
    assert_eq!(answers[0]["verdict"], "block");
    let finding = &answers[0]["findings"][0];
    assert_eq!(finding["rule"], "insult");
    assert_eq!((&finding["start"], &finding["end"]), (&Value::from(0), &Value::from(18)));
    assert_eq!(finding["text"], "Vous êtes un idiot");
    for field in ["message", "why", "source"] {
        assert!(finding[field].as_str().unwrap().len() > 5, "{field}");
    }
    assert!(finding["fixes"][0]["label"].is_string() && finding["fixes"][0]["replacement"].is_string());
    assert_eq!(answers[1]["id"], "b");
    assert_eq!(answers[1]["verdict"], "ok");
    assert_eq!(answers[1]["language"], "fr");
}

#[test]
fn offsets_count_characters() {
    let output = run(&["check"], "{\"draft\":\"😀 été : vous êtes un idiot\"}\n");
    let finding = &lines(&output)[0]["findings"][0];
    assert_eq!((&finding["start"], &finding["end"]), (&Value::from(8), &Value::from(26)));
}

#[test]
fn a_bad_line_is_told_on_its_line_and_the_run_goes_on() {
    let output =
        run(&["check"], "{\"id\":7,\"draft\":3}\nnot json\n{\"id\":8}\n{\"id\":9,\"draft\":\"Bonjour\"}\n");
    assert_eq!(output.status.code(), Some(1));
    let answers = lines(&output);
    assert_eq!(answers.len(), 4);
    assert_eq!(answers[0]["id"], 7);
    assert!(answers[0]["error"].as_str().unwrap().contains("string"), "{}", answers[0]);
    assert_eq!(answers[1]["id"], Value::Null);
    assert!(answers[2]["error"].as_str().unwrap().contains("draft"));
    assert_eq!(answers[3]["verdict"], "ok");
}

#[test]
fn comments_are_read() {
    let output = run(&["analyze"], "{\"id\":1,\"text\":\"Colis jamais reçu, je porte plainte !\"}\n");
    let reading = &lines(&output)[0];
    for field in [
        "language",
        "sentiment",
        "emotion",
        "kinds",
        "topic",
        "severity",
        "urgent",
        "offensive",
        "deletable",
        "signals",
        "questions",
        "posture",
    ] {
        assert!(!reading[field].is_null(), "{field}");
    }
    assert_eq!(reading["topic"], "delivery");
    assert_eq!(reading["deletable"], false);
    assert!(reading["signals"].as_array().unwrap().contains(&Value::from("legal")));
}

#[test]
fn replies_are_suggested_with_or_without_a_draft() {
    let output = run(
        &["suggest"],
        "{\"comment\":\"Colis jamais reçu !\",\"author\":\"Léa M.\"}\n{\"comment\":\"Colis jamais reçu !\",\"draft\":\"Vous êtes un idiot.\"}\n",
    );
    let answers = lines(&output);
    assert_eq!(answers[0]["suggestions"].as_array().unwrap().len(), 3);
    assert!(answers[0].as_object().unwrap().contains_key("calm"), "null is written, not left out");
    assert_eq!(answers[0]["calm"], Value::Null);
    assert!(answers[0]["suggestions"][0]["text"].as_str().unwrap().contains("Léa"));
    let calm = answers[1]["calm"].as_str().unwrap();
    assert!(!calm.is_empty() && !calm.contains("idiot"));
}

#[test]
fn a_bad_policy_is_refused_with_its_field_and_line() {
    let file = std::env::temp_dir().join(format!("sangfroid-policy-{}.json", std::process::id()));
    std::fs::write(&file, "{\n  \"version\": 1,\n  \"severity\": { \"insult\": \"loud\" }\n}\n").unwrap();
    let output = run(&["check", "--policy", file.to_str().unwrap()], "{\"draft\":\"a\"}\n");
    std::fs::remove_file(&file).unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(told.contains("severity.insult") && told.contains("line 3"), "{told}");
}

#[test]
fn a_policy_changes_what_is_found() {
    let file = std::env::temp_dir().join(format!("sangfroid-policy-ok-{}.json", std::process::id()));
    std::fs::write(
        &file,
        "{\"version\":1,\"severity\":{\"insult\":\"advice\"},\"ignore\":[\"bon débarras\"]}",
    )
    .unwrap();
    let output = run(
        &["check", "--policy", file.to_str().unwrap()],
        "{\"draft\":\"Vous êtes un idiot.\"}\n{\"draft\":\"Bon débarras.\"}\n",
    );
    std::fs::remove_file(&file).unwrap();
    let answers = lines(&output);
    assert_eq!(answers[0]["verdict"], "advise");
    assert_eq!(answers[1]["verdict"], "ok");
}

#[test]
fn a_policy_says_what_the_gate_asks() {
    let file = std::env::temp_dir().join(format!("sangfroid-policy-gate-{}.json", std::process::id()));
    std::fs::write(&file, "{\"version\":1,\"gate\":{\"block\":\"final\"}}").unwrap();
    let input = "{\"draft\":\"Vous êtes un idiot.\"}\n{\"draft\":\"Merci beaucoup !\"}\n";
    let usual = lines(&run(&["check"], input));
    let strict = lines(&run(&["check", "--policy", file.to_str().unwrap()], input));
    std::fs::remove_file(&file).unwrap();
    assert_eq!((&usual[0]["gate"], &strict[0]["gate"]), (&Value::from("hold"), &Value::from("final")));
    assert_eq!((usual[1].get("gate"), strict[1].get("gate")), (None, None));
}

#[test]
fn people_can_read_it() {
    let output = run(&["check", "--format", "text"], "{\"draft\":\"Vous êtes un idiot.\\u001b[2J\"}\n");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("insult") && text.contains("block"));
    assert!(!text.contains("\u{1b}[2J"), "a draft does not drive the terminal");
}

#[test]
fn a_brands_own_patterns_are_found_and_a_bad_one_is_left_out() {
    let file = std::env::temp_dir().join(format!("sangfroid-policy-own-{}.json", std::process::id()));
    std::fs::write(
        &file,
        r#"{
  "version": 1,
  "brand": "Alba",
  "patterns": [
    { "match": "(discount|promo(s)?) ..2 <number>", "message": "Pas de promotion en réponse." },
    { "match": "(pack", "message": "Cassé." },
    { "match": "pas de souci(s)?", "message": "On dit « avec plaisir ».", "severity": "advice", "fix": "avec plaisir" }
  ]
}"#,
    )
    .unwrap();
    let output = run(
        &["check", "--policy", file.to_str().unwrap()],
        "{\"draft\":\"Bonjour, une promo de 20 % arrive.\"}\n{\"draft\":\"Pas de souci Léa !\"}\n",
    );
    std::fs::remove_file(&file).unwrap();
    let told = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(told.contains("patterns[1]") && told.contains("line 6") && told.contains("character"), "{told}");
    let answers = lines(&output);
    assert_eq!(answers[0]["verdict"], "warn");
    assert_eq!(answers[0]["findings"][0]["rule"], "brand-words");
    assert_eq!(answers[0]["findings"][0]["text"], "promo de 20");
    assert_eq!(answers[0]["findings"][0]["source"], "Alba");
    assert_eq!(answers[1]["findings"][0]["fixes"][0]["replacement"], "avec plaisir");
}

#[test]
fn many_lines_are_answered_in_their_order() {
    let input: String = (0..5_000).map(|n| format!("{{\"id\":{n},\"draft\":\"Bonjour {n}.\"}}\n")).collect();
    let answers = lines(&run(&["check"], &input));
    assert_eq!(answers.len(), 5_000);
    assert!(answers.iter().enumerate().all(|(n, answer)| answer["id"] == n));
}
