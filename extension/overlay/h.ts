/** Building the overlay's own elements: tags, classes, attributes and text nodes. Never markup. */

import { createElement } from "../shared/safe-dom";

type Child = Node | string | null | false | undefined;

/** An element of the overlay. `attributes` are set as given; text children become text nodes. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | boolean | null> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** Control and format characters would let a stranger's text reorder or hide what stands around it; joiners make emoji. */
const INVISIBLE = /(?![\n\t\u200D])[\p{Cc}\p{Cf}]/gu;

/** Text written by someone else, safe to show: direction marks and control characters made visible. */
export function foreign(text: string, longest = 600): string {
  const shown = text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
  return shown.replaceAll(INVISIBLE, (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`);
}
