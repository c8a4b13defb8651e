/**
 * Slate (Discord, and many help desks). Its page is a picture of the model and nothing flows back: in Chromium
 * the editing command would change the one and not the other. It hears pastes and announced deletions.
 */

import { isFirefox } from "../shared/engine";
import { type Family, reading, SETTLES } from "./family";
import { announceDeletion, eraseSelection, pasteText, typeText } from "./ways";

export const slate: Family = {
  name: "slate",
  mark: "[data-slate-editor]",
  reading: reading("[data-slate-placeholder],[data-slate-spacer]"),
  settles: SETTLES,
  write: isFirefox ? typeText : pasteText,
  erase: isFirefox ? eraseSelection : announceDeletion,
};
