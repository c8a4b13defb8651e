import type { Page } from "puppeteer-core";
import type { Seat } from "./overlay.ts";
import type { Session } from "./session.ts";
import { until } from "./wait.ts";

/** A way the person, or the site, sends a reply. */
export type Way = "button" | "ctrlEnter" | "enterOnButton" | "siteRequestSubmit" | "siteClick";

/** One reply box of a page of tests. */
export interface Spot {
  stage: StageName;
  name: string;
  kind: "textarea" | "editable";
  input: string;
  button: string;
  ways: readonly Way[];
  /** What the page's address says beside the run. */
  query?: string;
  /** Where the page itself says what it believes the draft to be (a controlled component's state). */
  state?: string;
  /** The comment answered, as shown on the page. */
  comment: { author: string; lang: "fr" | "en"; excerpt: string } | null;
}

export type StageName = "practice" | "plain" | "react" | "hostile" | "eager" | "crowd";

const parcel = { author: "Camille Durand", lang: "fr", excerpt: "aucune nouvelle de mon colis" } as const;
const invoice = { author: "Yanis Belkacem", lang: "fr", excerpt: "prélevé deux fois" } as const;
const kettle = { author: "Priya Nair", lang: "en", excerpt: "kettle" } as const;

export const practiceForm: Spot = {
  stage: "practice", name: "practice page, form", kind: "textarea",
  input: "article:nth-of-type(1) textarea", button: "article:nth-of-type(1) .compose button",
  ways: ["button", "ctrlEnter", "enterOnButton"],
  comment: { author: "Camille Roussel", lang: "fr", excerpt: "Colis annoncé" },
};
export const practiceRich: Spot = {
  stage: "practice", name: "practice page, contenteditable", kind: "editable",
  input: "article:nth-of-type(4) [contenteditable]", button: "article:nth-of-type(4) .compose button",
  ways: ["button", "ctrlEnter", "enterOnButton"],
  comment: { author: "Nadia Benali", lang: "fr", excerpt: "Très mal reçue" },
};
export const plainForm: Spot = {
  stage: "plain", name: "plain page, scripted form", kind: "textarea",
  input: "#scripted-input", button: "#scripted-send",
  ways: ["button", "ctrlEnter", "enterOnButton", "siteRequestSubmit", "siteClick"], comment: invoice,
};
export const plainNative: Spot = {
  stage: "plain", name: "plain page, native form", kind: "textarea",
  input: "#native-input", button: "#native-send",
  ways: ["button", "enterOnButton"], comment: parcel,
};
export const plainRich: Spot = {
  stage: "plain", name: "plain page, contenteditable", kind: "editable",
  input: "#rich-input", button: "#rich-send",
  ways: ["button", "ctrlEnter", "enterOnButton", "siteClick"], comment: kettle,
};
export const plainOrphan: Spot = {
  stage: "plain", name: "plain page, no comment", kind: "textarea",
  input: "#orphan-input", button: "#orphan-send", ways: ["button"], comment: null,
};
export const hostileForm: Spot = {
  stage: "hostile", name: "hostile page, form", kind: "textarea",
  input: "#hostile-input", button: "#hostile-send",
  ways: ["button", "ctrlEnter"], comment: parcel,
};
export const hostileRich: Spot = {
  stage: "hostile", name: "hostile page, contenteditable", kind: "editable",
  input: "#hostile-rich", button: "#hostile-rich-send",
  ways: ["button", "ctrlEnter"], comment: invoice,
};
/** Opened by address: how many comments there are is said there. */
export const crowdForm: Spot = { stage: "crowd", name: "page of many comments, text area", kind: "textarea", input: "#crowd-input", button: "#crowd-send", ways: ["button"], comment: null };
export const crowdRich: Spot = { ...crowdForm, name: "page of many comments, contenteditable", kind: "editable", input: "#crowd-rich" };
export const reactForm: Spot = {
  stage: "react", name: "React, form", kind: "textarea",
  input: "#form-input", button: "#form-send", state: "#form-state",
  ways: ["button", "ctrlEnter", "enterOnButton", "siteRequestSubmit", "siteClick"], comment: parcel,
};
export const reactBare: Spot = {
  stage: "react", name: "React, no form", kind: "textarea",
  input: "#bare-input", button: "#bare-send", state: "#bare-state",
  ways: ["button", "ctrlEnter", "enterOnButton", "siteClick"], comment: kettle,
};

/** The page that posts on one event type; `query` adds to its address. */
export const eager = (on: string, query = ""): Spot => ({
  stage: "eager", name: `page that posts on ${on}`, kind: "textarea",
  input: "#eager-input", button: "#eager-send", ways: ["button"], query: `&on=${on}${query}`,
  comment: { author: "Hugo Petit", lang: "fr", excerpt: "Deux semaines" },
});

/** An open page with one reply box in mind: the person's hands and eyes on it. */
export class Desk implements Seat {
  private constructor(
    readonly session: Session,
    readonly spot: Spot,
    readonly page: Page,
    private readonly run: string,
  ) {}

