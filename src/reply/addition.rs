//! One sentence to add to a draft that lacks it.

use super::bank::Bank;
use super::calm;
use super::case::topic_key;
use crate::check::Comment;
use crate::language::Language;
use crate::matching::scan::Cue;
use crate::matching::{Scan, cue};
use crate::text::Text;

pub(crate) use super::calm::is_familiar;

/// What the draft lacks.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Addition {
    /// The problem or the feeling, named.
    Acknowledgment,
    Apology,
    /// What is done now.
    Step,
    /// To go on in private.
    Invitation,
}

impl Addition {
    /// The part of a topic's phrases in the bank, and the cue by which a reply is known to say it.
    fn key_and_cue(self) -> (&'static str, Cue) {
        match self {
            Self::Acknowledgment => ("echo", cue::MOVE_ACKNOWLEDGE),
            Self::Apology => ("sorry", cue::MOVE_APOLOGY),
            Self::Step => ("step", cue::MOVE_ACTION),
            Self::Invitation => ("invite", cue::MOVE_PRIVATE_INVITE),
        }
    }

    /// What may be said of any trouble.
    fn of_anything(self, language: Language, familiar: bool) -> &'static str {
        match (language, self, familiar) {
            (Language::Fr, Self::Acknowledgment, true) => "On comprend que ce soit pénible.",
            (Language::Fr, Self::Apology, true) => "On est vraiment désolés.",
            (Language::Fr, Self::Step, true) => "On regarde ce qui s'est passé et on te répond aujourd'hui.",
            (Language::Fr, Self::Invitation, true) => "Écris-nous en message privé, on regarde ça avec toi.",
            (Language::Fr, Self::Acknowledgment, false) => "Nous comprenons que ce soit pénible.",
            (Language::Fr, Self::Apology, false) => "Toutes nos excuses.",
            (Language::Fr, Self::Step, false) => {
                "Je regarde ce qui s'est passé et je vous réponds aujourd'hui."
            }
            (Language::Fr, Self::Invitation, false) => {
                "Écrivez-nous en message privé, nous regardons cela avec vous."
            }
            (_, Self::Acknowledgment, _) => "We understand how frustrating this is.",
            (_, Self::Apology, _) => "We're sorry about this.",
            (_, Self::Step, _) => "I'm looking into what happened and I'll get back to you today.",
            (_, Self::Invitation, _) => "Please send us a private message and we'll look into it with you.",
        }
    }
}

/// The sentence, on the topic of the comment where the bank has one, spoken as the draft speaks.
pub(crate) fn sentence(
    addition: Addition,
    language: Language,
    comment: &Comment<'_>,
    draft: &Text<'_>,
) -> &'static str {
    let (part, cue) = addition.key_and_cue();
    let familiar = language == Language::Fr && calm::is_familiar(draft);
    let says_it = |phrase: &&&str| {
        let text = Text::read(phrase, Some(language));
        Scan::of(&text).cue_hits(cue).next().is_some()
    };
    let key = format!("complaint.{}.{part}", topic_key(comment.reading.topic));
    let of_topic = Bank::of(language).variants(&key);
    of_topic
        .iter()
        .find(says_it)
        .filter(|_| !familiar)
        .copied()
        .unwrap_or_else(|| addition.of_anything(language, familiar))
}
