import { readdir, readFile } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import type { Session } from "./session.ts";
import { until } from "./wait.ts";

/** What a page holds once everything that can be thrown away has been. */
export interface Held {
  /** Bytes: of the page's scripts in Chromium, of all the browser's processes in Firefox, which tells no finer. */
  bytes: number;
  /** DOM nodes alive, in the page or not; null where the browser does not tell. */
  nodes: number | null;
}

/** Measures what is held now. */
export async function held(session: Session, page: Page): Promise<Held> {
  return session.browserName === "chrome" ? await heldInChrome(page) : await heldInFirefox(session, page);
}

async function heldInChrome(page: Page): Promise<Held> {
  const client = await page.createCDPSession();
  await client.send("HeapProfiler.enable");
  // What the first collection lets go of, the second one finds.
  for (let at = 0; at < 3; at += 1) await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  const { nodes } = await client.send("Memory.getDOMCounters");
  await client.detach();
  return { bytes: usedSize, nodes };
}

/** Firefox throws away what it can at a press on a page of its own. */
async function heldInFirefox(session: Session, page: Page): Promise<Held> {
  const own = await session.driver.browser.newPage();
  // The navigation happens, its end is never told.
  void own.goto("about:memory").catch(() => {});
  const press = (): Promise<boolean> =>
    own.evaluate(() => {
      const button = [...document.querySelectorAll("button")].find((one) => one.textContent === "Minimize memory usage");
      button?.click();
      return button !== undefined;
    });
  await until("Firefox's page about memory", press);
  await until("memory to be freed", () => own.evaluate(() => document.body.innerText.includes("Memory minimization completed")), 30_000);
  const bytes = await residentBytes(session);
  await own.close();
  await page.bringToFront();
  return { bytes, nodes: null };
}

/** The memory of the browser and of all it has started, as the kernel counts it; 0 where there is no such kernel. */
async function residentBytes(session: Session): Promise<number> {
  const root = session.driver.browser.process()?.pid;
  if (root === undefined) return 0;
  const parents = new Map<number, number>();
  for (const entry of await readdir("/proc").catch(() => [])) {
    const stat = /^\d+$/.test(entry) ? await readFile(`/proc/${entry}/stat`, "utf8").catch(() => "") : "";
    const [, parent] = /\) \S (\d+)/.exec(stat) ?? [];
    if (parent !== undefined) parents.set(Number(entry), Number(parent));
  }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && pid > 1 && isOurs(parents.get(pid) ?? 0));
  let pages = 0;
  for (const pid of parents.keys()) {
    if (isOurs(pid)) pages += Number((await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "0 0")).split(" ")[1]);
  }
  return pages * 4096;
}