  get view(): Page {
    return this.page;
  }

  async corner(): Promise<{ x: number; y: number }> {
    return { x: 0, y: 0 };
  }

  /** `query` is added to the address, for pages that are asked for more than themselves. */
  static async open(session: Session, spot: Spot, query = ""): Promise<Desk> {
    if (spot.stage === "practice") {
      const page = await session.openOurs("pages/practice.html");
      await until("the practice page to be drawn", () => page.$(spot.input));
      return new Desk(session, spot, page, "");
    }
    const run = session.server.newRun();
    const page = await session.open(`${session.server.origin}/${spot.stage}?run=${run}${spot.query ?? ""}${query}`);
    await until("the page to be drawn", () => page.$(spot.input));
    return new Desk(session, spot, page, run);
  }

  /** The same page, another of its reply boxes. */
  at(spot: Spot): Desk {
    return new Desk(this.session, spot, this.page, this.run);
  }

  /** A real click in the reply box, where Sang-froid watches: it is there when this returns. */
  async focus(): Promise<void> {
    await this.focusUnwatched();
    await until("Sang-froid beside the reply box", () =>
      this.page.evaluate(() => document.querySelectorAll("html > :not(head, body)").length === 1),
    );
  }

  /** A real click in the reply box. */
  async focusUnwatched(): Promise<void> {
    await this.scrollIntoView(this.spot.input);
    await this.page.click(this.spot.input);
  }

  /** Where the page is: the driver does not know it of every page of an extension. */
  address(): Promise<string> {
    return this.page.evaluate(() => location.href);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Puts much text in at once, as a paste does: trusted input events, undo kept. */
  async insert(text: string): Promise<void> {
    await this.page.evaluate((given) => document.execCommand("insertText", false, given), text);
  }

  async press(...keys: Parameters<Page["keyboard"]["press"]>[0][]): Promise<void> {
    const held = keys.slice(0, -1);
    for (const key of held) await this.page.keyboard.down(key);
    const last = keys.at(-1);
    if (last) await this.page.keyboard.press(last);
    for (const key of held.toReversed()) await this.page.keyboard.up(key);
  }

  /** Empties the reply box by keyboard. */
  async erase(): Promise<void> {
    await this.press("Control", "a");
    await this.press("Backspace");
  }

  draft(): Promise<string> {
    return this.page.$eval(this.spot.input, (element) =>
      element instanceof HTMLTextAreaElement ? element.value : (element as HTMLElement).innerText.replace(/\n$/, ""),
    );
  }

  hasFocus(): Promise<boolean> {
    return this.page.$eval(this.spot.input, (element) => document.activeElement === element);
  }

  /** The draft as the page's own model has it, where it has one. */
  async believed(): Promise<string> {
    return this.spot.state ? await this.page.$eval(this.spot.state, (element) => element.textContent) : await this.draft();
  }

  async send(way: Way): Promise<void> {
    switch (way) {
      case "button":
        await this.scrollIntoView(this.spot.button);
        await this.page.click(this.spot.button);
        return;
      case "ctrlEnter":
        await this.press("Control", "Enter");
        return;
      case "enterOnButton":
        await this.page.focus(this.spot.button);
        await this.press("Enter");
        return;
      case "siteRequestSubmit":
        await this.press("F2");
        return;
      case "siteClick":
        await this.press("F4");
        return;
    }
  }

  /** What has been posted from this page: counted by the server, or read in the practice page's feed. */
  async posts(): Promise<readonly string[]> {
    if (this.spot.stage !== "practice") return this.session.server.postsOf(this.run);
    return await practicePosts(this.page);
  }

  /** Lets everything the page has begun come to its end: two frames, a task, and a round trip to the server. */
  async settle(): Promise<void> {
    const pass = (): Promise<boolean> =>
      this.page.evaluate(async (server) => {
        for (let at = 0; at < 2; at += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (server) await fetch("/settle", { method: "POST", body: "" });
        return true;
      }, this.spot.stage !== "practice");
    // A form posted by the browser itself takes the page away under our feet: then the new page is asked.
    await until("the page to come to rest", pass);
  }

  async expectPosts(expected: readonly string[]): Promise<void> {
    await until(`${expected.length} post(s)`, async () => (await this.posts()).length >= expected.length);
    await this.settle();
    const posts = (await this.posts()).map((text) => text.trim());
    if (JSON.stringify(posts) !== JSON.stringify(expected)) {
      throw new Error(`posted ${JSON.stringify(posts)} instead of ${JSON.stringify(expected)}`);
    }
  }

  private async scrollIntoView(selector: string): Promise<void> {
    await this.page.$eval(selector, (element) => element.scrollIntoView({ block: "center" }));
  }
}

/** The replies shown in the practice page's feed. */
async function practicePosts(page: Page): Promise<string[]> {
  return await page.$$eval("#feed .replies > li", (found) => found.map((reply) => reply.lastChild?.textContent ?? ""));
}
