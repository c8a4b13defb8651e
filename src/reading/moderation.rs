//! What may be moderated: offence, violence, advertising, a private person's data. Never mere criticism.

use super::clues::Clues;
use super::scorer::Scores;
use crate::wire::Kind;

/// Weight from which an insult is more than a rough word for poor work.
const STRONG_INSULT: u32 = 4;
/// Weight up to which an insult beside a reproach is only rough.
const ROUGH: u32 = 5;
/// Log-odds from which a comment is deletable.
const DELETABLE: f32 = -0.5;
/// The same for what looks like advertising.
const ADVERTISES: f32 = -1.0;
/// The same where no word says whom it is aimed at.
const SURE: f32 = 0.2;
/// Weight from which a person is exposed.
const EXPOSED: u32 = 4;

/// Whether the comment offends or endangers someone.
pub(super) fn is_offensive(scores: &Scores, clues: &Clues, kinds: &[Kind]) -> bool {
    if !is_aimed_at_people(clues) {
        return false;
    }
    kinds.iter().any(|kind| matches!(kind, Kind::Hate | Kind::Threat | Kind::Violence))
        || (kinds.contains(&Kind::Insult) && clues.insult >= STRONG_INSULT)
        || is_exposing(clues)
        || scores.is_offensive(0.0)
}

/// Whether the house rules allow to moderate it.
pub(super) fn is_deletable(scores: &Scores, clues: &Clues, kinds: &[Kind]) -> bool {
    if kinds.contains(&Kind::Spam) && scores.is_deletable(ADVERTISES) {
        return true;
    }
    let grave = kinds.iter().any(|kind| matches!(kind, Kind::Hate | Kind::Threat | Kind::Violence));
    if !is_aimed_at_people(clues) {
        // No word that is known says whom it is aimed at: only what was learnt does.
        return (grave && scores.is_deletable(0.0)) || (scores.is_deletable(SURE) && clues.complaint == 0);
    }
    grave
        || is_exposing(clues)
        // An insult with no complaint beside it serves nothing.
        || (kinds.contains(&Kind::Insult) && !kinds.contains(&Kind::Complaint) && clues.complaint == 0)
        || (scores.is_deletable(DELETABLE) && !is_harsh_criticism(clues))
}

/// Whether a private person is named or located for others to find.
pub(super) fn is_exposing(clues: &Clues) -> bool {
    clues.doxxing >= EXPOSED
}

/// A rough word, a reproach, and nothing worse.
fn is_harsh_criticism(clues: &Clues) -> bool {
    clues.insult <= ROUGH && clues.complaint > 0 && clues.hate + clues.threat + clues.violence == 0
}

/// However harsh, what aims at no one is criticism.
fn is_aimed_at_people(clues: &Clues) -> bool {
    [clues.insult, clues.hate, clues.threat, clues.violence, clues.doxxing, clues.troll]
        .into_iter()
        .any(|weight| weight > 0)
        || (clues.hints_of_abuse >= 2 && clues.complaint == 0)
}
