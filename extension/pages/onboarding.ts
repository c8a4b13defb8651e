/** The first page: what Sang-froid does, where it may do it, how long a breath lasts. */

import { isGranted } from "../background/origins.ts";
import { breathFrom, readSettings, writeSettings } from "../background/settings.ts";
import { grantedOrigins } from "../background/state.ts";
import { openPage } from "../background/welcome.ts";
import { t } from "../shared/i18n.ts";
import { byId, make, onPress, pageSignal } from "./elements.ts";
import { localise } from "./localise.ts";
import { NETWORKS, patternsOf, type Network } from "./networks.ts";
import { withdrawSite } from "./withdraw.ts";

const error = byId("error", HTMLElement);
const status = byId("status", HTMLElement);
const breath = byId("breath", HTMLInputElement);
const breathValue = byId("breath-value", HTMLOutputElement);

const nameOf = ({ name }: Network) => (typeof name === "string" ? name : t(name.key));

/** On where any of its hosts is granted: the popup grants one host at a time. */
function isOn(network: Network, granted: readonly string[]): boolean {
  return network.hosts.some((host) => isGranted(`https://${host}/`, granted));
}

function say(problem: string | null): void {
  error.hidden = problem === null;
  error.textContent = problem ?? "";
}

async function withdraw(network: Network): Promise<string | null> {
  for (const host of network.hosts) {
    if (!(await withdrawSite(`https://${host}/`))) return t("errorStillGranted");
  }
  return null;
}

function grant(network: Network): Promise<string | null> {
  // Nothing may be awaited before this: the browser only asks the user inside the press itself.
  return browser.permissions.request({ origins: patternsOf(network) }).then((given) => (given ? null : t("errorGrantRefused")));
}

function switchOf(network: Network, signal: AbortSignal): HTMLButtonElement {
  const label = make("span", {}, make("strong", {}, nameOf(network)), make("small", {}, network.hosts.join(", ")));
  const toggle = make("button", { class: "network", type: "button", role: "switch", "aria-checked": "false" }, label, make("span", { class: "switch" }));
  toggle.dataset["network"] = network.id;
  onPress(toggle, signal, () => {
    const work = toggle.getAttribute("aria-checked") === "true" ? withdraw(network) : grant(network);
    void work.catch(() => t("errorUnexpected")).then(say);
  });
  return toggle;
}

/** Shows the real state, whoever changed it: here, the popup, or the browser's own settings. */
function showGrants(switches: ReadonlyMap<Network, HTMLButtonElement>, granted: readonly string[], speak: boolean): void {
  for (const [network, toggle] of switches) {
    const on = String(isOn(network, granted));
    if (toggle.getAttribute("aria-checked") === on) continue;
    toggle.setAttribute("aria-checked", on);
    if (speak) status.textContent = t(on === "true" ? "onboardingGranted" : "onboardingWithdrawn", nameOf(network));
  }
}

function showBreath(seconds: number): void {
  breath.value = String(seconds);
  breathValue.textContent = seconds === 0 ? t("onboardingBreathNone") : t("onboardingBreathSeconds", seconds);
  breath.setAttribute("aria-valuetext", breathValue.textContent);
}

async function start(): Promise<void> {
  const signal = pageSignal();
  localise();
  const switches = new Map(NETWORKS.map((network) => [network, switchOf(network, signal)]));
  byId("networks", HTMLUListElement).append(...[...switches.values()].map((toggle) => make("li", {}, toggle)));
  const refresh = async (speak: boolean) => {
    showGrants(switches, await grantedOrigins(), speak);
    if (speak) say(null);
  };
  browser.permissions.onAdded.addListener(() => void refresh(true));
  browser.permissions.onRemoved.addListener(() => void refresh(true));

  breath.addEventListener("input", (event) => {
    if (!event.isTrusted) return;
    showBreath(breathFrom(breath.valueAsNumber));
    void writeSettings({ breathSeconds: breathFrom(breath.valueAsNumber) });
  }, { signal });
  browser.storage.onChanged.addListener((changes) => {
    if (changes["breathSeconds"] !== undefined) showBreath(breathFrom(changes["breathSeconds"].newValue));
  });

  onPress(byId("try", HTMLButtonElement), signal, () => void openPage("practice"));
  showBreath((await readSettings()).breathSeconds);
  await refresh(false);
}

void start();
