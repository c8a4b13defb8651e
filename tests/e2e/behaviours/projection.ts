import { build } from "esbuild";
import type { Page } from "puppeteer-core";
import type { project as projectType } from "../../../extension/editors/projection.ts";
import type { Reading } from "../../../extension/editors/family.ts";
import { equal, ok } from "../harness/assert.ts";
import { test } from "../harness/runner.ts";
import type { Session } from "../harness/session.ts";
import { variants } from "../harness/variants.ts";

/** What the bundle leaves on the page. */
interface Projecting {
  project: typeof projectType;
  reading: Reading;
}

/** A page of a fixture with the reading of editables in it, as it is built for the extension. */
async function projecting(session: Session): Promise<Page> {
  const contents = 'export { project } from "./extension/editors/projection"; import { plain } from "./extension/editors/plain"; export const { reading } = plain;';
  const { outputFiles } = await build({ stdin: { contents, resolveDir: process.cwd() }, bundle: true, write: false, format: "iife", globalName: "e2eProjecting", logLevel: "warning" });
  const page = await session.open(`${session.server.origin}/editors/plain`);
  await page.evaluate(`${outputFiles[0]?.text ?? ""}; globalThis.e2eProjecting = e2eProjecting`);
  return page;
}

test("projection: in any editable, offsets lead to their letters and back", variants.scripted, async (session) => {
  const page = await projecting(session);
  const wrong = await page.evaluate((seeds) => {
    const { project, reading } = (globalThis as unknown as { e2eProjecting: Projecting }).e2eProjecting;
    const words = ["Bonjour", " ", "  \n ", "é\u0301", "👩‍👩‍👧", "\ufeff", "\u200b", "\u00a0", "a b", "x", "\n", "fin. "];
    let state = 1;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >> 8) % below;
    };
    const node = (depth: number): Node => {
      const kind = random(depth > 4 ? 6 : 12);
      if (kind < 4) return document.createTextNode(words[random(words.length)] ?? "");
      if (kind === 4) return document.createElement("br");
      if (kind === 5) {
        const emoji = document.createElement("img");
        emoji.alt = "😀";
        return emoji;
      }
      const element = document.createElement(["div", "p", "span", "b", "div", "span"][kind - 6] ?? "div");
      if (random(8) === 0) element.style.whiteSpace = "pre-wrap";
      if (random(12) === 0) element.style.display = "none";
      if (random(12) === 0) element.style.whiteSpace = "pre-line";
      for (let count = random(5); count > 0; count -= 1) element.append(node(depth + 1));
      return element;
    };
    const box = document.querySelector("[contenteditable]") as HTMLElement;
    const plainly = (text: string): string => text.replaceAll(/[\ufeff\u200b]/g, "").replaceAll(/[\t\n\r\f]/g, " ");
    const faults: string[] = [];
    for (let seed = 1; seed <= seeds && faults.length < 5; seed += 1) {
      state = seed;
      box.replaceChildren(...Array.from({ length: 1 + random(6) }, () => node(0)));
      const projection = project(box, reading);
      const { text } = projection;
      const fault = (what: string): void => void faults.push(`seed ${seed}: ${what} in ${JSON.stringify(text)} from ${box.innerHTML}`);
      // Emoji images are one piece: no offset lies inside them.
      const offsets = [...text.matchAll(/😀|[^]/g)].map(({ index }) => index).concat(text.length);
      offsets.forEach((start, at) => {
        const next = offsets[at + 1];
        const end = offsets[Math.min(offsets.length - 1, at + 1 + random(6))] ?? start;
        if (next === undefined || end <= start) return;
        const range = projection.range(start, end);
        if (!range) return fault(`no range ${start}–${end}`);
        const back = [projection.offsetOf(range.startContainer, range.startOffset), projection.offsetOf(range.endContainer, range.endOffset)];
        if (back[0] !== start || back[1] !== end) fault(`${start}–${end} comes back as ${back.join("–")}`);
        const letter = text.slice(start, next);
        const found = projection.range(start, next);
        if (letter === "\n" || !found) return;
        const held = found.cloneContents();
        const images = [...held.querySelectorAll("img")].map(({ alt }) => alt).join("");
        if (plainly(found.toString()) + images !== letter) fault(`${JSON.stringify(letter)} at ${start} is ${JSON.stringify(found.toString() + images)}`);
      });
    }
    return faults;
  }, 400);
  equal("what does not come back", wrong, []);
});

/** The editables that are costly to read, 20 000 characters each. */
const COSTLY = ["one text", "400 paragraphs in spans", "200 blocks deep"] as const;

test("projection: long and deep editables are read at once", variants.scripted, async (session) => {
  const page = await projecting(session);
  const figures = await page.evaluate((shapes) => {
    const { project, reading } = (globalThis as unknown as { e2eProjecting: Projecting }).e2eProjecting;
    const box = document.querySelector("[contenteditable]") as HTMLElement;
    const sentence = "Merci de votre patience, nous regardons cela ici. ";
    const make = (shape: string): void => {
      if (shape === "one text") box.textContent = sentence.repeat(400);
      else if (shape === "200 blocks deep") {
        let inner: HTMLElement = box;
        box.replaceChildren();
        for (let depth = 0; depth < 200; depth += 1) {
          const block = document.createElement("div");
          block.append(sentence.repeat(2));
          inner.append(block);
          inner = block;
        }
      } else {
        box.replaceChildren(
          ...Array.from({ length: 400 }, () => {
            const line = document.createElement("p");
            const outer = document.createElement("span");
            const inner = document.createElement("span");
            inner.append(sentence);
            outer.append(inner);
            line.append(outer);
            return line;
          }),
        );
      }
    };
    return shapes.map((shape) => {
      make(shape);
      const times = Array.from({ length: 21 }, (_, at) => {
        // As after each key: a letter more, styles and layout to be found again.
        (box.querySelector("span span, div") ?? box).append(String(at));
        const started = performance.now();
        const { text } = project(box, reading);
        return text.length < 20_000 ? Infinity : performance.now() - started;
      }).toSorted((one, other) => one - other);
      return { shape, median: times[10] ?? Infinity, longest: times.at(-1) ?? Infinity };
    });
  }, COSTLY);
  for (const { shape, median, longest } of figures) {
    console.log(`     reading 20 000 characters, ${session.browserName}, ${shape}: median ${median.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`);
    ok(`${shape}: ${median} ms`, median < 50);
  }
}, { alone: true });
