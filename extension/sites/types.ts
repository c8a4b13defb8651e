/** What a site knows of the place a reply is written in. It never inserts text. */

import type { ModerationAction, Visibility } from "../../pkg/wire";

/** The comment being answered, as far as the page tells. */
export interface ReplyContext {
  comment: string | null;
  author: string | null;
  network: string;
  visibility: Visibility;
  /** When the comment was written: ISO 8601, or null where the page only says « 2 h ». */
  time: string | null;
  /** The comment's own id on this network. */
  id: string | null;
  /** Address of the comment itself. */
  permalink: string | null;
  /** The most this box takes, where the page says so, in the unit this network counts in. */
  limit: number | null;
}

/** A comment of the page. */
export interface PageComment {
  /** The whole of it: what its menu, its reply button and its text are in. */
  readonly element: Element;
  text: string;
  author: string | null;
  time: string | null;
  id: string | null;
  permalink: string | null;
  /** We wrote it; null when the page does not tell who we are. */
  own: boolean | null;
}

/** A comment of the page, and whether we answered it; null when the page does not tell. */
export interface ThreadComment extends PageComment {
  answered: boolean | null;
}

/** An event that does, or confirms, a moderation of one comment. */
export interface ModerationIntent {
  action: ModerationAction;
  /** `act`: the item of a menu, or the button on the comment itself. `confirm`: the button of the dialog that asks once more. */
  stage: "act" | "confirm";
  control: Element;
  comment: PageComment;
}

/** Who we are on this page. */
export interface OwnAccount {
  /** Name as displayed, where the page shows it. */
  name: string | null;
  /** `@handle`, slug or id, without `@`, in lower case. */
  handle: string | null;
}

/** How well the site finds its way on this page. */
export type Recognition = "recognised" | "partly" | "not";

/** How one kind of page is read. */
export interface Site {
  /** The network's name, as the core knows it. */
  readonly network: string;
  /** Nobody has described the pages of this network: what is found on them is a guess. */
  readonly guesses: boolean;
  /** Whether this reply box is one the site knows, and not just any. */
  knows(editor: Element): boolean;
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
  /** Enter with Ctrl or Cmd posts here. */
  commandEnterPosts(editor: Element): boolean;
  /** Every comment to be seen on the page, in its order; at most `limit`. */
  thread(limit: number): ThreadComment[];
  /** Who we are; null when the page does not tell. */
  account(): OwnAccount | null;
  /**
   * A press the site must remember: a reply button, a menu that opens. Called for every trusted click, before
   * anything else. True when another comment may now be the one answered.
   */
  sees(path: readonly EventTarget[]): boolean;
  /** What a press on this path does to somebody's comment; null when it moderates nothing. */
  moderation(path: readonly EventTarget[]): ModerationIntent | null;
  /** The reply controls of a comment, to lead the user to « répondre plutôt ». */
  replyControl(comment: Element): Element | null;
  /** Whether the landmarks this site relies on are on the page. */
  recognise(): Recognition;
}
