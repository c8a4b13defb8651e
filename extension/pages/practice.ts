/** A feed like those of the networks, on which nothing leaves the page: to try Sang-froid without risk. */

import { plural, t, uiLanguage, type MessageKey } from "../shared/i18n.ts";
import { byId, make, onPress, pageSignal } from "./elements.ts";
import { localise } from "./localise.ts";
import { showShortcuts } from "./shortcuts.ts";
import { COMMENTS, type PracticeComment } from "./practice-comments.ts";

const feed = byId("feed", HTMLElement);
const count = byId("count", HTMLElement);

const leaving = pageSignal();
/** Aborted when the feed is made anew. */
let round = new AbortController();
let posted = 0;
/** The first reply box, where the sample drafts are written. */
let first: Composer | undefined;

/** A reply box, whatever it is made of. */
interface Composer {
  box: HTMLElement;
  read(): string;
  clear(): void;
  selectAll(): void;
}

function textareaComposer(label: string): Composer {
  const box = make("textarea", { class: "composer", rows: "3", "aria-label": label, placeholder: t("practicePlaceholder") });
  return { box, read: () => box.value, clear: () => { box.value = ""; }, selectAll: () => box.select() };
}

function editableComposer(label: string): Composer {
  const box = make("div", {
    class: "composer",
    contenteditable: "true",
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": label,
    "aria-placeholder": t("practicePlaceholder"),
    tabindex: "0",
  });
  return { box, read: () => box.innerText, clear: () => box.replaceChildren(), selectAll: () => getSelection()?.selectAllChildren(box) };
}

function showCount(): void {
  count.textContent = posted === 0 ? t("practiceCountNone") : plural("practiceCount", posted);
}

function publish(composer: Composer, replies: HTMLElement): void {
  const text = composer.read().trim();
  if (text === "") return;
  const byline = make("p", { class: "byline" }, make("span", { class: "author" }, t("practiceBrand")), make("time", {}, t("practiceJustNow")));
  replies.append(make("li", {}, byline, text));
  composer.clear();
  posted += 1;
  showCount();
}

/** A `<form>` with a textarea, and a `<div>` with its own button and shortcut: the two shapes found on sites. */
function composerOf(comment: PracticeComment, number: number, replies: HTMLElement, signal: AbortSignal): HTMLElement {
  const label = t("practiceReply", comment.author);
  const composer = comment.composer === "textarea" ? textareaComposer(label) : editableComposer(label);
  composer.box.id = `reply-${number}`;
  first ??= composer;
  const isForm = comment.composer === "textarea";
  const button = make("button", { class: "button primary", id: `post-${number}`, type: isForm ? "submit" : "button" }, t("practicePost"));
  const place = make(isForm ? "form" : "div", { class: "compose" }, composer.box, button);
  // As on a site, the page's own handlers take any event: keeping the reply back is Sang-froid's work, not theirs.
  if (place instanceof HTMLFormElement) {
    place.addEventListener("submit", (event) => {
      event.preventDefault();
      publish(composer, replies);
    }, { signal });
  } else {
    button.addEventListener("click", () => publish(composer, replies), { signal });
  }
  composer.box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (place instanceof HTMLFormElement) place.requestSubmit();
    else publish(composer, replies);
  }, { signal });
  return place;
}

function ago(minutes: number): string {
  const format = new Intl.RelativeTimeFormat(uiLanguage(), { numeric: "auto" });
  if (minutes < 60) return format.format(-minutes, "minute");
  return minutes < 24 * 60 ? format.format(-Math.round(minutes / 60), "hour") : format.format(-Math.round(minutes / 1440), "day");
}

/** Does at once what a site would do: keeping the comment is Sang-froid's work. */
function moderationOf(author: string, signal: AbortSignal): HTMLElement {
  const button = (label: MessageKey, name: MessageKey): HTMLElement => {
    const made = make("button", { class: "moderate small", type: "button", "aria-label": t(name, author) }, t(label));
    made.addEventListener("click", () => made.closest("article")?.remove(), { signal });
    return made;
  };
  return make("span", { class: "moderation" }, button("actionHide", "practiceHide"), button("actionDelete", "practiceDelete"));
}

function articleOf(comment: PracticeComment, number: number, signal: AbortSignal): HTMLElement {
  const time = make("time", { datetime: new Date(Date.now() - comment.minutesAgo * 60_000).toISOString() }, ago(comment.minutesAgo));
  const byline = make(
    "p",
    { class: "byline" },
    make("span", { class: "avatar", "aria-hidden": "true" }, comment.author.charAt(0).toUpperCase()),
    make("span", { class: "author" }, comment.author),
    time,
    moderationOf(comment.author, signal),
  );
  const text = make("p", { class: "text", lang: comment.lang }, comment.text);
  const replies = make("ul", { class: "replies" });
  return make("article", { "aria-label": comment.author }, byline, text, replies, composerOf(comment, number, replies, signal));
}

/** Writes a sample as if typed, so that undo works and Sang-froid hears it as it hears typing. */
function typeSample(text: string): void {
  if (first === undefined) return;
  first.box.scrollIntoView({ block: "center" });
  first.box.focus();
  first.selectAll();
  document.execCommand("insertText", false, text);
}

function fillFeed(): void {
  round.abort();
  round = new AbortController();
  const signal = AbortSignal.any([leaving, round.signal]);
  first = undefined;
  posted = 0;
  feed.replaceChildren(...COMMENTS.map((comment, index) => articleOf(comment, index + 1, signal)));
  showCount();
}

localise();
fillFeed();
void showShortcuts();
onPress(byId("reset", HTMLButtonElement), leaving, fillFeed);
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-i18n-sample]")) {
  onPress(button, leaving, () => typeSample(t(button.dataset["i18nSample"] as MessageKey)));
}
