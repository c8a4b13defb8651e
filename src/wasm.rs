//! The border with JavaScript: the only file that names `wasm_bindgen`, `serde_wasm_bindgen`, `js_sys`, `web_sys`.
//!
//! A request that cannot be read throws an `Error` that says why; nothing here panics, so the instance lives on.

// The macro asks for public functions; the module itself is nobody's business.
#![allow(unreachable_pub)]

use std::cell::{Cell, RefCell};

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::text::span::Unit;
use crate::wire::{AnalyzeRequest, CheckRequest, ModerationRequest};
use crate::{Checker, Policy};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type {
  AnalyzeRequest, CheckRequest, ModerationAdvice, ModerationRequest, Reading, Report, Suggestions,
} from "./wire";
"#;

/// A check slower than this is told on the console, in milliseconds.
const SLOW: f64 = 50.0;

thread_local! {
    static CHECKER: RefCell<Checker> = RefCell::default();
    static LAST: Cell<f64> = const { Cell::new(0.0) };
}

/// Checks a draft. Offsets count UTF-16 code units.
///
/// # Errors
/// Throws where the request cannot be read.
#[wasm_bindgen(js_name = checkReply, unchecked_return_type = "Report")]
pub fn check_reply(
    #[wasm_bindgen(unchecked_param_type = "CheckRequest")] request: JsValue,
) -> Result<JsValue, JsError> {
    answer(request, |checker, request: CheckRequest| Ok(checker.check(&request.with_draft()?, Unit::Utf16)))
}

/// Reads a comment.
///
/// # Errors
/// Throws where the request cannot be read.
#[wasm_bindgen(js_name = analyzeComment, unchecked_return_type = "Reading")]
pub fn analyze_comment(
    #[wasm_bindgen(unchecked_param_type = "AnalyzeRequest")] request: JsValue,
) -> Result<JsValue, JsError> {
    answer(request, |checker, request: AnalyzeRequest| Ok(checker.analyze(&request)))
}

/// Suggests replies, and a calmer version of the draft.
///
/// # Errors
/// Throws where the request cannot be read.
#[wasm_bindgen(js_name = suggestReplies, unchecked_return_type = "Suggestions")]
pub fn suggest_replies(
    #[wasm_bindgen(unchecked_param_type = "CheckRequest")] request: JsValue,
) -> Result<JsValue, JsError> {
    answer(request, |checker, request: CheckRequest| Ok(checker.suggest(&request)))
}

/// Says whether the rule lets a comment be deleted, hidden, reported, or its author blocked.
///
/// # Errors
/// Throws where the request cannot be read, or the comment says nothing that can be.
#[wasm_bindgen(js_name = adviseModeration, unchecked_return_type = "ModerationAdvice")]
pub fn advise_moderation(
    #[wasm_bindgen(unchecked_param_type = "ModerationRequest")] request: JsValue,
) -> Result<JsValue, JsError> {
    answer(request, |checker, request: ModerationRequest| checker.advise_moderation(&request))
}

/// Puts a brand's policy, the text of its file, in force, and says which of its patterns were left out, and why.
///
/// # Errors
/// Throws where the policy is not valid, naming the field and the line; the last good one stays in force.
#[wasm_bindgen(js_name = loadPolicy)]
pub fn load_policy(text: &str) -> Result<Vec<String>, JsError> {
    let policy = Policy::parse(text)?;
    let refused = policy.refused().iter().map(ToString::to_string).collect();
    CHECKER.with_borrow_mut(|checker| *checker = Checker::new(policy));
    Ok(refused)
}

/// How long the last call took inside the core, in milliseconds.
#[wasm_bindgen(js_name = lastDuration)]
pub fn last_duration() -> f64 {
    LAST.get()
}

fn answer<Request: DeserializeOwned, Answer: Serialize>(
    request: JsValue,
    ask: impl FnOnce(&Checker, Request) -> Result<Answer, String>,
) -> Result<JsValue, JsError> {
    let clock = clock();
    let before = clock.as_ref().map_or(0.0, web_sys::Performance::now);
    let request: Request = read(request)?;
    let answered = CHECKER.with_borrow(|checker| ask(checker, request)).map_err(|e| JsError::new(&e))?;
    // `null`, not `undefined`, where the contract says `null`.
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    let value = answered.serialize(&serializer)?;
    let took = clock.as_ref().map_or(0.0, web_sys::Performance::now) - before;
    LAST.set(took);
    if took > SLOW {
        web_sys::console::debug_1(&JsValue::from_str(&format!("sang-froid: {} ms", took as u32)));
    }
    Ok(value)
}

/// Reads a request. `null` and `undefined` both mean "absent".
fn read<Request: DeserializeOwned>(request: JsValue) -> Result<Request, JsError> {
    if !request.is_object() {
        return Err(JsError::new("a request is an object"));
    }
    Request::deserialize(serde_wasm_bindgen::Deserializer::from(request))
        .map_err(|e| JsError::new(&format!("the request cannot be read: {e}")))
}

/// The clock of the page, the worker or Node; the core itself has none.
fn clock() -> Option<web_sys::Performance> {
    js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("performance"))
        .ok()
        .filter(JsValue::is_object)
        .map(JsCast::unchecked_into)
}
