/**
 * The first thing in every watched page, before the page's own scripts: listeners, and nothing else until
 * an editable gets the focus. The listeners must be on the window and come first, or pages that listen
 * there too would post before the gate has looked.
 */

import { OTHER_EVENTS } from "../overlay/shield";
import type { ContentRoutes, Envelope } from "../shared/messages";
import { GATE_EVENTS } from "./gate";
import { isAlive, onAbort } from "./lifeline";
import { Page } from "./page";

declare const browser: typeof chrome;

/** What a frame with less to say waits for those with more, in milliseconds. */
const BEFORE_OTHERS = 60;

const MARK = Symbol.for("sang-froid.page");
const world = globalThis as { [MARK]?: { isAlive(): boolean } };

function start(): void {
  const page = new Page();
  const { signal } = page;
  world[MARK] = { isAlive: () => isAlive() && !signal.aborted };

  const guard = (event: Event): void => {
    if (!isAlive()) {
      page.leave();
      return;
    }
    if (page.takes(event)) return;
    if (event.type === "click") page.sees(event);
    if (event.type === "click" || event.type === "keydown") page.reached(event.composedPath()[0]);
    // Comments are moderated on pages where nothing is written.
    if (page.moderation.handle(event) || page.isIdle) return;
    if (event.type === "pointerdown") page.pressed(event);
    if (event.type === "beforeinput") page.begins(event as InputEvent);
    if (event.type === "keydown") page.key(event as KeyboardEvent);
    page.gate.handle(event);
  };

  // Any event of the overlay tells whoever listens before us where the user is in it; in Firefox it even hands over the
  // inside of the closed root. So we come first there too.
  const shield = (event: Event): void => void page.takes(event);

  const rootsHeard = new WeakSet<EventTarget>();
  const onFocus = (event: Event): void => {
    if (!isAlive()) page.leave();
    else if (!page.takes(event)) page.focused(event.composedPath()[0]);
    // A focus that moves inside one shadow root is not told outside of it.
    for (const root of event.composedPath()) {
      if (!(root instanceof ShadowRoot) || rootsHeard.has(root)) continue;
      rootsHeard.add(root);
      root.addEventListener("focusin", onFocus, { signal, capture: true });
    }
  };
  const onReturn = (event: PageTransitionEvent): void => void (event.persisted && page.returned());

  const listen = (): void => {
    for (const type of GATE_EVENTS) window.addEventListener(type, guard, { signal, capture: true, passive: false });
    for (const type of OTHER_EVENTS) window.addEventListener(type, shield, { signal, capture: true, passive: true });
    window.addEventListener("focusin", onFocus, { signal, capture: true });
    window.addEventListener("pageshow", onReturn, { signal });
  };
  listen();
  // A page that writes a blank frame anew (`document.open`, as editors do) takes all listeners out, ours too.
  if (location.protocol === "about:") {
    const rewritten = new MutationObserver(listen);
    rewritten.observe(document, { childList: true });
    onAbort(signal, () => rewritten.disconnect());
  }

  const onMessage = (message: unknown, sender: chrome.runtime.MessageSender, reply: (answer: unknown) => void): boolean => {
    if (sender.id !== browser.runtime.id || signal.aborted) return false;
    const { route, payload } = (message ?? {}) as Envelope;
    switch (route as keyof ContentRoutes) {
      case "stateChanged":
        page.stateChanged(payload as ContentRoutes["stateChanged"]["request"]);
        reply(null);
        return false;
      case "pageStatus":
        return answerForTab(page, reply);
      case "showComment":
        page.showComment(payload as ContentRoutes["showComment"]["request"]);
        reply(null);
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

  void page.begin();
}

/**
 * One answer per tab, and the first one counts: that of the frame with a reply box comes before that of a frame
 * with comments, and the latter before that of the page around them.
 */
function answerForTab(page: Page, reply: (answer: unknown) => void): boolean {
  const status = page.status();
  const worth = status.composerSeen ? 2 : Number(status.comments > 0);
  if (worth === 0 && window !== top) return false;
  const rank = 2 - worth;
  // Nobody comes before the first: it does not wait, since a hidden tab's timers sleep for a second.
  if (rank === 0) reply(status);
  else setTimeout(() => reply(status), rank * BEFORE_OTHERS);
  return rank > 0;
}

if (isAlive() && world[MARK]?.isAlive() !== true) start();
