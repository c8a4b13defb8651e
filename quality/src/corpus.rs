//! The labelled texts, which stand beside the repository (`../shared/data`), and those written for the tests
//! (`tests/blind`).

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Of a hundred texts, how many are held back: nobody tunes on them, and the model never sees them.
const HELD_BACK: u32 = 30;

/// Which texts a text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Set {
    /// Rules and model were made looking at these.
    Develop,
    /// A third of the same authors' texts, kept aside.
    Held,
    /// Written for the tests by someone who saw neither rules nor texts.
    Blind,
}

/// A reply, with what its author says of it.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) id: String,
    pub(crate) set: Set,
    /// The file it comes from.
    pub(crate) file: &'static str,
    /// Who wrote it, where the file says so; folds never part an author.
    pub(crate) author: String,
    pub(crate) language: String,
    pub(crate) network: Option<String>,
    pub(crate) comment: Option<String>,
    pub(crate) text: String,
    /// Rule ids; none where it is acceptable.
    pub(crate) labels: Vec<String>,
    /// The words that offend, where they are given.
    pub(crate) spans: Vec<String>,
    pub(crate) tags: Vec<String>,
}

/// A customer's comment, with what its author says of it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Labelled {
    pub(crate) id: String,
    pub(crate) lang: String,
    pub(crate) text: String,
    pub(crate) kinds: Vec<String>,
    pub(crate) topic: String,
    #[serde(default)]
    pub(crate) sentiment: String,
    pub(crate) deletable: bool,
}

/// A comment the reader may learn from; what is not said is not known.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct WrittenComment {
    #[serde(default)]
    id: String,
    #[serde(default)]
    pub(crate) lang: String,
    pub(crate) text: String,
    pub(crate) kinds: Option<Vec<String>>,
    pub(crate) topic: String,
    pub(crate) deletable: bool,
    pub(crate) offensive: Option<bool>,
    pub(crate) urgent: Option<bool>,
    pub(crate) severity: Option<u8>,
}

/// The comments of a file; `language` where they do not say.
pub(crate) fn written_comments(path: &Path, language: &str) -> Result<Vec<WrittenComment>> {
    let mut comments = lines::<WrittenComment>(path)?;
    for comment in comments.iter_mut().filter(|comment| comment.lang.is_empty()) {
        language.clone_into(&mut comment.lang);
    }
    Ok(comments)
}

/// Where the texts are.
pub(crate) struct Corpus {
    data: PathBuf,
    blind: PathBuf,
}

impl Corpus {
    /// The texts beside and in the repository.
    pub(crate) fn find(repository: &Path) -> Result<Self> {
        let data = repository.join("../shared/data");
        anyhow::ensure!(
            data.is_dir(),
            "the labelled texts are not here: {} is expected beside the repository",
            data.display()
        );
        Ok(Self { data, blind: repository.join("tests/blind") })
    }

    /// Every labelled reply.
    pub(crate) fn replies(&self) -> Result<Vec<Reply>> {
        let mut replies = Vec::new();
        for file in ["sentences", "replies", "pairs", "drafts", "casual_fr"] {
            for line in self.read::<DevLine>(&format!("dev/{file}.jsonl.gz"))? {
                let set = if is_held_back(&line) { Set::Held } else { Set::Develop };
                replies.push(line.into_reply(file, set));
            }
        }
        for language in ["fr", "en"] {
            let path = self.blind.join(format!("drafts_{language}.jsonl"));
            for line in lines::<DevLine>(&path)? {
                replies.push(line.into_reply("blind", Set::Blind));
            }
        }
        Ok(replies)
    }

    /// Every labelled comment.
    pub(crate) fn comments(&self) -> Result<Vec<(Set, Labelled)>> {
        let mut comments = Vec::new();
        for comment in self.read::<Labelled>("dev/comments.jsonl.gz")? {
            let set = if held_back(&comment.id) { Set::Held } else { Set::Develop };
            comments.push((set, comment));
        }
        for language in ["fr", "en"] {
            let path = self.blind.join(format!("comments_{language}.jsonl"));
            comments.extend(lines(&path)?.into_iter().map(|comment| (Set::Blind, comment)));
        }
        Ok(comments)
    }

