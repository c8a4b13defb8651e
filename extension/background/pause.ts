/** The pause of the whole extension: a date in storage, and an alarm that only tells when it is over. */

import { readSettings, writeSettings } from "./settings.ts";

/** The longest pause one can ask for, in minutes. */
export const PAUSE_MOST = 24 * 60;
const ALARM = "pause-end";
const MINUTE = 60_000;

/** When a pause of `minutes` begun at `now` ends. */
export function pauseEnd(now: number, minutes: number): number {
  return now + Math.min(PAUSE_MOST, Math.max(1, minutes)) * MINUTE;
}

/** The end of the pause if it is still on at `now`, else null. */
export function runningPause(pausedUntil: number | null, now: number): number | null {
  if (pausedUntil === null || pausedUntil <= now) return null;
  // An end beyond the longest pause means the clock was set back: better to guard than to sleep for years.
  return pausedUntil - now > PAUSE_MOST * MINUTE ? null : pausedUntil;
}

/** Begins a pause. The change in storage is what the rest of the extension reacts to. */
export async function pause(minutes: number): Promise<void> {
  const pausedUntil = pauseEnd(Date.now(), minutes);
  await browser.alarms.create(ALARM, { when: pausedUntil });
  await writeSettings({ pausedUntil });
}

/** Ends the pause. */
export async function resume(): Promise<void> {
  await browser.alarms.clear(ALARM);
  await writeSettings({ pausedUntil: null });
}

/** After a restart, or when the alarm rings: ends a pause that is over, arms the alarm of one that is not. */
export async function settlePause(): Promise<void> {
  const { pausedUntil } = await readSettings();
  if (pausedUntil === null) return;
  const end = runningPause(pausedUntil, Date.now());
  if (end === null) await resume();
  else await browser.alarms.create(ALARM, { when: end });
}

/** Listens to the alarm. */
export function listenToPauseAlarm(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void settlePause();
  });
}
