/** Writing down what was decided: with our own clock, and the address the browser itself gives of the page. */

import type { Recorded, StoredEvent, ToldEvent } from "../shared/events.ts";
import type { Written } from "../shared/messages.ts";
import { append, erase, restore } from "./store/events.ts";

const LONGEST_ADDRESS = 4_000;

/** Whether it was written; a failure is data, so that whoever asked can say so. */
async function written(work: Promise<void>): Promise<Written> {
  try {
    await work;
    return { ok: true };
  } catch (error) {
    console.error("Sang-froid:", error);
    return { ok: false, error: error instanceof Error ? error.message : String(error), full: error instanceof DOMException && error.name === "QuotaExceededError" };
  }
}

function completed(told: ToldEvent, pageUrl: string, at: number): StoredEvent {
  return told.kind === "moderation" ? { ...told, at, evidence: { ...told.evidence, pageUrl: pageUrl.slice(0, LONGEST_ADDRESS), capturedAt: at } } : { ...told, at };
}

/** Writes an event down. */
export function recordEvent(told: ToldEvent, sender: chrome.runtime.MessageSender): Promise<Written> {
  return written(append(completed(told, sender.url ?? "", Date.now())));
}

/** Erases events. */
export function eraseEvents({ places }: { places: readonly number[] }): Promise<Written> {
  return written(erase(places));
}

/** Puts erased events back. */
export function restoreEvents({ events }: { events: readonly Recorded[] }): Promise<Written> {
  return written(restore(events));
}
