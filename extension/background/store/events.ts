/** The events: added by what happens, erased by the user, never changed. */

import type { ModerationEvent, Recorded, StoredEvent } from "../../shared/events.ts";
import { database } from "./database.ts";

/** Some moderations, newest first. */
export interface ModerationPage {
  events: Recorded<ModerationEvent>[];
  /** Older ones come before this place; null where there are none. */
  before: number | null;
}

/** Adds an event. It is on disk when this resolves; a full disk, or a store that cannot be opened, rejects. */
export async function append(event: StoredEvent): Promise<void> {
  const transaction = (await database()).transaction("events", "readwrite", { durability: "strict" });
  // The place in the store is given by the store.
  await Promise.all([transaction.store.add(event as Recorded), transaction.done]);
}

/** Erases events, by their place. */
export async function erase(places: readonly number[]): Promise<void> {
  const transaction = (await database()).transaction("events", "readwrite");
  await Promise.all([...places.map((place) => transaction.store.delete(place)), transaction.done]);
}

/** Puts back, where they were, events just erased. */
export async function restore(events: readonly Recorded[]): Promise<void> {
  const transaction = (await database()).transaction("events", "readwrite");
  await Promise.all([...events.map((event) => transaction.store.put(event)), transaction.done]);
}

/** Up to `limit` moderations that `wanted` keeps, those before a place where one is given, newest first. */
export async function moderations(limit: number, before: number | null, wanted: (event: ModerationEvent) => boolean): Promise<ModerationPage> {
  const range = before === null ? null : IDBKeyRange.upperBound(before, true);
  const { store } = (await database()).transaction("events");
  const events: Recorded<ModerationEvent>[] = [];
  for (let cursor = await store.openCursor(range, "prev"); cursor; cursor = await cursor.continue()) {
    const event = cursor.value;
    if (event.kind !== "moderation" || !wanted(event)) continue;
    if (events.length === limit) return { events, before: events.at(-1)?.seq ?? null };
    events.push(event);
  }
  return { events, before: null };
}

/** Everything there is. */
export async function allEvents(): Promise<Recorded[]> {
  return (await database()).getAll("events");
}
