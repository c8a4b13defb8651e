//! An approved statement speaks to everybody, at the length it needs.

use crate::check::Context;
use crate::rules::Rule;

/// What is expected of a reply to one person. The aim for its length is seen to by the rule itself, which keeps
/// the limit of the network.
const OF_A_REPLY: [&str; 2] = ["missing-private-invite", "no-personalisation"];

/// Whether the rule has nothing to say of this draft.
pub(in crate::check) fn silences(context: &Context<'_>, rule: &Rule) -> bool {
    context.situation.statement == Some(true) && OF_A_REPLY.contains(&rule.id)
}
