/**
 * The ways of writing that frameworks hear, each measured in both browsers on the real editors.
 *
 * - Firefox: the editing command suits them all; a synthetic paste loses its data on the way.
 * - Chromium: the editing command suits plain editables, ProseMirror and Quill; it goes behind the back of
 *   Slate, and breaks the lines of Draft and Lexical. Those three take a synthetic paste, line ends and all.
 */

import { execCommand } from "../shared/safe-dom";

/** The browser's own editing command: undo is kept. */
export function typeText(_editable: HTMLElement, text: string): boolean {
  execCommand("insertText", text);
  return true;
}

/** The browser's own deletion. */
export function eraseSelection(): boolean {
  execCommand("delete");
  return true;
}

/** A paste that the editor handles itself; false when it did not, and nothing has happened. */
export function pasteText(editable: HTMLElement, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  return !editable.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
}

/** The announcement of a deletion, for editors that change their model on it and then the page. */
export function announceDeletion(editable: HTMLElement): boolean {
  return !editable.dispatchEvent(new InputEvent("beforeinput", { inputType: "deleteContentBackward", bubbles: true, cancelable: true, composed: true }));
}

/** The key that deletes, for editors that listen to keys alone. */
export function pressBackspace(editable: HTMLElement): boolean {
  return !editable.dispatchEvent(new KeyboardEvent("keydown", { key: "Backspace", code: "Backspace", keyCode: 8, bubbles: true, cancelable: true, composed: true }));
}
