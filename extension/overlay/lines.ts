/** The lines under the words of a draft: highlights on an editable, a mirror over a text field. */

import type { Draft } from "./draft";
import { marksOf } from "./marks";
import { Mirror } from "./mirror";
import { Underline } from "./underline";

export class Lines {
  private readonly underline = new Underline();
  private readonly mirror = new Mirror();
  /** Goes on the stage: the mirror's copy of a field. */
  readonly element = this.mirror.element;

  /** Draws those of the draft as it is now. */
  draw(draft: Draft): void {
    const marks = marksOf(draft.findings, draft.projection.text.length);
    if (draft.editor.kind === "field") this.mirror.draw(draft.editor, draft.projection.text, marks);
    else this.underline.draw(draft.editor.element, draft.projection, marks);
  }

  /** Follows the field. */
  place(): void {
    this.mirror.place();
  }

  /** Says that a script still stands behind them. */
  keepAlive(): void {
    this.underline.keepAlive();
  }

  clear(): void {
    this.underline.clear();
    this.mirror.clear();
  }

  /** Nothing at all is left in the page. */
  remove(): void {
    this.underline.remove();
  }
}
