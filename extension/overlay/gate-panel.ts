/** The pause before an aggressive reply: the words at fault, a breath, and three ways on. */

import type { Finding, Suggestions } from "../../pkg/wire";
import { foreign } from "../shared/foreign";
import { plural, t } from "../shared/i18n";
import { control } from "./controls";
import { h } from "./h";
import { keepTabInside } from "./panel";
import { SEVERITIES, SEVERITY_SHAPES } from "./words";

export interface GateActions {
  edit(): void;
  calm(text: string): void;
  publish(): void;
}

/** In, hold, out: four seconds each. */
const BREATH = 12;
const MOST_SHOWN = 4;

export class GatePanel {
  readonly element: HTMLElement;
  readonly veil = h("div", { class: "veil" });
  private readonly editButton: HTMLButtonElement;
  private readonly calmButton: HTMLButtonElement;
  private readonly publishButton: HTMLButtonElement;
  private readonly breath: HTMLElement;
  private readonly phase = h("span", { "aria-hidden": "true" });
  private readonly preview = h("p", { class: "preview", hidden: true });
  private calmText: string | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    findings: readonly Finding[],
    private readonly breathSeconds: number,
    private readonly actions: GateActions,
    private readonly say: (text: string) => void,
  ) {
    this.editButton = control(t("gateEdit"), () => actions.edit(), { class: "main" });
    this.calmButton = control(t("calmVersion"), () => this.useCalm(), { disabled: true });
    this.publishButton = control(t("gatePublish"), () => actions.publish(), { disabled: breathSeconds > 0 });
    this.breath = h("div", { class: "breath" }, h("div", { class: "circle", "aria-hidden": "true" }), this.phase);
    this.breath.hidden = breathSeconds <= 0;
    this.element = h(
      "section",
      { class: "panel gate", role: "alertdialog", "aria-modal": "true", "aria-labelledby": "gate-title", "aria-describedby": "gate-words" },
      h("h2", { id: "gate-title" }, t("gateTitle")),
      h("p", {}, t("gateLead")),
      h("ul", { id: "gate-words" }, ...this.words(findings)),
      this.breath,
      this.preview,
      h("div", { class: "row" }, this.editButton, this.calmButton, this.publishButton),
    );
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
    this.editButton.focus({ preventScroll: true });
    if (this.breathSeconds <= 0) return;
    const started = performance.now();
    const tick = () => {
      const elapsed = (performance.now() - started) / 1000;
      const left = Math.ceil(this.breathSeconds - elapsed);
      if (left <= 0) {
        this.breathed();
        return;
      }
      const step = elapsed % BREATH;
      const guide = step < 4 ? t("breatheIn") : step < 8 ? t("breatheHold") : t("breatheOut");
      this.phase.textContent = `${guide} ${plural("secondsLeft", left)}`;
    };
    tick();
    this.say(plural("gatePause", this.breathSeconds));
    this.timer = setInterval(tick, 250);
  }

  private breathed(): void {
    clearInterval(this.timer);
    this.publishButton.disabled = false;
    this.breath.classList.add("done");
    this.phase.textContent = t("breatheDone");
    this.say(t("breatheDone"));
  }

  /** The calmer version arrived, or there is none. */
  offer(answer: Suggestions | null): void {
    this.calmText = answer?.calm ?? null;
    if (this.calmText === null) {
      this.calmButton.hidden = true;
      return;
    }
    this.preview.replaceChildren(h("b", {}, t("calmVersion")), `\n${this.calmText}`);
    this.preview.hidden = false;
    this.calmButton.disabled = false;
  }

  private useCalm(): void {
    if (this.calmText !== null) this.actions.calm(this.calmText);
  }

  key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault();
      this.actions.edit();
      return;
    }
    const controls = [this.editButton, this.calmButton, this.publishButton].filter((button) => !button.disabled && !button.hidden);
    keepTabInside(event, controls, (this.element.getRootNode() as ShadowRoot).activeElement);
  }

  focus(): void {
    this.editButton.focus({ preventScroll: true });
  }

  close(): void {
    clearInterval(this.timer);
    this.veil.remove();
    this.element.remove();
  }
}
