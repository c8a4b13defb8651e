//! What every rule shares: the reasons not to speak. One guard is one file.

mod name;
mod negation;
mod owns_up;
mod positive_thread;
mod private;
mod quotation;
mod self_criticism;
mod statement;

use super::{Context, RawFinding};
use crate::matching::Hit;
use crate::policy::Policy;
use crate::rules::Rule;

/// Whether a match survives the guards its rule heeds.
pub(super) fn pass(context: &Context<'_>, rule: &Rule, hit: &Hit, policy: &Policy) -> bool {
    let guards = &rule.guards;
    !(context.scan.allows(hit.rule, &hit.tokens)
        || guards.quotation && quotation::applies(context, hit)
        || guards.negation && negation::applies(context, hit)
        || guards.self_criticism && self_criticism::applies(context, hit)
        || guards.name && name::applies(context, hit, policy))
}

/// Whether a rule has no say where the draft is to be posted, or as what it is to be posted.
pub(super) fn silence(context: &Context<'_>, rule: &Rule) -> bool {
    private::silences(context, rule) || statement::silences(context, rule)
}

/// Lowers what is only probably wrong, where the rest of the draft or the comment speaks against it.
pub(super) fn soften(context: &Context<'_>, findings: &mut [RawFinding]) {
    positive_thread::soften(context, findings);
    owns_up::soften(context, findings);
}
