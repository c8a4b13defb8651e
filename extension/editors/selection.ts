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

/** Both ends of the selection, in the order of the page; null when it is not wholly inside `editable`. */
export function selectedIn(editable: Element): { start: Place; end: Place; backwards: boolean } | null {
  const selection = selectionAt(editable);
  if (!selection || selection.rangeCount === 0) return null;
  const root = rootOf(editable);
  const composed = root instanceof ShadowRoot ? selection.getComposedRanges({ shadowRoots: [root] })[0] : undefined;
  const { startContainer, startOffset, endContainer, endOffset } = composed ?? selection.getRangeAt(0);
  if (!containsComposed(editable, startContainer) || !containsComposed(editable, endContainer)) return null;
  return { start: { node: startContainer, offset: startOffset }, end: { node: endContainer, offset: endOffset }, backwards: selection.direction === "backward" };
}

/** Makes this range the selection. */
export function selectRange(editable: Element, { startContainer, startOffset, endContainer, endOffset }: Range): void {
  selectionAt(editable)?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}
