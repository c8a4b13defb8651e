/** Why one publishes all the same: chosen, not typed, since the page would see the keys of a field. */

import { t, type MessageKey } from "../shared/i18n";
import { control } from "./controls";
import { h } from "./h";
import { focusIn } from "./panel";

/** Reasons as they are recorded, with their words. */
const REASONS = {
  "false-alarm": "reasonFalseAlarm",
  quoting: "reasonQuoting",
  approved: "reasonApproved",
  safety: "reasonSafety",
  deliberate: "reasonDeliberate",
} as const satisfies Record<string, MessageKey>;

/** A reason to publish what the gate stopped. */
export type Reason = keyof typeof REASONS;

export class Reasons {
  private readonly buttons: HTMLButtonElement[];
  readonly element: HTMLElement;
  chosen: Reason | null = null;

  constructor(private readonly changed: () => void) {
    this.buttons = Object.entries(REASONS).map(([reason, key]) =>
      control(t(key), () => this.choose(reason as Reason), { role: "radio", "aria-checked": "false", class: "reason", "data-reason": reason }),
    );
    this.element = h("div", { role: "radiogroup", "aria-labelledby": "gate-why" }, ...this.buttons);
  }

  /** The one the Tab key comes to. */
  get entry(): HTMLButtonElement | undefined {
    return this.buttons.find((button) => button.dataset["reason"] === this.chosen) ?? this.buttons[0];
  }

  private choose(reason: Reason): void {
    this.chosen = reason;
    for (const button of this.buttons) button.setAttribute("aria-checked", String(button.dataset["reason"] === reason));
    this.changed();
  }

  /** Arrows go from one to the next and choose it; true when the key is taken. */
  key(event: KeyboardEvent, focused: Element | null): boolean {
    const at = this.buttons.indexOf(focused as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (at === -1 || step === undefined) return false;
    event.preventDefault();
    const next = this.buttons[(at + step + this.buttons.length) % this.buttons.length];
    if (!next) return false;
    focusIn(next);
    this.choose(next.dataset["reason"] as Reason);
    return true;
  }
}
