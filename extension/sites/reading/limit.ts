/** The most a composer takes, as its page tells. */

import { attribute, closestComposed, textareaValue } from "../../shared/safe-dom";
import type { ComposerDescription } from "../description";
import { readField } from "./fields";

/** What a link counts for where what is left is told, however long it is. */
const LINK = 23;

/** Characters of a draft: links all alike, mentions without the host of their server. */
function lengthOf(draft: string): number {
  return [...draft.replaceAll(/https?:\/\/\S+/gu, "-".repeat(LINK)).replaceAll(/(@\w+)@[\w.-]+\w/gu, "$1")].length;
}

/** In the unit the network counts in; null where the page does not tell. */
export function limitOf(editor: Element, { limit, left, within }: Pick<ComposerDescription, "limit" | "left" | "within"> = {}): number | null {
  const scope = (within !== undefined && closestComposed(editor, within)) || document;
  const most = attribute(editor, "maxlength") ?? readField(scope, limit && [limit]);
  const rest = most === null && left ? readField(scope, [left]) : null;
  const draft = rest === null ? null : textareaValue(editor);
  const told = draft === null ? Number(most) : Number(rest) + lengthOf(draft);
  return Number.isInteger(told) && told > 0 ? told : null;
}
