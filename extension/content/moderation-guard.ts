/**
 * The guard of comments: criticism is answered, not erased; what offends or endangers is erased after its
 * evidence was kept. An event that deletes, hides, blocks or reports somebody's comment is held, the core is
 * asked, and the press is done again when the answer, or the user, allows it.
 *
 * It fails open, visibly: a core that is slow, broken or unable to judge lets the press pass, marked unverified.
 */

import type { ModerationAction, ModerationAdvice } from "../../pkg/wire";
import { editorFor } from "../editors";
import type { Overlay } from "../overlay";
import type { ModerationChoice } from "../shared/events";
import { t, type MessageKey } from "../shared/i18n";
import { closestComposed, deepActiveElement, isConnected, queryAll } from "../shared/safe-dom";
import { send } from "../shared/send";
import type { ModerationIntent, PageComment, Site } from "../sites/types";
import { type Attempt, keysAttempt, perform } from "./attempt";
import { HeldPress } from "./held-press";
import { isComposing, isKey, isPress } from "./intent";

/** An answer later than this lets the press pass, unverified. */
const PATIENCE = 1000;
/** Writing takes a few milliseconds; a store that has not answered by then has failed. */
const STORE_PATIENCE = 3000;
/** A page that took the press has removed the control, or asks once more, by then. */
const OUTCOME = 2500;
const MOST_ACCEPTED = 200;
const MOST_BOXES = 6;
const LONGEST_TEXT = 20_000;
const MENU = "[role=menu],[role=listbox]";
const DIALOG = "dialog[open],[role=dialog],[role=alertdialog]";
const BOXES = "textarea,[contenteditable=true],[contenteditable=''],[role=textbox]";

const PASSED: Record<ModerationAction, MessageKey> = { delete: "deletePassed", hide: "hidePassed", block: "blockPassed", report: "reportPassed" };
const AGAIN: Record<ModerationAction, MessageKey> = { delete: "deleteAgain", hide: "hideAgain", block: "blockAgain", report: "reportAgain" };

/** What the guard needs of the page it guards. */
export interface GuardedPage {
  site(): Site;
  /** The user granted this site and it is not paused. */
  isActive(): boolean;
  /** The overlay, made if there is none. */
  overlay(): Overlay;
  /** Whether the user is being asked about a moderation. */
  isAsking(): boolean;
}

/** One held moderation, from the press to what became of it. */
interface Held {
  intent: ModerationIntent;
  path: readonly EventTarget[];
  attempt: Attempt;
}

export class ModerationGuard {
  /** Moderations that may go on: decided by the user, allowed by the rule, or passed unverified. */
  private readonly accepted = new Set<string>();
  private readonly held = new HeldPress();
  private waiting = false;
  /** Set while a press is done again: its events are ours. */
  private performing = false;

  constructor(private readonly page: GuardedPage) {}

  /** Takes an event that moderates a comment; false when it does not, or may. */
  handle(event: Event): boolean {
    if (this.performing) return false;
    if (this.held.continues(event)) {
      stop(event);
      return true;
    }
    const intent = this.page.isActive() ? this.intentOf(event) : null;
    if (!intent || intent.comment.own === true || this.accepted.has(keyOf(intent))) return false;
    // A script of the page decides nothing; but while the user is asked, nothing is done behind their back.
    if (!event.isTrusted && !this.waiting && !this.page.isAsking()) return false;
    stop(event);
    if (event.isTrusted) this.hold(event, intent);
    return true;
  }

  private intentOf(event: Event): ModerationIntent | null {
    if (isKey(event)) {
      if (isComposing(event) || (event.key !== "Enter" && event.key !== " ")) return null;
    } else if (!isPress(event) || (event as MouseEvent).button === 2) return null;
    return this.page.site().moderation(event.composedPath());
  }

  private hold(event: Event, intent: ModerationIntent): void {
    const path = event.composedPath();
    if (isKey(event)) {
      const target = path[0];
      if (target instanceof Element && this.held.holdKey(event)) void this.decide({ intent, path, attempt: keysAttempt(event, target) });
      return;
    }
    // What was pressed may be a part of the control that the site names, and the only one that listens.
    const control = path[0] instanceof Element ? path[0] : intent.control;
    this.held.holdPress(event, intent.control, (touch) => void this.decide({ intent, path, attempt: { kind: "gesture", control, touch } }));
  }

  private async decide(held: Held): Promise<void> {
    const overlay = this.page.overlay();
    if (overlay.focusQuestion() || this.waiting) return;
    this.waiting = true;
    const advice = await adviceOn(held.intent);
    const kept = advice?.verdict === "allowed" ? await this.record(held, advice, "moderated") : null;
    this.waiting = false;
    if (advice === null) {
      this.page.overlay().tell(t(PASSED[held.intent.action]));
      this.goOn(held);
    } else if (kept === true) {
      this.page.overlay().tell(t("evidenceKept"));
      this.goOn(held);
    } else this.ask(held, advice, kept === false);
  }

