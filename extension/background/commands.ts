/** Keyboard shortcuts of the browser, passed on to the page in front. */

import type { CommandName, Shortcuts } from "../shared/messages.ts";
import { tell } from "./tell.ts";

function isCommand(name: string): name is CommandName {
  return name === "open-card" || name === "suggest";
}

/** The shortcuts as the user has them now. */
export async function presentShortcuts(): Promise<Shortcuts> {
  const shortcuts: Shortcuts = { "open-card": "", suggest: "" };
  for (const { name = "", shortcut = "" } of await browser.commands.getAll()) if (isCommand(name)) shortcuts[name] = shortcut;
  return shortcuts;
}

/** Passes the shortcuts on. */
export function listenToCommands(): void {
  browser.commands.onCommand.addListener(async (name) => {
    if (!isCommand(name)) return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id !== undefined) await tell(tab.id, "command", { name });
  });
}
