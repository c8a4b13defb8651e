import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, plainForm, plainOrphan } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { typeInsult } from "./reading.ts";
import { spots } from "./spots.ts";

for (const spot of spots) {
  test(`${spot.name}: suggestions on an empty reply, inserted, undone`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await desk.focus();
    await overlay.command("suggest");
    const card = await until("three suggestions", async () => {
      const seen = await overlay.suggestions();
      return seen.length === 3 && seen;
    });
    for (const one of card) ok(`a suggestion says nothing: ${one.text}`, one.text.length > 20);
    const [first] = card;
    ok("no suggestion", first);
    await overlay.press(first.insert);
    const inserted = await until("the reply to be written", async () => (await desk.draft()).trim());
    ok(`"${inserted}" is not what was shown: "${first.text}"`, squeezed(first.text).includes(squeezed(inserted)));
    await until("the page to believe in it", async () => (await desk.believed()).trim() === inserted);
    await desk.page.focus(spot.input);
    await desk.press("Control", "z");
    await until("Ctrl+Z to empty the reply", async () => (await desk.draft()).trim() === "");
    await desk.expectPosts([]);
  });

  test(`${spot.name}: by keyboard alone, from the draft to the decision`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    const underlined = await typeInsult(desk, overlay);
    await overlay.command("open-card");
    const card = await until("the card", () => overlay.card());
    const [fix] = card.fixes;
    ok("no fix", fix);
    await overlay.tabTo(fix.name);
    await overlay.pressFocused();
    await until("the fix", async () => !(await desk.draft()).includes(underlined));
    await desk.page.focus(spot.input);
    await desk.press("Control", "z");
    await until("the words to be back", async () => (await desk.draft()).includes(underlined));
    await desk.send(spot.ways.includes("ctrlEnter") ? "ctrlEnter" : "enterOnButton");
    await until("the gate", () => overlay.gate());
    ok("the gate does not take the focus", await overlay.holdsFocus());
    await overlay.tabTo(await overlay.nameOf("edit"));
    await overlay.pressFocused();
    await until("the gate to go", async () => (await overlay.gate()) === null);
    await until("the focus to be back in the reply", () => desk.hasFocus());
    await desk.send(spot.ways.includes("ctrlEnter") ? "ctrlEnter" : "enterOnButton");
    await until("the gate again", () => overlay.gate());
    const reason = await overlay.reason();
    ok("no reason is asked for", reason);
    await overlay.tabTo(reason.name);
    await overlay.pressFocused();
    await overlay.tabTo(await overlay.nameOf("anyway"));
    await desk.page.keyboard.down("Enter");
    await overlay.untilHeld();
    await desk.page.keyboard.up("Enter");
    await until("one post", async () => (await desk.posts()).length === 1);
  });
}

test("plain page: a reply box with no comment around is checked all the same, and the card says so", variants.open, async (session) => {
  const desk = await Desk.open(session, plainOrphan);
  const overlay = new Overlay(desk);
  const underlined = await typeInsult(desk, overlay);
  equal("underlined", underlined.includes("imbécile"), true);
  await overlay.clickBadge();
  const card = await until("the card", () => overlay.card());
  ok(`the card does not say that no comment was found: ${card.text}`, /commentaire/i.test(card.text) && /aucun|pas|sans|introuvable/i.test(card.text));
});

test("plain page: the card names the comment being answered", variants.open, async (session) => {
  const desk = await Desk.open(session, plainForm);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  await overlay.clickBadge();
  const card = await until("the card", () => overlay.card());
  ok(`the card does not name Yanis Belkacem: ${card.text}`, card.text.includes("Yanis Belkacem"));
});

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
