import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, hostileForm, hostileRich } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { courteousFor, insultFor } from "./drafts.ts";
import { stopped } from "./gate.ts";
import { popupOn } from "./permission-changes.ts";
import { typeInsult } from "./reading.ts";

/** What the hostile page can do, as `fixtures/hostile.js` has it. */
interface Attack {
  seen(): string[];
  roots(): number;
  hostRoot(): unknown;
  hostHasFocus(): boolean;
  centerOf(selector: string): { x: number; y: number };
  showsHostAt(x: number, y: number): boolean;
  press(x: number, y: number): void;
  everythingReadable(): string;
  finds(text: string): boolean;
  sendMessages(count: number, extensionId: string): number;
}
type Trick = "removeHost" | "moveHost" | "hideHost" | "unpopHost" | "styleHost" | "inertHost" | "hiddenHost" | "keepRemovingHost" | "fadePage" | "cover" | "openModal";
declare const attack: Attack & Record<Trick, () => void>;

const play = (desk: Desk, trick: Trick): Promise<void> => desk.page.evaluate((name) => attack[name](), trick);

/** The gate, open on an insult, ready to be answered. */
async function gateOn(desk: Desk): Promise<Overlay> {
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  await stopped(desk, overlay, "button");
  await overlay.waitForDecision("anyway");
  return overlay;
}

/** Whether a press at the decision would reach the host: seen from outside, over everything. */
async function isOnTop(desk: Desk, overlay: Overlay): Promise<boolean> {
  const { x, y } = await overlay.waitForDecision("anyway");
  return await desk.page.evaluate((left, top) => attack.showsHostAt(left, top), x, y);
}

async function decidesAsEver(desk: Desk, overlay: Overlay): Promise<void> {
  await desk.expectPosts([]);
  await overlay.decide("anyway");
  await desk.expectPosts([insultFor(desk.spot).text]);
}

test("hostile page: every name of the document taken by an image → an insult is held back all the same", variants.untouched, async (session) => {
  const run = session.server.newRun();
  const page = await session.open(`${session.server.origin}/hostile?blind&run=${run}`);
  for (const { input } of [hostileForm, hostileRich]) {
    const { x, y } = await page.evaluate((selector) => attack.centerOf(selector), input);
    await page.mouse.click(x, y);
    await page.keyboard.type("Vous êtes un imbécile.");
    await page.keyboard.down("Control");
    await page.keyboard.press("Enter");
    await page.keyboard.up("Control");
    await until(`the gate to take the focus (${input})`, () => page.evaluate(() => attack.hostHasFocus()));
    equal("posts", session.server.postsOf(run), []);
    await page.keyboard.press("Escape");
    await until("the gate to give it back", async () => !(await page.evaluate(() => attack.hostHasFocus())));
  }
});

/** What the store holds and no page may ever see, each a text of its own. */
const canaries = { canaryPlan: "canari-plan-7f31", canaryRoles: "canari-roles-b2c9", canaryTemplates: "canari-modeles-e604" };
const journalled = {
  kind: "moderation", network: "web", action: "hide", verdict: "allowed", reasons: [], choice: "moderated",
  evidence: { text: "canari-journal-19ad", author: null, permalink: null, time: null, id: null },
};

const undone: readonly Trick[] = ["removeHost", "moveHost", "hideHost", "unpopHost", "styleHost", "inertHost", "hiddenHost"];

