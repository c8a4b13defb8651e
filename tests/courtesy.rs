//! Courteous replies are let through: one a line in `tests/courtesy/<language>.txt`, add yours.

use sangfroid::wire::{CheckRequest, Verdict};
use sangfroid::{Checker, Unit};

fn stopped(language: &str, replies: &str, comment: &str) -> Vec<String> {
    let checker = Checker::default();
    let replies: Vec<&str> = replies.lines().collect();
    assert!(replies.len() >= 50, "the replies were found");
    replies
        .into_iter()
        .filter_map(|reply| {
            let request = CheckRequest {
                draft: Some(reply.to_owned()),
                comment: Some(comment.to_owned()),
                lang: Some(language.to_owned()),
                ..CheckRequest::default()
            };
            let report = checker.check(&request, Unit::Scalar);
            (report.verdict >= Verdict::Warn).then(|| format!("{reply}\n    {:?}", report.findings))
        })
        .collect()
}

#[test]
fn courteous_replies_in_french_pass() {
    let stopped = stopped(
        "fr",
        include_str!("courtesy/fr.txt"),
        "Colis jamais reçu depuis trois semaines, service nul !",
    );
    assert!(stopped.is_empty(), "{}", stopped.join("\n"));
}

#[test]
fn courteous_replies_in_english_pass() {
    let stopped = stopped(
        "en",
        include_str!("courtesy/en.txt"),
        "Parcel never arrived after three weeks, terrible service!",
    );
    assert!(stopped.is_empty(), "{}", stopped.join("\n"));
}
