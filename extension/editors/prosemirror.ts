/**
 * ProseMirror and TipTap (Bluesky, Reddit, Elk). It reads its nodes again after each change; a paste would lose
 * blank lines, so the editing command is right in both browsers.
 */

import { type Family, reading, SETTLES } from "./family";
import { eraseSelection, typeText } from "./ways";

export const prosemirror: Family = {
  name: "prosemirror",
  mark: ".ProseMirror",
  reading: reading(".ProseMirror-widget,.ProseMirror-gapcursor"),
  settles: SETTLES,
  write: typeText,
  erase: eraseSelection,
};
