//! What kind of comment it is.

use super::clues::Clues;
use crate::wire::Kind;

/// The kinds of a comment: at least one.
pub(super) fn of(clues: &Clues, asks: bool) -> Vec<Kind> {
    if (clues.spam >= 3 || (clues.spam >= 1 && clues.has_link)) && clues.complaint < 4 && clues.doxxing < 4 {
        return vec![Kind::Spam];
    }
    let mut kinds = grave(clues);
    let troll = clues.troll >= 2;
    let rumour = clues.misinformation >= 3 && clues.complaint < 4;
    let accusation = clues.accusation >= 2;
    if rumour {
        kinds.push(Kind::Misinformation);
    }
    if accusation && kinds.is_empty() {
        kinds.push(Kind::Accusation);
    }
    if troll && kinds.is_empty() {
        kinds.push(Kind::Troll);
    }
    let mood = mood(clues, asks);
    let complains = mood == Kind::Complaint;
    let told = clues.complaint >= 2 || clues.about_something;
    if kinds.is_empty() || (complains && told && goes_with_a_complaint(&kinds)) {
        kinds.push(mood);
    }
    if mood == Kind::Praise && clues.complaint >= 3 && !clues.ironic && kinds == [Kind::Praise] {
        kinds.push(Kind::Complaint);
    }
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// What is aimed at people.
fn grave(clues: &Clues) -> Vec<Kind> {
    let mut kinds = Vec::new();
    if clues.hate >= 3 {
        kinds.push(Kind::Hate);
    }
    if clues.threat >= 4 {
        kinds.push(Kind::Threat);
    } else if clues.violence >= 4 {
        kinds.push(Kind::Violence);
    }
    if clues.insult >= 2 && kinds.is_empty() && clues.praise < 3 {
        kinds.push(Kind::Insult);
    }
    kinds
}

fn goes_with_a_complaint(kinds: &[Kind]) -> bool {
    kinds.iter().all(|kind| matches!(kind, Kind::Insult | Kind::Accusation | Kind::Threat))
}

/// What remains once nothing grave is said: is it meant well, does it ask, does it complain?
fn mood(clues: &Clues, asks: bool) -> Kind {
    let good = if clues.ironic { 0 } else { 2 * clues.praise + clues.positive };
    let bad = 2 * clues.complaint + clues.negative + if clues.ironic { 4 } else { 0 };
    if clues.suggestion >= 2 && bad < 6 {
        return Kind::Suggestion;
    }
    let only_asks = !clues.mostly_tells || bad == 0;
    if asks && only_asks && !clues.ironic && bad <= 4 + clues.question && good < 6 {
        return Kind::Question;
    }
    if good >= 2 && good > bad {
        return Kind::Praise;
    }
    if bad >= 2 || (bad > 0 && clues.about_something) || clues.distress {
        return Kind::Complaint;
    }
    if good > 0 && good >= bad {
        return if clues.praise > 0 { Kind::Praise } else { Kind::Neutral };
    }
    // Where no word tells, people who write to a brand at some length mostly complain.
    if clues.length >= 6 { Kind::Complaint } else { Kind::Neutral }
}
