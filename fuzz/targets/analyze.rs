//! Any text as a comment, read, judged for moderation, and answered.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sangfroid::Checker;
use sangfroid::wire::{AnalyzeRequest, CheckRequest, ModerationRequest};

fuzz_target!(|data: (String, Option<String>)| {
    let (text, author) = data;
    let checker = Checker::default();
    let reading = checker.analyze(&AnalyzeRequest { text: text.clone(), ..AnalyzeRequest::default() });
    assert!(!reading.kinds.is_empty() && reading.severity <= 3);
    let asked = ModerationRequest { text: text.clone(), ..ModerationRequest::default() };
    if let Ok(advice) = checker.advise_moderation(&asked) {
        assert!(!advice.reasons.is_empty());
    }
    checker.suggest(&CheckRequest { comment: Some(text), author, ..CheckRequest::default() });
});
