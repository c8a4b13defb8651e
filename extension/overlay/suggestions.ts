/** Three replies for an empty box; for a draft, the same words made calmer. */

import type { Suggestions } from "../../pkg/wire";
import { t } from "../shared/i18n";
import { control } from "./controls";
import type { Draft } from "./draft";
import { h } from "./h";
import type { Panel } from "./panel";

export interface SuggestionActions {
  insert(text: string): void;
  close(): void;
}

export class SuggestionPanel {
  constructor(
    private readonly draft: Draft,
    readonly panel: Panel,
    private readonly actions: SuggestionActions,
  ) {}

  /** Asks, and fills itself when the answer comes. */
  async load(): Promise<void> {
    this.panel.fill(h("p", { class: "soft" }, t("suggestionsLoading")), this.footer());
    const answer = await this.draft.suggest();
    if (!answer) this.panel.fill(h("p", {}, t("suggestionsFailed")), this.footer());
    else if (this.draft.status === "empty") this.replies(answer);
    else this.calmer(answer.calm);
  }

  private replies({ suggestions }: Suggestions): void {
    const choices = suggestions.map((suggestion, index) => {
      const button = control("", () => this.actions.insert(suggestion.text), { class: "choice", "data-name": `reply-${index}` }, suggestion.text);
      button.append(h("b", {}, suggestion.title), suggestion.text);
      return h("li", {}, button);
    });
    this.panel.fill(
      h("h2", {}, t("suggestionsLabel")),
      this.draft.comment === null ? h("p", { class: "soft" }, t("suggestionsNoComment")) : null,
      choices.length > 0 ? h("ul", {}, ...choices) : h("p", {}, t("suggestionsFailed")),
      this.footer(),
    );
  }

  private calmer(calm: string | null): void {
    if (calm === null) {
      this.panel.fill(h("p", {}, t("calmNothing")), this.footer());
      return;
    }
    this.panel.fill(
      h("h2", {}, t("calmVersion")),
      h("p", { class: "preview" }, calm),
      this.footer(control(t("apply"), () => this.actions.insert(calm), { class: "main", "data-name": "apply" })),
    );
  }

  private footer(first: HTMLElement | null = null): HTMLElement {
    return h("div", { class: "row" }, first, control(t("close"), () => this.actions.close(), { class: "push", "data-name": "close" }));
  }
}
