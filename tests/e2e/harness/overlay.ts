import type { Frame, Page } from "puppeteer-core";
import type { Session } from "./session.ts";
import type { Spot } from "./stages.ts";
import { until } from "./wait.ts";

/** Where an overlay stands: the page in the browser, the document of it that holds the reply box, and the box. */
export interface Seat {
  readonly session: Session;
  readonly page: Page;
  readonly view: Page | Frame;
  readonly spot: Pick<Spot, "kind" | "input">;
  address(): Promise<string>;
  /** Where that document begins in the window. */
  corner(): Promise<{ x: number; y: number }>;
}

/** A control of the overlay, as a person finds it: a name and a place. */
export interface Control {
  name: string;
  disabled: boolean;
  x: number;
  y: number;
}

export interface Panel {
  text: string;
  buttons: Control[];
}

export interface Card extends Panel {
  why: string;
  source: string;
  fixes: Control[];
}

export interface Suggested {
  text: string;
  insert: Control;
}

/** The overlay's controls are deaf for their first 400 ms, by design: the page may have moved them under the finger. */
const SETTLES_AFTER = 420;

export type Decision = "anyway" | "edit" | "calm";

/** The reason the tests give. */
const REASON = /^(Fausse alerte|False alarm)$/;
/** What a held button says once it has been held long enough. */
const HELD = /^(Relâchez|Let go)/;

const DECISIONS: Record<Decision, RegExp> = {
  anyway: /Publier quand même|(Publish|Post) anyway/i,
  edit: /^(Modifier|Edit)/i,
  calm: /sang-froid|cool-headed|calmer|calm version/i,
};

/** What a look into the overlay finds. */
interface Look {
  gate: Panel | null;
  card: Card | null;
  panel: Panel | null;
  badge: Control | null;
  suggestions: Suggested[];
  live: string;
  marks: { x: number; y: number; width: number; height: number }[];
}

/** The overlay, seen through its opened root and touched only with mouse and keyboard. */
export class Overlay {
  private readonly page: Page;
  private readonly view: Page | Frame;

  constructor(private readonly desk: Seat) {
    this.page = desk.page;
    this.view = desk.view;
  }

  async look(): Promise<Look> {
    return await this.view.evaluate(lookInside);
  }

  async gate(): Promise<Panel | null> {
    return (await this.look()).gate;
  }

  async card(): Promise<Card | null> {
    return (await this.look()).card;
  }

  /** The buttons of what is open beside the editor. */
  async panelButtons(): Promise<Control[]> {
    return (await this.look()).panel?.buttons ?? [];
  }

  async badge(): Promise<Control | null> {
    return (await this.look()).badge;
  }

  async suggestions(): Promise<Suggested[]> {
    return (await this.look()).suggestions;
  }

  async live(): Promise<string> {
    return (await this.look()).live;
  }

  /** The words underlined. In a text area: the words under the marks, as the browser's own caret sees them. */
  async underlined(): Promise<string[]> {
    return this.desk.spot.kind === "editable"
      ? await this.view.evaluate(highlightedWords)
      : await this.view.$eval(this.desk.spot.input, wordsUnder, (await this.look()).marks);
  }

