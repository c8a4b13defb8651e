/**
 * What the user pressed last that tells what comes next: the reply button before a box, the menu of a comment
 * before its items, an item before the dialog that asks once more. Pages show the box, the menu and the dialog
 * elsewhere, with nothing that leads back.
 */

import { isConnected } from "../../shared/safe-dom";
import type { ModerationAction } from "../../../pkg/wire";
import type { ReadItem } from "./fields";

export class Memory {
  /** The comment whose reply control was pressed last. */
  replied: ReadItem | null = null;
  /** The comment whose menu was opened last. */
  opened: ReadItem | null = null;
  /** What was chosen in it. */
  chosen: { action: ModerationAction; comment: ReadItem } | null = null;
  private address = location.href;

  /** A page of a single-page site is left: what was pressed there leads nowhere here. */
  forgetElsewhere(): void {
    if (this.address === location.href) return;
    this.address = location.href;
    if (this.replied && !isConnected(this.replied.element)) this.replied = null;
    this.opened = null;
    this.chosen = null;
  }
}
