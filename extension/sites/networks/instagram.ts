/**
 * Instagram: classes are hashed and change often; what stays are the addresses of links and `time`. One box serves
 * the whole publication: which comment is answered is only known from the press on its « Répondre », and from the
 * name this writes in the box. French labels and the shape of the box (text area or editable) are unconfirmed.
 */

import type { SiteDescription } from "../description.ts";

const PROFILE = "a[href^='/']:not([href*='/p/'],[href*='/reel/'],[href*='/explore/'])";
const EDITABLE = "[contenteditable=true][role=textbox]";
const CONTROL = ":is(button,[role=button])";
const HANDLE = /^\/([\w.]+)\/?$/;
const NAMED = /^(delete|supprimer)\b/;

export const instagram: SiteDescription = {
  network: "instagram",
  hosts: ["www.instagram.com"],
  account: {
    // The side bar: in the publication every picture of a profile looks the same.
    handle: [{ at: "a[href^='/']:has(img:is([alt*='profile picture' i],[alt^='photo de profil' i])):not(main *,article *,[role=dialog] *)", from: "href", pattern: HANDLE }],
  },
  layouts: [
    {
      name: "web",
      comment: {
        item: "a[href*='/c/']:has(time)",
        alone: "time",
        text: "span[dir=auto]:not(a *,button *,[role=button] *,:has(time))",
        author: [{ at: PROFILE }],
        handle: [{ at: PROFILE, from: "href", pattern: HANDLE }],
        time: [{ at: "time", from: "datetime" }],
        id: [
          { at: "a[href*='/c/']", from: "href", pattern: /\/r\/(\d+)/ },
          { at: "a[href*='/c/']", from: "href", pattern: /\/c\/(\d+)/ },
        ],
        permalink: [{ at: "a[href*='/c/']", from: "href" }],
      },
      answers: { by: "level", reply: "ul ul *,:has(a[href*='/r/'])" },
      post: {
        item: "article,[role=dialog]",
        text: "h1[dir=auto]",
        author: [{ at: `header ${PROFILE}` }],
        handle: [{ at: `header ${PROFILE}`, from: "href", pattern: HANDLE }],
      },
      composers: [
        {
          editor: EDITABLE,
          page: /^\/direct\//,
          visibility: "private",
          post: "[role=button][aria-label=Send],[role=button][aria-label=Envoyer]",
          enter: true,
        },
        { editor: `${EDITABLE}[aria-label=Message]`, visibility: "private", post: "[role=button][aria-label=Send],[role=button][aria-label=Envoyer]", enter: true },
        {
          editor: `form textarea,form ${EDITABLE},article ${EDITABLE},[role=dialog]:has(a[href*='/c/']) ${EDITABLE}`,
          answers: [{ by: "mention" }],
          post: "form button[type=submit]",
          within: "form",
          enter: true,
        },
      ],
      reply: CONTROL,
      replyNamed: /^(reply|repondre)\b/,
      moderation: {
        menu: `${CONTROL}:has(svg:is([aria-label='comment options' i],[aria-label='options du commentaire' i]))`,
        actions: [
          { action: "delete", at: `[role=dialog] ${CONTROL}`, named: NAMED },
          { action: "report", at: `[role=dialog] ${CONTROL}`, named: true },
          { action: "hide", at: `[role=dialog] ${CONTROL}`, named: true },
          { action: "block", at: `[role=dialog] ${CONTROL}`, named: true },
        ],
      },
    },
  ],
};
