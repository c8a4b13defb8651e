/** Where things stand beside the editor, and noticing that it moved. */

import { rectOf } from "../shared/safe-dom";

/** A rectangle in the viewport. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const MARGIN = 6;

type Edges = Pick<DOMRect, "left" | "top" | "right" | "bottom">;

function overlaps(box: Box, other: Edges): boolean {
  return box.left < other.right && box.left + box.width > other.left && box.top < other.bottom && box.top + box.height > other.top;
}

function inside(box: Box): boolean {
  return box.left >= 0 && box.top >= 0 && box.left + box.width <= innerWidth && box.top + box.height <= innerHeight;
}

const isClear = (box: Box, keepClear: readonly Edges[]): boolean => !keepClear.some((rect) => overlaps(box, rect));

/** The place nearest to where `box` stands that is in view and over none of the rectangles; null where there is none. */
function nearestClear(box: Box, keepClear: readonly Edges[]): Box | null {
  const { width, height } = box;
  const inView = keepClear.filter((rect) => rect.right > 0 && rect.left < innerWidth && rect.bottom > 0 && rect.top < innerHeight);
  const across = [box.left, EDGE, innerWidth - width - EDGE, ...inView.flatMap(({ left, right }) => [left - width - MARGIN, right + MARGIN])];
  const down = [box.top, EDGE, innerHeight - height - EDGE, ...inView.flatMap(({ top, bottom }) => [top - height - MARGIN, bottom + MARGIN])];
  let nearest: Box | null = null;
  let shortest = Infinity;
  for (const left of across) {
    for (const top of down) {
      const place = { left, top, width, height };
      const distance = Math.hypot(left - box.left, top - box.top);
      if (distance < shortest && inside(place) && isClear(place, inView)) [nearest, shortest] = [place, distance];
    }
  }
  return nearest;
}

/** A place for the badge: beside the editor, over none of the rectangles to keep clear. */
export function badgePlace(editor: DOMRect, width: number, height: number, keepClear: readonly Edges[]): Box {
  const right = editor.right - width;
  const places = [
    { left: right, top: editor.top - height - MARGIN },
    { left: editor.left, top: editor.bottom + MARGIN },
    { left: right, top: editor.bottom + MARGIN },
    { left: editor.left, top: editor.top - height - MARGIN },
    { left: right - MARGIN, top: editor.bottom - height - MARGIN },
    { left: right - MARGIN, top: editor.top + MARGIN },
  ].map((place) => ({ ...place, width, height }));
  const first = places[0] as Box;
  return places.find((box) => inside(box) && isClear(box, keepClear)) ?? nearestClear(first, keepClear) ?? places.find((box) => isClear(box, keepClear)) ?? first;
}

const EDGE = 8;
/** Room for the badge between the editor and a panel. */
const BADGE_ROOM = 34;
/** A panel lower than this helps nobody. */
const LOWEST = 96;

/** Where the user put the panels: thousandths of the free way from the left and from the top. */
export interface Spot {
  x: number;
  y: number;
}

const way = (whole: number, part: number): number => Math.max(0, whole - part - 2 * EDGE);

/** The place of a spot, for a panel of this size in this window. */
function atSpot({ x, y }: Spot, width: number, height: number): Box {
  return { left: EDGE + (way(innerWidth, width) * x) / 1000, top: EDGE + (way(innerHeight, height) * y) / 1000, width, height };
}

/** The spot of a place, brought into view. */
export function spotOf({ left, top, width, height }: Box): Spot {
  const thousandths = (at: number, room: number) => (room === 0 ? 0 : Math.round((Math.min(Math.max(0, at - EDGE), room) / room) * 1000));
  return { x: thousandths(left, way(innerWidth, width)), y: thousandths(top, way(innerHeight, height)) };
}

/**
 * A place for a panel: where the user put it, else below the editor, above it, or beside it, so that the words
 * stay readable; in view, and over nothing to keep clear. Where it finds no room it gets lower, and scrolls.
 */
export function panelPlace(editor: DOMRect, width: number, height: number, keepClear: readonly Edges[], spot: Spot | null): Box {
  const left = Math.max(EDGE, Math.min(editor.left, innerWidth - width - EDGE));
  const top = Math.max(EDGE, Math.min(editor.top, innerHeight - height - EDGE));
  const places = [
    { left, top: editor.bottom + BADGE_ROOM },
    { left, top: editor.top - height - BADGE_ROOM },
    { left: editor.right + EDGE, top },
    { left: editor.left - width - EDGE, top },
  ].map((place) => ({ ...place, width, height }));
  const wanted = spot ? atSpot(spot, width, height) : (places[0] as Box);
  const open = (box: Box) => inside(box) && isClear(box, keepClear);
  const usual = (spot ? [wanted] : places).find(open) ?? (spot ? null : nearestClear(wanted, [...keepClear, editor]));
  if (usual) return usual;
  for (let room = height; room >= LOWEST; room -= 24) {
    const found = nearestClear({ ...wanted, height: room }, keepClear);
    if (found) return found;
  }
  return { left, top: Math.max(EDGE, innerHeight - height - EDGE), width, height };
}

/** A place for a sentence that passes: bottom left, unless something to keep clear is there. */
export function notePlace(width: number, height: number, keepClear: readonly Edges[]): Box {
  const corner = { left: 2 * EDGE, top: innerHeight - height - 2 * EDGE, width, height };
  return isClear(corner, keepClear) ? corner : (nearestClear(corner, keepClear) ?? corner);
}

/** Whether any of the element can be seen in the viewport. */
export function isInView(rect: DOMRect): boolean {
  return rect.width > 0 && rect.height > 0 && rect.bottom > 0 && rect.right > 0 && rect.top < innerHeight && rect.left < innerWidth;
}

/** Calls back when the element may have moved: scrolling, resizing, and neighbours that grow. */
export function followElement(element: Element, signal: AbortSignal, moved: () => void): void {
  window.addEventListener("scroll", moved, { signal, capture: true, passive: true });
  window.addEventListener("resize", moved, { signal, passive: true });
  visualViewport?.addEventListener("resize", moved, { signal, passive: true });
  const sizes = new ResizeObserver(moved);
  sizes.observe(element);

  // An area cut to exactly where the element stands: any shift makes it leave the area.
  let watcher: IntersectionObserver | null = null;
  const arm = () => {
    watcher?.disconnect();
    if (signal.aborted) return;
    const rect = rectOf(element);
    if (!isInView(rect)) return;
    const inset = [rect.top, innerWidth - rect.right, innerHeight - rect.bottom, rect.left].map((edge) => `${-Math.max(0, Math.floor(edge))}px`);
    let first: number | null = null;
    watcher = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        if (first === null) first = entry.intersectionRatio;
        else if (entry.intersectionRatio !== first) {
          moved();
          arm();
        }
      },
      { rootMargin: inset.join(" "), threshold: [0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1] },
    );
    watcher.observe(element);
  };
  arm();
  window.addEventListener("scrollend", arm, { signal, capture: true, passive: true });
  signal.addEventListener(
    "abort",
    () => {
      sizes.disconnect();
      watcher?.disconnect();
    },
    { once: true },
  );
}
