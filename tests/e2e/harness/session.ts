import type { Page, Target } from "puppeteer-core";
import { rm } from "node:fs/promises";
import type { BackgroundRoute, PageStatus } from "../../../extension/shared/messages.ts";
import type { BrowserName } from "./args.ts";
import { launch, type Driver } from "./browser.ts";
import { Permissions } from "./permissions.ts";
import type { FixtureServer } from "./server.ts";
import { prepare, type Variant } from "./variants.ts";
import { until } from "./wait.ts";

/** Every page of the fixtures is on this host, whatever the port. */
export const FIXTURE_HOST = "http://localhost/*";

/** One browser with one variant of the extension, and the pages a test has opened in it. */
export class Session {
  readonly permissions: Permissions;
  private readonly pages: Page[] = [];
  private readonly errors: string[] = [];
  private readonly allowed = new Set<string>();
  private backPage: Page | undefined;
  private removed = false;
  private ended = false;

  private constructor(
    readonly driver: Driver,
    readonly server: FixtureServer,
    readonly variant: Variant,
  ) {
    this.permissions = new Permissions(driver);
  }

  static async start(browser: BrowserName, variant: Variant, server: FixtureServer): Promise<Session> {
    const driver = await launch(browser, {
      folder: await prepare(browser, variant),
      headless: true,
      detour: server.detour,
      ...(variant.idleBackground ? { idleBackground: variant.idleBackground } : {}),
    });
    const session = new Session(driver, server, variant);
    try {
      await session.settle();
      await session.tidy();
    } catch (error) {
      await session.stop();
      throw error;
    }
    return session;
  }

  /** The site of the fixtures granted, no waiting at the gate: what most tests start from. */
  private async settle(): Promise<void> {
    await this.permissions.grant(FIXTURE_HOST);
    await this.store({ breathSeconds: 0 });
  }

  get browserName(): BrowserName {
    return this.driver.name;
  }

  get lastPage(): Page | undefined {
    return this.pages.at(-1);
  }

  /** Opens a web page in front and keeps watch over its errors. */
  async open(url: string): Promise<Page> {
    const page = await this.driver.browser.newPage();
    this.adopt(page);
    await page.goto(url);
    await page.bringToFront();
    return page;
  }

  /** Opens a page of the extension in front. */
  async openOurs(file: string): Promise<Page> {
    const page = await this.driver.openExtensionPage(file);
    this.adopt(page);
    await page.bringToFront();
    return page;
  }

