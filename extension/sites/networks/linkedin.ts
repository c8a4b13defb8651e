/**
 * LinkedIn serves two DOMs, chosen per view and per account: V1 (Ember, named classes, Quill) and V2 (hashed classes,
 * `componentkey`, TipTap). Message boxes and some dialogs stand in the shadow root of `#interop-outlet`. Menus,
 * confirmations and all French labels are unconfirmed.
 */

import type { Field, Layout, ModerationControl, SiteDescription } from "../description.ts";

const ACTIONS = ["delete", "hide", "block", "report"] as const;
const acts = (at: string): ModerationControl[] => ACTIONS.map((action) => ({ action, at, named: true }));

/** `urn:li:comment:(activity:1,2)`, `urn:li:comment:(urn:li:ugcPost:1,2)`: the publication, the comment. */
const URN = /urn:li:comment:\((?:urn:li:)?((?:activity|ugcPost):\d+),(\d+)\)/;
const ADDRESS = "/feed/update/urn:li:$1/?dashCommentUrn=urn%3Ali%3Afsd_comment%3A%28$2%2Curn%3Ali%3A$1%29";
const fromUrn = (from: string): { id: Field[]; permalink: Field[] } => ({
  id: [{ from, pattern: URN, as: "$2" }],
  permalink: [{ from, pattern: URN, as: ADDRESS }],
});

const SLUG = /\/(?:in|company|school)\/([^/?]+)/;
/** On what the acting account wrote, in both DOMs. */
const OWN = ":is([aria-label^='View: '][aria-label$=' You'],[aria-label^='Voir : '][aria-label$=' Vous'])";

/** Enter sends where the member has chosen so; the page does not say. */
const messages = {
  editor: ".msg-form__contenteditable",
  visibility: "private",
  post: "button.msg-form__send-button",
  enter: true,
} as const;

const THREAD = ".comments-thread-entity,.comments-comment-entity:not(.comments-comment-entity--reply,.comments-thread-entity *)";

const ember: Layout = {
  name: "v1",
  comment: {
    item: "article.comments-comment-entity[data-id^='urn:li:comment:']",
    text: ".comments-comment-item__main-content",
    author: [{ at: ".comments-comment-meta__description-title" }],
    handle: [{ at: "a.comments-comment-meta__description-container", from: "href", pattern: SLUG }],
    ...fromUrn("data-id"),
    own: OWN,
  },
  answers: { by: "thread", thread: THREAD },
  post: {
    item: ".feed-shared-update-v2[data-urn]",
    text: ".feed-shared-update-v2__description,.update-components-update-v2__commentary",
    author: [{ at: ".update-components-actor__title [aria-hidden=true]" }, { at: ".update-components-actor__title" }],
  },
  composers: [
    messages,
    {
      editor: ".comments-comment-box--reply .ql-editor",
      answers: [{ by: "conversation", within: ".feed-shared-update-v2,main,body" }],
      post: "button[class*='comments-comment-box__submit-button']",
      within: "form",
      enter: false,
      commandEnter: false,
    },
    {
      editor: ".comments-comment-box__form .ql-editor",
      post: "button[class*='comments-comment-box__submit-button']",
      within: "form",
      enter: false,
      commandEnter: false,
    },
  ],
  reply: "button[class*='reply-action-button']",
  moderation: {
    menu: ".comment-options-trigger,.comment-options-trigger *,.comments-comment-meta button[aria-haspopup],.comments-comment-meta button[aria-expanded]",
    actions: acts("[role=button],[role=menuitem],.artdeco-dropdown__item"),
    confirm: ".artdeco-modal__confirm-dialog-btn",
    confirmNamed: true,
  },
};

const COMMENT = "[componentkey^='replaceableComment_urn:li:comment:(']";
const POST = "[componentkey^='expandedPostKeyFeedType_'],[id^=expanded][id$=FeedType_FEED_DETAIL]";

const sdui: Layout = {
  name: "v2",
  comment: {
    item: COMMENT,
    sameAs: "componentkey",
    text: "[data-testid=expandable-text-box]",
    author: [
      { at: "svg[aria-label]", from: "aria-label", pattern: /^View (.+)['’]s profile$/ },
      { at: "svg[aria-label]", from: "aria-label", pattern: /^Voir le profil de (.+)$/ },
      { at: "a[href*='/in/'],a[href*='/company/']", pattern: /^\s*(.+?)\s*(?:[•·].*)?$/s },
    ],
    handle: [{ at: "a[href*='/in/'],a[href*='/company/']", from: "href", pattern: SLUG }],
    ...fromUrn("componentkey"),
    own: OWN,
  },
  // No sign of which comment a reply belongs to is known but its place.
  answers: { by: "next" },
  post: { item: POST, text: "[componentkey^='feed-commentary_']", author: [], own: `${OWN}:not(${COMMENT} *)` },
  composers: [
    messages,
    {
      // The box of the publication and those of comments say the same of themselves.
      editor: "[componentkey^='commentBox-'] [contenteditable=true][role=textbox]",
      answers: [{ by: "inside" }, { by: "conversation", within: `${POST},[componentkey*=pagedCommentsContainer],[data-testid*=commentList]` }],
      post: "[componentkey*=commentButtonSection] button,button[componentkey*=commentButtonSection]",
      enter: false,
      commandEnter: false,
    },
  ],
  reply: "button",
  replyNamed: /^(reply|repondre)\b/,
  moderation: {
    menu: "[aria-label^='View more options for '],[aria-label^='Open options for '],[aria-label^='Voir plus d'],[aria-label^='Ouvrir les options ']",
    actions: acts("[role=menuitem],[role=menu] [role=button]"),
    confirm: "[role=alertdialog] button,[role=dialog] button",
    confirmNamed: true,
  },
};

export const linkedin: SiteDescription = {
  network: "linkedin",
  hosts: ["www.linkedin.com"],
  roots: "#interop-outlet",
  account: { name: [{ at: "img.global-nav__me-photo", from: "alt", pattern: /^(?:Photo (?:de|of) )?(.+)$/ }] },
  layouts: [sdui, ember],
};
