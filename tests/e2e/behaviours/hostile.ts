import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, plainForm, plainRich, reactForm } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";

interface Oddity {
  name: string;
  /** JSON of the draft: lone surrogates survive the way to the page in no other form. */
  json: string;
  words: string;
}

const oddities: readonly Oddity[] = [
  { name: "ZWJ emoji", json: String.raw`"👩‍👩‍👧‍👦👍🏽 Bonjour. Vous êtes un imbécile 🤡🇫🇷"`, words: "imbécile" },
  { name: "combining marks", json: String.raw`"Bonjour. Vous e\u0302tes un imbe\u0301cile."`, words: "imbe\u0301cile" },
  { name: "bidi controls", json: String.raw`"Bonjour. \u2067Vous êtes un imbécile.\u2069 Merci \u202eIIlol\u202c."`, words: "imbécile" },
  { name: "lone surrogates", json: String.raw`"\ud83d Bonjour \udc00. Vous êtes un imbécile. \ud83d"`, words: "imbécile" },
  { name: "NUL and controls", json: String.raw`"Bonjour\u0000. Vous êtes un imbécile.\u0001\u0007"`, words: "imbécile" },
  { name: "zalgo", json: JSON.stringify(`Bonjour a${"\u0301".repeat(60)}. Vous êtes un imbécile.`), words: "imbécile" },
];

for (const spot of [plainForm, plainRich, reactForm]) {
  for (const { name, json, words } of oddities) {
    test(`${spot.name}: ${name} → the right words, on whole characters`, variants.open, async (session) => {
      const desk = await Desk.open(session, spot);
      const overlay = new Overlay(desk);
      await desk.focus();
      await desk.page.evaluate((text) => document.execCommand("insertText", false, JSON.parse(text) as string), json);
      if (name === "NUL and controls" && spot.kind === "textarea" && session.browserName === "firefox") {
        // Firefox draws them as boxes in a field alone: the line, which would stand beside the words, is left out.
        await until("the badge to count the points", async () => /[1-9]\d* point/.test((await overlay.badge())?.name ?? ""));
        equal("lines drawn in doubt", await overlay.underlined(), []);
        return;
      }
      // Other rules may have something to say of the rest.
      const holds = (found: string) => found.normalize("NFC").includes(words.normalize("NFC"));
      const underlined = await until(`an underline that holds ${JSON.stringify(words)}`, async () => (await overlay.underlined()).find(holds));
      ok(`${JSON.stringify(underlined)} begins or ends inside a character`, whole(underlined));
    });
  }
}

for (const spot of [plainForm, reactForm, plainRich]) {
  test(`${spot.name}: 200 000 characters → the page lives, an answer within a second`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await desk.focus();
    const insult = "Vous êtes un imbécile. ";
    await desk.type(insult);
    await until("a first underline", async () => (await overlay.underlined()).length > 0);
    // Not typed nor pasted: editing commands of this size take the browser itself many seconds.
    await desk.page.evaluate((selector, start) => {
      const box = document.querySelector(selector);
      const text = `${start}${"Merci de votre patience, nous regardons. ".repeat(5000)}`.slice(0, 200_000);
      if (box instanceof HTMLTextAreaElement) {
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(box, text);
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      } else if (box) box.textContent = text;
    }, spot.input, insult);
    await desk.page.evaluate(() => {
      const frames: number[] = [];
      const watch = (now: number): void => {
        frames.push(now);
        (globalThis as { e2eFrames?: number[] }).e2eFrames = frames;
        requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
    });
    await desk.page.focus(spot.input);
    await desk.press("Control", "Home");
    const typed = Date.now();
    await desk.type("!");
    await until("the badge to say that only the beginning was checked", async () =>
      /trop long, \d+ premiers caractères/.test((await overlay.badge())?.name ?? ""),
    );
    const waited = Date.now() - typed;
    ok(`the answer took ${waited} ms`, waited < 1000 + 150);
    const gap = await desk.page.evaluate(() => {
      const frames = (globalThis as { e2eFrames?: number[] }).e2eFrames ?? [];
      return Math.max(0, ...frames.slice(1).map((at, index) => at - (frames[index] ?? at)));
    });
    console.log(`     200 000 characters, ${session.browserName}, ${spot.name}: answer ${waited} ms, longest frame ${Math.round(gap)} ms`);
    ok(`the page stood still for ${Math.round(gap)} ms`, gap < 1000);
    if (spot.kind === "editable") ok("no underline", (await overlay.underlined()).some((words) => words.includes("imbécile")));
  }, { alone: true });
}

function whole(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const lowFirst = first >= 0xdc00 && first <= 0xdfff;
  const highLast = last >= 0xd800 && last <= 0xdbff;
  return !lowFirst && !highLast && !/^\p{M}/u.test(text);
}
