/** Every message to the background passes here: who may send it, what it must hold, who answers. */

import type { BackgroundRoute, BackgroundRoutes } from "../shared/messages.ts";
import { readFields, Refused } from "./validate.ts";

/** Who speaks: a page of ours, a page the user has us watch, another page, or not the extension at all. */
export type Speaker = "ours" | "watched" | "other" | "foreign";

/** One row of the table. */
export interface Route<Name extends BackgroundRoute> {
  /** Who may ask. */
  from: readonly Speaker[];
  /** Gives the request, or throws `Refused`. */
  read(payload: unknown): BackgroundRoutes[Name]["request"];
  answer(request: BackgroundRoutes[Name]["request"], sender: chrome.runtime.MessageSender): Promise<BackgroundRoutes[Name]["response"]>;
}

/** The whole table. */
export type Routes = { [Name in BackgroundRoute]: Route<Name> };

/** What decides who a sender is. */
export interface Bounds {
  runtimeId: string;
  isOurs(address: string | undefined): boolean;
  isGranted(address: string | undefined): boolean;
}

/** Who a sender is, from what the browser itself says of it. */
export function speakerOf(sender: chrome.runtime.MessageSender, bounds: Bounds): Speaker {
  if (sender.id !== bounds.runtimeId) return "foreign";
  if (bounds.isOurs(sender.url)) return "ours";
  return bounds.isGranted(sender.url) ? "watched" : "other";
}

/** The answer to a message; a refusal is data too, so that a content script fails open without a special case. */
export async function dispatch(
  routes: Routes,
  message: unknown,
  sender: chrome.runtime.MessageSender,
  speaker: Speaker,
): Promise<unknown> {
  try {
    const { route: name, payload } = readFields(message);
    if (typeof name !== "string" || !Object.hasOwn(routes, name)) throw new Refused("unknown route");
    const route = routes[name as BackgroundRoute] as Route<BackgroundRoute>;
    if (!route.from.includes(speaker)) throw new Refused(`${name} is not for this sender`);
    return await route.answer(route.read(payload), sender);
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
