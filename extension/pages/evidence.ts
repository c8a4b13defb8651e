/** « Preuves et choix »: what was written down of comments somebody was about to moderate. The user may erase it, and think better of it. */

import { allEvents, moderations } from "../background/store/events.ts";
import type { ModerationEvent, Recorded } from "../shared/events.ts";
import { foreign } from "../shared/foreign.ts";
import { plural, t } from "../shared/i18n.ts";
import type { Written } from "../shared/messages.ts";
import { send } from "../shared/send.ts";
import { byId, make, onPress, pageSignal } from "./elements.ts";
import { asText, factsOf, finder, headline } from "./evidence-words.ts";
import { localise } from "./localise.ts";

const SHOWN_AT_ONCE = 25;
const LONGEST_SHOWN = 20_000;
/** A message to the background carries no more events than this. */
const SENT_AT_ONCE = 200;

type Moderation = Recorded<ModerationEvent>;

const ui = {
  tools: byId("tools", HTMLElement),
  search: byId("search", HTMLInputElement),
  eraseAll: byId("erase-all", HTMLButtonElement),
  problem: byId("problem", HTMLElement),
  undo: byId("undo", HTMLElement),
  erased: byId("erased", HTMLElement),
  restore: byId("restore", HTMLButtonElement),
  count: byId("count", HTMLElement),
  events: byId("events", HTMLOListElement),
  more: byId("more", HTMLButtonElement),
  sure: byId("sure", HTMLDialogElement),
  keep: byId("keep", HTMLButtonElement),
  erase: byId("erase", HTMLButtonElement),
};

const leaving = pageSignal();
let before: number | null = null;
/** What was erased last: it can be put back until the page is left. */
let erased: readonly Recorded[] = [];
/** Rises with each list asked for: an answer to an older question is not shown. */
let asked = 0;

function say(problem: string | null): void {
  ui.problem.hidden = problem === null;
  ui.problem.textContent = problem ?? "";
}

/** Does what a button promises; a failure is a sentence, never silence. */
async function doing(work: () => Promise<void>): Promise<void> {
  say(null);
  try {
    await work();
  } catch (error) {
    console.error("Sang-froid:", error);
    say(t("evidenceFailed"));
  }
}

function factLines(event: Moderation): HTMLElement {
  const lines = factsOf(event).flatMap(({ name, value, link }) => {
    const text = make("bdi", {}, foreign(value, 300));
    return [make("dt", {}, name), make("dd", {}, link === undefined ? text : make("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, text))];
  });
  return make("dl", { class: "small" }, ...lines);
}

function itemOf(event: Moderation): HTMLElement {
  const copy = make("button", { class: "button", type: "button" }, t("evidenceCopy"));
  const erase = make("button", { class: "button", type: "button" }, t("evidenceErase"));
  onPress(copy, leaving, () => void doing(async () => {
    await navigator.clipboard.writeText(asText(event));
    copy.textContent = t("evidenceCopied");
  }));
  onPress(erase, leaving, () => void doing(() => eraseThese([event])));
  return make(
    "li",
    { class: "event", "data-verdict": event.verdict },
    make("h2", {}, headline(event)),
    make("blockquote", { dir: "auto" }, foreign(event.evidence.text, LONGEST_SHOWN)),
    factLines(event),
    make("div", { class: "actions" }, copy, erase),
  );
}

/** Shows the next events, or, from the start, what the search finds. */
async function list(fromStart: boolean): Promise<void> {
  const question = ++asked;
  const page = await moderations(SHOWN_AT_ONCE, fromStart ? null : before, finder(ui.search.value));
  if (question !== asked) return;
  if (fromStart) ui.events.replaceChildren();
  const items = page.events.map(itemOf);
  ui.events.append(...items);
  before = page.before;
  ui.more.hidden = before === null;
  const shown = ui.events.childElementCount;
  const nothing = ui.search.value.trim() === "" ? t("evidenceNone") : t("evidenceNotFound");
  ui.count.textContent = shown === 0 ? nothing : before === null ? plural("evidenceCount", shown) : plural("evidenceCountMore", shown);
  ui.tools.hidden = shown === 0 && ui.search.value.trim() === "";
  // Who asked for more by keyboard goes on from there.
  if (!fromStart) items[0]?.querySelector("button")?.focus();
}

function must(written: Written): void {
  if (!written.ok) throw new Error(written.error);
}

async function eraseThese(events: readonly Recorded[]): Promise<void> {
  must(await send("eraseEvents", { places: events.map(({ seq }) => seq) }));
  erased = events;
  await list(true);
  ui.erased.textContent = plural("evidenceErased", events.length);
  ui.undo.hidden = false;
  ui.restore.focus();
}

async function restore(): Promise<void> {
  for (let at = 0; at < erased.length; at += SENT_AT_ONCE) must(await send("restoreEvents", { events: erased.slice(at, at + SENT_AT_ONCE) }));
  erased = [];
  ui.undo.hidden = true;
  await list(true);
  ui.search.focus();
}

localise();
ui.search.addEventListener("input", () => void doing(() => list(true)), { signal: leaving });
onPress(ui.more, leaving, () => void doing(() => list(false)));
onPress(ui.restore, leaving, () => void doing(restore));
onPress(ui.eraseAll, leaving, () => ui.sure.showModal());
onPress(ui.keep, leaving, () => ui.sure.close());
onPress(ui.erase, leaving, () => {
  ui.sure.close();
  void doing(async () => eraseThese(await allEvents()));
});
void doing(() => list(true));
