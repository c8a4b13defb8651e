//! Which words of a sentence are denied: "vous n'êtes pas idiot", "nobody is lying".

use super::fold::Folded;
use super::letters;
use super::token::{Token, TokenKind};

/// How many words a negative word reaches, forward.
const REACH: u8 = 6;

const NEGATIVE: [&[u8]; 22] = [
    b"pas",
    b"jamais",
    b"aucun",
    b"aucune",
    b"aucunement",
    b"nullement",
    b"ni",
    b"sans",
    b"guere",
    b"nul",
    b"not",
    b"no",
    b"never",
    b"nobody",
    b"none",
    b"neither",
    b"nor",
    b"without",
    b"hardly",
    b"cannot",
    b"nothing",
    b"rien",
];

/// English `n't` leaves these before the apostrophe; French `n'` stands alone.
const CONTRACTED: [&[u8]; 20] = [
    b"don", b"doesn", b"didn", b"isn", b"aren", b"wasn", b"weren", b"won", b"wouldn", b"couldn", b"shouldn",
    b"haven", b"hasn", b"hadn", b"can", b"ain", b"dont", b"isnt", b"arent", b"wont",
];

/// Marks the tokens that come after a negative word of their clause.
pub(crate) fn mark(tokens: &mut [Token], folded: &Folded) {
    let mut left = 0u8;
    let mut before: &[u8] = b"";
    for token in tokens {
        match token.kind {
            TokenKind::Mark(b'.' | b',' | b';' | b':' | b'!' | b'?' | b'(' | b')') => left = 0,
            TokenKind::Word => {
                let word = letters(folded, token);
                token.negated = left > 0;
                left = left.saturating_sub(1);
                let negative = NEGATIVE.contains(&word)
                    // « vous êtes nul » insults, « nul besoin » denies: only at the head of a clause.
                    && (word != b"nul" || before.is_empty())
                    // "no wonder", "not only", « pas seulement », « sans doute » deny nothing.
                    || word == b"t" && CONTRACTED.contains(&before)
                    || word.len() > 3 && CONTRACTED.get(16..).is_some_and(|c| c.contains(&word));
                if matches!(
                    word,
                    b"only"
                        | b"seulement"
                        | b"uniquement"
                        | b"que"
                        | b"but"
                        | b"mais"
                        | b"doute"
                        | b"wonder"
                        | b"et"
                        | b"and"
                        | b"donc"
                        | b"so"
                        | b"because"
                        | b"qu"
                ) {
                    left = 0;
                }
                if negative {
                    left = REACH;
                }
                before = word;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Text;

    fn negated(text: &str) -> Vec<String> {
        let read = Text::read(text, None);
        read.tokens
            .iter()
            .filter(|t| t.negated)
            .map(|t| text[t.start as usize..t.end as usize].to_owned())
            .collect()
    }

    #[test]
    fn negative_words_reach_to_the_end_of_the_clause() {
        assert_eq!(negated("Vous n'êtes pas un idiot, vous êtes drôle"), ["un", "idiot"]);
        assert_eq!(negated("You aren't stupid but late"), ["stupid", "but"]);
    }

    #[test]
    fn some_negative_words_deny_nothing() {
        assert_eq!(negated("not only late"), ["only"]);
        assert!(negated("vous êtes nul ce soir").is_empty());
    }
}
