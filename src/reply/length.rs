//! How long a reply may be on a network, counted as the network counts.

/// Where nothing is known of the network.
const ORDINARY: usize = 1_000;

/// The most a network takes.
pub(super) fn limit(network: Option<&str>) -> usize {
    match network {
        Some("tiktok") => 150,
        Some("x") => 280,
        Some("bluesky") => 300,
        Some("threads" | "mastodon") => 500,
        _ => ORDINARY,
    }
}

/// Whether a text fits.
pub(super) fn fits(text: &str, network: Option<&str>) -> bool {
    let weight = |c: char| if network == Some("x") { weight_on_x(c) } else { 1 };
    text.chars().map(weight).sum::<usize>() <= limit(network)
}

/// X counts Latin letters and common marks once, everything else twice.
fn weight_on_x(c: char) -> usize {
    match u32::from(c) {
        0..=0x10FF | 0x2000..=0x200D | 0x2010..=0x201F | 0x2032..=0x2037 => 1,
        _ => 2,
    }
}
