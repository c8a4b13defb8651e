//! The rules. One rule is one file, `<id>.toml`; those that must count or compare also have `<id>.rs`.

mod arguing_with_troll;
mod canned_reply;
mod cheerful_in_crisis;
mod echo;
mod exchange;
mod ignored_question;
mod jargon;
mod missing_acknowledgment;
mod missing_apology;
mod missing_private_invite;
mod no_next_step;
mod no_personalisation;
mod omissions;
mod plain;
mod private_brush_off;
pub(crate) mod public_personal_data_disclosure;
mod public_personal_data_request;
mod sarcastic_emoji;
mod shouting;
mod too_late;
mod too_long;
mod tu_vous_mismatch;
mod unconfirmed_claim;
mod unfilled_variable;
mod unofficial_channel;
mod unsourced_rebuttal;
mod wrong_language;

use std::ops::Range;

use crate::check::Context;
use crate::matching::Hit;
use crate::matching::tables::library;
use crate::wire::{Locale, Severity};

/// A rule by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RuleId(pub(crate) u16);

impl RuleId {
    /// The id under which a brand's own patterns speak.
    pub(crate) const BRAND: &'static str = "brand-words";
    const FIRST_OF_BRAND: u16 = 0x8000;

    /// Of a brand's pattern, by its place in the policy.
    pub(crate) fn of_brand(place: usize) -> Self {
        Self(Self::FIRST_OF_BRAND.saturating_add(place as u16))
    }

    /// The place in the policy of the brand's pattern it is, if it is one.
    pub(crate) fn brand_place(self) -> Option<usize> {
        self.0.checked_sub(Self::FIRST_OF_BRAND).map(usize::from)
    }
}

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
    sarcastic_emoji::find(context, &mut found);
    arguing_with_troll::find(context, &mut found);
    canned_reply::find(context, &mut found);
    cheerful_in_crisis::find(context, &mut found);
    jargon::find(context, &mut found);
    private_brush_off::find(context, &mut found);
    public_personal_data_disclosure::find(context, &mut found);
    unconfirmed_claim::find(context, &mut found);
    unfilled_variable::find(context, &mut found);
    unofficial_channel::find(context, &mut found);
    wrong_language::find(context, &mut found);
    // What a reply leaves out cannot be told where its language is not the comment's.
    if found.iter().all(|finding| finding.rule != table::WRONG_LANGUAGE) {
        let exchange = exchange::Exchange::of(context);
        if let Some(exchange) = &exchange {
            omissions::find(context, exchange, &mut found);
        }
        no_personalisation::find(context, exchange.as_ref(), &mut found);
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
        table::CHEERFUL_IN_CRISIS => cheerful_in_crisis::is_grave(context),
        table::PUBLIC_PERSONAL_DATA_DISCLOSURE => public_personal_data_disclosure::keeps(context, hit),
        table::JARGON => jargon::keeps(context, hit),
        table::UNSOURCED_REBUTTAL => unsourced_rebuttal::keeps(context),
        _ => true,
    }
}

/// The severity of a match where its rule's is for the worst case.
///
/// A gesture offered in public once is a habit to lose, not a fire: it is said, and the local count of gestures makes
/// more of it when it becomes a system.
pub(crate) fn own_severity(hit: &Hit) -> Option<Severity> {
    let first_time = RuleId(hit.rule) == table::PUBLIC_COMMERCIAL_GESTURE;
    hit.output.severity.or(first_time.then_some(Severity::Advice))
}

/// A rule by its id.
pub(crate) fn by_id(id: &str) -> Option<(RuleId, &'static Rule)> {
    let index = RULES.binary_search_by(|rule| rule.id.cmp(id)).ok()?;
    RULES.get(index).map(|rule| (RuleId(index as u16), rule))
}
