/**
 * Which fields are left alone: everything that is not a reply being written to people.
 *
 * Opt-outs meant for spelling correctors (`data-gramm="false"`, `spellcheck="false"`) are not honoured:
 * they say "do not touch my DOM", which we never do, and half the social networks set them on the very
 * box the user asked us to guard.
 */

import { attribute, byId, closestComposed, tagOf, textOf } from "../shared/safe-dom";

const CODE_EDITORS = ".monaco-editor,.CodeMirror,.cm-editor,.ace_editor,.jupyter-notebook,[data-mode-id]";
const SEARCH_AREA = "[role=search],[role=searchbox],search";
const PRIVATE_AUTOCOMPLETE =
  /\b(cc-|current-password|new-password|one-time-code|street-address|address-|postal-code|country|email|tel|username|name|given-name|family-name|bday|organization|transaction-)/;
const NOT_A_REPLY =
  /recherch|search|mot de passe|password|adresse|address|e-?mail|t[ée]l[ée]phone|phone|code postal|zip|carte|card number|iban|coupon|promo|captcha/i;
const A_REPLY = /comment|r[ée]pon|reply|respond|message|avis|review|\bpost\b|publi|tweet|r[ée]action|discuss|what'?s (new|happening)|quoi de neuf/i;
const TEXT_INPUT_MODES = new Set(["", "text"]);

/** What a field says of itself: its name for people, its hint, its names for programs. */
export function fieldLabel(element: Element): string {
  const parts = ["aria-label", "placeholder", "aria-placeholder", "data-placeholder", "name", "id", "title"].map((name) => attribute(element, name) ?? "");
  for (const id of (attribute(element, "aria-labelledby") ?? "").split(/\s+/)) {
    const label = id ? byId(element, id) : null;
    if (label) parts.push(textOf(label).slice(0, 120));
  }
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    for (const label of element.labels ?? []) parts.push(textOf(label).slice(0, 120));
  }
  return parts.join(" ");
}

/** Whether a multi-line text field or an editable may be watched. */
export function mayWatch(element: Element): boolean {
  const is = (name: string, value: string) => attribute(element, name)?.toLowerCase() === value;
  if (is("aria-readonly", "true") || is("aria-disabled", "true") || is("role", "searchbox")) return false;
  if (!TEXT_INPUT_MODES.has(attribute(element, "inputmode")?.toLowerCase() ?? "")) return false;
  if (PRIVATE_AUTOCOMPLETE.test(attribute(element, "autocomplete")?.toLowerCase() ?? "")) return false;
  if (closestComposed(element, CODE_EDITORS) || closestComposed(element, SEARCH_AREA)) return false;
  const label = fieldLabel(element);
  return A_REPLY.test(label) || !NOT_A_REPLY.test(label);
}

const EDITOR_FRAME = /rich[ -]?text|texte (riche|enrichi)|\bedit(or|eur)\b|[ée]diteur/i;
/** A higher frame is a page that is written in, not a box of one. */
const HIGHEST_FRAME = 600;

/** Whether this body is an editor from edge to edge, as TinyMCE and CKEditor make them in a frame of the same site: low, and named as one. */
export function isEditorFrame(body: HTMLElement): boolean {
  const frame = window === top ? null : window.frameElement;
  // The body is the active element of any page, entered or not.
  if (!frame || !document.hasFocus() || innerHeight > HIGHEST_FRAME) return false;
  const label = `${fieldLabel(frame)} ${fieldLabel(body)}`;
  return A_REPLY.test(label) || (EDITOR_FRAME.test(label) && !NOT_A_REPLY.test(label));
}

/** Whether a single-line input is a composer: it must say so, where a text area need not. */
export function isSingleLineComposer(input: HTMLInputElement): boolean {
  const type = (attribute(input, "type") ?? "text").toLowerCase();
  if (tagOf(input) !== "input" || type !== "text") return false;
  if (attribute(input, "role") === "combobox" || attribute(input, "list") !== null) return false;
  const label = fieldLabel(input);
  return mayWatch(input) && A_REPLY.test(label) && !NOT_A_REPLY.test(label);
}
