/** What a site knows of the place a reply is written in. It never inserts text. */

import type { Visibility } from "../../pkg/wire";

/** The comment being answered, as far as the page tells. */
export interface ReplyContext {
  comment: string | null;
  author: string | null;
  network: string;
  visibility: Visibility;
}

/** How one kind of page is read. */
export interface Site {
  /** Which comment this editor answers. */
  context(editor: Element): ReplyContext;
  /** The control among the path of an event that posts this editor's text; null when none does. */
  postControl(path: readonly EventTarget[], editor: Element): Element | null;
  /** The controls that post this editor's text, as they stand now. */
  postControls(editor: Element): Element[];
  /** The form whose submission posts this editor's text. */
  ownsForm(form: HTMLFormElement, editor: Element): boolean;
  /** A plain Enter posts here. */
  enterPosts(editor: Element): boolean;
}
