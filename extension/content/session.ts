/** One editor being written in: its text, its revision, what the core last said of it. One signal ends it. */

import type { Finding, Fix, Reading, Report, Suggestions } from "../../pkg/wire";
import type { Editor, Projection } from "../editors/types";
import type { Draft, DraftStatus } from "../overlay/draft";
import { send } from "../shared/send";
import type { Composer, CoreAnswer } from "../shared/messages";
import { isConnected } from "../shared/safe-dom";
import type { ReplyContext, Site } from "../sites/types";
import { shiftFindings } from "./shift";

const DEBOUNCE = 150;
/** Verdicts remembered for texts this editor has held; the texts live here and nowhere else. */
const REMEMBERED = 12;

/** How long the controls that were found count as those of the page, in milliseconds. */
const CONTROLS_HOLD = 400;

export class Session implements Draft {
  readonly signal: AbortSignal;
  context: ReplyContext;
  projection: Projection;
  reading: Reading | null = null;
  report: Report | null = null;
  findings: Finding[] = [];
  /** Rises with each change of the text; an answer for an older one is not shown. */
  revision = 0;
  private readonly abort = new AbortController();
  private readonly verdicts = new Map<string, Report>();
  private readonly asked = new Map<string, Promise<Report | null>>();
  private failedText: string | null = null;
  private composing = false;
  private controls: Element[] = [];
  private controlsSearched = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly editor: Editor,
    private readonly site: Site,
    parent: AbortSignal,
    private readonly changed: (session: Session, byUser: boolean) => void,
  ) {
    this.signal = AbortSignal.any([parent, this.abort.signal]);
    this.context = site.context(editor.element);
    this.projection = editor.read();
    const { signal } = this;
    editor.element.addEventListener("compositionstart", () => void (this.composing = true), { signal });
    editor.element.addEventListener(
      "compositionend",
      () => {
        this.composing = false;
        this.look(true);
      },
      { signal },
    );
    editor.watch(signal, (byUser) => this.look(byUser));
    signal.addEventListener("abort", () => clearTimeout(this.timer), { once: true });
    void this.analyze();
    this.checkSoon(0);
  }

  get text(): string {
    return this.projection.text;
  }

  get isEmpty(): boolean {
    return this.text.trim() === "";
  }

  get comment(): string | null {
    return this.context.comment;
  }

  get author(): string | null {
    return this.context.author;
  }

  get isPrivate(): boolean {
    return this.context.visibility === "private";
  }

  get isConnected(): boolean {
    return isConnected(this.editor.element);
  }

  get status(): DraftStatus {
    if (this.isEmpty) return "empty";
    const report = this.verdicts.get(this.text);
    if (report) return report.checked === undefined ? "checked" : "trimmed";
    return this.failedText === this.text ? "unverified" : "checking";
  }

  /** Asked on every scroll and every look of the badge: searched anew only now and then. */
  postControls(): Element[] {
    const now = performance.now();
    if (now - this.controlsSearched > CONTROLS_HOLD || !this.controls.every(isConnected)) {
      this.controls = this.site.postControls(this.editor.element);
      this.controlsSearched = now;
    }
    return this.controls;
  }

  get isGuarded(): boolean {
    return this.editor.singleLine || this.postControls().length > 0 || this.site.enterPosts(this.editor.element);
  }

  /** The composer may be the same element for another comment: pages keep one and move it. */
  refreshContext(): void {
    const context = this.site.context(this.editor.element);
    // A comment that a long list has let go of is still the one being answered.
    if (context.comment === null && !this.isEmpty) return;
    // Questions under way belong to the context they were asked in: the same one is not replaced.
    if ((["comment", "id", "visibility", "limit"] as const).every((told) => context[told] === this.context[told])) return;
    this.context = context;
    this.reading = null;
    this.verdicts.clear();
    // What is still on its way answers the old question, and will not be kept.
    this.asked.clear();
    this.report = null;
    void this.analyze();
    this.checkSoon(0);
  }

  /** Reads the editor now. Cheap enough for every event the gate must decide on. */
  readNow(): string {
    const before = this.text;
    this.projection = this.editor.read();
    if (this.text === before) return this.text;
    this.revision++;
    this.findings = shiftFindings(this.findings, before, this.text);
    this.accept(this.text);
    return this.text;
  }

  /** What the core said of exactly this text. */
  verdictOn(text: string): Report | undefined {
    return this.verdicts.get(text);
  }

  /** Looks whether the text has changed. */
  look(byUser: boolean): void {
    if (this.composing || this.signal.aborted) return;
    const revision = this.revision;
    const before = this.text;
    const wasEmpty = this.isEmpty;
    this.readNow();
    // One box may serve the whole page: another draft, maybe another comment. Asked once the page has redrawn around it.
    if (wasEmpty !== this.isEmpty) {
      // Emptied, it answers what the page says now; the next word may come before the page has redrawn.
      if (this.isEmpty) this.refreshContext();
      setTimeout(() => this.signal.aborted || this.refreshContext());
    }
    if (this.text === before && revision === this.revision) {
      // Same text in new nodes (an editor that redraws itself): the lines must find them again.
      if (this.editor.kind === "rich") this.changed(this, byUser);
      return;
    }
    this.changed(this, byUser);
    this.checkSoon(DEBOUNCE);
  }

  private checkSoon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(this.readNow()), delay);
  }

  private composer(draft: string): Composer {
    const { comment, author, network, visibility, limit, time } = this.context;
    return { draft, comment, author, network, visibility, limit, age: minutesSince(time) };
  }

  /** The report on `text`: known, on its way, or asked now. Null when the core did not answer. */
  ask(text: string): Promise<Report | null> {
    if (text.trim() === "") return Promise.resolve(null);
    const known = this.verdicts.get(text);
    if (known) return Promise.resolve(known);
    const running = this.asked.get(text);
    if (running) return running;
    const context = this.context;
    const answer = this.question(text)
      .then((report) => {
        if (this.signal.aborted || context !== this.context) return report;
        if (report) this.remember(text, report);
        else this.failedText = text;
        if (this.text === text) {
          this.accept(text);
          this.changed(this, false);
        }
        return report;
      })
      .finally(() => this.asked.get(text) === answer && this.asked.delete(text));
    this.asked.set(text, answer);
    return answer;
  }

  private async question(text: string): Promise<Report | null> {
    try {
      return valueOf(await send("check", this.composer(text)));
    } catch {
      return null;
    }
  }

  private remember(text: string, report: Report): void {
    this.verdicts.delete(text);
    this.verdicts.set(text, report);
    if (this.failedText === text) this.failedText = null;
    const oldest = this.verdicts.keys().next().value;
    if (this.verdicts.size > REMEMBERED && oldest !== undefined) this.verdicts.delete(oldest);
  }

  /** Makes the report on the present text the one shown. */
  private accept(text: string): void {
    const report = this.verdicts.get(text);
    if (report) {
      this.report = report;
      this.findings = [...report.findings];
    } else if (text.trim() === "") {
      this.report = null;
      this.findings = [];
    }
  }

  /** This text went unchecked: say so until it changes or the core answers. */
  markUnverified(): void {
    this.failedText = this.text;
    this.changed(this, false);
  }

  private async analyze(): Promise<void> {
    const { comment, network } = this.context;
    if (comment === null) return;
    try {
      const reading = valueOf(await send("analyze", { text: comment, network }));
      if (this.signal.aborted || this.context.comment !== comment) return;
      this.reading = reading;
      this.changed(this, false);
    } catch {
      // The card does without.
    }
  }

  async suggest(): Promise<Suggestions | null> {
    try {
      return valueOf(await send("suggest", this.composer(this.readNow())));
    } catch {
      return null;
    }
  }

  async apply(finding: Finding, fix: Fix): Promise<boolean> {
    const text = this.readNow();
    const current = this.findings.find((other) => other.rule === finding.rule && other.text === finding.text && other.start === finding.start) ?? finding;
    if (current.end > text.length) return false;
    if (current.end > current.start && text.slice(current.start, current.end) !== current.text) return false;
    // Words taken out between two blanks take one with them.
    const doubled = fix.replacement === "" && text[current.end] === " " && (current.start === 0 || text[current.start - 1] === " ");
    return this.change(current.start, current.end + Number(doubled), fix.replacement);
  }

  rewrite(text: string): Promise<boolean> {
    return this.change(0, this.readNow().length, text);
  }

  private async change(start: number, end: number, text: string): Promise<boolean> {
    const done = await this.editor.replace(start, end, text);
    await this.ask(this.readNow());
    this.changed(this, true);
    return done;
  }

  close(): void {
    this.abort.abort();
  }
}

/** Whole minutes since a moment; null when it is none, or to come. */
function minutesSince(time: string | null): number | null {
  const minutes = time === null ? Number.NaN : Math.floor((Date.now() - Date.parse(time)) / 60_000);
  return minutes >= 0 ? minutes : null;
}

/** The value of an answer of the core; null for a failure, or for something that is no answer at all. */
function valueOf<T>(answer: CoreAnswer<T> | undefined): T | null {
  return answer?.ok === true ? answer.value : null;
}
