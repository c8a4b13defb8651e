//! A brand's own patterns: the language of the rules (`docs/RULE_LANGUAGE.md`) without word classes and names, compiled
//! when the policy is read.
//!
//! A pattern is at most [`MOST_POSITIONS`] places, each a bit of one number: a text is read once a pattern, whatever it
//! holds.

use std::ops::Range;

use serde::Deserialize;

use crate::matching::dictionary::agrees;
use crate::matching::grammar::{End, Names, Node, parse};
use crate::text::fold::fold;
use crate::text::{Sentence, Text, Token, TokenKind};
use crate::wire::Severity;

/// A policy with more patterns is refused from there on.
pub(super) const MOST_PATTERNS: usize = 500;
/// A longer pattern is refused, in characters.
const LONGEST_PATTERN: usize = 300;
/// Words and gaps a pattern may have, all its choices counted.
const MOST_POSITIONS: usize = 64;
/// What a pattern may find in one draft.
const MOST_MATCHES: usize = 20;

/// A pattern as the policy's file writes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    #[serde(rename = "match")]
    pattern: String,
    /// What the finding says.
    message: String,
    #[serde(default)]
    why: String,
    #[serde(default = "warn")]
    severity: Severity,
    /// Takes the place of the words; empty removes them.
    #[serde(default)]
    fix: Option<String>,
}

fn warn() -> Severity {
    Severity::Warn
}

/// A pattern ready to be looked for.
#[derive(Clone, Debug)]
pub(crate) struct BrandPattern {
    pub(crate) message: String,
    pub(crate) why: String,
    pub(crate) severity: Severity,
    pub(crate) fix: Option<String>,
    positions: Vec<Position>,
    first: u64,
    last: u64,
}

#[derive(Clone, Debug)]
struct Position {
    reads: Reads,
    follow: u64,
}

#[derive(Clone, Debug)]
enum Reads {
    Word { letters: Vec<u8>, accents: u64 },
    Kind(TokenKind),
    Any,
    Start,
    End(End),
}

/// Positions of a part of a pattern.
#[derive(Clone, Copy)]
struct Part {
    nullable: bool,
    first: u64,
    last: u64,
}