  /** Closed by `tidy`; its uncaught errors fail the test. */
  adopt(page: Page): void {
    this.pages.push(page);
    page.on("pageerror", (error) => this.errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }

  /**
   * One page of the extension kept open behind the others: what is asked through it takes no focus from the
   * page under test. A reload of the extension closes it.
   */
  private async back(): Promise<Page> {
    const alive = await this.backPage?.evaluate(() => typeof browser.storage === "object").catch(() => false);
    if (!this.backPage || !alive) {
      await this.backPage?.close().catch(() => {});
      const front = this.lastPage;
      this.backPage = await this.driver.openExtensionPage("pages/onboarding.html");
      if (front && !front.isClosed()) await front.bringToFront();
    }
    return this.backPage;
  }

  /** Writes settings as our own pages do: in storage. */
  async store(values: Record<string, unknown>): Promise<void> {
    await (await this.back()).evaluate((given) => browser.storage.local.set(given), values);
  }

  /** Sends what the background would send to the content script of the tab that shows this address. */
  async tellTab(url: string, message: unknown): Promise<void> {
    const sent = await (await this.back()).evaluate(
      async (wanted, told) => {
        const tabs = (await browser.tabs.query({})).filter((tab) => tab.url === wanted);
        for (const tab of tabs) if (tab.id !== undefined) await browser.tabs.sendMessage(tab.id, told);
        return tabs.length;
      },
      url,
      message,
    );
    if (sent !== 1) throw new Error(`${sent} tabs show ${url}`);
  }

  /** Asks the tab that shows this address what it understands, as the popup does. */
  async statusOf(url: string): Promise<PageStatus> {
    return (await this.askTab(url, "pageStatus")) as PageStatus;
  }

  /** Sends a message to the content script of the tab that shows this address, and gives its answer. */
  async askTab(url: string, route: string): Promise<unknown> {
    const tabId = await this.tabOf(url);
    return await (await this.back()).evaluate((id, name) => browser.tabs.sendMessage(id, { route: name, payload: {} }), tabId, route);
  }

  /** Grants a site once per browser: asking takes a second, and most tests of a network need the same. */
  async allow(host: string): Promise<void> {
    if (this.allowed.has(host)) return;
    await this.permissions.grant(host);
    this.allowed.add(host);
  }

  /** The language the interface speaks. */
  async language(): Promise<"fr" | "en"> {
    const found = await (await this.back()).evaluate(() => browser.i18n.getMessage("uiLanguage"));
    return found === "en" ? "en" : "fr";
  }

  /** The number of the tab that shows this address. */
  async tabOf(url: string): Promise<number> {
    const id = await (await this.back()).evaluate(
      async (wanted) => (await browser.tabs.query({})).find((tab) => tab.url === wanted)?.id,
      url,
    );
    if (id === undefined) throw new Error(`no tab shows ${url}`);
    return id;
  }

  /** The mark on the toolbar button of the tab that shows this address. */
  async badgeOf(url: string): Promise<string> {
    const tabId = await this.tabOf(url);
    return await (await this.back()).evaluate((id) => browser.action.getBadgeText({ tabId: id }), tabId);
  }

  /** What the extension has stored. */
  async stored(): Promise<Record<string, unknown>> {
    return await (await this.back()).evaluate(() => browser.storage.local.get(null));
  }

  /** The events of the store, oldest first; none where there is no store yet. */
  async events(): Promise<unknown[]> {
    return await (await this.back()).evaluate(async () => {
      if (!(await indexedDB.databases()).some(({ name }) => name === "sang-froid")) return [];
      const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
        new Promise((resolve, reject) => {
          request.addEventListener("success", () => resolve(request.result));
          request.addEventListener("error", () => reject(request.error ?? new Error("the store does not answer")));
        });
      const database = await done(indexedDB.open("sang-froid"));
      const found: unknown[] = await done(database.transaction("events").objectStore("events").getAll());
      database.close();
      return found;
    });
  }

  /** Erases the events, as our own page does. */
  async forgetEvents(): Promise<void> {
    const places = (await this.events()).map((event) => (event as { seq: number }).seq);
    if (places.length > 0) await (await this.back()).evaluate((given) => browser.runtime.sendMessage({ route: "eraseEvents", payload: { places: given } }), places);
  }

  /** Sends a message to the background, as our own pages do. */
  async ask(route: BackgroundRoute, payload: unknown): Promise<unknown> {
    return await (await this.back()).evaluate((name, told) => browser.runtime.sendMessage({ route: name, payload: told }), route, payload);
  }

  /** True when the extension is no longer in this browser: the next test needs another one. */
  get isSpent(): boolean {
    return this.removed;
  }

  /** What the person does in the extension manager: the switch in Chrome, « Remove » in Firefox. */
  async disable(): Promise<void> {
    this.removed = true;
    if (this.browserName === "chrome") await this.permissions.setEnabled(false);
    else await this.driver.browser.uninstallExtension(this.driver.extensionId);
  }

  /** Ends the background as the browser does when it finds it idle. */
  async killBackground(): Promise<void> {
    if (this.browserName === "chrome") {
      const ours = (): Target | undefined =>
        this.driver.browser.targets().find((one) => one.type() === "service_worker" && one.url().startsWith(this.driver.base));
      const worker = await ours()?.worker();
      await worker?.close();
      await until("the service worker to be gone", () => ours() === undefined);
      return;
    }
    const page = await this.back();
    await until("Firefox to suspend the background", () => page.evaluate(() => browser.extension.getBackgroundPage() === null), 30_000);
  }

  assertNoPageError(): void {
    if (this.errors.length > 0) throw new Error(`uncaught in a page: ${this.errors.join(" | ")}`);
  }

  /** Leaves one blank tab: the next test starts on clean ground. */
  async tidy(): Promise<void> {
    this.errors.length = 0;
    this.pages.length = 0;
    const open = await this.driver.browser.pages();
    const blank = await this.driver.browser.newPage();
    await Promise.all(
      open
        .filter((page) => page !== this.backPage && !page.url().startsWith("chrome://extensions"))
        .map((page) => page.close().catch(() => {})),
    );
    await blank.bringToFront();
  }

  async stop(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    await this.driver.close();
    if (this.variant.name !== "untouched") await rm(this.driver.folder, { recursive: true, force: true });
  }
}
