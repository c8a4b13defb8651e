import type { Page } from "puppeteer-core";
import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { hostCount } from "../harness/page-dom.ts";
import { test } from "../harness/runner.ts";
import { FIXTURE_HOST, type Session } from "../harness/session.ts";
import { Desk, plainForm, plainOrphan, plainRich, practiceForm, reactForm } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { insultFor } from "./drafts.ts";
import { typeInsult } from "./reading.ts";

async function guards(desk: Desk, overlay: Overlay): Promise<void> {
  await desk.page.bringToFront();
  await desk.focus();
  await desk.erase();
  await desk.type(insultFor(desk.spot).text);
  await until("an underline", async () => (await overlay.underlined()).length > 0);
}

async function leavesAlone(desk: Desk, postsSoFar: readonly string[]): Promise<void> {
  await until("the overlay to leave", async () => (await hostCount(desk.page)) === 0);
  await desk.page.bringToFront();
  await desk.focusUnwatched();
  await desk.erase();
  await desk.type(insultFor(desk.spot).text);
  await desk.send("button");
  await desk.expectPosts([...postsSoFar, insultFor(desk.spot).text]);
  equal("host elements", await hostCount(desk.page), 0);
}

for (const spot of [plainForm, plainRich, reactForm]) {
  test(`${spot.name}: a site withdrawn is left at once, granted again it is guarded at once, no reload`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await typeInsult(desk, overlay);
    await session.permissions.withdraw(FIXTURE_HOST);
    await leavesAlone(desk, []);
    await session.permissions.grant(FIXTURE_HOST);
    await guards(desk, overlay);
    await desk.send("button");
    await until("the gate", () => overlay.gate());
    await desk.expectPosts([insultFor(spot).text]);
  });
}

/** Opens the popup as if it had been opened on this page. */
export async function popupOn(session: Session, url: string): Promise<Page> {
  const tab = await session.tabOf(url);
  const page = await session.openOurs(`pages/popup.html?tab=${tab}`);
  await page.setViewport({ width: 340, height: 480 });
  return page;
}

const stateOf = (popup: Page): Promise<string | undefined> => popup.$eval("#state", (element) => (element as HTMLElement).dataset["state"]);
const textOf = (popup: Page): Promise<string> => popup.$eval("body", (element) => (element as HTMLElement).innerText);

test("popup: on, with the reply box and its button recognised", variants.open, async (session) => {
  const desk = await Desk.open(session, plainForm);
  await typeInsult(desk, new Overlay(desk));
  const popup = await popupOn(session, await desk.address());
  await until("the popup to say on", async () => (await stateOf(popup)) === "on");
  const text = await textOf(popup);
  ok(`the popup does not name the site: ${text}`, text.includes("localhost"));
  ok(`the popup does not say ready: ${text}`, text.includes("le garde-fou est prêt"));
});

test("popup: on the practice page", variants.open, async (session) => {
  const desk = await Desk.open(session, practiceForm);
  await typeInsult(desk, new Overlay(desk));
  const popup = await popupOn(session, await desk.address());
  await until("the popup to name the practice page", async () => (await textOf(popup)).includes("Page d'entraînement"));
});

test("popup: « Désactiver sur ce site » and « Activer » change the page without reload", variants.open, async (session) => {
  const desk = await Desk.open(session, plainForm);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  const popup = await popupOn(session, await desk.address());
  await until("the popup to say on", async () => (await stateOf(popup)) === "on");
  const tab = await session.tabOf(await desk.address());
  await popup.click("#deactivate");
  await until("the overlay to leave", async () => (await hostCount(desk.page)) === 0);
  await popup.close();
  await leavesAlone(desk, []);

  const off = await session.openOurs(`pages/popup.html?tab=${tab}&url=${encodeURIComponent(await desk.address())}`);
  await until("the popup to say off", async () => (await stateOf(off)) === "off");
  ok("no button to switch on", await off.$eval("#activate", (button) => !(button as HTMLElement).hidden));
  await session.permissions.allowAhead(FIXTURE_HOST);
  await off.bringToFront();
  await off.click("#activate");
  await until("the popup to say on", async () => (await stateOf(off)) === "on");
  await guards(desk, overlay);
});

test("popup: pause of an hour, then back to work", variants.open, async (session) => {
  const desk = await Desk.open(session, plainForm);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  const popup = await popupOn(session, await desk.address());
  await until("the popup to say on", async () => (await stateOf(popup)) === "on");
  const before = Date.now();
  await popup.click("#pause");
  await until("the popup to say paused", async () => (await stateOf(popup)) === "paused");
  const pausedUntil = (await session.stored())["pausedUntil"] as number;
  ok(`paused until ${pausedUntil - before} ms from now`, Math.abs(pausedUntil - before - 3_600_000) < 60_000);
  await leavesAlone(desk, []);
  await popup.bringToFront();
  await popup.click("#resume");
  await until("the popup to say on", async () => (await stateOf(popup)) === "on");
  await guards(desk, overlay);
});

test("popup: a reply box with no comment around is said not to be recognised", variants.open, async (session) => {
  const desk = await Desk.open(session, plainOrphan);
  await typeInsult(desk, new Overlay(desk));
  const popup = await popupOn(session, await desk.address());
  await until("the popup to say so", async () => /Site (non reconnu|reconnu en partie)/.test(await textOf(popup)));
});

test("popup: a page no extension may enter", variants.open, async (session) => {
  const page = await session.open("about:blank");
  const popup = await session.openOurs("pages/popup.html?tab=0");
  ok("a popup", page);
  await until("the popup to answer", async () => (await stateOf(popup)) !== "loading");
});

test("onboarding: every network is off at install, and switches on by a press", variants.open, async (session) => {
  const page = await session.openOurs("pages/onboarding.html");
  const states = await page.$$eval("[role=switch]", (found) => found.map((one) => one.getAttribute("aria-checked")));
  ok("no network is offered", states.length >= 8);
  ok("a network is on at install", states.every((one) => one === "false"));
  await session.permissions.allowAhead("https://x.com/*", "https://twitter.com/*");
  await page.bringToFront();
  await page.click("[data-network=x]");
  await until("X to be on", () => page.$eval("[data-network=x]", (one) => one.getAttribute("aria-checked") === "true"));
  await page.click("[data-network=x]");
  await until("X to be off", () => page.$eval("[data-network=x]", (one) => one.getAttribute("aria-checked") === "false"));
  const origins = await page.evaluate(async () => (await browser.permissions.getAll()).origins ?? []);
  ok(`still granted: ${origins.join()}`, !origins.some((one) => one.includes("x.com") || one.includes("twitter.com")));
});

test("onboarding: the length of the breath is kept", variants.open, async (session) => {
  const page = await session.openOurs("pages/onboarding.html");
  await page.focus("#breath");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await until("5 seconds stored", async () => (await session.stored())["breathSeconds"] === 5);
  await page.keyboard.press("Home");
  await until("no breath stored", async () => (await session.stored())["breathSeconds"] === 0);
});
