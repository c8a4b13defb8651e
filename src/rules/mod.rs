//! The rules. One rule is one file, `<id>.toml`; those that must count or compare also have `<id>.rs`.

mod echo;
mod exchange;
mod ignored_question;
mod missing_acknowledgment;
mod missing_apology;
mod missing_private_invite;
mod no_next_step;
mod no_personalisation;
mod omissions;
mod public_personal_data_request;
mod shouting;
mod too_late;
mod too_long;
mod tu_vous_mismatch;
mod wrong_language;

use std::ops::Range;

use crate::check::Context;
use crate::matching::Hit;
use crate::matching::tables::library;
use crate::wire::{Locale, Severity};

/// A rule by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RuleId(pub(crate) u16);

/// How far around the match the finding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extend {
    /// The match alone.
    Words,
    /// The clause around it.
    Clause,
    /// Its sentence.
    Sentence,
}

/// Which of the shared guards a rule heeds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guards {
    pub(crate) quotation: bool,
    pub(crate) self_criticism: bool,
    pub(crate) negation: bool,
    pub(crate) name: bool,
}

/// The texts of a rule in one language.
#[derive(Debug)]
pub(crate) struct Texts {
    /// What is the matter.
    pub(crate) message: &'static str,
    /// Why it matters.
    pub(crate) why: &'static str,
    /// What the fix's button says.
    pub(crate) label: &'static str,
    /// Where the rule comes from.
    pub(crate) source: &'static str,
    /// What takes the place of the words.
    pub(crate) fix: Option<&'static str>,
}

/// A rule, as its file declares it.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) id: &'static str,
    pub(crate) severity: Severity,
    pub(crate) extend: Extend,
    pub(crate) public_only: bool,
    pub(crate) guards: Guards,
}

/// The texts of a rule in a language.
pub(crate) fn texts(rule: RuleId, locale: Locale) -> Option<&'static Texts> {
    let of_language = match locale {
        Locale::Fr => &library().rule_texts_fr,
        Locale::En => &library().rule_texts_en,
    };
    of_language.get(usize::from(rule.0))
}

mod table {
    use super::{Extend, Guards, Rule, RuleId};
    use crate::wire::Severity;
    include!(concat!(env!("OUT_DIR"), "/rules.rs"));
}
pub(crate) use table::RULES;

/// What a rule with code found.
pub(crate) struct Found {
    pub(crate) rule: RuleId,
    /// Byte offsets in the draft.
    pub(crate) span: Range<usize>,
    /// Takes the place of the span; the file's fix where absent.
    pub(crate) replacement: Option<String>,
    /// Instead of the rule's.
    pub(crate) severity: Option<Severity>,
}

/// The rules that are code.
pub(crate) fn found_by_code(context: &Context<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    shouting::find(context, &mut found);
    wrong_language::find(context, &mut found);
    if !wrong_language::differs(context) {
        omissions::find(context, &mut found);
        no_personalisation::find(context, &mut found);
    }
    tu_vous_mismatch::find(context, &mut found);
    too_long::find(context, &mut found);
    too_late::find(context, &mut found);
    found
}

/// What a rule with code says of a pattern's match: `false` drops it.
pub(crate) fn keeps(context: &Context<'_>, hit: &Hit) -> bool {
    match RuleId(hit.rule) {
        table::NO_PERSONALISATION => no_personalisation::keeps(context, hit),
        table::PUBLIC_PERSONAL_DATA_REQUEST => public_personal_data_request::keeps(context, hit),
        _ => true,
    }
}

/// A rule by its id.
pub(crate) fn by_id(id: &str) -> Option<(RuleId, &'static Rule)> {
    let index = RULES.binary_search_by(|rule| rule.id.cmp(id)).ok()?;
    RULES.get(index).map(|rule| (RuleId(index as u16), rule))
}
