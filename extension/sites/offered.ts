/** How the script of a network hands its description to the content script, which comes after it in the same world. */

import type { SiteDescription } from "./description";

const MARK = Symbol.for("sang-froid.network");
const world = globalThis as { [MARK]?: SiteDescription };

/** Called by the script of a network. */
export function offer(site: SiteDescription): void {
  world[MARK] = site;
}

/** The description that came before us; null on hosts that have none. */
export function offered(): SiteDescription | null {
  return world[MARK] ?? null;
}
