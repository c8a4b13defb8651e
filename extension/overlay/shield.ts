/**
 * Nothing that happens in the overlay is told to the page.
 *
 * A closed root alone leaks: in Firefox `event.originalTarget` hands its inside to any listener, and keys
 * pressed in it bubble through the page. So every event aimed at the host is stopped at the window,
 * before anyone else, and trusted presses are led to our controls by position or focus.
 */

import { isControl, press } from "./controls";
import type { Host } from "./host";

/** Event types beyond those the gate listens to from the start. */
export const OTHER_EVENTS = [
  "mousemove", "mouseover", "mouseout", "mouseenter", "mouseleave", "pointermove", "pointerover", "pointerout", "pointercancel",
  "dblclick", "contextmenu", "wheel", "touchmove", "touchcancel", "focusin", "focusout", "focus", "blur", "selectstart",
  "dragstart", "copy", "cut", "paste", "input", "change", "beforetoggle", "toggle", "scroll",
] as const;

/** Whether this event happened in the overlay. */
export function happenedIn(host: Host, event: Event): boolean {
  return event.target === host.element;
}

/** The control a trusted press means. */
function pressed(host: Host, event: MouseEvent): Element | null {
  const focused = host.root.activeElement;
  if (event.detail === 0 && isControl(focused)) return focused;
  return host.root.elementFromPoint(event.clientX, event.clientY);
}

/** Stops the event and does what the user meant by it. `onKey` may take a key for itself. */
export function shield(host: Host, event: Event, onKey: (event: KeyboardEvent) => void): void {
  event.stopImmediatePropagation();
  if (!event.isTrusted) return;
  // The focus stays in the editor when a control is pressed with the mouse: pages fold a composer that loses it.
  if (event.type === "mousedown" && event.cancelable) event.preventDefault();
  else if (event.type === "click") press(pressed(host, event as MouseEvent));
  else if (event.type === "keydown") {
    const key = event as KeyboardEvent;
    // A key still held from before the panel opened must not press its first button.
    if (key.repeat && (key.key === "Enter" || key.key === " ")) key.preventDefault();
    onKey(key);
  }
}
