/** The comment and the answers among which a reply box stands, and which of them it answers. */

import { closestComposed, composedParent, containsComposed, matches, previousElementOf, textOf } from "../../shared/safe-dom";
import type { Layout } from "../description";
import { itemOf, itemsBefore, itemsIn, type ReadItem, readItem } from "./fields";
import { fold } from "./names";

const MOST_ITEMS = 400;

const valueOf = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.get;

/** Whether the text begins with the name or the handle of somebody: sites put it there when one replies to them. */
export function beginsWithNameOf(editor: Element, { author, handle }: ReadItem): boolean {
  const written: string = editor instanceof HTMLTextAreaElement ? valueOf?.call(editor) : textOf(editor);
  const start = fold(written.slice(0, 200)).replace(/^[\s@]+/, "");
  return [author, handle].some((name) => name !== null && start.startsWith(fold(name)));
}

/** Every item in an element, itself included. */
function itemsOf(element: Element, { comment }: Layout): Element[] {
  const inside = itemsIn(element, comment, MOST_ITEMS);
  return itemOf(element, comment) === element && !inside.includes(element) ? [element, ...inside] : inside;
}

/** The items of the nearest element before the box, or before what it stands in, that has any. */
function before(editor: Element, scope: Element, layout: Layout): Element[] {
  for (let branch: Node | null = editor; branch instanceof Element && branch !== scope; branch = composedParent(branch)) {
    for (let sibling = previousElementOf(branch); sibling; sibling = previousElementOf(sibling)) {
      const items = itemsOf(sibling, layout);
      if (items.length > 0) return items;
    }
  }
  return [];
}

function conversationOf(editor: Element, scope: Element, layout: Layout): Element[] {
  const { answers } = layout;
  if (answers?.by === "thread") {
    const thread = closestComposed(editor, answers.thread);
    return thread && containsComposed(scope, thread) ? itemsOf(thread, layout) : [];
  }
  if (answers?.by !== "level") return before(editor, scope, layout);
  const items: Element[] = [];
  for (const item of itemsBefore(editor, scope, layout.comment)) {
    items.unshift(item);
    if (!matches(item, answers.reply)) break;
  }
  return items;
}

/** The one of them that is answered; null where the box stands among none. `name`: whom the box says it answers. */
export function answeredIn(scope: Element, editor: Element, layout: Layout, name: string | null, pressed: ReadItem | null): ReadItem | "unclear" | null {
  const items = conversationOf(editor, scope, layout)
    .map((element) => readItem(element, layout.comment))
    .filter((item) => item !== null)
    .filter(({ author }) => name === null || author === null || fold(author) === fold(name));
  if (items.length === 0) return null;
  const isPressed = (item: ReadItem) => item.element === pressed?.element || (item.id !== null && item.id === pressed?.id);
  const told = items.find(isPressed) ?? items.findLast((item) => beginsWithNameOf(editor, item)) ?? (name === null ? undefined : items.at(-1));
  if (told) return told;
  // Where nothing but the place tells, a press elsewhere in the same place says that there is more to it.
  const doubtful = pressed !== null && layout.answers?.by === "next" && containsComposed(scope, pressed.element);
  return items[0] && items.length === 1 && !doubtful ? items[0] : "unclear";
}