for (const spot of [hostileForm, hostileRich]) {
  for (const trick of undone) {
    test(`${spot.name}: ${trick} once → the gate is there again and decides`, variants.open, async (session) => {
      const desk = await Desk.open(session, spot);
      const overlay = await gateOn(desk);
      await play(desk, trick);
      await until("the gate to be on top again", () => isOnTop(desk, overlay));
      await decidesAsEver(desk, overlay);
      equal("disturbed", (await session.statusOf(await desk.address())).disturbed, false);
    });
  }

  test(`${spot.name}: the host removed again and again → the toolbar and the popup say so, the draft and the page live`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    await gateOn(desk);
    await play(desk, "keepRemovingHost");
    const url = await desk.address();
    await until("the page to be called disturbed", async () => (await session.statusOf(url)).disturbed);
    equal("the mark on the toolbar", await session.badgeOf(url), "!");
    const popup = await popupOn(session, url);
    await until("the popup to say so", () => popup.$eval("#detail", (detail) => /retire ou cache ce que Sang-froid affiche/.test(detail.textContent)), 15_000);
    await popup.close();
    await desk.page.bringToFront();
    await desk.expectPosts([]);
    equal("the draft", (await desk.draft()).trim(), insultFor(spot).text);
    await desk.focusUnwatched();
    await desk.erase();
    await desk.type(courteousFor(spot));
    await desk.send("button");
    await desk.expectPosts([courteousFor(spot)]);
  });

  test(`${spot.name}: covered and faded by the page → the gate is on top, a press on the cover decides nothing`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = await gateOn(desk);
    const { x, y } = await overlay.waitForDecision("anyway");
    await play(desk, "fadePage");
    await play(desk, "cover");
    // What the person saw there was the page's.
    await desk.page.mouse.click(x, y);
    await desk.expectPosts([]);
    await until("the gate to be on top again", () => isOnTop(desk, overlay));
    await decidesAsEver(desk, overlay);
  });

  test(`${spot.name}: a modal dialog of the page over the gate → nothing is decided through it, then the gate answers`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = await gateOn(desk);
    const { x, y } = await overlay.waitForDecision("anyway");
    await play(desk, "openModal");
    await desk.page.mouse.click(x, y);
    await desk.press("Enter");
    await desk.expectPosts([]);
    await desk.page.$eval("#modal", (modal) => (modal as HTMLDialogElement).close());
    await until("the gate to be on top again", () => isOnTop(desk, overlay));
    await decidesAsEver(desk, overlay);
  });

  test(`${spot.name}: a page that calls its own events trusted decides nothing`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = await gateOn(desk);
    for (const kind of ["anyway", "calm"] as const) {
      const { x, y } = await overlay.waitForDecision(kind);
      await desk.page.evaluate((left, top) => attack.press(left, top), x, y);
    }
    await desk.settle();
    ok("the gate is gone", await overlay.gate());
    equal("the draft", (await desk.draft()).trim(), insultFor(spot).text);
    await decidesAsEver(desk, overlay);
  });

  test(`${spot.name}: 1,000 random messages change nothing`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = await gateOn(desk);
    const before = await session.stored();
    const events = await session.events();
    const url = await desk.address();
    const mark = await session.badgeOf(url);
    await desk.page.evaluate((id) => attack.sendMessages(1000, id), new URL(session.driver.base).hostname);
    await desk.settle();
    equal("what is stored", await session.stored(), before);
    equal("what is recorded", await session.events(), events);
    equal("the mark on the toolbar", await session.badgeOf(url), mark);
    await decidesAsEver(desk, overlay);
  });

  test(`${spot.name}: nothing stored reaches the page, none of our events does, the root stays closed`, variants.untouched, async (session) => {
    await session.store(canaries);
    await session.ask("recordEvent", journalled);
    const desk = await Desk.open(session, spot);
    await desk.focus();
    await desk.type(insultFor(spot).text);
    await desk.send("ctrlEnter");
    await until("the gate to take the focus", () => desk.page.evaluate(() => attack.hostHasFocus()));
    await desk.press("Tab");
    await desk.page.mouse.move(550, 400);
    await desk.settle();
    equal("host.shadowRoot", await desk.page.evaluate(() => attack.hostRoot()), null);
    equal("roots made in the page's world", await desk.page.evaluate(() => attack.roots()), 0);
    equal("events of ours the page has seen", await desk.page.evaluate(() => attack.seen()), []);
    const readable = await desk.page.evaluate(() => attack.everythingReadable());
    ok("the readable text holds nothing of the page", readable.includes("Les avis de nos clients"));
    for (const secret of [...Object.values(canaries), journalled.evidence.text]) {
      ok(`the page can read ${secret}`, !readable.includes(secret));
      ok(`the page can find ${secret}`, !(await desk.page.evaluate((text) => attack.finds(text), secret)));
    }
    ok("the page can tell the extension by an address", !readable.includes(session.driver.base));
    await desk.expectPosts([]);
  });
}
