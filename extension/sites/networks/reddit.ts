/**
 * Reddit: the present site (comments are elements with their data in attributes; the row of actions and the menus are in
 * open shadow roots), and the old one.
 */

import type { SiteDescription } from "../description.ts";

export const reddit: SiteDescription = {
  network: "reddit",
  hosts: ["www.reddit.com", "sh.reddit.com", "old.reddit.com"],
  account: {
    handle: [
      { at: "[id=user-drawer-content] a[href*='/user/'],[id=header] .user a[href*='/user/']", from: "href", pattern: /\/user\/([^/?]+)/ },
      { at: "rs-current-user", from: "display-name" },
    ],
  },
  roots: "shreddit-comment-action-row",
  layouts: [
    {
      name: "shreddit",
      comment: {
        item: "shreddit-comment",
        text: "[id$='-comment-rtjson-content']",
        author: [{ from: "author" }],
        handle: [{ from: "author" }],
        time: [{ from: "created" }],
        id: [{ from: "thingid" }],
        permalink: [{ from: "permalink" }],
      },
      answers: { by: "nesting" },
      post: {
        item: "shreddit-post",
        text: "[slot=title],[slot=text-body]",
        author: [{ from: "author" }],
        handle: [{ from: "author" }],
        time: [{ from: "created-timestamp" }],
        id: [{ from: "id" }],
        permalink: [{ from: "permalink" }],
      },
      composers: [
        {
          editor: "shreddit-composer,comment-composer-host",
          visibility: "public",
          answers: [{ by: "inside" }, { by: "after", box: "comment-composer-host" }],
          post: "button[slot=submit-button]",
          within: "shreddit-composer",
          enter: false,
        },
      ],
      reply: "[noun=reply_comment] button,button[slot=comment-reply]",
      moderation: {
        menu: "shreddit-overflow-menu",
        actions: (["delete", "report", "block"] as const).map((action) => ({ action, at: "[role=menuitem],li", named: true })),
        // The dialog stands in a shadow root of its own: nothing but the name of its button tells it.
        confirm: "button",
        confirmNamed: true,
      },
    },
    {
      name: "old",
      comment: {
        item: ".thing.comment",
        text: ".entry .usertext-body .md",
        author: [{ from: "data-author" }],
        handle: [{ from: "data-author" }],
        time: [{ at: ".tagline time", from: "datetime" }],
        id: [{ from: "data-fullname" }],
        permalink: [{ from: "data-permalink" }],
      },
      answers: { by: "nesting" },
      post: {
        item: ".thing.link",
        text: "a.title,.usertext-body .md",
        author: [{ from: "data-author" }],
        handle: [{ from: "data-author" }],
        time: [{ at: ".tagline time", from: "datetime" }],
        id: [{ from: "data-fullname" }],
        permalink: [{ from: "data-permalink" }],
      },
      composers: [
        { editor: ".commentarea .usertext-edit", visibility: "public", answers: [{ by: "inside" }], post: ".usertext-buttons .save", within: "form", enter: false },
        { editor: ".usertext-edit", answers: [{ by: "inside" }], post: ".usertext-buttons .save", within: "form", enter: false },
      ],
      reply: ".reply-button a",
      moderation: {
        actions: [
          { action: "delete", at: ".del-button .togglebutton,.remove-button .togglebutton" },
          { action: "report", at: ".reportbtn" },
        ],
        confirm: ".del-button .yes,.remove-button .yes",
      },
    },
  ],
};
