/** Editables: `contenteditable` elements, whether plain or the picture of a framework's model. */

import { closest, composedParent, isConnected, matches } from "../shared/safe-dom";
import { draft } from "./draft";
import { isEditorFrame, mayWatch } from "./eligible";
import type { Family } from "./family";
import { lexical } from "./lexical";
import { plain } from "./plain";
import { project } from "./projection";
import { prosemirror } from "./prosemirror";
import { quill } from "./quill";
import { becomes, pause, sameWords } from "./read-back";
import { type Place, placesOf, selectedIn, selectPlaces } from "./selection";
import { slate } from "./slate";
import type { Editor, Mechanism, Projection } from "./types";
import { UserHands } from "./user-hands";

const FAMILIES: readonly Family[] = [draft, lexical, quill, prosemirror, slate];

/** The family of this editable. */
function familyOf(editable: Element): Family {
  return FAMILIES.find(({ mark }) => matches(editable, mark) || closest(editable, mark)) ?? plain;
}

class RichEditor implements Editor {
  readonly kind = "rich";
  readonly singleLine = false;

  constructor(readonly element: HTMLElement) {}

  /** Asked each time: pages put the framework's mark on after the first focus. */
  private get family(): Family {
    return familyOf(this.element);
  }

  read(): Projection {
    return project(this.element, this.family.reading);
  }

  async replace(start: number, end: number, text: string): Promise<boolean> {
    if (start === end && text === "") return true;
    const { element, family } = this;
    const before = this.read();
    const range = before.range(start, end);
    if (!range) return false;
    const expected = before.text.slice(0, start) + text + before.text.slice(end);
    this.focus();
    const caret = selectedIn(element);
    // Words left selected would be lost to the next key.
    const giveBack = () => caret && this.read().text === before.text && selectPlaces(element, caret);
    const hands = new UserHands(element, giveBack);
    selectPlaces(element, placesOf(range));
    await pause(family.settles);
    hands.release();
    // The user wrote or clicked, or the page drew the editor anew, while the selection settled: theirs it is.
    const free = !hands.moved && this.stillSelects(before.text, start, end);
    const written = free && (text === "" ? family.erase(element) : family.write(element, text)) && (await becomes(() => this.read().text, expected));
    if (!written) giveBack();
    return written;
  }

  /** Whether the selection is the one that was made, in the text that was read. Editors shift its ends over line ends. */
  private stillSelects(text: string, start: number, end: number): boolean {
    const now = this.read();
    const selected = isConnected(this.element) && now.text === text ? selectedIn(this.element) : null;
    if (!selected) return false;
    const near = (place: Place, wanted: number) => {
      const at = now.offsetOf(place.node, place.offset);
      return at !== null && sameWords(text.slice(Math.min(at, wanted), Math.max(at, wanted)), "");
    };
    return near(selected.start, start) && near(selected.end, end);
  }

  watch(signal: AbortSignal, onChange: (byUser: boolean) => void): void {
    this.element.addEventListener("input", (event) => onChange(event.isTrusted), { signal });
    const observer = new MutationObserver(() => onChange(false));
    observer.observe(this.element, { subtree: true, childList: true, characterData: true });
    signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  }

  caret(): number | null {
    const selected = selectedIn(this.element);
    if (!selected) return null;
    const { node, offset } = selected.backwards ? selected.start : selected.end;
    return this.read().offsetOf(node, offset);
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

export const rich: Mechanism = {
  name: "rich",
  open(target) {
    const host = editingHost(target);
    // A whole page made editable is a document, not a reply.
    if (!host || host === document.documentElement || (host === document.body && !isEditorFrame(host))) return null;
    return mayWatch(host) ? new RichEditor(host) : null;
  },
};
