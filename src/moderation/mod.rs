//! Whether a comment may be deleted, hidden, reported, or its author blocked.
//!
//! Criticism is answered; offence, violence, hate, advertising and other people's data may be moderated, the
//! evidence being kept first. The decision hangs on what the comment says, hardly on the action: hiding is deleting
//! for everyone but the author, and blocking after one criticism silences the next one too.

mod personal;
mod words;

use crate::check::Comment;
use crate::language::Language;
use crate::reading;
use crate::wire::{
    Kind, Locale, ModerationAction, ModerationAdvice, ModerationCode, ModerationReason, ModerationRequest,
    ModerationVerdict, Reading,
};
use personal::Whose;
use words::Words;

/// What the rule says of moderating this comment.
pub(crate) fn advise(request: &ModerationRequest, comment: &Comment<'_>) -> Result<ModerationAdvice, String> {
    if !comment.text.source.chars().any(char::is_alphanumeric) {
        return Err("the comment holds no word to judge it by".to_owned());
    }
    let (verdict, codes) = decide(request.action, comment);
    let in_english = comment.text.language() == Language::En;
    let locale = request.locale.unwrap_or(if in_english { Locale::En } else { Locale::Fr });
    let words = Words::of(locale);
    let instead = codes.first().map_or("", |&code| words.instead(code));
    Ok(ModerationAdvice {
        id: request.id.clone(),
        verdict,
        reasons: codes
            .iter()
            .map(|&code| ModerationReason { code, text: words.reason(code).to_owned() })
            .collect(),
        rule: words.rule().to_owned(),
        why: words.why(verdict, request.action).to_owned(),
        source: words.source().to_owned(),
        instead: instead.to_owned(),
        reading: comment.reading.clone(),
    })
}

fn decide(action: ModerationAction, comment: &Comment<'_>) -> (ModerationVerdict, Vec<ModerationCode>) {
    let whose = personal::whose(&comment.text, &comment.scan);
    let exposed = whose == Whose::SomebodyElse || reading::exposes_someone(&comment.text, &comment.scan);
    let allowing = allowing(&comment.reading, exposed);
    if !allowing.is_empty() {
        return (ModerationVerdict::Allowed, allowing);
    }
    let own_data = whose == Whose::TheAuthor;
    // Hidden, a customer's number is out of sight and the customer still there to be answered.
    if own_data && action == ModerationAction::Hide {
        return (ModerationVerdict::Allowed, vec![ModerationCode::OwnData]);
    }
    let mut codes = if own_data { vec![ModerationCode::OwnData] } else { Vec::new() };
    codes.extend(forbidding(&comment.reading, comment.text.language()));
    (ModerationVerdict::AdvisedAgainst, codes)
}

/// What in a comment allows to moderate it, the gravest first.
///
/// Stricter than `deletable`, which only describes: a customer's words that look like advertising, and praise in
/// rough words, stay.
fn allowing(reading: &Reading, exposed: bool) -> Vec<ModerationCode> {
    let is = |kind| reading.deletable && reading.kinds.contains(&kind);
    let thanks = reading.kinds.contains(&Kind::Praise);
    let asks = reading.kinds.contains(&Kind::Complaint) || reading.kinds.contains(&Kind::Question);
    let mut codes: Vec<ModerationCode> = [
        (is(Kind::Threat), ModerationCode::Threat),
        (is(Kind::Violence), ModerationCode::Violence),
        (is(Kind::Hate), ModerationCode::Hate),
        (exposed, ModerationCode::PersonalData),
        (is(Kind::Insult) && !thanks, ModerationCode::Insult),
        (is(Kind::Spam) && !asks, ModerationCode::Spam),
    ]
    .into_iter()
    .filter_map(|(holds, code)| holds.then_some(code))
    .collect();
    if codes.is_empty() && reading.deletable && reading.offensive && !thanks && !asks {
        codes.push(ModerationCode::Offensive);
    }
    codes
}

/// What a comment is that should be answered, at least one.
fn forbidding(reading: &Reading, language: Language) -> Vec<ModerationCode> {
    if !matches!(language, Language::Fr | Language::En | Language::Unknown) {
        return vec![ModerationCode::Unread];
    }
    let is = |kind| reading.kinds.contains(&kind);
    let mut codes: Vec<ModerationCode> = [
        (reading.offensive || is(Kind::Insult), ModerationCode::Rude),
        (is(Kind::Complaint), ModerationCode::Complaint),
        (is(Kind::Accusation), ModerationCode::Accusation),
        (is(Kind::Misinformation), ModerationCode::Misinformation),
        (is(Kind::Troll), ModerationCode::Troll),
        (is(Kind::Question), ModerationCode::Question),
        (is(Kind::Praise), ModerationCode::Praise),
    ]
    .into_iter()
    .filter_map(|(holds, code)| holds.then_some(code))
    .collect();
    if codes.is_empty() {
        codes.push(ModerationCode::Harmless);
    }
    codes
}
