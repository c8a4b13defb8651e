//! Tokens: words, numbers, links, handles, emoji and marks, with their place in the source.

use super::fold::{CAPITAL, Folded};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, perhaps with mask characters among them.
    Word,
    /// Digits with their separators and unit (`24h`, `9,90`).
    Number,
    /// A link or a bare domain.
    Url,
    /// `@someone`
    Mention,
    /// `#something`
    Hashtag,
    /// An e-mail address.
    Email,
    /// One emoji, however many characters it is made of.
    Emoji,
    /// A mark; the byte is its ASCII stand-in (see [`mark`]).
    Mark(u8),
    /// The end of a line.
    Break,
}

/// ASCII stand-ins of marks that have none, or several forms.
pub(crate) mod mark {
    /// `…` or `...`
    pub(crate) const ELLIPSIS: u8 = b'~';
    /// `«` or `“`
    pub(crate) const QUOTE_OPEN: u8 = b'{';
    /// `»` or `”`
    pub(crate) const QUOTE_CLOSE: u8 = b'}';
    /// `–` or `—`
    pub(crate) const DASH: u8 = b'_';
    /// Any other sign.
    pub(crate) const OTHER: u8 = b'\\';
}

/// A word, a number, a mark… of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Byte offsets in the source.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Byte offsets in the folded text.
    pub(crate) folded_start: u32,
    pub(crate) folded_end: u32,
    pub(crate) kind: TokenKind,
    /// The first letter is a capital.
    pub(crate) capitalised: bool,
    /// All letters are capitals, and there are at least two.
    pub(crate) all_capitals: bool,
    /// Holds mask characters (`*`, `@`, digits) among its letters, or is letters set apart (`c.o.n`).
    pub(crate) masked: bool,
    /// Inside quotation marks or a quoted line.
    pub(crate) quoted: bool,
    /// Comes after a negative word of its clause.
    pub(crate) negated: bool,
    /// Comes right after a mark that separates clauses.
    pub(crate) after_mark: bool,
}

impl Token {
    /// Whether it is read by the automaton (marks and line ends are not).
    pub(crate) fn is_read(&self) -> bool {
        !matches!(self.kind, TokenKind::Mark(_) | TokenKind::Break)
    }

    /// The mark it is, if it is one.
    pub(crate) fn mark(&self) -> Option<u8> {
        match self.kind {
            TokenKind::Mark(byte) => Some(byte),
            _ => None,
        }
    }
}

/// Cuts a folded text into tokens.
pub(crate) fn tokenise(source: &str, folded: &Folded) -> Vec<Token> {
    let mut tokeniser = Tokeniser {
        source,
        folded,
        bytes: &folded.bytes,
        at: 0,
        chunk_end: 0,
        tokens: Vec::with_capacity(folded.bytes.len() / 4 + 4),
    };
    tokeniser.run();
    tokeniser.tokens
}

struct Tokeniser<'t> {
    source: &'t str,
    folded: &'t Folded,
    bytes: &'t [u8],
    at: usize,
    /// Special tokens are only looked for once per run of non-blank characters.
    chunk_end: usize,
    tokens: Vec<Token>,
}

const DOMAIN_ENDINGS: [&str; 29] = [
    "com", "fr", "net", "org", "be", "ch", "ca", "eu", "io", "co", "uk", "app", "info", "shop", "me", "ly",
    "gl", "tv", "de", "es", "it", "qc", "lu", "au", "us", "biz", "gouv", "dev", "example",
];

