/**
 * The one element added to the page: a plain `div` in the top layer with a closed root.
 *
 * Top layer, because no stacking or opacity of the page reaches it. Inside the open modal dialog when the
 * editor is in one, because everything outside is inert then. `all: initial !important` in the root's
 * sheet, because it wins over any style the page puts on the element.
 */

import { closestComposed, parentOf, rootElement } from "../shared/safe-dom";
import { h } from "./h";
import { Departure } from "./orphan";
import { FADES_AFTER_SECONDS, SHEET } from "./style";

/** A page that takes the host away, moves or hides it more often than this wants us gone. */
const MOST_DISTURBANCES = 3;

export class Host {
  readonly element = h("div", { popover: "manual" });
  readonly root: ShadowRoot;
  /** Holds all that is shown; fades by itself when no script keeps it (see `style.ts`). */
  readonly stage = h("div", { class: "stage" });
  private readonly departure = new Departure();
  private readonly watcher = new MutationObserver(() => this.restore());
  /** What the host was put in; null while it is not in the page. */
  private home: Element | null = null;
  private disturbances = 0;
  private gaveUp = false;

  /** `onGivenUp`: the page will not have the host, which is gone for good. */
  constructor(private readonly onGivenUp: () => void) {
    this.root = this.element.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    this.root.adoptedStyleSheets = [sheet];
    this.root.append(this.stage);
  }

  /** Puts the host where the editor can be helped; false when the page will not have it. */
  place(editor: Element): boolean {
    const home = closestComposed(editor, "dialog:modal") ?? rootElement();
    if (this.home === home) this.restore();
    else if (!this.gaveUp) this.moveTo(home);
    return !this.gaveUp;
  }

  private moveTo(home: Element): void {
    this.home = home;
    this.watcher.disconnect();
    this.watcher.observe(this.element, { attributes: true });
    this.watcher.observe(home, { childList: true });
    this.stand(home);
  }

  /** Makes the host what it should be. */
  private stand(home: Element): void {
    const { element } = this;
    for (const name of element.getAttributeNames()) if (name !== "popover") element.removeAttribute(name);
    if (element.popover !== "manual") element.popover = "manual";
    if (parentOf(element) !== home) {
      Element.prototype.append.call(home, element);
      this.departure.arm(element);
    }
    if (!element.matches(":popover-open")) element.showPopover();
    // What was just done was done by us.
    this.watcher.takeRecords();
  }

  private get isAsItShould(): boolean {
    const { element } = this;
    return parentOf(element) === this.home && element.matches(":popover-open") && element.popover === "manual" && element.attributes.length === 1;
  }

  /** Undoes what the page did to the host; once too often, the host is gone and says so. */
  restore(): void {
    if (!this.home || this.isAsItShould) return;
    if (!this.departure.happened && ++this.disturbances > MOST_DISTURBANCES) {
      this.gaveUp = true;
      this.remove();
      this.onGivenUp();
    } else this.stand(this.home);
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
    this.watcher.disconnect();
    this.home = null;
    this.disturbances = 0;
    this.departure.cancel();
    this.element.remove();
  }
}

/** How often `keepAlive` must be called. */
export const HEARTBEAT = (FADES_AFTER_SECONDS * 1000) / 4;
