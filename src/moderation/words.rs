//! The sentences of the advice (`words/*.toml`).

use crate::matching::tables::{Phrases, library};
use crate::wire::{Locale, ModerationAction, ModerationCode, ModerationVerdict};

/// The sentences of one language.
#[derive(Clone, Copy)]
pub(super) struct Words(&'static Phrases);

impl Words {
    pub(super) fn of(locale: Locale) -> Self {
        Self(match locale {
            Locale::Fr => &library().moderation_fr,
            Locale::En => &library().moderation_en,
        })
    }

    pub(super) fn rule(self) -> &'static str {
        self.sentence("rule.text")
    }

    pub(super) fn source(self) -> &'static str {
        self.sentence("rule.source")
    }

    pub(super) fn reason(self, code: ModerationCode) -> &'static str {
        self.sentence(&format!("reason.{}", key(code)))
    }

    pub(super) fn instead(self, code: ModerationCode) -> &'static str {
        self.sentence(&format!("instead.{}", key(code)))
    }

    pub(super) fn why(self, verdict: ModerationVerdict, action: ModerationAction) -> &'static str {
        let verdict = match verdict {
            ModerationVerdict::Allowed => "allowed",
            ModerationVerdict::AdvisedAgainst => "against",
        };
        let action = match action {
            ModerationAction::Delete => "delete",
            ModerationAction::Hide => "hide",
            ModerationAction::Block => "block",
            ModerationAction::Report => "report",
        };
        self.sentence(&format!("{verdict}.{action}"))
    }

    /// The sentence under a key; empty where there is none, which a test forbids.
    fn sentence(self, key: &str) -> &'static str {
        let found = self.0.binary_search_by(|(known, _)| (*known).cmp(key)).ok();
        found.and_then(|at| self.0.get(at)?.1.first().copied()).unwrap_or_default()
    }
}

fn key(code: ModerationCode) -> &'static str {
    match code {
        ModerationCode::Threat => "threat",
        ModerationCode::Violence => "violence",
        ModerationCode::Hate => "hate",
        ModerationCode::PersonalData => "personal-data",
        ModerationCode::Insult => "insult",
        ModerationCode::Spam => "spam",
        ModerationCode::Offensive => "offensive",
        ModerationCode::OwnData => "own-data",
        ModerationCode::Rude => "rude",
        ModerationCode::Complaint => "complaint",
        ModerationCode::Accusation => "accusation",
        ModerationCode::Misinformation => "misinformation",
        ModerationCode::Troll => "troll",
        ModerationCode::Question => "question",
        ModerationCode::Praise => "praise",
        ModerationCode::Harmless => "harmless",
        ModerationCode::Unread => "unread",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODES: [ModerationCode; 17] = [
        ModerationCode::Threat,
        ModerationCode::Violence,
        ModerationCode::Hate,
        ModerationCode::PersonalData,
        ModerationCode::Insult,
        ModerationCode::Spam,
        ModerationCode::Offensive,
        ModerationCode::OwnData,
        ModerationCode::Rude,
        ModerationCode::Complaint,
        ModerationCode::Accusation,
        ModerationCode::Misinformation,
        ModerationCode::Troll,
        ModerationCode::Question,
        ModerationCode::Praise,
        ModerationCode::Harmless,
        ModerationCode::Unread,
    ];

    #[test]
    fn every_sentence_is_written_in_both_languages() {
        for words in [Words::of(Locale::Fr), Words::of(Locale::En)] {
            let mut said = vec![words.rule(), words.source()];
            said.extend(CODES.iter().flat_map(|&code| [words.reason(code), words.instead(code)]));
            for verdict in [ModerationVerdict::Allowed, ModerationVerdict::AdvisedAgainst] {
                use ModerationAction::{Block, Delete, Hide, Report};
                said.extend([Delete, Hide, Block, Report].map(|action| words.why(verdict, action)));
            }
            assert!(said.iter().all(|sentence| !sentence.is_empty()), "{said:?}");
            assert_eq!(said.len(), words.0.len(), "a sentence that nothing says");
        }
    }
}
