/** Which events are an attempt to post the text of a given editor. */

import { attribute, byId, containsComposed, matches } from "../shared/safe-dom";
import type { Editor } from "../editors/types";
import type { Site } from "../sites/types";
import { type Attempt, keysAttempt } from "./attempt";

const KEYBOARD = new Set(["keydown", "keypress", "keyup"]);
const PRESSES = new Set(["pointerdown", "mousedown", "pointerup", "mouseup", "touchstart", "touchend", "click", "auxclick"]);

/** Whether this is one of the events a press of a control is made of. */
export const isPress = (event: Event): boolean => PRESSES.has(event.type);
export const isKey = (event: Event): event is KeyboardEvent => KEYBOARD.has(event.type);

/** A key pressed while an input method composes belongs to the input method. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** A list of names or emoji is open under the caret: Enter chooses in it. An attribute that names nothing proves no list. */
function choosesFromList(editor: Element): boolean {
  const chosen = attribute(editor, "aria-activedescendant");
  return attribute(editor, "aria-expanded") === "true" || (chosen !== null && byId(editor, chosen) !== null);
}

function fromKey(event: KeyboardEvent, editor: Editor, site: Site): Attempt | null {
  const enter = event.key === "Enter";
  if (isComposing(event) || (!enter && event.key !== " ")) return null;
  const path = event.composedPath();
  const target = path[0];
  if (!(target instanceof Element)) return null;
  if (containsComposed(editor.element, target)) {
    if (!enter) return null;
    const withCommand = event.ctrlKey || event.metaKey || event.altKey;
    if (withCommand) return site.commandEnterPosts(editor.element) ? keysAttempt(event, target) : null;
    if (event.shiftKey || choosesFromList(editor.element)) return null;
    return editor.singleLine || site.enterPosts(editor.element) ? keysAttempt(event, target) : null;
  }
  const control = site.postControl(path, editor.element);
  return control ? keysAttempt(event, target) : null;
}

/** The attempt this event makes to post the text of `editor`; null when it makes none. */
export function attemptOf(event: Event, editor: Editor, site: Site): Attempt | null {
  if (isPress(event)) {
    if (event instanceof MouseEvent && event.button === 2) return null;
    const control = site.postControl(event.composedPath(), editor.element);
    return control ? { kind: "gesture", control, touch: event.type.startsWith("touch") } : null;
  }
  if (isKey(event)) return fromKey(event, editor, site);
  if (event.type === "submit") {
    const form = event.composedPath()[0];
    if (!(form instanceof HTMLFormElement) || !site.ownsForm(form, editor.element)) return null;
    return { kind: "submit", form, submitter: (event as SubmitEvent).submitter };
  }
  return null;
}

/**
 * The attempt a new line makes where Enter posts. It only comes alone from on-screen keyboards, whose
 * key events carry no key; elsewhere the key before it was already taken.
 */
export function attemptOfInput(event: InputEvent, editor: Editor, site: Site): Attempt | null {
  const target = event.composedPath()[0];
  if (event.inputType !== "insertParagraph" && event.inputType !== "insertLineBreak") return null;
  if (!(target instanceof Element) || !containsComposed(editor.element, target)) return null;
  if (!editor.singleLine && !site.enterPosts(editor.element)) return null;
  if (matches(target, "[aria-expanded=true]")) return null;
  return { kind: "keys", target, key: "Enter", code: "Enter", keyCode: 13, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, activates: false };
}
