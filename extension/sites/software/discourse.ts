/**
 * Discourse, on any host: one composer at the foot of the window for all the posts of a topic. The composer, its title
 * and the posts are from the software's own source; who is signed in, private topics and the chat are from memory.
 */

import type { ComposerDescription, SiteDescription } from "../description";

const BOX = "[id=reply-control]";

const composer: ComposerDescription = {
  editor: BOX,
  answers: [{ by: "pressed", shows: { box: BOX, author: { at: ".action-title a.user-link", from: "href", pattern: /\/u\/([^/?]+)/ } } }],
  post: ".save-or-cancel .create",
  within: BOX,
  enter: false,
};

export const discourse: SiteDescription = {
  network: "discourse",
  hosts: [],
  mark: "meta[name=generator][content^=Discourse]",
  account: {
    handle: [
      { at: "[id=data-preloaded]", from: "data-preloaded", pattern: /"currentUser":"\{[^}]*?\\"username\\":\\"([^"\\]+)/ },
      { at: "[id=current-user] [href*='/u/']", from: "href", pattern: /\/u\/([^/?]+)/ },
    ],
  },
  layouts: [
    {
      name: "topic",
      comment: {
        item: "article[data-post-id]",
        text: ".cooked",
        textWithout: "aside.quote,aside.onebox",
        author: [{ at: ".names a[data-user-card]" }],
        handle: [{ at: ".names a[data-user-card]", from: "data-user-card" }],
        time: [{ at: ".post-date [data-time]", from: "data-time" }],
        id: [{ from: "data-post-id" }],
        permalink: [{ at: "a.post-date", from: "href" }],
      },
      answers: { by: "naming", whom: { at: ".reply-to-tab" } },
      composers: [
        { ...composer, editor: `body.archetype-private_message ${BOX}`, visibility: "private" },
        // A reply to the topic answers what opened it.
        { ...composer, editor: `${BOX}:has(.action-title a.topic-link)`, answers: [{ by: "main", item: "article[id=post_1]" }], visibility: "public" },
        { ...composer, visibility: "public" },
        { editor: ".chat-composer", post: ".chat-composer-button.-send", enter: true },
      ],
      reply: ".post-controls .reply,[id=topic-footer-buttons] .create",
      moderation: {
        actions: [
          { action: "delete", at: ".post-controls .delete" },
          { action: "report", at: ".post-controls .create-flag" },
        ],
        confirm: ".dialog-container .btn-danger,.dialog-container .btn-primary",
      },
    },
  ],
};
