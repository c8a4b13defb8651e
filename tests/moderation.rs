//! What may be deleted, hidden, blocked or reported: in words chosen for it, and measured on the comments of `data/dev`.
//!
//! Those comments stand beside the repository, not in it: where they are absent the measure says so and passes.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs, reason = "a test that prints figures")]

use std::path::PathBuf;
use std::process::Command;

use sangfroid::Checker;
use sangfroid::wire::{
    Locale, ModerationAction, ModerationAdvice, ModerationCode, ModerationRequest, ModerationVerdict,
};
use serde::Deserialize;

use ModerationAction::{Block, Delete, Hide, Report};
use ModerationVerdict::{AdvisedAgainst, Allowed};

const ACTIONS: [ModerationAction; 4] = [Delete, Hide, Block, Report];

fn advice(text: &str, action: ModerationAction) -> ModerationAdvice {
    let request = ModerationRequest { text: text.to_owned(), action, ..ModerationRequest::default() };
    Checker::default().advise_moderation(&request).unwrap()
}

fn codes(advice: &ModerationAdvice) -> Vec<ModerationCode> {
    advice.reasons.iter().map(|reason| reason.code).collect()
}

#[test]
fn criticism_is_answered_whatever_the_action() {
    for text in [
        "service nul",
        "Trois semaines que j'attends mon colis, c'est honteux.",
        "Entreprise de merde, à fuir, honte à vous",
        "Escrocs, menteurs, je vais porter plainte",
        "Vous êtes en vacances ou quoi ? Personne ne répond au téléphone.",
        "Worst company ever, avoid at all costs",
        "Your service is shit, a scam, a disgrace",
        "Merci pour votre accueil !",
        "J'appelle le 01 42 68 53 00 depuis trois jours et personne ne répond.",
        "J'ai écrit à contact@boutique.example, aucune réponse en un mois.",
    ] {
        for action in ACTIONS {
            let found = advice(text, action);
            assert_eq!(found.verdict, AdvisedAgainst, "{action:?} {text}: {:?}", codes(&found));
            assert!(!found.instead.is_empty() && !found.why.is_empty() && !found.rule.is_empty());
        }
    }
}

#[test]
fn what_offends_or_endangers_may_be_moderated_and_says_why() {
    for (text, code) in [
        ("Je vais venir vous casser la figure", ModerationCode::Threat),
        ("Sale pute, crève", ModerationCode::Insult),
        ("Go back to your own country, filthy immigrants", ModerationCode::Hate),
        ("Gagnez 500 € par jour, lien en bio, contactez-moi sur WhatsApp", ModerationCode::Spam),
        ("La vendeuse s'appelle Julie, voici son numéro : 06 12 34 56 78", ModerationCode::PersonalData),
        ("Écrivez à son mail perso : julie.martin@gmail.com", ModerationCode::PersonalData),
        (
            "Envoyez-lui vos factures, son IBAN : FR76 3000 6000 0112 3456 7890 189",
            ModerationCode::PersonalData,
        ),
        ("The driver lives at 14 Hazel Road, go and say hi", ModerationCode::PersonalData),
    ] {
        for action in ACTIONS {
            let found = advice(text, action);
            assert_eq!(found.verdict, Allowed, "{action:?} {text}: {:?}", codes(&found));
            assert!(codes(&found).contains(&code), "{text}: {:?}", codes(&found));
        }
    }
}

#[test]
fn a_customers_own_number_is_hidden_not_deleted() {
    for text in [
        "Colis jamais reçu, rappelez-moi au 06 12 34 56 78",
        "Toujours pas remboursée après un mois, mon mail : paul.durand@orange.example",
        "Never arrived, call me on 07700 900 123",
    ] {
        let hide = advice(text, Hide);
        assert_eq!((hide.verdict, codes(&hide)), (Allowed, vec![ModerationCode::OwnData]), "{text}");
        for action in [Delete, Block, Report] {
            let found = advice(text, action);
            assert_eq!(found.verdict, AdvisedAgainst, "{action:?} {text}");
            assert_eq!(codes(&found).first(), Some(&ModerationCode::OwnData), "{text}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_not_judged() {
    let request = |text: &str| ModerationRequest { text: text.to_owned(), ..ModerationRequest::default() };
    for text in ["", "  \n ", "👎👎👎"] {
        assert!(Checker::default().advise_moderation(&request(text)).is_err(), "{text:?}");
    }
    let german = advice("Das ist wirklich die schlechteste Firma, mit der ich je zu tun hatte.", Delete);
    assert_eq!((german.verdict, codes(&german)), (AdvisedAgainst, vec![ModerationCode::Unread]));
}

#[test]
fn reasons_are_said_in_the_language_asked_for() {
    let ask = |locale| ModerationRequest {
        text: "Votre service est nul".to_owned(),
        locale,
        ..ModerationRequest::default()
    };
    let rule = |locale| Checker::default().advise_moderation(&ask(locale)).unwrap().rule;
    assert!(rule(None).starts_with("Évitez"));
    assert!(rule(Some(Locale::En)).starts_with("Avoid"));
}

#[test]
fn hiding_is_told_from_deleting() {
    let why = |action| advice("Livraison trois fois repoussée, je suis déçu.", action).why;
    assert!(why(Hide).contains("n'est pas supprimer"));
    assert_ne!(why(Delete), why(Block));
}

#[derive(Deserialize)]
struct Labelled {
    text: String,
    kinds: Vec<String>,
    deletable: bool,
}

fn labelled() -> Option<Vec<Labelled>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/dev/comments.jsonl.gz");
    let unzipped = path.exists().then(|| Command::new("gzip").arg("-dc").arg(&path).output().ok())??;
    let text = String::from_utf8(unzipped.stdout).ok()?;
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[test]
fn the_advice_holds_its_floor_on_dev() {
    let Some(comments) = labelled() else {
        println!("skipped: ../shared/data/dev/comments.jsonl.gz is not here");
        return;
    };
    let allowed = |comment: &&Labelled| {
        let request =
            ModerationRequest { text: comment.text.clone(), action: Delete, ..ModerationRequest::default() };
        Checker::default().advise_moderation(&request).is_ok_and(|advice| advice.verdict == Allowed)
    };
    let is_criticism = |comment: &Labelled| {
        !comment.deletable && comment.kinds.iter().any(|kind| kind == "complaint" || kind == "accusation")
    };
    let share = |of: Vec<&Labelled>| {
        (
            of.len(),
            100.0 * of.iter().filter(|comment| allowed(comment)).count() as f64 / of.len().max(1) as f64,
        )
    };
    let criticism = share(comments.iter().filter(|comment| is_criticism(comment)).collect());
    let other = share(comments.iter().filter(|c| !c.deletable && !is_criticism(c)).collect());
    let deletable = share(comments.iter().filter(|comment| comment.deletable).collect());
    println!("criticism ({}): {:.1}% advised against", criticism.0, 100.0 - criticism.1);
    println!("other comments to keep ({}): {:.1}% advised against", other.0, 100.0 - other.1);
    println!("deletable ({}): {:.1}% allowed", deletable.0, deletable.1);
    for kind in ["threat", "violence", "hate", "insult", "spam", "troll"] {
        let of = comments.iter().filter(|c| c.deletable && c.kinds.iter().any(|k| k == kind)).collect();
        let (count, share) = share(of);
        println!("  {kind:<9} ({count}): {share:.1}% allowed");
    }
    assert!(criticism.1 <= 2.0, "criticism allowed to be deleted: {:.1}%", criticism.1);
    assert!(deletable.1 >= 85.0, "deletable allowed: {:.1}%", deletable.1);
}
