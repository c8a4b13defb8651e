/**
 * A button that acts when it has been held and is let go: nobody holds it by mistake. For those who cannot
 * hold, two presses with more than a second between them.
 *
 * It acts on the release, not while it is held: the rest of the press, or a key that repeats, would fall into
 * the page that stands below.
 */

import { t, uiLanguage } from "../shared/i18n";
import { control, hold } from "./controls";
import { h } from "./h";

/** Milliseconds. */
const HELD = 1500;
const BETWEEN_PRESSES = 1000;
const SECOND_PRESS_WITHIN = 15_000;
/** A click this soon after a release belongs to it. */
const CLICK_FOLLOWS = 100;

interface Point {
  x: number;
  y: number;
}

export class HoldButton {
  private readonly ring = h("span", { class: "ring", "aria-hidden": "true" });
  private readonly label = h("span");
  readonly element: HTMLButtonElement;
  private started: number | null = null;
  private released = Number.NEGATIVE_INFINITY;
  private firstPress = Number.NEGATIVE_INFINITY;
  private frame = 0;

  constructor(
    private readonly done: () => void,
    private readonly say: (text: string) => void,
  ) {
    // A click without a pointer comes from an assistive tool: it is one of two presses.
    const click = () => void (performance.now() - this.released > CLICK_FOLLOWS && this.pressed());
    this.element = control("", click, { class: "hold", disabled: true, "aria-describedby": "gate-hint" });
    this.element.append(this.ring, this.label);
    hold(this.element, {
      down: () => this.begin(),
      move: (at) => void (this.isUnder(at) || this.stop()),
      up: (at, kept) => this.end(kept && this.isUnder(at)),
    });
    this.show(0);
  }

  private isUnder({ x, y }: Point): boolean {
    const { left, right, top, bottom } = this.element.getBoundingClientRect();
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  /** Enter and Space hold it too; true when the key is taken. */
  key(event: KeyboardEvent): boolean {
    if (event.key !== "Enter" && event.key !== " ") return false;
    event.preventDefault();
    if (event.type === "keyup") this.end(true);
    else if (!event.repeat) this.begin();
    return true;
  }

  private begin(): void {
    this.stop();
    if (this.element.disabled) return;
    const started = performance.now();
    this.started = started;
    let full = false;
    const draw = () => {
      const part = Math.min(1, (performance.now() - started) / HELD);
      this.show(part);
      if (part === 1 && !full) this.say(t("gateRelease"));
      full = part === 1;
      this.frame = full ? 0 : requestAnimationFrame(draw);
    };
    draw();
  }

  private end(kept: boolean): void {
    const held = this.started === null ? null : performance.now() - this.started;
    this.stop();
    this.released = performance.now();
    // Let go of before, by leaving the button: the click that still comes is none.
    if (held === null || !kept) return;
    if (held >= HELD) this.finish();
    else this.pressed();
  }

  private pressed(): void {
    const since = performance.now() - this.firstPress;
    if (since > BETWEEN_PRESSES && since < SECOND_PRESS_WITHIN) {
      this.finish();
      return;
    }
    this.firstPress = performance.now();
    this.say(t("gatePressAgain"));
  }

  /** After what is left of the press: the mouse-up and the click of it are still to come. */
  private finish(): void {
    this.element.disabled = true;
    setTimeout(this.done);
  }

  /** Lets go without acting. */
  stop(): void {
    cancelAnimationFrame(this.frame);
    this.started = null;
    this.show(0);
  }

  /** The part held so far, 0 to 1: a ring for those who see motion, a count in half seconds for all. */
  private show(part: number): void {
    this.ring.style.setProperty("--turn", `${part}turn`);
    const left = Math.ceil(((1 - part) * HELD) / 500) / 2;
    const text = part === 0 ? t("gateHold") : part === 1 ? t("gateRelease") : t("gateHolding", left.toLocaleString(uiLanguage()));
    if (this.label.textContent !== text) this.label.textContent = text;
  }
}
