/** A sentence in a corner of the window, for a while: what was done, what could not be, what to do now. */

import { h } from "./h";
import { notePlace } from "./position";

const STAYS = 9000;

export class Note {
  private element: HTMLElement | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly stage: HTMLElement) {}

  get isShown(): boolean {
    return this.element !== null;
  }

  /** Says this, in place of what was said before. */
  show(text: string): void {
    this.hush();
    this.element = h("p", { class: "note" }, text);
    this.timer = setTimeout(() => this.hush(), STAYS);
    this.stage.append(this.element);
  }

  /** Stands over none of the rectangles to keep clear. */
  place(keepClear: readonly DOMRect[]): void {
    if (!this.element) return;
    const { width, height } = this.element.getBoundingClientRect();
    const place = notePlace(width, height, keepClear);
    this.element.style.left = `${place.left}px`;
    this.element.style.top = `${place.top}px`;
  }

  hush(): void {
    clearTimeout(this.timer);
    this.element?.remove();
    this.element = null;
  }
}
