//! `pkg/wire.d.ts`: what crosses the border, told to TypeScript.

use ts_rs::{Config, TS};

// The file itself, not the crate: xtask still runs, and says what is wrong, when the core does not compile.
#[allow(dead_code, unreachable_pub, reason = "only the shapes are read here")]
#[path = "../../src/wire.rs"]
mod wire;

/// Every wire type, in the order of `src/wire.rs`.
pub(crate) fn wire_declarations() -> String {
    // Offsets and counts are plain numbers in JavaScript: serde-wasm-bindgen makes no bigint of a usize.
    let config = Config::new().with_large_int("number");
    let mut text =
        String::from("// Generated from src/wire.rs by `cargo xtask build`. Not edited by hand.\n");
    macro_rules! declare {
        ($($name:ident),* $(,)?) => { $( text.push_str(&declaration::<wire::$name>(&config)); )* };
    }
    declare!(
        Id,
        Locale,
        Visibility,
        Severity,
        Verdict,
        GateMode,
        Fault,
        Incident,
        Voice,
        FactStatus,
        Fact,
        Situation,
        CheckRequest,
        Fix,
        Finding,
        Report,
        AnalyzeRequest,
        Sentiment,
        Emotion,
        Kind,
        Topic,
        Signal,
        Posture,
        Reading,
        ModerationAction,
        ModerationRequest,
        ModerationVerdict,
        ModerationCode,
        ModerationReason,
        ModerationAdvice,
        Suggestion,
        Suggestions,
    );
    text
}

fn declaration<T: TS>(config: &Config) -> String {
    let docs = T::docs().unwrap_or_default();
    format!("\n{docs}export {}\n", T::decl(config))
}

#[cfg(test)]
mod tests {
    use super::wire_declarations;

    /// The list above is written by hand: a type added to `wire.rs` must not be forgotten here.
    #[test]
    fn every_type_of_the_wire_is_declared() {
        let declared = wire_declarations();
        let source = include_str!("../../src/wire.rs");
        for line in source.lines() {
            let Some(name) = line
                .strip_prefix("pub struct ")
                .or_else(|| line.strip_prefix("pub enum "))
                .and_then(|rest| rest.split([' ', '<', '{']).next())
            else {
                continue;
            };
            assert!(
                declared.contains(&format!("export type {name} =")),
                "{name} of src/wire.rs is missing from pkg/wire.d.ts"
            );
        }
    }

    #[test]
    fn offsets_are_numbers_and_absent_fields_are_optional() {
        let declared = wire_declarations();
        assert!(!declared.contains("bigint"));
        assert!(declared.contains("start: number"));
        assert!(declared.contains("draft?: string"));
        assert!(declared.contains("calm: string | null"));
    }
}
