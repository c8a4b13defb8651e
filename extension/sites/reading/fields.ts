/** Values of an item, read where its description says they stand. */

import { attribute, closestComposed, composedParent, containsComposed, follows, matches, queryAll, textOf } from "../../shared/safe-dom";
import type { Field, ItemDescription } from "../description";
import type { PageComment } from "../types";
import { aloneAround } from "./alone";
import { CONTROLS, readText, saysSomething, tidy } from "./text";

const LONGEST_VALUE = 300;
const MOST_PLACES = 12;

function valueOf(element: Element, { from, pattern, as }: Field): string | null {
  const raw = from === undefined ? textOf(element).slice(0, 2000) : attribute(element, from);
  if (raw === null) return null;
  const found = pattern?.exec(raw);
  const value = pattern ? found && (as?.replaceAll(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? "") ?? found[1]) : raw;
  const plain = typeof value !== "string" ? "" : tidy(value.replaceAll("\n", " ")).slice(0, LONGEST_VALUE);
  return plain === "" ? null : plain;
}

/** The first value that one of the fields finds; `belongs` refuses what stands in another item. */
export function readField(scope: Element | Document | ShadowRoot, fields: readonly Field[] | undefined, belongs: (element: Element) => boolean = () => true): string | null {
  for (const field of fields ?? []) {
    const places = field.at === undefined ? (scope instanceof Element ? [scope] : []) : queryAll(scope, field.at, MOST_PLACES).filter(belongs);
    for (const place of places) {
      const value = valueOf(place, field);
      if (value !== null) return value;
    }
  }
  return null;
}

/** The item an element stands in: the outermost of those that are the same one. */
export function itemOf(element: Element, kind: ItemDescription): Element | null {
  if (kind.alone !== undefined) return aloneAround(element, kind);
  const found = closestComposed(element, kind.item);
  if (!found) return null;
  if (kind.not !== undefined && matches(found, kind.not)) return null;
  if (kind.sameAs === undefined) return found;
  let outermost = found;
  for (let above = aboveOf(found, kind.item); above; above = aboveOf(above, kind.item)) {
    if (attribute(above, kind.sameAs) !== attribute(found, kind.sameAs)) break;
    outermost = above;
  }
  return outermost;
}

function aboveOf(element: Element, selector: string): Element | null {
  const parent = composedParent(element);
  return parent instanceof Element ? closestComposed(parent, selector) : null;
}

/** Every item of this kind in the scope, in the order of the page. */
export function itemsIn(scope: Element | Document | ShadowRoot, kind: ItemDescription, limit: number): Element[] {
  const found = queryAll(scope, kind.item, limit * 2);
  const whole = kind.alone === undefined ? found.filter((element) => itemOf(element, kind) === element) : found.map((element) => itemOf(element, kind));
  return whole.filter((element) => element !== null).slice(0, limit);
}

/** The items before a reply box, the nearest first: a page may hold thousands. */
export function* itemsBefore(editor: Element, scope: Element, kind: ItemDescription): Generator<Element> {
  for (const found of queryAll(scope, kind.item, Infinity).toReversed()) {
    if (!follows(found, editor)) continue;
    const item = itemOf(found, kind);
    if (item && (kind.alone !== undefined || item === found) && !containsComposed(item, editor)) yield item;
  }
}

/** The handle in a link or a mention: without `@`, in lower case. */
export function plainHandle(value: string | null): string | null {
  const plain = value?.trim().replace(/^@/, "").toLowerCase() ?? "";
  return plain === "" ? null : plain;
}

/** A comment with the handle of its author, which only says whose it is. */
export interface ReadItem extends PageComment {
  handle: string | null;
}

function absolute(address: string | null): string | null {
  if (address === null || !URL.canParse(address, location.href)) return null;
  const url = new URL(address, location.href);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}

/** A moment, as ISO 8601, from that or from milliseconds; null for « 2 h ». */
function moment(value: string | null): string | null {
  if (value === null || !/^(\d{12,14}|\d{4}-\d\d-\d\d([T ].*)?)$/.test(value)) return null;
  // Offsets without a colon are not for every browser.
  const date = new Date(value.includes("-") ? value.replace(/([+-]\d\d)(\d\d)$/, "$1:$2") : Number(value));
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

type Details = Pick<PageComment, "time" | "id" | "permalink">;

/** When, under which id and at which address an item stands. */
export function readDetails(element: Element, kind: Pick<ItemDescription, keyof Details>, belongs: (inner: Element) => boolean): Details {
  const read = (fields: readonly Field[] | undefined) => readField(element, fields, belongs);
  return { time: moment(read(kind.time)), id: read(kind.id), permalink: absolute(read(kind.permalink)) };
}

/** Reads one item; null when nothing is said in it. */
export function readItem(element: Element, kind: ItemDescription): ReadItem | null {
  const read = readAny(element, kind);
  return saysSomething(read.text) ? read : null;
}

/** Reads one item, though it may be a picture alone. */
export function readAny(element: Element, kind: ItemDescription): ReadItem {
  const belongs = (inner: Element) => itemOf(inner, kind) === element;
  const bodies = queryAll(element, kind.text, MOST_PLACES).filter(belongs);
  const outermost = bodies.filter((body) => !bodies.some((other) => other !== body && containsComposed(other, body)));
  const skips = (inner: Element) => matches(inner, kind.item) || (kind.textWithout !== undefined && matches(inner, kind.textWithout));
  const parts = outermost
    .filter((body) => !matches(body, CONTROLS))
    .map((body) => readText(body, skips))
    .filter((part) => part !== "");
  const text = kind.textIsLongest ? parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "") : parts.join("\n");
  return {
    element,
    text,
    author: readField(element, kind.author, belongs)?.slice(0, 60) ?? null,
    handle: plainHandle(readField(element, kind.handle, belongs)),
    ...readDetails(element, kind, belongs),
    own: kind.own !== undefined && (matches(element, kind.own) || queryAll(element, kind.own, MOST_PLACES).some(belongs)) ? true : null,
  };
}
