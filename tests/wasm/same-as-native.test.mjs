// What is tested natively holds in the browser: the two builds of the core say the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { core, native } from "./core.mjs";
import { COMMENTS, DRAFTS } from "./requests.mjs";

const requests = DRAFTS.map(({ verdict: _verdict, stopped: _stopped, ...request }) => request);

/** A report with its places taken out: the two builds count them in different units. */
function withoutPlaces(report) {
  return { ...report, findings: report.findings.map(({ start: _start, end: _end, ...rest }) => rest) };
}

test("checks agree, and every place holds the words it names, in its own unit", () => {
  native("check", requests).forEach((expected, index) => {
    const { draft } = requests[index];
    const found = core.checkReply(requests[index]);
    assert.deepEqual(withoutPlaces(found), withoutPlaces(expected), draft);
    const scalars = [...draft];
    found.findings.forEach((finding, at) => {
      const { start, end } = expected.findings[at];
      assert.equal(draft.slice(finding.start, finding.end), finding.text, draft);
      assert.equal(scalars.slice(start, end).join(""), finding.text, draft);
    });
  });
});

test("the verdicts are the expected ones", () => {
  for (const { verdict, stopped, ...request } of DRAFTS) {
    const found = core.checkReply(request).verdict;
    if (verdict !== undefined) assert.equal(found, verdict, request.draft);
    if (stopped) assert.ok(["warn", "block"].includes(found), `${request.draft} → ${found}`);
  }
});

test("readings agree", () => {
  const expected = native("analyze", COMMENTS);
  assert.deepEqual(COMMENTS.map((comment) => core.analyzeComment(comment)), expected);
});

test("suggestions agree", () => {
  const expected = native("suggest", requests);
  assert.deepEqual(requests.map((request) => core.suggestReplies(request)), expected);
});
