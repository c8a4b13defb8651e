//! All patterns as one automaton over the symbols of tokens.
//!
//! Each pattern becomes positions (a state is entered by one symbol), positions with the same past are
//! merged, then those with the same future: thousands of patterns share most of their states, and a text
//! is read once whatever their number. Patterns hold no repetition, so the graph has no cycle.

use std::collections::{BTreeMap, BTreeSet};

use crate::fold::{FoldedWord, fold_word};
use crate::grammar::{End, Names, Node, parse};
use crate::lexicon::Lexicon;
use crate::sources::{Cue, LANGUAGES, PatternSource, RuleFile};
use crate::symbols::{Symbol, Symbols, special};

/// What a match means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Output {
    pub(crate) target: Target,
    /// The pattern has no negative word of its own, so a negated match is no match.
    pub(crate) negatable: bool,
    pub(crate) weight: u8,
    pub(crate) when: u8,
    pub(crate) severity: u8,
    /// Replacement of its own; empty option where the rule's is used.
    pub(crate) fix: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    Rule(usize),
    Allow(usize),
    Cue(usize),
    /// Words of the lexicon that together stand for this symbol.
    Phrase(Symbol),
}

/// The finished tables.
pub(crate) struct Automaton {
    pub(crate) outputs: Vec<Output>,
    /// State 0 is the start of patterns, state 1 that of entries of several words.
    pub(crate) states: Vec<State>,
    pub(crate) symbols: usize,
}

impl Automaton {
    /// Its size, for people who look into the build's folder.
    pub(crate) fn summary(&self, symbols: &Symbols) -> String {
        let edges: usize = self.states.iter().map(|state| state.edges.len()).sum();
        format!(
            "{} states, {edges} edges, {} outputs, {} symbols, {} words\n",
            self.states.len(),
            self.outputs.len(),
            self.symbols,
            symbols.words.len()
        )
    }
}

#[derive(Default)]
pub(crate) struct State {
    pub(crate) marked: bool,
    /// Sorted by symbol.
    pub(crate) edges: Vec<(Symbol, usize)>,
    pub(crate) accepts: Vec<usize>,
}

/// A place in a pattern, entered by one symbol.
#[derive(Default, Clone)]
struct Position {
    symbol: Symbol,
    marked: bool,
    follow: BTreeSet<usize>,
    accepts: BTreeSet<usize>,
    initial: bool,
    /// Begins an entry of several words.
    begins_phrase: bool,
}

struct Fragment {
    nullable: bool,
    first: Vec<usize>,
    last: Vec<usize>,
}

pub(crate) struct Compiler<'c> {
    symbols: &'c mut Symbols,
    lexicon: &'c Lexicon,
    names: &'c Names,
    /// Index in [`LANGUAGES`].
    language: usize,
    positions: Vec<Position>,
    outputs: BTreeMap<Output, usize>,
    /// By output, the words that are a whole pattern.
    single_words: BTreeMap<usize, BTreeSet<FoldedWord>>,
}

/// By language: `t` denies in "don't", and is someone in « je t'écris ».
const NEGATIVE_WORDS: [&[&str]; 2] = [
    &[
        "ne", "n", "pas", "jamais", "rien", "aucun", "aucune", "ni", "plus", "sans", "personne", "point",
        "guère",
    ],
    &[
        "not", "no", "never", "nothing", "nobody", "none", "without", "cannot", "dont", "isnt", "t", "nor",
        "cant",
    ],
];

impl<'c> Compiler<'c> {
    pub(crate) fn new(
        symbols: &'c mut Symbols,
        lexicon: &'c Lexicon,
        names: &'c Names,
        language: usize,
    ) -> Self {
        Self {
            symbols,
            lexicon,
            names,
            language,
            positions: Vec::new(),
            outputs: BTreeMap::new(),
            single_words: BTreeMap::new(),
        }
    }

