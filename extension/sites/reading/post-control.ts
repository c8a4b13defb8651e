/** Which control posts a reply: by form and by name, never by class. */

import { ancestors, attribute, composedParent, containsComposed, follows, formOf, isConnected, matches, parentOf, queryAll, rootOf, tagOf } from "../../shared/safe-dom";
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

export function isDisabled(element: Element): boolean {
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

/** What can be searched around the editor, nearest first: elements, and the shadow roots they stand in. */
export function* areas(editor: Element): Generator<Element | ShadowRoot> {
  for (const element of [editor, ...ancestors(editor, REACH)]) {
    if (element !== editor) yield element;
    const root = rootOf(element);
    // Leaving a shadow root: the element just below it is seen from the outside as its host alone.
    if (root instanceof ShadowRoot && parentOf(element) === root) yield root;
  }
}

/**
 * The posting controls of the smallest area around the editor that has any. Those after the editor come
 * first: before it stands, as a rule, the « Répondre » that opened it.
 */
export function nearestPostControls(editor: Element): Element[] {
  for (const area of areas(editor)) {
    const found = queryAll(area, BUTTONS).filter((button) => (submitsWith(button, editor) || isNamedForPosting(button)) && Element.prototype.checkVisibility.call(button));
    if (found.length > 0) {
      const after = found.filter((button) => follows(editor, button));
      return after.length > 0 ? after : found;
    }
    if (area instanceof Element && matches(area, "body,dialog,[role=dialog]")) return [];
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
  if (nearest.includes(button)) return button;
  const depth = lastSharedDepth(editor, button);
  // A button in a shadow root of its own cannot be found from the editor: it counts when it stands as near.
  const hidden = !nearest[0] || (rootOf(button) instanceof ShadowRoot && rootOf(button) !== rootOf(nearest[0]));
  return hidden && depth <= Math.min(REACH, nearest[0] ? lastSharedDepth(editor, nearest[0]) : REACH) ? button : null;
}
