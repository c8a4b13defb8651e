/**
 * TikTok: the comments of a video, and those of Studio at `/tiktokstudio/comment`. Classes are hashed before a readable
 * ending; both DOMs change several times a year.
 */

import type { ModerationControl, SiteDescription } from "../description.ts";

const THREAD = "[class*=DivCommentObjectWrapper],[class*=DivCommentItemContainer]";
const PROFILE = /^\/@([^/?]+)/;
/** What the « ··· » of a comment opens, at the end of the page. */
const MENU_ITEMS = "[data-floating-ui-portal] button,[role=menuitem]";

const actions: readonly ModerationControl[] = [
  { action: "delete", at: "[data-e2e=comment-delete]" },
  { action: "report", at: "[data-e2e=comment-report]" },
  { action: "delete", at: MENU_ITEMS, named: true },
  { action: "report", at: MENU_ITEMS, named: true },
  { action: "block", at: MENU_ITEMS, named: true },
];

export const tiktok: SiteDescription = {
  network: "tiktok",
  hosts: ["www.tiktok.com"],
  account: { handle: [{ at: "a[data-e2e=nav-profile],a:has(> [data-e2e=profile-icon]),[data-e2e=profile-icon] a", from: "href", pattern: /\/@([^/?]+)/ }] },
  layouts: [
    {
      name: "video",
      comment: {
        item: "[class*=DivCommentItemWrapper],[class*=DivCommentContentContainer]",
        text: "[data-e2e^=comment-level-]",
        author: [{ at: "[data-e2e^=comment-username-] a" }, { at: "[data-e2e^=comment-username-]", pattern: /^([^·]+)/ }],
        handle: [{ at: "a[href^='/@']", from: "href", pattern: PROFILE }],
        id: [{ from: "id", pattern: /^(\d+)$/ }],
      },
      answers: { by: "thread", thread: THREAD },
      // The box at the end of the list may answer anyone: only one within a thread tells whom.
      composers: [
        { editor: "[data-e2e=comment-input]", visibility: "public", answers: [{ by: "pressed", within: THREAD }], post: "[data-e2e=comment-post]", enter: true },
      ],
      reply: "[data-e2e^=comment-reply-]",
      moderation: {
        menu: "[data-e2e=comment-more-icon],[aria-haspopup=dialog],[aria-label=more]",
        actions,
        confirm: "[class*=DivModalContainer] button",
        confirmNamed: true,
      },
    },
    {
      // Seen in October 2026, but for the menu.
      name: "studio",
      comment: {
        item: "[data-tt=components_CommentCell_FlexColumn]",
        text: "[data-tt=components_TUXTextWithMention_TUXText]",
        author: [{ at: "a[data-tt=components_MessageCell_a]" }],
        handle: [{ at: "a[data-tt=components_MessageCell_a]", from: "href", pattern: PROFILE }],
      },
      // The button bears no mark: it is found by its name.
      composers: [
        { editor: "textarea[id=comment-input]", visibility: "public", answers: [{ by: "inside" }, { by: "pressed" }], post: "[data-e2e=comment-post]", enter: true },
      ],
      moderation: { menu: "[aria-haspopup]", actions, confirm: "[role=dialog] button", confirmNamed: true },
    },
  ],
};
