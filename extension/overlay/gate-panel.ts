/** The pause before an aggressive reply: the words at fault, a breath, and the ways on that the brand leaves open. */

import type { Finding, GateMode, Suggestions } from "../../pkg/wire";
import type { GateChoice } from "../shared/events";
import { foreign } from "../shared/foreign";
import { plural, t } from "../shared/i18n";
import { control } from "./controls";
import type { Draft } from "./draft";
import { h } from "./h";
import { HoldButton } from "./hold-button";
import { focusIn, keepTabInside } from "./panel";
import { Reasons } from "./reasons";
import { SEVERITIES, SEVERITY_SHAPES } from "./words";

/** What the panel is told. */
export interface GateCase {
  findings: readonly Finding[];
  /** What it takes to publish all the same. */
  mode: GateMode;
  breathSeconds: number;
}

/** A draft that was stopped, and what the user may decide. */
export interface GateRequest extends GateCase {
  draft: Draft;
  /** `publish`: with the reason where one was asked for. `edit`, `calm`: nothing is posted. */
  onDecision(choice: GateChoice, reason: string | null): void;
}

export interface GateActions {
  decide(choice: GateChoice, reason: string | null): void;
  calm(text: string): void;
  say(text: string): void;
}

/** In, hold, out: four seconds each. */
const BREATH = 12;
const MOST_SHOWN = 4;

export class GatePanel {
  readonly element: HTMLElement;
  readonly veil = h("div", { class: "veil" });
  private readonly editButton: HTMLButtonElement;
  private readonly calmButton: HTMLButtonElement;
  /** One press publishes; null where it takes more, or nothing does. */
  private readonly publishButton: HTMLButtonElement | null = null;
  private readonly anyway: { reasons: Reasons; button: HoldButton } | null = null;
  private readonly breath: HTMLElement;
  private readonly phase = h("span", { "aria-hidden": "true" });
  /** Its room is kept from the start: nothing moves under the finger when the calmer version comes. */
  private readonly preview = h("p", { class: "preview kept", tabindex: "0", role: "note" }, t("calmLoading"));
  private calmText: string | null = null;
  private readonly seconds: number;
  private breathing: boolean;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    { findings, mode, breathSeconds }: GateCase,
    private readonly actions: GateActions,
  ) {
    this.breathing = breathSeconds > 0 && mode !== "final";
    this.seconds = breathSeconds;
    this.editButton = control(t("gateEdit"), () => actions.decide("edit", null), { class: "main" });
    this.calmButton = control(t("calmVersion"), () => this.useCalm(), { disabled: true });
    if (mode === "confirm") this.publishButton = control(t("gatePublish"), () => actions.decide("publish", null), { disabled: this.breathing });
    if (mode === "hold") this.anyway = this.withReason();
    this.breath = h("div", { class: "breath", hidden: !this.breathing }, h("div", { class: "circle", "aria-hidden": "true" }), this.phase);
    this.element = h(
      "section",
      { class: "panel gate", role: "alertdialog", "aria-modal": "true", "aria-labelledby": "gate-title", "aria-describedby": "gate-words" },
      h("h2", { id: "gate-title" }, t("gateTitle")),
      h("p", {}, t(mode === "final" ? "gateFinal" : "gateLead")),
      h("ul", { id: "gate-words" }, ...this.words(findings)),
      this.breath,
      this.preview,
      h("div", { class: "row" }, this.editButton, this.calmButton, this.publishButton),
      this.anyway &&
        h(
          "div",
          { class: "anyway" },
          h("p", { id: "gate-why" }, t("gateWhy")),
          this.anyway.reasons.element,
          this.anyway.button.element,
          h("p", { class: "soft", id: "gate-hint" }, t("gateHoldHint")),
        ),
    );
  }

  private withReason(): { reasons: Reasons; button: HoldButton } {
    const reasons = new Reasons(() => {
      this.unlock();
      // In a low window it may lie below what can be seen.
      button.element.scrollIntoView({ block: "nearest" });
    });
    const button = new HoldButton(() => this.actions.decide("publish", reasons.chosen), (text) => this.actions.say(text));
    return { reasons, button };
  }

  private words(findings: readonly Finding[]): Node[] {
    const grave = findings.filter((finding) => finding.severity === "warn" || finding.severity === "block");
    const items = grave.slice(0, MOST_SHOWN).map((finding) => {
      const mark = h("span", { class: `severity ${SEVERITY_SHAPES[finding.severity]}` }, h("span", { class: "shape", "aria-hidden": "true" }), t(SEVERITIES[finding.severity]));
      const words = finding.text.trim() === "" ? null : h("span", { class: "words" }, `« ${foreign(finding.text, 120)} » `);
      return h("li", {}, mark, " ", words, finding.message);
    });
    if (grave.length > MOST_SHOWN) items.push(h("li", { class: "soft" }, plural("gateMore", grave.length - MOST_SHOWN)));
    return items;
  }

  /** Starts the pause; called once the panel is in the page. */
  open(): void {
    this.focus();
    if (!this.breathing) return;
    const started = performance.now();
    const tick = () => {
      const elapsed = (performance.now() - started) / 1000;
      const left = Math.ceil(this.seconds - elapsed);
      if (left <= 0) {
        this.breathed();
        return;
      }
      const step = elapsed % BREATH;
      const guide = step < 4 ? t("breatheIn") : step < 8 ? t("breatheHold") : t("breatheOut");
      this.phase.textContent = `${guide} ${plural("secondsLeft", left)}`;
    };
    tick();
    this.actions.say(plural("gatePause", this.seconds));
    this.timer = setInterval(tick, 250);
  }

  private breathed(): void {
    clearInterval(this.timer);
    this.breathing = false;
    this.unlock();
    this.breath.classList.add("done");
    this.phase.textContent = t("breatheDone");
    this.actions.say(t("breatheDone"));
  }

  private unlock(): void {
    if (this.publishButton) this.publishButton.disabled = this.breathing;
    if (this.anyway) this.anyway.button.element.disabled = this.breathing || this.anyway.reasons.chosen === null;
  }

  /** The calmer version arrived, or there is none. */
  offer(answer: Suggestions | null): void {
    this.calmText = answer?.calm ?? null;
    this.calmButton.disabled = this.calmText === null;
    if (this.calmText === null) this.preview.textContent = t("calmNone");
    else this.preview.replaceChildren(h("b", {}, t("calmVersion")), `\n${this.calmText}`);
  }

  private useCalm(): void {
    if (this.calmText !== null) this.actions.calm(this.calmText);
  }

  key(event: KeyboardEvent): void {
    const focused = (this.element.getRootNode() as ShadowRoot).activeElement;
    if (this.anyway && focused === this.anyway.button.element && this.anyway.button.key(event)) return;
    if (event.type !== "keydown") return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.actions.decide("edit", null);
      return;
    }
    if (this.anyway?.reasons.key(event, focused)) return;
    const stops: Array<HTMLElement | null | undefined> = [this.preview, this.editButton, this.calmButton, this.publishButton, this.anyway?.reasons.entry, this.anyway?.button.element];
    // The reason that has the focus stands for all of them.
    const at = focused?.getAttribute("role") === "radio" ? this.anyway?.reasons.entry : focused;
    keepTabInside(event, stops.filter((stop): stop is HTMLElement => stop instanceof HTMLElement && !stop.matches(":disabled")), at ?? null);
  }

  focus(): void {
    focusIn(this.editButton);
  }

  close(): void {
    clearInterval(this.timer);
    this.anyway?.button.stop();
    this.veil.remove();
    this.element.remove();
  }
}
