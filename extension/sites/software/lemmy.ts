/** Lemmy's own pages, on whatever instance: a tree of lists; the reply box stands in the list item of what it answers. */

import type { SiteDescription } from "../description";

/** An icon of its sprite: what the control is, in every language. */
const icon = (name: string): string => `button:has(use[*|href$='#icon-${name}'])`;

export const lemmy: SiteDescription = {
  network: "lemmy",
  hosts: [],
  mark: "#app.lemmy-site",
  account: { handle: [{ at: "nav a[href^='/u/']", from: "href", pattern: /^\/u\/([^/?]+)/ }] },
  layouts: [
    {
      name: "web",
      comment: {
        item: "li.comment",
        text: ".comment-content",
        author: [{ at: "a[href^='/u/']:not(.md-div *)" }],
        handle: [{ at: "a[href^='/u/']:not(.md-div *)", from: "href", pattern: /^\/u\/([^/?]+)/ }],
        id: [{ at: "article[id^=comment-]", from: "id", pattern: /(\d+)$/ }],
        permalink: [{ at: "a[href^='/comment/']:not(.md-div *)", from: "href" }],
      },
      answers: { by: "nesting" },
      composers: [
        // Those below a comment are public wherever it is shown, in the inbox too.
        { editor: "li.comment textarea", visibility: "public", answers: [{ by: "inside" }], post: "[type=submit]", within: "form", enter: false },
        { editor: ".private-message textarea", visibility: "private", post: "[type=submit]", within: "form", enter: false },
        { editor: "textarea[id^=markdown-textarea-]", post: "[type=submit]", within: "form", enter: false },
      ],
      reply: icon("reply1"),
      moderation: {
        menu: ".dropdown-toggle",
        actions: [
          { action: "delete", at: `${icon("trash")},${icon("x")},${icon("purge")}` },
          { action: "report", at: icon("flag") },
          { action: "block", at: icon("ban") },
          // The same icon blocks the whole community.
          { action: "block", at: icon("slash"), named: /user|utilisateur/ },
        ],
        confirm: ".modal-footer [type=submit]",
      },
    },
  ],
};
