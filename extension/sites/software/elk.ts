/** Elk, a client of Mastodon's: no class names to speak of, but roles and icons. */

import type { SiteDescription } from "../description";

const HANDLE = /\/@([^/?#]+)$/;
const ELK_ITEM = "[aria-roledescription=status-card],[aria-roledescription=status-details]";
const WIDGET = "[aria-roledescription=publish-widget]";
const icon = (name: string): string => `button:has([class~='i-ri:${name}'])`;

export const elk: SiteDescription = {
  network: "mastodon",
  hosts: ["elk.zone", "main.elk.zone"],
  account: { handle: [{ at: `${WIDGET} a[href*='/@']`, from: "href", pattern: HANDLE }] },
  layouts: [
    {
      name: "Elk",
      comment: {
        item: ELK_ITEM,
        // A quoted post.
        not: "[aria-roledescription] [aria-roledescription=status-card]",
        text: ".content-rich:not(a *)",
        author: [{ at: "a[href*='/@'] .content-rich" }],
        handle: [{ at: "a[href*='/@']", from: "href", pattern: HANDLE }],
        time: [{ at: "time", from: "datetime" }],
        id: [{ from: "id", pattern: /^status-(\w+)/ }],
        permalink: [{ at: "a:has(time)", from: "href" }],
      },
      answers: { by: "next" },
      conversation: /\/@[^/]+\/\d/,
      composers: (["private", "public"] as const).map((visibility) => ({
        editor: `${visibility === "private" ? ".bg-dm " : ""}.content-editor`,
        visibility,
        // The post alone has its box on its page; boxes of dialogs write something else.
        answers: [{ by: "main", item: "[aria-roledescription=status-details]", outside: "[role=dialog]" }] as const,
        post: ".publish-button",
        within: WIDGET,
        enter: false,
        limit: { at: "div[dir=ltr]", pattern: /^\s*\d+\s*\/\s*(\d+)\s*$/ },
      })),
      reply: icon("chat-1-line"),
      moderation: {
        menu: icon("more-line"),
        actions: [
          { action: "delete", at: `${icon("delete-bin-line")},${icon("eraser-line")}` },
          { action: "block", at: icon("forbid-2-line") },
          { action: "report", at: icon("flag-2-line") },
        ],
        confirm: "[role=dialog] [btn-solid]",
      },
    },
  ],
};
