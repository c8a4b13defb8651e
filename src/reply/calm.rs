//! The user's own draft, calmer: the heat goes sentence by sentence, what was said of the matter stays.

use std::ops::Range;

use super::bank::Bank;
use super::case::{Case, Complaint, Place};
use super::compose::{Order, invite_key};
use super::length::fits;
use crate::check::{self, Comment, RawFinding, Setting};
use crate::language::Language;
use crate::matching::{Scan, cue};
use crate::policy::Policy;
use crate::text::{Sentence, Text, TokenKind, capitalise};
use crate::wire::{Severity, Verdict};

/// Rounds of rewriting before the whole is given up for a suggestion: taking one thing away may reveal another.
const ROUNDS: usize = 3;

/// The calmer draft; `None` where there is no draft, or nothing to change in it.
pub(super) fn calm(
    draft: &str,
    comment: Option<&Comment<'_>>,
    setting: Setting<'_>,
    policy: &Policy,
    order: Order<'_>,
    fallback: Option<String>,
) -> Option<String> {
    if draft.trim().is_empty() || draft.len() > check::LONGEST_DRAFT {
        return None;
    }
    let judge = |text: &str| check::judge(text, comment, setting, policy);
    let first = judge(draft);
    // A draft that owes nothing and offends nobody is left alone.
    if first.verdict == Verdict::Ok {
        return None;
    }
    let mut text = draft.to_owned();
    let mut dropped = false;
    for _ in 0..ROUNDS {
        let heat = heated(judge(&text).findings);
        if heat.is_empty() {
            break;
        }
        let cooled = cool(&text, &heat, setting, policy);
        dropped |= cooled.dropped;
        text = cooled.text;
    }
    let text = with_what_is_missing(&quieter(&text), comment, setting, order, dropped);
    if text.trim() == draft.trim() {
        return None;
    }
    let passes = |text: &str| judge(text).verdict <= Verdict::Advise;
    if !text.trim().is_empty() && passes(&text) { Some(text) } else { fallback.filter(|text| passes(text)) }
}

/// The findings that stop a post.
fn heated(findings: Vec<RawFinding>) -> Vec<RawFinding> {
    findings.into_iter().filter(|finding| finding.severity >= Some(Severity::Warn)).collect()
}

struct Cooled {
    text: String,
    /// A whole sentence went.
    dropped: bool,
}

