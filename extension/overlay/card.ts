/** The findings, one by one: the words, what is the matter, why, where the rule comes from, what to write instead. */

import type { Finding, Fix } from "../../pkg/wire";
import { foreign } from "../shared/foreign";
import { plural, t } from "../shared/i18n";
import { control } from "./controls";
import { type Draft, shown } from "./draft";
import { h } from "./h";
import type { Panel } from "./panel";
import { readingLine, SEVERITIES, SEVERITY_SHAPES } from "./words";

export interface CardActions {
  apply(finding: Finding, fix: Fix): void;
  suggest(): void;
  close(): void;
}

export class Card {
  private at: number;
  private drawn = "";

  constructor(
    private draft: Draft,
    readonly panel: Panel,
    private readonly actions: CardActions,
  ) {
    const caret = draft.editor.caret();
    const findings = shown(draft.findings);
    // What is missing stands at the end, where the caret always is: it must not hide what is wrong.
    const under = caret === null ? -1 : findings.findIndex((finding) => finding.start < finding.end && finding.start <= caret && caret <= finding.end);
    this.at = Math.max(0, under);
  }

  /** Shows the draft as it is now. */
  show(draft: Draft): void {
    this.draft = draft;
    const findings = shown(draft.findings);
    this.at = Math.min(this.at, Math.max(0, findings.length - 1));
    // Filling anew moves the controls under the finger: only when something changed.
    const drawn = JSON.stringify([findings, this.at, draft.status, draft.comment, draft.reading, draft.isGuarded]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const finding = findings[this.at];
    const exposed = draft.status === "empty" || draft.status === "checking" || draft.isGuarded ? null : h("p", { class: "exposed" }, t("cardNoGate"));
    this.panel.fill(this.about(), exposed, ...(finding ? this.one(finding, findings.length) : [this.nothing()]), this.footer(findings.length));
  }

  /** Arrow keys go from one finding to the next. */
  key(event: KeyboardEvent): void {
    if (event.altKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
    event.preventDefault();
    this.go(event.key === "ArrowRight" ? 1 : -1);
  }

  private go(step: number): void {
    const count = shown(this.draft.findings).length;
    if (count === 0) return;
    this.at = (this.at + step + count) % count;
    this.show(this.draft);
  }

  private about(): HTMLElement {
    const { comment, author, reading } = this.draft;
    if (comment === null) return h("p", { class: "soft" }, t(this.draft.isPrivate ? "cardPrivate" : "cardNoComment"));
    const who = author ? t("cardAnswering", foreign(author, 60)) : t("cardAnsweringSomeone");
    return h("p", { class: "soft" }, reading ? `${who} ${readingLine(reading)}` : who);
  }

  private one(finding: Finding, count: number): Node[] {
    const severity = h(
      "span",
      { class: `severity ${SEVERITY_SHAPES[finding.severity]}` },
      h("span", { class: "shape", "aria-hidden": "true" }),
      t(SEVERITIES[finding.severity]),
    );
    const fixes = finding.fixes.map((fix, index) =>
      control(
        fix.replacement === "" ? fix.label : `${fix.label} → ${foreign(fix.replacement, 120)}`,
        () => this.actions.apply(finding, fix),
        { class: index === 0 ? "main" : "", "data-name": `fix-${index}` },
        JSON.stringify([finding.rule, finding.start, finding.text, fix]),
      ),
    );
    return [
      h("h2", {}, finding.message),
      h("p", {}, severity, count > 1 ? ` ${t("cardPosition", this.at + 1, count)}` : ""),
      finding.text.trim() === "" ? h("p", { class: "soft" }, t("cardMissing")) : h("p", { class: "words" }, `« ${foreign(finding.text, 160)} »`),
      ...(finding.weighed ? [h("p", { class: "soft" }, t("cardWeighed", finding.weighed.map((word) => `« ${foreign(word, 40)} »`).join(", ")))] : []),
      h("p", {}, finding.why),
      h("p", { class: "soft" }, t("cardSource", finding.source)),
      h("div", { class: "row" }, ...fixes),
    ];
  }

  private nothing(): HTMLElement {
    const said = {
      empty: t("cardEmpty"),
      checking: t("badgeChecking"),
      checked: t("cardNothing"),
      trimmed: t("cardTrimmed", this.draft.report?.checked ?? 0),
      unverified: t("badgeUnverifiedTitle"),
    };
    return h("h2", {}, said[this.draft.status]);
  }

  private footer(count: number): HTMLElement {
    return h(
      "div",
      { class: "row" },
      count > 1 ? control(t("cardPrevious"), () => this.go(-1), { "data-name": "previous" }) : null,
      count > 1 ? control(t("cardNext"), () => this.go(1), { "data-name": "next" }) : null,
      control(this.draft.status === "empty" ? t("badgeSuggestions") : t("calmVersion"), () => this.actions.suggest(), { "data-name": "suggest" }),
      control(t("close"), () => this.actions.close(), { class: "push", "data-name": "close" }),
    );
  }

  /** What is said when the card opens by keyboard. */
  summary(): string {
    const count = shown(this.draft.findings).length;
    return count > 0 ? plural("pointsToReview", count) : t("cardNothing");
  }
}
