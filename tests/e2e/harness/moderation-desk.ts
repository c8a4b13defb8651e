import type { Page } from "puppeteer-core";
import type { ModerationEvent, Recorded } from "../../../extension/shared/events.ts";
import type { Seat } from "./overlay.ts";
import type { Session } from "./session.ts";
import { until } from "./wait.ts";

/** What the page has done: the action, the comment, and when. */
export interface Done {
  what: string;
  at: number;
}

/** A thread, and the moderator's hands on its comments. */
export class ModerationDesk implements Seat {
  readonly spot = { kind: "textarea", input: "textarea" } as const;

  private constructor(
    readonly session: Session,
    readonly page: Page,
    private readonly run: string,
  ) {}

  /** Opens the page where the extension works; `shy`: its menus close as soon as the focus leaves them. */
  static async open(session: Session, shy = false): Promise<ModerationDesk> {
    await session.forgetEvents();
    const run = session.server.newRun();
    const page = await session.open(`${session.server.origin}/moderation?run=${run}${shy ? "&shy" : ""}`);
    return new ModerationDesk(session, page, run);
  }

  get view(): Page {
    return this.page;
  }

  async corner(): Promise<{ x: number; y: number }> {
    return { x: 0, y: 0 };
  }

  address(): Promise<string> {
    return this.page.evaluate(() => location.href);
  }

  /** A real press on a control of a comment. */
  async press(comment: string, control: "more" | "report" | "reply" | "fold" | "drop"): Promise<void> {
    const selector = `#${comment} .${control}`;
    await this.page.$eval(selector, (element) => element.scrollIntoView({ block: "center" }));
    await this.page.click(selector);
  }

  /** Opens the menu of a comment and presses an item of it. */
  async choose(comment: string, item: string): Promise<void> {
    await this.press(comment, "more");
    await this.pressItem(item);
  }

  async pressItem(item: string): Promise<void> {
    const found = await until(`the item ${item}`, () => this.page.evaluateHandle((name) => [...document.querySelectorAll("[role=menuitem]")].find((one) => one.textContent.startsWith(name)) ?? null, item).then((one) => one.asElement()));
    await (found as unknown as { click(): Promise<void> }).click();
  }

  isAsked(): Promise<boolean> {
    return this.page.$eval("#question", (dialog) => (dialog as HTMLDialogElement).open);
  }

  /** Presses « Confirmer » in the page's own dialog. */
  async confirm(): Promise<void> {
    await until("the page's question", () => this.isAsked());
    await this.page.click("#yes");
  }

  done(): Done[] {
    return this.session.server.postsOf(this.run).map((line) => {
      const [action = "", comment = "", at = "0"] = line.split(" ");
      return { what: `${action} ${comment}`, at: Number(at) };
    });
  }

  /** Lets what the page has begun come to its end. */
  async settle(): Promise<void> {
    await this.page.evaluate(async () => {
      for (let at = 0; at < 2; at += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      await fetch("/settle", { method: "POST", body: "" });
    });
  }

  async expectDone(expected: readonly string[]): Promise<void> {
    await until(`done: ${expected.join(", ") || "nothing"}`, () => this.done().length >= expected.length);
    await this.settle();
    const found = this.done().map((one) => one.what);
    if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`done ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  }

  /** What the extension has written down, oldest first. */
  async recorded(): Promise<Recorded<ModerationEvent>[]> {
    return (await this.session.events()) as Recorded<ModerationEvent>[];
  }
}
