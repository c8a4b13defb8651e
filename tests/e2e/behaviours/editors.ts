import { equal, ok } from "../harness/assert.ts";
import { EditorDesk, type EditorRow } from "../harness/editor-desk.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";

const rows: readonly EditorRow[] = [
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
];

const INSULT = "Bonjour Camille. Vous êtes un imbécile. Bonne journée.";
const WORDS = "imbécile";

/** Types the insult and waits for its line; gives the words under it. */
async function typeInsult(desk: EditorDesk, overlay: Overlay): Promise<string> {
  await desk.focus();
  await desk.type(INSULT);
  const [words] = await until("an underline", async () => {
    const found = await overlay.underlined();
    return found.length === 1 && found;
  });
  ok(`"${words}" does not hold "${WORDS}"`, words?.includes(WORDS));
  return words ?? "";
}

/** The person takes the calmer version, which says `text`. */
async function takeCalm(desk: EditorDesk, overlay: Overlay, text: string): Promise<void> {
  await desk.session.store({ e2eCalm: text });
  await overlay.command("suggest");
  const apply = await until("the calmer version", async () => (await overlay.panelButtons()).find(({ name }) => /^Appliquer/i.test(name)));
  await overlay.press(apply);
}

/** The person takes the fix of the card, which says `text`. */
async function takeFix(desk: EditorDesk, overlay: Overlay, text: string): Promise<void> {
  await desk.session.store({ e2eFix: text });
  await overlay.clickBadge();
  const card = await until("the card", () => overlay.card());
  const [fix] = card.fixes;
  ok("the card offers no fix", fix);
  await overlay.press(fix);
}

type Behaviour = (desk: EditorDesk, overlay: Overlay) => Promise<void>;

interface Column {
  name: string;
  body: Behaviour;
  /** Why a row has no such thing; null where it has. */
  unfit?: (row: EditorRow) => string | null;
}

const manyLines = (row: EditorRow): string | null => (row.single ? "one line only" : null);
const CALM = "Bonjour Camille, merci de votre patience.";
const LINES = "Bonjour Camille,\n\nMerci de votre message.\nÀ bientôt.";

async function applies(desk: EditorDesk, overlay: Overlay, text: string): Promise<void> {
  await typeInsult(desk, overlay);
  await takeCalm(desk, overlay, text);
  await desk.holds(text);
  // What is typed next lands after the words that were written.
  await desk.type("Z");
  await desk.holds(`${text}Z`);
  await desk.isRead(`${text}Z`);
}

/** The line of an undo history is closed once the keys have rested: Quill joins what comes within a second. */
async function rested(desk: EditorDesk): Promise<void> {
  await until("the history to be closed", () => desk.view.evaluate(() => performance.now() - ((globalThis as { e2eLastInput?: number }).e2eLastInput ?? 0) > 1100));
}

const columns: readonly Column[] = [
  {
    name: "read",
    async body(desk) {
      await desk.focus();
      await desk.fill();
      const letter = await until("the letter", () => desk.model());
      await desk.isRead(letter);
      if (desk.row.single) return;
      ok(`the model lost the blank lines: ${JSON.stringify(letter)}`, letter.includes(",\n\n") && letter.includes(".\n\n\n") && letter.includes("@Boutique de votre 😀"));
      await desk.erase();
      await desk.type("Un");
      await desk.press("Enter");
      await desk.press("Enter");
      await desk.type("deux 😀");
      await desk.holds("Un\n\ndeux 😀");
      await desk.isRead("Un\n\ndeux 😀");
    },
  },
  {
    name: "underline",
    async body(desk, overlay) {
      const words = await typeInsult(desk, overlay);
      await desk.press("Control", "Home");
      await desk.type("Eh ! ");
      const follows = async (): Promise<boolean> => {
        const found = await overlay.underlined();
        return found.length === 1 && found[0] === words;
      };
      await until("the line to stay under its words", follows);
      if (!desk.row.single) await desk.press("Enter");
      await desk.type("ah");
      await until("the line to follow its words down", follows);
      await desk.press("Control", "End");
      await desk.type(" Merci.");
      await until("the line to stay while writing goes on behind it", follows);
    },
  },
  { name: "whole", body: (desk, overlay) => applies(desk, overlay, CALM) },
  {
    name: "range",
    async body(desk, overlay) {
      await desk.session.store({ e2eFix: "peu aimable" });
      const words = await typeInsult(desk, overlay);
      await takeFix(desk, overlay, "peu aimable");
      const [before = "", after = ""] = INSULT.split(words);
      await desk.holds(`${before}peu aimable${after}`);
      await desk.type("Z");
      await desk.holds(`${before}peu aimableZ${after}`);
    },
  },
  {
    name: "taken out",
    async body(desk, overlay) {
      await desk.session.store({ e2eFix: "" });
      const words = await typeInsult(desk, overlay);
      await takeFix(desk, overlay, "");
      const expected = INSULT.replace(words, "").replace(/ {2}/, " ");
      await desk.holds(expected);
      await desk.type("Z");
      await until("the key to land there", async () => (await desk.model()).length === expected.length + 1);
    },
  },
  { name: "lines", unfit: manyLines, body: (desk, overlay) => applies(desk, overlay, LINES) },
  { name: "emoji", body: (desk, overlay) => applies(desk, overlay, "Merci 👩‍👩‍👧 et bonne journée 😀") },
  {
    name: "undo",
    async body(desk, overlay) {
      const words = await typeInsult(desk, overlay);
      await rested(desk);
      await takeCalm(desk, overlay, desk.row.single ? CALM : LINES);
      await desk.holds(desk.row.single ? CALM : LINES);
      await desk.press("Control", "z");
      await desk.holds(INSULT);
      await until("the line to be back under its words", async () => (await overlay.underlined()).join() === words);
    },
  },
];

for (const row of rows) {
  for (const column of columns) {
    if (column.unfit?.(row)) continue;
    test(`editors, ${row.name}: ${column.name}`, variants.scripted, async (session) => {
      await session.store({ e2eFix: null, e2eCalm: null, e2eDraft: null });
      const desk = await EditorDesk.open(session, row);
      await desk.view.evaluate(() => addEventListener("input", () => ((globalThis as { e2eLastInput?: number }).e2eLastInput = performance.now()), true));
      await column.body(desk, new Overlay(desk));
    });
  }
}

equal("rows", rows.length > 0, true);
