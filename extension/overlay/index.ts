/** All that is shown beside a draft, in one host element. Nothing exists before the first draft, nothing after. */

import type { Finding, Fix } from "../../pkg/wire";
import type { GateChoice } from "../shared/events";
import { t } from "../shared/i18n";
import type { Shortcuts } from "../shared/messages";
import { containsComposed, rectOf, rootElement } from "../shared/safe-dom";
import { Badge } from "./badge";
import { Card } from "./card";
import { type Draft, shown } from "./draft";
import { GatePanel, type GateRequest } from "./gate-panel";
import { HEARTBEAT, Host } from "./host";
import { Lines } from "./lines";
import { Live } from "./live";
import type { Memory } from "./memory";
import { ModerationPanel, type ModerationRequest } from "./moderation-panel";
import { Note } from "./note";
import { Panel } from "./panel";
import { followElement } from "./position";
import { happenedIn, shield } from "./shield";
import { SuggestionPanel } from "./suggestions";

/** What the overlay needs of the page it is in. */
export interface Surroundings {
  /** Called once a second while something is shown. */
  pulse(): void;
  /** The page will not have us. */
  disturbed(): void;
  shortcuts(): Shortcuts | null;
  memory: Memory;
}

/** For so long after something of the page lay above ours, a press may have been meant for that. */
const UNCOVERED_AFTER = 400;
const PRESSES: ReadonlySet<string> = new Set(["pointerdown", "mousedown", "touchstart", "click"]);

