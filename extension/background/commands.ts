/** Keyboard shortcuts of the browser, passed on to the page in front. */

import type { ContentRoutes } from "../shared/messages.ts";
import { tell } from "./tell.ts";

type CommandName = ContentRoutes["command"]["request"]["name"];

function isCommand(name: string): name is CommandName {
  return name === "open-card" || name === "suggest";
}

/** Passes the shortcuts on. */
export function listenToCommands(): void {
  browser.commands.onCommand.addListener(async (name) => {
    if (!isCommand(name)) return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id !== undefined) await tell(tab.id, "command", { name });
  });
}
