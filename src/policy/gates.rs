//! What the send gate asks of a reply it stopped, as the brand wants it.
//!
//! Read by hand: what serde derives for so little weighs more than the rest of the policy together.

use serde_json::Value;

use super::{PolicyError, line_of};
use crate::wire::{GateMode, Verdict};

/// What is asked, per verdict that stops a reply.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gates {
    warn: GateMode,
    block: GateMode,
}

impl Default for Gates {
    fn default() -> Self {
        Self { warn: GateMode::Confirm, block: GateMode::Hold }
    }
}

impl Gates {
    /// Reads the field `gate` of the policy `text`; absent, it changes nothing.
    pub(super) fn read(written: &Value, text: &str) -> Result<Self, PolicyError> {
        let usual = Self::default();
        if written.is_null() {
            return Ok(usual);
        }
        let (warn, block) = (written.get("warn"), written.get("block"));
        let known = usize::from(warn.is_some()) + usize::from(block.is_some());
        if written.as_object().is_none_or(|modes| modes.len() != known) {
            return Err(wrong("gate", text));
        }
        let gates = Self {
            warn: mode(warn, usual.warn).ok_or_else(|| wrong("warn", text))?,
            block: mode(block, usual.block).ok_or_else(|| wrong("block", text))?,
        };
        if gates.block < gates.warn { Err(wrong("block", text)) } else { Ok(gates) }
    }

    /// What is asked of a reply with this verdict; `None` where it passes.
    pub(super) fn mode(self, verdict: Verdict) -> Option<GateMode> {
        match verdict {
            Verdict::Ok | Verdict::Advise => None,
            Verdict::Warn => Some(self.warn),
            Verdict::Block => Some(self.block),
        }
    }
}

/// `None` where something else is written.
fn mode(written: Option<&Value>, usual: GateMode) -> Option<GateMode> {
    let Some(written) = written else { return Some(usual) };
    match written.as_str()? {
        "confirm" => Some(GateMode::Confirm),
        "hold" => Some(GateMode::Hold),
        "final" => Some(GateMode::Final),
        _ => None,
    }
}

fn wrong(key: &str, text: &str) -> PolicyError {
    PolicyError {
        field: if key == "gate" { "gate".to_owned() } else { ["gate.", key].concat() },
        line: line_of(text, key),
        problem: "`warn` and `block` are expected, each `confirm`, `hold` or `final`, `block` not the gentler".to_owned(),
    }
}