export class Overlay {
  private readonly host = new Host(() => this.giveUp());
  private readonly live = new Live();
  private readonly lines = new Lines();
  private readonly note = new Note(this.host.stage);
  private readonly badge: Badge;
  private readonly end = new AbortController();
  private draft: Draft | null = null;
  private following: AbortController | null = null;
  private card: Card | null = null;
  private suggestions: SuggestionPanel | null = null;
  private gate: { panel: GatePanel; request: GateRequest } | null = null;
  private moderation: { panel: ModerationPanel; request: ModerationRequest } | null = null;
  private broken = false;
  /** The frame in which things are placed; 0 when none is asked for. */
  private asked = 0;
  private coveredAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly page: Surroundings) {
    const keys = (draft: Draft) => page.shortcuts()?.[draft.status === "empty" ? "suggest" : "open-card"] ?? "";
    this.badge = new Badge(() => this.toggle(), page.memory, keys, () => this.place());
    void page.memory.learn().then(() => this.draft && !this.end.signal.aborted && this.show(this.draft));
    this.host.stage.append(this.lines.element, this.badge.element, this.live.element);
    const { signal } = this.end;
    window.addEventListener("toggle", (event) => this.covered(event), { signal, capture: true, passive: true });
    const beat = setInterval(() => this.beat(), HEARTBEAT);
    signal.addEventListener("abort", () => clearInterval(beat), { once: true });
    window.addEventListener("visibilitychange", () => this.keepAlive(), { signal });
    window.addEventListener("pageshow", () => this.keepAlive(), { signal });
  }

  /** Keeps an event of the overlay from the page and acts on it; false when it is none of ours. */
  take(event: Event): boolean {
    if (!happenedIn(this.host, event)) return false;
    if (event.type === "toggle") this.host.restore();
    if (PRESSES.has(event.type) && performance.now() - this.coveredAt < UNCOVERED_AFTER) {
      event.stopImmediatePropagation();
      if (event.cancelable) event.preventDefault();
      return true;
    }
    shield(this.host, event, (key) => this.key(key));
    return true;
  }

  private keepAlive(): void {
    this.host.keepAlive();
    this.lines.keepAlive();
  }

  private beat(): void {
    this.keepAlive();
    this.page.pulse();
    if (this.end.signal.aborted) return;
    if (this.draft || this.moderation || this.note.isShown) this.stand(this.near);
    if (this.draft) this.place();
  }

  /** What the overlay stands by. */
  private get near(): Element {
    return this.moderation?.request.near ?? this.draft?.editor.element ?? rootElement();
  }

  /** Puts the host in the page; a page that will not have it keeps its way. */
  private stand(near: Element): boolean {
    return !this.broken && this.host.place(near);
  }

  /** The page keeps taking the host away: what is asked in it can no longer be answered. */
  private giveUp(): void {
    this.broken = true;
    this.closeGate();
    this.closeModeration();
    this.closePanels();
    this.page.disturbed();
  }

  /** The page opened something above the gate, or once more the dialog we stand in: we come back above it. */
  private covered(event: Event): void {
    const { target } = event;
    if (target === this.host.element || !(target instanceof Element)) return;
    if (this.isDeciding) this.coveredAt = performance.now();
    if (this.isDeciding || containsComposed(target, this.host.element)) this.host.raise();
  }

  /** Shows this draft as it is now. */
  show(draft: Draft): void {
    if (this.draft !== draft) this.turnTo(draft);
    const stands = this.stand(this.near);
    this.lines.draw(draft);
    if (!stands) return;
    this.badge.show(draft);
    this.card?.show(draft);
    this.placeSoon();
  }

  private turnTo(draft: Draft): void {
    this.closePanels();
    this.lines.clear();
    this.following?.abort();
    this.following = new AbortController();
    this.draft = draft;
    followElement(draft.editor.element, this.following.signal, () => this.placeSoon());
  }

  /** At the next frame, when the page lays itself out anyway: asked at each key, it would have to for each. */
  private placeSoon(): void {
    this.asked ||= requestAnimationFrame(() => {
      this.asked = 0;
      if (!this.end.signal.aborted) this.place();
    });
  }

  private place(): void {
    this.lines.place();
    const keepClear = this.keepClear();
    this.badge.place(keepClear);
    this.note.place(keepClear);
    this.card?.panel.place();
    this.suggestions?.panel.place();
  }

  /** Nothing of ours lies over what posts the reply. */
  private keepClear(): DOMRect[] {
    return this.draft?.postControls().map(rectOf) ?? [];
  }

  private panel(name: Panel["name"], label: string, draft: Draft): Panel {
    return new Panel(name, label, draft.editor.element, this.page.memory, () => this.keepClear());
  }

  /** Nothing is shown for this draft any more. */
  forget(draft: Draft): void {
    if (this.gate?.request.draft === draft) this.closeGate();
    if (this.draft !== draft) return;
    this.closePanels();
    this.following?.abort();
    this.lines.clear();
    this.draft = null;
    this.badge.element.hidden = true;
    if (this.moderation) return;
    this.host.remove();
  }

  say(text: string): void {
    this.live.say(text);
  }

  /** A sentence that must be seen as well as heard. */
  tell(text: string): void {
    this.note.show(text);
    this.stand(this.near);
    this.note.place(this.keepClear());
    this.say(text);
  }

  private toggle(): void {
    if (this.card || this.suggestions) this.close();
    else if (this.draft?.status === "empty") this.openSuggestions(false);
    else this.openCard(false);
  }

  /** Opens the card; by keyboard, it takes the focus. */
  openCard(takesFocus: boolean): void {
    const draft = this.draft;
    if (!draft || this.isDeciding || !this.stand(this.near)) return;
    this.closePanels();
    this.card = new Card(draft, this.panel("card", t("cardLabel"), draft), {
      apply: (finding, fix) => void this.apply(finding, fix),
      suggest: () => this.openSuggestions(takesFocus),
      close: () => this.close(),
    });
    this.host.stage.append(this.card.panel.element);
    this.card.show(draft);
    if (takesFocus) this.card.panel.focusFirst();
    this.say(this.card.summary());
  }

  /** Opens the suggestions, or the calmer version when there is a draft. */
  openSuggestions(takesFocus: boolean): void {
    const draft = this.draft;
    if (!draft || this.isDeciding || !this.stand(this.near)) return;
    this.closePanels();
    const label = draft.status === "empty" ? t("suggestionsLabel") : t("calmVersion");
    const suggestions = new SuggestionPanel(draft, this.panel("suggestions", label, draft), { insert: (text) => void this.rewrite(draft, text), close: () => this.close() });
    this.suggestions = suggestions;
    this.host.stage.append(suggestions.panel.element);
    void suggestions.load().then(() => {
      if (takesFocus && this.suggestions === suggestions) suggestions.panel.focusFirst();
    });
  }

  private async apply(finding: Finding, fix: Fix): Promise<void> {
    const draft = this.draft;
    if (!draft) return;
    const done = await draft.apply(finding, fix);
    if (!done) await this.handOver(fix.replacement);
    else if (shown(draft.findings).length === 0) this.close();
    if (done) this.say(t("applied"));
  }

  private async rewrite(draft: Draft, text: string): Promise<void> {
    this.closePanels();
    if (await draft.rewrite(text)) this.say(t("applied"));
    else await this.handOver(text);
  }

  /** The editor did not take the words: they go to the clipboard, and the user is told. */
  private async handOver(text: string): Promise<void> {
    try {
      if (text === "") throw new Error("nothing to copy");
      await navigator.clipboard.writeText(text);
      this.tell(t("copiedInstead"));
    } catch {
      this.tell(t("notInserted"));
    }
  }

  /** Closes what is open beside the editor; true when something was. */
  close(): boolean {
    const open = this.card !== null || this.suggestions !== null;
    const hadFocus = this.host.root.activeElement !== null;
    this.closePanels();
    if (open && hadFocus) this.draft?.editor.focus();
    return open;
  }

  private closePanels(): void {
    this.card?.panel.element.remove();
    this.card = null;
    this.suggestions?.panel.element.remove();
    this.suggestions = null;
  }

  private key(event: KeyboardEvent): void {
    const asking = this.moderation ?? this.gate;
    if (asking && (event.type === "keydown" || asking === this.gate)) asking.panel.key(event);
    if (asking || event.type !== "keydown") return;
    if (event.key === "Escape") {
      event.preventDefault();
      if (!this.close()) this.draft?.editor.focus();
    } else if (!(this.card ?? this.suggestions)?.panel.key(event)) this.card?.key(event);
  }

  /** Something is open, said, or under the user's hands. */
  get isBusy(): boolean {
    return this.isDeciding || this.card !== null || this.suggestions !== null || this.note.isShown || this.host.root.activeElement !== null;
  }

  get gateIsOpen(): boolean {
    return this.gate !== null;
  }

  get moderationIsOpen(): boolean {
    return this.moderation !== null;
  }

  /** The user is asked something that waits for an answer. */
  private get isDeciding(): boolean {
    return this.gate !== null || this.moderation !== null;
  }

  /** Gives the focus to the question that waits for an answer; false when none does. */
  focusQuestion(): boolean {
    const asking = this.moderation ?? this.gate;
    asking?.panel.focus();
    return asking !== null;
  }

  /** Stops the user before a comment is moderated; false when nothing can be shown. */
  openModeration(request: ModerationRequest): boolean {
    this.closePanels();
    this.note.hush();
    if (!this.stand(request.near)) return false;
    this.host.raise();
    const leave = (then: () => void) => () => {
      this.closeModeration();
      then();
    };
    const panel = new ModerationPanel(request, leave(request.onCancel), leave(request.onReply), leave(request.onModerate));
    this.moderation = { panel, request };
    this.host.stage.append(panel.veil, panel.element);
    panel.focus();
    return true;
  }

  private closeModeration(): void {
    this.moderation?.panel.close();
    this.moderation = null;
  }

  /** Stops the user before a post; false when nothing can be shown, and the post must pass. */
  openGate(request: GateRequest): boolean {
    this.closeGate();
    this.show(request.draft);
    if (!this.stand(this.near)) return false;
    this.closePanels();
    this.note.hush();
    // A popover the page opened since would lie above ours.
    this.host.raise();
    const panel = new GatePanel(request, {
      decide: (choice, reason) => this.leaveGate(choice, reason),
      calm: (text) => {
        this.leaveGate("calm", null);
        void this.rewrite(request.draft, text);
      },
      say: (text) => this.say(text),
    });
    this.gate = { panel, request };
    this.host.stage.append(panel.veil, panel.element);
    panel.open();
    void request.draft.suggest().then((answer) => panel.offer(answer));
    return true;
  }

  focusGate(): void {
    this.gate?.panel.focus();
  }

  /** As if the user had chosen « Modifier ». */
  dismissGate(): void {
    this.leaveGate("edit", null);
  }

  private leaveGate(choice: GateChoice, reason: string | null): void {
    const request = this.gate?.request;
    this.closeGate();
    request?.draft.editor.focus();
    request?.onDecision(choice, reason);
  }

  private closeGate(): void {
    this.gate?.panel.close();
    this.gate = null;
  }

  /** Leaves the page as if we had never come. */
  remove(): void {
    this.closeGate();
    this.closeModeration();
    this.closePanels();
    this.note.hush();
    this.following?.abort();
    this.end.abort();
    this.lines.remove();
    this.host.remove();
  }
}
