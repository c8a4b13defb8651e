/** Whether a reply is written to everyone or to one person. Public unless the page says otherwise. */

import type { Visibility } from "../../../pkg/wire";
import { ancestors, attribute, byId, textOf } from "../../shared/safe-dom";

const PRIVATE_PATH = /\/(messages?|inbox|direct|dms?|(create_)?private_messages?|messaging|messagerie|chats?|conversations?|mp)(\/|$)/i;
const PRIVATE_LABEL =
  /messages? priv[ée]|message direct|messagerie|conversation priv[ée]e|private (message|conversation|reply)|direct message|\binbox\b|r[ée]ponse priv[ée]e|bo[iî]te de r[ée]ception|\b(DM|MP)s?\b/i;
const LABELLED = "[role=dialog],[role=region],[role=form],[role=log],form,section,dialog";

function label(element: Element): string {
  const labelledBy = (attribute(element, "aria-labelledby") ?? "")
    .split(/\s+/)
    .map((id) => (id ? byId(element, id) : null))
    .map((node) => (node ? textOf(node).slice(0, 120) : ""));
  return [attribute(element, "aria-label"), attribute(element, "placeholder"), attribute(element, "aria-placeholder"), attribute(element, "data-placeholder"), ...labelledBy].join(" ");
}

/** The visibility of what is written in this editor on the page at `path`. */
export function visibilityOf(editor: Element, path: string): Visibility {
  if (PRIVATE_PATH.test(path) || PRIVATE_LABEL.test(label(editor))) return "private";
  for (const above of ancestors(editor, 24)) {
    if (Element.prototype.matches.call(above, LABELLED) && PRIVATE_LABEL.test(label(above))) return "private";
  }
  return "public";
}