  /** Waits until the same control has had the focus, or has stood at a point, long enough to be heard. */
  private async letSettle(at: { x: number; y: number } | null): Promise<void> {
    await this.view.evaluate(
      async (point, settles) => {
        const find = (): Element | null => {
          for (const host of document.querySelectorAll("*")) {
            const found = point ? host.shadowRoot?.elementFromPoint(point.x, point.y) : host.shadowRoot?.activeElement;
            if (found) return found.closest("button") ?? found;
          }
          return null;
        };
        let since = performance.now();
        let before = find();
        while (performance.now() - since < settles) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          const now = find();
          if (now !== before) since = performance.now();
          before = now;
        }
      },
      at && { x: at.x, y: at.y },
      SETTLES_AFTER,
    );
  }

  /** Enter on the control that has the focus. */
  async pressFocused(): Promise<void> {
    await this.letSettle(null);
    await this.page.keyboard.press("Enter");
  }

  /** A real press. */
  async press(control: Control): Promise<void> {
    await this.letSettle(control);
    await this.click(control);
  }

  /** A real press, with a key pressed before anything can come of it. */
  async pressAndType(control: Control, key: Parameters<Page["keyboard"]["press"]>[0]): Promise<void> {
    await this.letSettle(control);
    const { x, y } = await this.desk.corner();
    await this.page.mouse.move(x + control.x, y + control.y);
    await this.page.mouse.down();
    await Promise.all([this.page.mouse.up(), this.page.keyboard.press(key)]);
  }

  private async click(at: { x: number; y: number }): Promise<void> {
    const { x, y } = await this.desk.corner();
    await this.page.mouse.click(x + at.x, y + at.y);
  }

  async clickBadge(): Promise<void> {
    await this.press(await until("the badge", () => this.badge()));
  }

  /** A shortcut of the browser: headless browsers have no keyboard of their own, the message is what it becomes. */
  async command(name: "open-card" | "suggest"): Promise<void> {
    await this.desk.session.tellTab(await this.desk.address(), { route: "command", payload: { name } });
    await this.page.bringToFront();
  }

  private async decision(kind: Decision): Promise<Control | undefined> {
    return (await this.gate())?.buttons.find((one) => DECISIONS[kind].test(one.name));
  }

  async nameOf(kind: Decision): Promise<string> {
    return (await until(`the button ${kind}`, () => this.decision(kind))).name;
  }

  /** The button of the first reason; none where none is asked for. */
  async reason(): Promise<Control | undefined> {
    return (await this.gate())?.buttons.find((one) => REASON.test(one.name));
  }

  /** Waits until the button may be pressed: the breath, the moment against blind presses, the reason where one is asked for. */
  async waitForDecision(kind: Decision): Promise<Control> {
    const reason = kind === "anyway" ? await this.reason() : undefined;
    if (reason) await this.press(reason);
    return await until(
      `the button ${kind} to be ready`,
      async () => {
        const found = await this.decision(kind);
        return found && !found.disabled && found;
      },
      15_000,
    );
  }

  /** Presses it, or holds it until it says so. */
  async decide(kind: Decision): Promise<void> {
    const button = await this.waitForDecision(kind);
    await this.letSettle(button);
    if (kind === "anyway" && (await this.reason())) await this.hold(button);
    else await this.click(button);
  }

  /** Holds a button of the gate with the mouse until it asks to be let go. */
  async hold(button: Control): Promise<void> {
    const { x, y } = await this.desk.corner();
    await this.page.mouse.move(x + button.x, y + button.y);
    await this.page.mouse.down();
    await this.untilHeld();
    await this.page.mouse.up();
  }

  /** The held button says that it was held long enough. */
  async untilHeld(): Promise<void> {
    await until("the button to be held long enough", async () => (await this.gate())?.buttons.some((one) => HELD.test(one.name)));
  }

  /** All the words to be seen in the overlay. */
  async text(): Promise<string> {
    return await this.view.evaluate(() =>
      [...document.querySelectorAll("*")].map((element) => element.shadowRoot?.textContent ?? "").join(" "),
    );
  }

  async holdsFocus(): Promise<boolean> {
    return await this.view.evaluate(() =>
      [...document.querySelectorAll("*")].some((element) => element.shadowRoot?.activeElement),
    );
  }

  /** Goes by Tab to the control of this name. */
  async tabTo(name: string): Promise<void> {
    for (let at = 0; at < 40; at += 1) {
      const here = await this.view.evaluate(() => {
        for (const element of document.querySelectorAll("*")) {
          const active = element.shadowRoot?.activeElement;
          if (active) return active.getAttribute("aria-label") ?? (active as HTMLElement).innerText.trim();
        }
        return null;
      });
      if (here === name) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`Tab never comes to "${name}"`);
  }

  /** From now on, counts the dialogs that show, frame after frame. */
  async recordDialogs(): Promise<void> {
    await this.view.evaluate(() => {
      const memory = globalThis as { e2eDialogs?: number };
      memory.e2eDialogs = 0;
      const watch = (): void => {
        for (const element of document.querySelectorAll("div[popover=manual]")) {
          for (const dialog of element.shadowRoot?.querySelectorAll("[role=dialog], [role=alertdialog], dialog") ?? []) {
            if (dialog.checkVisibility() && dialog.getBoundingClientRect().height > 0) memory.e2eDialogs = (memory.e2eDialogs ?? 0) + 1;
          }
        }
        requestAnimationFrame(watch);
      };
      watch();
    });
  }

  async dialogsSeen(): Promise<number> {
    return await this.view.evaluate(() => (globalThis as { e2eDialogs?: number }).e2eDialogs ?? -1);
  }

  /** From now on, remembers whether these words were ever to be read in the overlay. */
  async recordText(words: RegExp): Promise<void> {
    await this.view.evaluate((source, flags) => {
      const memory = globalThis as { e2eText?: boolean };
      const wanted = new RegExp(source, flags);
      memory.e2eText = false;
      const watch = (): void => {
        for (const element of document.querySelectorAll("*")) {
          for (const inner of element.shadowRoot?.querySelectorAll("*") ?? []) {
            const own = [...inner.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue).join("");
            if (wanted.test(own) && inner.checkVisibility() && inner.getBoundingClientRect().height > 1) memory.e2eText = true;
          }
        }
        requestAnimationFrame(watch);
      };
      watch();
    }, words.source, words.flags);
  }

  async textSeen(): Promise<boolean> {
    return await this.view.evaluate(() => (globalThis as { e2eText?: boolean }).e2eText === true);
  }

  /** Arms a clock in the page: it starts at the next key and stops at the first frame with an underline. */
  async timeNextUnderline(): Promise<void> {
    await this.view.evaluate((kind) => {
      const memory = globalThis as { e2eTime?: number | null };
      memory.e2eTime = null;
      const shown = (): boolean => {
        if (kind === "editable") return [...CSS.highlights.values()].some((highlight) => highlight.size > 0);
        return [...document.querySelectorAll("*")].some((element) => element.shadowRoot?.querySelector(".mirror span"));
      };
      addEventListener(
        "keydown",
        (event) => {
          const started = event.timeStamp;
          const watch = (): void => {
            if (shown()) memory.e2eTime = performance.now() - started;
            else requestAnimationFrame(watch);
          };
          requestAnimationFrame(watch);
        },
        { once: true, capture: true },
      );
    }, this.desk.spot.kind);
  }

  async timeMeasured(): Promise<number | null> {
    return await this.view.evaluate(() => (globalThis as { e2eTime?: number | null }).e2eTime ?? null);
  }
}

