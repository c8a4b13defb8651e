//! What a reply takes up of the words of a comment: the same word, or one of its family.

use crate::text::{Text, TokenKind};

/// Words too common to show that the comment was read.
const COMMON: [&str; 196] = [
    "vous", "votre", "vos", "nous", "notre", "nos", "avec", "pour", "dans", "sans", "plus", "bien", "tout",
    "tous", "toute", "toutes", "cette", "ceux", "cela", "mais", "donc", "comme", "aussi", "alors", "encore",
    "meme", "tres", "trop", "leur", "leurs", "elle", "elles", "sont", "etre", "avoir", "avez", "avons",
    "suis", "etes", "fait", "faire", "faites", "peut", "peux", "pouvez", "quand", "quoi", "dont", "chez",
    "depuis", "apres", "avant", "entre", "sous", "vers", "pendant", "parce", "deja", "jamais", "toujours",
    "rien", "personne", "bonjour", "bonsoir", "salut", "merci", "madame", "monsieur", "message", "messages",
    "prive", "service", "client", "clients", "cliente", "jour", "jours", "fois", "chose", "autre", "autres",
    "moins", "etait", "etaient", "serait", "sera", "comment", "pourquoi", "combien", "quel", "quelle",
    "quels", "quelles", "your", "yours", "with", "that", "this", "these", "those", "have", "been", "were",
    "will", "would", "could", "should", "about", "from", "they", "them", "their", "there", "here", "what",
    "when", "where", "which", "while", "ours", "just", "very", "much", "more", "most", "some", "than",
    "then", "also", "only", "even", "still", "into", "over", "after", "before", "again", "being", "does",
    "doing", "dont", "cant", "isnt", "hello", "dear", "thank", "thanks", "please", "customer", "team",
    "time", "times", "days", "ones", "make", "made", "want", "need", "like", "know", "good", "back", "sorry",
    "desole", "desoles", "excuses", "pardon", "each", "every", "because", "anything", "nothing", "someone",
    "hola", "really", "vraiment", "quelque", "hour", "hours", "heure", "heures", "minute", "minutes", "week",
    "weeks", "semaine", "semaines", "mois", "month", "months", "year", "years", "annee", "ans", "today",
    "demain",
];
/// Shorter words say little.
const SHORTEST: usize = 4;
/// A longer beginning in common is enough for two words to be of one family.
const FAMILY: usize = 5;

/// The words of `reply` that take up one of `comment`.
pub(super) fn count(comment: &Text<'_>, reply: &Text<'_>) -> usize {
    let told = words(comment);
    let said = words(reply);
    said.iter().filter(|word| told.iter().any(|other| same_family(word, other))).count()
}

fn words<'t>(text: &'t Text<'_>) -> Vec<&'t [u8]> {
    text.tokens
        .iter()
        .filter_map(|token| {
            let letters = text.letters(token);
            let word = letters.len() >= SHORTEST && !COMMON.iter().any(|c| c.as_bytes() == letters);
            let kept = (token.kind == TokenKind::Word && word) || token.kind == TokenKind::Number;
            kept.then_some(letters)
        })
        .collect()
}

fn same_family(a: &[u8], b: &[u8]) -> bool {
    let common = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    common >= FAMILY || common == long || (common >= SHORTEST && common + 1 >= short && long - common <= 3)
}

#[cfg(test)]
mod tests {
    use super::count;
    use crate::text::Text;

    #[test]
    fn families_of_words_are_taken_up() {
        let echoes = |comment, reply| count(&Text::read(comment, None), &Text::read(reply, None));
        assert_eq!(echoes("Ma robe est tachée", "Une robe neuve tachée, c'est décevant."), 2);
        assert_eq!(echoes("Parcel arrived broken", "A broken parcel is infuriating."), 2);
        assert_eq!(echoes("Vendeur très désagréable", "Nous avons 12 magasins à votre service."), 0);
    }
}
