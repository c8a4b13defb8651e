/** Any page, read by structure and ARIA alone. */

import { ancestors, attribute, formOf, matches } from "../shared/safe-dom";
import { commentFor } from "./reading/comment";
import { networkOf } from "./reading/network";
import { nearestPostControls, postControlIn } from "./reading/post-control";
import { usualMemory, usualModeration, usualReply } from "./reading/usual-moderation";
import { visibilityOf } from "./reading/visibility";
import type { Site } from "./types";

/** Networks where a plain Enter posts a comment; elsewhere it is a new line. */
const ENTER_POSTS = new Set(["facebook", "instagram", "tiktok"]);
const SAYS_ENTER_POSTS = /(press|hit) enter to|appuyez sur entr[ée]e pour/i;

/** The site that knows no site. */
export const generic: Site = {
  network: networkOf(location.hostname),

  context(editor) {
    const found = commentFor(editor);
    return {
      comment: found?.text ?? null,
      author: found?.author ?? null,
      network: networkOf(location.hostname),
      visibility: visibilityOf(editor, location.pathname),
      time: null,
      id: null,
      permalink: null,
      limit: null,
    };
  },

  postControl: postControlIn,
  postControls: nearestPostControls,

  ownsForm(form, editor) {
    return formOf(editor) === form || [...ancestors(editor)].includes(form);
  },

  enterPosts(editor) {
    if (matches(editor, "[enterkeyhint=send]")) return true;
    if (ENTER_POSTS.has(networkOf(location.hostname))) return true;
    const hints = [attribute(editor, "placeholder"), attribute(editor, "aria-placeholder"), attribute(editor, "aria-label")].join(" ");
    return SAYS_ENTER_POSTS.test(hints);
  },

  // Nearly every site that listens to it posts; where none listens, holding it costs nothing.
  commandEnterPosts: () => true,

  thread: () => [],
  account: () => null,

  sees(path) {
    usualMemory(path);
    return false;
  },

  moderation: usualModeration,
  replyControl: usualReply,
  recognise: () => "not",
};
