/** The pause of the whole extension: a date in storage, and an alarm that only tells when it is over. */

import { readSettings, writeSettings } from "./settings.ts";
import { turns, unattended } from "./turns.ts";

/** The longest pause one can ask for, in minutes. */
export const PAUSE_MOST = 24 * 60;
const ALARM = "pause-end";
const MINUTE = 60_000;
// The worker often wakes for the very message that begins a pause, while it is still settling the last one.
const inTurn = turns();

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
export function pause(minutes: number): Promise<void> {
  return inTurn(async () => {
    const pausedUntil = pauseEnd(Date.now(), minutes);
    await browser.alarms.create(ALARM, { when: pausedUntil });
    await writeSettings({ pausedUntil });
  });
}

async function end(): Promise<void> {
  await browser.alarms.clear(ALARM);
  await writeSettings({ pausedUntil: null });
}

/** Ends the pause. */
export function resume(): Promise<void> {
  return inTurn(end);
}

/** After a restart, or when the alarm rings: ends a pause that is over, arms the alarm of one that is not. */
export function settlePause(): Promise<void> {
  return inTurn(async () => {
    const { pausedUntil } = await readSettings();
    if (pausedUntil === null) return;
    const running = runningPause(pausedUntil, Date.now());
    if (running === null) await end();
    else await browser.alarms.create(ALARM, { when: running });
  });
}

/** Listens to the alarm. */
export function listenToPauseAlarm(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) unattended(settlePause());
  });
}
