/** The small word beside the editor: how the draft feels, how many things there are to see again, whether the gate can hold it. */

import { plural, t } from "../shared/i18n";
import { rectOf } from "../shared/safe-dom";
import { control } from "./controls";
import { type Draft, shown } from "./draft";
import { h } from "./h";
import type { Memory } from "./memory";
import { badgePlace, isInView } from "./position";
import { MOODS, moodOf } from "./words";

interface Face {
  look: string;
  text: string;
  title: string;
}

function face(draft: Draft): Face {
  switch (draft.status) {
    case "empty":
      return { look: "offer", text: t("badgeSuggestions"), title: t("badgeSuggestionsTitle") };
    case "unverified":
      return { look: "unsure", text: t("badgeUnverified"), title: t("badgeUnverifiedTitle") };
    case "checking":
      if (!draft.report) return { look: "waiting", text: t("badgeChecking"), title: t("badgeChecking") };
  }
  const report = draft.report;
  if (!report) return { look: "waiting", text: t("badgeChecking"), title: t("badgeChecking") };
  const mood = moodOf(report);
  const parts = [`${t(MOODS[mood])} ${report.temperature}°`];
  const count = shown(draft.findings).length;
  if (count > 0) parts.push(plural("points", count));
  if (draft.status === "checking") parts.push("…");
  if (draft.status === "trimmed") parts.push(t("badgeTrimmed", report.checked ?? 0));
  if (!draft.isGuarded) parts.push(t("badgeNoGate"));
  return { look: mood, text: parts.join(" · "), title: draft.isGuarded ? t("badgeTitle") : t("cardNoGate") };
}

export class Badge {
  private readonly word = h("span");
  private readonly button: HTMLButtonElement;
  private readonly fold: HTMLButtonElement;
  readonly element: HTMLElement;
  private draft: Draft | null = null;

  constructor(
    onPress: () => void,
    private readonly memory: Memory,
    private readonly keys: (draft: Draft) => string,
    private readonly arranged: () => void,
  ) {
    this.button = control("", () => (this.memory.look.folded ? this.setFolded(false) : onPress()), { "aria-haspopup": "dialog" });
    this.button.append(h("span", { class: "shape", "aria-hidden": "true" }), this.word);
    this.fold = control("–", () => this.setFolded(true), { class: "fold", "aria-label": t("badgeFold"), title: t("badgeFold") });
    this.element = h("div", { class: "badge", hidden: true }, this.button, this.fold);
  }

  private setFolded(folded: boolean): void {
    const held = (this.element.getRootNode() as ShadowRoot).activeElement === this.fold;
    this.memory.look.folded = folded;
    this.memory.keep();
    if (this.draft) this.show(this.draft);
    if (held) this.button.focus({ preventScroll: true });
    this.arranged();
  }

  /** Shows the state of this draft; folded, by colour, shape and name alone. */
  show(draft: Draft): void {
    this.draft = draft;
    const { look, text, title } = face(draft);
    const { folded } = this.memory.look;
    const keys = this.keys(draft);
    this.element.classList.toggle("folded", folded);
    this.button.className = look;
    this.button.title = folded ? t("badgeUnfold", text) : keys === "" ? title : `${title} (${keys})`;
    if (folded) this.button.setAttribute("aria-label", t("badgeUnfold", text));
    else this.button.removeAttribute("aria-label");
    this.word.textContent = text;
    this.word.hidden = this.fold.hidden = folded;
  }

  /** Follows the editor; hides with it. */
  place(keepClear: readonly DOMRect[]): void {
    if (!this.draft) return;
    const editor = rectOf(this.draft.editor.element);
    this.element.hidden = !isInView(editor);
    if (this.element.hidden) return;
    const own = this.element.getBoundingClientRect();
    const place = badgePlace(editor, own.width, own.height, keepClear);
    this.element.style.left = `${place.left}px`;
    this.element.style.top = `${place.top}px`;
  }
}
