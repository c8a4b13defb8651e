/** Whether the user did something of their own while we were about to write. */

import { containsComposed } from "../shared/safe-dom";

const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);

/** Watches from its making until `release`. */
export class UserHands {
  moved = false;
  private readonly end = new AbortController();

  /** `giveBack` runs at the first sign of the user, before anything comes of it. */
  constructor(editable: Element, giveBack: () => void) {
    const options = { signal: this.end.signal, capture: true, passive: true };
    const note = (event: Event) => {
      const [target] = event.composedPath();
      if (this.moved || !event.isTrusted || !(target instanceof Node) || !containsComposed(editable, target)) return;
      this.moved = true;
      giveBack();
    };
    for (const type of ["beforeinput", "compositionstart", "pointerdown", "drop"]) window.addEventListener(type, note, options);
    window.addEventListener("keydown", (event) => void (MODIFIERS.has(event.key) || note(event)), options);
  }

  release(): void {
    this.end.abort();
  }
}
