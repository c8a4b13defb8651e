/**
 * The ways of writing that frameworks hear, each measured in both browsers on the real editors.
 *
 * - Chromium: the editing command suits plain editables, ProseMirror and Quill; it goes behind the back of
 *   Slate, and breaks the lines of Draft and Lexical. Those three take a synthetic paste, line ends and all.
 * - Firefox: the editing command suits all but two: Lexical then puts the caret one letter too far, and Quill 1
 *   loses the line ends. A synthetic paste loses its data there, unless it is made in the old manner.
 */

import { isFirefox } from "../shared/engine";
import { execCommand } from "../shared/safe-dom";

/** The browser's own editing command: undo is kept. */
export function typeText(_editable: HTMLElement, text: string): boolean {
  execCommand("insertText", text);
  return true;
}

/** The same, line by line, for editors that lose the line ends of one text. */
export function typeLines(_editable: HTMLElement, text: string): boolean {
  for (const [at, line] of text.split("\n").entries()) {
    if (at > 0) execCommand("insertParagraph");
    if (line !== "") execCommand("insertText", line);
  }
  return true;
}

/** The browser's own deletion. */
export function eraseSelection(): boolean {
  execCommand("delete");
  return true;
}

/** What only Firefox has: a paste made with its text, which it does not lose on the way. */
type OldInit = ClipboardEventInit & { dataType: string; data: string };

/** A paste that the editor handles itself; false when it did not, and nothing has happened. */
export function pasteText(editable: HTMLElement, text: string): boolean {
  const plain = { bubbles: true, cancelable: true, composed: true };
  if (isFirefox) return !editable.dispatchEvent(new ClipboardEvent("paste", { ...plain, dataType: "text/plain", data: text } as OldInit));
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  return !editable.dispatchEvent(new ClipboardEvent("paste", { ...plain, clipboardData }));
}

/** The announcement of a deletion, for editors that change their model on it and then the page. */
export function announceDeletion(editable: HTMLElement): boolean {
  return !editable.dispatchEvent(new InputEvent("beforeinput", { inputType: "deleteContentBackward", bubbles: true, cancelable: true, composed: true }));
}

/** The key that deletes, for editors that listen to keys alone. */
export function pressBackspace(editable: HTMLElement): boolean {
  return !editable.dispatchEvent(new KeyboardEvent("keydown", { key: "Backspace", code: "Backspace", keyCode: 8, bubbles: true, cancelable: true, composed: true }));
}
