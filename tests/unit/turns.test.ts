import assert from "node:assert/strict";
import { test } from "node:test";
import { turns } from "../../extension/background/turns.ts";

const soon = () => new Promise((resolve) => setTimeout(resolve, 2));

test("works do not interleave, and each caller gets its own failure", async () => {
  const inTurn = turns();
  const told: string[] = [];
  const work = (name: string, fails: boolean) => async () => {
    told.push(`${name} begins`);
    await soon();
    told.push(`${name} ends`);
    if (fails) throw new Error(name);
  };
  const first = inTurn(work("first", true));
  const second = inTurn(work("second", false));
  await assert.rejects(first, /first/);
  await second;
  assert.deepEqual(told, ["first begins", "first ends", "second begins", "second ends"]);
});