impl BrandPattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// Says what is wrong with it, and where.
    pub(super) fn compile(written: Written) -> Result<Self, String> {
        let Written { pattern, message, why, severity, fix } = written;
        if pattern.chars().count() > LONGEST_PATTERN {
            return Err(format!("longer than {LONGEST_PATTERN} characters"));
        }
        if message.trim().is_empty() {
            return Err("a message is expected".to_owned());
        }
        let node = parse(&pattern, &Names::new())?;
        let mut positions = Vec::new();
        let whole = add(&node, &mut positions)?;
        if whole.nullable {
            return Err("the pattern can match nothing at all".to_owned());
        }
        let reads_a_word = |p: &Position| matches!(p.reads, Reads::Word { .. } | Reads::Kind(_));
        if !positions.iter().any(reads_a_word) {
            return Err("the pattern names no word".to_owned());
        }
        Ok(Self { message, why, severity, fix, positions, first: whole.first, last: whole.last })
    }

    /// The tokens of each match, in order; of several that begin together the longest. Quoted words are not the brand's.
    pub(crate) fn find(&self, text: &Text<'_>) -> Vec<Range<usize>> {
        let mut matches: Vec<Range<usize>> = Vec::new();
        for sentence in &text.sentences {
            self.find_in(text, sentence, &mut matches);
            if matches.len() >= MOST_MATCHES {
                break;
            }
        }
        matches
    }

    fn find_in(&self, text: &Text<'_>, sentence: &Sentence, matches: &mut Vec<Range<usize>>) {
        // For each position under way, the token its match began at.
        let mut began = [usize::MAX; MOST_POSITIONS];
        let mut active =
            self.enter(0, true, sentence.tokens.start, &mut began, |r| matches!(r, Reads::Start));
        let mut end = sentence.tokens.start;
        for at in sentence.tokens.clone() {
            let Some(token) = text.tokens.get(at).filter(|token| token.is_read() && !token.quoted) else {
                continue;
            };
            let accents = text.accents(token);
            active =
                self.enter(active, true, at, &mut began, |reads| is_read_by(reads, text, token, accents));
            end = at + 1;
            self.note(active, &began, end, matches);
        }
        active = self.enter(active, false, end, &mut began, |reads| match reads {
            Reads::End(End::Any) => true,
            Reads::End(End::Question) => sentence.question,
            Reads::End(End::Exclamation) => sentence.exclamation,
            Reads::End(End::Ellipsis) => sentence.ellipsis,
            _ => false,
        });
        self.note(active, &began, end, matches);
    }

    /// The positions that `reads` leads to from those under way, and where it may begin.
    fn enter(
        &self,
        active: u64,
        begins: bool,
        at: usize,
        began: &mut [usize; MOST_POSITIONS],
        reads: impl Fn(&Reads) -> bool,
    ) -> u64 {
        let before = *began;
        let mut entered = 0;
        for (index, _) in self.positions.iter().enumerate().filter(|(_, position)| reads(&position.reads)) {
            let bit = 1_u64 << index;
            let leads_here = |&(number, origin): &(usize, &Position)| {
                active & 1 << number != 0 && origin.follow & bit != 0
            };
            let earlier = self.positions.iter().enumerate().filter(leads_here);
            let begun = earlier.filter_map(|(number, _)| before.get(number)).min().copied();
            let begins_here = (begins && self.first & bit != 0).then_some(at);
            let Some(from) = begun.into_iter().chain(begins_here).min() else { continue };
            entered |= bit;
            if let Some(slot) = began.get_mut(index) {
                *slot = from;
            }
        }
        entered
    }

    fn note(
        &self,
        active: u64,
        began: &[usize; MOST_POSITIONS],
        end: usize,
        matches: &mut Vec<Range<usize>>,
    ) {
        let ended = active & self.last;
        let first = (0..MOST_POSITIONS).filter(|i| ended & 1 << i != 0).filter_map(|i| began.get(i)).min();
        let Some(&first) = first.filter(|&&first| first < end) else { return };
        match matches.last_mut().filter(|last| first < last.end) {
            Some(last) => *last = last.start.min(first)..end,
            None => matches.push(first..end),
        }
    }
}

fn is_read_by(reads: &Reads, text: &Text<'_>, token: &Token, accents: u64) -> bool {
    match reads {
        Reads::Word { letters, accents: known } => text.letters(token) == letters && agrees(accents, *known),
        Reads::Kind(kind) => token.kind == *kind,
        Reads::Any => !matches!(token.kind, TokenKind::Emoji),
        Reads::Start | Reads::End(_) => false,
    }
}

/// Adds the positions of a part of the tree.
fn add(node: &Node, positions: &mut Vec<Position>) -> Result<Part, String> {
    match node {
        Node::Word(word) => {
            let folded = fold(word);
            let accents = folded.accents(0..folded.bytes.len());
            one(Reads::Word { letters: folded.bytes, accents }, positions)
        }
        Node::Class(name) => {
            let kind = match name.as_str() {
                "number" => TokenKind::Number,
                "url" => TokenKind::Url,
                "mention" => TokenKind::Mention,
                "hashtag" => TokenKind::Hashtag,
                "email" => TokenKind::Email,
                "emoji" => TokenKind::Emoji,
                _ => {
                    return Err(format!(
                        "`<{name}>` is none of <number> <url> <mention> <hashtag> <email> <emoji>"
                    ));
                }
            };
            one(Reads::Kind(kind), positions)
        }
        Node::SentenceStart => one(Reads::Start, positions),
        Node::SentenceEnd(end) => one(Reads::End(*end), positions),
        Node::Gap(words) => {
            let mut whole = Part { nullable: true, first: 0, last: 0 };
            for _ in 0..*words {
                let any = one(Reads::Any, positions)?;
                whole = chained(whole, Part { nullable: true, ..any }, positions);
            }
            Ok(whole)
        }
        Node::Sequence(items) => {
            let mut whole = Part { nullable: true, first: 0, last: 0 };
            for item in items {
                let part = add(item, positions)?;
                whole = chained(whole, part, positions);
            }
            Ok(whole)
        }
        Node::Choice(branches) => {
            let mut whole = Part { nullable: false, first: 0, last: 0 };
            for branch in branches {
                let part = add(branch, positions)?;
                whole.nullable |= part.nullable;
                whole.first |= part.first;
                whole.last |= part.last;
            }
            Ok(whole)
        }
        Node::Optional(inner) => Ok(Part { nullable: true, ..add(inner, positions)? }),
        Node::Marked(_) => Err("`[ ]` marks words in rule files only".to_owned()),
    }
}

