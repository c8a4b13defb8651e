import type { Page } from "puppeteer-core";
import { equal, ok } from "../harness/assert.ts";
import { Overlay } from "../harness/overlay.ts";
import { test } from "../harness/runner.ts";
import type { Session } from "../harness/session.ts";
import { Desk, eager, plainForm, plainRich } from "../harness/stages.ts";
import { variants } from "../harness/variants.ts";
import { until } from "../harness/wait.ts";
import { typeInsult } from "./reading.ts";

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const spot = eager("click");

/** Where the reply box and the site's button stand: all that sites do, small windows included. */
const LAYOUTS: { name: string; width: number; height: number; editor: string; send: string }[] = [
  { name: "button below, on the left", width: 1100, height: 850, editor: "left:40px;top:300px;width:420px;height:100px", send: "left:40px;top:406px" },
  { name: "button below, on the right", width: 1100, height: 850, editor: "left:40px;top:300px;width:420px;height:100px", send: "left:390px;top:406px" },
  { name: "button on the right, same line", width: 1100, height: 850, editor: "left:40px;top:300px;width:420px;height:40px", send: "left:466px;top:304px" },
  { name: "button above, on the right", width: 1100, height: 850, editor: "left:40px;top:300px;width:420px;height:100px", send: "left:380px;top:268px" },
  { name: "button in the corner of the box", width: 1100, height: 850, editor: "left:40px;top:300px;width:420px;height:140px", send: "left:388px;top:404px" },
  { name: "box at the bottom of the window", width: 1100, height: 850, editor: "left:300px;top:770px;width:600px;height:70px", send: "left:830px;top:805px" },
  { name: "box at the top of the window", width: 1100, height: 850, editor: "left:300px;top:4px;width:600px;height:60px", send: "left:830px;top:70px" },
  { name: "box that fills the window", width: 1100, height: 850, editor: "left:0;top:0;width:1100px;height:850px", send: "left:1000px;top:800px" },
  { name: "box on the right edge", width: 1100, height: 850, editor: "left:780px;top:200px;width:310px;height:90px", send: "left:1010px;top:296px" },
  { name: "200 %", width: 550, height: 425, editor: "left:20px;top:150px;width:500px;height:90px", send: "left:440px;top:246px" },
  { name: "320 wide", width: 320, height: 568, editor: "left:8px;top:200px;width:304px;height:90px", send: "left:240px;top:296px" },
  { name: "320 wide and low", width: 320, height: 300, editor: "left:8px;top:60px;width:304px;height:70px", send: "left:240px;top:136px" },
];

async function lay(page: Page, layout: (typeof LAYOUTS)[number]): Promise<void> {
  await page.setViewport({ width: layout.width, height: layout.height });
  await page.evaluate(
    (editor, send) => {
      const fix = (selector: string, place: string): void => {
        const element = document.querySelector<HTMLElement>(selector);
        if (element) element.style.cssText = `position:fixed;margin:0;box-sizing:border-box;z-index:5;background:#eee;font:14px sans-serif;${place}`;
      };
      fix("#eager-input", editor);
      fix("#eager-send", `width:66px;height:26px;${send}`);
    },
    layout.editor,
    layout.send,
  );
}

/** Everything of ours that can be seen, by its class. */
async function ours(page: Page): Promise<Record<string, Box>> {
  return await page.evaluate(() => {
    const found: Record<string, { left: number; top: number; right: number; bottom: number }> = {};
    for (const host of document.querySelectorAll("div[popover=manual]")) {
      for (const element of host.shadowRoot?.querySelectorAll(".badge, .panel, .note") ?? []) {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        if (element.checkVisibility() && right > left) found[element.className] = { left, top, right, bottom };
      }
    }
    return found;
  });
}

async function sendBox(page: Page): Promise<Box> {
  return await page.$eval("#eager-send", (button) => {
    const { left, top, right, bottom } = button.getBoundingClientRect();
    return { left, top, right, bottom };
  });
}

/** What must be on screen is there, in view, and leaves the site's button alone. */
async function clear(page: Page, moment: string, ...wanted: string[]): Promise<void> {
  await until(`${moment}: everything in view and clear of the button`, async () => {
    const send = await sendBox(page);
    const boxes = await ours(page);
    const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const wrong = Object.entries(boxes).filter(([, { left, top, right, bottom }]) => {
      const over = left < send.right && right > send.left && top < send.bottom && bottom > send.top;
      return over || left < -0.5 || top < -0.5 || right > size.width + 0.5 || bottom > size.height + 0.5;
    });
    const missing = wanted.filter((name) => !Object.keys(boxes).some((found) => found.split(" ")[0] === name));
    if (wrong.length + missing.length > 0) throw new Error(`wrong: ${JSON.stringify(wrong)}; button: ${JSON.stringify(send)}; missing: ${missing.join(" ")}`);
    return true;
  });
}

