/** What every editor mechanism offers to a session. Offsets are UTF-16 units of `Projection.text`. */

/** A text and where each of its characters lives in the page. */
export interface Projection {
  /** The reply as the site will post it. */
  readonly text: string;
  /** The DOM range of these characters; null where the editor has no nodes to range over (text fields). */
  range(start: number, end: number): Range | null;
  /** The offset of a DOM position; null when it lies outside. */
  offsetOf(node: Node, offset: number): number | null;
}

/** One editable of the page, read and written by the way that suits it. */
export interface Editor {
  /** The element that holds the text: the text field, or the root of the editable. */
  readonly element: HTMLElement;
  /** `field`: a textarea or an input, drawn by a mirror; `rich`: an editable, drawn by highlights. */
  readonly kind: "field" | "rich";
  /** Enter posts by the browser's own rule (single-line input). */
  readonly singleLine: boolean;
  /** Cheap: the whole text now. */
  read(): Projection;
  /** Replaces once, keeping undo; false when the text read back is not the one expected. */
  replace(start: number, end: number, text: string): Promise<boolean>;
  /** Calls back on each change of the text, whoever makes it, as far as the page lets it be seen. */
  watch(signal: AbortSignal, onChange: (byUser: boolean) => void): void;
  /** Where the caret is, in text offsets; null when it is elsewhere. */
  caret(): number | null;
  /** Gives the focus back without scrolling. */
  focus(): void;
}

/** A way of reading and writing a family of editables. */
export interface Mechanism {
  readonly name: string;
  /** The editor when the focused element is one of this family and may be watched, else null. */
  open(target: Element): Editor | null;
}
