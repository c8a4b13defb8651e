/**
 * Typing into an editable so that its model, its undo history and its caret follow.
 *
 * Measured in both browsers on Draft, Lexical, Quill, ProseMirror, Slate and plain editables:
 * - a selection set by script is seen late; inserting before that appends instead of replacing;
 * - Firefox: `execCommand` suits them all, a synthetic paste loses its data;
 * - Chromium: `execCommand` breaks Slate and the line ends of Draft and Lexical, a synthetic paste suits
 *   them; ProseMirror loses blank lines on paste and wants `execCommand`.
 */

import { isFirefox } from "../shared/engine";
import { execCommand } from "../shared/safe-dom";
import type { Framework } from "./frameworks";
import { pause } from "./insert";

const SELECTION_SEEN_AFTER = 150;

/** Makes this range the selection and waits until the editor has seen it. */
export async function select(range: Range, framework: Framework): Promise<void> {
  const selection = Document.prototype.getSelection.call(document);
  selection?.removeAllRanges();
  selection?.addRange(range);
  await pause(framework === "plain" ? 60 : SELECTION_SEEN_AFTER);
}

/** Types over the selection, once. */
export function typeOver(target: Element, text: string, framework: Framework): void {
  if (text === "") {
    execCommand("delete");
    return;
  }
  const pastes = !isFirefox && framework !== "plain" && framework !== "prosemirror";
  if (pastes && paste(target, text)) return;
  execCommand("insertText", text);
}

/** Whether the editor took the paste as its own. */
function paste(target: Element, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true });
  return !target.dispatchEvent(event);
}
