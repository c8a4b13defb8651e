import type { Page } from "puppeteer-core";

/** What is felt as a hitch: a task of the page's thread that takes longer (milliseconds). */
export const HITCH = 50;

/**
 * From now on, records hitches. Chromium tells of tasks; where a browser does not, a frame that comes late by as much
 * tells the same.
 */
export async function recordHitches(page: Page): Promise<void> {
  await page.evaluate((longest) => {
    const memory = globalThis as { e2eHitches?: number[] };
    const found: number[] = [];
    memory.e2eHitches = found;
    if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
      new PerformanceObserver((list) => found.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
      return;
    }
    const frame = 1000 / 60;
    let before = performance.now();
    const watch = (): void => {
      const now = performance.now();
      if (now - before > longest + frame) found.push(now - before - frame);
      before = now;
      requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
  }, HITCH);
}

/** The hitches so far, in milliseconds. */
export async function hitches(page: Page): Promise<number[]> {
  // An entry is told of a moment after its task.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
  return await page.evaluate(() => ((globalThis as { e2eHitches?: number[] }).e2eHitches ?? []).map(Math.round));
}
