import { ok } from "../harness/assert.ts";
import type { EditorDesk, EditorRow } from "../harness/editor-desk.ts";
import type { Control, Overlay } from "../harness/overlay.ts";
import { until } from "../harness/wait.ts";

/** Every editor that is tried. */
export const rows: readonly EditorRow[] = [
  { name: "textarea", path: "textarea", kind: "textarea", input: "textarea", form: true },
  { name: "input", path: "input", kind: "textarea", input: "input", form: true, single: true },
  { name: "contenteditable", path: "plain", kind: "editable", input: "[contenteditable]" },
  { name: "Draft.js", path: "draft", kind: "editable", input: ".public-DraftEditor-content" },
  { name: "Lexical, plain text", path: "lexical", kind: "editable", input: "[data-lexical-editor]" },
  { name: "Lexical, rich text", path: "lexical-rich", kind: "editable", input: "[data-lexical-editor]" },
  { name: "Quill 1", path: "quill1", kind: "editable", input: ".ql-editor" },
  { name: "Quill 2", path: "quill", kind: "editable", input: ".ql-editor" },
  { name: "ProseMirror (TipTap)", path: "tiptap", kind: "editable", input: ".ProseMirror" },
  { name: "Slate", path: "slate", kind: "editable", input: "[data-slate-editor]" },
  { name: "textarea in a shadow root", path: "shadow-textarea", kind: "textarea", input: "#shadow >>> textarea" },
  { name: "contenteditable in a shadow root", path: "shadow-plain", kind: "editable", input: "#shadow >>> [contenteditable]" },
  { name: "Lexical in a shadow root", path: "shadow-lexical", kind: "editable", input: "#shadow >>> [data-lexical-editor]" },
  { name: "textarea in a frame", path: "frame-textarea", kind: "textarea", input: "textarea", frame: "iframe", form: true },
  { name: "Lexical in a frame without address", path: "frame-blank", kind: "editable", input: "[data-lexical-editor]", frame: "iframe" },
  { name: "body of a frame", path: "frame-body", kind: "editable", input: "body", frame: "iframe", bare: true },
];

export const INSULT = "Bonjour Camille. Vous êtes un imbécile. Bonne journée.";
const WORDS = "imbécile";

/** Types the insult and waits for its line; gives the words under it. */
export async function typeInsult(desk: EditorDesk, overlay: Overlay): Promise<string> {
  await desk.focus();
  await desk.type(INSULT);
  const [words] = await until("an underline", async () => {
    const found = await overlay.underlined();
    return found.length === 1 && found;
  });
  ok(`"${words}" does not hold "${WORDS}"`, words?.includes(WORDS));
  return words ?? "";
}

/** The button that takes the calmer version, which says `text`. */
export async function offerCalm(desk: EditorDesk, overlay: Overlay, text: string): Promise<Control> {
  await desk.session.store({ e2eCalm: text });
  await overlay.command("suggest");
  return await until("the calmer version", async () => (await overlay.panelButtons()).find(({ name }) => /^Appliquer/i.test(name)));
}

/** The person takes the calmer version, which says `text`. */
export async function takeCalm(desk: EditorDesk, overlay: Overlay, text: string): Promise<void> {
  await overlay.press(await offerCalm(desk, overlay, text));
}

/** The person takes the fix of the card, which says `text`. */
export async function takeFix(desk: EditorDesk, overlay: Overlay, text: string): Promise<void> {
  await desk.session.store({ e2eFix: text });
  await overlay.clickBadge();
  const card = await until("the card", () => overlay.card());
  const [fix] = card.fixes;
  ok("the card offers no fix", fix);
  if (!desk.row.bare) return await overlay.press(fix);
  // The card is higher than what is left of the frame: the keyboard brings the button into sight.
  await overlay.command("open-card");
  await overlay.tabTo(fix.name);
  await overlay.pressFocused();
}
