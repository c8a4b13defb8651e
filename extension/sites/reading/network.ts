/** The network a host belongs to; `web` for all others. */

const NETWORKS: ReadonlyArray<readonly [string, RegExp]> = [
  ["facebook", /(^|\.)(facebook|messenger)\.com$/],
  ["x", /(^|\.)(x|twitter)\.com$/],
  ["instagram", /(^|\.)instagram\.com$/],
  ["threads", /(^|\.)threads\.(net|com)$/],
  ["linkedin", /(^|\.)linkedin\.com$/],
  ["youtube", /(^|\.)youtube\.com$/],
  ["tiktok", /(^|\.)tiktok\.com$/],
  ["reddit", /(^|\.)reddit\.com$/],
  ["bluesky", /(^|\.)bsky\.app$/],
  ["mastodon", /(^|\.)mastodon\.|(^|\.)(mstdn|mas)\.|^(piaille\.fr|phanpy\.social|elk\.zone)$/],
  ["google", /(^|\.)google\.[a-z.]+$/],
  ["trustpilot", /(^|\.)trustpilot\.com$/],
];

/** The network of this host. */
export function networkOf(host: string): string {
  return NETWORKS.find(([, pattern]) => pattern.test(host))?.[0] ?? "web";
}
