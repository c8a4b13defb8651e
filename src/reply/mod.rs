//! Replies ready to be posted, and the user's own draft made calmer.
//!
//! Nothing leaves here that the checker would stop.

pub(crate) mod addition;
mod bank;
mod calm;
mod case;
mod compose;
mod length;
mod name;

use crate::check::{self, Comment, Setting};
use crate::language::Language;
use crate::policy::Policy;
use crate::wire::{CheckRequest, Locale, Suggestion, Suggestions, Verdict};
pub(crate) use name::first_name;

use bank::{Bank, Seed};
use case::Case;
use compose::{Order, Strategy, compose};

/// Attempts with other variants before a reply is given up for a plainer one.
const ATTEMPTS: [&str; 6] = ["", "a", "b", "c", "d", "e"];

/// Suggests three replies, and a calmer version of the draft where there is something to calm.
pub(crate) fn suggest(request: &CheckRequest, comment: Option<&Comment<'_>>, policy: &Policy) -> Suggestions {
    let setting = crate::setting_of(request);
    let language = language_of(request, comment);
    let name = request.author.as_deref().and_then(name::first_name);
    let order = Order {
        bank: Bank::of(language),
        name: name.as_deref(),
        network: setting.network,
        seed: Seed::of(&[
            request.comment.as_deref().unwrap_or_default(),
            request.author.as_deref().unwrap_or_default(),
        ]),
    };
    let case = Case::of(comment, setting.visibility);
    let titles = Bank::of(match crate::locale_of(request, language) {
        Locale::Fr => Language::Fr,
        Locale::En => Language::En,
    });
    let replies = three(case, order, comment, setting, policy);
    let complete = replies.last().map(|(_, text)| text.clone());
    let suggestions = replies
        .into_iter()
        .map(|(strategy, text)| Suggestion {
            title: titles.pick(&format!("title.{}", strategy.key()), order.seed).to_owned(),
            text,
            strategy: strategy.key().to_owned(),
        })
        .collect();
    let calm = calm::calm(request.draft(), comment, setting, policy, order, complete);
    Suggestions { id: None, suggestions, calm }
}

/// One polite sentence that invites the author to go on in private, in the way the network allows.
pub(crate) fn private_invitation(language: Language, network: Option<&str>) -> &'static str {
    let bank = Bank::of(language);
    bank.variants(&compose::invite_key(bank, network)).first().copied().unwrap_or_default()
}

/// Replies are written in the language of the comment where it is one of ours.
fn language_of(request: &CheckRequest, comment: Option<&Comment<'_>>) -> Language {
    let hinted = request.lang.as_deref().and_then(Language::from_code);
    let asked = match request.locale {
        Some(Locale::En) => Language::En,
        Some(Locale::Fr) | None => Language::Fr,
    };
    match comment.map(|c| c.text.language()).unwrap_or_default() {
        Language::Unknown => match hinted {
            Some(Language::Fr) => Language::Fr,
            Some(_) => Language::En,
            None => asked,
        },
        Language::Fr => Language::Fr,
        // Someone who writes in a third language more often reads English than French.
        _ => Language::En,
    }
}

/// One reply per strategy: each passes the checker, no two are alike.
fn three(
    case: Case,
    order: Order<'_>,
    comment: Option<&Comment<'_>>,
    setting: Setting<'_>,
    policy: &Policy,
) -> Vec<(Strategy, String)> {
    let mut replies: Vec<(Strategy, String)> = Vec::new();
    for strategy in Strategy::ALL {
        let is_good = |text: &String, worst: Verdict| {
            !text.is_empty()
                && length::fits(text, setting.network)
                && replies.iter().all(|(_, other)| other != text)
                && check::judge(text, comment, setting, policy).verdict <= worst
        };
        let attempt = |case, worst| {
            ATTEMPTS
                .iter()
                .map(|salt| compose(case, strategy, Order { seed: order.seed.and(salt), ..order }))
                .find(|text| is_good(text, worst))
        };
        // Where the network is short of room something has to be left out, and the checker would say so.
        let reply = attempt(case, Verdict::Ok)
            .or_else(|| attempt(case, Verdict::Advise))
            .or_else(|| attempt(Case::Holding, Verdict::Advise))
            .unwrap_or_else(|| compose(Case::Holding, strategy, order));
        replies.push((strategy, reply));
    }
    replies
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests;
