/**
 * Google reviews, as their owner sees them: the list of business.google.com, and the panel in a frame of the search page.
 * Classes are obfuscated; `jsname` names what a control is for and has outlived them (seen in July 2026).
 * Each review has one reply: another replaces it.
 */

import type { SiteDescription } from "../description.ts";

/** The element with the id holds the words of one review alone; its parent holds the reply box too. */
const LIST = ":has(> [data-review-id] ~ [data-review-id])";
const REVIEW = `:has(> [data-review-id]):not(${LIST}),${LIST} > [data-review-id],.HRSRcc:not(:has([data-review-id])),.GYpYWe:not(:has([data-review-id]))`;

export const google: SiteDescription = {
  network: "google",
  hosts: ["business.google.com", "www.google.com"],
  layouts: [
    {
      name: "reviews",
      comment: {
        item: REVIEW,
        // The class of one build; in others the longest of what has no parts but line ends.
        text: ".gyKkFe,[data-review-id] :is(div,span,p):not(:has(:not(br)))",
        textIsLongest: true,
        author: [{ at: "a[jsname=xs1xe]" }, { at: "a[href*='/maps/contrib/']" }],
        id: [{ at: "[data-review-id]", from: "data-review-id" }, { from: "data-review-id" }],
      },
      answers: { by: "mark", at: ":is(div,span,p,h3,h4):not(:has(*))", named: /^(business reply|response from the owner|reponse d(u proprietaire|e l.(etablissement|entreprise)))/ },
      composers: [
        {
          editor: `textarea[jsname=YPqjbf],:is(${REVIEW}) textarea`,
          visibility: "public",
          answers: [{ by: "inside" }],
          post: "button[jsname=hrGhad]",
          enter: false,
        },
      ],
      reply: "button[jsname=rhPddf]",
      // Deleting is for our own reply: the review itself can only be reported.
      moderation: { menu: "[aria-haspopup]", actions: [{ action: "report", at: "[role=menuitem],a,button", named: true }] },
    },
  ],
};
