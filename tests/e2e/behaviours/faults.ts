import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, plainForm, plainRich, reactForm } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { courteousFor, insultFor } from "./drafts.ts";
import { typeInsult } from "./reading.ts";

const NOT_CHECKED = /non v[ée]rifi/i;

async function passesUnchecked(desk: Desk, overlay: Overlay): Promise<void> {
  const { text } = insultFor(desk.spot);
  await overlay.recordText(NOT_CHECKED);
  await desk.focus();
  await desk.insert(text);
  await desk.send("button");
  await desk.expectPosts([text]);
  equal("the gate", await overlay.gate(), null);
  await until("the mark « non vérifié »", () => overlay.textSeen());
}

for (const spot of [plainForm, plainRich, reactForm]) {
  test(`${spot.name}: core failing to load → the post passes once, marked « non vérifié »`, variants.brokenCore, async (session) => {
    const desk = await Desk.open(session, spot);
    await passesUnchecked(desk, new Overlay(desk));
  });

  test(`${spot.name}: an answer slower than a second → the post passes once, marked, and the next check works`, variants.delayable, async (session) => {
    await session.store({ e2eDelay: 4000 });
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await passesUnchecked(desk, overlay);
    await session.store({ e2eDelay: 0 });
    await desk.page.bringToFront();
    await desk.focus();
    await desk.erase();
    await desk.type(insultFor(spot).text);
    await until("an underline again", async () => (await overlay.underlined()).length > 0);
    await desk.send("button");
    await until("the gate again", () => overlay.gate());
    await desk.expectPosts([insultFor(spot).text]);
  });

  test(`${spot.name}: an answer slower than a keystroke, faster than a second → the gate still holds`, variants.delayable, async (session) => {
    await session.store({ e2eDelay: 400 });
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await desk.focus();
    await desk.insert(insultFor(spot).text);
    await desk.send("button");
    await until("the gate", () => overlay.gate());
    await desk.expectPosts([]);
    await session.store({ e2eDelay: 0 });
  });

  test(`${spot.name}: background killed between key and post → nothing lost, one post, next check works`, variants.idle, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await desk.focus();
    await desk.insert(courteousFor(spot));
    await session.killBackground();
    await desk.page.bringToFront();
    await desk.send("button");
    await desk.expectPosts([courteousFor(spot)]);
    await session.killBackground();
    await desk.page.bringToFront();
    const underlined = await typeInsult(desk, overlay);
    ok("nothing underlined", underlined);
    await session.killBackground();
    await desk.page.bringToFront();
    await desk.page.focus(spot.input);
    await desk.send("button");
    await until("the gate: the verdict was known", () => overlay.gate());
    await desk.expectPosts([courteousFor(spot)]);
  });
}
