/**
 * Lines under the words of a text field, which has no nodes to highlight: the same text laid out over it,
 * invisible but for its lines.
 */

import type { Editor } from "../editors/types";
import { isFirefox } from "../shared/engine";
import { attribute } from "../shared/safe-dom";
import { h } from "./h";
import type { Mark } from "./marks";

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

/** Beyond this the field is a document; laying it out twice would be felt. */
const LONGEST = 60_000;

export class Mirror {
  private readonly text = h("div", { class: "mirror" });
  readonly element = h("div", { class: "mirror-clip", "aria-hidden": "true" }, this.text);
  private field: HTMLElement | null = null;

  /** Draws exactly these marks. */
  draw(editor: Editor, text: string, marks: readonly Mark[]): void {
    this.field = editor.element;
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
    this.place();
  }

  private copyStyle(editor: Editor): void {
    const source = getComputedStyle(editor.element);
    const target = this.text.style;
    for (const name of COPIED) target.setProperty(name, source.getPropertyValue(name));
    this.text.lang = attribute(editor.element, "lang") ?? editor.element.ownerDocument.documentElement.lang;
    target.boxSizing = "border-box";
    target.whiteSpace = editor.singleLine || attribute(editor.element, "wrap") === "off" ? "pre" : "pre-wrap";
    if (editor.singleLine) {
      // The one line stands in the middle of the field.
      const room = editor.element.clientHeight - Number.parseFloat(source.paddingTop) - Number.parseFloat(source.paddingBottom);
      target.lineHeight = `${room}px`;
    }
  }

  /** Follows the field: position, size, zoom by transform, scrolling inside. */
  place(): void {
    const field = this.field;
    if (!field || this.element.hidden) return;
    const rect = field.getBoundingClientRect();
    const scaleX = field.offsetWidth > 0 ? rect.width / field.offsetWidth : 1;
    const scaleY = field.offsetHeight > 0 ? rect.height / field.offsetHeight : 1;
    const clip = this.element.style;
    clip.left = `${rect.left + field.clientLeft * scaleX}px`;
    clip.top = `${rect.top + field.clientTop * scaleY}px`;
    clip.width = `${field.clientWidth}px`;
    clip.height = `${field.clientHeight}px`;
    clip.transformOrigin = "0 0";
    clip.transform = scaleX === 1 && scaleY === 1 ? "" : `scale(${scaleX}, ${scaleY})`;
    this.text.style.width = `${field.clientWidth}px`;
    this.text.style.transform = `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`;
  }

  clear(): void {
    this.text.replaceChildren();
  }
}
