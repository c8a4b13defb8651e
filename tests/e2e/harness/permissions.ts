import type { Page } from "puppeteer-core";
import type { Driver } from "./browser.ts";
import { until } from "./wait.ts";

/** The part of chrome://extensions' own interface that gives and takes a site. */
interface DeveloperPrivate {
  addHostPermission(id: string, host: string): Promise<void>;
  removeHostPermission(id: string, host: string): Promise<void>;
  reload(id: string, options?: { failQuietly?: boolean }): Promise<unknown>;
  getExtensionInfo(id: string): Promise<{ state: string; manifestErrors: unknown[]; runtimeErrors: { message: string }[] }>;
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
}
interface AdminChrome {
  developerPrivate: DeveloperPrivate;
  management: { setEnabled(id: string, enabled: boolean): Promise<void> };
}
declare const chrome: unknown;

/** Gives and takes sites, disables and reloads, as the person does in the browser's own pages. */
export class Permissions {
  private admin: Page | undefined;

  constructor(private readonly driver: Driver) {}

  /**
   * Makes the next request for these hosts go through without a question: headless Chrome cannot show its prompt;
   * Firefox has a preference for that (browser.ts).
   */
  async allowAhead(...hosts: string[]): Promise<void> {
    if (this.driver.name !== "chrome") return;
    const page = await this.chromeAdmin();
    for (const host of hosts) {
      await page.evaluate(
        (id, origin) => (chrome as AdminChrome).developerPrivate.addHostPermission(id, origin),
        this.driver.extensionId,
        host,
      );
    }
  }

  /** A real press on a button that asks for the host. */
  async grant(host: string): Promise<void> {
    await this.allowAhead(host);
    const page = await this.driver.openExtensionPage("pages/onboarding.html");
    await page.evaluate((origin) => {
      const button = document.createElement("button");
      button.id = "e2e-grant";
      button.style.cssText = "position:fixed;inset:0 auto auto 0;z-index:9;width:80px;height:40px";
      button.addEventListener("click", () => {
        void browser.permissions.request({ origins: [origin] }).then((given) => {
          button.dataset["given"] = String(given);
        });
      });
      document.body.append(button);
    }, host);
    await page.bringToFront();
    await page.mouse.click(40, 20);
    await until(`${host} to be granted`, () =>
      page.evaluate(() => document.querySelector<HTMLElement>("#e2e-grant")?.dataset["given"] === "true"),
    );
    await page.close();
  }

  async withdraw(host: string): Promise<void> {
    if (this.driver.name === "chrome") {
      const page = await this.chromeAdmin();
      await page.evaluate(
        (id, origin) => (chrome as AdminChrome).developerPrivate.removeHostPermission(id, origin),
        this.driver.extensionId,
        host,
      );
      return;
    }
    const page = await this.driver.openExtensionPage("pages/onboarding.html");
    await page.evaluate((origin) => browser.permissions.remove({ origins: [origin] }), host);
    await page.close();
  }

  /** Chrome only: what the person does with the switch of chrome://extensions. */
  async setEnabled(enabled: boolean): Promise<void> {
    const page = await this.chromeAdmin();
    await page.evaluate(
      (id, on) => (chrome as AdminChrome).management.setEnabled(id, on),
      this.driver.extensionId,
      enabled,
    );
  }

  /** Loads the extension anew, as an update does. */
  async reload(): Promise<void> {
    if (this.driver.name === "chrome") {
      const page = await this.chromeAdmin();
      await page.evaluate((id) => (chrome as AdminChrome).developerPrivate.reload(id), this.driver.extensionId);
      return;
    }
    await this.driver.browser.installExtension(this.driver.folder);
  }

  /** Chrome only: what chrome://extensions would show behind its "Errors" button. */
  async runtimeErrors(): Promise<string[]> {
    const page = await this.chromeAdmin();
    const info = await page.evaluate(
      (id) => (chrome as AdminChrome).developerPrivate.getExtensionInfo(id),
      this.driver.extensionId,
    );
    return info.runtimeErrors.map((error) => error.message);
  }

  private async chromeAdmin(): Promise<Page> {
    if (!this.admin || this.admin.isClosed()) {
      this.admin = await this.driver.browser.newPage();
      await this.admin.goto("chrome://extensions");
      await this.admin.evaluate(() =>
        (chrome as AdminChrome).developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
      );
    }
    return this.admin;
  }
}
