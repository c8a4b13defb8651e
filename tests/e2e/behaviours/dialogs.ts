import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, eager } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { insultFor } from "./drafts.ts";
import { typeInsult } from "./reading.ts";

const spot = eager("click");

/** The page moves its composer into a modal dialog. */
async function moveIntoDialog(desk: Desk): Promise<void> {
  await desk.page.evaluate(() => {
    const dialog = document.createElement("dialog");
    dialog.id = "outer";
    document.body.append(dialog);
    dialog.append(document.querySelector("#eager-composer") ?? "");
    dialog.showModal();
  });
}

/** A dialog that has nothing to do with the reply, over all there is. */
async function openAnother(desk: Desk, parent: string): Promise<void> {
  await desk.page.evaluate((within) => {
    const dialog = document.createElement("dialog");
    dialog.id = "other";
    const button = document.createElement("button");
    button.textContent = "Compris";
    button.addEventListener("click", () => dialog.close());
    dialog.append("Vos réglages ont changé. ", button);
    document.querySelector(within)?.append(dialog);
    dialog.showModal();
  }, parent);
}

async function answerIt(desk: Desk): Promise<void> {
  await desk.page.click("#other button");
  await until("the other dialog to close", () => desk.page.$eval("#other", (dialog) => !(dialog as HTMLDialogElement).open));
}

/** The badge can be pressed, the card opens and closes. */
async function works(desk: Desk, overlay: Overlay): Promise<void> {
  await desk.page.focus(spot.input);
  await until("the card by a press on the badge", async () => {
    if (await overlay.card()) return true;
    await overlay.clickBadge();
    return false;
  });
  await desk.press("Escape");
  await until("the card to go", async () => (await overlay.card()) === null);
}

async function heldThenPosted(desk: Desk, overlay: Overlay): Promise<void> {
  await desk.page.focus(spot.input);
  await desk.send("button");
  await until("the gate", () => overlay.gate());
  await desk.expectPosts([]);
  await overlay.decide("anyway");
  await desk.expectPosts([insultFor(spot).text]);
}

test("modal dialog: a composer in a modal dialog that was there first", variants.open, async (session) => {
  const desk = await Desk.open(session, spot);
  const overlay = new Overlay(desk);
  await moveIntoDialog(desk);
  await typeInsultInDialog(desk, overlay);
  await works(desk, overlay);
  await heldThenPosted(desk, overlay);
});

test("modal dialog: a composer taken into a modal dialog while it is written in, and back", variants.open, async (session) => {
  const desk = await Desk.open(session, spot);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  await moveIntoDialog(desk);
  await works(desk, overlay);
  await desk.page.evaluate(() => {
    document.querySelector("article")?.append(document.querySelector("#eager-composer") ?? "");
    document.querySelector<HTMLDialogElement>("#outer")?.close();
  });
  await works(desk, overlay);
  await heldThenPosted(desk, overlay);
});

test("modal dialog: another one over the composer's own, answered, leaves the overlay as it was", variants.open, async (session) => {
  const desk = await Desk.open(session, spot);
  const overlay = new Overlay(desk);
  await moveIntoDialog(desk);
  await typeInsultInDialog(desk, overlay);
  await openAnother(desk, "#outer");
  await answerIt(desk);
  await works(desk, overlay);
  await heldThenPosted(desk, overlay);
});

test("modal dialog: one that opens over the page and the open card can be answered", variants.open, async (session) => {
  const desk = await Desk.open(session, spot);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  await overlay.command("open-card");
  await until("the card", () => overlay.card());
  await openAnother(desk, "body");
  await answerIt(desk);
  await desk.press("Escape");
  await works(desk, overlay);
  await heldThenPosted(desk, overlay);
});

test("modal dialog: closed and opened again, the composer in it is guarded again", variants.open, async (session) => {
  const desk = await Desk.open(session, spot);
  const overlay = new Overlay(desk);
  await moveIntoDialog(desk);
  await typeInsultInDialog(desk, overlay);
  await desk.page.$eval("#outer", (dialog) => (dialog as HTMLDialogElement).close());
  await desk.settle();
  await desk.page.$eval("#outer", (dialog) => (dialog as HTMLDialogElement).showModal());
  await works(desk, overlay);
  await heldThenPosted(desk, overlay);
});

/** As `typeInsult`, where the overlay stands in the dialog. */
async function typeInsultInDialog(desk: Desk, overlay: Overlay): Promise<void> {
  await desk.focusUnwatched();
  await desk.type(insultFor(spot).text);
  await until("an underline", async () => (await overlay.underlined()).length > 0);
}
