/** What the card and the suggestions have in common: one box beside the editor, closed by Escape. */

import { rectOf } from "../shared/safe-dom";
import { h } from "./h";
import { isControl } from "./controls";
import { panelPlace } from "./position";

export class Panel {
  readonly element: HTMLElement;

  constructor(
    readonly name: "card" | "suggestions",
    label: string,
    private readonly editor: Element,
  ) {
    this.element = h("section", { class: "panel", role: "dialog", "aria-label": label, tabindex: "-1" });
  }

  /** Fills the box anew, and keeps the focus inside if it was there. */
  fill(...content: Array<Node | null>): void {
    const root = this.element.getRootNode() as ShadowRoot;
    const held = root.activeElement && this.element.contains(root.activeElement) ? (root.activeElement.getAttribute("data-name") ?? "") : null;
    this.element.replaceChildren(...content.filter((node): node is Node => node !== null));
    this.place();
    if (held === null) return;
    const again = this.controls().find((button) => button.dataset.name === held && held !== "");
    (again ?? this.element).focus({ preventScroll: true });
  }

  controls(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLButtonElement>("button:not([disabled])")].filter(isControl);
  }

  focusFirst(): void {
    (this.controls()[0] ?? this.element).focus({ preventScroll: true });
  }

  place(): void {
    const own = this.element.getBoundingClientRect();
    const place = panelPlace(rectOf(this.editor), own.width, own.height);
    this.element.style.left = `${place.left}px`;
    this.element.style.top = `${place.top}px`;
  }
}

/** Tab goes round inside this box. */
export function keepTabInside(event: KeyboardEvent, controls: readonly HTMLElement[], focused: Element | null): void {
  if (event.key !== "Tab" || controls.length === 0) return;
  event.preventDefault();
  const at = controls.indexOf(focused as HTMLElement);
  const next = event.shiftKey ? (at <= 0 ? controls.length - 1 : at - 1) : (at + 1) % controls.length;
  controls[next]?.focus({ preventScroll: true });
}
