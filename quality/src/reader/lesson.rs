//! A labelled comment as the reader is to learn it.

use std::path::Path;

use anyhow::Result;
use sangfroid::inside::comments::{self, OUTCOMES};

use crate::corpus::{Corpus, Set, WrittenComment, written_comments};

/// The kinds in the order of the outcomes.
pub(super) const KINDS: [&str; 13] = [
    "complaint",
    "praise",
    "question",
    "suggestion",
    "accusation",
    "misinformation",
    "spam",
    "troll",
    "hate",
    "threat",
    "violence",
    "insult",
    "neutral",
];
/// The topics in the order of the outcomes.
pub(super) const TOPICS: [&str; 13] = [
    "delivery",
    "refund",
    "quality",
    "support",
    "price",
    "billing",
    "safety",
    "privacy",
    "ethics",
    "availability",
    "account",
    "staff",
    "other",
];
/// The first outcome that is a topic.
pub(super) const ABOUT: usize = OUTCOMES - TOPICS.len();

/// The hands the comments come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// `data/dev`: the cues were made looking at these.
    Dev,
    /// Written beside the cues: the same.
    Beside,
    /// Phrases that name a topic.
    Words,
    /// Written by others, who saw neither.
    Apart,
}

pub(super) struct Lesson {
    pub(super) source: Source,
    pub(super) comment: WrittenComment,
    pub(super) features: Vec<(u32, f32)>,
    /// Where it is known, whether each outcome holds.
    pub(super) holds: [Option<bool>; OUTCOMES],
    pub(super) weight: f32,
}

impl Lesson {
    fn new(comment: WrittenComment, source: Source) -> Self {
        let mut holds = [None; OUTCOMES];
        if let Some(kinds) = &comment.kinds {
            for (place, kind) in holds.iter_mut().zip(KINDS) {
                *place = Some(kinds.iter().any(|k| k == kind));
            }
        }
        let flags = [
            comment.deletable,
            comment.offensive,
            comment.urgent,
            comment.severity.map(|s| s >= 1),
            comment.severity.map(|s| s >= 2),
            comment.severity.map(|s| s >= 3),
        ];
        for (place, flag) in holds.iter_mut().skip(KINDS.len()).zip(flags) {
            *place = flag;
        }
        for (place, topic) in holds.iter_mut().skip(ABOUT).zip(TOPICS) {
            *place = Some(comment.topic == topic);
        }
        let weight = match source {
            Source::Dev | Source::Beside => 1.0,
            Source::Words => 0.7,
            Source::Apart => 1.5,
        };
        Self { source, features: comments::features(&comment.text), comment, holds, weight }
    }
}

/// Every comment that may be learnt from.
pub(super) fn all(corpus: &Corpus, repository: &Path) -> Result<Vec<Lesson>> {
    let mut lessons = Vec::new();
    for (set, comment) in corpus.written_comments()? {
        if set == Set::Develop {
            lessons.push(Lesson::new(comment, Source::Dev));
        }
    }
    for (name, source) in
        [("fr", Source::Apart), ("en", Source::Apart), ("more", Source::Beside), ("topics", Source::Words)]
    {
        let path = repository.join(format!("quality/comments/{name}.jsonl"));
        lessons.extend(written_comments(&path, name)?.into_iter().map(|c| Lesson::new(c, source)));
    }
    Ok(lessons)
}
