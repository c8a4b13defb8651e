/** Which control posts a reply: by form and by name, never by class. */

import { ancestors, attribute, composedParent, containsComposed, follows, formOf, isConnected, matches, queryAll, tagOf } from "../shared/safe-dom";
import { accessibleName, fold } from "./names";

const BUTTONS = "button,[role=button],input[type=submit],input[type=button],input[type=image]";
/** The first words of a posting control's name, folded. */
const POSTS =
  /^(tout |all )?(publier|republier la reponse|repondre|envoyer|commenter|poster|tweeter|valider|enregistrer|ajouter (un|le|mon|votre) commentaire|laisser un commentaire|soumettre|programmer|mettre a jour la reponse|post|reply|respond|send|comment|submit|publish|tweet|toot|save|add (a |my |your )?comment|leave (a )?comment|schedule|update reply)\b/;
/** Said by controls near a composer that do something else. */
const DOES_NOT_POST =
  /annul|cancel|fermer|close|discard|emoji|emoticon|smiley|sticker|\bgifs?\b|photo|image|video|media|fichier|file|joindre|attach|j.?aime|\blikes?\b|partager|\bshare\b|recherch|search|supprimer|delete|signaler|report|traduire|translate|apercu|preview|brouillon|draft|commentaires|comments|reponses|replies|options|parametres|settings|avatar|profil|mention|sondage|poll\b/;
const REACH = 14;

function isSubmitter(element: Element): boolean {
  const type = (attribute(element, "type") ?? "").toLowerCase();
  if (tagOf(element) === "button") return type === "" || type === "submit" || !["button", "reset"].includes(type);
  return tagOf(element) === "input" && (type === "submit" || type === "image");
}

function isDisabled(element: Element): boolean {
  return matches(element, ":disabled") || attribute(element, "aria-disabled") === "true";
}

function isNamedForPosting(element: Element): boolean {
  const name = fold(accessibleName(element));
  return POSTS.test(name) && !DOES_NOT_POST.test(name);
}

/** Whether this button posts the text of `editor` by way of their common form. */
function submitsWith(button: Element, editor: Element): boolean {
  const form = formOf(editor);
  if (!form || !isSubmitter(button) || formOf(button) !== form) return false;
  return !DOES_NOT_POST.test(fold(accessibleName(button)));
}

/**
 * The posting controls of the smallest area around the editor that has any. Those after the editor come
 * first: before it stands, as a rule, the « Répondre » that opened it.
 */
export function nearestPostControls(editor: Element): Element[] {
  for (const area of ancestors(editor, REACH)) {
    const found = queryAll(area, BUTTONS).filter((button) => submitsWith(button, editor) || isNamedForPosting(button));
    if (found.length > 0) {
      const after = found.filter((button) => follows(editor, button));
      return after.length > 0 ? after : found;
    }
    if (matches(area, "body,dialog,[role=dialog]")) return [];
  }
  return [];
}

function lastSharedDepth(editor: Element, control: Element): number {
  let depth = 0;
  for (let area: Node | null = editor; area && depth <= REACH; area = composedParent(area), depth++) {
    if (containsComposed(area, control)) return depth;
  }
  return Infinity;
}

/** The control on the path of an event that posts the text of `editor`. */
export function postControlIn(path: readonly EventTarget[], editor: Element): Element | null {
  const button = path.slice(0, 10).find((target): target is Element => target instanceof Element && matches(target, BUTTONS));
  if (!button || !isConnected(button) || isDisabled(button) || containsComposed(editor, button)) return null;
  if (submitsWith(button, editor)) return button;
  if (!isNamedForPosting(button)) return null;
  const nearest = nearestPostControls(editor);
  if (nearest.length > 0) return nearest.includes(button) ? button : null;
  return lastSharedDepth(editor, button) <= REACH ? button : null;
}
