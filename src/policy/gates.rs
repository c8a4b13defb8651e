//! What the send gate asks of a reply it stopped, as the brand wants it.

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
    /// Reads the pairs of the field `gate`; what is not said stays as usual.
    ///
    /// # Errors
    /// Gives the key at fault.
    pub(super) fn read(written: &[(String, String)]) -> Result<Self, &str> {
        let mut gates = Self::default();
        for (verdict, mode) in written {
            let place = match verdict.as_str() {
                "warn" => &mut gates.warn,
                "block" => &mut gates.block,
                _ => return Err(verdict),
            };
            *place = match mode.as_str() {
                "confirm" => GateMode::Confirm,
                "hold" => GateMode::Hold,
                "final" => GateMode::Final,
                _ => return Err(verdict),
            };
        }
        if gates.block < gates.warn { Err("block") } else { Ok(gates) }
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
