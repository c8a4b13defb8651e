/**
 * Threads: no `<article>`, no `<button>`, hashed classes; a post is a pressable container. Its labels are translated:
 * structure comes first, words in French and English only tell one button from another.
 */

import type { SiteDescription } from "../description.ts";

const POST = "[data-pressable-container=true]";

/** The profile of an author, not one of the posts. */
const PROFILE = "a[href^='/@']:not([href*='/post/'])";

export const threads: SiteDescription = {
  network: "threads",
  hosts: ["www.threads.com", "threads.com", "www.threads.net", "threads.net"],
  account: { handle: [{ at: `${PROFILE}:has(svg[aria-label^='prof' i])`, from: "href", pattern: /^\/@([^/?]+)/ }] },
  layouts: [
    {
      name: "web",
      comment: {
        item: POST,
        // A quoted post.
        not: `${POST} ${POST}`,
        text: "[dir=auto]:not(a *,[role=button] *,time *,[contenteditable=true] *)",
        textIsLongest: true,
        author: [{ at: PROFILE }],
        handle: [{ at: PROFILE, from: "href", pattern: /^\/@([^/?]+)/ }],
        time: [{ at: "time", from: "datetime" }],
        id: [{ at: "a[href*='/post/']", from: "href", pattern: /\/post\/([\w-]+)/ }],
        permalink: [{ at: "a[href*='/post/']:has(time)", from: "href" }],
      },
      answers: { by: "next" },
      conversation: /\/post\//,
      composers: [
        {
          // In a dialog, with a copy of the post above it; below the post the page is about.
          editor: "[contenteditable=true][role=textbox]",
          answers: [{ by: "before", within: "[role=dialog]" }, { by: "shown", within: "[role=dialog]" }, { by: "main", outside: "[role=dialog]" }],
          post: "[role=button]",
          postNamed: /^(post|publier|poster|reply|repondre)$/,
          enter: false,
        },
      ],
      reply: `[role=button]:has(svg:is([aria-label=Reply],[aria-label^='Répon']))`,
      moderation: {
        menu: "[role=button]:has(svg:is([aria-label=More],[aria-label=Plus]))",
        // Who sees menus and dialogs as lists of buttons is not known.
        actions: (["delete", "hide", "block", "report"] as const).map((action) => ({ action, at: "[role=menuitem],[role=menu] [role=button]", named: true })),
        confirm: "[role=dialog] :is([role=button],button),[role=alertdialog] :is([role=button],button)",
        confirmNamed: true,
      },
    },
  ],
};