    pub(crate) fn add_rules(&mut self, rules: &[RuleFile]) -> Result<(), String> {
        let code = LANGUAGES[self.language];
        for (index, rule) in rules.iter().enumerate() {
            let texts = rule.texts(code);
            let place =
                |pattern: &str, e: String| format!("src/rules/{}.toml [{code}]: `{pattern}`: {e}", rule.id);
            for source in &texts.patterns {
                self.add(source, Target::Rule(index)).map_err(|e| place(source.pattern(), e))?;
            }
            for allow in &texts.allow {
                self.add(&PatternSource::Plain(allow.clone()), Target::Allow(index))
                    .map_err(|e| place(allow, e))?;
            }
        }
        Ok(())
    }

    pub(crate) fn add_cues(&mut self, cues: &[Cue]) -> Result<(), String> {
        let code = LANGUAGES[self.language];
        for (index, cue) in cues.iter().enumerate() {
            for source in cue.patterns.get(code).map_or(&[][..], Vec::as_slice) {
                self.add(source, Target::Cue(index))
                    .map_err(|e| format!("cue {} [{code}]: `{}`: {e}", cue.name, source.pattern()))?;
            }
        }
        Ok(())
    }

    fn add(&mut self, source: &PatternSource, target: Target) -> Result<(), String> {
        let node = parse(source.pattern(), self.names)?;
        let marks_itself = has_mark(&node);
        let output = Output {
            target,
            negatable: !matches!(target, Target::Allow(_)) && !holds_negation(&node, self.language),
            weight: source.weight(),
            when: source.when()?,
            severity: source.severity()?,
            fix: source.fix().map(str::to_owned),
        };
        let output = self.output(output);
        if let Some(words) = only_words(&node) {
            self.single_words.entry(output).or_default().extend(words);
            return Ok(());
        }
        let fragment = self.fragment(&node, !marks_itself)?;
        if fragment.nullable {
            return Err("the pattern can match nothing at all".to_owned());
        }
        self.attach(fragment, output);
        Ok(())
    }

    fn attach(&mut self, fragment: Fragment, output: usize) {
        for first in fragment.first {
            self.positions[first].initial = true;
        }
        for last in fragment.last {
            self.positions[last].accepts.insert(output);
        }
    }

    fn position(&mut self, symbol: Symbol, marked: bool) -> Fragment {
        let at = self.positions.len();
        self.positions.push(Position { symbol, marked, ..Position::default() });
        Fragment { nullable: false, first: vec![at], last: vec![at] }
    }

    fn fragment(&mut self, node: &Node, marked: bool) -> Result<Fragment, String> {
        Ok(match node {
            Node::Word(word) => {
                let symbol = self.symbols.literal(word);
                self.position(symbol, marked)
            }
            Node::Class(name) => self.class(name, marked)?,
            Node::Gap(words) => {
                let mut parts = Vec::new();
                for _ in 0..*words {
                    let mut any = self.position(special::ANY, marked);
                    any.nullable = true;
                    parts.push(any);
                }
                self.chain(parts)
            }
            Node::SentenceStart => self.position(special::START, false),
            Node::SentenceEnd(end) => {
                let symbol = match end {
                    End::Any => special::END,
                    End::Question => special::END_QUESTION,
                    End::Exclamation => special::END_EXCLAMATION,
                    End::Ellipsis => special::END_ELLIPSIS,
                };
                self.position(symbol, false)
            }
            Node::Sequence(items) => {
                let parts =
                    items.iter().map(|item| self.fragment(item, marked)).collect::<Result<Vec<_>, _>>()?;
                self.chain(parts)
            }
            Node::Choice(branches) => {
                let mut whole = Fragment { nullable: false, first: Vec::new(), last: Vec::new() };
                let (words, others): (Vec<&Node>, Vec<&Node>) =
                    branches.iter().partition(|branch| only_words(branch).is_some());
                let words: BTreeSet<FoldedWord> =
                    words.into_iter().filter_map(only_words).flatten().collect();
                if !words.is_empty() {
                    let symbol = self.symbols.group(&words);
                    whole = self.position(symbol, marked);
                }
                for branch in others {
                    let part = self.fragment(branch, marked)?;
                    whole.nullable |= part.nullable;
                    whole.first.extend(part.first);
                    whole.last.extend(part.last);
                }
                whole
            }
            Node::Optional(inner) => {
                let mut part = self.fragment(inner, marked)?;
                part.nullable = true;
                part
            }
            Node::Marked(inner) => self.fragment(inner, true)?,
        })
    }

