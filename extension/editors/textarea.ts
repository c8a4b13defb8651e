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
    // An input takes line ends out and glues the words together.
    const words = this.singleLine ? text.replaceAll(/\s*\n\s*/g, " ") : text;
    const expected = before.slice(0, start) + words + before.slice(end);
    if (expected === before) return true;
    this.focus();
    this.element.setSelectionRange(start, end);
    execCommand(words === "" ? "delete" : "insertText", words);
    return becomes(() => this.element.value, expected, 200);
  }

  watch(signal: AbortSignal, onChange: (byUser: boolean) => void): void {
    let last = this.element.value;
    const look = (byUser: boolean) => {
      const { value } = this.element;
      if (value === last) return;
      last = value;
      onChange(byUser);
    };
    this.element.addEventListener("input", (event) => look(event.isTrusted), { signal });
    // A page that empties the field after a post tells nobody. But the caret moves with the text, and that is told.
    this.element.addEventListener("selectionchange", () => look(false), { signal });
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
