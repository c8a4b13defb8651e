//! Trains the model and writes its weights: `cargo xtask train`.
//!
//! Learns from the develop part of `data/dev` and from `data/train`; the held back part and `data/evaluate` are never
//! read here. The same texts give the same file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use sangfroid::inside::{self, FAMILIES, FEATURES};

use crate::corpus::{Corpus, Reply, Set};
use crate::linear::{Example, Linear, Target};
use crate::rules::stops;

/// Features the product carries.
const KEPT: usize = 12_000;
/// A feature seen in fewer texts is noise.
const FEWEST_TEXTS: u32 = 2;
/// Of the acceptable texts, the share the model alone may stop: it is the second voice, and the rules need most of
/// the room there is.
const FALSE_ALARMS: f64 = 0.003;
/// Real posts of brands, none of which offends.
const BRAND_POSTS: &str = "free_tweets_fr";
/// English texts in which people are at ease, or polite at work: what the model must not take for aggression.
const OTHERS_EN: [&str; 2] = ["goemotions_en", "cat_wiki_en"];
const OTHERS_WEIGHT: f32 = 0.2;

/// One labelled text.
struct Lesson {
    author: String,
    language: usize,
    offends: bool,
    families: Vec<usize>,
    example: Example,
}

/// Trains, and writes `src/model/weights.bin`; says what it reached on folds.
pub(crate) fn run(repository: &Path) -> Result<()> {
    let lessons = lessons(&Corpus::find(repository)?, repository)?;
    println!("{} texts, {} of which offend", lessons.len(), lessons.iter().filter(|l| l.offends).count());
    let thresholds = thresholds(&lessons);
    let all: Vec<&Lesson> = lessons.iter().collect();
    let (model, kept) = learn(&all);
    let families = families(&all, &kept);
    let file = packed(&model, &kept, &families, thresholds);
    let path = repository.join("src/model/weights.bin");
    std::fs::write(&path, &file).with_context(|| path.display().to_string())?;
    println!("{}: {} bytes, thresholds {thresholds:.2?}", path.display(), file.len());
    Ok(())
}

fn lessons(corpus: &Corpus, repository: &Path) -> Result<Vec<Lesson>> {
    let mut lessons: Vec<Lesson> =
        corpus.replies()?.iter().filter(|reply| reply.set == Set::Develop).filter_map(lesson).collect();
    let posts = corpus.learnable(BRAND_POSTS)?;
    lessons.extend(posts.iter().map(|(text, _)| acceptable(text, "fr", BRAND_POSTS, 0.5)));
    for language in ["fr", "en"] {
        let path = repository.join(format!("quality/plain/{language}.txt"));
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        lessons.extend(lines.map(|line| acceptable(line, language, "plain", 1.0)));
        let courteous = crate::corpus::courteous(repository, language)?;
        lessons.extend(courteous.iter().map(|line| acceptable(line, language, "court", 1.0)));
    }
    for name in OTHERS_EN {
        let texts = corpus.learnable(name)?.into_iter().filter(|(_, offends)| !offends);
        lessons.extend(texts.map(|(text, _)| acceptable(&text, "en", name, OTHERS_WEIGHT)));
    }
    Ok(lessons)
}

/// A text that offends nobody, of the voice of brands or of people at ease.
fn acceptable(text: &str, language: &str, author: &str, weight: f32) -> Lesson {
    let sentences = inside::sentences(text, language);
    Lesson {
        author: author.to_owned(),
        language: usize::from(language == "en"),
        offends: false,
        families: Vec::new(),
        example: Example {
            sentences: sentences.into_iter().map(|s| (s, Target::Acceptable)).collect(),
            weight,
        },
    }
}

/// `None` for a reply that only misses something: the model is for tone.
fn lesson(reply: &Reply) -> Option<Lesson> {
    let offends = reply.labels.iter().any(|rule| stops(rule));
    if !offends && !reply.labels.is_empty() {
        return None;
    }
    let sentences = inside::sentences(&reply.text, &reply.language);
    let count = sentences.len();
    let target = |sentence: &str| match offends {
        false => Target::Acceptable,
        true if !reply.spans.is_empty() => {
            if reply.spans.iter().any(|span| overlap(sentence, span)) {
                Target::Offending
            } else {
                Target::Acceptable
            }
        }
        true if count == 1 => Target::Offending,
        true => Target::OneOfThese,
    };
    Some(Lesson {
        author: reply.author.clone(),
        language: usize::from(reply.language == "en"),
        offends,
        families: reply.labels.iter().filter_map(|id| FAMILIES.iter().position(|f| f == id)).collect(),
        example: Example {
            sentences: sentences
                .into_iter()
                .map(|sentence| {
                    let target = target(&sentence.text);
                    (sentence, target)
                })
                .collect(),
            weight: 1.0,
        },
    })
}

/// Whether a sentence and offending words have something in common.
fn overlap(sentence: &str, span: &str) -> bool {
    let sentence = sentence.trim();
    let parts = span.split_inclusive(['.', '!', '?', '…']).map(str::trim);
    sentence.len() > 4 && span.contains(sentence)
        || parts.filter(|part| part.len() > 4).any(|part| sentence.contains(part))
}

