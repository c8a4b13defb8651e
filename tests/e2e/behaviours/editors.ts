import { equal, ok } from "../harness/assert.ts";
import { coverage } from "../harness/coverage.ts";
import { EditorDesk, type EditorRow } from "../harness/editor-desk.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { FIXTURE_HOST } from "../harness/session.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { INSULT, rows, takeCalm, takeFix, typeInsult } from "./editor-rows.ts";

type Behaviour = (desk: EditorDesk, overlay: Overlay) => Promise<void>;

interface Column {
  name: string;
  body: Behaviour;
  /** Why a row has no such thing; null where it has. */
  unfit?: (row: EditorRow) => string | null;
}

const manyLines = (row: EditorRow): string | null => (row.single ? "one line only" : null);
const outside = (row: EditorRow): string | null => (row.bare ? "the button stands outside of the frame, where it is not guarded" : null);
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

/** What Quill writes within a second of the last key is undone with it: a person opening a panel takes longer. */
const JOINED = 1100;

async function rested(desk: EditorDesk): Promise<void> {
  await until("the history to be closed", async () => (await desk.unchangedFor()) > JOINED);
}

/** Sends an insult in one of the ways, sees that nothing leaves, and goes back to it. */
async function held(desk: EditorDesk, overlay: Overlay, send: () => Promise<void>): Promise<void> {
  await typeInsult(desk, overlay);
  await send();
  await until("the gate", () => overlay.gate());
  await desk.expectPosts([]);
  await desk.holds(INSULT);
  await overlay.decide("anyway");
  await desk.expectPosts([INSULT]);
  await until("the line to go with the words, which the page has taken out", async () => (await overlay.underlined()).length === 0);
}

/** Where everything of the page stands, our own element left out. */
function places(desk: EditorDesk): Promise<string> {
  return desk.view.evaluate((selector) => {
    const boxes = [...document.querySelectorAll("head ~ body, body *")].map((element) => element.getBoundingClientRect());
    const [host = "", inner] = selector.split(" >>> ");
    const editor = inner ? document.querySelector(host)?.shadowRoot?.querySelector(inner) : document.querySelector(host);
    const within = [...(editor?.querySelectorAll("*") ?? [])].map((element) => element.getBoundingClientRect());
    return JSON.stringify([boxes, within, scrollX, scrollY]);
  }, desk.row.input);
}

/** The page as its own scripts made it, without us. */
function written(desk: EditorDesk): Promise<string> {
  return desk.view.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const element of copy.querySelectorAll("#place > *, output, body[contenteditable]")) {
      element.replaceChildren();
      // Editors mark the focus, and take their hint away once there is text, with the room it took.
      for (const own of ["class", "style", "aria-placeholder"]) element.removeAttribute(own);
    }
    for (const host of copy.querySelectorAll(":scope > :not(head, body)")) host.remove();
    const roots = [...document.querySelectorAll("*")].map((element) => element.shadowRoot).filter((root) => root !== null);
    const sheets = [document, ...roots].map((root) => root.adoptedStyleSheets.length);
    return JSON.stringify([copy.outerHTML, sheets, CSS.highlights.size]);
  });
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
  {
    name: "nothing moves",
    async body(desk, overlay) {
      await desk.focus();
      await desk.type(INSULT.slice(0, -1));
      const before = await places(desk);
      await until("an underline", async () => (await overlay.underlined()).length === 1);
      equal("where everything stands, once the line is there", await places(desk), before);
    },
  },
  { name: "gate, pointer", unfit: outside, body: (desk, overlay) => held(desk, overlay, () => desk.click(sendOf(desk.row))) },
  { name: "gate, key", body: (desk, overlay) => held(desk, overlay, () => desk.press("Control", "Enter")) },
  { name: "gate, script", unfit: outside, body: (desk, overlay) => held(desk, overlay, () => desk.press("F4")) },
  { name: "gate, submit", unfit: (row) => (row.form ? null : "no form"), body: (desk, overlay) => held(desk, overlay, () => desk.press("F2")) },
  {
    name: "leave",
    async body(desk, overlay) {
      const before = await written(desk);
      await typeInsult(desk, overlay);
      await overlay.clickBadge();
      await until("the card", () => overlay.card());
      try {
        await desk.session.permissions.withdraw(FIXTURE_HOST);
        await until("our element to go", async () => !(await desk.hostPresent()));
        equal("the page", await written(desk), before);
        await desk.click(desk.row.input);
        await desk.press("Control", "End");
        await desk.type(" Merci.");
        await desk.holds(`${INSULT} Merci.`);
      } finally {
        await desk.session.permissions.grant(FIXTURE_HOST);
      }
    },
  },
];

function sendOf(row: EditorRow): string {
  return row.input.startsWith("#shadow") ? "#shadow >>> #send" : "#send";
}

const TABLE = "editors";

coverage.declare(TABLE, "Behaviours × editors", rows.map(({ name }) => name), columns.map(({ name }) => name));

function recordUnfit(row: EditorRow): void {
  for (const { name, unfit } of columns) {
    const why = unfit?.(row);
    if (why) coverage.record(TABLE, row.name, name, { state: "not applicable", why });
  }
}

for (const row of rows) {
  for (const { name, body, unfit } of columns) {
    if (unfit?.(row)) continue;
    test(`editors, ${row.name}: ${name}`, variants.scripted, async (session) => {
      recordUnfit(row);
      const failure = await coverage.attempt(TABLE, row.name, name, async () => {
        await session.store({ e2eFix: null, e2eCalm: null, e2eDraft: null });
        const desk = await EditorDesk.open(session, row);
        await body(desk, new Overlay(desk));
      });
      if (failure) throw new Error(failure);
    });
  }
}
