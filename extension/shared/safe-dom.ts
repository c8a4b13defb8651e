/**
 * Reading a page's DOM through the prototypes.
 *
 * `<form><input name="parentNode">` makes `form.parentNode` an input: forms and documents let the page
 * shadow any of their properties. Everything read on a node of the page goes through here.
 */

function getter<Owner, Value>(prototype: Owner, name: string): (node: Owner) => Value {
  const read = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (node) => read?.call(node) as Value;
}

const parentNode = getter<Node, Node | null>(Node.prototype, "parentNode");
const isConnectedOf = getter<Node, boolean>(Node.prototype, "isConnected");
const textContentOf = getter<Node, string | null>(Node.prototype, "textContent");
const childNodesOf = getter<Node, NodeListOf<ChildNode>>(Node.prototype, "childNodes");
const previousElement = getter<Element, Element | null>(Element.prototype, "previousElementSibling");
const localNameOf = getter<Element, string>(Element.prototype, "localName");
const documentElementOf = getter<Document, HTMLElement>(Document.prototype, "documentElement");
const activeElementOf = getter<Document, Element | null>(Document.prototype, "activeElement");
const buttonForm = getter<HTMLButtonElement, HTMLFormElement | null>(HTMLButtonElement.prototype, "form");
const inputForm = getter<HTMLInputElement, HTMLFormElement | null>(HTMLInputElement.prototype, "form");
const textareaForm = getter<HTMLTextAreaElement, HTMLFormElement | null>(HTMLTextAreaElement.prototype, "form");
const textareaText = getter<HTMLTextAreaElement, string>(HTMLTextAreaElement.prototype, "value");

/** The parent, stepping out of a shadow root to its host. */
export function composedParent(node: Node): Node | null {
  const parent = parentNode(node);
  return parent instanceof ShadowRoot ? parent.host : parent;
}

/** The elements above, nearest first, shadow roots crossed; at most `limit`. */
export function* ancestors(node: Node, limit = 64): Generator<Element> {
  let current = composedParent(node);
  for (let steps = 0; current && steps < limit; steps++, current = composedParent(current)) {
    if (current instanceof Element) yield current;
  }
}

export const parentOf = (node: Node): Node | null => parentNode(node);
export const isConnected = (node: Node): boolean => isConnectedOf(node);
export const textOf = (node: Node): string => textContentOf(node) ?? "";
export const childrenOf = (node: Node): NodeListOf<ChildNode> => childNodesOf(node);
export const previousElementOf = (element: Element): Element | null => previousElement(element);
export const tagOf = (element: Element): string => localNameOf(element);
export const attribute = (element: Element, name: string): string | null => Element.prototype.getAttribute.call(element, name);
export const matches = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);
export const closest = (element: Element, selector: string): Element | null => Element.prototype.closest.call(element, selector);
export const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);
export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);
export const rootElement = (): HTMLElement => documentElementOf(document);

/** `querySelectorAll`, at most `limit` of them. */
export function queryAll(scope: Element | Document | ShadowRoot, selector: string, limit = 80): Element[] {
  const owner = scope instanceof Element ? Element.prototype : scope instanceof Document ? Document.prototype : DocumentFragment.prototype;
  const found = owner.querySelectorAll.call(scope, selector);
  return Array.prototype.slice.call(found, 0, limit);
}

/** `queryAll` in the whole page. */
export const queryDocument = (selector: string, limit = 80): Element[] => queryAll(document, selector, limit);

/** The nearest of the element and those above that matches, shadow roots crossed. */
export function closestComposed(element: Element, selector: string): Element | null {
  if (matches(element, selector)) return element;
  for (const above of ancestors(element)) if (matches(above, selector)) return above;
  return null;
}

/** Whether `inner` is `outer` or below it, shadow roots crossed. */
export function containsComposed(outer: Node, inner: Node): boolean {
  for (let node: Node | null = inner; node; node = composedParent(node)) if (node === outer) return true;
  return false;
}

/** Whether `second` comes after `first` in the document (same tree only). */
export function follows(first: Node, second: Node): boolean {
  return (Node.prototype.compareDocumentPosition.call(first, second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The form a control belongs to (by nesting or by its `form` attribute). */
export function formOf(element: Element): HTMLFormElement | null {
  if (element instanceof HTMLButtonElement) return buttonForm(element);
  if (element instanceof HTMLInputElement) return inputForm(element);
  if (element instanceof HTMLTextAreaElement) return textareaForm(element);
  const form = closestComposed(element, "form");
  return form instanceof HTMLFormElement ? form : null;
}

/** What a text area holds; null for any other element. */
export const textareaValue = (element: Element): string | null => (element instanceof HTMLTextAreaElement ? textareaText(element) : null);

/** Finds by id in the tree the element lives in, never through `document` properties. */
export function byId(near: Element, id: string): Element | null {
  const root = rootOf(near);
  if (root instanceof ShadowRoot) return root.getElementById(id);
  return Document.prototype.getElementById.call(document, id);
}

/** The element that has the focus, open shadow roots entered. */
export function deepActiveElement(): Element | null {
  let active = activeElementOf(document);
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The host of the page; of the page that made it, for a frame without an address of its own. */
export function hostOfPage(): string {
  return URL.canParse(origin) ? new URL(origin).hostname : location.hostname;
}

/** A new element, even on a page that has shadowed `document.createElement`. */
export function createElement<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
  return Document.prototype.createElement.call(document, tag) as HTMLElementTagNameMap[Tag];
}

/** The editing commands: they keep the undo history. */
export function execCommand(name: "insertText" | "insertParagraph" | "delete", value = ""): boolean {
  return Document.prototype.execCommand.call(document, name, false, value);
}
