//! What a reply leaves out. They all stand at the end of the draft, where only the first few are spoken of and the
//! others remembered with them (`check::finding`).

use super::exchange::Exchange;
use super::{Found, RuleId};
use super::{
    ignored_question, missing_acknowledgment, missing_apology, missing_private_invite, no_next_step,
};
use crate::check::Context;
use crate::wire::Severity;

/// In the order of what hurts most.
const RULES: [fn(&Context<'_>, &Exchange<'_>) -> Option<Found>; 5] = [
    missing_acknowledgment::find,
    missing_apology::find,
    ignored_question::find,
    no_next_step::find,
    missing_private_invite::find,
];

pub(super) fn find(context: &Context<'_>, exchange: &Exchange<'_>, found: &mut Vec<Found>) {
    found.extend(RULES.iter().filter_map(|rule| rule(context, exchange)));
}

/// A finding at the end of the draft, and the sentence that may be added there.
pub(super) fn at_the_end(
    context: &Context<'_>,
    rule: RuleId,
    severity: Option<Severity>,
    sentence: Option<&str>,
) -> Found {
    let draft = context.text.source.trim_end();
    let separator = if draft.ends_with(char::is_alphanumeric) { ". " } else { " " };
    Found {
        rule,
        span: draft.len()..draft.len(),
        severity,
        replacement: sentence.map(|sentence| format!("{separator}{sentence}")),
    }
}
