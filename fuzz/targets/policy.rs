//! Any text as a policy, and a draft checked under it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sangfroid::wire::CheckRequest;
use sangfroid::{Checker, Policy, Unit};

fuzz_target!(|data: (String, String, String)| {
    let (policy, pattern, draft) = data;
    let quoted = serde_json::to_string(&pattern).unwrap();
    let written = format!(r#"{{"version":1,"patterns":[{{"match":{quoted},"message":"x"}}]}}"#);
    for text in [policy, written] {
        if let Ok(policy) = Policy::parse(&text) {
            let request = CheckRequest { draft: Some(draft.clone()), ..CheckRequest::default() };
            Checker::new(policy).check(&request, Unit::Utf16);
        }
    }
});
