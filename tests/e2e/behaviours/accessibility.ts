import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";
import { xSpots } from "../fixtures/networks/x.ts";
import { ok } from "../harness/assert.ts";
import { NetworkDesk } from "../harness/network-desk.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, plainForm } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { stopped } from "./gate.ts";
import { popupOn } from "./permission-changes.ts";
import { typeInsult } from "./reading.ts";

const axeSource = readFileSync(createRequire(`${process.cwd()}/`).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResults {
  violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[];
}

/** Everything axe finds, in the whole page or under one selector, open shadow roots entered. */
async function violations(page: Page, scope?: string): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(async (within) => {
    const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
    return await axe.run(within ?? document, { resultTypes: ["violations"] });
  }, scope ?? null);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}) at ${JSON.stringify(node.target)}: ${node.failureSummary ?? ""}`),
  );
}

/** Fails with everything axe finds. */
export async function clean(page: Page, scope?: string): Promise<void> {
  const found = await violations(page, scope);
  ok(`axe: ${found.join("\n")}`, found.length === 0);
}

for (const scheme of ["light", "dark"]) {
  for (const file of ["popup", "onboarding", "practice", "evidence"]) {
    test(`axe finds nothing on ${file}, ${scheme}`, variants.open, async (session) => {
      const page = await session.openOurs(`pages/${file}.html`);
      await until("the page to be drawn", () => page.evaluate(() => document.body.innerText.trim().length > 20));
      await emulate(page, session.browserName, scheme);
      await clean(page);
    });
  }
}

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing in the popup on a network's page, in its pause and on a page of nobody's, ${scheme}`, variants.open, async (session) => {
    const [place] = xSpots;
    ok("no reply box of X", place);
    const desk = await NetworkDesk.open(session, place);
    await desk.focus();
    const popup = await popupOn(session, await desk.address());
    await emulate(popup, session.browserName, scheme);
    await until("the list of those who wait", () => popup.$("#unanswered .comment"));
    await popup.$$eval("details", (found) => found.forEach((details) => (details.open = true)));
    await clean(popup);
    await popup.click("#pause");
    await until("the pause", () => popup.$eval("#state", (state) => (state as HTMLElement).dataset["state"] === "paused"));
    await clean(popup);
    await popup.click("#resume");
    await until("the end of the pause", () => popup.$eval("#state", (state) => (state as HTMLElement).dataset["state"] === "on"));
    const nowhere = await session.openOurs("pages/popup.html?tab=0");
    await emulate(nowhere, session.browserName, scheme);
    await until("the popup to answer", () => nowhere.$eval("#state", (state) => (state as HTMLElement).dataset["state"] !== "loading"));
    await clean(nowhere);
  });
}

/** Marks the host, so that axe looks at the overlay alone: the fixture has faults of its own. */
export async function overlayOnly(page: Page): Promise<string[]> {
  return (await violations(page)).filter((line) => /at \[\[/.test(line));
}

test("axe finds nothing in the overlay: badge, card, gate, suggestions", variants.open, async (session) => {
  const desk = await Desk.open(session, plainForm);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  const found: string[] = [...(await overlayOnly(desk.page)).map((line) => `badge: ${line}`)];
  await overlay.clickBadge();
  await until("the card", () => overlay.card());
  found.push(...(await overlayOnly(desk.page)).map((line) => `card: ${line}`));
  await desk.press("Escape");
  await desk.page.focus(desk.spot.input);
  await stopped(desk, overlay, "button");
  await overlay.waitForDecision("anyway");
  found.push(...(await overlayOnly(desk.page)).map((line) => `gate: ${line}`));
  await overlay.decide("edit");
  await desk.erase();
  await overlay.command("suggest");
  await until("suggestions", async () => (await overlay.suggestions()).length === 3);
  found.push(...(await overlayOnly(desk.page)).map((line) => `suggestions: ${line}`));
  ok(`axe: ${found.join("\n")}`, found.length === 0);
});

test("the live region says how many points there are, politely", variants.open, async (session) => {
  const desk = await Desk.open(session, plainForm);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  const said = await until("a polite word", () => overlay.live());
  ok(`it says "${said}"`, /point|remarque|mot|passage/i.test(said));
});

/** Asks for light or dark colours, where the driver can. */
export async function emulate(page: Page, browser: string, scheme: string): Promise<void> {
  if (browser === "chrome") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  // Half-way from light to dark no colour is one of ours.
  await until("the colours to settle", () => page.evaluate(() => !document.getAnimations().some((running) => running instanceof CSSTransition && running.playState === "running")));
}
