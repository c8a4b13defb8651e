//! The same reply given to one customer after the other.

use super::{Found, plain, table};
use crate::check::Context;
use crate::text::Text;

/// Thanks of a few words are alike by nature.
const SHORTEST: usize = 7;
/// Words compared, and replies looked at: enough for any network.
const LONGEST: usize = 400;
const MOST_REPLIES: usize = 50;

pub(super) fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let Some(previous) = &context.situation.previous else { return };
    let own = words(context.text);
    if own.len() < SHORTEST {
        return;
    }
    let alike = previous.iter().take(MOST_REPLIES).any(|reply| {
        let reply = Text::read(reply, None);
        let other = words(&reply);
        // Common words twice over the words of both: four fifths or more.
        common(&own, &other) * 10 >= (own.len() + other.len()) * 4
    });
    if alike {
        let source = context.text.source;
        let start = source.len() - source.trim_start().len();
        found.push(Found {
            replacement: None,
            ..plain::found(context, table::CANNED_REPLY, start..source.trim_end().len())
        });
    }
}

fn words<'t>(text: &'t Text<'_>) -> Vec<&'t [u8]> {
    text.tokens.iter().filter(|t| plain::is_said(t)).map(|t| text.letters(t)).take(LONGEST).collect()
}

/// The length of the longest common subsequence.
fn common(a: &[&[u8]], b: &[&[u8]]) -> usize {
    let mut above = vec![0_usize; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        let mut left = 0;
        for (y, cell) in b.iter().zip(above.iter_mut().skip(1)) {
            let here = if x == y { diagonal + 1 } else { left.max(*cell) };
            diagonal = *cell;
            *cell = here;
            left = here;
        }
    }
    above.last().copied().unwrap_or(0)
}
