/** From a composer to the comment it answers. */

import { closestComposed, containsComposed, matches, previousElementOf, queryAll, queryDocument } from "../../shared/safe-dom";
import type { ComposerDescription, Field, ItemDescription, Layout, Way } from "../description";
import { answeredIn, beginsWithNameOf } from "./conversation";
import { itemOf, itemsBefore, itemsIn, plainHandle, readField, type ReadItem, readItem } from "./fields";
import type { Memory } from "./memory";
import { readText, saysSomething } from "./text";

const MOST_ITEMS = 400;

function lastBefore(editor: Element, scope: Element, kind: ItemDescription): ReadItem | null {
  const last = itemsBefore(editor, scope, kind).next().value;
  return last ? readItem(last, kind) : null;
}

/** Whether the box names the author of this comment as the one it answers. */
function isShown(replied: ReadItem, editor: Element, { box, author }: { box: string; author: Field }): boolean {
  const scope = closestComposed(editor, box);
  const shown = scope && plainHandle(readField(scope, [author]));
  return shown !== null && (shown === replied.handle || shown === plainHandle(replied.author));
}

const allItems = (kind: ItemDescription): ReadItem[] =>
  itemsIn(document, kind, MOST_ITEMS)
    .map((item) => readItem(item, kind))
    .filter((item) => item !== null);

function isAddressOf(permalink: string | null): boolean {
  return permalink !== null && new URL(permalink).pathname === location.pathname;
}

/** The comment whose words stand around the composer too: the one pressed last, else the one that says most of them. */
function shownIn(scope: Element, editor: Element, kind: ItemDescription, { replied }: Memory): ReadItem | null {
  const around = `\n${readText(scope, (element) => element === editor)}\n`;
  const says = (item: ReadItem) => around.includes(`\n${item.text}\n`);
  if (replied && says(replied)) return replied;
  const others = allItems(kind).filter((item) => !containsComposed(scope, item.element) && says(item));
  return others.reduce<ReadItem | null>((longest, item) => (longest && longest.text.length >= item.text.length ? longest : item), null);
}

/** The comment found one way; null when it leads nowhere, `unclear` when it leads to several. */
export function follow(way: Way, editor: Element, layout: Layout, composer: ComposerDescription, memory: Memory): ReadItem | "unclear" | null {
  const kind = layout.comment;
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
      if (!replied || (way.shows && !isShown(replied, editor, way.shows))) return null;
      if (way.within === undefined) return replied;
      const scope = closestComposed(editor, way.within);
      // Lists that show what is in view alone put another comment in the same element.
      return scope && containsComposed(scope, replied.element) && readItem(replied.element, kind)?.text === replied.text ? replied : null;
    }
    case "after": {
      const box = closestComposed(editor, way.box);
      const before = box && previousElementOf(box);
      return before && itemOf(before, kind) === before ? readItem(before, kind) : null;
    }
    case "mention": {
      const { replied } = memory;
      return replied && beginsWithNameOf(editor, replied) ? replied : null;
    }
    case "conversation": {
      const scope = closestComposed(editor, way.within);
      return scope && answeredIn(scope, editor, layout, readField(editor, composer.named && [composer.named]), memory.replied);
    }
    case "main": {
      if (way.outside !== undefined && closestComposed(editor, way.outside)) return null;
      if (way.item === undefined) return allItems(kind).find((item) => isAddressOf(item.permalink)) ?? null;
      const main = queryDocument(way.item, 4).find((element) => matches(element, kind.item) && itemOf(element, kind) === element);
      return main ? readItem(main, kind) : null;
    }
    case "shown": {
      const scope = closestComposed(editor, way.within);
      return scope && shownIn(scope, editor, kind, memory);
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
