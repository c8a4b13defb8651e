/** Mastodon's own pages, on whatever instance. */

import type { Layout, SiteDescription } from "../description";

const CONVERSATION = /\/@[^/]+\/\d/;
const HANDLE = /\/@([^/?#]+)$/;
/** « Masquer @… » mutes somebody: nothing is hidden from anybody else. */
const MENU = (["delete", "block", "report"] as const).map((action) => ({ action, at: "[role=menuitem],.dropdown-menu__item :is(a,button)", named: true as const }));

/** One box for everything, in a column or below the post. It shows what it answers. */
const BOX = {
  answers: [{ by: "shown", within: ".compose-form" }, { by: "copy", within: ".compose-form", text: ".reply-indicator__content", author: [{ at: ".reply-indicator .display-name__html" }] }],
  post: "button[type=submit]",
  within: ".compose-form",
  enter: false,
  left: { at: ".character-counter" },
} as const;

const COMPOSERS = [
  // Written to those it mentions alone.
  { ...BOX, editor: ".compose-form:has(.dropdown-button .icon-at) textarea", visibility: "private" },
  { ...BOX, editor: ".compose-form textarea", visibility: "public" },
] as const;

const MODERATION = {
  menu: "button:has(.icon-ellipsis-h),button[aria-haspopup=menu]",
  actions: MENU,
  confirm: ".safety-action-modal__actions button:not(.link-button)",
} as const;

const web: Layout = {
  name: "web",
  comment: {
    item: ".status[data-id],.detailed-status__wrapper",
    // Quoted, or shown with the box.
    not: ".status--is-quote,.compose-form *",
    text: ".status__content__text",
    // The part of links nobody sees, and what stands for a quoted post elsewhere.
    textWithout: ".invisible,.quote-inline",
    author: [{ at: ":is(.status__display-name,.detailed-status__display-name) :is(.display-name__html,bdi)" }],
    handle: [{ at: ".status__display-name,.detailed-status__display-name", from: "href", pattern: HANDLE }],
    time: [{ at: ".status__relative-time time", from: "datetime" }],
    id: [{ from: "data-id" }, { at: ".detailed-status__datetime", from: "href", pattern: /\/(\d+)$/ }],
    permalink: [{ at: ".status__relative-time,.detailed-status__datetime", from: "href" }],
  },
  answers: { by: "next", begins: ".status--first-in-thread" },
  conversation: CONVERSATION,
  composers: COMPOSERS,
  reply: ".status__action-bar button:has(.icon-reply,.icon-reply-all),.detailed-status__action-bar button:has(.icon-reply,.icon-reply-all)",
  moderation: MODERATION,
};

/** Classes hashed, the same attributes: what instances turn on from the end of 2026. Known from its source alone. */
const hashed: Layout = {
  name: "hashed classes",
  comment: {
    item: "article[data-id]:has(> header)",
    not: "article article,.compose-form *",
    text: "article > div > [lang]",
    textWithout: ".invisible,.quote-inline",
    author: [{ at: "header p a[data-hover-card-account]" }],
    handle: [{ at: "header a[data-hover-card-account]", from: "href", pattern: HANDLE }],
    time: [{ at: "header time", from: "datetime" }],
    id: [{ from: "data-id" }],
    permalink: [{ at: "header a:has(time)", from: "href" }],
  },
  answers: { by: "next" },
  conversation: CONVERSATION,
  composers: COMPOSERS,
  reply: "article footer > div > button:first-child",
  moderation: MODERATION,
};

export const mastodon: SiteDescription = {
  network: "mastodon",
  hosts: ["mastodon.social"],
  mark: "#mastodon.app-holder",
  account: {
    name: [{ at: ".navigation-bar .display-name__html" }],
    handle: [{ at: ".navigation-bar .account__display-name", from: "href", pattern: HANDLE }, { at: ".navigation-bar .display-name__account" }],
  },
  layouts: [web, hashed],
};
