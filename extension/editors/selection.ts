/** The selection of a page, shadow roots entered: `document.getSelection()` alone stops at their door. */

import { containsComposed, rootOf } from "../shared/safe-dom";

/** A position in the page, as ranges have it. */
export interface Place {
  readonly node: Node;
  readonly offset: number;
}

/** Chromium keeps one selection per shadow root, which the standard has not. */
type SelectingRoot = ShadowRoot & { getSelection?: () => Selection | null };

function selectionAt(element: Element): Selection | null {
  const root = rootOf(element);
  const inner = root instanceof ShadowRoot ? (root as SelectingRoot).getSelection?.() : null;
  return inner ?? Document.prototype.getSelection.call(document);
}

/** Both ends of a selection, in the order of the page. */
export interface Selected {
  readonly start: Place;
  readonly end: Place;
  readonly backwards: boolean;
}

export const placesOf = ({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Selected => ({
  start: { node: startContainer, offset: startOffset },
  end: { node: endContainer, offset: endOffset },
  backwards: false,
});

/** What is selected; null when it is not wholly inside `editable`. */
export function selectedIn(editable: Element): Selected | null {
  const selection = selectionAt(editable);
  if (!selection || selection.rangeCount === 0) return null;
  const root = rootOf(editable);
  const composed = root instanceof ShadowRoot ? selection.getComposedRanges({ shadowRoots: [root] })[0] : undefined;
  const places = placesOf(composed ?? selection.getRangeAt(0));
  if (!containsComposed(editable, places.start.node) || !containsComposed(editable, places.end.node)) return null;
  return { ...places, backwards: selection.direction === "backward" };
}

/** Selects from one place to the other; nothing happens when the page has taken them away. */
export function selectPlaces(editable: Element, { start, end, backwards }: Selected): void {
  const [anchor, focus] = backwards ? [end, start] : [start, end];
  try {
    selectionAt(editable)?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  } catch {
    // An offset beyond what is left of its node.
  }
}
