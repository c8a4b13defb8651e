import type { Frame, Page } from "puppeteer-core";
import type { Seat } from "./overlay.ts";
import type { Session } from "./session.ts";
import { until } from "./wait.ts";

/** One editor of the table: a page of its own, with the real library. */
export interface EditorRow {
  name: string;
  /** The page, under /editors/. */
  path: string;
  kind: "textarea" | "editable";
  /** The reply box; `>>>` enters shadow roots. */
  input: string;
  /** The frame the reply box is in. */
  frame?: string;
  /** The frame is the editor from edge to edge: its button and its script are outside. */
  bare?: boolean;
  /** One line only. */
  single?: boolean;
  /** The box stands in a form, which the site may submit by itself. */
  form?: boolean;
}

/** What the fixtures say and do for the tests (shell.js). */
interface Fixture {
  e2eEditor: { model(): string; fill(): void; changed: number };
}

/** An open page with one editor: the person's hands on it, and what its own model holds. */
export class EditorDesk implements Seat {
  readonly spot: Seat["spot"];

  private constructor(
    readonly session: Session,
    readonly row: EditorRow,
    readonly page: Page,
    readonly view: Page | Frame,
    private readonly home: Page | Frame,
    private readonly run: string,
  ) {
    this.spot = { kind: row.kind, input: row.input };
  }

  static async open(session: Session, row: EditorRow): Promise<EditorDesk> {
    const run = session.server.newRun();
    const page = await session.open(`${session.server.origin}/editors/${row.path}?run=${run}`);
    const { frame: selector } = row;
    const view = selector ? await until("the frame", async () => await (await page.$(selector))?.contentFrame()) : page;
    const home = row.bare ? page : view;
    const desk = new EditorDesk(session, row, page, view, home, run);
    await until("the editor to be ready", () => home.evaluate(() => "e2eEditor" in globalThis));
    return desk;
  }

  address(): Promise<string> {
    return this.page.evaluate(() => location.href);
  }

  async corner(): Promise<{ x: number; y: number }> {
    if (!this.row.frame) return { x: 0, y: 0 };
    return await this.page.$eval(this.row.frame, (frame) => {
      const { left, top } = frame.getBoundingClientRect();
      return { x: left + frame.clientLeft, y: top + frame.clientTop };
    });
  }

  /** A real click in the editor; Sang-froid is beside it when this returns. */
  async focus(): Promise<void> {
    await this.click(this.row.input);
    await until("Sang-froid beside the editor", () => this.hostPresent());
  }

  hostPresent(): Promise<boolean> {
    return this.view.evaluate(() => document.querySelectorAll("html > :not(head, body)").length === 1);
  }

  async click(selector: string): Promise<void> {
    await this.view.$eval(selector, (element) => element.scrollIntoView({ block: "center" }));
    await this.view.click(selector);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(...keys: Parameters<Page["keyboard"]["press"]>[0][]): Promise<void> {
    for (const key of keys.slice(0, -1)) await this.page.keyboard.down(key);
    const last = keys.at(-1);
    if (last) await this.page.keyboard.press(last);
    for (const key of keys.slice(0, -1).toReversed()) await this.page.keyboard.up(key);
  }

  /** Empties the editor by keyboard. */
  async erase(): Promise<void> {
    await this.press("Control", "a");
    await this.press("Backspace");
    await this.holds("");
  }

  /** The text by the editor's own account. */
  model(): Promise<string> {
    return this.home.evaluate(() => (globalThis as unknown as Fixture).e2eEditor.model());
  }

  /** Waits until the editor's own model holds this text. */
  async holds(text: string): Promise<void> {
    await until(`the model to hold ${JSON.stringify(text)}`, async () => {
      const model = await this.model();
      if (model === text) return true;
      throw new Error(JSON.stringify(model));
    });
  }

  /** How long ago the text last changed, in milliseconds. */
  unchangedFor(): Promise<number> {
    return this.home.evaluate(() => performance.now() - (globalThis as unknown as Fixture).e2eEditor.changed);
  }

  /** Fills the editor by its own means. */
  async fill(): Promise<void> {
    await this.home.evaluate(() => (globalThis as unknown as Fixture).e2eEditor.fill());
  }

  /** Waits until Sang-froid has read this text. */
  async isRead(text: string): Promise<void> {
    await until(`Sang-froid to have read ${JSON.stringify(text)}`, async () => {
      const { e2eDraft } = await this.session.stored();
      if (e2eDraft === text) return true;
      throw new Error(JSON.stringify(e2eDraft));
    });
  }

  posts(): readonly string[] {
    return this.session.server.postsOf(this.run);
  }

  /** Waits for these posts, then until the page has come to rest, and looks that there are no others. */
  async expectPosts(expected: readonly string[]): Promise<void> {
    await until(`${expected.length} post(s)`, () => this.posts().length >= expected.length);
    await this.home.evaluate(async () => {
      for (let at = 0; at < 2; at += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      await fetch("/settle", { method: "POST", body: "" });
    });
    const posts = this.posts();
    if (JSON.stringify(posts) !== JSON.stringify(expected)) throw new Error(`posted ${JSON.stringify(posts)} instead of ${JSON.stringify(expected)}`);
  }
}
