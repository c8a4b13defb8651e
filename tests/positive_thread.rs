//! Under a compliment a friendly tease is advice at most; under a complaint the same words are stopped.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use sangfroid::wire::{CheckRequest, Severity};
use sangfroid::{Checker, Unit};

fn gravest(comment: &str, draft: &str) -> Option<Severity> {
    let request = CheckRequest {
        draft: Some(draft.to_owned()),
        comment: Some(comment.to_owned()),
        lang: Some("fr".to_owned()),
        ..CheckRequest::default()
    };
    Checker::default().check(&request, Unit::Scalar).findings.iter().map(|finding| finding.severity).max()
}

#[test]
fn a_tease_under_praise_is_advice_and_a_jab_under_a_complaint_a_warning() {
    let tease = "Bravo, quelle perspicacité, on ne peut rien vous cacher.";
    let praise = "J'adore votre boutique, merci à toute l'équipe, c'est toujours un bonheur !";
    let complaint = "Ma commande est arrivée cassée, c'est inadmissible.";
    assert!(gravest(complaint, tease) >= Some(Severity::Warn));
    assert!(gravest(praise, tease) <= Some(Severity::Advice));
}

#[test]
fn an_insult_stays_an_insult_under_praise() {
    let praise = "J'adore votre boutique, merci à toute l'équipe, c'est toujours un bonheur !";
    let draft = "Bravo, quelle perspicacité, espèce d'abruti.";
    assert_eq!(gravest(praise, draft), Some(Severity::Block));
}