/// Each heated sentence: its offending words replaced where that reads well, else cut out, else the sentence goes.
fn cool(draft: &str, heat: &[RawFinding], setting: Setting<'_>, policy: &Policy) -> Cooled {
    let text = Text::read(draft, setting.hint);
    let mut cooled = Cooled { text: String::with_capacity(draft.len()), dropped: false };
    let mut copied = 0;
    for sentence in &text.sentences {
        let span = sentence.start..sentence.end;
        let here: Vec<&RawFinding> = heat.iter().filter(|f| overlaps(&f.span, &span)).collect();
        if here.is_empty() {
            continue;
        }
        cooled.text.push_str(draft.get(copied..span.start).unwrap_or_default());
        copied = span.end;
        if !cooled.text.is_empty() && !cooled.text.ends_with(char::is_whitespace) {
            cooled.text.push(' ');
        }
        match calmer_sentence(&text, sentence, &here, &cooled.text, setting, policy) {
            Some(calmer) => cooled.text.push_str(&calmer),
            None => {
                cooled.dropped = true;
                cooled.text.push_str(&greeting_of(&text, sentence));
            }
        }
    }
    cooled.text.push_str(draft.get(copied..).unwrap_or_default());
    cooled.text = tidy(&cooled.text);
    cooled
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The sentence without its heat; `None` where nothing worth keeping is left.
fn calmer_sentence(
    text: &Text<'_>,
    sentence: &Sentence,
    heat: &[&RawFinding],
    before: &str,
    setting: Setting<'_>,
    policy: &Policy,
) -> Option<String> {
    let whole = text.source.get(sentence.start..sentence.end)?;
    let is_calm = |candidate: &String| {
        check::judge(candidate, None, setting, policy).verdict <= Verdict::Advise
            && is_a_sentence(candidate, setting)
    };
    let worth_keeping = |candidate: &String| {
        let has_facts = !facts(candidate, setting).is_empty();
        (has_facts || is_only_louder(whole, candidate) || says_what_is_done(candidate, setting))
            && keeps_the_facts(whole, candidate, setting)
    };
    let fix =
        heat.iter().max_by_key(|finding| finding.severity).and_then(|finding| finding.replacement.clone());
    let instead = fix.filter(|fix| !fix.is_empty() && !said_already(before, fix));
    // Several fixes in a row, or a fix beside what went with the offence, read badly: only facts are worth it.
    let mended = replaced(text.source, sentence, heat).filter(|mended| {
        is_only_louder(whole, mended) || (heat.len() == 1 && !facts(mended, setting).is_empty())
    });
    let rest = [without_clauses(text, sentence, heat), mended];
    let kept = rest
        .into_iter()
        .flatten()
        .filter(|candidate| worth_keeping(candidate) && is_calm(candidate))
        .chain(instead.into_iter().filter(is_calm))
        .next()?;
    Some(as_a_sentence(&kept))
}

/// The same letters in another case.
fn is_only_louder(before: &str, after: &str) -> bool {
    before.to_lowercase() == after.to_lowercase()
}

/// Whether a sentence greets, apologises, understands, acts or invites: what makes a reply.
fn says_what_is_done(sentence: &str, setting: Setting<'_>) -> bool {
    let scan = Scan::of(&Text::read(sentence, setting.hint));
    [cue::MOVE_APOLOGY, cue::MOVE_ACKNOWLEDGE, cue::MOVE_NEXT_STEP, cue::MOVE_PRIVATE_INVITE]
        .into_iter()
        .any(|cue| scan.has(cue))
}

/// The same fix twice in a reply reads like a machine.
fn said_already(before: &str, fix: &str) -> bool {
    before.to_lowercase().contains(fix.to_lowercase().trim_end_matches(['.', '!']))
}

/// Capital at the start, a mark at the end.
fn as_a_sentence(words: &str) -> String {
    let words = capitalise(words.trim());
    if words.ends_with(|c: char| c.is_alphanumeric()) { format!("{words}.") } else { words }
}

/// The greeting a lost sentence began with.
fn greeting_of(text: &Text<'_>, sentence: &Sentence) -> String {
    let scan = Scan::of(text);
    let greets = scan
        .cue_hits(cue::MOVE_GREETING)
        .any(|hit| hit.tokens.start < sentence.tokens.start + 2 && hit.tokens.end > sentence.tokens.start);
    let comma = text
        .tokens_in(sentence.tokens.clone())
        .iter()
        .enumerate()
        .find(|(_, token)| token.mark() == Some(b','))
        .filter(|(index, _)| greets && *index <= 4);
    comma
        .and_then(|(_, token)| text.source.get(sentence.start..token.start as usize))
        .map_or_else(String::new, |greeting| format!("{}.", greeting.trim()))
}

/// With every offending range replaced by its fix; `None` where one has none.
fn replaced(source: &str, sentence: &Sentence, heat: &[&RawFinding]) -> Option<String> {
    let mut result = String::new();
    let mut at = sentence.start;
    for finding in heat {
        let replacement = finding.replacement.as_deref()?;
        result.push_str(source.get(at..finding.span.start.max(at))?);
        result.push_str(replacement);
        at = finding.span.end.max(at);
    }
    // The span may run on past the sentence: what follows belongs to the next.
    result.push_str(source.get(at..sentence.end).unwrap_or_default());
    Some(result)
}

/// Without the clauses that offend, where commas and dashes set them apart.
fn without_clauses(text: &Text<'_>, sentence: &Sentence, heat: &[&RawFinding]) -> Option<String> {
    let source = text.source;
    let mut clauses: Vec<Range<usize>> = Vec::new();
    let mut start = sentence.start;
    for token in text.tokens_in(sentence.tokens.clone()) {
        if matches!(token.mark(), Some(b',' | b';' | b':' | b'_' | b'(' | b')')) {
            clauses.push(start..token.start as usize);
            start = token.end as usize;
        }
    }
    clauses.push(start..sentence.end);
    let kept: Vec<&str> = clauses
        .iter()
        .filter(|clause| heat.iter().all(|finding| !overlaps(&finding.span, clause)))
        .filter_map(|clause| source.get((*clause).clone()))
        .map(str::trim)
        .filter(|clause| !clause.is_empty())
        .collect();
    if kept.is_empty() || kept.len() == clauses.len() {
        return None;
    }
    let mut joined = kept.join(", ");
    if !joined.ends_with(['.', '!', '?', '…']) {
        joined.push('.');
    }
    Some(joined)
}

/// Facts said in a sentence: numbers, links, handles, addresses.
fn facts(text: &str, setting: Setting<'_>) -> Vec<String> {
    let read = Text::read(text, setting.hint);
    read.tokens
        .iter()
        .filter(|token| {
            matches!(
                token.kind,
                TokenKind::Number
                    | TokenKind::Url
                    | TokenKind::Email
                    | TokenKind::Mention
                    | TokenKind::Hashtag
            )
        })
        .filter_map(|token| text.get(token.start as usize..token.end as usize))
        .map(str::to_owned)
        .collect()
}

fn keeps_the_facts(before: &str, after: &str, setting: Setting<'_>) -> bool {
    facts(before, setting).iter().all(|fact| after.contains(fact.as_str()))
}

/// A few words at least: what is left of a sentence must still say something.
fn is_a_sentence(candidate: &str, setting: Setting<'_>) -> bool {
    let text = Text::read(candidate, setting.hint);
    let words = text.tokens.iter().filter(|token| token.is_read() && token.kind != TokenKind::Emoji).count();
    words >= 3 || Scan::of(&text).has(cue::MOVE_GREETING) || Scan::of(&text).has(cue::MOVE_APOLOGY)
}

/// One mark where there were many.
fn quieter(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut marks = String::new();
    for c in text.chars() {
        if matches!(c, '!' | '?') {
            marks.push(c);
            continue;
        }
        flush(&mut result, &mut marks);
        result.push(c);
    }
    flush(&mut result, &mut marks);
    result
}

fn flush(result: &mut String, marks: &mut String) {
    match marks.chars().next() {
        None => return,
        Some(_) if marks.contains('?') => result.push('?'),
        Some(_) => result.push('!'),
    }
    marks.clear();
}

/// Blanks left by what was taken away.
fn tidy(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for line in text.split('\n') {
        if !result.is_empty() {
            result.push('\n');
        }
        let mut blank = false;
        for c in line.trim_end().chars() {
            if c == ' ' && blank {
                continue;
            }
            blank = c == ' ';
            result.push(c);
        }
    }
    result.trim().to_owned()
}

/// Adds what a reply to a complaint owes: the problem acknowledged, the way to go on in private.
fn with_what_is_missing(
    draft: &str,
    comment: Option<&Comment<'_>>,
    setting: Setting<'_>,
    order: Order<'_>,
    dropped: bool,
) -> String {
    let text = Text::read(draft, setting.hint);
    let scan = Scan::of(&text);
    let language = match text.language() {
        Language::Unknown => return_language(comment),
        told => told,
    };
    if !matches!(language, Language::Fr | Language::En) {
        return draft.to_owned();
    }
    let order = Order { bank: Bank::of(language), ..order };
    let familiar = language == Language::Fr && is_familiar(&text);
    let case = Case::of(comment, setting.visibility);
    let mut result = draft.to_owned();
    if let Case::Complaint(complaint) = case {
        if !scan.has(cue::MOVE_ACKNOWLEDGE) && !scan.has(cue::MOVE_APOLOGY) {
            result = after_greeting(&text, &scan, &acknowledgment(complaint, order, familiar));
        }
        if complaint.place == Place::InvitePrivately && !scan.has(cue::MOVE_PRIVATE_INVITE) {
            let key =
                if familiar { "rewrite.invite-tu".to_owned() } else { invite_key(order.bank, order.network) };
            let longer = appended(&result, order.bank.pick(&key, order.seed));
            if fits(&longer, order.network) || dropped {
                result = longer;
            }
            return result;
        }
    }
    let says_something = scan.has(cue::MOVE_NEXT_STEP) || scan.has(cue::MOVE_PRIVATE_INVITE);
    if dropped && !says_something && !familiar {
        let neutral = match case {
            Case::Moderate | Case::Spam | Case::Calm => order.bank.pick("calm.short", order.seed),
            Case::Praise(_) => order.bank.pick("praise.short", order.seed),
            _ => order.bank.pick("rewrite.neutral", order.seed),
        };
        result = appended(&result, neutral);
    }
    result
}

fn return_language(comment: Option<&Comment<'_>>) -> Language {
    comment.map_or(Language::Fr, |comment| comment.text.language())
}

fn acknowledgment(complaint: Complaint, order: Order<'_>, familiar: bool) -> String {
    if familiar {
        return order.bank.pick("rewrite.sorry-tu", order.seed).to_owned();
    }
    let sorry = format!("complaint.{}.sorry", super::case::topic_key(complaint.topic));
    let echo = order.bank.pick(&complaint.echo_key(), order.seed);
    format!("{echo} {}", order.bank.pick(&sorry, order.seed))
}

/// Whether the draft says "tu".
pub(crate) fn is_familiar(text: &Text<'_>) -> bool {
    let count = |words: &[&[u8]]| {
        text.tokens.iter().filter(|t| t.kind == TokenKind::Word && words.contains(&text.letters(t))).count()
    };
    count(&[b"tu", b"toi", b"te", b"ton", b"ta", b"tes", b"t"]) > count(&[b"vous", b"votre", b"vos"])
}

/// The draft with a sentence after its greeting, or before everything where it has none.
fn after_greeting(text: &Text<'_>, scan: &Scan, sentence: &str) -> String {
    let source = text.source;
    let split = greeting_end(text, scan);
    let (greeting, rest) = (source.get(..split).unwrap_or_default(), source.get(split..).unwrap_or_default());
    let rest = rest.trim_start();
    let rest = if begins_with_a_name(text, split) { rest.to_owned() } else { capitalise(rest) };
    if greeting.is_empty() {
        return format!("{sentence} {rest}").trim_end().to_owned();
    }
    let greeting = greeting.trim_end();
    let sentence = if greeting.ends_with(',') && !sentence.starts_with("I ") && !sentence.starts_with("I'") {
        crate::text::uncapitalise(sentence)
    } else {
        sentence.to_owned()
    };
    format!("{greeting} {sentence} {rest}").trim_end().to_owned()
}

/// Links and handles are written as they are.
fn begins_with_a_name(text: &Text<'_>, from: usize) -> bool {
    let next = text.tokens.iter().find(|token| token.start as usize >= from && token.is_read());
    next.is_some_and(|token| !matches!(token.kind, TokenKind::Word))
}

/// Where the greeting ends: its sentence if that is short, else the first comma near it.
fn greeting_end(text: &Text<'_>, scan: &Scan) -> usize {
    let Some(hit) = scan.cue_hits(cue::MOVE_GREETING).find(|hit| hit.sentence == 0) else { return 0 };
    let Some(first) = text.sentences.first() else { return 0 };
    let tokens = text.tokens_in(first.tokens.clone());
    if tokens.iter().filter(|token| token.is_read()).count() <= 4 {
        return first.end;
    }
    text.tokens_in(hit.tokens.end..first.tokens.end.min(hit.tokens.end + 4))
        .iter()
        .find(|token| token.mark() == Some(b','))
        .map_or(0, |comma| comma.end as usize)
}

fn appended(text: &str, sentence: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() || sentence.is_empty() {
        return format!("{text}{sentence}");
    }
    let ends = text.ends_with(['.', '!', '?', '…', ')', '»', ':']) || !text.ends_with(char::is_alphanumeric);
    format!("{text}{} {sentence}", if ends { "" } else { "." })
}
