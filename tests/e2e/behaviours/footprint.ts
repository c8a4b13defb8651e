import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { hostCount, pageDom } from "../harness/page-dom.ts";
import { test } from "../harness/runner.ts";
import { FIXTURE_HOST } from "../harness/session.ts";
import { Desk, plainForm, plainRich, reactForm } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { courteousFor } from "./drafts.ts";
import { typeInsult } from "./reading.ts";

for (const spot of [plainForm, plainRich, reactForm]) {
  test(`${spot.name}: nothing in the page before an editable has the focus`, variants.open, async (session) => {
    await session.permissions.withdraw(FIXTURE_HOST);
    const without = await Desk.open(session, spot);
    const bare = (await pageDom(without.page)).replaceAll(/run-\d+/g, "run");
    await session.permissions.grant(FIXTURE_HOST);
    const desk = await Desk.open(session, spot);
    await desk.settle();
    equal("host elements", await hostCount(desk.page), 0);
    ok("the page differs from the one without us", (await pageDom(desk.page)).replaceAll(/run-\d+/g, "run") === bare);
    equal("highlights", await desk.page.evaluate(() => CSS.highlights.size), 0);
    await desk.page.click(".like");
    await until("the page's own button to work", () => desk.page.$eval(".likes", (element) => element.textContent === "1"));
    equal("host elements after a click elsewhere", await hostCount(desk.page), 0);
  });

  test(`${spot.name}: the page's DOM is the same before, during and after`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    const before = await pageDom(desk.page);
    const same = async (moment: string): Promise<void> => {
      const now = await pageDom(desk.page);
      ok(`the page's DOM has changed ${moment}: ${difference(before, now)}`, now === before);
      ok(`more than one host ${moment}`, (await hostCount(desk.page)) <= 1);
    };
    await typeInsult(desk, overlay);
    equal("host elements", await hostCount(desk.page), 1);
    await same("with an underline");
    await overlay.clickBadge();
    await until("the card", () => overlay.card());
    await same("with the card");
    await desk.press("Escape");
    await desk.page.focus(desk.spot.input);
    await desk.send("button");
    await until("the gate", () => overlay.gate());
    await same("with the gate");
    await overlay.decide("edit");
    await until("the gate to go", async () => (await overlay.gate()) === null);
    await desk.page.focus(desk.spot.input);
    await desk.erase();
    await desk.type(courteousFor(spot));
    await desk.send("button");
    await desk.expectPosts([courteousFor(spot)]);
    await same("after a post");
    await session.permissions.withdraw(FIXTURE_HOST);
    await until("the host to leave", async () => (await hostCount(desk.page)) === 0);
    await same("after we left");
    equal("highlights after we left", await desk.page.evaluate(() => CSS.highlights.size), 0);
    await session.permissions.grant(FIXTURE_HOST);
  });
}

for (const field of ["#search", "#password"]) {
  test(`plain page: nothing is created for ${field}`, variants.open, async (session) => {
    const desk = await Desk.open(session, plainForm);
    await desk.page.click(field);
    await desk.type("imbécile");
    await desk.settle();
    equal("host elements", await hostCount(desk.page), 0);
  });
}

/** Where two long texts part, with a little of each. */
function difference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return `"…${one.slice(at, at + 120)}" became "…${other.slice(at, at + 120)}"`;
}
