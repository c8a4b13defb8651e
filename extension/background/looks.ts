/** How the user arranged the overlay, per network, in `storage.local`. */

import type { OverlayLook } from "../shared/messages.ts";
import { turns } from "./turns.ts";
import { readFields, readFlag, readText, readWhole, Refused } from "./validate.ts";

const KEY = "overlayLooks";
/** More networks than one person works on. */
const MOST = 40;
const NETWORK = /^[a-z0-9-]{1,40}$/;
const WHOLE_WAY = 1000;

// Reading and writing are one step: two tabs may arrange theirs at once.
const inTurn = turns();

/** The name of a network. */
function readNetwork(fields: Record<string, unknown>): string {
  const network = readText(fields, "network", 40);
  if (!NETWORK.test(network)) throw new Refused("network: not a name");
  return network;
}

function readLook(value: unknown): OverlayLook {
  const fields = readFields(value);
  const spot = fields["spot"] === null ? null : readFields(fields["spot"]);
  return {
    spot: spot && { x: readWhole(spot, "x", 0, WHOLE_WAY), y: readWhole(spot, "y", 0, WHOLE_WAY) },
    folded: readFlag(fields, "folded"),
  };
}

/** Which network is asked about. */
export function readLookQuestion(payload: unknown): { network: string } {
  return { network: readNetwork(readFields(payload)) };
}

/** An arrangement to keep. */
export function readArranged(payload: unknown): { network: string; look: OverlayLook } {
  const fields = readFields(payload);
  return { network: readNetwork(fields), look: readLook(fields["look"]) };
}

async function stored(): Promise<[string, unknown][]> {
  const looks = (await browser.storage.local.get(KEY))[KEY];
  return typeof looks === "object" && looks !== null ? Object.entries(looks) : [];
}

/** How the overlay stands on this network; as shipped where nothing was kept, or nothing usable. */
export async function lookOn({ network }: { network: string }): Promise<OverlayLook> {
  const kept = (await stored()).find(([name]) => name === network);
  try {
    return readLook(kept?.[1]);
  } catch {
    return { spot: null, folded: false };
  }
}

/** Keeps the arrangement of this network; the one untouched for longest makes room. */
export async function keepLook({ network, look }: { network: string; look: OverlayLook }): Promise<null> {
  await inTurn(async () => {
    const others = (await stored()).filter(([name]) => name !== network);
    await browser.storage.local.set({ [KEY]: Object.fromEntries([...others.slice(1 - MOST), [network, look]]) });
  });
  return null;
}
