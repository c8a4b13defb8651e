/** The site that reads a page: that of its network, else that of the software that made it, else the generic one. */

import { queryDocument } from "../shared/safe-dom";
import { described } from "./described";
import { generic } from "./generic";
import { offered } from "./offered";
import { SOFTWARE } from "./software";
import type { Site } from "./types";

/** The site of this host, by its name alone: software anybody may host is only known by its pages. */
export function siteFor(host: string): Site {
  const known = [offered(), ...SOFTWARE].find((site) => site?.hosts.includes(host));
  return known ? described(known) : generic;
}

/** The software that made the page, once the page is there; null when it is none we know. */
export function softwareOf(site: Site): Site | null {
  if (site !== generic) return null;
  const known = SOFTWARE.find(({ mark }) => mark !== undefined && queryDocument(mark, 1).length > 0);
  return known ? described(known) : null;
}