impl Tokeniser<'_> {
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn run(&mut self) {
        while self.at < self.bytes.len() {
            let byte = self.byte(self.at);
            if byte == b'\n' || byte == b'\r' {
                self.push(self.at + 1, TokenKind::Break);
            } else if byte.is_ascii_whitespace() || byte.is_ascii_control() {
                self.at += 1;
            } else if self.at >= self.chunk_end && self.special() {
            } else if byte.is_ascii_lowercase() {
                self.word();
            } else if byte.is_ascii_digit() {
                self.number();
            } else if byte.is_ascii() {
                self.ascii_mark(byte);
            } else {
                self.other();
            }
        }
    }

    /// Pushes the token from here to `end` (in folded bytes) and goes on after it.
    fn push(&mut self, end: usize, kind: TokenKind) {
        let range = self.at..end;
        let marks = self.folded.marks.get(range.clone()).unwrap_or_default();
        let bytes = self.bytes.get(range).unwrap_or_default();
        let mut letters = 0;
        let mut capitals = 0;
        for (byte, mark) in bytes.iter().zip(marks) {
            letters += usize::from(byte.is_ascii_lowercase());
            capitals += usize::from(mark & CAPITAL != 0);
        }
        self.tokens.push(Token {
            start: self.folded.origin_after(self.at, self.source.len()),
            end: self.folded.origin_after(end, self.source.len()),
            folded_start: self.at as u32,
            folded_end: end as u32,
            kind,
            capitalised: marks.first().is_some_and(|m| m & CAPITAL != 0),
            all_capitals: letters >= 2 && capitals >= letters,
            masked: false,
            quoted: false,
            negated: false,
            after_mark: self.follows_mark(),
        });
        self.at = end;
    }

    /// A mark that parts what is said stands just before: no comma, nor the apostrophe or hyphen inside a word.
    fn follows_mark(&self) -> bool {
        let Some(mark) = self.tokens.last().filter(|t| !t.is_read()) else { return false };
        let joins = matches!(mark.mark(), Some(b'\'' | b'-'))
            && mark.folded_end as usize == self.at
            && self
                .tokens
                .iter()
                .rev()
                .nth(1)
                .is_some_and(|t| t.is_read() && t.folded_end == mark.folded_start);
        // "£50", "20 % off", « n° 12 »: signs that belong to what is said.
        let sign = self.source.get(mark.start as usize..mark.end as usize);
        let said = matches!(sign, Some("," | "$" | "£" | "€" | "%" | "°" | "&" | "+" | "#"));
        !said && !joins
    }

    /// Links, addresses, handles and hashtags, recognised from the whole run of non-blank characters.
    fn special(&mut self) -> bool {
        let first = self.byte(self.at);
        if !first.is_ascii_alphanumeric() && !matches!(first, b'@' | b'#') {
            return false;
        }
        let mut end = self.at;
        let (mut at_sign, mut dot, mut slashes) = (None, false, false);
        while end < self.bytes.len() && !self.byte(end).is_ascii_whitespace() {
            match self.byte(end) {
                b'@' if end > self.at => at_sign = Some(end),
                b'.' => dot = true,
                b'/' if self.byte(end + 1) == b'/' => slashes = true,
                _ => {}
            }
            end += 1;
        }
        self.chunk_end = end;
        let handle = matches!(first, b'@' | b'#') && {
            let next = self.byte(self.at + 1);
            next.is_ascii_alphanumeric() || next == b'_' || next >= 0x80
        };
        if handle {
            let mut stop = self.at + 1;
            while stop < end && is_handle_byte(self.byte(stop)) {
                stop += 1;
            }
            while stop > self.at + 2 && matches!(self.byte(stop - 1), b'.' | b'-') {
                stop -= 1;
            }
            self.push(stop, if first == b'@' { TokenKind::Mention } else { TokenKind::Hashtag });
            return true;
        }
        if !dot && !slashes {
            return false;
        }
        let mut stop = end;
        while stop > self.at && b".,;:!?)]}\"'>".contains(&self.byte(stop - 1)) {
            stop -= 1;
        }
        let chunk = self.bytes.get(self.at..stop).unwrap_or_default();
        let kind = if slashes && first.is_ascii_lowercase() {
            TokenKind::Url
        } else if at_sign.is_some_and(|at| self.bytes.get(at..stop).is_some_and(|b| b.contains(&b'.'))) {
            TokenKind::Email
        } else if chunk.starts_with(b"www.") || is_domain(chunk) {
            TokenKind::Url
        } else {
            return false;
        };
        self.push(stop, kind);
        true
    }

    fn word(&mut self) {
        if let Some(end) = self.letters_apart() {
            self.push(end, TokenKind::Word);
            if let Some(token) = self.tokens.last_mut() {
                token.masked = true;
            }
            return;
        }
        let mut end = self.at;
        let mut masked = false;
        loop {
            let byte = self.byte(end);
            if byte.is_ascii_lowercase() {
                end += 1;
            } else if byte.is_ascii_digit()
                || byte == b'*'
                || matches!(byte, b'@' | b'$' | b'!' | b'#' | b'+') && self.byte(end + 1).is_ascii_lowercase()
            {
                masked = true;
                end += 1;
            } else {
                break;
            }
        }
        // A star at the end is a footnote or emphasis, unless there are several.
        if self.byte(end - 1) == b'*' && self.byte(end.saturating_sub(2)) != b'*' {
            end -= 1;
            masked = self.bytes.get(self.at..end).is_some_and(|w| !w.iter().all(u8::is_ascii_lowercase));
        }
        self.push(end, TokenKind::Word);
        if let Some(token) = self.tokens.last_mut() {
            token.masked = masked;
        }
    }

    /// `c.o.n`, `c-o-n`, `c o n n a r d`: single letters with one separator between them.
    fn letters_apart(&self) -> Option<usize> {
        let separator = self.byte(self.at + 1);
        let needed = match separator {
            b'.' | b'-' | b'_' | b'*' => 3,
            b' ' => 4,
            _ => return None,
        };
        let mut end = self.at + 1;
        let mut letters = 1;
        while self.byte(end) == separator
            && self.byte(end + 1).is_ascii_lowercase()
            && !self.byte(end + 2).is_ascii_alphanumeric()
        {
            letters += 1;
            end += 2;
        }
        (letters >= needed).then_some(end)
    }

    fn number(&mut self) {
        let mut end = self.at;
        loop {
            let byte = self.byte(end);
            let joins =
                matches!(byte, b'.' | b',' | b':' | b'/' | b'-') && self.byte(end + 1).is_ascii_digit();
            if byte.is_ascii_alphanumeric() || joins {
                end += 1;
            } else {
                break;
            }
        }
        let text = self.bytes.get(self.at..end).unwrap_or_default();
        let letters = text.iter().filter(|b| b.is_ascii_lowercase()).count();
        // `5hit` is a masked word, `24h` and `2nd` are numbers.
        if letters >= 3 && letters + 2 >= text.len() {
            self.push(end, TokenKind::Word);
            if let Some(token) = self.tokens.last_mut() {
                token.masked = true;
            }
        } else {
            self.push(end, TokenKind::Number);
        }
    }

    fn ascii_mark(&mut self, byte: u8) {
        if byte == b'.' && self.byte(self.at + 1) == b'.' {
            let mut end = self.at;
            while self.byte(end) == b'.' {
                end += 1;
            }
            return self.push(end, TokenKind::Mark(mark::ELLIPSIS));
        }
        let kind = match byte {
            b'{' | b'}' | b'~' | b'_' | b'\\' => mark::OTHER,
            _ => byte,
        };
        self.push(self.at + 1, TokenKind::Mark(kind));
    }

    /// Anything that is not ASCII after folding: marks, emoji, other scripts.
    fn other(&mut self) {
        let Some(c) = self.char_at(self.at) else {
            self.at += 1;
            return;
        };
        let end = self.at + c.len_utf8();
        let sign = match c {
            '…' => Some(mark::ELLIPSIS),
            '«' | '“' | '„' | '‹' => Some(mark::QUOTE_OPEN),
            '»' | '”' | '›' => Some(mark::QUOTE_CLOSE),
            '–' | '—' => Some(mark::DASH),
            '¿' | '¡' => Some(mark::OTHER),
            '！' | '‼' => Some(b'!'),
            '？' | '⁇' => Some(b'?'),
            _ => None,
        };
        if let Some(sign) = sign {
            return self.push(end, TokenKind::Mark(sign));
        }
        if is_emoji(c) {
            return self.emoji(end);
        }
        if c.is_alphanumeric() {
            let mut end = end;
            while let Some(next) = self.char_at(end).filter(|c| c.is_alphanumeric()) {
                end += next.len_utf8();
            }
            return self.push(end, TokenKind::Word);
        }
        self.push(end, TokenKind::Mark(mark::OTHER));
    }

    /// Emoji joined by a zero-width joiner are one.
    fn emoji(&mut self, first_end: usize) {
        let mut end = first_end;
        loop {
            let source_end = self.folded.origin_after(end, self.source.len()) as usize;
            let joined = self.source.get(..source_end).is_some_and(|s| s.ends_with('\u{200D}'));
            match self.char_at(end).filter(|&c| joined && is_emoji(c)) {
                Some(c) => end += c.len_utf8(),
                None => break,
            }
        }
        self.push(end, TokenKind::Emoji);
    }

    fn char_at(&self, at: usize) -> Option<char> {
        let bytes = self.bytes.get(at..self.bytes.len().min(at + 4))?;
        let valid = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(e) => std::str::from_utf8(bytes.get(..e.valid_up_to())?).ok()?,
        };
        valid.chars().next()
    }
}

