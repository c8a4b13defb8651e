/**
 * YouTube: the watch page and Shorts, the live chat (a frame of its own), and Studio. Custom elements whose parts have the
 * same ids everywhere: nothing is searched but below its own component.
 */

import type { Field, ModerationControl, SiteDescription } from "../description.ts";

/** A comment's own address has its id; a reply's id begins with that of the comment it answers. */
const address = (at: string): Field => ({ at, from: "href" });
const id = (at: string): Field => ({ at, from: "href", pattern: /[?&]lc=([\w.-]+)/ });
const TIME = "[id=published-time-text] a[href*='lc='],.published-time-text a[href*='lc='],a.published-time-text[href*='lc=']";
const actions: readonly ModerationControl[] = (["delete", "hide", "report"] as const).map((action) => ({
  action,
  at: "ytd-menu-service-item-renderer,tp-yt-paper-item",
  named: true,
}));

const comment = {
  text: "[id=content-text]",
  author: [{ at: "[id=author-text]" }],
  handle: [
    { at: "[id=author-text][href],[id=author-text] a", from: "href", pattern: /^\/@([^/?]+)/ },
    { at: "[id=author-text]", pattern: /^\s*@(\S+)/ },
  ],
  id: [id(TIME)],
  permalink: [address(TIME)],
} as const;

export const youtube: SiteDescription = {
  network: "youtube",
  hosts: ["www.youtube.com", "studio.youtube.com"],
  account: {
    handle: [
      // In the menu of the account once it was opened; else on our own videos, which lead to their figures (unverified).
      { at: "ytd-active-account-header-renderer [id=channel-handle]" },
      { at: "ytd-watch-metadata:has(a[href*='//studio.youtube.com/']) ytd-video-owner-renderer a[href^='/@']", from: "href", pattern: /^\/@([^/?]+)/ },
    ],
    name: [
      { at: "yt-live-chat-message-input-renderer [id=author-name]" },
      // On the pages of a video its title stands at the same place.
      { at: "ytcp-navigation-drawer:has([id=overlay-link-to-youtube][href*='/channel/']) [id=entity-name]" },
    ],
  },
  layouts: [
    {
      name: "watch",
      comment: { ...comment, item: "ytd-comment-view-model,ytd-comment-renderer" },
      answers: { by: "thread", thread: "ytd-comment-thread-renderer" },
      composers: [
        { editor: "ytd-commentbox", visibility: "public", answers: [{ by: "inside" }], post: "[id=submit-button] button", within: "ytd-commentbox", enter: false },
      ],
      reply: "[id=reply-button-end] button",
      moderation: {
        menu: "[id=action-menu] button",
        actions,
        confirm: "yt-confirm-dialog-renderer [id=confirm-button] button",
      },
    },
    {
      name: "studio",
      // The mark of our own comments is from one source.
      comment: { ...comment, item: "ytcp-comment", own: "ytcp-author-comment-badge" },
      answers: { by: "thread", thread: "ytcp-comment-thread" },
      // Builds of 2026 have no id on the button: it is then found by its name.
      composers: [
        {
          editor: "ytcp-commentbox,ytcp-commentbox-lit",
          // Studio calls its list of comments an inbox.
          visibility: "public",
          answers: [{ by: "inside" }, { by: "pressed", within: "ytcp-comment-thread" }],
          post: "[id=submit-button] button,button[id=submit-button]",
          enter: false,
        },
      ],
      reply: "[id=reply-button] button,button[id=reply-button],ytcp-comment-button[id=reply-button]",
      moderation: {
        menu: "[id=action-menu] button,[id=action-menu-button],[aria-haspopup=menu]",
        actions,
        confirm: "ytcp-confirmation-dialog [id=confirm-button],ytcp-confirmation-dialog [id=confirm-button] button",
      },
    },
    {
      // Its messages are verified; its menu, its counter and its button are from memory.
      name: "live chat",
      comment: { item: "yt-live-chat-text-message-renderer", text: "[id=message]", author: [{ at: "[id=author-name]" }], id: [{ from: "id" }] },
      composers: [
        {
          editor: "yt-live-chat-text-input-field-renderer",
          visibility: "public",
          post: "[id=send-button] button",
          enter: true,
          limit: { at: "yt-live-chat-message-input-renderer [id=count]", pattern: /\/\s*(\d+)/ },
        },
      ],
      moderation: {
        menu: "[id=menu] button",
        actions,
        confirm: "yt-confirm-dialog-renderer [id=confirm-button] button",
      },
    },
  ],
};
