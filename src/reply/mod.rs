//! Replies (scaffold, replaced by the composer).
use crate::check::Comment;
use crate::language::Language;
use crate::policy::Policy;
use crate::wire::{CheckRequest, Suggestions};

pub(crate) fn suggest(_request: &CheckRequest, _comment: Option<&Comment<'_>>, _policy: &Policy) -> Suggestions {
    Suggestions { id: None, suggestions: vec![], calm: None }
}

pub(crate) fn private_invitation(_language: Language, _network: Option<&str>) -> &'static str {
    "Écrivez-nous en message privé, nous reprenons votre dossier."
}
