/**
 * The first thing in every watched page, before the page's own scripts: listeners, and nothing else until
 * an editable gets the focus. The listeners must be on the window and come first, or pages that listen
 * there too would post before the gate has looked.
 */

import { OTHER_EVENTS } from "../overlay/shield";
import { isFirefox } from "../shared/engine";
import type { ContentRoutes, Envelope } from "../shared/messages";
import { deepActiveElement } from "../shared/safe-dom";
import { GATE_EVENTS } from "./gate";
import { isAlive, onAbort } from "./lifeline";
import { Page } from "./page";

declare const browser: typeof chrome;

const MARK = Symbol.for("sang-froid.page");
const world = globalThis as { [MARK]?: { isAlive(): boolean } };

function start(): void {
  const page = new Page();
  const { signal } = page;
  world[MARK] = { isAlive: () => isAlive() && !signal.aborted };

  const guard = (event: Event): void => {
    if (page.isIdle) return;
    if (!isAlive()) {
      page.leave();
      return;
    }
    if (page.takes(event)) return;
    if (event.type === "pointerdown") page.pressed(event);
    if (event.type === "beforeinput") page.begins(event as InputEvent);
    if (event.type === "keydown") page.key(event as KeyboardEvent);
    page.gate.handle(event);
  };
  for (const type of GATE_EVENTS) window.addEventListener(type, guard, { signal, capture: true, passive: false });

  // In Firefox any event hands the inside of a closed root to whoever listens before us: come first there too.
  if (isFirefox) {
    const shield = (event: Event): void => void (page.isIdle || page.takes(event));
    for (const type of OTHER_EVENTS) window.addEventListener(type, shield, { signal, capture: true, passive: true });
  }

  window.addEventListener(
    "focusin",
    (event) => {
      if (!isAlive()) page.leave();
      else if (!page.takes(event)) page.focused(event.composedPath()[0]);
    },
    { signal, capture: true },
  );

  window.addEventListener("pageshow", (event) => void (event.persisted && page.returned()), { signal });

  const onMessage = (message: unknown, sender: chrome.runtime.MessageSender, reply: (answer: unknown) => void): boolean => {
    if (sender.id !== browser.runtime.id || signal.aborted) return false;
    const { route, payload } = (message ?? {}) as Envelope;
    switch (route as keyof ContentRoutes) {
      case "stateChanged":
        page.stateChanged(payload as ContentRoutes["stateChanged"]["request"]);
        reply(null);
        return false;
      case "pageStatus":
        // One answer per tab: the frame that has a reply box, else the top one.
        if (window !== top && !page.status().composerSeen) return false;
        reply(page.status());
        return false;
      case "command":
        page.command((payload as ContentRoutes["command"]["request"]).name);
        reply(null);
        return false;
      default:
        return false;
    }
  };
  browser.runtime.onMessage.addListener(onMessage);
  onAbort(signal, () => browser.runtime.onMessage.removeListener(onMessage));

  // Entered a tab that was already open, with the caret in a reply box.
  page.focused(deepActiveElement() ?? undefined);
}

if (isAlive() && world[MARK]?.isAlive() !== true) start();
