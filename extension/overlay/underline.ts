/**
 * Lines under the words of an editable, by the CSS Custom Highlight API: the page's nodes are not touched.
 *
 * Ranges are drawn anew after each change: some editors replace their text nodes while typing, and a live
 * range then collapses. The names say nothing, since the page can list them.
 */

import type { Projection } from "../editors/types";
import { isFirefox } from "../shared/engine";
import { rootOf } from "../shared/safe-dom";
import type { Line, Mark } from "./marks";
import { FADES_AFTER_SECONDS, LINES } from "./style";

const NAMES: Record<Line, string> = { advice: "hl-a", warn: "hl-b", block: "hl-c" };

/** Colour of the lines once no script stands behind them. */
const FADED = "--hl-off";

function rule(line: Line): string {
  const { style, color } = LINES[line];
  return `::highlight(${NAMES[line]}) { text-decoration: underline 2px ${style} var(${FADED}, ${color}); text-underline-offset: 2px; text-decoration-skip-ink: none; }`;
}

export class Underline {
  private readonly sheet = new CSSStyleSheet();
  private readonly roots = new Set<Document | ShadowRoot>();
  private fading: Animation | null = null;
  private faded: Element | null = null;

  constructor() {
    this.sheet.replaceSync((Object.keys(NAMES) as Line[]).map(rule).join("\n"));
  }

  /** Draws exactly these marks in this editable. */
  draw(editable: Element, projection: Projection, marks: readonly Mark[]): void {
    if (marks.length > 0) {
      this.adopt(editable);
      this.fade(editable);
    }
    for (const line of Object.keys(NAMES) as Line[]) {
      const ranges = marks
        .filter((mark) => mark.line === line)
        .map((mark) => projection.range(mark.start, mark.end))
        .filter((range): range is Range => range !== null);
      if (ranges.length === 0) {
        CSS.highlights.delete(NAMES[line]);
        continue;
      }
      const highlight = new Highlight(...ranges);
      highlight.type = "spelling-error";
      CSS.highlights.set(NAMES[line], highlight);
    }
  }

  /**
   * When an add-on is removed, Firefox stops its scripts without a word, and the lines would stay for good.
   * So they go out by themselves unless `keepAlive` is called; no attribute of the page's is touched.
   */
  private fade(editable: Element): void {
    if (!isFirefox || this.faded === editable) return;
    this.fading?.cancel();
    this.faded = editable;
    this.fading = editable.animate({ [FADED]: ["transparent", "transparent"] }, { delay: FADES_AFTER_SECONDS * 1000, duration: 1, fill: "forwards" });
  }

  /** Says that a script still stands behind the lines. */
  keepAlive(): void {
    if (this.fading) this.fading.currentTime = 0;
  }

  /** Chromium would paint shadow trees from the document's sheet, Firefox would not: each root adopts it. */
  private adopt(editable: Element): void {
    const root = rootOf(editable);
    if (!(root instanceof Document || root instanceof ShadowRoot) || this.roots.has(root)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.sheet];
    this.roots.add(root);
  }

  /** No line is left. */
  clear(): void {
    this.fading?.cancel();
    this.fading = null;
    this.faded = null;
    for (const name of Object.values(NAMES)) CSS.highlights.delete(name);
  }

  /** Nothing at all is left. */
  remove(): void {
    this.clear();
    for (const root of this.roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== this.sheet);
    this.roots.clear();
  }
}
