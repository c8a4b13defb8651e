import { build, type Plugin } from "esbuild";
import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import type { BrowserName } from "./args.ts";
import { distOf, root, scratch } from "./paths.ts";

/** How a copy of the built extension differs from the one that ships. */
export interface Variant {
  name: string;
  /** Open the overlay's shadow root, so that tests may look inside. */
  openRoot: boolean;
  /** Keep only this language, so that the interface speaks it whatever the machine's language. */
  locale: "fr" | "en";
  /** The core answers only after the delay found in storage (`e2eDelay`, milliseconds); the store, after `e2eStoreDelay`. */
  delayable?: boolean;
  /**
   * The background keeps the last draft it was asked about (`e2eDraft`), and gives the texts found in storage as the fix
   * of every finding (`e2eFix`) and as the calmer version (`e2eCalm`): any text can be applied by the way the user goes.
   */
  scripted?: boolean;
  /** Cut the WebAssembly file in half. */
  brokenCore?: boolean;
  /** The background's database cannot be opened: no room is left. */
  brokenStore?: boolean;
  /** This brand's policy is in force: no page of ours loads one yet. */
  policy?: string;
  /** The content script tells, when asked for `e2eCounts`, which timers and observers it has running. */
  counted?: boolean;
  /** Firefox: suspend the background after this many idle milliseconds. */
  idleBackground?: number;
}

export const variants = {
  open: { name: "open", openRoot: true, locale: "fr" },
  untouched: { name: "untouched", openRoot: false, locale: "en" },
  english: { name: "english", openRoot: true, locale: "en" },
  delayable: { name: "delayable", openRoot: true, locale: "fr", delayable: true },
  scripted: { name: "scripted", openRoot: true, locale: "fr", scripted: true },
  brokenCore: { name: "brokenCore", openRoot: true, locale: "fr", brokenCore: true },
  brokenStore: { name: "brokenStore", openRoot: true, locale: "fr", brokenStore: true },
  counted: { name: "counted", openRoot: true, locale: "fr", counted: true },
  lifecycle: { name: "lifecycle", openRoot: true, locale: "fr" },
  strict: { name: "strict", openRoot: true, locale: "fr", policy: '{"version":1,"gate":{"block":"final"}}' },
  idle: { name: "idle", openRoot: true, locale: "fr", idleBackground: 300 },
} as const satisfies Record<string, Variant>;

let copies = 0;

/**
 * The folder to install: the shipped one itself for `untouched`, else a copy with what the variant asks for.
 * Copies carry the process number and their own: two browsers side by side never share one.
 */
export async function prepare(browser: BrowserName, variant: Variant): Promise<string> {
  if (variant.name === "untouched") return distOf(browser);
  copies += 1;
  const folder = path.join(scratch, "dist", `${browser}-${variant.name}-${process.pid}-${copies}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(distOf(browser), folder, { recursive: true });
  if (variant.openRoot) await openRoots(folder);
  if (variant.policy) await bundleWithPolicy(folder, variant.policy);
  await speak(folder, variant.locale);
  if (variant.delayable) await prepend(path.join(folder, "background.js"), DELAY_SHIM);
  if (variant.scripted) await prepend(path.join(folder, "background.js"), SCRIPT_SHIM);
  if (variant.counted) await prepend(path.join(folder, "content.js"), COUNT_SHIM);
  if (variant.brokenCore) await breakCore(folder);
  if (variant.brokenStore) await prepend(path.join(folder, "background.js"), FULL_STORE_SHIM);
  await prependPopupShim(folder);
  return folder;
}

/** The wish must be found in the shipped code: a test that looks into a root we did not open would see nothing. */
async function openRoots(folder: string): Promise<void> {
  let opened = 0;
  for (const file of await scripts(folder)) {
    const text = await readFile(file, "utf8");
    const changed = text.replace(/(\bmode:\s*)(["'`])closed\2/g, (_all, key: string, quote: string) => {
      opened += 1;
      return `${key}${quote}open${quote}`;
    });
    if (changed !== text) await writeFile(file, changed);
  }
  if (opened === 0) throw new Error('no mode:"closed" in the built scripts: where is the shadow root made?');
}

/** The browser picks the language from the machine; with one folder of messages left it has no choice. */
async function speak(folder: string, locale: "fr" | "en"): Promise<void> {
  if (locale === "fr") await rm(path.join(folder, "_locales/en"), { recursive: true });
  const shim = `for (const api of new Set([globalThis.browser, globalThis.chrome])) if (api?.i18n) api.i18n.getUILanguage = () => "${locale}";`;
  for (const file of await scripts(folder)) if (!file.includes(`${path.sep}pkg${path.sep}`)) await prepend(file, shim);
}

async function scripts(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries.filter((entry) => entry.endsWith(".js")).map((entry) => path.join(folder, entry));
}

async function breakCore(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true });
  const cores = entries.filter((entry) => entry.endsWith(".wasm"));
  if (cores.length === 0) throw new Error("no .wasm in the built extension");
  for (const core of cores) await truncate(path.join(folder, core), 1000);
}

