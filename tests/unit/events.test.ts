import assert from "node:assert/strict";
import { test } from "node:test";
import { readModerationQuestion, readPlaces, readRecorded, readTold } from "../../extension/background/read-events.ts";
import { Refused } from "../../extension/background/validate.ts";

const evidence = { text: "Service nul", author: "Léa", permalink: "https://x.com/lea/status/1", time: "2026-11-21T06:00:00Z", id: "1" };
const moderation = { kind: "moderation", network: "x", action: "delete", verdict: "advised-against", reasons: ["complaint"], choice: "cancelled", evidence };
const gate = { kind: "gateDecision", network: "x", verdict: "warn", rules: ["insult"], decision: "publish", reason: null, commentId: "1" };
const recorded = { ...moderation, seq: 4, at: 1, evidence: { ...evidence, pageUrl: "https://x.com/", capturedAt: 1 } };

test("events are read whole, and nothing beside what they hold", () => {
  assert.deepEqual(readTold({ ...moderation, at: 5, draft: "secret", evidence: { ...evidence, pageUrl: "https://elsewhere.example/", capturedAt: 9 } }), moderation);
  assert.deepEqual(readTold({ ...gate, draft: "secret", text: "secret" }), gate);
  const stopped = { ...gate, seq: 5, at: 2 };
  assert.deepEqual(readRecorded({ events: [recorded, { ...recorded, more: 1 }, { ...stopped, draft: "secret" }] }), { events: [recorded, recorded, stopped] });
});

test("what is no event is refused", () => {
  const wrong: unknown[] = [
    null, [], {}, { kind: "other" },
    { ...moderation, kind: "gateDecision" },
    { ...moderation, action: "burn" }, { ...moderation, verdict: "ok" }, { ...moderation, choice: "maybe" },
    { ...moderation, reasons: "complaint" }, { ...moderation, reasons: ["<b>"] }, { ...moderation, reasons: Array(51).fill("a") },
    { ...moderation, evidence: null }, { ...moderation, evidence: { ...evidence, text: 1 } },
    { ...moderation, evidence: { ...evidence, text: "a".repeat(20_001) } },
    { ...moderation, evidence: { ...evidence, author: "a".repeat(301) } },
    { ...moderation, evidence: { ...evidence, permalink: "a".repeat(4_001) } },
    { ...gate, decision: "post" }, { ...gate, rules: [1] }, { ...gate, reason: "a".repeat(301) }, { ...gate, verdict: "grave" },
  ];
  for (const event of wrong) assert.throws(() => readTold(event), Refused, JSON.stringify(event)?.slice(0, 200));
  for (const change of [{ seq: -1 }, { seq: 1.5 }, { at: "now" }, { evidence }]) {
    assert.throws(() => readRecorded({ events: [{ ...recorded, ...change }] }), Refused, JSON.stringify(change));
  }
});

test("places are whole numbers", () => {
  assert.deepEqual(readPlaces({ places: [1, 2] }), { places: [1, 2] });
  for (const places of [undefined, "1", ["1"], [1.5], [Number.NaN], [-1]]) assert.throws(() => readPlaces({ places }), Refused);
});

test("a question about a comment has a text and a known action", () => {
  assert.deepEqual(readModerationQuestion({ text: "a", action: "hide", more: 1 }), { text: "a", action: "hide" });
  for (const question of [{ text: "a" }, { action: "hide" }, { text: "a", action: "HIDE" }]) assert.throws(() => readModerationQuestion(question), Refused);
});
