/** How the user arranged the overlay on this network: kept by the background from one page to the next. */

import type { OverlayLook } from "../shared/messages";
import { send } from "../shared/send";

export class Memory {
  look: OverlayLook = { spot: null, folded: false };
  private learning: Promise<void> | null = null;
  private touched = false;

  constructor(private readonly network: string) {}

  /** Learns the arrangement, once. */
  learn(): Promise<void> {
    this.learning ??= send("overlayLook", { network: this.network })
      .then((look) => {
        // What the user does meanwhile is newer than what was kept.
        if (!this.touched && typeof look?.folded === "boolean") this.look = look;
      })
      .catch(() => undefined);
    return this.learning;
  }

  /** Keeps the arrangement as it is now. */
  keep(): void {
    this.touched = true;
    send("keepOverlayLook", { network: this.network, look: this.look }).catch(() => undefined);
  }
}
