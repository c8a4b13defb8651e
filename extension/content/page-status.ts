/** What the popup shows of a page: how well it is understood, who we are on it, and who waits for an answer. */

import type { Answering, ListedComment, PageStatus, Recognition } from "../shared/messages";
import type { PageComment, ReplyContext, Site } from "../sites/types";
import type { Session } from "./session";

/** A page may hold thousands of comments; nobody scrolls through a list of more. */
const MOST_COMMENTS = 400;
const EXCERPT = 120;

/** A comment as the popup lists it. */
function listed({ author, text, permalink }: PageComment): ListedComment {
  const excerpt = text.replaceAll("\n", " ");
  return { author, excerpt: excerpt.length > EXCERPT ? `${excerpt.slice(0, EXCERPT - 1)}…` : excerpt, permalink };
}

function answering({ comment, author, id, permalink, time, visibility, limit }: ReplyContext): Answering {
  return { text: comment, author, id, permalink, time, visibility, limit };
}

/** Whether posting from this box is noticed. Where Enter posts, many have no button; many show it with the first word. */
function isGuarded(session: Session, site: Site): boolean {
  const { element } = session.editor;
  return session.postControls().length > 0 || site.enterPosts(element) || (session.isEmpty && site.knows(element));
}

/** What the landmarks of the page and the reply box in hand tell together: a box of a page that is known may answer nobody. */
function recognition(site: Site, session: Session | undefined, composerSeen: boolean, gateReady: boolean): Recognition {
  const landmarks = site.recognise();
  if (session && gateReady && (session.comment !== null || landmarks === "recognised")) return site.guesses ? "partly" : "recognised";
  return session || composerSeen ? "partly" : landmarks;
}

/** What the site and the draft in hand tell, with what the page has seen so far. */
export function statusOf(site: Site, session: Session | undefined, seen: Pick<PageStatus, "composerSeen" | "disturbed">): PageStatus {
  const gateReady = session !== undefined && isGuarded(session, site);
  const others = site.thread(MOST_COMMENTS).filter((comment) => comment.own !== true);
  const told = others.every((comment) => comment.answered !== null);
  return {
    recognition: recognition(site, session, seen.composerSeen, gateReady),
    network: site.network,
    account: site.account(),
    comments: others.length,
    unanswered: told ? others.filter((comment) => comment.answered === false).map(listed) : null,
    answering: session ? answering(session.context) : null,
    gateReady,
    ...seen,
  };
}

/** Brings a comment of the popup's list into view. */
export function scrollTo(wanted: ListedComment, site: Site): void {
  const same = (one: ListedComment) => one.author === wanted.author && one.excerpt === wanted.excerpt && one.permalink === wanted.permalink;
  const found = site.thread(MOST_COMMENTS).find((comment) => same(listed(comment)));
  if (found) Element.prototype.scrollIntoView.call(found.element, { block: "center", behavior: "auto" });
}
