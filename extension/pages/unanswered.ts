/** The popup's list of comments of the page that nobody of ours has answered. */

import { plural, t } from "../shared/i18n.ts";
import type { ListedComment, PageStatus } from "../shared/messages.ts";
import { make, onPress } from "./elements.ts";

/** Nobody reads a longer list in a popup. */
const MOST_LISTED = 20;

/** Who we are on the page, as a sentence; null where the page does not tell. */
function accountLine({ account }: PageStatus): string | null {
  const name = account?.name ?? (account?.handle ? `@${account.handle}` : null);
  return name === null ? null : t("popupAccount", name);
}

function headline({ comments, unanswered }: PageStatus): string {
  if (unanswered === null) return plural("popupComments", comments);
  return unanswered.length === 0 ? t("popupAllAnswered") : plural("popupUnanswered", unanswered.length);
}

/** Fills `section`; it is hidden where the page shows no comment. */
export function showUnanswered(section: HTMLElement, status: PageStatus | undefined, signal: AbortSignal, show: (comment: ListedComment) => void): void {
  section.hidden = status === undefined || status.comments === 0;
  if (status === undefined || status.comments === 0) {
    section.replaceChildren();
    return;
  }
  const items = (status.unanswered ?? []).slice(0, MOST_LISTED).map((comment) => {
    const button = make("button", { type: "button", class: "comment" }, make("b", {}, comment.author ?? t("popupSomeone")), make("bdi", {}, comment.excerpt));
    onPress(button, signal, () => show(comment));
    return make("li", {}, button);
  });
  const more = (status.unanswered?.length ?? 0) - items.length;
  const account = accountLine(status);
  section.replaceChildren(
    make("h2", { class: "small" }, headline(status)),
    ...(items.length > 0 ? [make("ul", { class: "comments" }, ...items)] : []),
    ...(more > 0 ? [make("p", { class: "soft small" }, plural("popupMore", more))] : []),
    ...(status.unanswered === null ? [make("p", { class: "soft small" }, t("popupNoAccount"))] : []),
    ...(account === null ? [] : [make("p", { class: "soft small" }, account)]),
  );
}
