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
