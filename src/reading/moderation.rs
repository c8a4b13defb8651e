//! What may be moderated: offence, violence, advertising, a private person's data. Never mere criticism.

use super::clues::Clues;
use crate::wire::Kind;

/// Weight from which an insult is more than a rough word for poor work.
const STRONG_INSULT: u32 = 4;
/// Weight from which a person is exposed.
const EXPOSED: u32 = 4;

/// Whether the comment offends or endangers someone.
pub(super) fn is_offensive(clues: &Clues, kinds: &[Kind]) -> bool {
    kinds.iter().any(|kind| matches!(kind, Kind::Hate | Kind::Threat | Kind::Violence))
        || (kinds.contains(&Kind::Insult) && clues.insult >= STRONG_INSULT)
        || clues.doxxing >= EXPOSED
}

/// Whether the house rules allow to moderate it.
pub(super) fn is_deletable(clues: &Clues, kinds: &[Kind]) -> bool {
    kinds.contains(&Kind::Spam) || is_offensive(clues, kinds)
}
