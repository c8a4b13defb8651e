/**
 * The overlay's buttons. They hold no listener: the event shield stops every event before it enters the
 * closed root, and calls the control itself. So a script of the page can neither see nor press them.
 */

import { h } from "./h";

/** A control that appeared a moment ago is not pressed: the page may have moved it under the finger. */
const SETTLES_AFTER = 400;

interface Point {
  x: number;
  y: number;
}

interface Control {
  readonly act: () => void;
  /** What pressing it means: two controls of one meaning are one to the finger. */
  readonly meaning: string;
  /** When it came to where it stands. */
  since: number;
  /** Where one of the same meaning stood just before, and since when. */
  before: { box: DOMRect; since: number } | null;
}

/** What is held rather than pressed: a button held down, a header dragged. */
export interface Grip {
  /** The pointer went down on it. */
  down(at: Point): void;
  move(at: Point): void;
  /** The pointer was lifted; `kept` is false when the browser took it away. */
  up(at: Point, kept: boolean): void;
  twice?(): void;
}

const controls = new WeakMap<Element, Control>();
const grips = new WeakMap<Element, Grip>();

/** A button of ours. `meaning` tells it from another one that looks the same. */
export function control(label: string, act: () => void, attributes: Record<string, string | boolean | null> = {}, meaning = label): HTMLButtonElement {
  const button = h("button", { type: "button", ...attributes }, label);
  controls.set(button, { act, meaning, since: performance.now(), before: null });
  return button;
}

/** Makes an element one that is held. */
export function hold<Held extends Element>(element: Held, grip: Grip): Held {
  grips.set(element, grip);
  return element;
}

function within({ left, right, top, bottom }: DOMRect, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function hasSettled({ since, before }: Control, at: Point | null): boolean {
  const now = performance.now();
  if (now - since >= SETTLES_AFTER) return true;
  // The finger was already on it: only its neighbours were drawn anew.
  return before !== null && now - before.since >= SETTLES_AFTER && (at === null || within(before.box, at));
}

/** Presses the control that holds `element`, if it has settled under the pointer and is enabled; by keyboard there is no pointer. */
export function press(element: Element | null, at: Point | null): void {
  for (let current = element; current; current = current.parentElement) {
    const found = controls.get(current);
    if (!found) continue;
    if (!(current as HTMLButtonElement).disabled && hasSettled(found, at)) found.act();
    return;
  }
}

/** What is held at `element`, and the element that is; a button in between is pressed instead. */
export function gripOf(element: Element | null): { element: Element; grip: Grip } | null {
  for (let current = element; current; current = current.parentElement) {
    const grip = grips.get(current);
    if (grip) return (current as HTMLButtonElement).disabled ? null : { element: current, grip };
    if (controls.has(current)) return null;
  }
  return null;
}

/** Whether this element is a control of ours. */
export function isControl(element: Element | null): boolean {
  return element !== null && controls.has(element);
}

/** Remembers where controls stand; what it returns is called once others have taken their places. */
export function succession(old: readonly Element[]): (fresh: readonly Element[]) => void {
  const stood = old.flatMap((element) => {
    const known = controls.get(element);
    return known ? [{ known, box: element.getBoundingClientRect() }] : [];
  });
  return (fresh) => {
    for (const element of fresh) {
      const next = controls.get(element);
      const last = stood.find(({ known }) => known.meaning === next?.meaning);
      if (!next || !last) continue;
      const { left, top, width, height } = element.getBoundingClientRect();
      const moved = [left - last.box.left, top - last.box.top, width - last.box.width, height - last.box.height].some((by) => Math.abs(by) > 1);
      if (moved) next.since = performance.now();
      else next.since = last.known.since;
      next.before = moved ? { box: last.box, since: last.known.since } : last.known.before;
    }
  };
}
