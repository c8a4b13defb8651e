/** The keyboard shortcuts on our pages: shown as they are set, changed in the browser's own page. */

import { t } from "../shared/i18n.ts";
import { make } from "./elements.ts";

/** Writes the keys of each shortcut at its place: the user may have changed them in the browser. */
export async function showShortcuts(): Promise<void> {
  for (const { name, shortcut } of await browser.commands.getAll()) {
    const place = document.querySelector(`[data-command="${CSS.escape(name ?? "")}"]`);
    const keys = (shortcut ?? "").split("+").filter((key) => key !== "");
    place?.replaceChildren(...keys.flatMap((key, index) => [...(index === 0 ? [] : [" + "]), make("kbd", {}, key)]));
    if (keys.length === 0) place?.replaceChildren(t("popupShortcutNone"));
  }
}

/** Firefox has a function for it; Chrome, an address. */
type WithSettings = typeof browser.commands & { openShortcutSettings?(): Promise<void> };

/** Opens the page of the browser where shortcuts are changed. */
export async function openShortcutSettings(): Promise<void> {
  const commands: WithSettings = browser.commands;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
