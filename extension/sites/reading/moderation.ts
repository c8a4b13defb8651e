/** Presses that delete, hide, block or report: told by the description of the site, and by what was pressed before. */

import { closestComposed, matches } from "../../shared/safe-dom";
import type { ItemDescription, ModerationDescription } from "../description";
import type { ModerationAction } from "../types";
import { itemOf, type ReadItem, readItem } from "./fields";
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
  const item = closestComposed(control, DIALOG) ? null : itemOf(control, kind);
  return (item && readItem(item, kind)) ?? memory.opened;
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
  if (confirm === undefined || !chosen) return null;
  const control = elements.find((element) => matches(element, confirm));
  return control && isCalled(control, chosen.action, named) ? { ...chosen, stage: "confirm", control } : null;
}

/** Remembers what a press leads to; false when it leads nowhere here. */
export function remember(path: readonly EventTarget[], description: ModerationDescription, kind: ItemDescription, memory: Memory): boolean {
  const elements = elementsOf(path);
  const menu = description.menu === undefined ? undefined : elements.find((element) => matches(element, description.menu ?? ""));
  const item = menu && itemOf(menu, kind);
  if (item) {
    memory.opened = readItem(item, kind);
    memory.chosen = null;
    return true;
  }
  const pressed = pressedOn(path, description, kind, memory);
  if (pressed?.stage === "act") memory.chosen = { action: pressed.action, comment: pressed.comment };
  return pressed !== null;
}

/** Any other choice ends what was begun: the same dialog may then ask about something else. */
export function forgetChosen(path: readonly EventTarget[], memory: Memory): void {
  if (elementsOf(path).some((element) => matches(element, PRESSABLE))) memory.chosen = null;
}
