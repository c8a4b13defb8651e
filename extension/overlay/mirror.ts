/**
 * Lines under the words of a text field, which has no nodes to highlight: the same text laid out over it,
 * invisible but for its lines.
 */

import type { Editor } from "../editors/types";
import { isFirefox } from "../shared/engine";
import { attribute } from "../shared/safe-dom";
import { h } from "./h";
import type { Mark } from "./marks";
import type { Box } from "./position";

/** All that moves letters. With fewer, lines land beside the words on every second styled field. */
const COPIED = [
  "direction", "unicode-bidi", "writing-mode", "text-orientation",
  "padding-top", "padding-right", "padding-bottom", "padding-left",
  "font-family", "font-size", "font-style", "font-weight", "font-stretch", "font-size-adjust", "font-kerning",
  "font-optical-sizing", "font-variant-alternates", "font-variant-caps", "font-variant-east-asian", "font-variant-ligatures",
  "font-variant-numeric", "font-variant-position", "font-feature-settings", "font-variation-settings",
  "letter-spacing", "word-spacing", "line-height", "line-break", "word-break", "overflow-wrap", "hyphens",
  "text-align", "text-align-last", "text-indent", "text-transform", "text-rendering", "text-wrap-style", "tab-size",
] as const;

/** Firefox shows these as boxes in a field and nowhere else: no copy can stand on the same letters. */
const BOXED = /[^\P{Cc}\t\n\r]/u;

const pixels = (length: string): number => Number.parseFloat(length) || 0;

/** Beyond this the field is a document; laying it out twice would be felt. */
const LONGEST = 60_000;

export class Mirror {
  private readonly text = h("div", { class: "mirror" });
  readonly element = h("div", { class: "mirror-clip", "aria-hidden": "true" }, this.text);
  private field: HTMLElement | null = null;
  /** Of the one line of an input: its edges and its padding; Firefox counts them all into `clientLeft`. */
  private line: CSSStyleDeclaration | null = null;

  /** Draws exactly these marks; `place` puts them where they belong. */
  draw(editor: Editor, text: string, marks: readonly Mark[]): void {
    this.field = editor.element;
    this.line = editor.singleLine ? getComputedStyle(editor.element) : null;
    if (marks.length === 0 || text.length > LONGEST || (isFirefox && BOXED.test(text))) {
      this.clear();
      return;
    }
    const parts: Array<Node | string> = [];
    let from = 0;
    for (const { start, end, line } of marks) {
      parts.push(text.slice(from, start), h("span", { class: line }, text.slice(start, end)));
      from = end;
    }
    // The text after the last mark still decides where its line breaks.
    parts.push(text.slice(from));
    this.text.replaceChildren(...parts);
    this.copyStyle(editor);
  }

  private copyStyle(editor: Editor): void {
    const source = getComputedStyle(editor.element);
    const target = this.text.style;
    for (const name of COPIED) target.setProperty(name, source.getPropertyValue(name));
    this.text.lang = attribute(editor.element, "lang") ?? editor.element.ownerDocument.documentElement.lang;
    target.boxSizing = "border-box";
    target.whiteSpace = editor.singleLine || attribute(editor.element, "wrap") === "off" ? "pre" : "pre-wrap";
    // The one line stands in the middle of the field.
    if (editor.singleLine) target.lineHeight = `${this.area(editor.element).height - pixels(source.paddingTop) - pixels(source.paddingBottom)}px`;
  }

  /** Follows the field: position, size, zoom by transform, scrolling inside. */
  place(): void {
    const field = this.field;
    if (!field || this.element.hidden) return;
    const rect = field.getBoundingClientRect();
    const scaleX = field.offsetWidth > 0 ? rect.width / field.offsetWidth : 1;
    const scaleY = field.offsetHeight > 0 ? rect.height / field.offsetHeight : 1;
    const area = this.area(field);
    const clip = this.element.style;
    clip.left = `${rect.left + area.left * scaleX}px`;
    clip.top = `${rect.top + area.top * scaleY}px`;
    clip.width = `${area.width}px`;
    clip.height = `${area.height}px`;
    // An input cuts its words off at its padding, a text area at its edge.
    clip.clipPath = this.line ? `inset(0 ${this.line.paddingRight} 0 ${this.line.paddingLeft})` : "";
    clip.transformOrigin = "0 0";
    clip.transform = scaleX === 1 && scaleY === 1 ? "" : `scale(${scaleX}, ${scaleY})`;
    this.text.style.width = `${area.width}px`;
    this.text.style.transform = `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`;
  }

  /** The field inside its edges and without its scroll bars, in its own pixels. */
  private area(field: HTMLElement): Box {
    const { line } = this;
    if (!line) return { left: field.clientLeft, top: field.clientTop, width: field.clientWidth, height: field.clientHeight };
    const left = pixels(line.borderLeftWidth);
    const top = pixels(line.borderTopWidth);
    return { left, top, width: field.offsetWidth - left - pixels(line.borderRightWidth), height: field.offsetHeight - top - pixels(line.borderBottomWidth) };
  }

  clear(): void {
    this.text.replaceChildren();
  }
}
