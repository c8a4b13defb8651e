/** The small word beside the editor: how the draft feels, and how many things there are to see again. */

import { plural, t } from "../shared/i18n";
import { rectOf } from "../shared/safe-dom";
import { control } from "./controls";
import { type Draft, shown } from "./draft";
import { h } from "./h";
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
  return { look: mood, text: parts.join(" · "), title: t("badgeTitle") };
}

export class Badge {
  private readonly word = h("span");
  private readonly button: HTMLButtonElement;
  readonly element: HTMLElement;
  private draft: Draft | null = null;

  constructor(onPress: () => void) {
    this.button = control("", onPress, { "aria-haspopup": "dialog" });
    this.button.append(h("span", { class: "shape", "aria-hidden": "true" }), this.word);
    this.element = h("div", { class: "badge" }, this.button);
  }

  /** Shows the state of this draft. */
  show(draft: Draft): void {
    this.draft = draft;
    const { look, text, title } = face(draft);
    this.button.className = look;
    this.button.title = title;
    this.word.textContent = text;
    this.place();
  }

  /** Follows the editor; hides with it. */
  place(): void {
    if (!this.draft) return;
    const editor = rectOf(this.draft.editor.element);
    this.element.hidden = !isInView(editor);
    if (this.element.hidden) return;
    const own = this.element.getBoundingClientRect();
    const place = badgePlace(editor, own.width, own.height, this.draft.postControls().map(rectOf));
    this.element.style.left = `${place.left}px`;
    this.element.style.top = `${place.top}px`;
  }
}
