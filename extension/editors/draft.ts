/**
 * Draft.js (X, TikTok Studio). One `data-block` per line; the hint stands outside the editable. It keeps its
 * model by keys and paste: an editing command with line ends destroys it in Chromium.
 */

import { isFirefox } from "../shared/engine";
import { type Family, reading, SETTLES } from "./family";
import { eraseSelection, pasteText, pressBackspace, typeText } from "./ways";

export const draft: Family = {
  name: "draft",
  mark: ".public-DraftEditor-content",
  reading: reading(),
  settles: SETTLES,
  write: isFirefox ? typeText : pasteText,
  erase: isFirefox ? eraseSelection : pressBackspace,
};
