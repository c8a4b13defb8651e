/** An attempt to post, held back, and doing it again exactly once. */

import { formOf, isConnected, matches, rectOf } from "../shared/safe-dom";

/** What the user, or the page, was about to do. */
export type Attempt =
  | { kind: "gesture"; control: Element; touch: boolean }
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

/** Dispatches one event of ours; false when the page prevented what would follow. */
type Dispatch = (target: Element, event: Event) => boolean;

/**
 * A moment for the page between two events, as there is between real ones: a page that posts on the first
 * and clears its state must have done so when the second comes, or it posts twice.
 */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function center(control: Element): { clientX: number; clientY: number } {
  const { left, top, width, height } = rectOf(control);
  return { clientX: left + width / 2, clientY: top + height / 2 };
}

function touchEvent(type: "touchstart" | "touchend", control: Element): Event {
  const plain = { bubbles: true, cancelable: true, composed: true, view: window };
  // Firefox hides the constructor on machines without a touch screen.
  if (typeof TouchEvent !== "function") return new UIEvent(type, plain);
  const touch = new Touch({ identifier: 1, target: control, ...center(control) });
  const touches = type === "touchstart" ? [touch] : [];
  return new TouchEvent(type, { ...plain, touches, targetTouches: touches, changedTouches: [touch] });
}

async function gesture(control: Element, touch: boolean, dispatch: Dispatch, click: (control: Element) => void): Promise<void> {
  const init = { bubbles: true, cancelable: true, composed: true, view: window, detail: 1, button: 0, ...center(control) };
  const pointer = { ...init, detail: 0, pointerId: 1, pointerType: touch ? "touch" : "mouse", isPrimary: true };
  let mouse = true;
  const steps: Array<() => void> = [
    () => dispatch(control, new PointerEvent("pointerdown", { ...pointer, buttons: 1 })),
    () => void (touch && (mouse = dispatch(control, touchEvent("touchstart", control)))),
    () => mouse && !touch && dispatch(control, new MouseEvent("mousedown", { ...init, buttons: 1 })),
    () => dispatch(control, new PointerEvent("pointerup", pointer)),
    () => void (touch && (mouse = dispatch(control, touchEvent("touchend", control)) && mouse)),
    () => mouse && touch && dispatch(control, new MouseEvent("mousedown", { ...init, buttons: 1 })),
    () => mouse && dispatch(control, new MouseEvent("mouseup", init)),
    () => mouse && click(control),
  ];
  for (const step of steps) {
    if (!isConnected(control)) return;
    step();
    await breathe();
  }
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

async function keys(attempt: Extract<Attempt, { kind: "keys" }>, dispatch: Dispatch, ours: (act: () => void) => void): Promise<void> {
  const { target, key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey, activates } = attempt;
  const init = { key, code, keyCode, which: keyCode, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true, composed: true, view: window };
  const press = (type: string) => isConnected(target) && dispatch(target, new KeyboardEvent(type, init));
  // A synthetic key does nothing by itself: what the browser would have added is added here.
  let free = press("keydown");
  await breathe();
  free &&= press("keypress");
  await breathe();
  if (free && isConnected(target)) {
    if (activates) ours(() => click(target));
    else if (target instanceof HTMLInputElement && !ctrlKey && !metaKey && !altKey) ours(() => implicitSubmission(target));
    await breathe();
  }
  press("keyup");
}

/**
 * Does it again. `ours` runs each step so that the gate knows its events. False when what the attempt was
 * aimed at is gone.
 */
export async function perform(attempt: Attempt, ours: (act: () => void) => void): Promise<boolean> {
  const dispatch: Dispatch = (target, event) => {
    ours(() => target.dispatchEvent(event));
    return !event.defaultPrevented;
  };
  switch (attempt.kind) {
    case "gesture":
      if (!isConnected(attempt.control)) return false;
      await gesture(attempt.control, attempt.touch, dispatch, (control) => ours(() => click(control)));
      return true;
    case "keys":
      if (!isConnected(attempt.target)) return false;
      await keys(attempt, dispatch, ours);
      return true;
    case "submit":
      if (!isConnected(attempt.form)) return false;
      ours(() => submit(attempt.form, attempt.submitter));
      return true;
  }
}
