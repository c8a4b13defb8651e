/**
 * Meta Business Suite: the inbox of Pages. Its private conversations are known from one source; of its comments only
 * the address is, so that their boxes are public, and all else there is read as on Facebook, or as on any page.
 */

import type { ComposerDescription, SiteDescription } from "../description.ts";
import { facebook } from "./facebook.ts";

const SEND = "[role=button]:is([aria-label=Send],[aria-label=Envoyer])";

const inbox: readonly ComposerDescription[] = [
  { editor: "[data-pagelet=BizP13NInboxMessengerDetailView] textarea", visibility: "private", post: SEND, enter: true },
  { editor: "textarea,[contenteditable=true]", page: /\/inbox\/\w*comments/, visibility: "public", post: SEND },
];

export const metaBusiness: SiteDescription = {
  ...facebook,
  hosts: ["business.facebook.com"],
  layouts: facebook.layouts.map((layout) => ({ ...layout, composers: [...inbox, ...layout.composers] })),
};
