/** From a composer to the comment it answers. */

import { closestComposed, containsComposed, follows, matches, queryAll, queryDocument } from "../../shared/safe-dom";
import type { ItemDescription, Way } from "../description";
import { itemOf, itemsIn, readField, type ReadItem, readItem } from "./fields";
import type { Memory } from "./memory";
import { readText, saysSomething } from "./text";

const MOST_ITEMS = 400;

function lastBefore(editor: Element, scope: Element, kind: ItemDescription): ReadItem | null {
  const before = itemsIn(scope, kind, MOST_ITEMS).filter((item) => follows(item, editor) && !containsComposed(item, editor));
  const last = before.at(-1);
  return last ? readItem(last, kind) : null;
}

/** The comment found one way; null when it leads nowhere. */
export function follow(way: Way, editor: Element, kind: ItemDescription, memory: Memory): ReadItem | null {
  switch (way.by) {
    case "inside": {
      const item = itemOf(editor, kind);
      return item && readItem(item, kind);
    }
    case "before": {
      const scope = closestComposed(editor, way.within);
      return scope && lastBefore(editor, scope, kind);
    }
    case "pressed": {
      const { replied } = memory;
      if (!replied) return null;
      if (way.within === undefined) return replied;
      const scope = closestComposed(editor, way.within);
      return scope && containsComposed(scope, replied.element) ? replied : null;
    }
    case "main": {
      const main = queryDocument(way.item, 4).find((element) => matches(element, kind.item) && itemOf(element, kind) === element);
      return main ? readItem(main, kind) : null;
    }
    case "copy": {
      const scope = closestComposed(editor, way.within);
      const body = scope && queryAll(scope, way.text, 4).find((element) => !containsComposed(element, editor));
      const text = body ? readText(body, () => false) : "";
      if (!scope || !body || !saysSomething(text)) return null;
      return { element: body, text, author: readField(scope, way.author), handle: null, time: null, id: null, permalink: null, own: null };
    }
  }
}
