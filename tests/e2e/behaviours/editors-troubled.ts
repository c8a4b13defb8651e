import { equal, ok } from "../harness/assert.ts";
import { EditorDesk, type EditorRow } from "../harness/editor-desk.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import type { Session } from "../harness/session.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { INSULT, offerCalm, rows, takeCalm, typeInsult } from "./editor-rows.ts";

const CALM = "Merci de votre message.";
/** What the user is told when the words wait on the clipboard. */
const COPIED = /presse-papiers/i;

async function open(session: Session, row: EditorRow): Promise<{ desk: EditorDesk; overlay: Overlay }> {
  await session.store({ e2eFix: null, e2eCalm: null });
  const desk = await EditorDesk.open(session, row);
  return { desk, overlay: new Overlay(desk) };
}

const toldOfCopy = (overlay: Overlay): Promise<boolean> => until("the user to be told of the copy", async () => COPIED.test(await overlay.text()));

for (const row of rows.filter(({ kind }) => kind === "editable")) {
  test(`troubled editor, ${row.name}: a key while the words are on their way → theirs stays, ours wait on the clipboard`, variants.scripted, async (session) => {
    const { desk, overlay } = await open(session, row);
    await typeInsult(desk, overlay);
    await overlay.pressAndType(await offerCalm(desk, overlay, CALM), "X");
    await toldOfCopy(overlay);
    // Draft forgets its caret while the focus is elsewhere, as it is in a panel opened by keyboard.
    const around = row.name === "Draft.js" ? ["", INSULT] : [INSULT, ""];
    await desk.holds(around.join("X"));
    await desk.type("Y");
    await desk.holds(around.join("XY"));
  });
}

const plain: EditorRow = { name: "contenteditable", path: "plain", kind: "editable", input: "[contenteditable]" };

test("troubled editor: one that takes nothing back → nothing is tried twice, the words wait on the clipboard", variants.scripted, async (session) => {
  const { desk, overlay } = await open(session, { ...plain, path: "refusing" });
  await typeInsult(desk, overlay);
  const inputs = await desk.page.evaluateHandle(() => {
    const seen: string[] = [];
    addEventListener("input", (event) => seen.push((event as InputEvent).inputType), true);
    return seen;
  });
  await takeCalm(desk, overlay, CALM);
  await toldOfCopy(overlay);
  await desk.holds(INSULT);
  equal("what the editor was given", await inputs.jsonValue(), ["insertText"]);
  if (session.browserName === "chrome") {
    const context = session.driver.browser.defaultBrowserContext();
    await context.overridePermissions(session.server.origin, ["clipboard-read"]);
    equal("the clipboard", await desk.page.evaluate(() => navigator.clipboard.readText()), CALM);
    // What is not named is refused from then on, writing to the clipboard included.
    await context.clearPermissionOverrides();
  }
});

test("troubled editor: one drawn anew while the words are on their way → left as it is", variants.scripted, async (session) => {
  const { desk, overlay } = await open(session, plain);
  await typeInsult(desk, overlay);
  await desk.page.$eval(plain.input, (box) => {
    document.addEventListener("selectionchange", () => {
      if (document.getSelection()?.isCollapsed === false) box.replaceChildren(...[...box.childNodes].map((node) => node.cloneNode(true)));
    });
  });
  await takeCalm(desk, overlay, CALM);
  await toldOfCopy(overlay);
  await desk.holds(INSULT);
});

test("troubled editor: one taken away while the words are on their way → nothing is written elsewhere", variants.scripted, async (session) => {
  const { desk, overlay } = await open(session, plain);
  await typeInsult(desk, overlay);
  await desk.page.$eval(plain.input, (box) => {
    const other = document.createElement("textarea");
    box.after(other);
    document.addEventListener("selectionchange", () => {
      if (document.getSelection()?.isCollapsed !== false) return;
      box.remove();
      other.focus();
    });
  });
  await takeCalm(desk, overlay, CALM);
  await toldOfCopy(overlay);
  ok("something was written elsewhere", (await desk.page.$eval("textarea", (other) => other.value)) === "");
});

test("troubled editor: in a frame too low for the gate → it can be read and operated all the same", variants.scripted, async (session) => {
  const row = rows.find(({ path }) => path === "frame-textarea");
  ok("no such row", row);
  const { desk, overlay } = await open(session, row);
  await desk.page.$eval("iframe", (frame) => (frame.style.height = "140px"));
  await typeInsult(desk, overlay);
  await desk.press("Control", "Enter");
  await until("the gate", () => overlay.gate());
  await overlay.decide("edit");
  await until("the gate to go", async () => (await overlay.gate()) === null);
  await desk.press("Control", "Enter");
  const reason = await until("the reasons", () => overlay.reason());
  await overlay.tabTo(reason.name);
  await overlay.pressFocused();
  const name = await overlay.nameOf("anyway");
  await overlay.tabTo(name);
  // By mouse, now that the keyboard has brought it into sight: what cannot be seen cannot be pressed.
  const button = await until("the button", async () => (await overlay.gate())?.buttons.find((one) => one.name === name && !one.disabled));
  await overlay.hold(button);
  await desk.expectPosts([INSULT]);
});
