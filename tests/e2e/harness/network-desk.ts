import type { ElementHandle, Frame, KeyInput, Page } from "puppeteer-core";
import type { PageStatus } from "../../../extension/shared/messages.ts";
import { networkFixtures } from "../fixtures/networks/index.ts";
import type { ThreadItem } from "../fixtures/networks/kit.ts";
import type { NetworkSpot, PostingKey, Presses } from "../fixtures/networks/spot.ts";
import type { Seat } from "./overlay.ts";
import type { SentModeration, SentReply } from "./runs.ts";
import type { Session } from "./session.ts";
import { until } from "./wait.ts";

/** An open page of a network with one reply box in mind: the community manager's hands and eyes on it. */
export class NetworkDesk implements Seat {
  private constructor(
    readonly session: Session,
    readonly place: NetworkSpot,
    readonly page: Page,
    readonly view: Page | Frame,
    private readonly run: string,
  ) {}

  /** Opens the page where the extension may enter, and the reply box on it. */
  static async open(session: Session, place: NetworkSpot): Promise<NetworkDesk> {
    const desk = await NetworkDesk.arrive(session, place);
    for (const selector of place.opens ?? []) await desk.click(selector);
    await until("the reply box", () => desk.view.$(place.composer));
    return desk;
  }

  /** Opens the page alone. */
  static async arrive(session: Session, place: NetworkSpot): Promise<NetworkDesk> {
    const fixture = networkFixtures.find((one) => one.network === place.network && one.page === place.page);
    if (!fixture) throw new Error(`no fixture for ${place.network}/${place.page}`);
    const [host] = fixture.hosts;
    await session.allow(`https://${host}/*`);
    const run = session.server.newRun();
    const address = new URL(place.path ?? fixture.path, `https://${host}`);
    address.searchParams.set("run", run);
    const page = await session.open(address.href);
    const { frame } = place;
    const view = frame === undefined ? page : await until("the frame", () => page.frames().find((one) => one.url().includes(frame)));
    return new NetworkDesk(session, place, page, view, run);
  }

  get spot(): Seat["spot"] {
    return { kind: this.place.kind, input: this.place.composer };
  }

  address(): Promise<string> {
    return this.page.evaluate(() => location.href);
  }

  /** A real click on what the page shows there, once it shows it. */
  async click(selector: string): Promise<void> {
    await (await this.shown(selector)).click();
  }

  private async shown(selector: string): Promise<ElementHandle<Element>> {
    return await until(`${selector} to be shown`, () => this.visible(selector));
  }

  private async visible(selector: string): Promise<ElementHandle<Element> | null> {
    const found = await this.view.$(selector);
    return (await found?.isVisible()) ? found : null;
  }

  /** Where the frame's corner is on the page. */
  async corner(): Promise<{ x: number; y: number }> {
    if (this.view === this.page) return { x: 0, y: 0 };
    const frame = await (this.view as Frame).frameElement();
    const inside = await frame?.evaluate((element) => {
      const { x, y } = element.getBoundingClientRect();
      return { x: x + element.clientLeft, y: y + element.clientTop };
    });
    if (!inside) throw new Error("the frame is gone");
    return inside;
  }

  /** A real click in the reply box; Sang-froid is beside it when this returns. */
  async focus(): Promise<void> {
    await this.click(this.place.composer);
    await until("Sang-froid beside the reply box", () => this.view.$("[popover=manual]"));
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Puts another text in the place of the draft, by keyboard. */
  async replace(text: string): Promise<void> {
    await this.refocus();
    await this.press("Control+a");
    await this.press("Backspace");
    await this.type(text);
  }

  /** Presses a key, or one with Control or Shift held. */
  async press(key: PostingKey | "Escape" | "Shift+Enter" | "Control+a" | "Backspace"): Promise<void> {
    const [first, second] = key.split("+") as KeyInput[];
    if (!first) return;
    if (!second) return await this.page.keyboard.press(first);
    await this.page.keyboard.down(first);
    await this.page.keyboard.press(second);
    await this.page.keyboard.up(first);
  }

  /** Sends by the button, or by a key pressed in the reply box. */
  async send(way: "button" | PostingKey): Promise<void> {
    if (way === "button") return await this.click(this.place.submit);
    await this.refocus();
    await this.press(way);
  }

  /** Gives the reply box its caret back where it has lost it. */
  private async refocus(): Promise<void> {
    const box = await this.shown(this.place.composer);
    const held = await box.evaluate((element) => element.matches(":focus, :focus-within"));
    if (!held) await box.click();
  }

  async draft(): Promise<string> {
    return await this.view.$eval(this.place.composer, (element) =>
      element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element.value : (element as HTMLElement).innerText.replace(/\n$/, ""),
    );
  }

  status(): Promise<PageStatus> {
    return this.address().then((url) => this.session.statusOf(url));
  }

  /** Presses what does this to a comment, up to its end, or until `stopped` says that something has come between. */
  async moderate(presses: Presses, comment: ThreadItem, stopped: () => Promise<unknown>): Promise<"done" | "stopped"> {
    for (const selector of presses(comment)) {
      const next = await until(`${selector} to be shown`, async () => ((await stopped()) ? "stopped" : await this.visible(selector)));
      if (next === "stopped") return next;
      await next.click();
    }
    return "done";
  }

  replies(): readonly SentReply[] {
    return this.session.server.repliesOf(this.run);
  }

  moderations(): readonly SentModeration[] {
    return this.session.server.moderationsOf(this.run);
  }

  /** Lets everything the page has begun come to its end: two frames, a task, and a round trip to the server. */
  async settle(): Promise<void> {
    await until("the page to come to rest", () =>
      this.view.evaluate(async () => {
        for (let at = 0; at < 2; at += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => setTimeout(resolve, 0));
        await fetch("/e2e/settle", { method: "POST", body: "" });
        return true;
      }),
    );
  }

  async expectReplies(expected: readonly SentReply[]): Promise<void> {
    await until(`${expected.length} reply(s)`, () => this.replies().length >= expected.length || expected.length === 0);
    await this.settle();
    const sent = this.replies().map((reply) => ({ ...reply, text: reply.text.trim() }));
    if (JSON.stringify(sent) !== JSON.stringify(expected)) throw new Error(`sent ${JSON.stringify(sent)} instead of ${JSON.stringify(expected)}`);
  }
}
