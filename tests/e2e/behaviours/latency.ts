import { ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, plainForm, plainRich } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { insultFor } from "./drafts.ts";

const SAMPLES = 24;
/** The debounce and what comes after it. */
const MEDIAN_LIMIT = 150 + 30;

for (const spot of [plainForm, plainRich]) {
  test(`${spot.name}: from the last key to the underline`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await desk.focus();
    await desk.type(insultFor(spot).text);
    await until("a first underline", async () => (await overlay.underlined()).length > 0);
    const samples: number[] = [];
    for (let at = 0; at < SAMPLES; at += 1) {
      await desk.erase();
      await until("no underline", async () => (await overlay.underlined()).length === 0);
      // Never the same text twice: what was judged once is known at once.
      const start = `${at + 1}. ${insultFor(spot).sentence.slice(0, -1)}`;
      await desk.insert(start.slice(0, -1));
      await overlay.timeNextUnderline();
      await desk.type(start.slice(-1));
      samples.push(await until("the time of the underline", () => overlay.timeMeasured()));
    }
    const sorted = samples.toSorted((one, other) => one - other);
    const at = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
    console.log(`     key → underline, ${session.browserName}, ${spot.kind}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms (${SAMPLES} samples)`);
    ok(`p50 is ${at(0.5)} ms`, at(0.5) <= MEDIAN_LIMIT);
  }, { alone: true });
}
