//! The pattern language of `docs/RULE_LANGUAGE.md`: text to tree. The build reads the patterns of the rules with it, the
//! core those of a brand's policy.

use std::collections::BTreeMap;

/// A parsed pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Word(String),
    Class(String),
    /// Up to this many words, any.
    Gap(u8),
    SentenceStart,
    SentenceEnd(End),
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    Optional(Box<Node>),
    /// The words that are the finding; the rest is context.
    Marked(Box<Node>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Any,
    Question,
    Exclamation,
    Ellipsis,
}

/// A word with brackets has no more spellings than this: each pair of brackets doubles them.
const MOST_SPELLINGS: usize = 256;

/// Named patterns of one language.
pub(crate) type Names = BTreeMap<String, String>;

/// Parses a pattern; the error says what is wrong and where, in characters.
pub(crate) fn parse(pattern: &str, names: &Names) -> Result<Node, String> {
    parse_at_depth(pattern, names, 0)
}

fn parse_at_depth(pattern: &str, names: &Names, depth: u8) -> Result<Node, String> {
    if depth > 8 {
        return Err("names refer to each other too deeply".to_owned());
    }
    let mut parser = Parser { chars: pattern.chars().collect(), at: 0, names, depth };
    let node = parser.choice()?;
    match parser.peek() {
        None => Ok(node),
        Some(c) => Err(format!("unexpected `{c}` at character {}", parser.at + 1)),
    }
}

/// The spellings of a word whose letters in brackets are optional (`idiot(e)(s)`) or one of several (`livr(er|é)`).
pub(crate) fn spellings(word: &str) -> Result<Vec<String>, String> {
    let Some(open) = word.find('(') else {
        return Ok(vec![word.to_owned()]);
    };
    let close = word[open..]
        .find(')')
        .map(|i| open + i)
        .ok_or_else(|| format!("`{word}`: a bracket is not closed"))?;
    let inside = &word[open + 1..close];
    let mut endings: Vec<&str> = inside.split('|').collect();
    if endings.len() == 1 {
        endings.push("");
    }
    let mut all = Vec::new();
    let rests = spellings(&word[close + 1..])?;
    if rests.len() * endings.len() > MOST_SPELLINGS {
        return Err(format!("`{word}` has more than {MOST_SPELLINGS} spellings"));
    }
    for rest in rests {
        for ending in &endings {
            all.push(format!("{}{ending}{rest}", &word[..open]));
        }
    }
    Ok(all)
}

struct Parser<'n> {
    chars: Vec<char>,
    at: usize,
    names: &'n Names,
    depth: u8,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next_is(&self, text: &str) -> bool {
        text.chars().enumerate().all(|(i, c)| self.chars.get(self.at + i) == Some(&c))
    }

    fn spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn choice(&mut self) -> Result<Node, String> {
        let mut branches = vec![self.sequence()?];
        while self.peek() == Some('|') {
            self.at += 1;
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Choice(branches) })
    }

    fn sequence(&mut self) -> Result<Node, String> {
        let mut items = Vec::new();
        loop {
            self.spaces();
            match self.peek() {
                None | Some('|' | ')' | ']') => break,
                Some(_) => items.push(self.item()?),
            }
        }
        if items.is_empty() {
            return Err(format!("nothing to match at character {}", self.at + 1));
        }
        Ok(if items.len() == 1 { items.remove(0) } else { Node::Sequence(items) })
    }

    fn item(&mut self) -> Result<Node, String> {
        let node = match self.peek() {
            Some('(') => self.enclosed('(', ')')?,
            Some('[') => Node::Marked(Box::new(self.enclosed('[', ']')?)),
            Some('<') => {
                self.at += 1;
                Node::Class(self.until('>')?)
            }
            Some('@') => {
                self.at += 1;
                let name = self.take_while(|c| c.is_alphanumeric() || c == '-');
                let pattern =
                    self.names.get(&name).ok_or_else(|| format!("no pattern is named `@{name}`"))?;
                parse_at_depth(pattern, self.names, self.depth + 1).map_err(|e| format!("@{name}: {e}"))?
            }
            Some('^') => {
                self.at += 1;
                Node::SentenceStart
            }
            Some('$') => {
                self.at += 1;
                Node::SentenceEnd(self.end_mark())
            }
            Some('.') if self.next_is("..") => {
                self.at += 2;
                let digits = self.take_while(|c| c.is_ascii_digit());
                let words = digits.parse().map_err(|_| format!("`..{digits}`: a number of words"))?;
                if words == 0 || words > 8 {
                    return Err(format!("`..{words}`: a gap is of 1 to 8 words"));
                }
                Node::Gap(words)
            }
            _ => self.word()?,
        };
        Ok(if self.peek() == Some('?') {
            self.at += 1;
            Node::Optional(Box::new(node))
        } else {
            node
        })
    }

    fn end_mark(&mut self) -> End {
        let end = match self.peek() {
            Some('?') => End::Question,
            Some('!') => End::Exclamation,
            Some('…') => End::Ellipsis,
            _ => return End::Any,
        };
        self.at += 1;
        end
    }

    fn enclosed(&mut self, open: char, close: char) -> Result<Node, String> {
        let from = self.at + 1;
        self.at += 1;
        let node = self.choice()?;
        if self.peek() != Some(close) {
            return Err(format!("`{open}` at character {from} is not closed"));
        }
        self.at += 1;
        Ok(node)
    }

    fn until(&mut self, end: char) -> Result<String, String> {
        let text = self.take_while(|c| c != end);
        if self.peek() != Some(end) {
            return Err(format!("`{end}` is missing after `{text}`"));
        }
        self.at += 1;
        Ok(text)
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) -> String {
        let mut text = String::new();
        while let Some(c) = self.peek().filter(|&c| keep(c)) {
            text.push(c);
            self.at += 1;
        }
        text
    }

    fn word(&mut self) -> Result<Node, String> {
        let mut text = String::new();
        while let Some(c) = self.peek() {
            match c {
                '(' => {
                    let inside = {
                        self.at += 1;
                        self.until(')')?
                    };
                    // `(s)?` is what regular expressions have taught everyone to write: it is the letters that are
                    // optional, never the word, which would make half a pattern match nothing.
                    let optional = self.peek() == Some('?');
                    if optional {
                        self.at += 1;
                    }
                    let or_nothing = if optional && inside.contains('|') { "|" } else { "" };
                    text.push_str(&format!("({inside}{or_nothing})"));
                }
                c if c.is_whitespace() || "|)][<>@^$?".contains(c) => break,
                _ => {
                    text.push(c);
                    self.at += 1;
                }
            }
        }
        if text.is_empty() {
            return Err(format!("a word is expected at character {}", self.at + 1));
        }
        let mut branches: Vec<Node> = spellings(&text)?.iter().flat_map(|w| split_word(w)).collect();
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Choice(branches) })
    }
}

/// `n'est` is two words, or one where the apostrophe was forgotten; `allez-vous` is two.
fn split_word(word: &str) -> Vec<Node> {
    let separators = ['\'', '’', '-', ','];
    let parts: Vec<&str> = word.split(separators).filter(|p| !p.is_empty()).collect();
    match parts.as_slice() {
        [] => Vec::new(),
        [one] => vec![Node::Word((*one).to_owned())],
        several => {
            let apart = Node::Sequence(several.iter().map(|p| Node::Word((*p).to_owned())).collect());
            let forgotten = word.contains(['\'', '’']) && several.len() == 2;
            if forgotten { vec![apart, Node::Word(several.concat())] } else { vec![apart] }
        }
    }
}
