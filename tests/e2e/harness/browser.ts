import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import type { BrowserName } from "./args.ts";
import type { Detour } from "./network-server.ts";
import { root } from "./paths.ts";
import { until, within } from "./wait.ts";

const FIREFOX_UUID = "6d0f4a0e-5f5e-4f0c-9a43-0d5a6f1c9b11";

/** What keeps Chromium from speaking to the network, and from slowing what is not in front. */
const CHROME_ARGUMENTS = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-domain-reliability",
  "--disable-client-side-phishing-detection",
  "--disable-default-apps",
  "--metrics-recording-only",
  "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows",
];

const FIREFOX_PREFERENCES: Record<string, unknown> = {
  "extensions.webextOptionalPermissionPrompts": false,
  "extensions.webextensions.uuids": "",
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "extensions.getAddons.cache.enabled": false,
  "layout.spellcheckDefault": 0,
};

export interface LaunchOptions {
  folder: string;
  headless: boolean;
  idleBackground?: number;
  width?: number;
  height?: number;
  /** Leads every https host to this machine. */
  detour?: Detour;
}

/** Chromium: every https host is this machine, under any certificate; no other name is found. */
function chromeDetour({ httpsPort }: Detour): string[] {
  return [`--host-resolver-rules=MAP *:443 127.0.0.1:${httpsPort},MAP * ~NOTFOUND,EXCLUDE localhost,EXCLUDE 127.0.0.1`, "--ignore-certificate-errors"];
}

/** Firefox: everything but localhost goes through our proxy, which leads to this machine. Hosts that insist on their own certificates must let go of it. */
function firefoxDetour({ proxyPort }: Detour): Record<string, unknown> {
  return {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": proxyPort,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": proxyPort,
    "network.proxy.no_proxies_on": "localhost, 127.0.0.1",
    "network.stricttransportsecurity.preloadlist": false,
    "security.cert_pinning.enforcement_level": 0,
    "network.trr.mode": 5,
    "network.dns.disablePrefetch": true,
  };
}

/** A running browser with the extension in it, and the few things both do differently. */
export interface Driver {
  name: BrowserName;
  browser: Browser;
  /** What installExtension gave: needed to uninstall. */
  extensionId: string;
  /** `chrome-extension://…/` or `moz-extension://…/`. */
  base: string;
  folder: string;
  openExtensionPage(file: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the browser and installs the extension that stands in `folder`. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Driver> {
  return name === "chrome" ? await launchChrome(options) : await launchFirefox(options);
}

function executable(name: BrowserName): string {
  const given = process.env[name === "chrome" ? "SANGFROID_CHROME" : "SANGFROID_FIREFOX"];
  const candidates =
    name === "chrome"
      ? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"]
      : ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/snap/bin/firefox"];
  const found = [...(given ? [given] : []), ...candidates].find((file) => existsSync(file));
  if (!found) throw new Error(`no ${name} found; looked at ${candidates.join(", ")}`);
  return found;
}

async function launchChrome(options: LaunchOptions): Promise<Driver> {
  const { width = 1100, height = 850 } = options;
  const browser = await puppeteer.launch({
    browser: "chrome",
    executablePath: executable("chrome"),
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: options.headless ? { width, height } : null,
    args: [...CHROME_ARGUMENTS, `--window-size=${width},${height}`, ...(options.detour ? chromeDetour(options.detour) : [])],
  });
  try {
    const extensionId = await browser.installExtension(options.folder);
    const base = `chrome-extension://${extensionId}/`;
    return {
      name: "chrome",
      browser,
      extensionId,
      base,
      folder: options.folder,
      async openExtensionPage(file) {
        const page = await browser.newPage();
        await page.goto(base + file);
        return page;
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const { width = 1100, height = 850 } = options;
  const gecko = await geckoId();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: executable("firefox"),
    headless: options.headless,
    acceptInsecureCerts: options.detour !== undefined,
    defaultViewport: options.headless ? { width, height } : null,
    args: ["--remote-allow-system-access", "--width", String(width), "--height", String(height)],
    extraPrefsFirefox: {
      ...FIREFOX_PREFERENCES,
      "extensions.webextensions.uuids": JSON.stringify({ [gecko]: FIREFOX_UUID }),
      ...(options.detour ? firefoxDetour(options.detour) : {}),
      ...(options.idleBackground ? { "extensions.background.idle.timeout": options.idleBackground } : {}),
    },
  });
  try {
    const extensionId = await browser.installExtension(options.folder);
    const base = `moz-extension://${FIREFOX_UUID}/`;
    return {
      name: "firefox",
      browser,
      extensionId,
      base,
      folder: options.folder,
      async openExtensionPage(file) {
        const page = await browser.newPage();
        const target = base + file;
        // The navigation happens, its end is never told.
        void page.goto(target).catch(() => {});
        await until(`${file} to load`, () =>
          within("evaluate", 1000, page.evaluate((url) => location.href === url && document.readyState === "complete", target)),
        );
        return page;
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function geckoId(): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(root, "manifest.json"), "utf8")) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}
