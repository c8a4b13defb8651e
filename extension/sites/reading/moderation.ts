/** Presses that delete, hide, block or report: told by the description of the site, and by what was pressed before. */

import { closestComposed, containsComposed, matches } from "../../shared/safe-dom";
import type { ItemDescription, ModerationDescription } from "../description";
import type { ModerationAction } from "../../../pkg/wire";
import { itemOf, readAny, type ReadItem } from "./fields";
import type { Memory } from "./memory";
import { accessibleName, fold } from "./names";

/** How the four are called, folded, on networks in French and in English. */
export const NAMES: Record<ModerationAction, RegExp> = {
  delete: /^(supprimer|retirer|effacer|delete|remove)\b/,
  hide: /^(masquer|cacher|hide)\b/,
  block: /^(bloquer|bannir|exclure|block|ban)\b/,
  report: /^(signaler|report)\b/,
};
/** Controls of a page by their role. */
const PRESSABLE = "button,[role=button],[role=menuitem],[role=menuitemradio],[role=option],a,li,summary,input[type=submit],input[type=button]";
const DIALOG = "dialog,[role=dialog],[role=alertdialog]";
/** Shown over the page, with nothing that leads back to it. */
const LAYER = `${DIALOG},[role=menu],[role=listbox]`;
/** Called so, folded, a button confirms whatever was begun. */
const CONFIRMS = /^(confirm|ok\b|oui\b|yes\b|valider|continuer|continue\b|envoyer|submit)/;

/** What was found on the path of an event. */
export interface Pressed {
  action: ModerationAction;
  stage: "act" | "confirm";
  control: Element;
  comment: ReadItem;
}

function isCalled(control: Element, action: ModerationAction, named: RegExp | true | undefined): boolean {
  if (named === undefined) return true;
  return (named === true ? NAMES[action] : named).test(fold(accessibleName(control)));
}

const elementsOf = (path: readonly EventTarget[]): Element[] => path.filter((target): target is Element => target instanceof Element);

/** The comment a control is about: the one it stands in, else the one whose menu was opened. */
function commentOf(control: Element, kind: ItemDescription, memory: Memory): ReadItem | null {
  const item = itemOf(control, kind);
  const dialog = closestComposed(control, DIALOG);
  // A post opened in a dialog has its comments there; a dialog within a comment may be about anything.
  const stands = item !== null && (dialog === null || containsComposed(dialog, item));
  return stands ? readAny(item, kind) : memory.opened;
}

/** The moderation this path means; null when it means none. */
export function pressedOn(path: readonly EventTarget[], description: ModerationDescription, kind: ItemDescription, memory: Memory): Pressed | null {
  const elements = elementsOf(path);
  for (const entry of description.actions) {
    const control = elements.find((element) => matches(element, entry.at));
    if (!control || !isCalled(control, entry.action, entry.named)) continue;
    const comment = commentOf(control, kind, memory);
    if (comment) return { action: entry.action, stage: "act", control, comment };
  }
  const { confirm, confirmNamed: named } = description;
  const { chosen } = memory;
  const control = confirm === undefined || !chosen ? undefined : elements.find((element) => matches(element, confirm));
  if (!control || !chosen) return null;
  const confirms = isCalled(control, chosen.action, named) || (named === true && CONFIRMS.test(fold(accessibleName(control))));
  return confirms ? { ...chosen, stage: "confirm", control } : null;
}

/** Remembers what a press leads to; false where it leads to nothing that this description knows. */
export function remember(path: readonly EventTarget[], description: ModerationDescription, kind: ItemDescription, memory: Memory): boolean {
  // The items of a menu may stand within what opens it.
  const pressed = pressedOn(path, description, kind, memory);
  if (pressed?.stage === "act") memory.chosen = { action: pressed.action, comment: pressed.comment };
  if (pressed) return true;
  const elements = elementsOf(path);
  const menu = description.menu === undefined ? undefined : elements.find((element) => matches(element, description.menu ?? ""));
  if (!menu) return false;
  const item = itemOf(menu, kind);
  // The menu of something that is no comment: what is chosen in it is about none.
  memory.opened = item && readAny(item, kind);
  memory.chosen = null;
  return item !== null;
}

/** Any other choice ends what was begun: the same menu, the same dialog may then be about something else. */
export function forget(path: readonly EventTarget[], memory: Memory): void {
  const elements = elementsOf(path);
  if (elements.some((element) => matches(element, PRESSABLE))) memory.chosen = null;
  const layer = elements.find((element) => matches(element, LAYER));
  // Back where the comment stands: its menu is closed.
  if (memory.opened && (!layer || containsComposed(layer, memory.opened.element))) memory.opened = null;
}
