/**
 * One walk of an editable: the text as it will be posted, and the table that leads back to the nodes.
 *
 * `innerText` is no use here: its offsets lead to the wrong letters in most everyday editables (several
 * blocks, blanks of the source, `text-transform`, hidden nodes).
 */

import { attribute, childrenOf, matches, tagOf } from "../shared/safe-dom";
import type { Projection } from "./types";

/** A run of text that is contiguous both in the projection and in its node. */
interface Run {
  readonly start: number;
  readonly length: number;
  readonly node: Node;
  /** Offset in the text node; or `ATOM`, or `BREAK`. */
  readonly offset: number;
}

/** The node is an element standing for its characters (`<br>`, emoji image). */
const ATOM = -1;
/** The character is the line end between two blocks: no node of its own. */
const BREAK = -2;

const NODE_LIMIT = 20_000;
const SKIPPED = "script,style,noscript,template,textarea,select,input,svg,[hidden],[data-slate-placeholder],[data-lexical-placeholder]";
const INLINE = /^(inline|contents|ruby)/;
const SPACE = 0x20;
const RETURN = 0x0d;

/** Marks editors put in empty nodes to hold the caret; never posted. */
function holdsCaret(code: number): boolean {
  return code === 0xfeff || code === 0x200b;
}

/** The blanks that collapse. */
function isBlank(code: number): boolean {
  return code === SPACE || code === 0x09 || code === 0x0a || code === RETURN || code === 0x0c;
}

class Walk implements Projection {
  text = "";
  /** The last character of `text`, kept apart: asking a text being built for its end copies it whole each time. */
  private last = "";
  private readonly runs: Run[] = [];
  private visited = 0;

  constructor(private readonly root: Element) {
    this.children(root, keepsBlanks(getComputedStyle(root).whiteSpace));
    this.trimLineEnd();
  }

  private push(text: string, node: Node, offset: number): void {
    if (text === "") return;
    this.runs.push({ start: this.text.length, length: text.length, node, offset });
    this.text += text;
    this.last = text.at(-1) ?? "";
  }

  private atLineStart(): boolean {
    return this.last === "" || this.last === "\n";
  }

  /** A blank before the end of a line is not shown, so it is not there. */
  private trimLineEnd(): void {
    const last = this.runs.at(-1);
    if (!last || last.offset < 0 || this.last !== " " || keepsBlanks(styleOfText(last.node))) return;
    this.runs.pop();
    this.text = this.text.slice(0, last.start);
    this.last = this.text.at(-1) ?? "";
    if (last.length > 1) this.push((last.node.nodeValue ?? "").slice(last.offset, last.offset + last.length - 1).replaceAll(/[\t\n\r\f]/g, " "), last.node, last.offset);
  }

  private lineOwed: Node | null = null;

  /** A block begins or ends here; its line ends only if something follows: `<p>a</p>` alone is "a". */
  private oweLine(block: Node): void {
    if (!this.atLineStart()) this.lineOwed = block;
  }

  private payLine(): void {
    const block = this.lineOwed;
    this.lineOwed = null;
    if (!block || this.atLineStart()) return;
    this.trimLineEnd();
    this.push("\n", block, BREAK);
  }

  private children(parent: Node, blanks: boolean): void {
    for (const child of childrenOf(parent)) {
      if (++this.visited > NODE_LIMIT) return;
      if (child.nodeType === Node.TEXT_NODE) this.characters(child as Text, blanks);
      else if (child instanceof Element) this.element(child);
    }
  }

  private element(element: Element): void {
    const tag = tagOf(element);
    if (tag === "br") {
      this.payLine();
      this.trimLineEnd();
      this.push("\n", element, ATOM);
      return;
    }
    if (matches(element, SKIPPED)) return;
    if (tag === "img") {
      // Networks draw emoji as images and post their `alt`.
      const alt = attribute(element, "alt") ?? "";
      if (alt === "" || alt.length > 32) return;
      this.payLine();
      this.push(alt, element, ATOM);
      return;
    }
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden") return;
    if (isPlaceholder(element, style)) return;
    const block = !INLINE.test(style.display) && style.position !== "absolute";
    if (block) this.oweLine(element);
    this.children(element, keepsBlanks(style.whiteSpace));
    if (block) this.oweLine(element);
  }

