/** Readers of untrusted payloads: each gives a value of its type or throws `Refused`. */

import type { Visibility } from "../../pkg/wire";
import type { Composer } from "../shared/messages.ts";

// The core says "too long" itself from 200,000 characters; what is far beyond does not even reach it.
const LONGEST_DRAFT = 300_000;
const LONGEST_COMMENT = 50_000;
const LONGEST_NAME = 1_000;
/** Fifty years, in minutes. */
const OLDEST_COMMENT = 26_280_000;

/** A message that is not what its route takes. */
export class Refused extends Error {}

type Fields = Record<string, unknown>;

/** The fields of a plain object. */
export function readFields(value: unknown): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Refused("not an object");
  return value as Fields;
}

function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** A text of at most `longest` UTF-16 units. */
export function readText(fields: Fields, name: string, longest: number): string {
  const value = own(fields, name);
  if (typeof value !== "string") throw new Refused(`${name}: not a text`);
  if (value.length > longest) throw new Refused(`${name}: longer than ${longest}`);
  return value;
}

/** The same, or nothing. */
export function readTextOrNull(fields: Fields, name: string, longest: number): string | null {
  const value = own(fields, name);
  return value === null || value === undefined ? null : readText(fields, name, longest);
}

/** A whole number between two bounds. */
export function readWhole(fields: Fields, name: string, least: number, most: number): number {
  const value = own(fields, name);
  if (typeof value !== "number" || !Number.isInteger(value)) throw new Refused(`${name}: not a whole number`);
  if (value < least || value > most) throw new Refused(`${name}: not between ${least} and ${most}`);
  return value;
}

/** A whole number between two bounds, or nothing. */
function readWholeOrNull(fields: Fields, name: string, least: number, most: number): number | null {
  const value = own(fields, name);
  return value === null || value === undefined ? null : readWhole(fields, name, least, most);
}

/** One of a few words. */
export function readOneOf<Word extends string>(fields: Fields, name: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === own(fields, name));
  if (found === undefined) throw new Refused(`${name}: unknown`);
  return found;
}

/** At most `most` values, each read by `read`. */
export function readList<Value>(fields: Fields, name: string, most: number, read: (value: unknown) => Value): Value[] {
  const value = own(fields, name);
  if (!Array.isArray(value)) throw new Refused(`${name}: not a list`);
  if (value.length > most) throw new Refused(`${name}: more than ${most}`);
  return value.map(read);
}

/** A yes or no. */
export function readFlag(fields: Fields, name: string): boolean {
  const value = own(fields, name);
  if (typeof value !== "boolean") throw new Refused(`${name}: neither true nor false`);
  return value;
}

function readVisibility(fields: Fields): Visibility {
  return readOneOf(fields, "visibility", ["public", "private"]);
}

/** What is being written, and what it answers. */
export function readComposer(payload: unknown): Composer {
  const fields = readFields(payload);
  return {
    draft: readText(fields, "draft", LONGEST_DRAFT),
    comment: readTextOrNull(fields, "comment", LONGEST_COMMENT),
    author: readTextOrNull(fields, "author", LONGEST_NAME),
    network: readText(fields, "network", LONGEST_NAME),
    visibility: readVisibility(fields),
    age: readWholeOrNull(fields, "age", 0, OLDEST_COMMENT),
    limit: readWholeOrNull(fields, "limit", 1, LONGEST_DRAFT),
  };
}

/** A comment to analyse. */
export function readComment(payload: unknown): { text: string; network: string } {
  const fields = readFields(payload);
  return {
    text: readText(fields, "text", LONGEST_COMMENT),
    network: readText(fields, "network", LONGEST_NAME),
  };
}

/** A payload that carries nothing. */
export function readNothing(payload: unknown): Record<string, never> {
  if (Object.keys(readFields(payload)).length > 0) throw new Refused("something where nothing is expected");
  return {};
}