for (const layout of LAYOUTS) {
  test(`overlay, ${layout.name}: badge, card, suggestions and note leave the site's button free and stay in view`, variants.open, async (session) => {
    const desk = await Desk.open(session, spot);
    const overlay = new Overlay(desk);
    await lay(desk.page, layout);
    await typeInsult(desk, overlay);
    await clear(desk.page, "badge", "badge");
    await overlay.command("open-card");
    await until("the card", () => overlay.card());
    await clear(desk.page, "card", "badge", "panel");
    await desk.press("Escape");
    await overlay.command("suggest");
    await until("the calmer version", async () => (await overlay.panelButtons()).length > 1);
    await clear(desk.page, "calmer version", "badge", "panel");
    await desk.press("Escape");
    await desk.page.focus(spot.input);
    await desk.erase();
    await overlay.command("suggest");
    await until("suggestions", async () => (await overlay.suggestions()).length === 3);
    await clear(desk.page, "suggestions", "panel");
    await desk.press("Escape");
  });
}

async function cardBox(page: Page): Promise<Box> {
  return await until("the card", async () => Object.entries(await ours(page)).find(([name]) => name === "panel")?.[1]);
}

/** The middle of the strip the card is dragged by. */
async function header(page: Page): Promise<{ x: number; y: number }> {
  const { left, top, right } = await cardBox(page);
  return { x: (left + right) / 2, y: top + 14 };
}

async function openCard(session: Session): Promise<{ desk: Desk; overlay: Overlay }> {
  const desk = await Desk.open(session, plainForm);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  await overlay.command("open-card");
  await until("the card", () => overlay.card());
  return { desk, overlay };
}

async function kept(session: Session): Promise<{ spot: { x: number; y: number } | null; folded: boolean } | undefined> {
  const looks = (await session.stored())["overlayLooks"] as Record<string, { spot: { x: number; y: number } | null; folded: boolean }> | undefined;
  return looks?.["web"];
}

async function forgetLooks(session: Session): Promise<void> {
  await session.store({ overlayLooks: {} });
}

test("overlay: the card goes where it is dragged, is there again on the next page, and comes back to its place", variants.open, async (session) => {
  await forgetLooks(session);
  const { desk } = await openCard(session);
  const usual = await cardBox(desk.page);
  const from = await header(desk.page);
  await desk.page.mouse.move(from.x, from.y);
  await desk.page.mouse.down();
  await desk.page.mouse.move(from.x - 300, from.y - 80, { steps: 6 });
  await desk.page.mouse.up();
  await until("the place to be kept", async () => (await kept(session))?.spot);
  const dragged = await cardBox(desk.page);
  ok(`dragged by ${dragged.left - usual.left}, ${dragged.top - usual.top}`, Math.abs(dragged.left - usual.left + 300) < 6 && Math.abs(dragged.top - usual.top + 80) < 6);
  const next = await openCard(session);
  const again = await cardBox(next.desk.page);
  ok(`on the next page at ${again.left}, ${again.top}`, Math.abs(again.left - dragged.left) < 6 && Math.abs(again.top - dragged.top) < 6);
  await next.desk.page.setViewport({ width: 500, height: 420 });
  await until("the card to stay in view of a smaller window", async () => {
    const { left, top, right, bottom } = await cardBox(next.desk.page);
    return left >= 0 && top >= 0 && right <= 500 && bottom <= 420;
  });
  await next.desk.page.setViewport({ width: 1100, height: 850 });
  const at = await until("the card to be back", async () => {
    const { left } = await cardBox(next.desk.page);
    return Math.abs(left - dragged.left) < 6 && header(next.desk.page);
  });
  await next.desk.page.mouse.click(at.x, at.y, { count: 2 });
  await until("the usual place", async () => Math.abs((await cardBox(next.desk.page)).left - usual.left) < 2);
  await until("the place to be forgotten", async () => (await kept(session))?.spot === null);
});

test("overlay: the card is moved by keyboard, and put back by keyboard", variants.open, async (session) => {
  await forgetLooks(session);
  const { desk, overlay } = await openCard(session);
  const usual = await cardBox(desk.page);
  // The handle stands before the first thing to press.
  await desk.press("Shift", "Tab");
  for (let at = 0; at < 3; at += 1) await desk.press("Alt", "ArrowLeft");
  await until("the card further left", async () => (await cardBox(desk.page)).left < usual.left - 50);
  ok("the page went elsewhere", (await desk.address()).includes("/plain"));
  await overlay.tabTo("Remettre à sa place");
  await overlay.pressFocused();
  await until("the usual place", async () => Math.abs((await cardBox(desk.page)).left - usual.left) < 2);
  ok("the focus left the card", await overlay.holdsFocus());
});

