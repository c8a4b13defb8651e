/** Bluesky: `data-testid` everywhere; the reply box lies over the page, with the words it answers above it. */

import type { SiteDescription } from "../description.ts";

const IN_THREAD = "[data-testid^=postThreadItem-by-]";
const PROFILE = "a[href^='/profile/']:not([href*='/post/'])";
/** Not of a quoted post, which is a link in the post: the opened one is none itself, the others are. */
const OWN = `:not([role=link] [role=link] *,${IN_THREAD}:not([role=link]) [role=link] *)`;
const BY = /^(?:postThreadItem|feedItem)-by-(.+)/;

export const bluesky: SiteDescription = {
  network: "bluesky",
  hosts: ["bsky.app"],
  account: { handle: [{ at: "nav a[href^='/profile/'],a:is([aria-label=Profile],[aria-label=Profil])[href^='/profile/']", from: "href", pattern: /^\/profile\/([^/]+)$/ }] },
  layouts: [
    {
      name: "web",
      comment: {
        item: `${IN_THREAD},[data-testid^=feedItem-by-]`,
        text: `:is([data-testid=postText],[data-word-wrap])${OWN}`,
        author: [{ at: `${PROFILE} [dir=auto]` }, { at: PROFILE }],
        handle: [{ from: "data-testid", pattern: BY }],
        id: [{ at: `a[href*='/post/']${OWN}`, from: "href", pattern: /\/post\/(\w+)/ }],
        permalink: [{ at: `a[href*='/post/']${OWN}`, from: "href", pattern: /^(\/profile\/[^/]+\/post\/\w+)/ }],
      },
      answers: { by: "next" },
      conversation: /\/post\//,
      composers: [
        {
          editor: "[data-testid=composePostView] [contenteditable=true]",
          visibility: "public",
          answers: [{ by: "shown", within: "[data-testid=composePostView]" }],
          post: "[data-testid=composerPublishBtn]",
          within: "[data-testid=composePostView]",
          enter: false,
        },
        // The chat: a plain text area, nothing else is.
        { editor: "textarea:not([role=dialog] *)", post: "textarea ~ [role=button]", enter: true },
      ],
      reply: "[data-testid=replyBtn]",
      moderation: {
        menu: "[data-testid=postDropdownBtn]",
        actions: [
          { action: "delete", at: "[data-testid=postDropdownDeleteBtn]" },
          // It also shows again, and detaches quotes.
          { action: "hide", at: "[data-testid=postDropdownHideBtn]", named: true },
          { action: "block", at: "[data-testid=postDropdownBlockBtn]" },
          { action: "report", at: "[data-testid=postDropdownReportBtn]" },
        ],
        confirm: "[data-testid=confirmBtn]",
      },
    },
  ],
};
