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
 * tells no such thing of tasks, but how long all listeners together took over an event.
 */
export async function watchHitches(session: Session, page: Page): Promise<Watch> {
  return session.browserName === "chrome" ? await traceTasks(session) : await timeEvents(page);
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

async function timeEvents(page: Page): Promise<Watch> {
  await page.evaluate((longest) => {
    const memory = globalThis as { e2eSlow?: number[]; e2eObserver?: PerformanceObserver };
    const slow: number[] = [];
    memory.e2eSlow = slow;
    memory.e2eObserver?.disconnect();
    memory.e2eObserver = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const took = entry.processingEnd - entry.processingStart;
        if (took > longest) slow.push(Math.round(took));
      }
    });
    // The threshold is missing from the types of the standard library.
    memory.e2eObserver.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  }, HITCH);
  return {
    async end() {
      // An event is told of once its frame is drawn.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      return await page.evaluate(() => (globalThis as { e2eSlow?: number[] }).e2eSlow ?? []);
    },
  };
}
