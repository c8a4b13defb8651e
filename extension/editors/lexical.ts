/**
 * Lexical (Facebook, Instagram, Threads, WhatsApp). Lines are paragraphs or `<br>`; a blank last line is held
 * open by one `<br>` more. In Chromium the editing command loses line ends, the paste keeps them.
 */

import { isFirefox } from "../shared/engine";
import { type Family, reading, SETTLES } from "./family";
import { announceDeletion, eraseSelection, pasteText } from "./ways";

export const lexical: Family = {
  name: "lexical",
  mark: "[data-lexical-editor=true]",
  reading: reading("[data-lexical-placeholder],[data-lexical-cursor]"),
  settles: SETTLES,
  write: pasteText,
  erase: isFirefox ? eraseSelection : announceDeletion,
};
