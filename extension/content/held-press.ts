/**
 * A press held back from its first event to its last. A press is many events (pointerdown … click): stopped at
 * the first, it must be stopped to the last, or pages that act on another one of them get through. It counts
 * when it ends on the control it began on.
 */

import { containsComposed, rectOf } from "../shared/safe-dom";
import { isKey, isPress } from "./intent";

/** After a release, the click that follows it comes within this, or does not come. */
const CLICK_FOLLOWS = 80;
/** The rest of a stopped press arrives within this of its end. */
const TAIL = 700;

interface Press {
  control: Element;
  ended(touch: boolean): void;
  over: boolean;
  touch: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

export class HeldPress {
  private readonly keys = new Set<string>();
  private press: Press | null = null;

  /** Whether this event is the rest of something already stopped. */
  continues(event: Event): boolean {
    if (!event.isTrusted) return false;
    if (isKey(event)) {
      if (event.type === "keydown" && !event.repeat) this.keys.delete(event.code);
      const held = this.keys.has(event.code);
      if (event.type === "keyup") this.keys.delete(event.code);
      return held;
    }
    if (!isPress(event) || !this.press) return false;
    if (event.type === "pointerdown") {
      this.drop();
      return false;
    }
    return this.follow(event, this.press);
  }

  /** Holds a key from its key-down to its key-up; true when it counts: neither repeated, nor let go of only. */
  holdKey(event: KeyboardEvent): boolean {
    if (event.type !== "keydown") return false;
    this.keys.add(event.code);
    return !event.repeat;
  }

  /** Holds a press from this event on, and calls back when it ends on its control. */
  holdPress(event: Event, control: Element, ended: (touch: boolean) => void): void {
    if (event.type === "pointerup" || event.type === "mouseup" || event.type === "touchend") return;
    const touch = event.type.startsWith("touch");
    if (event.type === "click" || event.type === "auxclick") ended(touch);
    else this.press = { control, ended, over: false, touch };
  }

  private follow(event: Event, press: Press): boolean {
    const within = event.composedPath().includes(press.control);
    if (event.type === "click" || event.type === "auxclick") {
      if (within) this.end(press);
      this.drop();
      return within;
    }
    if (event.type === "touchstart") press.touch = true;
    if (event.type === "touchend") {
      if (isUnderTouch(event as TouchEvent, press.control)) this.end(press);
      else press.over = true;
      return within;
    }
    if ((event.type === "pointerup" || event.type === "mouseup") && !press.over) {
      clearTimeout(press.timer);
      // Let go beside the control: the user thought better of it.
      if (within) press.timer = setTimeout(() => this.end(press), CLICK_FOLLOWS);
      else this.drop();
    }
    return within;
  }

  private drop(): void {
    clearTimeout(this.press?.timer);
    this.press = null;
  }

  private end(press: Press): void {
    clearTimeout(press.timer);
    if (press.over) return;
    press.over = true;
    press.timer = setTimeout(() => {
      if (this.press === press) this.press = null;
    }, TAIL);
    press.ended(press.touch);
  }
}

function isUnderTouch(event: TouchEvent, control: Element): boolean {
  const touch = event.changedTouches[0];
  if (!touch) return containsComposed(control, event.composedPath()[0] as Node);
  const { left, right, top, bottom } = rectOf(control);
  return touch.clientX >= left && touch.clientX <= right && touch.clientY >= top && touch.clientY <= bottom;
}
