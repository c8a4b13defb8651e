//! In a private composer nobody else reads: the rules for public replies are silent.

use crate::check::Context;
use crate::rules::Rule;
use crate::wire::Visibility;

/// Whether the rule has nothing to say of this draft.
pub(in crate::check) fn silences(context: &Context<'_>, rule: &Rule) -> bool {
    rule.public_only && context.visibility == Visibility::Private
}
