//! A whole reply that only points elsewhere: no word for the person, no reason, nobody who takes it on.

use super::{Found, plain, table};
use crate::check::Context;
use crate::matching::automaton::When;
use crate::text::TokenKind;

/// Longer replies say something.
const LONGEST: usize = 13;
/// What only names a place is short.
const SHORT: usize = 7;
/// Somewhere private.
#[rustfmt::skip]
const PRIVATE: &[&str] = &[
    "mp", "mps", "dm", "dms", "pm", "pms", "inbox", "inbx", "prive", "privee", "prives", "messagerie", "private", "privately", "offline",
];
/// Another desk, another place.
#[rustfmt::skip]
const ELSEWHERE: &[&str] = &[
    "formulaire", "faq", "sav", "portail", "ticket", "courrier", "mail", "courriel", "siege", "guichet", "standard", "form", "portal",
    "mailbox", "messages", "messenger", "helpline", "hotline", "service", "support", "agence", "direction", "reception", "mairie",
    "syndic", "gestionnaire", "conseiller", "branch", "channels", "office", "team", "adresse", "address", "garage", "hors", "chat",
    "telephone", "box",
];
/// Where the customer is told to go there.
#[rustfmt::skip]
const SENT: &[&str] = &[
    "contactez", "contacter", "contacte", "ecrivez", "ecrire", "ecris", "appelez", "appeler", "telephonez", "adressez", "adresser",
    "voyez", "voir", "prenez", "envoyez", "envoie", "rapprocher", "ouvrir", "passez", "redirigez", "dirigez", "poursuivre", "formuler",
    "contact", "write", "call", "email", "mail", "send", "get", "reach", "use", "ring", "take", "discuss", "rather", "invitons", "traite",
];
/// Something is taken on, explained, asked for a reason or given: no brush-off.
#[rustfmt::skip]
const HELP: &[&str] = &[
    "je", "j", "afin", "car", "puisque", "comme", "parce", "regarde", "regardons", "verifie", "verifions", "regle", "reglons",
    "occupe", "occupons", "suis", "suivons", "relance", "trouve", "trouver", "trouvons", "cherche", "cherchons", "corrige", "rembourse",
    "aide", "aider", "aidons", "comprends", "comprenons", "comprend", "normal", "numero", "reference", "photo", "coordonnees", "details",
    "detail", "precisions", "rappelle", "rappelons", "debloque", "envoyons", "avance", "gratuit", "ensemble", "debloquer", "avancer",
    "dossier", "plaisir", "volontiers", "bravo", "ravis", "ravi", "ravie", "contents", "hate", "oui", "non", "reponds", "repond", "lien",
    "i", "ll", "ve", "so", "because", "help", "look", "sort", "sorted", "fix", "check", "find", "assist", "chase", "investigate", "follow",
    "refund", "understand", "number", "ref", "picture", "info", "information", "happy", "glad", "love", "great", "yes", "no", "free",
    "postcode", "resolve", "track", "into", "right", "shouldn", "order", "awful", "what", "too", "long",
    "link", "shame", "details", "booking", "size", "raison", "tort", "merveille", "voici", "jamais", "replied", "respond", "responded", "sent",
    "reply", "followed", "steps", "question", "questions", "received", "recu", "lisons", "coeur", "only", "host", "correct", "won",
];

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let text = context.text;
    // A question is asked, a complaint is made, or nothing is known of it: under praise there is nothing to brush off.
    if context.answers(When::Praise) {
        return;
    }
    let said: Vec<usize> =
        (0..text.tokens.len()).filter(|&at| text.tokens.get(at).is_some_and(plain::is_said)).collect();
    let shows_something = text.tokens.iter().any(|token| match token.kind {
        TokenKind::Url => true,
        TokenKind::Number => token.folded_end - token.folded_start < 3,
        _ => token.quoted,
    });
    if said.is_empty() || said.len() > LONGEST || shows_something {
        return;
    }
    let word = |at: usize| plain::letters(context, at);
    let any = |words: &[&str]| said.iter().any(|&at| plain::is_one_of(word(at), words));
    let mailbox = text.tokens.iter().any(|token| token.kind == TokenKind::Email);
    let sent = any(SENT) || said.len() <= SHORT;
    let points = any(PRIVATE) || sent && (any(ELSEWHERE) || mailbox);
    if any(HELP) || !points {
        return;
    }
    let start = text.source.len() - text.source.trim_start().len();
    let mut finding = plain::found(context, table::PRIVATE_BRUSH_OFF, start..text.source.trim_end().len());
    finding.replacement = None;
    found.push(finding);
}
