/** Whether the comments of a page were answered by us. */

import { closestComposed, containsComposed, matches, queryAll, textOf } from "../../shared/safe-dom";
import type { Answers } from "../description";
import type { OwnAccount, ThreadComment } from "../types";
import { fold } from "./names";
import { plainHandle, readField, type ReadItem } from "./fields";

/** Whether we wrote this item; null when the page does not tell who we are. */
export function isOwn(item: ReadItem, account: OwnAccount | null): boolean | null {
  if (item.own === true) return true;
  if (!account) return item.own;
  if (item.handle !== null && account.handle !== null) return item.handle === account.handle;
  // A handle shown as a name is no name.
  if (item.author === null || account.name === null || item.author.startsWith("@")) return null;
  return fold(item.author) === fold(account.name);
}

/** A dialog shows the comment it answers a second time: of each id, the first is the one in the thread. */
function once(items: readonly ReadItem[]): ReadItem[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => id === null || (!seen.has(id) && seen.add(id)));
}

/** The items, with whose they are and whether each was answered. */
export function threadOf(items: readonly ReadItem[], answers: Answers | undefined, account: OwnAccount | null): ThreadComment[] {
  const told = once(items).map((item) => ({ ...item, own: isOwn(item, account) }));
  // A mark on our own items tells nothing on a page where none is: nobody may have answered yet.
  const unknown = answers?.by !== "mark" && told.some((item) => item.own === null) && !told.some((item) => item.own === true);
  return told.map((item, index) => ({ ...item, answered: unknown || !answers ? null : isAnswered(told, index, answers) }));
}

function isAnswered(items: readonly ReadItem[], index: number, answers: Answers): boolean {
  const item = items[index] as ReadItem;
  const later = items.slice(index + 1);
  switch (answers.by) {
    case "nesting":
      return later.some((other) => other.own === true && containsComposed(item.element, other.element));
    case "next":
      return later[0]?.own === true && !(answers.begins !== undefined && matches(later[0].element, answers.begins));
    case "naming": {
      const whom = (other: ReadItem) => plainHandle(readField(other.element, [answers.whom]));
      return later.some((other, distance) => other.own === true && (whom(other) ?? (distance === 0 ? item.handle : null)) === item.handle && item.handle !== null);
    }
    case "level": {
      const next = later.findIndex((other) => !matches(other.element, answers.reply));
      return (next < 0 ? later : later.slice(0, next)).some((other) => other.own === true);
    }
    case "thread": {
      const thread = closestComposed(item.element, answers.thread);
      return thread !== null && later.some((other) => other.own === true && containsComposed(thread, other.element));
    }
    case "mark":
      return queryAll(item.element, answers.at).some((mark) => answers.named === undefined || answers.named.test(fold(textOf(mark).trim())));
  }
}
