import { equal, ok } from "../harness/assert.ts";
import { held, type Held } from "../harness/memory.ts";
import { Overlay } from "../harness/overlay.ts";
import { hostCount, pageDom } from "../harness/page-dom.ts";
import { test } from "../harness/runner.ts";
import { HITCH, watchHitches } from "../harness/smoothness.ts";
import { crowdForm, crowdRich, Desk, plainForm, plainRich, type Spot } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { insultFor } from "./drafts.ts";

const MINUTES = 60_000;
const COMMENTS = 5000;
/** 40 characters, written 25 times over: a thousand, each sentence checked before the next. */
const SENTENCE = "Nos lampes viennent d'un atelier lyonnais";
const SENTENCES = 25;
/** Other work of the machine can only add hitches: those of ours are there every time. */
const ROUNDS = 3;

/** Writes the thousand characters, and gives the hitches the page had meanwhile. */
async function hitchesWhileWriting(desk: Desk, checked: (sentence: string) => Promise<unknown>, round: number): Promise<number[]> {
  await desk.erase();
  const watch = await watchHitches(desk.session, desk.page);
  for (let at = 0; at < SENTENCES; at += 1) {
    const sentence = `${SENTENCE.slice(0, 36)} ${round}${String(at).padStart(2, "0")}`;
    await desk.type(sentence);
    await checked(sentence);
  }
  return await watch.end();
}

const told = (rounds: readonly number[][]): string => rounds.map((round) => `${round.length}${round.length > 0 ? ` (longest ${Math.max(...round)} ms)` : ""}`).join(", then ");
const fewest = (rounds: readonly number[][]): number => Math.min(...rounds.map((round) => round.length));

for (const spot of [crowdForm, crowdRich]) {
  test(
    `${spot.name}: 1,000 characters among ${COMMENTS} comments without a hitch`,
    variants.open,
    async (session) => {
      const desk = await Desk.open(session, spot, `&comments=${COMMENTS}`);
      const overlay = new Overlay(desk);
      await desk.focus();
      const checked = (): Promise<unknown> => until("the sentence to be checked", async () => !/…|vérification/i.test((await overlay.badge())?.name ?? "…"));
      const rounds: number[][] = [];
      for (let round = 0; round < ROUNDS && rounds.at(-1)?.length !== 0; round += 1) rounds.push(await hitchesWhileWriting(desk, checked, round));
      console.log(`     hitches over ${HITCH} ms while typing 1,000 characters among ${COMMENTS} comments, ${session.browserName}, ${spot.kind}: ${told(rounds)}`);
      equal("hitches in the best round", fewest(rounds), 0);
    },
    { alone: true, longest: 4 * MINUTES },
  );
}

interface Counts {
  timers: number;
  observers: string[];
}

test("an idle page: no timer, no observer, nothing in the page, before a draft and after", variants.counted, async (session) => {
  const desk = await Desk.open(session, plainForm);
  const url = await desk.address();
  const counts = async (): Promise<Counts> => (await session.askTab(url, "e2eCounts")) as Counts;
  const idle = (when: string): Promise<unknown> => until(`nothing to run ${when}`, async () => JSON.stringify(await counts()) === '{"timers":0,"observers":[]}');
  await idle("at first");
  const before = await pageDom(desk.page);
  await desk.focus();
  await desk.type("Bonjour");
  // The account is kept: while something is shown there is something to run.
  await until("an observer while something is shown", async () => (await counts()).observers.length > 0);
  ok("no timer while something is shown", (await counts()).timers > 0);
  await desk.erase();
  await desk.page.click("#search");
  await idle("after the draft");
  equal("host elements", await hostCount(desk.page), 0);
  ok("the page has changed", (await pageDom(desk.page)) === before);
});

/** Types much, fast: the keys are real, and wait for no answer. */
async function hammer(desk: Desk, text: string): Promise<void> {
  if (desk.session.browserName === "firefox") return await desk.type(text);
  const client = await desk.page.createCDPSession();
  const keys = [...text].flatMap((key) => [
    client.send("Input.dispatchKeyEvent", { type: "keyDown", text: key, key }),
    client.send("Input.dispatchKeyEvent", { type: "keyUp", key }),
  ]);
  await Promise.all(keys);
  await client.detach();
}

const KEYS = 10_000;
const LINE = 100;
const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

/** Says what was held before and after, and fails where it has grown. */
function flat(what: string, { browserName }: { browserName: string }, before: Held, after: Held): void {
  const grown = after.bytes - before.bytes;
  const nodes = before.nodes === null ? "" : `, DOM nodes ${before.nodes} → ${after.nodes}`;
  console.log(`     ${what}, ${browserName}: ${megabytes(before.bytes)} → ${megabytes(after.bytes)} MB${nodes}`);
  // Firefox tells only what all its processes hold, its own caches included.
  const most = browserName === "chrome" ? 0.5 : 64;
  ok(`memory has grown by ${megabytes(grown)} MB`, grown <= most * 2 ** 20);
  if (before.nodes !== null) ok(`${(after.nodes ?? 0) - before.nodes} DOM nodes are left behind`, (after.nodes ?? 0) - before.nodes <= 200);
}

/** A line of a hundred characters, unlike all others. */
const line = (number: number, spot: Spot): string => `${number}. ${insultFor(spot).sentence} `.repeat(5).slice(0, LINE - 2);

async function writeLines(desk: Desk, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += 1) {
    await hammer(desk, line(at, desk.spot));
    await desk.erase();
  }
}

for (const spot of [plainForm, plainRich]) {
  test(
    `${spot.name}: memory is flat over ${KEYS} keystrokes`,
    variants.open,
    async (session) => {
      const desk = await Desk.open(session, spot);
      await desk.focus();
      const lines = KEYS / LINE;
      await writeLines(desk, 0, lines / 5);
      const before = await held(session, desk.page);
      await writeLines(desk, lines / 5, lines / 5 + lines);
      flat(`${KEYS} keystrokes, ${spot.kind}`, session, before, await held(session, desk.page));
    },
    { alone: true, longest: 4 * MINUTES },
  );
}

const VISITS = 200;

test(
  `memory is flat over ${VISITS} navigations of a single-page app`,
  variants.open,
  async (session) => {
    const desk = await Desk.open(session, crowdForm);
    const go = async (from: number, to: number): Promise<void> => {
      for (let post = from; post < to; post += 1) {
        await desk.page.evaluate((number) => (globalThis as unknown as { visit(post: number): void }).visit(number), post);
        const box = post % 2 === 0 ? desk : desk.at(crowdRich);
        await box.focus();
        await box.type(`${post} !`);
      }
    };
    await go(1, 1 + VISITS / 5);
    const before = await held(session, desk.page);
    await go(1 + VISITS / 5, 1 + VISITS / 5 + VISITS);
    flat(`${VISITS} navigations`, session, before, await held(session, desk.page));
    ok("more than one host", (await hostCount(desk.page)) <= 1);
  },
  { alone: true, longest: 4 * MINUTES },
);
