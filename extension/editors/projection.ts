/**
 * One walk of an editable: the text as it will be posted, and the table that leads back to the nodes.
 *
 * `innerText` is no use here: its offsets lead to the wrong letters in most everyday editables (several
 * blocks, blanks of the source, `text-transform`, hidden nodes).
 */

import { attribute, childrenOf, matches, parentOf, tagOf } from "../shared/safe-dom";
import type { Reading } from "./family";
import type { Place } from "./selection";
import type { Projection } from "./types";

/** A run of text that is contiguous both in the projection and in its node. */
interface Run {
  readonly start: number;
  length: number;
  readonly node: Node;
  /** Offset in the text node; or one of the three below. */
  readonly offset: number;
}

/** The node is an element standing for its characters (`<br>`, emoji image). */
const ATOM = -1;
/** The character is the line end before this block: no node of its own. */
const BEFORE_BLOCK = -2;
/** The character is the line end after this block. */
const AFTER_BLOCK = -3;

const isText = (run: Run): boolean => run.offset >= 0;

const NODE_LIMIT = 20_000;
const INLINE = /^(inline|contents|ruby)/;
const SPACE = 0x20;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Marks editors put in empty nodes to hold the caret; never posted. */
function holdsCaret(code: number): boolean {
  return code === 0xfeff || code === 0x200b;
}

/** The blanks that collapse. */
function isBlank(code: number): boolean {
  return code === SPACE || code === 0x09 || code === LINE_FEED || code === RETURN || code === 0x0c;
}

/** What becomes of blanks: kept, kept at line ends only, or collapsed. */
type Blanks = "kept" | "lines" | "collapsed";

function blanksOf(style: CSSStyleDeclaration): Blanks {
  const collapse = style.whiteSpaceCollapse;
  return collapse === "preserve" || collapse === "break-spaces" ? "kept" : collapse === "preserve-breaks" ? "lines" : "collapsed";
}

const indexOf = (node: Node): number => Array.prototype.indexOf.call(childrenOf(parentOf(node) as Node), node);
const before = (node: Node): Place => ({ node: parentOf(node) as Node, offset: indexOf(node) });
const after = (node: Node): Place => ({ node: parentOf(node) as Node, offset: indexOf(node) + 1 });

class Walk implements Projection {
  text = "";
  /** The last character of `text`, kept apart: asking a text being built for its end copies it whole each time. */
  private last = "";
  /** That character is a blank that shows only if something follows it on its line. */
  private lastIsSoft = false;
  private readonly runs: Run[] = [];
  /**
   * A line end that was met and counts only if something follows: `<p>a</p>` alone is "a", and the `<br>` that
   * ends a block holds its last line open, no more.
   */
  private owed: { node: Node; offset: number } | null = null;
  private visited = 0;

  constructor(
    private readonly root: Element,
    private readonly reading: Reading,
  ) {
    this.children(root, blanksOf(getComputedStyle(root)));
    this.trimLine();
  }

  private push(text: string, node: Node, offset: number): void {
    if (text === "") return;
    const end = this.runs.at(-1);
    if (end && isText(end) && end.node === node && offset === end.offset + end.length) end.length += text.length;
    else this.runs.push({ start: this.text.length, length: text.length, node, offset });
    this.text += text;
    this.last = text.at(-1) ?? "";
    this.lastIsSoft = false;
  }

  private get atLineStart(): boolean {
    return this.owed !== null || this.last === "";
  }

  /** A blank before the end of a line is not shown, so it is not there. */
  private trimLine(): void {
    const run = this.runs.at(-1);
    if (!this.lastIsSoft || !run) return;
    run.length--;
    if (run.length === 0) this.runs.pop();
    this.text = this.text.slice(0, -1);
    this.last = this.text.at(-1) ?? "";
    this.lastIsSoft = false;
  }

  /** Something follows: the line end that was met counts. */
  private pay(): void {
    if (!this.owed) return;
    const { node, offset } = this.owed;
    this.owed = null;
    this.trimLine();
    this.push("\n", node, offset);
  }

  /** A block begins or ends here. */
  private edge(block: Node, offset: number): void {
    if (!this.atLineStart) this.owed = { node: block, offset };
  }

  /** A line ends here by a `<br>` or a line feed that shows. */
  private lineEnd(node: Node, offset: number): void {
    this.pay();
    this.owed = { node, offset };
  }

  private children(parent: Node, blanks: Blanks): void {
    for (const child of childrenOf(parent)) {
      if (++this.visited > NODE_LIMIT) return;
      if (child.nodeType === Node.TEXT_NODE) this.characters(child as Text, blanks);
      // In a frame, nodes may have been made by the page outside, and be of its kind of Element.
      else if (child instanceof Element || child.nodeType === Node.ELEMENT_NODE) this.element(child as Element);
    }
  }

