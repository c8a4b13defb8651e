//! How long a text may be on a network, counted as the network counts.

use std::ops::Range;

use crate::wire::Visibility;

/// A link counts as much as this on the networks that shorten links.
const LINK: usize = 23;

/// The most a network takes in a message to one person, where that differs from a reply to all.
fn private_limit(network: &str) -> Option<usize> {
    match network {
        "instagram" => Some(1_000),
        "x" | "twitter" => Some(10_000),
        _ => None,
    }
}

/// The most a network takes in a reply; `None` where none is known.
pub(crate) fn limit(network: Option<&str>, visibility: Visibility) -> Option<usize> {
    let network = network?;
    if visibility == Visibility::Private
        && let Some(most) = private_limit(network)
    {
        return Some(most);
    }
    Some(match network {
        "tiktok" => 150,
        "x" | "twitter" => 280,
        "bluesky" => 300,
        "threads" | "mastodon" => 500,
        "linkedin" => 1_250,
        "instagram" => 2_200,
        "google" => 4_096,
        "facebook" => 8_000,
        "youtube" | "reddit" => 10_000,
        _ => return None,
    })
}

/// The length of a text as a network counts it; `links` are the places of its links, in bytes.
pub(crate) fn length(text: &str, links: &[Range<usize>], network: Option<&str>) -> usize {
    let shortens = matches!(network, Some("x" | "twitter" | "mastodon"));
    let mut total = 0;
    // In order, as the text is.
    let mut links = links.iter().peekable();
    let mut in_cluster = Cluster::default();
    for (at, c) in text.char_indices() {
        while links.next_if(|link| link.end <= at).is_some() {}
        if shortens && let Some(link) = links.peek().filter(|link| link.contains(&at)) {
            total += if link.start == at { LINK } else { 0 };
            continue;
        }
        let begins = in_cluster.begins(c);
        total += match network {
            Some("x" | "twitter") if begins => weight_on_x(c),
            Some("x" | "twitter" | "bluesky") => usize::from(begins),
            // Counted in bytes of UTF-8: « é » is two.
            Some("google") => c.len_utf8(),
            _ => 1,
        };
    }
    total
}

/// Letters with their accents, and emoji joined into one, as readers see them: close to what Unicode calls grapheme
/// clusters, for the scripts and the emoji people write to brands with.
#[derive(Default)]
struct Cluster {
    joined: bool,
    /// One half of a flag stands before.
    half_flag: bool,
}

impl Cluster {
    /// Whether a character begins something a reader counts.
    fn begins(&mut self, c: char) -> bool {
        let code = u32::from(c);
        let joiner = code == 0x200D;
        let mark = matches!(code, 0x300..=0x36F | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0x1F3FB..=0x1F3FF | 0xE0020..=0xE007F);
        let flag = matches!(code, 0x1F1E6..=0x1F1FF);
        let continues = joiner || mark || self.joined || (flag && self.half_flag);
        self.half_flag = flag && !self.half_flag;
        self.joined = joiner;
        !continues
    }
}

/// X counts Latin letters and common marks once; ideograms, emoji and the rest twice.
fn weight_on_x(c: char) -> usize {
    match u32::from(c) {
        0..=0x10FF | 0x2000..=0x200D | 0x2010..=0x201F | 0x2032..=0x2037 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::{Range, length, limit};
    use crate::wire::Visibility::{Private, Public};

    #[test]
    fn each_network_counts_in_its_own_way() {
        let link = "https://marque.example/une/page/assez/longue/pour/le/voir";
        let text = format!("Voir {link}");
        let links = vec![Range { start: 5, end: text.len() }];
        assert_eq!(length(&text, &links, Some("x")), 5 + 23);
        assert_eq!(length(&text, &links, Some("mastodon")), 5 + 23);
        assert_eq!(length(&text, &links, Some("facebook")), text.len());
        assert_eq!(length("日本", &[], Some("x")), 4);
        assert_eq!(length("👩‍👩‍👧‍👦", &[], Some("x")), 2);
        assert_eq!(length("👩‍👩‍👧‍👦 👍🏽 🇫🇷 e\u{301}", &[], Some("bluesky")), 7);
        assert_eq!(length("été", &[], Some("threads")), 3);
        assert_eq!(length("été", &[], Some("google")), 5);
    }

    #[test]
    fn unknown_networks_have_no_limit() {
        assert_eq!(limit(Some("forum"), Public), None);
        assert_eq!(limit(None, Public), None);
        assert_eq!(limit(Some("tiktok"), Public), Some(150));
        assert_eq!(limit(Some("x"), Public), Some(280));
        assert_eq!(limit(Some("x"), Private), Some(10_000));
    }
}
