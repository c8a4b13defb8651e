//! Asking for personal data where everyone reads; asking for it in private is the right thing.

use super::plain;
use crate::check::Context;
use crate::matching::{Hit, cue};

/// What a number may be the number of, without being anyone's.
const NOBODYS: &[&str] =
    &["lot", "modele", "bulletin", "rappel", "rue", "article", "version", "dos", "siret", "magasin", "rayon"];
/// To be typed into one's own account, or dialled.
const ELSEWHERE: &[&str] =
    &["appli", "application", "espace", "appelez", "appeler", "composez", "raccrochez", "contactez"];

/// An invitation to private in the same sentence, or the one before or after, makes the request a private one.
pub(super) fn keeps(context: &Context<'_>, hit: &Hit) -> bool {
    let near = hit.sentence.saturating_sub(1)..=hit.sentence + 1;
    if context.scan.cue_hits(cue::MOVE_PRIVATE_CHANNEL).any(|invite| near.contains(&invite.sentence)) {
        return false;
    }
    let after = hit.tokens.end..hit.tokens.end + 3;
    let sentence = context.text.sentences.get(hit.sentence).map_or(0..0, |sentence| sentence.tokens.clone());
    !plain::has_any(context, after, NOBODYS) && !plain::has_any(context, sentence, ELSEWHERE)
}
