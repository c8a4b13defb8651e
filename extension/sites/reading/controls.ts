/** The controls that post a given editor's text, where a description names them. */

import { closestComposed, containsComposed, matches, queryAll } from "../../shared/safe-dom";
import type { ComposerDescription } from "../description";
import { areas, isDisabled } from "./post-control";

const isShown = (element: Element): boolean => Element.prototype.checkVisibility.call(element);

/** As they stand now, those nearest to the editor. */
export function describedControls(editor: Element, { post, within }: ComposerDescription): Element[] {
  const scope = within === undefined ? null : closestComposed(editor, within);
  for (const area of scope ? [scope] : areas(editor)) {
    const found = queryAll(area, post).filter((control) => isShown(control) && !containsComposed(control, editor));
    if (found.length > 0) return found;
  }
  return [];
}

/** The one on the path of an event; null when none is, or it would do nothing. */
export function describedControlIn(path: readonly EventTarget[], editor: Element, composer: ComposerDescription): Element | null {
  const control = path.find((target): target is Element => target instanceof Element && matches(target, composer.post));
  return control && !isDisabled(control) && describedControls(editor, composer).includes(control) ? control : null;
}
