/** Text areas and single-line comment inputs. */

import { deepActiveElement, execCommand } from "../shared/safe-dom";
import { isSingleLineComposer, mayWatch } from "./eligible";
import { becomes } from "./read-back";
import type { Editor, Mechanism, Projection } from "./types";

type Field = HTMLTextAreaElement | HTMLInputElement;

class FieldProjection implements Projection {
  constructor(readonly text: string) {}
  range(): null {
    return null;
  }
  offsetOf(): null {
    return null;
  }
}

class FieldEditor implements Editor {
  readonly kind = "field";
  readonly singleLine: boolean;

  constructor(readonly element: Field) {
    this.singleLine = element instanceof HTMLInputElement;
  }

  read(): Projection {
    return new FieldProjection(this.element.value);
  }

  async replace(start: number, end: number, text: string): Promise<boolean> {
    const before = this.element.value;
    const expected = before.slice(0, start) + text + before.slice(end);
    this.focus();
    this.element.setSelectionRange(start, end);
    execCommand(text === "" ? "delete" : "insertText", text);
    return becomes(() => this.element.value, expected, 200);
  }

  watch(signal: AbortSignal, onChange: (byUser: boolean) => void): void {
    this.element.addEventListener("input", (event) => onChange(event.isTrusted), { signal });
    // A page that empties the field after posting fires no event at all: look when something else happens.
    let last = this.element.value;
    const look = () => {
      if (this.element.value === last) return;
      last = this.element.value;
      onChange(false);
    };
    const timer = setInterval(look, 400);
    signal.addEventListener("abort", () => clearInterval(timer), { once: true });
  }

  caret(): number | null {
    return deepActiveElement() === this.element ? this.element.selectionEnd : null;
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }
}

export const textarea: Mechanism = {
  name: "textarea",
  open(target) {
    if (target instanceof HTMLTextAreaElement) {
      return !target.readOnly && !target.disabled && mayWatch(target) ? new FieldEditor(target) : null;
    }
    if (target instanceof HTMLInputElement) {
      return !target.readOnly && !target.disabled && isSingleLineComposer(target) ? new FieldEditor(target) : null;
    }
    return null;
  },
};
