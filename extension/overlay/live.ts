/** What is said aloud: a polite region, heard when the user pauses. */

import { h } from "./h";

export class Live {
  readonly element = h("div", { class: "live", role: "status", "aria-live": "polite", "aria-atomic": "true" });

  /** Says `text`; the same sentence twice in a row is said twice. */
  say(text: string): void {
    // A region only speaks when its content changes: a no-break space makes a repetition a change.
    this.element.textContent = this.element.textContent === text ? `${text}\u00A0` : text;
  }
}
