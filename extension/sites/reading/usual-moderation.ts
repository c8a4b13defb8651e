/**
 * Presses that delete, hide, block or report on a page nobody has described: by role, by the usual words, and
 * by what was pressed before. A dialog that asks once more serves many actions: its button counts right after
 * such a choice, or where it quotes the comment.
 */

import { attribute, closestComposed, matches, queryAll } from "../../shared/safe-dom";
import type { ModerationIntent, PageComment } from "../types";
import { commentAround, commentQuoted } from "./comment";
import { NAMES } from "./moderation";
import { accessibleName, fold } from "./names";

const PRESSABLE = "button,[role=button],[role=menuitem],[role=menuitemradio],[role=option],a[href],summary,input[type=submit],input[type=button]";
const MENU = "[role=menu],[role=listbox]";
const DIALOG = "dialog,[role=dialog],[role=alertdialog]";
const QUOTED = "article,[role=article],blockquote";
const EDITABLE = "textarea,[contenteditable=true],[contenteditable='']";
/** Folds answers away, or takes something else than the comment away. */
const SOMETHING_ELSE =
  /reponses|replies|commentaires|comments|details|tradu|translat|reaction|j.?aime|\blikes?\b|photo|image|video|fichier|\bfile|brouillon|draft|filtre|filter|favori|bookmark|signet|enregistrement|saved|notification|etiquette|\btags?\b|liste\b|\blist\b/;
const OPENS_MENU = /^(plus|more|options|actions|autres|other|menu|…|\.\.\.|⋯|⋮)/;
const EDITS = /^(modifier|editer|edit)\b/;
const CANCELS = /^(annuler|non|fermer|retour|garder|conserver|ne pas|cancel|no|close|back|keep|don.?t)\b|^[x×✕]?$/;
const REPLIES = /^(repondre|reply|respond)\b/;
const MOST_CONTROLS = 40;

interface Choice {
  action: ModerationIntent["action"];
  comment: PageComment;
}

/** Whose menu is open, and what was chosen in it. */
let opened: PageComment | null = null;
let chosen: Choice | null = null;

const nameOf = (control: Element): string => fold(accessibleName(control));

function pressable(path: readonly EventTarget[]): Element | null {
  return path.slice(0, 10).find((target): target is Element => target instanceof Element && matches(target, PRESSABLE)) ?? null;
}

function actionOf(control: Element): Choice["action"] | null {
  const name = nameOf(control);
  if (SOMETHING_ELSE.test(name)) return null;
  for (const action of ["delete", "hide", "block", "report"] as const) if (NAMES[action].test(name)) return action;
  return null;
}

/** Only one's own comments can be rewritten: a control for it beside the one pressed says who wrote this. */
function isOwn(control: Element, comment: PageComment): true | null {
  const around = closestComposed(control, MENU) ?? comment.element;
  const edits = queryAll(around, PRESSABLE, MOST_CONTROLS).some((other) => EDITS.test(nameOf(other)) && (around !== comment.element || commentAround(other)?.element === around));
  return edits ? true : null;
}

/** What stands in a reply box's form is about the reply. */
function isOfComposer(control: Element): boolean {
  const form = closestComposed(control, "form");
  return form !== null && queryAll(form, EDITABLE, 1).length > 0;
}

/** The comment that a control pressed now would moderate. */
function commentOf(control: Element): PageComment | null {
  if (isOfComposer(control)) return null;
  return commentAround(control) ?? (closestComposed(control, `${MENU},[popover]`) ? opened : null);
}

/** The moderation that a press on this path means; null when it means none. */
export function usualModeration(path: readonly EventTarget[]): ModerationIntent | null {
  const control = pressable(path);
  if (!control) return null;
  const dialog = closestComposed(control, DIALOG);
  if (dialog) return confirmation(control, dialog);
  const action = actionOf(control);
  const comment = action && commentOf(control);
  return action && comment ? { action, stage: "act", control, comment: { ...comment, own: isOwn(control, comment) } } : null;
}

function confirmation(control: Element, dialog: Element): ModerationIntent | null {
  if (CANCELS.test(nameOf(control))) return null;
  if (chosen) return { ...chosen, stage: "confirm", control };
  const quoted = queryAll(dialog, QUOTED, 1)[0];
  const action = actionOf(control);
  const comment = action && quoted ? commentQuoted(quoted) : null;
  return action && comment ? { action, stage: "confirm", control, comment } : null;
}

/** Remembers what a press leads to. */
export function usualMemory(path: readonly EventTarget[]): void {
  const control = pressable(path);
  if (!control) return;
  const pressed = usualModeration(path);
  if (pressed) {
    if (pressed.stage === "act") chosen = { action: pressed.action, comment: pressed.comment };
    return;
  }
  // Any other choice ends what was begun: the same dialog may then ask about something else.
  chosen = null;
  const opens = attribute(control, "aria-haspopup") !== null || attribute(control, "aria-expanded") !== null || OPENS_MENU.test(nameOf(control));
  if (opens) opened = commentAround(control);
}

/** The control of a comment that answers it. */
export function usualReply(comment: Element): Element | null {
  return queryAll(comment, PRESSABLE, MOST_CONTROLS).find((control) => REPLIES.test(nameOf(control)) && commentAround(control)?.element === comment) ?? null;
}
