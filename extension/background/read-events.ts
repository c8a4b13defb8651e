/** Readers of events told by content scripts, or put back by our pages: sizes bounded, fields known, the rest refused. */

import type { ModerationAction, ModerationCode, ModerationVerdict, Verdict } from "../../pkg/wire";
import type { Evidence, GateChoice, GateEvent, ModerationChoice, ModerationEvent, Recorded, ToldEvent } from "../shared/events.ts";
import { readFields, readList, readOneOf, readText, readTextOrNull, readWhole, Refused } from "./validate.ts";

const LONGEST_TEXT = 20_000;
const LONGEST_ADDRESS = 4_000;
const LONGEST_NAME = 300;
const LONGEST_CODE = 60;
const MOST_CODES = 50;
const MOST_PLACES = 100_000;

const KINDS = ["moderation", "gateDecision"] as const;
const ACTIONS: readonly ModerationAction[] = ["delete", "hide", "block", "report"];
const VERDICTS: readonly ModerationVerdict[] = ["allowed", "advised-against"];
const CHOICES: readonly ModerationChoice[] = ["reply", "cancelled", "moderated"];
const GATE_VERDICTS: readonly Verdict[] = ["ok", "advise", "warn", "block"];
const DECISIONS: readonly GateChoice[] = ["edit", "calm", "publish"];
const CODE = /^[a-z][a-z0-9-]*$/;

type Fields = Record<string, unknown>;

/** Ids of ours: letters, digits and dashes. */
function readCode(value: unknown): string {
  if (typeof value !== "string" || value.length > LONGEST_CODE || !CODE.test(value)) throw new Refused("not a code");
  return value;
}

/** A comment as its page shows it. */
function readCommentSeen(payload: unknown): Omit<Evidence, "pageUrl" | "capturedAt"> {
  const fields = readFields(payload);
  return {
    text: readText(fields, "text", LONGEST_TEXT),
    author: readTextOrNull(fields, "author", LONGEST_NAME),
    permalink: readTextOrNull(fields, "permalink", LONGEST_ADDRESS),
    time: readTextOrNull(fields, "time", LONGEST_NAME),
    id: readTextOrNull(fields, "id", LONGEST_NAME),
  };
}

function readModeration(fields: Fields): Omit<ModerationEvent, "at" | "evidence"> {
  return {
    kind: "moderation",
    network: readText(fields, "network", LONGEST_NAME),
    action: readOneOf(fields, "action", ACTIONS),
    verdict: readOneOf(fields, "verdict", VERDICTS),
    reasons: readList(fields, "reasons", MOST_CODES, readCode) as ModerationCode[],
    choice: readOneOf(fields, "choice", CHOICES),
  };
}

function readGate(fields: Fields): Omit<GateEvent, "at"> {
  return {
    kind: "gateDecision",
    network: readText(fields, "network", LONGEST_NAME),
    verdict: readOneOf(fields, "verdict", GATE_VERDICTS),
    rules: readList(fields, "rules", MOST_CODES, readCode),
    decision: readOneOf(fields, "decision", DECISIONS),
    reason: readTextOrNull(fields, "reason", LONGEST_NAME),
    commentId: readTextOrNull(fields, "commentId", LONGEST_NAME),
  };
}

/** An event a content script tells. */
export function readTold(payload: unknown): ToldEvent {
  const fields = readFields(payload);
  return readOneOf(fields, "kind", KINDS) === "moderation" ? { ...readModeration(fields), evidence: readCommentSeen(fields["evidence"]) } : readGate(fields);
}

/** A comment about to be moderated. */
export function readModerationQuestion(payload: unknown): { text: string; action: ModerationAction } {
  const fields = readFields(payload);
  return { text: readText(fields, "text", LONGEST_TEXT), action: readOneOf(fields, "action", ACTIONS) };
}

/** Places of events in the store. */
export function readPlaces(payload: unknown): { places: number[] } {
  const place = (value: unknown) => readWhole({ value }, "value", 0, Number.MAX_SAFE_INTEGER);
  return { places: readList(readFields(payload), "places", MOST_PLACES, place) };
}

function readOneRecorded(value: unknown): Recorded {
  const fields = readFields(value);
  const moment = (from: Fields, name: string) => readWhole(from, name, 0, Number.MAX_SAFE_INTEGER);
  const place = { seq: moment(fields, "seq"), at: moment(fields, "at") };
  if (readOneOf(fields, "kind", KINDS) === "gateDecision") return { ...readGate(fields), ...place };
  const evidence = readFields(fields["evidence"]);
  const seen = { pageUrl: readText(evidence, "pageUrl", LONGEST_ADDRESS), capturedAt: moment(evidence, "capturedAt") };
  return { ...readModeration(fields), ...place, evidence: { ...readCommentSeen(evidence), ...seen } };
}

/** Events to put back where they were. */
export function readRecorded(payload: unknown): { events: Recorded[] } {
  return { events: readList(readFields(payload), "events", MOST_PLACES, readOneRecorded) };
}
