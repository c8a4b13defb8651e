/** The words of a comment, as people see them: line ends and emoji kept, controls left out. */

import { attribute, childrenOf, matches, tagOf } from "../../shared/safe-dom";

const MOST_NODES = 500;
const LONGEST = 6000;
const INLINE = /^(a|span|em|i|b|strong|u|mark|bdi|bdo|small|code|font|yt-attributed-string|yt-formatted-string)$/;

/** What is never part of a comment's words. */
export const CONTROLS =
  "button,[role=button],form,textarea,input,select,nav,menu,script,style,template,noscript,svg,time,footer,[aria-hidden=true],[hidden],[contenteditable=true],[contenteditable=''],[role=toolbar],[role=menu],[role=group][aria-label]";

/** Blanks and empty lines made one. */
export function tidy(text: string): string {
  return text.replaceAll(/[^\S\n]+/gu, " ").replaceAll(/ ?\n[\s]*/gu, "\n").trim().slice(0, LONGEST);
}

/** The words of `container`, without the elements that `skips` names. */
export function readText(container: Element, skips: (element: Element) => boolean): string {
  let text = "";
  let visited = 0;
  const walk = (node: Node): void => {
    for (const child of childrenOf(node)) {
      if (++visited > MOST_NODES || text.length > LONGEST) return;
      if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue ?? "";
      if (!(child instanceof Element)) continue;
      const tag = tagOf(child);
      if (tag === "br") text += "\n";
      // Networks draw emoji as images.
      else if (tag === "img") text += (attribute(child, "alt") ?? "").slice(0, 8);
      else if (!matches(child, CONTROLS) && !skips(child)) {
        const end = INLINE.test(tag) ? "" : "\n";
        text += end;
        walk(child);
        text += end;
      }
    }
  };
  walk(container);
  return tidy(text);
}

/** Whether something is said: two letters at least, in any script. */
export const saysSomething = (text: string): boolean => /\p{L}.*\p{L}/su.test(text);
