/** An attempt to post, held back, and doing it again exactly once. */

import { formOf, isConnected, matches, rectOf } from "../shared/safe-dom";

/** What the user, or the page, was about to do. */
export type Attempt =
  | { kind: "gesture"; control: Element }
  | { kind: "keys"; target: Element; key: string; code: string; keyCode: number; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean; activates: boolean }
  | { kind: "submit"; form: HTMLFormElement; submitter: HTMLElement | null };

/** Activated by Enter or Space by the browser itself. */
const ACTIVATED = "button,input[type=submit],input[type=button],input[type=image],a[href],summary";

/** The attempt a key press makes. */
export function keysAttempt(event: KeyboardEvent, target: Element): Attempt {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  const plain = !ctrlKey && !metaKey && !altKey;
  return { kind: "keys", target, key, code, keyCode: key === " " ? 32 : 13, ctrlKey, metaKey, altKey, shiftKey, activates: plain && matches(target, ACTIVATED) };
}

function gesture(control: Element): void {
  const { left, top, width, height } = rectOf(control);
  const init = { bubbles: true, cancelable: true, composed: true, view: window, detail: 1, button: 0, clientX: left + width / 2, clientY: top + height / 2 };
  const pointer = { ...init, detail: 0, pointerId: 1, pointerType: "mouse", isPrimary: true };
  control.dispatchEvent(new PointerEvent("pointerdown", { ...pointer, buttons: 1 }));
  control.dispatchEvent(new MouseEvent("mousedown", { ...init, buttons: 1 }));
  control.dispatchEvent(new PointerEvent("pointerup", pointer));
  control.dispatchEvent(new MouseEvent("mouseup", init));
  click(control);
}

function click(control: Element): void {
  if (control instanceof HTMLElement) HTMLElement.prototype.click.call(control);
  else control.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, view: window, detail: 1 }));
}

function submit(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const usable = submitter && isConnected(submitter) && formOf(submitter) === form ? submitter : null;
  try {
    HTMLFormElement.prototype.requestSubmit.call(form, usable);
  } catch {
    HTMLFormElement.prototype.requestSubmit.call(form);
  }
}

/** What the browser does by itself when Enter is pressed in a single-line field. */
function implicitSubmission(field: Element): void {
  const form = formOf(field);
  if (!form) return;
  const button = Element.prototype.querySelector.call(form, "button:not([type=button],[type=reset]),input[type=submit],input[type=image]");
  if (!button) submit(form, null);
  else if (!matches(button, ":disabled")) click(button);
}

function keys(attempt: Extract<Attempt, { kind: "keys" }>): void {
  const { target, key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey } = attempt;
  const make = (type: string) =>
    new KeyboardEvent(type, { key, code, keyCode, which: keyCode, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true, composed: true, view: window } as KeyboardEventInit);
  // A synthetic key does nothing by itself: what the browser would have added is added here.
  let free = target.dispatchEvent(make("keydown"));
  if (free) free = target.dispatchEvent(make("keypress"));
  if (free && attempt.activates && isConnected(target)) click(target);
  if (free && target instanceof HTMLInputElement && !attempt.activates && !ctrlKey && !metaKey && !altKey) implicitSubmission(target);
  if (isConnected(target)) target.dispatchEvent(make("keyup"));
}

/** Does it again; false when what it was aimed at is gone. */
export function perform(attempt: Attempt): boolean {
  switch (attempt.kind) {
    case "gesture":
      if (!isConnected(attempt.control)) return false;
      gesture(attempt.control);
      return true;
    case "keys":
      if (!isConnected(attempt.target)) return false;
      keys(attempt);
      return true;
    case "submit":
      if (!isConnected(attempt.form)) return false;
      submit(attempt.form, attempt.submitter);
      return true;
  }
}