    fn class(&mut self, name: &str, marked: bool) -> Result<Fragment, String> {
        let kind = match name {
            "number" => Some(special::NUMBER),
            "url" => Some(special::URL),
            "mention" => Some(special::MENTION),
            "hashtag" => Some(special::HASHTAG),
            "email" => Some(special::EMAIL),
            "emoji" => Some(special::EMOJI),
            _ => None,
        };
        if let Some(symbol) = kind {
            return Ok(self.position(symbol, marked));
        }
        if !self.lexicon.has_class(name) {
            let language = LANGUAGES[self.language];
            return Err(format!("no word of src/lexicon/{language}.tsv is of class <{name}>"));
        }
        let symbol = self.symbols.class(name);
        Ok(self.position(symbol, marked))
    }

    /// Entries of several words are recognised first, and then read as one token of their class.
    pub(crate) fn add_phrases(&mut self) -> Result<(), String> {
        for (class, phrases) in self.lexicon.all_phrases() {
            let symbol = self.symbols.class(class);
            let output = self.output(Output {
                target: Target::Phrase(symbol),
                negatable: false,
                weight: 1,
                when: 0,
                severity: 0,
                fix: None,
            });
            for phrase in phrases {
                let node = parse(phrase, &Names::new()).map_err(|e| format!("`{phrase}`: {e}"))?;
                let fragment = self.fragment(&node, true)?;
                for first in fragment.first {
                    self.positions[first].begins_phrase = true;
                }
                for last in fragment.last {
                    self.positions[last].accepts.insert(output);
                }
            }
        }
        Ok(())
    }

    fn output(&mut self, output: Output) -> usize {
        let next = self.outputs.len();
        *self.outputs.entry(output).or_insert(next)
    }

    fn chain(&mut self, parts: Vec<Fragment>) -> Fragment {
        let mut whole = Fragment { nullable: true, first: Vec::new(), last: Vec::new() };
        for part in parts {
            for &last in &whole.last {
                self.positions[last].follow.extend(&part.first);
            }
            if whole.nullable {
                whole.first.extend(&part.first);
            }
            if part.nullable {
                whole.last.extend(part.last);
            } else {
                whole.last = part.last;
            }
            whole.nullable &= part.nullable;
        }
        whole
    }

    pub(crate) fn finish(mut self) -> Automaton {
        for (output, words) in std::mem::take(&mut self.single_words) {
            let symbol = self.symbols.group(&words);
            let fragment = self.position(symbol, true);
            self.attach(fragment, output);
        }
        let symbols = self.symbols.count();
        let mut outputs: Vec<(Output, usize)> = self.outputs.into_iter().collect();
        outputs.sort_by_key(|(_, index)| *index);
        Automaton {
            outputs: outputs.into_iter().map(|(output, _)| output).collect(),
            states: merge_by_future(&merge_by_past(self.positions)),
            symbols,
        }
    }
}

/// The words of a node that is nothing but a word or a choice of words.
fn only_words(node: &Node) -> Option<Vec<FoldedWord>> {
    match node {
        Node::Word(word) => Some(vec![fold_word(word)]),
        Node::Choice(branches) => {
            let words: Option<Vec<Vec<FoldedWord>>> = branches.iter().map(only_words).collect();
            words.map(|words| words.concat())
        }
        _ => None,
    }
}

fn has_mark(node: &Node) -> bool {
    match node {
        Node::Marked(_) => true,
        Node::Sequence(items) | Node::Choice(items) => items.iter().any(has_mark),
        Node::Optional(inner) => has_mark(inner),
        _ => false,
    }
}

