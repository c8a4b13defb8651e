/**
 * Firefox stops the scripts of a removed add-on between two instructions and tells them nothing: whatever
 * they drew stays. The picture fades by itself (`style.ts`, `underline.ts`); here the host leaves too.
 *
 * A function of ours would die with us, and so would what our side of the border sets up. So the page's
 * side of our own host is given an animation of nothing, whose end calls the page's own `remove`. As long
 * as we live it is wound back. No code of ours runs in the page's world.
 */

import { isFirefox } from "../shared/engine";
import { FADES_AFTER_SECONDS } from "./style";

type Waived<T> = T & { wrappedJSObject?: T };
type PageWorld = Window & { Element: typeof Element; Function: FunctionConstructor };

export class Departure {
  private animation: Animation | null = null;

  /** Arms the departure of this host, which must be in the page. */
  arm(host: Waived<HTMLElement>): void {
    if (!isFirefox) return;
    this.cancel();
    try {
      const page = (window as Waived<Window>).wrappedJSObject as PageWorld | undefined;
      const element = host.wrappedJSObject;
      // On a page of the extension there is one world only, and it goes with the extension.
      if (!page || !element) return;
      this.animation = element.animate(null, FADES_AFTER_SECONDS * 1000);
      this.animation.onfinish = page.Function.prototype.bind.call(page.Element.prototype.remove, element) as () => void;
    } catch {
      // The page has put something else in their place: the picture still fades.
    }
  }

  postpone(): void {
    if (this.animation) this.animation.currentTime = 0;
  }

  /** It came to pass although we live: timers of a hidden tab sleep longer than its animations. */
  get happened(): boolean {
    return this.animation?.playState === "finished";
  }

  cancel(): void {
    this.animation?.cancel();
    this.animation = null;
  }
}