test("overlay: what is said in passing leaves the site's button free", variants.open, async (session) => {
  const keeps = eager("click", "&keep");
  const desk = await Desk.open(session, keeps);
  const overlay = new Overlay(desk);
  await lay(desk.page, { name: "", width: 1100, height: 850, editor: "left:40px;top:600px;width:420px;height:100px", send: "left:40px;top:806px" });
  await typeInsult(desk, overlay);
  await desk.send("button");
  await overlay.decide("anyway");
  await until("a note", async () => (await ours(desk.page))["note"]);
  await clear(desk.page, "note", "note");
});

test("overlay: dropped on the site's button, the card makes room for it", variants.open, async (session) => {
  await forgetLooks(session);
  const desk = await Desk.open(session, spot);
  const overlay = new Overlay(desk);
  await lay(desk.page, { name: "", width: 1100, height: 850, editor: "left:40px;top:300px;width:420px;height:100px", send: "left:700px;top:600px" });
  await typeInsult(desk, overlay);
  await overlay.command("open-card");
  const from = await header(desk.page);
  await desk.page.mouse.move(from.x, from.y);
  await desk.page.mouse.down();
  await desk.page.mouse.move(720, 560, { steps: 5 });
  await desk.page.mouse.up();
  await clear(desk.page, "after the drop", "panel");
  await forgetLooks(session);
});

test("overlay: a control under the pointer stays alive when the card is only drawn anew, and is deaf when it is another one", variants.open, async (session) => {
  await forgetLooks(session);
  const desk = await Desk.open(session, plainForm);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  await overlay.clickBadge();
  await until("the card", () => overlay.card());
  const close = await until("« Fermer »", async () => (await overlay.panelButtons()).find((one) => one.name === "Fermer"));
  await desk.page.mouse.move(close.x, close.y);
  await until("the card to settle", () => desk.page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve(true), 450))));
  // A word more: the draft is checked again and the card drawn anew, the same finding in it.
  await desk.type(" Bien.");
  await desk.page.mouse.click(close.x, close.y);
  await until("the card to close at once", async () => (await overlay.card()) === null);
  await overlay.clickBadge();
  const fix = await until("a fix", async () => (await overlay.card())?.fixes[0]);
  await desk.page.mouse.click(fix.x, fix.y);
  await desk.settle();
  ok("a control that had just come under the pointer was heard", (await desk.draft()).includes("imbécile"));
});

test("overlay: the badge folds to a dot and opens again, here and on the next page", variants.open, async (session) => {
  await forgetLooks(session);
  const desk = await Desk.open(session, plainForm);
  const overlay = new Overlay(desk);
  await typeInsult(desk, overlay);
  const wide = await until("the badge", async () => (await ours(desk.page))["badge"]);
  const fold = await desk.page.evaluate(() => {
    for (const host of document.querySelectorAll("div[popover=manual]")) {
      const box = host.shadowRoot?.querySelector(".fold")?.getBoundingClientRect();
      if (box) return { name: "fold", disabled: false, x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return null;
  });
  ok("no button to fold", fold);
  await overlay.press(fold);
  const dot = await until("a dot", async () => (await ours(desk.page))["badge folded"]);
  ok(`a dot of ${dot.right - dot.left}`, dot.right - dot.left < 40 && wide.right - wide.left > 60);
  await until("it to be kept", async () => (await kept(session))?.folded);
  const next = await Desk.open(session, plainRich);
  const there = new Overlay(next);
  await typeInsult(next, there);
  await until("a dot on the next page", async () => (await ours(next.page))["badge folded"]);
  ok(`its name: ${(await there.badge())?.name}`, /réduit\. Agressif/.test((await there.badge())?.name ?? ""));
  await there.clickBadge();
  await until("the whole badge", async () => (await ours(next.page))["badge"]);
  await until("that to be kept", async () => (await kept(session))?.folded === false);
});

test("overlay: where the button that posts is not known, the badge and the card say that the gate is not there", variants.open, async (session) => {
  const desk = await Desk.open(session, spot);
  const overlay = new Overlay(desk);
  await desk.page.$eval("#eager-send", (button) => (button.textContent = "→"));
  await typeInsult(desk, overlay);
  const badge = await until("the badge to say so", async () => {
    const seen = await overlay.badge();
    return seen?.name.includes("garde inactive ici") && seen;
  });
  await overlay.press(badge);
  const card = await until("the card", () => overlay.card());
  ok(`the card does not say what to do: ${card.text}`, /Garde inactive ici.*Relisez/s.test(card.text));
});

test("overlay: where the button is known, nothing is said of the gate", variants.open, async (session) => {
  const { overlay } = await openCard(session);
  equal("said", /garde inactive/i.test(await overlay.text()), false);
});
