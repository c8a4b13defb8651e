/** The pause before a comment is erased: what it is, the rule, and three ways on. */

import type { ModerationAction, ModerationAdvice } from "../../pkg/wire";
import { foreign } from "../shared/foreign";
import { t, type MessageKey } from "../shared/i18n";
import { control } from "./controls";
import { h } from "./h";
import { keepTabInside } from "./panel";

/** A moderation that was held, and what the user may decide. */
export interface ModerationRequest {
  /** Where it was pressed. */
  near: Element;
  action: ModerationAction;
  comment: { text: string; author: string | null };
  advice: ModerationAdvice;
  /** The rule allows it, or the user has decided it; but the evidence could not be kept. */
  unkept: boolean;
  onReply(): void;
  onModerate(): void;
  onCancel(): void;
}

const ANYWAY: Record<ModerationAction, MessageKey> = { delete: "deleteAnyway", hide: "hideAnyway", block: "blockAnyway", report: "reportAnyway" };
const UNKEPT: Record<ModerationAction, MessageKey> = { delete: "deleteUnkept", hide: "hideUnkept", block: "blockUnkept", report: "reportUnkept" };

export class ModerationPanel {
  readonly element: HTMLElement;
  readonly veil = h("div", { class: "veil" });
  private readonly buttons: HTMLButtonElement[];

  constructor(
    request: ModerationRequest,
    private readonly cancel: () => void,
    reply: () => void,
    moderate: () => void,
  ) {
    const { action, advice, comment, unkept } = request;
    const anyway = control(t((unkept ? UNKEPT : ANYWAY)[action]), moderate);
    const cancelButton = control(t("moderationCancel"), cancel, unkept ? { class: "main" } : {});
    const replyButton = control(t("moderationReply"), reply, { class: "main" });
    this.buttons = unkept ? [cancelButton, anyway] : [replyButton, anyway, cancelButton];
    const reasons = advice.reasons.map((reason) => h("li", {}, reason.text));
    this.element = h(
      "section",
      { class: "panel gate", role: "alertdialog", "aria-modal": "true", "aria-labelledby": "moderation-title", "aria-describedby": "moderation-why" },
      h("h2", { id: "moderation-title" }, t(unkept ? "moderationUnkeptTitle" : "moderationTitle")),
      h("p", { class: "preview" }, comment.author === null ? null : h("b", {}, `${foreign(comment.author, 60)}\n`), foreign(comment.text, 280)),
      h("div", { id: "moderation-why" }, ...(unkept ? [h("p", {}, t("moderationUnkept"))] : [h("ul", {}, ...reasons), h("p", {}, h("b", {}, advice.rule)), h("p", {}, advice.why), h("p", {}, advice.instead)])),
      unkept ? null : h("p", { class: "soft" }, advice.source),
      h("div", { class: "row" }, ...this.buttons),
    );
  }

  focus(): void {
    this.buttons[0]?.focus({ preventScroll: true });
  }

  key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault();
      this.cancel();
    } else keepTabInside(event, this.buttons, (this.element.getRootNode() as ShadowRoot).activeElement);
  }

  close(): void {
    this.veil.remove();
    this.element.remove();
  }
}
