/** The mechanisms, in the order they are asked: the first that says "mine" keeps the editor. */

import { rich } from "./rich";
import { textarea } from "./textarea";
import type { Editor, Mechanism } from "./types";

const MECHANISMS: readonly Mechanism[] = [textarea, rich];

/** The editor the focus is in; null when it is no reply box. */
export function editorFor(target: EventTarget | null | undefined): Editor | null {
  if (!(target instanceof Element)) return null;
  for (const mechanism of MECHANISMS) {
    const editor = mechanism.open(target);
    if (editor) return editor;
  }
  return null;
}
