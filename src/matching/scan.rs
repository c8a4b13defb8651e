//! What the automaton found in a text, sorted by what it means.

use std::cell::RefCell;
use std::ops::Range;

use super::automaton::{Match, Output, Runner, Target};
use super::tables::{PACKS, Pack};
use crate::language::Language;
use crate::order;
use crate::text::{Sentence, Text};

/// A cue: something a text says that is no offence (`src/reading/cues`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cue(pub(crate) u16);

/// Every cue, generated from the files.
pub(crate) mod cue {
    use super::Cue;
    include!(concat!(env!("OUT_DIR"), "/cues.rs"));
}

/// A cue found in a text.
#[derive(Clone, Debug)]
pub(crate) struct CueHit {
    pub(crate) cue: Cue,
    /// Index of the sentence.
    pub(crate) sentence: usize,
    /// The tokens that say it.
    pub(crate) tokens: Range<usize>,
    /// Inside a negation.
    pub(crate) negated: bool,
    /// Someone else's words.
    pub(crate) quoted: bool,
    /// As the file weighs it.
    pub(crate) weight: u16,
}

/// A rule's pattern found in a text, before any guard.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    /// Index of the rule.
    pub(crate) rule: u16,
    /// Index of the sentence.
    pub(crate) sentence: usize,
    /// The tokens that are marked in the pattern.
    pub(crate) tokens: Range<usize>,
    /// The language of the pattern.
    pub(crate) pack: Pack,
    /// The pattern.
    pub(crate) output: &'static Output,
}

/// Everything the patterns found.
pub(crate) struct Scan {
    /// Patterns of rules, not yet guarded.
    pub(crate) hits: Vec<Hit>,
    allowed: Vec<Hit>,
    cue_hits: Vec<CueHit>,
    weights: [u16; cue::COUNT],
}

thread_local! {
    /// The buffers of the automata, kept from one text to the next.
    static RUNNERS: RefCell<[Option<Runner>; 2]> = const { RefCell::new([None, None]) };
}

/// More matches than this in one text are not kept.
const MOST_HITS: usize = 2_000;

impl Scan {
    /// Runs every pattern over a text.
    pub(crate) fn of(text: &Text<'_>) -> Self {
        let mut scan =
            Self { hits: Vec::new(), allowed: Vec::new(), cue_hits: Vec::new(), weights: [0; cue::COUNT] };
        for (index, sentence) in text.sentences.iter().enumerate() {
            for &pack in packs_for(sentence) {
                RUNNERS.with_borrow_mut(|runners| {
                    let Some(runner) = runners.get_mut(pack as usize) else { return };
                    let runner = runner.get_or_insert_with(|| Runner::new(pack));
                    runner.run(text, sentence, &mut |found: Match| scan.add(text, pack, index, found));
                });
            }
        }
        scan.drop_shorter_cues();
        scan
    }

    fn add(&mut self, text: &Text<'_>, pack: Pack, sentence: usize, found: Match) {
        let tokens = found.first as usize..found.last as usize + 1;
        let hit = |rule| Hit { rule, sentence, pack, tokens: tokens.clone(), output: found.output };
        match found.output.target {
            Target::Rule(rule) if self.hits.len() < MOST_HITS => self.hits.push(hit(rule)),
            Target::Allow(rule) if self.allowed.len() < MOST_HITS => self.allowed.push(hit(rule)),
            Target::Cue(cue) if self.cue_hits.len() < MOST_HITS => {
                let inside = text.tokens_in(tokens.clone());
                self.cue_hits.push(CueHit {
                    cue: Cue(cue),
                    sentence,
                    negated: found.output.negatable && inside.last().is_some_and(|t| t.negated),
                    quoted: inside.iter().all(|t| t.quoted),
                    weight: u16::from(found.output.weight),
                    tokens,
                });
            }
            _ => {}
        }
    }

    /// A cue matched twice over the same words counts once, as its longest match.
    fn drop_shorter_cues(&mut self) {
        // Tokens of a text take 17 bits: there are no more than bytes.
        let hits = order::by_key(std::mem::take(&mut self.cue_hits), |hit| {
            u64::from(hit.cue.0) << 40 | (hit.tokens.start as u64) << 20 | (0xF_FFFF - hit.tokens.end as u64)
        });
        let mut kept: Vec<CueHit> = Vec::with_capacity(hits.len());
        for hit in hits {
            match kept.last_mut() {
                Some(last) if last.cue == hit.cue && hit.tokens.start < last.tokens.end => {
                    last.weight = last.weight.max(hit.weight);
                    last.negated &= hit.negated;
                }
                _ => kept.push(hit),
            }
        }
        for hit in kept.iter().filter(|hit| !hit.negated && !hit.quoted) {
            if let Some(weight) = self.weights.get_mut(usize::from(hit.cue.0)) {
                *weight = weight.saturating_add(hit.weight);
            }
        }
        self.cue_hits = kept;
    }

    /// The sum of the weights of a cue's occurrences, those denied or quoted left out.
    pub(crate) fn weight(&self, cue: Cue) -> u32 {
        self.weights.get(usize::from(cue.0)).map_or(0, |&w| u32::from(w))
    }

    /// Whether a cue occurs, neither denied nor quoted.
    pub(crate) fn has(&self, cue: Cue) -> bool {
        self.weight(cue) > 0
    }

    /// The same with those denied: "still no refund" is about a refund.
    pub(crate) fn mentions(&self, cue: Cue) -> u32 {
        self.cue_hits(cue).filter(|hit| !hit.quoted).map(|hit| u32::from(hit.weight)).sum()
    }

    /// Every occurrence of every cue.
    pub(crate) fn all_cues(&self) -> &[CueHit] {
        &self.cue_hits
    }

    /// Every occurrence of a cue.
    pub(crate) fn cue_hits(&self, cue: Cue) -> impl Iterator<Item = &CueHit> {
        self.cue_hits.iter().filter(move |hit| hit.cue == cue)
    }

    /// Whether a rule's file says that these words are to be left alone.
    pub(crate) fn allows(&self, rule: u16, tokens: &Range<usize>) -> bool {
        self.allowed.iter().any(|allow| {
            allow.rule == rule && allow.tokens.start <= tokens.start && tokens.end <= allow.tokens.end
        })
    }
}

/// The languages whose patterns are read in a sentence: where its own is in doubt, both.
pub(crate) fn packs_for(sentence: &Sentence) -> &'static [Pack] {
    match sentence.language {
        Language::Fr => &PACKS[..1],
        Language::En => &PACKS[1..],
        _ if sentence.sure_of_language => &[],
        _ => &PACKS,
    }
}
