/** What the card and the suggestions have in common: one box beside the editor, movable, closed by Escape. */

import { t } from "../shared/i18n";
import { rectOf } from "../shared/safe-dom";
import { control, hold, isControl, succession } from "./controls";
import { h } from "./h";
import type { Memory } from "./memory";
import { panelPlace, spotOf } from "./position";

/** How far an arrow key moves the box, in pixels. */
const STEP = 24;
const ARROWS: Record<string, readonly [number, number]> = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

export class Panel {
  readonly element: HTMLElement;
  private readonly body = h("div");
  private readonly grip = control("", () => undefined, { class: "grip", "aria-label": t("panelMove"), title: t("panelMove"), "data-name": "grip" });
  private readonly back = control(t("panelPutBack"), () => this.putBack(), { class: "back", "data-name": "back", hidden: true });
  /** From the corner of the box to the pointer that drags it. */
  private dragged: { x: number; y: number; moved: boolean } | null = null;

  constructor(
    readonly name: "card" | "suggestions",
    label: string,
    private readonly editor: Element,
    private readonly memory: Memory,
    private readonly keepClear: () => readonly DOMRect[],
  ) {
    const head = h("div", { class: "head" }, this.grip, this.back);
    this.element = h("section", { class: "panel", role: "dialog", "aria-label": label, tabindex: "-1" }, head, this.body);
    const grip = {
      down: ({ x, y }: { x: number; y: number }) => {
        const { left, top } = this.element.getBoundingClientRect();
        this.dragged = { x: x - left, y: y - top, moved: false };
      },
      move: ({ x, y }: { x: number; y: number }) => {
        if (!this.dragged) return;
        this.dragged.moved = true;
        this.moveTo(x - this.dragged.x, y - this.dragged.y);
      },
      up: () => {
        const moved = this.dragged?.moved === true;
        this.dragged = null;
        if (!moved) return;
        this.place();
        this.memory.keep();
      },
      twice: () => this.putBack(),
    };
    hold(head, grip);
    hold(this.grip, grip);
  }

  /** Fills the box anew, and keeps the focus inside if it was there. */
  fill(...content: Array<Node | null>): void {
    const root = this.element.getRootNode() as ShadowRoot;
    const held = root.activeElement && this.body.contains(root.activeElement) ? (root.activeElement.getAttribute("data-name") ?? "") : null;
    const succeed = succession(this.controls());
    this.body.replaceChildren(...content.filter((node): node is Node => node !== null));
    this.place();
    succeed(this.controls());
    if (held === null) return;
    const again = this.controls().find((button) => button.dataset["name"] === held && held !== "");
    focusIn(again ?? this.element);
  }

  controls(): HTMLElement[] {
    return [...this.body.querySelectorAll<HTMLButtonElement>("button:not([disabled])")].filter(isControl);
  }

  focusFirst(): void {
    focusIn(this.controls()[0] ?? this.element);
  }

  /** Alt and an arrow on the handle move the box; true when the key is taken. */
  key(event: KeyboardEvent): boolean {
    const by = ARROWS[event.key];
    const focused = (this.element.getRootNode() as ShadowRoot).activeElement;
    if (!by || !event.altKey || focused !== this.grip) return false;
    event.preventDefault();
    const { left, top } = this.element.getBoundingClientRect();
    this.moveTo(left + by[0], top + by[1]);
    this.memory.keep();
    return true;
  }

  private moveTo(left: number, top: number): void {
    const { width, height } = this.element.getBoundingClientRect();
    this.memory.look.spot = spotOf({ left, top, width, height });
    this.place();
  }

  private putBack(): void {
    this.dragged = null;
    this.memory.look.spot = null;
    this.memory.keep();
    if (this.back === (this.element.getRootNode() as ShadowRoot).activeElement) focusIn(this.grip);
    this.place();
  }

  place(): void {
    const { style } = this.element;
    this.back.hidden = this.memory.look.spot === null;
    // Measured at its own height: it may have been made lower where it stood before.
    style.maxBlockSize = "";
    const own = this.element.getBoundingClientRect();
    // Under the hand it goes where it is led; it makes room when it is let go.
    const keepClear = this.dragged ? [] : this.keepClear();
    const place = panelPlace(rectOf(this.editor), own.width, own.height, keepClear, this.memory.look.spot);
    if (place.height < own.height) style.maxBlockSize = `${place.height}px`;
    style.left = `${place.left}px`;
    style.top = `${place.top}px`;
  }
}

/** Focuses something in a box of ours, and scrolls the box to it, the page never. */
export function focusIn(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

/** Tab goes round inside this box. */
export function keepTabInside(event: KeyboardEvent, controls: readonly HTMLElement[], focused: Element | null): void {
  if (event.key !== "Tab" || controls.length === 0) return;
  event.preventDefault();
  const at = controls.indexOf(focused as HTMLElement);
  const next = event.shiftKey ? (at <= 0 ? controls.length - 1 : at - 1) : (at + 1) % controls.length;
  const control = controls[next];
  if (control) focusIn(control);
}
