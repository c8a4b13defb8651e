import { networkSpots } from "../fixtures/networks/index.ts";
import { thread } from "../fixtures/networks/kit.ts";
import { equal } from "../harness/assert.ts";
import { NetworkDesk } from "../harness/network-desk.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { COURTEOUS, INSULT } from "./drafts.ts";

const spot = networkSpots.find(({ name }) => name === "Threads, reply dialog");
const INSULTS = [INSULT.fr.text, "Bonsoir. Vous êtes un crétin. Au revoir."] as const;

/** A thread of two posts in one dialog, each with its box; one press posts both. */
async function writeBoth(desk: NetworkDesk, overlay: Overlay, texts: readonly [string, string]): Promise<void> {
  const [first, second] = texts;
  await desk.focus();
  await desk.type(first);
  await desk.click("[role=dialog] [role=button] ::-p-text(Ajouter au fil)");
  await desk.click("[role=dialog] div:nth-child(2 of [contenteditable=true])");
  await desk.type(second);
  await until("both to be read", async () => (await overlay.badge()) !== null);
}

const sent = (text: string) => ({ text, inReplyTo: thread.complaint.id, private: false });

for (const way of ["button", "Control+Enter"] as const) {
  test(`A thread of two posts: the box that is not written in is looked at too, by ${way}`, variants.open, async (session) => {
    if (!spot) throw new Error("no dialog of Threads");
    const desk = await NetworkDesk.open(session, spot);
    const overlay = new Overlay(desk);
    await writeBoth(desk, overlay, [INSULTS[0], COURTEOUS.fr]);
    if (way === "button") await desk.send(way);
    else await desk.press(way);
    await until("the gate", () => overlay.gate());
    await desk.settle();
    await desk.expectReplies([]);
  });
}

test("A thread of two posts: each insult is decided, then both are posted once", variants.open, async (session) => {
  if (!spot) throw new Error("no dialog of Threads");
  const desk = await NetworkDesk.open(session, spot);
  const overlay = new Overlay(desk);
  await writeBoth(desk, overlay, INSULTS);
  await desk.send("button");
  for (const at of [0, 1]) {
    await until(`gate ${at + 1}`, () => overlay.gate());
    await desk.settle();
    await desk.expectReplies([]);
    await overlay.decide("anyway");
  }
  await desk.expectReplies(INSULTS.map(sent));
  equal("the gate after both", await overlay.gate(), null);
});
