/** The state of a site, computed afresh each time: nothing here survives, so nothing can be stale. */

import type { SiteState } from "../shared/messages.ts";
import { showBadge } from "./badge.ts";
import { presentShortcuts } from "./commands.ts";
import { isGranted } from "./origins.ts";
import { runningPause } from "./pause.ts";
import { readSettings } from "./settings.ts";
import { tell } from "./tell.ts";

/** The origins the user has granted. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Whether `address` is a page of the extension itself. */
export function isOurs(address: string | undefined): boolean {
  return address?.startsWith(browser.runtime.getURL("")) === true;
}

/** A function from an address to the state of its site, for one moment. */
export async function siteStates(): Promise<(address: string | undefined) => SiteState> {
  const [granted, settings, shortcuts] = await Promise.all([grantedOrigins(), readSettings(), presentShortcuts()]);
  const pausedUntil = runningPause(settings.pausedUntil, Date.now());
  return (address) => ({
    active: pausedUntil === null && (isOurs(address) || isGranted(address, granted)),
    pausedUntil,
    breathSeconds: settings.breathSeconds,
    shortcuts,
  });
}

/** Tells every tab where it stands. A tab whose address we may not see is not granted, hence off. */
export async function broadcastState(): Promise<void> {
  const [stateOf, tabs] = await Promise.all([siteStates(), browser.tabs.query({})]);
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined) return;
      await Promise.all([tell(id, "stateChanged", stateOf(url)), showBadge(id, stateOf(url))]);
    }),
  );
}
