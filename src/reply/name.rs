//! The first name of an author, where the displayed name has one.

/// What a displayed name may begin with that is no first name.
const NOT_A_NAME: [&str; 66] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mme",
    "mlle",
    "monsieur",
    "madame",
    "mademoiselle",
    "dr",
    "doc",
    "docteur",
    "doctor",
    "prof",
    "maitre",
    "sir",
    "lady",
    "papa",
    "maman",
    "mum",
    "mom",
    "dad",
    "le",
    "la",
    "les",
    "the",
    "un",
    "une",
    "des",
    "chez",
    "team",
    "club",
    "association",
    "asso",
    "boulangerie",
    "restaurant",
    "cafe",
    "hotel",
    "garage",
    "studio",
    "atelier",
    "salon",
    "cabinet",
    "agence",
    "ecole",
    "mairie",
    "ville",
    "user",
    "utilisateur",
    "client",
    "cliente",
    "customer",
    "guest",
    "anonyme",
    "anonymous",
    "local",
    "guide",
    "admin",
    "page",
    "groupe",
    "group",
    "collectif",
    "official",
    "officiel",
    "moi",
    "me",
];

/// The first name, written as names are; nothing where the name looks like a handle, a title or a business.
pub(crate) fn first_name(author: &str) -> Option<String> {
    let mut words = author.split_whitespace();
    let first = words.next()?;
    if !author.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.')) {
        return None;
    }
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let named = (2..=14).contains(&letters)
        && letters == first.chars().filter(|c| !matches!(c, '-' | '’' | '\'')).count()
        && first.chars().all(is_latin)
        && has_vowel(first)
        && !NOT_A_NAME.contains(&plain(first).as_str());
    let shaped = first.chars().next().is_some_and(char::is_uppercase)
        && (is_all_upper(first) || first.split('-').all(|part| part.chars().skip(1).all(char::is_lowercase)));
    // Two capitals and nothing else are initials.
    let initials = is_all_upper(first) && letters < 3;
    (named && shaped && !initials && words.count() <= 3).then(|| as_a_name(first))
}

fn is_latin(c: char) -> bool {
    c.is_ascii() || ('\u{C0}'..='\u{24F}').contains(&c) || c == '’'
}

fn is_all_upper(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

fn has_vowel(word: &str) -> bool {
    plain(word).contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Without accents and capitals, as far as first names need it.
fn plain(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' | 'í' => 'i',
            'ô' | 'ö' | 'ó' | 'ø' => 'o',
            'ù' | 'û' | 'ü' | 'ú' => 'u',
            other => other,
        })
        .collect()
}

fn as_a_name(word: &str) -> String {
    if !is_all_upper(word) {
        return word.to_owned();
    }
    let parts: Vec<String> =
        word.split('-').map(|part| crate::text::capitalise(&part.to_lowercase())).collect();
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::first_name;

    #[test]
    fn first_names_are_found() {
        for (author, name) in [
            ("Léa M.", "Léa"),
            ("Sophie Martin", "Sophie"),
            ("JEAN-PIERRE DURAND", "Jean-Pierre"),
            ("Anne-Laure", "Anne-Laure"),
            ("Liam O’Brien", "Liam"),
        ] {
            assert_eq!(first_name(author).as_deref(), Some(name), "{author}");
        }
    }

    #[test]
    fn handles_titles_and_businesses_are_not_names() {
        for author in [
            "xX_dark_Xx",
            "lea_m",
            "@lea",
            "Boulangerie Dupont",
            "Mme Martin",
            "J. Dupont",
            "user123",
            "",
            "👑 Queen",
            "JD",
        ] {
            assert_eq!(first_name(author), None, "{author}");
        }
    }
}