    /// The labelled comments of `data/dev`, with all their labels.
    pub(crate) fn written_comments(&self) -> Result<Vec<(Set, WrittenComment)>> {
        let comments = self.read::<WrittenComment>("dev/comments.jsonl.gz")?;
        let set = |id: &str| if held_back(id) { Set::Held } else { Set::Develop };
        Ok(comments.into_iter().map(|comment| (set(&comment.id), comment)).collect())
    }

    /// Real texts of a kind (`brand_replies` or `customers`), which may be measured on and nothing else.
    pub(crate) fn real(&self, kind: &str, language: &str) -> Result<Vec<String>> {
        let texts = self.read::<TextLine>(&format!("evaluate/{kind}_{language}.jsonl.gz"))?;
        Ok(texts.into_iter().map(|line| line.text).collect())
    }

    /// Real texts that may be learnt from, with whether they offend.
    pub(crate) fn learnable(&self, name: &str) -> Result<Vec<(String, bool)>> {
        let texts = self.read::<TextLine>(&format!("train/{name}.jsonl.gz"))?;
        Ok(texts.into_iter().filter_map(|line| Some((line.text, line.y? == 1))).collect())
    }

    fn read<T: DeserializeOwned>(&self, name: &str) -> Result<Vec<T>> {
        let path = self.data.join(name);
        let file = File::open(&path).with_context(|| path.display().to_string())?;
        parse(GzDecoder::new(file), &path)
    }
}

/// Courteous replies that look like offences, written for training (`quality/court`).
pub(crate) fn courteous(repository: &Path, language: &str) -> Result<Vec<String>> {
    let replies: Vec<DraftLine> = lines(&repository.join(format!("quality/court/{language}.jsonl")))?;
    Ok(replies.into_iter().map(|line| line.draft).collect())
}

#[derive(Deserialize)]
struct DraftLine {
    draft: String,
}

fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    parse(File::open(path).with_context(|| path.display().to_string())?, path)
}

fn parse<T: DeserializeOwned>(from: impl Read, path: &Path) -> Result<Vec<T>> {
    let lines = BufReader::new(from).lines().enumerate();
    lines
        .map(|(number, line)| {
            let place = || format!("{}, line {}", path.display(), number + 1);
            serde_json::from_str(&line.with_context(place)?).with_context(place)
        })
        .collect()
}

#[derive(Deserialize)]
struct TextLine {
    #[serde(alias = "t")]
    text: String,
    y: Option<i64>,
}

/// A line of any of the files of replies.
#[derive(Deserialize)]
struct DevLine {
    id: String,
    lang: String,
    #[serde(default)]
    group: String,
    #[serde(alias = "draft")]
    text: String,
    comment: Option<String>,
    network: Option<String>,
    #[serde(default, alias = "rules")]
    labels: Vec<String>,
    #[serde(default)]
    bad: Vec<String>,
    #[serde(default)]
    spans: Vec<(String, String)>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    tag: String,
}

impl DevLine {
    fn into_reply(self, file: &'static str, set: Set) -> Reply {
        let mut tags = self.tags;
        tags.extend((!self.tag.is_empty()).then_some(self.tag));
        let mut spans = self.bad;
        spans.extend(self.spans.into_iter().map(|(words, _)| words).filter(|words| !words.is_empty()));
        Reply {
            author: if self.group.is_empty() { file.to_owned() } else { self.group },
            id: self.id,
            set,
            file,
            language: self.lang,
            network: self.network,
            comment: self.comment,
            text: self.text,
            labels: self.labels,
            spans,
            tags,
        }
    }
}

/// Texts that answer the same comment stay together.
fn is_held_back(line: &DevLine) -> bool {
    held_back(line.comment.as_deref().filter(|comment| !comment.is_empty()).unwrap_or(&line.id))
}

fn held_back(key: &str) -> bool {
    let digest = sha1_smol::Sha1::from(key.to_lowercase()).digest().bytes();
    u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]) % 100 < HELD_BACK
}
