/** The popup: what Sang-froid does on the page in front, and the switches for it. */

import { isGranted, patternFor } from "../background/origins.ts";
import { grantedOrigins, isOurs } from "../background/state.ts";
import { tell } from "../background/tell.ts";
import { openPage } from "../background/welcome.ts";
import { uiLanguage, t } from "../shared/i18n.ts";
import type { PageStatus, SiteState } from "../shared/messages.ts";
import { send } from "../shared/send.ts";
import { byId, onPress, pageSignal } from "./elements.ts";
import { localise } from "./localise.ts";
import { openShortcutSettings, showShortcuts } from "./shortcuts.ts";
import { showUnanswered } from "./unanswered.ts";
import { withdrawSite } from "./withdraw.ts";

const PAUSE_MINUTES = 60;
/** A page that is still busy is asked again, this often and for so long (milliseconds). */
const ASKED_EVERY = 500;
const ASKED_FOR = 15_000;

/** What the popup shows. */
interface View {
  state: "on" | "off" | "paused" | "unavailable";
  headline: string;
  detail: string;
  canActivate: boolean;
  canDeactivate: boolean;
}

const ui = {
  state: byId("state", HTMLElement),
  detail: byId("detail", HTMLElement),
  error: byId("error", HTMLElement),
  activate: byId("activate", HTMLButtonElement),
  deactivate: byId("deactivate", HTMLButtonElement),
  pause: byId("pause", HTMLButtonElement),
  resume: byId("resume", HTMLButtonElement),
  unanswered: byId("unanswered", HTMLElement),
};
const signal = pageSignal();

let tab: chrome.tabs.Tab | undefined;

function clock(time: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { hour: "2-digit", minute: "2-digit" }).format(time);
}

/** How well the page is understood, in one sentence. */
function pageDetail(status: PageStatus | undefined): string {
  if (status === undefined) return t("popupSilent");
  if (status.disturbed) return t("popupDisturbed");
  if (!status.composerSeen) return t("popupNoComposer");
  if (!status.gateReady) return t("popupNoGate");
  if (status.recognition === "not") return t("popupNotRecognised");
  return status.recognition === "partly" ? t("popupPartly") : t("popupReady");
}

async function pageStatus(): Promise<PageStatus | undefined> {
  return tab?.id === undefined ? undefined : tell(tab.id, "pageStatus", {});
}

async function viewOf(site: SiteState, status: PageStatus | undefined): Promise<View> {
  const practising = isOurs(tab?.url) && tab?.url?.includes("/practice.html") === true;
  const pattern = patternFor(tab?.url);
  const granted = isGranted(tab?.url, await grantedOrigins());
  const grants = { canActivate: pattern !== null && !granted, canDeactivate: granted };
  if (site.pausedUntil !== null) {
    const headline = t("popupPaused", clock(site.pausedUntil));
    return { state: "paused", headline, detail: t("popupPausedDetail"), ...grants };
  }
  if (practising) {
    return { state: "on", headline: t("popupPractice"), detail: pageDetail(status), ...grants };
  }
  if (pattern === null) {
    return { state: "unavailable", headline: t("popupUnavailable"), detail: t("popupUnavailableDetail"), ...grants };
  }
  const host = new URL(tab?.url ?? "").hostname;
  return granted
    ? { state: "on", headline: t("popupOn", host), detail: pageDetail(status), ...grants }
    : { state: "off", headline: t("popupOff", host), detail: t("popupOffDetail"), ...grants };
}

async function render(): Promise<void> {
  const site = await send("siteState", {});
  const status = await pageStatus();
  const view = await viewOf(site, status);
  ui.state.dataset["state"] = view.state;
  // A live region speaks at each change of text: the same sentence is not said twice.
  if (ui.state.textContent !== view.headline) ui.state.textContent = view.headline;
  ui.detail.textContent = view.detail;
  ui.activate.hidden = !view.canActivate;
  ui.deactivate.hidden = !view.canDeactivate;
  ui.pause.hidden = site.pausedUntil !== null;
  ui.resume.hidden = site.pausedUntil === null;
  if (status === undefined && view.state === "on" && performance.now() < ASKED_FOR) setTimeout(() => void render(), ASKED_EVERY);
  showUnanswered(ui.unanswered, view.state === "on" ? status : undefined, signal, (comment) => {
    if (tab?.id !== undefined) void tell(tab.id, "showComment", comment);
  });
}

function say(problem: string | null): void {
  ui.error.hidden = problem === null;
  ui.error.textContent = problem ?? "";
}

/** Does what a button promises, then shows where things stand; a failure is a sentence, never silence. */
async function doing(work: () => Promise<string | null>): Promise<void> {
  say(null);
  try {
    say(await work());
  } catch (error) {
    console.error("Sang-froid:", error);
    say(t("errorUnexpected"));
  }
  await render();
}

function activate(): Promise<string | null> {
  const pattern = patternFor(tab?.url);
  if (pattern === null) return Promise.resolve(t("popupUnavailableDetail"));
  // Nothing may be awaited before this: the browser only asks the user inside the press itself.
  return browser.permissions.request({ origins: [pattern] }).then((given) => (given ? null : t("errorGrantRefused")));
}

async function start(): Promise<void> {
  localise();
  [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  onPress(ui.activate, signal, () => void doing(activate));
  onPress(ui.deactivate, signal, () => void doing(async () => ((await withdrawSite(tab?.url)) ? null : t("errorStillGranted"))));
  onPress(ui.pause, signal, () => void doing(() => send("pause", { minutes: PAUSE_MINUTES }).then(() => null)));
  onPress(ui.resume, signal, () => void doing(() => send("resume", {}).then(() => null)));
  onPress(byId("shortcuts", HTMLButtonElement), signal, () => void openShortcutSettings().then(() => window.close(), () => say(t("popupShortcutsByHand"))));
  onPress(byId("practice", HTMLButtonElement), signal, () => void send("openPractice", {}).then(() => window.close()));
  onPress(byId("networks", HTMLButtonElement), signal, () => void openPage("onboarding").then(() => window.close()));
  onPress(byId("evidence", HTMLButtonElement), signal, () => void openPage("evidence").then(() => window.close()));
  browser.permissions.onAdded.addListener(() => void render());
  browser.permissions.onRemoved.addListener(() => void render());
  browser.storage.onChanged.addListener(() => void render());
  await showShortcuts();
  await render();
}

void start();