  /** Writes the choice down with its evidence; false when it could not be. */
  private async record({ intent }: Held, advice: ModerationAdvice, choice: ModerationChoice): Promise<boolean> {
    const { text, author, permalink, time, id } = intent.comment;
    const evidence = { text: text.slice(0, LONGEST_TEXT), author: author?.slice(0, 300) ?? null, permalink: permalink?.slice(0, 4000) ?? null, time, id };
    const reasons = advice.reasons.map((reason) => reason.code);
    const { action } = intent;
    const written = send("recordEvent", { kind: "moderation", network: this.page.site().network, action, verdict: advice.verdict, reasons, choice, evidence });
    return (await within(written, STORE_PATIENCE))?.ok === true;
  }

  /** Asks the user; `unkept`: the evidence could not be written down. */
  private ask(held: Held, advice: ModerationAdvice, unkept: boolean): void {
    const { action, comment, control } = held.intent;
    const back = deepActiveElement();
    const noted = async (choice: ModerationChoice): Promise<boolean> => {
      const kept = unkept || (await this.record(held, advice, choice));
      if (!kept && choice !== "moderated") this.page.overlay().tell(t("choiceNotKept"));
      return kept;
    };
    const shown = this.page.overlay().openModeration({
      near: control,
      action,
      comment,
      advice,
      unkept,
      onReply: () => {
        void noted("reply");
        void this.leadTo(held);
      },
      onModerate: async () => {
        // Once more, and this time without: the user decides.
        if (await noted("moderated")) this.goOn(held);
        else this.ask(held, advice, true);
      },
      onCancel: () => {
        void noted("cancelled");
        if (back instanceof HTMLElement && isConnected(back)) back.focus({ preventScroll: true });
      },
    });
    if (shown) return;
    this.page.overlay().tell(t(PASSED[action]));
    this.goOn(held);
  }

  /** Does the press once more; where what it was aimed at is gone, the next one passes. */
  private goOn(held: Held): void {
    const { intent } = held;
    this.accepted.add(keyOf(intent));
    const oldest = this.accepted.values().next().value;
    if (this.accepted.size > MOST_ACCEPTED && oldest !== undefined) this.accepted.delete(oldest);
    // What was pressed leads to the dialog that asks once more: the press done again is none the site remembers.
    this.page.site().sees(held.path);
    void this.again(held);
  }

  private async again({ intent, attempt }: Held): Promise<void> {
    const { control, comment, action } = intent;
    const redrawn = attempt.kind === "gesture" && !isConnected(attempt.control);
    const done = await perform(redrawn ? { ...attempt, control } : attempt, (act) => {
      this.performing = true;
      try {
        act();
      } finally {
        this.performing = false;
      }
    });
    // Some pages take no press but a real one, some close their menu while we ask.
    const ask = () => {
      const untouched = isConnected(control) && isShown(control) && isConnected(comment.element);
      if (!done || (untouched && !isAsking())) this.page.overlay().tell(t(AGAIN[action]));
    };
    if (done) setTimeout(ask, OUTCOME);
    else ask();
  }

  /** « Répondre plutôt »: the menu closed, the comment in view, the reply box or its button under the caret. Nothing is pressed. */
  private async leadTo({ intent: { control, comment } }: Held): Promise<void> {
    if (isConnected(control) && closestComposed(control, `${MENU},${DIALOG}`)) {
      const escape = { key: "Escape", code: "Escape", keyCode: 27, which: 27, bubbles: true, cancelable: true, composed: true };
      for (const type of ["keydown", "keyup"]) control.dispatchEvent(new KeyboardEvent(type, escape));
      await new Promise((resolve) => setTimeout(resolve));
      if (closestComposed(control, DIALOG) && isConnected(control) && isShown(control)) this.page.overlay().tell(t("replyOnceClosed"));
    }
    if (!isConnected(comment.element)) return;
    Element.prototype.scrollIntoView.call(comment.element, { block: "center" });
    const place = this.replyBox(comment) ?? this.page.site().replyControl(comment.element);
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  }

  /** The reply box of this comment, if it is open. */
  private replyBox(comment: PageComment): Element | null {
    const boxes = queryAll(comment.element, BOXES, MOST_BOXES);
    return boxes.find((box) => editorFor(box) && this.page.site().context(box).comment === comment.text) ?? null;
  }
}

/** One decision a comment and an action. */
function keyOf({ action, comment }: ModerationIntent): string {
  return [action, comment.id, comment.author, comment.text].join("\u0000");
}

/** What the core says; null when it does not answer in time. */
async function adviceOn({ action, comment }: ModerationIntent): Promise<ModerationAdvice | null> {
  const answer = await within(send("moderation", { text: comment.text.slice(0, LONGEST_TEXT), action }), PATIENCE);
  return answer?.ok === true ? answer.value : null;
}

/** The answer if there is one in time, else null. */
function within<Answer>(answer: Promise<Answer>, milliseconds: number): Promise<Answer | null> {
  return Promise.race([answer.catch(() => null), new Promise<null>((resolve) => setTimeout(resolve, milliseconds, null))]);
}

const isShown = (element: Element): boolean => Element.prototype.checkVisibility.call(element);

/** Whether the page asks something itself. */
function isAsking(): boolean {
  return queryAll(document.documentElement, DIALOG, 4).some(isShown);
}

function stop(event: Event): void {
  if (event.cancelable) event.preventDefault();
  event.stopImmediatePropagation();
}
