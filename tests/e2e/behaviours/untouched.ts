import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Session } from "../harness/session.ts";
import { Desk, plainForm, plainRich, type Spot } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { courteousFor, insultFor } from "./drafts.ts";
import { stopped } from "./gate.ts";
import { typeInsult } from "./reading.ts";

/** What a page can tell of the one element that is not its own. */
const HOST = "html > :not(head, body)";

const gateHasFocus = (desk: Desk): Promise<boolean> =>
  desk.page.evaluate((host) => document.activeElement?.matches(host) === true, HOST);

/** As long as the button asks for: nothing in a closed root tells that it was held. */
async function holdBlind(desk: Desk): Promise<void> {
  await desk.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1600)));
}

interface Point {
  x: number;
  y: number;
}

/** Where a reason and « publier quand même » stand on the screen: learnt on the copy with the opened root, in the same language and window. */
async function placesOf(session: Session, spot: Spot): Promise<{ reason: Point; anyway: Point }> {
  const twin = (await session.language()) === "fr" ? variants.open : variants.english;
  const other = await Session.start(session.browserName, twin, session.server);
  try {
    const desk = await Desk.open(other, spot);
    const overlay = new Overlay(desk);
    await typeInsult(desk, overlay);
    await stopped(desk, overlay, "ctrlEnter");
    const anyway = await overlay.waitForDecision("anyway");
    return { anyway, reason: await until("the reasons", () => overlay.reason()) };
  } finally {
    await other.stop();
  }
}

async function begin(session: Session, spot: Spot): Promise<Desk> {
  const desk = await Desk.open(session, spot);
  await desk.focus();
  equal("host.shadowRoot", await desk.page.$eval(HOST, (host) => host.shadowRoot), null);
  await desk.type(insultFor(spot).text);
  await desk.send("ctrlEnter");
  await until("the gate to take the focus", () => gateHasFocus(desk));
  await desk.expectPosts([]);
  return desk;
}

for (const spot of [plainForm, plainRich]) {
  test(`${spot.name}: the shipped build, closed root, by keyboard alone`, variants.untouched, async (session) => {
    const desk = await begin(session, spot);
    await desk.press("Escape");
    await until("the focus to be back in the reply", () => desk.hasFocus());
    await desk.expectPosts([]);
    await desk.send("ctrlEnter");
    await until("the gate again", () => gateHasFocus(desk));
    // From the first button, backwards round to the reasons, and on to the button that is held.
    await desk.press("Shift", "Tab");
    await desk.press("Shift", "Tab");
    await desk.press("ArrowDown");
    await desk.press("Tab");
    await desk.page.keyboard.down("Enter");
    await holdBlind(desk);
    await desk.page.keyboard.up("Enter");
    await desk.expectPosts([insultFor(spot).text]);
    await until("the focus to be back in the reply", () => desk.hasFocus());
    await desk.insert(courteousFor(spot));
    await desk.send("ctrlEnter");
    await desk.expectPosts([insultFor(spot).text, courteousFor(spot)]);
  });

  test(`${spot.name}: the shipped build, closed root, by mouse; the page sees none of it`, variants.untouched, async (session) => {
    const { reason, anyway } = await placesOf(session, spot);
    const desk = await begin(session, spot);
    await desk.page.evaluate((host) => {
      const memory = globalThis as { e2eSeen?: string[] };
      memory.e2eSeen = [];
      for (const type of ["pointerdown", "mousedown", "mouseup", "click", "keydown", "focusin", "mouseover"]) {
        window.addEventListener(type, (event) => (event.target as Element).matches?.(host) && memory.e2eSeen?.push(type), true);
      }
    }, HOST);
    await until("one post", async () => {
      if ((await desk.posts()).length === 0 && (await gateHasFocus(desk))) {
        // Too early, a press is not heard.
        await desk.page.mouse.click(reason.x, reason.y);
        await desk.page.mouse.move(anyway.x, anyway.y);
        await desk.page.mouse.down();
        await holdBlind(desk);
        await desk.page.mouse.up();
      }
      return (await desk.posts()).length > 0;
    });
    await desk.expectPosts([insultFor(spot).text]);
    equal("events of ours the page has seen", await desk.page.evaluate(() => (globalThis as { e2eSeen?: string[] }).e2eSeen), []);
    ok("the words can be found by the page", !(await desk.page.evaluate(() => document.documentElement.innerText.includes("quand même"))));
  });
}
