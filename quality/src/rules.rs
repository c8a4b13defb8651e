//! Which labels mean that a reply should have been stopped, as the authors of the labelled texts had it.

use sangfroid::inside::declared;
use sangfroid::wire::Severity;

/// Rules that may stop a reply though its tone is fine: its labels count with the advice.
const OF_CONTENT: [&str; 5] = [
    "missing-apology",
    "public-commercial-gesture",
    "unfilled-variable",
    "unofficial-channel",
    "unconfirmed-claim",
];
/// Offences that hold an insult, a swear word, a threat or a shout: nobody can miss them.
const EXPLICIT: [&str; 7] = [
    "insult",
    "profanity",
    "threat",
    "hate-discrimination",
    "shouting",
    "ultimatum-legal-threat",
    "deletion-ban-threat",
];

/// Whether breaking a rule is an offence that stops a reply, rather than something to do better.
pub(crate) fn stops(id: &str) -> bool {
    let declared = declared(id).is_some_and(|severity| severity >= Severity::Warn);
    (declared || id == "sarcastic-emoji") && !OF_CONTENT.contains(&id)
}

/// Whether an offence is plain to see.
pub(crate) fn is_explicit(id: &str) -> bool {
    EXPLICIT.contains(&id)
}
