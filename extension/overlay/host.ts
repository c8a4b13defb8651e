/**
 * The one element added to the page: a plain `div` in the top layer with a closed root.
 *
 * Top layer, because no stacking or opacity of the page reaches it. Inside the open modal dialog when the
 * editor is in one, because everything outside is inert then. `all: initial !important` in the root's
 * sheet, because it wins over any style the page puts on the element.
 */

import { closestComposed, isConnected, rootElement } from "../shared/safe-dom";
import { h } from "./h";
import { Departure } from "./orphan";
import { FADES_AFTER_SECONDS, SHEET } from "./style";

/** A page that takes the host away more often than this wants us gone. */
const MOST_RETURNS = 3;

export class Host {
  readonly element = h("div", { popover: "manual" });
  readonly root: ShadowRoot;
  /** Holds all that is shown; fades by itself when no script keeps it (see `style.ts`). */
  readonly stage = h("div", { class: "stage" });
  private readonly departure = new Departure();
  private returns = 0;

  constructor() {
    this.root = this.element.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    this.root.adoptedStyleSheets = [sheet];
    this.root.append(this.stage);
  }

  /** Puts the host where the editor can be helped; false when the page keeps taking it away. */
  place(editor: Element): boolean {
    const dialog = closestComposed(editor, "dialog:modal");
    const home = dialog ?? rootElement();
    const at = isConnected(this.element) ? this.element.parentNode : null;
    if (at !== home) {
      if (at === null && !this.departure.happened && ++this.returns > MOST_RETURNS + 1) return false;
      Element.prototype.append.call(home, this.element);
      this.departure.arm(this.element);
    }
    if (!this.element.matches(":popover-open")) {
      this.element.setAttribute("popover", "manual");
      this.element.showPopover();
    }
    return true;
  }

  /** A removal of our own is not one of the page's. */
  forgive(): void {
    this.returns = 0;
  }

  /** Comes above whatever the page has put in the top layer since. */
  raise(): void {
    if (!this.element.matches(":popover-open")) return;
    this.element.hidePopover();
    this.element.showPopover();
  }

  /** Says that a script still stands behind the picture. */
  keepAlive(): void {
    this.departure.postpone();
    for (const animation of this.stage.getAnimations()) {
      if (animation instanceof CSSAnimation && animation.animationName === "fade") animation.currentTime = 0;
    }
  }

  remove(): void {
    this.departure.cancel();
    this.element.remove();
  }
}

/** How often `keepAlive` must be called. */
export const HEARTBEAT = (FADES_AFTER_SECONDS * 1000) / 4;
