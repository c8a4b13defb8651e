//! A comment and the reply to it, side by side: what the one needs and what the other gives.

use super::echo;
use crate::check::{Comment, Context};
use crate::language::Language;
use crate::matching::cue;
use crate::matching::scan::Cue;
use crate::reading;
use crate::text::TokenKind;
use crate::wire::{Kind, Topic};

/// Kinds of comment that a reply does not have to repair.
const NOT_TO_REPAIR: [Kind; 4] = [Kind::Spam, Kind::Hate, Kind::Threat, Kind::Violence];
/// Nor these, unless they tell what went wrong and praise nothing: irony is often taken for one of them.
const SELDOM_TO_REPAIR: [Kind; 4] = [Kind::Praise, Kind::Troll, Kind::Suggestion, Kind::Misinformation];
/// Words of a reply that was not dashed off.
const FULL: usize = 19;
/// The weight of a word of praise.
const PRAISE: u32 = 2;

pub(super) struct Exchange<'c> {
    context: &'c Context<'c>,
    pub(super) comment: &'c Comment<'c>,
    /// Something went wrong for the author, and the comment says so.
    pub(super) complains: bool,
    /// It is plainly our doing.
    pub(super) plainly_ours: bool,
    /// One person's case.
    pub(super) individual: bool,
    /// Words of the comment that the reply takes up.
    pub(super) echoes: usize,
    /// Words of the reply.
    pub(super) words: usize,
    /// Nothing was said to this author yet. What the first reply says need not be said again.
    pub(super) first: bool,
}

impl<'c> Exchange<'c> {
    /// `None` where there is no comment, no reply, or a reply in a language the cues do not know.
    pub(super) fn of(context: &'c Context<'c>) -> Option<Self> {
        let comment = context.comment?;
        let words = context.text.tokens.iter().filter(|token| token.is_read()).count();
        let known = |language| matches!(language, Language::Fr | Language::En | Language::Unknown);
        if words == 0 || !known(context.text.language()) || !known(comment.text.language()) {
            return None;
        }
        let kinds = &comment.reading.kinds;
        let tells = |cue| comment.scan.cue_hits(cue).any(|hit| !hit.quoted && !hit.negated);
        let is_of = |set: &[Kind]| kinds.iter().any(|kind| set.contains(kind));
        let plain_words = tells(cue::FAULT_PLAIN) && comment.scan.weight(cue::KIND_PRAISE) < PRAISE;
        let seldom = is_of(&SELDOM_TO_REPAIR) && !kinds.contains(&Kind::Complaint);
        let to_repair = !comment.reading.deletable
            && !is_of(&NOT_TO_REPAIR)
            && (!seldom || plain_words)
            && (!comment.scan.has(cue::DETAIL_GRIEF) || tells(cue::FAULT_PLAIN))
            && !comment.scan.has(cue::DETAIL_DISTRESS)
            && !tells(cue::FAULT_OWN);
        // Trouble told in a question may be anybody's: "What if my parcel is lost?".
        let only_asks = *kinds == [Kind::Question];
        let asserts = |cue| {
            comment.scan.cue_hits(cue).any(|hit| {
                let asked = comment.text.sentences.get(hit.sentence).is_some_and(|s| s.question);
                !(hit.quoted || hit.negated || only_asks && asked)
            })
        };
        let plainly_ours = to_repair && asserts(cue::FAULT_PLAIN);
        let complaints = comment.scan.cue_hits(cue::KIND_COMPLAINT).count();
        let complains = plainly_ours
            || to_repair
                && (asserts(cue::FAULT_TROUBLE) || (complaints >= 2 && kinds.contains(&Kind::Complaint)));
        let individual = reading::is_individual_case(&comment.text, &comment.scan, &comment.reading);
        let own = comment.scan.has(cue::PERSON_SELF);
        let for_all = comment.scan.has(cue::PERSON_EVERYONE);
        let gone = comment.scan.has(cue::DETAIL_OUTAGE) || comment.scan.has(cue::DETAIL_OUT_OF_STOCK);
        let matter_for_all = match comment.reading.topic {
            Topic::Price | Topic::Ethics => true,
            Topic::Availability => gone,
            _ => false,
        };
        Some(Self {
            context,
            comment,
            complains,
            plainly_ours,
            individual: complains && (individual || ((own || plainly_ours) && !for_all && !matter_for_all)),
            echoes: echo::count(&comment.text, context.text),
            words,
            first: context.situation.exchanges.is_none_or(|replies| replies == 0),
        })
    }

    /// Whether the reply says this.
    pub(super) fn says(&self, cue: Cue) -> bool {
        self.context.scan.cue_hits(cue).any(|hit| !hit.quoted)
    }

    /// How many times it does.
    pub(super) fn times(&self, cue: Cue) -> usize {
        self.context.scan.cue_hits(cue).filter(|hit| !hit.quoted).count()
    }

    /// The problem or the feeling is named: in words that do so, or by taking up what the comment tells.
    pub(super) fn is_acknowledged(&self) -> bool {
        let apologises_for_it = self.says(cue::MOVE_NAMED_APOLOGY) && !self.says(cue::MOVE_VAGUE_APOLOGY);
        // One word of the comment alone may be the subject of any notice: "Deliveries go out between 8 and 6".
        let answers_someone = self.says(cue::MOVE_APOLOGY) || self.says(cue::MOVE_THANKS);
        let takes_up = self.echoes > 1 || (self.echoes == 1 && answers_someone);
        takes_up || self.says(cue::MOVE_ACKNOWLEDGE) || apologises_for_it
    }

    /// It says what happens next, or asks, or moves on to private.
    pub(super) fn goes_on(&self) -> bool {
        self.says(cue::MOVE_ACTION) || self.invites() || self.asks()
    }

    pub(super) fn asks(&self) -> bool {
        self.context.text.sentences.iter().any(|sentence| sentence.question)
    }

    /// It takes the time to say something and goes on from there: what it leaves out was hardly forgotten.
    pub(super) fn is_full(&self) -> bool {
        self.words >= FULL && self.goes_on()
    }

    pub(super) fn invites(&self) -> bool {
        self.says(cue::MOVE_PRIVATE_INVITE) || self.says(cue::MOVE_PRIVATE_CHANNEL)
    }

    /// Something only this reply would say: a number, a name inside a sentence.
    pub(super) fn is_specific(&self) -> bool {
        let text = self.context.text;
        text.sentences.iter().any(|sentence| {
            let mut read = text.tokens_in(sentence.tokens.clone()).iter().filter(|token| token.is_read());
            let first = read.next();
            first.is_some_and(|token| token.kind == TokenKind::Number)
                || read.any(|token| {
                    let acronym = token.all_capitals && token.folded_end - token.folded_start < 4;
                    let letters = text.letters(token);
                    token.kind == TokenKind::Number
                        || token.kind == TokenKind::Word
                            && token.capitalised
                            && letters.len() > 1
                            && !acronym
                            && !TITLES.contains(&letters)
                })
        })
    }
}

/// Written with a capital, and yet nobody's name.
const TITLES: [&[u8]; 8] =
    [b"madame", b"monsieur", b"mesdames", b"messieurs", b"sir", b"madam", b"team", b"merci"];
