import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import { Desk, eager } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { courteousFor, insultFor } from "./drafts.ts";
import { typeInsult } from "./reading.ts";

type Hand = (desk: Desk) => Promise<void>;

async function buttonAt(desk: Desk): Promise<{ x: number; y: number }> {
  return await desk.page.$eval("#eager-send", (button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
}

const press: Hand = (desk) => desk.send("button");
const enter: Hand = (desk) => desk.press("Enter");
const tap: Hand = async (desk) => {
  const { x, y } = await buttonAt(desk);
  await desk.page.touchscreen.tap(x, y);
};
const middle: Hand = async (desk) => {
  const { x, y } = await buttonAt(desk);
  await desk.page.mouse.click(x, y, { button: "middle" });
};

/** Every event type a page may post on, and the hand that makes it. */
const EVENTS: Record<string, Hand> = {
  pointerdown: press, mousedown: press, pointerup: press, mouseup: press, click: press, submit: press,
  touchstart: tap, touchend: tap, auxclick: middle,
  keydown: enter, keypress: enter, keyup: enter, beforeinput: enter,
};
/** What no script can do again: the next press by hand goes through. */
const ONLY_BY_HAND = new Set(["auxclick", "beforeinput"]);

for (const [type, hand] of Object.entries(EVENTS)) {
  const spot = eager(type);
  test(`${spot.name}: an insult is held, then posted once; a courteous reply passes`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await typeInsult(desk, overlay);
    await hand(desk);
    await until("the gate", () => overlay.gate());
    await desk.expectPosts([]);
    await overlay.decide("anyway");
    if (ONLY_BY_HAND.has(type)) {
      await until("to be told to press again", async () => /appuyez de nouveau/.test(await overlay.live()));
      await desk.expectPosts([]);
      await desk.page.focus(spot.input);
      await hand(desk);
    }
    await desk.expectPosts([insultFor(spot).text]);
    await desk.page.focus(spot.input);
    await desk.insert(courteousFor(spot));
    // A press that came before the answer would have to be done again by hand.
    if (ONLY_BY_HAND.has(type)) await until("the verdict", async () => (await overlay.badge())?.name.startsWith("Calme"));
    await hand(desk);
    await desk.expectPosts([insultFor(spot).text, courteousFor(spot)]);
  });
}

test("gate: Space on the focused button is held like a press", variants.open, async (session) => {
  const desk = await Desk.open(session, eager("click"));
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  await desk.page.focus("#eager-send");
  await desk.page.evaluate(() => {
    // What a role=button must do by itself.
    document.querySelector("#eager-send")?.addEventListener("keydown", (event) => {
      if ((event as KeyboardEvent).key === " ") (event.target as HTMLElement).click();
    });
  });
  await desk.press(" ");
  await until("the gate", () => overlay.gate());
  await desk.expectPosts([]);
});

test("gate: a key that repeats asks once and decides nothing", variants.open, async (session) => {
  const spot = eager("keydown");
  const desk = await Desk.open(session, spot);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  for (let at = 0; at < 8; at += 1) await desk.page.keyboard.down("Enter");
  await until("the gate", () => overlay.gate());
  for (let at = 0; at < 8; at += 1) await desk.page.keyboard.down("Enter");
  await desk.page.keyboard.up("Enter");
  await desk.settle();
  ok("the key that repeats has pressed a button", await overlay.gate());
  await desk.expectPosts([]);
  equal("the draft", await desk.draft(), insultFor(spot).text);
});

test("gate: Enter that chooses in a list of names is not the gate's; once the list is closed it is", variants.open, async (session) => {
  const spot = eager("click");
  const desk = await Desk.open(session, spot);
  const overlay = new Overlay(desk);
  await desk.page.$eval(spot.input, (input) => input.setAttribute("enterkeyhint", "send"));
  await typeInsult(desk, overlay);
  await overlay.recordDialogs();
  await desk.press("F8");
  await desk.press("Enter");
  await desk.settle();
  equal("dialogs seen", await overlay.dialogsSeen(), 0);
  await desk.press("F9");
  // Some sites leave this attribute where it was: it names nothing any more.
  await desk.page.$eval(spot.input, (input) => input.setAttribute("aria-activedescendant", "name-3"));
  await desk.press("Enter");
  await until("the gate", () => overlay.gate());
});

test("gate: an input method's Enter belongs to it", variants.open, async (session) => {
  const spot = eager("keydown");
  const desk = await Desk.open(session, spot);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  await overlay.recordDialogs();
  const browser = await desk.page.createCDPSession();
  const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
  await browser.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  await browser.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await browser.send("Input.insertText", { text: "日本" });
  await browser.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  await until("the word composed", async () => (await desk.draft()).endsWith("日本"));
  await desk.settle();
  equal("dialogs seen", await overlay.dialogsSeen(), 0);
  await desk.expectPosts([]);
  await desk.press("Enter");
  await until("the gate for a real Enter", () => overlay.gate());
}, { only: "chrome" });

test("gate: the words let through are not asked again in a composer the page has made anew under another address", variants.open, async (session) => {
  const spot = eager("click", "&keep");
  const { text } = insultFor(spot);
  const desk = await Desk.open(session, spot);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  await desk.send("button");
  await until("the gate", () => overlay.gate());
  await overlay.decide("anyway");
  await desk.expectPosts([text]);
  await desk.page.focus(spot.input);
  await desk.press("F7");
  await desk.focus();
  await overlay.recordDialogs();
  await desk.send("button");
  await desk.expectPosts([text, text]);
  equal("dialogs seen", await overlay.dialogsSeen(), 0);
  await desk.page.focus(spot.input);
  await desk.press("End");
  await desk.type(" Adieu !");
  await desk.send("button");
  await until("the gate for other words", () => overlay.gate());
  await desk.expectPosts([text, text]);
});
