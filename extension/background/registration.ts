/** Keeps the registered content scripts and the open tabs in step with what the user has granted. */

import { changeBetween, desired, scriptsFor } from "./origins.ts";
import { broadcastState, grantedOrigins, siteStates } from "./state.ts";
import { tell } from "./tell.ts";
import { turns, unattended } from "./turns.ts";

const DONE_IN_THIS_RUN = "reconciled";

// Two events often come together: install and startup, a grant and another.
const inTurn = turns();

async function registerScripts(): Promise<void> {
  const [registered, granted] = await Promise.all([browser.scripting.getRegisteredContentScripts(), grantedOrigins()]);
  const { add, update, remove } = changeBetween(registered, desired(granted));
  if (remove.length > 0) await browser.scripting.unregisterContentScripts({ ids: remove });
  if (update.length > 0) await browser.scripting.updateContentScripts(update);
  if (add.length > 0) await browser.scripting.registerContentScripts(add);
}

/** Puts the content script into tabs that were open before the grant, or before an update orphaned theirs. */
async function enterOpenTabs(): Promise<void> {
  const url = desired(await grantedOrigins()).flatMap(({ matches }) => matches);
  if (url.length === 0) return;
  const [stateOf, tabs] = await Promise.all([siteStates(), browser.tabs.query({ url, discarded: false })]);
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined) return;
      // `null` is the answer of a living content script; an orphan, or nobody, gives none.
      if ((await tell(id, "stateChanged", stateOf(url), 0)) !== undefined) return;
      await browser.scripting
        .executeScript({ target: { tabId: id, allFrames: true }, files: scriptsFor(url), injectImmediately: true })
        .catch(() => undefined); // A tab that shows an error page or a store page cannot be entered.
    }),
  );
}

async function bringInStep(): Promise<void> {
  await registerScripts();
  await enterOpenTabs();
  await broadcastState();
}

/** Brings registrations and open tabs in step with the grants. */
export function reconcile(): Promise<void> {
  return inTurn(bringInStep);
}

/**
 * Reconciles once per run of the extension. `storage.session` is emptied by a browser start, an update, a
 * reload and a disable-enable alike: exactly when registrations or tabs may be out of step.
 */
export function reconcileOncePerRun(): Promise<void> {
  return inTurn(async () => {
    const stored = await browser.storage.session.get(DONE_IN_THIS_RUN);
    if (stored[DONE_IN_THIS_RUN] === true) return;
    await bringInStep();
    await browser.storage.session.set({ [DONE_IN_THIS_RUN]: true });
  });
}

/** Reacts to grants and withdrawals, wherever they are made. */
export function listenToPermissions(): void {
  const react = () => unattended(reconcile());
  browser.permissions.onAdded.addListener(react);
  browser.permissions.onRemoved.addListener(react);
}
