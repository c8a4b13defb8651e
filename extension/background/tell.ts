/** Messages to content scripts. */

import type { ContentRoute, ContentRoutes } from "../shared/messages.ts";

const PATIENCE = 1_000;

/**
 * Sends to a tab, to one frame of it where `frameId` is given.
 * Undefined where nobody listens (most tabs hold no content script of ours, and that is no error) or where the
 * page is too busy to answer: one frozen tab must not hold up the others.
 */
export async function tell<Route extends ContentRoute>(
  tabId: number,
  route: Route,
  payload: ContentRoutes[Route]["request"],
  frameId?: number,
): Promise<ContentRoutes[Route]["response"] | undefined> {
  const answer = browser.tabs.sendMessage(tabId, { route, payload }, frameId === undefined ? {} : { frameId });
  const nobody = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined));
  try {
    return await Promise.race([answer, nobody]);
  } catch {
    return undefined;
  }
}