  private element(element: Element): void {
    if (tagOf(element) === "br") {
      this.lineEnd(element, ATOM);
      return;
    }
    if (matches(element, this.reading.skips)) return;
    const atom = this.reading.atom(element);
    if (atom !== null) {
      if (atom === "") return;
      this.pay();
      this.push(atom, element, ATOM);
      return;
    }
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden" || isHint(element, style)) return;
    const block = !INLINE.test(style.display) && style.position !== "absolute";
    if (block) this.edge(element, BEFORE_BLOCK);
    this.children(element, blanksOf(style));
    if (block) this.edge(element, AFTER_BLOCK);
  }

  private characters(node: Text, blanks: Blanks): void {
    const value = node.data;
    const collapses = blanks !== "kept";
    let from = 0;
    const flush = (to: number) => {
      if (to <= from) return;
      this.pay();
      this.push(value.slice(from, to), node, from);
      this.lastIsSoft = collapses && this.last === " ";
    };
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code === LINE_FEED && blanks !== "collapsed") {
        flush(index);
        this.lineEnd(node, index);
      } else if (holdsCaret(code) || (!collapses && code === RETURN)) flush(index);
      else if (collapses && isBlank(code)) {
        // A lone space stays in its run: most nodes are one run, however long.
        if (code === SPACE && index > from && !isBlank(value.charCodeAt(index - 1))) continue;
        flush(index);
        if (!this.atLineStart && this.last !== " ") {
          this.push(" ", node, index);
          this.lastIsSoft = true;
        }
      } else continue;
      from = index + 1;
    }
    flush(value.length);
  }

  /** The number of the run that holds the character at `offset`; -1 beyond the end. */
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

  /** Where an offset lies in the page: on its own line, and beside the character before it when `leansBack`. */
  private place(offset: number, leansBack: boolean): Place | null {
    const here = this.runs[this.indexAt(offset)];
    const back = offset > 0 ? this.runs[this.indexAt(offset - 1)] : undefined;
    const startsLine = offset === 0 || this.text[offset - 1] === "\n";
    if (!here && startsLine) return this.emptyLine() ?? (back ? this.within(back, offset) : null);
    const run = back && !startsLine && (leansBack || !here || here.offset < ATOM) ? back : here;
    return run ? this.within(run, offset) : null;
  }

  private within(run: Run, offset: number): Place {
    if (isText(run)) return { node: run.node, offset: run.offset + offset - run.start };
    return offset <= run.start ? before(run.node) : after(run.node);
  }

  /** The empty line at the end, held open by what is owed there. */
  private emptyLine(): Place | null {
    if (!this.owed || this.owed.offset < ATOM) return null;
    return this.owed.offset === ATOM ? before(this.owed.node) : this.owed;
  }

  range(start: number, end: number): Range | null {
    const range = new Range();
    try {
      // The page may have changed the nodes since the walk: then there is no such range.
      const from = this.place(start, start >= end);
      const to = start >= end ? from : this.place(end, true);
      if (from && to) {
        range.setStart(from.node, from.offset);
        range.setEnd(to.node, to.offset);
      } else if (this.text === "") range.selectNodeContents(this.root);
      else return null;
    } catch {
      return null;
    }
    return range;
  }

  offsetOf(node: Node, offset: number): number | null {
    const position = new Range();
    try {
      position.setStart(node, offset);
      // The last run that begins at or before the position.
      let low = 0;
      let high = this.runs.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const begin = this.beginning(this.runs[middle] as Run);
        if (position.comparePoint(begin.node, begin.offset) <= 0) low = middle + 1;
        else high = middle - 1;
      }
      const run = this.runs[high];
      if (!run) return this.root.contains(node) ? 0 : null;
      if (run.node === node && run.offset >= 0) return run.start + Math.min(run.length, offset - run.offset);
      const { node: end, offset: endOffset } = run.offset === ATOM ? after(run.node) : this.beginning(run);
      const passed = isText(run) || position.comparePoint(end, endOffset) <= 0;
      return this.root.contains(node) ? run.start + (passed ? run.length : 0) : null;
    } catch {
      return null;
    }
  }

  private beginning(run: Run): Place {
    if (isText(run)) return { node: run.node, offset: run.offset };
    if (run.offset === BEFORE_BLOCK) return { node: run.node, offset: 0 };
    return run.offset === AFTER_BLOCK ? after(run.node) : before(run.node);
  }
}

/** The grey hint an editor shows while empty, laid over the text or marked as not for reading. */
function isHint(element: Element, style: CSSStyleDeclaration): boolean {
  if (attribute(element, "contenteditable") !== "false") return false;
  return attribute(element, "aria-hidden") === "true" || (style.position === "absolute" && style.pointerEvents === "none");
}

/** Walks the editable once. */
export function project(root: Element, reading: Reading): Projection {
  return new Walk(root, reading);
}
