import type { Page } from "puppeteer-core";
import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, plainForm, plainRich, type Spot } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { overlayOnly } from "./accessibility.ts";
import { stopped } from "./gate.ts";
import { typeInsult } from "./reading.ts";

const WINDOWS = [
  { name: "at 200 %", width: 550, height: 425 },
  { name: "320 wide", width: 320, height: 568 },
  { name: "320 wide and low", width: 320, height: 256 },
];

interface Stop {
  name: string;
  inView: boolean;
}

/** What has the focus in the overlay, and whether all of it can be seen. */
async function focused(page: Page): Promise<Stop | null> {
  return await page.evaluate(() => {
    for (const host of document.querySelectorAll("div[popover=manual]")) {
      const active = host.shadowRoot?.activeElement;
      if (!active) continue;
      const { left, top, right, bottom } = active.getBoundingClientRect();
      const inView = left >= 0 && top >= -0.5 && right <= innerWidth && bottom <= innerHeight + 0.5;
      return { name: active.getAttribute("aria-label") ?? (active as HTMLElement).innerText.trim(), inView };
    }
    return null;
  });
}

/** Words that stick out of the panel on the right, where nobody can scroll to. */
async function cut(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll("div[popover=manual]")].flatMap((host) =>
      [...(host.shadowRoot?.querySelectorAll(".panel") ?? [])].flatMap((panel) => {
        const { right } = panel.getBoundingClientRect();
        return [...panel.querySelectorAll("*")]
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > Math.min(right, innerWidth) + 0.5)
          .map((element) => element.textContent);
      }),
    ),
  );
}

for (const { name, width, height } of WINDOWS) {
  test(`reach, ${name}: every control of the gate, in order, in view; nothing cut`, variants.open, async (session) => {
    const desk = await Desk.open(session, plainForm);
    const overlay = new Overlay(desk);
    await desk.page.setViewport({ width, height });
    await typeInsult(desk, overlay);
    await stopped(desk, overlay, "ctrlEnter");
    await overlay.waitForDecision("calm");
    const stops: Stop[] = [];
    for (let at = 0; at < 4; at += 1) {
      const stop = await focused(desk.page);
      if (stop) stops.push(stop);
      await desk.press("Tab");
    }
    const names = stops.map((stop) => stop.name.split("\n")[0]);
    equal("the order", names, ["Modifier", "Version sang-froid", "Fausse alerte", "Version sang-froid"]);
    equal("out of view", stops.filter((stop) => !stop.inView), []);
    equal("cut", await cut(desk.page), []);
    await overlay.tabTo("Fausse alerte");
    await desk.press("ArrowDown");
    await desk.press("Tab");
    const held = await focused(desk.page);
    ok(`after the reason: ${JSON.stringify(held)}`, held?.inView && /maintenir/i.test(held.name));
  });

  test(`reach, ${name}: every control of the card and of the suggestions, in view; nothing cut`, variants.open, async (session) => {
    const desk = await Desk.open(session, plainForm);
    const overlay = new Overlay(desk);
    await desk.page.setViewport({ width, height });
    await typeInsult(desk, overlay);
    for (const command of ["open-card", "suggest"] as const) {
      await overlay.command(command);
      await until(command, async () => (await overlay.panelButtons()).length > 1 && overlay.holdsFocus());
      equal(`${command}, cut`, await cut(desk.page), []);
      for (let stop = await focused(desk.page); stop && stop.name !== "Fermer"; stop = await focused(desk.page)) {
        ok(`${command}: "${stop.name}" is out of view`, stop.inView);
        await desk.press("Tab");
      }
      ok("« Fermer » is out of view", (await focused(desk.page))?.inView);
      await desk.press("Escape");
    }
  });
}

/** Where the caret is, in characters from the start. */
async function caret(page: Page, spot: Spot): Promise<number> {
  return await page.$eval(spot.input, (element) => {
    if (element instanceof HTMLTextAreaElement) return element.selectionStart;
    const range = getSelection()?.getRangeAt(0).cloneRange();
    range?.setStart(element, 0);
    return range?.toString().length ?? -1;
  });
}

for (const spot of [plainForm, plainRich]) {
  test(`${spot.name}: the caret is where it was after the card, the suggestions and the gate`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await typeInsult(desk, overlay);
    for (let at = 0; at < 9; at += 1) await desk.press("ArrowLeft");
    const before = await caret(desk.page, spot);
    const back = async (moment: string): Promise<void> => {
      await desk.press("Escape");
      await until(`the focus back after ${moment}`, () => desk.hasFocus());
      equal(`the caret after ${moment}`, await caret(desk.page, spot), before);
    };
    await overlay.command("open-card");
    await until("the card to take the focus", async () => (await overlay.card()) && overlay.holdsFocus());
    await back("the card");
    await overlay.command("suggest");
    await until("the calmer version to take the focus", async () => (await overlay.panelButtons()).length > 1 && overlay.holdsFocus());
    await back("the calmer version");
    await stopped(desk, overlay, "ctrlEnter");
    await back("the gate");
  });
}

for (const [name, features] of Object.entries({
  dark: [{ name: "prefers-color-scheme", value: "dark" }],
  "forced colours": [{ name: "forced-colors", value: "active" }],
  "forced dark colours": [{ name: "forced-colors", value: "active" }, { name: "prefers-color-scheme", value: "dark" }],
})) {
  test(`axe finds nothing in the overlay, ${name}: badge, card, gate`, variants.open, async (session) => {
    const desk = await Desk.open(session, plainForm);
    const overlay = new Overlay(desk);
    const browser = await desk.page.createCDPSession();
    await browser.send("Emulation.setEmulatedMedia", { features });
    await typeInsult(desk, overlay);
    const found = [...(await overlayOnly(desk.page))];
    await overlay.command("open-card");
    await until("the card", () => overlay.card());
    found.push(...(await overlayOnly(desk.page)));
    await desk.press("Escape");
    await stopped(desk, overlay, "ctrlEnter");
    await overlay.waitForDecision("anyway");
    found.push(...(await overlayOnly(desk.page)));
    equal("axe", found, []);
  }, { only: "chrome" });
}