  private characters(node: Text, blanks: boolean): void {
    const value = node.data;
    if (!blanks && !/[^ \t\n\r\f]/.test(value) && (this.lineOwed || this.atLineStart())) return;
    if (value !== "") this.payLine();
    let from = 0;
    const flush = (to: number) => {
      if (to > from) this.push(value.slice(from, to), node, from);
    };
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (holdsCaret(code)) {
        flush(index);
        from = index + 1;
      } else if (!blanks && isBlank(code)) {
        // A lone space stays in its run: most nodes are one run, however long.
        if (code === SPACE && index > from && !isBlank(value.charCodeAt(index - 1))) continue;
        flush(index);
        if (!this.atLineStart() && this.last !== " ") this.push(" ", node, index);
        from = index + 1;
      } else if (blanks && code === RETURN) {
        flush(index);
        from = index + 1;
      }
    }
    flush(value.length);
  }

  private indexAt(offset: number): number {
    let low = 0;
    let high = this.runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = this.runs[middle] as Run;
      if (offset < run.start) high = middle - 1;
      else if (offset >= run.start + run.length) low = middle + 1;
      else return middle;
    }
    return -1;
  }

  /** The run that holds the character at `offset`, or the nearest before it that has a place in the page. */
  private runAt(offset: number): Run | undefined {
    let index = this.indexAt(offset);
    while (index > 0 && this.runs[index]?.offset === BREAK) index--;
    return this.runs[index];
  }

  range(start: number, end: number): Range | null {
    const range = new Range();
    if (this.runs.length === 0) {
      range.selectNodeContents(this.root);
      return range;
    }
    if (start >= end) return this.caretRange(range, start);
    const first = this.runAt(start);
    const last = this.runAt(end - 1);
    if (!first || !last) return null;
    try {
      if (first.offset === ATOM) range.setStartBefore(first.node);
      else range.setStart(first.node, first.offset + Math.min(start - first.start, first.length));
      if (last.offset === ATOM) range.setEndAfter(last.node);
      else range.setEnd(last.node, last.offset + Math.min(end - last.start, last.length));
    } catch {
      return null; // The page changed the nodes since the walk.
    }
    return range;
  }

  private caretRange(range: Range, at: number): Range | null {
    const before = at > 0 ? this.runAt(at - 1) : undefined;
    const run = before ?? this.runAt(at);
    if (!run) return null;
    try {
      if (run.offset >= 0) range.setStart(run.node, run.offset + Math.min(at - run.start, run.length));
      else if (before) range.setStartAfter(run.node);
      else range.setStartBefore(run.node);
    } catch {
      return null;
    }
    range.collapse(true);
    return range;
  }

  offsetOf(node: Node, offset: number): number | null {
    const position = new Range();
    try {
      position.setStart(node, offset);
    } catch {
      return null;
    }
    let before: number | null = this.root.contains(node) ? 0 : null;
    for (const run of this.runs) {
      if (run.node === node && offset >= run.offset && offset <= run.offset + run.length) return run.start + offset - run.offset;
      if (before !== null && run.offset !== BREAK && run.node.isConnected && position.comparePoint(run.node, 0) < 0) before = run.start + run.length;
    }
    return before;
  }
}

function keepsBlanks(whiteSpace: string): boolean {
  return whiteSpace.startsWith("pre") || whiteSpace === "break-spaces";
}

function styleOfText(node: Node): string {
  const parent = node.parentElement;
  return parent ? getComputedStyle(parent).whiteSpace : "";
}

/** The grey hint an editor shows while empty, laid over the text or marked as not for reading. */
function isPlaceholder(element: Element, style: CSSStyleDeclaration): boolean {
  if (attribute(element, "contenteditable") !== "false") return false;
  return attribute(element, "aria-hidden") === "true" || (style.position === "absolute" && style.pointerEvents === "none");
}

/** Walks the editable once. */
export function project(root: Element): Projection {
  return new Walk(root);
}
