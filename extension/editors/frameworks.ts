/**
 * Editables kept by a framework: the DOM is only the picture of a model.
 *
 * A framework is known by a mark on its editable, not by the site. Each wants its own way of inserting;
 * what they share is in `rich-insert.ts`. A framework that needs more gets a mechanism file of its own.
 */

import { closest, matches } from "../shared/safe-dom";

export type Framework = "draft" | "lexical" | "quill" | "prosemirror" | "slate" | "plain";

const MARKS: ReadonlyArray<readonly [Framework, string]> = [
  ["draft", ".public-DraftEditor-content,.DraftEditor-root *"],
  ["lexical", "[data-lexical-editor=true]"],
  ["quill", ".ql-editor"],
  ["prosemirror", ".ProseMirror"],
  ["slate", "[data-slate-editor]"],
];

/** The framework that owns this editable. */
export function frameworkOf(editable: Element): Framework {
  return MARKS.find(([, mark]) => matches(editable, mark) || closest(editable, mark))?.[0] ?? "plain";
}
