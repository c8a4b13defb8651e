import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, type Way } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { courteousFor, insultFor } from "./drafts.ts";
import { typeInsult } from "./reading.ts";
import { postingSpots, spots } from "./spots.ts";

/** Sends an insult and checks that nothing leaves. */
export async function stopped(desk: Desk, overlay: Overlay, way: Way): Promise<void> {
  await desk.send(way);
  await until("the gate", () => overlay.gate());
  await desk.settle();
  await desk.expectPosts([]);
  equal("the draft while the gate stands", (await desk.draft()).trim(), insultFor(desk.spot).text);
}

for (const spot of postingSpots) {
  for (const way of spot.ways) {
    test(`${spot.name}: insult by ${way} → nothing until decided → « Publier quand même » posts once`, variants.open, async (session) => {
      const desk = await Desk.open(session, spot);
      const overlay = new Overlay(desk);
      await typeInsult(desk, overlay);
      await stopped(desk, overlay, way);
      await overlay.decide("anyway");
      await desk.expectPosts([insultFor(spot).text]);
      equal("the gate after the decision", await overlay.gate(), null);
    });

    if (way === "button" || way === "ctrlEnter") {
      test(`${spot.name}: insult by ${way} in the same breath as its last key → nothing`, variants.open, async (session) => {
        const desk = await Desk.open(session, spot);
        const overlay = new Overlay(desk);
        await desk.focus();
        await desk.insert(insultFor(spot).text);
        await stopped(desk, overlay, way);
      });
    }

    test(`${spot.name}: courteous reply by ${way} → one post, no dialog`, variants.open, async (session) => {
      const desk = await Desk.open(session, spot);
      const overlay = new Overlay(desk);
      const text = courteousFor(spot);
      await desk.focus();
      await overlay.recordDialogs();
      await desk.insert(text.slice(0, -1));
      await desk.type(text.slice(-1));
      await desk.send(way);
      await desk.expectPosts([text]);
      if (spot.input !== "#native-input") equal("dialogs seen", await overlay.dialogsSeen(), 0);
    });
  }
}

for (const spot of spots) {
  const [way = "button"] = spot.ways;

  test(`${spot.name}: « Modifier » gives the draft back, its edited text posts once`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await typeInsult(desk, overlay);
    await stopped(desk, overlay, way);
    await overlay.decide("edit");
    await until("the gate to go", async () => (await overlay.gate()) === null);
    await until("the focus to be back in the reply", () => desk.hasFocus());
    await desk.erase();
    await desk.type(courteousFor(spot));
    await desk.send(way);
    await desk.expectPosts([courteousFor(spot)]);
  });

  test(`${spot.name}: Escape is « Modifier »`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await typeInsult(desk, overlay);
    await stopped(desk, overlay, way);
    await desk.press("Escape");
    await until("the gate to go", async () => (await overlay.gate()) === null);
    await desk.expectPosts([]);
    equal("the draft", (await desk.draft()).trim(), insultFor(spot).text);
  });

  test(`${spot.name}: « Version sang-froid » takes the place of the draft`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await typeInsult(desk, overlay);
    await stopped(desk, overlay, way);
    await overlay.decide("calm");
    const calm = await until("a calmer draft", async () => {
      const text = await desk.draft();
      return text.trim() !== insultFor(spot).text && text;
    });
    ok(`"${calm}" still insults`, !calm.includes(insultFor(spot).words));
    ok(`"${calm}" says nothing`, calm.trim().length > 20);
    await until("the page to believe in it", async () => (await desk.believed()).trim() === calm.trim());
    await until("the gate to go", async () => (await overlay.gate()) === null);
    await desk.expectPosts([]);
    await desk.send("button");
    await desk.expectPosts([calm.trim()]);
  });

  test(`${spot.name}: the same words, once let through, are not asked again; new words are`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await typeInsult(desk, overlay);
    await stopped(desk, overlay, way);
    await overlay.decide("anyway");
    await desk.expectPosts([insultFor(spot).text]);
    const again = spot.comment?.lang === "en" ? "You are a moron." : "Vous êtes un crétin.";
    await desk.focus();
    await desk.erase();
    await desk.type(again);
    await desk.send(way);
    await until("the gate for the new words", () => overlay.gate());
    await desk.expectPosts([insultFor(spot).text]);
  });
}
