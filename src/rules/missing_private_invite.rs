//! A customer's own case, answered in public without an invitation to go on in private.

use super::{Found, table};
use crate::check::Context;
use crate::language::Language;
use crate::matching::cue;
use crate::reading;
use crate::reply;

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let Some(comment) = &context.comment else { return };
    if !reading::is_individual_case(&comment.text, &comment.scan, &comment.reading)
        || context.scan.has(cue::MOVE_PRIVATE_INVITE)
        || context.text.source.trim().is_empty()
    {
        return;
    }
    let end = context.text.source.trim_end().len();
    let language = match context.text.language() {
        Language::Unknown => comment.text.language(),
        told => told,
    };
    let invitation = reply::private_invitation(language, context.network);
    let separator = if context.text.source.trim_end().ends_with(['.', '!', '?', '…']) { " " } else { ". " };
    found.push(Found {
        rule: table::MISSING_PRIVATE_INVITE,
        span: end..end,
        severity: None,
        replacement: Some(format!("{separator}{invitation}")),
    });
}