fn holds_negation(node: &Node, language: usize) -> bool {
    match node {
        Node::Word(word) => NEGATIVE_WORDS[language].contains(&word.to_lowercase().as_str()),
        Node::Sequence(items) | Node::Choice(items) => {
            items.iter().any(|item| holds_negation(item, language))
        }
        Node::Optional(inner) | Node::Marked(inner) => holds_negation(inner, language),
        _ => false,
    }
}

/// Merges the positions that the same words lead to.
///
/// Positions are made left to right within a pattern and `follow` only goes right, so in the order of making each
/// comes after all that lead to it.
fn merge_by_past(positions: Vec<Position>) -> Vec<Position> {
    let mut past: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); positions.len()];
    for (at, position) in positions.iter().enumerate() {
        for &next in &position.follow {
            past[next].insert(at);
        }
    }
    let mut canonical: Vec<usize> = Vec::with_capacity(positions.len());
    type Past = (Symbol, [bool; 3], BTreeSet<usize>);
    let mut known: BTreeMap<Past, usize> = BTreeMap::new();
    for (at, position) in positions.iter().enumerate() {
        let from = past[at].iter().map(|&p| canonical[p]).collect();
        let kind = [position.marked, position.initial, position.begins_phrase];
        let key = (position.symbol, kind, from);
        canonical.push(*known.entry(key).or_insert(at));
    }
    collapse(positions, &canonical)
}

/// Merges the states from which the same words lead to the same findings, and numbers what is left.
///
/// Here a state no longer knows the word that entered it: the words of a choice lead to one state, so that two
/// choices in a row cost the sum of their words and not the product.
fn merge_by_future(positions: &[Position]) -> Vec<State> {
    type Future = (bool, Vec<(Symbol, usize)>, BTreeSet<usize>);
    let mut states: Vec<State> = Vec::new();
    let mut known: BTreeMap<Future, usize> = BTreeMap::new();
    let mut state_of: Vec<usize> = vec![0; positions.len()];
    let edges_to = |targets: &mut dyn Iterator<Item = usize>, state_of: &[usize]| {
        let mut edges: Vec<(Symbol, usize)> =
            targets.map(|at| (positions[at].symbol, state_of[at])).collect();
        edges.sort_unstable();
        edges.dedup();
        edges
    };
    for (at, position) in positions.iter().enumerate().rev() {
        let edges = edges_to(&mut position.follow.iter().copied(), &state_of);
        let future = (position.marked, edges, position.accepts.clone());
        state_of[at] = *known.entry(future).or_insert_with_key(|(marked, edges, accepts)| {
            states.push(State {
                marked: *marked,
                edges: edges.clone(),
                accepts: accepts.iter().copied().collect(),
            });
            // The two starts take the first numbers.
            states.len() + 1
        });
    }
    let initial = &mut (0..positions.len()).filter(|&at| positions[at].initial);
    let start = State { edges: edges_to(initial, &state_of), ..State::default() };
    let phrases = &mut (0..positions.len()).filter(|&at| positions[at].begins_phrase);
    let phrase_start = State { edges: edges_to(phrases, &state_of), ..State::default() };
    states.splice(0..0, [start, phrase_start]);
    states
}

/// Keeps the canonical positions only; merged ones give them what they had.
fn collapse(positions: Vec<Position>, canonical: &[usize]) -> Vec<Position> {
    let mut number = BTreeMap::new();
    for &kept in canonical {
        number.insert(kept, 0);
    }
    // Numbered in the order of positions, so that the left-to-right order survives.
    for (next, slot) in number.values_mut().enumerate() {
        *slot = next;
    }
    let mut merged = vec![Position::default(); number.len()];
    for (at, position) in positions.into_iter().enumerate() {
        let kept = &mut merged[number[&canonical[at]]];
        kept.symbol = position.symbol;
        kept.marked = position.marked;
        kept.initial |= position.initial;
        kept.begins_phrase |= position.begins_phrase;
        kept.accepts.extend(position.accepts);
        kept.follow.extend(position.follow.iter().map(|n| number[&canonical[*n]]));
    }
    merged
}
