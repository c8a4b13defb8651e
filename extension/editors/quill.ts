/**
 * Quill 1 and 2 (LinkedIn). It watches its nodes and takes over what it finds there, so the editing command is
 * right in both browsers. Never a paste: Quill 1 answers a synthetic one by deleting what is selected.
 */

import { isFirefox } from "../shared/engine";
import { type Family, reading, SETTLES } from "./family";
import { eraseSelection, typeLines, typeText } from "./ways";

export const quill: Family = {
  name: "quill",
  mark: ".ql-editor",
  // `.ql-ui` draws the bullets of lists.
  reading: reading(".ql-ui"),
  settles: SETTLES,
  write: isFirefox ? typeLines : typeText,
  erase: eraseSelection,
};
