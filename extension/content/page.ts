/** One page from our arrival to our leaving: its sessions, its overlay, its gate. One controller ends it all. */

import { editorFor } from "../editors";
import type { Editor } from "../editors/types";
import { shown } from "../overlay/draft";
import { Overlay } from "../overlay";
import { Memory } from "../overlay/memory";
import { plural, t } from "../shared/i18n";
import type { CommandName, ListedComment, PageStatus, SiteState } from "../shared/messages";
import { containsComposed, deepActiveElement, hostOfPage, rootOf } from "../shared/safe-dom";
import { send } from "../shared/send";
import { siteFor, softwareOf } from "../sites";
import type { Site } from "../sites/types";
import { Gate } from "./gate";
import { holdLine, isAlive } from "./lifeline";
import { ModerationGuard } from "./moderation-guard";
import { scrollTo, statusOf } from "./page-status";
import { Session } from "./session";
import { isPressed } from "./shortcut";

/** A page with more boxes open than this is no conversation. */
const MOST_SESSIONS = 12;

export class Page {
  private readonly end = new AbortController();
  readonly signal = this.end.signal;
  private readable: Site = siteFor(hostOfPage());
  private identified = false;
  private state: SiteState | null = null;
  private learning: Promise<void> | null = null;
  private current: Session | null = null;
  private readonly open = new Set<Session>();
  private overlay: Overlay | null = null;
  private memory: Memory | null = null;
  private composerSeen = false;
  private isDisturbed = false;
  private line: AbortController | null = null;
  private announced = new WeakMap<Session, number>();
  readonly gate = new Gate({
    sessions: () => this.sessions(),
    site: () => this.site,
    overlay: () => this.stand(),
    breathSeconds: () => this.state?.breathSeconds ?? 0,
  });
  readonly moderation = new ModerationGuard({
    site: () => this.site,
    isActive: () => this.state?.active === true && !this.signal.aborted,
    overlay: () => this.raise(),
    isAsking: () => this.overlay?.moderationIsOpen === true,
  });

  /** The site that reads this page: by its host, else by the software that made it, once the page is there. */
  private get site(): Site {
    if (!this.identified && document.readyState !== "loading") {
      this.identified = true;
      this.readable = softwareOf(this.readable) ?? this.readable;
    }
    return this.readable;
  }

  /** The user pressed something: what comes next may depend on it. */
  sees(event: Event): void {
    if (!event.isTrusted || !this.site.sees(event.composedPath())) return;
    this.current?.refreshContext();
    // The page answers the press in its own time: it writes a name in the box, or moves the box.
    setTimeout(() => this.signal.aborted || this.current?.refreshContext());
  }

  /** Nothing has been written in yet: the gate has nothing to guard. */
  get isIdle(): boolean {
    return this.open.size === 0;
  }

  /** The overlay's own events are kept from the page. */
  takes(event: Event): boolean {
    return this.overlay?.take(event) ?? false;
  }

  /** The sessions whose editor is still there, the current one first. */
  private sessions(): Session[] {
    for (const session of this.open) if (!session.isConnected) this.drop(session);
    return [...this.open].sort((left, right) => Number(right === this.current) - Number(left === this.current));
  }

  /** Learns at once whether this site is watched: the first words may be written and sent within a moment. */
  async begin(): Promise<void> {
    await this.learnState();
    // The caret may stand in a reply box already.
    if (!this.signal.aborted) this.focused(deepActiveElement() ?? undefined);
  }

  /** Something got the focus. */
  focused(target: EventTarget | undefined): void {
    const editor = editorFor(target);
    if (!editor) return;
    this.composerSeen = true;
    const known = [...this.open].find((session) => session.editor.element === editor.element);
    if (known) {
      known.refreshContext();
      this.turnTo(known);
    } else if (this.state) this.watch(editor);
    else void this.learnState().then(() => this.watch(editor));
  }

  /** Within a shadow root the focus moves unheard: what is pressed or typed in tells where it is. */
  reached(target: EventTarget | undefined): void {
    if (target instanceof Element && rootOf(target) instanceof ShadowRoot && target !== this.current?.editor.element) this.focused(target);
  }

  private learnState(): Promise<void> {
    this.learning ??= this.askState().finally(() => (this.learning = null));
    return this.learning;
  }

  private async askState(): Promise<void> {
    try {
      const state = await send("siteState", {});
      if (!this.signal.aborted) this.state = typeof state?.active === "boolean" ? state : null;
    } catch {
      this.checkAlive();
    }
  }

  private watch(editor: Editor): void {
    if (this.signal.aborted || !this.state?.active || [...this.open].some((session) => session.editor.element === editor.element)) return;
    const session = new Session(editor, this.site, this.signal, (changed, byUser) => this.changed(changed, byUser));
    this.open.add(session);
    const oldest = this.open.values().next().value;
    if (this.open.size > MOST_SESSIONS && oldest && oldest !== session) this.drop(oldest);
    this.turnTo(session);
  }

  private holdLine(): void {
    if (this.line) return;
    this.line = new AbortController();
    holdLine(AbortSignal.any([this.signal, this.line.signal]), () => this.leave());
  }

