//! What a template left behind: `{prénom}`, `[NOM DU CLIENT]`, `%name%`, `n° XXXX`, `Bonjour ,`.

use std::ops::Range;

use super::{Found, plain, table};
use crate::check::Context;
use crate::text::{TokenKind, fold::fold, token::mark};
use crate::wire::Severity;

/// Words that stand for something to be filled in.
const NAMES: &[&str] = &[
    "nom",
    "prenom",
    "civilite",
    "client",
    "cliente",
    "date",
    "heure",
    "numero",
    "ville",
    "magasin",
    "agent",
    "conseiller",
    "commande",
    "produit",
    "lien",
    "montant",
    "adresse",
    "signature",
    "name",
    "firstname",
    "first",
    "fname",
    "lastname",
    "last",
    "surname",
    "customer",
    "user",
    "username",
    "agent name",
    "order",
    "number",
    "product",
    "link",
    "amount",
    "store",
    "location",
    "city",
    "company",
    "time",
    "insert",
    "sender",
];
const GREETINGS: &[&str] = &[
    "bonjour", "bonsoir", "hello", "hi", "dear", "cher", "chere", "merci", "thanks", "salut", "hey", "coucou",
];
/// A sentence that explains what to type may show a variable.
const SHOWN: &[&str] = &[
    "saisissez",
    "saisir",
    "saisis",
    "tapez",
    "tape",
    "champ",
    "balise",
    "variable",
    "modele",
    "syntaxe",
    "type",
    "enter",
    "field",
    "literally",
    "placeholder",
    "template",
    "tag",
    "syntax",
    "tutoriel",
];
/// What a variable begins with: most letters of a text begin none.
const BEGINNINGS: [char; 11] = ['{', '$', '[', '<', '%', '#', '@', '(', '_', 'X', 'x'];
/// What anonymised texts hold instead of a link or an address.
const NOT_NAMES: &[&str] = &["url", "tel", "email", "sic", "spoiler", "ad"];

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let source = context.text.source;
    let is_told_of = context.comment.is_some_and(|comment| any_variable(comment.text.source));
    if is_told_of {
        return;
    }
    let mut at = 0;
    while let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) {
        let span = variable(source, at).filter(|span| !is_shown(context, span));
        at = match span {
            Some(span) if context.text.tokens.iter().any(|t| t.quoted && t.mark() == Some(mark::OTHER)) => {
                span.end
            }
            Some(span) => {
                let end = span.end;
                found.push(plain::found(context, table::UNFILLED_VARIABLE, span));
                end
            }
            None => at + c.len_utf8(),
        };
    }
    for at in 0..context.text.tokens.len() {
        if let Some(span) = blank(context, at) {
            found.push(plain::found(context, table::UNFILLED_VARIABLE, span));
        }
        if let Some((span, severity)) = hole(context, at) {
            let comma = Some(",".to_owned());
            let finding = plain::found(context, table::UNFILLED_VARIABLE, span);
            found.push(Found { severity, replacement: comma, ..finding });
        }
    }
}

/// Whether a text holds a variable: then it is about a message that went out with one.
fn any_variable(source: &str) -> bool {
    source.char_indices().any(|(at, _)| variable(source, at).is_some())
}

/// The variable that begins at a byte.
fn variable(source: &str, at: usize) -> Option<Range<usize>> {
    let rest = source.get(at..)?;
    if !rest.starts_with(BEGINNINGS) {
        return None;
    }
    let before = source.get(..at).and_then(|s| s.chars().next_back());
    let apart = !before.is_some_and(char::is_alphanumeric);
    let enclosed = |open: &str, close: &str| {
        let inside = rest.strip_prefix(open)?;
        let length = inside.find(close).filter(|&length| (1..=40).contains(&length))?;
        let name = inside.get(..length)?;
        Some((name, at..at + open.len() + length + close.len()))
    };
    if let Some((_, span)) = enclosed("{{", "}}").filter(|(name, _)| is_name_like(name)) {
        return Some(span);
    }
    if let Some((_, span)) =
        enclosed("${", "}").or_else(|| enclosed("{", "}")).filter(|(name, _)| is_name_like(name))
    {
        return Some(span);
    }
    if let Some((_, span)) = enclosed("[", "]").filter(|(name, _)| is_blank_name(name)) {
        let is_link = source.get(span.end..).is_some_and(|after| after.starts_with('('));
        return (!is_link).then_some(span);
    }
    if let Some((_, span)) = enclosed("<", ">").filter(|(name, _)| is_word(name) && !is_markup(name)) {
        return Some(span);
    }
    for fence in ["%%", "##", "@@", "%", "#"] {
        let found =
            enclosed(fence, fence).filter(|(name, _)| is_word(name) && (fence != "#" || is_capital(name)));
        if let Some((_, span)) = found.filter(|_| apart) {
            return Some(span);
        }
    }
    if let Some((name, span)) = enclosed("(", ")")
        && name.contains('_')
        && is_word(name)
        && is_capital(name)
    {
        return Some(span);
    }
    let run = |c: char| rest.chars().take_while(|&x| x == c).count();
    if apart && run('_') >= 3 {
        return Some(at..at + run('_'));
    }
    if let Some(name) = rest.strip_prefix('$').filter(|_| apart) {
        let length = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
        let name = name.get(..length)?;
        let known = name.contains('_') || plain::is_one_of(&fold(name).bytes, NAMES);
        return known.then_some(at..at + 1 + length);
    }
    crosses(rest, apart).map(|length| at..at + length)
}

