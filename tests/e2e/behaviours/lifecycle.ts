import { equal } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { hostCount } from "../harness/page-dom.ts";
import { test } from "../harness/runner.ts";
import { Desk, plainForm, plainRich, reactForm } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { courteousFor, insultFor } from "./drafts.ts";
import { typeInsult } from "./reading.ts";

for (const spot of [plainForm, plainRich, reactForm]) {
  test(`${spot.name}: reloaded while the tab is open, the page goes on and is guarded anew`, variants.lifecycle, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await typeInsult(desk, overlay);
    await session.permissions.reload();
    await desk.page.bringToFront();
    await desk.focusUnwatched();
    await desk.erase();
    await desk.type(courteousFor(spot));
    await desk.send("button");
    await desk.expectPosts([courteousFor(spot)]);
    await desk.focus();
    await desk.type(insultFor(spot).text);
    await until("a guard, from the new extension", async () => (await overlay.underlined()).length > 0);
    await until("one overlay only", async () => (await hostCount(desk.page)) === 1);
    equal("highlights", (await overlay.underlined()).length, 1);
    await desk.send("button");
    await until("the gate", () => overlay.gate());
    await desk.expectPosts([courteousFor(spot)]);
  });
}

for (const spot of [plainForm, reactForm]) {
  test(`${spot.name}: disabled while the tab is open, the overlay leaves and the page posts alone`, variants.lifecycle, async (session) => {
    const desk = await Desk.open(session, spot);
    await typeInsult(desk, new Overlay(desk));
    await session.disable();
    await desk.page.bringToFront();
    await desk.focusUnwatched();
    await desk.press("End");
    await desk.type("!");
    await until("the overlay to leave", async () => (await hostCount(desk.page)) === 0);
    await desk.send("button");
    await desk.expectPosts([`${insultFor(spot).text}!`]);
  });
}

for (const spot of [plainForm, plainRich, reactForm]) {
  test(`${spot.name}: left empty, the overlay leaves; words the page puts in are guarded all the same`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await desk.focus();
    await desk.page.click("h1");
    await until("the overlay to leave the empty reply", async () => (await hostCount(desk.page)) === 0);
    await desk.page.evaluate(
      (selector, text) => {
        const box = document.querySelector(selector);
        if (box instanceof HTMLTextAreaElement) {
          Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(box, text);
          box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        } else if (box) box.textContent = text;
      },
      spot.input,
      insultFor(spot).text,
    );
    await desk.send("button");
    await until("the gate", () => overlay.gate());
    await desk.expectPosts([]);
  });
}
