/** Any page, read by structure and ARIA alone. */

import { ancestors, attribute, formOf, matches } from "../shared/safe-dom";
import { commentFor, commentsOfPage } from "./reading/comment";
import { readField } from "./reading/fields";
import { limitOf } from "./reading/limit";
import { networkOf } from "./reading/network";
import { nearestPostControls, postControlIn } from "./reading/post-control";
import { isOwn, threadOf } from "./reading/thread";
import { usualMemory, usualModeration, usualReply } from "./reading/usual-moderation";
import { visibilityOf } from "./reading/visibility";
import type { Site } from "./types";

/** Networks where a plain Enter posts a comment; elsewhere it is a new line. */
const ENTER_POSTS = new Set(["facebook", "instagram", "tiktok"]);
const SAYS_ENTER_POSTS = /(press|hit) enter to|appuyez sur entr[ée]e pour/i;

/** Where blogs and forums name who is signed in. */
const OWN_NAME = [
  { at: "[id=wp-admin-bar-my-account] .display-name" },
  { at: ".logged-in-as", pattern: /(?:en tant que|logged in as)\s+([^.]{1,60})\./i },
];

/** The site that knows no site. */
export const generic: Site = {
  network: networkOf(location.hostname),
  guesses: networkOf(location.hostname) !== "web",

  knows: () => false,

  context(editor) {
    const found = commentFor(editor);
    return {
      comment: found?.text ?? null,
      author: found?.author ?? null,
      network: networkOf(location.hostname),
      visibility: visibilityOf(editor, location.pathname),
      time: found?.time ?? null,
      id: found?.id ?? null,
      permalink: found?.permalink ?? null,
      limit: limitOf(editor),
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

  thread(limit) {
    const items = commentsOfPage(limit).map((comment) => ({ ...comment, handle: null }));
    return threadOf(items, { by: "nesting" }, generic.account());
  },

  account() {
    const name = readField(document, OWN_NAME);
    return name === null ? null : { name, handle: null };
  },

  sees(path) {
    usualMemory(path);
    return false;
  },

  moderation(path) {
    const pressed = usualModeration(path);
    return pressed && { ...pressed, comment: { ...pressed.comment, own: isOwn({ ...pressed.comment, handle: null }, generic.account()) } };
  },
  replyControl: usualReply,
  recognise() {
    if (commentsOfPage(1).length === 0) return "not";
    return generic.account() === null ? "partly" : "recognised";
  },
};
