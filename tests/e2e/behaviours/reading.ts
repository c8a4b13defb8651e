import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, type Spot } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { insultFor } from "./drafts.ts";
import { spots } from "./spots.ts";

/** Types the insult and waits for its underline. */
export async function typeInsult(desk: Desk, overlay: Overlay): Promise<string> {
  const draft = insultFor(desk.spot);
  await desk.focus();
  await desk.type(draft.text);
  const [underlined] = await until("an underline", async () => {
    const found = await overlay.underlined();
    return found.length > 0 && found;
  });
  return underlined ?? "";
}

async function rightWords(desk: Desk, overlay: Overlay): Promise<void> {
  const draft = insultFor(desk.spot);
  const underlined = await typeInsult(desk, overlay);
  ok(`"${underlined}" does not hold "${draft.words}"`, underlined.includes(draft.words));
  ok(`"${underlined}" goes beyond "${draft.sentence}"`, draft.sentence.includes(underlined));
  equal("number of underlines", (await overlay.underlined()).length, 1);
}

async function followsTheText(desk: Desk, overlay: Overlay): Promise<void> {
  const underlined = await typeInsult(desk, overlay);
  await desk.press("Home");
  await desk.type("Eh ! ");
  await until("the underline to be on the same words, further on", async () => {
    const found = await overlay.underlined();
    return found.length === 1 && found[0] === underlined;
  });
}

async function fixAndUndo(desk: Desk, overlay: Overlay, openCard: () => Promise<void>): Promise<void> {
  const draft = insultFor(desk.spot);
  const underlined = await typeInsult(desk, overlay);
  await openCard();
  const card = await until("the card", () => overlay.card());
  ok(`the card does not quote "${underlined}": ${card.text}`, card.text.includes(underlined));
  ok(`the card gives no reason: ${card.text}`, card.why.length > 20);
  ok(`the card gives no source: ${card.text}`, card.source.length > 3);
  const [fix] = card.fixes;
  ok("the card offers no fix", fix);
  await overlay.press(fix);
  const fixed = await until("the text to change", async () => {
    const text = await desk.draft();
    return text !== draft.text && text;
  });
  ok(`"${draft.words}" is still in "${fixed}"`, !fixed.includes(draft.words));
  const [before = "", after = ""] = draft.text.split(underlined);
  ok(`"${fixed}" lost the sentences around`, fixed.startsWith(before.trimEnd()) && fixed.endsWith(after.trimStart()));
  await until("the page to believe in the new text", async () => (await desk.believed()) === fixed);
  await until("the underline to go", async () => (await overlay.underlined()).length === 0);
  await desk.page.focus(desk.spot.input);
  await desk.press("Control", "z");
  await until("Ctrl+Z to bring the words back", async () => (await desk.draft()) === draft.text);
  await until("the page to believe in the old text", async () => (await desk.believed()) === draft.text);
}

function each(name: string, body: (desk: Desk, overlay: Overlay) => Promise<void>, where: readonly Spot[] = spots): void {
  for (const spot of where) {
    test(`${spot.name}: ${name}`, variants.open, async (session) => {
      const desk = await Desk.open(session, spot);
      await body(desk, new Overlay(desk));
    });
  }
}

each("underline on the right words", rightWords);
each("the underline follows its words", followsTheText);
each("badge → card → fix → undo", (desk, overlay) => fixAndUndo(desk, overlay, () => overlay.clickBadge()));
each("shortcut → card → fix → undo", (desk, overlay) => fixAndUndo(desk, overlay, () => overlay.command("open-card")));
each("no word underlined, no badge alarm on an empty draft", async (desk, overlay) => {
  await desk.focus();
  await desk.type("x");
  await desk.press("Backspace");
  await desk.settle();
  equal("underlines", await overlay.underlined(), []);
});