  /** The overlay, there again if it had left. */
  private stand(): Overlay | null {
    return this.signal.aborted || this.open.size === 0 ? null : this.raise();
  }

  private raise(): Overlay {
    this.holdLine();
    this.memory ??= new Memory(this.site.network);
    return (this.overlay ??= new Overlay({
      pulse: () => this.pulse(),
      disturbed: () => this.disturbed(),
      shortcuts: () => this.state?.shortcuts ?? null,
      memory: this.memory,
    }));
  }

  private turnTo(session: Session): void {
    this.current = session;
    this.stand()?.show(session);
  }

  private changed(session: Session, byUser: boolean): void {
    if (byUser) this.gate.userWrites(session);
    if (session !== this.current) return;
    if (this.overlay || !session.isEmpty) this.stand()?.show(session);
    this.announce(session);
  }

  /** Says how many points there are, once per change of their number. */
  private announce(session: Session): void {
    if (session.status === "checking") return;
    const count = shown(session.findings).length;
    const before = this.announced.get(session) ?? 0;
    if (count === before) return;
    this.announced.set(session, count);
    this.overlay?.say(count > 0 ? plural("pointsToReview", count) : session.isEmpty ? "" : t("nothingLeft"));
  }

  private drop(session: Session): void {
    session.close();
    this.open.delete(session);
    this.overlay?.forget(session);
    if (this.current === session) this.current = null;
    if (this.open.size === 0 && this.overlay?.isBusy !== true) this.rest();
  }

  /** Nothing is written anywhere, and the user is elsewhere. */
  private get isLeft(): boolean {
    const active = deepActiveElement();
    return this.overlay?.isBusy === false && [...this.open].every((session) => session.isEmpty && !(active && containsComposed(session.editor.element, active)));
  }

  /** The page is as if we had never come, until the next focus or the next word. */
  private rest(): void {
    this.overlay?.remove();
    this.overlay = null;
    this.line?.abort();
    this.line = null;
  }

  /** Once a second while something is shown. */
  private pulse(): void {
    this.checkAlive();
    // What no event told: a field emptied by its page with the caret already at its start.
    for (const session of this.sessions()) if (session.editor.kind === "field") session.look(false);
    if (this.isLeft) this.rest();
  }

  /** The page will not have the overlay: what cannot be said here is said on the toolbar. */
  private disturbed(): void {
    this.isDisturbed = true;
    send("disturbed", {}).catch(() => this.checkAlive());
  }

  private checkAlive(): void {
    if (!isAlive()) this.leave();
  }

  /** Back from the browser's memory: what was said to the tab meanwhile was not heard. */
  async returned(): Promise<void> {
    await this.learnState();
    if (this.state) this.stateChanged(this.state);
  }

  /** The user switched this site on or off. */
  stateChanged(state: SiteState): void {
    this.state = state;
    if (!state.active) {
      for (const session of this.open) this.drop(session);
      // A question about a comment stands without a session.
      this.rest();
    } else if (this.open.size === 0) this.focused(deepActiveElement() ?? undefined);
  }

  /** What the popup shows of this page. */
  status(): PageStatus {
    return statusOf(this.site, this.current ?? this.sessions()[0], { composerSeen: this.composerSeen, disturbed: this.isDisturbed });
  }

  /** Scrolls to a comment of the popup's list. */
  showComment(wanted: ListedComment): void {
    scrollTo(wanted, this.site);
  }

  /** A shortcut of the extension. */
  command(name: CommandName): void {
    if (!this.current) this.focused(deepActiveElement() ?? undefined);
    if (name === "open-card") this.overlay?.openCard(true);
    else this.overlay?.openSuggestions(true);
  }

  /** Keys of ours pressed in the page: the shortcuts of the browser where it left them to the page, Escape for what is open. */
  key(event: KeyboardEvent): void {
    if (!event.isTrusted || !this.current || !this.overlay) return;
    const shortcuts = this.state?.shortcuts;
    const name = shortcuts && (["open-card", "suggest"] as const).find((command) => isPressed(event, shortcuts[command]));
    if (name) {
      take(event);
      this.command(name);
    } else if (event.key === "Escape" && !event.isComposing && !this.overlay.gateIsOpen && this.overlay.close()) take(event);
  }

  /** The user pressed in the page while the gate was open: in the draft, that is « Modifier ». */
  pressed(event: Event): void {
    if (!event.isTrusted || !this.overlay?.gateIsOpen || !this.current) return;
    if (event.composedPath().includes(this.current.editor.element)) this.overlay.dismissGate();
  }

  /** A new draft was begun in an emptied editor. */
  begins(event: InputEvent): void {
    if (!event.isTrusted || !this.current) return;
    const { current } = this;
    if (event.inputType.startsWith("insert") && event.composedPath().includes(current.editor.element) && current.readNow().trim() === "") this.gate.forgetAccepted(current);
  }

  /** Leaves for good. */
  leave(): void {
    if (this.signal.aborted) return;
    for (const session of this.open) session.close();
    this.open.clear();
    this.current = null;
    try {
      this.rest();
    } finally {
      this.end.abort();
    }
  }
}

function take(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
