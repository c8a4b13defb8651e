/**
 * The mark on the toolbar button: a dot where Sang-froid watches, two bars during a pause, an exclamation mark where
 * the page keeps hiding what we show, nothing elsewhere. The browser itself forgets it when the tab navigates.
 */

import type { SiteState } from "../shared/messages.ts";

const WATCHING = "•";
const PAUSED = "II";
const DISTURBED = "!";

const COLORS: Record<string, string> = { [WATCHING]: "#0e6b6b", [PAUSED]: "#8a5a00", [DISTURBED]: "#b01226" };

async function put(tabId: number, text: string): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text });
    const color = COLORS[text];
    if (color === undefined) return;
    await browser.action.setBadgeBackgroundColor({ tabId, color });
    await browser.action.setBadgeTextColor({ tabId, color: "#ffffff" });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Shows the state of a tab on the toolbar button; a warning stays until the tab leaves the page. */
export async function showBadge(tabId: number, state: SiteState): Promise<void> {
  const text = state.pausedUntil !== null ? PAUSED : state.active ? WATCHING : "";
  if (text === WATCHING && (await browser.action.getBadgeText({ tabId }).catch(() => "")) === DISTURBED) return;
  await put(tabId, text);
}

/** Warns that the page of this tab will not have the overlay. */
export const showDisturbed = (tabId: number): Promise<void> => put(tabId, DISTURBED);