/** The background as it ships, but that it loads a policy whenever it has made its core. */
async function bundleWithPolicy(folder: string, policy: string): Promise<void> {
  const made = "instantiated = true;";
  const plugins = pathToFileURL(path.join(root, "extension/build/renewable-core.mjs")).href;
  const { renewableCore } = (await import(plugins)) as { renewableCore: Plugin };
  const withPolicy: Plugin = {
    name: "with-policy",
    setup({ onLoad }) {
      onLoad({ filter: /background[\\/]core\.ts$/ }, async ({ path: file }) => {
        const source = await readFile(file, "utf8");
        if (!source.includes(made)) throw new Error(`no "${made}" in ${file}: where is the core made?`);
        const loaded = source.replace(made, `${made}\nloadPolicy(${JSON.stringify(policy)});`);
        return { contents: `import { loadPolicy } from "../../pkg/sangfroid.js";\n${loaded}`, loader: "ts" };
      });
    },
  };
  await build({
    entryPoints: { background: path.join(root, "extension/background/main.ts") },
    outdir: folder,
    allowOverwrite: true,
    bundle: true,
    format: "esm",
    target: ["chrome148", "firefox148"],
    plugins: [renewableCore, withPolicy],
    logLevel: "warning",
  });
}

async function prepend(file: string, shim: string): Promise<void> {
  await writeFile(file, `${shim}\n${await readFile(file, "utf8")}`);
}

/** Keeps the account of what the content script has running: pending timers and frames, observers that observe. */
const COUNT_SHIM = `{
  const timers = new Set();
  const observers = new Map();
  const { setTimeout: later, setInterval: again, clearTimeout: drop, requestAnimationFrame: frame, cancelAnimationFrame: dropFrame } = window;
  globalThis.setTimeout = (act, wait, ...given) => {
    const id = later.call(window, () => (timers.delete(id), act(...given)), wait);
    timers.add(id);
    return id;
  };
  globalThis.setInterval = (act, wait) => {
    const id = again.call(window, act, wait);
    timers.add(id);
    return id;
  };
  globalThis.clearTimeout = globalThis.clearInterval = (id) => (timers.delete(id), drop.call(window, id));
  globalThis.requestAnimationFrame = (act) => {
    const id = frame.call(window, (now) => (timers.delete("frame " + id), act(now)));
    timers.add("frame " + id);
    return id;
  };
  globalThis.cancelAnimationFrame = (id) => (timers.delete("frame " + id), dropFrame.call(window, id));
  for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver", "PerformanceObserver"]) {
    const Kind = window[name];
    globalThis[name] = function (...given) {
      const real = new Kind(...given);
      real.observe = (...what) => (observers.set(real, name), Kind.prototype.observe.call(real, ...what));
      real.disconnect = () => (observers.delete(real), Kind.prototype.disconnect.call(real));
      return real;
    };
  }
  (globalThis.browser ?? globalThis.chrome).runtime.onMessage.addListener((message, _sender, reply) => {
    if (message?.route === "e2eCounts") reply({ timers: timers.size, observers: [...observers.values()].sort() });
    return false;
  });
}`;

const FULL_STORE_SHIM = `IDBFactory.prototype.open = () => {
  throw new DOMException("no room", "QuotaExceededError");
};`;

/** Holds back the answers for as long as storage says. */
const DELAY_SHIM = `{
  const delays = { check: "e2eDelay", suggest: "e2eSuggestDelay", moderation: "e2eDelay", recordEvent: "e2eStoreDelay" };
  for (const api of new Set([globalThis.browser, globalThis.chrome])) {
    const event = api?.runtime?.onMessage;
    if (!event) continue;
    const add = event.addListener.bind(event);
    event.addListener = (listener) => add((message, sender, respond) => {
      const name = delays[message?.route];
      if (!name) return listener(message, sender, respond);
      void api.storage.local.get(name).then(async ({ [name]: delay = 0 }) => {
        if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
        const answer = listener(message, sender, respond);
        if (answer instanceof Promise) answer.then(respond);
      });
      return true;
    });
  }
}`;

/** Answers as the core does, but for the texts the test wants applied. */
const SCRIPT_SHIM = `{
  for (const api of new Set([globalThis.browser, globalThis.chrome])) {
    const event = api?.runtime?.onMessage;
    if (!event) continue;
    const add = event.addListener.bind(event);
    event.addListener = (listener) => add((message, sender, respond) => {
      if (message?.route !== "check" && message?.route !== "suggest") return listener(message, sender, respond);
      void (async () => {
        if (message.route === "check") await api.storage.local.set({ e2eDraft: message.payload.draft });
        const { e2eFix, e2eCalm } = await api.storage.local.get(["e2eFix", "e2eCalm"]);
        const answer = await new Promise((resolve) => listener(message, sender, resolve));
        if (typeof e2eFix === "string") for (const one of answer.value?.findings ?? []) one.fixes = [{ label: "e2e", replacement: e2eFix }];
        if (typeof e2eCalm === "string" && message.route === "suggest") answer.value.calm = e2eCalm;
        respond(answer);
      })();
      return true;
    });
  }
}`;

/** A popup opened as a page of its own would take itself for the page in question: \`?tab=\` names the real one. */
const POPUP_SHIM = `{
  const asked = Number(new URLSearchParams(location.search).get("tab"));
  if (asked) {
    for (const api of new Set([globalThis.browser, globalThis.chrome])) {
      if (!api?.tabs) continue;
      const url = new URLSearchParams(location.search).get("url");
      api.tabs.query = async () => [{ ...(await api.tabs.get(asked)), ...(url ? { url } : {}), active: true }];
    }
  }
}`;

async function prependPopupShim(folder: string): Promise<void> {
  await prepend(path.join(folder, "pages/popup.js"), POPUP_SHIM);
}
