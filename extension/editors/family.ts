/**
 * What one kind of editable says of itself: how it is known, what its nodes hold beside the text, and the
 * one right way of writing into it. `rich.ts` does the rest, the same for all.
 */

import { attribute, tagOf } from "../shared/safe-dom";

/** How the nodes of an editable are read. */
export interface Reading {
  /** Selector of what is never posted: hints, holders of the caret, controls. */
  readonly skips: string;
  /** The posted text of an element that stands for characters of its own; null when its nodes are to be read. */
  atom(element: Element): string | null;
}

/** One kind of editable. */
export interface Family {
  readonly name: string;
  /** Selector of the editable itself; empty for the kind that takes all that is left. */
  readonly mark: string;
  readonly reading: Reading;
  /** Milliseconds between setting the selection and the moment the editor has surely seen it. */
  readonly settles: number;
  /** Writes over the selection, once. `text` may hold line ends, and is never empty. False when the editor would not have it. */
  write(editable: HTMLElement, text: string): boolean;
  /** Takes away what is selected, once. */
  erase(editable: HTMLElement): boolean;
}

/** Never posted, whoever made it. */
export const NEVER_POSTED = "script,style,noscript,template,textarea,select,input,svg,[hidden]";

/** Networks draw emoji as images and post their `alt`. A longer one describes a picture. */
const LONGEST_ALT = 32;

/** The text an image stands for; null for anything else, "" for a picture. */
export function imageText(element: Element): string | null {
  if (tagOf(element) !== "img") return null;
  const alt = attribute(element, "alt") ?? "";
  return alt.length > LONGEST_ALT ? "" : alt;
}

/** The reading that suits most: images by their `alt`, `skips` left out besides what never counts. */
export const reading = (skips = ""): Reading => ({ skips: skips === "" ? NEVER_POSTED : `${NEVER_POSTED},${skips}`, atom: imageText });

/** Measured: 60 ms are enough in both browsers, less is not in Chromium, where the words are then added instead of taking the place. */
export const SETTLES = 150;
