/** The networks offered on the onboarding page, and the hosts each of them needs. */

import type { MessageKey } from "../shared/i18n.ts";

/** One network one can switch on. */
export interface Network {
  id: string;
  /** Its own name, or the message that names it. */
  name: string | { key: MessageKey };
  hosts: readonly string[];
}

/** In the order in which community managers use them most. */
export const NETWORKS: readonly Network[] = [
  { id: "facebook", name: "Facebook", hosts: ["www.facebook.com", "business.facebook.com", "web.facebook.com"] },
  { id: "instagram", name: "Instagram", hosts: ["www.instagram.com"] },
  { id: "x", name: "X (Twitter)", hosts: ["x.com", "twitter.com"] },
  { id: "linkedin", name: "LinkedIn", hosts: ["www.linkedin.com"] },
  { id: "youtube", name: "YouTube", hosts: ["www.youtube.com", "studio.youtube.com"] },
  { id: "tiktok", name: "TikTok", hosts: ["www.tiktok.com"] },
  { id: "google", name: { key: "networkGoogleReviews" }, hosts: ["business.google.com", "www.google.com"] },
  { id: "trustpilot", name: "Trustpilot", hosts: ["businessapp.b2b.trustpilot.com", "business.trustpilot.com"] },
  { id: "threads", name: "Threads", hosts: ["www.threads.com", "www.threads.net"] },
  { id: "bluesky", name: "Bluesky", hosts: ["bsky.app"] },
  { id: "mastodon", name: "Mastodon", hosts: ["mastodon.social", "phanpy.social", "elk.zone"] },
  { id: "reddit", name: "Reddit", hosts: ["www.reddit.com", "sh.reddit.com", "old.reddit.com"] },
];

/** The permission patterns of a network. */
export function patternsOf(network: Network): string[] {
  return network.hosts.map((host) => `https://${host}/*`);
}