/// Two passes: all features choose which are kept, those kept are weighed again.
fn learn(lessons: &[&Lesson]) -> (Linear, Vec<bool>) {
    let examples: Vec<&Example> = lessons.iter().map(|lesson| &lesson.example).collect();
    let mut texts = vec![0_u32; FEATURES];
    for example in &examples {
        let seen: BTreeSet<u32> =
            example.sentences.iter().flat_map(|(s, _)| s.features.iter().map(|&(key, _)| key)).collect();
        for key in seen {
            texts[key as usize] += 1;
        }
    }
    let mut kept: Vec<bool> = texts.iter().map(|&count| count >= FEWEST_TEXTS).collect();
    let first = Linear::fit(&examples, &kept);
    let worth = |key: usize| first.weights[key].abs() * (texts[key] as f32).sqrt();
    let mut ranked: Vec<usize> = (0..FEATURES).filter(|&key| kept[key]).collect();
    ranked.sort_by(|&a, &b| worth(b).total_cmp(&worth(a)).then(a.cmp(&b)));
    for &key in ranked.iter().skip(KEPT) {
        kept[key] = false;
    }
    (Linear::fit(&examples, &kept), kept)
}

/// By language, the score that only [`FALSE_ALARMS`] of the acceptable texts exceed, each text being scored by a model
/// that saw nothing of its author.
fn thresholds(lessons: &[Lesson]) -> [f32; 2] {
    let authors: BTreeSet<&str> = lessons.iter().map(|lesson| lesson.author.as_str()).collect();
    let fold_of: BTreeMap<&str, usize> = authors.into_iter().enumerate().map(|(i, a)| (a, i % 5)).collect();
    let mut scores: Vec<(usize, bool, f32)> = Vec::new();
    for fold in 0..5 {
        let is_tested = |lesson: &&Lesson| fold_of[lesson.author.as_str()] == fold;
        let (tested, learnt): (Vec<&Lesson>, Vec<&Lesson>) = lessons.iter().partition(is_tested);
        let (model, _) = learn(&learnt);
        for lesson in tested {
            let hottest =
                lesson.example.sentences.iter().map(|(s, _)| model.score(s)).fold(f32::MIN, f32::max);
            // What other people write elsewhere is easier, and would hide what replies cost.
            if lesson.example.weight >= 1.0 {
                scores.push((lesson.language, lesson.offends, hottest));
            }
        }
    }
    [0, 1].map(|language| {
        let of = |offends: bool| {
            let mut list: Vec<f32> =
                scores.iter().filter(|s| s.0 == language && s.1 == offends).map(|s| s.2).collect();
            list.sort_by(|a, b| b.total_cmp(a));
            list
        };
        let (acceptable, offending) = (of(false), of(true));
        let allowed = (acceptable.len() as f64 * FALSE_ALARMS) as usize;
        let threshold = acceptable[allowed].max(0.1);
        let caught = offending.iter().filter(|&&score| score > threshold).count();
        println!(
            "{}: on folds by author, {allowed} of {} acceptable texts stopped, {caught} of {} offending",
            ["fr", "en"][language],
            acceptable.len(),
            offending.len()
        );
        threshold
    })
}

/// For each feature that is kept, the family whose texts it marks most.
fn families(lessons: &[&Lesson], kept: &[bool]) -> BTreeMap<u32, u8> {
    let mut totals = [1.0_f32; 13];
    let mut counts: BTreeMap<u32, [f32; 13]> = BTreeMap::new();
    for lesson in lessons.iter().filter(|lesson| lesson.offends) {
        for &family in &lesson.families {
            totals[family] += 1.0;
            let offending = lesson.example.sentences.iter().filter(|(_, t)| *t != Target::Acceptable);
            for &(key, _) in offending.flat_map(|(s, _)| &s.features) {
                if kept[key as usize] {
                    counts.entry(key).or_default()[family] += 1.0;
                }
            }
        }
    }
    let strongest =
        |of: &[f32; 13]| (0..13).max_by(|&a, &b| (of[a] / totals[a]).total_cmp(&(of[b] / totals[b])));
    counts.iter().filter_map(|(&key, of)| Some((key, strongest(of)? as u8))).collect()
}

/// The file that `src/model/weights.rs` reads.
fn packed(model: &Linear, kept: &[bool], families: &BTreeMap<u32, u8>, thresholds: [f32; 2]) -> Vec<u8> {
    let mut buckets = vec![0_u8; FEATURES >> 8];
    let keys: Vec<usize> = (0..FEATURES)
        .filter(|&key| kept[key] && model.weights[key] != 0.0)
        .filter(|&key| {
            // A bucket counts to 255; it never holds more than 256 keys, and at this density a dozen.
            let count = &mut buckets[key >> 8];
            let fits = *count < u8::MAX;
            *count += u8::from(fits);
            fits
        })
        .collect();
    let largest = keys.iter().map(|&key| model.weights[key].abs()).fold(f32::MIN_POSITIVE, f32::max);
    let scale = largest / 127.0;
    let mut file = Vec::new();
    for number in [keys.len() as f32, scale, model.bias[0], model.bias[1], thresholds[0], thresholds[1]] {
        file.extend(number.to_le_bytes());
    }
    file.extend(&buckets);
    file.extend(keys.iter().map(|&key| key as u8));
    file.extend(keys.iter().map(|&key| (model.weights[key] / scale).round() as i8 as u8));
    let family = |key: &usize| families.get(&(*key as u32)).copied().unwrap_or(15);
    file.extend(keys.chunks(2).map(|pair| family(&pair[0]) | pair.get(1).map_or(15, family) << 4));
    file
}