/// `XXXX`, `XX/XX`, `XXh`: crosses where a figure was to come; `XXL` and `XX` alone are not.
fn crosses(rest: &str, apart: bool) -> Option<usize> {
    if !apart || !rest.starts_with(['X', 'x']) {
        return None;
    }
    let length = rest.find(|c: char| !matches!(c, 'X' | 'x' | '/')).unwrap_or(rest.len());
    let run = rest.get(..length)?.trim_end_matches('/');
    let after = rest.get(run.len()..)?;
    let ends = !after.starts_with(|c: char| c.is_alphanumeric());
    let capitals = !run.contains('x');
    let dated = run.contains("/X") && capitals;
    let hour = capitals
        && run.len() == 2
        && after.strip_prefix('h').is_some_and(|t| !t.starts_with(char::is_alphabetic));
    // Kisses are signed in threes and in small letters.
    let long = run.len() >= 4 && capitals || run == "XXX";
    ((dated || long) && ends || hour).then_some(run.len())
}

/// Letters, digits and joining marks, without a blank.
fn is_word(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// Inside braces: a name, perhaps of several words.
fn is_name_like(name: &str) -> bool {
    let name = name.trim();
    name.chars().next().is_some_and(|c| c.is_alphabetic() || c == '$' || c == '_')
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '\'' | '$'))
}

/// Inside square brackets: capitals, or a word that stands for something.
fn is_blank_name(name: &str) -> bool {
    if !is_name_like(name) {
        return false;
    }
    let folded = fold(name.trim());
    let words: Vec<&[u8]> =
        folded.bytes.split(|b| !b.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let any = |known: &[&str]| words.iter().any(|word| plain::is_one_of(word, known));
    !any(NOT_NAMES) && (any(NAMES) || is_capital(name) && name.contains('_'))
}

fn is_markup(name: &str) -> bool {
    ["b", "i", "u", "br", "p", "em", "strong", "a", "li", "ul", "code"].contains(&name)
}

fn is_capital(name: &str) -> bool {
    name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase)
}

/// Shown to the reader on purpose: quoted, or in a sentence that says what to type.
fn is_shown(context: &Context<'_>, span: &Range<usize>) -> bool {
    let text = context.text;
    let sentence =
        text.sentences.iter().find(|s| s.start <= span.start && span.start < s.end.max(s.start + 1));
    let explained = sentence.is_some_and(|s| plain::has_any(context, s.tokens.clone(), SHOWN));
    let inside =
        |token: &&crate::text::Token| span.start <= token.start as usize && token.end as usize <= span.end;
    let quoted = text.tokens.iter().filter(inside).any(|token| token.quoted);
    let code = text.source.get(..span.start).is_some_and(|before| before.ends_with('`'));
    explained || quoted || code
}

/// `Bonsoir Prénom`, `TBC`.
fn blank(context: &Context<'_>, at: usize) -> Option<Range<usize>> {
    let text = context.text;
    let token = text.tokens.get(at).filter(|t| t.kind == TokenKind::Word && !t.quoted)?;
    let word = text.letters(token);
    if (word == b"tbc" || word == b"tbd") && token.all_capitals {
        return Some(text.span(at..at + 1));
    }
    if !plain::is_one_of(word, GREETINGS) {
        return None;
    }
    let next = text.tokens.get(at + 1)?;
    let name = text.letters(next);
    let known = ["prenom", "firstname", "prenom_client", "nomclient"];
    if next.capitalised && plain::is_one_of(name, &known) {
        return Some(text.span(at + 1..at + 2));
    }
    None
}

/// `Bonjour ,`: the place where a name was to come, and what to think of it.
fn hole(context: &Context<'_>, at: usize) -> Option<(Range<usize>, Option<Severity>)> {
    let text = context.text;
    let token = text.tokens.get(at).filter(|t| t.kind == TokenKind::Word && !t.quoted)?;
    let comma = text.tokens.get(at + 1).filter(|next| next.mark() == Some(b','))?;
    let gap = text.source.get(token.end as usize..comma.start as usize)?;
    if !plain::is_one_of(text.letters(token), GREETINGS) || gap.is_empty() || !gap.chars().all(|c| c == ' ') {
        return None;
    }
    // Some people type a blank before every comma: at the end of the line, or twice, it is the template's.
    let ends_line = text.tokens.get(at + 2).is_none_or(|t| t.kind == TokenKind::Break);
    let sure = ends_line || gap.len() > 1;
    Some((token.end as usize..comma.end as usize, (!sure).then_some(Severity::Advice)))
}
