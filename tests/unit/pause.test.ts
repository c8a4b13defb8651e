import assert from "node:assert/strict";
import { test } from "node:test";
import { pauseEnd, runningPause, PAUSE_MOST } from "../../extension/background/pause.ts";
import { breathFrom } from "../../extension/background/settings.ts";

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;

test("a pause lasts what was asked, within a day", () => {
  assert.equal(pauseEnd(NOW, 60), NOW + 60 * MINUTE);
  assert.equal(pauseEnd(NOW, 0), NOW + MINUTE);
  assert.equal(pauseEnd(NOW, 1_000_000), NOW + PAUSE_MOST * MINUTE);
});

test("a pause runs until its end, not a moment longer", () => {
  const end = pauseEnd(NOW, 60);
  assert.equal(runningPause(end, NOW), end);
  assert.equal(runningPause(end, end - 1), end);
  assert.equal(runningPause(end, end), null);
  assert.equal(runningPause(end, end + 1), null);
  assert.equal(runningPause(null, NOW), null);
});

test("a clock set back does not prolong a pause beyond the longest there is", () => {
  const end = pauseEnd(NOW, PAUSE_MOST);
  assert.equal(runningPause(end, NOW), end);
  assert.equal(runningPause(end, NOW - MINUTE), null);
});

test("the length of a breath is whole, within bounds, ten seconds where unknown", () => {
  for (const [stored, expected] of [[undefined, 10], ["5", 10], [Number.NaN, 10], [Infinity, 10], [0, 0], [-3, 0], [61, 60], [7.6, 8]] as const) {
    assert.equal(breathFrom(stored), expected, String(stored));
  }
});
