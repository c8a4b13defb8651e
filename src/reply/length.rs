//! Whether a reply fits where it is to be posted.

use crate::network;
use crate::wire::Visibility;

/// Where nothing is known of the network, and where it would take more than anyone reads.
const ORDINARY: usize = 1_000;

/// The most a suggested reply may count.
pub(super) fn limit(network: Option<&str>) -> usize {
    network::limit(network, Visibility::Public).map_or(ORDINARY, |most| most.min(ORDINARY))
}

/// Whether a text fits. Suggestions hold no links.
pub(super) fn fits(text: &str, network: Option<&str>) -> bool {
    network::length(text, &[], network) <= limit(network)
}