fn one(reads: Reads, positions: &mut Vec<Position>) -> Result<Part, String> {
    let bit = 1_u64.checked_shl(positions.len() as u32).filter(|_| positions.len() < MOST_POSITIONS);
    positions.push(Position { reads, follow: 0 });
    bit.map(|bit| Part { nullable: false, first: bit, last: bit })
        .ok_or_else(|| format!("more than {MOST_POSITIONS} words, all choices counted"))
}

fn chained(before: Part, after: Part, positions: &mut [Position]) -> Part {
    for (index, position) in positions.iter_mut().enumerate() {
        if index < MOST_POSITIONS && before.last & 1 << index != 0 {
            position.follow |= after.first;
        }
    }
    Part {
        nullable: before.nullable && after.nullable,
        first: before.first | if before.nullable { after.first } else { 0 },
        last: after.last | if after.nullable { before.last } else { 0 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> Result<BrandPattern, String> {
        BrandPattern::compile(Written {
            pattern: text.to_owned(),
            message: "non".to_owned(),
            why: String::new(),
            severity: Severity::Warn,
            fix: None,
        })
    }

    fn found<'t>(of: &str, text: &'t str) -> Vec<&'t str> {
        let read = Text::read(text, None);
        pattern(of).unwrap().find(&read).into_iter().map(|tokens| &text[read.span(tokens)]).collect()
    }

    #[test]
    fn words_choices_gaps_and_ends() {
        assert_eq!(
            found("pack(s) premium", "Nos PACKS Premium et le pack  premium."),
            ["PACKS Premium", "pack  premium"]
        );
        assert_eq!(found("remise ..2 <number>", "Une remise de 20 % ? Une remise."), ["remise de 20"]);
        assert_eq!(found("(gratuit|offert) $!", "C'est gratuit ! C'est gratuit."), ["gratuit"]);
        assert_eq!(found("^ yo", "Yo, ça va ? Et yo."), ["Yo"]);
        assert_eq!(
            found("à (très)? bientôt", "A bientôt ou à très bientôt"),
            ["A bientôt", "à très bientôt"]
        );
        assert!(found("salé", "C'est sâle").is_empty());
        assert!(found("premium", "Vous écrivez « premium » ici").is_empty());
    }

    #[test]
    fn what_is_wrong_is_told() {
        for (text, problem) in [
            ("(a", "closed"),
            ("a?", "nothing at all"),
            ("..3", "nothing at all"),
            ("<insult-noun>", "none of"),
            ("@you-are", "no pattern"),
            ("[a]", "rule files"),
            ("a(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)", "spellings"),
            ("^ $", "no word"),
        ] {
            let error = pattern(text).unwrap_err();
            assert!(error.contains(problem), "{text}: {error}");
        }
        assert!(pattern(&"a ".repeat(65)).unwrap_err().contains("64"));
        assert!(pattern(&"a".repeat(301)).unwrap_err().contains("300"));
        assert!(pattern(&"a ".repeat(64)).is_ok());
    }
}
