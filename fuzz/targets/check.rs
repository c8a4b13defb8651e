//! Any bytes as a draft and its comment: no panic, spans on whole characters, the same answer twice.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sangfroid::wire::CheckRequest;
use sangfroid::{Checker, Unit};

fuzz_target!(|data: (String, Option<String>, Option<String>)| {
    let (draft, comment, network) = data;
    let request = CheckRequest { draft: Some(draft.clone()), comment, network, ..CheckRequest::default() };
    let checker = Checker::default();
    let report = checker.check(&request, Unit::Scalar);
    assert_eq!(report, checker.check(&request, Unit::Scalar));
    let characters: Vec<char> = draft.chars().collect();
    for finding in &report.findings {
        assert_eq!(characters[finding.start..finding.end].iter().collect::<String>(), finding.text);
    }
});