/** Runs in the page. */
function highlightedWords(): string[] {
  const words: { text: string; at: number }[] = [];
  for (const highlight of CSS.highlights.values()) {
    for (const range of highlight) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      if (!live.collapsed) words.push({ text: live.toString(), at: live.getBoundingClientRect().top * 10_000 + live.getBoundingClientRect().left });
    }
  }
  return words.toSorted((one, other) => one.at - other.at).map((one) => one.text);
}

/** Runs in the page: the browser says which characters of the text area lie under each end of each mark. */
function wordsUnder(field: Element, marks: { x: number; y: number; width: number; height: number }[]): string[] {
  const box = field as HTMLTextAreaElement;
  const root = box.getRootNode();
  const options = root instanceof ShadowRoot ? { shadowRoots: [root] } : {};
  return marks.map((mark) => {
    const middle = mark.y + mark.height / 2;
    const start = document.caretPositionFromPoint(mark.x + 1, middle, options);
    const end = document.caretPositionFromPoint(mark.x + mark.width - 1, middle, options);
    if (start?.offsetNode !== box || end?.offsetNode !== box) return "(a mark outside the text area)";
    return box.value.slice(start.offset, end.offset);
  });
}

/** Runs in the page: everything a person could see of the overlay. */
function lookInside(): Look {
  // Pages have shadow roots of their own; ours is the one in the top layer.
  const roots = [...document.querySelectorAll("div[popover=manual]")].flatMap((element) => (element.shadowRoot ? [element.shadowRoot] : []));
  const find = (selector: string): HTMLElement[] => roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
  const visible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().height > 0;
  const nameOf = (element: HTMLElement): string => element.getAttribute("aria-label") ?? element.innerText.trim();
  const control = (element: HTMLElement): Control => {
    const box = element.getBoundingClientRect();
    return {
      name: nameOf(element),
      disabled: element.matches(":disabled, [aria-disabled=true]"),
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
    };
  };
  const panel = (element: HTMLElement): Panel => ({
    text: element.innerText,
    buttons: [...element.querySelectorAll<HTMLElement>("button, [role=button]")].filter(visible).map(control),
  });
  const shown = (selector: string): HTMLElement | undefined => find(selector).find(visible);
  const gate = shown("[role=alertdialog]");
  const card = find("[role=dialog]").find((one) => visible(one) && one.querySelector("[data-name=suggest]"));
  const dialog = shown("[role=dialog]");
  const badge = shown(".badge button");
  const cardOf = (element: HTMLElement): Card => {
    const paragraphs = [...element.querySelectorAll<HTMLElement>("p")];
    return {
      ...panel(element),
      why: paragraphs.find((one) => one.className === "" && !one.querySelector(".severity"))?.innerText ?? "",
      source: paragraphs.findLast((one) => one.className === "soft")?.innerText ?? "",
      fixes: [...element.querySelectorAll<HTMLElement>("[data-name^=fix-]")].map(control),
    };
  };
  return {
    gate: gate ? panel(gate) : null,
    card: card ? cardOf(card) : null,
    panel: dialog ? panel(dialog) : null,
    badge: badge ? control(badge) : null,
    suggestions: find("[data-name^=reply-]").filter(visible).map((one) => ({ text: one.innerText, insert: control(one) })),
    live: find("[aria-live=polite]").map((region) => region.textContent).join(""),
    marks: find(".mirror span").filter(visible).map((mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      return { x, y, width, height };
    }),
  };
}
