/** X (Twitter): `data-testid` everywhere, one DOM; replies follow one another in one list. */

import type { SiteDescription } from "../description.ts";

const TWEET = "article[data-testid=tweet]";
/** Not of a post quoted in it. */
const OWN = ":not([role=link] *)";
/** The time of a post is its address too. */
const STAMP = `a[href*='/status/']:has(time)${OWN}`;

export const x: SiteDescription = {
  network: "x",
  hosts: ["x.com", "twitter.com", "mobile.x.com", "mobile.twitter.com"],
  account: {
    handle: [
      { at: "a[data-testid=AppTabBar_Profile_Link]", from: "href", pattern: /^\/([^/?]+)/ },
      { at: "[data-testid=SideNav_AccountSwitcher_Button]", pattern: /@(\w+)/ },
    ],
  },
  layouts: [
    {
      name: "web",
      comment: {
        item: TWEET,
        text: `[data-testid=tweetText]${OWN}`,
        author: [{ at: `[data-testid=User-Name]${OWN} a[href^='/'] span` }, { at: `[data-testid=User-Name]${OWN}`, pattern: /^(.+?)\s*@/ }],
        handle: [{ at: `[data-testid=User-Name]${OWN} a[href^='/']`, from: "href", pattern: /^\/([^/?]+)/ }],
        time: [{ at: `${STAMP} time`, from: "datetime" }],
        id: [{ at: STAMP, from: "href", pattern: /\/status\/(\d+)/ }],
        permalink: [{ at: STAMP, from: "href" }],
      },
      answers: { by: "next" },
      conversation: /\/status\/\d/,
      composers: [
        {
          // The chat, new and old.
          editor: "[data-testid=dm-composer-textarea],[data-testid=dmComposerTextInput]",
          visibility: "private",
          post: "[data-testid=dm-composer-send-button],[data-testid=dmComposerSendButton]",
          enter: true,
        },
        {
          editor: "[data-testid^=tweetTextarea_]",
          answers: [{ by: "before", within: "[role=dialog]" }, { by: "main", item: `${TWEET}[tabindex='-1']`, outside: "[role=dialog]" }],
          post: "[data-testid=tweetButtonInline],[data-testid=tweetButton]",
          enter: false,
        },
      ],
      reply: "[data-testid=reply]",
      moderation: {
        menu: "[data-testid=caret]",
        actions: [
          { action: "block", at: "[data-testid=block]" },
          { action: "report", at: "[data-testid=report]" },
          { action: "delete", at: "[role=menuitem]", named: true },
          // « Masquer @… » mutes somebody: nothing is hidden from anybody else.
          { action: "hide", at: "[role=menuitem]", named: /^(masquer la|hide) (reponse|reply)/ },
          { action: "report", at: "[role=menuitem]", named: true },
        ],
        confirm: "[data-testid=confirmationSheetConfirm]",
      },
    },
  ],
};
