/** Items that nothing marks: known by the one thing of its kind that each of them holds, such as its date. */

import { ancestors, childrenOf, composedParent, matches, queryAll } from "../../shared/safe-dom";
import type { ItemDescription } from "../description";

/** No item is as large as these. */
const LARGER = "article,main,dialog,[role=dialog],[role=main],body,html";

const held = (element: Element, selector: string): number => Number(matches(element, selector)) + queryAll(element, selector, 2).length;

/** How many stand beside a branch, counted to `most`: a list of thousands is left at its first ones. */
function heldBeside(branch: Element, selector: string, most: number): number {
  const parent = composedParent(branch);
  let count = 0;
  for (const child of parent ? childrenOf(parent) : []) {
    if (child instanceof Element && child !== branch) count += held(child, selector);
    if (count >= most) break;
  }
  return count;
}

/** The largest element around this one that holds the thing, and no other of its kind. */
export function aloneAround(element: Element, { item, alone = item }: ItemDescription): Element | null {
  let largest = element;
  let count = held(element, alone);
  if (count > 1 || matches(element, LARGER)) return null;
  for (const area of ancestors(element)) {
    if (matches(area, LARGER)) break;
    count += heldBeside(largest, alone, 2 - count);
    if (count > 1) break;
    largest = area;
  }
  return held(largest, item) > 0 ? largest : null;
}
