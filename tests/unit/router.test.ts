import assert from "node:assert/strict";
import { test } from "node:test";
import { dispatch, speakerOf, type Routes, type Speaker } from "../../extension/background/router.ts";
import { readArranged, readLookQuestion } from "../../extension/background/looks.ts";
import { readModerationQuestion, readPlaces, readRecorded, readTold } from "../../extension/background/read-events.ts";
import { readComment, readComposer, readFields, readNothing, readWhole, Refused } from "../../extension/background/validate.ts";

const composer = { draft: "Bonjour", comment: null, author: null, network: "x", visibility: "public", age: null, limit: null };

/** The real readers and senders, with answers that tell what they were given. */
function tableWith(asked: unknown[]): Routes {
  const answer = (request: unknown): Promise<never> => {
    asked.push(request);
    return Promise.resolve("answered" as never);
  };
  const watched = ["ours", "watched"] as const;
  return {
    check: { from: watched, read: readComposer, answer },
    suggest: { from: watched, read: readComposer, answer },
    analyze: { from: watched, read: readComment, answer },
    moderation: { from: watched, read: readModerationQuestion, answer },
    recordEvent: { from: watched, read: readTold, answer },
    eraseEvents: { from: ["ours"], read: readPlaces, answer },
    restoreEvents: { from: ["ours"], read: readRecorded, answer },
    overlayLook: { from: watched, read: readLookQuestion, answer },
    keepOverlayLook: { from: watched, read: readArranged, answer },
    siteState: { from: ["ours", "watched", "other"], read: readNothing, answer },
    pause: { from: ["ours"], read: (payload) => ({ minutes: readWhole(readFields(payload), "minutes", 1, 1440) }), answer },
    resume: { from: ["ours"], read: readNothing, answer },
    disturbed: { from: watched, read: readNothing, answer },
    openPractice: { from: ["ours"], read: readNothing, answer },
  };
}

async function ask(message: unknown, speaker: Speaker): Promise<{ answer: unknown; asked: unknown[] }> {
  const asked: unknown[] = [];
  const answer = await dispatch(tableWith(asked), message, {}, speaker);
  return { answer, asked };
}

const isRefusal = (answer: unknown): boolean => (answer as { ok?: unknown }).ok === false;

test("a sender is known by what the browser says of it", () => {
  const bounds = {
    runtimeId: "me",
    isOurs: (address: string | undefined) => address === "ext://me/popup.html",
    isGranted: (address: string | undefined) => address === "https://x.com/",
  };
  assert.equal(speakerOf({ id: "me", url: "ext://me/popup.html" }, bounds), "ours");
  assert.equal(speakerOf({ id: "me", url: "https://x.com/" }, bounds), "watched");
  assert.equal(speakerOf({ id: "me", url: "https://other.example/" }, bounds), "other");
  assert.equal(speakerOf({ id: "me" }, bounds), "other");
  assert.equal(speakerOf({ id: "another", url: "ext://me/popup.html" }, bounds), "foreign");
  assert.equal(speakerOf({ url: "ext://me/popup.html" }, bounds), "foreign");
});

test("each route is open to its senders and to no other", async () => {
  const messages: Record<string, [unknown, Speaker[]]> = {
    check: [composer, ["ours", "watched"]],
    suggest: [composer, ["ours", "watched"]],
    analyze: [{ text: "a", network: "x" }, ["ours", "watched"]],
    moderation: [{ text: "a", action: "delete" }, ["ours", "watched"]],
    eraseEvents: [{ places: [1] }, ["ours"]],
    overlayLook: [{ network: "x" }, ["ours", "watched"]],
    keepOverlayLook: [{ network: "x", look: { spot: { x: 0, y: 1000 }, folded: true } }, ["ours", "watched"]],
    restoreEvents: [{ events: [] }, ["ours"]],
    siteState: [{}, ["ours", "watched", "other"]],
    pause: [{ minutes: 60 }, ["ours"]],
    resume: [{}, ["ours"]],
    disturbed: [{}, ["ours", "watched"]],
    openPractice: [{}, ["ours"]],
  };
  for (const [route, [payload, allowed]] of Object.entries(messages)) {
    for (const speaker of ["ours", "watched", "other", "foreign"] as const) {
      const { answer, asked } = await ask({ route, payload }, speaker);
      assert.equal(isRefusal(answer), !allowed.includes(speaker), `${route} from ${speaker}`);
      assert.equal(asked.length, allowed.includes(speaker) ? 1 : 0);
    }
  }
});

test("what is not a message of the table is refused, and nothing is asked", async () => {
  const wrong = [
    null, undefined, 3, "check", [], {}, { route: 3 }, { route: "unknown", payload: {} },
    { route: "constructor", payload: {} }, { route: "__proto__", payload: {} }, { route: "toString", payload: {} },
    { route: "check" }, { route: "check", payload: null }, { route: "check", payload: [composer] },
    { route: "check", payload: { ...composer, draft: 3 } },
    { route: "check", payload: { ...composer, draft: undefined } },
    { route: "check", payload: { ...composer, comment: {} } },
    { route: "check", payload: { ...composer, author: 1 } },
    { route: "check", payload: { ...composer, visibility: "secret" } },
    { route: "check", payload: { ...composer, network: null } },
    { route: "check", payload: Object.create(composer) as unknown },
    { route: "analyze", payload: { text: "a" } },
    { route: "siteState", payload: { extra: 1 } },
    { route: "overlayLook", payload: { network: "Not a name" } },
    { route: "overlayLook", payload: { network: "__proto__" } },
    { route: "keepOverlayLook", payload: { network: "x", look: null } },
    { route: "keepOverlayLook", payload: { network: "x", look: { spot: { x: 1001, y: 0 }, folded: false } } },
    { route: "keepOverlayLook", payload: { network: "x", look: { spot: { x: 1, y: 0.5 }, folded: false } } },
    { route: "keepOverlayLook", payload: { network: "x", look: { spot: null, folded: "no" } } },
    { route: "pause", payload: { minutes: 0 } },
    { route: "pause", payload: { minutes: 1441 } },
    { route: "pause", payload: { minutes: 1.5 } },
    { route: "pause", payload: { minutes: Number.NaN } },
    { route: "pause", payload: { minutes: "60" } },
  ];
  for (const message of wrong) {
    const { answer, asked } = await ask(message, "ours");
    assert.ok(isRefusal(answer), JSON.stringify(message));
    assert.equal(asked.length, 0, JSON.stringify(message));
  }
});

test("sizes are capped", async () => {
  const size = async (change: object) => isRefusal((await ask({ route: "check", payload: { ...composer, ...change } }, "ours")).answer);
  assert.equal(await size({ draft: "a".repeat(300_000) }), false);
  assert.equal(await size({ draft: "a".repeat(300_001) }), true);
  assert.equal(await size({ comment: "a".repeat(50_000) }), false);
  assert.equal(await size({ comment: "a".repeat(50_001) }), true);
  assert.equal(await size({ author: "a".repeat(1_001) }), true);
  assert.equal(await size({ network: "a".repeat(1_001) }), true);
});

test("only the known fields go on", () => {
  const read = readComposer({ ...composer, extra: "x", __proto__: { polluted: true } });
  assert.deepEqual(read, composer);
  assert.throws(() => readComposer("x"), Refused);
});

test("an answer that fails is a refusal, not an exception", async () => {
  const routes = tableWith([]);
  routes.resume.answer = () => Promise.reject(new Error("storage is gone"));
  assert.deepEqual(await dispatch(routes, { route: "resume", payload: {} }, {}, "ours"), { ok: false, error: "storage is gone" });
});
