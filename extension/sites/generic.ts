/** Any page, read by structure and ARIA alone. */

import { ancestors, attribute, formOf, matches, queryAll } from "../shared/safe-dom";
import { commentAround, commentFor, commentsOfPage, type FoundComment, isPartOf } from "./reading/comment";
import { readDetails, readField, type ReadItem } from "./reading/fields";
import { limitOf } from "./reading/limit";
import { accessibleName, fold } from "./reading/names";
import { networkOf } from "./reading/network";
import { nearestPostControls, postControlIn } from "./reading/post-control";
import { isOwn, threadOf } from "./reading/thread";
import { visibilityOf } from "./reading/visibility";
import type { ModerationAction, Site } from "./types";

/** Networks where a plain Enter posts a comment; elsewhere it is a new line. */
const ENTER_POSTS = new Set(["facebook", "instagram", "tiktok"]);
const SAYS_ENTER_POSTS = /(press|hit) enter to|appuyez sur entr[ée]e pour/i;

const DETAILS = {
  time: [{ at: "time", from: "datetime" }, { at: "[itemprop~=datePublished],[itemprop~=dateCreated]", from: "content" }],
  id: [{ from: "data-comment-id" }, { from: "data-review-id" }, { from: "id" }],
  permalink: [{ at: "a[itemprop~=url],a[rel~=bookmark],a:has(> time)", from: "href" }],
};
/** Where blogs and forums name who is signed in. */
const OWN_NAME = [
  { at: "[id=wp-admin-bar-my-account] .display-name" },
  { at: ".logged-in-as", pattern: /(?:en tant que|logged in as)\s+([^.]{1,60})\./i },
];

const PRESSABLE = "button,[role=button],[role=menuitem],a,input[type=submit],input[type=button]";
const ANSWERS = /^(repondre|reply)\b/;
const OBJECT = " (ce(t|tte)? |l[ea] |l.|this |the )?(commentaire|avis|message|reponse|comment|review|reply)";
/** The whole name, folded: of « Masquer les réponses » and « Supprimer le filtre » nobody suffers. */
const DEEDS: ReadonlyArray<readonly [ModerationAction, RegExp]> = [
  ["delete", new RegExp(`^(supprimer|effacer|retirer|delete|remove)(${OBJECT})?$`)],
  ["hide", new RegExp(`^(masquer|hide)${OBJECT}$`)],
  ["report", new RegExp(`^(signaler|report)(${OBJECT})?$`)],
  ["block", /^(bloquer|bannir|block|ban)( (l.utilisat(eur|rice)|cet(te)? utilisat(eur|rice)|(this |the )?user))?$/],
];

function detailed(found: FoundComment): ReadItem {
  return { ...found, ...readDetails(found.element, DETAILS, (inner) => isPartOf(inner, found.element)), handle: null, own: null };
}

/** The site that knows no site. */
export const generic: Site = {
  network: networkOf(location.hostname),

  context(editor) {
    const found = commentFor(editor);
    const { time, id, permalink } = found ? detailed(found) : { time: null, id: null, permalink: null };
    return {
      comment: found?.text ?? null,
      author: found?.author ?? null,
      network: networkOf(location.hostname),
      visibility: visibilityOf(editor, location.pathname),
      time,
      id,
      permalink,
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

  thread: (limit) => threadOf(commentsOfPage(limit).map(detailed), { by: "nesting" }, generic.account()),

  account() {
    const name = readField(document, OWN_NAME);
    return name === null ? null : { name, handle: null };
  },

  // What was pressed is not remembered: the box of a plain page stands by the comment it answers.
  sees: () => false,

  moderation(path) {
    for (const control of path) {
      if (!(control instanceof Element) || !matches(control, PRESSABLE)) continue;
      const name = fold(accessibleName(control));
      const [action] = DEEDS.find(([, called]) => called.test(name)) ?? [];
      const comment = action && commentAround(control);
      if (comment) return { action, stage: "act", control, comment: { ...detailed(comment), own: isOwn(detailed(comment), generic.account()) } };
    }
    return null;
  },

  replyControl(comment) {
    const controls = queryAll(comment, PRESSABLE).filter((control) => isPartOf(control, comment));
    return controls.find((control) => ANSWERS.test(fold(accessibleName(control)))) ?? null;
  },

  recognise: () => (commentsOfPage(1).length > 0 ? "partly" : "not"),
};
