/** What is recorded of what was decided on a page: the events of the store. Never a draft. */

import type { ModerationAction, ModerationCode, ModerationVerdict, Verdict } from "../../pkg/wire";

/** A comment as it stood when somebody was about to moderate it. */
export interface Evidence {
  text: string;
  author: string | null;
  /** Address of the comment itself. */
  permalink: string | null;
  /** When it was written, as the page said. */
  time: string | null;
  /** The comment's own id on its network. */
  id: string | null;
  /** Address of the page it was seen on. */
  pageUrl: string;
  /** Milliseconds since the epoch. */
  capturedAt: number;
}

/** What the user chose instead of, or after, a moderation. */
export type ModerationChoice = "reply" | "cancelled" | "moderated";

/** Somebody was about to delete, hide, block or report. */
export interface ModerationEvent {
  kind: "moderation";
  /** Milliseconds since the epoch. */
  at: number;
  network: string;
  action: ModerationAction;
  verdict: ModerationVerdict;
  reasons: ModerationCode[];
  choice: ModerationChoice;
  evidence: Evidence;
}

/** What the user decided of a reply the gate had stopped. */
export type GateChoice = "edit" | "calm" | "publish";

/** The gate stopped a reply. */
export interface GateEvent {
  kind: "gateDecision";
  at: number;
  network: string;
  verdict: Verdict;
  /** Ids of the rules that stopped it, each once. */
  rules: string[];
  decision: GateChoice;
  /** The reason chosen for publishing all the same. */
  reason: string | null;
  commentId: string | null;
}

export type StoredEvent = ModerationEvent | GateEvent;

/** An event in the store, with its place in it. */
export type Recorded<Event extends StoredEvent = StoredEvent> = Event extends StoredEvent ? Event & { seq: number } : never;

/** What a content script tells of an event: the clock and the address of the page are the background's to know. */
export type ToldEvent =
  | (Omit<ModerationEvent, "at" | "evidence"> & { evidence: Omit<Evidence, "pageUrl" | "capturedAt"> })
  | Omit<GateEvent, "at">;