fn is_handle_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-') || byte >= 0x80
}

fn is_domain(chunk: &[u8]) -> bool {
    let host = chunk.split(|&b| b == b'/').next().unwrap_or_default();
    let mut labels = host.rsplit(|&b| b == b'.');
    let ending = labels.next().unwrap_or_default();
    let name = labels.next().unwrap_or_default();
    name.len() >= 2
        && host.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'))
        && DOMAIN_ENDINGS.iter().any(|known| known.as_bytes() == ending)
}

fn is_emoji(c: char) -> bool {
    matches!(c as u32,
        0x1F000..=0x1FAFF | 0x2600..=0x27BF | 0x2300..=0x23FF | 0x2B05..=0x2B55 | 0x3030 | 0x303D | 0x3297 | 0x3299
        | 0x203C | 0x2049 | 0x2934..=0x2935 | 0xE0020..=0xE007F)
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    fn kinds(text: &str) -> Vec<(TokenKind, &str)> {
        tokenise(text, &fold(text))
            .iter()
            .map(|t| (t.kind, &text[t.start as usize..t.end as usize]))
            .collect()
    }

    fn words(text: &str) -> Vec<&str> {
        kinds(text).into_iter().filter(|(k, _)| *k == TokenKind::Word).map(|(_, t)| t).collect()
    }

    #[test]
    fn elision_and_hyphen_part_words() {
        assert_eq!(
            words("L’été, c'est-à-dire l'an dernier"),
            ["L", "été", "c", "est", "à", "dire", "l", "an", "dernier"]
        );
    }

    #[test]
    fn masked_words_hold_together() {
        assert_eq!(
            words("P*tain de c.o.n, sh1t f***ing dumb@ss 5hit"),
            ["P*tain", "de", "c.o.n", "sh1t", "f***ing", "dumb@ss", "5hit"]
        );
        assert_eq!(words("prix* voir bas de page"), ["prix", "voir", "bas", "de", "page"]);
    }

    #[test]
    fn addresses_and_handles_are_not_words() {
        let found: Vec<_> =
            kinds("@marie voyez https://exemple.fr/a?b=1, a.b@exemple.com #sav 9,90 € (bonjour.fr).")
                .into_iter()
                .filter(|(k, _)| !matches!(k, TokenKind::Mark(_) | TokenKind::Word))
                .collect();
        assert_eq!(
            found,
            [
                (TokenKind::Mention, "@marie"),
                (TokenKind::Url, "https://exemple.fr/a?b=1"),
                (TokenKind::Email, "a.b@exemple.com"),
                (TokenKind::Hashtag, "#sav"),
                (TokenKind::Number, "9,90"),
                (TokenKind::Url, "bonjour.fr"),
            ]
        );
    }

    #[test]
    fn an_emoji_is_one_token_however_it_is_made() {
        let found: Vec<_> = kinds("👨‍👩‍👧 👍🏽 ❤️").into_iter().map(|(k, t)| (k, t.trim_end())).collect();
        assert_eq!(found, [(TokenKind::Emoji, "👨‍👩‍👧"), (TokenKind::Emoji, "👍🏽"), (TokenKind::Emoji, "❤️")]);
    }
}
