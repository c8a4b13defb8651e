/** Keeps the registered content scripts and the open tabs in step with what the user has granted. */

import { changeBetween, desired } from "./origins.ts";
import { broadcastState, grantedOrigins, siteStates } from "./state.ts";
import { tell } from "./tell.ts";

const REGISTRATION_OF_THE_RUN = "settled";

// Two events often come together (install and startup, a grant and another): one after the other, never interleaved.
let queue: Promise<void> = Promise.resolve();

function inTurn(work: () => Promise<void>): Promise<void> {
  queue = queue.then(work).catch((error: unknown) => console.error("Sang-froid:", error));
  return queue;
}

async function registerScripts(): Promise<void> {
  const [registered, granted] = await Promise.all([browser.scripting.getRegisteredContentScripts(), grantedOrigins()]);
  const { add, update, remove } = changeBetween(registered, desired(granted));
  if (remove.length > 0) await browser.scripting.unregisterContentScripts({ ids: remove });
  if (update.length > 0) await browser.scripting.updateContentScripts(update);
  if (add.length > 0) await browser.scripting.registerContentScripts(add);
}

/** Puts the content script into tabs that were open before the grant, or before an update orphaned theirs. */
async function enterOpenTabs(): Promise<void> {
  const [wanted] = desired(await grantedOrigins());
  if (wanted === undefined) return;
  const [stateOf, tabs] = await Promise.all([siteStates(), browser.tabs.query({ url: wanted.matches, discarded: false })]);
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined) return;
      // `null` is the answer of a living content script; an orphan, or nobody, gives none.
      if ((await tell(id, "stateChanged", stateOf(url), 0)) !== undefined) return;
      await browser.scripting
        .executeScript({ target: { tabId: id, allFrames: true }, files: wanted.js, injectImmediately: true })
        .catch(() => undefined); // A tab that shows an error page or a store page cannot be entered.
    }),
  );
}

/** Brings registrations and open tabs in step with the grants. */
export function reconcile(): Promise<void> {
  return inTurn(async () => {
    await registerScripts();
    await enterOpenTabs();
    await broadcastState();
  });
}

/**
 * Reconciles once per run of the extension. `storage.session` is emptied by a browser start, an update, a
 * reload and a disable-enable alike: exactly when registrations or tabs may be out of step.
 */
export async function reconcileOncePerRun(): Promise<void> {
  const stored = await browser.storage.session.get(REGISTRATION_OF_THE_RUN);
  if (stored[REGISTRATION_OF_THE_RUN] === true) return;
  await reconcile();
  await browser.storage.session.set({ [REGISTRATION_OF_THE_RUN]: true });
}

/** Reacts to grants and withdrawals, wherever they are made. */
export function listenToPermissions(): void {
  browser.permissions.onAdded.addListener(() => void reconcile());
  browser.permissions.onRemoved.addListener(() => void reconcile());
}
