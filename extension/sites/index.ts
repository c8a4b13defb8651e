/** The sites, in the order they are asked. One that knows its page comes before `generic`, which knows none. */

import { queryDocument } from "../shared/safe-dom";
import { bluesky } from "./bluesky";
import { described } from "./described";
import type { SiteDescription } from "./description";
import { discourse } from "./discourse";
import { elk } from "./elk";
import { facebook } from "./facebook";
import { generic } from "./generic";
import { google } from "./google";
import { instagram } from "./instagram";
import { lemmy } from "./lemmy";
import { linkedin } from "./linkedin";
import { mastodon } from "./mastodon";
import { metaBusiness } from "./meta-business";
import { phanpy } from "./phanpy";
import { reddit } from "./reddit";
import { threads } from "./threads";
import { tiktok } from "./tiktok";
import type { Site } from "./types";
import { x } from "./x";
import { youtube } from "./youtube";

/** By name; no two have a host in common, and of two marks in one page the first counts. */
const SITES: readonly SiteDescription[] = [
  bluesky, discourse, elk, facebook, google, instagram, lemmy, linkedin, mastodon, metaBusiness, phanpy, reddit, threads, tiktok, x, youtube,
];

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
