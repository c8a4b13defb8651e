/** Asking the background, typed by the table of `messages.ts`. */

import type { BackgroundRoute, BackgroundRoutes, Envelope } from "./messages";

declare const browser: typeof chrome;

/** Sends one request to the background; rejects when there is nobody to answer. */
export async function send<Route extends BackgroundRoute>(
  route: Route,
  payload: BackgroundRoutes[Route]["request"],
): Promise<BackgroundRoutes[Route]["response"]> {
  const envelope: Envelope<Route> = { route, payload };
  return (await browser.runtime.sendMessage(envelope)) as BackgroundRoutes[Route]["response"];
}
