/**
 * Facebook (Comet): classes are hashed, so roles and the addresses of links tell things apart. Replies follow their
 * comment in one list; only their address says that they are replies. French labels are unconfirmed.
 */

import type { SiteDescription } from "../description.ts";

const COMMENT = "[role=article][aria-label]:not([aria-posinset],[aria-labelledby]):is([role=article] *,[role=dialog] *,:has(a[href*='comment_id=']))";
/** Addresses of publications; those of people may carry `comment_id=` too. */
const OF_A_POST = "[href*='/posts/'],[href*='/permalink'],[href*='/photo'],[href*='/videos/'],[href*='/reel/'],[href*='/watch'],[href*='story_fbid='],[href*='fbid=']";
const TIMESTAMP = `a[href*='comment_id=']:is(${OF_A_POST})`;
const EDITABLE = "[contenteditable=true][role=textbox]";
const IN_NAME_OF = /^(?:Comment|Reply|Commenter|Répondre) (?:as|en tant que)\s+(.+?)(?:…|\.\.\.)?$/;

export const facebook: SiteDescription = {
  network: "facebook",
  hosts: ["www.facebook.com", "web.facebook.com"],
  // The Page or the person we act as, where a box says so.
  account: {
    name: ["aria-label", "aria-placeholder"].map((from) => ({ at: EDITABLE, from, pattern: IN_NAME_OF })),
  },
  layouts: [
    {
      name: "comet",
      comment: {
        item: COMMENT,
        text: "div[dir=auto]:not(a *,[role=button] *)",
        author: [
          { at: `a[role=link]:not(${OF_A_POST},div[dir=auto] *)` },
          { from: "aria-label", pattern: /^(?:Comment|Reply) by (.+?)(?: to .+)? (?:an?|\d+|about) \w+ ago$/ },
          { from: "aria-label", pattern: /^(?:Commentaire|Réponse) de (.+?) (?:il y a|à la|au commentaire) / },
        ],
        id: [
          { at: TIMESTAMP, from: "href", pattern: /[?&]reply_comment_id=(\w+)/ },
          { at: TIMESTAMP, from: "href", pattern: /[?&]comment_id=(\w+)/ },
        ],
        // Without what follows the visitor around.
        permalink: [{ at: TIMESTAMP, from: "href", pattern: /^(.*?[?&]comment_id=\w+(?:&reply_comment_id=\w+)?)/ }],
        own: "[aria-label='Edit or delete this'],[aria-label='Modifier ou supprimer ceci']",
      },
      answers: { by: "level", reply: ":has(a[href*='reply_comment_id=']),[aria-label^='Reply by '],[aria-label^='Réponse de ']" },
      post: {
        item: "[role=article][aria-posinset],[role=article][aria-labelledby],[role=dialog][aria-labelledby]",
        text: "[data-ad-rendering-role=story_message],[data-ad-preview=message],[data-ad-comet-preview=message]",
        author: [{ at: "[data-ad-rendering-role=profile_name] a" }, { at: "h2 a,h3 a,h4 a" }],
      },
      composers: [
        {
          // Messenger: its page, and the boxes at the foot of the others.
          editor: `${EDITABLE}:is([aria-placeholder=Aa],[aria-label=Message],[aria-label^='Message '],[aria-label^='Envoyer un message'])`,
          visibility: "private",
          post: "[role=button]:is([aria-label^='Press enter to send' i],[aria-label^='Appuyez sur Entrée pour envoyer' i],[aria-label=Send],[aria-label=Envoyer])",
          enter: true,
        },
        {
          editor: `${EDITABLE}:is([aria-label^='Reply '],[aria-label^='Répondre '])`,
          answers: [{ by: "conversation", within: "[role=dialog],[role=article][aria-posinset],[role=complementary],[role=main]" }],
          named: { from: "aria-label", pattern: /^(?:Reply to|Répondre à)\s+(.+?)(?:…|\.\.\.)?$/ },
          post: "[role=button]:is([aria-label='Post comment'],[aria-label='Post reply'],[aria-label^='Publier '],form [aria-label=Reply],form [aria-label=Répondre])",
          within: "form",
          enter: true,
        },
        {
          editor: `form[role=presentation] ${EDITABLE},${EDITABLE}:is([aria-label^='Write a '],[aria-label^='Comment as '],[aria-label^='Écrivez un '],[aria-label^='Commenter en '])`,
          post: "[role=button]:is([aria-label='Post comment'],[aria-label^='Publier '],form [aria-label=Comment],form [aria-label=Commenter])",
          within: "form",
          enter: true,
        },
        {
          // A publication of our own: Enter is a new line there. By general knowledge alone.
          editor: `form[method=POST i]:not([role=presentation]) ${EDITABLE}`,
          post: "[role=button]:is([aria-label=Post],[aria-label=Publier])",
          within: "form",
          enter: false,
        },
      ],
      reply: "[role=button]",
      replyNamed: /^(reply|repondre)\b/,
      moderation: {
        menu: "[aria-haspopup=menu],[aria-label='Edit or delete this'],[aria-label='Hide or report this']",
        actions: (["delete", "hide", "block", "report"] as const).map((action) => ({ action, at: "[role=menuitem]", named: true })),
        confirm: "[role=dialog] [role=button],[role=alertdialog] [role=button]",
        confirmNamed: true,
      },
    },
  ],
};
