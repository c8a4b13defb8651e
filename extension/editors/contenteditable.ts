/** Editables: `contenteditable` elements, whether plain or kept by a framework. */

import { composedParent, containsComposed } from "../shared/safe-dom";
import { mayWatch } from "./eligible";
import { frameworkOf } from "./frameworks";
import { becomes } from "./insert";
import { project } from "./projection";
import { select, typeOver } from "./rich-insert";
import type { Editor, Mechanism, Projection } from "./types";

class RichEditor implements Editor {
  readonly kind = "rich";
  readonly singleLine = false;

  constructor(readonly element: HTMLElement) {}

  read(): Projection {
    return project(this.element);
  }

  async replace(start: number, end: number, text: string): Promise<boolean> {
    const projection = this.read();
    const range = projection.range(start, end);
    if (!range) return false;
    const expected = projection.text.slice(0, start) + text + projection.text.slice(end);
    const framework = frameworkOf(this.element);
    this.focus();
    await select(range, framework);
    // The page may have changed the text while the selection settled.
    if (this.read().text !== projection.text) return false;
    typeOver(this.element, text, framework);
    return becomes(() => this.read().text, expected);
  }

  watch(signal: AbortSignal, onChange: (byUser: boolean) => void): void {
    this.element.addEventListener("input", (event) => onChange(event.isTrusted), { signal });
    const observer = new MutationObserver(() => onChange(false));
    observer.observe(this.element, { subtree: true, childList: true, characterData: true });
    signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  }

  caret(): number | null {
    const selection = Document.prototype.getSelection.call(document);
    const node = selection?.focusNode;
    if (!selection || !node || !containsComposed(this.element, node)) return null;
    return this.read().offsetOf(node, selection.focusOffset);
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }
}

/** The root of the editable around an element: where editing begins. */
function editingHost(target: Element): HTMLElement | null {
  if (!(target instanceof HTMLElement) || !target.isContentEditable) return null;
  let host = target;
  for (let above = composedParent(host); above instanceof HTMLElement && above.isContentEditable; above = composedParent(above)) host = above;
  return host;
}

export const contenteditable: Mechanism = {
  name: "contenteditable",
  open(target) {
    const host = editingHost(target);
    // A whole page made editable is a document, not a reply.
    if (!host || host === document.body || host === document.documentElement) return null;
    return mayWatch(host) ? new RichEditor(host) : null;
  },
};
