/** What a control is called, for people and for assistive technology. */

import { attribute, byId, queryAll, tagOf, textOf } from "../../shared/safe-dom";

const LONGEST = 80;

function clean(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim().slice(0, LONGEST);
}

/** The accessible name of a control, shortened. */
export function accessibleName(element: Element): string {
  const references = (attribute(element, "aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const referenced = clean(references.map((id) => byId(element, id)).map((node) => (node ? textOf(node).slice(0, LONGEST) : "")).join(" "));
  if (referenced) return referenced;
  const label = clean(attribute(element, "aria-label") ?? "");
  if (label) return label;
  if (tagOf(element) === "input") {
    const value = clean(attribute(element, "value") ?? attribute(element, "alt") ?? "");
    if (value) return value;
  }
  const own = textOf(element);
  const text = own.length > 400 ? "" : clean(own);
  if (text) return text;
  const image = queryAll(element, "img[alt],[aria-label],svg title", 1)[0];
  return clean((image && (attribute(image, "alt") ?? attribute(image, "aria-label") ?? textOf(image))) ?? attribute(element, "title") ?? "");
}

/** Without case nor accents, so that « Répondre » and “REPONDRE” are one word. */
export function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
