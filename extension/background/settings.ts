/** The few settings there are, in `storage.local`, each read with its default and its bounds. */

const BREATH_DEFAULT = 10;
/** The longest breathing pause one can choose, in seconds. */
export const BREATH_MOST = 60;

/** What is stored. */
export interface Settings {
  /** Seconds before "publish anyway" can be pressed. */
  breathSeconds: number;
  /** End of the pause of the whole extension, in milliseconds since the epoch. */
  pausedUntil: number | null;
}

/** A stored value made safe: whole, within bounds, or the default. */
export function breathFrom(stored: unknown): number {
  if (typeof stored !== "number" || !Number.isFinite(stored)) return BREATH_DEFAULT;
  return Math.min(BREATH_MOST, Math.max(0, Math.round(stored)));
}

function pausedUntilFrom(stored: unknown): number | null {
  return typeof stored === "number" && Number.isFinite(stored) ? stored : null;
}

/** All settings as they stand. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(["breathSeconds", "pausedUntil"]);
  return { breathSeconds: breathFrom(stored["breathSeconds"]), pausedUntil: pausedUntilFrom(stored["pausedUntil"]) };
}

/** Whether a change of the store is one of the settings. */
export function isSetting(name: string): boolean {
  return name === "breathSeconds" || name === "pausedUntil";
}

/** Stores what is given, leaves the rest. */
export async function writeSettings(changes: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(changes);
}
