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

function overlaps(box: Box, other: DOMRect): boolean {
  return box.left < other.right && box.left + box.width > other.left && box.top < other.bottom && box.top + box.height > other.top;
}

function inside(box: Box): boolean {
  return box.left >= 0 && box.top >= 0 && box.left + box.width <= innerWidth && box.top + box.height <= innerHeight;
}

/** A place for the badge: beside the editor, over none of the rectangles to keep clear. */
export function badgePlace(editor: DOMRect, width: number, height: number, keepClear: readonly DOMRect[]): Box {
  const right = editor.right - width;
  const places = [
    { left: right, top: editor.top - height - MARGIN },
    { left: editor.left, top: editor.bottom + MARGIN },
    { left: right, top: editor.bottom + MARGIN },
    { left: editor.left, top: editor.top - height - MARGIN },
    { left: right - MARGIN, top: editor.bottom - height - MARGIN },
    { left: right - MARGIN, top: editor.top + MARGIN },
  ].map((place) => ({ ...place, width, height }));
  const free = (box: Box) => !keepClear.some((rect) => overlaps(box, rect));
  return places.find((box) => inside(box) && free(box)) ?? places.find(free) ?? (places[0] as Box);
}

const EDGE = 8;
/** Room for the badge between the editor and a panel. */
const BADGE_ROOM = 34;

/** A place for a panel: below the editor, above it, or beside it, so that the words stay readable; always in view. */
export function panelPlace(editor: DOMRect, width: number, height: number): Box {
  const left = Math.max(EDGE, Math.min(editor.left, innerWidth - width - EDGE));
  const top = Math.max(EDGE, Math.min(editor.top, innerHeight - height - EDGE));
  const places = [
    { left, top: editor.bottom + BADGE_ROOM },
    { left, top: editor.top - height - BADGE_ROOM },
    { left: editor.right + EDGE, top },
    { left: editor.left - width - EDGE, top },
  ].map((place) => ({ ...place, width, height }));
  return places.find(inside) ?? { left, top: Math.max(EDGE, innerHeight - height - EDGE), width, height };
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
