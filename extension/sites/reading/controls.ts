/** The controls that post a given editor's text, where a description names them. */

import { closestComposed, containsComposed, queryAll } from "../../shared/safe-dom";
import type { ComposerDescription, ItemDescription } from "../description";
import { itemOf } from "./fields";
import { accessibleName, fold } from "./names";
import { areas } from "./post-control";

const isShown = (element: Element): boolean => Element.prototype.checkVisibility.call(element);

/** As they stand now, those nearest to the editor. */
export function describedControls(editor: Element, { post, postNamed, within }: ComposerDescription, comment: ItemDescription): Element[] {
  const scope = within === undefined ? null : closestComposed(editor, within);
  /** « Répondre » on a comment opens a box for it. */
  const isOfAnother = (control: Element): boolean => {
    const item = itemOf(control, comment);
    return item !== null && !containsComposed(item, editor);
  };
  const posts = (control: Element): boolean =>
    isShown(control) && !containsComposed(control, editor) && !isOfAnother(control) && (postNamed === undefined || postNamed.test(fold(accessibleName(control))));
  for (const area of scope ? [scope] : areas(editor)) {
    const found = queryAll(area, post).filter(posts);
    if (found.length > 0) return found;
  }
  return [];
}
