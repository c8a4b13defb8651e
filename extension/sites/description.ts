/** A site as data: where things stand on its pages. `described.ts` makes a `Site` of it. */

import type { ModerationAction, Visibility } from "../../pkg/wire";

/** Where a value stands in an item. */
export interface Field {
  /** Selector below the item; the item itself where absent. */
  at?: string;
  /** Attribute that holds it; the text where absent. */
  from?: string;
  /** Its first group is the value; where it does not match there is none. */
  pattern?: RegExp;
  /** The value made of the groups, in the place of `$1`, `$2`… */
  as?: string;
}

/** What every comment, or every publication, of a page looks like. */
export interface ItemDescription {
  /** Selector of the whole of one. */
  item: string;
  /** What `item` selects besides, and is none. */
  not?: string;
  /** Where the whole has nothing to be known by, `item` selects one thing in it; the whole is the largest element that holds only one of these. */
  alone?: string;
  /** An attribute: an item within another of the same value is the same one again. */
  sameAs?: string;
  /** Selector of its words; those of items within it are not its own. */
  text: string;
  /** Within the words, what is not said by the author (quoted posts, translations). */
  textWithout?: string;
  /** Where nothing marks the words: the longest of what `text` selects. */
  textIsLongest?: true;
  author: readonly Field[];
  handle?: readonly Field[];
  time?: readonly Field[];
  id?: readonly Field[];
  permalink?: readonly Field[];
  /** On it, or in it, only when we wrote it. */
  own?: string;
}

/**
 * How answers stand to a comment: within it; further in the same `thread`, which begins with the comment that the
 * others answer; further in one long list; or, where there is one at most, as a `mark` in it.
 */
export type Answers =
  | { by: "nesting" }
  | { by: "thread"; thread: string }
  /** One long list where each `reply` answers the last item that is none. */
  | { by: "level"; reply: string }
  /** One long list: the next item; `begins`: items of the list that answer none before them. */
  | { by: "next"; begins?: string }
  /** One long list whose answers may name whom they answer; the one right below need not. */
  | { by: "naming"; whom: Field }
  /** `named`: how the text of the mark begins, folded. */
  | { by: "mark"; at: string; named?: RegExp };

/** A way from a composer to the comment it answers. */
export type Way =
  /** The composer is in the comment. */
  | { by: "inside" }
  /** The last comment before the composer, below the nearest `within`. */
  | { by: "before"; within: string }
  /**
   * The comment whose reply control was pressed last, if the composer stands below the nearest `within` of both, or
   * anywhere; and if its author is the one the box `shows`, where it shows one.
   */
  | { by: "pressed"; within?: string; shows?: { box: string; author: Field } }
  /** The same, as long as the text still begins with the name of its author: one box serves the whole page. */
  | { by: "mention" }
  /** One of the comment and its answers among which the box stands, below the nearest `within`: told by the press, by a name, or because there is no other. */
  | { by: "conversation"; within: string }
  /** The nearest `box` stands right after the comment. */
  | { by: "after"; box: string }
  /** The item the page is about: this one, else the one whose permalink is the page's address. A box in `outside` answers another. */
  | { by: "main"; item?: string; outside?: string }
  /** The comment of the page whose words are shown again with the composer, below the nearest `within`. */
  | { by: "shown"; within: string }
  /** A copy of the comment shown with the composer, below the nearest `within`. */
  | { by: "copy"; within: string; text: string; author?: readonly Field[] };

/** One kind of reply box. */
export interface ComposerDescription {
  /** The editor, or something it stands in. */
  editor: string;
  /** Only on pages of these addresses (path and query). */
  page?: RegExp;
  /** Read from the page's address and labels where absent. */
  visibility?: Visibility;
  /** Tried in order; the publication itself is answered where none leads anywhere. */
  answers?: readonly Way[];
  /** Whom the box says it answers: words of somebody else are not the answered ones. */
  named?: Field;
  /** Selector of the controls that post; those of comments the composer is not in are others. */
  post: string;
  /** What they are called, folded, where the selector alone is not enough. */
  postNamed?: RegExp;
  /** The controls are below the nearest of these; around the editor, nearest first, where absent. */
  within?: string;
  /** A plain Enter posts; where absent, as the page says. */
  enter?: boolean;
  /** Enter with Ctrl or Cmd posts; yes where absent. */
  commandEnter?: boolean;
  /** What the page itself says of the length: the most, as a number. */
  limit?: Field;
  /** The same told by what is left, in a text area. */
  left?: Field;
}

/** One control that moderates. */
export interface ModerationControl {
  action: ModerationAction;
  /** Selector of the control. */
  at: string;
  /** What it is called, folded, where the selector alone is not enough; the usual words where `true`. */
  named?: RegExp | true;
}

/** How comments are deleted, hidden and reported here. */
export interface ModerationDescription {
  /** Opens the menu of a comment, in which it stands. */
  menu?: string;
  actions: readonly ModerationControl[];
  /** In a dialog that asks once more, maybe shared with other actions. */
  confirm?: string;
  /** What that control is called, folded, where the selector alone is not enough; where `true`, as the action is, or « Confirmer ». */
  confirmNamed?: RegExp | true;
}

/** One of the DOMs a site serves. */
export interface Layout {
  name: string;
  comment: ItemDescription;
  /** Absent where the page does not tell. */
  answers?: Answers;
  /** Addresses of the pages that show one conversation (path and query); elsewhere, as in a home feed, who was answered is not told. */
  conversation?: RegExp;
  /** The publication under which the comments are; answered by a box in it, or in no other, that answers no comment. */
  post?: ItemDescription;
  composers: readonly ComposerDescription[];
  /** The control of a comment that opens its reply box. */
  reply?: string;
  /** What it is called, folded, where the selector alone is not enough. */
  replyNamed?: RegExp;
  moderation?: ModerationDescription;
}

/** One site. */
export interface SiteDescription {
  /** The network's name, as the core knows it. */
  network: string;
  /** Its host names, whole. */
  hosts: readonly string[];
  /** Software anybody may host: something only its pages have. */
  mark?: string;
  /** Tried in order. */
  layouts: readonly Layout[];
  /** Where the page shows who we are, searched in the whole page. */
  account?: { name?: readonly Field[]; handle?: readonly Field[] };
  /** Hosts of open shadow roots in which comments and composers also stand. */
  roots?: string;
}
