/** The table of routes. */

import { showBadge, showDisturbed } from "./badge.ts";
import { advise, analyze, check, suggest } from "./core.ts";
import { keepLook, lookOn, readArranged, readLookQuestion } from "./looks.ts";
import { pause, PAUSE_MOST, resume } from "./pause.ts";
import { readModerationQuestion, readPlaces, readRecorded, readTold } from "./read-events.ts";
import { eraseEvents, recordEvent, restoreEvents } from "./record.ts";
import type { Routes } from "./router.ts";
import { siteStates } from "./state.ts";
import { readComment, readComposer, readFields, readNothing, readWhole } from "./validate.ts";
import { openPage } from "./welcome.ts";

const WATCHED = ["ours", "watched"] as const;
// A page that has just lost its grant must still be able to learn so.
const ANY_PAGE = ["ours", "watched", "other"] as const;
const OURS = ["ours"] as const;

const stateFor = async (sender: chrome.runtime.MessageSender) => (await siteStates())(sender.url);

/** What the background answers, and to whom. */
export const routes: Routes = {
  check: { from: WATCHED, read: readComposer, answer: check },
  suggest: { from: WATCHED, read: readComposer, answer: suggest },
  analyze: { from: WATCHED, read: readComment, answer: analyze },
  moderation: { from: WATCHED, read: readModerationQuestion, answer: advise },
  recordEvent: { from: WATCHED, read: readTold, answer: recordEvent },
  eraseEvents: { from: OURS, read: readPlaces, answer: eraseEvents },
  restoreEvents: { from: OURS, read: readRecorded, answer: restoreEvents },
  overlayLook: { from: WATCHED, read: readLookQuestion, answer: lookOn },
  keepOverlayLook: { from: WATCHED, read: readArranged, answer: keepLook },
  siteState: {
    from: ANY_PAGE,
    read: readNothing,
    async answer(_request, sender) {
      const state = await stateFor(sender);
      if (sender.tab?.id !== undefined && sender.frameId === 0) void showBadge(sender.tab.id, state);
      return state;
    },
  },
  pause: {
    from: OURS,
    read: (payload) => ({ minutes: readWhole(readFields(payload), "minutes", 1, PAUSE_MOST) }),
    async answer({ minutes }, sender) {
      await pause(minutes);
      return stateFor(sender);
    },
  },
  resume: {
    from: OURS,
    read: readNothing,
    async answer(_request, sender) {
      await resume();
      return stateFor(sender);
    },
  },
  disturbed: {
    from: WATCHED,
    read: readNothing,
    async answer(_request, sender) {
      if (sender.tab?.id !== undefined) await showDisturbed(sender.tab.id);
      return null;
    },
  },
  openPractice: {
    from: OURS,
    read: readNothing,
    async answer() {
      await openPage("practice");
      return null;
    },
  },
};
