/** The sites, in the order they are asked. One that knows its page comes before `generic`, which knows none. */

import { queryDocument } from "../shared/safe-dom";
import { bluesky } from "./bluesky";
import { described } from "./described";
import type { SiteDescription } from "./description";
import { elk } from "./elk";
import { generic } from "./generic";
import { lemmy } from "./lemmy";
import { mastodon } from "./mastodon";
import { phanpy } from "./phanpy";
import { threads } from "./threads";
import type { Site } from "./types";
import { x } from "./x";

/** By name; no two have a host in common, and of two marks in one page the first counts. */
const SITES: readonly SiteDescription[] = [bluesky, elk, lemmy, mastodon, phanpy, threads, x];

function isOn(site: SiteDescription, host: string): boolean {
  return site.hosts.some((name) => (name.startsWith(".") ? host === name.slice(1) || host.endsWith(name) : host === name));
}

/** The site of this host, by its name alone: software anybody may host is only known by its pages. */
export function siteFor(host: string): Site {
  const known = SITES.find((site) => isOn(site, host));
  return known ? described(known) : generic;
}

/** The software that made the page, once the page is there; null when it is none we know. */
export function softwareOf(host: string): Site | null {
  if (SITES.some((site) => isOn(site, host))) return null;
  const known = SITES.find(({ mark }) => mark !== undefined && queryDocument(mark, 1).length > 0);
  return known ? described(known) : null;
}
