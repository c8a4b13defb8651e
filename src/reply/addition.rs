//! One sentence to add to a draft that lacks it.

use super::bank::Bank;
use super::calm;
use super::case::{Complaint, topic_key};
use crate::check::Comment;
use crate::language::Language;
use crate::matching::scan::Cue;
use crate::matching::{Scan, cue};
use crate::text::Text;
use crate::wire::Visibility;

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
    fn of_anything(self, bank: Bank, familiar: bool) -> &'static str {
        let voice = if familiar { "familiar" } else { "plain" };
        let what = match self {
            Self::Acknowledgment => "acknowledgment",
            Self::Apology => "apology",
            Self::Step => "step",
            Self::Invitation => "invitation",
        };
        only(bank, &format!("addition.{voice}.{what}"))
    }
}

/// The phrase of the bank under a key that has but one.
fn only(bank: Bank, key: &str) -> &'static str {
    bank.variants(key).first().copied().unwrap_or_default()
}

/// What is said of a question that will be answered later.
pub(crate) fn answer_later(language: Language) -> &'static str {
    only(Bank::of(language), "addition.question.later")
}

/// What is said by who answers late; `dead`, so late that the thread is better left.
pub(crate) fn owned_delay(language: Language, dead: bool) -> &'static str {
    only(Bank::of(language), if dead { "addition.delay.dead" } else { "addition.delay.late" })
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
    let of_topic = format!("complaint.{}.{part}", topic_key(comment.reading.topic));
    // The thing itself where the comment says it, else its topic.
    let key = match addition {
        Addition::Acknowledgment => Complaint::of(comment, Visibility::Public).echo_key(),
        _ => of_topic.clone(),
    };
    let bank = Bank::of(language);
    let mut phrases = bank.variants(&key).iter().chain(bank.variants(&of_topic));
    phrases
        .find(says_it)
        .filter(|_| !familiar)
        .copied()
        .unwrap_or_else(|| addition.of_anything(bank, familiar))
}

#[cfg(test)]
mod tests {
    use super::{Addition, sentence};
    use crate::check::Comment;
    use crate::language::Language;
    use crate::matching::Scan;
    use crate::text::Text;

    #[test]
    fn what_is_added_is_what_was_missing() {
        let additions = [Addition::Acknowledgment, Addition::Apology, Addition::Step, Addition::Invitation];
        for (language, comments, drafts) in [
            (
                Language::Fr,
                [
                    "Colis reçu cassé !",
                    "Débité deux fois",
                    "Votre vendeur m'a insultée",
                    "Vos prix sont honteux",
                ],
                ["Nous vous lisons.", "On te lit."],
            ),
            (
                Language::En,
                [
                    "My parcel came broken!",
                    "Charged twice",
                    "Your clerk insulted me",
                    "Your prices are a disgrace",
                ],
                ["We read you.", "Noted."],
            ),
        ] {
            for (comment, draft) in comments.iter().flat_map(|c| drafts.map(|d| (c, d))) {
                let comment = Comment::read(comment, Some(language));
                for addition in additions {
                    let said = sentence(addition, language, &comment, &Text::read(draft, Some(language)));
                    let scan = Scan::of(&Text::read(said, Some(language)));
                    assert!(scan.cue_hits(addition.key_and_cue().1).next().is_some(), "{addition:?}: {said}");
                }
            }
        }
    }
}
