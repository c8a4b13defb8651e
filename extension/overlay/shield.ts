/**
 * Nothing that happens in the overlay is told to the page.
 *
 * A closed root alone leaks: in Firefox `event.originalTarget` hands its inside to any listener, and keys
 * pressed in it bubble through the page. So every event aimed at the host is stopped at the window,
 * before anyone else, and trusted presses are led to our controls by position or focus.
 */

import { type Grip, gripOf, isControl, press } from "./controls";
import type { Host } from "./host";

/** Event types beyond those the gate listens to from the start. */
export const OTHER_EVENTS = [
  "mousemove", "mouseover", "mouseout", "mouseenter", "mouseleave", "pointermove", "pointerover", "pointerout", "pointercancel",
  "gotpointercapture", "lostpointercapture",
  "dblclick", "contextmenu", "wheel", "touchmove", "touchcancel", "focusin", "focusout", "focus", "blur", "selectstart",
  "dragstart", "copy", "cut", "paste", "input", "change", "beforetoggle", "toggle", "scroll",
] as const;

/** What the pointer holds. */
let held: { grip: Grip; pointer: number } | null = null;

/** Whether this event happened in the overlay. */
export function happenedIn(host: Host, event: Event): boolean {
  return event.target === host.element;
}

const at = (host: Host, event: MouseEvent): Element | null => host.root.elementFromPoint(event.clientX, event.clientY);

function click(host: Host, event: MouseEvent): void {
  const focused = host.root.activeElement;
  if (event.detail === 0 && isControl(focused)) press(focused, null);
  else press(at(host, event), event);
}

/** Follows the pointer on what is held. */
function follow(host: Host, event: PointerEvent): void {
  if (event.type === "pointerdown") {
    held = null;
    const found = event.button === 0 ? gripOf(at(host, event)) : null;
    if (!found) return;
    held = { grip: found.grip, pointer: event.pointerId };
    // Without it, a pointer that leaves the overlay would be the page's.
    found.element.setPointerCapture(event.pointerId);
    held.grip.down(event);
  } else if (held?.pointer === event.pointerId) {
    if (event.type === "pointermove") held.grip.move(event);
    else {
      const { grip } = held;
      held = null;
      grip.up(event, event.type === "pointerup");
    }
  }
}

/** Stops the event and does what the user meant by it. `onKey` may take a key for itself. */
export function shield(host: Host, event: Event, onKey: (event: KeyboardEvent) => void): void {
  event.stopImmediatePropagation();
  if (!event.isTrusted) return;
  switch (event.type) {
    case "pointerdown":
    case "pointermove":
    case "pointerup":
    case "pointercancel":
      follow(host, event as PointerEvent);
      return;
    case "mousedown":
      // The focus stays in the editor when a control is pressed with the mouse: pages fold a composer that loses it.
      event.preventDefault();
      return;
    case "touchstart":
      // A finger that stays would open the browser's menu instead of holding the button.
      if (held) event.preventDefault();
      return;
    case "click":
      click(host, event as MouseEvent);
      return;
    case "dblclick":
      gripOf(at(host, event as MouseEvent))?.grip.twice?.();
      return;
    case "keydown": {
      const key = event as KeyboardEvent;
      // A key still held from before the panel opened must not press its first button.
      if (key.repeat && (key.key === "Enter" || key.key === " ")) key.preventDefault();
      onKey(key);
      return;
    }
    case "keyup":
      onKey(event as KeyboardEvent);
  }
}
