/** The few helpers our pages build their DOM with. */

/** The element of this id; its absence is a mistake of ours, said at once. */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`#${id} is missing`);
  return element;
}

/** A new element with attributes and children; a string child becomes a text node. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Runs `act` on a press by the user: never on one made by a script. */
export function onPress(element: HTMLElement, signal: AbortSignal, act: () => void): void {
  element.addEventListener("click", (event) => {
    if (event.isTrusted) act();
  }, { signal });
}

/** Aborts when the page is left. */
export function pageSignal(): AbortSignal {
  const leaving = new AbortController();
  window.addEventListener("pagehide", () => leaving.abort(), { signal: leaving.signal });
  return leaving.signal;
}
