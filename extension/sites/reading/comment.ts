/** Which comment a reply box answers: found by structure and ARIA, read without what surrounds it. */

import { ancestors, attribute, byId, closest, closestComposed, containsComposed, follows, matches, previousElementOf, queryAll, queryDocument, textOf } from "../../shared/safe-dom";
import type { PageComment } from "../types";
import { readDetails } from "./fields";
import { readText, saysSomething, tidy } from "./text";

/** What can be nothing but a comment. */
const SURE = "[itemprop~=comment],[itemprop~=review],[itemtype$='/Comment'],[itemtype$='/Review'],[data-testid=tweet],[role=comment],.comment,.review";
const COMMENT = `article,[role=article],${SURE}`;
const LIST_ITEM = "li,[role=listitem]";
const BODY = "[itemprop=text],[itemprop=reviewBody],[itemprop=description],[data-testid=tweetText],[data-testid=expandable-text-box],[class*=comment-text i],[class*=comment-body i],[class*=comment__text i],[class*=comment-content i]";
const AUTHOR = "[itemprop=author],[rel~=author],[data-testid=User-Name],[class*=author i],[class*=username i],[class*=user-name i],header a,header strong,header b,header [dir=auto],h2,h3,h4,strong,b";
/** Bold words of the comment itself are not its author. */
const IN_THE_WORDS = `p,blockquote,${BODY}`;
const REPLYING_TO = /^(?:répondre à|en réponse à|votre réponse à|reply to|replying to|your reply to)\s+(.{1,60}?)(?:…|\.\.\.)?$/i;
const COMMENT_BY = /^(?:commentaire|réponse|avis|publication|comment|reply|review|post)\s+(?:de|d[’']|by|from)\s*(.{1,60}?)(?:,| il y a | \d|$)/i;

const REACH = 16;
const MOST_COMPARED = 200;

/** A comment of the page. */
export interface FoundComment {
  /** The whole of it. */
  readonly element: Element;
  text: string;
  author: string | null;
}

/** The text of a container without its controls, its answers and the reply box. */
function ownText(container: Element, editor: Element | null, author: Element | null): string {
  // What stands with the name is a date, a badge, a number of stars.
  const heads = (element: Element) => author !== null && (element === author || (matches(element, "header") && containsComposed(element, author)));
  return readText(container, (element) => heads(element) || matches(element, `${COMMENT},ul,ol,[role=list]`) || holds(element, editor));
}

const holds = (element: Element, editor: Element | null): boolean => editor !== null && containsComposed(element, editor);

/** Whether an element is among the words of a comment. */
function isSaid(element: Element, container: Element): boolean {
  const words = closest(element, IN_THE_WORDS);
  return words !== null && words !== container && containsComposed(container, words);
}

function authorElement(container: Element, editor: Element | null): Element | null {
  const belongs = (element: Element) =>
    !holds(element, editor) && closestComposed(element, COMMENT + "," + LIST_ITEM) === closestComposed(container, COMMENT + "," + LIST_ITEM) && !isSaid(element, container) && textOf(element).trim().length > 0 && textOf(element).length <= 80;
  return queryAll(container, AUTHOR, 12).find(belongs) ?? null;
}

function authorName(container: Element, found: Element | null): string | null {
  const named = COMMENT_BY.exec(attribute(container, "aria-label") ?? "")?.[1];
  const name = tidy((found && textOf(found).split("\n")[0]) ?? "") || named?.trim() || "";
  return name === "" ? null : name.slice(0, 60);
}

/** Reads one container as a comment; null when nothing is said in it, unless `wordless` ones count. */
function readComment(container: Element, editor: Element | null, wordless = false): FoundComment | null {
  const found = authorElement(container, editor);
  const bodies = queryAll(container, BODY, 12).filter(
    (body) => !holds(body, editor) && closestComposed(body, COMMENT) === closestComposed(container, COMMENT),
  );
  const outermost = bodies.filter((body) => !bodies.some((other) => other !== body && containsComposed(other, body)));
  const text = outermost.length > 0 ? outermost.map((body) => ownText(body, editor, null)).join("\n") : ownText(container, editor, found);
  return wordless || saysSomething(text) ? { element: container, text: tidy(text), author: authorName(container, found) } : null;
}

/** The comment the box itself points at. */
function referenced(editor: Element): FoundComment | null {
  for (const name of ["aria-details", "aria-describedby", "aria-labelledby"]) {
    for (const id of (attribute(editor, name) ?? "").split(/\s+/).filter(Boolean)) {
      const target = byId(editor, id);
      const container = target && closestComposed(target, COMMENT);
      if (container && !containsComposed(container, editor)) return readComment(container, editor);
    }
  }
  return null;
}

/** A block just before the branch that holds the editor: a comment, or something wrapping exactly one; `page` after several. */
function beforeBranch(branch: Element, editor: Element): FoundComment | "page" | null {
  let sibling = previousElementOf(branch);
  for (let steps = 0; sibling && steps < 3; steps++, sibling = previousElementOf(sibling)) {
    if (matches(sibling, COMMENT)) return readComment(sibling, editor);
    const inside = queryAll(sibling, COMMENT, 2);
    // Several comments before the box: it answers the page, not the last of them.
    if (inside.length > 1) return "page";
    if (inside[0]) return readComment(inside[0], editor);
    // Inside a comment, a paragraph before the box is a part of it: its text, or its row of buttons.
    const said = matches(sibling, "blockquote,p:not(form *)") && !closestComposed(editor, COMMENT) ? readComment(sibling, editor) : null;
    if (said) return said;
  }
  return null;
}

function inDialog(dialog: Element, editor: Element): FoundComment | null {
  const before = queryAll(dialog, COMMENT, 20).filter((item) => follows(item, editor) && !containsComposed(item, editor));
  const last = before.at(-1);
  return last ? readComment(last, editor) : null;
}

/** The comment this editor answers; null when the page does not tell. */
export function commentFor(editor: Element): PageComment | null {
  const direct = referenced(editor);
  const named = REPLYING_TO.exec((attribute(editor, "aria-label") ?? attribute(editor, "placeholder") ?? "").trim())?.[1] ?? null;
  const found = direct ?? climb(editor);
  return found && { ...found, ...detailsOf(found.element), own: null, author: found.author ?? named };
}

function climb(editor: Element): FoundComment | null {
  let branch = editor;
  for (const area of ancestors(editor, REACH)) {
    const before = matches(branch, "body,html") ? null : beforeBranch(branch, editor);
    if (before) return before === "page" ? null : before;
    if (matches(area, COMMENT) || (matches(area, LIST_ITEM) && !matches(area, "nav *"))) {
      const found = readComment(area, editor);
      if (found) return found;
    }
    if (matches(area, "dialog,[role=dialog]")) return inDialog(area, editor);
    if (matches(area, "body,main,[role=main]")) return null;
    branch = area;
  }
  return null;
}

/** Where what is not said in a comment stands, by microdata or by use. */
const DETAILS = {
  time: [{ at: "time", from: "datetime" }, { at: "[itemprop~=datePublished],[itemprop~=dateCreated]", from: "content" }],
  id: [{ from: "data-comment-id" }, { from: "data-review-id" }, { from: "data-id" }, { from: "id" }],
  permalink: [{ at: "a[itemprop~=url],a[href]:has(time),a[rel~=bookmark]", from: "href" }],
};

const detailsOf = (container: Element) => readDetails(container, DETAILS, (inner) => closestComposed(inner, COMMENT) === closestComposed(container, COMMENT));

/** One container as a comment of the page; null when nothing is said in it, unless `wordless` ones count. */
function pageComment(container: Element, wordless = false): PageComment | null {
  const found = readComment(container, null, wordless);
  return found && { ...found, ...detailsOf(container), own: null };
}

/** An article with comments in it is what they are about. */
const isComment = (container: Element): boolean => matches(container, SURE) || queryAll(container, SURE, 1).length === 0;

/** A comment that begins another is the same one, without its answers. */
const begun = (container: Element): Element | null => queryAll(container, ":scope > :first-child", 1).find((first) => matches(first, COMMENT)) ?? null;

/** Every comment of the page, in its order; each with its answers, where they stand in it. */
export function commentsOfPage(limit: number): PageComment[] {
  // Where some can be nothing but comments, an article among none of them is something else.
  const kind = queryDocument(SURE, 1).length > 0 ? SURE : COMMENT;
  const containers = queryDocument(COMMENT, limit * 3).filter((container) => isComment(container) && closestComposed(container, kind) !== null);
  const inner = new Set(containers.map(begun));
  const found = containers.filter((container) => !inner.has(container)).map((container) => {
    const read = pageComment(begun(container) ?? container);
    return read && { ...read, element: container };
  });
  return found.filter((read) => read !== null).slice(0, limit);
}

/** The comment an element stands in, be it a mere picture; null where it stands in none. */
export function commentAround(element: Element): PageComment | null {
  const container = closestComposed(element, COMMENT);
  if (container) return pageComment(container, true);
  const item = closestComposed(element, LIST_ITEM);
  return item && !matches(item, "nav *,[role=menu] *") ? pageComment(item) : null;
}

/** The comment of the page that `quote` repeats; the quote itself where none is found. */
export function commentQuoted(quote: Element): PageComment | null {
  const quoted = pageComment(quote);
  const original = quoted && queryDocument(COMMENT, MOST_COMPARED).find((one) => !containsComposed(one, quote) && !containsComposed(quote, one) && readComment(one, null)?.text === quoted.text);
  return original ? pageComment(original) : quoted;
}
