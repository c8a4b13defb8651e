import type { CDPSession, Page } from "puppeteer-core";
import type { Session } from "./session.ts";

/** What is felt as a hitch: the page's thread busy for longer with one thing (milliseconds). */
export const HITCH = 50;

/** Watches a page for hitches. */
export interface Watch {
  /** Ends the watch and gives the hitches there were, in milliseconds. */
  end(): Promise<number[]>;
}

/**
 * Chromium tells how long each task kept the processor: that other programs wanted it too does not count. Firefox
 * tells no such thing: there, a frame that comes late by as much is a hitch, whoever was the cause.
 */
export async function watchHitches(session: Session, page: Page): Promise<Watch> {
  return session.browserName === "chrome" ? await traceTasks(session) : await watchFrames(page);
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Time on the processor, in microseconds. */
  tdur?: number;
  args?: { name?: string };
}

async function traceTasks(session: Session): Promise<Watch> {
  const client: CDPSession = await session.driver.browser.target().createCDPSession();
  const events: TraceEvent[] = [];
  client.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) if (event.name === "thread_name" || (event.tdur ?? 0) > HITCH * 1000) events.push(event);
  });
  await client.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel"] } });
  return {
    async end() {
      const complete = new Promise((resolve) => client.once("Tracing.tracingComplete", resolve));
      await client.send("Tracing.end");
      await complete;
      await client.detach();
      const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
      const pageThreads = new Set(events.filter((event) => event.name === "thread_name" && event.args?.name === "CrRendererMain").map(threadOf));
      if (pageThreads.size === 0) throw new Error("the trace names no thread of a page");
      return events.filter((event) => event.tdur !== undefined && event.name.endsWith("RunTask") && pageThreads.has(threadOf(event))).map((event) => Math.round((event.tdur ?? 0) / 1000));
    },
  };
}

async function watchFrames(page: Page): Promise<Watch> {
  await page.evaluate((longest) => {
    const memory = globalThis as { e2eLate?: number[]; e2eWatching?: boolean };
    const late: number[] = [];
    memory.e2eLate = late;
    memory.e2eWatching = true;
    const frame = 1000 / 60;
    let before = performance.now();
    const watch = (): void => {
      const now = performance.now();
      if (now - before > longest + frame) late.push(Math.round(now - before - frame));
      before = now;
      if (memory.e2eWatching) requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
  }, HITCH);
  return {
    end: () =>
      page.evaluate(() => {
        const memory = globalThis as { e2eLate?: number[]; e2eWatching?: boolean };
        memory.e2eWatching = false;
        return memory.e2eLate ?? [];
      }),
  };
}
