/** Phanpy, a client of Mastodon's: the reply box lies over the page, with the post it answers above it. */

import type { SiteDescription } from "../description";

export const phanpy: SiteDescription = {
  network: "mastodon",
  hosts: ["phanpy.social"],
  mark: "meta[name=description][content='Minimalistic opinionated Mastodon web client']",
  layouts: [
    {
      name: "Phanpy",
      comment: {
        item: "article.status[data-state-post-id]",
        // Quoted, or shown with the box.
        not: ".status-card,#compose-container *",
        text: ".inner-content",
        textWithout: ".invisible,.quote-inline",
        author: [{ at: ".meta .name-text b" }],
        handle: [{ at: ".meta .name-text", from: "title", pattern: /@([\w.-]+(?:@[\w.-]+\w)?)\)?$/ }],
        time: [{ at: ".meta .time time,time.created", from: "datetime" }],
        id: [{ from: "data-state-post-id", pattern: /(\d+)$/ }],
        permalink: [{ at: ".meta a.time,.extra-meta a:has(time)", from: "href" }],
      },
      answers: { by: "thread", thread: "li" },
      composers: (["private", "public"] as const).map((visibility) => ({
        editor: `#compose-container ${visibility === "private" ? ".form-visibility-direct " : ""}textarea[name=status]`,
        visibility,
        answers: [{ by: "shown", within: "#compose-container" }, { by: "copy", within: "#compose-container", text: ".status-preview .inner-content", author: [{ at: ".status-preview .name-text b" }] }] as const,
        post: "button[type=submit]",
        within: "#compose-container form",
        enter: false,
        limit: { at: "meter", from: "max" },
      })),
      reply: ".reply-button",
      moderation: { menu: ".meta a.time,.more-button", actions: (["delete","block","report"] as const).map((action) => ({ action, at: "[role=menuitem]", named: true })) },
    },
  ],
};
