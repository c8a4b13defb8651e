/**
 * The overlay's buttons. They hold no listener: the event shield stops every event before it enters the
 * closed root, and calls the control itself. So a script of the page can neither see nor press them.
 */

import { h } from "./h";

/** A control that appeared a moment ago is not pressed: the page may have moved it under the finger. */
const SETTLES_AFTER = 400;

interface Control {
  readonly act: () => void;
  readonly since: number;
}

const controls = new WeakMap<Element, Control>();

/** A button of ours. */
export function control(label: string, act: () => void, attributes: Record<string, string | boolean | null> = {}): HTMLButtonElement {
  const button = h("button", { type: "button", ...attributes }, label);
  controls.set(button, { act, since: performance.now() });
  return button;
}

/** Presses the control that holds `element`, if it has settled and is enabled. */
export function press(element: Element | null): void {
  for (let current = element; current; current = current.parentElement) {
    const found = controls.get(current);
    if (!found) continue;
    if (!(current as HTMLButtonElement).disabled && performance.now() - found.since >= SETTLES_AFTER) found.act();
    return;
  }
}

/** Whether this element is a control of ours. */
export function isControl(element: Element | null): boolean {
  return element !== null && controls.has(element);
}
