/**
 * The gate: nothing aggressive is posted before the user has decided, and nothing is ever posted twice.
 *
 * A handler cannot wait for the core and still stop an event. So it decides at once from the last verdict:
 * the text is the one judged and fit → nothing happens; unfit → the event is stopped; not judged yet → the
 * event is stopped, the core is asked, and the attempt is done again when the answer allows it, or comes
 * too late. A press is stopped to its last event, and counts as one attempt when it ends (`held-press.ts`).
 */

import type { Report } from "../../pkg/wire";
import type { Overlay } from "../overlay";
import type { GateChoice } from "../shared/events";
import { t } from "../shared/i18n";
import { send } from "../shared/send";
import type { Site } from "../sites/types";
import { type Attempt, perform } from "./attempt";
import { HeldPress } from "./held-press";
import { attemptOf, attemptOfInput, isComposing, isKey } from "./intent";
import type { Session } from "./session";

/** What the gate listens to. With fewer, pages that post on mouse-up, touch or key-up get through. */
export const GATE_EVENTS = [
  "pointerdown", "mousedown", "pointerup", "mouseup", "touchstart", "touchend", "click", "auxclick",
  "keydown", "keypress", "keyup", "beforeinput", "submit",
] as const;

/** An answer later than this lets the post pass, unverified. */
const PATIENCE = 1000;
/** A page that tidies the text and then submits does so within this of the press done again. */
const GRACE = 1500;
/** As many as the background takes. */
const MOST_RULES = 50;
/** A page that took the attempt has emptied or removed the editor by then, or shows it is busy. */
const OUTCOME = 2500;

type Decision = { kind: "pass" } | { kind: "stop"; report: Report } | { kind: "unknown" };

/** What the gate needs of the page it guards. */
export interface Guarded {
  sessions(): Session[];
  site(): Site;
  overlay(): Overlay | null;
  breathSeconds(): number;
}

export class Gate {
  /** Texts the user chose to post, or that passed unverified, with the comment each answers. */
  private readonly accepted = new Set<string>();
  private readonly held = new HeldPress();
  private waiting = false;
  /** Set while an attempt is done again: its events are ours. */
  private performing = false;
  private grace: { session: Session; until: number } | null = null;
  private onScreenKeyboard = false;

  constructor(private readonly page: Guarded) {}

  /** The one handler of the thirteen event types. */
  handle(event: Event): void {
    if (this.performing) return;
    if (this.held.continues(event)) {
      stop(event);
      return;
    }
    if (event.type === "keydown") this.onScreenKeyboard = isComposing(event as KeyboardEvent);
    for (const session of this.page.sessions()) {
      const attempt = this.attempt(event, session);
      if (!attempt) continue;
      for (const one of this.postedWith(session)) {
        const decision = this.decide(one, event);
        if (decision.kind === "pass") continue;
        stop(event);
        this.begin(event, one, attempt, decision);
        return;
      }
    }
  }

  /** The session, and those of the other boxes that its controls post too: a thread of posts has a box for each. */
  private postedWith(session: Session): Session[] {
    const controls = session.postControls();
    return [session, ...this.page.sessions().filter((other) => other !== session && other.postControls().some((control) => controls.includes(control)))];
  }

  private attempt(event: Event, session: Session): Attempt | null {
    const { editor } = session;
    if (event.type !== "beforeinput") return attemptOf(event, editor, this.page.site());
    return this.onScreenKeyboard ? attemptOfInput(event as InputEvent, editor, this.page.site()) : null;
  }

  private begin(event: Event, session: Session, attempt: Attempt, decision: Decision): void {
    if (isKey(event)) {
      // A key-up or key-press without its key-down is the end of something that was let through.
      const counts = event.isTrusted ? this.held.holdKey(event) : event.type === "keydown" && !event.repeat;
      if (counts) this.commit(session, attempt);
      return;
    }
    if (attempt.kind !== "gesture" || !event.isTrusted) {
      this.commit(session, attempt);
      return;
    }
    // The answer is likely there before the finger is lifted.
    if (decision.kind === "unknown") void session.ask(session.text);
    const { control } = attempt;
    this.held.holdPress(event, control, (touch) => this.commit(session, { kind: "gesture", control, touch }));
  }

  private key(session: Session): string {
    return `${session.comment ?? ""}\u0000${session.text.replaceAll(/\s+/gu, " ").trim()}`;
  }

  private decide(session: Session, event?: Event): Decision {
    const text = session.readNow();
    if (session.isEmpty) return { kind: "pass" };
    const report = session.verdictOn(text);
    // What the brand forbids was never accepted, though it may have passed unverified.
    if (report?.gate === "final") return { kind: "stop", report };
    if (this.accepted.has(this.key(session))) return { kind: "pass" };
    if (this.grace?.session === session && performance.now() < this.grace.until && (event?.type === "submit" || event?.isTrusted === false)) return { kind: "pass" };
    if (!report) return { kind: "unknown" };
    return report.verdict === "warn" || report.verdict === "block" ? { kind: "stop", report } : { kind: "pass" };
  }

