import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import type { BrowserName } from "./args.ts";
import { coverage } from "./coverage.ts";
import { scratch } from "./paths.ts";
import type { FixtureServer } from "./server.ts";
import { Session } from "./session.ts";
import type { Variant } from "./variants.ts";
import { within } from "./wait.ts";

const LONGEST_TEST = 45_000;

interface TestCase {
  name: string;
  variant: Variant;
  only: BrowserName | undefined;
  alone: boolean;
  longest: number;
  body: (session: Session) => Promise<void>;
}

const cases: TestCase[] = [];

/**
 * Declares a test; tests of one variant share a browser. `alone`: it measures time, nothing runs beside it. `longest`:
 * after so many milliseconds it is given up.
 */
export function test(
  name: string,
  variant: Variant,
  body: (session: Session) => Promise<void>,
  options: { only?: BrowserName; alone?: boolean; longest?: number } = {},
): void {
  if (cases.some((one) => one.name === name)) throw new Error(`two tests are named "${name}"`);
  cases.push({ name, variant, body, only: options.only, alone: options.alone === true, longest: options.longest ?? LONGEST_TEST });
}

/** Tests of one variant that run one after the other in one browser. */
interface Lot {
  variant: Variant;
  tests: TestCase[];
}

/** Small enough that the workers end together, large enough to be worth starting a browser. */
const LOT = 40;

function lotsOf(tests: readonly TestCase[]): Lot[] {
  return [...new Set(tests.map((one) => one.variant))].flatMap((variant) => {
    const group = tests.filter((one) => one.variant === variant);
    const count = Math.ceil(group.length / LOT);
    return Array.from({ length: count }, (_, at) => ({
      variant,
      tests: group.slice(Math.floor((at * group.length) / count), Math.floor(((at + 1) * group.length) / count)),
    }));
  });
}

/** What a run has come to. */
class Tally {
  passed = 0;
  readonly failures: string[] = [];
  readonly secondTries: string[] = [];
}

/** On a busy machine one of a thousand tests waits in vain; more than a few is no bad luck. */
const MOST_SECOND_TRIES = 6;

/**
 * Runs what was declared, prints one line per test and the count, and gives the number of failures. Several browsers
 * run side by side, since tests mostly wait; those that measure time run alone, at the end.
 */
export async function runAll(browser: BrowserName, server: FixtureServer, grep: string | undefined, jobs: number): Promise<number> {
  const wanted = cases.filter((one) => (!one.only || one.only === browser) && (!grep || one.name.includes(grep)));
  if (wanted.length === 0) throw new Error(`no test has "${grep ?? ""}" in its name`);
  const tally = new Tally();
  const started = Date.now();
  const waiting = lotsOf(wanted.filter((one) => !one.alone));
  const work = async (): Promise<void> => {
    for (let lot = waiting.shift(); lot; lot = waiting.shift()) await runLot(browser, server, lot, tally);
  };
  await Promise.all(Array.from({ length: jobs }, work));
  for (const lot of lotsOf(wanted.filter((one) => one.alone))) await runLot(browser, server, lot, tally);
  coverage.print(browser, !grep);
  if (!grep) await coverage.keep(browser);
  const { passed, failures, secondTries } = tally;
  for (const name of secondTries) console.log(`  tried twice: ${name}`);
  console.log(`${browser}: ${passed} passed, ${failures.length} failed, ${Math.round((Date.now() - started) / 1000)} s`);
  for (const name of failures) console.log(`  failed: ${name}`);
  return failures.length;
}

async function runLot(browser: BrowserName, server: FixtureServer, { variant, tests }: Lot, tally: Tally): Promise<void> {
  let session: Session | undefined;
  let deadStarts = 0;
  for (const one of tests) {
    const begun = Date.now();
    if (deadStarts === 2) {
      tally.failures.push(one.name);
      console.log(`FAIL ${one.name}: no browser with the variant "${variant.name}"`);
      continue;
    }
    const attempt = async (): Promise<void> => {
      session ??= await Session.start(browser, variant, server);
      await within(one.name, one.longest, one.body(session));
      session.assertNoPageError();
    };
    try {
      try {
        await attempt();
      } catch (error) {
        const died = session?.driver.browser.connected !== true;
        if (!died && (one.alone || tally.secondTries.length >= MOST_SECOND_TRIES)) throw error;
        const told = error instanceof Error ? error.message : String(error);
        console.log(`     ${one.name}: ${died ? "the browser died" : "failed"}; once more, in a new browser (${told})`);
        if (!died) tally.secondTries.push(one.name);
        coverage.reopen(told);
        await session?.stop().catch(() => {});
        session = undefined;
        await attempt();
      }
      tally.passed += 1;
      console.log(`ok   ${one.name}  (${Date.now() - begun} ms)`);
    } catch (error) {
      tally.failures.push(one.name);
      if (!session) deadStarts += 1;
      const picture = session ? await pictureOf(session, browser, one.name) : "no browser";
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.log(`FAIL ${one.name}  (${Date.now() - begun} ms)\n${indent(told)}\n     ${picture}`);
    }
    // A browser that cannot even close its pages is of no use to the next test.
    const fit = await session?.tidy().then(
      () => !session?.isSpent,
      () => false,
    );
    if (!fit) {
      await session?.stop().catch(() => {});
      session = undefined;
    }
  }
  await session?.stop().catch(() => {});
}

function indent(text: string): string {
  return text
    .split("\n")
    .slice(0, 12)
    .map((line) => `     ${line}`)
    .join("\n");
}

async function pictureOf(session: Session, browser: BrowserName, name: string): Promise<string> {
  const file = path.join(scratch, "failures", `${browser}-${name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 90)}.png`);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const page = session.lastPage;
    if (!page || page.isClosed()) return "no page was open";
    await writeFile(file, await within("screenshot", 5000, page.screenshot()));
    return path.relative(process.cwd(), file);
  } catch (error) {
    return `no picture: ${error instanceof Error ? error.message : String(error)}`;
  }
}
