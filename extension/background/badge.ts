/** The mark on the toolbar button: a dot where Sang-froid watches, two bars during a pause, nothing elsewhere. */

import type { SiteState } from "../shared/messages.ts";

const WATCHING = "•";
const PAUSED = "II";

/** Shows the state of a tab on the toolbar button. The browser itself forgets it when the tab navigates. */
export async function showBadge(tabId: number, state: SiteState): Promise<void> {
  const text = state.pausedUntil !== null ? PAUSED : state.active ? WATCHING : "";
  try {
    await browser.action.setBadgeText({ tabId, text });
    if (text === "") return;
    await browser.action.setBadgeBackgroundColor({ tabId, color: text === PAUSED ? "#8a5a00" : "#0e6b6b" });
    await browser.action.setBadgeTextColor({ tabId, color: "#ffffff" });
  } catch {
    // The tab was closed meanwhile.
  }
}
