import type { Page } from "puppeteer-core";
import type { ToldEvent } from "../../../extension/shared/events.ts";
import { equal, ok } from "../harness/assert.ts";
import { test } from "../harness/runner.ts";
import type { Session } from "../harness/session.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { clean, emulate } from "./accessibility.ts";

type Told = Extract<ToldEvent, { kind: "moderation" }>;

function moderation(number: number, change: Partial<Told> = {}, evidence: Partial<Told["evidence"]> = {}): Told {
  return {
    kind: "moderation", network: "facebook", action: "delete", verdict: "advised-against", reasons: ["complaint"], choice: "cancelled", ...change,
    evidence: { text: `Commentaire numéro ${number}.`, author: `Cliente ${number}`, permalink: null, time: "2026-11-20T10:00:00Z", id: String(number), ...evidence },
  };
}

/** Our page of evidence, with these events in the store, the last one the newest. */
async function withEvents(session: Session, events: readonly Told[]): Promise<Page> {
  await session.forgetEvents();
  const page = await session.openOurs("pages/evidence.html");
  await page.evaluate(async (given) => {
    for (const payload of given) await browser.runtime.sendMessage({ route: "recordEvent", payload });
  }, events as Told[]);
  await page.evaluate(() => location.reload());
  await until("the list", () => page.evaluate((count) => document.querySelectorAll("#events > li").length === Math.min(count, 25) && document.querySelector("#count")?.textContent !== "", events.length));
  return page;
}

const texts = (page: Page): Promise<string[]> => page.$$eval("#events blockquote", (found) => found.map((one) => one.textContent));

async function pressIn(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (element) => element.scrollIntoView({ block: "center" }));
  await page.click(selector);
}

test("evidence: nothing noted yet → it says so, and offers nothing to erase", variants.open, async (session) => {
  const page = await withEvents(session, []);
  equal("what it says", await page.$eval("#count", (element) => element.textContent), "Rien n'a encore été noté.");
  ok("it offers to search or erase", await page.$eval("#tools", (element) => (element as HTMLElement).hidden));
});

test("evidence: newest first, 25 at a time, found by words without accents", variants.open, async (session) => {
  const events = Array.from({ length: 60 }, (_, at) => moderation(at + 1));
  const page = await withEvents(session, [...events.slice(0, 30), moderation(0, {}, { text: "Livraison éternelle" }), ...events.slice(30)]);
  equal("the first", (await texts(page))[0], "Commentaire numéro 60.");
  await pressIn(page, "#more");
  await until("25 more", async () => (await texts(page)).length === 50);
  await pressIn(page, "#more");
  await until("the rest", async () => (await texts(page)).length === 61);
  const all = await texts(page);
  equal("each once", new Set(all).size, 61);
  equal("the last", all.at(-1), "Commentaire numéro 1.");
  await pressIn(page, "#search");
  await page.keyboard.type("eternelle livraison");
  await until("the one", async () => (await texts(page)).join() === "Livraison éternelle");
  await page.keyboard.type(" zzz");
  await until("nothing", () => page.$eval("#count", (element) => element.textContent === "Rien ne correspond à cette recherche."));
});

test("evidence: what strangers wrote is shown as text, links lead to https alone", variants.open, async (session) => {
  const page = await withEvents(session, [
    moderation(1, {}, { permalink: "javascript:alert(1)" }),
    moderation(2, {}, { permalink: "http://example.com/c/2" }),
    moderation(3, { network: "<b>x</b>", reasons: ["complaint"] }, { permalink: "https://example.com/c/3", author: "<img src=x onerror=alert(1)>", text: "<script>alert(1)</script> \u202Etxt\u0000" }),
  ]);
  const [newest] = await texts(page);
  equal("the text", newest, "<script>alert(1)</script> [U+202E]txt[U+0000]");
  const made = await page.$$eval("#events script, #events img, #events b", (found) => found.length);
  equal("elements made of a stranger's words", made, 0);
  const links = await page.$$eval("#events a", (found) => found.map((link) => `${link.getAttribute("href")} ${link.rel} ${link.target}`));
  equal("links", links, ["https://example.com/c/3 noopener noreferrer _blank"]);
});

test("evidence: one is erased and put back; all are erased after a question, and put back", variants.open, async (session) => {
  const page = await withEvents(session, [moderation(1), moderation(2), moderation(3)]);
  const stored = async (): Promise<number> => (await session.events()).length;
  await pressIn(page, "#events > li:nth-child(2) .actions button:nth-child(2)");
  await until("one less", async () => (await texts(page)).length === 2);
  equal("in the store", await stored(), 2);
  await pressIn(page, "#restore");
  await until("three again, in their order", async () => (await texts(page)).join() === [3, 2, 1].map((number) => `Commentaire numéro ${number}.`).join());
  await pressIn(page, "#erase-all");
  await pressIn(page, "#keep");
  equal("in the store", await stored(), 3);
  await pressIn(page, "#erase-all");
  await pressIn(page, "#erase");
  await until("none", async () => (await texts(page)).length === 0);
  equal("in the store", await stored(), 0);
  await until("the focus where one can think better of it", () => page.evaluate(() => document.activeElement?.id === "restore"));
  await page.keyboard.press("Enter");
  await until("three again", async () => (await texts(page)).length === 3);
  equal("in the store", await stored(), 3);
});

test("evidence: one is copied as text", variants.open, async (session) => {
  const page = await withEvents(session, [moderation(7, { choice: "moderated", action: "hide" }, { permalink: "https://example.com/c/7" })]);
  await pressIn(page, "#events .actions button:first-child");
  await until("« Copié »", () => page.$eval("#events .actions button:first-child", (button) => button.textContent === "Copié"));
  await page.focus("#search");
  await page.keyboard.down("Control");
  await page.keyboard.press("v");
  await page.keyboard.up("Control");
  const pasted = await until("the text pasted", () => page.$eval("#search", (element) => (element as HTMLInputElement).value));
  ok(`pasted: ${pasted}`, pasted.startsWith("Masquer : la règle le déconseillait, vous l'avez fait"));
});

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing on evidence with decisions and its question, ${scheme}`, variants.open, async (session) => {
    const page = await withEvents(session, [moderation(1), moderation(2, { verdict: "allowed", reasons: ["threat"], choice: "moderated" }, { permalink: "https://example.com/c/2" })]);
    await emulate(page, session.browserName, scheme);
    await clean(page);
    await pressIn(page, "#erase-all");
    await clean(page);
  });
}
