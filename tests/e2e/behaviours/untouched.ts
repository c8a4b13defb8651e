import { equal, ok } from "../harness/assert.ts";
import { Overlay, type Decision } from "../harness/overlay.ts";
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

/** Where a decision stands on the screen: learnt on the copy with the opened root, in the same language and window. */
async function placeOf(session: Session, spot: Spot, kind: Decision): Promise<{ x: number; y: number }> {
  const twin = (await session.language()) === "fr" ? variants.open : variants.english;
  const other = await Session.start(session.browserName, twin, session.server);
  try {
    const desk = await Desk.open(other, spot);
    const overlay = new Overlay(desk);
    await typeInsult(desk, overlay);
    await stopped(desk, overlay, "ctrlEnter");
    await overlay.waitForDecision("calm");
    const { x, y } = await overlay.waitForDecision(kind);
    return { x, y };
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
    // From the first button, backwards to the last: « Publier quand même ». Too early, Enter is not heard.
    await desk.press("Shift", "Tab");
    await until("one post", async () => {
      if ((await desk.posts()).length === 0 && (await gateHasFocus(desk))) await desk.press("Enter");
      return (await desk.posts()).length > 0;
    });
    await desk.expectPosts([insultFor(spot).text]);
    await until("the focus to be back in the reply", () => desk.hasFocus());
    await desk.insert(courteousFor(spot));
    await desk.send("ctrlEnter");
    await desk.expectPosts([insultFor(spot).text, courteousFor(spot)]);
  });

  test(`${spot.name}: the shipped build, closed root, by mouse; the page sees none of it`, variants.untouched, async (session) => {
    const place = await placeOf(session, spot, "anyway");
    const desk = await begin(session, spot);
    await desk.page.evaluate((host) => {
      const memory = globalThis as { e2eSeen?: string[] };
      memory.e2eSeen = [];
      for (const type of ["pointerdown", "mousedown", "mouseup", "click", "keydown", "focusin", "mouseover"]) {
        window.addEventListener(type, (event) => (event.target as Element).matches?.(host) && memory.e2eSeen?.push(type), true);
      }
    }, HOST);
    await until("one post", async () => {
      if ((await desk.posts()).length === 0 && (await gateHasFocus(desk))) await desk.page.mouse.click(place.x, place.y);
      return (await desk.posts()).length > 0;
    });
    await desk.expectPosts([insultFor(spot).text]);
    equal("events of ours the page has seen", await desk.page.evaluate(() => (globalThis as { e2eSeen?: string[] }).e2eSeen), []);
    ok("the words can be found by the page", !(await desk.page.evaluate(() => document.documentElement.innerText.includes("quand même"))));
  });
}