  /** One whole attempt was made: decide it, now or as soon as the core has answered. */
  private commit(session: Session, attempt: Attempt): void {
    const overlay = this.page.overlay();
    if (overlay?.gateIsOpen) {
      overlay.focusGate();
      return;
    }
    if (this.waiting) return;
    const decision = this.decide(session);
    if (decision.kind === "unknown") void this.wait(session, attempt);
    else this.settle(session, attempt, decision);
  }

  private async wait(session: Session, attempt: Attempt): Promise<void> {
    this.waiting = true;
    const until = performance.now() + PATIENCE;
    let decision = this.decide(session);
    // The text may change while the answer travels; then the answer is for another text.
    while (decision.kind === "unknown") {
      const report = await within(session.ask(session.text), until - performance.now());
      if (!report || session.signal.aborted) break;
      decision = this.decide(session);
    }
    this.waiting = false;
    this.settle(session, attempt, decision);
  }

  private settle(session: Session, attempt: Attempt, decision: Decision): void {
    if (decision.kind === "stop" && this.stopUser(session, attempt, decision.report)) return;
    if (decision.kind !== "pass") {
      // Slow or broken: the post passes, and the user sees that nobody looked at it.
      this.accepted.add(this.key(session));
      session.markUnverified();
      this.page.overlay()?.tell(t("passedUnverified"));
    }
    if (decision.kind === "stop") void this.again(session, attempt);
    else this.goOn(session, attempt);
  }

  /** One box is decided: what is posted with it comes next, then all of it is done. */
  private goOn(session: Session, attempt: Attempt): void {
    const other = this.postedWith(session).find((one) => one !== session && this.decide(one).kind !== "pass");
    if (other) this.commit(other, attempt);
    else void this.again(session, attempt);
  }

  /** Shows the words at fault; false when the page lets nothing be shown. */
  private stopUser(session: Session, attempt: Attempt, report: Report): boolean {
    const overlay = this.page.overlay();
    if (!overlay) return false;
    const text = session.text;
    return overlay.openGate({
      draft: session,
      findings: report.findings,
      mode: report.gate ?? "confirm",
      breathSeconds: this.page.breathSeconds(),
      onDecision: (choice, reason) => {
        // The page has put other words there since: they were not what was decided on.
        if (choice === "publish" && session.readNow() !== text) {
          this.commit(session, attempt);
          return;
        }
        record(session, report, choice, reason);
        if (choice !== "publish") return;
        this.accepted.add(this.key(session));
        this.goOn(session, attempt);
      },
    });
  }

  /** Does the attempt once more, and looks whether the page took it. */
  private async again(session: Session, attempt: Attempt): Promise<void> {
    const before = session.text;
    this.grace = { session, until: performance.now() + GRACE };
    const ours = (act: () => void) => {
      this.performing = true;
      try {
        act();
      } finally {
        this.performing = false;
      }
    };
    this.waiting = true;
    const done = await perform(attempt, ours);
    this.waiting = false;
    const ask = () => {
      if (session.signal.aborted || !session.isConnected || session.readNow() !== before || session.isEmpty) return;
      const { gateIsOpen } = this.page.overlay() ?? { gateIsOpen: false };
      // Some pages take no press but a real one. The text is accepted: the next press goes through.
      if (!gateIsOpen && !this.waiting && !isBusy(session)) this.page.overlay()?.tell(t("pressAgain"));
    };
    if (done) setTimeout(ask, OUTCOME);
    else ask();
  }

  /** A new draft begins: what was accepted was another one. */
  forgetAccepted(session: Session): void {
    for (const key of this.accepted) if (key.startsWith(`${session.comment ?? ""}\u0000`)) this.accepted.delete(key);
  }

  /** The user went back to writing. */
  userWrites(session: Session): void {
    if (this.grace?.session === session) this.grace = null;
  }
}

/** What was decided goes to the record: the rules, the choice, the reason. Never the words. */
function record(session: Session, { verdict, findings }: Report, decision: GateChoice, reason: string | null): void {
  const grave = findings.filter((finding) => finding.severity === "warn" || finding.severity === "block");
  const rules = [...new Set(grave.map((finding) => finding.rule))].slice(0, MOST_RULES);
  const { network, id: commentId } = session.context;
  send("recordEvent", { kind: "gateDecision", network, verdict, rules, decision, reason, commentId }).catch(() => undefined);
}

function stop(event: Event): void {
  if (event.cancelable) event.preventDefault();
  event.stopImmediatePropagation();
}

/** The value if it comes in time, else null. */
function within<T>(promise: Promise<T | null>, milliseconds: number): Promise<T | null> {
  return Promise.race([promise, new Promise<null>((resolve) => setTimeout(() => resolve(null), Math.max(0, milliseconds)))]);
}

/** The page shows that it is posting. */
function isBusy(session: Session): boolean {
  const busy = "[aria-busy=true],:disabled,[aria-disabled=true]";
  return session.editor.element.matches(busy) || session.postControls().some((control) => Element.prototype.matches.call(control, busy));
}
